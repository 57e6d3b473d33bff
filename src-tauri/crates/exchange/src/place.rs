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

    /// Puts the file in its place, or takes it away. If a file has come there meanwhile, that file stays.
    pub fn publish(self) -> Result<PathBuf, PackError> {
        match fs::hard_link(&self.part, &self.place) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(PackError::AlreadyThere { path: self.place.clone() });
            }
            // Sticks are often formatted so that a file has one name only.
            Err(_) => self.reserve_and_rename()?,
        }
        sync_folder(&self.place).map_err(|error| {
            let _ = fs::remove_file(&self.place);
            PackError::io(&self.place, &error)
        })?;
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

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests put files in the way on purpose")]
mod tests {
    use super::*;

    const NAME: &str = "pack 3F2A-91C0.chestpack";

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_comes_to_its_place_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let bytes = vec![7_u8; 200_001];
        let staged = write_new(folder.path(), NAME, &bytes).unwrap();
        assert!(!staged.place().exists());
        let place = staged.publish().unwrap();
        assert_eq!(place, folder.path().join(NAME));
        assert_eq!(fs::read(&place).unwrap(), bytes);
        assert_eq!(names(folder.path()), [NAME]);
    }

    #[test]
    fn a_file_that_is_not_published_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        drop(write_new(folder.path(), NAME, b"x").unwrap());
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn nothing_is_ever_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join(NAME);
        fs::write(&place, b"the first").unwrap();
        let there = PackError::AlreadyThere { path: place.clone() };
        assert_eq!(write_new(folder.path(), NAME, b"x").unwrap_err(), there);
        fs::remove_file(&place).unwrap();
        // One that comes while the other is being written stays too, by either way of putting a file in its place.
        let (linked, renamed) = (write_new(folder.path(), NAME, b"x").unwrap(), write_new(folder.path(), NAME, b"y").unwrap());
        fs::write(&place, b"the second").unwrap();
        assert_eq!(renamed.reserve_and_rename().unwrap_err(), there);
        assert_eq!(linked.publish().unwrap_err(), there);
        drop(renamed);
        assert_eq!(fs::read(&place).unwrap(), b"the second");
        assert_eq!(names(folder.path()), [NAME]);
    }

    #[test]
    fn a_stick_without_second_names_gets_its_file_too() {
        let folder = tempfile::tempdir().unwrap();
        let staged = write_new(folder.path(), NAME, b"whole").unwrap();
        staged.reserve_and_rename().unwrap();
        drop(staged);
        assert_eq!(fs::read(folder.path().join(NAME)).unwrap(), b"whole");
        assert_eq!(names(folder.path()), [NAME]);
    }

    #[test]
    fn a_link_that_leads_nowhere_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), folder.path().join(NAME)).unwrap();
        #[cfg(not(unix))]
        fs::write(folder.path().join(NAME), b"").unwrap();
        assert!(matches!(write_new(folder.path(), NAME, b"x"), Err(PackError::AlreadyThere { .. })));
        assert!(!folder.path().join("elsewhere").exists());
    }

    #[test]
    fn a_folder_that_is_not_there_and_a_name_that_leads_away_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("nowhere");
        assert_eq!(write_new(&missing, NAME, b"x").unwrap_err(), PackError::NotWritable { path: missing });
        for name in ["", "..", "../x.chestpack", "a/b.chestpack", "/x.chestpack"] {
            assert!(matches!(write_new(folder.path(), name, b"x"), Err(PackError::NotWritable { .. })), "{name}");
        }
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn a_file_that_reads_back_otherwise_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("x");
        for (found, expected) in [(&b"abc"[..], true), (b"abd", false), (b"ab", false), (b"abcd", false), (b"", false)] {
            fs::write(&place, found).unwrap();
            assert_eq!(same(&place, b"abc").unwrap(), expected, "{found:?}");
        }
    }

    #[test]
    fn what_the_system_says_becomes_what_a_person_can_do() {
        let place = Path::new("x");
        let kind = |kind: io::ErrorKind| PackError::io(place, &io::Error::from(kind));
        assert_eq!(kind(io::ErrorKind::StorageFull), PackError::NoRoom);
        assert_eq!(kind(io::ErrorKind::PermissionDenied), PackError::NotWritable { path: place.into() });
        assert_eq!(kind(io::ErrorKind::AlreadyExists), PackError::AlreadyThere { path: place.into() });
        assert_eq!(kind(io::ErrorKind::Interrupted), PackError::Io { kind: io::ErrorKind::Interrupted, path: place.into() });
    }
}
