//! Backups: a whole register in a folder of its own, proved before it gets its name.

mod rotation;

pub use rotation::keep;

use crate::folder::Folder;
use crate::journal::{self, Verified};
use crate::opening::{self, Use};
use crate::register::{read_vault, register_key};
use crate::{ReadTx, Register, StoreError, Surroundings, disk, migration};
use chrono::{DateTime, NaiveDateTime, Utc};
use keys::{Keyring, Opener, Passphrase, RecoveryKey, RegisterKey};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// How the name of a set begins; the date and time follow.
const NAME: &str = "community-chest-backup-";
const STAMP: &str = "%Y-%m-%d-%H%M%S";
const README: &str = include_str!("backup/README.txt");

/// A backup that was made and proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupSet {
    /// Its folder.
    pub folder: PathBuf,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// What was found in it when it was read back.
    pub verification: Verification,
}

/// What was found in a register file that was read and proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The version of its schema.
    pub schema_version: i64,
    /// What the journal proved.
    pub journal: Verified,
    /// How many rows each table has.
    pub rows: BTreeMap<String, i64>,
}

/// What opens a register file that is to be verified.
#[derive(Debug)]
pub enum RegisterKeySource<'a> {
    /// A member's vault and passphrase.
    Member {
        /// The member.
        member_id: Uuid,
        /// The member's passphrase.
        passphrase: &'a Passphrase,
    },
    /// The printed recovery key.
    Recovery(&'a RecoveryKey),
}

impl Register {
    /// Makes a backup set in a new folder inside `destination`, and proves it by reading it back.
    ///
    /// The set is a whole register: register, keys, vaults, and a page that says how to recover.
    pub fn back_up(&self, destination: &Path) -> Result<BackupSet, StoreError> {
        make(&self.source(), destination, self.surroundings().as_ref())
    }
}

/// What a backup is made of.
pub(crate) struct Source<'r> {
    pub(crate) connection: &'r Connection,
    pub(crate) folder: &'r Folder,
    pub(crate) key: &'r RegisterKey,
}

/// Makes a backup set, and proves it by reading it back.
pub(crate) fn make(source: &Source<'_>, destination: &Path, surroundings: &dyn Surroundings) -> Result<BackupSet, StoreError> {
    fs::create_dir_all(destination).map_err(|e| StoreError::io(destination, &e))?;
    let made_at = surroundings.now();
    let name = format!("{NAME}{}", made_at.format(STAMP));
    let target = destination.join(&name);
    if target.exists() {
        return Err(StoreError::AlreadyThere { path: target });
    }
    let aside = Aside(destination.join(format!(".{name}.part")));
    if aside.0.exists() {
        fs::remove_dir_all(&aside.0).map_err(|e| StoreError::io(&aside.0, &e))?;
    }
    let set = Folder::at(&aside.0);
    set.make()?;
    opening::copy(source.connection, &set.register(), source.key)?;
    copy_keys(source.folder, &set)?;
    disk::write_new(&aside.0.join("README.txt"), README.as_bytes())?;
    for folder in [set.keys(), set.vaults(), aside.0.clone()] {
        disk::flush_folder(&folder)?;
    }
    let verification = verify_with_key(&set, source.key, surroundings)?;
    fs::rename(&aside.0, &target).map_err(|e| StoreError::io(&target, &e))?;
    disk::flush_folder(destination)?;
    Ok(BackupSet { folder: target, made_at, verification })
}

fn copy_keys(from: &Folder, set: &Folder) -> Result<(), StoreError> {
    let mut files = from.vault_files()?;
    files.extend(from.key_files()?.into_iter().map(|(_, path)| path));
    files.push(from.card_file());
    files.push(from.recovery_file());
    for file in files {
        let inside = file.strip_prefix(from.root()).unwrap_or(&file);
        disk::write_new(&set.root().join(inside), &disk::read(&file)?)?;
    }
    Ok(())
}

/// Verifies a register or a backup of one: both integrity checks, the references, the schema and the whole journal.
///
/// The path may be the folder or the register file in it. Nothing is written to the register.
pub fn verify_file(path: &Path, source: &RegisterKeySource<'_>, surroundings: &dyn Surroundings) -> Result<Verification, StoreError> {
    let folder = Folder::existing(path)?;
    folder.card()?;
    let key = match source {
        RegisterKeySource::Member { member_id, passphrase } => {
            let keyring = read_vault(&folder.vault_file(*member_id))?.open(passphrase)?;
            open_key(&folder, &keyring)?
        }
        RegisterKeySource::Recovery(recovery) => open_key(&folder, *recovery)?,
    };
    verify_with_key(&folder, &key, surroundings)
}

fn open_key(folder: &Folder, opener: &dyn Opener) -> Result<RegisterKey, StoreError> {
    register_key(folder, opener)?.ok_or(StoreError::Key(keys::KeyError::NotForThisKey))
}

/// The backup sets in a folder, newest first.
pub fn sets_in(destination: &Path) -> Result<Vec<(NaiveDateTime, PathBuf)>, StoreError> {
    let failed = |e| StoreError::io(destination, &e);
    let mut found = Vec::new();
    for entry in fs::read_dir(destination).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let stamp = path
            .file_name()
            .and_then(|name| name.to_str()?.strip_prefix(NAME))
            .and_then(|text| NaiveDateTime::parse_from_str(text, STAMP).ok());
        if let Some(stamp) = stamp
            && Folder::at(&path).card_file().is_file()
        {
            found.push((stamp, path));
        }
    }
    found.sort_by(|a, b| b.cmp(a));
    Ok(found)
}

/// Takes away the sets that the rotation does not keep. Answers the folders it took away.
pub fn rotate(destination: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let sets = sets_in(destination)?;
    let stamps: Vec<NaiveDateTime> = sets.iter().map(|(stamp, _)| *stamp).collect();
    let kept = keep(&stamps);
    let mut gone = Vec::new();
    for (stamp, path) in sets {
        if !kept.contains(&stamp) {
            fs::remove_dir_all(&path).map_err(|e| StoreError::io(&path, &e))?;
            gone.push(path);
        }
    }
    Ok(gone)
}

fn verify_with_key(folder: &Folder, key: &RegisterKey, surroundings: &dyn Surroundings) -> Result<Verification, StoreError> {
    let connection = opening::open(&folder.register(), key, Use::Read)?;
    let schema_version = migration::check(&connection, migration::ALL)?;
    opening::check(&connection)?;
    let keyring = Keyring::generate()?;
    let tx = ReadTx::new(&connection, surroundings, Uuid::nil(), &keyring);
    Ok(Verification { schema_version, journal: journal::verify(&tx)?, rows: count_rows(&tx)? })
}

/// How many rows each table has.
fn count_rows(tx: &ReadTx<'_>) -> Result<BTreeMap<String, i64>, StoreError> {
    let tables: Vec<String> = tx.all(crate::sql::sql!("schema/tables"), [], |row| Ok(row.get("name")?))?;
    let mut rows = BTreeMap::new();
    for table in tables {
        let quoted = table.replace('"', "\"\"");
        let count = tx.connection().query_row(&format!("SELECT count(*) FROM \"{quoted}\""), [], |row| row.get(0))?;
        rows.insert(table, count);
    }
    Ok(rows)
}

/// A half-made set, taken away unless it got its name.
struct Aside(PathBuf);

impl Drop for Aside {
    fn drop(&mut self) {
        if self.0.exists() {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}
