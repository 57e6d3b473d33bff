//! Papers that left the program, papers that come back to it, and letters made many at once.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::document::{DocumentKind, PrintSize};

/// A document that was opened to print or saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IssuedPaper {
    pub(crate) issue_id: String,
    /// The code at the foot of its pages: `7KQX-M2PD-9RTA`.
    pub(crate) code: String,
    pub(crate) document: DocumentKind,
    pub(crate) size: PrintSize,
    pub(crate) pages: u32,
    /// The application it is about, if it is about one.
    pub(crate) application_id: Option<String>,
    /// The grant it is about, if it is about one.
    pub(crate) grant_id: Option<String>,
    pub(crate) reference: Option<String>,
    pub(crate) group: Option<String>,
    pub(crate) issued_on: String,
    pub(crate) issued_by: String,
    /// The version of its words; 0 for those that come with the program.
    pub(crate) wording_version: u32,
    /// Whether the pages can be shown as they were.
    pub(crate) kept: bool,
    /// Whether it is under embargo now, or for the members only.
    pub(crate) sealed: bool,
}

/// What a file that was dropped or chosen is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum PaperFound {
    /// The form that was filled in on a computer.
    FilledForm {
        path: String,
        file_name: String,
        /// The name of the group, as it was typed.
        group: String,
        /// How many boxes had something in them.
        filled: u32,
        /// What could not be put in its place.
        unread: Vec<UnreadField>,
    },
    /// Pages with a code of this register: a paper that was issued, printed or scanned.
    Issued {
        path: String,
        file_name: String,
        paper: IssuedPaper,
        /// The pages of the paper that the file has, in order.
        found: Vec<u32>,
        /// Whether it can be filed with its application.
        filing: Filing,
    },
    /// Neither.
    Unknown { file_name: String, reason: UnknownPaper },
}

/// Whether pages can be filed with an application, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Filing {
    /// With the application that the paper is about.
    May,
    /// The paper is about no one application.
    NoApplication,
    /// The pages are about several.
    Several,
    /// Another page has a code that is not known here, or that this member may not see.
    Strange,
}

/// Why a file is no paper of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum UnknownPaper {
    /// Not a PDF and not a picture.
    Kind,
    TooLarge,
    /// The file is damaged or locked.
    Unreadable,
    /// No page has a code that can be read.
    NoCode,
    /// There is a code, but no paper with it was issued from this register, or none this member may see.
    OtherRegister,
    /// A form of the program with nothing in it.
    EmptyForm,
}

/// A box of the form whose words could not be put in their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UnreadField {
    /// The box, as the form names it.
    pub(crate) label: String,
    /// What stands in it.
    pub(crate) text: String,
    pub(crate) reason: UnreadReason,
}

/// Why it could not be put in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum UnreadReason {
    /// The form has no such box.
    UnknownBox,
    TooLong,
    /// A character that cannot be kept.
    Characters,
}

/// Which letters are made together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum MailKind {
    /// The letters about the decisions of a meeting.
    DecisionLetters,
    /// The agreements of the grants of a meeting.
    Agreements,
    /// What is late, a letter for each group.
    Reminders,
}

/// Which letters.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MailInput {
    pub(crate) kind: MailKind,
    /// The meeting, for letters and agreements.
    pub(crate) meeting_id: Option<String>,
}

/// The letters that would be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Mail {
    /// In the order of printing.
    pub(crate) lines: Vec<MailLine>,
    /// Whoever somebody would look for in them.
    pub(crate) missing: Vec<MailMissing>,
}

/// An application on the agenda of which there is no letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MailMissing {
    pub(crate) reference: String,
    pub(crate) group: String,
    pub(crate) reason: MissingReason,
    /// Whether it is still under embargo.
    pub(crate) embargo: bool,
}

/// Why there is no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum MissingReason {
    /// No decision of this meeting is recorded.
    NotDecided,
    /// A later decision took the place of this meeting's.
    DecidedAgain,
    /// The grant was closed or cancelled.
    GrantOver,
}

/// One letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MailLine {
    pub(crate) application_id: String,
    pub(crate) reference: String,
    pub(crate) group: String,
    pub(crate) document: DocumentKind,
    /// What the document is about: an application or a grant.
    pub(crate) subject: String,
    /// Days late, for a reminder.
    pub(crate) days_late: Option<u32>,
    /// The tone of a reminder.
    pub(crate) tone: Option<ReminderTone>,
    /// When this very letter was issued before: a reminder of more than 14 days ago was another.
    pub(crate) issued_on: Option<String>,
    /// Whether it is still under embargo.
    pub(crate) embargo: bool,
}

/// How a reminder speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ReminderTone {
    Friendly,
    Firm,
}

/// Letters to be made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MakeMailInput {
    pub(crate) kind: MailKind,
    /// The subjects of the lines that are wanted, in the order of printing.
    pub(crate) subjects: Vec<String>,
    pub(crate) size: PrintSize,
    /// One file for all; otherwise a file for each.
    pub(crate) one_file: bool,
}

/// Letters that were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MailMade {
    /// The file, or the folder.
    pub(crate) path: String,
    pub(crate) letters: u32,
    pub(crate) pages: u32,
}
