//! How somebody gets a seat or loses it by a vote: at an annual general meeting, between two, and for not coming (§8.3, §8.11).

use super::finding::MOST_MEMBERS;
use crate::id::MemberId;
use crate::meeting::{Floor, Majority, Quorum, Tally, Verdict, VoteRefusal, Way, put, two_thirds};
use chrono::{Days, NaiveDate};

/// How many days before the annual general meeting a written nomination comes in (§8.3).
pub const NOMINATION_DAYS: u32 = 7;

/// Why a seat cannot be given, or taken away, so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeatProblem {
    /// They have a seat.
    #[error("has a seat")]
    HasASeat,
    /// They have no seat that could end.
    #[error("has no seat")]
    NoSeat,
    /// There would be more than twenty members (§8.3).
    #[error("{MOST_MEMBERS} members already")]
    Full,
    /// More hands than residents in attendance.
    #[error("{hands} hands of {residents}")]
    MoreHands {
        /// Hands counted.
        hands: u32,
        /// Residents in attendance.
        residents: u32,
    },
    /// More were counted in the room than had a seat.
    #[error("{present} of {members} there")]
    MorePresent {
        /// Counted.
        present: u32,
        /// With a seat.
        members: u32,
    },
    /// No resident was there.
    #[error("nobody there")]
    NobodyThere,
    /// A nomination that came later than seven days before (§8.3).
    #[error("nominated after {latest}")]
    NominatedLate {
        /// The last day for it.
        latest: NaiveDate,
    },
    /// Two resident members meet whoever would join (§8.3).
    #[error("met by one")]
    MetByOne,
    /// Somebody who met them is not a resident member.
    #[error("not a resident member")]
    MetByOther {
        /// Who.
        member: MemberId,
    },
    /// The two who met them found that they are not eligible (§8.3).
    #[error("not eligible")]
    NotEligible,
    /// The vote was before they were met, or before they were told.
    #[error("too early")]
    TooEarly,
    /// A member can be voted off only after they were told (§8.11).
    #[error("not told")]
    NotTold,
    /// The vote would not stand (§8.6, §8.7).
    #[error(transparent)]
    Vote(#[from] VoteRefusal),
    /// The vote did not carry.
    #[error("{agreed} agreed, {needed} needed")]
    NotCarried {
        /// Who agreed.
        agreed: u32,
        /// How many were needed.
        needed: u32,
    },
}

/// A vote in the room, as it was counted: the rest of the residents did not agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomVote {
    /// Resident members present.
    pub residents: u32,
    /// Advisory members present.
    pub advisers: u32,
    /// Residents who agreed.
    pub agreed: u32,
}

/// How many members there are to be counted, and whether those who advise are among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Resident members.
    pub residents: u32,
    /// Advisory members.
    pub advisers: u32,
    /// Whether advisory members count for the quorum: the partnership's choice (§8.6).
    pub advisory_counts: bool,
}

impl RoomVote {
    fn put(self, of: Membership, majority: Majority) -> Result<Verdict, SeatProblem> {
        if self.agreed > self.residents {
            return Err(SeatProblem::MoreHands { hands: self.agreed, residents: self.residents });
        }
        for (present, members) in [(self.residents, of.residents), (self.advisers, of.advisers)] {
            if present > members {
                return Err(SeatProblem::MorePresent { present, members });
            }
        }
        let (members, present) = if of.advisory_counts {
            (of.residents.saturating_add(of.advisers), self.residents.saturating_add(self.advisers))
        } else {
            (of.residents, self.residents)
        };
        let floor = Floor {
            quorum: Quorum { members, present, residents: self.residents },
            residents: self.residents,
            entitled: self.residents,
            casting: false,
        };
        let against = self.residents.saturating_sub(self.agreed);
        Ok(put(&floor, &Way::Vote(Tally { agree: self.agreed, against, not_voting: 0, casting: None }), majority)?)
    }
}

/// Whether somebody is elected at an annual general meeting: two-thirds of the residents in attendance, by show of hands (§8.3).
pub fn elected_at_agm(residents: u32, hands: u32) -> Result<bool, SeatProblem> {
    if residents == 0 {
        return Err(SeatProblem::NobodyThere);
    }
    if hands > residents {
        return Err(SeatProblem::MoreHands { hands, residents });
    }
    Ok(hands >= two_thirds(residents))
}

/// The last day for a written nomination (§8.3).
pub fn last_nomination(held_on: NaiveDate) -> NaiveDate {
    held_on.checked_sub_days(Days::new(u64::from(NOMINATION_DAYS))).unwrap_or(NaiveDate::MIN)
}

/// Passes a written nomination that came seven days in advance (§8.3).
pub fn check_nomination(received_on: NaiveDate, held_on: NaiveDate) -> Result<(), SeatProblem> {
    let latest = last_nomination(held_on);
    if received_on <= latest { Ok(()) } else { Err(SeatProblem::NominatedLate { latest }) }
}

/// Passes a meeting of two different resident members with whoever would join (§8.3).
pub fn check_met(met_by: [MemberId; 2], is_resident: impl Fn(MemberId) -> bool) -> Result<(), SeatProblem> {
    let [first, second] = met_by;
    if first == second {
        return Err(SeatProblem::MetByOne);
    }
    met_by.into_iter().find(|member| !is_resident(*member)).map_or(Ok(()), |member| Err(SeatProblem::MetByOther { member }))
}

/// Whether somebody who was met and found eligible joins between annual general meetings: two-thirds of the resident members
/// present agree, at a meeting that is quorate (§8.3, §8.6).
pub fn may_join(met_on: NaiveDate, eligible: bool, voted_on: NaiveDate, vote: RoomVote, of: Membership) -> Result<bool, SeatProblem> {
    if !eligible {
        return Err(SeatProblem::NotEligible);
    }
    if voted_on < met_on {
        return Err(SeatProblem::TooEarly);
    }
    Ok(vote.put(of, Majority::TwoThirds)?.is_carried())
}

/// Passes one more member, while there are fewer than twenty (§8.3).
pub fn check_room(members: u32) -> Result<(), SeatProblem> {
    if members < MOST_MEMBERS { Ok(()) } else { Err(SeatProblem::Full) }
}

/// Passes a vote that takes a seat away for lack of attendance: they were told before, the meeting was quorate, and a majority
/// of the residents present agreed (§8.11, §8.7).
pub fn check_removal(told_on: Option<NaiveDate>, voted_on: NaiveDate, vote: RoomVote, of: Membership) -> Result<(), SeatProblem> {
    let told_on = told_on.ok_or(SeatProblem::NotTold)?;
    if told_on >= voted_on {
        return Err(SeatProblem::TooEarly);
    }
    match vote.put(of, Majority::Most)? {
        Verdict::Carried(_) => Ok(()),
        Verdict::Lost(count) => Err(SeatProblem::NotCarried { agreed: count.agreed, needed: count.needed }),
    }
}
