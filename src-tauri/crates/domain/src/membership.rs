//! Membership: who has a seat in the partnership and since when, who holds an office, and what ties them elsewhere (§8.3, §8.5).
//!
//! A seat is not the role at the register: the role says what one may do there, the seat whether one counts as a member.

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
use words;

mod due;
mod finding;
mod joining;
mod office;
mod seat;

pub use due::{Due, RotaLine, TERM_NOTICE_MONTHS, due, rota};
pub use finding::{FEWEST_MEMBERS, Facts, Finding, MOST_MEMBERS, Rule, STAND_DOWN_A_YEAR, findings, residents_needed};
pub use joining::{
    Membership, NOMINATION_DAYS, RoomVote, SeatProblem, check_met, check_nomination, check_removal, check_room, elected_at_agm,
    last_nomination, may_join,
};
pub use office::{OfficeProblem, ballot, may_hold};
pub use seat::{Ended, Held, OfficeTerm, Term, Tie, held, last_day, seat_of};

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

words! {
    /// What is kept of a member (§8.11, Appendix 1).
    PaperKind {
        /// They signed the Member Agreement.
        Agreement = "agreement",
        /// They filled in the DBS questionnaire, or a certificate was seen.
        Dbs = "dbs",
        /// Proof of their identity was seen.
        Identity = "identity",
        /// They took part in induction.
        Induction = "induction",
        /// They took part in training.
        Training = "training",
        /// They were heard after they resigned.
        ExitInterview = "exit-interview",
    }
}

#[cfg(test)]
mod cases;

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
        read_back!(Office, SeatKind, SeatBy, EndedBy, OfficeBy, TieKind, PaperKind, Rule);
    }
}
