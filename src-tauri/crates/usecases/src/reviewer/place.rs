//! The files of the reviewer's desk: each whole or not there, and readable by its owner alone.

use crate::{Result, StoreError};
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the name of a half-written file ends in.
const PART: &str = "part";

/// Writes a file in place of the one that has its name now. A power cut leaves the one or the other.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    put(&aside(path, bytes)?, path)
}

/// Writes a file beside its place, flushes it, and answers where it stands until it is [`put`] there.
pub(crate) fn aside(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    let part = path.with_extension(format!("{}.{PART}", path.extension().unwrap_or_default().to_string_lossy()));
    write(&part, bytes).map_err(|error| {
        let _ = fs::remove_file(&part);
        failure(path, &error)
    })?;
    Ok(part)
}

/// Gives a file another name, in place of any file that has it.
pub(crate) fn put(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(|error| failure(to, &error))?;
    flush(to)
}

/// Reads a file; none when it is not there.
pub(crate) fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failure(path, &error)),
    }
}

/// Takes a file away, if it is there.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Ok(()) => flush(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failure(path, &error)),
    }
}

/// Makes a folder, and those above it, that only its owner can look into.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| failure(path, &error))
}

/// The files of a folder whose names end so, in the order of their names; none when there is no such folder.
pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failure(folder, &error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| failure(folder, &error))?.path();
        if path.extension().is_some_and(|found| found == ending) && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Takes away what a power cut left half written.
pub(crate) fn clear(folder: &Path) -> Result<()> {
    files(folder, PART)?.iter().try_for_each(|path| remove(path))
}

/// Keeps a second window from working on the same desk. The operating system lets go of it when the program ends.
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or says that another window has it.
    pub(super) fn take(folder: &Path) -> Result<Self> {
        let path = folder.join("lock");
        let file = private().create(true).write(true).truncate(false).open(&path).map_err(|error| failure(&path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen.into()),
            Err(TryLockError::Error(error)) => Err(failure(&path, &error)),
        }
    }
}

/// Held while a file that several people share is read and written anew. Another window waits until it is let go.
pub(crate) struct Hold {
    _file: File,
}

impl Hold {
    /// Waits for the hold. Nobody keeps it longer than one change takes.
    pub(crate) fn take(folder: &Path) -> Result<Self> {
        let path = folder.join("lock");
        let file = private().create(true).write(true).truncate(false).open(&path).map_err(|error| failure(&path, &error))?;
        file.lock().map_err(|error| failure(&path, &error))?;
        Ok(Self { _file: file })
    }
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private().create(true).write(true).truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Flushes the name of a file. Windows keeps names safe without being asked.
fn flush(path: &Path) -> Result<()> {
    if let (true, Some(folder)) = (cfg!(unix), path.parent()) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| failure(folder, &error))?;
    }
    Ok(())
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// What a person can do about it decides what it is called.
fn failure(path: &Path, error: &io::Error) -> crate::Error {
    let path = path.to_owned();
    let told = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => StoreError::DiskFull,
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::NotFound
        | io::ErrorKind::NotADirectory
        | io::ErrorKind::AlreadyExists => StoreError::NotWritable { path },
        _ => StoreError::Io { path, detail: error.to_string() },
    };
    told.into()
}
