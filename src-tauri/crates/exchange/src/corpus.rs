//! Damaged and hostile packs, made from a good one: for the tests of whoever takes packs in. Every one must be refused.
//!
//! The choices come from a seed, so that a failure can be repeated; keys and sealing are always the operating system's
//! chance, so that the bytes differ from run to run. What is found by fuzzing joins [`named`].
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "only tests have it, and a failed test should stop at once"
)]

mod archive;
mod chance;
mod forge;
mod form;
pub mod fuzz;
mod inside;
mod outside;
mod random;

use crate::{Contents, Manifest, PackError};
pub use chance::Chance;
pub use form::filled_form;
use keys::Keyring;

/// A good pack, which would be taken in, and the people about it.
pub struct Scene<'a> {
    /// What the good pack says about itself, as it was opened: with its files.
    pub manifest: Manifest,
    /// What it carries: at least one data file, the first of which is a sheet of the pack's kind.
    pub contents: Contents,
    /// Who takes it in.
    pub me: &'a Keyring,
    /// Who made it.
    pub sender: &'a Keyring,
    /// Somebody whom nobody here knows.
    pub outsider: Keyring,
}

impl<'a> Scene<'a> {
    /// The scene about a good pack.
    pub fn new(manifest: Manifest, contents: Contents, me: &'a Keyring, sender: &'a Keyring) -> Self {
        Self { manifest, contents, me, sender, outsider: Keyring::generate().unwrap() }
    }

    /// The good pack itself, made anew: this one must be taken in.
    pub fn good(&self) -> Vec<u8> {
        crate::seal(self.manifest.clone(), &self.contents, self.sender, &[self.me.recipient()]).unwrap()
    }
}

/// How a pack must be refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// By [`open`](crate::open), with exactly this error.
    Exactly(PackError),
    /// By [`open`](crate::open), with any error.
    Somehow,
    /// It can be opened, because its author truly signed it; its first data file cannot be read as a sheet.
    WhenRead,
}

/// One pack that must be refused.
pub struct Case {
    /// What is wrong with it.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// How it must be refused.
    pub refusal: Refusal,
}

/// Packs made by hand, each with its own name and refusal.
pub fn named(scene: &Scene<'_>) -> Vec<Case> {
    [outside::cases(scene), archive::cases(scene), inside::cases(scene)].into_iter().flatten().collect()
}

/// Packs made by chance.
pub fn random(seed: u64, count: usize, scene: &Scene<'_>) -> impl Iterator<Item = Case> {
    random::cases(seed, count, scene)
}

/// All that are made by hand and as many made by chance, by name and bytes: for a test that only asks whether all are refused.
pub fn packs(seed: u64, count: usize, scene: &Scene<'_>) -> impl Iterator<Item = (String, Vec<u8>)> {
    named(scene).into_iter().chain(random(seed, count, scene)).map(|case| (case.name, case.bytes))
}
