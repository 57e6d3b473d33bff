//! What may be recorded at a meeting, in tables.

use super::*;
use crate::Money;
use crate::constitution::{CastingVote, Constitution, SubGroupPower, Withdrawal};
use crate::id::{ItemId, MemberId};
use chrono::NaiveTime;
use uuid::Uuid;

fn member(number: u128) -> MemberId {
    MemberId(Uuid::from_u128(number))
}

fn item(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(100 + number))
}

fn at(minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(18, minute, 0).unwrap()
}

/// Members 1 to 9 are residents, of whom 1 is the Chair; 10 to 13 advise.
fn roll() -> Vec<Seat> {
    (1..=13).map(|number| Seat { member: member(number), resident: number <= 9, is_chair: number == 1 }).collect()
}

fn grant() -> Motion {
    Motion { grant: Some(Money::from_pence(29_500)), other_side: false }
}

fn vote(agree: u32, against: u32, not_voting: u32) -> Way {
    Way::Vote(Tally { agree, against, not_voting, casting: None })
}

/// A meeting with the first so many residents and advisers in the room, at item 1.
fn sitting(kind: MeetingKind, constitution: Constitution, residents: u128, advisers: u128) -> Record {
    let items = [(item(1), ItemKind::Grant), (item(2), ItemKind::Commitment), (item(3), ItemKind::Removal), (item(4), ItemKind::Joining)];
    let mut record = Record::new(kind, constitution, roll(), items);
    for number in (1..=residents).chain(10..10 + advisers) {
        record.take(at(0), &Entry::Arrived(member(number))).unwrap();
    }
    record.take(at(0), &Entry::TookChair(member(1))).unwrap();
    record.take(at(0), &Entry::Started).unwrap();
    record.take(at(1), &Entry::Taken(item(1))).unwrap();
    record
}

fn partnership(residents: u128, advisers: u128) -> Record {
    sitting(MeetingKind::Partnership, Constitution::default(), residents, advisers)
}

fn declared(number: u128, part: Option<Part>) -> Entry {
    Entry::Declared { item: item(1), member: member(number), financial: false, part, in_the_room: true }
}

fn resolved(number: u128, motion: Motion, way: Way) -> Entry {
    Entry::Resolved { item: item(number), motion, way }
}

#[test]
fn the_quorum_is_counted_for_each_item_from_who_is_in_the_room() {
    // §8.6. Thirteen members: nine residents, four advisers.
    let mut record = partnership(6, 2);
    assert!(record.floor(Some(item(1))).quorum.is_met());
    record.take(at(2), &declared(6, Some(Part::Withdrew))).unwrap();
    let floor = record.floor(Some(item(1)));
    assert_eq!((floor.quorum.present, floor.residents, floor.entitled), (7, 5, 5));
    assert!(floor.quorum.has_nobody_to_spare());
    let happening = record.take(at(3), &Entry::Left(member(5))).unwrap();
    assert_eq!(happening.quorum_changed_to, Some(false));
    assert_eq!(
        record.take(at(4), &resolved(1, grant(), vote(4, 0, 0))),
        Err(MeetingRefusal::Vote(VoteRefusal::TooFewMembers { present: 6, members: 13, needed: 7 }))
    );
    // Who withdrew comes back for the next item.
    record.take(at(5), &Entry::Taken(item(2))).unwrap();
    assert_eq!(record.floor(Some(item(2))).quorum.present, 7);
    assert!(
        record.take(at(6), &resolved(2, Motion { grant: None, other_side: true }, vote(5, 0, 0))).unwrap().verdict.unwrap().is_carried()
    );
}

#[test]
fn who_remained_is_counted_and_takes_no_part() {
    // §8.6, §8.12, Appendix 1.
    for (remained_counts, present, residents, entitled) in [(true, 8, 6, 5), (false, 7, 5, 5)] {
        let mut record = sitting(MeetingKind::Partnership, Constitution { remained_counts, ..Constitution::default() }, 6, 2);
        record.take(at(2), &declared(6, Some(Part::Remained))).unwrap();
        let floor = record.floor(Some(item(1)));
        assert_eq!((floor.quorum.present, floor.residents, floor.entitled), (present, residents, entitled));
    }
}

#[test]
fn advisory_members_count_towards_the_quorum_by_choice() {
    // §8.6: "the members".
    for (advisory_counts, members, present) in [(true, 13, 6), (false, 9, 5)] {
        let record = sitting(MeetingKind::Partnership, Constitution { advisory_counts, ..Constitution::default() }, 5, 1);
        let quorum = record.floor(Some(item(1))).quorum;
        assert_eq!((quorum.members, quorum.present, quorum.residents), (members, present, 5));
        assert_eq!(quorum.is_met(), !advisory_counts);
    }
}

#[test]
fn an_interest_is_settled_before_anything_is_decided() {
    // §8.12, Appendix 1: the group decides whether the member withdraws.
    let mut record = partnership(8, 1);
    record.take(at(2), &declared(7, None)).unwrap();
    assert_eq!(record.take(at(3), &resolved(1, grant(), Way::Consensus)), Err(MeetingRefusal::NotSettled { member: member(7) }));
    record.take(at(3), &Entry::TookPart { item: item(1), member: member(7), part: Part::Remained }).unwrap();
    assert!(record.take(at(4), &resolved(1, grant(), Way::Consensus)).unwrap().verdict.unwrap().is_carried());
    // Of somebody who is not there, there is nothing to settle.
    let mut record = partnership(8, 1);
    record.take(at(2), &declared(9, None)).unwrap();
    assert!(record.take(at(3), &resolved(1, grant(), Way::Consensus)).is_ok());
    // Where the constitution says that members always withdraw, none remains.
    let mut strict = sitting(MeetingKind::Partnership, Constitution { withdrawal: Withdrawal::Always, ..Constitution::default() }, 8, 1);
    assert_eq!(strict.take(at(2), &declared(7, Some(Part::Remained))), Err(MeetingRefusal::MustWithdraw));
    assert!(strict.take(at(2), &declared(7, Some(Part::Withdrew))).is_ok());
}

#[test]
fn whoever_chairs_is_a_resident_who_takes_part() {
    // §8.5: "any resident member"; §8.12.
    let mut record = partnership(8, 1);
    assert_eq!(record.take(at(2), &Entry::TookChair(member(10))), Err(MeetingRefusal::ChairNotResident));
    assert_eq!(record.take(at(2), &Entry::TookChair(member(9))), Err(MeetingRefusal::NotHere));
    record.take(at(2), &declared(1, Some(Part::Remained))).unwrap();
    assert_eq!(record.take(at(3), &resolved(1, grant(), Way::Consensus)), Err(MeetingRefusal::ChairHasInterest));
    record.take(at(3), &Entry::TookChair(member(2))).unwrap();
    assert!(record.take(at(3), &resolved(1, grant(), Way::Consensus)).is_ok());
    let mut record = partnership(9, 1);
    record.take(at(2), &Entry::Left(member(1))).unwrap();
    assert_eq!(record.take(at(3), &resolved(1, grant(), Way::Consensus)), Err(MeetingRefusal::NobodyChairs));
}

#[test]
fn the_casting_vote_goes_with_the_chair_by_choice() {
    // §8.5: "any resident member" may chair; "the Chair" has the casting vote.
    let tied = Way::Vote(Tally { agree: 4, against: 4, not_voting: 0, casting: Some(Casting::For) });
    for (casting, chair, stands) in [
        (CastingVote::WhoeverChairs, 1, true),
        (CastingVote::WhoeverChairs, 2, true),
        (CastingVote::ChairOnly, 1, true),
        (CastingVote::ChairOnly, 2, false),
    ] {
        let mut record = sitting(MeetingKind::Partnership, Constitution { casting, ..Constitution::default() }, 8, 0);
        record.take(at(2), &Entry::TookChair(member(chair))).unwrap();
        let verdict = record.take(at(3), &resolved(1, grant(), tied));
        assert_eq!(verdict.is_ok(), stands, "{casting:?}, member {chair} chairs: {verdict:?}");
        // At the Forum too.
        let mut forum = sitting(MeetingKind::Forum, Constitution { casting, ..Constitution::default() }, 8, 0);
        forum.take(at(2), &Entry::TookChair(member(chair))).unwrap();
        forum.take(at(2), &Entry::Heads(8)).unwrap();
        assert_eq!(forum.take(at(3), &resolved(1, grant(), tied)).is_ok(), stands, "{casting:?}, member {chair} chairs the Forum");
    }
}

#[test]
fn what_concerns_somebody_else_needs_their_word_first() {
    // §8.7 (ii): consent of the partner. §8.11: the member is advised first.
    for (number, refusal) in [(2, MeetingRefusal::NoConsent), (3, MeetingRefusal::NotToldFirst)] {
        let mut record = partnership(8, 1);
        record.take(at(2), &Entry::Taken(item(number))).unwrap();
        let without = Motion { grant: None, other_side: false };
        assert_eq!(record.take(at(3), &resolved(number, without, Way::Consensus)), Err(refusal));
        assert!(record.take(at(3), &resolved(number, Motion { other_side: true, ..without }, Way::Consensus)).is_ok());
    }
}

#[test]
fn the_sub_group_decides_what_it_may() {
    // §8, §8.8: no power is stated, so it is a choice with a limit.
    let pounds = |pounds: i64| Money::from_pence(pounds * 100);
    for (power, amount, expected, decides) in [
        (SubGroupPower::Recommends, 295, Ok(()), false),
        (SubGroupPower::Decides { up_to: pounds(295) }, 295, Ok(()), true),
        (SubGroupPower::Decides { up_to: pounds(250) }, 295, Err(MeetingRefusal::OverSubGroupLimit { up_to: pounds(250) }), true),
    ] {
        let mut record = sitting(MeetingKind::SubGroup, Constitution { sub_group: power, ..Constitution::default() }, 8, 1);
        let motion = Motion { grant: Some(pounds(amount)), other_side: true };
        assert_eq!(record.take(at(2), &resolved(1, motion, Way::Consensus)).map(drop), expected);
        assert_eq!(record.decides_grants(), decides);
    }
    let mut record = sitting(MeetingKind::SubGroup, Constitution::default(), 8, 1);
    record.take(at(2), &Entry::Taken(item(4))).unwrap();
    let joining = resolved(4, Motion { grant: None, other_side: true }, Way::Consensus);
    assert_eq!(record.take(at(3), &joining), Err(MeetingRefusal::ForThePartnership));
}

#[test]
fn the_forum_elects_and_recommends_and_no_more() {
    // §8.1: it determines the membership, and recommends. §8.2: money is the partnership's. §8.11: voting off needs its quorum.
    for (number, stands) in [(1, true), (2, false), (3, false), (4, true)] {
        let mut forum = sitting(MeetingKind::Forum, Constitution::default(), 1, 0);
        forum.take(at(2), &Entry::Heads(31)).unwrap();
        forum.take(at(2), &Entry::Taken(item(number))).unwrap();
        let outcome = forum.take(at(3), &resolved(number, Motion { grant: None, other_side: true }, Way::Consensus));
        assert_eq!(outcome.map(drop), if stands { Ok(()) } else { Err(MeetingRefusal::ForThePartnership) }, "item {number}");
    }
}

#[test]
fn a_lost_vote_leaves_the_item_open_and_a_carried_one_closes_it() {
    let mut record = partnership(7, 0);
    assert!(!record.take(at(2), &resolved(1, grant(), vote(3, 4, 0))).unwrap().verdict.unwrap().is_carried());
    assert_eq!(record.item(item(1)).unwrap().state, ItemState::Open);
    assert!(record.take(at(3), &resolved(1, grant(), vote(5, 2, 0))).unwrap().verdict.unwrap().is_carried());
    assert_eq!(record.item(item(1)).unwrap().state, ItemState::Decided);
    for entry in [resolved(1, grant(), Way::Consensus), Entry::PutOff(item(1)), Entry::Noted(item(1)), declared(3, Some(Part::Withdrew))] {
        assert_eq!(record.clone().take(at(4), &entry), Err(MeetingRefusal::AlreadyDecided), "{entry:?}");
    }
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let fresh = || Record::new(MeetingKind::Partnership, Constitution::default(), roll(), [(item(1), ItemKind::Grant)]);
    let mut ended = partnership(8, 1);
    ended.take(at(9), &Entry::Ended).unwrap();
    for (mut record, entry, expected) in [
        (fresh(), Entry::Started, MeetingRefusal::NobodyChairs),
        (fresh(), Entry::Taken(item(1)), MeetingRefusal::NotStarted),
        (fresh(), Entry::Arrived(member(14)), MeetingRefusal::NoSeat),
        (fresh(), Entry::Left(member(1)), MeetingRefusal::NotHere),
        (partnership(8, 1), Entry::Arrived(member(1)), MeetingRefusal::AlreadyHere),
        (partnership(8, 1), Entry::Apologies(member(1)), MeetingRefusal::AlreadyHere),
        (partnership(8, 1), Entry::Started, MeetingRefusal::AlreadyStarted),
        (partnership(8, 1), Entry::Taken(item(9)), MeetingRefusal::NoSuchItem),
        (partnership(8, 1), resolved(2, Motion { grant: None, other_side: true }, Way::Consensus), MeetingRefusal::NotInHand),
        (partnership(8, 1), Entry::TookPart { item: item(1), member: member(3), part: Part::Withdrew }, MeetingRefusal::NoInterest),
        (ended, Entry::Arrived(member(9)), MeetingRefusal::AlreadyEnded),
    ] {
        let before = record.clone();
        assert_eq!(record.take(at(10), &entry), Err(expected), "{entry:?}");
        assert_eq!(record, before, "{entry:?}");
    }
    let mut record = partnership(8, 1);
    assert_eq!(record.take(at(0), &Entry::Arrived(member(9))), Err(MeetingRefusal::BeforeTheLast { last: at(1) }));
}

#[test]
fn the_forum_counts_the_residents_who_came() {
    // §8.1, §8.3: an open meeting; residents in attendance vote by show of hands.
    let mut record = sitting(MeetingKind::Forum, Constitution::default(), 1, 0);
    record.take(at(2), &Entry::Heads(31)).unwrap();
    let floor = record.floor(Some(item(1)));
    assert_eq!((floor.residents, floor.entitled, floor.quorum.is_met()), (31, 31, true));
    assert!(!record.decides_grants());
}

#[test]
fn every_word_reads_back() {
    assert!(MeetingKind::ALL.into_iter().all(|kind| MeetingKind::from_code(kind.code()) == Some(kind)));
    assert!(ItemKind::ALL.into_iter().all(|kind| ItemKind::from_code(kind.code()) == Some(kind)));
    assert!(Part::ALL.into_iter().all(|part| Part::from_code(part.code()) == Some(part)));
}
