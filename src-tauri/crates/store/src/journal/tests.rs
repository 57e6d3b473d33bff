//! The journal cannot be changed through the program, and shows it when it was changed around the program.

use super::proof::{Broken, Verified, Why, verify};
use crate::common::{Place, event, note};
use crate::journal::{Head, Payload};
use crate::{Event, Register, StoreError};
use serde_json::json;
use uuid::Uuid;

fn with_notes() -> (Place, Register) {
    let (place, mut register) = Place::new();
    for text in ["one", "two", "three"] {
        note(&mut register, text);
    }
    register.change(|_| Ok::<_, StoreError>(((), Event { signed: true, ..event("signed") }))).unwrap();
    (place, register)
}

fn proved(register: &Register) -> Result<Verified, StoreError> {
    register.read(verify)
}

/// Goes around the triggers, as somebody with the key and another program could.
fn tampered(sql: &str) -> Broken {
    let (_place, register) = with_notes();
    proved(&register).unwrap();
    let triggers: Vec<String> = register
        .writer()
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers {
        register.writer().execute_batch(&format!("DROP TRIGGER {trigger};")).unwrap();
    }
    register.writer().execute_batch(&format!("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {sql}")).unwrap();
    match proved(&register) {
        Err(StoreError::JournalBroken(broken)) => broken,
        other => panic!("{sql}: {other:?}"),
    }
}

#[test]
fn an_honest_journal_proves_itself() {
    let (_place, register) = with_notes();
    let head = register.head().unwrap();
    assert_eq!(head.seq, 5);
    assert_eq!(head.hex().len(), 64);
    assert_eq!(proved(&register).unwrap(), Verified { events: 5, signatures: 2, erased: 0, head });
}

#[test]
fn update_delete_and_replace_are_refused() {
    let (_place, register) = with_notes();
    for sql in [
        "UPDATE event SET kind = 'x' WHERE seq = 2",
        "UPDATE event SET signature = NULL, signed = 0",
        "DELETE FROM event WHERE seq = 5",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 5",
        "INSERT INTO event SELECT 9, event_id, at, member_id, kind, subject, commitment, previous, hash, signed, signature FROM event WHERE seq = 5",
        "UPDATE event_payload SET payload = '{}' WHERE seq = 2",
        "UPDATE event_payload SET seq = 12 WHERE seq = 2",
        "UPDATE event_payload SET payload = NULL, salt = NULL WHERE seq = 2",
        "DELETE FROM event_payload WHERE seq = 2",
        "INSERT OR REPLACE INTO event_payload SELECT * FROM event_payload WHERE seq = 5",
        "INSERT OR REPLACE INTO event_payload (seq, salt, payload) VALUES (2, zeroblob(32), '{}')",
    ] {
        assert!(register.writer().execute(sql, []).is_err(), "{sql}");
    }
    proved(&register).unwrap();
}

#[test]
fn every_kind_of_tampering_is_noticed() {
    for (sql, seq, why) in [
        ("UPDATE event SET kind = 'voteRecorded' WHERE seq = 3", 3, Why::Altered),
        ("UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3", 3, Why::Altered),
        ("UPDATE event SET subject = zeroblob(16) WHERE seq = 3", 3, Why::Altered),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq = 3", 3, Why::Altered),
        ("UPDATE event SET previous = zeroblob(32) WHERE seq = 3", 3, Why::NotLinked),
        ("UPDATE event SET signed = 0, signature = NULL WHERE seq = 5", 5, Why::Altered),
        ("UPDATE event SET signature = NULL WHERE seq = 5", 5, Why::BadSignature),
        ("UPDATE event SET signature = (SELECT signature FROM event WHERE seq = 1) WHERE seq = 5", 5, Why::BadSignature),
        ("DELETE FROM event_payload WHERE seq = 3; DELETE FROM event WHERE seq = 3", 4, Why::Missing),
        ("DELETE FROM event WHERE seq = 5", 4, Why::StrayPayload),
        ("UPDATE event_payload SET payload = '{\"note\":\"TWO\"}' WHERE seq = 3", 3, Why::PayloadAltered),
        ("UPDATE event_payload SET payload = NULL, salt = NULL WHERE seq = 3", 3, Why::PayloadMissing),
        ("DELETE FROM event_payload WHERE seq = 3", 3, Why::PayloadMissing),
        ("UPDATE partnership SET register_id = zeroblob(16)", 1, Why::NotLinked),
    ] {
        assert_eq!(tampered(sql), Broken { seq, why }, "{sql}");
    }
}

#[test]
fn an_erased_payload_is_gone_and_the_chain_still_proves_itself() {
    let (place, mut register) = with_notes();
    let before = register.head().unwrap();
    register
        .change(|tx| {
            tx.erase_payload(3, "asked by the person on 3 March 2023")?;
            Ok::<_, StoreError>(((), Event { kind: "payloadErased", payload: json!({ "seq": 3 }), ..event("") }))
        })
        .unwrap();
    let verified = proved(&register).unwrap();
    assert_eq!((verified.events, verified.erased), (6, 1));
    assert!(register.read(|tx| tx.knows_head(&before)).unwrap());
    let entries = register.read(|tx| tx.entries(None, 10)).unwrap();
    assert_eq!(entries.iter().map(|e| e.seq).collect::<Vec<_>>(), [6, 5, 4, 3, 2, 1]);
    assert_eq!(entries[2].payload, Payload::Kept(json!({ "note": "three" })));
    assert!(matches!(
        &entries[3].payload,
        Payload::Erased { by, reason, .. } if *by == place.member_id && reason.contains("3 March")
    ));
    // Not a second time, and not without a reason.
    assert!(register.change(|tx| tx.erase_payload(3, "again").map(|()| ((), event("")))).is_err());
    assert!(register.change(|tx| tx.erase_payload(2, " ").map(|()| ((), event("")))).is_err());
}

#[test]
fn a_roll_back_shows_when_somebody_kept_a_head() {
    let (_place, mut register) = with_notes();
    let old = register.head().unwrap();
    note(&mut register, "later");
    let new = register.head().unwrap();
    register
        .read(|tx| {
            assert!(tx.knows_head(&old)?);
            assert!(tx.knows_head(&new)?);
            assert!(!tx.knows_head(&Head { seq: new.seq + 1, hash: new.hash })?);
            assert!(!tx.knows_head(&Head { seq: old.seq, hash: new.hash })?);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn the_entries_of_one_record_are_found() {
    let (_place, mut register) = with_notes();
    let grant = Uuid::now_v7();
    for text in ["first", "second", "third"] {
        register.change(|_| Ok::<_, StoreError>(((), Event { subject: Some(grant), ..event(text) }))).unwrap();
        note(&mut register, "something else");
    }
    let found = register.read(|tx| tx.entries_of(grant, None, 2)).unwrap();
    assert_eq!(found.iter().map(|e| e.seq).collect::<Vec<_>>(), [10, 8]);
    let rest = register.read(|tx| tx.entries_of(grant, Some(8), 2)).unwrap();
    assert_eq!(rest.iter().map(|e| e.seq).collect::<Vec<_>>(), [6]);
    assert_eq!(rest[0].payload, Payload::Kept(json!({ "note": "first" })));
}
