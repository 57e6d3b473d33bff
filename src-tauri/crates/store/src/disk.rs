//! Files that are whole or not there: written aside, flushed, then named. Never written over by accident.

use crate::StoreError;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often a lock is tried before it counts as held.
const TRIES: u32 = 10;

/// A file written aside and flushed, which gets its name only when published. Dropped unpublished, it is removed.
pub(crate) struct Draft {
    aside: PathBuf,
    path: PathBuf,
    published: bool,
}

impl Draft {
    /// Writes the bytes beside their future place.
    pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<Self, StoreError> {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let draft = Self { aside: path.with_file_name(format!(".{name}.part")), path: path.to_owned(), published: false };
        let failed = |e| StoreError::io(&draft.aside, &e);
        let mut file = private().create(true).write(true).truncate(true).open(&draft.aside).map_err(failed)?;
        file.write_all(bytes).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        Ok(draft)
    }

    /// Gives the file its name, which must be free.
    pub(crate) fn publish(self) -> Result<(), StoreError> {
        if self.path.symlink_metadata().is_ok() {
            return Err(StoreError::AlreadyThere { path: self.path.clone() });
        }
        self.publish_over()
    }

    /// Gives the file its name, in place of the file that has it now.
    pub(crate) fn publish_over(mut self) -> Result<(), StoreError> {
        fs::rename(&self.aside, &self.path).map_err(|e| StoreError::io(&self.path, &e))?;
        self.published = true;
        self.path.parent().map_or(Ok(()), flush_folder)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.published {
            let _ = fs::remove_file(&self.aside);
        }
    }
}

/// Writes a new file, whole or not at all.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    Draft::write(path, bytes)?.publish()
}

/// Reads a small file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    fs::read(path).map_err(|e| StoreError::io(path, &e))
}

/// Makes a folder that only its owner can look into.
pub(crate) fn make_folder(path: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|e| StoreError::io(path, &e))
}

/// Flushes a file that something else wrote.
pub(crate) fn flush_file(path: &Path) -> Result<(), StoreError> {
    OpenOptions::new().write(true).open(path).and_then(|file| file.sync_all()).map_err(|e| StoreError::io(path, &e))
}

/// Flushes the names in a folder. Windows keeps them safe without being asked.
pub(crate) fn flush_folder(path: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        File::open(path).and_then(|folder| folder.sync_all()).map_err(|e| StoreError::io(path, &e))?;
    }
    Ok(())
}

/// Options for a file that only its owner can read.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// The lock on a register's folder. The operating system lets go of it even when the program is killed.
pub(crate) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the lock, or says that somebody has it.
    pub(crate) fn take(path: &Path) -> Result<Self, StoreError> {
        let file = private().create(true).write(true).truncate(false).open(path).map_err(|e| StoreError::io(path, &e))?;
        // A program that this one is just starting holds a copy of the former lock for an instant: so try for a while.
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(20)),
                Err(TryLockError::Error(e)) => return Err(StoreError::io(path, &e)),
            }
        }
        Err(StoreError::AlreadyOpen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.key");
        write_new(&path, b"first").unwrap();
        assert!(matches!(write_new(&path, b"second"), Err(StoreError::AlreadyThere { .. })));
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_draft_that_is_dropped_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        drop(Draft::write(&folder.path().join("a"), b"x").unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_lock_is_held_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let held = FolderLock::take(&path).unwrap();
        assert!(matches!(FolderLock::take(&path), Err(StoreError::AlreadyOpen)));
        drop(held);
        FolderLock::take(&path).unwrap();
    }
}
