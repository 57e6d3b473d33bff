//! The constitution: what the partnership chose where the plan is silent or says two things (§8, Appendix 1).
//!
//! Each choice has a default that stands under the stricter reading, and is recorded with the day from which it holds.

use crate::Money;
use chrono::NaiveDate;

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

/// The most days for a vote by e-mail. What can wait longer can wait for a meeting: there are six a year (§8.8).
pub const MOST_EMAIL_DAYS: u16 = 60;

/// Why a set of choices cannot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceProblem {
    /// Ballots would have too few days, or too many.
    #[error("not from 1 to {MOST_EMAIL_DAYS} days")]
    EmailDays,
    /// A sub-group that decides grants of nothing decides nothing.
    #[error("a limit of nothing")]
    NoLimit,
}

impl Constitution {
    /// Passes a set of choices that can be kept.
    pub fn check(&self) -> Result<(), ChoiceProblem> {
        if !(1..=MOST_EMAIL_DAYS).contains(&self.email_days) {
            return Err(ChoiceProblem::EmailDays);
        }
        match self.sub_group {
            SubGroupPower::Decides { up_to } if !up_to.is_positive() => Err(ChoiceProblem::NoLimit),
            SubGroupPower::Decides { .. } | SubGroupPower::Recommends => Ok(()),
        }
    }
}

/// The choices that hold on a day, of those recorded, in the order in which they were: the latest day not after it counts,
/// and of two sets from one day the one that was recorded later. Before the first, the defaults hold.
pub fn holding(sets: impl IntoIterator<Item = (NaiveDate, Constitution)>, on: NaiveDate) -> Constitution {
    sets.into_iter().filter(|(from, _)| *from <= on).max_by_key(|(from, _)| *from).map_or_else(Constitution::default, |(_, set)| set)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 1, day).unwrap()
    }

    #[test]
    fn each_day_has_the_choices_that_held_then() {
        let days = |email_days| Constitution { email_days, ..Constitution::default() };
        let sets = [(day(10), days(10)), (day(5), days(5)), (day(20), days(20)), (day(20), days(21))];
        for (on, expected) in [(4, 7), (5, 5), (9, 5), (10, 10), (19, 10), (20, 21), (31, 21)] {
            assert_eq!(holding(sets, day(on)).email_days, expected, "{on} January");
        }
    }

    #[test]
    fn choices_that_decide_nothing_are_refused() {
        let with = |email_days, sub_group| Constitution { email_days, sub_group, ..Constitution::default() }.check();
        let up_to = |pence| SubGroupPower::Decides { up_to: Money::from_pence(pence) };
        for (days, power, expected) in [
            (0, SubGroupPower::Recommends, Err(ChoiceProblem::EmailDays)),
            (1, SubGroupPower::Recommends, Ok(())),
            (60, up_to(1), Ok(())),
            (61, up_to(1), Err(ChoiceProblem::EmailDays)),
            (7, up_to(0), Err(ChoiceProblem::NoLimit)),
        ] {
            assert_eq!(with(days, power), expected, "{days} days, {power:?}");
        }
        assert_eq!(Constitution::default().check(), Ok(()));
    }

    #[test]
    fn every_choice_has_a_word_of_its_own() {
        assert!(Withdrawal::ALL.into_iter().all(|choice| Withdrawal::from_code(choice.code()) == Some(choice)));
        assert!(CastingVote::ALL.into_iter().all(|choice| CastingVote::from_code(choice.code()) == Some(choice)));
        assert!(Threshold::ALL.into_iter().all(|choice| Threshold::from_code(choice.code()) == Some(choice)));
    }
}
