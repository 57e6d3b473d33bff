//! What a reviewer is given: the round, and each application they may read.

use super::JudgementSheet;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A round, as it is sent to one reviewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoundSheet {
    /// The round.
    pub round_id: Uuid,
    /// What it is called.
    pub name: String,
    /// The day by which the answers should be back.
    pub return_by: NaiveDate,
    /// What is scored; empty when nothing is.
    #[serde(default)]
    pub criteria: Vec<CriterionSheet>,
    /// The plan's priorities, by id and name: the applications name those they respond to by id.
    #[serde(default)]
    pub priorities: Vec<(Uuid, String)>,
    /// The member in the register for whom this is.
    pub reviewer: Uuid,
    /// The co-ordinator's name.
    pub co_ordinator: String,
    /// The names of the others on the panel.
    #[serde(default)]
    pub panel: Vec<String>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The applications this reviewer may read.
    pub applications: Vec<ApplicationSheet>,
    /// The applications of the round that are not here.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
}

/// Something the round scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CriterionSheet {
    /// What is scored.
    pub name: String,
    /// The highest score.
    pub most: u8,
}

/// An application of the round that this reviewer is not sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// Its reference.
    pub reference: String,
    /// Why.
    pub why: LeftOutWhy,
}

/// Why a reviewer is not sent an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutWhy {
    /// They declared an interest.
    Declared,
    /// They were not sure, and the chair has not settled it.
    Doubtful,
    /// The co-ordinator chose who reads it.
    Chosen,
}

/// One application, as it is sent to one reviewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationSheet {
    /// The application.
    pub application_id: Uuid,
    /// Its reference.
    pub reference: String,
    /// Which version of it.
    pub version: u32,
    /// The hash of that version's text, in hexadecimal.
    pub version_sha256: String,
    /// When it was received.
    pub received_on: NaiveDate,
    /// What is shown before the reviewer has said whether they have an interest.
    pub summary: SummarySheet,
    /// What the reviewer has told before that looks alike.
    #[serde(default)]
    pub matches: Vec<MatchSheet>,
    /// Where the reviewer stands, as the register knows: `clear`; `unanswered`; or `ruled-none`, when the chair settled that
    /// what they declared is none, so that a desk on which they declared it opens the text again.
    pub stance: String,
    /// The register's own text of this version, letter by letter.
    pub text: String,
    /// What happened to it before.
    #[serde(default)]
    pub history: Vec<HistorySheet>,
    /// Its attached files, which travel in the same pack.
    #[serde(default)]
    pub files: Vec<FileSheet>,
    /// What this reviewer has said about it before.
    #[serde(default)]
    pub own_reviews: Vec<OwnReview>,
}

/// Enough of an application to tell whether one has an interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SummarySheet {
    /// Who applies.
    pub group_name: String,
    /// For what, in one line.
    pub one_line: String,
    /// How much, in pence.
    pub asked_pence: i64,
    /// The people named in it: the code of what they are, and their name.
    #[serde(default)]
    pub people: Vec<(String, String)>,
    /// Where the group meets.
    #[serde(default)]
    pub meets_at: Option<String>,
}

/// An entry of the standing register of interests that looks alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MatchSheet {
    /// The body they told of.
    pub body: String,
    /// How they belong to it.
    pub how: String,
    /// Since when.
    pub since: NaiveDate,
}

/// Something that happened to an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HistorySheet {
    /// When.
    pub on: NaiveDate,
    /// What.
    pub words: String,
}

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileSheet {
    /// The hash of its bytes, in hexadecimal: its key in the pack's files.
    pub sha256: String,
    /// The name it was given.
    pub name: String,
    /// What kind of file it is, such as `application/pdf`.
    pub media_type: String,
    /// What it is to the application, by the register's code.
    pub kind: String,
    /// How many bytes.
    pub size: u64,
}

/// A review that this reviewer sent before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OwnReview {
    /// The review.
    pub review_id: Uuid,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Whether it is one of two that exclude each other.
    #[serde(default)]
    pub rival: bool,
    /// What it says.
    pub judgement: JudgementSheet,
    /// The reviews it takes the place of.
    #[serde(default)]
    pub revises: Vec<Uuid>,
}
