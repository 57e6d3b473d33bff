//! A statement held against payments: told apart, left open, never guessed; and the same as a naive statement of the rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a failed test should stop at once")]

use chrono::{Days, NaiveDate};
use domain::Money;
use domain::bank::{Back, Doubt, Match, Reconciliation, SoughtPayment, StatementLine, Stopped, match_statement};
use proptest::prelude::*;

fn day(after: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 3, 1).unwrap() + Days::new(after)
}

fn paid(on: u64, pounds: i64, reference: &str) -> SoughtPayment {
    SoughtPayment { back: false, amount: Money::from_pence(pounds * 100), on: day(on), reference: reference.to_owned(), seen_on: None }
}

fn line(on: u64, pounds: i64, words: &str) -> StatementLine {
    StatementLine { row: 1, on: day(on), words: words.to_owned(), amount: Money::from_pence(pounds * 100) }
}

fn held(lines: &[StatementLine], payments: &[SoughtPayment]) -> Reconciliation {
    match_statement(lines, payments, &mut |_, _| true).unwrap()
}

fn found(payment: usize, line: usize, by_reference: bool, days: i64) -> Match {
    Match { payment, line, by_reference, days }
}

#[test]
fn payments_of_one_amount_are_told_apart_by_their_references() {
    let lines =
        [line(3, -500, "FPO CC 2022 002"), line(3, -500, "ALLENTON CC2022001"), line(3, -500, "SLA-2.4-2"), line(4, -500, "SLA-2.4")];
    let payments = [paid(2, 500, "CC-2022-001"), paid(2, 500, "CC-2022-002"), paid(2, 500, "SLA-2.4"), paid(2, 500, "SLA-2.4-2")];
    let result = held(&lines, &payments);
    assert_eq!(result.matched, [found(0, 1, true, 1), found(1, 0, true, 1), found(2, 3, true, 2), found(3, 2, true, 1)]);
    assert!(result.doubtful.is_empty() && result.missing.is_empty() && result.unknown.is_empty());
}

#[test]
fn without_a_reference_one_amount_and_one_line_in_time_is_a_match_and_two_are_a_doubt() {
    let lines = [line(3, -500, "FPO"), line(5, -70, "FPO"), line(6, -70, "FPO"), line(13, -90, "LATE"), line(0, -30, "EARLY")];
    let payments = [paid(3, 500, "CC-2022-001"), paid(5, 70, "CC-2022-002"), paid(2, 90, "CC-2022-003"), paid(3, 30, "CC-2022-004")];
    let result = held(&lines, &payments);
    assert_eq!(result.matched, [found(0, 0, false, 0)]);
    assert_eq!(result.doubtful, [Doubt { payment: 1, lines: vec![1, 2] }]);
    assert_eq!(result.missing, [2, 3], "eleven days after, and three days before");
    assert_eq!(result.unknown, [3, 4]);
    assert_eq!((result.from, result.to), (day(0), day(13)));
}

#[test]
fn a_line_that_names_another_payment_is_no_match_by_its_amount() {
    let lines = [line(3, -500, "CC-2022-009")];
    let payments = [paid(3, 500, "CC-2022-001"), paid(3, 20, "CC-2022-009")];
    let result = held(&lines, &payments);
    assert!(result.matched.is_empty());
    assert_eq!(result.doubtful, [Doubt { payment: 0, lines: vec![0] }]);
    assert_eq!(result.missing, [1]);
}

#[test]
fn one_line_for_two_payments_is_a_doubt_of_both() {
    let lines = [line(3, -500, "FPO")];
    let result = held(&lines, &[paid(3, 500, ""), paid(2, 500, "")]);
    assert_eq!(result.doubtful, [Doubt { payment: 0, lines: vec![0] }, Doubt { payment: 1, lines: vec![0] }]);
    let lines = [line(3, -500, "CC-2022-001")];
    let result = held(&lines, &[paid(3, 500, "CC-2022-001"), paid(2, 500, "CC-2022-001")]);
    assert_eq!(result.doubtful.len(), 2);
}

#[test]
fn references_that_a_bank_cuts_to_the_same_are_a_doubt() {
    let lines = [line(3, -500, "ALLENTON PARK FRIE"), line(3, -500, "ALLENTON PARK FRIE")];
    let payments = [paid(3, 500, "Allenton Park Friends 1"), paid(3, 500, "Allenton Park Friends 2")];
    let result = held(&lines, &payments);
    assert_eq!(result.doubtful, [Doubt { payment: 0, lines: vec![0, 1] }, Doubt { payment: 1, lines: vec![0, 1] }]);
    let result = held(&lines[..1], &payments[..1]);
    assert_eq!(result.matched, [found(0, 0, true, 0)]);
}

#[test]
fn money_that_came_back_is_matched_when_it_is_known_and_shown_when_it_is_not() {
    let mut back = paid(9, 500, "CC-2022-001");
    back.back = true;
    let lines = [
        line(3, -500, "CC-2022-001"),
        line(9, 500, "RETURNED CC-2022-001"),
        line(9, 70, "UNPAID"),
        line(9, 8, "CC-2022-003"),
        line(9, 9, "INTEREST"),
    ];
    let payments = [paid(3, 500, "CC-2022-001"), back, paid(3, 70, "CC-2022-002"), paid(3, 80, "CC-2022-003")];
    let result = held(&lines, &payments);
    assert_eq!(result.matched, [found(0, 0, true, 0), found(1, 1, true, 0)]);
    assert_eq!(result.came_back, [Back { payment: 2, lines: vec![2] }, Back { payment: 3, lines: vec![3] }]);
    assert_eq!(result.unknown, [4]);
}

#[test]
fn what_was_seen_before_keeps_its_line_and_is_never_missing() {
    let seen = SoughtPayment { seen_on: Some(day(4)), ..paid(3, 500, "CC-2022-001") };
    let elsewhere = SoughtPayment { seen_on: Some(day(40)), ..paid(3, 500, "CC-2022-003") };
    let lines = [line(4, -500, "FPO"), line(5, -500, "FPO")];
    let result = held(&lines, &[paid(3, 500, ""), seen, elsewhere]);
    assert_eq!(result.matched, [found(0, 1, false, 2), found(1, 0, false, 1)]);
    assert!(result.doubtful.is_empty() && result.missing.is_empty());
}

#[test]
fn it_can_be_stopped_and_says_how_far_it_is() {
    let lines: Vec<_> = (0..2_000).map(|_| line(3, -500, "FPO")).collect();
    let mut told = Vec::new();
    let stopped = match_statement(&lines, &[], &mut |done, of| {
        told.push((done, of));
        told.len() < 4
    });
    assert_eq!(stopped, Err(Stopped));
    assert_eq!(told, [(0, 2_000), (256, 2_000), (512, 2_000), (768, 2_000)]);
}

#[test]
fn an_empty_statement_shows_nothing_and_misses_nothing() {
    let result = held(&[], &[paid(3, 500, "CC-2022-001")]);
    assert!(result.missing.is_empty() && result.matched.is_empty() && result.unknown.is_empty());
}

#[test]
fn ten_thousand_lines_of_one_amount_and_five_thousand_payments_are_no_matter() {
    let lines: Vec<_> = (0..10_000).map(|place| line(place % 20, -500, "GRANT FROM ALLENTON")).collect();
    let payments: Vec<_> = (0..5_000).map(|place| paid(place % 20, 500, "GRANT")).collect();
    let result = held(&lines, &payments);
    assert_eq!(result.doubtful.len(), 5_000);
    assert!(result.doubtful.iter().all(|doubt| doubt.lines.len() == 20));
}

const REFERENCES: [&str; 6] = ["CC-2022-001", "CC-2022-002", "SLA-2.4", "SLA-2.4-2", "", "Allenton Park Friends 1"];
const WORDS: [&str; 8] =
    ["FPO", "CC-2022-001", "x CC 2022-001 y", "CC2022002 x", "SLA 2.4", "to SLA 2.4 2", "ALLENTON PARK FRIE", "CC-2022-001 CC-2022-002"];
/// Which words have which references, said by hand: the first group of which any is sought counts.
const NAMED: [&[&[usize]]; 8] = [&[], &[&[0]], &[&[0]], &[&[1]], &[&[2]], &[&[3], &[2]], &[&[5]], &[&[0, 1]]];

fn named(words: usize, sought: &[usize]) -> Vec<usize> {
    let groups = NAMED[words].iter().map(|group| group.iter().copied().filter(|reference| sought.contains(reference)).collect::<Vec<_>>());
    groups.into_iter().find(|group| !group.is_empty()).unwrap_or_default()
}

/// A payment with its line.
type Pairs = Vec<(usize, usize)>;
/// A payment with the lines that could be it.
type Doubts = Vec<(usize, Vec<usize>)>;

/// The rules said once more, pair by pair.
fn naive(lines: &[(u64, i64, usize)], payments: &[(u64, i64, usize, bool)]) -> (Pairs, Doubts) {
    let fits = |p: usize, l: usize| {
        let ((on, pounds, _), (paid_on, amount, _, back)) = (lines[l], payments[p]);
        pounds == if back { amount } else { -amount } && on + 2 >= paid_on && on <= paid_on + 10
    };
    let sought: Vec<usize> = payments.iter().map(|payment| payment.2).filter(|reference| !REFERENCES[*reference].is_empty()).collect();
    let strong = |p: usize, l: usize| fits(p, l) && named(lines[l].2, &sought).contains(&payments[p].2);
    let mut matched = Vec::new();
    let mut doubtful = Vec::new();
    let mut rest = Vec::new();
    for p in 0..payments.len() {
        let found: Vec<usize> = (0..lines.len()).filter(|l| strong(p, *l)).collect();
        match found.as_slice() {
            [] => rest.push(p),
            [l] if (0..payments.len()).filter(|other| strong(*other, *l)).count() == 1 => matched.push((p, *l)),
            _ => doubtful.push((p, found)),
        }
    }
    let free: Vec<usize> = (0..lines.len()).filter(|l| (0..payments.len()).all(|p| !strong(p, *l))).collect();
    for p in rest.clone() {
        let found: Vec<usize> = free.iter().copied().filter(|l| fits(p, *l)).collect();
        match found.as_slice() {
            [] => {}
            [l] if named(lines[*l].2, &sought).is_empty() && rest.iter().filter(|other| fits(**other, *l)).count() == 1 => {
                matched.push((p, *l));
            }
            _ => doubtful.push((p, found)),
        }
    }
    matched.sort_unstable();
    doubtful.sort_unstable();
    (matched, doubtful)
}

proptest! {
    #[test]
    fn it_finds_what_the_rules_say_pair_by_pair(
        lines in proptest::collection::vec((0_u64..20, prop_oneof![Just(-5_i64), Just(5), Just(-7)], 0_usize..8), 0..12),
        payments in proptest::collection::vec((0_u64..20, prop_oneof![Just(5_i64), Just(7)], 0_usize..6, any::<bool>()), 0..12),
    ) {
        let real_lines: Vec<_> = lines.iter().map(|(on, pounds, words)| line(*on, *pounds, WORDS[*words])).collect();
        let real_payments: Vec<_> =
            payments.iter().map(|(on, pounds, reference, back)| SoughtPayment { back: *back, ..paid(*on, *pounds, REFERENCES[*reference]) }).collect();
        let result = held(&real_lines, &real_payments);
        let (matched, doubtful) = naive(&lines, &payments);
        prop_assert_eq!(result.matched.iter().map(|found| (found.payment, found.line)).collect::<Vec<_>>(), matched);
        let listed: Vec<(usize, Vec<usize>)> = result.doubtful.iter().map(|doubt| {
            let mut lines = doubt.lines.clone();
            lines.sort_unstable();
            (doubt.payment, lines)
        }).collect();
        prop_assert_eq!(listed, doubtful);
        // Each line is in one kind of list, and each payment is used once.
        for place in 0..lines.len() {
            let matched = result.matched.iter().filter(|found| found.line == place).count();
            let open = usize::from(result.doubtful.iter().any(|doubt| doubt.lines.contains(&place)));
            let back = usize::from(result.came_back.iter().any(|back| back.lines.contains(&place)));
            let unknown = usize::from(result.unknown.contains(&place));
            prop_assert_eq!(matched + open + back + unknown, 1);
        }
        for place in 0..payments.len() {
            let matched = result.matched.iter().filter(|found| found.payment == place).count();
            let open = result.doubtful.iter().filter(|doubt| doubt.payment == place).count();
            let missing = usize::from(result.missing.contains(&place));
            prop_assert!(matched + open + missing <= 1);
        }
    }

    #[test]
    fn the_order_of_payments_and_lines_changes_nothing(
        lines in proptest::collection::vec((0_u64..20, prop_oneof![Just(-5_i64), Just(5)], 0_usize..8), 0..10),
        payments in proptest::collection::vec((0_u64..20, Just(5_i64), 0_usize..6), 0..10),
    ) {
        let real_lines: Vec<_> = lines.iter().map(|(on, pounds, words)| line(*on, *pounds, WORDS[*words])).collect();
        let real_payments: Vec<_> = payments.iter().map(|(on, pounds, reference)| paid(*on, *pounds, REFERENCES[*reference])).collect();
        let (lines_turned, payments_turned): (Vec<_>, Vec<_>) = (real_lines.iter().rev().cloned().collect(), real_payments.iter().rev().cloned().collect());
        let straight = held(&real_lines, &real_payments);
        let turned = held(&lines_turned, &payments_turned);
        let (last_line, last_payment) = (lines.len().wrapping_sub(1), payments.len().wrapping_sub(1));
        let mut back: Vec<_> = turned.matched.iter().map(|found| (last_payment - found.payment, last_line - found.line)).collect();
        back.sort_unstable();
        prop_assert_eq!(straight.matched.iter().map(|found| (found.payment, found.line)).collect::<Vec<_>>(), back);
        let mut missing: Vec<_> = turned.missing.iter().map(|place| last_payment - place).collect();
        missing.sort_unstable();
        prop_assert_eq!(straight.missing, missing);
    }
}
