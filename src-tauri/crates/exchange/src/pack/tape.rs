//! The archive inside a pack: written so that `tar -x` reads it, and read more strictly than any tar does.
//!
//! Only plain files with short names are read. Links, folders, devices, long names, extended headers and sparse files are
//! refused by their kind, before anything else of them is looked at; nothing is ever written to a disk.

use crate::{Hostile, Limit, PackError};
use std::collections::BTreeSet;

/// Everything in an archive stands in blocks of this many bytes.
pub(crate) const BLOCK: usize = 512;
/// An archive ends with two empty blocks. Standard programs fill up to twenty.
const END: usize = 2 * BLOCK;
const LONGEST_END: usize = 22 * BLOCK;

/// One entry of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// Its name: plain letters, no root, no `..`.
    pub(crate) name: &'a str,
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
}

/// How many bytes an archive of files of these sizes has.
pub(crate) fn size(sizes: impl Iterator<Item = usize>) -> usize {
    sizes.fold(END, |all, size| all.saturating_add(BLOCK).saturating_add(size.next_multiple_of(BLOCK)))
}

/// Adds a file to an archive.
pub(crate) fn write(tape: &mut Vec<u8>, name: &str, bytes: &[u8], seconds: u64) -> Result<(), PackError> {
    let mut header = tar::Header::new_ustar();
    header.set_path(name).map_err(|_| PackError::hostile(Hostile::Name))?;
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(seconds);
    header.set_entry_type(tar::EntryType::Regular);
    header.set_cksum();
    tape.extend_from_slice(header.as_bytes());
    tape.extend_from_slice(bytes);
    tape.resize(tape.len().next_multiple_of(BLOCK), 0);
    Ok(())
}

/// Ends an archive.
pub(crate) fn end(tape: &mut Vec<u8>) {
    tape.resize(tape.len().saturating_add(END), 0);
}

/// Reads a whole archive, or refuses it.
pub(crate) fn read(tape: &[u8], most: usize) -> Result<Vec<Entry<'_>>, PackError> {
    let stray = || PackError::hostile(Hostile::Stray);
    let mut entries = Vec::new();
    let mut names = BTreeSet::new();
    let mut rest = tape;
    loop {
        // An archive that just stops was cut.
        let (block, after) = rest.split_at_checked(BLOCK).ok_or(PackError::Damaged)?;
        if is_empty(block) {
            break;
        }
        if entries.len() >= most {
            return Err(PackError::TooMuch { limit: Limit::Entries, most: most as u64 });
        }
        let (name, size) = header(block)?;
        if !names.insert(name) {
            return Err(PackError::hostile(Hostile::Twice));
        }
        let size = usize::try_from(size).map_err(|_| PackError::hostile(Hostile::Size))?;
        let (bytes, after) = after.split_at_checked(size).ok_or(PackError::hostile(Hostile::Size))?;
        let gap = size.next_multiple_of(BLOCK).saturating_sub(size);
        let (gap, after) = after.split_at_checked(gap).ok_or(PackError::Damaged)?;
        if !is_empty(gap) {
            return Err(stray());
        }
        entries.push(Entry { name, bytes });
        rest = after;
    }
    if rest.len() < END {
        return Err(PackError::Damaged);
    }
    if rest.len() > LONGEST_END || !is_empty(rest) { Err(stray()) } else { Ok(entries) }
}

fn is_empty(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte == 0)
}

/// The name and size in a header.
fn header(block: &[u8]) -> Result<(&str, u64), PackError> {
    let wrong = || PackError::hostile(Hostile::Header);
    let field = |from: usize, to: usize| block.get(from..to).ok_or(PackError::Damaged);
    // The sum of all bytes, with its own eight counted as spaces.
    let sum = block.iter().fold(0_u32, |sum, byte| sum.saturating_add(u32::from(*byte)));
    let own = field(148, 156)?.iter().fold(0_u32, |sum, byte| sum.saturating_add(u32::from(*byte)));
    let header = tar::Header::from_byte_slice(block);
    if header.cksum().map_err(|_| wrong())? != sum.saturating_sub(own).saturating_add(8 * 32) {
        return Err(wrong());
    }
    match field(156, 157)? {
        b"0" => {}
        b"1" | b"2" => return Err(PackError::hostile(Hostile::Link)),
        b"3" | b"4" | b"6" => return Err(PackError::hostile(Hostile::Device)),
        b"5" => return Err(PackError::hostile(Hostile::Folder)),
        _ => return Err(PackError::hostile(Hostile::OtherKind)),
    }
    let plain = field(257, 262)? == b"ustar" && is_empty(field(157, 257)?) && is_empty(field(345, 500)?);
    if !plain {
        return Err(wrong());
    }
    Ok((name(field(0, 100)?)?, header.entry_size().map_err(|_| wrong())?))
}

/// A name that could be written on any computer without leaving the folder.
fn name(field: &[u8]) -> Result<&str, PackError> {
    let length = field.iter().position(|byte| *byte == 0).unwrap_or(field.len());
    let (name, behind) = field.split_at_checked(length).ok_or(PackError::Damaged)?;
    let wrong = || PackError::hostile(Hostile::Name);
    let name = std::str::from_utf8(name).map_err(|_| wrong())?;
    if name.is_empty() || !is_empty(behind) {
        return Err(wrong());
    }
    if name.starts_with(['/', '\\']) || name.chars().nth(1) == Some(':') {
        return Err(PackError::hostile(Hostile::Absolute));
    }
    if name.split(['/', '\\']).any(|part| part == "..") {
        return Err(PackError::hostile(Hostile::Upward));
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/');
    if name.bytes().all(plain) && name.split('/').all(|part| !part.is_empty() && part != ".") { Ok(name) } else { Err(wrong()) }
}
