//! What can go wrong with a register: codes and facts. The sentences stand in the window's words.

use crate::journal::Broken;
use keys::KeyError;
use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A failure to make, open, read or change a register.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The passphrase does not open this member's vault.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The file or folder is not a register.
    #[error("not a register: {path}")]
    NotARegister {
        /// What was looked at.
        path: PathBuf,
    },
    /// A file that must be there is not.
    #[error("missing: {path}")]
    Missing {
        /// The file or folder.
        path: PathBuf,
    },
    /// A newer program wrote it. Nothing was touched.
    #[error("version {found} is newer than {ours}")]
    NewerVersion {
        /// The version in the file.
        found: i64,
        /// The newest version this program knows.
        ours: i64,
    },
    /// An older program wrote it, and it is only looked at: to bring it up to date, copy it and unlock the copy.
    #[error("version {found} is older than {ours}")]
    OlderVersion {
        /// The version in the file.
        found: i64,
        /// The version this program works with.
        ours: i64,
    },
    /// The register was opened to look at, not to change.
    #[error("opened to look at only")]
    LookingOnly,
    /// A step of the register's schema is not the step this program knows.
    #[error("schema step {version} differs from this program's")]
    SchemaDiffers {
        /// The step.
        version: i64,
    },
    /// The register is open in another window or program.
    #[error("already open")]
    AlreadyOpen,
    /// The folder is copied or shared by something else, which would spoil the register.
    #[error("{what} looks after this folder")]
    SynchronisedFolder {
        /// Who synchronises or shares it, such as `OneDrive`.
        what: &'static str,
    },
    /// A new register needs a new or empty folder.
    #[error("folder not empty: {path}")]
    FolderNotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// The file would be written over, and files are never written over.
    #[error("already there: {path}")]
    AlreadyThere {
        /// The file.
        path: PathBuf,
    },
    /// The folder or file cannot be written to.
    #[error("not writable: {path}")]
    NotWritable {
        /// The folder or file; empty if it is the register itself.
        path: PathBuf,
    },
    /// There is no room left. Nothing was saved.
    #[error("disk full")]
    DiskFull,
    /// The register is damaged.
    #[error("damaged: {detail}")]
    Damaged {
        /// What was found. No text from the register.
        detail: String,
    },
    /// The journal does not prove itself.
    #[error("journal broken at {}: {:?}", .0.seq, .0.why)]
    JournalBroken(Broken),
    /// Somebody changed the row since it was read.
    #[error("{what} was changed meanwhile")]
    Conflict {
        /// The kind of record.
        what: &'static str,
        /// Which record.
        id: Uuid,
        /// The version the change was based on.
        expected: i64,
        /// The version that stands now.
        found: i64,
    },
    /// No such record.
    #[error("no such {what}")]
    NotFound {
        /// The kind of record.
        what: &'static str,
        /// Which record.
        id: Uuid,
    },
    /// The member's vault is not one of those that may open this register.
    #[error("this member does not work at the register")]
    NotAKeyHolder {
        /// The member.
        member_id: Uuid,
    },
    /// A file is too large to keep.
    #[error("{size} bytes is more than {most}")]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The most that is kept.
        most: u64,
    },
    /// A key or a seal failed.
    #[error(transparent)]
    Key(KeyError),
    /// A file could not be read or written.
    #[error("{path}: {detail}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        detail: String,
    },
    /// A fault in a statement, or a rule of the schema that was broken: a fault of the program.
    #[error("sql: {detail}")]
    Sql {
        /// What the database said. Values never stand in it.
        detail: String,
    },
}

impl StoreError {
    /// The code of this error, the same in the journal of faults and in the window's words.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "wrongPassphrase",
            Self::NotARegister { .. } => "notARegister",
            Self::Missing { .. } => "missing",
            Self::NewerVersion { .. } => "newerVersion",
            Self::OlderVersion { .. } => "olderVersion",
            Self::LookingOnly => "lookingOnly",
            Self::SchemaDiffers { .. } => "schemaDiffers",
            Self::AlreadyOpen => "alreadyOpen",
            Self::SynchronisedFolder { .. } => "synchronisedFolder",
            Self::FolderNotEmpty { .. } => "folderNotEmpty",
            Self::AlreadyThere { .. } => "alreadyThere",
            Self::NotWritable { .. } => "notWritable",
            Self::DiskFull => "diskFull",
            Self::Damaged { .. } => "damaged",
            Self::JournalBroken(_) => "journalBroken",
            Self::Conflict { .. } => "conflict",
            Self::NotFound { .. } => "notFound",
            Self::NotAKeyHolder { .. } => "notAKeyHolder",
            Self::TooLarge { .. } => "tooLarge",
            Self::Key(_) => "key",
            Self::Io { .. } => "io",
            Self::Sql { .. } => "sql",
        }
    }

    /// An error of the file system, told apart by what a person can do about it.
    pub(crate) fn io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NotWritable { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::DiskFull,
            io::ErrorKind::AlreadyExists => Self::AlreadyThere { path },
            _ => Self::Io { path, detail: error.to_string() },
        }
    }
}

impl From<KeyError> for StoreError {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::WrongPassphrase => Self::WrongPassphrase,
            KeyError::NewerFormat { found, ours } => Self::NewerVersion { found: found.into(), ours: ours.into() },
            other => Self::Key(other),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Self::NotWritable { path: PathBuf::new() },
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged { detail },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::AlreadyOpen,
            Some(ErrorCode::SystemIoFailure) => Self::Io { path: PathBuf::new(), detail },
            _ => Self::Sql { detail },
        }
    }
}
