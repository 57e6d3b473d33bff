//! The story of an application and its grant: every fact with who and when.

use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

/// Something that happened to a grant or application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum StoryKind {
    Started,
    Received,
    Corrected,
    Withdrawn,
    Decided,
    Told,
    Signed,
    AccountRecorded,
    AccountChecked,
    PayeeConfirmed,
    AccountErased,
    ConditionMet,
    Paid,
    PaymentSeen,
    ReturnSeen,
    PaymentReturned,
    PaymentVoided,
    Extended,
    FundingEnded,
    FeedbackDue,
    FeedbackReceived,
    ReceiptRecorded,
    ReceiptVoided,
    SentBack,
    Closed,
    Cancelled,
    Called,
    Noted,
    FileAdded,
}

/// One line of the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StoryLine {
    pub(crate) kind: StoryKind,
    pub(crate) on: NaiveDate,
    /// Who recorded or did it.
    pub(crate) by: Option<String>,
    pub(crate) amount_pence: Option<Pence>,
    /// A name, reason or note that belongs to it.
    pub(crate) text: Option<String>,
    pub(crate) attachment_id: Option<String>,
}
