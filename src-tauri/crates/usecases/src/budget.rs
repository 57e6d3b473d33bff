//! The budget: what each line of the plan has planned, committed, paid and free.

use crate::Open;
use domain::Money;
use domain::budget::{GrantMoney, LineMoney};
use domain::plan::Activity;
use std::collections::HashMap;

/// The budget of the whole plan.
pub struct Budget<'o> {
    /// Each line with its money, in the order of the plan.
    pub lines: Vec<(&'o Activity, LineMoney)>,
    /// The whole plan.
    pub total: LineMoney,
}

/// Sums every line of the plan, and the plan.
pub fn budget(open: &Open) -> Budget<'_> {
    let mut by_code: HashMap<&str, Vec<GrantMoney>> = HashMap::new();
    for grant in open.cases().filter_map(|case| case.grant.as_ref()) {
        by_code.entry(&grant.row.code).or_default().push(grant.grant.money());
    }
    let planned: Money = open.plan().activities.iter().map(Activity::planned).sum();
    let total = LineMoney::of(planned, by_code.values().flatten().copied());
    let line = |activity: &Activity| LineMoney::of(activity.planned(), by_code.get(activity.code.as_str()).into_iter().flatten().copied());
    let lines = open.plan().activities.iter().map(|activity| (activity, line(activity))).collect();
    Budget { lines, total }
}
