//! The manifest: what a pack says about itself, and what its author signed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// What a pack is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PackKind {
    /// Applications, to a reviewer.
    Review,
    /// A reviewer's answers and reviews, to the co-ordinator.
    Response,
    /// What the panel decided.
    Decision,
    /// What is to be paid, to the clerk.
    Payment,
    /// "Your pack was taken in."
    Receipt,
    /// The head of the journal, to be kept by somebody else.
    Witness,
}

impl PackKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Review, Self::Response, Self::Decision, Self::Payment, Self::Receipt, Self::Witness];

    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Response => "response",
            Self::Decision => "decision",
            Self::Payment => "payment",
            Self::Receipt => "receipt",
            Self::Witness => "witness",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether such a pack belongs to a round, and must name it.
    pub(crate) fn has_round(self) -> bool {
        matches!(self, Self::Review | Self::Response)
    }
}

impl fmt::Display for PackKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Somebody who sends or is addressed, by their keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Party {
    /// The member in the register.
    pub member_id: Uuid,
    /// Their name.
    pub name: String,
    /// For whom to seal: `age1…`.
    pub recipient: String,
    /// What proves their signatures: `RW…`.
    pub verifying_key: String,
}

/// The end of a journal, as somebody saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JournalHead {
    /// How many events there were.
    pub size: i64,
    /// The hash of the last one, in hexadecimal.
    pub head: String,
}

/// One version of an application, by its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VersionHash {
    /// The application.
    pub application_id: Uuid,
    /// Which version of it.
    pub version: u32,
    /// The hash of that version's text, in hexadecimal.
    pub sha256: String,
}

/// One file of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileEntry {
    /// Its name in the archive: `data/round.json`, or `files/<sha256>.pdf`.
    pub name: String,
    /// How many bytes.
    pub size: u64,
    /// The hash of its bytes, in hexadecimal.
    pub sha256: String,
}

/// What a pack says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// Always `chest-pack`.
    pub format: String,
    /// The version of the format.
    pub version: u32,
    /// What it is for.
    pub kind: PackKind,
    /// This pack.
    pub pack_id: Uuid,
    /// The register it was made at, or for which it is meant.
    pub register_id: Uuid,
    /// The partnership's name.
    pub partnership: String,
    /// The round it belongs to.
    #[serde(default)]
    pub round: Option<Uuid>,
    /// When it was made.
    pub created: DateTime<Utc>,
    /// After when it is no longer taken in.
    #[serde(default)]
    pub expires: Option<DateTime<Utc>>,
    /// Who made and signed it.
    pub from: Party,
    /// For whom it is. Whoever is not named here did not get it from its author.
    pub to: Vec<Party>,
    /// The pack it answers.
    #[serde(default)]
    pub in_reply_to: Option<Uuid>,
    /// The applications it is about.
    #[serde(default)]
    pub applications: Vec<VersionHash>,
    /// The end of the sender's journal.
    #[serde(default)]
    pub journal: Option<JournalHead>,
    /// The ends of the journal that the sender was shown.
    #[serde(default)]
    pub heads_seen: Vec<JournalHead>,
    /// Every file of the pack. Sealing fills it in.
    #[serde(default)]
    pub files: Vec<FileEntry>,
}

impl Manifest {
    /// A manifest with what every pack must say; the rest can be set afterwards.
    #[must_use]
    pub fn new(
        kind: PackKind,
        pack_id: Uuid,
        register_id: Uuid,
        partnership: &str,
        created: DateTime<Utc>,
        from: Party,
        to: Vec<Party>,
    ) -> Self {
        Self {
            format: super::FORMAT.to_owned(),
            version: super::VERSION,
            kind,
            pack_id,
            register_id,
            partnership: partnership.to_owned(),
            round: None,
            created,
            expires: None,
            from,
            to,
            in_reply_to: None,
            applications: Vec::new(),
            journal: None,
            heads_seen: Vec::new(),
            files: Vec::new(),
        }
    }
}

impl Party {
    /// A member by their keys.
    #[must_use]
    pub fn new(member_id: Uuid, name: &str, recipient: &keys::Recipient, verifying_key: &keys::VerifyingKey) -> Self {
        Self { member_id, name: name.to_owned(), recipient: recipient.to_string(), verifying_key: verifying_key.to_string() }
    }
}
