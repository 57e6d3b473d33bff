//! Decisions: what is recorded, what stands, and what would not.

use super::application::ApplicationState;
use super::field::TypedDate;
use super::mirror;
use super::sitting::Casting;
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// Which body decided.
    Body = domain::decision::Body { Partnership, SubGroup, EmailVote }
}

/// What was resolved, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum TypedOutcome {
    Approved { amount: String },
    ApprovedInPart { amount: String, purpose: String },
    Deferred { missing: String },
    Declined { reasons: String },
}

/// A part payment, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedInstalment {
    pub(crate) when: String,
    pub(crate) amount: String,
}

/// How it was made, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum PaperWay {
    Consensus,
    /// What is empty is none.
    Vote {
        agree: String,
        against: String,
        not_voting: String,
        casting: Option<Casting>,
    },
}

/// The figures of the meeting, as typed from its minutes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PaperFigures {
    pub(crate) members: String,
    pub(crate) present: String,
    pub(crate) residents: String,
    /// Residents who had an interest, remained, and took no part; none when empty.
    pub(crate) taking_no_part: String,
    pub(crate) way: PaperWay,
    /// Whether the elected Chair chaired.
    pub(crate) chair_chaired: bool,
}

/// Who had a seat on the day of a decision, and what the choices of that day say of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DecisionDay {
    pub(crate) residents: u32,
    pub(crate) advisory: u32,
    /// The members of whom a majority must be present.
    pub(crate) members: u32,
    pub(crate) advisory_counts: bool,
    /// Whether the casting vote is the elected Chair's alone.
    pub(crate) chair_only: bool,
    /// The most the sub-group may grant; none when it only recommends.
    pub(crate) sub_group_up_to_pence: Option<Pence>,
}

/// A decision to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordDecisionInput {
    pub(crate) application_id: String,
    pub(crate) outcome: TypedOutcome,
    pub(crate) decided_on: TypedDate,
    /// A meeting: a vote by e-mail has its own ballots.
    pub(crate) body: Body,
    pub(crate) figures: PaperFigures,
    pub(crate) decided_by: String,
    pub(crate) conditions: Vec<String>,
    /// The end of funding; for an approval.
    pub(crate) ends_on: TypedDate,
    /// When the signed agreement should be back; may be left empty.
    pub(crate) return_by: TypedDate,
    /// Part payments; none for one payment of the whole.
    pub(crate) instalments: Vec<TypedInstalment>,
}

/// A decision was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DecisionRecorded {
    pub(crate) decision_id: String,
    pub(crate) grant_id: Option<String>,
}

/// The group was told, which ends the embargo.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct IssueDecisionInput {
    pub(crate) application_id: String,
    pub(crate) told_on: TypedDate,
    /// `By letter`, `By phone`, in the office's words.
    pub(crate) how: String,
}

/// What was resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Outcome {
    Approved { amount_pence: Pence },
    ApprovedInPart { amount_pence: Pence, purpose: String },
    Deferred { missing: String },
    Declined { reasons: String },
}

/// A vote that was counted at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VoteFigures {
    pub(crate) agree: u32,
    pub(crate) against: u32,
    pub(crate) not_voting: u32,
    pub(crate) casting: Option<Casting>,
}

/// Who stood behind a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum DecisionFigures {
    /// At a meeting; with no vote, by consensus.
    Meeting { members: u32, present: u32, residents: u32, agreed: u32, needed: u32, vote: Option<VoteFigures> },
    /// Of all resident members, by e-mail.
    Email { residents: u32, agreed: u32, needed: u32, against: u32, abstained: u32 },
}

/// A decision as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DecisionView {
    pub(crate) id: String,
    pub(crate) outcome: Outcome,
    pub(crate) decided_on: NaiveDate,
    pub(crate) body: Body,
    pub(crate) decided_by: String,
    /// None in one from before they were kept, or when they are sealed to others.
    pub(crate) figures: Option<DecisionFigures>,
    pub(crate) conditions: Vec<String>,
    pub(crate) recorded_by: String,
    pub(crate) told_on: Option<NaiveDate>,
    pub(crate) told_how: Option<String>,
}

/// Why a decision cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum DecisionRefusal {
    NotOpen {
        state: ApplicationState,
    },
    InFuture,
    BeforeReceived {
        received_on: NaiveDate,
    },
    NoDecider,
    AmountNotPositive,
    NotAsAsked {
        asked_pence: Pence,
    },
    MoreThanAsked {
        asked_pence: Pence,
    },
    MoreThanFree {
        free_pence: Pence,
        over_pence: Pence,
    },
    NoPurpose,
    NothingMissing,
    NoReasons,
    NoTerms,
    EndsBeforeDecision,
    ReturnByBeforeDecision,
    InstalmentsDiffer {
        sum_pence: Pence,
        amount_pence: Pence,
    },
    EmptyInstalment,
    /// Too few agreed, by the minutes.
    NotCarried {
        agreed: u32,
        of: u32,
        needed: u32,
    },
    /// The group cannot be told: nothing is decided, it was told, or the day does not fit.
    NotToTell,
}
