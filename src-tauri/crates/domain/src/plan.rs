//! The plan: its priorities, activities, periods and money (§4, §10).

mod discrepancy;
pub mod draft;
mod sequence;
mod share;
pub mod table;
mod words;

pub use discrepancy::{Discrepancy, DiscrepancyKind, Exact, discrepancies};
pub use sequence::{Adopted, PlanState, Plans};
pub use share::{Share, shares};
pub use words::{Claim, LineWords, Printed, PriorityWords, Words};

use crate::{Money, id::PriorityId};
use chrono::NaiveDate;

/// A theme of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Its id.
    pub id: PriorityId,
    /// Its number in the plan.
    pub number: u8,
    /// `Strengthening the community`
    pub name: String,
}

/// A stretch of the plan over which money is profiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// `Year 9, months 1 to 6`
    pub name: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
}

/// A coded line of the plan. The code is text and is never renumbered (§4.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// `1.4`
    pub code: String,
    /// `Community Chest`
    pub name: String,
    /// The number of the priority it belongs to, if any.
    pub priority: Option<u8>,
    /// What is planned in each period as adopted, in the order of the plan's periods.
    pub profile: Vec<Money>,
    /// What the year before the plan spent on it, for comparison (§4.2, headed 2020-21).
    pub year_before: Option<Money>,
}

impl Activity {
    /// Its whole budget. The split over periods is a profile and not a cap: "The total budget is available to
    /// groups" (§4.3, 1.4).
    pub fn planned(&self) -> Money {
        self.profile.iter().copied().sum()
    }
}

/// The funded period with its priorities, activities and money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// `Final plan, April 2022 to July 2023`
    pub name: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Its themes, in order.
    pub priorities: Vec<Priority>,
    /// Its periods, in order.
    pub periods: Vec<Period>,
    /// Its lines, in their order.
    pub activities: Vec<Activity>,
}

impl Plan {
    /// The line with a code.
    pub fn activity(&self, code: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.code == code)
    }

    /// What the whole plan gives, as it was adopted.
    pub fn planned(&self) -> Money {
        self.activities.iter().map(Activity::planned).sum()
    }

    /// What a period gives, as it was adopted.
    pub fn planned_in(&self, place: usize) -> Money {
        self.activities.iter().filter_map(|line| line.profile.get(place).copied()).sum()
    }

    /// What is still to come after a period ("Expected balance", §10).
    pub fn balance_after(&self, place: usize) -> Money {
        (place.saturating_add(1)..self.periods.len()).map(|later| self.planned_in(later)).sum()
    }
}

/// The activity that is open to applications (§4.3, 1.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fund {
    /// The activity's code.
    pub activity: String,
    /// `Community Chest`
    pub name: String,
    /// What its references start with: `CC`.
    pub prefix: String,
}
