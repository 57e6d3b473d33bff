//! What a plan says beside its figures: outcomes, criteria, lead partners, notes, and the figures it prints.

use crate::Money;
use crate::plan::Share;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a plan says beside its figures. A plan of which nothing was typed has none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The overarching outcomes (§1.5).
    pub outcomes: Vec<String>,
    /// What is said of each priority, in the order of the plan.
    pub priorities: Vec<PriorityWords>,
    /// What is said of each line, by code.
    pub lines: BTreeMap<String, LineWords>,
    /// What the plan calls the year before: `2020-21` (§4.2).
    pub year_before_label: String,
    /// The figures it prints, wherever it prints them.
    pub printed: Vec<Printed>,
}

/// What a priority aims at, and how one will know (§4.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriorityWords {
    /// Its intended outcomes.
    pub outcomes: Vec<String>,
    /// "We will know we have made a difference when …"
    pub criteria: Vec<String>,
}

/// What stands beside the figures of a line (§4.2, §4.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineWords {
    /// Who delivers it.
    pub lead_partner: String,
    /// The notes of the table, and what it is for.
    pub notes: String,
}

/// A figure as a plan prints it, with what it says it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Where it stands: `§1.2`.
    pub place: String,
    /// Letter by letter: `£87,000`, `three months`.
    pub text: String,
    /// What it says.
    pub claim: Claim,
}

/// What a printed figure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The whole plan costs this.
    Total(Money),
    /// The lines of a priority cost this.
    PriorityTotal {
        /// The priority's number.
        number: u8,
        /// The sum.
        amount: Money,
    },
    /// A period costs this.
    PeriodTotal {
        /// The period, counted from 0.
        place: usize,
        /// The sum.
        amount: Money,
    },
    /// This is still to come after a period.
    Balance {
        /// The period, counted from 0.
        place: usize,
        /// What is to come.
        amount: Money,
    },
    /// Some amounts of the plan's history, some of them taken away, make this.
    Sum {
        /// What is added.
        plus: Vec<Money>,
        /// What is taken away.
        minus: Vec<Money>,
        /// What they are said to make.
        amount: Money,
    },
    /// This is the cash there is for the plan; the plan should not cost more.
    Cash {
        /// What is added.
        plus: Vec<Money>,
        /// What is taken away.
        minus: Vec<Money>,
    },
    /// A period has so many months.
    Months {
        /// The period, counted from 0.
        place: usize,
        /// How many.
        months: u32,
    },
    /// There is a period that begins on this day.
    PeriodFrom(NaiveDate),
    /// A line's money is for so many years.
    Years {
        /// The line.
        code: String,
        /// How many.
        years: u32,
    },
    /// These days are one calendar year.
    CalendarYear {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// So many years like the year before cost this.
    YearsBefore {
        /// How many.
        years: u32,
        /// What they cost.
        amount: Money,
    },
    /// These are the lines.
    Codes(Vec<String>),
    /// A line has this share of the plan.
    Share {
        /// The line.
        code: String,
        /// Its share.
        share: Share,
    },
}
