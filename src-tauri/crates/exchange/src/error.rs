//! Why a pack is refused: codes and facts, and no text from the pack but a sender's own name and keys.

use keys::{Fingerprint, KeyError, Recipient, VerifyingKey};
use std::io;
use std::path::{Path, PathBuf};

/// What is wrong with an entry of the archive inside a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hostile {
    /// A symbolic or a hard link.
    Link,
    /// A folder.
    Folder,
    /// A device or a pipe.
    Device,
    /// A long name, an extended header, a sparse file, or a kind that nobody knows.
    OtherKind,
    /// Its header cannot be read, or does not add up.
    Header,
    /// A name that begins at the root of a disk.
    Absolute,
    /// A name with `..` in it.
    Upward,
    /// A name that no pack has.
    Name,
    /// A name that stands there twice.
    Twice,
    /// It is not one of those the manifest names.
    NotInManifest,
    /// The manifest names it and it is not there.
    Missing,
    /// Its size is not the size the manifest names, or goes past the end.
    Size,
    /// The first three entries are not the manifest, its signature and the list of hashes.
    Order,
    /// Something stands where nothing may: behind an entry, or behind the end.
    Stray,
}

/// Which limit was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Entries in one pack.
    Entries,
    /// Bytes of the manifest, its signature or the list of hashes.
    Manifest,
    /// Bytes of one data file.
    Data,
    /// Bytes of one attached file.
    File,
    /// Bytes of everything together.
    Whole,
}

/// A pack that was not taken in, or could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// The file is larger than any pack.
    #[error("larger than {most} bytes")]
    TooLarge {
        /// The most bytes a pack may have.
        most: u64,
    },
    /// It is sealed to more people than any pack.
    #[error("more than {most} recipients")]
    TooManyRecipients {
        /// The most recipients.
        most: usize,
    },
    /// Not a sealed file at all.
    #[error("not a pack")]
    NotAPack,
    /// Sealed, and not to this key.
    #[error("not sealed for this key")]
    NotForMe,
    /// The file is damaged, cut short or altered, or is not what it says it is.
    #[error("damaged")]
    Damaged,
    /// The archive inside holds something that no pack holds.
    #[error("an entry is hostile: {why:?}")]
    HostileEntry {
        /// What is wrong with it.
        why: Hostile,
    },
    /// The signature fits the key in the pack, but nobody here knows that key. A person must ask the sender for the
    /// fingerprint before it is trusted.
    #[error("unknown sender {fingerprint}")]
    UnknownSender {
        /// The name the sender gives.
        name: String,
        /// The key that proves the signature.
        verifying_key: VerifyingKey,
        /// The key to which an answer would be sealed.
        recipient: Recipient,
        /// The fingerprint of both keys, worked out here.
        fingerprint: Fingerprint,
    },
    /// The signature does not fit the sender's key, the manifest or its comment.
    #[error("bad signature")]
    BadSignature,
    /// It could be opened, but its author did not address it to this key: somebody passed it on.
    #[error("not addressed to this key")]
    NotAddressedToMe,
    /// A pack of another kind.
    #[error("another kind of pack: {found}")]
    WrongKind {
        /// The code of the kind it is; `unknown` for one this program has never heard of.
        found: &'static str,
    },
    /// Made for another register.
    #[error("another partnership")]
    OtherPartnership,
    /// Made for another round, or for none where one is needed.
    #[error("another round")]
    OtherRound,
    /// A newer program wrote it.
    #[error("version {found} is newer than {ours}")]
    NewerVersion {
        /// The version it names.
        found: u32,
        /// The newest version this program reads.
        ours: u32,
    },
    /// A file inside is not the file that was signed.
    #[error("a hash differs")]
    HashDiffers,
    /// Its time is over.
    #[error("expired")]
    Expired,
    /// It holds more than a pack may.
    #[error("too much: {limit:?}, at most {most}")]
    TooMuch {
        /// Of what.
        limit: Limit,
        /// The most there may be.
        most: u64,
    },
    /// There is no room left on the disk.
    #[error("no room left")]
    NoRoom,
    /// The folder cannot be written to.
    #[error("cannot write {}", path.display())]
    NotWritable {
        /// Where.
        path: PathBuf,
    },
    /// A file of that name is there already, and nothing is written over.
    #[error("already there: {}", path.display())]
    AlreadyThere {
        /// Which file.
        path: PathBuf,
    },
    /// The operating system refused.
    #[error("input or output failed: {kind}")]
    Io {
        /// Why.
        kind: io::ErrorKind,
        /// Where.
        path: PathBuf,
    },
    /// A key or the cryptography refused to work at all.
    #[error("key: {0}")]
    Key(KeyError),
}

impl PackError {
    pub(crate) fn hostile(why: Hostile) -> Self {
        Self::HostileEntry { why }
    }

    pub(crate) fn io(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoRoom,
            io::ErrorKind::AlreadyExists => Self::AlreadyThere { path: path.to_owned() },
            io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::NotFound
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::InvalidFilename => Self::NotWritable { path: path.to_owned() },
            kind => Self::Io { kind, path: path.to_owned() },
        }
    }
}

impl From<KeyError> for PackError {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::NotForThisKey => Self::NotForMe,
            KeyError::Damaged => Self::Damaged,
            KeyError::BadSignature => Self::BadSignature,
            other => Self::Key(other),
        }
    }
}
