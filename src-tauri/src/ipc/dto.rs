//! What crosses between the core and the window: plain records, one file an area. No rules and no words.

pub(crate) mod application;
pub(crate) mod budget;
pub(crate) mod clerk;
pub(crate) mod complaint;
pub(crate) mod constitution;
pub(crate) mod decision;
pub(crate) mod document;
pub(crate) mod embargo;
pub(crate) mod field;
pub(crate) mod grant;
pub(crate) mod home;
pub(crate) mod interest;
pub(crate) mod meeting;
pub(crate) mod member;
pub(crate) mod membership;
pub(crate) mod minutes;
pub(crate) mod paper;
pub(crate) mod payment;
pub(crate) mod plan;
pub(crate) mod review;
pub(crate) mod reviewer;
pub(crate) mod session;
pub(crate) mod sitting;
pub(crate) mod statement;
pub(crate) mod story;
pub(crate) mod vote;
pub(crate) mod wording;

/// Makes an enum for the window from one of the core, name by name, with both conversions.
macro_rules! mirror {
    ($(#[$about:meta])* $name:ident = $core:path { $($variant:ident),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(rename_all = "camelCase")]
        pub(crate) enum $name { $($variant),+ }

        impl From<$core> for $name {
            fn from(core: $core) -> Self {
                use $core as Core;
                match core { $(Core::$variant => Self::$variant),+ }
            }
        }

        impl From<$name> for $core {
            fn from(dto: $name) -> Self {
                use $core as Core;
                match dto { $($name::$variant => Core::$variant),+ }
            }
        }
    };
}
pub(crate) use mirror;

/// Both conversions between an enum of the window and one of the core with the same names.
macro_rules! mirror_both {
    ($dto:path, $core:path { $($variant:ident),+ $(,)? }) => {
        impl From<$core> for $dto {
            fn from(core: $core) -> Self {
                use $core as Core;
                match core { $(Core::$variant => Self::$variant),+ }
            }
        }

        impl From<$dto> for $core {
            fn from(dto: $dto) -> Self {
                use $dto as Dto;
                match dto { $(Dto::$variant => Self::$variant),+ }
            }
        }
    };
}
pub(crate) use mirror_both;
