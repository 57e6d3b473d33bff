//! What can go wrong when a person does something: the rule that refused, or the file that failed.

use crate::member::MemberError;
use domain::Money;
use domain::application::FieldProblem;
use domain::date::DateProblem;
use domain::decision::DecisionError;
use domain::feedback::{FeedbackError, ReceiptError};
use domain::grant::{CancelError, CloseError, ConditionError, ExtensionError, SendBackError};
use domain::meeting::MeetingRefusal;
use domain::member::NotPermitted;
use domain::membership::{OfficeProblem, SeatProblem};
use domain::money::MoneyProblem;
use domain::payee::{AccountProblem, CheckProblem};
use domain::payment::{PaymentError, UndoingError};
use domain::plan::draft::{AdoptRefusal, DraftFault};
use domain::review::JudgementProblem;
use domain::signature::SignatureError;
use exchange::PackError;
use store::StoreError;

/// A result whose error is [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What is wrong with one field of an input other than an application's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldFault {
    /// It must be filled in.
    Missing,
    /// It is no amount.
    Money(MoneyProblem),
    /// It is no date.
    Date(DateProblem),
    /// It is no whole number.
    NotANumber,
    /// It is no time of day.
    NotATime,
    /// The day is after today.
    InFuture,
    /// It is no account.
    Account(AccountProblem),
    /// A passphrase that is too short to protect anything.
    TooShort {
        /// The fewest letters and digits.
        least: usize,
    },
    /// A term that ends before it begins.
    EndsBeforeItBegins,
    /// A term that is longer than the plan allows (§8.3).
    TermTooLong {
        /// The most years.
        most: u32,
    },
    /// It is longer than the register takes.
    TooLong {
        /// The most characters.
        most: usize,
    },
    /// It is not the fingerprint of these keys.
    OtherFingerprint,
    /// A part must be more than nothing.
    NothingOfIt,
    /// A part must be less than what is asked.
    NotAPart {
        /// What is asked.
        asked: Money,
    },
    /// Another line has it already.
    Twice,
    /// The day is not within the plan.
    OutsideThePlan,
    /// It begins before the one before it has ended.
    Overlaps,
    /// There is none of that code or number.
    NoSuch,
    /// It must be letters only.
    NotLetters,
    /// A number of days is from 1 to the most.
    Days {
        /// The most.
        most: u16,
    },
    /// A number must be this or more.
    AtLeast {
        /// The least.
        least: u32,
    },
    /// A number must be this or fewer.
    AtMost {
        /// The most.
        most: u32,
    },
    /// Somebody else does it, not oneself.
    OneSelf,
    /// A score is a whole number from 0 to the highest.
    Score {
        /// The highest.
        most: u8,
    },
}

impl From<DraftFault> for FieldFault {
    fn from(fault: DraftFault) -> Self {
        match fault {
            DraftFault::Missing => Self::Missing,
            DraftFault::TooLong { most } => Self::TooLong { most },
            DraftFault::TooMany { most } => Self::AtMost { most: u32::try_from(most).unwrap_or(u32::MAX) },
            DraftFault::Money(problem) => Self::Money(problem),
            DraftFault::Date(problem) => Self::Date(problem),
            DraftFault::EndsBeforeItBegins => Self::EndsBeforeItBegins,
            DraftFault::OutsideThePlan => Self::OutsideThePlan,
            DraftFault::Overlaps => Self::Overlaps,
            DraftFault::Twice => Self::Twice,
            DraftFault::NoSuch => Self::NoSuch,
            DraftFault::NotLetters => Self::NotLetters,
        }
    }
}

impl From<JudgementProblem> for FieldFault {
    fn from(problem: JudgementProblem) -> Self {
        match problem {
            JudgementProblem::Missing => Self::Missing,
            JudgementProblem::Money(problem) => Self::Money(problem),
            JudgementProblem::NothingOfIt => Self::NothingOfIt,
            JudgementProblem::NotAPart { asked } => Self::NotAPart { asked },
            JudgementProblem::Score { most } => Self::Score { most },
            JudgementProblem::TooLong { most } => Self::TooLong { most },
        }
    }
}

/// Why a use case refused. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The member's role does not allow it.
    #[error(transparent)]
    NotPermitted(#[from] NotPermitted),
    /// No such record, or none this member may see: the two are not told apart.
    #[error("not found")]
    NotFound,
    /// One does not settle one's own interest.
    #[error("one's own interest")]
    OwnInterest,
    /// The record is not in a state in which this can be done.
    #[error("wrong state")]
    WrongState,
    /// Fields of an application that must be put right.
    #[error("application fields")]
    Application(Vec<FieldProblem>),
    /// Fields of another input that must be put right, by the input's own names.
    #[error("fields")]
    Fields(Vec<(String, FieldFault)>),
    /// The decision would not stand.
    #[error(transparent)]
    Decision(#[from] DecisionError),
    /// It cannot be recorded at this meeting.
    #[error(transparent)]
    Meeting(#[from] MeetingRefusal),
    /// The meeting has not settled whether a member with an interest withdraws or remains (Appendix 1).
    #[error("not settled")]
    NotSettled {
        /// Their name.
        name: String,
    },
    /// The meeting's day has not come.
    #[error("not yet its day")]
    NotYetItsDay,
    /// Nothing of this meeting can be undone.
    #[error("nothing to undo")]
    NothingToUndo,
    /// The minutes were approved, and are closed.
    #[error("minutes closed")]
    MinutesClosed,
    /// The embargo on the meeting holds, and nothing of it is published.
    #[error("under embargo until {until}")]
    UnderEmbargo {
        /// Its last day.
        until: chrono::NaiveDate,
    },
    /// An item was taken up and neither decided, nor put off, nor noted.
    #[error("item {number} not closed")]
    ItemNotClosed {
        /// Its number on the agenda.
        number: u32,
    },
    /// What was carried on an item would not stand as a decision. The meeting is not closed.
    #[error("item {number}: {refused}")]
    Unsound {
        /// Its number on the agenda.
        number: u32,
        /// Why.
        refused: DecisionError,
    },
    /// Too few agreed, by the minutes: it was not decided so (§8.7 i).
    #[error("not carried")]
    NotCarried(domain::meeting::Count),
    /// The vote by e-mail, or the ballot, would not stand.
    #[error(transparent)]
    EmailVote(#[from] domain::ballot::EmailVoteRefusal),
    /// The group cannot be told: nothing is decided, it was told, or the day does not fit.
    #[error("nothing to tell")]
    NotToTell,
    /// The signature would not stand.
    #[error(transparent)]
    Signature(#[from] SignatureError),
    /// The condition cannot be recorded as met.
    #[error(transparent)]
    Condition(#[from] ConditionError),
    /// The two tables of the modulus check cannot be read.
    #[error(transparent)]
    ModulusTable(#[from] domain::modulus::TableProblem),
    /// The payment would not stand.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// The run of payments would not stand.
    #[error(transparent)]
    Run(#[from] crate::clerk::RunRefusal),
    /// The payment cannot be undone so.
    #[error(transparent)]
    Undoing(#[from] UndoingError),
    /// The account check would not stand.
    #[error(transparent)]
    AccountCheck(#[from] CheckProblem),
    /// The extension would not stand.
    #[error(transparent)]
    Extension(#[from] ExtensionError),
    /// The feedback would not stand.
    #[error(transparent)]
    Feedback(#[from] FeedbackError),
    /// The receipt would not stand.
    #[error(transparent)]
    Receipt(#[from] ReceiptError),
    /// The money sent back would not stand.
    #[error(transparent)]
    SendBack(#[from] SendBackError),
    /// The grant cannot be closed.
    #[error(transparent)]
    Close(#[from] CloseError),
    /// The grant cannot be cancelled.
    #[error(transparent)]
    Cancel(#[from] CancelError),
    /// Money cannot be moved so.
    #[error(transparent)]
    Virement(#[from] domain::virement::VirementError),
    /// The award, or its payment, would not stand.
    #[error("line {code}: {refused}")]
    Award {
        /// The line's code.
        code: String,
        /// Why.
        refused: domain::award::AwardError,
    },
    /// Another plan covers the day.
    #[error("outside the plan")]
    OutsideThePlan {
        /// The plan's first day.
        starts_on: chrono::NaiveDate,
        /// Its last day.
        ends_on: chrono::NaiveDate,
    },
    /// The plan cannot follow the plans there are.
    #[error(transparent)]
    Adopt(#[from] AdoptRefusal),
    /// A table was refused whole.
    #[error(transparent)]
    Table(#[from] exchange::table::TableError),
    /// The file is of a kind the register does not keep.
    #[error("file kind")]
    FileKind,
    /// The file could not be read.
    #[error("file unreadable")]
    FileUnreadable,
    /// The document could not be made.
    #[error(transparent)]
    Document(#[from] documents::DocumentError),
    /// The words of a document have a fault, and were not kept.
    #[error("line {}: {}", .0.line, .0.problem)]
    Wording(documents::WordingFault),
    /// The change of a member or of their keys would not stand.
    #[error(transparent)]
    Member(#[from] MemberError),
    /// The seat cannot be given or taken away so.
    #[error(transparent)]
    Seat(#[from] SeatProblem),
    /// The office cannot be given so.
    #[error(transparent)]
    Office(#[from] OfficeProblem),
    /// The recovery key is not one.
    #[error("wrong recovery key")]
    WrongRecoveryKey,
    /// A card or pack was refused, or could not be made or put in its place.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The file is no vault, or one that does not hold the keys it names.
    #[error("not a vault")]
    NotAVault,
    /// A response was refused whole.
    #[error("refused: {0:?}")]
    Refused(crate::review::Refusal),
    /// There is nothing to send to this reviewer: they get no application, or have no keys a pack could be sealed to.
    #[error("nothing to send")]
    NothingToSend,
    /// A review comes after the answer whether its author has an interest.
    #[error("interest first")]
    InterestFirst,
    /// Letters were recorded as issued, and their files could not be given their names: there is none of them.
    #[error("recorded, and not put in their place")]
    LettersNotPlaced {
        /// The file or the folder that was asked for.
        path: std::path::PathBuf,
    },
    /// The work was stopped, and nothing of it is left.
    #[error("stopped")]
    Stopped,
    /// The register could not be read or changed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A text in the register is not what this program wrote.
    #[error("text: {0}")]
    Text(#[from] serde_json::Error),
}

impl From<keys::KeyError> for Error {
    fn from(error: keys::KeyError) -> Self {
        Self::Store(error.into())
    }
}
