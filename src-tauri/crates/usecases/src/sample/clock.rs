//! A clock that is set to each day of a story in turn.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::Surroundings;
use uuid::Uuid;

/// Office hours begin at half past nine.
const OPENS_AT: TimeDelta = TimeDelta::minutes(9 * 60 + 30);
/// How long the office takes over one thing.
const ONE_THING: TimeDelta = TimeDelta::minutes(4);

/// Surroundings whose clock stands where the story is. Ids and randomness are the world's own.
pub(super) struct PastClock {
    world: Arc<dyn Surroundings>,
    millis: AtomicI64,
}

impl PastClock {
    /// A clock that stands at the opening of a day.
    pub(super) fn over(world: Arc<dyn Surroundings>, day: NaiveDate) -> Self {
        Self { world, millis: AtomicI64::new(opening(day).timestamp_millis()) }
    }

    /// Moves on to the next thing: a little later, or to the opening of a later day.
    pub(super) fn move_to(&self, day: NaiveDate) {
        let later = self.now().checked_add_signed(ONE_THING).unwrap_or_else(|| self.now());
        self.millis.store(later.max(opening(day)).timestamp_millis(), Ordering::Relaxed);
    }
}

fn opening(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).checked_add_signed(OPENS_AT).unwrap_or_default().and_utc()
}

impl Surroundings for PastClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.millis.load(Ordering::Relaxed)).unwrap_or_default()
    }

    fn new_id(&self) -> Uuid {
        self.world.new_id()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.world.random(bytes);
    }
}
