//! The yearly programme of meetings, and the days by which items and notices should be there (§8.1, §8.8, §8.13).

use super::{AGENDA_NOTICE_DAYS, FORUM_NOTICE_MONTHS, ITEM_NOTICE_DAYS, MeetingKind};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Where notice of a meeting is given (§8.13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticePlace {
    /// The website.
    Website,
    /// On paper at the Community Hub.
    Hub,
    /// By e-mail to groups, and to residents who ask.
    Email,
    /// The agenda, to the members.
    Members,
}

impl NoticePlace {
    /// Every place.
    pub const ALL: [Self; 4] = [Self::Website, Self::Hub, Self::Email, Self::Members];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Website => "website",
            Self::Hub => "hub",
            Self::Email => "email",
            Self::Members => "members",
        }
    }

    /// The place of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.code() == code)
    }
}

/// The year of the programme in which a day lies: twelve months from the day and month on which the plan starts. A day
/// outside the plan lies in the twelve months around it by the same anniversary.
pub fn programme_year(plan_starts_on: NaiveDate, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let anniversary = |year: i32| {
        let months = year.saturating_sub(plan_starts_on.year()).saturating_mul(12);
        let step = Months::new(months.unsigned_abs());
        let day = if months < 0 { plan_starts_on.checked_sub_months(step) } else { plan_starts_on.checked_add_months(step) };
        day.unwrap_or(plan_starts_on)
    };
    let this = anniversary(today.year());
    let (from, next) = if this <= today {
        (this, anniversary(today.year().saturating_add(1)))
    } else {
        (anniversary(today.year().saturating_sub(1)), this)
    };
    (from, next.pred_opt().unwrap_or(next))
}

/// The last day on which items for the agenda may be sent to the co-ordinator (§8.13). Later ones are for the Chair and the
/// co-ordinator to allow.
pub fn items_due_on(held_on: NaiveDate) -> NaiveDate {
    held_on.checked_sub_days(Days::new(ITEM_NOTICE_DAYS.into())).unwrap_or(held_on)
}

/// The day by which notice should be given: for a Forum on the website a month before it (§8.1); otherwise with the agenda.
pub fn notice_due_on(kind: MeetingKind, place: NoticePlace, held_on: NaiveDate) -> NaiveDate {
    let due = if kind == MeetingKind::Forum && place == NoticePlace::Website {
        held_on.checked_sub_months(Months::new(FORUM_NOTICE_MONTHS))
    } else {
        held_on.checked_sub_days(Days::new(AGENDA_NOTICE_DAYS.into()))
    };
    due.unwrap_or(held_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_year_of_the_programme_runs_from_the_plans_own_day() {
        for (starts, today, from, to) in [
            ("2022-04-01", "2022-04-01", "2022-04-01", "2023-03-31"),
            ("2022-04-01", "2023-01-17", "2022-04-01", "2023-03-31"),
            ("2022-04-01", "2023-04-01", "2023-04-01", "2024-03-31"),
            // Outside the plan.
            ("2022-04-01", "2022-03-31", "2021-04-01", "2022-03-31"),
            ("2022-04-01", "2025-12-24", "2025-04-01", "2026-03-31"),
            // A plan that starts on a leap day.
            ("2024-02-29", "2025-02-27", "2024-02-29", "2025-02-27"),
            ("2024-02-29", "2025-02-28", "2025-02-28", "2026-02-27"),
        ] {
            assert_eq!(programme_year(day(starts), day(today)), (day(from), day(to)), "{starts}, {today}");
        }
    }

    #[test]
    fn items_and_notices_are_due_as_the_plan_says() {
        // §8.13: ten days. §8.1: a month on the website, true to the calendar.
        assert_eq!(items_due_on(day("2023-01-20")), day("2023-01-10"));
        let due = |kind, place| notice_due_on(kind, place, day("2023-03-31"));
        assert_eq!(due(MeetingKind::Forum, NoticePlace::Website), day("2023-02-28"));
        assert_eq!(due(MeetingKind::Forum, NoticePlace::Hub), day("2023-03-24"));
        assert_eq!(due(MeetingKind::Partnership, NoticePlace::Website), day("2023-03-24"));
        assert!(NoticePlace::ALL.into_iter().all(|place| NoticePlace::from_code(place.code()) == Some(place)));
    }
}
