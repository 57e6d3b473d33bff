//! The reviewer's desk: a machine without a register, where packs are read and answered.

use super::application::TypedApplication;
use super::interest::{InterestMatch, NamedPerson, Stance};
use super::review::{Criterion, PackRefusal, TypedJudgement};
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Somebody whose keys are on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReviewerPerson {
    pub(crate) vault_id: String,
    pub(crate) name: String,
}

/// New keys for a reviewer on this computer.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MakeReviewerInput {
    pub(crate) name: String,
    /// The five words that were suggested.
    pub(crate) passphrase: String,
}

/// Opening the reviewer's desk.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct UnlockReviewerInput {
    pub(crate) vault_id: String,
    pub(crate) passphrase: String,
}

/// A new passphrase for the keys on this computer.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ReviewerPassphraseInput {
    pub(crate) old: String,
    pub(crate) new: String,
}

/// A pack on the desk, as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReviewerPackRow {
    pub(crate) pack_id: String,
    pub(crate) partnership: String,
    pub(crate) round_name: String,
    pub(crate) co_ordinator: String,
    pub(crate) made_on: NaiveDate,
    pub(crate) return_by: NaiveDate,
    pub(crate) applications: u32,
    /// How many are answered: sealed, or an interest declared.
    pub(crate) answered: u32,
    /// When a response was last saved, as an instant.
    pub(crate) responded_at: Option<String>,
    /// Whether something was changed since.
    pub(crate) unsent: bool,
    /// When the co-ordinator took a response in, as an instant, where they said so.
    pub(crate) received_at: Option<String>,
}

/// The reviewer's desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReviewerDesk {
    pub(crate) vault_id: String,
    pub(crate) name: String,
    /// To be read out over the phone.
    pub(crate) fingerprint: String,
    pub(crate) today: NaiveDate,
    pub(crate) lock_after_minutes: u32,
    /// The newest first.
    pub(crate) packs: Vec<ReviewerPackRow>,
    /// What is to be paid, one ledger for each partnership.
    pub(crate) ledgers: Vec<super::clerk::LedgerRow>,
    /// How many packs on this computer are damaged and cannot be opened: to be asked for once more.
    pub(crate) damaged: u32,
}

/// What became of a picked pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum PackArrival {
    /// It is on the desk.
    Opened {
        pack_id: String,
        /// Whether it was on the desk already.
        already: bool,
        /// Whether it takes the place of an older pack of the same round; what was written stays.
        replaces: bool,
    },
    /// A payment pack: its ledger is on the desk.
    PaymentsOpened {
        ledger_id: String,
        /// Whether it was here already, or a newer one is.
        already: bool,
    },
    /// Its sender is not known here yet: phone them, and type the fingerprint that they read out.
    UnknownSender { path: String, name: String, partnership: String },
    /// It says that a response from this desk was taken in.
    Received { pack_id: String },
    /// It was refused whole.
    Refused { file_name: String, why: PackRefusal },
}

/// A sender to be trusted, with the fingerprint as they read it out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TrustSenderInput {
    pub(crate) path: String,
    pub(crate) fingerprint: String,
}

/// How far the reviewer has come with one application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ReviewState {
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
    /// Two of their own are at the register and do not follow one from the other: they pick by sealing one more.
    Rival,
}

/// An application of a pack, as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReviewerApplicationRow {
    pub(crate) application_id: String,
    pub(crate) reference: String,
    /// None when they have an interest.
    pub(crate) group_name: Option<String>,
    pub(crate) asked_pence: Option<Pence>,
    pub(crate) stance: Stance,
    pub(crate) state: ReviewState,
    /// Whether their entry in the register of interests looks like it.
    pub(crate) matches: bool,
}

/// An application that is not in the pack, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LeftOut {
    pub(crate) reference: String,
    /// `conflicted`, `doubtful`, or `chosen` when the co-ordinator left it out.
    pub(crate) why: LeftOutWhy,
}

/// Why an application is not in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum LeftOutWhy {
    Conflicted,
    Doubtful,
    Chosen,
}

/// A pack, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReviewerPack {
    pub(crate) row: ReviewerPackRow,
    /// The other reviewers, by name.
    pub(crate) panel: Vec<String>,
    pub(crate) applications: Vec<ReviewerApplicationRow>,
    pub(crate) left_out: Vec<LeftOut>,
}

/// Something of an application in a pack.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ReviewerItemInput {
    pub(crate) pack_id: String,
    pub(crate) application_id: String,
}

/// An answer at the gate of an application in a pack.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ReviewerAnswerInput {
    pub(crate) pack_id: String,
    pub(crate) answer: super::interest::AnswerInterestInput,
}

/// A file that came with an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReviewerFile {
    pub(crate) sha256: String,
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: u32,
}

/// A line of the group's history with the partnership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HistoryLine {
    pub(crate) on: NaiveDate,
    pub(crate) words: String,
}

/// An application to be read, and the judgement beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReviewerApplication {
    pub(crate) pack_id: String,
    pub(crate) application_id: String,
    pub(crate) reference: String,
    pub(crate) received_on: NaiveDate,
    pub(crate) group_name: String,
    pub(crate) one_line: String,
    pub(crate) asked_pence: Pence,
    /// What the readable cost lines add up to.
    pub(crate) costs_pence: Pence,
    pub(crate) people: Vec<NamedPerson>,
    pub(crate) matches: Vec<InterestMatch>,
    pub(crate) content: TypedApplication,
    /// Names of the priorities ticked.
    pub(crate) priorities: Vec<String>,
    pub(crate) files: Vec<ReviewerFile>,
    pub(crate) history: Vec<HistoryLine>,
    pub(crate) criteria: Vec<Criterion>,
    /// The other reviewers, by name: their reviews are sealed.
    pub(crate) panel: Vec<String>,
    pub(crate) return_by: NaiveDate,
    pub(crate) co_ordinator: String,
    pub(crate) state: ReviewState,
    /// The number of the typed state, to be given back on the next save.
    pub(crate) revision: u32,
    pub(crate) judgement: TypedJudgement,
    /// Their own reviews at the register that do not follow one from the other, to pick from.
    pub(crate) rivals: Vec<TypedJudgement>,
    /// The next application of the pack that is not answered.
    pub(crate) next: Option<String>,
}

/// What is typed into a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SaveJudgementInput {
    pub(crate) pack_id: String,
    pub(crate) application_id: String,
    pub(crate) revision: u32,
    pub(crate) judgement: TypedJudgement,
}

/// What was typed is safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JudgementSaved {
    pub(crate) revision: u32,
    /// When, as an instant.
    pub(crate) at: String,
    pub(crate) state: ReviewState,
}

/// A file of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ReviewerFileInput {
    pub(crate) pack_id: String,
    pub(crate) application_id: String,
    pub(crate) sha256: String,
}

/// A response that was saved, to be taken or sent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ResponseSaved {
    pub(crate) path: String,
    pub(crate) file_name: String,
    pub(crate) reviews: u32,
    pub(crate) interests: u32,
    /// References that are not answered yet.
    pub(crate) missing: Vec<String>,
}
