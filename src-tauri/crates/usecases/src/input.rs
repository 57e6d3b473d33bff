//! What was typed into a form: money, dates and numbers read, and every field that is not right.

use crate::{Error, FieldFault, Result};
use chrono::{NaiveDate, NaiveTime};
use domain::Money;
use domain::application::check::{LONGEST_ANSWER, LONGEST_LINE};
use domain::date::TypedDate;
use domain::time::{self, TimeProblem};

/// The most that is taken as a number of people.
const MOST_PEOPLE: u32 = 1_000_000;

/// The fields of one input that are not right, gathered so that all of them are told at once.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<(String, FieldFault)>);

impl Faults {
    /// Says that a field is not right.
    pub(crate) fn refuse(&mut self, field: impl Into<String>, fault: FieldFault) {
        self.0.push((field.into(), fault));
    }

    /// Reads a date.
    pub(crate) fn date(&mut self, field: &str, typed: &TypedDate) -> Option<NaiveDate> {
        typed.date().map_err(|problem| self.refuse(field, FieldFault::Date(problem))).ok()
    }

    /// Reads a time of day.
    pub(crate) fn time(&mut self, field: &str, typed: &str) -> Option<NaiveTime> {
        let refuse = |problem| match problem {
            TimeProblem::Missing => FieldFault::Missing,
            TimeProblem::NotATime => FieldFault::NotATime,
        };
        time::parse(typed).map_err(|problem| self.refuse(field, refuse(problem))).ok()
    }

    /// Reads an amount.
    pub(crate) fn money(&mut self, field: &str, typed: &str) -> Option<Money> {
        Money::parse(typed).map_err(|problem| self.refuse(field, FieldFault::Money(problem))).ok()
    }

    /// Reads a number of people; none when nothing was typed.
    pub(crate) fn people(&mut self, field: impl Into<String>, typed: &str) -> Option<u32> {
        let bare: String = typed.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
        if bare.is_empty() {
            return None;
        }
        let number = bare.bytes().all(|b| b.is_ascii_digit()).then(|| bare.parse().ok()).flatten().filter(|count| *count <= MOST_PEOPLE);
        if number.is_none() {
            self.refuse(field, FieldFault::NotANumber);
        }
        number
    }

    /// Takes a single line of text, without the space around it.
    pub(crate) fn line(&mut self, field: &str, typed: &str) -> String {
        self.text(field, typed, LONGEST_LINE)
    }

    /// Takes an answer or a reason, without the space around it.
    pub(crate) fn answer(&mut self, field: &str, typed: &str) -> String {
        self.text(field, typed, LONGEST_ANSWER)
    }

    /// Takes a single line of text that must be there.
    pub(crate) fn needed_line(&mut self, field: &str, typed: &str) -> String {
        let text = self.line(field, typed);
        if text.is_empty() {
            self.refuse(field, FieldFault::Missing);
        }
        text
    }

    /// Takes an answer or a reason that must be there.
    pub(crate) fn needed_answer(&mut self, field: &str, typed: &str) -> String {
        let text = self.answer(field, typed);
        if text.is_empty() {
            self.refuse(field, FieldFault::Missing);
        }
        text
    }

    /// Takes a note of at most so many characters, without the space around it.
    pub(crate) fn note(&mut self, field: &str, typed: &str, most: usize) -> String {
        self.text(field, typed, most)
    }

    fn text(&mut self, field: &str, typed: &str, most: usize) -> String {
        let text = typed.trim();
        if text.chars().count() > most {
            self.refuse(field, FieldFault::TooLong { most });
        }
        text.to_owned()
    }

    /// Passes when every field is right.
    pub(crate) fn settle(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Fields(self.0)) }
    }

    /// The value, when it and every other field is right.
    pub(crate) fn settled<T>(self, value: Option<T>) -> Result<T> {
        self.settle()?;
        value.ok_or(Error::Fields(Vec::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::date::DateProblem;
    use domain::money::MoneyProblem;

    #[test]
    fn every_field_that_is_not_right_is_told_at_once_in_the_order_of_the_form() {
        let mut faults = Faults::default();
        assert_eq!(faults.money("amount", "£1,250.5"), Some(Money::from_pence(125_050)));
        assert_eq!(faults.money("amount", "-3"), None);
        assert_eq!(faults.date("paidOn", &TypedDate { day: "31".into(), month: "feb".into(), year: "2023".into() }), None);
        assert_eq!(faults.people("total", " 1,200 "), Some(1200));
        assert_eq!(faults.people("fromArea", ""), None);
        assert_eq!(faults.time("startsAt", "6.30 pm").map(time::written).as_deref(), Some("6:30pm"));
        assert_eq!((faults.time("startsAt", "half six"), faults.time("endsAt", "")), (None, None));
        assert_eq!(faults.people("byAge.2", "many"), None);
        assert_eq!(faults.people("byAge.3", "1000001"), None);
        faults.line("name", &"x".repeat(LONGEST_LINE + 1));
        let Err(Error::Fields(fields)) = faults.settle() else { panic!("some fields are wrong") };
        let expected = [
            ("amount", FieldFault::Money(MoneyProblem::Negative)),
            ("paidOn", FieldFault::Date(DateProblem::NotReal)),
            ("startsAt", FieldFault::NotATime),
            ("endsAt", FieldFault::Missing),
            ("byAge.2", FieldFault::NotANumber),
            ("byAge.3", FieldFault::NotANumber),
            ("name", FieldFault::TooLong { most: LONGEST_LINE }),
        ];
        assert_eq!(fields, expected.map(|(field, fault)| (field.to_owned(), fault)));
    }
}
