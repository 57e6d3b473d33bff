//! Virements: money moved between lines or periods of a plan, by a decision with its reason.

use crate::{Money, plan::Plan};
use chrono::NaiveDate;

/// One line in one period.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The line's code.
    pub code: String,
    /// The period, counted from 0.
    pub place: usize,
}

/// Money moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Virement {
    /// Where it came from; none when it is new money from outside the plan.
    pub from: Option<Cell>,
    /// Where it went; none when it was given up.
    pub to: Option<Cell>,
    /// How much.
    pub amount: Money,
    /// The day of the decision.
    pub decided_on: NaiveDate,
}

/// Why money cannot be moved so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VirementError {
    /// Neither from a cell nor to one.
    #[error("from nowhere to nowhere")]
    Nowhere,
    /// From a cell to itself.
    #[error("same cell")]
    SameCell,
    /// The plan has no such line, or no such period.
    #[error("no line {code}")]
    NoSuchLine {
        /// The code.
        code: String,
    },
    /// Nothing, or less.
    #[error("not more than nothing")]
    NotPositive,
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// The cell has less, on that day or on a later one.
    #[error("more than the cell has")]
    CellTooSmall {
        /// The line's code.
        code: String,
        /// What it has.
        has: Money,
        /// By how much it is too much.
        over: Money,
    },
    /// The line would have less than is committed and paid on it.
    #[error("more than is free")]
    MoreThanFree {
        /// The line's code.
        code: String,
        /// What is free on it.
        free: Money,
        /// By how much it is too much.
        over: Money,
    },
}

/// The plan with the money moved by decisions up to a day. What was moved later, or on lines the plan has not, is left out.
#[must_use]
pub fn applied(plan: &Plan, virements: &[Virement], day: NaiveDate) -> Plan {
    let mut plan = plan.clone();
    for virement in virements.iter().filter(|virement| virement.decided_on <= day) {
        for (cell, sign) in [(&virement.from, false), (&virement.to, true)] {
            if let Some(money) = cell.as_ref().and_then(|cell| money_mut(&mut plan, cell)) {
                *money = if sign { money.plus(virement.amount) } else { money.minus(virement.amount) };
            }
        }
    }
    plan
}

/// Passes when money may be moved in a plan, after what was moved before, with so much free on the line it comes from. The
/// split over periods is a profile, but no cell of it is ever below nothing, on any day.
pub fn hold(new: &Virement, plan: &Plan, before: &[Virement], free: Money, today: NaiveDate) -> Result<(), VirementError> {
    match (&new.from, &new.to) {
        (None, None) => return Err(VirementError::Nowhere),
        (from, to) if from == to => return Err(VirementError::SameCell),
        _ => {}
    }
    for cell in [&new.from, &new.to].into_iter().flatten() {
        money(plan, cell).ok_or_else(|| VirementError::NoSuchLine { code: cell.code.clone() })?;
    }
    if !new.amount.is_positive() {
        return Err(VirementError::NotPositive);
    }
    if new.decided_on > today {
        return Err(VirementError::InFuture);
    }
    let Some(from) = &new.from else { return Ok(()) };
    let has = least_from(plan, before, from, new.decided_on);
    if new.amount > has {
        return Err(VirementError::CellTooSmall { code: from.code.clone(), has, over: new.amount.minus(has) });
    }
    let leaves_the_line = new.to.as_ref().is_none_or(|to| to.code != from.code);
    if leaves_the_line && new.amount > free {
        return Err(VirementError::MoreThanFree { code: from.code.clone(), free, over: new.amount.minus(free) });
    }
    Ok(())
}

/// The least that a cell has on a day or any later one.
fn least_from(plan: &Plan, virements: &[Virement], cell: &Cell, day: NaiveDate) -> Money {
    let days = virements.iter().map(|virement| virement.decided_on).filter(|on| *on > day);
    let on = |on| money(&applied(plan, virements, on), cell).unwrap_or_default();
    days.map(on).fold(on(day), Money::min)
}

fn money(plan: &Plan, cell: &Cell) -> Option<Money> {
    let line = plan.activities.iter().find(|activity| activity.code == cell.code)?;
    // A profile may be shorter than the plan has periods; what is not there is nothing.
    let _period = plan.periods.get(cell.place)?;
    Some(line.profile.get(cell.place).copied().unwrap_or_default())
}

fn money_mut<'p>(plan: &'p mut Plan, cell: &Cell) -> Option<&'p mut Money> {
    let periods = plan.periods.len();
    let line = plan.activities.iter_mut().find(|activity| activity.code == cell.code)?;
    line.profile.resize(periods, Money::ZERO);
    line.profile.get_mut(cell.place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Activity, Period};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).unwrap()
    }

    fn pounds(pounds: i64) -> Money {
        Money::from_pence(pounds * 100)
    }

    fn plan() -> Plan {
        let line = |code: &str, profile: [i64; 2]| Activity {
            code: code.into(),
            name: code.into(),
            priority: None,
            profile: profile.map(pounds).into(),
            year_before: None,
        };
        let period = |from, to| Period { name: String::new(), starts_on: from, ends_on: to };
        Plan {
            name: "Plan".into(),
            starts_on: day(4, 1),
            ends_on: day(12, 31),
            priorities: vec![],
            periods: vec![period(day(4, 1), day(9, 30)), period(day(10, 1), day(12, 31))],
            activities: vec![line("1.3", [2_000, 2_000]), line("1.4", [1_250, 1_250])],
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "a move goes from a cell or from outside")]
    fn cell(code: &str, place: usize) -> Option<Cell> {
        Some(Cell { code: code.into(), place })
    }

    fn moved(from: Option<Cell>, to: Option<Cell>, amount: i64, on: NaiveDate) -> Virement {
        Virement { from, to, amount: pounds(amount), decided_on: on }
    }

    const TODAY: fn() -> NaiveDate = || day(12, 20);

    fn try_to(new: &Virement, before: &[Virement], free: i64) -> Result<(), VirementError> {
        hold(new, &plan(), before, pounds(free), TODAY())
    }

    #[test]
    fn money_that_is_moved_leaves_one_cell_and_comes_to_another_from_its_day_on() {
        let virements = [
            moved(cell("1.3", 1), cell("1.4", 0), 300, day(7, 1)),
            moved(None, cell("1.4", 1), 500, day(8, 1)),
            moved(cell("1.3", 0), None, 100, day(9, 1)),
        ];
        let profile = |on| applied(&plan(), &virements, on).activities.into_iter().map(|line| line.profile).collect::<Vec<_>>();
        assert_eq!(profile(day(6, 30)), [[2_000, 2_000].map(pounds), [1_250, 1_250].map(pounds)]);
        assert_eq!(profile(day(7, 1)), [[2_000, 1_700].map(pounds), [1_550, 1_250].map(pounds)]);
        assert_eq!(profile(day(12, 1)), [[1_900, 1_700].map(pounds), [1_550, 1_750].map(pounds)]);
    }

    #[test]
    fn what_would_leave_a_cell_or_a_line_short_is_refused_with_the_figure() {
        let to_chest = |amount| moved(cell("1.3", 0), cell("1.4", 0), amount, day(7, 1));
        assert_eq!(try_to(&to_chest(2_000), &[], 2_000), Ok(()));
        let short = VirementError::CellTooSmall { code: "1.3".into(), has: pounds(2_000), over: pounds(1) };
        assert_eq!(try_to(&to_chest(2_001), &[], 4_000), Err(short));
        let over = VirementError::MoreThanFree { code: "1.3".into(), free: pounds(340), over: pounds(60) };
        assert_eq!(try_to(&to_chest(400), &[], 340), Err(over));
        // Within a line the whole budget stays: the split is a profile and not a cap.
        assert_eq!(try_to(&moved(cell("1.3", 0), cell("1.3", 1), 2_000, day(7, 1)), &[], 0), Ok(()));
        // What was moved before counts, and what was decided later but recorded before counts too.
        let before = [moved(cell("1.3", 0), cell("1.3", 1), 1_800, day(8, 1))];
        let short = VirementError::CellTooSmall { code: "1.3".into(), has: pounds(200), over: pounds(100) };
        assert_eq!(try_to(&to_chest(300), &before, 4_000), Err(short));
        assert_eq!(try_to(&to_chest(200), &before, 4_000), Ok(()));
    }

    #[test]
    fn what_is_no_move_is_refused() {
        let with = |from, to| try_to(&moved(from, to, 10, day(7, 1)), &[], 100);
        assert_eq!(with(None, None), Err(VirementError::Nowhere));
        assert_eq!(with(cell("1.3", 0), cell("1.3", 0)), Err(VirementError::SameCell));
        assert_eq!(with(cell("9.9", 0), cell("1.3", 0)), Err(VirementError::NoSuchLine { code: "9.9".into() }));
        assert_eq!(with(cell("1.3", 0), cell("1.4", 2)), Err(VirementError::NoSuchLine { code: "1.4".into() }));
        assert_eq!(with(None, cell("1.4", 1)), Ok(()));
        assert_eq!(with(cell("1.4", 1), None), Ok(()));
        assert_eq!(try_to(&moved(None, cell("1.4", 1), 0, day(7, 1)), &[], 100), Err(VirementError::NotPositive));
        assert_eq!(try_to(&moved(None, cell("1.4", 1), 5, day(12, 21)), &[], 100), Err(VirementError::InFuture));
    }
}
