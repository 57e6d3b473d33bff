//! The constitution: what the partnership chose where the plan is silent or says two things (§8, Appendix 1).
//!
//! Each choice has a default that stands under the stricter reading, and is recorded with the day from which it holds.

use crate::Money;

/// Whether a member with an interest must leave the room. §8.12 says the member withdraws; Appendix 1 says the group
/// decides, and lets a member remain who takes no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Withdrawal {
    /// The meeting decides, for each interest (Appendix 1).
    GroupDecides,
    /// Always (§8.12).
    Always,
}

impl Withdrawal {
    /// Both.
    pub const ALL: [Self; 2] = [Self::GroupDecides, Self::Always];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::GroupDecides => "group-decides",
            Self::Always => "always",
        }
    }

    /// The choice of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// Who has the casting vote. §8.5 gives it to "the Chair" among the duties of chairing a meeting, and lets any resident chair one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CastingVote {
    /// The resident who chairs the meeting at the time.
    WhoeverChairs,
    /// Only the elected Chair, when the Chair chairs.
    ChairOnly,
}

impl CastingVote {
    /// Both.
    pub const ALL: [Self; 2] = [Self::WhoeverChairs, Self::ChairOnly];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::WhoeverChairs => "whoever-chairs",
            Self::ChairOnly => "chair-only",
        }
    }

    /// The choice of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// How many residents must agree in a vote by e-mail. §8.6 allows such votes and gives no rule for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Threshold {
    /// More than half of all resident members, whether or not they answer.
    MostResidents,
    /// Two-thirds of all resident members.
    TwoThirdsOfResidents,
    /// Every resident member.
    EveryResident,
}

impl Threshold {
    /// Every threshold.
    pub const ALL: [Self; 3] = [Self::MostResidents, Self::TwoThirdsOfResidents, Self::EveryResident];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::MostResidents => "most-residents",
            Self::TwoThirdsOfResidents => "two-thirds-of-residents",
            Self::EveryResident => "every-resident",
        }
    }

    /// The threshold of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// What the Community Chest sub-group may do. The plan names it and gives it no power to decide (§8, §8.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SubGroupPower {
    /// It recommends, and the partnership decides.
    Recommends,
    /// It decides grants up to an amount.
    Decides {
        /// The most it may grant to one application.
        up_to: Money,
    },
}

/// The partnership's choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Constitution {
    /// Whether advisory members count among "the members" of §8.6, of whom a majority must be present.
    pub advisory_counts: bool,
    /// Whether a member who remained in the room with an interest counts as present for the item.
    pub remained_counts: bool,
    /// Whether a member with an interest must leave the room.
    pub withdrawal: Withdrawal,
    /// Who has the casting vote.
    pub casting: CastingVote,
    /// How many must agree in a vote by e-mail.
    pub email_threshold: Threshold,
    /// For how many days ballots may come in.
    pub email_days: u16,
    /// What the sub-group may do.
    pub sub_group: SubGroupPower,
}

impl Default for Constitution {
    fn default() -> Self {
        Self {
            advisory_counts: true,
            remained_counts: true,
            withdrawal: Withdrawal::GroupDecides,
            casting: CastingVote::WhoeverChairs,
            email_threshold: Threshold::MostResidents,
            email_days: 7,
            sub_group: SubGroupPower::Recommends,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_a_word_of_its_own() {
        assert!(Withdrawal::ALL.into_iter().all(|choice| Withdrawal::from_code(choice.code()) == Some(choice)));
        assert!(CastingVote::ALL.into_iter().all(|choice| CastingVote::from_code(choice.code()) == Some(choice)));
        assert!(Threshold::ALL.into_iter().all(|choice| Threshold::from_code(choice.code()) == Some(choice)));
    }
}
