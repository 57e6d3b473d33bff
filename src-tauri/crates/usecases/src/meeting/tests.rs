//! Agendas on a real register: their order, what is late, what is sealed, and what comes back by itself.

mod carry;

use super::*;
use crate::FieldFault;
use crate::application::NewFile;
use crate::interest::tests::place::{Place, day, on};
use domain::date::TypedDate;
use domain::meeting::{MeetingKind, NoticePlace};
use domain::member::NotPermitted;

pub(crate) fn meeting_on(open: &mut Open, kind: MeetingKind, day: &str) -> MeetingId {
    plan(open, &TypedMeeting { kind, on: on(day), starts_at: "6.30 pm".into(), place: "The Hub".into() }).unwrap().value
}

pub(crate) fn item(kind: ItemKind, title: &str, subject: Option<uuid::Uuid>) -> TypedItem {
    let public = !matches!(kind, ItemKind::Joining | ItemKind::Removal);
    TypedItem { kind, title: title.into(), about: String::new(), subject, public }
}

pub(crate) fn titles(open: &Open, id: MeetingId) -> Vec<Option<String>> {
    read(open, id).unwrap().items.iter().map(|item| item.title(open)).collect()
}

fn some(titles: &[&str]) -> Vec<Option<String>> {
    titles.iter().map(|title| Some((*title).to_owned())).collect()
}

#[test]
fn items_stand_in_order_and_one_that_is_sealed_to_others_is_a_reference() {
    let mut place = Place::new();
    let growers = place.received("Merrybank Growers");
    let anita = place.anita;
    let open = place.open();
    let id = meeting_on(open, MeetingKind::Partnership, "2023-02-07");
    add_item(open, id, &item(ItemKind::General, "Bins in the park", None)).unwrap();
    let grant = add_item(open, id, &item(ItemKind::Grant, "", Some(growers.0))).unwrap().value;
    let joining = item(ItemKind::Joining, "Pat Lindley would join", None);
    add_item(open, id, &joining).unwrap();
    assert_eq!(titles(open, id), some(&["Bins in the park", "Merrybank Growers", "Pat Lindley would join"]));
    move_item(open, grant, 1).unwrap();
    assert_eq!(titles(open, id), some(&["Merrybank Growers", "Bins in the park", "Pat Lindley would join"]));

    let open = place.sit(anita);
    let seen = titles(open, id);
    assert_eq!(seen, [None, Some("Bins in the park".to_owned()), None]);
    let meeting = read(open, id).unwrap();
    assert_eq!(meeting.items[0].reference(open).as_deref(), Some("CC-2023-001"));
    assert!(meeting.items[0].sealed && meeting.items[2].text.is_none());
}

#[test]
fn a_meeting_is_changed_until_it_is_held_and_the_year_is_counted() {
    let mut place = Place::new();
    let anita = place.anita;
    let open = place.open();
    let counted = |open: &Open| {
        let year = list(open).unwrap().programme;
        (year.from.to_string(), year.to.to_string(), year.meetings, year.needed, year.forum)
    };
    // The plan starts on 1 April 2022.
    assert_eq!(counted(open), ("2022-04-01".into(), "2023-03-31".into(), 0, 6, false));
    let first = meeting_on(open, MeetingKind::Partnership, "2023-02-07");
    let second = meeting_on(open, MeetingKind::Partnership, "2023-03-31");
    meeting_on(open, MeetingKind::Partnership, "2023-04-01");
    meeting_on(open, MeetingKind::SubGroup, "2023-02-01");
    assert_eq!((counted(open).2, counted(open).4), (2, false));
    let typed = |kind, day: &str| TypedMeeting { kind, on: on(day), starts_at: "19:00".into(), place: "The Hub".into() };
    change(open, second, &typed(MeetingKind::Forum, "2023-03-30")).unwrap();
    assert_eq!((counted(open).2, counted(open).4), (1, true));
    call_off(open, first, "Snow").unwrap();
    assert_eq!(counted(open).2, 0);
    for refused in [change(open, first, &typed(MeetingKind::Forum, "2023-03-30")), call_off(open, first, "Snow")] {
        assert!(matches!(refused, Err(Error::WrongState)), "{refused:?}");
    }
    let blank = TypedMeeting { kind: MeetingKind::Forum, on: TypedDate::default(), starts_at: "half six".into(), place: " ".into() };
    let Err(Error::Fields(fields)) = plan(open, &blank) else { panic!("three fields are wrong") };
    assert_eq!(fields.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), ["on", "startsAt", "place"]);
    assert!(matches!(call_off(open, second, " "), Err(Error::Fields(fields)) if fields[0].1 == FieldFault::Missing));
    let open = place.sit(anita);
    assert!(matches!(plan(open, &typed(MeetingKind::Forum, "2023-05-05")), Err(Error::NotPermitted(NotPermitted { .. }))));
    assert!(!list(open).unwrap().may_keep);
}

#[test]
fn a_late_item_is_late_and_not_refused() {
    // §8.13: ten days in advance; others are for the Chair and the co-ordinator to allow.
    let mut place = Place::new();
    let open = place.open();
    let in_time = meeting_on(open, MeetingKind::Partnership, "2023-01-27");
    let too_soon = meeting_on(open, MeetingKind::Partnership, "2023-01-26");
    for id in [in_time, too_soon] {
        add_item(open, id, &item(ItemKind::General, "The bins", None)).unwrap();
    }
    assert_eq!(page(open, in_time).unwrap().items_due_on, day("2023-01-17"));
    assert!(!page(open, in_time).unwrap().items[0].late);
    assert!(page(open, too_soon).unwrap().items[0].late);
}

#[test]
fn notices_are_due_a_week_before_and_a_forum_stands_on_the_website_for_a_month() {
    let mut place = Place::new();
    let open = place.open();
    let forum = meeting_on(open, MeetingKind::Forum, "2023-02-20");
    let notices = |open: &Open| {
        let notices = page(open, forum).unwrap().notices;
        notices.into_iter().map(|one| (one.place, one.given_on, one.due_on, one.late)).collect::<Vec<_>>()
    };
    assert_eq!(
        notices(open)[..2],
        [(NoticePlace::Website, None, day("2023-01-20"), false), (NoticePlace::Hub, None, day("2023-02-13"), false),]
    );
    assert_eq!(line(open, forum).unwrap().notice_due_on, Some(day("2023-01-20")));
    place.move_to("2023-01-21");
    let open = place.open();
    assert!(notices(open)[0].3);
    record_notice(open, forum, NoticePlace::Website, &on("2023-01-20")).unwrap();
    record_notice(open, forum, NoticePlace::Website, &on("2023-01-21")).unwrap();
    assert_eq!(notices(open)[0], (NoticePlace::Website, Some(day("2023-01-20")), day("2023-01-20"), false));
    assert_eq!(line(open, forum).unwrap().notice_due_on, Some(day("2023-02-13")));
    assert!(matches!(record_notice(open, forum, NoticePlace::Hub, &on("2023-01-22")), Err(Error::Fields(_))));
}

#[test]
fn what_is_made_public_opens_and_what_is_declared_non_public_is_sealed_with_its_papers() {
    let mut place = Place::new();
    let (anita, joan) = (place.anita, place.joan);
    let open = place.open();
    let id = meeting_on(open, MeetingKind::Partnership, "2023-02-07");
    let lease = add_item(open, id, &item(ItemKind::General, "The lease", None)).unwrap().value;
    let pdf = || NewFile { name: "lease.pdf".into(), bytes: b"%PDF-1.7 the lease".to_vec() };
    add_papers(open, lease, &[pdf()]).unwrap();
    let program = NewFile { name: "lease.pdf".into(), bytes: b"MZ".to_vec() };
    assert!(matches!(add_papers(open, lease, &[pdf(), program]), Err(Error::FileKind)));
    let kept = page(open, id).unwrap().items[0].papers.clone();
    assert_eq!(kept.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["lease.pdf"]);
    let opened = |place: &mut Place| {
        let open = place.sit(anita);
        (titles(open, id), paper(open, kept[0].id).map(|(_, bytes)| bytes).is_ok())
    };
    assert_eq!(opened(&mut place), (some(&["The lease"]), true));
    let before = place.opened_by(anita).len();

    let open = place.sit(joan);
    let sealed = TypedItem { public: false, about: "The rent is secret".into(), ..item(ItemKind::General, "The lease", None) };
    change_item(open, lease, &sealed).unwrap();
    assert_eq!(opened(&mut place), (vec![None], false));
    // The paper's two blobs are not theirs to open any more.
    assert_eq!(place.opened_by(anita).len(), before - 2);
    let open = place.sit(joan);
    assert_eq!(page(open, id).unwrap().items[0].about, "The rent is secret");
    change_item(open, lease, &TypedItem { public: true, ..sealed }).unwrap();
    assert_eq!(opened(&mut place), (some(&["The lease"]), true));
    assert!(!place.journal().contains("The rent"), "the journal has no word of an item");

    place.sit(joan);
    let blobs = place.blobs().len();
    remove_item(place.open(), lease).unwrap();
    assert_eq!(place.blobs().len(), blobs - 2);
    assert!(titles(place.open(), id).is_empty());
}

#[test]
fn a_paper_of_an_application_is_sealed_with_it_and_opened_with_it() {
    let mut place = Place::new();
    let growers = place.received("Merrybank Growers");
    let (anita, joan) = (place.anita, place.joan);
    let open = place.open();
    let id = meeting_on(open, MeetingKind::Partnership, "2023-02-07");
    let grant = TypedItem { about: "They ask for timber".into(), ..item(ItemKind::Grant, "", Some(growers.0)) };
    let grant = add_item(open, id, &grant).unwrap().value;
    add_papers(open, grant, &[NewFile { name: "growers.png".into(), bytes: b"\x89PNG\r\n\x1a\n".to_vec() }]).unwrap();
    let kept = page(open, id).unwrap().items[0].papers[0].id;
    let open = place.sit(anita);
    let seen = page(open, id).unwrap();
    assert!(seen.items[0].papers.is_empty() && seen.items[0].about.is_empty() && seen.suggestions.is_empty());
    assert!(matches!(paper(open, kept), Err(Error::NotFound)));
    assert!(!format!("{seen:?}").contains("timber") && !format!("{seen:?}").contains("Merrybank"));
    let open = place.sit(joan);
    crate::interest::tests::place::approve(open, growers).unwrap();
    crate::decision::issue(open, growers, day("2023-01-17"), "By letter").unwrap();
    let open = place.sit(anita);
    let seen = page(open, id).unwrap();
    assert_eq!((seen.items[0].title.as_deref(), seen.items[0].about.as_str()), (Some("Merrybank Growers"), "They ask for timber"));
    assert!(paper(open, kept).is_ok());
}

#[test]
fn what_could_go_on_an_agenda_is_suggested_once() {
    let mut place = Place::new();
    let growers = place.received("Merrybank Growers");
    let (anita, joan) = (place.anita, place.joan);
    let open = place.open();
    let id = meeting_on(open, MeetingKind::Partnership, "2023-02-07");
    let suggested = |open: &Open, id| page(open, id).unwrap().suggestions;
    let offered = Suggestion { kind: ItemKind::Grant, title: "Merrybank Growers".into(), subject: growers.0, deferred: false };
    assert_eq!(suggested(open, id), [offered]);
    let open = place.sit(anita);
    assert_eq!(suggested(open, id), []);
    let open = place.sit(joan);
    add_item(open, id, &item(ItemKind::Grant, "", Some(growers.0))).unwrap();
    assert_eq!(suggested(open, id), []);
    let forum = meeting_on(open, MeetingKind::Forum, "2023-02-08");
    assert_eq!(suggested(open, forum), []);
    // What is decided is on no agenda any more.
    crate::interest::tests::place::approve(open, growers).unwrap();
    let refused = add_item(open, id, &item(ItemKind::Grant, "", Some(growers.0)));
    assert!(matches!(refused, Err(Error::WrongState)), "{refused:?}");
}
