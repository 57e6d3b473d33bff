//! Appeals and complaints.

use super::field::TypedDate;
use super::mirror;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// What kind of complaint it is.
    ComplaintKind = domain::complaint::ComplaintKind { Appeal, Complaint, DataProtection }
}
mirror! {
    /// Something that is done about one.
    ComplaintStepKind = domain::complaint::StepKind { Acknowledged, Note, Outcome }
}
mirror! {
    /// What came of one.
    ComplaintOutcome = domain::complaint::ComplaintOutcome { Upheld, NotUpheld, LookAgain, TakenBack }
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ComplaintStep {
    pub(crate) kind: ComplaintStepKind,
    pub(crate) on: NaiveDate,
    pub(crate) words: String,
    pub(crate) outcome: Option<ComplaintOutcome>,
    pub(crate) by: String,
}

/// A complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ComplaintView {
    pub(crate) id: String,
    pub(crate) kind: ComplaintKind,
    pub(crate) application_id: Option<String>,
    pub(crate) reference: Option<String>,
    pub(crate) group_name: Option<String>,
    /// The member whom it is about, who does not read it.
    pub(crate) about: Option<String>,
    pub(crate) received_on: NaiveDate,
    pub(crate) who: String,
    pub(crate) words: String,
    pub(crate) recorded_by: String,
    /// Oldest first.
    pub(crate) steps: Vec<ComplaintStep>,
    /// The last day on which it must be acknowledged, if it must be and was not.
    pub(crate) acknowledge_by: Option<NaiveDate>,
    pub(crate) overdue: bool,
    pub(crate) over: bool,
}

/// A decision that could be appealed against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AppealableDecision {
    pub(crate) application_id: String,
    pub(crate) reference: Option<String>,
    pub(crate) group_name: String,
}

/// A member whom a complaint could be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ComplainedOf {
    pub(crate) member_id: String,
    pub(crate) name: String,
}

/// Every complaint that this member may read: what is due first, then the latest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Complaints {
    pub(crate) complaints: Vec<ComplaintView>,
    pub(crate) decisions: Vec<AppealableDecision>,
    pub(crate) members: Vec<ComplainedOf>,
    /// Whether this member takes complaints in.
    pub(crate) may_record: bool,
}

/// A complaint that came.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AddComplaintInput {
    pub(crate) kind: ComplaintKind,
    /// For an appeal.
    pub(crate) application_id: Option<String>,
    pub(crate) about_member: Option<String>,
    pub(crate) received_on: TypedDate,
    pub(crate) who: String,
    pub(crate) words: String,
}

/// Something that was done about one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ComplaintStepInput {
    pub(crate) complaint_id: String,
    pub(crate) kind: ComplaintStepKind,
    pub(crate) on: TypedDate,
    pub(crate) words: String,
    /// For an outcome.
    pub(crate) outcome: Option<ComplaintOutcome>,
}
