//! The day of the sample partnership, which stands still while the clock goes on.

use crate::Result;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};
use store::{Register, Surroundings};
use uuid::Uuid;

/// The setting that marks the sample.
pub(crate) const SAMPLE: &str = "sample";

/// What the setting says.
#[derive(Serialize, Deserialize)]
pub(crate) struct SampleSetting {
    /// The day it always is.
    pub(crate) today: NaiveDate,
}

/// Surroundings whose day may be given once; instants, ids and randomness stay those of the world.
pub(crate) struct GivenDay {
    world: Arc<dyn Surroundings>,
    today: OnceLock<NaiveDate>,
}

impl GivenDay {
    /// The world as it is, until a day is given.
    pub(crate) fn over(world: Arc<dyn Surroundings>) -> Arc<Self> {
        Arc::new(Self { world, today: OnceLock::new() })
    }

    /// Takes the day from the register, if it is the sample.
    pub(crate) fn read(&self, register: &Register) -> Result<()> {
        if let Some(json) = register.read(|tx| tx.setting(SAMPLE))? {
            let setting: SampleSetting = serde_json::from_str(&json)?;
            self.today.get_or_init(|| setting.today);
        }
        Ok(())
    }
}

impl Surroundings for GivenDay {
    fn now(&self) -> DateTime<Utc> {
        self.world.now()
    }

    fn today(&self) -> NaiveDate {
        self.today.get().copied().unwrap_or_else(|| self.world.today())
    }

    fn new_id(&self) -> Uuid {
        self.world.new_id()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.world.random(bytes);
    }
}
