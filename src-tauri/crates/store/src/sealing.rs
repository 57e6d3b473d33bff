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
