//! Votes between meetings by e-mail.

use super::decision::{Outcome, TypedInstalment, TypedOutcome};
use super::field::TypedDate;
use super::mirror;
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// What a member answered.
    BallotChoice = domain::ballot::Choice { Agree, Against, Abstain }
}

/// Where a vote stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum EmailVoteState {
    /// Ballots may still change it.
    Open,
    /// It can be closed.
    Decided {
        carried: bool,
    },
    Carried,
    Lost,
    Stopped {
        reason: String,
    },
}

/// A vote, as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EmailVoteRow {
    pub(crate) id: String,
    pub(crate) application_id: String,
    pub(crate) reference: Option<String>,
    /// None when this member may not know it.
    pub(crate) group_name: Option<String>,
    pub(crate) opened_on: NaiveDate,
    pub(crate) closes_on: NaiveDate,
    pub(crate) closed_on: Option<NaiveDate>,
    /// None when this member may not know it.
    pub(crate) state: Option<EmailVoteState>,
}

/// An application on which a vote can be started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VotableApplication {
    pub(crate) id: String,
    pub(crate) reference: Option<String>,
    pub(crate) group_name: String,
    pub(crate) asked_pence: Option<Pence>,
}

/// Every vote, and what a new one could be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EmailVotes {
    /// The latest first.
    pub(crate) votes: Vec<EmailVoteRow>,
    pub(crate) waiting: Vec<VotableApplication>,
    /// For how many days ballots come in, by the choices that hold today.
    pub(crate) days: u16,
    /// How many resident members may vote today, and how many would have to agree.
    pub(crate) residents: u32,
    pub(crate) needed: u32,
    /// Whether this member may start one.
    pub(crate) may_start: bool,
}

/// A resident member in a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Voter {
    pub(crate) member_id: String,
    pub(crate) name: String,
    /// They take no part.
    pub(crate) has_interest: bool,
    pub(crate) choice: Option<BallotChoice>,
    pub(crate) voted_on: Option<NaiveDate>,
}

/// A part payment that is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProposedInstalment {
    pub(crate) when: String,
    pub(crate) amount_pence: Pence,
}

/// One vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EmailVote {
    pub(crate) row: EmailVoteRow,
    pub(crate) outcome: Outcome,
    pub(crate) conditions: Vec<String>,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) return_by: Option<NaiveDate>,
    pub(crate) instalments: Vec<ProposedInstalment>,
    pub(crate) started_by: String,
    pub(crate) voters: Vec<Voter>,
    pub(crate) agreed: u32,
    pub(crate) against: u32,
    pub(crate) abstained: u32,
    /// Those who have not answered.
    pub(crate) waiting: u32,
    pub(crate) with_interest: u32,
    pub(crate) needed: u32,
    pub(crate) may_record: bool,
}

/// A vote to be started.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct StartEmailVoteInput {
    pub(crate) application_id: String,
    pub(crate) outcome: TypedOutcome,
    pub(crate) opened_on: TypedDate,
    pub(crate) conditions: Vec<String>,
    pub(crate) ends_on: TypedDate,
    pub(crate) return_by: TypedDate,
    pub(crate) instalments: Vec<TypedInstalment>,
}

/// A ballot that came.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordBallotInput {
    pub(crate) vote_id: String,
    pub(crate) member_id: String,
    pub(crate) on: TypedDate,
    pub(crate) choice: BallotChoice,
}

/// A vote that is over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum CloseEmailVoteInput {
    /// It is decided; with how the decision names it.
    Count { vote_id: String, decided_by: String },
    /// It is stopped.
    Stop { vote_id: String, reason: String },
}

/// Why a vote by e-mail, or a ballot, would not stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum EmailVoteRefusal {
    NobodyVotes,
    AnotherOpen,
    StillOpen { closes_on: NaiveDate },
    TooEarly { opened_on: NaiveDate },
    TooLate { closes_on: NaiveDate },
    NoVote,
    HasInterest,
    Closed,
}

impl From<domain::ballot::EmailVoteRefusal> for EmailVoteRefusal {
    fn from(core: domain::ballot::EmailVoteRefusal) -> Self {
        use domain::ballot::EmailVoteRefusal as Core;
        match core {
            Core::NobodyVotes => Self::NobodyVotes,
            Core::AnotherOpen => Self::AnotherOpen,
            Core::StillOpen { closes_on } => Self::StillOpen { closes_on },
            Core::TooEarly { opened_on } => Self::TooEarly { opened_on },
            Core::TooLate { closes_on } => Self::TooLate { closes_on },
            Core::NoVote => Self::NoVote,
            Core::HasInterest => Self::HasInterest,
            Core::Closed => Self::Closed,
        }
    }
}
