//! Where the files of a register stand in its folder.

use crate::{StoreError, disk};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The newest layout of the folder that this program knows.
const LAYOUT: i64 = 1;
const REGISTER: &str = "register.chest";

/// A register's folder.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    root: PathBuf,
}

/// What anybody may know about a register without its key: `keys/register.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Card {
    pub(crate) format: i64,
    pub(crate) register_id: Uuid,
    pub(crate) partnership: String,
}

impl Card {
    pub(crate) fn new(register_id: Uuid, partnership: &str) -> Self {
        Self { format: LAYOUT, register_id, partnership: partnership.to_owned() }
    }
}

impl Folder {
    /// The folder at a path, which may also be the register file in it.
    pub(crate) fn at(path: &Path) -> Self {
        let is_file = path.is_file() || path.file_name().is_some_and(|name| name == REGISTER);
        let root = if is_file { path.parent() } else { None }.unwrap_or(path);
        Self { root: root.to_owned() }
    }

    /// The folder at a path that holds a register, or an error that says what is missing.
    pub(crate) fn existing(path: &Path) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        let folder = Self::at(path);
        if path.is_file() && folder.register() != path {
            return Err(StoreError::NotARegister { path: path.to_owned() });
        }
        if !folder.card_file().is_file() {
            return Err(StoreError::NotARegister { path: folder.root });
        }
        if !folder.register().is_file() {
            return Err(StoreError::Missing { path: folder.register() });
        }
        Ok(folder)
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn register(&self) -> PathBuf {
        self.root.join(REGISTER)
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.root.join("register.lock")
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    pub(crate) fn vaults(&self) -> PathBuf {
        self.root.join("vaults")
    }

    /// Where the register is written anew while its key is changed.
    pub(crate) fn aside(&self) -> PathBuf {
        self.root.join(".register.chest.part")
    }

    /// The register's write-ahead log, which is there only while somebody has it open, or after a power cut.
    pub(crate) fn log(&self) -> PathBuf {
        self.root.join("register.chest-wal")
    }

    /// What a change to a register without a log leaves when it is stopped.
    pub(crate) fn journal(&self) -> PathBuf {
        self.root.join("register.chest-journal")
    }

    /// Where a backup is kept that was made before an upgrade.
    pub(crate) fn before_upgrade(&self) -> PathBuf {
        self.root.join("before-upgrade")
    }

    pub(crate) fn card_file(&self) -> PathBuf {
        self.keys().join("register.json")
    }

    pub(crate) fn recovery_file(&self) -> PathBuf {
        self.keys().join("recovery.pub")
    }

    pub(crate) fn key_file(&self, generation: u32) -> PathBuf {
        self.keys().join(format!("register-{generation}.age"))
    }

    pub(crate) fn vault_file(&self, member_id: Uuid) -> PathBuf {
        self.vaults().join(format!("{member_id}.vault"))
    }

    /// Makes the empty folders of a new register.
    pub(crate) fn make(&self) -> Result<(), StoreError> {
        disk::make_folder(&self.root)?;
        disk::make_folder(&self.keys())?;
        disk::make_folder(&self.vaults())
    }

    /// What anybody may know about the register.
    pub(crate) fn card(&self) -> Result<Card, StoreError> {
        #[derive(Deserialize)]
        struct Stated {
            format: i64,
        }
        let not_ours = |_| StoreError::NotARegister { path: self.root.clone() };
        let bytes = disk::read(&self.card_file())?;
        let stated: Stated = serde_json::from_slice(&bytes).map_err(not_ours)?;
        if stated.format > LAYOUT {
            return Err(StoreError::NewerVersion { found: stated.format, ours: LAYOUT });
        }
        serde_json::from_slice(&bytes).map_err(not_ours)
    }

    /// The key files, newest first. More than one stands there only if the program was stopped in a key change.
    pub(crate) fn key_files(&self) -> Result<Vec<(u32, PathBuf)>, StoreError> {
        let mut found: Vec<(u32, PathBuf)> = files_in(&self.keys())?
            .into_iter()
            .filter_map(|path| {
                let name = path.file_name()?.to_str()?;
                let generation = name.strip_prefix("register-")?.strip_suffix(".age")?;
                Some((generation.parse().ok()?, path))
            })
            .collect();
        found.sort_by(|a, b| b.cmp(a));
        if found.is_empty() {
            return Err(StoreError::Missing { path: self.key_file(1) });
        }
        Ok(found)
    }

    /// The vault files in the folder.
    pub(crate) fn vault_files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut found = files_in(&self.vaults())?;
        found.retain(|path| path.extension().is_some_and(|e| e == "vault"));
        found.sort();
        Ok(found)
    }
}

fn files_in(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let failed = |e| StoreError::io(folder, &e);
    fs::read_dir(folder).map_err(failed)?.map(|entry| entry.map(|e| e.path()).map_err(failed)).collect()
}
