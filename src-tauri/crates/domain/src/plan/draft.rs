//! The next plan while it is typed: its sums, and what must be put right before it can be adopted.

use crate::application::check::LONGEST_LINE;
use crate::date::{DateProblem, TypedDate};
use crate::money::MoneyProblem;
use crate::plan::{Fund, LineWords, Period, PriorityWords, Share, Words, shares};
use crate::{Money, money};
use chrono::NaiveDate;
use std::collections::HashSet;

/// The most lines, periods and priorities of a plan.
pub const MOST_LINES: usize = 200;
/// The most periods of a plan.
pub const MOST_PERIODS: usize = 24;
/// The most priorities of a plan.
pub const MOST_PRIORITIES: usize = 20;
/// The longest note or criterion, in characters.
pub const LONGEST_NOTE: usize = 2_000;
/// The longest code of a line, and the longest prefix of references, in characters.
pub const LONGEST_CODE: usize = 12;

/// A priority, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPriority {
    /// Its name.
    pub name: String,
    /// What is said of it.
    pub words: PriorityWords,
}

/// A period, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPeriod {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub starts_on: TypedDate,
    /// Its last day.
    pub ends_on: TypedDate,
}

/// A line, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedLine {
    /// Its code, text.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The number of its priority, if any.
    pub priority: Option<u8>,
    /// Who delivers it.
    pub lead_partner: String,
    /// Its notes.
    pub notes: String,
    /// One for each period; an empty one is nothing.
    pub amounts: Vec<String>,
    /// What the year before spent; empty when it is not known.
    pub year_before: String,
}

/// The next plan, as typed. It is kept as it is, right or wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPlan {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub starts_on: TypedDate,
    /// Its last day.
    pub ends_on: TypedDate,
    /// The overarching outcomes.
    pub outcomes: Vec<String>,
    /// Its priorities, in order.
    pub priorities: Vec<TypedPriority>,
    /// Its periods, in order.
    pub periods: Vec<TypedPeriod>,
    /// Its lines, in order.
    pub lines: Vec<TypedLine>,
    /// The line that is open to applications.
    pub fund_code: String,
    /// The name of the fund.
    pub fund_name: String,
    /// What references start with.
    pub fund_prefix: String,
    /// What the year before is called.
    pub year_before_label: String,
}

/// What is wrong with a field of the next plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftFault {
    /// It must be filled in.
    Missing,
    /// It is longer than the register takes.
    TooLong {
        /// The most characters.
        most: usize,
    },
    /// There are more than the register takes.
    TooMany {
        /// The most.
        most: usize,
    },
    /// It is no amount.
    Money(MoneyProblem),
    /// It is no date.
    Date(DateProblem),
    /// The last day is before the first.
    EndsBeforeItBegins,
    /// A period is not within the plan.
    OutsideThePlan,
    /// A period begins before the one before it has ended.
    Overlaps,
    /// Two lines have this code.
    Twice,
    /// No line has this code, or no priority this number.
    NoSuch,
    /// Letters only: a digit or hyphen could not be told from the rest of a reference.
    NotLetters,
}

/// A field of the next plan with what is wrong, such as `lines.2.amounts.0`.
pub type DraftProblem = (String, DraftFault);

/// A line that was read, without its place in a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLine {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The number of its priority.
    pub priority: Option<u8>,
    /// What is planned in each period.
    pub profile: Vec<Money>,
    /// What the year before spent.
    pub year_before: Option<Money>,
}

/// The next plan, read: every field is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The names of its priorities, in order.
    pub priorities: Vec<String>,
    /// Its periods, in order.
    pub periods: Vec<Period>,
    /// Its lines, in order.
    pub lines: Vec<NewLine>,
    /// The fund.
    pub fund: Fund,
    /// What it says beside its figures.
    pub words: Words,
}

/// What is made of the next plan as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The sum of each line; none where an amount cannot be read.
    pub line_totals: Vec<Option<Money>>,
    /// The share of each line; none where the total is not known, or the line has no money.
    pub shares: Vec<Option<Share>>,
    /// The sum of each period.
    pub period_totals: Vec<Option<Money>>,
    /// The sum of all.
    pub total: Option<Money>,
    /// What must be put right, in the order of the form.
    pub problems: Vec<DraftProblem>,
    /// The plan, when nothing must be put right.
    pub plan: Option<NewPlan>,
}

/// Reads the next plan as it is typed.
pub fn read(typed: &TypedPlan) -> Reading {
    let mut form = Form::default();
    form.line("name", &typed.name);
    let starts_on = form.date("startsOn", &typed.starts_on);
    let ends_on = form.date("endsOn", &typed.ends_on);
    if starts_on.zip(ends_on).is_some_and(|(starts_on, ends_on)| ends_on < starts_on) {
        form.refuse("endsOn", DraftFault::EndsBeforeItBegins);
    }
    form.notes("outcomes", &typed.outcomes);
    form.many("priorities", typed.priorities.len(), MOST_PRIORITIES);
    for (place, priority) in typed.priorities.iter().enumerate() {
        form.line(format!("priorities.{place}.name"), &priority.name);
        form.notes(format!("priorities.{place}.outcomes"), &priority.words.outcomes);
        form.notes(format!("priorities.{place}.criteria"), &priority.words.criteria);
    }
    let periods = form.periods(&typed.periods, starts_on, ends_on);
    let amounts = form.lines(typed);
    let fund = form.fund(typed);
    form.length("yearBeforeLabel", &typed.year_before_label, LONGEST_LINE);

    let mut reading = sums(&amounts, typed.periods.len());
    let plan = starts_on.zip(ends_on).zip(periods).filter(|_| form.problems.is_empty()).map(|((starts_on, ends_on), periods)| NewPlan {
        name: trimmed(&typed.name),
        starts_on,
        ends_on,
        priorities: typed.priorities.iter().map(|priority| trimmed(&priority.name)).collect(),
        periods,
        lines: typed.lines.iter().zip(amounts).map(|(line, amounts)| new_line(line, amounts)).collect(),
        fund,
        words: words(typed),
    });
    reading.plan = plan;
    reading.problems = form.problems;
    reading
}

/// The amounts of a line as they could be read.
struct Amounts {
    cells: Vec<Option<Money>>,
    year_before: Option<Money>,
}

fn new_line(line: &TypedLine, amounts: Amounts) -> NewLine {
    NewLine {
        code: trimmed(&line.code),
        name: trimmed(&line.name),
        priority: line.priority,
        profile: amounts.cells.into_iter().flatten().collect(),
        year_before: amounts.year_before,
    }
}

/// What the next plan says beside its figures, without what was left empty.
fn words(typed: &TypedPlan) -> Words {
    let of_line = |line: &TypedLine| LineWords { lead_partner: trimmed(&line.lead_partner), notes: trimmed(&line.notes) };
    Words {
        outcomes: full(&typed.outcomes),
        priorities: typed.priorities.iter().map(|priority| priority.words.tidied()).collect(),
        lines: typed.lines.iter().map(|line| (trimmed(&line.code), of_line(line))).collect(),
        year_before_label: trimmed(&typed.year_before_label),
        printed: Vec::new(),
    }
}

impl PriorityWords {
    /// Without space around them, and without those that are empty.
    #[must_use]
    pub fn tidied(&self) -> Self {
        Self { outcomes: full(&self.outcomes), criteria: full(&self.criteria) }
    }
}

/// The texts that are not empty, without the space around them.
fn full(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| trimmed(text)).filter(|text| !text.is_empty()).collect()
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

fn sums(lines: &[Amounts], periods: usize) -> Reading {
    let line_totals: Vec<Option<Money>> = lines.iter().map(|line| line.cells.iter().copied().sum()).collect();
    let of_period = |place: usize| lines.iter().map(|line| line.cells.get(place).copied().flatten()).sum();
    let period_totals = (0..periods).map(of_period).collect();
    let total = line_totals.iter().copied().sum();
    let shares = match line_totals.iter().copied().collect::<Option<Vec<Money>>>() {
        Some(amounts) => shares(&amounts),
        None => vec![None; lines.len()],
    };
    Reading { line_totals, shares, period_totals, total, problems: Vec::new(), plan: None }
}

/// The fields that are not right so far.
#[derive(Default)]
struct Form {
    problems: Vec<DraftProblem>,
}

impl Form {
    fn refuse(&mut self, field: impl Into<String>, fault: DraftFault) {
        self.problems.push((field.into(), fault));
    }

    /// A single line that must be there.
    fn line(&mut self, field: impl Into<String>, typed: &str) {
        let field = field.into();
        if typed.trim().is_empty() {
            self.refuse(field, DraftFault::Missing);
        } else {
            self.length(field, typed, LONGEST_LINE);
        }
    }

    fn length(&mut self, field: impl Into<String>, typed: &str, most: usize) {
        if typed.trim().chars().count() > most {
            self.refuse(field, DraftFault::TooLong { most });
        }
    }

    fn notes(&mut self, field: impl Into<String>, typed: &[String]) {
        let field = field.into();
        self.many(field.clone(), typed.len(), MOST_LINES);
        for (place, text) in typed.iter().enumerate() {
            self.length(format!("{field}.{place}"), text, LONGEST_NOTE);
        }
    }

    fn many(&mut self, field: impl Into<String>, count: usize, most: usize) {
        if count > most {
            self.refuse(field, DraftFault::TooMany { most });
        }
    }

    fn date(&mut self, field: impl Into<String>, typed: &TypedDate) -> Option<NaiveDate> {
        typed.date().map_err(|problem| self.refuse(field, DraftFault::Date(problem))).ok()
    }

    /// An amount; nothing where nothing was typed.
    fn amount(&mut self, field: impl Into<String>, typed: &str) -> Option<Money> {
        if typed.trim().is_empty() {
            return Some(Money::ZERO);
        }
        Money::parse(typed).map_err(|problem| self.refuse(field, DraftFault::Money(problem))).ok()
    }

    /// The periods, in order of days, within the plan and none of them over another.
    fn periods(&mut self, typed: &[TypedPeriod], starts_on: Option<NaiveDate>, ends_on: Option<NaiveDate>) -> Option<Vec<Period>> {
        if typed.is_empty() {
            self.refuse("periods", DraftFault::Missing);
        }
        self.many("periods", typed.len(), MOST_PERIODS);
        let outside = |day: NaiveDate| starts_on.is_some_and(|first| day < first) || ends_on.is_some_and(|last| day > last);
        let mut periods = Vec::new();
        let mut former: Option<NaiveDate> = None;
        for (place, period) in typed.iter().enumerate() {
            self.line(format!("periods.{place}.name"), &period.name);
            let (first_field, last_field) = (format!("periods.{place}.startsOn"), format!("periods.{place}.endsOn"));
            let first = self.date(first_field.as_str(), &period.starts_on);
            let last = self.date(last_field.as_str(), &period.ends_on);
            if first.zip(former).is_some_and(|(first, former)| first <= former) {
                self.refuse(first_field, DraftFault::Overlaps);
            } else if first.is_some_and(outside) {
                self.refuse(first_field, DraftFault::OutsideThePlan);
            }
            if first.zip(last).is_some_and(|(first, last)| last < first) {
                self.refuse(last_field, DraftFault::EndsBeforeItBegins);
            } else if last.is_some_and(outside) {
                self.refuse(last_field, DraftFault::OutsideThePlan);
            }
            former = last.or(former);
            periods.extend(first.zip(last).map(|(starts_on, ends_on)| Period { name: trimmed(&period.name), starts_on, ends_on }));
        }
        (periods.len() == typed.len()).then_some(periods)
    }

    fn lines(&mut self, typed: &TypedPlan) -> Vec<Amounts> {
        if typed.lines.is_empty() {
            self.refuse("lines", DraftFault::Missing);
        }
        self.many("lines", typed.lines.len(), MOST_LINES);
        let mut codes = HashSet::new();
        let mut amounts = Vec::new();
        for (place, line) in typed.lines.iter().enumerate() {
            let code = line.code.trim();
            if code.is_empty() {
                self.refuse(format!("lines.{place}.code"), DraftFault::Missing);
            } else if !codes.insert(code) {
                self.refuse(format!("lines.{place}.code"), DraftFault::Twice);
            }
            self.length(format!("lines.{place}.code"), code, LONGEST_CODE);
            self.line(format!("lines.{place}.name"), &line.name);
            if line.priority.is_some_and(|number| number == 0 || usize::from(number) > typed.priorities.len()) {
                self.refuse(format!("lines.{place}.priority"), DraftFault::NoSuch);
            }
            self.length(format!("lines.{place}.leadPartner"), &line.lead_partner, LONGEST_LINE);
            self.length(format!("lines.{place}.notes"), &line.notes, LONGEST_NOTE);
            amounts.push(self.amounts(place, line, typed.periods.len()));
        }
        amounts
    }

    fn amounts(&mut self, place: usize, line: &TypedLine, periods: usize) -> Amounts {
        let typed = |period: usize| line.amounts.get(period).map_or("", String::as_str);
        let cells = (0..periods).map(|period| self.amount(format!("lines.{place}.amounts.{period}"), typed(period))).collect();
        let known = !line.year_before.trim().is_empty();
        let year_before = self.amount(format!("lines.{place}.yearBefore"), &line.year_before).filter(|_| known);
        Amounts { cells, year_before }
    }

    fn fund(&mut self, typed: &TypedPlan) -> Fund {
        let code = typed.fund_code.trim();
        if code.is_empty() {
            self.refuse("fundCode", DraftFault::Missing);
        } else if !typed.lines.iter().any(|line| line.code.trim() == code) {
            self.refuse("fundCode", DraftFault::NoSuch);
        }
        self.line("fundName", &typed.fund_name);
        let prefix = typed.fund_prefix.trim().to_uppercase();
        if prefix.is_empty() {
            self.refuse("fundPrefix", DraftFault::Missing);
        } else if !prefix.bytes().all(|b| b.is_ascii_uppercase()) {
            self.refuse("fundPrefix", DraftFault::NotLetters);
        }
        self.length("fundPrefix", &prefix, LONGEST_CODE);
        Fund { activity: code.to_owned(), name: trimmed(&typed.fund_name), prefix }
    }
}

/// Why a plan that is right in itself cannot follow the plans there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdoptRefusal {
    /// It begins before, or with, the newest one.
    #[error("begins on or before {after}")]
    BeginsTooEarly {
        /// The first day of the newest plan.
        after: NaiveDate,
    },
}

/// Passes when a plan that begins on a day can follow the newest one.
pub fn may_follow(starts_on: NaiveDate, newest_starts_on: NaiveDate) -> Result<(), AdoptRefusal> {
    if starts_on > newest_starts_on { Ok(()) } else { Err(AdoptRefusal::BeginsTooEarly { after: newest_starts_on }) }
}

/// An amount as it is put into a box: `3750`, `12.50`; nothing for nothing.
pub fn in_a_box(amount: Money) -> String {
    if amount.is_zero() { String::new() } else { money::plain(amount) }
}

#[cfg(test)]
mod tests;
