//! What crosses about interests, from the sample partnership.

use std::sync::Arc;

use domain::interest::{Answer, InterestKind, Reach};
use usecases::interest::{NewStanding, TypedAnswer, add_standing, answer, gate, register};
use usecases::register::KdfCost;
use usecases::{Open, SystemSurroundings, sample};

use super::convert;
use crate::ipc::CommandError;
use crate::ipc::dto::interest::{AddStandingInterestInput, InterestKind as Kind, Reach as HowFar, Stance};

fn opened() -> (tempfile::TempDir, Open) {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = sample::create(place.path(), KdfCost::for_tests(), Arc::new(SystemSurroundings)).unwrap();
    (place, open)
}

/// Something received that the group was not told about.
fn waiting(open: &Open) -> domain::id::ApplicationId {
    open.cases().find(|case| case.is_sealed() && case.content().is_some()).unwrap().id()
}

#[test]
fn the_gate_names_everybody_whose_name_may_tell_one_of_an_interest_and_nothing_of_the_text() {
    let (_place, open) = opened();
    let id = waiting(&open);
    let case = open.case(id).unwrap();
    let crossed = convert::gate(&gate(&open, id).unwrap());
    let cover = case.cover().unwrap();
    assert_eq!(crossed.group_name.as_deref(), case.group_name());
    assert_eq!(crossed.one_line.as_deref(), Some(cover.summary.as_str()));
    let contacts = cover.contacts.iter().filter(|contact| !contact.name.is_empty()).count();
    assert_eq!(crossed.people.len(), contacts + usize::from(!cover.payee_name.is_empty()));
    assert_eq!(crossed.people.iter().any(|person| person.part == "Paid to"), !cover.payee_name.is_empty());
    let whole = serde_json::to_string(&crossed).unwrap();
    let answers = &case.content().unwrap().answers;
    assert!(answers.iter().filter(|answer| answer.text.len() > 20).all(|answer| !whole.contains(&answer.text)));
}

#[test]
fn after_an_interest_is_declared_the_gate_says_who_stands_where_and_names_nobody() {
    let (_place, mut open) = opened();
    let id = waiting(&open);
    let name = open.case(id).unwrap().group_name().unwrap().to_owned();
    let typed = TypedAnswer {
        answer: Answer::Interest,
        kinds: vec![InterestKind::Financial, InterestKind::Personal],
        reach: Some(Reach::Indirect),
        how: format!("My sister is paid by {name}"),
    };
    answer(&mut open, id, &typed).unwrap();
    let crossed = convert::gate(&gate(&open, id).unwrap());
    assert_eq!(crossed.stance, Stance::Conflicted);
    assert_eq!((crossed.group_name.as_deref(), crossed.one_line.as_deref(), crossed.people.len()), (None, None, 0));
    assert!(crossed.said.as_ref().is_some_and(|said| said.how.is_none()));
    assert!(!serde_json::to_string(&crossed).unwrap().contains(&name));
    let all = convert::register(&open, register(&open).unwrap()).unwrap();
    let mine = all.declared.iter().find(|one| one.application_id == id.to_string()).unwrap();
    assert_eq!((mine.group_name.as_deref(), mine.said.how.as_deref(), mine.may_rule), (None, None, false));
}

#[test]
fn an_entry_of_the_standing_register_crosses_both_ways_and_shows_where_it_looks_alike() {
    let (_place, mut open) = opened();
    let id = waiting(&open);
    let me = open.member().id;
    let input = |member: String| AddStandingInterestInput {
        member_id: member,
        body: format!("the {}", open.case(id).unwrap().group_name().unwrap().to_uppercase()),
        how: "Trustee".into(),
        kind: Kind::Loyalty,
        reach: HowFar::Direct,
        since: domain::date::TypedDate::from_date(open.today()).into(),
    };
    assert!(matches!(convert::new_standing(input("somebody".into())), Err(CommandError::NotFound)));
    let new: NewStanding = convert::new_standing(input(me.to_string())).unwrap();
    add_standing(&mut open, &new).unwrap();
    let all = convert::register(&open, register(&open).unwrap()).unwrap();
    let entry = all.standing.iter().find(|entry| entry.member_id == me.to_string() && entry.how == "Trustee").unwrap();
    assert_eq!((entry.kind, entry.reach, entry.may_end, entry.ended_on), (Kind::Loyalty, HowFar::Direct, true, None));
    let crossed = convert::gate(&gate(&open, id).unwrap());
    assert_eq!(crossed.matches.iter().map(|found| found.body.as_str()).collect::<Vec<_>>(), [entry.body.as_str()]);
}
