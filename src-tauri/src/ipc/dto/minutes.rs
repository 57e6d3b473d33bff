//! The minutes of a meeting: drafted from what was recorded, edited, approved.

use super::meeting::MeetingRow;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// One item in the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MinutesItem {
    pub(crate) item_id: String,
    pub(crate) number: u32,
    /// None when this member may not know it.
    pub(crate) heading: Option<String>,
    pub(crate) sealed: bool,
    pub(crate) public: bool,
    /// Whether it stands in the minutes that are published, as they are now.
    pub(crate) published: bool,
    /// What the record says, a paragraph each: interests in the plan's own words, votes, what was resolved. Not edited here.
    pub(crate) facts: Vec<String>,
    /// What was said, for the members.
    pub(crate) confidential: String,
    /// What was said, for everybody.
    pub(crate) publishable: String,
}

/// The minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Minutes {
    pub(crate) meeting: MeetingRow,
    /// Who was there, who chaired, who came and left, a paragraph each.
    pub(crate) attendance: Vec<String>,
    pub(crate) items: Vec<MinutesItem>,
    /// How the meeting ended, and when the next is.
    pub(crate) close: Vec<String>,
    /// The day of the meeting that approved them.
    pub(crate) approved_on: Option<NaiveDate>,
    pub(crate) may_edit: bool,
}

/// The words of one item, as edited.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SaveMinutesInput {
    pub(crate) item_id: String,
    pub(crate) confidential: String,
    pub(crate) publishable: String,
}
