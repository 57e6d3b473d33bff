//! This computer, as the register sees it: clock, ids, randomness.

use chrono::{DateTime, Utc};
use usecases::{Surroundings, SystemSurroundings};
use uuid::Uuid;

/// This computer's clock and randomness. A build for tests may stand on another day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Computer;

impl Surroundings for Computer {
    fn now(&self) -> DateTime<Utc> {
        super::now()
    }

    fn new_id(&self) -> Uuid {
        SystemSurroundings.new_id()
    }

    fn random(&self, bytes: &mut [u8]) {
        SystemSurroundings.random(bytes);
    }
}
