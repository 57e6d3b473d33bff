//! Printed documents: which one, and its pages.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Which document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum DocumentKind {
    /// The form to fill in by hand. No subject.
    BlankForm,
    /// An application as typed. The subject is an application.
    Application,
    /// What the group is told. The subject is an application.
    DecisionLetter,
    /// The agreement. The subject is a grant.
    Agreement,
    /// The Grant Feedback form, with what was agreed. The subject is a grant.
    FeedbackForm,
    /// A reviewer's printed copy of a round. The subject is a round, the person its reader.
    Booklet,
    /// The sheet on which a reviewer without a computer replies. The subject is a round, the person its reader.
    ReplySheet,
    /// What the panel said. The subject is a round; the reader is the member who prints it.
    PanelReport,
    /// The agenda for the members, with what is not public. The subject is a meeting.
    Agenda,
    /// The agenda as it is published. The subject is a meeting.
    PublicAgenda,
    /// The notice for the website and the Hub, with the coming dates. The subject is a meeting.
    MeetingNotice,
    /// The minutes for the members. The subject is a meeting.
    ConfidentialMinutes,
    /// The minutes as they are published: nothing under embargo or declared non-public. The subject is a meeting.
    PublishableMinutes,
    /// What the LTO needs to know of a meeting's decisions. The subject is a meeting.
    DecisionSheet,
    /// The spendometer for the wall: only what is public. The subject is a day such as `2023-01-17`; today without one.
    Spendometer,
    /// The spend report of the period in which a day lies. The subject is a day; today without one.
    SpendReport,
    /// The form to fill in on a computer. No subject.
    FillableForm,
    /// What was changed in a grant after it was agreed. The subject is a grant.
    ChangeLetter,
    /// What is late on a grant, in friendly or in firm words. The subject is a grant.
    Reminder,
    /// The sheet on which receipts are listed and pinned. The subject is a grant.
    ReceiptSheet,
    /// Consent to tell a story and to show pictures. The subject is a grant.
    StoryConsent,
    /// The last letter about a grant. The subject is a grant.
    ClosingLetter,
    /// The code of conduct that a member signs. The subject is a member.
    MemberAgreement,
    /// Everything about one application and its grant. The subject is an application.
    GrantFile,
    /// The recovery page of a register that was just made. No subject; only until it is put away.
    RecoveryPage,
}

/// How large the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum PrintSize {
    /// 14 point; forms 12 point.
    Standard,
    /// 18 point, laid out anew.
    Large,
}

impl From<PrintSize> for usecases::document::Size {
    fn from(size: PrintSize) -> Self {
        match size {
            PrintSize::Standard => Self::Standard,
            PrintSize::Large => Self::Large,
        }
    }
}

/// A document to be made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct DocumentInput {
    pub(crate) kind: DocumentKind,
    pub(crate) subject: Option<String>,
    /// The member whose copy it is, where there is one copy for each.
    pub(crate) person: Option<String>,
    pub(crate) size: PrintSize,
}

/// A document's pages, to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentPages {
    pub(crate) title: String,
    /// A neutral name for the file: the reference and the kind, no person.
    pub(crate) file_name: String,
    pub(crate) pages: u32,
    /// The PDF.
    pub(crate) base64: String,
}
