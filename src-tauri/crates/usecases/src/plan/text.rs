//! What a plan says beside its figures, and the next plan as typed, as JSON. Both shapes are read for ever: a new part gets a
//! default.

use crate::Result;
use chrono::NaiveDate;
use domain::Money;
use domain::date::TypedDate;
use domain::money;
use domain::plan::draft::{TypedLine, TypedPeriod, TypedPlan, TypedPriority};
use domain::plan::{Claim, LineWords, Printed, PriorityWords, Share, Words};
use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WordsShape {
    outcomes: Vec<String>,
    priorities: Vec<PriorityShape>,
    lines: BTreeMap<String, LineShape>,
    year_before_label: String,
    printed: Vec<PrintedShape>,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct PriorityShape {
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    outcomes: Vec<String>,
    criteria: Vec<String>,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct LineShape {
    lead_partner: String,
    notes: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PrintedShape {
    place: String,
    text: String,
    claim: ClaimShape,
}

/// Amounts are as people write them, shares too.
#[derive(Serialize, Deserialize)]
#[serde(tag = "says", rename_all = "kebab-case", deny_unknown_fields)]
enum ClaimShape {
    Total { amount: String },
    PriorityTotal { number: u8, amount: String },
    PeriodTotal { place: usize, amount: String },
    Balance { place: usize, amount: String },
    Sum { plus: Vec<String>, minus: Vec<String>, amount: String },
    Cash { plus: Vec<String>, minus: Vec<String> },
    Months { place: usize, months: u32 },
    PeriodFrom { day: NaiveDate },
    Years { code: String, years: u32 },
    CalendarYear { from: NaiveDate, to: NaiveDate },
    YearsBefore { years: u32, amount: String },
    Codes { codes: Vec<String> },
    Share { code: String, share: String },
}

/// Reads what a plan says beside its figures. A plan from before there were such words has none.
pub(super) fn words(json: &str) -> Result<Words> {
    serde_json::from_str::<WordsShape>(json)?.words()
}

/// What a plan says beside its figures, as JSON.
pub(super) fn of_words(words: &Words) -> Result<String> {
    let line = |(code, line): (&String, &LineWords)| {
        (code.clone(), LineShape { lead_partner: line.lead_partner.clone(), notes: line.notes.clone() })
    };
    let shape = WordsShape {
        outcomes: words.outcomes.clone(),
        priorities: words.priorities.iter().map(|priority| of_priority(String::new(), priority)).collect(),
        lines: words.lines.iter().map(line).collect(),
        year_before_label: words.year_before_label.clone(),
        printed: words.printed.iter().map(of_printed).collect(),
    };
    Ok(serde_json::to_string(&shape)?)
}

fn of_priority(name: String, words: &PriorityWords) -> PriorityShape {
    PriorityShape { name, outcomes: words.outcomes.clone(), criteria: words.criteria.clone() }
}

impl WordsShape {
    pub(super) fn words(self) -> Result<Words> {
        let priority = |shape: PriorityShape| PriorityWords { outcomes: shape.outcomes, criteria: shape.criteria };
        let line = |(code, shape): (String, LineShape)| (code, LineWords { lead_partner: shape.lead_partner, notes: shape.notes });
        Ok(Words {
            outcomes: self.outcomes,
            priorities: self.priorities.into_iter().map(priority).collect(),
            lines: self.lines.into_iter().map(line).collect(),
            year_before_label: self.year_before_label,
            printed: self.printed.into_iter().map(printed).collect::<Result<_>>()?,
        })
    }
}

/// Reads an amount of a text of our own.
pub(super) fn amount(text: &str) -> Result<Money> {
    Ok(Money::parse(text).map_err(serde_json::Error::custom)?)
}

fn amounts(texts: &[String]) -> Result<Vec<Money>> {
    texts.iter().map(|text| amount(text)).collect()
}

fn printed(shape: PrintedShape) -> Result<Printed> {
    let claim = match shape.claim {
        ClaimShape::Total { amount: text } => Claim::Total(amount(&text)?),
        ClaimShape::PriorityTotal { number, amount: text } => Claim::PriorityTotal { number, amount: amount(&text)? },
        ClaimShape::PeriodTotal { place, amount: text } => Claim::PeriodTotal { place, amount: amount(&text)? },
        ClaimShape::Balance { place, amount: text } => Claim::Balance { place, amount: amount(&text)? },
        ClaimShape::Sum { plus, minus, amount: text } => {
            Claim::Sum { plus: amounts(&plus)?, minus: amounts(&minus)?, amount: amount(&text)? }
        }
        ClaimShape::Cash { plus, minus } => Claim::Cash { plus: amounts(&plus)?, minus: amounts(&minus)? },
        ClaimShape::Months { place, months } => Claim::Months { place, months },
        ClaimShape::PeriodFrom { day } => Claim::PeriodFrom(day),
        ClaimShape::Years { code, years } => Claim::Years { code, years },
        ClaimShape::CalendarYear { from, to } => Claim::CalendarYear { from, to },
        ClaimShape::YearsBefore { years, amount: text } => Claim::YearsBefore { years, amount: amount(&text)? },
        ClaimShape::Codes { codes } => Claim::Codes(codes),
        ClaimShape::Share { code, share: text } => {
            let exact = Share::parse(&text).ok_or_else(|| serde_json::Error::custom(format!("{text} is no share")))?;
            Claim::Share { code, share: exact }
        }
    };
    Ok(Printed { place: shape.place, text: shape.text, claim })
}

fn of_printed(printed: &Printed) -> PrintedShape {
    let amounts = |amounts: &[Money]| amounts.iter().copied().map(money::plain).collect();
    let claim = match &printed.claim {
        Claim::Total(amount) => ClaimShape::Total { amount: money::plain(*amount) },
        Claim::PriorityTotal { number, amount } => ClaimShape::PriorityTotal { number: *number, amount: money::plain(*amount) },
        Claim::PeriodTotal { place, amount } => ClaimShape::PeriodTotal { place: *place, amount: money::plain(*amount) },
        Claim::Balance { place, amount } => ClaimShape::Balance { place: *place, amount: money::plain(*amount) },
        Claim::Sum { plus, minus, amount } => ClaimShape::Sum { plus: amounts(plus), minus: amounts(minus), amount: money::plain(*amount) },
        Claim::Cash { plus, minus } => ClaimShape::Cash { plus: amounts(plus), minus: amounts(minus) },
        Claim::Months { place, months } => ClaimShape::Months { place: *place, months: *months },
        Claim::PeriodFrom(day) => ClaimShape::PeriodFrom { day: *day },
        Claim::Years { code, years } => ClaimShape::Years { code: code.clone(), years: *years },
        Claim::CalendarYear { from, to } => ClaimShape::CalendarYear { from: *from, to: *to },
        Claim::YearsBefore { years, amount } => ClaimShape::YearsBefore { years: *years, amount: money::plain(*amount) },
        Claim::Codes(codes) => ClaimShape::Codes { codes: codes.clone() },
        Claim::Share { code, share } => ClaimShape::Share { code: code.clone(), share: share.to_string() },
    };
    PrintedShape { place: printed.place.clone(), text: printed.text.clone(), claim }
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct DateShape {
    day: String,
    month: String,
    year: String,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct DraftShape {
    name: String,
    starts_on: DateShape,
    ends_on: DateShape,
    outcomes: Vec<String>,
    priorities: Vec<PriorityShape>,
    periods: Vec<DraftPeriodShape>,
    lines: Vec<DraftLineShape>,
    fund_code: String,
    fund_name: String,
    fund_prefix: String,
    year_before_label: String,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct DraftPeriodShape {
    name: String,
    starts_on: DateShape,
    ends_on: DateShape,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct DraftLineShape {
    code: String,
    name: String,
    priority: Option<u8>,
    lead_partner: String,
    notes: String,
    amounts: Vec<String>,
    year_before: String,
}

fn date(shape: DateShape) -> TypedDate {
    TypedDate { day: shape.day, month: shape.month, year: shape.year }
}

fn of_date(typed: &TypedDate) -> DateShape {
    DateShape { day: typed.day.clone(), month: typed.month.clone(), year: typed.year.clone() }
}

/// Reads the next plan as it was typed.
pub(super) fn typed(json: &str) -> Result<TypedPlan> {
    let shape: DraftShape = serde_json::from_str(json)?;
    let priority = |shape: PriorityShape| TypedPriority {
        name: shape.name,
        words: PriorityWords { outcomes: shape.outcomes, criteria: shape.criteria },
    };
    let period = |shape: DraftPeriodShape| TypedPeriod { name: shape.name, starts_on: date(shape.starts_on), ends_on: date(shape.ends_on) };
    let line = |shape: DraftLineShape| TypedLine {
        code: shape.code,
        name: shape.name,
        priority: shape.priority,
        lead_partner: shape.lead_partner,
        notes: shape.notes,
        amounts: shape.amounts,
        year_before: shape.year_before,
    };
    Ok(TypedPlan {
        name: shape.name,
        starts_on: date(shape.starts_on),
        ends_on: date(shape.ends_on),
        outcomes: shape.outcomes,
        priorities: shape.priorities.into_iter().map(priority).collect(),
        periods: shape.periods.into_iter().map(period).collect(),
        lines: shape.lines.into_iter().map(line).collect(),
        fund_code: shape.fund_code,
        fund_name: shape.fund_name,
        fund_prefix: shape.fund_prefix,
        year_before_label: shape.year_before_label,
    })
}

/// The next plan as it is typed, as JSON.
pub(super) fn of_typed(typed: &TypedPlan) -> Result<String> {
    let period = |period: &TypedPeriod| DraftPeriodShape {
        name: period.name.clone(),
        starts_on: of_date(&period.starts_on),
        ends_on: of_date(&period.ends_on),
    };
    let line = |line: &TypedLine| DraftLineShape {
        code: line.code.clone(),
        name: line.name.clone(),
        priority: line.priority,
        lead_partner: line.lead_partner.clone(),
        notes: line.notes.clone(),
        amounts: line.amounts.clone(),
        year_before: line.year_before.clone(),
    };
    Ok(serde_json::to_string(&DraftShape {
        name: typed.name.clone(),
        starts_on: of_date(&typed.starts_on),
        ends_on: of_date(&typed.ends_on),
        outcomes: typed.outcomes.clone(),
        priorities: typed.priorities.iter().map(|priority| of_priority(priority.name.clone(), &priority.words)).collect(),
        periods: typed.periods.iter().map(period).collect(),
        lines: typed.lines.iter().map(line).collect(),
        fund_code: typed.fund_code.clone(),
        fund_name: typed.fund_name.clone(),
        fund_prefix: typed.fund_prefix.clone(),
        year_before_label: typed.year_before_label.clone(),
    })?)
}
