//! Which backups are kept: seven days, four weeks, twelve months.

use chrono::{Datelike, NaiveDateTime};
use std::collections::BTreeSet;

const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// The backups to keep, of all there are: the newest of each of the last seven days, four weeks and twelve months
/// that have one. The newest of all is always kept.
pub fn keep(made: &[NaiveDateTime]) -> BTreeSet<NaiveDateTime> {
    let mut newest_first = made.to_vec();
    newest_first.sort_by(|a, b| b.cmp(a));
    let mut kept = BTreeSet::new();
    newest_of_each(&newest_first, DAYS, |at| (at.year(), at.ordinal()), &mut kept);
    newest_of_each(&newest_first, WEEKS, |at| (at.iso_week().year(), at.iso_week().week()), &mut kept);
    newest_of_each(&newest_first, MONTHS, |at| (at.year(), at.month()), &mut kept);
    kept
}

fn newest_of_each(
    newest_first: &[NaiveDateTime],
    most: usize,
    period: impl Fn(&NaiveDateTime) -> (i32, u32),
    kept: &mut BTreeSet<NaiveDateTime>,
) {
    let mut seen = BTreeSet::new();
    for at in newest_first {
        if seen.len() == most {
            break;
        }
        if seen.insert(period(at)) {
            kept.insert(*at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, NaiveDate};

    fn every_day(days: u64) -> Vec<NaiveDateTime> {
        let first = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
        (0..days)
            .flat_map(|day| {
                let date = first + Days::new(day);
                [date.and_hms_opt(9, 0, 0), date.and_hms_opt(17, 0, 0)]
            })
            .flatten()
            .collect()
    }

    #[test]
    fn seven_days_four_weeks_and_twelve_months_are_kept() {
        // 800 days from 1 January 2022 end on Sunday 10 March 2024.
        let kept = keep(&every_day(800));
        let dates: Vec<String> = kept.iter().map(|at| at.date().to_string()).collect();
        let expected = [
            "2023-04-30",
            "2023-05-31",
            "2023-06-30",
            "2023-07-31",
            "2023-08-31",
            "2023-09-30",
            "2023-10-31",
            "2023-11-30",
            "2023-12-31",
            "2024-01-31",
            "2024-02-18",
            "2024-02-25",
            "2024-02-29",
            "2024-03-03",
            "2024-03-04",
            "2024-03-05",
            "2024-03-06",
            "2024-03-07",
            "2024-03-08",
            "2024-03-09",
            "2024-03-10",
        ];
        assert_eq!(dates, expected);
    }

    #[test]
    fn of_one_day_the_newest_is_kept() {
        let kept = keep(&every_day(1));
        assert_eq!(kept.len(), 1);
        assert_eq!(kept.first().unwrap().to_string(), "2022-01-01 17:00:00");
    }

    #[test]
    fn the_newest_is_always_kept_and_rotation_comes_to_rest() {
        for days in [1, 3, 10, 45, 400] {
            let made = every_day(days);
            let kept = keep(&made);
            assert!(kept.contains(made.last().unwrap()));
            let again: Vec<NaiveDateTime> = kept.iter().copied().collect();
            assert_eq!(keep(&again), kept);
        }
        assert!(keep(&[]).is_empty());
    }
}
