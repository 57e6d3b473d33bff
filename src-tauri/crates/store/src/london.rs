//! The date and the time in London, worked out from the rule of British Summer Time.

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday};

/// The date on a London calendar at an instant.
///
/// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October, as it has
/// since 1996. A partnership's dates are London dates, wherever the laptop believes it is.
pub fn london_date(at: DateTime<Utc>) -> NaiveDate {
    london(at).date()
}

/// The time on a London clock at an instant, in whole minutes, as minutes of a meeting are written.
pub fn london_time(at: DateTime<Utc>) -> NaiveTime {
    let local = london(at).time();
    NaiveTime::from_hms_opt(local.hour(), local.minute(), 0).unwrap_or(local)
}

fn london(at: DateTime<Utc>) -> NaiveDateTime {
    let plain = at.naive_utc();
    let summer =
        change_over(plain.year(), 3).zip(change_over(plain.year(), 10)).is_some_and(|(starts, ends)| plain >= starts && plain < ends);
    if summer { plain.checked_add_signed(Duration::hours(1)).unwrap_or(plain) } else { plain }
}

/// 01:00 UTC on the last Sunday of a month of 31 days.
fn change_over(year: i32, month: u32) -> Option<NaiveDateTime> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let back = u64::from(last.weekday().days_since(Weekday::Sun));
    last.checked_sub_days(Days::new(back))?.and_hms_opt(1, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_turns_at_midnight_in_london() {
        for (instant, date) in [
            ("2023-01-20T23:59:59Z", "2023-01-20"),
            ("2023-03-25T23:30:00Z", "2023-03-25"),
            ("2023-03-26T23:30:00Z", "2023-03-27"),
            ("2023-07-01T22:59:59Z", "2023-07-01"),
            ("2023-07-01T23:00:00Z", "2023-07-02"),
            ("2023-10-28T23:30:00Z", "2023-10-29"),
            ("2023-10-29T23:30:00Z", "2023-10-29"),
            ("2024-12-31T23:30:00Z", "2024-12-31"),
        ] {
            let at: DateTime<Utc> = instant.parse().unwrap();
            assert_eq!(london_date(at).to_string(), date, "{instant}");
        }
    }

    #[test]
    fn the_time_is_the_one_on_the_wall_in_whole_minutes() {
        for (instant, time) in
            [("2023-01-26T18:45:59Z", "18:45:00"), ("2023-07-20T17:45:00Z", "18:45:00"), ("2023-07-20T23:10:00Z", "00:10:00")]
        {
            let at: DateTime<Utc> = instant.parse().unwrap();
            assert_eq!(london_time(at).to_string(), time, "{instant}");
        }
    }
}
