//! What the tests of the store share: a register in a folder of its own, and words to open it.
#![allow(dead_code, reason = "every test binary has this module and uses a part of it")]

use keys::{KdfCost, Passphrase};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Created, Event, NewRegister, Register, StoreError, Surroundings, SystemSurroundings};
use tempfile::TempDir;
use uuid::Uuid;

/// A register and the folder it lives in, which goes away with it.
pub(crate) struct Place {
    pub(crate) home: TempDir,
    pub(crate) member_id: Uuid,
    pub(crate) recovery: keys::RecoveryKey,
}

pub(crate) fn system() -> Arc<dyn Surroundings> {
    Arc::new(SystemSurroundings)
}

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::typed("abacus abdomen abide zoom quilt")
}

pub(crate) fn other_passphrase() -> Passphrase {
    Passphrase::typed("zebra yogurt wombat velvet umpire")
}

pub(crate) fn create(folder: &Path) -> Result<Created, StoreError> {
    Register::create(
        &NewRegister {
            folder,
            partnership: "Anytown Together",
            member_name: "Rosa Nevin",
            member_role: "coordinator",
            passphrase: &passphrase(),
            cost: KdfCost::for_tests(),
        },
        system(),
    )
}

impl Place {
    pub(crate) fn new() -> (Self, Register) {
        let home = tempfile::tempdir().unwrap();
        let created = create(&home.path().join("Chest")).unwrap();
        (Self { home, member_id: created.member_id, recovery: created.recovery }, created.register)
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.home.path().join("Chest")
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder().join("register.chest")
    }

    pub(crate) fn unlock(&self) -> Result<Register, StoreError> {
        Register::unlock(&self.folder(), self.member_id, &passphrase(), system())
    }
}

pub(crate) fn event(note: &str) -> Event {
    Event { kind: "noteAdded", subject: None, payload: json!({ "note": note }), touched: &["notes"], signed: false }
}

/// A change that does nothing but say so.
pub(crate) fn note(register: &mut Register, note: &str) -> i64 {
    register.change(|_| Ok::<_, StoreError>(((), event(note)))).unwrap().event_seq
}
