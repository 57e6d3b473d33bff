//! The reviewer's desk: a machine without a register, where packs are read and answered.
//!
//! It has a folder of the program's own. Keys stand in `vaults`, and what a reviewer was sent and wrote in
//! `packs/<their fingerprint>`: for each round the pack (`.desk`) and what they said and wrote (`.draft`), sealed to
//! themselves and signed by themselves. No file's name says a person, a group or a reference.

pub(crate) mod arrival;
mod gate;
mod judgement;
mod kept;
pub(crate) mod locker;
mod person;
pub(crate) mod place;
mod response;
pub(crate) mod shape;
mod standing;
#[cfg(test)]
mod tests;
mod view;

pub use exchange::pack::LARGEST_PACK;
pub use exchange::sheet::LeftOutWhy;
pub use person::{bring_vault, make, people, unlock};
pub use response::keep_new;
pub use view::{
    ApplicationRow, ApplicationView, FileContent, FileRow, Gate, GateAnswer, InterestMatch, JudgementSaved, PackArrival, PackRefused,
    PackRow, PackView, Response, ReviewState, ReviewerPerson, Said, Summary,
};

use crate::clerk::{Ledger, Statement};
use crate::{Error, Result, Surroundings};
use chrono::{DateTime, NaiveDate, Utc};
use domain::id::PackId;
use keys::{Keyring, Vault};
use place::Lock;
use shape::{DeskShape, DraftShape, SenderShape};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// The reviewer's unlocked desk. Dropping it locks it: keys and words leave the memory.
pub struct Reviewer {
    pub(crate) folder: PathBuf,
    vault: Vault,
    pub(crate) keyring: Keyring,
    pub(crate) surroundings: Arc<dyn Surroundings>,
    pub(crate) senders: Vec<SenderShape>,
    /// The newest first.
    packs: Vec<Pack>,
    /// What is to be paid, as it was read last: another clerk may have written since.
    pub(crate) ledgers: Vec<Ledger>,
    /// The bank statement that was picked last.
    pub(crate) statement: Option<Statement>,
    damaged: usize,
    _lock: Lock,
}

/// A pack, and what was written beside it.
struct Pack {
    desk: DeskShape,
    draft: DraftShape,
}

/// What a change of a draft has at hand.
struct Hand<'r> {
    keyring: &'r Keyring,
    now: DateTime<Utc>,
}

impl Reviewer {
    /// Opens every pack of the one whose keys these are. A damaged one is counted, and the others still open.
    fn sit_down(folder: &Path, vault: Vault, keyring: Keyring, surroundings: Arc<dyn Surroundings>) -> Result<Self> {
        let own = kept::folder_of(folder, &keyring);
        place::make_folder(&own)?;
        let lock = Lock::take(&own)?;
        place::clear(&own)?;
        let (packs, damaged) = kept::packs(&own, &keyring)?;
        let senders = kept::read_senders(&own, &keyring)?;
        let mut reviewer = Self {
            folder: folder.to_owned(),
            vault,
            keyring,
            surroundings,
            senders,
            packs,
            ledgers: Vec::new(),
            statement: None,
            damaged,
            _lock: lock,
        };
        reviewer.read_ledgers()?;
        reviewer.sort();
        for place in 0..reviewer.packs.len() {
            // A power cut may have come between the answer and the taking away.
            reviewer.take_away(place)?;
        }
        Ok(reviewer)
    }

    fn sort(&mut self) {
        self.packs.sort_by_key(|pack| std::cmp::Reverse((pack.desk.manifest.created, pack.id())));
    }

    /// Whose desk it is, by the fingerprint of their keys.
    pub fn vault_id(&self) -> String {
        self.keyring.fingerprint().to_string()
    }

    /// The reviewer's name.
    pub fn name(&self) -> String {
        self.vault.holder().name
    }

    /// The fingerprint of their keys, to be read out over the phone.
    pub fn fingerprint(&self) -> String {
        self.keyring.fingerprint().to_string()
    }

    /// The day.
    pub fn today(&self) -> NaiveDate {
        self.surroundings.today()
    }

    /// How many packs and ledgers on this computer are damaged and cannot be opened.
    pub fn damaged(&self) -> usize {
        self.damaged.saturating_add(self.damaged_ledgers())
    }

    /// Every pack, the newest first.
    pub fn packs(&self) -> Vec<PackRow> {
        self.packs.iter().map(Pack::row).collect()
    }

    /// One pack, whole.
    pub fn pack(&self, id: PackId) -> Result<PackView> {
        Ok(self.find(id)?.view())
    }

    /// Takes a pack off the desk with everything written beside it. That an interest was declared is not forgotten: the
    /// same pack would open its text again.
    pub fn remove_pack(&mut self, id: PackId) -> Result<()> {
        let place = self.place(id)?;
        let own = self.own();
        let Some(pack) = self.packs.get(place) else { return Err(Error::NotFound) };
        // The draft goes first: if the power fails between the two, the pack is still listed and can be removed again.
        kept::forget_draft(&own, &self.keyring, pack.round(), &pack.draft)?;
        place::remove(&kept::desk_path(&own, pack.round()))?;
        self.packs.remove(place);
        Ok(())
    }

    fn own(&self) -> PathBuf {
        kept::folder_of(&self.folder, &self.keyring)
    }

    fn place(&self, id: PackId) -> Result<usize> {
        self.packs.iter().position(|pack| pack.id() == id.0).ok_or(Error::NotFound)
    }

    fn find(&self, id: PackId) -> Result<&Pack> {
        self.packs.iter().find(|pack| pack.id() == id.0).ok_or(Error::NotFound)
    }

    /// Changes what is written beside a pack: on the disk first, then in memory.
    fn change<T>(&mut self, id: PackId, work: impl FnOnce(&Pack, &mut DraftShape, &Hand<'_>) -> Result<T>) -> Result<T> {
        let own = self.own();
        let hand = Hand { keyring: &self.keyring, now: self.surroundings.now() };
        let pack = self.packs.iter_mut().find(|pack| pack.id() == id.0).ok_or(Error::NotFound)?;
        let mut draft = pack.draft.clone();
        let value = work(pack, &mut draft, &hand)?;
        kept::write_draft(&own, &self.keyring, pack.round(), &draft)?;
        pack.draft = draft;
        Ok(value)
    }

    /// Takes away what the reviewer may no longer read: from memory, from the pack's file, and from the former draft.
    fn take_away(&mut self, place: usize) -> Result<()> {
        let own = self.own();
        let Some(pack) = self.packs.get_mut(place) else { return Ok(()) };
        if pack.strip() {
            let stored = kept::read_desk(&own, &self.keyring, pack.desk.round.round_id)?;
            kept::write_desk(&own, &self.keyring, &mut pack.desk, &|sha256| stored.file(sha256))?;
        }
        kept::forget_former_draft(&own, pack.round())
    }
}

impl Pack {
    fn id(&self) -> Uuid {
        self.desk.manifest.pack_id
    }

    fn round(&self) -> Uuid {
        self.desk.round.round_id
    }
}

impl fmt::Debug for Reviewer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reviewer").field("packs", &self.packs.len()).finish_non_exhaustive()
    }
}
