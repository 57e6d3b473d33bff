//! A run: payments put together by one person, approved by another where the LTO asks for two, and paid in one go.

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
