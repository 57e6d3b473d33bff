//! For whom each sealed subject was last sealed, so that what is sealed for the wrong people is found at once.

use crate::row::read_id;
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// A subject and its readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealingRow {
    /// The record whose blobs these are.
    pub subject: Uuid,
    /// The public keys for which every one of its blobs was sealed, sorted, one a line; none when they are not all
    /// alike, or not known.
    pub recipients: Option<String>,
}

impl ReadTx<'_> {
    /// For whom a subject was last sealed; none when nothing of it is sealed.
    pub fn sealing(&self, subject: Uuid, kind: &str) -> Result<Option<SealingRow>, StoreError> {
        self.one(sql!("sealing/get"), named_params! { ":subject": subject.as_bytes(), ":kind": kind }, read_sealing)
    }

    /// Every subject of a kind.
    pub fn sealings(&self, kind: &str) -> Result<Vec<SealingRow>, StoreError> {
        self.all(sql!("sealing/of_kind"), named_params! { ":kind": kind }, read_sealing)
    }

    /// The subjects of a kind that were sealed for others than these, and those that may be: somebody said more about
    /// them than that they have no interest.
    pub fn sealings_other_than(&self, kind: &str, recipients: &str) -> Result<Vec<SealingRow>, StoreError> {
        self.all(sql!("sealing/other_than"), named_params! { ":kind": kind, ":recipients": recipients }, read_sealing)
    }
}

impl WriteTx<'_> {
    /// Notes for whom a subject is sealed now.
    pub fn put_sealing(&mut self, subject: Uuid, kind: &str, recipients: Option<&str>) -> Result<(), StoreError> {
        if let Some(recipients) = recipients {
            self.run(sql!("sealing/keep_list"), named_params! { ":recipients": recipients })?;
        }
        self.run(sql!("sealing/put"), named_params! { ":subject": subject.as_bytes(), ":kind": kind, ":recipients": recipients })?;
        Ok(())
    }

    /// Notes that nothing of a subject is sealed any more.
    pub fn delete_sealing(&mut self, subject: Uuid, kind: &str) -> Result<(), StoreError> {
        self.run(sql!("sealing/delete"), named_params! { ":subject": subject.as_bytes(), ":kind": kind })?;
        Ok(())
    }
}

fn read_sealing(row: &Row<'_>) -> Result<SealingRow, StoreError> {
    Ok(SealingRow { subject: read_id(row, "subject")?, recipients: row.get("recipients")? })
}

#[cfg(test)]
mod tests {
    use crate::common::{Place, event};
    use crate::{Register, StoreError};
    use rusqlite::types::ValueRef;
    use uuid::Uuid;

    fn change(register: &mut Register, work: impl FnOnce(&mut crate::WriteTx<'_>) -> Result<(), StoreError>) {
        register.change(|tx| work(tx).map(|()| ((), event("sealed")))).unwrap();
    }

    /// How many columns of how many rows hold these bytes.
    fn rows_with(register: &Register, bytes: &[u8]) -> usize {
        let connection = register.reader();
        let mut tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
        let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let mut found = 0;
        for table in tables {
            let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                for column in 0..columns {
                    if let ValueRef::Blob(held) = row.get_ref(column).unwrap() {
                        found += usize::from(held.windows(bytes.len()).any(|window| window == bytes));
                    }
                }
            }
        }
        found
    }

    #[test]
    fn what_was_sealed_before_is_in_no_row_and_the_log_is_empty() {
        let (place, mut register) = Place::new();
        let (blob_id, before, after) = (Uuid::now_v7(), vec![0xA5; 40_000], vec![0x5A; 40_000]);
        change(&mut register, |tx| tx.put_blob(blob_id, &before));
        assert_eq!((rows_with(&register, &before[..64]), rows_with(&register, &after[..64])), (1, 0));
        change(&mut register, |tx| tx.reseal_blob(blob_id, &after));
        assert_eq!((rows_with(&register, &before[..64]), rows_with(&register, &after[..64])), (0, 1));
        let log = place.folder().join("register.chest-wal");
        assert!(std::fs::metadata(&log).unwrap().len() > 0);
        register.empty_log().unwrap();
        assert_eq!(std::fs::metadata(&log).unwrap().len(), 0);
    }

    #[test]
    fn subjects_sealed_for_others_are_found_and_those_that_may_be() {
        let (_place, mut register) = Place::new();
        let [same, other, unknown] = [Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7()];
        change(&mut register, |tx| {
            tx.put_sealing(same, "application", Some("ann\nbob"))?;
            tx.put_sealing(other, "application", Some("ann"))?;
            tx.put_sealing(unknown, "application", None)?;
            tx.put_sealing(same, "opened", Some("ann"))
        });
        let subjects = |readers: &str| {
            let rows = register.read(|tx| tx.sealings_other_than("application", readers)).unwrap();
            rows.into_iter().map(|row| row.subject).collect::<Vec<_>>()
        };
        assert_eq!(subjects("ann\nbob"), [other, unknown]);
        assert_eq!(subjects("ann"), [same, unknown]);
        assert_eq!(subjects("nobody yet"), [same, other, unknown]);
        change(&mut register, |tx| {
            tx.put_sealing(other, "application", Some("ann\nbob"))?;
            tx.delete_sealing(unknown, "application")
        });
        let left = register.read(|tx| tx.sealings_other_than("application", "ann\nbob")).unwrap();
        assert!(left.is_empty(), "{left:?}");
    }
}
