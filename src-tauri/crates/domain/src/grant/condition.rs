//! The conditions of a decision, and what stands in the way of paying a grant.

use super::Grant;
use crate::{payment::PayBar, signature::Party};
use chrono::NaiveDate;

/// A condition of the decision. The money waits until it is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What it says.
    pub text: String,
    /// The day it was met, if it was.
    pub met_on: Option<NaiveDate>,
}

/// Why a condition cannot be recorded as met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConditionError {
    /// The decision has no such condition.
    #[error("no such condition")]
    NoSuchCondition,
    /// It was met before.
    #[error("already met")]
    AlreadyMet,
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// The day is before the award.
    #[error("before the award")]
    BeforeAward {
        /// When it was awarded.
        awarded_on: NaiveDate,
    },
    /// The grant is closed or was cancelled.
    #[error("no longer open")]
    NotOpen,
}

impl Grant {
    /// Passes when a condition, by its place from 0, may be recorded as met.
    pub fn meet(&self, place: usize, met_on: NaiveDate, today: NaiveDate) -> Result<(), ConditionError> {
        if !self.is_open() {
            return Err(ConditionError::NotOpen);
        }
        let condition = self.conditions.get(place).ok_or(ConditionError::NoSuchCondition)?;
        if condition.met_on.is_some() {
            return Err(ConditionError::AlreadyMet);
        }
        if met_on > today {
            return Err(ConditionError::InFuture);
        }
        if met_on < self.awarded_on {
            return Err(ConditionError::BeforeAward { awarded_on: self.awarded_on });
        }
        Ok(())
    }

    /// The first condition that is not met.
    pub fn unmet(&self) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.met_on.is_none())
    }

    /// Everything that stands in the way of paying it by bank transfer, in the order in which it is settled: empty when it
    /// may be paid. The register's lists and the clerk's desk both ask this. A run in which it stands is the desk's own to
    /// add ([`PayBar::InRun`]), and so is whether anything is left to pay.
    pub fn bars(&self) -> Vec<PayBar> {
        if !self.is_open() {
            return vec![PayBar::Finished];
        }
        let mut bars: Vec<PayBar> = self
            .unsigned()
            .into_iter()
            .map(|party| match party {
                Party::Group => PayBar::GroupSignature,
                Party::Partnership => PayBar::PartnershipSignature,
            })
            .collect();
        if self.unmet().is_some() {
            bars.push(PayBar::Condition);
        }
        match &self.account {
            Some(account) => bars.extend(account.bars()),
            None => bars.push(PayBar::NoAccount),
        }
        bars.sort_unstable();
        bars
    }
}
