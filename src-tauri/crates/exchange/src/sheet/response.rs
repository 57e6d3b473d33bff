//! What a reviewer sends back, and what they are told when it arrived.

use super::JudgementSheet;
use crate::SignedFact;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an [`AnswerFact`] says it is.
pub const ANSWER_FACT: &str = "interest-answer";
/// What a [`ReviewFactSheet`] says it is.
pub const REVIEW_FACT: &str = "review";

/// Everything a reviewer has said in a round so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ResponseSheet {
    /// The round.
    pub round_id: Uuid,
    /// The member in the register who says it.
    pub reviewer: Uuid,
    /// When they first opened the review pack.
    pub opened_at: DateTime<Utc>,
    /// Whether they have an interest: each an [`AnswerFact`].
    #[serde(default)]
    pub answers: Vec<SignedFact>,
    /// Their reviews: each a [`ReviewFactSheet`].
    #[serde(default)]
    pub reviews: Vec<SignedFact>,
}

/// A member's answer whether they have an interest in one application. Its text is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AnswerFact {
    /// Always `interest-answer`.
    pub fact: String,
    /// The round.
    pub round_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// Who says it.
    pub member_id: Uuid,
    /// The code of the answer: `none`, `interest` or `unsure`.
    pub answer: String,
    /// The codes of what kinds of interest it is.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// The code of its reach.
    #[serde(default)]
    pub reach: Option<String>,
    /// How, in their own words.
    #[serde(default)]
    pub how: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A member's review of one version of an application. Its text is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReviewFactSheet {
    /// Always `review`.
    pub fact: String,
    /// The round.
    pub round_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// Which version of it was read.
    pub version: u32,
    /// The hash of that version's text, in hexadecimal.
    pub version_sha256: String,
    /// Who says it.
    pub member_id: Uuid,
    /// Every earlier review of theirs, of which this takes the place.
    #[serde(default)]
    pub revises: Vec<Uuid>,
    /// What it says.
    pub judgement: JudgementSheet,
    /// When.
    pub made_at: DateTime<Utc>,
}

/// "Your pack was taken in."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptSheet {
    /// The pack that was taken in.
    pub for_pack: Uuid,
    /// When.
    pub taken_in_at: DateTime<Utc>,
    /// What came in it: a code and how many.
    #[serde(default)]
    pub what: Vec<(String, u32)>,
}
