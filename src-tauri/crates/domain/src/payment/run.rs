//! A run: payments put together by one person, approved by another where the LTO asks for two, and paid in one go.

#[cfg(test)]
mod tests;

use super::PayBar;
use crate::{
    Money,
    id::{GrantId, MemberId, PayeeAccountId},
};
use uuid::Uuid;

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunState {
    /// It waits for a second person.
    Waiting,
    /// It may be paid.
    Approved,
    /// The second person sent it back.
    SentBack,
    /// It was paid.
    Paid,
    /// Its maker took it back.
    Dropped,
}

impl RunState {
    /// Whether it may still be paid: its grants are spoken for.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Waiting | Self::Approved)
    }
}

/// One payment of a run, as its maker signed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunRow {
    /// The grant.
    pub grant: GrantId,
    /// The account it is paid to.
    pub account: Option<PayeeAccountId>,
    /// How much.
    pub amount: Money,
    /// What the bank statement will say.
    pub reference: String,
}

/// What stands of a grant at the moment when one of its payments is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The grant.
    pub grant: GrantId,
    /// The account to be paid now.
    pub account: Option<PayeeAccountId>,
    /// What is left to pay.
    pub left: Money,
    /// What stands in the way, without this very run.
    pub bars: Vec<PayBar>,
    /// Who decided it.
    pub deciders: Vec<MemberId>,
}

/// What somebody said of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who.
    pub by: MemberId,
    /// The name of exactly what its maker signed, as this person saw it.
    pub signed: Uuid,
    /// Whether they approve it, or take or send it back.
    pub approved: bool,
}

/// A run and everything that was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Who put it together.
    pub maker: MemberId,
    /// The name of exactly what they signed: a hash over its rows.
    pub signed: Uuid,
    /// Its payments.
    pub rows: Vec<RunRow>,
    /// What was said of it, in order.
    pub answers: Vec<Answer>,
    /// Whether it was recorded as paid.
    pub paid: bool,
}

/// Why a run cannot be made, approved or paid so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RunError {
    /// There is no payment in it.
    #[error("empty")]
    Empty,
    /// A payment of nothing, or less.
    #[error("not more than nothing")]
    NotPositive,
    /// Something stands in the way of one of its payments.
    #[error("barred")]
    Barred {
        /// Of which grant.
        grant: GrantId,
        /// What.
        bar: PayBar,
    },
    /// More than is left of a grant.
    #[error("more than is left")]
    MoreThanLeft {
        /// Of which grant.
        grant: GrantId,
        /// What is left.
        left: Money,
    },
    /// A second person must approve it first.
    #[error("not approved")]
    NotApproved,
    /// Its maker neither approves it nor sends it back to themselves.
    #[error("one's own run")]
    OwnRun,
    /// Somebody who decided a grant neither pays it nor approves its payment.
    #[error("a decider of a grant in it")]
    Decider {
        /// Which grant.
        grant: GrantId,
    },
    /// Only its maker takes it back.
    #[error("not its maker")]
    NotItsMaker,
    /// It is not the run that was looked at.
    #[error("not what was signed")]
    NotAsSigned,
    /// It is approved, paid, dropped or sent back already.
    #[error("over")]
    Over,
}

/// Passes when a run may be put together. A grant stands in it once.
pub fn make(maker: MemberId, rows: &[RunRow], standings: &[Standing], two_people: bool) -> Result<(), RunError> {
    if rows.is_empty() {
        return Err(RunError::Empty);
    }
    if two_people {
        apart_from_deciders(maker, rows, standings)?;
    }
    may_be_paid(rows, standings)
}

impl Run {
    /// How far it has come. An approval counts only from somebody else than its maker who decided none of its grants, and
    /// only for exactly what was signed: what is said otherwise is as if it was not said.
    pub fn state(&self, standings: &[Standing], two_people: bool) -> RunState {
        if self.paid {
            return RunState::Paid;
        }
        match self.answers.iter().find(|answer| !answer.approved && answer.signed == self.signed) {
            Some(back) if back.by == self.maker => RunState::Dropped,
            Some(_) => RunState::SentBack,
            None if !two_people || self.approval(standings).is_some() => RunState::Approved,
            None => RunState::Waiting,
        }
    }

    /// The approval that counts, if there is one.
    pub fn approval(&self, standings: &[Standing]) -> Option<&Answer> {
        self.answers.iter().find(|answer| {
            let apart = answer.by != self.maker && apart_from_deciders(answer.by, &self.rows, standings).is_ok();
            answer.approved && answer.signed == self.signed && apart
        })
    }

    /// Passes when this person may approve it now, having seen what was signed under this name.
    pub fn approve(&self, by: MemberId, signed: Uuid, standings: &[Standing], two_people: bool) -> Result<(), RunError> {
        if self.state(standings, two_people) != RunState::Waiting {
            return Err(RunError::Over);
        }
        if by == self.maker {
            return Err(RunError::OwnRun);
        }
        if signed != self.signed {
            return Err(RunError::NotAsSigned);
        }
        apart_from_deciders(by, &self.rows, standings)?;
        may_be_paid(&self.rows, standings)
    }

    /// Passes when this person may send it back.
    pub fn send_back(&self, by: MemberId, standings: &[Standing], two_people: bool) -> Result<(), RunError> {
        if !self.state(standings, two_people).is_live() {
            return Err(RunError::Over);
        }
        if by == self.maker { Err(RunError::OwnRun) } else { Ok(()) }
    }

    /// Passes when this person may take it back.
    pub fn take_back(&self, by: MemberId, standings: &[Standing], two_people: bool) -> Result<(), RunError> {
        if !self.state(standings, two_people).is_live() {
            return Err(RunError::Over);
        }
        if by == self.maker { Ok(()) } else { Err(RunError::NotItsMaker) }
    }

    /// Passes when this person may record it as paid. A bar that came since it was approved blocks it.
    pub fn pay(&self, by: MemberId, standings: &[Standing], two_people: bool) -> Result<(), RunError> {
        match self.state(standings, two_people) {
            RunState::Approved => {}
            RunState::Waiting => return Err(RunError::NotApproved),
            RunState::SentBack | RunState::Paid | RunState::Dropped => return Err(RunError::Over),
        }
        if two_people {
            apart_from_deciders(by, &self.rows, standings)?;
        }
        may_be_paid(&self.rows, standings)
    }
}

/// Passes when this person decided none of the grants.
fn apart_from_deciders(person: MemberId, rows: &[RunRow], standings: &[Standing]) -> Result<(), RunError> {
    let decided = |row: &&RunRow| standings.iter().any(|one| one.grant == row.grant && one.deciders.contains(&person));
    rows.iter().find(decided).map_or(Ok(()), |row| Err(RunError::Decider { grant: row.grant }))
}

/// Passes when every payment could be made now, all of them together.
fn may_be_paid(rows: &[RunRow], standings: &[Standing]) -> Result<(), RunError> {
    for (place, row) in rows.iter().enumerate() {
        let grant = row.grant;
        if !row.amount.is_positive() {
            return Err(RunError::NotPositive);
        }
        let Some(standing) = standings.iter().find(|one| one.grant == grant) else {
            return Err(RunError::Barred { grant, bar: PayBar::Finished });
        };
        if let Some(bar) = bars(row, standing).first() {
            return Err(RunError::Barred { grant, bar: *bar });
        }
        if rows.iter().take(place).any(|one| one.grant == grant) {
            return Err(RunError::Barred { grant, bar: PayBar::InRun });
        }
        if row.amount > standing.left {
            return Err(RunError::MoreThanLeft { grant, left: standing.left });
        }
    }
    Ok(())
}

/// What stands in the way of one payment. An account that is not the one that was signed is in the way, even if it was
/// checked: nobody approved a payment to it.
pub fn bars(row: &RunRow, standing: &Standing) -> Vec<PayBar> {
    let mut bars = standing.bars.clone();
    if row.account != standing.account && !bars.contains(&PayBar::AccountChanged) {
        bars.push(PayBar::AccountChanged);
        bars.sort_unstable();
    }
    bars
}
