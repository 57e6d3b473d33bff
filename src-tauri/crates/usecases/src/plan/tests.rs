//! The plans of a register: the final plan and what it prints, the next one typed and adopted, budget tables.

mod adopting;
mod figures;

use super::*;
use crate::register::{KdfCost, Passphrase, SystemSurroundings};
use chrono::{DateTime, Utc};
use domain::date::TypedDate;
use std::path::Path;
use std::sync::{Arc, Mutex};
use store::Surroundings;
use uuid::Uuid;

/// A computer whose clock says what it is told.
struct Clock(Mutex<DateTime<Utc>>);

impl Surroundings for Clock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }

    fn new_id(&self) -> Uuid {
        SystemSurroundings.new_id()
    }

    fn random(&self, bytes: &mut [u8]) {
        SystemSurroundings.random(bytes);
    }
}

/// A register that was made in this plan, on a day that can be moved.
struct Place {
    open: Open,
    clock: Arc<Clock>,
    folder: tempfile::TempDir,
}

fn noon(day: &str) -> DateTime<Utc> {
    format!("{day}T12:00:00Z").parse().unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn typed_date(text: &str) -> TypedDate {
    TypedDate::from_date(date(text))
}

fn passphrase() -> Passphrase {
    Passphrase::typed("abacus abdomen abide zoom quilt")
}

impl Place {
    fn new(day: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Clock(Mutex::new(noon(day))));
        let surroundings = Arc::clone(&clock) as Arc<dyn Surroundings>;
        let made =
            crate::register::create(folder.path(), "Anytown Together", "Rosa Nevin", &passphrase(), KdfCost::for_tests(), surroundings);
        Self { open: made.unwrap().0, clock, folder }
    }

    /// Goes on to another day.
    fn on(&self, day: &str) {
        *self.clock.0.lock().unwrap() = noon(day);
    }

    /// Locks the register and opens it again.
    fn opened_again(self) -> Self {
        let Self { open, clock, folder } = self;
        let (path, member) = (open.register().folder().to_owned(), open.member().id.0);
        open.close().unwrap();
        let surroundings = Arc::clone(&clock) as Arc<dyn Surroundings>;
        let open = crate::register::open(Path::new(&path), member, &passphrase(), surroundings).unwrap();
        Self { open, clock, folder }
    }
}
