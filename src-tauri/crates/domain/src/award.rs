//! Awards: money committed on a line otherwise than by an application, to a partner or for a cost.

/// For what money is committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AwardKind {
    /// To an organisation that delivers an activity under a service level agreement (§2.1).
    Partner,
    /// For a cost of the line: a bill, a spot payment, a honorarium (§4.2, note H).
    Cost,
}

impl AwardKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Partner, Self::Cost];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Cost => "cost",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
