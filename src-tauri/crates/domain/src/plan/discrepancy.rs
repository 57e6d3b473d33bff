//! Where what a plan prints differs from what is exact. Nothing is put right: the paper stands, and so do the figures.

use crate::Money;
use crate::plan::{Activity, Claim, Plan, Printed, Share, Words, shares};
use chrono::{Datelike, Days, Months, NaiveDate};

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

/// What is exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exact {
    /// An amount.
    Money(Money),
    /// A number of months.
    Months(u32),
    /// A day.
    Day(NaiveDate),
    /// Days from the first to the last.
    Days(NaiveDate, NaiveDate),
    /// Codes of lines.
    Codes(Vec<String>),
    /// A share, as shares add to 100.00.
    Share(Share),
}

/// A place where a plan's printed figures differ from the exact ones, or from each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// What kind.
    pub kind: DiscrepancyKind,
    /// Where it is printed: `§1.2`.
    pub place: String,
    /// What it is about: a line's code, a period's name.
    pub about: Option<String>,
    /// What is printed, letter by letter.
    pub printed: String,
    /// What is exact.
    pub exact: Exact,
    /// What is exact less what is printed, where that is money.
    pub difference: Option<Money>,
}

/// Where what a plan prints differs from what is exact, in the order in which it prints it.
pub fn discrepancies(plan: &Plan, words: &Words) -> Vec<Discrepancy> {
    words.printed.iter().filter_map(|printed| differs(plan, printed)).collect()
}

fn differs(plan: &Plan, printed: &Printed) -> Option<Discrepancy> {
    use DiscrepancyKind as Kind;
    let told = |kind, about: Option<String>, exact, difference| {
        let (place, printed) = (printed.place.clone(), printed.text.clone());
        Some(Discrepancy { kind, place, about, printed, exact, difference })
    };
    let money = |kind, about, said: Money, exact: Money| {
        if said == exact { None } else { told(kind, about, Exact::Money(exact), Some(exact.minus(said))) }
    };
    let period_name = |place: usize| plan.periods.get(place).map(|period| period.name.clone());
    match &printed.claim {
        Claim::Total(said) => money(Kind::Total, None, *said, plan.planned()),
        Claim::PriorityTotal { number, amount } => {
            let of_priority = plan.activities.iter().filter(|line| line.priority == Some(*number));
            let name = plan.priorities.iter().find(|priority| priority.number == *number).map(|priority| priority.name.clone());
            money(Kind::Total, name, *amount, of_priority.map(Activity::planned).sum())
        }
        Claim::PeriodTotal { place, amount } => money(Kind::Total, period_name(*place), *amount, plan.planned_in(*place)),
        Claim::Balance { place, amount } => money(Kind::Total, period_name(*place), *amount, plan.balance_after(*place)),
        Claim::Sum { plus, minus, amount } => money(Kind::CashAvailable, None, *amount, sum(plus, minus)),
        Claim::Cash { plus, minus } => money(Kind::CashAvailable, None, plan.planned(), sum(plus, minus)),
        Claim::Months { place, months } => {
            let period = plan.periods.get(*place)?;
            let exact = months_of(period.starts_on, period.ends_on);
            if exact == *months { None } else { told(Kind::MonthCount, Some(period.name.clone()), Exact::Months(exact), None) }
        }
        Claim::PeriodFrom(first) => {
            if *first <= plan.ends_on {
                None
            } else {
                told(Kind::PeriodAfterEnd, None, Exact::Day(plan.ends_on), None)
            }
        }
        Claim::Years { code, years } => {
            let exact = months_with_money(plan, plan.activity(code)?);
            let same = years.checked_mul(12) == Some(exact);
            if same { None } else { told(Kind::YearSpan, Some(code.clone()), Exact::Months(exact), None) }
        }
        Claim::CalendarYear { from, to } => {
            let whole = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31) && from.year() == to.year();
            if whole { None } else { told(Kind::NotACalendarYear, None, Exact::Days(*from, *to), None) }
        }
        Claim::YearsBefore { years, amount } => {
            let year: Money = plan.activities.iter().filter_map(|line| line.year_before).sum();
            let exact = (0..*years).map(|_| year).sum();
            money(Kind::YearBefore, None, *amount, exact)
        }
        Claim::Codes(said) => {
            let exact: Vec<String> = plan.activities.iter().map(|line| line.code.clone()).collect();
            if *said == exact { None } else { told(Kind::MissingCodes, None, Exact::Codes(exact), None) }
        }
        Claim::Share { code, share } => {
            let amounts: Vec<Money> = plan.activities.iter().map(Activity::planned).collect();
            let place = plan.activities.iter().position(|line| line.code == *code)?;
            let exact = shares(&amounts).get(place).copied().flatten()?;
            if exact == *share { None } else { told(Kind::Share, Some(code.clone()), Exact::Share(exact), None) }
        }
    }
}

fn sum(plus: &[Money], minus: &[Money]) -> Money {
    plus.iter().copied().sum::<Money>().minus(minus.iter().copied().sum())
}

/// How many months the days are, a begun month counted whole.
fn months_of(first: NaiveDate, last: NaiveDate) -> u32 {
    let Some(after) = last.checked_add_days(Days::new(1)) else { return 0 };
    // No plan is longer than a century.
    (0_u32..=1_200).find(|months| first.checked_add_months(Months::new(*months)).is_none_or(|day| day >= after)).unwrap_or(0)
}

/// How many months the periods have in which a line has money, from the first to the last of them.
fn months_with_money(plan: &Plan, line: &Activity) -> u32 {
    let with_money = || plan.periods.iter().zip(&line.profile).filter(|(_, amount)| amount.is_positive()).map(|(period, _)| period);
    let first = with_money().map(|period| period.starts_on).min();
    let last = with_money().map(|period| period.ends_on).max();
    first.zip(last).map_or(0, |(first, last)| months_of(first, last))
}
