//! The plan: its priorities, activities, periods and money (§4, §10).

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
    /// What is planned in each period, in the order of the plan's periods.
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
    /// Its lines, in order of code.
    pub activities: Vec<Activity>,
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

/// A kind of difference between what a plan prints and what is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DiscrepancyKind {
    /// A total printed otherwise than the lines add up to (§1.2 against §10).
    Total,
    /// The cash said to be available is less or more than the plan (§2.3, §3.5).
    CashAvailable,
    /// A number of months that the dates do not make (§1.2).
    MonthCount,
    /// A period after the plan has ended (§10).
    PeriodAfterEnd,
    /// A line's money said to be for more years than the plan has (§4.3, 2.4).
    YearSpan,
    /// "One calendar year" that is none.
    NotACalendarYear,
    /// The year before, against the spend of the years that are printed elsewhere (§4.1, §4.2).
    YearBefore,
    /// Codes that a table leaves out, or numbers that are skipped (§4.1, §10).
    MissingCodes,
    /// A share in per cent printed otherwise than it is (§10).
    Share,
}
