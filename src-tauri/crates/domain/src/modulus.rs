//! The modulus check: whether an account number can belong to a sort code (domain §4). The method is published by Vocalink;
//! its two tables are licensed and are loaded by whoever may use them. None are shipped.

mod check;
mod table;
#[cfg(test)]
mod tests;

pub use table::{Table, TableProblem, Tables};

/// What the check says. Passing says nothing about whether the account exists or whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The digits fit.
    Passes,
    /// The digits do not fit: a digit is wrong.
    Fails,
    /// The tables have no rule for this sort code: it is presumed valid.
    NoRule,
    /// No tables were loaded.
    NoTables,
    /// Not six and eight digits.
    BadNumbers,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 5] = [Self::Passes, Self::Fails, Self::NoRule, Self::NoTables, Self::BadNumbers];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Passes => "passes",
            Self::Fails => "fails",
            Self::NoRule => "no-rule",
            Self::NoTables => "no-tables",
            Self::BadNumbers => "bad-numbers",
        }
    }

    /// The outcome of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}
