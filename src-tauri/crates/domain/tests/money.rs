//! Property: what is paid is never more than was granted, and what is granted never more than is free, under any order of
//! grants, awards, payments, returns, voids, money sent back, virements, extensions, closes, cancellations and ends.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::wildcard_enum_match_arm,
    clippy::print_stdout,
    reason = "a failed test should stop at once; what is naive is counted plainly"
)]

#[path = "money/naive.rs"]
mod naive;
#[path = "money/office.rs"]
mod office;

use naive::Naive;
use office::{Office, pounds};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What both lines begin with in both periods, in pounds.
const BUDGET: [[i64; 2]; 2] = [[1_250, 1_250], [2_000, 2_000]];

/// Something somebody tries. Lines, periods and commitments are named by their places; amounts are pounds.
#[derive(Clone, Debug)]
enum Try {
    Grant { line: usize, amount: i64 },
    Award { line: usize, amount: i64 },
    Move { from: Option<(usize, usize)>, to: Option<(usize, usize)>, amount: i64, days_ago: i64 },
    Pay { which: usize, amount: i64 },
    Undo { which: usize, payment: usize, returned: bool },
    SendBack { which: usize, amount: i64 },
    Receipt { which: usize, amount: i64 },
    Extend { which: usize },
    Close { which: usize, let_go: bool },
    Cancel { which: usize },
    End { which: usize },
    Wait { days: i64 },
}

impl Try {
    fn amount_mut(&mut self) -> Option<&mut i64> {
        match self {
            Self::Grant { amount, .. }
            | Self::Award { amount, .. }
            | Self::Move { amount, .. }
            | Self::Pay { amount, .. }
            | Self::SendBack { amount, .. } => Some(amount),
            _ => None,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Grant { .. } => "grant",
            Self::Award { .. } => "award",
            Self::Move { .. } => "move",
            Self::Pay { .. } => "pay",
            Self::Undo { .. } => "undo",
            Self::SendBack { .. } => "send back",
            Self::Receipt { .. } => "receipt",
            Self::Extend { .. } => "extend",
            Self::Close { .. } => "close",
            Self::Cancel { .. } => "cancel",
            Self::End { .. } => "end",
            Self::Wait { .. } => "wait",
        }
    }
}

fn cell() -> impl Strategy<Value = Option<(usize, usize)>> {
    prop_oneof![4 => (0usize..2, 0usize..2).prop_map(Some), 1 => Just(None)]
}

/// What is tried; a number puts the amount so far from the most that is allowed.
fn tries() -> impl Strategy<Value = Vec<(Try, Option<i64>)>> {
    let which = 0usize..7;
    let one = prop_oneof![
        4 => (0usize..2, -5i64..1_200).prop_map(|(line, amount)| Try::Grant { line, amount }),
        3 => (0usize..2, -5i64..1_600).prop_map(|(line, amount)| Try::Award { line, amount }),
        4 => (cell(), cell(), -5i64..1_500, 0i64..40).prop_map(|(from, to, amount, days_ago)| Try::Move { from, to, amount, days_ago }),
        6 => (which.clone(), -5i64..400).prop_map(|(which, amount)| Try::Pay { which, amount }),
        4 => (which.clone(), 0usize..3, any::<bool>()).prop_map(|(which, payment, returned)| Try::Undo { which, payment, returned }),
        3 => (which.clone(), -5i64..150).prop_map(|(which, amount)| Try::SendBack { which, amount }),
        2 => (which.clone(), 1i64..300).prop_map(|(which, amount)| Try::Receipt { which, amount }),
        1 => which.clone().prop_map(|which| Try::Extend { which }),
        2 => (which.clone(), any::<bool>()).prop_map(|(which, let_go)| Try::Close { which, let_go }),
        1 => which.clone().prop_map(|which| Try::Cancel { which }),
        2 => which.prop_map(|which| Try::End { which }),
        4 => (1i64..30).prop_map(|days| Try::Wait { days }),
    ];
    let brink = prop_oneof![3 => Just(None), 1 => (-1i64..=1).prop_map(Some)];
    proptest::collection::vec((one, brink), 1..90)
}

#[test]
fn paid_is_at_most_granted_and_granted_at_most_free_under_any_order_of_events() {
    let counted: RefCell<BTreeMap<(&'static str, bool), u32>> = RefCell::default();
    let mut runner = TestRunner::new(Config::with_cases(400));
    let outcome = runner.run(&tries(), |tries| {
        let (mut office, mut naive) = (Office::new(&BUDGET), Naive::new(BUDGET));
        for (attempt, brink) in tries {
            let attempt = &naive.on_the_brink(attempt, brink);
            let allowed = naive.allows(attempt);
            let did = office.try_to(attempt);
            prop_assert_eq!(did.is_ok(), allowed, "{:?}: {:?}", attempt, did);
            if allowed {
                naive.happen(attempt);
            }
            *counted.borrow_mut().entry((attempt.name(), allowed)).or_default() += 1;
            agree(&office, &naive)?;
        }
        // As of every day of the past it was what somebody would have written down on its evening.
        for day in 0..=naive.today() {
            let spent = office.as_of(day);
            for (line, page) in naive.evening(day).iter().enumerate() {
                let money = spent.lines[line].money;
                let is = [money.planned, money.committed, money.paid, money.returned];
                prop_assert_eq!(is, page.map(pounds), "line {} on day {}", line, day);
                prop_assert!(spent.lines[line].cells.iter().all(|cell| cell.planned >= pounds(0) && cell.paid >= pounds(0)));
            }
        }
        Ok(())
    });
    let counted = counted.into_inner();
    println!("{counted:?}");
    outcome.unwrap();
    // Every kind of event really happened, and every kind that can be refused was.
    for kind in ["grant", "award", "move", "pay", "undo", "send back", "receipt", "extend", "close", "cancel", "end"] {
        for allowed in [true, false] {
            let times = counted.get(&(kind, allowed)).copied().unwrap_or_default();
            assert!(times >= 20, "{kind}, allowed {allowed}: only {times} times");
        }
    }
}

/// What both say now, and what always holds.
fn agree(office: &Office, naive: &Naive) -> Result<(), TestCaseError> {
    let spent = office.as_of(naive.today());
    for (place, page) in naive.lines().into_iter().enumerate() {
        let line = office.line(place);
        let [planned, committed, paid, _] = page;
        prop_assert_eq!([line.planned, line.committed, line.paid], [planned, committed, paid].map(pounds), "line {}", place);
        // The spendometer of today says what decisions are held against.
        let money = spent.lines[place].money;
        prop_assert_eq!([money.planned, money.committed, money.paid], [planned, committed, paid].map(pounds));
        prop_assert!(line.free() >= pounds(0), "line {} is overdrawn: {}", place, line.free());
    }
    for (paid, granted) in office.commitments() {
        prop_assert!(paid <= granted);
    }
    Ok(())
}
