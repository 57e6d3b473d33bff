//! Packs: one sealed, signed file for one person, and the one way in which such a file is taken in.

mod contents;
pub(crate) mod describe;
mod header;
mod manifest;
pub(crate) mod opening;
mod sealing;
pub(crate) mod tape;

pub use contents::{Contents, PackFile};
pub use describe::{Description, Inside, Item, describe};
pub use manifest::{FileEntry, JournalHead, Manifest, PackKind, Party, VersionHash};
pub use opening::{Expected, Opened, Proof, open, reprove};
pub use sealing::{neutral_name, seal};

/// The most bytes of a pack, sealed or open: 300 MiB.
pub const LARGEST_PACK: u64 = 300 * 1024 * 1024;
/// The most bytes of one attached file: 25 MiB.
pub const LARGEST_FILE: u64 = 25 * 1024 * 1024;
/// The most bytes of one data file, and of the manifest: 4 MiB.
pub const LARGEST_DATA: u64 = 4 * 1024 * 1024;
/// The most entries in one pack.
pub const MOST_ENTRIES: usize = 2_000;
/// The most people a pack may be sealed to.
pub const MOST_RECIPIENTS: usize = 64;
/// The newest version of the format this program writes and reads.
pub const VERSION: u32 = 1;

/// What every manifest says it is.
const FORMAT: &str = "chest-pack";
/// The most bytes of a signature.
const LARGEST_SIGNATURE: u64 = 4 * 1024;

pub(crate) const MANIFEST: &str = "manifest.json";
pub(crate) const SIGNATURE: &str = "manifest.json.minisig";
pub(crate) const SUMS: &str = "SHA256SUMS";
/// The first three entries, in this order, so that a reader knows what to expect before anything else comes.
const FIRST: [&str; 3] = [MANIFEST, SIGNATURE, SUMS];

/// What the signature's trusted comment says: the pack and its kind, so that no other signature can take its place.
pub(crate) fn comment(pack_id: uuid::Uuid, kind: &str) -> String {
    format!("{FORMAT} {pack_id} {kind}")
}

/// The list of hashes as `sha256sum -c` reads it.
pub(crate) fn sums(files: &[FileEntry]) -> String {
    files.iter().fold(String::new(), |mut text, file| {
        text.push_str(&file.sha256);
        text.push_str("  ");
        text.push_str(&file.name);
        text.push('\n');
        text
    })
}
