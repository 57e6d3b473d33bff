//! Which records a list reads: one, or every one. The same statement serves both through the primary key.

use uuid::Uuid;

/// One record, or every one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Every record.
    All,
    /// The one with this id.
    One(Uuid),
}

impl Which {
    /// The first id.
    pub(crate) fn from(self) -> [u8; 16] {
        match self {
            Self::All => *Uuid::nil().as_bytes(),
            Self::One(id) => *id.as_bytes(),
        }
    }

    /// The last id.
    pub(crate) fn to(self) -> [u8; 16] {
        match self {
            Self::All => *Uuid::max().as_bytes(),
            Self::One(id) => *id.as_bytes(),
        }
    }
}
