//! The spendometer: planned, committed, paid, returned and free, by line, priority and period, as of any day.

use super::{Commitment, pace};
use crate::{
    Money,
    plan::{Activity, Period, Plan},
};
use chrono::NaiveDate;

/// The sums of a line, a priority or the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpendMoney {
    /// What the plan gives it.
    pub planned: Money,
    /// Committed and not paid.
    pub committed: Money,
    /// Paid, less what came back.
    pub paid: Money,
    /// What came back.
    pub returned: Money,
}

impl SpendMoney {
    /// What may still be committed. Negative when a line was overdrawn.
    pub fn free(&self) -> Money {
        self.planned.minus(self.paid).minus(self.committed)
    }

    fn plus(self, other: Self) -> Self {
        Self {
            planned: self.planned.plus(other.planned),
            committed: self.committed.plus(other.committed),
            paid: self.paid.plus(other.paid),
            returned: self.returned.plus(other.returned),
        }
    }
}

/// Money in one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpendCell {
    /// What the profile gives it. A pace and not a cap (§4.3, 1.4).
    pub planned: Money,
    /// Paid in it, less what came back of that.
    pub paid: Money,
    /// Committed, not paid, and expected in it.
    pub committed: Money,
}

impl SpendCell {
    /// Paid and committed.
    pub fn used(&self) -> Money {
        self.paid.plus(self.committed)
    }

    /// Whether more than the planned pace is used.
    pub fn is_over(&self) -> bool {
        self.used() > self.planned
    }

    fn plus(self, other: Self) -> Self {
        Self {
            planned: self.planned.plus(other.planned),
            paid: self.paid.plus(other.paid),
            committed: self.committed.plus(other.committed),
        }
    }
}

/// A line with its sums and its periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineSpend {
    /// Its code.
    pub code: String,
    /// Its sums.
    pub money: SpendMoney,
    /// Each period of the plan, in order.
    pub cells: Vec<SpendCell>,
}

/// The money of a plan at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spendometer {
    /// The day.
    pub as_of: NaiveDate,
    /// Each line, in the order of the plan.
    pub lines: Vec<LineSpend>,
    /// The whole plan in each period.
    pub periods: Vec<SpendCell>,
    /// Each priority in order, then what belongs to none.
    pub priorities: Vec<(Option<u8>, SpendMoney)>,
    /// The whole plan.
    pub total: SpendMoney,
    /// What the plan expected to be paid by that day.
    pub expected: Money,
    /// What would be paid by the end at the pace so far, if anything can be said yet.
    pub projected: Option<Money>,
}

/// Sums the commitments of a plan as they stood at the end of a day. The plan's profile is the one of that day. Periods
/// take in what lies before the first and after the last.
pub fn spendometer<'c>(plan: &Plan, commitments: &(impl IntoIterator<Item = &'c Commitment> + Clone), as_of: NaiveDate) -> Spendometer {
    let lines: Vec<LineSpend> = plan
        .activities
        .iter()
        .map(|activity| {
            let of_line = commitments.clone().into_iter().filter(|commitment| commitment.code == activity.code);
            line(&plan.periods, activity, of_line, as_of)
        })
        .collect();
    let mut periods = vec![SpendCell::default(); plan.periods.len()];
    for line in &lines {
        for (sum, cell) in periods.iter_mut().zip(&line.cells) {
            *sum = sum.plus(*cell);
        }
    }
    let total = sum(lines.iter());
    let of_priority = |number: Option<u8>| {
        let of_it = plan.activities.iter().zip(&lines).filter(move |(activity, _)| activity.priority == number);
        (number, sum(of_it.map(|(_, line)| line)))
    };
    let mut priorities: Vec<_> = plan.priorities.iter().map(|priority| of_priority(Some(priority.number))).collect();
    if plan.activities.iter().any(|activity| activity.priority.is_none()) {
        priorities.push(of_priority(None));
    }
    let planned: Vec<Money> = periods.iter().map(|cell| cell.planned).collect();
    let expected = pace::expected(&plan.periods, &planned, as_of);
    let projected = pace::projected(total.paid, total.planned, expected);
    Spendometer { as_of, lines, periods, priorities, total, expected, projected }
}

fn sum<'l>(lines: impl Iterator<Item = &'l LineSpend>) -> SpendMoney {
    lines.fold(SpendMoney::default(), |sum, line| sum.plus(line.money))
}

fn line<'c>(periods: &[Period], activity: &Activity, commitments: impl Iterator<Item = &'c Commitment>, as_of: NaiveDate) -> LineSpend {
    let mut money = SpendMoney { planned: activity.planned(), ..SpendMoney::default() };
    let planned = activity.profile.iter().copied().chain(std::iter::repeat(Money::ZERO));
    let mut cells: Vec<SpendCell> = periods.iter().zip(planned).map(|(_, planned)| SpendCell { planned, ..SpendCell::default() }).collect();
    for commitment in commitments {
        let standing = commitment.standing(as_of);
        money.committed = money.committed.plus(standing.committed);
        money.paid = money.paid.plus(standing.paid);
        money.returned = money.returned.plus(standing.returned);
        for (day, amount) in commitment.paid_by_day(as_of) {
            if let Some(cell) = cells.get_mut(place_of(periods, day)) {
                cell.paid = cell.paid.plus(amount);
            }
        }
        for (day, amount) in commitment.unpaid_by_day(as_of) {
            if let Some(cell) = cells.get_mut(place_of(periods, day)) {
                cell.committed = cell.committed.plus(amount);
            }
        }
    }
    LineSpend { code: activity.code.clone(), money, cells }
}

/// The period a day counts in: the last that has begun, or the first.
fn place_of(periods: &[Period], day: NaiveDate) -> usize {
    periods.iter().rposition(|period| period.starts_on <= day).unwrap_or(0)
}
