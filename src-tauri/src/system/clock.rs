//! The clock of this computer, which a build for tests can set to another day.

use chrono::{DateTime, NaiveDate, Utc};

/// This moment.
#[must_use]
pub fn now() -> DateTime<Utc> {
    #[cfg(feature = "e2e")]
    if let Some(moment) = rehearsed::now() {
        return moment;
    }
    #[expect(clippy::disallowed_methods, reason = "the one home of the clock")]
    Utc::now()
}

/// Today, where this computer stands.
#[must_use]
pub fn today() -> NaiveDate {
    #[cfg(feature = "e2e")]
    if let Some(moment) = rehearsed::now() {
        return moment.date_naive();
    }
    #[expect(clippy::disallowed_methods, reason = "the one home of the clock")]
    chrono::Local::now().date_naive()
}

#[cfg(feature = "e2e")]
mod rehearsed {
    //! The day named by `CHEST_E2E_TODAY`, from sixteen minutes to eleven in the morning onwards.

    use std::sync::LazyLock;
    use std::time::Instant;

    use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

    static START: LazyLock<(Instant, Option<DateTime<Utc>>)> = LazyLock::new(|| {
        let moment = std::env::var("CHEST_E2E_TODAY")
            .ok()
            .and_then(|day| day.parse::<NaiveDate>().ok())
            .and_then(|day| Some(day.and_time(NaiveTime::from_hms_opt(10, 44, 0)?).and_utc()));
        (Instant::now(), moment)
    });

    pub(super) fn now() -> Option<DateTime<Utc>> {
        let (began, moment) = *START;
        // Time goes on, so that what is recorded later is later.
        Some(moment? + began.elapsed())
    }
}
