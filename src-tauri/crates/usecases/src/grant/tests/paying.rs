//! Payments: what is refused leaves the register as it was and says its figure; instalments, returns, voids, accounts.

use super::fixture::{Group, Place, day, on, pounds};
use crate::grant::{self, NewAccount, NewSignature, TypedPayment};
use crate::{Error, FieldFault, Result};
use domain::date::{DateProblem, TypedDate};
use domain::id::PaymentId;
use domain::member::{Act, NotPermitted};
use domain::money::MoneyProblem;
use domain::payee::{AccountProblem, CheckMethod, CheckProblem};
use domain::payment::{Method, PaymentError, Undoing, UndoingError};
use domain::signature::{Party, SignatureError};

/// Tries something that must be refused, and proves that nothing at all was changed.
fn refused<T>(place: &mut Place, group: &Group, work: impl FnOnce(&mut Place) -> Result<T>) -> Error {
    let (head, facts) = (place.head(), place.facts(group).clone());
    let Err(error) = work(place) else { panic!("it was not refused") };
    assert_eq!(place.head(), head, "the journal is as it was");
    assert_eq!(*place.facts(group), facts, "the grant is as it was");
    error
}

fn payment_refused(place: &mut Place, group: &Group, amount: &str, paid_on: &str) -> PaymentError {
    match refused(place, group, |place| place.pay(group, amount, paid_on)) {
        Error::Payment(error) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_payment_cannot_exceed_the_grant_and_the_refusal_says_by_how_much() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&group, "£150.00", "2022-08-12").unwrap();
    let error = payment_refused(&mut place, &group, "250.01", "2022-08-13");
    let over = domain::Money::from_pence(1);
    assert_eq!(error, PaymentError::ExceedsGrant { granted: pounds(400), left: pounds(250), over });
    place.pay(&group, "250", "2022-08-13").unwrap();
    assert_eq!(place.facts(&group).paid(), pounds(400));
}

#[test]
fn a_payment_waits_for_both_signatures() {
    let mut place = Place::new();
    let group = place.told("Merrybank Growers", 400, &[]);
    let error = payment_refused(&mut place, &group, "400", "2022-08-12");
    assert_eq!(error, PaymentError::NotSigned { missing: vec![Party::Group, Party::Partnership] });
    place.sign(&group, Party::Partnership, "Marcia Lowe", "2022-08-01").unwrap();
    let error = payment_refused(&mut place, &group, "400", "2022-08-12");
    assert_eq!(error, PaymentError::NotSigned { missing: vec![Party::Group] });
}

#[test]
fn a_payment_lies_between_the_last_signature_and_today() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    assert_eq!(payment_refused(&mut place, &group, "400", "2022-07-20"), PaymentError::BeforeAward { awarded_on: day("2022-07-21") });
    assert_eq!(payment_refused(&mut place, &group, "400", "2022-07-31"), PaymentError::BeforeSigned { signed_on: day("2022-08-01") });
    assert_eq!(payment_refused(&mut place, &group, "400", "2023-01-18"), PaymentError::InFuture);
    place.pay(&group, "400", "2023-01-17").unwrap();
}

#[test]
fn a_payment_is_more_than_nothing_and_has_a_reference() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    assert_eq!(payment_refused(&mut place, &group, "0.00", "2022-08-12"), PaymentError::NotPositive);
    let typed = TypedPayment { amount: "-5".into(), paid_on: TypedDate::default(), reference: " ".into(), method: Method::Cheque };
    let error = refused(&mut place, &group, |place| grant::record_payment(&mut place.open, group.grant, &typed));
    let Error::Fields(fields) = error else { panic!("{error:?}") };
    let expected = [("amount", FieldFault::Money(MoneyProblem::Negative)), ("paidOn", FieldFault::Date(DateProblem::Missing))];
    assert_eq!(fields, expected.map(|(field, fault)| (field.to_owned(), fault)));
    let typed = TypedPayment { amount: "5".into(), paid_on: on("2022-08-12"), ..typed };
    let error = refused(&mut place, &group, |place| grant::record_payment(&mut place.open, group.grant, &typed));
    assert!(matches!(error, Error::Payment(PaymentError::NoReference)));
}

#[test]
fn a_transfer_needs_an_account_that_was_checked_and_a_cheque_does_not() {
    let mut place = Place::new();
    let group = place.told("Merrybank Growers", 400, &[]);
    place.sign(&group, Party::Group, "Win Barlow", "2022-07-30").unwrap();
    place.sign(&group, Party::Partnership, "Marcia Lowe", "2022-08-01").unwrap();
    let condition = PaymentError::ConditionNotMet { text: "Keep the tools in the Community Hub.".into() };
    assert_eq!(payment_refused(&mut place, &group, "400", "2022-08-12"), condition);
    grant::meet_condition(&mut place.open, group.grant, 0, &on("2022-08-01"), "").unwrap();
    assert_eq!(payment_refused(&mut place, &group, "400", "2022-08-12"), PaymentError::NoAccount);
    place.account(&group, "00012345").unwrap();
    assert_eq!(payment_refused(&mut place, &group, "400", "2022-08-12"), PaymentError::AccountNotChecked);
    let cheque = TypedPayment { amount: "400".into(), paid_on: on("2022-08-12"), reference: "100231".into(), method: Method::Cheque };
    grant::record_payment(&mut place.open, group.grant, &cheque).unwrap();
}

#[test]
fn a_changed_account_blocks_payment_until_the_group_was_phoned() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.account(&group, "87654321").unwrap();
    let changed = PaymentError::AccountChanged { changed_on: day("2023-01-17") };
    assert_eq!(payment_refused(&mut place, &group, "400", "2023-01-17"), changed);
    let error = refused(&mut place, &group, |place| place.check(&group, CheckMethod::StatementSeen));
    assert!(matches!(error, Error::AccountCheck(CheckProblem::ChangedNeedsPhone)));
    place.check(&group, CheckMethod::Phoned).unwrap();
    let error = refused(&mut place, &group, |place| place.check(&group, CheckMethod::Phoned));
    assert!(matches!(error, Error::AccountCheck(CheckProblem::Already)));
    place.pay(&group, "400", "2023-01-17").unwrap();
}

#[test]
fn instalments_are_paid_one_after_another() {
    let mut place = Place::new();
    let group = place.ready("Brightwater Steel Pans", 450, &[225, 225]);
    assert_eq!(place.facts(&group).next_instalment(), Some((0, pounds(225))));
    place.pay(&group, "225", "2022-08-12").unwrap();
    assert_eq!(place.facts(&group).next_instalment(), Some((1, pounds(225))));
    place.pay(&group, "225", "2022-10-12").unwrap();
    assert_eq!(place.facts(&group).next_instalment(), None);
}

#[test]
fn money_that_came_back_can_be_paid_again_and_the_first_payment_stays_with_its_reason() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    for way in [Undoing::Returned, Undoing::Voided] {
        let payment = place.pay(&group, "400", "2022-08-12").unwrap();
        place.undo(payment, way, "2022-08-15").unwrap();
        assert_eq!(place.facts(&group).left_to_pay(), pounds(400));
        let error = refused(&mut place, &group, |place| place.undo(payment, way, "2022-08-15"));
        assert!(matches!(error, Error::Undoing(UndoingError::Already)));
    }
    place.pay(&group, "400", "2022-08-20").unwrap();
    let payments = &place.case(&group).grant.as_ref().unwrap().payments;
    assert_eq!(payments.len(), 3);
    assert_eq!(payments[0].value.undone.as_ref().unwrap().1, "The account was closed");
    assert_eq!(place.open.line("1.4").paid, pounds(400));
}

#[test]
fn a_payment_with_receipts_against_it_is_not_undone_and_one_nobody_made_is_not_found() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    let payment = place.pay(&group, "400", "2022-08-12").unwrap();
    let receipt = place.receipt(&group, "100", "100", "2022-09-03").unwrap();
    let error = refused(&mut place, &group, |place| place.undo(payment, Undoing::Returned, "2022-09-05"));
    assert!(matches!(error, Error::Undoing(UndoingError::ReceiptsStand)));
    grant::void_receipt(&mut place.open, receipt, "Typed twice").unwrap();
    let error = refused(&mut place, &group, |place| place.undo(payment, Undoing::Returned, "2022-08-11"));
    assert!(matches!(error, Error::Undoing(UndoingError::BeforePayment { paid_on }) if paid_on == day("2022-08-12")));
    place.undo(payment, Undoing::Returned, "2022-09-05").unwrap();
    let nobodys = PaymentId(group.application.0);
    assert!(matches!(refused(&mut place, &group, |place| place.undo(nobodys, Undoing::Voided, "2022-09-05")), Error::NotFound));
}

#[test]
fn an_account_is_shown_in_full_only_on_request_and_the_journal_says_so_without_a_digit() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    let head = place.head();
    let details = grant::reveal_account(&mut place.open, group.grant).unwrap();
    assert_eq!(details.value.sort_code, "089999");
    assert_eq!(details.value.account_number, "00012345");
    assert!(details.touched.is_empty());
    let entries = place.open.register().read(|tx| tx.entries(None, 200)).unwrap();
    assert_eq!((entries[0].kind.as_str(), entries[0].seq), ("accountRevealed", head.seq + 1));
    for entry in entries {
        let told = format!("{:?}", entry.payload);
        assert!(!told.contains("089999") && !told.contains("12345\""), "{told}");
    }
    assert_eq!(place.facts(&group).account.as_ref().unwrap().last_four, "2345");
}

#[test]
fn every_part_of_an_account_that_is_not_right_is_told_at_once() {
    let mut place = Place::new();
    let group = place.told("Merrybank Growers", 400, &[]);
    let new = NewAccount { account_name: " ".into(), sort_code: "0899".into(), account_number: "12".into() };
    let error = refused(&mut place, &group, |place| grant::record_account(&mut place.open, group.grant, &new));
    let Error::Fields(fields) = error else { panic!("{error:?}") };
    let expected = [
        ("accountName", AccountProblem::NameMissing),
        ("sortCode", AccountProblem::SortCode),
        ("accountNumber", AccountProblem::AccountNumber),
    ];
    assert_eq!(fields, expected.map(|(field, problem)| (field.to_owned(), FieldFault::Account(problem))));
}

#[test]
fn payments_signatures_and_checks_are_signed_in_the_journal() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    let payment = place.pay(&group, "400", "2022-08-12").unwrap();
    place.undo(payment, Undoing::Voided, "2022-08-12").unwrap();
    let entries = place.open.register().read(|tx| tx.entries(None, 200)).unwrap();
    for kind in ["signatureRecorded", "accountChecked", "paymentRecorded", "paymentUndone"] {
        assert!(entries.iter().any(|entry| entry.kind == kind && entry.signed), "{kind}");
    }
    place.open.register().read(store::journal::verify).unwrap();
}

#[test]
fn each_does_what_their_role_allows() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    let mut place = place.for_the_clerk();
    let error = refused(&mut place, &group, |place| place.feedback(&group, "2022-12-01"));
    assert!(matches!(error, Error::NotPermitted(NotPermitted { act: Act::KeepRecords, .. })));
    place.pay(&group, "400", "2022-08-12").unwrap();
    assert_eq!(grant::reveal_account(&mut place.open, group.grant).unwrap().value.account_number, "00012345");
}

#[test]
fn one_person_cannot_sign_for_both_nor_with_a_file_of_another_group() {
    let mut place = Place::new();
    let group = place.told("Merrybank Growers", 400, &[]);
    place.sign(&group, Party::Group, "Win Barlow", "2022-07-30").unwrap();
    let error = refused(&mut place, &group, |place| place.sign(&group, Party::Partnership, "win barlow", "2022-08-01"));
    assert!(matches!(error, Error::Signature(SignatureError::SamePerson)));
    let new = NewSignature {
        party: Party::Partnership,
        name: "Marcia Lowe".into(),
        position: "Chair".into(),
        signed_on: on("2022-08-01"),
        scan: Some(group.application.0.into()),
    };
    let error = refused(&mut place, &group, |place| grant::record_signature(&mut place.open, group.grant, &new));
    assert!(matches!(error, Error::NotFound));
}
