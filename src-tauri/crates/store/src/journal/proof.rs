//! The proof of the journal: how entries are hashed and signed, and how a whole chain is proved.

use super::Head;
use crate::row::{read_id, read_optional_id};
use crate::sql::sql;
use crate::{ReadTx, StoreError};
use keys::VerifyingKey;
use rusqlite::Row;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use uuid::Uuid;

/// A journal that proves itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many events there are.
    pub events: i64,
    /// How many of them are signed, each signature proved.
    pub signatures: i64,
    /// How many payloads were erased.
    pub erased: i64,
    /// The end of the chain.
    pub head: Head,
}

/// The first place where a journal does not prove itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The place, from 1.
    pub seq: i64,
    /// What does not fit.
    pub why: Why,
}

/// What does not fit in a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// An event is missing before this place.
    Missing,
    /// The event does not name the one before it.
    NotLinked,
    /// The event is not what was hashed.
    Altered,
    /// The payload is not what was committed to.
    PayloadAltered,
    /// The payload is gone, without a note of who erased it.
    PayloadMissing,
    /// The signature is not that member's.
    BadSignature,
    /// A payload belongs to no event.
    StrayPayload,
}

/// The fields of an entry that its hash covers.
pub(super) struct Link {
    pub(super) seq: i64,
    pub(super) event_id: Uuid,
    pub(super) at: String,
    pub(super) member_id: Uuid,
    pub(super) kind: String,
    pub(super) subject: Option<Uuid>,
    pub(super) commitment: [u8; 32],
    pub(super) previous: [u8; 32],
    pub(super) signed: bool,
}

impl Link {
    /// The hash of the entry: it covers the hash of the entry before.
    pub(super) fn hash(&self) -> [u8; 32] {
        let subject = self.subject.map(Uuid::into_bytes);
        digest(
            "community-chest/event/1",
            &[
                &self.seq.to_le_bytes(),
                self.event_id.as_bytes(),
                self.at.as_bytes(),
                self.member_id.as_bytes(),
                self.kind.as_bytes(),
                subject.as_ref().map_or(&[], |id| id.as_slice()),
                &self.commitment,
                &[u8::from(self.signed)],
                &self.previous,
            ],
        )
    }

    /// The trusted comment of the entry's signature.
    pub(super) fn comment(&self) -> String {
        format!("community-chest event {}", self.seq)
    }
}

/// A hash over length-prefixed fields, in a domain of its own.
fn digest(domain: &str, fields: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for field in std::iter::once(&domain.as_bytes()).chain(fields) {
        hash.update((field.len() as u64).to_le_bytes());
        hash.update(field);
    }
    hash.finalize().into()
}

/// What an entry's hash holds in place of its payload.
pub(super) fn commitment(salt: &[u8; 32], payload: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(payload.as_bytes());
    hash.finalize().into()
}

/// What the first event names as the one before it: the register itself.
pub(super) fn genesis(tx: &ReadTx<'_>) -> Result<[u8; 32], StoreError> {
    let register_id = tx.one(sql!("partnership/get"), [], |row| read_id(row, "register_id"))?.unwrap_or_default();
    Ok(digest("community-chest/genesis/1", &[register_id.as_bytes()]))
}

/// Proves the whole journal: order, links, hashes, payloads and signatures.
pub fn verify(tx: &ReadTx<'_>) -> Result<Verified, StoreError> {
    let mut walk = Walk { last: Head { seq: 0, hash: genesis(tx)? }, signatures: 0, erased: 0, keys: HashMap::new(), tx };
    tx.all(sql!("journal/whole"), [], |row| walk.step(row))?;
    let strays: i64 = tx.one(sql!("journal/payloads_without_event"), [], |row| Ok(row.get("strays")?))?.unwrap_or_default();
    if strays > 0 {
        return Err(broken(walk.last.seq, Why::StrayPayload));
    }
    Ok(Verified { events: walk.last.seq, signatures: walk.signatures, erased: walk.erased, head: tx.head()? })
}

struct Walk<'a> {
    last: Head,
    signatures: i64,
    erased: i64,
    keys: HashMap<Uuid, Vec<VerifyingKey>>,
    tx: &'a ReadTx<'a>,
}

impl Walk<'_> {
    fn step(&mut self, row: &Row<'_>) -> Result<(), StoreError> {
        let link = Link {
            seq: row.get("seq")?,
            event_id: read_id(row, "event_id")?,
            at: row.get("at")?,
            member_id: read_id(row, "member_id")?,
            kind: row.get("kind")?,
            subject: read_optional_id(row, "subject")?,
            commitment: row.get("commitment")?,
            previous: row.get("previous")?,
            signed: row.get("signed")?,
        };
        let seq = link.seq;
        if seq != self.last.seq.saturating_add(1) {
            return Err(broken(seq, Why::Missing));
        }
        if link.previous != self.last.hash {
            return Err(broken(seq, Why::NotLinked));
        }
        let hash: [u8; 32] = row.get("hash")?;
        if hash != link.hash() {
            return Err(broken(seq, Why::Altered));
        }
        self.payload(row, &link)?;
        if link.signed {
            self.signature(row, &link, &hash)?;
        }
        self.last = Head { seq, hash };
        Ok(())
    }

    fn payload(&mut self, row: &Row<'_>, link: &Link) -> Result<(), StoreError> {
        let salt: Option<[u8; 32]> = row.get("salt")?;
        let payload: Option<String> = row.get("payload")?;
        let erased_at: Option<String> = row.get("erased_at")?;
        match (salt, payload, erased_at) {
            (Some(salt), Some(payload), None) => {
                if commitment(&salt, &payload) == link.commitment {
                    Ok(())
                } else {
                    Err(broken(link.seq, Why::PayloadAltered))
                }
            }
            (None, None, Some(_)) => {
                self.erased = self.erased.saturating_add(1);
                Ok(())
            }
            _ => Err(broken(link.seq, Why::PayloadMissing)),
        }
    }

    fn signature(&mut self, row: &Row<'_>, link: &Link, hash: &[u8]) -> Result<(), StoreError> {
        if !self.keys.contains_key(&link.member_id) {
            let keys = self.tx.verifying_keys(link.member_id)?;
            self.keys.insert(link.member_id, keys);
        }
        let signature: Option<Vec<u8>> = row.get("signature")?;
        let signature = signature.and_then(|bytes| String::from_utf8(bytes).ok());
        let proved = signature.is_some_and(|signature| {
            self.keys
                .get(&link.member_id)
                .into_iter()
                .flatten()
                .any(|key| keys::verify(key, hash, &signature).is_ok_and(|said| said == link.comment()))
        });
        if !proved {
            return Err(broken(link.seq, Why::BadSignature));
        }
        self.signatures = self.signatures.saturating_add(1);
        Ok(())
    }
}

fn broken(seq: i64, why: Why) -> StoreError {
    StoreError::JournalBroken(Broken { seq, why })
}
