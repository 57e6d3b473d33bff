//! One application, from paper to closed grant, with the program closed and opened again between the days.

use chrono::NaiveDate;
use domain::Money;
use domain::application::{ApplicationState, Field, Problem};
use domain::date::TypedDate;
use domain::decision::{Body, Instalment, NewDecision, Outcome, Terms};
use domain::grant::{CloseError, GrantState};
use domain::member::Role;
use domain::owed::Duty;
use domain::payee::{CheckMethod, CheckProblem};
use domain::payment::{Method, PaymentError};
use domain::signature::Party;
use testkit::{Paper, TestRegister};
use usecases::application::{self, AttachmentKind, NewFile};
use usecases::grant::{self, NewAccount, NewSignature, TypedFeedback, TypedPayment, TypedReceipt, TypedSentBack};
use usecases::register::{self, RegisterKeySource};
use usecases::{Error, decision, home};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).unwrap()
}

fn typed(on: NaiveDate) -> TypedDate {
    TypedDate::from_date(on)
}

#[test]
#[expect(clippy::too_many_lines, reason = "one life is told in one go, in the order in which it happens")]
fn one_application_from_paper_to_closed_grant() {
    let (test, clerk) = TestRegister::on(day(6, 20)).with_member("Anita Joyce", Role::LtoClerk);
    let me = test.co_ordinator;

    // The paper comes. Half of it is typed in, and the program is closed.
    let mut test = test;
    let id = application::start(&mut test.open).unwrap().value;
    let mut form = Paper::of("Merrybank Growers", "400.00").typed(&test.open);
    form.answers[3].text.clear();
    let saved = application::save_typing(&mut test.open, id, 0, &form).unwrap().value;
    let Err(Error::Application(problems)) = application::receive(&mut test.open, id) else { panic!("question 4 is not settled") };
    assert_eq!(
        problems.iter().map(|problem| (problem.field, problem.problem)).collect::<Vec<_>>(),
        [(Field::Question(4), Problem::NotSettled)]
    );
    let mut test = test.opened_again();
    assert_eq!(test.open.case(id).unwrap().typing.as_ref(), Some(&form));

    // It is finished, with a scan, and received.
    form.answers[3].left_blank = true;
    application::save_typing(&mut test.open, id, saved.revision, &form).unwrap();
    let scan = NewFile { name: "form.pdf".into(), bytes: b"%PDF-1.7 the paper".to_vec() };
    let scans = application::attach(&mut test.open, id, AttachmentKind::Scan, &[scan]).unwrap().value;
    let received = application::receive(&mut test.open, id).unwrap().value;
    assert_eq!((received.reference.to_string().as_str(), received.version), ("CC-2022-001", 1));

    // The group puts one thing right: a new version, with its reason.
    application::start_correction(&mut test.open, id).unwrap();
    let mut form = test.open.case(id).unwrap().on_screen().unwrap();
    form.answers[3].text = "Neighbours grow their own food.".into();
    form.answers[3].left_blank = false;
    let revision = test.open.case(id).unwrap().row.revision;
    application::save_typing(&mut test.open, id, revision, &form).unwrap();
    let corrected = application::receive_correction(&mut test.open, id, "They sent the missing page.").unwrap().value;
    assert_eq!(corrected.version, 2);
    let test = test.opened_again();
    assert_eq!(test.open.case(id).unwrap().versions.len(), 2);
    assert_eq!(application::content(&test.open, scans[0]).unwrap(), b"%PDF-1.7 the paper");

    // It is decided a month later, in two payments.
    let mut test = test;
    test.clock.set(day(7, 21));
    let mut new = NewDecision {
        outcome: Outcome::Approved { amount: Money::from_pence(40_000) },
        decided_on: day(7, 21),
        body: Body::Partnership,
        decided_by: "Partnership meeting, 21 July 2022".into(),
        conditions: vec!["Leave room for wheelchairs.".into()],
        terms: Some(Terms {
            ends_on: day(11, 30),
            return_by: Some(day(8, 12)),
            instalments: vec![
                Instalment { when: "When both have signed".into(), amount: Money::from_pence(25_000) },
                Instalment { when: "When the beds are built".into(), amount: Money::from_pence(14_000) },
            ],
        }),
    };
    assert!(
        matches!(decision::record(&mut test.open, id, &new, &testkit::figures()), Err(Error::Decision(_))),
        "the payments do not add up to the grant"
    );
    new.terms.as_mut().unwrap().instalments[1].amount = Money::from_pence(15_000);
    let grant_id = decision::record(&mut test.open, id, &new, &testkit::figures()).unwrap().value.grant_id.unwrap();
    assert_eq!(test.open.line("1.4").free(), Money::from_pence(210_000));

    // Nobody signs what nobody was told.
    let sign = |party, name: &str, on| NewSignature { party, name: name.into(), position: String::new(), signed_on: typed(on), scan: None };
    assert!(matches!(
        grant::record_signature(&mut test.open, grant_id, &sign(Party::Group, "Win Barlow", day(7, 21))),
        Err(Error::Signature(_))
    ));
    test.clock.set(day(7, 25));
    decision::issue(&mut test.open, id, day(7, 25), "By letter").unwrap();
    test.clock.set(day(8, 1));
    grant::record_signature(&mut test.open, grant_id, &sign(Party::Group, "Win Barlow", day(7, 29))).unwrap();
    let account =
        |number: &str| NewAccount { account_name: "Merrybank Growers".into(), sort_code: "09-99-99".into(), account_number: number.into() };
    grant::record_account(&mut test.open, grant_id, &account("00123456")).unwrap();

    // The clerk sits down. Every refusal names its reason, and nothing is paid.
    let mut test = test.signed_in(clerk);
    let pay = |amount: &str, on| TypedPayment {
        amount: amount.into(),
        paid_on: typed(on),
        reference: "CC-2022-001".into(),
        method: Method::BankTransfer,
    };
    let refused = |test: &mut TestRegister, payment: &TypedPayment| match grant::record_payment(&mut test.open, grant_id, payment) {
        Err(Error::Payment(refusal)) => refusal,
        other => panic!("the payment is refused: {other:?}"),
    };
    assert_eq!(refused(&mut test, &pay("250", day(8, 1))), PaymentError::NotSigned { missing: vec![Party::Partnership] });
    let mut test = test.signed_in(me);
    grant::record_signature(&mut test.open, grant_id, &sign(Party::Partnership, "Marcia Lowe", day(8, 1))).unwrap();
    let unmet = PaymentError::ConditionNotMet { text: "Leave room for wheelchairs.".into() };
    assert_eq!(refused(&mut test, &pay("250", day(8, 1))), unmet);
    grant::meet_condition(&mut test.open, grant_id, 0, &typed(day(8, 1)), "We saw the plan of the beds.").unwrap();
    let mut test = test.signed_in(clerk);
    assert_eq!(refused(&mut test, &pay("250", day(8, 1))), PaymentError::AccountNotChecked);
    test.clock.set(day(8, 12));
    grant::check_account(&mut test.open, grant_id, CheckMethod::NameMatched, &typed(day(8, 12))).unwrap();
    assert_eq!(refused(&mut test, &pay("0", day(8, 12))), PaymentError::NotPositive);
    assert_eq!(refused(&mut test, &pay("250", day(8, 13))), PaymentError::InFuture);
    let too_much =
        PaymentError::ExceedsGrant { granted: Money::from_pence(40_000), left: Money::from_pence(40_000), over: Money::from_pence(1) };
    assert_eq!(refused(&mut test, &pay("400.01", day(8, 12))), too_much);
    grant::record_payment(&mut test.open, grant_id, &pay("250", day(8, 12))).unwrap();

    // The account is changed before the second payment: it is checked again, by phone.
    test.clock.set(day(10, 3));
    grant::record_account(&mut test.open, grant_id, &account("00999999")).unwrap();
    assert_eq!(refused(&mut test, &pay("150", day(10, 3))), PaymentError::AccountChanged { changed_on: day(10, 3) });
    let by_paper = grant::check_account(&mut test.open, grant_id, CheckMethod::StatementSeen, &typed(day(10, 3)));
    assert!(matches!(by_paper, Err(Error::AccountCheck(CheckProblem::ChangedNeedsPhone))));
    grant::check_account(&mut test.open, grant_id, CheckMethod::Phoned, &typed(day(10, 3))).unwrap();
    grant::record_payment(&mut test.open, grant_id, &pay("150", day(10, 3))).unwrap();

    // The money ends; the form is late, and Home says so, by whom and since when.
    let mut test = test.signed_in(me);
    test.clock.set(NaiveDate::from_ymd_opt(2023, 1, 17).unwrap());
    let today = test.open.today();
    let home = home::home(&test.open);
    let late = home.tasks.iter().find(|task| task.owed.duty == Duty::GetFeedback).unwrap();
    assert_eq!((late.owed.since, late.owed.days_late(today)), (day(11, 30), Some(18)));
    drop(home);

    // Feedback, receipts, money back, and the end.
    let form = TypedFeedback {
        received_on: typed(today),
        how_much: "Six beds. 31 people came.".into(),
        difference: "“Now they water my tomatoes.”".into(),
        may_publish_words: true,
        named_as: "a resident".into(),
        ..TypedFeedback::default()
    };
    grant::record_feedback(&mut test.open, grant_id, &form).unwrap();
    let cost_line = test.open.case(id).unwrap().grant.as_ref().unwrap().grant.costs[0].id;
    let receipt = TypedReceipt {
        cost_line,
        amount: "390".into(),
        accepted: "387.40".into(),
        spent_on: typed(day(8, 20)),
        what: "Timber".into(),
        scan: None,
    };
    grant::record_receipt(&mut test.open, grant_id, &receipt).unwrap();
    let early = grant::close(&mut test.open, grant_id, &typed(today), "");
    assert!(matches!(early, Err(Error::Close(CloseError::MoneyToReturn { unaccounted })) if unaccounted == Money::from_pence(1_260)));
    let back = TypedSentBack { amount: "12.60".into(), on: typed(today), reference: "MERRYBANK".into() };
    grant::record_sent_back(&mut test.open, grant_id, &back).unwrap();
    grant::close(&mut test.open, grant_id, &typed(today), "").unwrap();

    // Opened once more: all of it is there, the journal proves itself, and the line has its money back.
    let test = test.opened_again();
    let case = test.open.case(id).unwrap();
    assert_eq!(case.state(), ApplicationState::Approved);
    assert_eq!(case.grant.as_ref().unwrap().grant.state(today), GrantState::Closed);
    assert_eq!(test.open.line("1.4").free(), Money::from_pence(250_000 - 38_740));
    assert!(home::home(&test.open).tasks.is_empty());
    let found = usecases::find::find(&test.open, "neighbours merrybank");
    assert_eq!(found.iter().filter_map(|found| found.reference.as_deref()).collect::<Vec<_>>(), ["CC-2022-001"]);
    let folder = test.folder().to_owned();
    let TestRegister { open, recovery, clock, .. } = &test;
    let head = open.register().head().unwrap();
    let proved = register::verify(&folder, &RegisterKeySource::Recovery(recovery), clock.as_ref()).unwrap();
    assert_eq!(proved.journal.head, head);
    assert!(proved.journal.signatures >= 6, "decisions, signatures, checks and payments are signed");
}
