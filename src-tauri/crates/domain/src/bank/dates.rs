//! The forms in which British banks write dates.

use chrono::{Datelike, NaiveDate};

/// How a statement's dates are written. The day stands before the month in all but the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateForm {
    /// `2022-03-27`, `2022/03/27`, also with a time behind it
    YearMonthDay,
    /// `27/03/2022`, `27/3/22`, `27-03-2022`, `27.03.2022`, also with a time behind it
    DayMonthYear,
    /// `27 Mar 2022`, `27-MAR-22`, `27 March 2022`, `27Mar2022`
    MonthByName,
    /// `27032022`
    EightDigits,
    /// `220327`: year, month, day
    SixDigits,
}

impl DateForm {
    /// Every form, the least likely to be mistaken first.
    pub const ALL: [Self; 5] = [Self::YearMonthDay, Self::DayMonthYear, Self::MonthByName, Self::EightDigits, Self::SixDigits];
}

/// Reads a date of this form. A year of two digits is of this century: statements are of the last few years.
pub fn read_date(text: &str, form: DateForm) -> Option<NaiveDate> {
    let text = without_time(text.trim());
    match form {
        DateForm::YearMonthDay => {
            let [year, month, day] = three(text)?;
            (year.len() == 4).then(|| date(day, number(month, 2)?, year)).flatten()
        }
        DateForm::DayMonthYear => {
            let [day, month, year] = three(text)?;
            date(day, number(month, 2)?, year)
        }
        DateForm::MonthByName => {
            let (day, rest) = text.split_at_checked(text.find(|letter: char| !letter.is_ascii_digit())?)?;
            let rest = rest.trim_start_matches([' ', '-', '/', '.']);
            let (name, rest) = rest.split_at_checked(rest.find(|letter: char| !letter.is_ascii_alphabetic())?)?;
            date(day, month_named(name)?, rest.trim_start_matches([' ', '-', '/', '.', ',']))
        }
        DateForm::EightDigits => digits(text, 8).and_then(|()| date(text.get(..2)?, number(text.get(2..4)?, 2)?, text.get(4..)?)),
        DateForm::SixDigits => digits(text, 6).and_then(|()| date(text.get(4..)?, number(text.get(2..4)?, 2)?, text.get(..2)?)),
    }
}

/// A time of day behind a date is left out: `27/03/2022 14:05`, `2022-03-27T00:00:00`.
fn without_time(text: &str) -> &str {
    let Some(place) = text.rfind([' ', 'T']) else { return text };
    let time = text.get(place.saturating_add(1)..).unwrap_or("");
    let clock = time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'Z'));
    if clock { text.get(..place).unwrap_or(text) } else { text }
}

/// Three parts between one kind of sign.
fn three(text: &str) -> Option<[&str; 3]> {
    let sign = text.chars().find(|letter| matches!(letter, '/' | '-' | '.'))?;
    let mut parts = text.split(sign);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(three)
}

fn digits(text: &str, count: usize) -> Option<()> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(())
}

fn number(text: &str, most_digits: usize) -> Option<u32> {
    let right = !text.is_empty() && text.len() <= most_digits && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

fn date(day: &str, month: u32, year: &str) -> Option<NaiveDate> {
    let value = number(year, 4)?;
    let value = match year.len() {
        2 => value.checked_add(2000)?,
        4 => value,
        _ => return None,
    };
    // Before decimal money, or a year nobody lives to see, is another form read wrongly.
    let date = NaiveDate::from_ymd_opt(i32::try_from(value).ok()?, month, number(day, 2)?)?;
    (1971..=2099).contains(&date.year()).then_some(date)
}

fn month_named(name: &str) -> Option<u32> {
    const NAMES: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let name = name.to_ascii_lowercase();
    let place = NAMES.iter().position(|full| name.len() >= 3 && full.starts_with(&name)).or((name == "sept").then_some(8))?;
    u32::try_from(place.saturating_add(1)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_as_it_is_written_and_as_no_other() {
        let day = NaiveDate::from_ymd_opt(2022, 3, 27);
        for (form, texts) in [
            (DateForm::DayMonthYear, vec!["27/03/2022", "27/3/22", "27-03-2022", "27.03.2022", "27/03/2022 14:05", " 27/03/22 "]),
            (DateForm::YearMonthDay, vec!["2022-03-27", "2022/3/27", "2022-03-27T00:00:00", "2022-03-27 09:30"]),
            (DateForm::SixDigits, vec!["220327"]),
            (DateForm::MonthByName, vec!["27 Mar 2022", "27-MAR-22", "27 March 2022", "27Mar2022", "27 mar 2022 10:00"]),
            (DateForm::EightDigits, vec!["27032022"]),
        ] {
            for text in texts {
                for other in DateForm::ALL {
                    assert_eq!(read_date(text, other), if other == form { day } else { None }, "{text:?} as {other:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_date_is_no_date() {
        for text in [
            "",
            "31/02/2022",
            "27/03",
            "27/03-2022",
            "1/2/3/4",
            "27/03/222",
            "2022",
            "32 Mar 2022",
            "27 Mrz 2022",
            "99/99/9999",
            "27/03/1899",
            "é7/03/2022",
            "+7/03/2022",
        ] {
            for form in DateForm::ALL {
                assert_eq!(read_date(text, form), None, "{text:?} as {form:?}");
            }
        }
    }
}
