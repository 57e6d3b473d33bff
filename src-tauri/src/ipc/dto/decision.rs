//! Decisions: what is recorded, what stands, and what would not.

use super::application::ApplicationState;
use super::field::TypedDate;
use super::mirror;
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

/// A decision to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordDecisionInput {
    pub(crate) application_id: String,
    pub(crate) outcome: TypedOutcome,
    pub(crate) decided_on: TypedDate,
    pub(crate) body: Body,
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

/// A decision as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DecisionView {
    pub(crate) id: String,
    pub(crate) outcome: Outcome,
    pub(crate) decided_on: NaiveDate,
    pub(crate) body: Body,
    pub(crate) decided_by: String,
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
    /// The group cannot be told: nothing is decided, it was told, or the day does not fit.
    NotToTell,
}
