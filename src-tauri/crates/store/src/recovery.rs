//! Recovery: the printed key opens the register when a member's passphrase is lost, and is then no longer the key.

use crate::disk::FolderLock;
use crate::folder::Folder;
use crate::register::{Opening, VaultFiles, key_event, random, record, register_key};
use crate::{Changed, Event, Register, StoreError, Surroundings, WriteTx, migration, place};
use keys::{Holder, KdfCost, Opener, Passphrase, Recipient, RecoveryKey, Vault};
use serde_json::json;
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
    /// The paper has been out of its envelope, so its key ends too, and a new one is handed back to be printed.
    /// `reseal` is called inside the same change, to seal again whatever was sealed for the former keys: only the
    /// caller knows who may read which blob. If it fails, nothing is changed.
    pub fn recover<E: From<StoreError>>(
        path: &Path,
        recovery: &RecoveryKey,
        member_id: Uuid,
        passphrase: &Passphrase,
        cost: KdfCost,
        surroundings: Arc<dyn Surroundings>,
        reseal: impl FnOnce(&mut WriteTx<'_>, &Resealing<'_>) -> Result<(), E>,
    ) -> Result<(Self, RecoveryKey), E> {
        let folder = Folder::existing(path)?;
        place::check(folder.root())?;
        folder.card()?;
        let lock = FolderLock::take(&folder.lock())?;
        let key = register_key(&folder, recovery)?.ok_or(StoreError::Key(keys::KeyError::NotForThisKey))?;

        // The register is opened with keys made for the occasion, to find out who the member is.
        let keyring = Arc::new(keys::Keyring::generate().map_err(StoreError::from)?);
        let opening = Opening { folder, lock, key, keyring: Arc::clone(&keyring), member_id, surroundings, steps: migration::ALL };
        let mut register = Self::assemble(opening)?;
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
        let stated = register.read(|tx| tx.recovery_recipient())?;
        if stated != recovery.recipient() {
            return Err(StoreError::Key(keys::KeyError::NotForThisKey).into());
        }
        let surroundings = Arc::clone(register.surroundings());
        let (name, role) = register.read(|tx| tx.name_and_role(member_id))?;
        let holder = Holder { member_id, name, role };
        let vault = Vault::close(&holder, &keyring, passphrase, cost, &random(surroundings.as_ref())).map_err(StoreError::from)?;
        let renewed = RecoveryKey::generate();
        register.change_keys(VaultFiles { new: Some(vault), gone: None }, |tx| {
            let former = tx.key_holder(member_id)?.map(|holder| holder.recipient);
            record(tx, member_id, &keyring)?;
            tx.set_recovery(&renewed.recipient(), renewed.fingerprint().as_str())?;
            let resealing = Resealing { recovery, member_id, former, renewed: keyring.recipient() };
            reseal(tx, &resealing)?;
            tx.also(renewal(&renewed));
            Ok::<_, E>(((), key_event("registerRecovered", member_id, &keyring)))
        })?;
        Ok((register, renewed))
    }

    /// Makes a new recovery key, in place of one whose page was lost or used. `reseal` seals anew for it, in the same
    /// change, what was sealed for the former one.
    pub fn renew_recovery<E: From<StoreError>>(
        &mut self,
        reseal: impl FnOnce(&mut WriteTx<'_>) -> Result<(), E>,
    ) -> Result<Changed<RecoveryKey>, E> {
        let renewed = RecoveryKey::generate();
        self.change_keys(VaultFiles::default(), |tx| {
            tx.set_recovery(&renewed.recipient(), renewed.fingerprint().as_str())?;
            reseal(tx)?;
            let event = renewal(&renewed);
            Ok((renewed, event))
        })
    }

    /// Whether a printed recovery key opens this register, without changing anything: the yearly drill.
    pub fn check_recovery(path: &Path, recovery: &RecoveryKey) -> Result<(), StoreError> {
        let folder = Folder::existing(path)?;
        register_key(&folder, recovery)?.map(|_| ()).ok_or(StoreError::Key(keys::KeyError::NotForThisKey))
    }
}

/// The event of a new recovery key.
fn renewal(renewed: &RecoveryKey) -> Event {
    Event {
        kind: "recoveryKeyRenewed",
        subject: None,
        payload: json!({ "recipient": renewed.recipient().to_string(), "fingerprint": renewed.fingerprint().to_string() }),
        touched: &["members"],
        signed: true,
    }
}

impl WriteTx<'_> {
    /// Opens a blob and seals it anew, with whatever can open it now. The plain bytes are wiped at once.
    pub fn reseal_blob_for(&mut self, blob_id: Uuid, opener: &dyn Opener, recipients: &[Recipient]) -> Result<(), StoreError> {
        let plain = opener.open(&self.get_blob(blob_id)?)?;
        let sealed = keys::seal(&plain, recipients)?;
        self.reseal_blob(blob_id, &sealed)
    }
}
