//! What a pack carries: data for the program, and files for people.

use crate::{Hostile, PackError, hex};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Data and files. They are wiped from memory when dropped.
#[derive(Clone, Default)]
pub struct Contents {
    /// Data files by their name without the folder: `round.json`.
    pub data: BTreeMap<String, Zeroizing<Vec<u8>>>,
    /// Attached files by their hash, in hexadecimal.
    pub files: BTreeMap<String, PackFile>,
}

/// An attached file. Its bytes are shared, so that one file in ten packs is in memory once.
#[derive(Clone)]
pub struct PackFile {
    /// The ending of its name: `pdf`.
    pub ending: String,
    /// Its bytes.
    pub bytes: Arc<Zeroizing<Vec<u8>>>,
}

impl Contents {
    /// Adds a record as a data file, under a name such as `round.json`.
    pub fn put_sheet<T: Serialize>(&mut self, name: &str, sheet: &T) -> Result<(), PackError> {
        // Written once to count, so that the buffer never moves and leaves a copy behind.
        let mut count = Count(0);
        serde_json::to_writer(&mut count, sheet).map_err(|_| PackError::Damaged)?;
        let mut bytes = Zeroizing::new(Vec::with_capacity(count.0));
        serde_json::to_writer(&mut *bytes, sheet).map_err(|_| PackError::Damaged)?;
        self.data.insert(name.to_owned(), bytes);
        Ok(())
    }

    /// Reads a data file as the record it should be. A missing one, or one that is shaped otherwise, is damage.
    pub fn sheet<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Result<T, PackError> {
        let bytes = self.data.get(name).ok_or(PackError::HostileEntry { why: Hostile::Missing })?;
        serde_json::from_slice(bytes).map_err(|_| PackError::Damaged)
    }

    /// Adds a file, and answers its hash.
    pub fn put_file(&mut self, ending: &str, bytes: Arc<Zeroizing<Vec<u8>>>) -> String {
        let sha256 = hex::text(&hex::sha256(&bytes));
        self.files.insert(sha256.clone(), PackFile { ending: ending.to_owned(), bytes });
        sha256
    }
}

impl fmt::Debug for Contents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Contents({} data, {} files)", self.data.len(), self.files.len())
    }
}

impl fmt::Debug for PackFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PackFile(.{}, {} bytes)", self.ending, self.bytes.len())
    }
}

/// Counts what is written to it.
struct Count(usize);

impl std::io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The name in the archive of a data file.
pub(super) fn data_name(name: &str) -> String {
    format!("data/{name}")
}

/// The name in the archive of an attached file.
pub(super) fn file_name(sha256: &str, ending: &str) -> String {
    format!("files/{sha256}.{ending}")
}

/// What the name of an entry says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named<'a> {
    /// A data file.
    Data(&'a str),
    /// An attached file.
    File { sha256: &'a str, ending: &'a str },
}

impl<'a> Named<'a> {
    /// Reads a name. Only small letters, digits and hyphens: no other name is ever written, so no other is read.
    pub(super) fn read(name: &'a str) -> Option<Self> {
        let small = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        if let Some(data) = name.strip_prefix("data/") {
            let stem = data.strip_suffix(".json")?;
            let plain = !stem.is_empty() && stem.len() <= 60 && small(&stem.replace('-', ""));
            return plain.then_some(Self::Data(data));
        }
        let (sha256, ending) = name.strip_prefix("files/")?.split_once('.')?;
        let plain = hex::is_sha256(sha256) && !ending.is_empty() && ending.len() <= 8 && small(ending);
        plain.then_some(Self::File { sha256, ending })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_this_program_writes_are_read() {
        let sha256 = "a0".repeat(32);
        assert_eq!(Named::read("data/round.json"), Some(Named::Data("round.json")));
        assert_eq!(Named::read(&file_name(&sha256, "pdf")), Some(Named::File { sha256: &sha256, ending: "pdf" }));
        for wrong in [
            "round.json",
            "data/.json",
            "data/Round.json",
            "data/a/b.json",
            "data/../a.json",
            "data/a.txt",
            "files/a.pdf",
            "/data/a.json",
            "./data/a.json",
            "data\\a.json",
            "data/a.json/",
            "",
            "data/é.json",
        ] {
            assert_eq!(Named::read(wrong), None, "{wrong}");
        }
        for ending in ["", "PDF", "a.b", "toolongending", "p/f"] {
            assert_eq!(Named::read(&file_name(&sha256, ending)), None, "{ending}");
        }
        assert_eq!(Named::read(&file_name(&sha256.to_uppercase(), "pdf")), None);
    }
}
