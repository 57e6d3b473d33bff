//! A grant: an approved application as a commitment of money, from the award to the close.

mod condition;
mod rule;
#[cfg(test)]
mod tests;

pub use condition::{Condition, ConditionError};
pub use rule::{CancelError, CloseError, ExtensionError, SendBackError};

use crate::{
    Money,
    application::CostLine,
    budget::GrantMoney,
    date::feedback_due,
    decision::Instalment,
    feedback::Receipt,
    id::GrantId,
    payee::PayeeAccount,
    payment::Payment,
    signature::{Party, Signature},
};
use chrono::NaiveDate;

/// Everything that is known of a grant and its life. States and sums are derived from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// What was granted.
    pub amount: Money,
    /// The day of the decision.
    pub awarded_on: NaiveDate,
    /// The day the group was told, if it was.
    pub issued_on: Option<NaiveDate>,
    /// The end of funding as it was first set.
    pub first_ends_on: NaiveDate,
    /// Later ends of funding, oldest first.
    pub extensions: Vec<NaiveDate>,
    /// When the signed agreement should be back.
    pub return_by: Option<NaiveDate>,
    /// The decision's conditions, in order.
    pub conditions: Vec<Condition>,
    /// Part payments, as agreed.
    pub instalments: Vec<Instalment>,
    /// The agreed cost lines.
    pub costs: Vec<CostLine>,
    /// The account to be paid, if one is known: the latest.
    pub account: Option<PayeeAccount>,
    /// The signatures.
    pub signatures: Vec<Signature>,
    /// The payments, oldest first.
    pub payments: Vec<Payment>,
    /// The day feedback came, if it did.
    pub feedback_on: Option<NaiveDate>,
    /// The receipts.
    pub receipts: Vec<Receipt>,
    /// What the group sent back, as it was recorded.
    pub sent_back: Vec<SentBack>,
    /// The day it was closed, if it was.
    pub closed_on: Option<NaiveDate>,
    /// The day it was cancelled, if it was.
    pub cancelled_on: Option<NaiveDate>,
}

/// Money that the group sent back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentBack {
    /// How much.
    pub amount: Money,
    /// The day it came.
    pub on: NaiveDate,
}

/// *offered → agreed → being paid → ended → feedback received → closed*, or *cancelled*, or *money to return*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GrantState {
    /// Awarded; signatures are missing.
    Offered,
    /// Both have signed; nothing is paid.
    Agreed,
    /// Something is paid, the end of funding is ahead, and feedback is not in.
    BeingPaid,
    /// The funding has ended and feedback is owed.
    Ended,
    /// Feedback is in, and money is still to be accounted for.
    MoneyToReturn,
    /// Feedback is in, and all money is accounted for.
    FeedbackReceived,
    /// Finished.
    Closed,
    /// Ended before anything was paid.
    Cancelled,
}

impl GrantState {
    /// Every state, in the order of life.
    pub const ALL: [Self; 8] = [
        Self::Offered,
        Self::Agreed,
        Self::BeingPaid,
        Self::Ended,
        Self::MoneyToReturn,
        Self::FeedbackReceived,
        Self::Closed,
        Self::Cancelled,
    ];

    /// The word in lists.
    pub fn code(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Agreed => "agreed",
            Self::BeingPaid => "being-paid",
            Self::Ended => "ended",
            Self::MoneyToReturn => "money-to-return",
            Self::FeedbackReceived => "feedback-received",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl Grant {
    /// The end of funding as it stands, after any extension.
    pub fn ends_on(&self) -> NaiveDate {
        self.extensions.last().copied().unwrap_or(self.first_ends_on)
    }

    /// When feedback is due (§7 Q5). An extension moves it.
    pub fn feedback_due(&self) -> NaiveDate {
        feedback_due(self.ends_on())
    }

    /// What was paid and stayed paid.
    pub fn paid(&self) -> Money {
        self.payments.iter().filter(|payment| payment.stands()).map(|payment| payment.amount).sum()
    }

    /// What is left to pay.
    pub fn left_to_pay(&self) -> Money {
        self.amount.minus(self.paid()).or_zero()
    }

    /// What the accepted parts of the receipts add up to.
    pub fn accepted(&self) -> Money {
        self.receipts.iter().filter(|receipt| receipt.voided.is_none()).map(|receipt| receipt.accepted).sum()
    }

    /// What the group has sent back.
    pub fn sent_back(&self) -> Money {
        self.sent_back.iter().map(|back| back.amount).sum()
    }

    /// Paid, and neither shown by receipts nor sent back.
    pub fn unaccounted(&self) -> Money {
        self.paid().minus(self.accepted()).minus(self.sent_back()).or_zero()
    }

    /// Who has not signed.
    pub fn unsigned(&self) -> Vec<Party> {
        Party::ALL.into_iter().filter(|party| !self.signatures.iter().any(|signature| signature.party == *party)).collect()
    }

    /// When the last of both signed; nothing until both have.
    pub fn signed_on(&self) -> Option<NaiveDate> {
        self.unsigned().is_empty().then(|| self.signatures.iter().map(|signature| signature.signed_on).max()).flatten()
    }

    /// Whether anything may still happen to it.
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none() && self.cancelled_on.is_none()
    }

    /// The next part payment: its place among the instalments, counted from 0, and its amount.
    pub fn next_instalment(&self) -> Option<(usize, Money)> {
        let left = self.left_to_pay();
        if left.is_zero() {
            return None;
        }
        let mut reached = Money::ZERO;
        for (index, part) in self.instalments.iter().enumerate() {
            reached = reached.plus(part.amount);
            if reached > self.paid() {
                return Some((index, reached.minus(self.paid()).min(left)));
            }
        }
        Some((0, left))
    }

    /// The state that the facts and the day make.
    pub fn state(&self, today: NaiveDate) -> GrantState {
        if self.cancelled_on.is_some() {
            GrantState::Cancelled
        } else if self.closed_on.is_some() {
            GrantState::Closed
        } else if self.feedback_on.is_some() && self.unaccounted().is_positive() {
            GrantState::MoneyToReturn
        } else if self.feedback_on.is_some() {
            GrantState::FeedbackReceived
        } else if !self.unsigned().is_empty() {
            GrantState::Offered
        } else if today > self.ends_on() {
            GrantState::Ended
        } else if self.paid().is_positive() {
            GrantState::BeingPaid
        } else {
            GrantState::Agreed
        }
    }

    /// What it takes from its budget line.
    pub fn money(&self) -> GrantMoney {
        GrantMoney { granted: self.amount, paid: self.paid(), sent_back: self.sent_back(), open: self.is_open() }
    }
}
