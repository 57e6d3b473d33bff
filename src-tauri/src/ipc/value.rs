//! The small values that cross to the UI: money as whole pence, ids as text.

use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;
use specta_typescript::Number;
use uuid::Uuid;

use crate::ipc::{CommandError, CommandResult};

/// Above this a JavaScript number no longer counts in ones.
const LARGEST: i64 = (1 << 53) - 1;

/// Money in whole pence. The UI sees a number that is always exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Pence(#[specta(type = Number)] i64);

impl Pence {
    /// The pence, when a JavaScript number can hold them exactly.
    pub(crate) fn new(pence: i64) -> Option<Self> {
        (-LARGEST..=LARGEST).contains(&pence).then_some(Self(pence))
    }

    /// The most that a number can hold exactly.
    pub(crate) fn largest() -> Self {
        Self(LARGEST)
    }
}

impl<'de> Deserialize<'de> for Pence {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let pence = i64::deserialize(from)?;
        Self::new(pence).ok_or_else(|| serde::de::Error::custom("more pence than a number can hold"))
    }
}

/// Reads an id that came from the window.
pub(crate) fn parse_id<T: From<Uuid>>(text: &str) -> CommandResult<T> {
    text.parse::<Uuid>().map(T::from).map_err(|_| CommandError::NotFound)
}

/// A number of things, as the window counts them.
pub(crate) fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Pence;

    #[test]
    fn money_too_large_for_a_javascript_number_is_refused() {
        assert!(Pence::new(9_007_199_254_740_991).is_some());
        assert!(Pence::new(9_007_199_254_740_992).is_none());
        assert!(serde_json::from_str::<Pence>("9007199254740992").is_err());
        assert!(serde_json::from_str::<Pence>("1.5").is_err());
        assert_eq!(serde_json::from_str::<Pence>("125000").unwrap(), Pence(125_000));
    }
}
