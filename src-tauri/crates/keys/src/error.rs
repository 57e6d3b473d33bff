//! What can go wrong with keys: codes and facts, never a secret.

/// A failure to make, open or use a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The passphrase does not open this vault, or the vault was altered: the two cannot be told apart.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The passphrase is too short to protect a vault.
    #[error("passphrase shorter than {least} letters")]
    WeakPassphrase {
        /// The fewest letters and digits a passphrase may have.
        least: usize,
    },
    /// The file was written by a newer program.
    #[error("format {found} is newer than {ours}")]
    NewerFormat {
        /// The format the file names.
        found: u32,
        /// The newest format this program reads.
        ours: u32,
    },
    /// The text or file is not the kind of key it should be.
    #[error("not a {what}")]
    Malformed {
        /// What was expected.
        what: &'static str,
    },
    /// Nothing may be sealed for nobody.
    #[error("no recipients")]
    NoRecipients,
    /// The sealed bytes are not for this key.
    #[error("not sealed for this key")]
    NotForThisKey,
    /// The sealed bytes are damaged or were altered.
    #[error("sealed bytes are damaged")]
    Damaged,
    /// The signature does not fit the key or the bytes.
    #[error("bad signature")]
    BadSignature,
    /// A part of the cryptography refused to work at all.
    #[error("cryptography failed: {what}")]
    Failed {
        /// The step that failed.
        what: &'static str,
    },
}
