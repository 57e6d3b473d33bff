//! What happened at a meeting reads back as it was recorded, and is never changed.

use crate::common::{Place, event};
use crate::{EntryKind, Kept, NewEntry, Register, SeatRow, StoreError, Which};
use uuid::Uuid;

/// A meeting with one item, as office records stand in the file.
fn begun() -> (Place, Register, Uuid, Uuid) {
    let (place, register) = Place::new();
    let [meeting_id, item_id] = [Uuid::now_v7(), Uuid::now_v7()];
    let writer = register.writer();
    writer
        .execute(
            "INSERT INTO meeting (meeting_id, kind, held_on, starts_at, place, planned_at, planned_by)
             VALUES (?1, 'partnership', '2023-01-26', '18:30', 'The hub', '2023-01-01T10:00:00.000Z', ?2)",
            [meeting_id.as_bytes(), place.member_id.as_bytes()],
        )
        .unwrap();
    writer
        .execute(
            "INSERT INTO item (item_id, meeting_id, place, kind, public, opened, added_on, added_by)
             VALUES (?1, ?2, 1, 'general', 1, '{}', '2023-01-01', ?3)",
            [item_id.as_bytes(), meeting_id.as_bytes(), place.member_id.as_bytes()],
        )
        .unwrap();
    (place, register, meeting_id, item_id)
}

fn entry(meeting_id: Uuid, item_id: Option<Uuid>, kind: EntryKind, strikes: Option<Uuid>, text: Kept) -> NewEntry {
    NewEntry { entry_id: Uuid::now_v7(), meeting_id, item_id, kind, strikes, happened_at: "18:45:00".parse().unwrap(), text }
}

#[test]
fn a_record_reads_back_in_order_with_its_roll_and_its_choices() {
    let (place, mut register, meeting_id, item_id) = begun();
    let seat = SeatRow { member_id: place.member_id, resident: true, office: Some("chair".into()), lto: false };
    let taken = entry(meeting_id, Some(item_id), EntryKind::Taken, None, Kept::Open("{}".into()));
    let blob_id = Uuid::now_v7();
    let resolved = entry(meeting_id, Some(item_id), EntryKind::Resolved, None, Kept::Sealed(blob_id));
    let struck = entry(meeting_id, Some(item_id), EntryKind::Struck, Some(resolved.entry_id), Kept::Open("{}".into()));
    register
        .change(|tx| {
            tx.freeze_meeting(meeting_id, std::slice::from_ref(&seat), "{}")?;
            tx.put_blob(blob_id, b"sealed")?;
            [&taken, &resolved, &struck].into_iter().try_for_each(|new| tx.insert_entry(new))?;
            Ok::<_, StoreError>(((), event("a record")))
        })
        .unwrap();
    register
        .read(|tx| {
            let rows = tx.entries_of_meeting(Which::One(meeting_id))?;
            let read: Vec<_> = rows.iter().map(|row| (row.entry_id, row.kind, row.item_id, row.strikes, row.text.clone())).collect();
            let wrote = [&taken, &resolved, &struck].map(|new| (new.entry_id, new.kind, new.item_id, new.strikes, new.text.clone()));
            assert_eq!(read, wrote);
            assert_eq!(rows[0].happened_at, taken.happened_at);
            assert_eq!(tx.roll_of_meeting(meeting_id)?, [seat]);
            assert_eq!(tx.constitution_of_meeting(meeting_id)?.as_deref(), Some("{}"));
            assert_eq!(tx.item_blobs(item_id)?, [blob_id]);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn nothing_of_a_record_is_changed_and_nothing_is_struck_out_twice() {
    let (_place, mut register, meeting_id, _) = begun();
    let started = entry(meeting_id, None, EntryKind::Started, None, Kept::Open("{}".into()));
    let strike = || entry(meeting_id, None, EntryKind::Struck, Some(started.entry_id), Kept::Open("{}".into()));
    let mut record = |new: &NewEntry| register.change(|tx| tx.insert_entry(new).map(|()| ((), event("an entry")))).map(drop);
    record(&started).unwrap();
    record(&strike()).unwrap();
    assert!(record(&strike()).is_err());
    assert!(record(&NewEntry { kind: EntryKind::Noted, ..strike() }).is_err(), "only one that strikes names another");
    for sql in ["UPDATE entry SET happened_at = '19:00'", "DELETE FROM entry", "DELETE FROM meeting_roll WHERE 1"] {
        let done = register.writer().execute(sql, []);
        assert!(matches!(done, Ok(0)) || format!("{done:?}").contains("a fact cannot be changed"), "{sql}: {done:?}");
    }
    assert_eq!(register.read(|tx| tx.entries_of_meeting(Which::All)).unwrap().len(), 2);
}

#[test]
fn every_kind_of_entry_has_a_word_of_its_own() {
    assert!(EntryKind::ALL.into_iter().all(|kind| EntryKind::from_code(kind.code()) == Some(kind)));
}
