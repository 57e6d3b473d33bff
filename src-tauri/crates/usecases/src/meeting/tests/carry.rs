//! What comes back by itself, and what does not.

use super::{item, meeting_on, titles};
use crate::decision::TypedOutcome;
use crate::interest::tests::place::at_register;
use crate::meeting::{add_item, call_off, change_item, move_item, next_on, page, read, remove_item};
use crate::minutes::tests::room::{Room, day, vote};
use crate::sitting::Step;
use crate::{Error, application};
use domain::id::MeetingId;
use domain::meeting::{ItemKind, MeetingKind, Way};
use domain::member::Role;

fn put_off(room: &mut Room) -> Vec<(Option<String>, Option<chrono::NaiveDate>)> {
    let meeting = room.meeting;
    page(room.open(), meeting).unwrap().put_off.into_iter().map(|one| (one.title, one.to)).collect()
}

fn from(room: &mut Room, id: MeetingId) -> Vec<(Option<String>, bool)> {
    page(room.open(), id).unwrap().items.into_iter().map(|line| (line.title, line.from.is_some())).collect()
}

#[test]
fn items_put_off_not_reached_or_deferred_go_on_the_next_agenda_when_the_meeting_closes() {
    let mut room = Room::new();
    let bins = room.item(ItemKind::General, "The bins", None);
    let noted = room.item(ItemKind::General, "The lights", None);
    let (growers, deferred) = room.application("Merrybank Growers");
    let (owls, put_off_grant) = room.application("Night Owls");
    let (walkers, decided) = room.application("Hedgerow Walkers");
    room.item(ItemKind::General, "Never reached", None);
    // Another kind of meeting takes nothing of it, however soon it is.
    let sub_group = meeting_on(room.open(), MeetingKind::SubGroup, "2023-01-20");
    let next = meeting_on(room.open(), MeetingKind::Partnership, "2023-02-21");
    let later = meeting_on(room.open(), MeetingKind::Partnership, "2023-03-21");
    add_item(room.open(), next, &item(ItemKind::General, "There already", None)).unwrap();
    let meeting = room.meeting;
    assert_eq!(next_on(room.open(), meeting).unwrap(), Some(day("2023-02-21")));
    room.starts_without(&[]);
    for (taken, step) in [(bins, Step::PutOff), (noted, Step::Noted), (put_off_grant, Step::PutOff)] {
        room.take(taken, "6:35pm");
        room.step(taken, step, "6:35pm");
    }
    room.take(deferred, "6:40pm");
    room.grant(deferred, TypedOutcome::Deferred { missing: "A quote".into() }, Way::Consensus, "6:41pm");
    room.take(decided, "6:42pm");
    room.grant(decided, TypedOutcome::Approved { amount: "400".into() }, Way::Consensus, "6:43pm");
    room.closes("7:00pm");

    let minutes = "Minutes of the meeting on Tuesday 17 January 2023";
    let expected = [
        (minutes, false),
        ("There already", false),
        ("The bins", true),
        ("Merrybank Growers", true),
        ("Night Owls", true),
        ("Never reached", true),
    ];
    assert_eq!(from(&mut room, next), expected.map(|(title, comes)| (Some(title.to_owned()), comes)));
    assert!(titles(room.open(), later).is_empty() && titles(room.open(), sub_group).is_empty());
    let went = |title: &str| (Some(title.to_owned()), Some(day("2023-02-21")));
    assert_eq!(put_off(&mut room), [went("The bins"), went("Night Owls"), went("Never reached")]);
    assert!(!page(room.open(), next).unwrap().items.iter().any(|line| line.late));
    let _ = (growers, owls, walkers);
}

#[test]
fn what_waits_goes_on_a_meeting_when_it_is_planned_and_what_was_withdrawn_or_decided_does_not() {
    let mut room = Room::new();
    let bins = room.item(ItemKind::General, "The bins", None);
    let (_, waits) = room.application("Merrybank Growers");
    let (withdrawn, two) = room.application("Night Owls");
    let (decided, three) = room.application("Hedgerow Walkers");
    room.starts_without(&[]);
    for taken in [bins, waits, two, three] {
        room.take(taken, "6:35pm");
        room.step(taken, Step::PutOff, "6:35pm");
    }
    room.closes("7:00pm");
    assert!(put_off(&mut room).iter().all(|(_, to)| to.is_none()));
    application::withdraw(room.open(), withdrawn, "They found other money").unwrap();
    crate::interest::tests::place::approve(room.open(), decided).unwrap();
    let next = meeting_on(room.open(), MeetingKind::Partnership, "2023-02-21");
    let names: Vec<String> = titles(room.open(), next).into_iter().flatten().skip(1).collect();
    assert_eq!(names, ["The bins", "Merrybank Growers"]);
    // It comes back once, and not to every meeting that is planned.
    let later = meeting_on(room.open(), MeetingKind::Partnership, "2023-03-21");
    assert!(titles(room.open(), later).is_empty());
    // What is taken off again is suggested, and comes from where it came.
    let agenda = read(room.open(), next).unwrap();
    remove_item(room.open(), agenda.items[1].id).unwrap();
    let offered = page(room.open(), next).unwrap().suggestions;
    assert_eq!((offered.len(), offered[0].title.as_str(), offered[0].subject), (1, "The bins", bins.0));
    add_item(room.open(), next, &item(ItemKind::General, "The bins", Some(bins.0))).unwrap();
    assert_eq!(read(room.open(), next).unwrap().items[2].row.comes_from, Some(bins.0));
}

#[test]
fn the_agenda_of_a_meeting_that_is_called_off_goes_to_the_next() {
    let mut room = Room::new();
    let meeting = room.meeting;
    let about = crate::meeting::TypedItem { about: "The rent".into(), ..item(ItemKind::Joining, "Pat Lindley would join", None) };
    add_item(room.open(), meeting, &about).unwrap();
    room.application("Merrybank Growers");
    // One that is past and was never held takes nothing more.
    meeting_on(room.open(), MeetingKind::Partnership, "2023-01-10");
    call_off(room.open(), meeting, "Snow").unwrap();
    let next = meeting_on(room.open(), MeetingKind::Partnership, "2023-02-21");
    let page = page(room.open(), next).unwrap();
    let seen: Vec<_> = page.items.iter().map(|line| (line.title.as_deref(), line.about.as_str(), line.item.row.public)).collect();
    assert_eq!(seen, [(Some("Pat Lindley would join"), "The rent", false), (Some("Merrybank Growers"), "", true)]);
    // What was sealed came back as sealed.
    let (anita, ines) = (room.place.anita, room.place.ines);
    assert_eq!(titles(room.place.sit(anita), next), [None, None]);
    assert_eq!(titles(room.place.sit(ines), next)[0].as_deref(), Some("Pat Lindley would join"));
    // And it is sealed anew like everything else: for somebody who reads applications from now on.
    let joan = room.place.joan;
    let dora = at_register(room.place.sit(joan), "Dora Finn", Role::ViceChair);
    assert_eq!(titles(room.place.sit(dora), next)[0].as_deref(), Some("Pat Lindley would join"));
}

#[test]
fn a_proposal_that_was_not_carried_leaves_an_application_to_come_back_and_a_recommendation_does_not() {
    let mut room = Room::new();
    let (_, lost) = room.application("Merrybank Growers");
    room.starts_without(&[]);
    room.take(lost, "6:35pm");
    room.grant(lost, TypedOutcome::Approved { amount: "400".into() }, vote(3, 5, 0, None), "6:36pm");
    room.step(lost, Step::Noted, "6:37pm");
    room.closes("7:00pm");
    let next = meeting_on(room.open(), MeetingKind::Partnership, "2023-02-21");
    assert_eq!(titles(room.open(), next).len(), 2);

    let mut room = Room::new();
    room.meeting = meeting_on(room.open(), MeetingKind::SubGroup, "2023-01-17");
    let (_, recommended) = room.application("Night Owls");
    room.starts_without(&[]);
    room.take(recommended, "6:35pm");
    room.grant(recommended, TypedOutcome::Approved { amount: "400".into() }, Way::Consensus, "6:36pm");
    assert_eq!(room.facts(recommended)[1], "It was agreed to recommend a grant of £400.00, as asked for.");
    room.closes("7:00pm");
    let next = meeting_on(room.open(), MeetingKind::SubGroup, "2023-02-21");
    assert_eq!(titles(room.open(), next), [Some("Minutes of the meeting on Tuesday 17 January 2023".to_owned())]);
}

#[test]
fn an_item_is_changed_moved_and_removed_until_it_was_taken_up_and_any_other_business_is_added_until_the_close() {
    let mut room = Room::new();
    let bins = room.item(ItemKind::General, "The bins", None);
    room.starts_without(&[]);
    let lights = room.item(ItemKind::General, "The lights", None);
    let meeting = room.meeting;
    move_item(room.open(), lights, 1).unwrap();
    change_item(room.open(), lights, &item(ItemKind::General, "Street lights", None)).unwrap();
    room.take(bins, "6:35pm");
    for refused in [remove_item(room.open(), bins), change_item(room.open(), bins, &item(ItemKind::General, "Other", None))] {
        assert!(matches!(refused, Err(Error::WrongState)), "{refused:?}");
    }
    room.step(bins, Step::Noted, "6:40pm");
    room.closes("7:00pm");
    assert!(matches!(add_item(room.open(), meeting, &item(ItemKind::General, "Late", None)), Err(Error::WrongState)));
    assert!(matches!(move_item(room.open(), lights, 2), Err(Error::WrongState)));
    let names: Vec<String> = titles(room.open(), meeting).into_iter().flatten().collect();
    assert_eq!(names, ["Street lights", "The bins"]);
}
