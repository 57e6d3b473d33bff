//! How a document is named in the record of papers: the words and ids as they stand in the register.

use crate::document::{DocumentKind, Version};
use chrono::NaiveDate;
use store::IssueRow;
use uuid::Uuid;

/// The code of an application as received or typed: the only paper about one that says nothing of what was decided.
const APPLICATION: &str = "application";

/// Which document, in the register's words.
pub(super) struct About {
    /// The word for it.
    pub(super) code: &'static str,
    /// The application, grant, round, meeting or member.
    pub(super) subject: Option<Uuid>,
    /// The day.
    pub(super) day: Option<NaiveDate>,
}

impl About {
    /// Of a document that carries a code; one of no day is of today. The others are never recorded.
    pub(super) fn of(kind: DocumentKind, today: NaiveDate) -> Option<Self> {
        use DocumentKind as Kind;
        let (code, subject) = match kind {
            Kind::Application(id) => (APPLICATION, Some(id.0)),
            Kind::DecisionLetter(id) => ("decision-letter", Some(id.0)),
            Kind::GrantFile(id) => ("grant-file", Some(id.0)),
            Kind::Agreement(id) => ("agreement", Some(id.0)),
            Kind::FeedbackForm(id) => ("feedback-form", Some(id.0)),
            Kind::ChangeLetter(id) => ("change-letter", Some(id.0)),
            Kind::Reminder(id) => ("reminder", Some(id.0)),
            Kind::ReceiptSheet(id) => ("receipt-sheet", Some(id.0)),
            Kind::StoryConsent(id) => ("story-consent", Some(id.0)),
            Kind::ClosingLetter(id) => ("closing-letter", Some(id.0)),
            Kind::Agenda(id, Version::Confidential) => ("agenda", Some(id.0)),
            Kind::Agenda(id, Version::Publishable) => ("public-agenda", Some(id.0)),
            Kind::Minutes(id, Version::Confidential) => ("minutes", Some(id.0)),
            Kind::Minutes(id, Version::Publishable) => ("public-minutes", Some(id.0)),
            Kind::DecisionSheet(id) => ("decision-sheet", Some(id.0)),
            Kind::MemberAgreement(id) => ("member-agreement", Some(id.0)),
            Kind::SpendReport(day) => return Some(Self { code: "spend-report", subject: None, day: Some(day.unwrap_or(today)) }),
            Kind::BlankForm
            | Kind::FillableForm
            | Kind::Booklet(..)
            | Kind::ReplySheet(..)
            | Kind::PanelReport(_)
            | Kind::MeetingNotice(_)
            | Kind::Spendometer(_) => return None,
        };
        Some(Self { code, subject, day: None })
    }
}

/// The document that a record is of; none of a word this program does not know.
pub(super) fn kind_of(row: &IssueRow) -> Option<DocumentKind> {
    use DocumentKind as Kind;
    let id = row.subject;
    Some(match row.kind.as_str() {
        APPLICATION => Kind::Application(id?.into()),
        "decision-letter" => Kind::DecisionLetter(id?.into()),
        "grant-file" => Kind::GrantFile(id?.into()),
        "agreement" => Kind::Agreement(id?.into()),
        "feedback-form" => Kind::FeedbackForm(id?.into()),
        "change-letter" => Kind::ChangeLetter(id?.into()),
        "reminder" => Kind::Reminder(id?.into()),
        "receipt-sheet" => Kind::ReceiptSheet(id?.into()),
        "story-consent" => Kind::StoryConsent(id?.into()),
        "closing-letter" => Kind::ClosingLetter(id?.into()),
        "agenda" => Kind::Agenda(id?.into(), Version::Confidential),
        "public-agenda" => Kind::Agenda(id?.into(), Version::Publishable),
        "minutes" => Kind::Minutes(id?.into(), Version::Confidential),
        "public-minutes" => Kind::Minutes(id?.into(), Version::Publishable),
        "decision-sheet" => Kind::DecisionSheet(id?.into()),
        "member-agreement" => Kind::MemberAgreement(id?.into()),
        "spend-report" => Kind::SpendReport(row.day),
        _ => return None,
    })
}

/// Whether a paper about an application says what was decided on it, by its word in the register.
pub(crate) fn says_decision(code: &str) -> bool {
    code != APPLICATION
}

/// Whether a paper about no one application is for the members only: it may name groups that were not told, and what was
/// declared non-public is never to be left about.
pub(super) fn is_for_members(kind: DocumentKind) -> bool {
    use DocumentKind as Kind;
    matches!(
        kind,
        Kind::Booklet(..)
            | Kind::ReplySheet(..)
            | Kind::PanelReport(_)
            | Kind::Agenda(_, Version::Confidential)
            | Kind::Minutes(_, Version::Confidential)
            | Kind::DecisionSheet(_)
    )
}
