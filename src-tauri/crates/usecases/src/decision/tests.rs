//! Decisions typed in from paper minutes, in a register with members and choices of its own.

use super::{day, record};
use crate::constitution::{TypedChoices, change};
use crate::interest::tests::place::{Place, approve, at_register, day as on, figures, on as typed_on, resolved};
use crate::text::{DecisionFigures, DecisionWords, VoteFigures};
use crate::{Error, FieldFault, Open};
use domain::Money;
use domain::constitution::{CastingVote, Threshold, Withdrawal};
use domain::decision::{Body, Figures, NewDecision, Outcome};
use domain::meeting::{Count, MeetingRefusal, Tally, VoteRefusal, Way};
use domain::member::Role;

fn declined() -> NewDecision {
    resolved(Outcome::Declined { reasons: "The party was over.".into() })
}

fn choices() -> TypedChoices {
    TypedChoices {
        advisory_counts: true,
        remained_counts: true,
        withdrawal: Withdrawal::GroupDecides,
        casting: CastingVote::WhoeverChairs,
        email_threshold: Threshold::MostResidents,
        email_days: "7".into(),
        sub_group_decides: true,
        up_to: "300".into(),
        from: typed_on("2023-01-17"),
        reason: "Agreed.".into(),
    }
}

fn fields(error: Error) -> Vec<(String, FieldFault)> {
    match error {
        Error::Fields(faults) => faults,
        other => panic!("{other:?}"),
    }
}

fn kept(open: &Open, id: domain::id::ApplicationId) -> Option<DecisionFigures> {
    open.case(id).unwrap().decisions.last().unwrap().words.clone().unwrap().figures
}

#[test]
fn a_refusal_too_is_held_to_the_quorum_and_the_majority_and_changes_nothing() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let open = place.open();
    let vote = |agree, against, not_voting| Way::Vote(Tally { agree, against, not_voting, casting: None });
    let mut with = |figures: Figures| record(open, id, &declined(), &figures).unwrap_err();
    let too_few = VoteRefusal::TooFewMembers { present: 6, members: 13, needed: 7 };
    let refused = with(Figures { present: 6, residents: 6, ..figures() });
    assert!(matches!(refused, Error::Meeting(MeetingRefusal::Vote(refusal)) if refusal == too_few), "{refused:?}");
    let refused = with(Figures { way: vote(3, 3, 1), ..figures() });
    assert!(matches!(refused, Error::NotCarried(Count { agreed: 3, of: 7, needed: 4 })), "{refused:?}");
    assert_eq!(fields(with(Figures { residents: 10, ..figures() })), [("residents".to_owned(), FieldFault::AtMost { most: 9 })]);
    let recommends = record(open, id, &NewDecision { body: Body::SubGroup, ..declined() }, &figures()).unwrap_err();
    assert!(matches!(recommends, Error::Meeting(MeetingRefusal::ForThePartnership)), "{recommends:?}");
    let by_email = record(open, id, &NewDecision { body: Body::EmailVote, ..declined() }, &figures());
    assert!(matches!(by_email, Err(Error::WrongState)));
    assert!(open.case(id).unwrap().decisions.is_empty());

    record(open, id, &declined(), &Figures { way: vote(4, 2, 1), ..figures() }).unwrap();
    let votes = VoteFigures { agree: 4, against: 2, not_voting: 1, casting_for: None };
    let expected = DecisionFigures::Meeting { members: 13, present: 9, residents: 7, agreed: 4, needed: 4, vote: Some(votes) };
    assert_eq!(kept(open, id), Some(expected));
}

#[test]
fn the_members_list_of_the_day_stands_behind_the_figures() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let open = place.open();
    for number in 0..9 {
        at_register(open, &format!("Resident {number}"), Role::Resident);
    }
    // With the chair and the vice-chair eleven residents, and the reviewer advises.
    let today = day(open, on("2023-01-17")).unwrap();
    assert_eq!((today.residents, today.advisory), (11, 1));
    assert_eq!(day(open, on("2021-01-17")).unwrap().residents, 0);
    let few = Figures { members: 11, ..figures() };
    assert_eq!(fields(record(open, id, &declined(), &few).unwrap_err()), [("members".to_owned(), FieldFault::AtLeast { least: 12 })]);
    record(open, id, &declined(), &Figures { members: 12, ..figures() }).unwrap();
}

#[test]
fn the_choices_of_the_day_give_the_sub_group_its_power_and_its_limit() {
    let mut place = Place::new();
    let id = place.received("Merrybank Growers");
    let open = place.open();
    change(open, &choices()).unwrap();
    let sub_group = |outcome| NewDecision { body: Body::SubGroup, ..resolved(outcome) };
    let five = Figures { members: 5, present: 4, residents: 3, ..figures() };
    let whole = sub_group(Outcome::Approved { amount: Money::from_pence(40_000) });
    let refused = record(open, id, &whole, &five).unwrap_err();
    assert!(matches!(refused, Error::Meeting(MeetingRefusal::OverSubGroupLimit { up_to }) if up_to.pence() == 30_000), "{refused:?}");
    let before = NewDecision { decided_on: on("2023-01-16"), ..sub_group(Outcome::Declined { reasons: "No.".into() }) };
    let refused = record(open, id, &before, &five).unwrap_err();
    assert!(matches!(refused, Error::Meeting(MeetingRefusal::ForThePartnership)), "it had no power the day before: {refused:?}");
    let part = sub_group(Outcome::ApprovedInPart { amount: Money::from_pence(30_000), purpose: "The beds".into() });
    assert!(record(open, id, &part, &five).unwrap().value.grant_id.is_some());
}

#[test]
fn figures_are_sealed_with_the_decision_and_decisions_from_before_have_none() {
    let mut place = Place::new();
    let anita = place.anita;
    let id = place.received("Merrybank Growers");
    approve(place.open(), id).unwrap();
    assert!(place.sit(anita).case(id).unwrap().decisions[0].words.is_none());
    assert!(!place.journal().contains("residents"));
    let older: DecisionWords = serde_json::from_str(r#"{"words":"","decided_by":"The meeting","conditions":[]}"#).unwrap();
    assert_eq!(older.figures, None);
    let by_email = DecisionFigures::Email { residents: 8, agreed: 5, needed: 5, against: 1, abstained: 1 };
    let words = DecisionWords { figures: Some(by_email), ..older };
    assert_eq!(serde_json::from_str::<DecisionWords>(&serde_json::to_string(&words).unwrap()).unwrap(), words);
}
