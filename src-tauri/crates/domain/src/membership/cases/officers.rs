//! The Chair and the Vice-chairs (§8.5).

use super::*;

const ON: &str = "2022-06-01";

#[test]
fn there_are_a_resident_chair_and_two_resident_vice_chairs() {
    // §8.5.
    let stage = Stage::in_order();
    let mut none = stage.clone();
    none.offices.clear();
    let mut one = stage.clone();
    one.offices.remove(2);
    let mut three = stage.clone();
    three.office(4, Office::ViceChair, "2022-02-01");
    let mut two_chairs = stage.clone();
    two_chairs.office(4, Office::Chair, "2022-02-01");
    let mut adviser = stage.clone();
    adviser.terms[0].seat = SeatKind::Advisory;
    let mut later = stage.clone();
    later.offices[0].begins_on = day("2022-06-02");
    let mut over = stage.clone();
    over.offices[1].ended_on = Some(day(ON));
    for (name, stage, chair, vice_chairs) in [
        ("in order", &stage, (1, 1, true, vec![]), (2, 2, true, vec![])),
        ("nobody", &none, (0, 1, false, vec![]), (0, 2, false, vec![])),
        ("one vice-chair", &one, (1, 1, true, vec![]), (1, 2, false, vec![])),
        ("three vice-chairs", &three, (1, 1, true, vec![]), (3, 2, false, vec![2, 3, 4])),
        ("two chairs", &two_chairs, (2, 1, false, vec![1, 4]), (2, 2, true, vec![])),
        ("a chair who is no resident", &adviser, (0, 1, false, vec![]), (2, 2, true, vec![])),
        ("a chair to come", &later, (0, 1, false, vec![]), (2, 2, true, vec![])),
        ("a vice-chair who ended", &over, (1, 1, true, vec![]), (1, 2, false, vec![])),
    ] {
        assert_eq!(stage.found(Rule::Chair, ON), chair, "{name}");
        assert_eq!(stage.found(Rule::ViceChairs, ON), vice_chairs, "{name}");
    }
}

#[test]
fn the_chair_and_one_vice_chair_are_independent_of_the_lto() {
    // §8.5: "in the case of there being only one vice-chair, this person must be independent".
    for (name, vice_chairs, attached, chair, vice_chair) in [
        ("nobody attached", 2, &[][..], (0, 0, true, vec![]), (2, 1, true, vec![])),
        ("the chair", 2, &[1], (1, 0, false, vec![1]), (2, 1, true, vec![])),
        ("one of two vice-chairs", 2, &[3], (0, 0, true, vec![]), (1, 1, true, vec![])),
        ("both vice-chairs", 2, &[2, 3], (0, 0, true, vec![]), (0, 1, false, vec![2, 3])),
        ("the only vice-chair", 1, &[2], (0, 0, true, vec![]), (0, 1, false, vec![2])),
        ("the only vice-chair is not", 1, &[4], (0, 0, true, vec![]), (1, 1, true, vec![])),
        ("no vice-chair", 0, &[4], (0, 0, true, vec![]), (0, 0, true, vec![])),
    ] {
        let mut stage = Stage::in_order();
        stage.offices.truncate(1 + vice_chairs);
        for number in attached {
            stage.tie(*number, TieKind::Lto);
        }
        assert_eq!(stage.found(Rule::ChairIndependent, ON), chair, "{name}");
        assert_eq!(stage.found(Rule::ViceChairIndependent, ON), vice_chair, "{name}");
        assert!(stage.finding(Rule::NobodyPaid, ON).holds, "{name}: an attachment is no paid post");
    }
}

#[test]
fn nobody_who_is_paid_holds_an_office() {
    // §8.5.
    for (paid, expected) in [
        (&[][..], (0, 0, true, vec![])),
        (&[1], (1, 0, false, vec![1])),
        (&[1, 3], (2, 0, false, vec![1, 3])),
        // A member without an office may have a paid post.
        (&[4], (0, 0, true, vec![])),
    ] {
        let mut stage = Stage::in_order();
        for number in paid {
            stage.tie(*number, TieKind::PaidPost);
        }
        assert_eq!(stage.found(Rule::NobodyPaid, ON), expected, "{paid:?}");
        assert!(stage.finding(Rule::ChairIndependent, ON).holds, "a paid post is no attachment");
    }
}

#[test]
fn an_office_goes_only_to_somebody_who_may_hold_it() {
    // §8.5.
    let mut stage = Stage::in_order();
    stage.offices.truncate(2);
    stage.tie(4, TieKind::Lto);
    stage.tie(5, TieKind::PaidPost);
    stage.seat(9, SeatKind::Advisory, "2022-01-18", None);
    let mut alone = stage.clone();
    alone.offices.truncate(1);
    let mut attached = stage.clone();
    attached.tie(2, TieKind::Lto);
    let full = Stage::in_order();
    for (name, stage, number, office, leaving, expected) in [
        ("a second vice-chair", &stage, 6, Office::ViceChair, &[][..], Ok(())),
        ("a chair beside another", &stage, 6, Office::Chair, &[], Err(OfficeProblem::NoPlace)),
        ("a chair after another", &stage, 6, Office::Chair, &[member(1)], Ok(())),
        ("the chair anew", &stage, 1, Office::Chair, &[], Ok(())),
        ("an adviser", &stage, 9, Office::ViceChair, &[], Err(OfficeProblem::NotAResident)),
        ("a stranger", &stage, 10, Office::ViceChair, &[], Err(OfficeProblem::NotAResident)),
        ("a paid post-holder", &stage, 5, Office::ViceChair, &[], Err(OfficeProblem::PaidPost)),
        ("an attached chair", &stage, 4, Office::Chair, &[member(1)], Err(OfficeProblem::Attached)),
        ("an attached second vice-chair", &stage, 4, Office::ViceChair, &[], Ok(())),
        ("an attached vice-chair after the independent one", &stage, 4, Office::ViceChair, &[member(2)], Err(OfficeProblem::Attached)),
        ("an attached only vice-chair", &alone, 4, Office::ViceChair, &[], Err(OfficeProblem::Attached)),
        ("two attached vice-chairs", &attached, 4, Office::ViceChair, &[], Err(OfficeProblem::Attached)),
        ("a third vice-chair", &full, 4, Office::ViceChair, &[], Err(OfficeProblem::NoPlace)),
    ] {
        assert_eq!(may_hold(&stage.facts(), member(number), office, day(ON), leaving), expected, "{name}");
    }
}

#[test]
fn a_written_ballot_is_won_by_the_most_votes_and_a_tie_is_voted_on_anew() {
    // §8.5.
    let votes = |counts: &[(u128, u32)]| counts.iter().map(|(number, count)| (member(*number), *count)).collect::<Vec<_>>();
    for (counts, eligible, expected) in [
        (&[(1, 4), (2, 3)][..], 8, Ok(member(1))),
        (&[(1, 2), (2, 3), (3, 3)], 8, Err(OfficeProblem::Tied { between: vec![member(2), member(3)] })),
        (&[(1, 4), (2, 4)], 8, Err(OfficeProblem::Tied { between: vec![member(1), member(2)] })),
        (&[(1, 2), (2, 3), (3, 2)], 8, Ok(member(2))),
        (&[(1, 8), (2, 0)], 8, Ok(member(1))),
        (&[(1, 5), (2, 4)], 8, Err(OfficeProblem::TooManyVotes { cast: 9, eligible: 8 })),
        (&[(1, 0), (2, 0)], 8, Err(OfficeProblem::NoVotes)),
        (&[(1, 8)], 8, Err(OfficeProblem::OneNominee)),
        (&[], 8, Err(OfficeProblem::OneNominee)),
        (&[(1, 3), (1, 2)], 8, Err(OfficeProblem::Twice)),
    ] {
        assert_eq!(ballot(&votes(counts), eligible), expected, "{counts:?}");
    }
}
