//! Making a register, and giving a further member a vault at it.

use super::{Opening, Register, VaultFiles, read_vault};
use crate::disk::{self, Draft, FolderLock};
use crate::folder::{Card, Folder};
use crate::opening::{self, Use};
use crate::row::instant;
use crate::sql::sql;
use crate::{Changed, Event, StoreError, Surroundings, WriteTx, migration, place};
use keys::{Holder, KdfCost, Keyring, Passphrase, Random, RecoveryKey, RegisterKey, Vault};
use rusqlite::named_params;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// What is needed to make a register.
#[derive(Debug)]
pub struct NewRegister<'a> {
    /// The folder, which must be new or empty.
    pub folder: &'a Path,
    /// The partnership's name.
    pub partnership: &'a str,
    /// The name of the member who makes it.
    pub member_name: &'a str,
    /// That member's role.
    pub member_role: &'a str,
    /// That member's passphrase.
    pub passphrase: &'a Passphrase,
    /// What a guess at the passphrase shall cost.
    pub cost: KdfCost,
}

/// A register that was made just now.
#[derive(Debug)]
pub struct Created {
    /// The register, unlocked for the member who made it.
    pub register: Register,
    /// That member.
    pub member_id: Uuid,
    /// The recovery key, to print. It is kept nowhere.
    pub recovery: RecoveryKey,
}

/// What is needed to give a member a vault at the register.
#[derive(Debug)]
pub struct NewVault<'a> {
    /// The member. If the register does not know them yet, they are added.
    pub member_id: Uuid,
    /// The member's name.
    pub name: &'a str,
    /// The member's role.
    pub role: &'a str,
    /// The member's passphrase.
    pub passphrase: &'a Passphrase,
    /// What a guess at the passphrase shall cost.
    pub cost: KdfCost,
}

/// A half-made register. Dropped before it is finished, it is taken away.
struct Building {
    folder: Folder,
    finished: bool,
}

impl Drop for Building {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_dir_all(self.folder.root());
        }
    }
}

impl Register {
    /// Makes a register in a new or empty folder: whole, or not at all.
    pub fn create(new: &NewRegister<'_>, surroundings: Arc<dyn Surroundings>) -> Result<Created, StoreError> {
        place::check(new.folder)?;
        let target = std::path::absolute(new.folder).map_err(|e| StoreError::io(new.folder, &e))?;
        check_empty(&target)?;
        let parent = target.parent().unwrap_or(&target);
        fs::create_dir_all(parent).map_err(|e| StoreError::io(parent, &e))?;

        let building = Folder::at(&parent.join(format!(".chest-{}", surroundings.new_id())));
        let mut building = Building { folder: building, finished: false };
        building.folder.make()?;
        let made = fill(&building.folder, new, &surroundings)?;

        if target.exists() {
            fs::remove_dir(&target).map_err(|e| StoreError::io(&target, &e))?;
        }
        fs::rename(building.folder.root(), &target).map_err(|e| StoreError::io(&target, &e))?;
        building.finished = true;
        disk::flush_folder(parent)?;

        let folder = Folder::at(&target);
        let lock = FolderLock::take(&folder.lock())?;
        let member_id = made.member_id;
        let register =
            Self::assemble(Opening { folder, lock, key: made.key, keyring: made.keyring, member_id, surroundings, steps: migration::ALL })?;
        Ok(Created { register, member_id, recovery: made.recovery })
    }

    /// Gives a member who works at the register a vault: their first, or a new one in place of one whose passphrase is
    /// lost. What was sealed for their former keys must be sealed anew by `reseal`, in the same change.
    pub fn give_vault<E: From<StoreError>>(
        &mut self,
        new: &NewVault<'_>,
        reseal: impl FnOnce(&mut WriteTx<'_>) -> Result<(), E>,
    ) -> Result<Changed<()>, E> {
        let holder = Holder { member_id: new.member_id, name: new.name.to_owned(), role: new.role.to_owned() };
        let surroundings = Arc::clone(self.surroundings());
        let (vault, keyring) =
            Vault::create(&holder, new.passphrase, new.cost, &random(surroundings.as_ref())).map_err(StoreError::from)?;
        self.change_keys(VaultFiles { new: Some(vault), gone: None }, |tx| {
            if tx.name_and_role(new.member_id).is_err() {
                tx.insert_member(new.member_id, new.name, new.role)?;
            }
            record(tx, new.member_id, &keyring)?;
            reseal(tx)?;
            Ok(((), key_event("vaultAdded", new.member_id, &keyring)))
        })
    }

    /// Gives another member who works at the register their first vault.
    pub fn add_vault(&mut self, new: &NewVault<'_>) -> Result<Changed<()>, StoreError> {
        self.give_vault(new, |_| Ok(()))
    }

    /// Proves that a passphrase is the one of the member who is signed in.
    pub fn prove_passphrase(&self, passphrase: &Passphrase) -> Result<(), StoreError> {
        read_vault(&self.files().vault_file(self.signed_in()))?.open(passphrase)?;
        Ok(())
    }

    /// Copies the vault of the member who is signed in to a new file, so that their keys open packs on another computer.
    pub fn save_vault(&self, file: &Path) -> Result<(), StoreError> {
        disk::write_new(file, &disk::read(&self.files().vault_file(self.signed_in()))?)
    }

    /// Ends a member's keys, and gives the register a new key that they never had. Their vault goes.
    ///
    /// `work` records that they left, and seals anew what they could read. It must end with the event.
    pub fn end_keys<T, E: From<StoreError>>(
        &mut self,
        member_id: Uuid,
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<(T, Event), E>,
    ) -> Result<Changed<T>, E> {
        self.change_keys(VaultFiles { new: None, gone: Some(member_id) }, |tx| {
            tx.end_member_keys(member_id)?;
            work(tx)
        })
    }

    /// Gives the signed-in member a new passphrase. The keys stay the same.
    pub fn change_passphrase(&mut self, passphrase: &Passphrase, cost: KdfCost) -> Result<Changed<()>, StoreError> {
        let member_id = self.signed_in();
        let (name, role) = self.read(|tx| tx.name_and_role(member_id))?;
        let holder = Holder { member_id, name, role };
        let surroundings = Arc::clone(self.surroundings());
        let vault = Vault::close(&holder, self.keyring(), passphrase, cost, &random(surroundings.as_ref()))?;
        let path = self.files().vault_file(member_id);
        let text = vault.to_json()?;
        let (changed, draft) = self.change_and_prepare(
            |tx| Ok(((), key_event("passphraseChanged", member_id, tx.keyring()))),
            |_| Draft::write(&path, text.as_bytes()),
        )?;
        draft.publish_over()?;
        Ok(changed)
    }
}

/// Randomness for the keys, from the surroundings.
pub(crate) fn random(surroundings: &dyn Surroundings) -> Box<Random<'_>> {
    Box::new(move |bytes: &mut [u8]| surroundings.random(bytes))
}

/// Records a keyring's public keys as a member's, for somebody who works at the register.
pub(crate) fn record(tx: &mut WriteTx<'_>, member_id: Uuid, keyring: &Keyring) -> Result<(), StoreError> {
    tx.record_member_key(member_id, &keyring.recipient(), keyring.verifying_key(), keyring.fingerprint().as_str(), true)
}

/// The event of a change of keys.
pub(crate) fn key_event(kind: &'static str, member_id: Uuid, keyring: &Keyring) -> Event {
    Event {
        kind,
        subject: Some(member_id),
        payload: json!({
            "recipient": keyring.recipient().to_string(),
            "verifyingKey": keyring.verifying_key().to_string(),
            "fingerprint": keyring.fingerprint().to_string(),
        }),
        touched: &["members"],
        signed: true,
    }
}

struct Made {
    key: RegisterKey,
    keyring: Arc<Keyring>,
    member_id: Uuid,
    recovery: RecoveryKey,
}

/// Fills the folder of a new register.
fn fill(folder: &Folder, new: &NewRegister<'_>, surroundings: &Arc<dyn Surroundings>) -> Result<Made, StoreError> {
    let member_id = surroundings.new_id();
    let register_id = surroundings.new_id();
    let random = random(surroundings.as_ref());
    let holder = Holder { member_id, name: new.member_name.to_owned(), role: new.member_role.to_owned() };
    let (vault, keyring) = Vault::create(&holder, new.passphrase, new.cost, &random)?;
    let keyring = Arc::new(keyring);
    let recovery = RecoveryKey::generate();
    let key = RegisterKey::generate(&random);

    let sealed = key.seal_to(&[keyring.recipient(), recovery.recipient()])?;
    let card = serde_json::to_vec_pretty(&Card::new(register_id, new.partnership))
        .map_err(|e| StoreError::Io { path: folder.card_file(), detail: e.to_string() })?;
    disk::write_new(&folder.key_file(1), &sealed)?;
    disk::write_new(&folder.recovery_file(), format!("{}\n", recovery.recipient()).as_bytes())?;
    disk::write_new(&folder.card_file(), &card)?;
    disk::write_new(&folder.vault_file(member_id), vault.to_json()?.as_bytes())?;

    // The schema is made before the register is opened, so that opening never has to make a file.
    let mut connection = opening::open(&folder.register(), &key, Use::Create)?;
    opening::ready_to_write(&connection)?;
    migration::apply(&mut connection, migration::ALL, surroundings.now())?;
    drop(connection);

    let lock = FolderLock::take(&folder.lock())?;
    let mut register = Register::assemble(Opening {
        folder: folder.clone(),
        lock,
        key: key.clone(),
        keyring: Arc::clone(&keyring),
        member_id,
        surroundings: Arc::clone(surroundings),
        steps: migration::ALL,
    })?;
    register.change(|tx| {
        tx.run(
            sql!("partnership/insert"),
            named_params! {
                ":register_id": register_id.as_bytes(),
                ":name": new.partnership,
                ":recovery_recipient": recovery.recipient().to_string(),
                ":recovery_fingerprint": recovery.fingerprint().as_str(),
                ":created_at": instant(tx.now()),
            },
        )?;
        tx.insert_member(member_id, new.member_name, new.member_role)?;
        record(tx, member_id, &keyring)?;
        let event = key_event("registerCreated", member_id, &keyring);
        Ok::<_, StoreError>(((), event))
    })?;
    register.close()?;
    disk::flush_file(&folder.register())?;
    for path in [folder.keys(), folder.vaults(), folder.root().to_owned()] {
        disk::flush_folder(&path)?;
    }
    Ok(Made { key, keyring, member_id, recovery })
}

/// A new register wants a folder that is not there or has nothing in it.
fn check_empty(folder: &Path) -> Result<(), StoreError> {
    let not_empty = || StoreError::FolderNotEmpty { path: PathBuf::from(folder) };
    if !folder.exists() {
        return Ok(());
    }
    if !folder.is_dir() {
        return Err(not_empty());
    }
    let mut entries = fs::read_dir(folder).map_err(|e| StoreError::io(folder, &e))?;
    if entries.next().is_some() {
        return Err(not_empty());
    }
    Ok(())
}
