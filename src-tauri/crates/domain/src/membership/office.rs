//! Who may hold an office, and who wins a written ballot for it (§8.5).

use super::finding::VICE_CHAIRS;
use super::{Facts, Office, SeatKind};
use crate::id::MemberId;
use chrono::NaiveDate;

/// Why somebody cannot be appointed to an office.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfficeProblem {
    /// The Chair and the Vice-chairs are residents.
    #[error("not a resident member")]
    NotAResident,
    /// A nomination needs the nominee's consent.
    #[error("no consent")]
    NoConsent,
    /// A paid post-holder holds no office.
    #[error("has a paid post")]
    PaidPost,
    /// The Chair, and one of the Vice-chairs, must be independent of the Local Trusted Organisation.
    #[error("attached to the LTO")]
    Attached,
    /// There are two Vice-chairs already, or somebody is to be both.
    #[error("no free place")]
    NoPlace,
    /// There is one nominee: a ballot is for more than one.
    #[error("one nominee")]
    OneNominee,
    /// A nominee stands twice on the ballot.
    #[error("nominated twice")]
    Twice,
    /// There are more votes than there are members who may vote.
    #[error("{cast} votes, {eligible} eligible")]
    TooManyVotes {
        /// Votes counted.
        cast: u32,
        /// Those who may vote.
        eligible: u32,
    },
    /// Nobody voted.
    #[error("no votes")]
    NoVotes,
    /// Two or more have the most votes: a new ballot between these.
    #[error("tied")]
    Tied {
        /// Who.
        between: Vec<MemberId>,
    },
}

/// Passes somebody who may hold an office from a day on. `leaving` are those whose office ends with the appointment.
pub fn may_hold(facts: &Facts<'_>, member: MemberId, office: Office, on: NaiveDate, leaving: &[MemberId]) -> Result<(), OfficeProblem> {
    let seats = facts.held(on);
    let seat = seats.iter().find(|held| held.term.member == member).filter(|held| held.term.seat == SeatKind::Resident);
    let seat = seat.ok_or(OfficeProblem::NotAResident)?;
    if seat.paid {
        return Err(OfficeProblem::PaidPost);
    }
    let others: Vec<_> = seats
        .iter()
        .filter(|held| held.term.member != member && !leaving.contains(&held.term.member))
        .filter(|held| held.office.is_some_and(|term| term.office == office))
        .collect();
    let places = match office {
        Office::Chair => 1,
        Office::ViceChair => VICE_CHAIRS,
    };
    if u32::try_from(others.len()).unwrap_or(u32::MAX) >= places {
        return Err(OfficeProblem::NoPlace);
    }
    let independent_beside = office == Office::ViceChair && others.iter().any(|held| !held.lto);
    if seat.lto && !independent_beside { Err(OfficeProblem::Attached) } else { Ok(()) }
}

/// Who wins a written ballot: whoever has the most votes. Each of those who may vote has one vote.
pub fn ballot(votes: &[(MemberId, u32)], eligible: u32) -> Result<MemberId, OfficeProblem> {
    if votes.len() < 2 {
        return Err(OfficeProblem::OneNominee);
    }
    for (at, (member, _)) in votes.iter().enumerate() {
        if votes.iter().skip(at.saturating_add(1)).any(|(other, _)| other == member) {
            return Err(OfficeProblem::Twice);
        }
    }
    let cast = votes.iter().fold(0_u32, |sum, (_, count)| sum.saturating_add(*count));
    if cast > eligible {
        return Err(OfficeProblem::TooManyVotes { cast, eligible });
    }
    let most = votes.iter().map(|(_, count)| *count).max().unwrap_or(0);
    if most == 0 {
        return Err(OfficeProblem::NoVotes);
    }
    let first: Vec<MemberId> = votes.iter().filter(|(_, count)| *count == most).map(|(member, _)| *member).collect();
    match first.as_slice() {
        [winner] => Ok(*winner),
        _ => Err(OfficeProblem::Tied { between: first }),
    }
}
