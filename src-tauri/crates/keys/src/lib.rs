//! Passphrases, vaults, identities, sealing and signing.
//!
//! A member's passphrase opens that member's [`Vault`]; the vault holds a [`Keyring`]; the keyring opens what is
//! sealed to the member and signs what the member does. The printed [`RecoveryKey`] opens the same things.
//!
//! Identities and signing keys are always made with the operating system's own randomness, which cannot be
//! replaced from outside: a fixed generator that belongs to a test must never be able to make a real key.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test should stop at once"))]

mod bytes;
mod cost;
mod error;
mod fingerprint;
mod keyring;
mod passphrase;
mod recovery;
mod register_key;
mod seal;
mod sign;
mod vault;

pub use cost::KdfCost;
pub use error::KeyError;
pub use fingerprint::Fingerprint;
pub use keyring::Keyring;
pub use passphrase::Passphrase;
pub use recovery::RecoveryKey;
pub use register_key::RegisterKey;
pub use seal::{Opener, Recipient, seal};
pub use sign::{VerifyingKey, verify};
pub use vault::{Holder, Vault};

/// A source of random bytes, given by the caller so that none is hidden.
pub type Random<'a> = dyn Fn(&mut [u8]) + 'a;
