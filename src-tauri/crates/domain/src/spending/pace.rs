//! The pace: what a plan expected to be paid by a day, and where the pace so far leads.

use crate::{Money, plan::Period};
use chrono::NaiveDate;

/// What the plan expected to be paid by the end of a day: what is planned in the periods that are over, and of the one
/// that runs, day by day in even steps. Whole pence, rounded down.
pub fn expected(periods: &[Period], planned: &[Money], day: NaiveDate) -> Money {
    periods.iter().zip(planned).map(|(period, planned)| of_period(period, *planned, day)).sum()
}

fn of_period(period: &Period, planned: Money, day: NaiveDate) -> Money {
    if day >= period.ends_on {
        return planned;
    }
    if day < period.starts_on {
        return Money::ZERO;
    }
    let days = |from: NaiveDate, to: NaiveDate| to.signed_duration_since(from).num_days().saturating_add(1);
    share(planned, days(period.starts_on, day), days(period.starts_on, period.ends_on), 1)
}

/// What would be paid by the end if it went on at the pace so far, in whole pounds, rounded down. Nothing can be said
/// before the plan expected anything; once all of it was expected, it is what was paid.
pub fn projected(paid: Money, planned: Money, expected: Money) -> Option<Money> {
    if !expected.is_positive() {
        return None;
    }
    if expected >= planned {
        return Some(paid);
    }
    Some(share(paid, planned.pence(), expected.pence(), 100))
}

/// So many parts of so many of an amount, rounded down to whole steps of so many pence.
fn share(amount: Money, parts: i64, of: i64, step: i64) -> Money {
    let (amount, parts, of, step) = (i128::from(amount.pence()), i128::from(parts), i128::from(of), i128::from(step));
    let steps = amount.saturating_mul(parts).checked_div(of.saturating_mul(step)).unwrap_or(0);
    Money::from_pence(i64::try_from(steps.saturating_mul(step)).unwrap_or(i64::MAX))
}
