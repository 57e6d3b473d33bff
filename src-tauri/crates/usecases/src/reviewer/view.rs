//! What the reviewer's desk shows. None of it says its words in a log.

use chrono::{DateTime, NaiveDate, Utc};
use domain::Money;
use domain::application::ApplicationContent;
use domain::id::{ApplicationId, PackId};
use domain::interest::{Answer, InterestKind, Reach, Stance};
use domain::review::{Criterion, TypedJudgement};
use exchange::sheet::LeftOutWhy;
use std::fmt;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Somebody whose keys are on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewerPerson {
    /// The vault, by its fingerprint.
    pub vault_id: String,
    /// Their name.
    pub name: String,
}

/// A pack on the desk, as listed.
#[derive(Clone, PartialEq, Eq)]
pub struct PackRow {
    /// The pack.
    pub pack_id: PackId,
    /// The partnership's name.
    pub partnership: String,
    /// What the round is called.
    pub round_name: String,
    /// The co-ordinator's name.
    pub co_ordinator: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The day by which the answers should be back.
    pub return_by: NaiveDate,
    /// How many applications it is about.
    pub applications: usize,
    /// How many are answered: sealed, or an interest declared.
    pub answered: usize,
    /// When a response was last saved.
    pub responded_at: Option<DateTime<Utc>>,
    /// Whether something was said since.
    pub unsent: bool,
    /// When the co-ordinator took a response in, where they said so.
    pub received_at: Option<DateTime<Utc>>,
}

/// What became of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackArrival {
    /// It is on the desk.
    Opened {
        /// The pack that stands on the desk for its round.
        pack_id: PackId,
        /// Whether it, or a newer one of its round, was on the desk already.
        already: bool,
        /// Whether it takes the place of an older pack of the same round; what was written stays.
        replaces: bool,
    },
    /// It says what is to be paid: its ledger is on the desk.
    PaymentsOpened {
        /// The register of the partnership.
        ledger: Uuid,
        /// Whether it, or a newer one, was here already.
        already: bool,
    },
    /// It says that a response was taken in.
    Received {
        /// The pack that was answered.
        pack_id: PackId,
    },
    /// Its sender is not known here yet: they must read their fingerprint out.
    UnknownSender {
        /// The name they give.
        name: String,
        /// The partnership they name.
        partnership: String,
    },
    /// It was refused whole.
    Refused(PackRefused),
}

/// Why a pack was refused whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackRefused {
    /// It did not prove itself.
    Pack(crate::PackError),
    /// It did, and something in it cannot be read or does not fit together.
    BadContent,
    /// It says a response was taken in that was never sent from here.
    NotAnAnswer,
}

/// How far the reviewer has come with one application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReviewState {
    /// The interest is not answered.
    NotStarted,
    /// They have an interest, or are not sure: the text is gone.
    Interest,
    /// Nothing is written yet.
    ToWrite,
    /// A draft.
    Writing,
    /// Sealed, and goes into the next response.
    Sealed,
    /// Sealed, and saved in a response.
    Sent,
    /// Two of their own are at the register and do not follow one from the other.
    Rival,
}

impl ReviewState {
    /// Whether nothing more is asked of the reviewer.
    pub fn is_answered(self) -> bool {
        matches!(self, Self::Interest | Self::Sealed | Self::Sent)
    }
}

/// An application of a pack, as listed.
#[derive(Clone, PartialEq, Eq)]
pub struct ApplicationRow {
    /// The application.
    pub application_id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// None when they have an interest.
    pub group_name: Option<String>,
    /// None when they have an interest.
    pub asked: Option<Money>,
    /// Where they stand.
    pub stance: Stance,
    /// How far they have come.
    pub state: ReviewState,
    /// Whether an entry of theirs in the register of interests looks like it.
    pub matches: bool,
}

/// A pack, whole.
#[derive(Clone, PartialEq, Eq)]
pub struct PackView {
    /// As listed.
    pub row: PackRow,
    /// The other reviewers, by name.
    pub panel: Vec<String>,
    /// Its applications, by reference.
    pub applications: Vec<ApplicationRow>,
    /// References of applications that are not in it, and why.
    pub left_out: Vec<(String, LeftOutWhy)>,
}

/// An entry of the standing register of interests that looks alike.
#[derive(Clone, PartialEq, Eq)]
pub struct InterestMatch {
    /// The body.
    pub body: String,
    /// How they belong to it.
    pub how: String,
    /// Since when.
    pub since: NaiveDate,
}

/// What stands before the text.
#[derive(Clone, PartialEq, Eq)]
pub struct Gate {
    /// The application.
    pub application_id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The day it was received.
    pub received_on: NaiveDate,
    /// Enough to know whether one has an interest. None once one has.
    pub summary: Option<Summary>,
    /// Where they stand.
    pub stance: Stance,
    /// What they said last.
    pub said: Option<Said>,
}

/// Enough of an application to know whether one has an interest.
#[derive(Clone, PartialEq, Eq)]
pub struct Summary {
    /// Who applies.
    pub group_name: String,
    /// For what, in one line.
    pub one_line: String,
    /// How much.
    pub asked: Money,
    /// The people named in it: the part they play, and their name.
    pub people: Vec<(String, String)>,
    /// Where the group meets.
    pub meets_at: Option<String>,
    /// Their entries in the standing register that look alike.
    pub matches: Vec<InterestMatch>,
}

/// What a reviewer said of an interest.
#[derive(Clone, PartialEq, Eq)]
pub struct Said {
    /// The answer.
    pub answer: Answer,
    /// Of what kinds.
    pub kinds: Vec<InterestKind>,
    /// Whether it is their own.
    pub reach: Option<Reach>,
    /// How it arises, in their own words.
    pub how: String,
    /// The day they said so.
    pub on: NaiveDate,
}

/// An answer at the gate.
#[derive(Clone, PartialEq, Eq)]
pub struct GateAnswer {
    /// No interest, an interest, or not sure.
    pub answer: Answer,
    /// At least one for an interest.
    pub kinds: Vec<InterestKind>,
    /// Whether it is their own.
    pub reach: Option<Reach>,
    /// How it arises; must be filled in for an interest.
    pub how: String,
}

/// A file that came with an application.
#[derive(Clone, PartialEq, Eq)]
pub struct FileRow {
    /// The hash of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// What kind of file the sender says it is.
    pub media_type: String,
    /// How many bytes.
    pub size: u64,
}

/// A file's bytes, to be shown.
pub struct FileContent {
    /// Its name.
    pub name: String,
    /// What kind of file its first bytes say it is.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// An application to be read, and the judgement beside it.
#[derive(Clone, PartialEq, Eq)]
pub struct ApplicationView {
    /// The application.
    pub application_id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The day it was received.
    pub received_on: NaiveDate,
    /// What stood before the text.
    pub summary: Summary,
    /// What it says.
    pub content: ApplicationContent,
    /// The names of the priorities it responds to.
    pub priorities: Vec<String>,
    /// Its files.
    pub files: Vec<FileRow>,
    /// What happened before.
    pub history: Vec<(NaiveDate, String)>,
    /// What the round scores.
    pub criteria: Vec<Criterion>,
    /// The other reviewers, by name.
    pub panel: Vec<String>,
    /// The day by which the answers should be back.
    pub return_by: NaiveDate,
    /// The co-ordinator's name.
    pub co_ordinator: String,
    /// How far they have come.
    pub state: ReviewState,
    /// The number of the typed state, to be given back on the next save.
    pub revision: u32,
    /// As typed, or as sealed.
    pub judgement: TypedJudgement,
    /// Their own reviews at the register that exclude each other.
    pub rivals: Vec<TypedJudgement>,
    /// The next application of the pack that is not answered.
    pub next: Option<ApplicationId>,
}

/// What was typed is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JudgementSaved {
    /// The number to be given back on the next save.
    pub revision: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// How far they have come.
    pub state: ReviewState,
}

/// A response, to be put into a file.
pub struct Response {
    /// The name proposed for the file: it says nothing.
    pub file_name: String,
    /// The sealed file.
    pub bytes: Vec<u8>,
    /// How many applications are reviewed in it.
    pub reviews: usize,
    /// How many interests it declares.
    pub interests: usize,
    /// References that are not answered yet.
    pub missing: Vec<String>,
}

/// Says what it is and whose, and none of its words.
macro_rules! quiet {
    ($($name:ident $(. $id:ident)?),+ $(,)?) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))$(.field(stringify!($id), &self.$id))?.finish_non_exhaustive()
            }
        }
    )+};
}

quiet! {
    PackRow.pack_id, ApplicationRow.application_id, PackView.row, InterestMatch.since, Gate.application_id, Summary, Said.answer,
    GateAnswer.answer, FileRow.size, FileContent.media_type, ApplicationView.application_id, Response.file_name,
}
