//! The papers of a meeting: what the members read, and that nothing of it is in what is published.

use super::super::*;
use crate::interest::tests::place::{Place, on};
use crate::meeting::{TypedItem, TypedMeeting, add_item, call_off, plan};
use domain::id::ItemId;
use domain::meeting::{ItemKind, MeetingKind};
use uuid::Uuid;

const GROUP: &str = "Merrybank Growers";

fn planned(open: &mut Open, kind: MeetingKind, day: &str) -> MeetingId {
    plan(open, &TypedMeeting { kind, on: on(day), starts_at: "6.30 pm".into(), place: "Elm Hall".into() }).unwrap().value
}

fn item(kind: ItemKind, title: &str, subject: Option<Uuid>, public: bool) -> TypedItem {
    TypedItem { kind, title: title.into(), about: format!("About {title}"), subject, public }
}

/// A meeting on 7 February 2023 with an item for everybody, one on an application, one declared non-public, and one more.
fn agenda_of(place: &mut Place) -> (MeetingId, Vec<ItemId>) {
    let growers = place.received(GROUP);
    let open = place.open();
    let id = planned(open, MeetingKind::Partnership, "2023-02-07");
    let items = [
        item(ItemKind::General, "Bins in the park", None, true),
        item(ItemKind::Grant, "", Some(growers.0), true),
        item(ItemKind::General, "A quarrel over the lease", None, false),
        item(ItemKind::General, "The spring fair", None, true),
    ];
    let items = items.iter().map(|item| add_item(open, id, item).unwrap().value).collect();
    (id, items)
}

fn headings(open: &Open, id: MeetingId, public: bool) -> Vec<String> {
    let (view, _) = agenda::view(&Desk::of(open).unwrap(), id, public).unwrap();
    view.items.into_iter().map(|item| item.heading).collect()
}

#[test]
fn the_published_agenda_has_nothing_of_an_embargo_or_of_what_is_not_public() {
    let mut place = Place::new();
    let (id, _) = agenda_of(&mut place);
    let anita = place.anita;
    let open = place.open();
    assert_eq!(
        headings(open, id, false),
        ["Bins in the park", "Merrybank Growers (CC-2023-001)", "A quarrel over the lease", "The spring fair"]
    );
    let (published, _) = agenda::view(&Desk::of(open).unwrap(), id, true).unwrap();
    let whole = format!("{published:?}");
    for hidden in [GROUP, "CC-2023", "quarrel", "lease", "Applications", "About"] {
        assert!(!whole.contains(hidden), "{hidden}: {whole}");
    }
    assert_eq!(headings(open, id, true), ["Bins in the park", "The spring fair"]);
    // To somebody to whom they are sealed, the members' agenda is no wider, and the published one is the same.
    let open = place.sit(anita);
    assert_eq!(headings(open, id, false), ["Bins in the park", "CC-2023-001", "An item you may not read", "The spring fair"]);
    assert_eq!(headings(open, id, true), ["Bins in the park", "The spring fair"]);
}

#[test]
fn an_item_that_came_late_says_so() {
    let mut place = Place::new();
    let (id, _) = agenda_of(&mut place);
    // Ten days before 7 February is 28 January.
    place.move_to("2023-01-29");
    let joan = place.joan;
    let open = place.sit(joan);
    add_item(open, id, &item(ItemKind::General, "A late thing", None, true)).unwrap();
    let (view, _) = agenda::view(&Desk::of(open).unwrap(), id, false).unwrap();
    assert_eq!(view.items.iter().map(|item| item.late).collect::<Vec<_>>(), [false, false, false, false, true]);
}

#[test]
fn the_notice_has_the_dates_to_come_and_no_item() {
    let mut place = Place::new();
    let (id, _) = agenda_of(&mut place);
    let open = place.open();
    let forum = planned(open, MeetingKind::Forum, "2023-03-25");
    let off = planned(open, MeetingKind::Partnership, "2023-03-07");
    call_off(open, off, "The boiler").unwrap();
    let desk = Desk::of(open).unwrap();
    let (view, _) = notice::view(&desk, id).unwrap();
    assert_eq!((view.meeting.day.as_str(), view.meeting.time.as_str()), ("Tuesday 7 February 2023", "6:30pm"));
    assert_eq!(view.meeting.kind, "Meeting of the Allenton Big Local Partnership Group");
    assert_eq!(view.items_by.as_deref(), Some("Saturday 28 January 2023"));
    let coming: Vec<(&str, &str)> = view.coming.iter().map(|one| (one.when.as_str(), one.what.as_str())).collect();
    assert_eq!(coming, [("Saturday 25 March 2023, 6:30pm", "Open Forum")]);
    assert!(!format!("{view:?}").contains("Bins") && !format!("{view:?}").contains(GROUP));
    assert!(notice::view(&desk, off).unwrap().0.called_off);
    assert_eq!(notice::view(&desk, forum).unwrap().0.who, documents::view::WhoMayCome::Everybody);
}

#[test]
fn papers_of_a_meeting_have_names_that_say_nothing_but_the_day() {
    let mut place = Place::new();
    let (id, _) = agenda_of(&mut place);
    let open = place.open();
    for (kind, name) in [
        (DocumentKind::Agenda(id, Version::Members), "Agenda-2023-02-07-members.pdf"),
        (DocumentKind::Agenda(id, Version::Public), "Agenda-2023-02-07.pdf"),
        (DocumentKind::MeetingNotice(id), "Notice-2023-02-07.pdf"),
    ] {
        for size in [Size::Standard, Size::Large] {
            let printed = make(open, kind, size).unwrap();
            assert!(printed.bytes.starts_with(b"%PDF-") && printed.pages > 0, "{kind:?}");
            assert_eq!(printed.file_name, name);
            assert_eq!(make(open, kind, size).unwrap(), printed, "the same bytes twice");
        }
    }
    // There is nothing to act on before the meeting was held.
    assert!(matches!(make(open, DocumentKind::DecisionSheet(id), Size::Standard), Err(Error::WrongState)));
}
