//! A clock that a test sets, with ids and randomness that are the same in every run.

use chrono::{DateTime, Days, NaiveDate, Utc};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use store::Surroundings;
use uuid::Uuid;

/// Surroundings for a test: the clock stands until it is set, and ids count up.
#[derive(Debug)]
pub struct TestClock {
    millis: AtomicI64,
    ids: AtomicU64,
    drawn: AtomicU64,
}

impl TestClock {
    /// A clock that stands at ten in the morning of a day.
    pub fn on(day: NaiveDate) -> Self {
        Self { millis: AtomicI64::new(ten_o_clock(day).timestamp_millis()), ids: AtomicU64::new(1), drawn: AtomicU64::new(1) }
    }

    /// Sets the clock to ten in the morning of a day.
    pub fn set(&self, day: NaiveDate) {
        self.millis.store(ten_o_clock(day).timestamp_millis(), Ordering::Relaxed);
    }

    /// Lets some days go by.
    pub fn pass_days(&self, days: u64) {
        self.set(self.today().checked_add_days(Days::new(days)).unwrap());
    }
}

fn ten_o_clock(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(10, 0, 0).unwrap().and_utc()
}

impl Surroundings for TestClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.millis.load(Ordering::Relaxed)).unwrap()
    }

    fn new_id(&self) -> Uuid {
        let mut counted = [0_u8; 10];
        counted[2..].copy_from_slice(&self.ids.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        let millis = u64::try_from(self.millis.load(Ordering::Relaxed)).unwrap();
        uuid::Builder::from_unix_timestamp_millis(millis, &counted).into_uuid()
    }

    fn random(&self, bytes: &mut [u8]) {
        // SplitMix64: enough to fill nonces and salts that differ, and the same in every run.
        for part in bytes.chunks_mut(8) {
            let mut word = self.drawn.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
            word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            part.copy_from_slice(&(word ^ (word >> 31)).to_le_bytes()[..part.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_and_valid_and_the_clock_goes_where_it_is_set() {
        let day = NaiveDate::from_ymd_opt(2022, 6, 30).unwrap();
        let clock = TestClock::on(day);
        let ids: Vec<Uuid> = (0..300).map(|_| clock.new_id()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
        clock.pass_days(1);
        assert_eq!(clock.today().to_string(), "2022-07-01");
        assert!(clock.new_id() > ids[299]);
    }

    #[test]
    fn randomness_differs_from_call_to_call_and_not_from_run_to_run() {
        let day = NaiveDate::from_ymd_opt(2022, 6, 30).unwrap();
        let draw = |clock: &TestClock| {
            let mut bytes = [0_u8; 20];
            clock.random(&mut bytes);
            bytes
        };
        let (one, other) = (TestClock::on(day), TestClock::on(day));
        let first = draw(&one);
        assert_ne!(first, draw(&one));
        assert_eq!(first, draw(&other));
    }
}
