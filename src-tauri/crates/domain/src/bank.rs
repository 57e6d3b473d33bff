//! The bank: a statement read by how its columns are, and held against the payments that should stand on it (§4).
//!
//! Nothing is changed here. A statement is read whole or refused with its row; a payment that could be more than one
//! line is a doubt for a person, never a guess.

mod dates;
mod letters;
mod matching;
mod reference;
mod statement;
mod told;

pub use dates::{DateForm, read_date};
pub use letters::{MOST_BANK_LETTERS, bank_letters};
pub use matching::{Back, Doubt, MOST_LISTED, Match, Reconciliation, SoughtPayment, Stopped, match_statement};
pub use statement::{Column, StatementError, StatementProfile, read_statement};
pub use told::guess;

use crate::Money;
use chrono::NaiveDate;

/// A line of a bank statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// Its row in the file, counted from 1.
    pub row: u32,
    /// The bank's day.
    pub on: NaiveDate,
    /// What it says: words and references, one after the other.
    pub words: String,
    /// Below nothing for money out.
    pub amount: Money,
}
