//! A register that is open: for whom, with which keys, and how it is made, unlocked and locked.

mod making;
mod rotation;

pub use making::{Created, NewRegister, NewVault};
pub(crate) use making::{key_event, random, record};
pub(crate) use rotation::VaultFiles;

use crate::backup::{self, Source};
use crate::disk::FolderLock;
use crate::folder::Folder;
use crate::journal::Head;
use crate::migration::Migration;
use crate::opening::{self, Use};
use crate::{ReadTx, StoreError, Surroundings, disk, migration, place};
use keys::{KeyError, Keyring, Opener, Passphrase, Recipient, RegisterKey, Vault};
use rusqlite::{Connection, TransactionBehavior};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// An unlocked register. Dropping it locks it: the keys are wiped and the write-ahead log is emptied.
///
/// It can be sent between threads and is meant to stand behind a mutex. It keeps two connections, so that reading
/// never waits for a change.
pub struct Register {
    reader: Connection,
    /// Absent in a register that is only looked at.
    writer: Option<Connection>,
    key: RegisterKey,
    keyring: Arc<Keyring>,
    member_id: Uuid,
    folder: Folder,
    id: Uuid,
    surroundings: Arc<dyn Surroundings>,
    /// Last, so that the folder stays ours until the connections are closed.
    _lock: Option<FolderLock>,
}

/// What can be known about a register before anybody signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// The register's own id.
    pub register_id: Uuid,
    /// The partnership's name.
    pub partnership: String,
    /// The register's folder.
    pub folder: PathBuf,
    /// Who has a vault here, by name.
    pub people: Vec<Person>,
}

/// Somebody who has a vault at a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The member.
    pub member_id: Uuid,
    /// The member's name.
    pub name: String,
    /// The member's role.
    pub role: String,
}

/// What is needed to open a register once its key is known.
pub(crate) struct Opening<'s> {
    pub(crate) folder: Folder,
    pub(crate) lock: FolderLock,
    pub(crate) key: RegisterKey,
    pub(crate) keyring: Arc<Keyring>,
    pub(crate) member_id: Uuid,
    pub(crate) surroundings: Arc<dyn Surroundings>,
    pub(crate) steps: &'s [Migration],
}

/// What a change needs of the register.
pub(crate) struct Parts<'r> {
    pub(crate) writer: &'r mut Connection,
    pub(crate) surroundings: &'r dyn Surroundings,
    pub(crate) member_id: Uuid,
    pub(crate) keyring: &'r Keyring,
}

impl Register {
    /// Looks at a register without opening it. The path may be the folder or the register file in it.
    pub fn inspect(path: &Path) -> Result<Inspection, StoreError> {
        let folder = Folder::existing(path)?;
        let card = folder.card()?;
        let mut people = Vec::new();
        for path in folder.vault_files()? {
            let holder = read_vault(&path)?.holder();
            people.push(Person { member_id: holder.member_id, name: holder.name, role: holder.role });
        }
        people.sort_by(|a, b| (&a.name, a.member_id).cmp(&(&b.name, b.member_id)));
        Ok(Inspection { register_id: card.register_id, partnership: card.partnership, folder: folder.root().to_owned(), people })
    }

    /// Opens a register for a member.
    pub fn unlock(path: &Path, member_id: Uuid, passphrase: &Passphrase, surroundings: Arc<dyn Surroundings>) -> Result<Self, StoreError> {
        let folder = Folder::existing(path)?;
        place::check(folder.root())?;
        folder.card()?;
        let vault_file = folder.vault_file(member_id);
        if !vault_file.is_file() {
            return Err(StoreError::NotFound { what: "vault", id: member_id });
        }
        let lock = FolderLock::take(&folder.lock())?;
        let keyring = Arc::new(read_vault(&vault_file)?.open(passphrase)?);
        let (generation, key) = newest_key(&folder, keyring.as_ref())?.ok_or(StoreError::NotAKeyHolder { member_id })?;
        let register = Self::assemble(Opening { folder, lock, key, keyring, member_id, surroundings, steps: migration::ALL })?.vouched()?;
        // What cannot be taken away now is tried again next time: it opens nothing.
        let _ = register.tidy(generation);
        Ok(register)
    }

    /// Opens a backup, or any register, to look at only: the restore drill. Nothing in its folder is written, so it may
    /// lie on a stick or in a synchronised folder. [`Register::change`] answers [`StoreError::LookingOnly`].
    pub fn look(path: &Path, member_id: Uuid, passphrase: &Passphrase, surroundings: Arc<dyn Surroundings>) -> Result<Self, StoreError> {
        let folder = Folder::existing(path)?;
        let card = folder.card()?;
        let vault_file = folder.vault_file(member_id);
        if !vault_file.is_file() {
            return Err(StoreError::NotFound { what: "vault", id: member_id });
        }
        let keyring = Arc::new(read_vault(&vault_file)?.open(passphrase)?);
        let key = register_key(&folder, keyring.as_ref())?.ok_or(StoreError::NotAKeyHolder { member_id })?;
        let reader = opening::open(&folder.register(), &key, Use::Read)?;
        let (found, ours) = (migration::check(&reader, migration::ALL)?, migration::newest(migration::ALL));
        if found < ours {
            return Err(StoreError::OlderVersion { found, ours });
        }
        let id = card.register_id;
        Self { reader, writer: None, key, keyring, member_id, folder, id, surroundings, _lock: None }.vouched()
    }

    /// The register itself says who works here: a vault that somebody planted in the folder is not enough.
    fn vouched(self) -> Result<Self, StoreError> {
        let holder = self.read(|tx| tx.key_holder(self.member_id))?;
        if holder.is_none_or(|holder| holder.recipient != self.keyring.recipient()) {
            return Err(StoreError::NotAKeyHolder { member_id: self.member_id });
        }
        Ok(self)
    }

    /// Opens the connections, and brings the schema up to date, after a backup. A newer register is refused before any
    /// write.
    pub(crate) fn assemble(opening: Opening<'_>) -> Result<Self, StoreError> {
        let Opening { folder, lock, key, keyring, member_id, surroundings, steps } = opening;
        rotation::clear(&folder);
        let file = folder.register();
        if folder.journal().is_file() {
            // A restored backup was just being made ready when the program was stopped. Only a writer can undo that.
            drop(opening::open(&file, &key, Use::Write)?);
        }
        let reader = opening::open(&file, &key, Use::Read)?;
        let found = migration::check(&reader, steps)?;
        if found > 0 && found < migration::newest(steps) {
            let source = Source { connection: &reader, folder: &folder, key: &key };
            backup::make(&source, &folder.before_upgrade(), surroundings.as_ref())?;
        }
        let mut writer = opening::open(&file, &key, Use::Write)?;
        opening::ready_to_write(&writer)?;
        migration::apply(&mut writer, steps, surroundings.now())?;
        let id = folder.card()?.register_id;
        Ok(Self { reader, writer: Some(writer), key, keyring, member_id, folder, id, surroundings, _lock: Some(lock) })
    }

    /// Reads the register as it stands at one moment.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&ReadTx<'_>) -> Result<T, E>) -> Result<T, E> {
        let moment = rusqlite::Transaction::new_unchecked(&self.reader, TransactionBehavior::Deferred).map_err(StoreError::from)?;
        let tx = ReadTx::new(&moment, self.surroundings.as_ref(), self.member_id, &self.keyring);
        work(&tx)
    }

    /// The keys of the member who is signed in.
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// The member who is signed in.
    pub fn signed_in(&self) -> Uuid {
        self.member_id
    }

    /// The clock, ids and randomness.
    pub fn surroundings(&self) -> &Arc<dyn Surroundings> {
        &self.surroundings
    }

    /// The register's own id.
    pub fn register_id(&self) -> Uuid {
        self.id
    }

    /// The register's folder.
    pub fn folder(&self) -> &Path {
        self.folder.root()
    }

    /// The end of the journal.
    pub fn head(&self) -> Result<Head, StoreError> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
        self.read(|tx| tx.head())
    }

    /// Those who hold the register key: the members who work at the register, and the recovery key.
    pub fn sealed_recipients(&self) -> Result<Vec<Recipient>, StoreError> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
        self.read(|tx| tx.sealed_recipients())
    }

    /// Empties the write-ahead log into the file, so that the log keeps no former copy of what was sealed anew.
    pub fn empty_log(&self) -> Result<(), StoreError> {
        self.writer.as_ref().map_or(Ok(()), opening::checkpoint)
    }

    /// Whether it is open to look at only.
    pub fn is_looked_at_only(&self) -> bool {
        self.writer.is_none()
    }

    /// Locks the register, and says whether everything reached the file.
    pub fn close(self) -> Result<(), StoreError> {
        self.writer.as_ref().map_or(Ok(()), opening::checkpoint)
    }

    pub(crate) fn parts(&mut self) -> Result<Parts<'_>, StoreError> {
        Ok(Parts {
            writer: self.writer.as_mut().ok_or(StoreError::LookingOnly)?,
            surroundings: self.surroundings.as_ref(),
            member_id: self.member_id,
            keyring: &self.keyring,
        })
    }

    pub(crate) fn files(&self) -> &Folder {
        &self.folder
    }

    #[cfg(test)]
    pub(crate) fn key(&self) -> &RegisterKey {
        &self.key
    }

    /// The same keys, for work that goes on while the register is used.
    pub fn shared_keyring(&self) -> Arc<Keyring> {
        Arc::clone(&self.keyring)
    }

    #[cfg(test)]
    pub(crate) fn writer(&self) -> &Connection {
        self.writer.as_ref().unwrap()
    }

    /// What a backup is made of.
    pub(crate) fn source(&self) -> Source<'_> {
        Source { connection: &self.reader, folder: &self.folder, key: &self.key }
    }

    #[cfg(test)]
    pub(crate) fn reader(&self) -> &Connection {
        &self.reader
    }
}

impl fmt::Debug for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Register({})", self.id)
    }
}

impl Drop for Register {
    fn drop(&mut self) {
        // What is not moved now stays safe in the log, and is moved when the register is next opened.
        let _ = self.writer.as_ref().map(opening::checkpoint);
    }
}

/// Reads a vault file.
pub(crate) fn read_vault(path: &Path) -> Result<Vault, StoreError> {
    let text = String::from_utf8(disk::read(path)?).map_err(|_| KeyError::Malformed { what: "vault" })?;
    Ok(Vault::from_json(&text)?)
}

/// The register key, from the newest key file that this opener can open. `None` if it can open none of them.
pub(crate) fn register_key(folder: &Folder, opener: &dyn Opener) -> Result<Option<RegisterKey>, StoreError> {
    Ok(newest_key(folder, opener)?.map(|(_, key)| key))
}

/// The register key with the generation of its file. Where a stop in a change of keys left more than one file, each key
/// must prove itself on the register: the newest may belong to a change that never came into force.
fn newest_key(folder: &Folder, opener: &dyn Opener) -> Result<Option<(u32, RegisterKey)>, StoreError> {
    let files = folder.key_files()?;
    let alone = files.len() == 1;
    let (mut damaged, mut unproved, mut of_others) = (None, None, false);
    for (generation, path) in files {
        match RegisterKey::open_with(opener, &disk::read(&path)?) {
            Ok(key) if alone || opening::fits(&folder.register(), &key) => return Ok(Some((generation, key))),
            Ok(key) => unproved = unproved.or(Some((generation, key))),
            Err(KeyError::NotForThisKey) => of_others = true,
            Err(other) => damaged = Some(other),
        }
    }
    match (unproved, damaged) {
        (None, Some(error)) => Err(error.into()),
        // The register's own key is in a file that is not for this opener.
        (_, None) if of_others => Ok(None),
        // If none fits at all, the newest says what is wrong when the register is opened with it.
        (found, _) => Ok(found),
    }
}
