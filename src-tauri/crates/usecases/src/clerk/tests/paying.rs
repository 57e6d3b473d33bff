//! Payments by themselves: recorded, refused with the figure, undone; accounts checked and doubted.

use super::scene::{CHOIR, GARDEN, KITCHEN, OWLS, REGISTER, Scene, pay, run, typed_day};
use crate::Error;
use crate::clerk::{LedgerTab, RunRefusal};
use crate::grant::{TypedConfirmation, TypedPayment, TypedUndoing};
use domain::Money;
use domain::payee::{CheckMethod, CheckProblem, Confirmation};
use domain::payment::{Method, PayBar, PaymentError, Undoing, UndoingError};

#[test]
fn a_payment_is_recorded_part_by_part_and_moves_the_funds() {
    let mut scene = Scene::with(Scene::sheet);
    scene.ann.clerk_pay(REGISTER, CHOIR, &pay("200.00", 12)).unwrap();
    let mut scene = scene.again();
    let choir = scene.whole(CHOIR);
    assert_eq!((choir.grant.left, choir.grant.part), (Money::from_pence(10_000), Some((2, 2))));
    assert_eq!((choir.payments[0].recorded_by.as_str(), choir.payments[0].approved_by.as_ref()), ("Ann Lister", None));
    let funds = scene.ledger().funds;
    assert_eq!((funds.paid, funds.committed), (Money::from_pence(120_000), Money::from_pence(125_000)));
    assert_eq!((funds.in_bank, scene.ledger().unsent), (Money::from_pence(280_000), 1));
    scene.ann.clerk_pay(REGISTER, CHOIR, &pay("£100", 12)).unwrap();
    assert_eq!(scene.listed(CHOIR).tab, LedgerTab::Paid);
}

#[test]
fn what_would_not_stand_is_refused_and_changes_nothing() {
    let mut scene = Scene::with(Scene::sheet);
    let refusal = |scene: &mut Scene, grant, typed: &TypedPayment| match scene.ann.clerk_pay(REGISTER, grant, typed) {
        Err(Error::Payment(refused)) => refused,
        other => panic!("{other:?}"),
    };
    let over = refusal(&mut scene, GARDEN, &pay("500.01", 12));
    assert!(matches!(over, PaymentError::ExceedsGrant { over, .. } if over == Money::from_pence(1)));
    assert!(matches!(refusal(&mut scene, GARDEN, &pay("500", 13)), PaymentError::InFuture));
    assert!(matches!(refusal(&mut scene, GARDEN, &pay("500", 5)), PaymentError::BeforeSigned { .. }));
    assert!(matches!(refusal(&mut scene, KITCHEN, &pay("400", 12)), PaymentError::AccountChanged { .. }));
    assert!(matches!(refusal(&mut scene, OWLS, &pay("250", 12)), PaymentError::NotSigned { .. }));
    assert!(matches!(refusal(&mut scene, GARDEN, &TypedPayment { reference: " ".into(), ..pay("5", 12) }), PaymentError::NoReference));
    assert!(matches!(scene.ann.clerk_pay(REGISTER, GARDEN, &pay("lots", 12)), Err(Error::Fields(_))));
    assert_eq!(scene.ledger().unsent, 0);
    let cheque = TypedPayment { method: Method::Cheque, ..pay("400", 12) };
    scene.ann.clerk_pay(REGISTER, KITCHEN, &cheque).unwrap();
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "100")])).unwrap();
    assert!(matches!(refusal(&mut scene, GARDEN, &pay("100", 12)), PaymentError::InRun));
}

#[test]
fn where_two_people_are_asked_for_a_payment_goes_by_a_run() {
    let mut scene = Scene::with(Scene::two);
    assert!(matches!(scene.ann.clerk_pay(REGISTER, GARDEN, &pay("500", 12)), Err(Error::Run(RunRefusal::NotApproved))));
}

#[test]
fn a_payment_that_came_back_is_undone_once_and_frees_what_was_paid() {
    let mut scene = Scene::with(Scene::sheet);
    scene.ann.clerk_pay(REGISTER, GARDEN, &pay("500", 12)).unwrap();
    let payment = scene.whole(GARDEN).payments[0].id;
    let back = TypedUndoing { way: Undoing::Returned, on: typed_day(12), reason: "Account closed".into() };
    let no_reason = TypedUndoing { reason: String::new(), ..back.clone() };
    assert!(matches!(scene.ann.clerk_undo(REGISTER, payment, &no_reason), Err(Error::Undoing(UndoingError::NoReason))));
    scene.ann.clerk_undo(REGISTER, payment, &back).unwrap();
    assert!(matches!(scene.ann.clerk_undo(REGISTER, payment, &back), Err(Error::Undoing(UndoingError::Already))));
    let garden = scene.whole(GARDEN);
    assert_eq!((garden.grant.left, garden.grant.tab), (Money::from_pence(50_000), LedgerTab::ReadyToPay));
    assert_eq!(garden.payments[0].undone.as_ref().unwrap().2, "Account closed");
    assert_eq!(scene.ledger().funds.paid, Money::from_pence(100_000));
}

#[test]
fn a_changed_account_is_paid_once_it_was_checked_by_phone() {
    let mut scene = Scene::with(Scene::sheet);
    let paper = scene.ann.clerk_check(REGISTER, KITCHEN, CheckMethod::StatementSeen, &typed_day(12));
    assert!(matches!(paper, Err(Error::AccountCheck(CheckProblem::ChangedNeedsPhone))));
    scene.ann.clerk_check(REGISTER, KITCHEN, CheckMethod::Phoned, &typed_day(12)).unwrap();
    assert_eq!(scene.whole(KITCHEN).account.unwrap().check.unwrap().2, "Ann Lister");
    scene.ann.clerk_pay(REGISTER, KITCHEN, &pay("400", 12)).unwrap();
}

#[test]
fn another_name_at_the_bank_stands_in_the_way_until_somebody_phones() {
    let mut scene = Scene::with(Scene::sheet);
    let said = |outcome, bank_name: &str| TypedConfirmation {
        outcome,
        bank_name: bank_name.into(),
        action: "Asked the treasurer".into(),
        seen_on: typed_day(12),
    };
    let nameless = scene.ann.clerk_confirm(REGISTER, GARDEN, &said(Confirmation::CloseMatch, " "));
    assert!(matches!(nameless, Err(Error::Fields(_))));
    scene.ann.clerk_confirm(REGISTER, GARDEN, &said(Confirmation::NoMatch, "")).unwrap();
    assert_eq!(scene.listed(GARDEN).bars, [PayBar::NoMatch]);
    assert!(matches!(scene.ann.clerk_pay(REGISTER, GARDEN, &pay("1", 12)), Err(Error::Payment(PaymentError::NoMatch))));
    scene.ann.clerk_check(REGISTER, GARDEN, CheckMethod::Phoned, &typed_day(12)).unwrap();
    assert_eq!(scene.listed(GARDEN).bars, []);
    let account = scene.whole(GARDEN).account.unwrap();
    let (outcome, _, action, _, by) = account.confirmation.unwrap();
    assert_eq!((outcome, action.as_str(), by.as_str()), (Confirmation::NoMatch, "Asked the treasurer", "Ann Lister"));
}
