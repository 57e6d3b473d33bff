//! Personal words as they are sealed, and votes as they are kept: JSON. A shape is read for ever: a new field gets a default.

use crate::{Result, seal};
use chrono::NaiveDate;
use domain::membership::RoomVote;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{ReadTx, WriteTx};
use uuid::Uuid;

/// Why a seat ended, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reasons {
    pub(super) words: String,
}

/// Who would join.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Candidate {
    pub(super) name: String,
    /// Somebody on the members' list who advises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) member: Option<Uuid>,
    /// What the two who met them noted.
    pub(super) words: String,
}

/// What a paper's kind asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct PaperText {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) certificate_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) seen_by: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) words: String,
}

/// Seals personal words of somebody.
pub(super) fn put(tx: &mut WriteTx<'_>, subject: Uuid, words: &impl Serialize) -> Result<Uuid> {
    seal::put_person(tx, subject, &serde_json::to_vec(words)?)
}

/// Personal words, where the member at the register may read them.
pub(super) fn read<T: DeserializeOwned>(tx: &ReadTx<'_>, blob_id: Uuid) -> Result<Option<T>> {
    use keys::Opener as _;
    match tx.keyring().open(&tx.get_blob(blob_id)?) {
        Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
        Err(keys::KeyError::NotForThisKey) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// The votes of a ballot, by name: what was counted and announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NomineeVotes {
    /// The nominee.
    pub name: String,
    /// Their votes.
    pub votes: u32,
}

#[derive(Serialize, Deserialize)]
struct VoteShape {
    residents: u32,
    advisers: u32,
    agreed: u32,
}

/// A vote in the room, to be kept.
pub(super) fn vote_to_json(vote: RoomVote) -> String {
    json!({ "residents": vote.residents, "advisers": vote.advisers, "agreed": vote.agreed }).to_string()
}

/// A vote in the room, as it was kept.
pub(super) fn vote_from_json(json: &str) -> Result<RoomVote> {
    let VoteShape { residents, advisers, agreed } = serde_json::from_str(json)?;
    Ok(RoomVote { residents, advisers, agreed })
}
