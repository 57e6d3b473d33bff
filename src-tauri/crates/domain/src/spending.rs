//! Spending: what a commitment took from its line, movement by movement, and how it stood at the end of any day.

mod bank;
mod pace;
mod spendometer;
#[cfg(test)]
mod tests;

pub use bank::BankPosition;
pub use pace::{expected, projected};
pub use spendometer::{LineSpend, SpendCell, SpendMoney, Spendometer, spendometer};

use crate::{
    Money,
    award::Award,
    grant::{Grant, SentBack},
    payment::{Undoing, Undone},
};
use chrono::NaiveDate;

/// Money committed on a line, with everything that happened to it. A grant is one, and so is an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The line's code.
    pub code: String,
    /// How much was granted.
    pub granted: Money,
    /// The day of the decision.
    pub on: NaiveDate,
    /// What was paid. A payment that was voided never happened, on any day.
    pub payments: Vec<Paid>,
    /// What the group sent back.
    pub sent_back: Vec<SentBack>,
    /// When it was closed, cancelled or ended: what was not paid by then is free again.
    pub ended_on: Option<NaiveDate>,
    /// When its parts are expected to be paid; none when nobody said.
    pub parts: Vec<Part>,
}

/// A payment that was really made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    /// How much.
    pub amount: Money,
    /// When.
    pub on: NaiveDate,
    /// The day it came back, if it did.
    pub returned_on: Option<NaiveDate>,
}

/// A part that is expected to be paid on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How much.
    pub amount: Money,
    /// When.
    pub due_on: NaiveDate,
}

/// What moved. Within one day things happen in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MovementKind {
    /// It was decided: the money is spoken for.
    Committed,
    /// Committed money was paid.
    Paid,
    /// A payment came back: the money is committed again.
    Returned,
    /// The group sent back what it did not need: the money is free again.
    SentBack,
    /// What was not paid is free again.
    Released,
}

/// One movement of money on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The day.
    pub on: NaiveDate,
    /// What moved.
    pub kind: MovementKind,
    /// How much, always more than nothing.
    pub amount: Money,
}

/// How a commitment stood at the end of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Committed and not paid.
    pub committed: Money,
    /// Paid, less what came back.
    pub paid: Money,
    /// What came back: payments that were returned, and what the group sent back.
    pub returned: Money,
}

impl Commitment {
    /// A grant on its line.
    pub fn of_grant(code: &str, grant: &Grant) -> Self {
        let payments = grant.payments.iter().filter_map(|payment| really_made(payment.amount, payment.paid_on, payment.undone));
        Self {
            code: code.to_owned(),
            granted: grant.amount,
            on: grant.awarded_on,
            payments: payments.collect(),
            sent_back: grant.sent_back.clone(),
            ended_on: grant.closed_on.or(grant.cancelled_on),
            parts: Vec::new(),
        }
    }

    /// An award on its line.
    pub fn of_award(award: &Award) -> Self {
        let payments = award.payments.iter().filter_map(|payment| really_made(payment.amount, payment.paid_on, payment.undone));
        Self {
            code: award.code.clone(),
            granted: award.amount,
            on: award.decided_on,
            payments: payments.collect(),
            sent_back: Vec::new(),
            ended_on: award.ended_on,
            parts: award.parts.clone(),
        }
    }

    /// Every movement, in the order of days.
    pub fn movements(&self) -> Vec<Movement> {
        let mut moved = vec![Movement { on: self.on, kind: MovementKind::Committed, amount: self.granted }];
        moved.extend(self.payments.iter().map(|paid| Movement { on: paid.on, kind: MovementKind::Paid, amount: paid.amount }));
        moved.extend(
            self.payments
                .iter()
                .filter_map(|paid| paid.returned_on.map(|on| Movement { on, kind: MovementKind::Returned, amount: paid.amount })),
        );
        moved.extend(self.sent_back.iter().map(|back| Movement { on: back.on, kind: MovementKind::SentBack, amount: back.amount }));
        moved.sort_by_key(|movement| (movement.on, movement.kind));
        match self.ended_on {
            Some(ended_on) => self.with_releases(ended_on, moved),
            None => moved,
        }
    }

    /// What was left at the end is released; so is a payment that comes back after it. A payment dated after the end, by
    /// an end that was recorded for an earlier day, moves the end to its own day.
    fn with_releases(&self, ended_on: NaiveDate, moved: Vec<Movement>) -> Vec<Movement> {
        let ended_on = self.payments.iter().map(|paid| paid.on).fold(ended_on.max(self.on), NaiveDate::max);
        let mut all = Vec::with_capacity(moved.len().saturating_add(1));
        let mut left = Money::ZERO;
        let mut waiting = moved.into_iter().peekable();
        let mut days: Vec<NaiveDate> = waiting.clone().map(|movement| movement.on).chain([ended_on]).collect();
        days.sort_unstable();
        days.dedup();
        for day in days {
            while let Some(movement) = waiting.next_if(|movement| movement.on == day) {
                left = movement.kind.left_after(left, movement.amount);
                all.push(movement);
            }
            if day >= ended_on && left.is_positive() {
                all.push(Movement { on: day, kind: MovementKind::Released, amount: left });
                left = Money::ZERO;
            }
        }
        all
    }

    /// How it stood at the end of a day.
    pub fn standing(&self, day: NaiveDate) -> Standing {
        let (mut left, mut paid, mut returned) = (Money::ZERO, Money::ZERO, Money::ZERO);
        for movement in self.movements().into_iter().take_while(|movement| movement.on <= day) {
            let amount = movement.amount;
            left = movement.kind.left_after(left, amount);
            match movement.kind {
                MovementKind::Paid => paid = paid.plus(amount),
                MovementKind::Returned | MovementKind::SentBack => {
                    paid = paid.minus(amount);
                    returned = returned.plus(amount);
                }
                MovementKind::Committed | MovementKind::Released => {}
            }
        }
        // Days that were typed wrongly cannot make less than nothing of it.
        Standing { committed: left.or_zero(), paid: paid.or_zero(), returned }
    }

    /// What stood as paid at the end of a day, by the day it was paid. What came back counts as not paid: a returned
    /// payment itself, and money sent back by the group off the latest payments that stood.
    pub fn paid_by_day(&self, day: NaiveDate) -> Vec<(NaiveDate, Money)> {
        let stood = |paid: &&Paid| paid.on <= day && paid.returned_on.is_none_or(|on| on > day);
        let mut days: Vec<(NaiveDate, Money)> = self.payments.iter().filter(stood).map(|paid| (paid.on, paid.amount)).collect();
        days.sort_by_key(|(on, _)| *on);
        let mut back: Money = self.sent_back.iter().filter(|back| back.on <= day).map(|back| back.amount).sum();
        for (_, amount) in days.iter_mut().rev() {
            let taken = back.min(*amount);
            *amount = amount.minus(taken);
            back = back.minus(taken);
        }
        days.retain(|(_, amount)| amount.is_positive());
        days
    }

    /// What was committed and not paid at the end of a day, by the day it was expected then. A part is paid before those
    /// that are due later; what is overdue, and what has no day, is expected at once.
    pub fn unpaid_by_day(&self, day: NaiveDate) -> Vec<(NaiveDate, Money)> {
        let mut left = self.standing(day).committed;
        let mut days = Vec::new();
        let mut parts: Vec<&Part> = self.parts.iter().collect();
        parts.sort_by_key(|part| std::cmp::Reverse(part.due_on));
        for part in parts {
            let unpaid = part.amount.min(left);
            left = left.minus(unpaid);
            days.push((part.due_on.max(day), unpaid));
        }
        days.push((day, left));
        days.retain(|(_, amount)| amount.is_positive());
        days
    }
}

/// A payment that was voided never happened.
fn really_made(amount: Money, on: NaiveDate, undone: Option<Undone>) -> Option<Paid> {
    match undone {
        Some(Undone { way: Undoing::Voided, .. }) => None,
        Some(Undone { way: Undoing::Returned, on: back }) => Some(Paid { amount, on, returned_on: Some(back) }),
        None => Some(Paid { amount, on, returned_on: None }),
    }
}

impl MovementKind {
    /// What is committed and not paid after a movement.
    fn left_after(self, left: Money, amount: Money) -> Money {
        match self {
            Self::Committed | Self::Returned => left.plus(amount),
            Self::Paid | Self::Released => left.minus(amount),
            Self::SentBack => left,
        }
    }
}
