//! The constitution's choices, and how the partnership is reached.

use super::field::TypedDate;
use super::mirror;
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// Whether a member with an interest must leave the room.
    Withdrawal = domain::constitution::Withdrawal { GroupDecides, Always }
}
mirror! {
    /// Who has the casting vote.
    CastingVote = domain::constitution::CastingVote { WhoeverChairs, ChairOnly }
}
mirror! {
    /// How many residents must agree in a vote by e-mail.
    Threshold = domain::constitution::Threshold { MostResidents, TwoThirdsOfResidents, EveryResident }
}

/// A set of choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Choices {
    pub(crate) advisory_counts: bool,
    pub(crate) remained_counts: bool,
    pub(crate) withdrawal: Withdrawal,
    pub(crate) casting: CastingVote,
    pub(crate) email_threshold: Threshold,
    pub(crate) email_days: u16,
    /// The most the sub-group may grant; none when it only recommends.
    pub(crate) sub_group_up_to_pence: Option<Pence>,
}

/// A set of choices, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChoiceSet {
    pub(crate) choices: Choices,
    pub(crate) from: NaiveDate,
    pub(crate) reason: String,
    pub(crate) recorded_on: NaiveDate,
    pub(crate) recorded_by: String,
}

/// The choices that hold today, and every set there was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Constitution {
    pub(crate) now: Choices,
    /// What holds where nothing was chosen.
    pub(crate) usual: Choices,
    /// The latest recorded first.
    pub(crate) history: Vec<ChoiceSet>,
    pub(crate) may_change: bool,
}

/// A new set of choices, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeConstitutionInput {
    pub(crate) advisory_counts: bool,
    pub(crate) remained_counts: bool,
    pub(crate) withdrawal: Withdrawal,
    pub(crate) casting: CastingVote,
    pub(crate) email_threshold: Threshold,
    pub(crate) email_days: String,
    pub(crate) sub_group_decides: bool,
    /// Read when the sub-group decides.
    pub(crate) up_to: String,
    pub(crate) from: TypedDate,
    pub(crate) reason: String,
}

/// How the partnership is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ContactDetails {
    /// One line a line.
    pub(crate) address: String,
    pub(crate) phone: String,
    pub(crate) email: String,
}
