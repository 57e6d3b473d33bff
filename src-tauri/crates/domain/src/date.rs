//! Dates: how people type them, how we write them, and the month after the end of funding.

use chrono::{Datelike, Months, NaiveDate};

/// A date as it was typed into three boxes. Kept as typed until it is right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedDate {
    /// `27`
    pub day: String,
    /// `3`, `mar` or `March`
    pub month: String,
    /// `2022`
    pub year: String,
}

/// Why three boxes are not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    /// All three boxes are empty.
    #[error("no date")]
    Missing,
    /// The day is empty.
    #[error("no day")]
    NoDay,
    /// The month is empty.
    #[error("no month")]
    NoMonth,
    /// The year is empty.
    #[error("no year")]
    NoYear,
    /// The year has not four digits.
    #[error("year not of four digits")]
    YearOfFourDigits,
    /// There is no such day.
    #[error("not a real date")]
    NotReal,
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

impl TypedDate {
    /// The boxes filled from a date.
    pub fn from_date(date: NaiveDate) -> Self {
        Self { day: date.day().to_string(), month: date.month().to_string(), year: date.year().to_string() }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        [&self.day, &self.month, &self.year].iter().all(|part| part.trim().is_empty())
    }

    /// Reads the three boxes. Months may be numbers or names, in full or the first three letters.
    pub fn date(&self) -> Result<NaiveDate, DateProblem> {
        let (day, month, year) = (self.day.trim(), self.month.trim(), self.year.trim());
        match (day.is_empty(), month.is_empty(), year.is_empty()) {
            (true, true, true) => return Err(DateProblem::Missing),
            (true, _, _) => return Err(DateProblem::NoDay),
            (_, true, _) => return Err(DateProblem::NoMonth),
            (_, _, true) => return Err(DateProblem::NoYear),
            (false, false, false) => {}
        }
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DateProblem::YearOfFourDigits);
        }
        let month = month_number(month).ok_or(DateProblem::NotReal)?;
        let day = day.parse().map_err(|_| DateProblem::NotReal)?;
        let year = year.parse().map_err(|_| DateProblem::NotReal)?;
        NaiveDate::from_ymd_opt(year, month, day).ok_or(DateProblem::NotReal)
    }
}

fn month_number(typed: &str) -> Option<u32> {
    if let Ok(number) = typed.parse::<u32>() {
        return Some(number);
    }
    let typed = typed.to_lowercase();
    let position = MONTHS.iter().position(|name| {
        let name = name.to_lowercase();
        typed.len() >= 3 && name.starts_with(&typed)
    })?;
    u32::try_from(position).ok()?.checked_add(1)
}

/// When the Grant Feedback form is due: "within one month of the end of funding" (§7 Q5), true to the
/// calendar: 31 January is followed by 28 February.
pub fn feedback_due(end_of_funding: NaiveDate) -> NaiveDate {
    end_of_funding.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX)
}

/// `20 January 2023`
pub fn written(date: NaiveDate) -> String {
    let month = usize::try_from(date.month0()).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn feedback_is_due_one_calendar_month_after_the_end_of_funding() {
        for (end, due) in [
            (ymd(2023, 1, 31), ymd(2023, 2, 28)),
            (ymd(2024, 1, 31), ymd(2024, 2, 29)),
            (ymd(2022, 11, 30), ymd(2022, 12, 30)),
            (ymd(2022, 12, 31), ymd(2023, 1, 31)),
            (ymd(2023, 5, 31), ymd(2023, 6, 30)),
        ] {
            assert_eq!(feedback_due(end), due, "{end}");
        }
    }

    #[test]
    fn typed_dates_are_read_or_refused_with_the_part_that_is_wrong() {
        let typed = |day: &str, month: &str, year: &str| TypedDate { day: day.into(), month: month.into(), year: year.into() }.date();
        assert_eq!(typed("27", "3", "2022"), Ok(ymd(2022, 3, 27)));
        assert_eq!(typed(" 1 ", "jan", "2023"), Ok(ymd(2023, 1, 1)));
        assert_eq!(typed("01", "September", "2022"), Ok(ymd(2022, 9, 1)));
        assert_eq!(typed("", "", ""), Err(DateProblem::Missing));
        assert_eq!(typed("", "3", "2022"), Err(DateProblem::NoDay));
        assert_eq!(typed("27", "", "2022"), Err(DateProblem::NoMonth));
        assert_eq!(typed("27", "3", ""), Err(DateProblem::NoYear));
        assert_eq!(typed("27", "3", "22"), Err(DateProblem::YearOfFourDigits));
        assert_eq!(typed("31", "2", "2022"), Err(DateProblem::NotReal));
        assert_eq!(typed("29", "feb", "2023"), Err(DateProblem::NotReal));
        assert_eq!(typed("1", "ju", "2023"), Err(DateProblem::NotReal));
        assert_eq!(typed("-1", "1", "2023"), Err(DateProblem::NotReal));
    }

    #[test]
    fn dates_are_written_in_full() {
        assert_eq!(written(ymd(2023, 1, 20)), "20 January 2023");
    }

    proptest! {
        #[test]
        fn a_date_put_in_the_boxes_reads_back_as_itself(days in 0i64..60_000) {
            let date = ymd(1950, 1, 1) + chrono::Duration::days(days);
            prop_assert_eq!(TypedDate::from_date(date).date(), Ok(date));
        }
    }
}
