//! The close: decisions, the money they share, minutes, and what comes back.

use super::place::*;
use crate::decision::TypedOutcome;
use crate::grant::{GrantFilter, list};
use crate::sitting::{Step, TypedClose, close, resolve, sitting, take_step, undo};
use crate::text::DecisionFigures;
use crate::{Error, meeting};
use domain::decision::{Body, DecisionError, Outcome};
use domain::meeting::{ItemKind, MeetingKind, MeetingRefusal, Way};
use domain::{Money, application::ApplicationState};

fn filter() -> GrantFilter {
    GrantFilter {
        tab: crate::grant::GrantTab::All,
        text: String::new(),
        sort: crate::grant::GrantSort::Reference,
        descending: false,
        offset: 0,
        limit: 10,
    }
}

#[test]
fn what_was_carried_becomes_a_decision_and_a_grant_when_the_meeting_is_closed() {
    let mut held = Held::new();
    let (growers, item) = held.application("Merrybank Growers");
    let (owls, lost) = held.application("Night Owls");
    held.started();
    held.take(item, "6:35pm");
    held.grant(item, "400", vote(4, 1, 0), "6:40pm").unwrap();
    held.take(lost, "6:45pm");
    held.grant(lost, "400", vote(1, 4, 0), "6:50pm").unwrap();
    let id = held.meeting;
    assert!(held.open().case(growers).unwrap().decisions.is_empty());
    assert_eq!(sitting(held.open(), id, false).unwrap().decisions, 1);

    // A vote that was lost leaves its item open.
    assert!(matches!(held.close("7:00pm"), Err(Error::ItemNotClosed { number: 2 })));
    take_step(held.open(), lost, Step::Noted, "6:55pm").unwrap();
    held.close("7:00pm").unwrap();

    let case = held.open().case(growers).unwrap();
    let decision = case.decisions.last().unwrap();
    assert_eq!(decision.outcome, Outcome::Approved { amount: Money::from_pence(40_000) });
    assert_eq!((decision.decided_on, decision.body), (day("2023-01-17"), Body::Partnership));
    let words = decision.words.as_ref().unwrap();
    assert_eq!(words.decided_by, "Partnership meeting of 17 January 2023");
    assert_eq!(words.conditions, ["Keep the tools in the hub."]);
    assert!(
        matches!(words.figures, Some(DecisionFigures::Meeting { members: 7, present: 7, residents: 5, agreed: 4, needed: 3, .. })),
        "{words:?}"
    );
    assert!(held.open().case(owls).unwrap().decisions.is_empty());
    assert_eq!(list(held.open(), &filter()).rows.len(), 1);
    let kept = held.open().register().read(|tx| tx.meeting_decisions(id.0)).unwrap();
    assert_eq!((kept.len(), kept[0].application_id), (1, growers.0));
    let now = held.now();
    assert!(matches!(undo(held.open(), id), Err(Error::Meeting(MeetingRefusal::AlreadyEnded))));
    assert_eq!(held.now(), now);
    assert_eq!(meeting::read(held.open(), id).unwrap().stage(), meeting::Stage::Ended);
}

#[test]
fn two_grants_of_one_meeting_share_the_same_money() {
    let mut held = Held::new();
    let groups: Vec<_> = ["One", "Two", "Three", "Four", "Five", "Six", "Seven"].map(|name| held.application(name)).to_vec();
    held.started();
    // £2,500 is free, and six grants of £400 leave £100.
    for (_, item) in &groups[..6] {
        held.take(*item, "6:35pm");
        held.grant(*item, "400", Way::Consensus, "6:35pm").unwrap();
    }
    let (last, item) = groups[6];
    held.take(item, "6:40pm");
    let refused = held.grant(item, "400", Way::Consensus, "6:40pm");
    assert!(matches!(refused, Err(Error::Decision(DecisionError::MoreThanFree { free, .. })) if free.pence() == 10_000), "{refused:?}");
    held.grant(item, "100", Way::Consensus, "6:41pm").unwrap();
    held.close("7:00pm").unwrap();
    assert_eq!(held.open().case(last).unwrap().grant.as_ref().unwrap().grant.amount, Money::from_pence(10_000));
    let code = held.open().fund().activity.clone();
    assert_eq!(held.open().line(&code).free(), Money::ZERO);
}

#[test]
fn a_close_that_would_not_stand_changes_nothing_and_says_which_item() {
    let mut held = Held::new();
    let (growers, first) = held.application("Merrybank Growers");
    let (owls, second) = held.application("Night Owls");
    held.started();
    for item in [first, second] {
        held.take(item, "6:35pm");
        held.grant(item, "400", Way::Consensus, "6:35pm").unwrap();
    }
    // Between the resolution and the close the second group takes its application back.
    crate::application::withdraw(held.open(), owls, "They found other money.").unwrap();
    let id = held.meeting;
    let (journal, now) = (held.open().register().head().unwrap(), held.now());
    let refused = held.close("7:00pm");
    let expected = DecisionError::NotOpen { state: ApplicationState::Withdrawn };
    assert!(matches!(refused, Err(Error::Unsound { number: 2, refused }) if refused == expected), "{refused:?}");
    assert_eq!((held.open().register().head().unwrap(), held.now()), (journal, now));
    assert!(held.open().case(growers).unwrap().decisions.is_empty());
    assert!(held.open().register().read(|tx| tx.meeting_decisions(id.0)).unwrap().is_empty());
    undo(held.open(), id).unwrap();
    take_step(held.open(), second, Step::Noted, "6:50pm").unwrap();
    held.close("7:00pm").unwrap();
    assert_eq!(held.open().case(growers).unwrap().decisions.len(), 1);
}

#[test]
fn what_was_put_off_or_deferred_stands_on_the_next_agenda() {
    let mut held = Held::new();
    let dates = held.item(ItemKind::General, "Dates", None);
    let (growers, item) = held.application("Merrybank Growers");
    let next = planned(held.open(), MeetingKind::Partnership, "2023-02-21");
    held.started();
    held.take(dates, "6:35pm");
    take_step(held.open(), dates, Step::PutOff, "6:36pm").unwrap();
    held.take(item, "6:40pm");
    let typed = proposing(TypedOutcome::Deferred { missing: "A quote".into() }, Way::Consensus);
    resolve(held.open(), item, &typed, "6:45pm").unwrap();
    held.close("7:00pm").unwrap();
    assert_eq!(held.open().case(growers).unwrap().state(), ApplicationState::Deferred);
    let agenda = meeting::read(held.open(), next).unwrap();
    let from: Vec<_> = agenda.items.iter().filter_map(|item| item.row.comes_from).collect();
    assert!(from.contains(&dates.0) && from.contains(&item.0), "{agenda:?}");
}

#[test]
fn the_sub_group_recommends_and_nothing_is_decided() {
    let mut held = Held::of(MeetingKind::SubGroup);
    let (growers, item) = held.application("Merrybank Growers");
    held.started();
    held.take(item, "6:35pm");
    held.grant(item, "400", Way::Consensus, "6:40pm").unwrap();
    let id = held.meeting;
    let seen = sitting(held.open(), id, true).unwrap();
    assert_eq!((seen.decides_grants, seen.decisions), (false, 0));
    assert_eq!(seen.in_hand.unwrap().application.unwrap().free, Money::from_pence(250_000));
    held.close("7:00pm").unwrap();
    assert!(held.open().case(growers).unwrap().decisions.is_empty());
}

#[test]
fn minutes_that_were_approved_are_closed_with_the_meeting_that_approved_them() {
    let mut held = Held::new();
    let first = held.meeting;
    held.started();
    held.close("7:00pm").unwrap();
    held.place.move_to("2023-01-24");
    held.meeting = planned(held.open(), MeetingKind::Partnership, "2023-01-24");
    let second = held.meeting;
    let item = meeting::read(held.open(), second).unwrap().items[0].clone();
    assert_eq!(item.row.minutes_of, Some(first.0));
    held.started();
    held.take(item.id, "6:35pm");
    resolve(held.open(), item.id, &other("That the minutes be approved", Way::Consensus), "6:36pm").unwrap();
    assert_eq!(meeting::read(held.open(), first).unwrap().stage(), meeting::Stage::Ended);
    held.close("7:00pm").unwrap();
    assert_eq!(meeting::read(held.open(), first).unwrap().stage(), meeting::Stage::Approved);
    let marcia = held.residents[0];
    let refused = crate::sitting::attend(held.open(), first, marcia, crate::sitting::Attendance::Left, "7:10pm");
    assert!(matches!(refused, Err(Error::MinutesClosed)), "{refused:?}");
}

#[test]
fn a_short_embargo_has_a_last_day_and_a_reason() {
    let mut held = Held::new();
    let id = held.meeting;
    held.started();
    let until = |day: &str, reason: &str| TypedClose { at: "7pm".into(), embargo_until: on(day), embargo_reason: reason.into() };
    let no_day = TypedClose { embargo_until: domain::date::TypedDate::default(), ..until("2023-01-20", "The family is told first") };
    for (typed, field) in
        [(until("2023-01-20", " "), "embargoReason"), (no_day, "embargoUntil"), (until("2023-01-16", "Told"), "embargoUntil")]
    {
        let refused = close(held.open(), id, &typed);
        assert!(matches!(&refused, Err(Error::Fields(fields)) if fields[0].0 == field), "{refused:?}");
    }
    close(held.open(), id, &until("2023-01-20", "The family is told first")).unwrap();
    let kept = meeting::read(held.open(), id).unwrap().embargo.unwrap();
    assert_eq!((kept.until, kept.reason.as_str()), (day("2023-01-20"), "The family is told first"));
}
