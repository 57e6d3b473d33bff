//! What of a meeting is sealed, to whom, and that the meeting goes on for those who may not read it.

use super::place::*;
use crate::sitting::{Attendance, Step, What, declare, resolve, settle, sitting, take_step};
use crate::{Error, decision, embargo};
use domain::id::ApplicationId;
use domain::interest::{Sight, Stance};
use domain::meeting::{ItemKind, ItemState, MeetingRefusal, Part, Way};
use std::collections::BTreeSet;
use store::{EntryKind, Which};
use uuid::Uuid;

/// The blobs of the entries of a meeting.
fn entry_blobs(held: &mut Held) -> BTreeSet<Uuid> {
    let id = held.meeting;
    let rows = held.open().register().read(|tx| tx.entries_of_meeting(Which::One(id.0))).unwrap();
    rows.iter().filter_map(|row| row.text.blob_id()).collect()
}

fn resolved(held: &mut Held) -> (ApplicationId, domain::id::ItemId) {
    let (growers, item) = held.application("Merrybank Growers");
    held.started();
    held.take(item, "6:35pm");
    (growers, item)
}

#[test]
fn an_interest_declared_in_the_room_closes_the_application_to_that_members_key() {
    let mut held = Held::new();
    let (growers, item) = resolved(&mut held);
    let (grace, joan, marcia) = (held.residents[1], held.place.joan, held.place.marcia);
    let sealed: BTreeSet<Uuid> = held.place.blobs();
    assert!(held.place.opened_by(grace).is_superset(&sealed));
    let refused = declare(held.open(), item, grace, &interest(" ", None), "6:40pm");
    assert!(matches!(&refused, Err(Error::Fields(fields)) if fields[0].0 == "how"), "{refused:?}");
    declare(held.open(), item, grace, &interest("She sits on its committee.", None), "6:40pm").unwrap();
    assert_eq!(held.place.log(), 0, "the log keeps nothing as it was sealed before");
    settle(held.open(), item, grace, Part::Withdrew, "6:41pm").unwrap();
    held.grant(item, "250", vote(4, 0, 0), "6:45pm").unwrap();

    assert_eq!(held.open().stance(grace, growers).unwrap(), Stance::Conflicted);
    assert!(held.place.opened_by(grace).is_disjoint(&sealed));
    let entries = entry_blobs(&mut held);
    assert_eq!(entries.len(), 3);
    assert!(held.place.opened_by(grace).is_disjoint(&entries));
    for reader in [joan, marcia] {
        assert!(held.place.opened_by(reader).is_superset(&entries));
    }

    // At the register she sees that something was resolved, and not what; the rest of the meeting goes on.
    let (id, journal) = (held.meeting, held.place.journal());
    assert!(!journal.contains("committee"));
    held.place.sit(grace);
    let now = held.now();
    let kinds: Vec<_> = now.events_of(item).map(|event| event.what.clone()).collect();
    let closed = [EntryKind::Declared, EntryKind::TookPart, EntryKind::Resolved].map(What::Closed);
    assert_eq!(kinds, [vec![What::Taken { noted: 0 }], closed.to_vec()].concat());
    let seen = sitting(held.open(), id, true).unwrap();
    assert_eq!((seen.items[0].title.as_deref(), seen.items[0].reference.as_deref()), (None, Some("CC-2023-001")));
    let hand = seen.in_hand.unwrap();
    assert!(hand.application.is_none() && hand.interests.is_empty() && hand.resolutions.is_empty());
    assert_eq!((seen.decisions, seen.last), (0, None));
    // What she may not read has its time: her own entries come after it.
    let refused = held.attend(held.residents[2], Attendance::Left, "6:44pm");
    assert!(matches!(refused, Err(Error::Meeting(MeetingRefusal::BeforeTheLast { .. }))), "{refused:?}");
    held.attend(held.residents[2], Attendance::Left, "6:50pm").unwrap();
    assert!(matches!(held.grant(item, "250", Way::Consensus, "6:51pm"), Err(Error::NotFound)));
    assert!(matches!(take_step(held.open(), item, Step::Noted, "6:51pm"), Err(Error::NotFound)));
    assert!(matches!(held.close("7:00pm"), Err(Error::NotFound)));
    // What she recorded stands for everybody else.
    held.place.sit(joan);
    assert_eq!(held.now().record.item(item).unwrap().state, ItemState::Decided);
    held.close("7:00pm").unwrap();
    assert_eq!(held.open().case(growers).unwrap().decisions.len(), 1);
}

#[test]
fn somebody_with_an_interest_may_take_the_item_up_and_it_is_noted_whose_interests_there_are() {
    let mut held = Held::new();
    let (growers, item) = held.application("Merrybank Growers");
    let (grace, joan) = (held.residents[1], held.place.joan);
    let typed = crate::interest::TypedAnswer {
        kinds: vec![domain::interest::InterestKind::Financial],
        ..crate::interest::TypedAnswer::declared("She is its tenant.")
    };
    crate::interest::answer(held.place.sit(grace), growers, &typed).unwrap();
    held.started();
    held.take(item, "6:35pm");
    held.place.sit(joan);
    let id = held.meeting;
    let seen = sitting(held.open(), id, true).unwrap().in_hand.unwrap();
    assert_eq!(seen.interests.len(), 1);
    assert_eq!((seen.interests[0].financial, seen.interests[0].how.as_deref()), (true, Some("She is its tenant.")));
    // Another may look at the screen: the words are left out until they are to be shown.
    let hidden = sitting(held.open(), id, false).unwrap().in_hand.unwrap();
    assert!(hidden.hidden && hidden.application.is_none() && hidden.item.title.is_none());
    assert_eq!((hidden.interests[0].name.as_str(), hidden.interests[0].how.as_deref()), ("Grace Adeyemi", None));
}

#[test]
fn what_is_not_public_is_sealed_to_those_who_read_applications() {
    let mut held = Held::new();
    let item = held.item(ItemKind::Joining, "Pat Lindley would join", None);
    held.started();
    held.take(item, "6:35pm");
    let carol = held.advisers[1];
    declare(held.open(), item, carol, &interest("Pat is her son.", Some(Part::Remained)), "6:36pm").unwrap();
    resolve(held.open(), item, &other("That Pat Lindley join", vote(5, 0, 0)), "6:40pm").unwrap();
    // Visitors may look at the screen until somebody says otherwise.
    let id = held.meeting;
    let unasked = sitting(held.open(), id, false).unwrap();
    assert_eq!(unasked.items[0].title, None);
    assert!(unasked.in_hand.is_some_and(|hand| hand.hidden && hand.minutes.is_empty() && hand.resolutions.is_empty()));
    assert!(sitting(held.open(), id, true).unwrap().items[0].title.is_some());
    let entries = entry_blobs(&mut held);
    let (anita, ines) = (held.place.anita, held.place.ines);
    assert_eq!(entries.len(), 2);
    assert!(held.place.opened_by(anita).is_disjoint(&entries));
    assert!(held.place.opened_by(ines).is_superset(&entries));
    held.place.sit(anita);
    let seen = sitting(held.open(), id, true).unwrap();
    assert_eq!((seen.items[0].title.as_deref(), seen.may_minute), (None, false));
    assert!(seen.in_hand.unwrap().interests.is_empty());
    assert!(matches!(held.attend(carol, Attendance::Left, "6:50pm"), Err(Error::NotPermitted(_))));
}

#[test]
fn an_application_opened_early_keeps_its_resolution_until_the_group_is_told() {
    let mut held = Held::new();
    let (growers, item) = resolved(&mut held);
    embargo::open_early(held.open(), growers, "The papers had it.").unwrap();
    held.grant(item, "250", vote(4, 1, 0), "6:45pm").unwrap();
    let (entries, anita) = (entry_blobs(&mut held), held.place.anita);
    assert!(held.place.opened_by(anita).is_disjoint(&entries));
    held.close("7:00pm").unwrap();
    assert!(held.place.opened_by(anita).is_disjoint(&entries));
    decision::issue(held.open(), growers, day("2023-01-17"), "By letter").unwrap();
    assert!(held.place.opened_by(anita).is_superset(&entries));
    held.place.sit(anita);
    assert_eq!(held.open().case(growers).unwrap().sight, Sight::Whole);
    assert_eq!(held.now().record.item(item).unwrap().state, ItemState::Decided);
}

#[test]
fn a_decision_that_was_told_opens_the_record_of_its_item_to_everybody() {
    let mut held = Held::new();
    let (growers, item) = resolved(&mut held);
    let grace = held.residents[1];
    declare(held.open(), item, grace, &interest("She sits on its committee.", Some(Part::Remained)), "6:40pm").unwrap();
    held.grant(item, "250", vote(4, 0, 0), "6:45pm").unwrap();
    held.close("7:00pm").unwrap();
    let entries = entry_blobs(&mut held);
    assert!(held.place.opened_by(grace).is_disjoint(&entries));
    decision::issue(held.open(), growers, day("2023-01-17"), "By letter").unwrap();
    for reader in [grace, held.place.anita] {
        assert!(held.place.opened_by(reader).is_superset(&entries));
    }
}
