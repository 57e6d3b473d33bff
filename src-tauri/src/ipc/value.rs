//! The small values that cross to the UI: money as whole pence, ids as branded strings.

use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;
use specta_typescript::Number;

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

    /// The whole pence.
    pub(crate) fn get(self) -> i64 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Pence {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let pence = i64::deserialize(from)?;
        Self::new(pence).ok_or_else(|| serde::de::Error::custom("more pence than a number can hold"))
    }
}

/// Makes an id that TypeScript cannot confuse with another: a string there, a UUID here.
macro_rules! id {
    ($(#[$about:meta])* $name:ident, $brand:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(transparent)]
        pub(crate) struct $name(#[specta(type = $brand)] pub(crate) uuid::Uuid);

        struct $brand;

        impl specta::Type for $brand {
            fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
                let string = <String as specta::Type>::definition(types);
                specta::datatype::DataType::Reference(specta::datatype::Reference::opaque(
                    specta_typescript::Branded::new(stringify!($name), string),
                ))
            }
        }
    };
}
pub(crate) use id;

#[cfg(test)]
mod tests {
    use super::Pence;

    #[test]
    fn money_too_large_for_a_javascript_number_is_refused() {
        assert!(Pence::new(9_007_199_254_740_991).is_some());
        assert!(Pence::new(9_007_199_254_740_992).is_none());
        assert!(serde_json::from_str::<Pence>("9007199254740992").is_err());
        assert!(serde_json::from_str::<Pence>("1.5").is_err());
        assert_eq!(serde_json::from_str::<Pence>("125000").unwrap().get(), 125_000);
    }
}
