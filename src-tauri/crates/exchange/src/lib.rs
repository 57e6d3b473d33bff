//! Member cards and packs: the files that travel between machines, by e-mail or on a stick. And spreadsheets and bank
//! files, in and out.
//!
//! A [`card`] says which public keys a member has. A [`pack`] carries applications to a reviewer, and the reviewer's
//! signed answers back. Nothing here knows the register: whoever takes a pack in says what is [expected](pack::Expected),
//! and gets either all of it, proved, or an error and nothing.
//!
//! What is read here is read for ever: a later field has a default, and signatures and hashes are always over the bytes
//! as they came, never over what was read from them.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test should stop at once"))]

pub mod bank;
pub mod card;
#[cfg(feature = "corpus")]
pub mod corpus;
mod error;
pub mod fact;
pub mod form;
mod hex;
pub mod pack;
mod pdf;
pub mod place;
pub mod scan;
pub mod sheet;
pub mod table;

pub use card::{CardError, MemberCard};
pub use error::{Hostile, Limit, PackError};
pub use fact::SignedFact;
pub use pack::{
    Contents, Description, Expected, FileEntry, JournalHead, Manifest, Opened, PackFile, PackKind, Party, Proof, VersionHash, describe,
    neutral_name, open, reprove, seal,
};
pub use place::{Staged, write_new};
