//! The only way to change a register: a closure that ends with a journal event, or leaves no trace.

use crate::register::Parts;
use crate::{Register, StoreError, WriteTx, journal};
use rusqlite::TransactionBehavior;
use uuid::Uuid;

/// What a change says about itself in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What happened, such as `paymentRecorded`.
    pub kind: &'static str,
    /// The record it happened to.
    pub subject: Option<Uuid>,
    /// The facts. Never a text that is under embargo, unless it is sealed.
    pub payload: serde_json::Value,
    /// The areas whose screens must read again.
    pub touched: &'static [&'static str],
    /// Whether the member signs it: interests, reviews, votes, decisions, approvals, key changes.
    pub signed: bool,
}

/// What came of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed<T> {
    /// The closure's answer.
    pub value: T,
    /// The areas whose screens must read again.
    pub touched: Vec<&'static str>,
    /// Where the (last) event stands in the journal.
    pub event_seq: i64,
}

impl<T> Changed<T> {
    /// The same change with its answer turned into something else.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Changed<U> {
        Changed { value: turn(self.value), touched: self.touched, event_seq: self.event_seq }
    }
}

impl Register {
    /// Changes the register: the closure's work and its event are saved together, or neither is.
    ///
    /// An error, and a panic too, rolls everything back. There is no other way to a [`WriteTx`].
    pub fn change<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<(T, Event), E>,
    ) -> Result<Changed<T>, E> {
        self.change_and_prepare(work, |_| Ok(())).map(|(changed, ())| changed)
    }

    /// As [`Register::change`], with a last step before the commit: files written aside that belong to the change.
    pub(crate) fn change_and_prepare<T, P, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<(T, Event), E>,
        prepare: impl FnOnce(&WriteTx<'_>) -> Result<P, E>,
    ) -> Result<(Changed<T>, P), E> {
        commit(self.parts()?, work, prepare)
    }
}

/// The change itself: the work, its events, what belongs to it outside the file, and the commit.
pub(crate) fn commit<T, P, E: From<StoreError>>(
    parts: Parts<'_>,
    work: impl FnOnce(&mut WriteTx<'_>) -> Result<(T, Event), E>,
    prepare: impl FnOnce(&WriteTx<'_>) -> Result<P, E>,
) -> Result<(Changed<T>, P), E> {
    let Parts { writer, surroundings, member_id, keyring } = parts;
    let sql = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
    let mut tx = WriteTx::new(&sql, surroundings, member_id, keyring);
    let (value, event) = work(&mut tx)?;
    let mut events = tx.take_also();
    events.push(event);
    let mut touched = Vec::new();
    let mut event_seq = 0;
    for event in &events {
        event_seq = journal::append(&tx, event)?;
        for area in event.touched {
            if !touched.contains(area) {
                touched.push(*area);
            }
        }
    }
    let prepared = prepare(&tx)?;
    drop(tx);
    sql.commit().map_err(StoreError::from)?;
    Ok((Changed { value, touched, event_seq }, prepared))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::common::{Place, event, note};
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::mpsc;

    #[test]
    fn an_error_rolls_back_the_work_and_the_event() {
        let (_place, mut register) = Place::new();
        let head = register.head().unwrap();
        let blob = Uuid::now_v7();
        let result: Result<Changed<()>, StoreError> = register.change(|tx| {
            tx.put_blob(blob, b"half done")?;
            tx.also(event("half done"));
            Err(StoreError::NotFound { what: "grant", id: blob })
        });
        assert!(result.is_err());
        assert_eq!(register.head().unwrap(), head);
        assert!(register.read(|tx| tx.get_blob(blob)).is_err());
    }

    #[test]
    fn a_panic_rolls_back_the_work_and_the_event() {
        let (_place, mut register) = Place::new();
        let head = register.head().unwrap();
        let blob = Uuid::now_v7();
        let result = catch_unwind(AssertUnwindSafe(|| {
            let _: Result<Changed<()>, StoreError> = register.change(|tx| {
                tx.put_blob(blob, b"half done")?;
                panic!("a fault in the program");
            });
        }));
        assert!(result.is_err());
        assert_eq!(register.head().unwrap(), head);
        assert!(register.read(|tx| tx.get_blob(blob)).is_err());
        note(&mut register, "the register still works");
    }

    #[test]
    fn a_change_answers_what_was_touched() {
        let (_place, mut register) = Place::new();
        let changed = register
            .change(|tx| {
                tx.also(Event { touched: &["grants", "notes"], ..event("first") });
                Ok::<_, StoreError>((7, event("second")))
            })
            .unwrap();
        assert_eq!(changed, Changed { value: 7, touched: vec!["grants", "notes"], event_seq: 3 });
    }

    #[test]
    fn a_full_disk_loses_nothing_and_the_register_goes_on() {
        let (_place, mut register) = Place::new();
        note(&mut register, "before");
        let head = register.head().unwrap();
        let pages: i64 = register.writer().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        let limit = |register: &Register, most: i64| {
            register.writer().query_row(&format!("PRAGMA max_page_count = {most}"), [], |row| row.get::<_, i64>(0)).unwrap();
        };
        limit(&register, pages + 3);
        let big = vec![7_u8; 1024 * 1024];
        let result = register.change(|tx| {
            tx.put_blob(Uuid::now_v7(), &big)?;
            Ok::<_, StoreError>(((), event("too big")))
        });
        assert!(matches!(result, Err(StoreError::DiskFull)), "{result:?}");
        assert_eq!(register.head().unwrap(), head);
        limit(&register, 1_000_000);
        note(&mut register, "after");
        register.read(crate::journal::verify).unwrap();
    }

    #[test]
    fn a_reader_never_waits_for_a_change_and_sees_one_moment() {
        let (place, mut register) = Place::new();
        let head = register.head().unwrap();
        let key = register.key().clone();
        let (started, has_started) = mpsc::channel();
        let (done, is_done) = mpsc::channel::<()>();
        let changing = std::thread::spawn(move || {
            register
                .change(|tx| {
                    tx.put_blob(Uuid::now_v7(), b"under way")?;
                    started.send(()).unwrap();
                    is_done.recv().unwrap();
                    Ok::<_, StoreError>(((), event("slow")))
                })
                .unwrap();
            register
        });
        has_started.recv().unwrap();
        let other = crate::opening::open(&place.file(), &key, crate::opening::Use::Read).unwrap();
        let blobs: i64 = other.query_row("SELECT count(*) FROM blob", [], |row| row.get(0)).unwrap();
        assert_eq!(blobs, 0);
        done.send(()).unwrap();
        let register = changing.join().unwrap();
        assert_eq!(register.head().unwrap().seq, head.seq + 1);
    }

    #[test]
    fn a_blob_over_the_limit_is_refused() {
        let (_place, mut register) = Place::new();
        let huge = vec![0_u8; 25 * 1024 * 1024 + 1];
        let result = register.change(|tx| {
            tx.put_blob(Uuid::now_v7(), &huge)?;
            Ok::<_, StoreError>(((), event("huge")))
        });
        assert!(matches!(result, Err(StoreError::TooLarge { .. })));
    }
}
