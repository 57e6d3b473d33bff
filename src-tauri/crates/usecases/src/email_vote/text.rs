//! What is sealed of a vote by e-mail, as JSON. Each shape is read for ever: a new field gets a default.

use crate::Result;
use chrono::NaiveDate;
use domain::Money;
use domain::ballot::{Ballot, Choice};
use domain::decision::{Body, Instalment, NewDecision, Outcome, Terms};
use domain::id::MemberId;
use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is proposed.
#[derive(Serialize, Deserialize)]
pub(super) struct ProposalText {
    outcome: String,
    amount_pence: Option<i64>,
    /// What it is for, what is missing, or why not.
    words: String,
    conditions: Vec<String>,
    ends_on: Option<NaiveDate>,
    return_by: Option<NaiveDate>,
    instalments: Vec<(String, i64)>,
}

impl ProposalText {
    pub(super) fn of(new: &NewDecision) -> Self {
        let (outcome, words) = match &new.outcome {
            Outcome::Approved { .. } => ("approved", ""),
            Outcome::ApprovedInPart { purpose, .. } => ("approved-in-part", purpose.as_str()),
            Outcome::Deferred { missing } => ("deferred", missing.as_str()),
            Outcome::Declined { reasons } => ("declined", reasons.as_str()),
        };
        let instalments = new.terms.iter().flat_map(|terms| &terms.instalments);
        Self {
            outcome: outcome.to_owned(),
            amount_pence: new.outcome.amount().map(Money::pence),
            words: words.to_owned(),
            conditions: new.conditions.clone(),
            ends_on: new.terms.as_ref().map(|terms| terms.ends_on),
            return_by: new.terms.as_ref().and_then(|terms| terms.return_by),
            instalments: instalments.map(|part| (part.when.clone(), part.amount.pence())).collect(),
        }
    }

    /// The decision that it becomes when it is carried.
    pub(super) fn decision(self, decided_on: NaiveDate, decided_by: String) -> Result<NewDecision> {
        let amount = Money::from_pence(self.amount_pence.unwrap_or_default());
        let outcome = match self.outcome.as_str() {
            "approved" => Outcome::Approved { amount },
            "approved-in-part" => Outcome::ApprovedInPart { amount, purpose: self.words },
            "deferred" => Outcome::Deferred { missing: self.words },
            "declined" => Outcome::Declined { reasons: self.words },
            other => return Err(serde_json::Error::custom(format!("no outcome is called {other}")).into()),
        };
        let instalments = self.instalments.into_iter();
        let instalments: Vec<Instalment> = instalments.map(|(when, pence)| Instalment { when, amount: Money::from_pence(pence) }).collect();
        let return_by = self.return_by;
        let terms = self.ends_on.map(|ends_on| Terms { ends_on, return_by, instalments });
        Ok(NewDecision { outcome, decided_on, body: Body::EmailVote, decided_by, conditions: self.conditions, terms })
    }
}

/// A ballot.
#[derive(Serialize, Deserialize)]
pub(super) struct BallotText {
    member: Uuid,
    on: NaiveDate,
    choice: String,
}

impl BallotText {
    pub(super) fn of(ballot: &Ballot) -> Self {
        Self { member: ballot.member.0, on: ballot.on, choice: ballot.choice.code().to_owned() }
    }

    pub(super) fn read(self) -> Result<Ballot> {
        let choice = Choice::from_code(&self.choice).ok_or_else(|| serde_json::Error::custom("no such choice"))?;
        Ok(Ballot { member: MemberId(self.member), on: self.on, choice })
    }
}

/// What came of a vote.
#[derive(Serialize, Deserialize)]
pub(super) struct CloseText {
    /// None when it was stopped.
    pub(super) carried: Option<bool>,
    /// Why it was stopped.
    pub(super) reason: String,
    pub(super) agreed: u32,
    pub(super) against: u32,
    pub(super) abstained: u32,
    /// Residents who had an interest.
    pub(super) with_interest: u32,
    /// Residents who did not answer.
    pub(super) waiting: u32,
    /// The decision that it became.
    pub(super) decision: Option<Uuid>,
}
