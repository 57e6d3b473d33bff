//! A pack on a disk or a stick: written beside its place, read back, and put there without ever writing over a file.

use crate::PackError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

/// How many half-written files of the same name a folder may hold before nothing more is tried.
const TRIES: u32 = 100;

/// A file that is whole, proved and not yet in its place. Dropped, it is taken away.
#[derive(Debug)]
pub struct Staged {
    part: PathBuf,
    place: PathBuf,
}

/// Writes bytes beside the place they are meant for, and reads them back.
pub fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<Staged, PackError> {
    let place = folder.join(name);
    let mut parts = Path::new(name).components();
    if !matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None)) {
        return Err(PackError::NotWritable { path: place });
    }
    if place.symlink_metadata().is_ok() {
        return Err(PackError::AlreadyThere { path: place });
    }
    let (mut file, part) = create_part(folder, name)?;
    let staged = Staged { part, place };
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| PackError::io(&staged.place, &error))?;
    drop(file);
    if same(&staged.part, bytes).map_err(|error| PackError::io(&staged.place, &error))? { Ok(staged) } else { Err(PackError::Damaged) }
}

fn create_part(folder: &Path, name: &str) -> Result<(File, PathBuf), PackError> {
    let mut last = PackError::NotWritable { path: folder.to_owned() };
    for attempt in 0..TRIES {
        let part = folder.join(format!(".{name}.{}-{attempt}.part", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&part) {
            Ok(file) => return Ok((file, part)),
            Err(error) => {
                last = PackError::io(folder, &error);
                if error.kind() != io::ErrorKind::AlreadyExists {
                    break;
                }
            }
        }
    }
    Err(last)
}

/// Whether a file holds exactly these bytes.
fn same(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut rest = bytes;
    let mut buffer = vec![0_u8; 64 * 1024];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(rest.is_empty());
        }
        match (buffer.get(..read), rest.split_at_checked(read)) {
            (Some(found), Some((expected, after))) if found == expected => rest = after,
            _ => return Ok(false),
        }
    }
}

impl Staged {
    /// Where the file will stand.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Puts the file in its place. If a file has come there meanwhile, that file stays and this one is taken away.
    pub fn publish(self) -> Result<PathBuf, PackError> {
        match fs::hard_link(&self.part, &self.place) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(PackError::AlreadyThere { path: self.place.clone() });
            }
            // Sticks are often formatted so that a file has one name only.
            Err(_) => self.reserve_and_rename()?,
        }
        sync_folder(&self.place).map_err(|error| PackError::io(&self.place, &error))?;
        Ok(self.place.clone())
    }

    /// Takes the name with an empty file, which no two programs can do, and then puts the whole file over this empty one.
    fn reserve_and_rename(&self) -> Result<(), PackError> {
        let failed = |error: io::Error| PackError::io(&self.place, &error);
        OpenOptions::new().write(true).create_new(true).open(&self.place).map_err(failed)?;
        fs::rename(&self.part, &self.place).map_err(|error| {
            let _ = fs::remove_file(&self.place);
            failed(error)
        })
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // After publishing this takes one of two names away, or finds nothing.
        let _ = fs::remove_file(&self.part);
    }
}

#[cfg(unix)]
fn sync_folder(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
