//! The budget: what each line of a plan has planned, committed, paid and free.

use crate::Open;
use domain::budget::{GrantMoney, LineMoney};
use domain::plan::{Activity, Adopted};
use std::collections::HashMap;

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
    let mut by_code: HashMap<&str, Vec<GrantMoney>> = HashMap::new();
    for grant in open.grants_of(adopted) {
        by_code.entry(&grant.row.code).or_default().push(grant.grant.money());
    }
    let total = LineMoney::of(adopted.plan.planned(), by_code.values().flatten().copied());
    let line = |activity: &Activity| LineMoney::of(activity.planned(), by_code.get(activity.code.as_str()).into_iter().flatten().copied());
    let lines = adopted.plan.activities.iter().map(|activity| (activity, line(activity))).collect();
    Budget { lines, total }
}
