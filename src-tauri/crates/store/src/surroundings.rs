//! The clock, the ids and the randomness, given from outside so that none is hidden.

use crate::london::london_date;
use chrono::{DateTime, NaiveDate, Utc};
use std::time::SystemTime;
use uuid::Uuid;

/// What the world around the register provides.
pub trait Surroundings: Send + Sync {
    /// This instant.
    fn now(&self) -> DateTime<Utc>;
    /// Today's date in London.
    fn today(&self) -> NaiveDate {
        london_date(self.now())
    }
    /// A new time-ordered id.
    fn new_id(&self) -> Uuid;
    /// Fills the bytes with randomness fit for keys.
    fn random(&self, bytes: &mut [u8]);
}

/// The real clock, real ids and the operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemSurroundings;

impl Surroundings for SystemSurroundings {
    #[expect(clippy::disallowed_methods, reason = "this is the one home of the clock; everything else is given it")]
    fn now(&self) -> DateTime<Utc> {
        SystemTime::now().into()
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one home of new ids; everything else is given them")]
    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn random(&self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            // A key made without randomness would protect nothing, and nobody would notice.
            std::process::abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_time_ordered() {
        let ids: Vec<Uuid> = (0..100).map(|_| SystemSurroundings.new_id()).collect();
        assert!(ids.is_sorted());
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }

    #[test]
    fn randomness_fills_every_byte() {
        let mut bytes = [0_u8; 64];
        SystemSurroundings.random(&mut bytes);
        assert!(bytes.chunks(8).all(|part| part.iter().any(|byte| *byte != 0)));
    }
}
