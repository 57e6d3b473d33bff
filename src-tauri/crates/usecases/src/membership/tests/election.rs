//! Elections at annual general meetings, and joining between two (§8.3).

use super::*;
use domain::meeting::VoteRefusal;

const AGM: &str = "2023-01-18";

fn election(candidate: Candidate, nominated: Option<&str>, residents: u32, hands: u32) -> TypedElection {
    TypedElection {
        held_on: typed(AGM),
        candidate,
        nominated_on: nominated.map(typed).unwrap_or_default(),
        residents: residents.to_string(),
        hands: hands.to_string(),
        ends_on: TypedDate::default(),
    }
}

fn new(name: &str) -> Candidate {
    Candidate::New(name.to_owned())
}

#[test]
fn two_thirds_of_the_residents_in_attendance_elect_somebody_who_was_nominated_in_time() {
    let (_home, mut open, _) = partnership();
    let none = election(new("Kim Lowe"), None, 12, 8);
    assert_eq!(faults(elect(&mut open, &none))[0].0, "nominatedOn");
    let late = election(new("Kim Lowe"), Some("2023-01-12"), 12, 8);
    assert_eq!(refused_seat(elect(&mut open, &late)), SeatProblem::NominatedLate { latest: day("2023-01-11") });
    let more = election(new("Kim Lowe"), Some("2023-01-11"), 12, 13);
    assert_eq!(refused_seat(elect(&mut open, &more)), SeatProblem::MoreHands { hands: 13, residents: 12 });
    let lost = elect(&mut open, &election(new("Lou Mead"), Some("2023-01-11"), 12, 7)).unwrap().value;
    assert_eq!(lost, Elected { carried: false, member: None });
    let won = elect(&mut open, &election(new("Kim Lowe"), Some("2023-01-11"), 12, 8)).unwrap().value;
    let kim = won.member.unwrap();
    assert!(won.carried && seat_of(&open, kim, AGM).unwrap().resident);
    assert_eq!(seat_of(&open, kim, "2023-01-17"), None);
    assert_eq!(role_of(&open, kim), Role::Resident);
    assert_eq!(open.name_of(kim.0), "Kim Lowe");
    assert!(!on(&open, AGM).iter().any(|seat| seat.name == "Lou Mead"));
    let elections = desk(&open, day(AGM)).unwrap().elections;
    assert_eq!(elections.iter().map(|row| (row.candidate.as_str(), row.hands)).collect::<Vec<_>>(), [("Kim Lowe", 8), ("Lou Mead", 7)]);
    assert!(desk(&open, day("2023-01-17")).unwrap().elections.is_empty());
}

#[test]
fn whoever_stands_again_stands_down_first_and_keeps_the_office_only_when_elected() {
    let (_home, mut open, members) = partnership();
    let [ada, ben, di] = [members[0], members[1], members[3]];
    assert!(elect(&mut open, &election(Candidate::Member(ada), None, 12, 12)).unwrap().value.carried);
    assert!(!elect(&mut open, &election(Candidate::Member(ben), None, 12, 7)).unwrap().value.carried);
    assert!(elect(&mut open, &election(Candidate::Member(di), None, 12, 8)).unwrap().value.carried);
    assert_eq!(seat_of(&open, ada, AGM).unwrap().office, Some(Office::Chair));
    assert_eq!(seat_of(&open, ben, AGM), None);
    assert_eq!((role_of(&open, ada), role_of(&open, ben)), (Role::Chair, Role::Resident));
    assert_eq!(on(&open, AGM).len(), 9);
    assert_eq!(found(&open, Rule::StoodDown, "2023-06-01"), (true, 3, vec![]));
    let terms = person(&open, ada).unwrap().terms;
    assert_eq!(terms.iter().map(|line| line.term.begins_on.to_string()).collect::<Vec<_>>(), [AGM, "2022-04-01"]);
    assert_eq!(terms[0].term.ends_on, Some(day("2026-01-18")));
    assert_eq!(seat_of(&open, ada, "2026-01-18").unwrap().office, Some(Office::Chair));
    // Whose three years were over lately needs no nomination either; an adviser does.
    let mut later = election(Candidate::Member(members[5]), None, 12, 8);
    later.held_on = typed("2025-09-01");
    assert!(elect(&mut open, &later).unwrap().value.carried);
    let mut much_later = election(Candidate::Member(members[6]), None, 12, 8);
    much_later.held_on = typed("2026-04-02");
    assert_eq!(faults(elect(&mut open, &much_later))[0].0, "nominatedOn");
    let adviser = election(Candidate::Member(members[8]), None, 12, 8);
    assert_eq!(faults(elect(&mut open, &adviser))[0].0, "nominatedOn");
}

#[test]
fn an_adviser_who_is_elected_is_a_resident_member_from_then_on() {
    let (_home, mut open, members) = partnership();
    let ida = members[8];
    assert!(elect(&mut open, &election(Candidate::Member(ida), Some("2023-01-11"), 12, 8)).unwrap().value.carried);
    assert!(!seat_of(&open, ida, "2023-01-17").unwrap().resident);
    assert!(seat_of(&open, ida, AGM).unwrap().resident);
    assert_eq!(role_of(&open, ida), Role::Resident);
    assert_eq!(on(&open, AGM).len(), 10);
}

fn joining(name: &str, met_by: [Option<MemberId>; 2]) -> TypedJoining {
    TypedJoining {
        member: None,
        name: name.to_owned(),
        met_on: typed("2022-07-01"),
        met_by,
        eligible: true,
        words: "Lives on Bracknell Drive".to_owned(),
    }
}

fn on_joining(open: &Open, voted_on: &str, vote: TypedVote) -> TypedJoiningVote {
    let joining = desk(open, open.today()).unwrap().joinings[0].id;
    TypedJoiningVote { joining, voted_on: typed(voted_on), vote, ends_on: TypedDate::default() }
}

#[test]
fn who_would_join_meets_two_resident_members_and_needs_two_thirds_of_those_present() {
    let (_home, mut open, members) = partnership();
    let [first, second, adviser] = [members[3], members[4], members[8]];
    assert_eq!(faults(meet(&mut open, &joining(" ", [Some(first), None]))).len(), 2);
    assert_eq!(refused_seat(meet(&mut open, &joining("Kim Lowe", [Some(first), Some(first)]))), SeatProblem::MetByOne);
    let other = refused_seat(meet(&mut open, &joining("Kim Lowe", [Some(first), Some(adviser)])));
    assert_eq!(other, SeatProblem::MetByOther { member: adviser });
    meet(&mut open, &joining("Kim Lowe", [Some(first), Some(second)])).unwrap();
    assert!(!stands_open(&open, "Kim Lowe") && !stands_open(&open, "Bracknell Drive"), "the name is sealed until they join");

    let early = on_joining(&open, "2022-06-30", vote(6, 0, 4));
    assert_eq!(refused_seat(vote_on_joining(&mut open, &early)), SeatProblem::TooEarly);
    let few = on_joining(&open, "2022-07-19", vote(5, 0, 5));
    let quorum = VoteRefusal::TooFewMembers { present: 5, members: 10, needed: 6 };
    assert_eq!(refused_seat(vote_on_joining(&mut open, &few)), SeatProblem::Vote(quorum));
    let carried = on_joining(&open, "2022-07-19", vote(6, 1, 4));
    let kim = vote_on_joining(&mut open, &carried).unwrap().value.member.unwrap();
    assert_eq!(open.name_of(kim.0), "Kim Lowe");
    assert!(seat_of(&open, kim, "2022-07-19").unwrap().resident);
    assert!(matches!(vote_on_joining(&mut open, &carried), Err(Error::WrongState)), "there is one vote");
    let line = desk(&open, day("2022-07-18")).unwrap().joinings.remove(0);
    assert_eq!((line.vote, line.met_by), (None, ["Di Evans".to_owned(), "Ed Frost".to_owned()]));

    meet(&mut open, &joining("Lou Mead", [Some(first), Some(second)])).unwrap();
    let lost = on_joining(&open, "2022-07-19", vote(6, 1, 3));
    assert_eq!(vote_on_joining(&mut open, &lost).unwrap().value, Elected { carried: false, member: None });
    let unfit = TypedJoining { eligible: false, ..joining("Max Nash", [Some(first), Some(second)]) };
    meet(&mut open, &unfit).unwrap();
    let refused = on_joining(&open, "2022-07-19", vote(8, 0, 8));
    assert_eq!(refused_seat(vote_on_joining(&mut open, &refused)), SeatProblem::NotEligible);
}

#[test]
fn an_adviser_may_join_as_a_resident_in_mid_year_and_a_resident_has_a_seat_already() {
    let (_home, mut open, members) = partnership();
    let met_by = [Some(members[3]), Some(members[4])];
    let resident = TypedJoining { member: Some(members[5]), ..joining("", met_by) };
    assert_eq!(refused_seat(meet(&mut open, &resident)), SeatProblem::HasASeat);
    meet(&mut open, &TypedJoining { member: Some(members[8]), ..joining("", met_by) }).unwrap();
    let carried = on_joining(&open, "2022-07-19", vote(8, 2, 6));
    assert_eq!(vote_on_joining(&mut open, &carried).unwrap().value.member, Some(members[8]));
    assert!(seat_of(&open, members[8], "2022-07-19").unwrap().resident);
    assert_eq!(on(&open, "2022-07-19").len(), 10);
}
