//! Runs of payments, case by case and under any order of events.

use super::*;
use proptest::prelude::*;

fn person(number: u128) -> MemberId {
    MemberId(Uuid::from_u128(number))
}

fn grant(number: u128) -> GrantId {
    GrantId(Uuid::from_u128(0xa0 + number))
}

#[expect(clippy::unnecessary_wraps, reason = "a row may have no account")]
fn account(number: u128) -> Option<PayeeAccountId> {
    Some(PayeeAccountId(Uuid::from_u128(0xc0 + number)))
}

const SIGNED: Uuid = Uuid::from_u128(0xf1);
const ANN: u128 = 1;
const BOB: u128 = 2;
/// Decided the second grant.
const CAT: u128 = 3;

fn row(number: u128, pence: i64) -> RunRow {
    RunRow { grant: grant(number), account: account(number), amount: Money::from_pence(pence), reference: "CC".into() }
}

fn standing(number: u128, left: i64, bars: &[PayBar]) -> Standing {
    let deciders = if number == 2 { vec![person(CAT)] } else { Vec::new() };
    Standing { grant: grant(number), account: account(number), left: Money::from_pence(left), bars: bars.to_vec(), deciders }
}

fn free() -> Vec<Standing> {
    vec![standing(1, 50_000, &[]), standing(2, 30_000, &[])]
}

fn run(rows: Vec<RunRow>) -> Run {
    Run { maker: person(ANN), signed: SIGNED, rows, answers: Vec::new(), paid: false }
}

fn said(by: u128, approved: bool) -> Answer {
    Answer { by: person(by), signed: SIGNED, approved }
}

#[test]
fn a_run_is_made_of_payments_that_could_each_be_made_now() {
    let barred = |number, bar| Err(RunError::Barred { grant: grant(number), bar });
    let over = |number, left| Err(RunError::MoreThanLeft { grant: grant(number), left: Money::from_pence(left) });
    let in_run = vec![standing(1, 50_000, &[]), standing(2, 30_000, &[PayBar::Condition, PayBar::InRun])];
    let mut other_account = row(1, 100);
    other_account.account = account(9);
    let table = [
        (vec![], free(), Err(RunError::Empty)),
        (vec![row(1, 50_000), row(2, 30_000)], free(), Ok(())),
        (vec![row(1, 50_001)], free(), over(1, 50_000)),
        (vec![row(2, 30_001)], free(), over(2, 30_000)),
        (vec![row(2, 20_000), row(2, 10_000)], free(), barred(2, PayBar::InRun)),
        (vec![row(1, 0)], free(), Err(RunError::NotPositive)),
        (vec![row(1, -5)], free(), Err(RunError::NotPositive)),
        (vec![row(1, 1), row(2, 1)], in_run, barred(2, PayBar::Condition)),
        (vec![row(7, 1)], free(), barred(7, PayBar::Finished)),
        (vec![other_account], free(), barred(1, PayBar::AccountChanged)),
    ];
    for (rows, standings, expected) in table {
        assert_eq!(make(person(ANN), &rows, &standings, true), expected, "{rows:?}");
    }
    let decider = Err(RunError::Decider { grant: grant(2) });
    assert_eq!(make(person(CAT), &[row(1, 1), row(2, 1)], &free(), true), decider);
    assert_eq!(make(person(CAT), &[row(1, 1)], &free(), true), Ok(()));
    assert_eq!(make(person(CAT), &[row(2, 1)], &free(), false), Ok(()), "one person may do it all where two are not asked for");
}

#[test]
fn only_somebody_else_who_decided_none_of_it_approves_exactly_what_was_signed() {
    let both = run(vec![row(1, 100), row(2, 100)]);
    let table = [
        (ANN, SIGNED, Err(RunError::OwnRun)),
        (BOB, SIGNED, Ok(())),
        (BOB, Uuid::nil(), Err(RunError::NotAsSigned)),
        (CAT, SIGNED, Err(RunError::Decider { grant: grant(2) })),
    ];
    for (by, signed, expected) in table {
        assert_eq!(both.approve(person(by), signed, &free(), true), expected, "{by}");
    }
    let came = vec![standing(1, 50_000, &[PayBar::NoMatch]), standing(2, 30_000, &[])];
    assert_eq!(both.approve(person(BOB), SIGNED, &came, true), Err(RunError::Barred { grant: grant(1), bar: PayBar::NoMatch }));
    assert_eq!(both.approve(person(BOB), SIGNED, &free(), false), Err(RunError::Over), "it is approved at once");
}

#[test]
fn what_was_said_of_a_run_makes_its_state() {
    use RunState::{Approved, Dropped, Paid, SentBack, Waiting};
    let other = Answer { by: person(BOB), signed: Uuid::nil(), approved: true };
    let table: [(Vec<Answer>, bool, RunState, RunState); 9] = [
        (vec![], false, Waiting, Approved),
        (vec![said(BOB, true)], false, Approved, Approved),
        (vec![said(ANN, true)], false, Waiting, Approved),
        (vec![said(CAT, true)], false, Waiting, Approved),
        (vec![other], false, Waiting, Approved),
        (vec![said(BOB, false)], false, SentBack, SentBack),
        (vec![said(BOB, true), said(ANN, false)], false, Dropped, Dropped),
        (vec![said(BOB, false), said(BOB, true)], false, SentBack, SentBack),
        (vec![said(BOB, true)], true, Paid, Paid),
    ];
    for (answers, paid, two, one) in table {
        let run = Run { answers: answers.clone(), paid, ..run(vec![row(1, 100), row(2, 100)]) };
        assert_eq!((run.state(&free(), true), run.state(&free(), false)), (two, one), "{answers:?}");
    }
}

#[test]
fn an_approved_run_is_paid_unless_something_came_in_the_way() {
    let mut run = run(vec![row(1, 100), row(2, 100)]);
    assert_eq!(run.pay(person(ANN), &free(), true), Err(RunError::NotApproved));
    assert_eq!(run.pay(person(ANN), &free(), false), Ok(()));
    run.answers.push(said(BOB, true));
    assert_eq!(run.pay(person(ANN), &free(), true), Ok(()));
    assert_eq!(run.pay(person(CAT), &free(), true), Err(RunError::Decider { grant: grant(2) }));
    let less = vec![standing(1, 99, &[]), standing(2, 30_000, &[])];
    assert_eq!(run.pay(person(ANN), &less, true), Err(RunError::MoreThanLeft { grant: grant(1), left: Money::from_pence(99) }));
    let cancelled = vec![standing(1, 50_000, &[]), standing(2, 30_000, &[PayBar::Finished])];
    assert_eq!(run.pay(person(ANN), &cancelled, true), Err(RunError::Barred { grant: grant(2), bar: PayBar::Finished }));
    let mut changed = free();
    changed[0].account = account(9);
    assert_eq!(run.pay(person(ANN), &changed, true), Err(RunError::Barred { grant: grant(1), bar: PayBar::AccountChanged }));
    run.paid = true;
    assert_eq!(run.pay(person(ANN), &free(), true), Err(RunError::Over));
    assert_eq!(run.take_back(person(ANN), &free(), true), Err(RunError::Over));
}

#[test]
fn a_run_is_taken_back_by_its_maker_and_sent_back_by_another() {
    let run = run(vec![row(1, 100)]);
    assert_eq!(run.take_back(person(ANN), &free(), true), Ok(()));
    assert_eq!(run.take_back(person(BOB), &free(), true), Err(RunError::NotItsMaker));
    assert_eq!(run.send_back(person(BOB), &free(), true), Ok(()));
    assert_eq!(run.send_back(person(ANN), &free(), true), Err(RunError::OwnRun));
}

/// Something somebody tries.
#[derive(Clone, Debug)]
enum Try {
    Make(u128, Vec<(u128, i64)>),
    Approve(u128, usize, bool),
    Back(u128, usize),
    Pay(u128, usize),
    Bar(u128, bool),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let who = 1..4_u128;
    let rows = prop::collection::vec((1..3_u128, 1..40_000_i64), 1..3);
    let one = prop_oneof![
        (who.clone(), rows).prop_map(|(by, rows)| Try::Make(by, rows)),
        (who.clone(), 0..4_usize, any::<bool>()).prop_map(|(by, run, as_signed)| Try::Approve(by, run, as_signed)),
        (who.clone(), 0..4_usize).prop_map(|(by, run)| Try::Back(by, run)),
        (who, 0..4_usize).prop_map(|(by, run)| Try::Pay(by, run)),
        (1..3_u128, any::<bool>()).prop_map(|(number, on)| Try::Bar(number, on)),
    ];
    prop::collection::vec(one, 0..40)
}

proptest! {
    /// Told in its own words, and not by the rule: no payment without the consent of another person who decided none of it,
    /// none while something stands in the way, and never more than was granted.
    #[test]
    fn where_two_are_asked_for_nothing_is_paid_without_another(tries in tries()) {
        let granted = [50_000_i64, 30_000];
        let mut paid = [0_i64; 2];
        let mut barred = [false; 2];
        let mut runs: Vec<Run> = Vec::new();
        let mut consents: Vec<Vec<u128>> = Vec::new();
        for one in tries {
            let standings: Vec<Standing> = (0..2)
                .map(|place: usize| {
                    let bars: &[PayBar] = if barred[place] { &[PayBar::NoMatch] } else { &[] };
                    standing(u128::try_from(place).unwrap() + 1, granted[place] - paid[place], bars)
                })
                .collect();
            match one {
                Try::Make(by, rows) => {
                    let rows: Vec<RunRow> = rows.into_iter().map(|(number, pence)| row(number, pence)).collect();
                    if make(person(by), &rows, &standings, true).is_ok() {
                        let signed = Uuid::from_u128(0xf000 + u128::try_from(runs.len()).unwrap());
                        runs.push(Run { maker: person(by), signed, rows, answers: Vec::new(), paid: false });
                        consents.push(Vec::new());
                    }
                }
                Try::Approve(by, place, as_signed) => if let Some(run) = runs.get_mut(place) {
                    let signed = if as_signed { run.signed } else { Uuid::nil() };
                    if run.approve(person(by), signed, &standings, true).is_ok() {
                        prop_assert!(as_signed);
                        run.answers.push(Answer { by: person(by), signed, approved: true });
                        consents[place].push(by);
                    } else {
                        // Even one that was written past the rule does not count unless the rule would have let it pass.
                        let before = run.state(&standings, true);
                        let mut forged = run.clone();
                        forged.answers.push(Answer { by: run.maker, signed, approved: true });
                        prop_assert_eq!(forged.state(&standings, true), before);
                    }
                },
                Try::Back(by, place) => if let Some(run) = runs.get_mut(place) {
                    let may = run.take_back(person(by), &standings, true).or(run.send_back(person(by), &standings, true));
                    if may.is_ok() {
                        run.answers.push(Answer { by: person(by), signed: run.signed, approved: false });
                    }
                },
                Try::Pay(by, place) => if let Some(run) = runs.get_mut(place)
                    && run.pay(person(by), &standings, true).is_ok() {
                        prop_assert!(!run.paid);
                        prop_assert!(consents[place].iter().any(|other| person(*other) != run.maker), "{:?}", run);
                        prop_assert!(run.answers.iter().all(|answer| answer.approved));
                        let decided = run.rows.iter().any(|row| row.grant == grant(2));
                        prop_assert!(!(decided && (by == CAT || consents[place] == [CAT] || run.maker == person(CAT))));
                        for row in &run.rows {
                            let place = usize::from(row.grant == grant(2));
                            prop_assert!(!barred[place]);
                            paid[place] += row.amount.pence();
                        }
                        run.paid = true;
                },
                Try::Bar(number, on) => barred[usize::from(number == 2)] = on,
            }
            prop_assert!(paid[0] <= granted[0] && paid[1] <= granted[1]);
        }
    }
}
