//! What may happen to a grant, case by case and under any order of events.

use super::*;
use crate::{
    feedback::{FeedbackError, FeedbackStory, ReceiptError},
    id::{CostLineId, MemberId, PayeeAccountId, PaymentId, ReceiptId},
    payee::CheckMethod,
    payment::{Method, NewPayment, PaymentError, Undoing, UndoingError, Undone},
    signature::SignatureError,
};
use proptest::prelude::*;
use uuid::Uuid;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).unwrap()
}

fn pounds(pounds: i64) -> Money {
    Money::from_pence(pounds * 100)
}

fn signature(party: Party, name: &str, on: NaiveDate) -> Signature {
    Signature { party, name: name.into(), position: String::new(), signed_on: on }
}

fn grant() -> Grant {
    Grant {
        id: GrantId(Uuid::nil()),
        amount: pounds(450),
        awarded_on: day(7, 21),
        issued_on: Some(day(7, 22)),
        first_ends_on: day(11, 30),
        extensions: vec![],
        return_by: None,
        conditions: vec![Condition { text: "Keep the tools in the hub.".into(), met_on: Some(day(7, 25)) }],
        instalments: vec![],
        costs: vec![CostLine { id: CostLineId(Uuid::nil()), what: "Timber".into(), amount: pounds(450) }],
        account: Some(PayeeAccount {
            check: Some((CheckMethod::StatementSeen, day(7, 1), MemberId(Uuid::nil()))),
            ..PayeeAccount::new(PayeeAccountId(Uuid::nil()), "2345".into(), day(7, 1))
        }),
        signatures: vec![signature(Party::Partnership, "Marcia Lowe", day(7, 25)), signature(Party::Group, "Win Barlow", day(8, 1))],
        payments: vec![],
        feedback_on: None,
        receipts: vec![],
        sent_back: vec![],
        closed_on: None,
        cancelled_on: None,
    }
}

fn payment(amount: Money) -> NewPayment {
    NewPayment { amount, paid_on: day(8, 12), reference: "ABL CC-2022-003".into(), method: Method::BankTransfer }
}

fn paid(amount: Money) -> Payment {
    Payment { id: PaymentId(Uuid::nil()), amount, paid_on: day(8, 12), reference: "R".into(), method: Method::BankTransfer, undone: None }
}

fn sent_back(amount: i64) -> SentBack {
    SentBack { amount: pounds(amount), on: day(12, 1) }
}

fn receipt(amount: i64, accepted: i64) -> Receipt {
    Receipt {
        id: ReceiptId(Uuid::nil()),
        cost_line: CostLineId(Uuid::nil()),
        amount: pounds(amount),
        accepted: pounds(accepted),
        spent_on: day(9, 1),
        what: "Timber yard".into(),
        voided: None,
    }
}

const TODAY: fn() -> NaiveDate = || day(12, 20);

#[test]
fn a_payment_that_would_not_stand_is_refused_with_its_figure() {
    let good = payment(pounds(450));
    let changed = |change: &dyn Fn(&mut Grant, &mut NewPayment)| {
        let (mut grant, mut new) = (grant(), good.clone());
        change(&mut grant, &mut new);
        grant.pay(&new, TODAY())
    };
    assert_eq!(changed(&|_, _| {}), Ok(()));
    assert_eq!(
        changed(&|grant, _| grant.payments.push(paid(pounds(225)))),
        Err(PaymentError::ExceedsGrant { granted: pounds(450), left: pounds(225), over: pounds(225) })
    );
    assert_eq!(changed(&|_, new| new.amount = Money::ZERO), Err(PaymentError::NotPositive));
    assert_eq!(changed(&|_, new| new.amount = pounds(-1)), Err(PaymentError::NotPositive));
    assert_eq!(changed(&|grant, _| grant.signatures.truncate(1)), Err(PaymentError::NotSigned { missing: vec![Party::Group] }));
    assert_eq!(changed(&|_, new| new.paid_on = day(7, 20)), Err(PaymentError::BeforeAward { awarded_on: day(7, 21) }));
    assert_eq!(changed(&|_, new| new.paid_on = day(7, 31)), Err(PaymentError::BeforeSigned { signed_on: day(8, 1) }));
    assert_eq!(changed(&|_, new| new.paid_on = day(12, 21)), Err(PaymentError::InFuture));
    assert_eq!(changed(&|_, new| new.reference = " ".into()), Err(PaymentError::NoReference));
    assert_eq!(changed(&|grant, _| grant.account = None), Err(PaymentError::NoAccount));
    let unchecked = |replaces_another| {
        move |grant: &mut Grant, _: &mut NewPayment| {
            let account = grant.account.as_mut().unwrap();
            account.check = None;
            account.replaces_another = replaces_another;
        }
    };
    assert_eq!(changed(&unchecked(false)), Err(PaymentError::AccountNotChecked));
    assert_eq!(changed(&unchecked(true)), Err(PaymentError::AccountChanged { changed_on: day(7, 1) }));
    assert_eq!(
        changed(&|grant, new| {
            grant.account = None;
            new.method = Method::Cheque;
        }),
        Ok(())
    );
    assert_eq!(changed(&|grant, _| grant.cancelled_on = Some(day(8, 1))), Err(PaymentError::NotOpen));
}

#[test]
fn a_payment_is_undone_once_with_a_reason_and_never_from_under_accepted_receipts() {
    let mut grant = grant();
    grant.payments.push(paid(pounds(450)));
    let undo = |grant: &Grant, on, reason: &str| grant.undo_payment(PaymentId(Uuid::nil()), on, reason, TODAY());
    assert_eq!(undo(&grant, day(8, 20), "Account closed"), Ok(()));
    assert_eq!(undo(&grant, day(8, 20), " "), Err(UndoingError::NoReason));
    assert_eq!(undo(&grant, day(8, 11), "R"), Err(UndoingError::BeforePayment { paid_on: day(8, 12) }));
    assert_eq!(undo(&grant, day(12, 21), "R"), Err(UndoingError::InFuture));
    grant.receipts.push(receipt(10, 10));
    assert_eq!(undo(&grant, day(8, 20), "R"), Err(UndoingError::ReceiptsStand));
    grant.receipts.clear();
    grant.payments[0].undone = Some(Undone { way: Undoing::Returned, on: day(8, 20) });
    assert_eq!(undo(&grant, day(8, 20), "R"), Err(UndoingError::Already));
    assert_eq!(grant.left_to_pay(), pounds(450));
}

#[test]
fn an_extension_is_later_and_moves_the_feedback_date() {
    let mut grant = grant();
    assert_eq!(grant.extend(day(11, 30), "Rain"), Err(ExtensionError::NotLater { ends_on: day(11, 30) }));
    assert_eq!(grant.extend(day(12, 31), ""), Err(ExtensionError::NoReason));
    assert_eq!(grant.extend(day(12, 31), "Rain"), Ok(()));
    assert_eq!(grant.feedback_due(), day(12, 30));
    grant.extensions.push(day(12, 31));
    assert_eq!(grant.feedback_due(), NaiveDate::from_ymd_opt(2023, 1, 31).unwrap());
}

#[test]
fn the_group_signs_after_it_was_told() {
    let mut grant = grant();
    grant.signatures.clear();
    let new = signature(Party::Group, "Win Barlow", day(8, 1));
    assert_eq!(grant.sign(&new, TODAY()), Ok(()));
    grant.issued_on = None;
    assert_eq!(grant.sign(&new, TODAY()), Err(SignatureError::NotIssued));
}

#[test]
fn receipts_stay_inside_the_grant() {
    let mut grant = grant();
    grant.payments.push(paid(pounds(450)));
    let with = |change: &dyn Fn(&mut Receipt)| {
        let mut new = receipt(20, 20);
        change(&mut new);
        grant.take_receipt(&new, TODAY())
    };
    assert_eq!(with(&|_| {}), Ok(()));
    assert_eq!(with(&|new| new.cost_line = CostLineId(Uuid::max())), Err(ReceiptError::NoSuchLine));
    assert_eq!(with(&|new| new.amount = Money::ZERO), Err(ReceiptError::NotPositive));
    assert_eq!(with(&|new| new.accepted = pounds(21)), Err(ReceiptError::AcceptedTooMuch { amount: pounds(20) }));
    assert_eq!(with(&|new| new.spent_on = day(7, 20)), Err(ReceiptError::BeforeAward { awarded_on: day(7, 21) }));
    assert_eq!(with(&|new| new.spent_on = day(12, 1)), Err(ReceiptError::AfterEnd { ends_on: day(11, 30) }));
    assert_eq!(
        with(&|new| {
            new.spent_on = day(12, 1);
            new.accepted = Money::ZERO;
        }),
        Ok(())
    );
    assert_eq!(with(&|new| new.spent_on = day(12, 21)), Err(ReceiptError::InFuture));
}

#[test]
fn feedback_needs_words_and_a_name_agreed_before_publishing() {
    let mut grant = grant();
    let mut story = FeedbackStory { how_much: "Six beds".into(), ..FeedbackStory::default() };
    assert_eq!(grant.take_feedback(&story, day(12, 10), TODAY()), Err(FeedbackError::NothingPaid));
    grant.payments.push(paid(pounds(450)));
    assert_eq!(grant.take_feedback(&story, day(12, 10), TODAY()), Ok(()));
    assert_eq!(grant.take_feedback(&story, day(12, 21), TODAY()), Err(FeedbackError::InFuture));
    assert_eq!(grant.take_feedback(&story, day(7, 1), TODAY()), Err(FeedbackError::BeforeAward { awarded_on: day(7, 21) }));
    assert_eq!(grant.take_feedback(&FeedbackStory::default(), day(12, 10), TODAY()), Err(FeedbackError::NoStory));
    story.may_publish_words = true;
    assert_eq!(grant.take_feedback(&story, day(12, 10), TODAY()), Err(FeedbackError::NoNameAgreed));
}

#[test]
fn a_grant_closes_when_all_its_money_is_accounted_for_or_let_go_with_a_reason() {
    let mut grant = grant();
    grant.payments.push(paid(pounds(450)));
    assert_eq!(grant.close(day(12, 19), "", TODAY()), Err(CloseError::NoFeedback { due_on: day(12, 30) }));
    grant.feedback_on = Some(day(12, 10));
    grant.receipts.push(receipt(400, 368));
    assert_eq!(grant.close(day(12, 19), "", TODAY()), Err(CloseError::MoneyToReturn { unaccounted: pounds(82) }));
    assert_eq!(grant.close(day(12, 19), "The meeting let it go", TODAY()), Ok(()));
    assert_eq!(grant.take_back(pounds(83), day(12, 15), TODAY()), Err(SendBackError::TooMuch { unaccounted: pounds(82) }));
    assert_eq!(grant.take_back(pounds(82), day(12, 15), TODAY()), Ok(()));
    grant.sent_back.push(sent_back(82));
    assert_eq!(grant.close(day(12, 9), "", TODAY()), Err(CloseError::BeforeFeedback { feedback_on: day(12, 10) }));
    assert_eq!(grant.close(day(12, 21), "", TODAY()), Err(CloseError::InFuture));
    assert_eq!(grant.close(day(12, 19), "", TODAY()), Ok(()));
    grant.closed_on = Some(day(12, 19));
    assert_eq!(grant.close(day(12, 19), "", TODAY()), Err(CloseError::NotOpen));
}

#[test]
fn a_grant_is_cancelled_only_while_nothing_is_paid() {
    let mut grant = grant();
    assert_eq!(grant.cancel(""), Err(CancelError::NoReason));
    assert_eq!(grant.cancel("The group folded"), Ok(()));
    grant.payments.push(paid(pounds(1)));
    assert_eq!(grant.cancel("The group folded"), Err(CancelError::Paid { paid: pounds(1) }));
}

#[test]
fn the_state_follows_the_life_of_the_grant() {
    let mut grant = grant();
    let unsigned = Grant { signatures: vec![], ..grant.clone() };
    assert_eq!(unsigned.state(day(8, 1)), GrantState::Offered);
    assert_eq!(grant.state(day(8, 2)), GrantState::Agreed);
    grant.payments.push(paid(pounds(450)));
    assert_eq!(grant.state(day(11, 30)), GrantState::BeingPaid);
    assert_eq!(grant.state(day(12, 1)), GrantState::Ended);
    grant.feedback_on = Some(day(12, 10));
    assert_eq!(grant.state(TODAY()), GrantState::MoneyToReturn);
    grant.receipts.push(receipt(450, 450));
    assert_eq!(grant.state(TODAY()), GrantState::FeedbackReceived);
    grant.closed_on = Some(TODAY());
    assert_eq!(grant.state(TODAY()), GrantState::Closed);
}

#[test]
fn the_next_instalment_is_what_the_plan_says_less_what_was_paid() {
    let mut grant = grant();
    let part = |amount| Instalment { when: "Part".into(), amount: pounds(amount) };
    assert_eq!(grant.next_instalment(), Some((0, pounds(450))));
    grant.instalments = vec![part(225), part(225)];
    assert_eq!(grant.next_instalment(), Some((0, pounds(225))));
    grant.payments.push(paid(pounds(100)));
    assert_eq!(grant.next_instalment(), Some((0, pounds(125))));
    grant.payments.push(paid(pounds(125)));
    assert_eq!(grant.next_instalment(), Some((1, pounds(225))));
    grant.payments.push(paid(pounds(225)));
    assert_eq!(grant.next_instalment(), None);
}

#[test]
fn everything_in_the_way_of_paying_is_named_in_the_order_in_which_it_is_settled_and_paying_is_refused_for_each() {
    use crate::{modulus::Outcome, payee::Confirmation, payment::PayBar};
    fn account(grant: &mut Grant) -> &mut PayeeAccount {
        grant.account.as_mut().unwrap()
    }
    let barred = |change: &dyn Fn(&mut Grant)| {
        let mut grant = grant();
        change(&mut grant);
        (grant.bars(), grant.pay(&payment(pounds(450)), TODAY()).err())
    };
    assert_eq!(barred(&|_| {}), (vec![], None));
    let condition = |grant: &mut Grant| grant.conditions[0].met_on = None;
    assert_eq!(
        barred(&condition),
        (vec![PayBar::Condition], Some(PaymentError::ConditionNotMet { text: "Keep the tools in the hub.".into() }))
    );
    assert_eq!(barred(&|grant| account(grant).modulus = Outcome::Fails), (vec![PayBar::ModulusFails], Some(PaymentError::ModulusFails)));
    let no_match = |grant: &mut Grant| account(grant).confirmation = Some((Confirmation::NoMatch, day(8, 1)));
    assert_eq!(barred(&no_match), (vec![PayBar::NoMatch], Some(PaymentError::NoMatch)));
    assert_eq!(barred(&|grant| grant.account = None), (vec![PayBar::NoAccount], Some(PaymentError::NoAccount)));
    assert_eq!(barred(&|grant| grant.cancelled_on = Some(day(8, 2))), (vec![PayBar::Finished], Some(PaymentError::NotOpen)));
    let all = |grant: &mut Grant| {
        grant.signatures.clear();
        condition(grant);
        no_match(grant);
        account(grant).modulus = Outcome::Fails;
        account(grant).check = None;
        account(grant).replaces_another = true;
    };
    let (bars, refused) = barred(&all);
    assert_eq!(
        bars,
        [
            PayBar::GroupSignature,
            PayBar::PartnershipSignature,
            PayBar::Condition,
            PayBar::AccountChanged,
            PayBar::ModulusFails,
            PayBar::NoMatch
        ]
    );
    assert_eq!(refused, Some(PaymentError::NotSigned { missing: vec![Party::Group, Party::Partnership] }));
    // By cheque no account is asked for; what a clerk paid to a former account happened.
    let mut grant = grant();
    account(&mut grant).check = None;
    let cheque = NewPayment { method: Method::Cheque, ..payment(pounds(450)) };
    assert_eq!((grant.pay(&cheque, TODAY()), grant.pay_out(&payment(pounds(450)), TODAY())), (Ok(()), Ok(())));
}

#[test]
fn a_condition_is_met_once_between_the_award_and_today() {
    let mut grant = grant();
    grant.conditions.push(Condition { text: "Show us the lease.".into(), met_on: None });
    assert_eq!(grant.meet(0, day(8, 1), TODAY()), Err(ConditionError::AlreadyMet));
    assert_eq!(grant.meet(2, day(8, 1), TODAY()), Err(ConditionError::NoSuchCondition));
    assert_eq!(grant.meet(1, day(7, 20), TODAY()), Err(ConditionError::BeforeAward { awarded_on: day(7, 21) }));
    assert_eq!(grant.meet(1, day(12, 21), TODAY()), Err(ConditionError::InFuture));
    assert_eq!(grant.meet(1, day(7, 21), TODAY()), Ok(()));
    grant.closed_on = Some(day(12, 1));
    assert_eq!(grant.meet(1, day(8, 1), TODAY()), Err(ConditionError::NotOpen));
}

/// Something somebody tries to do to a grant.
#[derive(Clone, Debug)]
enum Try {
    Pay(i64),
    Undo(usize),
    Accept(i64),
    SendBack(i64),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = prop_oneof![
        (-10i64..600).prop_map(Try::Pay),
        (0usize..6).prop_map(Try::Undo),
        (0i64..300).prop_map(Try::Accept),
        (-10i64..300).prop_map(Try::SendBack),
    ];
    proptest::collection::vec(one, 0..40)
}

fn nth(index: usize) -> Uuid {
    Uuid::from_u128(u128::try_from(index).unwrap() + 1)
}

proptest! {
    /// The model is three plain numbers, kept by the words of the plan: nothing above the grant is ever paid, and
    /// receipts and money sent back never come to less than nothing unaccounted for.
    #[test]
    fn paid_never_exceeds_granted_under_any_order_of_events(tries in tries()) {
        let mut grant = grant();
        let (mut standing, mut accepted, mut back): (Vec<Option<i64>>, i64, i64) = (vec![], 0, 0);
        for attempt in tries {
            let model_paid: i64 = standing.iter().flatten().sum();
            match attempt {
                Try::Pay(amount) => {
                    let allowed = amount > 0 && model_paid + amount <= 450;
                    prop_assert_eq!(grant.pay(&payment(pounds(amount)), TODAY()).is_ok(), allowed);
                    if allowed {
                        let id = PaymentId(nth(standing.len()));
                        grant.payments.push(Payment { id, ..paid(pounds(amount)) });
                        standing.push(Some(amount));
                    }
                }
                Try::Undo(index) => {
                    let id = PaymentId(nth(index));
                    let amount = standing.get(index).copied().flatten();
                    let allowed = amount.is_some_and(|amount| model_paid - amount >= accepted + back);
                    prop_assert_eq!(grant.undo_payment(id, day(8, 12), "Why", TODAY()).is_ok(), allowed);
                    if allowed {
                        grant.payments[index].undone = Some(Undone { way: Undoing::Voided, on: day(8, 12) });
                        standing[index] = None;
                    }
                }
                Try::Accept(amount) => {
                    // A receipt may come to more than was paid: groups spend of their own.
                    let allowed = amount > 0;
                    prop_assert_eq!(grant.take_receipt(&receipt(amount, amount), TODAY()).is_ok(), allowed);
                    if allowed {
                        grant.receipts.push(receipt(amount, amount));
                        accepted += amount;
                    }
                }
                Try::SendBack(amount) => {
                    let allowed = amount > 0 && accepted + back + amount <= model_paid;
                    prop_assert_eq!(grant.take_back(pounds(amount), day(12, 1), TODAY()).is_ok(), allowed);
                    if allowed {
                        grant.sent_back.push(sent_back(amount));
                        back += amount;
                    }
                }
            }
            let model_paid: i64 = standing.iter().flatten().sum();
            prop_assert!(model_paid <= 450);
            prop_assert_eq!(grant.paid(), pounds(model_paid));
            prop_assert_eq!(grant.unaccounted(), pounds((model_paid - accepted - back).max(0)));
            prop_assert_eq!(grant.left_to_pay(), pounds(450 - model_paid));
        }
    }
}
