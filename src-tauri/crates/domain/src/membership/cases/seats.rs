//! How many members there are, who of them are residents, and for how long (§8.3); what is on file of each (Appendix 1).

use super::*;

#[test]
fn a_partnership_that_keeps_every_rule_is_told_so() {
    let found = findings(&Stage::in_order().facts(), day("2022-06-01"));
    assert_eq!(found.iter().map(|finding| finding.rule).collect::<Vec<_>>(), Rule::ALL, "every rule, in the plan's order");
    for finding in found {
        assert!(finding.holds && finding.who.is_empty(), "{finding:?}");
    }
}

#[test]
fn there_are_from_eight_to_twenty_members() {
    // §8.3.
    for (residents, advisers, at_least, at_most) in [
        (0, 0, (0, 8, false), (0, 20, true)),
        (7, 0, (7, 8, false), (7, 20, true)),
        (5, 3, (8, 8, true), (8, 20, true)),
        (8, 0, (8, 8, true), (8, 20, true)),
        (11, 9, (20, 8, true), (20, 20, true)),
        (12, 9, (21, 8, true), (21, 20, false)),
    ] {
        let stage = Stage::of(residents, advisers);
        for (rule, (found, needed, holds)) in [(Rule::Fewest, at_least), (Rule::Most, at_most)] {
            assert_eq!(stage.found(rule, "2022-06-01"), (found, needed, holds, vec![]), "{residents} and {advisers}, {rule:?}");
        }
    }
}

#[test]
fn fifty_one_of_a_hundred_members_are_residents_and_so_the_majority() {
    // §8.3.
    for (residents, advisers, needed, holds) in [
        (4, 4, 5, false),
        (5, 3, 5, true),
        (5, 4, 5, true),
        (5, 5, 6, false),
        (6, 4, 6, true),
        (10, 10, 11, false),
        (11, 9, 11, true),
        (0, 8, 5, false),
    ] {
        let expected = (u32::try_from(residents).unwrap(), needed, holds, vec![]);
        assert_eq!(Stage::of(residents, advisers).found(Rule::Residents, "2022-06-01"), expected, "{residents} and {advisers}");
    }
}

#[test]
fn fifty_one_of_a_hundred_rounded_up_is_a_simple_majority_for_every_size_the_plan_allows() {
    // §8.3; the plan says both, and between 8 and 20 they are one.
    for members in FEWEST_MEMBERS..=MOST_MEMBERS {
        let of_a_hundred = (members * 51).div_ceil(100);
        assert_eq!(of_a_hundred, crate::meeting::majority(members), "{members}");
        assert_eq!(residents_needed(members), of_a_hundred, "{members}");
    }
    assert_eq!((residents_needed(8), residents_needed(20)), (5, 11));
}

#[test]
fn nobody_stays_longer_than_three_years_without_being_elected_anew() {
    // §8.3. Their seats are over; the rule names those of whom nothing else was recorded.
    let mut stage = Stage::of(8, 1);
    assert_eq!(stage.found(Rule::Terms, "2025-01-17"), (0, 0, true, vec![]), "the last day");
    assert_eq!(stage.found(Rule::Terms, "2025-01-18"), (8, 0, false, (1..=8).collect()));
    assert_eq!(stage.found(Rule::Fewest, "2025-01-18"), (1, 8, false, vec![]), "the adviser alone has a seat");
    for number in 1..=5 {
        stage.seat(number, SeatKind::Resident, "2025-01-18", Some("2028-01-17"));
    }
    stage.end(6, "2025-01-18", EndedBy::StoodDown);
    stage.left.push((member(7), day("2025-01-20")));
    assert_eq!(stage.found(Rule::Terms, "2025-01-20"), (1, 0, false, vec![8]));
    assert_eq!(stage.found(Rule::Terms, "2025-01-19"), (2, 0, false, vec![7, 8]), "before 7 left");
    // A new term entered by mistake mends nothing.
    stage.seat(8, SeatKind::Resident, "2025-01-18", Some("2028-01-17"));
    stage.end(8, "2025-01-18", EndedBy::Mistake);
    assert_eq!(stage.found(Rule::Terms, "2025-01-20"), (1, 0, false, vec![8]));
}

#[test]
fn three_resident_members_stand_down_each_year() {
    // §8.3. To complete a term is to stand down; to resign, to be voted off or to move is not by the rota.
    let mut stage = Stage::of(10, 1);
    assert_eq!(stage.found(Rule::StoodDown, "2023-01-17"), (0, 0, true, vec![]), "its first year");
    assert_eq!(stage.found(Rule::StoodDown, "2023-01-18"), (0, 3, false, vec![]));
    stage.end(1, "2023-01-24", EndedBy::StoodDown);
    stage.seat(1, SeatKind::Resident, "2023-01-24", Some("2026-01-23"));
    stage.end(2, "2023-01-24", EndedBy::StoodDown);
    stage.end(3, "2023-02-01", EndedBy::Resigned);
    stage.end(4, "2023-02-01", EndedBy::Removed);
    stage.end(5, "2023-02-01", EndedBy::Moved);
    stage.end(11, "2023-01-24", EndedBy::StoodDown);
    assert_eq!(stage.found(Rule::StoodDown, "2023-06-01"), (2, 3, false, vec![]), "an adviser is not of the rota");
    stage.end(6, "2023-05-02", EndedBy::StoodDown);
    assert_eq!(stage.found(Rule::StoodDown, "2023-05-01"), (2, 3, false, vec![]));
    assert_eq!(stage.found(Rule::StoodDown, "2023-05-02"), (3, 3, true, vec![]));
    assert_eq!(stage.found(Rule::StoodDown, "2024-01-23"), (3, 3, true, vec![]));
    assert_eq!(stage.found(Rule::StoodDown, "2024-01-24"), (1, 3, false, vec![]), "a year later");
    assert_eq!(stage.found(Rule::StoodDown, "2025-01-18"), (4, 3, true, vec![]), "four completed three years");
}

#[test]
fn every_member_signs_the_agreement_is_checked_shows_who_they_are_and_is_inducted() {
    // Appendix 1.
    for (rule, kind) in [
        (Rule::Agreement, PaperKind::Agreement),
        (Rule::Dbs, PaperKind::Dbs),
        (Rule::Identity, PaperKind::Identity),
        (Rule::Induction, PaperKind::Induction),
    ] {
        let mut stage = Stage::in_order();
        stage.papers.retain(|(whose, which, _)| !(*which == kind && *whose == member(4)));
        stage.seat(9, SeatKind::Advisory, "2022-03-01", None);
        assert_eq!(stage.found(rule, "2022-02-28"), (7, 8, false, vec![4]), "{rule:?}");
        assert_eq!(stage.found(rule, "2022-03-01"), (7, 9, false, vec![4, 9]), "{rule:?}: advisers too");
        stage.papers.push((member(4), kind, day("2022-04-01")));
        stage.papers.push((member(9), kind, day("2022-04-01")));
        assert_eq!(stage.found(rule, "2022-03-31"), (7, 9, false, vec![4, 9]), "{rule:?}");
        assert_eq!(stage.found(rule, "2022-04-01"), (9, 9, true, vec![]), "{rule:?}");
    }
}

#[test]
fn what_is_due_is_told_and_what_is_late_comes_first() {
    // §8.3, §8.5, Appendix 1.
    let mut stage = Stage::in_order();
    stage.terms[3].ends_on = Some(day("2023-03-01"));
    stage.terms[4].ends_on = Some(day("2023-04-30"));
    stage.terms[5].ends_on = Some(day("2023-04-29"));
    stage.end(7, "2023-01-10", EndedBy::Resigned);
    stage.end(2, "2023-01-15", EndedBy::Moved);
    let on = day("2023-01-30");
    assert_eq!(
        due(&stage.facts(), on),
        [
            Due::OfficeWithoutSeat { member: member(2), office: Office::ViceChair },
            Due::TermEnds { member: member(4), on: day("2023-03-01") },
            Due::TermEnds { member: member(6), on: day("2023-04-29") },
            Due::TermEnds { member: member(5), on: day("2023-04-30") },
            Due::ExitInterview { member: member(7), since: day("2023-01-10") },
        ]
    );
    stage.papers.push((member(7), PaperKind::ExitInterview, day("2023-01-25")));
    stage.offices[1].ended_on = Some(day("2023-01-15"));
    let later = due(&stage.facts(), day("2023-03-02"));
    assert_eq!(
        later,
        [
            Due::TermOver { member: member(4), on: day("2023-03-01") },
            Due::Election { member: member(1), office: Office::Chair, since: day("2022-02-01") },
            Due::Election { member: member(3), office: Office::ViceChair, since: day("2022-02-01") },
            Due::TermEnds { member: member(6), on: day("2023-04-29") },
            Due::TermEnds { member: member(5), on: day("2023-04-30") },
        ]
    );
}

#[test]
fn the_rota_names_whose_term_is_over_and_then_who_was_elected_longest_ago() {
    // §8.3.
    let mut stage = Stage::default();
    for (number, begins, ends) in [
        (1, "2021-01-19", "2024-01-18"),
        (2, "2022-01-18", "2025-01-17"),
        (3, "2020-06-01", "2023-05-31"),
        (4, "2022-01-18", "2025-01-17"),
        (5, "2023-01-17", "2026-01-16"),
        (6, "2022-01-18", "2024-06-30"),
    ] {
        stage.seat(number, SeatKind::Resident, begins, Some(ends));
    }
    stage.seat(7, SeatKind::Advisory, "2019-01-01", None);
    let named = |on: &str| rota(&stage.facts(), day(on)).iter().map(|line| (line.member.0.as_u128(), line.must)).collect::<Vec<_>>();
    assert_eq!(named("2023-01-20"), [(3, true), (1, true), (6, false)], "two must, and one more makes three");
    assert_eq!(named("2023-06-30"), [(1, true), (6, true), (2, false)]);
    assert_eq!(named("2024-01-18"), [(1, true), (6, true), (2, true), (4, true)], "more than three, if they must");
    assert_eq!(named("2026-02-01"), [], "nobody is left");
}
