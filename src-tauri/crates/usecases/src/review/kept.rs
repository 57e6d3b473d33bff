//! A review in its blob: exactly the words that were said, with their author's signature.

use crate::{Error, Result, seal};
use exchange::SignedFact;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use store::{NewReview, ReadTx, ReviewRow, StoreError, WriteTx};

/// Keeps a review: its words and its signature in one blob, sealed to the readers of the application.
pub(super) fn keep(tx: &mut WriteTx<'_>, fact: &SignedFact, new: &NewReview<'_>) -> Result<()> {
    let blob_id = seal::put_review(tx, new.application_id, serde_json::to_string(fact)?.as_bytes())?;
    tx.insert_review(&NewReview { blob_id, ..*new })?;
    Ok(())
}

/// The words of a review, if whoever is signed in may read them. Words that are not those its id names are damage.
pub(super) fn open_fact(tx: &ReadTx<'_>, row: &ReviewRow) -> Result<Option<SignedFact>> {
    let Some(json) = tx.sealed_text(row.blob_id)? else { return Ok(None) };
    let fact: SignedFact = serde_json::from_str(&json)?;
    if fact.id() != row.review_id || fact.signature.is_some() != row.signed {
        return Err(Error::Store(StoreError::Damaged { detail: "a review is not the one that was kept".to_owned() }));
    }
    Ok(Some(fact))
}

/// The SHA-256 of bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
