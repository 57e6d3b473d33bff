//! What each version and each reader may not learn.

use super::room::{Room, all_words, on, part};
use crate::Error;
use crate::application::NewFile;
use crate::meeting::tests::item;
use crate::meeting::{TypedItem, add_item, add_papers, page, paper};
use crate::minutes::{Version, note, printed, save, view};
use crate::sitting::{Attendance, Step, TypedClose, close};
use domain::meeting::{ItemKind, Part, Way};

/// A public item, one on an application, a non-public one, and a public one; the meeting is over.
fn held() -> (Room, domain::id::ApplicationId, domain::id::ItemId) {
    let mut room = Room::new();
    let fair = room.item(ItemKind::General, "The summer fair", None);
    let (growers, grant) = room.application("Merrybank Growers");
    let joining = room.item(ItemKind::Joining, "Pat Lindley would join", None);
    let bins = room.item(ItemKind::General, "The bins", None);
    room.starts_without(&[]);
    room.take(fair, "6:35pm");
    room.step(fair, Step::Noted, "6:36pm");
    room.take(grant, "6:40pm");
    room.declare(grant, "Marcia Lowe", false, Some(Part::Withdrew), "6:41pm");
    room.attend("Grace Adeyemi", Attendance::TookChair, "6:42pm");
    room.attend("Terry Moult", Attendance::Left, "6:43pm");
    note(room.open(), grant, "SECRETNOTE about the beds").unwrap();
    room.grant(grant, part("295"), Way::Consensus, "6:44pm");
    room.take(joining, "6:50pm");
    room.attend("Marcia Lowe", Attendance::TookChair, "6:51pm");
    room.step(joining, Step::Noted, "6:52pm");
    room.take(bins, "6:55pm");
    room.step(bins, Step::Noted, "6:56pm");
    room.closes("7:00pm");
    save(room.open(), grant, "SECRETNOTE about the beds", "The project was welcomed.").unwrap();
    (room, growers, grant)
}

#[test]
fn the_publishable_version_has_no_gap_and_no_word_of_what_it_leaves_out() {
    let (mut room, growers, _) = held();
    let public = room.printed(Version::Publishable);
    let numbered: Vec<(u32, &str)> = public.items.iter().map(|item| (item.number, item.heading.as_str())).collect();
    assert_eq!(numbered, [(1, "The summer fair"), (2, "The bins")]);
    let said = all_words(&public);
    for hidden in ["Merrybank", "CC-2023", "SECRETNOTE", "welcomed", "interest", "Grace Adeyemi took", "took the chair", "Pat Lindley", "£"]
    {
        assert!(!said.contains(hidden), "{hidden}: {said}");
    }
    // That somebody left is attendance, and no more.
    assert!(said.contains("Terry Moult left at 6:43pm.") && !public.embargo, "{said}");
    let members = all_words(&room.printed(Version::Confidential));
    for told in
        ["2. Merrybank Growers (CC-2023-001)", "Grace Adeyemi took the chair for it at 6:42pm.", "SECRETNOTE", "3. Pat Lindley would join"]
    {
        assert!(members.contains(told), "{told}: {members}");
    }

    // Once the group was told, its item stands there too, with what is for everybody.
    room.tell(growers);
    let public = room.printed(Version::Publishable);
    let numbered: Vec<(u32, &str)> = public.items.iter().map(|item| (item.number, item.heading.as_str())).collect();
    assert_eq!(numbered, [(1, "The summer fair"), (2, "Merrybank Growers (CC-2023-001)"), (3, "The bins")]);
    let said = all_words(&public);
    assert!(
        said.contains("It was agreed to fund £295.00 of the £400.00 asked for.") && said.contains("The project was welcomed."),
        "{said}"
    );
    assert!(!said.contains("SECRETNOTE") && !said.contains("Pat Lindley"), "{said}");
}

#[test]
fn the_clerk_of_the_lto_reads_a_reference_and_nothing_of_what_was_said() {
    let (mut room, growers, grant) = held();
    let (anita, joan, meeting) = (room.place.anita, room.place.joan, room.meeting);
    let open = room.place.sit(anita);
    let minutes = view(open, meeting).unwrap();
    let hidden: Vec<_> = minutes.items.iter().map(|one| (one.heading.is_none(), one.facts.all().count(), one.confidential.len())).collect();
    assert_eq!(hidden, [(false, 1, 0), (true, 0, 0), (true, 0, 0), (false, 1, 0)]);
    let said = all_words(&printed(open, meeting, Version::Confidential).unwrap());
    assert!(said.contains("2. An application that is not open to this reader (CC-2023-001)"), "{said}");
    assert!(said.contains("3. An item that is not open to this reader"), "{said}");
    for secret in ["Merrybank", "SECRETNOTE", "£295", "declared", "Pat Lindley"] {
        assert!(!said.contains(secret) && !format!("{minutes:?}").contains(secret), "{secret}: {said}");
    }
    assert!(matches!(save(open, grant, "x", "x"), Err(Error::NotPermitted(_))));
    let journal = {
        room.place.sit(joan);
        room.place.journal()
    };
    assert!(!journal.contains("SECRETNOTE") && !journal.contains("welcomed"));

    // After the group was told, the blobs are theirs to open; an item declared non-public is not.
    room.tell(growers);
    let open = room.place.sit(anita);
    let said = all_words(&printed(open, meeting, Version::Publishable).unwrap());
    assert!(said.contains("Merrybank Growers") && said.contains("The project was welcomed."), "{said}");
    assert!(!said.contains("Pat Lindley") && view(open, meeting).unwrap().items[2].heading.is_none());
}

#[test]
fn who_has_an_interest_reads_nothing_of_the_item_until_the_group_is_told() {
    let (mut room, growers, grant) = held();
    let (marcia, joan, meeting) = (room.place.marcia, room.place.joan, room.meeting);
    let open = room.place.sit(marcia);
    let minutes = view(open, meeting).unwrap();
    assert!(minutes.items[1].heading.is_none() && minutes.items[1].facts.all().count() == 0);
    assert!(!format!("{minutes:?}").contains("SECRETNOTE"));
    assert!(matches!(save(open, grant, "x", "x"), Err(Error::NotFound)));
    room.place.sit(joan);
    room.tell(growers);
    let open = room.place.sit(marcia);
    assert_eq!(view(open, meeting).unwrap().items[1].heading.as_deref(), Some("Merrybank Growers"));
}

#[test]
fn while_a_short_embargo_holds_nothing_is_published() {
    let mut room = Room::new();
    let bins = room.item(ItemKind::General, "The bins", None);
    room.starts_without(&[]);
    room.take(bins, "6:35pm");
    room.step(bins, Step::Noted, "6:36pm");
    let meeting = room.meeting;
    assert!(matches!(printed(room.open(), meeting, Version::Confidential), Err(Error::WrongState)));
    let typed = TypedClose { at: "7pm".into(), embargo_until: on("2023-01-20"), embargo_reason: "The families are told first".into() };
    close(room.open(), meeting, &typed).unwrap();
    let until = super::room::day("2023-01-20");
    for (today, refused) in [("2023-01-17", true), ("2023-01-20", true), ("2023-01-21", false)] {
        room.place.move_to(today);
        let published = printed(room.open(), meeting, Version::Publishable);
        assert_eq!(matches!(published, Err(Error::UnderEmbargo { until: last }) if last == until), refused, "{today}");
        assert_eq!(room.printed(Version::Confidential).embargo, refused);
    }
}

#[test]
fn who_chaired_an_item_that_is_left_out_is_told_from_the_next_one_that_is_not() {
    let mut room = Room::new();
    let (_, grant) = room.application("Merrybank Growers");
    let bins = room.item(ItemKind::General, "The bins", None);
    room.starts_without(&[]);
    room.take(grant, "6:40pm");
    room.attend("Grace Adeyemi", Attendance::TookChair, "6:41pm");
    room.grant(grant, part("295"), Way::Consensus, "6:44pm");
    room.attend("Ken Ashby", Attendance::TookChair, "6:45pm");
    room.take(bins, "6:50pm");
    room.attend("Marcia Lowe", Attendance::TookChair, "6:52pm");
    room.step(bins, Step::Noted, "6:53pm");
    room.closes("7:00pm");
    let public = room.printed(Version::Publishable);
    assert_eq!(public.attendance.comings, ["Ken Ashby took the chair at 6:50pm."]);
    assert!(all_words(&public).contains("1. The bins\nMarcia Lowe took the chair for it at 6:52pm."), "{public:?}");
    let members = room.printed(Version::Confidential);
    assert_eq!(members.attendance.comings, ["Ken Ashby took the chair at 6:45pm."]);
}

#[test]
fn words_are_not_written_by_whoever_may_not_read_the_item() {
    let mut room = Room::new();
    let (_, grant) = room.application("Merrybank Growers");
    room.starts_without(&[]);
    room.take(grant, "6:40pm");
    room.declare(grant, "Marcia Lowe", false, Some(Part::Withdrew), "6:41pm");
    let (marcia, joan) = (room.place.marcia, room.place.joan);
    let open = room.place.sit(marcia);
    for refused in [save(open, grant, "x", "x"), note(open, grant, "x")] {
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    }
    room.place.sit(joan);
    let before = room.place.opened_by(marcia);
    note(room.open(), grant, "Asked about the beds").unwrap();
    assert_eq!(room.place.opened_by(marcia), before);
    assert_eq!(room.minutes().items[0].confidential, "Asked about the beds");
}

#[test]
fn an_application_declared_non_public_stays_so_after_its_group_was_told() {
    let mut room = Room::new();
    let (meeting, growers) = (room.meeting, room.place.received("Merrybank Growers"));
    let typed = TypedItem { public: false, ..item(ItemKind::Grant, "", Some(growers.0)) };
    let grant = add_item(room.open(), meeting, &typed).unwrap().value;
    add_papers(room.open(), grant, &[NewFile { name: "quote.pdf".into(), bytes: b"%PDF-1.7".to_vec() }]).unwrap();
    let kept = page(room.open(), meeting).unwrap().items[0].papers[0].id;
    room.starts_without(&[]);
    room.take(grant, "6:40pm");
    room.grant(grant, part("295"), Way::Consensus, "6:44pm");
    room.closes("7:00pm");
    room.tell(growers);
    assert!(room.printed(Version::Publishable).items.is_empty());
    let anita = room.place.anita;
    let minutes = view(room.place.sit(anita), meeting).unwrap();
    assert!(page(room.open(), meeting).unwrap().items[0].papers.is_empty());
    assert!(matches!(paper(room.open(), kept), Err(Error::NotFound)));
    assert!(minutes.items[0].heading.is_none() && minutes.items[0].facts.all().count() == 0, "{minutes:?}");
}
