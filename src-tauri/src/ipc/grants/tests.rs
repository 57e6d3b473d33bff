//! What crosses about grants, from the sample partnership: figures, what was typed, and refusals with their facts.

use std::sync::Arc;

use domain::grant::GrantState;
use domain::payment::Method;
use serde_json::json;
use usecases::grant::{GrantFilter, GrantSort, GrantTab, TypedPayment, record_payment, save_feedback_typing};
use usecases::register::KdfCost;
use usecases::{Case, GrantCase, Open, SystemSurroundings, home, sample};

use super::convert;
use crate::ipc::CommandError;
use crate::ipc::dto::field::{TypedCount, TypedDate};
use crate::ipc::dto::grant::TypedFeedback;
use crate::ipc::value::Pence;

fn opened() -> (tempfile::TempDir, Open) {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = sample::create(place.path(), KdfCost::for_tests(), Arc::new(SystemSurroundings)).unwrap();
    (place, open)
}

fn in_state(open: &Open, state: GrantState) -> (&Case, &GrantCase) {
    let today = open.today();
    let mut grants = open.cases().filter_map(|case| Some((case, case.grant.as_ref()?)));
    grants.find(|(_, grant)| grant.grant.state(today) == state).unwrap()
}

/// As the window reads it.
fn pence(crossing: Pence) -> i64 {
    serde_json::to_value(crossing).unwrap().as_i64().unwrap()
}

#[test]
fn every_grant_crosses_with_the_same_figures_in_its_row_and_in_its_view() {
    let (_place, open) = opened();
    let filter =
        GrantFilter { tab: GrantTab::All, text: String::new(), sort: GrantSort::Reference, descending: false, offset: 0, limit: 100 };
    let list = convert::list(&open, &usecases::grant::list(&open, &filter));
    assert_eq!(list.rows.len(), open.cases().filter(|case| case.grant.is_some()).count());
    assert!(list.rows.len() >= 5);
    assert_eq!(list.counts.len(), GrantTab::ALL.len());
    for (row, case) in list.rows.iter().map(|row| (row, open.cases().find(|case| case.id().to_string() == row.application_id).unwrap())) {
        let view = convert::view(&open, case, case.grant.as_ref().unwrap());
        assert_eq!((&view.id, &view.reference, Some(&view.group_name)), (&row.id, &row.reference, row.group_name.as_ref()));
        assert_eq!((view.granted_pence, view.paid_pence, view.left_pence), (row.granted_pence, row.paid_pence, row.left_pence));
        assert_eq!((view.state, view.owed.first()), (row.state, row.next.as_ref()));
        assert!(view.story.is_sorted_by(|a, b| a.on >= b.on), "{}", view.reference);
        assert!(view.story.len() >= 3, "{}", view.reference);
        let standing = view.payments.iter().filter(|payment| payment.undone.is_none());
        assert_eq!(standing.map(|payment| pence(payment.amount_pence)).sum::<i64>(), pence(view.paid_pence), "{}", view.reference);
        assert!(!view.costs.is_empty(), "{}", view.reference);
    }
}

#[test]
fn no_full_account_number_crosses_with_a_view() {
    let (_place, mut open) = opened();
    let (case, grant) = in_state(&open, GrantState::BeingPaid);
    let view = serde_json::to_string(&convert::view(&open, case, grant)).unwrap();
    let id = grant.grant.id;
    let details = usecases::grant::reveal_account(&mut open, id).unwrap().value;
    assert_eq!(details.account_number.len(), 8);
    assert!(!view.contains(&details.account_number) && !view.contains(&details.sort_code));
    assert!(view.contains(&details.account_number[4..]));
}

#[test]
fn feedback_comes_back_exactly_as_it_was_typed() {
    let (_place, mut open) = opened();
    let typed = TypedFeedback {
        received_on: TypedDate { day: "1".into(), month: "feb".into(), year: String::new() },
        how_much: " Six beds, \"and\" a shed\n".into(),
        by_age: vec![TypedCount { age: "65+".into(), count: "about ten".into() }],
        ..TypedFeedback::default()
    };
    let (case, grant) = in_state(&open, GrantState::BeingPaid);
    let (application, id) = (case.id(), grant.grant.id);
    save_feedback_typing(&mut open, id, &serde_json::to_string(&typed).unwrap()).unwrap();
    let case = open.case(application).unwrap();
    assert_eq!(convert::view(&open, case, case.grant.as_ref().unwrap()).feedback, Some(typed.clone()));

    let unknown = TypedFeedback { by_age: vec![TypedCount { age: "0-99".into(), count: String::new() }], ..typed };
    assert_eq!(convert::typed_feedback(unknown), Err(CommandError::NotFound));
}

#[test]
fn a_refused_payment_crosses_with_its_figures() {
    let (_place, mut open) = opened();
    let (_, grant) = in_state(&open, GrantState::BeingPaid);
    let (id, granted, left) = (grant.grant.id, grant.grant.amount.pence(), grant.grant.left_to_pay());
    let typed = TypedPayment {
        amount: left.plus(domain::Money::from_pence(101)).to_string(),
        paid_on: domain::date::TypedDate::from_date(open.today()),
        reference: "CC".into(),
        method: Method::BankTransfer,
    };
    let error = CommandError::from(record_payment(&mut open, id, &typed).unwrap_err());
    let expected = json!({
        "code": "grantRefused",
        "refusal": { "kind": "exceedsGrant", "grantedPence": granted, "leftPence": left.pence(), "overPence": 101 },
    });
    assert_eq!(serde_json::to_value(error).unwrap(), expected);
}

#[test]
fn each_duty_crosses_with_its_amount_and_its_days() {
    let (_place, open) = opened();
    let home = home::home(&open);
    let crossed: Vec<_> = home.tasks.iter().map(|task| convert::owed(&task.owed, home.today)).collect();
    assert!(crossed.iter().any(|owed| owed.days_late.is_some()));
    for (owed, task) in crossed.iter().zip(&home.tasks) {
        let has_amount = matches!(task.owed.duty, domain::owed::Duty::Pay(_) | domain::owed::Duty::GetMoneyBack(_));
        assert_eq!(owed.amount_pence.is_some(), has_amount);
        assert_eq!(owed.days_late.is_some(), task.owed.due_on.is_some_and(|due| due < home.today));
    }
}
