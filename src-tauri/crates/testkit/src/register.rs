//! A fresh register in a folder that goes away with the test.

use crate::TestClock;
use chrono::NaiveDate;
use domain::member::Role;
use keys::{KdfCost, Passphrase, RecoveryKey};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{NewVault, Register, Surroundings};
use tempfile::TempDir;
use usecases::{Open, register};
use uuid::Uuid;

/// A register with the final plan, open for its co-ordinator, Joan Pelham.
pub struct TestRegister {
    /// The register, unlocked.
    pub open: Open,
    /// The clock of the world around it.
    pub clock: Arc<TestClock>,
    /// The printed recovery key.
    pub recovery: RecoveryKey,
    /// The co-ordinator.
    pub co_ordinator: Uuid,
    folder: PathBuf,
    place: TempDir,
}

impl TestRegister {
    /// A new register on 2 May 2022.
    pub fn new() -> Self {
        Self::on(NaiveDate::from_ymd_opt(2022, 5, 2).unwrap())
    }

    /// A new register on a day.
    pub fn on(day: NaiveDate) -> Self {
        let place = tempfile::tempdir().unwrap();
        let clock = Arc::new(TestClock::on(day));
        let world = Arc::clone(&clock) as Arc<dyn Surroundings>;
        let (open, recovery) =
            register::create(place.path(), "Allenton Big Local", "Joan Pelham", &Self::passphrase(), KdfCost::for_tests(), world).unwrap();
        let (folder, co_ordinator) = (open.register().folder().to_owned(), open.member().id.0);
        Self { open, clock, recovery, co_ordinator, folder, place }
    }

    /// Everybody's passphrase.
    pub fn passphrase() -> Passphrase {
        Passphrase::typed("abacus abdomen abide zoom quilt")
    }

    /// An id that nothing has.
    pub fn clock_id(&self) -> Uuid {
        self.clock.new_id()
    }

    /// The register's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder in which the register's folder stands.
    pub fn place(&self) -> &Path {
        self.place.path()
    }

    /// Gives another member a vault. What was sealed before stays sealed to them.
    #[must_use]
    pub fn with_member(self, name: &str, role: Role) -> (Self, Uuid) {
        let member_id = self.clock.new_id();
        let passphrase = Self::passphrase();
        let test = self.between(|folder, me, world| {
            let mut register = Register::unlock(folder, me, &passphrase, world).unwrap();
            let cost = KdfCost::for_tests();
            register.add_vault(&NewVault { member_id, name, role: role.code(), passphrase: &passphrase, cost }).unwrap();
            register.close().unwrap();
            me
        });
        (test, member_id)
    }

    /// Locks the register and unlocks it again for a member.
    #[must_use]
    pub fn signed_in(self, member: Uuid) -> Self {
        self.between(|_, _, _| member)
    }

    /// Locks the register and unlocks it again for the same member, as when the program is closed overnight.
    #[must_use]
    pub fn opened_again(self) -> Self {
        self.between(|_, me, _| me)
    }

    pub(crate) fn between(self, work: impl FnOnce(&Path, Uuid, Arc<dyn Surroundings>) -> Uuid) -> Self {
        let Self { open, clock, recovery, co_ordinator, folder, place } = self;
        let me = open.member().id.0;
        open.close().unwrap();
        let world = || Arc::clone(&clock) as Arc<dyn Surroundings>;
        let member = work(&folder, me, world());
        let open = register::open(&folder, member, &Self::passphrase(), world()).unwrap();
        Self { open, clock, recovery, co_ordinator, folder, place }
    }
}

impl Default for TestRegister {
    fn default() -> Self {
        Self::new()
    }
}
