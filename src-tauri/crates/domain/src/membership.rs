//! Membership: who has a seat in the partnership and since when, who holds an office, and what ties them elsewhere (§8.3, §8.5).
//!
//! A seat is not the role at the register: the role says what one may do there, the seat whether one counts as a member.

mod seat;

pub use seat::{Ended, Held, OfficeTerm, Term, Tie, held, last_day, seat_of};

/// A list of words that stand in the register.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$each])* $variant),+
        }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the register.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }

            /// The one of that word.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

words! {
    /// An office of the partnership (§8.5).
    Office {
        /// The resident Chair.
        Chair = "chair",
        /// One of two resident Vice-chairs.
        ViceChair = "vice-chair",
    }
}

words! {
    /// What a seat is (§8.3).
    SeatKind {
        /// A resident member, with full voting rights.
        Resident = "resident",
        /// A non-voting advisory member.
        Advisory = "advisory",
    }
}

words! {
    /// How a seat was given.
    SeatBy {
        /// The members' list says so, and no vote is on record.
        Listed = "listed",
        /// Elected at an annual general meeting of the Forum (§8.3).
        Agm = "agm",
        /// Voted in between annual general meetings (§8.3).
        MidYear = "mid-year",
        /// Appointed by the resident members, to advise (§8.5).
        Appointed = "appointed",
    }
}

words! {
    /// Why a seat ended before its term was over.
    EndedBy {
        /// Stood down, by the rota or to be elected anew (§8.3).
        StoodDown = "stood-down",
        /// Resigned, in writing (Appendix 1).
        Resigned = "resigned",
        /// Voted off for not coming (§8.11).
        Removed = "removed",
        /// Moved away, and has no tie to the area any more (§8.3).
        Moved = "moved",
        /// Something else.
        Other = "other",
        /// The seat was entered by mistake.
        Mistake = "mistake",
    }
}

words! {
    /// How an office was given (§8.5).
    OfficeBy {
        /// The members' list says so, and no election is on record.
        Listed = "listed",
        /// Nobody else was nominated.
        OnlyNominee = "only-nominee",
        /// By written ballot.
        Ballot = "ballot",
    }
}

words! {
    /// What keeps a member from some offices (§8.5).
    TieKind {
        /// An attachment to the Local Trusted Organisation.
        Lto = "lto",
        /// A paid post within the partnership's work.
        PaidPost = "paid-post",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_in_the_register_is_read_back() {
        macro_rules! read_back {
            ($($name:ident),+) => {$(
                for one in $name::ALL {
                    assert_eq!($name::from_code(one.code()), Some(*one));
                }
                assert_eq!($name::from_code("something-else"), None);
            )+};
        }
        read_back!(Office, SeatKind, SeatBy, EndedBy, OfficeBy, TieKind);
    }
}
