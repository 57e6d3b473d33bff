//! Elections at the annual general meeting, joining between two of them, and being voted off (§8.3, §8.11).

use super::*;
use crate::meeting::VoteRefusal;

const OF: Membership = Membership { residents: 9, advisers: 4, advisory_counts: true };

fn vote(residents: u32, advisers: u32, agreed: u32) -> RoomVote {
    RoomVote { residents, advisers, agreed }
}

#[test]
fn two_thirds_of_the_residents_in_attendance_elect() {
    // §8.3, the vectors of the handbook.
    for (residents, needed) in [(5, 4), (6, 4), (7, 5), (8, 6), (9, 6), (10, 7), (11, 8), (12, 8), (1, 1)] {
        assert_eq!(elected_at_agm(residents, needed), Ok(true), "of {residents}");
        assert_eq!(elected_at_agm(residents, needed - 1), Ok(false), "of {residents}");
        assert_eq!(elected_at_agm(residents, residents), Ok(true), "of {residents}");
    }
    assert_eq!(elected_at_agm(7, 8), Err(SeatProblem::MoreHands { hands: 8, residents: 7 }));
    assert_eq!(elected_at_agm(0, 0), Err(SeatProblem::NobodyThere));
}

#[test]
fn a_nomination_is_written_seven_days_in_advance() {
    // §8.3.
    let latest = day("2023-01-11");
    for (received, expected) in [
        ("2022-12-01", Ok(())),
        ("2023-01-11", Ok(())),
        ("2023-01-12", Err(SeatProblem::NominatedLate { latest })),
        ("2023-01-18", Err(SeatProblem::NominatedLate { latest })),
    ] {
        assert_eq!(check_nomination(day(received), day("2023-01-18")), expected, "{received}");
    }
}

#[test]
fn who_would_join_meets_two_different_resident_members() {
    // §8.3.
    let is_resident = |who: MemberId| who != member(3);
    for (first, second, expected) in [
        (1, 2, Ok(())),
        (1, 1, Err(SeatProblem::MetByOne)),
        (1, 3, Err(SeatProblem::MetByOther { member: member(3) })),
        (3, 1, Err(SeatProblem::MetByOther { member: member(3) })),
    ] {
        assert_eq!(check_met([member(first), member(second)], is_resident), expected, "{first} and {second}");
    }
}

#[test]
fn two_thirds_of_the_resident_members_present_let_somebody_join() {
    // §8.3, §8.6. Nine residents and four advisers: seven must be there, most of them residents.
    let quorum = |present| Err(SeatProblem::Vote(VoteRefusal::TooFewMembers { present, members: 13, needed: 7 }));
    let residents = Err(SeatProblem::Vote(VoteRefusal::TooFewResidents { residents: 4, present: 8, needed: 5 }));
    for (vote, expected) in [
        (vote(7, 0, 5), Ok(true)),
        (vote(7, 0, 4), Ok(false)),
        (vote(5, 2, 4), Ok(true)),
        (vote(5, 2, 3), Ok(false)),
        (vote(9, 4, 6), Ok(true)),
        (vote(9, 4, 5), Ok(false)),
        (vote(6, 0, 6), quorum(6)),
        (vote(4, 4, 4), residents),
        (vote(7, 0, 8), Err(SeatProblem::MoreHands { hands: 8, residents: 7 })),
        (vote(10, 0, 7), Err(SeatProblem::MorePresent { present: 10, members: 9 })),
        (vote(7, 5, 7), Err(SeatProblem::MorePresent { present: 5, members: 4 })),
    ] {
        assert_eq!(may_join(day("2022-07-01"), true, day("2022-07-19"), vote, OF), expected, "{vote:?}");
    }
    let late = |met: &str, eligible| may_join(day(met), eligible, day("2022-07-19"), vote(7, 0, 7), OF);
    assert_eq!(late("2022-07-19", true), Ok(true));
    assert_eq!(late("2022-07-20", true), Err(SeatProblem::TooEarly));
    assert_eq!(late("2022-07-01", false), Err(SeatProblem::NotEligible));
    // Where the partnership chose that advisers do not count, five residents of nine make the quorum.
    let without = Membership { advisory_counts: false, ..OF };
    assert_eq!(may_join(day("2022-07-01"), true, day("2022-07-19"), vote(5, 0, 4), without), Ok(true));
    assert_eq!(check_room(19), Ok(()));
    assert_eq!(check_room(20), Err(SeatProblem::Full));
}

#[test]
fn a_member_is_voted_off_only_after_they_were_told_and_by_a_quorate_meeting() {
    // §8.11, §8.6, §8.7 (i).
    let told = Some("2022-07-18");
    let quorum = Err(SeatProblem::Vote(VoteRefusal::TooFewMembers { present: 6, members: 13, needed: 7 }));
    for (told, vote, expected) in [
        (told, vote(7, 0, 4), Ok(())),
        (told, vote(7, 0, 3), Err(SeatProblem::NotCarried { agreed: 3, needed: 4 })),
        (told, vote(6, 0, 6), quorum),
        (Some("2022-07-19"), vote(7, 0, 7), Err(SeatProblem::TooEarly)),
        (None, vote(7, 0, 7), Err(SeatProblem::NotTold)),
    ] {
        assert_eq!(check_removal(told.map(day), day("2022-07-19"), vote, OF), expected, "{told:?} {vote:?}");
    }
}
