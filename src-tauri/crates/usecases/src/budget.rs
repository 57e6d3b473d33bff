//! The budget: what each line of a plan has planned, committed, paid and free.

use crate::Open;
use domain::Money;
use domain::budget::LineMoney;
use domain::plan::{Activity, Adopted};

/// The budget of a whole plan.
pub struct Budget<'o> {
    /// Each line with its money, in the order of the plan.
    pub lines: Vec<(&'o Activity, LineMoney)>,
    /// The whole plan.
    pub total: LineMoney,
}

/// Sums every line of the plan in force, and the plan.
pub fn budget(open: &Open) -> Budget<'_> {
    budget_of(open, open.plan_of(open.today()))
}

/// Sums every line of one plan, and the plan.
pub fn budget_of<'o>(open: &'o Open, adopted: &'o Adopted) -> Budget<'o> {
    let lines: Vec<_> = adopted.plan.activities.iter().map(|activity| (activity, open.line_of(adopted, &activity.code))).collect();
    let sum = |of: fn(&LineMoney) -> Money| lines.iter().map(|(_, line)| of(line)).sum();
    let total = LineMoney { planned: sum(|line| line.planned), committed: sum(|line| line.committed), paid: sum(|line| line.paid) };
    Budget { lines, total }
}
