//! The embargo register: what is under embargo, why, until when, who knows.

use super::field::TypedDate;
use super::mirror;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// Why something is under embargo.
    EmbargoReason = domain::embargo::EmbargoReason { BeforeDecision, NotPublic, NotApproved, PeopleToldFirst, Other }
}
mirror! {
    /// What an embargo is about.
    EmbargoSubject = domain::embargo::EmbargoSubject { Application, MeetingItem, Document }
}

/// One embargo, in force or past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EmbargoRow {
    /// The id of the application, or of the embargo itself.
    pub(crate) id: String,
    pub(crate) subject: EmbargoSubject,
    /// The application's reference.
    pub(crate) reference: Option<String>,
    /// The group's name, or what it is about; none when this member may not know it.
    pub(crate) title: Option<String>,
    pub(crate) reason: EmbargoReason,
    /// The reason in words, for `other`.
    pub(crate) reason_words: Option<String>,
    pub(crate) started_on: NaiveDate,
    /// The last day, when it ends by a date.
    pub(crate) until_date: Option<NaiveDate>,
    /// What ends it, when it ends by an event of its own. An application's ends when the group is told.
    pub(crate) until_event: Option<String>,
    pub(crate) ended_on: Option<NaiveDate>,
    /// Whether it was opened early, by whom and why.
    pub(crate) opened_early_by: Option<String>,
    pub(crate) opened_early_reason: Option<String>,
    pub(crate) set_by: String,
    /// Who was told of it, by name.
    pub(crate) told: Vec<String>,
    /// Who may read it, by name.
    pub(crate) readers: Vec<String>,
    /// Whether this member may end it.
    pub(crate) may_end: bool,
}

/// Every embargo this member may know of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EmbargoRegister {
    pub(crate) in_force: Vec<EmbargoRow>,
    /// The newest end first.
    pub(crate) past: Vec<EmbargoRow>,
}

/// A new embargo on a meeting item or a document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SetEmbargoInput {
    pub(crate) subject: EmbargoSubject,
    pub(crate) title: String,
    pub(crate) reason: EmbargoReason,
    /// Must be filled in for `other`.
    pub(crate) reason_words: String,
    /// The last day; all boxes empty when an event ends it.
    pub(crate) until_date: TypedDate,
    /// What ends it; empty when a date does. One of the two must be given.
    pub(crate) until_event: String,
    /// Who was told of it, one name a line.
    pub(crate) told: String,
}

/// The end of an embargo.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct EndEmbargoInput {
    pub(crate) id: String,
    pub(crate) subject: EmbargoSubject,
    /// Whether what was to end it has happened. An application's own end is recorded by telling the group.
    pub(crate) happened: bool,
    /// Must be filled in when it is opened early.
    pub(crate) reason: String,
}

/// Who was told of an embargo.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct EmbargoToldInput {
    pub(crate) id: String,
    pub(crate) subject: EmbargoSubject,
    /// One name a line.
    pub(crate) told: String,
}
