//! Who is in the room, what is undone, and what stands after a restart.

use super::place::*;
use crate::sitting::{Attendance, Place as Where, Step, Weighed, What, declare, settle, sitting, start, take_step, undo, weigh};
use crate::{Error, FieldFault};
use domain::meeting::{ItemKind, ItemState, MeetingKind, MeetingRefusal, Part, VoteRefusal, Way};
use store::EntryKind;

#[test]
fn who_comes_and_goes_is_counted_for_the_item_in_hand() {
    let mut held = Held::new();
    let item = held.item(ItemKind::General, "Dates", None);
    held.started();
    held.take(item, "6:35pm");
    let [marcia, grace, ken, ..] = held.residents;
    let [ines, carol] = held.advisers;
    let floor = held.now().record.floor(Some(item));
    assert_eq!((floor.quorum.members, floor.quorum.present, floor.residents), (7, 7, 5));
    held.attend(ines, Attendance::Left, "6:40pm").unwrap();
    held.attend(grace, Attendance::Left, "6:41pm").unwrap();
    held.attend(carol, Attendance::Left, "6:42pm").unwrap();
    held.attend(ken, Attendance::Left, "6:43pm").unwrap();

    let id = held.meeting;
    let seen = sitting(held.open(), id, false).unwrap();
    let quorum = &seen.in_hand.as_ref().unwrap().quorum;
    assert!(!quorum.floor.quorum.is_met());
    let ended = quorum.ended_by.as_ref().unwrap();
    assert_eq!((ended.name.as_str(), ended.at.to_string().as_str(), ended.withdrew), ("Ken Ashby", "18:43:00", false));
    let refused = crate::sitting::resolve(held.open(), item, &other("That they be agreed", Way::Consensus), "6:44pm");
    let expected = VoteRefusal::TooFewMembers { present: 3, members: 7, needed: 4 };
    assert!(matches!(refused, Err(Error::Meeting(MeetingRefusal::Vote(refused))) if refused == expected), "{refused:?}");

    let chair = seen.seats.iter().find(|seat| seat.chairs).unwrap();
    assert_eq!((chair.seat.member, chair.place), (marcia, Where::Here { since: "18:30:00".parse().unwrap(), late: false }));
    assert_eq!(seen.last.as_ref().map(|last| (last.kind, last.name.as_deref())), Some((EntryKind::Left, Some("Ken Ashby"))));
    held.attend(ken, Attendance::Arrived, "6:50pm").unwrap();
    let seen = sitting(held.open(), id, false).unwrap();
    assert_eq!(seen.in_hand.unwrap().quorum.ended_by, None);
    let seat = seen.seats.iter().find(|seat| seat.seat.member == ken).unwrap();
    assert_eq!(seat.place, Where::Here { since: "18:50:00".parse().unwrap(), late: true });
}

#[test]
fn a_meeting_is_held_from_its_day_on_and_typed_in_later_with_its_own_times() {
    let mut held = Held::new();
    let (marcia, id) = (held.residents[0], held.meeting);
    held.place.move_to("2023-01-16");
    assert!(matches!(held.attend(marcia, Attendance::Arrived, ""), Err(Error::NotYetItsDay)));
    held.place.move_to("2023-01-17");
    held.attend(marcia, Attendance::Arrived, "").unwrap();
    assert_eq!(held.now().events[0].at.to_string(), "10:00:00");
    assert!(!sitting(held.open(), id, false).unwrap().back_dated);
    undo(held.open(), id).unwrap();

    held.place.move_to("2023-01-20");
    assert!(sitting(held.open(), id, false).unwrap().back_dated);
    held.attend(marcia, Attendance::Arrived, "").unwrap();
    held.attend(marcia, Attendance::TookChair, "6.45 pm").unwrap();
    held.attend(held.residents[1], Attendance::Arrived, "").unwrap();
    let times: Vec<String> = held.now().events.iter().map(|event| event.at.to_string()).collect();
    assert_eq!(times, ["18:30:00", "18:45:00", "18:45:00"]);
    let refused = start(held.open(), id, "6:44pm");
    assert!(matches!(refused, Err(Error::Meeting(MeetingRefusal::BeforeTheLast { .. }))), "{refused:?}");
    let refused = start(held.open(), id, "soon");
    assert!(matches!(&refused, Err(Error::Fields(fields)) if fields[0] == ("at".to_owned(), FieldFault::NotATime)), "{refused:?}");
}

#[test]
fn what_is_undone_is_struck_out_and_both_stay() {
    let mut held = Held::new();
    let item = held.item(ItemKind::General, "Dates", None);
    held.started();
    held.take(item, "6:35pm");
    let (id, before) = (held.meeting, held.now());
    crate::sitting::resolve(held.open(), item, &other("That they be agreed", vote(5, 0, 0)), "6:40pm").unwrap();
    let put = sitting(held.open(), id, false).unwrap().in_hand.unwrap().resolutions.remove(0);
    assert_eq!((put.carried, put.words.as_str()), (true, "It was agreed that they be agreed."));
    assert_eq!(held.now().record.item(item).unwrap().state, ItemState::Decided);
    undo(held.open(), id).unwrap();
    assert_eq!(held.now(), before);
    let rows = held.open().register().read(|tx| tx.entries_of_meeting(store::Which::One(id.0))).unwrap();
    let kinds: Vec<_> = rows.iter().rev().take(2).map(|row| row.kind).collect();
    assert_eq!(kinds, [EntryKind::Struck, EntryKind::Resolved]);
    for _ in 0..before.events.len() {
        undo(held.open(), id).unwrap();
    }
    assert!(held.now().events.is_empty() && held.now().frozen);
    assert!(matches!(undo(held.open(), id), Err(Error::NothingToUndo)));
}

#[test]
fn an_item_and_the_interests_that_were_noted_with_it_are_undone_as_one() {
    let mut held = Held::new();
    let (growers, item) = held.application("Merrybank Growers");
    let (grace, ken, id) = (held.residents[1], held.residents[2], held.meeting);
    let typed = crate::interest::TypedAnswer::declared("She sits on its committee.");
    crate::interest::answer(held.place.sit(grace), growers, &typed).unwrap();
    let joan = held.place.joan;
    held.place.sit(joan);
    held.started();
    let before = held.now();
    held.take(item, "6:35pm");
    let now = held.now();
    assert!(matches!(now.events[now.events.len() - 2].what, What::Taken { noted: 1 }));
    let noted = &now.record.item(item).unwrap().interests;
    assert_eq!((noted.len(), noted[0].member, noted[0].part, noted[0].in_the_room_at), (1, grace, None, None));
    let seen = sitting(held.open(), id, true).unwrap();
    let hand = seen.in_hand.unwrap();
    assert_eq!((hand.interests[0].how.as_deref(), hand.interests[0].known), (Some("She sits on its committee."), true));
    assert_eq!(seen.last.unwrap().kind, EntryKind::Taken);

    // Nothing is decided before it is settled, and the error says whose it is.
    let refused = held.grant(item, "400", Way::Consensus, "6:40pm");
    assert!(matches!(&refused, Err(Error::NotSettled { name }) if name == "Grace Adeyemi"), "{refused:?}");
    settle(held.open(), item, grace, Part::Withdrew, "6:41pm").unwrap();
    undo(held.open(), id).unwrap();
    declare(held.open(), item, ken, &interest("His brother runs it.", None), "6:42pm").unwrap();
    undo(held.open(), id).unwrap();
    assert_eq!(held.now(), now);
    undo(held.open(), id).unwrap();
    assert_eq!(held.now(), before);
    // The interest that was declared in the room stands, and is noted the next time.
    held.take(item, "6:45pm");
    let members: Vec<_> = held.now().record.item(item).unwrap().interests.iter().map(|declared| declared.member).collect();
    assert_eq!(members.len(), 2);
    assert!(members.contains(&ken) && members.contains(&grace));
}

#[test]
fn a_meeting_stands_as_it_was_after_a_restart_and_a_later_change_of_seats_changes_nothing() {
    let mut held = Held::new();
    let (_, item) = held.application("Merrybank Growers");
    held.started();
    held.take(item, "6:35pm");
    let ken = held.residents[2];
    declare(held.open(), item, ken, &interest("His brother runs it.", Some(Part::Remained)), "6:40pm").unwrap();
    held.grant(item, "250", vote(4, 0, 0), "6:45pm").unwrap();
    let (id, joan) = (held.meeting, held.place.joan);
    let (now, seen) = (held.now(), sitting(held.open(), id, true).unwrap());
    let late = crate::interest::tests::place::typed_member("Olive Hartley", domain::member::Role::Resident);
    crate::member::add(held.open(), &late).unwrap();
    held.place.sit(joan);
    assert_eq!(held.now(), now);
    assert_eq!(sitting(held.open(), id, true).unwrap(), seen);
    assert_eq!(held.now().roll.len(), 7);
}

#[test]
fn what_would_come_of_a_resolution_is_told_and_not_recorded() {
    let mut held = Held::new();
    let (_, item) = held.application("Merrybank Growers");
    held.started();
    held.take(item, "6:35pm");
    let journal = held.open().register().head().unwrap();
    let mut weighed = |typed| weigh(held.open(), item, &typed);
    assert!(matches!(
        weighed(granting("250", vote(4, 0, 1))),
        Ok(Weighed::Carried { count, free: Some(free) }) if (count.agreed, count.of, count.needed) == (4, 5, 3) && free.pence() == 225_000
    ));
    assert!(matches!(weighed(granting("250", vote(2, 2, 1))), Ok(Weighed::Lost { tied: true, .. })));
    assert!(matches!(weighed(granting("250", vote(2, 3, 0))), Ok(Weighed::Lost { tied: false, .. })));
    assert!(matches!(weighed(granting("", vote(4, 0, 1))), Ok(Weighed::NotYet)));
    // The count comes before the fields, and the money after all else.
    assert!(matches!(weighed(granting("", vote(4, 0, 0))), Ok(Weighed::Refused(Error::Meeting(_)))));
    assert!(matches!(weighed(granting("500", vote(4, 0, 1))), Err(Error::Decision(_))));
    assert_eq!(held.open().register().head().unwrap(), journal);
}

#[test]
fn the_residents_at_a_forum_are_counted() {
    let mut held = Held::of(MeetingKind::Forum);
    let item = held.item(ItemKind::General, "The year", None);
    let (id, marcia) = (held.meeting, held.residents[0]);
    held.attend(marcia, Attendance::Arrived, "6:30pm").unwrap();
    held.attend(marcia, Attendance::TookChair, "6:30pm").unwrap();
    let refused = crate::sitting::count_heads(held.open(), id, "", "6:30pm");
    assert!(matches!(&refused, Err(Error::Fields(fields)) if fields[0].1 == FieldFault::Missing), "{refused:?}");
    crate::sitting::count_heads(held.open(), id, "31", "6:30pm").unwrap();
    start(held.open(), id, "6:30pm").unwrap();
    held.take(item, "6:35pm");
    crate::sitting::resolve(held.open(), item, &other("That it be noted", vote(20, 1, 10)), "6:40pm").unwrap();
    let seen = sitting(held.open(), id, false).unwrap();
    assert_eq!((seen.heads, seen.items[0].state, seen.decisions), (Some(31), ItemState::Decided, 0));
}

#[test]
fn an_item_is_put_off_or_noted_without_a_quorum() {
    let mut held = Held::new();
    let [first, second] = ["Dates", "Bins"].map(|title| held.item(ItemKind::General, title, None));
    let (id, marcia) = (held.meeting, held.residents[0]);
    held.attend(marcia, Attendance::Arrived, "6:30pm").unwrap();
    held.attend(marcia, Attendance::TookChair, "6:30pm").unwrap();
    start(held.open(), id, "6:30pm").unwrap();
    for (item, step, state) in [(first, Step::PutOff, ItemState::PutOff), (second, Step::Noted, ItemState::Noted)] {
        held.take(item, "6:35pm");
        take_step(held.open(), item, step, "6:36pm").unwrap_or_else(|refused| panic!("{refused:?}"));
        assert_eq!(held.now().record.item(item).unwrap().state, state);
        undo(held.open(), id).unwrap();
        assert_eq!(held.now().record.item(item).unwrap().state, ItemState::Open);
        undo(held.open(), id).unwrap();
    }
}
