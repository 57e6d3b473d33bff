//! Feedback and receipts: what was done, and what the money went on.

use crate::{
    Money,
    application::{AgeGroup, CostLine},
    id::{CostLineId, ReceiptId},
};
use chrono::NaiveDate;

/// The Grant Feedback form (§7 Q5): "how much was done, how well it went and what difference it made".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedbackStory {
    /// How much was done.
    pub how_much: String,
    /// How well it went.
    pub how_well: String,
    /// What difference it made.
    pub difference: String,
    /// Who was heard: "we would expect to hear from those who have benefited".
    pub who_was_heard: String,
    /// How many of each age group.
    pub by_age: Vec<(AgeGroup, u32)>,
    /// How many people in all.
    pub people: Option<u32>,
    /// How many of them from the area.
    pub people_from_area: Option<u32>,
    /// Whether the words may be published.
    pub may_publish_words: bool,
    /// Whether the photographs may be published.
    pub may_publish_photos: bool,
    /// How people agreed to be named, such as "a resident".
    pub named_as: String,
}

/// Why feedback cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FeedbackError {
    /// Nothing has been paid.
    #[error("nothing paid")]
    NothingPaid,
    /// None of the three questions has words.
    #[error("no story")]
    NoStory,
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// The day is before the award.
    #[error("before the award")]
    BeforeAward {
        /// When it was awarded.
        awarded_on: NaiveDate,
    },
    /// People agreed to be published, and nobody says how they are named.
    #[error("no name agreed")]
    NoNameAgreed,
    /// The grant is closed or was cancelled.
    #[error("no longer open")]
    NotOpen,
}

/// Evidence of spending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Its id.
    pub id: ReceiptId,
    /// The cost line it belongs to.
    pub cost_line: CostLineId,
    /// What the paper says.
    pub amount: Money,
    /// How much of it is accepted.
    pub accepted: Money,
    /// When it was spent.
    pub spent_on: NaiveDate,
    /// Who was paid, or what was bought.
    pub what: String,
    /// The reason it was struck out later, if it was.
    pub voided: Option<String>,
}

/// Why a receipt cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// No such cost line on this grant.
    #[error("no such cost line")]
    NoSuchLine,
    /// Nothing, or less.
    #[error("not more than nothing")]
    NotPositive,
    /// More is accepted than the receipt says.
    #[error("accepted more than the receipt")]
    AcceptedTooMuch {
        /// What the receipt says.
        amount: Money,
    },
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// Spent before the award: the fund does not pay for what was bought before.
    #[error("before the award")]
    BeforeAward {
        /// When it was awarded.
        awarded_on: NaiveDate,
    },
    /// Spent after the end of funding, and yet accepted.
    #[error("after the end of funding")]
    AfterEnd {
        /// The last day.
        ends_on: NaiveDate,
    },
    /// The grant is closed or was cancelled.
    #[error("no longer open")]
    NotOpen,
}

/// One agreed cost beside its receipts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineSpent {
    /// The cost line.
    pub line: CostLine,
    /// How many receipts stand.
    pub receipts: u32,
    /// How much of them is accepted.
    pub accepted: Money,
}

/// Sets the standing receipts against the cost lines.
pub fn by_line(costs: &[CostLine], receipts: &[Receipt]) -> Vec<LineSpent> {
    costs
        .iter()
        .map(|line| {
            let mut spent = LineSpent { line: line.clone(), receipts: 0, accepted: Money::ZERO };
            for receipt in receipts.iter().filter(|receipt| receipt.cost_line == line.id && receipt.voided.is_none()) {
                spent.receipts = spent.receipts.saturating_add(1);
                spent.accepted = spent.accepted.plus(receipt.accepted);
            }
            spent
        })
        .collect()
}
