//! The journal: what happened, by whom, each entry bound to the one before it.
//!
//! An entry's hash covers a commitment to its payload, not the payload. So the payload can be erased, as data
//! protection law may ask, and the chain still proves itself. A chain shows tampering only to somebody who holds a
//! [`Head`] of it: whoever has the key could write a whole new one.

mod proof;
#[cfg(test)]
mod tests;

pub use proof::{Broken, Verified, Why, verify};

use crate::row::{instant, parse_instant, read_id, read_instant, read_optional_id};
use crate::sql::sql;
use crate::{Event, ReadTx, StoreError, WriteTx};
use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params};
use std::fmt::{self, Write};
use uuid::Uuid;

/// The end of the journal at some moment. Other people keep it, so that a roll-back shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Head {
    /// How many events there are.
    pub seq: i64,
    /// The hash of the last one.
    pub hash: [u8; 32],
}

impl Head {
    /// The hash in hexadecimal, to print or to send.
    pub fn hex(&self) -> String {
        self.hash.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl fmt::Debug for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.hex())
    }
}

/// An entry as it is read back.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its place in the journal, from 1.
    pub seq: i64,
    /// Its id.
    pub event_id: Uuid,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub member_id: Uuid,
    /// What happened.
    pub kind: String,
    /// The record it happened to.
    pub subject: Option<Uuid>,
    /// Whether the member signed it.
    pub signed: bool,
    /// The facts, or who erased them.
    pub payload: Payload,
}

/// What an entry says, or that it was erased.
#[derive(Debug, Clone, PartialEq)]
pub enum Payload {
    /// The facts.
    Kept(serde_json::Value),
    /// The facts were erased.
    Erased {
        /// When.
        at: DateTime<Utc>,
        /// By whom.
        by: Uuid,
        /// Why.
        reason: String,
    },
}

impl ReadTx<'_> {
    /// The end of the journal.
    pub fn head(&self) -> Result<Head, StoreError> {
        self.one(sql!("journal/head"), [], |row| Ok(Head { seq: row.get("seq")?, hash: row.get("hash")? }))
            .map(|head| head.unwrap_or(Head { seq: 0, hash: [0; 32] }))
    }

    /// Whether a head that somebody else kept lies on this journal. If not, history was changed or rolled back.
    pub fn knows_head(&self, head: &Head) -> Result<bool, StoreError> {
        let hash: Option<[u8; 32]> = self.one(sql!("journal/hash_at"), named_params! { ":seq": head.seq }, |row| Ok(row.get("hash")?))?;
        Ok(hash == Some(head.hash))
    }

    /// The latest entries before a place (`None`: from the end), newest first.
    pub fn entries(&self, before: Option<i64>, limit: u32) -> Result<Vec<Entry>, StoreError> {
        self.all(sql!("journal/latest"), named_params! { ":before": before.unwrap_or(i64::MAX), ":limit": limit }, read_entry)
    }

    /// The latest entries about one record, newest first.
    pub fn entries_of(&self, subject: Uuid, before: Option<i64>, limit: u32) -> Result<Vec<Entry>, StoreError> {
        self.all(
            sql!("journal/of_subject"),
            named_params! {
                ":subject": subject.as_bytes(),
                ":before": before.unwrap_or(i64::MAX),
                ":limit": limit,
            },
            read_entry,
        )
    }
}

impl WriteTx<'_> {
    /// Erases what an entry says. That it happened, when and by whom stays, and the chain still proves itself.
    pub fn erase_payload(&mut self, seq: i64, reason: &str) -> Result<(), StoreError> {
        let erased = self.run(
            sql!("journal/erase"),
            named_params! {
                ":seq": seq,
                ":erased_at": instant(self.now()),
                ":erased_by": self.signed_in().as_bytes(),
                ":reason": reason,
            },
        )?;
        if erased == 0 {
            return Err(StoreError::NotFound { what: "journal payload", id: Uuid::nil() });
        }
        Ok(())
    }
}

/// Writes an event behind the last one, in the transaction of its change.
pub(crate) fn append(tx: &WriteTx<'_>, event: &Event) -> Result<i64, StoreError> {
    let last = tx.head()?;
    let previous = if last.seq == 0 { proof::genesis(tx)? } else { last.hash };
    let payload = event.payload.to_string();
    let mut salt = [0_u8; 32];
    tx.surroundings().random(&mut salt);
    let link = proof::Link {
        seq: last.seq.saturating_add(1),
        event_id: tx.new_id(),
        at: instant(tx.now()),
        member_id: tx.signed_in(),
        kind: event.kind.to_owned(),
        subject: event.subject,
        commitment: proof::commitment(&salt, &payload),
        previous,
        signed: event.signed,
    };
    let hash = link.hash();
    let signature = if event.signed { Some(tx.keyring().sign(&hash, &link.comment())?.into_bytes()) } else { None };
    tx.run(
        sql!("journal/insert_event"),
        named_params! {
            ":seq": link.seq,
            ":event_id": link.event_id.as_bytes(),
            ":at": link.at,
            ":member_id": link.member_id.as_bytes(),
            ":kind": link.kind,
            ":subject": link.subject.map(Uuid::into_bytes),
            ":commitment": link.commitment,
            ":previous": link.previous,
            ":hash": hash,
            ":signed": link.signed,
            ":signature": signature,
        },
    )?;
    tx.run(sql!("journal/insert_payload"), named_params! { ":seq": link.seq, ":salt": salt, ":payload": payload })?;
    Ok(link.seq)
}

fn read_entry(row: &Row<'_>) -> Result<Entry, StoreError> {
    let unreadable = || crate::row::unreadable("payload");
    let payload: Option<String> = row.get("payload")?;
    let payload = if let Some(text) = payload {
        Payload::Kept(serde_json::from_str(&text).map_err(|_| unreadable())?)
    } else {
        let at: String = row.get("erased_at")?;
        Payload::Erased { at: parse_instant(&at, "erased_at")?, by: read_id(row, "erased_by")?, reason: row.get("reason")? }
    };
    Ok(Entry {
        seq: row.get("seq")?,
        event_id: read_id(row, "event_id")?,
        at: read_instant(row, "at")?,
        member_id: read_id(row, "member_id")?,
        kind: row.get("kind")?,
        subject: read_optional_id(row, "subject")?,
        signed: row.get("signed")?,
        payload,
    })
}
