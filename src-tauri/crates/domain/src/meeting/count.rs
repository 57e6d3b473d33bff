//! What carries: consensus, or a vote of those present and entitled, agreed by a majority of residents present (§8.5, §8.7).

use super::quorum::{Quorum, majority, two_thirds};

/// The casting vote of whoever chairs, "in the event of a vote being tied" (§8.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Casting {
    /// For it.
    For,
    /// Against it.
    Against,
}

/// A vote that was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Hands for it.
    pub agree: u32,
    /// Hands against it.
    pub against: u32,
    /// Entitled, and not voting.
    pub not_voting: u32,
    /// The casting vote, if there was one.
    pub casting: Option<Casting>,
}

/// How a decision was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Everybody who took part agreed (§8.7).
    Consensus,
    /// The chair saw that consensus would not be reached in a reasonable time, and a vote was taken (§8.7).
    Vote(Tally),
}

/// What it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Majority {
    /// More than half of the residents present (§8.7 i).
    Most,
    /// Two-thirds of the residents present (§8.3).
    TwoThirds,
}

/// Who stands behind a decision, at the moment it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Floor {
    /// Who is counted for the quorum.
    pub quorum: Quorum,
    /// The residents present for the item.
    pub residents: u32,
    /// Those of them who may vote: residents in the room who declared no interest.
    pub entitled: u32,
    /// Whether whoever chairs has the casting vote.
    pub casting: bool,
}

/// How many agreed, of how many residents present, and how many were needed. A casting vote is among those who agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Count {
    /// Who agreed.
    pub agreed: u32,
    /// The residents present.
    pub of: u32,
    /// How many were needed.
    pub needed: u32,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It binds.
    Carried(Count),
    /// It fell.
    Lost(Count),
}

impl Verdict {
    /// Whether it binds.
    pub fn is_carried(self) -> bool {
        matches!(self, Self::Carried(_))
    }
}

/// Why nothing can be decided so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VoteRefusal {
    /// Too few members are present (§8.6).
    #[error("{present} of {members} members present, {needed} needed")]
    TooFewMembers {
        /// Present for the item.
        present: u32,
        /// Members there are.
        members: u32,
        /// How many are needed.
        needed: u32,
    },
    /// Too few of those present are residents (§8.6).
    #[error("{residents} residents of {present}, {needed} needed")]
    TooFewResidents {
        /// Residents present.
        residents: u32,
        /// Present for the item.
        present: u32,
        /// How many are needed.
        needed: u32,
    },
    /// The votes are not as many as there are people entitled to vote (§8.3, §8.7).
    #[error("{counted} votes, {entitled} entitled")]
    CountDiffers {
        /// For, against and not voting together.
        counted: u32,
        /// Those who may vote.
        entitled: u32,
    },
    /// A casting vote breaks a tie and nothing else (§8.5).
    #[error("not a tie")]
    NotATie,
    /// Whoever chairs has no casting vote here (§8.5).
    #[error("no casting vote")]
    NoCastingVote,
    /// Not everybody who took part can have agreed: agreement of those entitled is not a majority of the residents present (§8.7 i).
    #[error("{entitled} may agree, {needed} needed")]
    TooFewEntitled {
        /// Those who may agree.
        entitled: u32,
        /// The residents present.
        residents: u32,
        /// How many are needed.
        needed: u32,
    },
}

/// Passes when a vote may be taken.
pub(super) fn check_quorum(quorum: &Quorum) -> Result<(), VoteRefusal> {
    if !quorum.enough_members() {
        return Err(VoteRefusal::TooFewMembers { present: quorum.present, members: quorum.members, needed: quorum.needed() });
    }
    if !quorum.mostly_residents() {
        return Err(VoteRefusal::TooFewResidents {
            residents: quorum.residents,
            present: quorum.present,
            needed: quorum.residents_needed(),
        });
    }
    Ok(())
}

/// Puts a proposal to the meeting. A casting vote counts as one more resident who agreed: without that a tie could never
/// become the majority of §8.7 (i), and §8.5 would say nothing.
pub fn put(floor: &Floor, way: &Way, what_it_takes: Majority) -> Result<Verdict, VoteRefusal> {
    check_quorum(&floor.quorum)?;
    let needed = match what_it_takes {
        Majority::Most => majority(floor.residents),
        Majority::TwoThirds => two_thirds(floor.residents).max(1),
    };
    let count = |agreed| Count { agreed, of: floor.residents, needed };
    match way {
        Way::Consensus if floor.entitled < needed => {
            Err(VoteRefusal::TooFewEntitled { entitled: floor.entitled, residents: floor.residents, needed })
        }
        Way::Consensus => Ok(Verdict::Carried(count(floor.entitled))),
        Way::Vote(tally) => {
            let counted = tally.agree.saturating_add(tally.against).saturating_add(tally.not_voting);
            if counted != floor.entitled {
                return Err(VoteRefusal::CountDiffers { counted, entitled: floor.entitled });
            }
            let agreed = match tally.casting {
                Some(_) if tally.agree != tally.against => return Err(VoteRefusal::NotATie),
                Some(_) if !floor.casting => return Err(VoteRefusal::NoCastingVote),
                Some(Casting::For) => tally.agree.saturating_add(1),
                Some(Casting::Against) | None => tally.agree,
            };
            Ok(if agreed >= needed { Verdict::Carried(count(agreed)) } else { Verdict::Lost(count(agreed)) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floor(members: u32, advisers: u32, residents: u32, entitled: u32) -> Floor {
        Floor { quorum: Quorum { members, present: residents + advisers, residents }, residents, entitled, casting: true }
    }

    fn vote(agree: u32, against: u32, not_voting: u32, casting: Option<Casting>) -> Way {
        Way::Vote(Tally { agree, against, not_voting, casting })
    }

    fn carried(agreed: u32, of: u32, needed: u32) -> Verdict {
        Verdict::Carried(Count { agreed, of, needed })
    }

    fn lost(agreed: u32, of: u32, needed: u32) -> Verdict {
        Verdict::Lost(Count { agreed, of, needed })
    }

    #[test]
    fn a_vote_binds_when_a_majority_of_residents_present_agreed() {
        // §8.5, §8.6, §8.7.
        let for_it = Some(Casting::For);
        let against_it = Some(Casting::Against);
        for (floor, way, expected) in [
            (floor(13, 2, 5, 5), vote(4, 0, 1, None), Ok(carried(4, 5, 3))),
            (floor(13, 2, 5, 5), vote(3, 2, 0, None), Ok(carried(3, 5, 3))),
            // More for than against is not a majority of residents present.
            (floor(13, 2, 5, 5), vote(2, 1, 2, None), Ok(lost(2, 5, 3))),
            (floor(13, 0, 8, 8), vote(4, 4, 0, None), Ok(lost(4, 8, 5))),
            // The casting vote makes a tie a majority, or leaves it none.
            (floor(13, 0, 8, 8), vote(4, 4, 0, for_it), Ok(carried(5, 8, 5))),
            (floor(13, 0, 8, 8), vote(4, 4, 0, against_it), Ok(lost(4, 8, 5))),
            (floor(13, 0, 7, 7), vote(3, 3, 1, for_it), Ok(carried(4, 7, 4))),
            // With two not voting it does not reach it.
            (floor(13, 0, 8, 8), vote(3, 3, 2, for_it), Ok(lost(4, 8, 5))),
            (floor(13, 0, 8, 8), vote(5, 3, 0, for_it), Err(VoteRefusal::NotATie)),
            (Floor { casting: false, ..floor(13, 0, 8, 8) }, vote(4, 4, 0, for_it), Err(VoteRefusal::NoCastingVote)),
            (floor(13, 0, 8, 8), vote(4, 3, 0, None), Err(VoteRefusal::CountDiffers { counted: 7, entitled: 8 })),
            (floor(13, 0, 8, 7), vote(4, 4, 0, None), Err(VoteRefusal::CountDiffers { counted: 8, entitled: 7 })),
            (floor(13, 2, 4, 4), vote(4, 0, 0, None), Err(VoteRefusal::TooFewMembers { present: 6, members: 13, needed: 7 })),
            (floor(13, 4, 4, 4), vote(4, 0, 0, None), Err(VoteRefusal::TooFewResidents { residents: 4, present: 8, needed: 5 })),
        ] {
            assert_eq!(put(&floor, &way, Majority::Most), expected, "{floor:?} {way:?}");
        }
    }

    #[test]
    fn consensus_is_held_to_the_same_majority() {
        // §8.7. Of eight residents present, three remained with an interest.
        for (floor, expected) in [
            (floor(13, 0, 8, 8), Ok(carried(8, 8, 5))),
            (floor(13, 0, 8, 5), Ok(carried(5, 8, 5))),
            (floor(13, 0, 8, 4), Err(VoteRefusal::TooFewEntitled { entitled: 4, residents: 8, needed: 5 })),
            (floor(13, 2, 4, 4), Err(VoteRefusal::TooFewMembers { present: 6, members: 13, needed: 7 })),
        ] {
            assert_eq!(put(&floor, &Way::Consensus, Majority::Most), expected, "{floor:?}");
        }
    }

    #[test]
    fn who_joins_in_mid_year_needs_two_thirds_of_the_residents_present() {
        // §8.3.
        for (floor, way, expected) in [
            (floor(13, 1, 7, 7), vote(5, 2, 0, None), Ok(carried(5, 7, 5))),
            (floor(13, 1, 7, 7), vote(4, 2, 1, None), Ok(lost(4, 7, 5))),
            (floor(13, 0, 9, 9), vote(6, 3, 0, None), Ok(carried(6, 9, 6))),
        ] {
            assert_eq!(put(&floor, &way, Majority::TwoThirds), expected, "{floor:?} {way:?}");
        }
    }
}
