//! The modulus check: whether an account number can belong to a sort code.

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
