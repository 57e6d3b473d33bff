//! Agendas on a real register: their order, what is late, what is sealed, and what comes back by itself.

use super::*;
use crate::interest::tests::place::{Place, on};
use domain::meeting::MeetingKind;

pub(crate) fn meeting_on(open: &mut Open, kind: MeetingKind, day: &str) -> MeetingId {
    plan(open, &TypedMeeting { kind, on: on(day), starts_at: "6.30 pm".into(), place: "The Hub".into() }).unwrap().value
}

pub(crate) fn item(kind: ItemKind, title: &str, subject: Option<uuid::Uuid>) -> TypedItem {
    let public = !matches!(kind, ItemKind::Joining | ItemKind::Removal);
    TypedItem { kind, title: title.into(), about: String::new(), subject, public }
}

fn titles(open: &Open, id: MeetingId) -> Vec<Option<String>> {
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
