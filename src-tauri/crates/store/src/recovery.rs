//! Recovery: the printed key opens the register when a member's passphrase is lost.

use crate::disk::FolderLock;
use crate::folder::Folder;
use crate::register::{Opening, key_event, random, record, register_key};
use crate::{Register, StoreError, Surroundings, WriteTx, migration, place};
use keys::{Holder, KdfCost, Opener, Passphrase, Recipient, RecoveryKey, Vault};
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

/// What is needed to seal again, for the member's new keys, what was sealed for the old ones.
pub struct Resealing<'a> {
    /// Opens every sealed blob.
    pub recovery: &'a RecoveryKey,
    /// The member who gets new keys.
    pub member_id: Uuid,
    /// For whom was sealed before. `None` if the member had no keys.
    pub former: Option<Recipient>,
    /// For whom to seal now.
    pub renewed: Recipient,
}

impl Register {
    /// Opens a register with the printed recovery key, and gives a member new keys and a new passphrase.
    ///
    /// `reseal` is called inside the same change, to seal again whatever was sealed for the member's former keys:
    /// only the caller knows who may read which blob. If it fails, nothing is changed.
    pub fn recover(
        path: &Path,
        recovery: &RecoveryKey,
        member_id: Uuid,
        passphrase: &Passphrase,
        cost: KdfCost,
        surroundings: Arc<dyn Surroundings>,
        reseal: impl FnOnce(&mut WriteTx<'_>, &Resealing<'_>) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        let folder = Folder::existing(path)?;
        place::check(folder.root())?;
        folder.card()?;
        let lock = FolderLock::take(&folder.lock())?;
        let key = register_key(&folder, recovery)?.ok_or(StoreError::Key(keys::KeyError::NotForThisKey))?;

        // The register is opened with keys made for the occasion, to find out who the member is.
        let mut register = Self::assemble(Opening {
            folder,
            lock,
            key,
            keyring: Arc::new(keys::Keyring::generate()?),
            member_id,
            surroundings,
            steps: migration::ALL,
        })?;
        let surroundings = Arc::clone(register.surroundings());
        let (name, role) = register.read(|tx| tx.name_and_role(member_id))?;
        let holder = Holder { member_id, name, role };
        let vault = Vault::close(&holder, register.keyring(), passphrase, cost, &random(surroundings.as_ref()))?;
        let keyring = register.shared_keyring();
        register.change_keys(&vault, |tx| {
            let former = tx.key_holder(member_id)?.map(|holder| holder.recipient);
            record(tx, member_id, &keyring)?;
            let resealing = Resealing { recovery, member_id, former, renewed: keyring.recipient() };
            reseal(tx, &resealing)?;
            Ok(key_event("registerRecovered", member_id, &keyring))
        })?;
        Ok(register)
    }

    /// Whether a printed recovery key opens this register, without changing anything: the yearly drill.
    pub fn check_recovery(path: &Path, recovery: &RecoveryKey) -> Result<(), StoreError> {
        let folder = Folder::existing(path)?;
        register_key(&folder, recovery)?.map(|_| ()).ok_or(StoreError::Key(keys::KeyError::NotForThisKey))
    }
}

/// Seals a blob again for other recipients, with whatever can open it now.
impl WriteTx<'_> {
    /// Opens a blob and seals it anew. The plain bytes are wiped at once.
    pub fn reseal_blob_for(&mut self, blob_id: Uuid, opener: &dyn Opener, recipients: &[Recipient]) -> Result<(), StoreError> {
        let plain = opener.open(&self.get_blob(blob_id)?)?;
        let sealed = keys::seal(&plain, recipients)?;
        self.reseal_blob(blob_id, &sealed)
    }
}
