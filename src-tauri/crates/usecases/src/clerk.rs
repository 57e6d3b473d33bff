//! The clerk's desk: a machine at the Locally Trusted Organisation, where what a partnership decided is paid.
//!
//! It stands beside the reviewer's desk and is opened with the same keys. A payment pack becomes a *ledger*, one for each
//! partnership: what the register knew, as the co-ordinator signed it, and what the clerks did since, each a signed fact.
//! It is sealed to every clerk whom the pack names, so that another of them can approve a run at the same machine, and
//! signed by who wrote it last. What may be paid follows from both by the rules of the register itself.

mod account;
mod arrival;
mod bank_file;
mod book;
mod facts;
mod kept;
mod paper;
mod pay;
mod profile;
mod receipt;
mod runs;
mod shape;
mod statement;
#[cfg(test)]
mod tests;
mod view;

pub use bank_file::{BankFile, FilePreview, FileRow, TypedOwnAccount, bank_file_layouts};
pub use paper::{PaperData, PaperOf, PaperRow};
pub use receipt::ReceiptSaved;
pub use runs::{RunRefusal, TypedRun, TypedRunRow};
pub(crate) use statement::Statement;
pub use statement::{Confirmed, NamedProfile, Picked, Reconciled, Sought, StatementFile, StatementJob, read_statement_file};
pub use view::{
    AccountView, ConditionView, Funds, GrantView, LedgerGrant, LedgerRow, LedgerTab, LedgerView, PaymentView, RunRowView, RunView,
    SignatureView,
};

use crate::reviewer::Reviewer;
use crate::{Error, Result};
use book::Book;
use chrono::{DateTime, NaiveDate, Utc};
use domain::id::MemberId;
use domain::modulus::Tables;
use exchange::sheet::{ClerkSheet, PaymentSheet};
use exchange::{Manifest, SignedFact};
use facts::Said;
use keys::Keyring;
use serde::Serialize;
use shape::{LedgerShape, SaidShape};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// A ledger as it was read from its file.
pub(crate) struct Ledger {
    /// The hash of the file it was read from: another clerk may write it anew.
    stamp: [u8; 32],
    shape: LedgerShape,
    manifest: Manifest,
    sheet: PaymentSheet,
    /// The tables of the modulus check, if they were loaded.
    tables: Option<Tables>,
}

/// What is at hand when something is recorded.
struct Page<'l> {
    ledger: &'l Ledger,
    book: Book<'l>,
    me: MemberId,
    today: NaiveDate,
    now: DateTime<Utc>,
}

impl Reviewer {
    /// Where the ledgers of this machine stand.
    fn ledger_folder(&self) -> PathBuf {
        self.folder.join("ledgers")
    }

    /// Reads every ledger anew.
    pub(crate) fn read_ledgers(&mut self) -> Result<()> {
        self.ledgers = kept::all(&self.ledger_folder(), &self.keyring, &self.senders)?;
        Ok(())
    }

    /// How many ledgers are for this person and cannot be opened.
    pub(crate) fn damaged_ledgers(&self) -> usize {
        let damaged = |id: &Uuid| !matches!(self.with_ledger(*id, |_, _| Ok(())), Ok(()) | Err(Error::NotFound));
        self.ledger_ids().iter().filter(|id| damaged(id)).count()
    }

    /// The partnerships of which a ledger stands here, for whomever it is. Those that are known come first, by name.
    fn ledger_ids(&self) -> Vec<Uuid> {
        let mut ids: Vec<Uuid> = self.ledgers.iter().map(Ledger::id).collect();
        for id in kept::ids(&self.ledger_folder()).unwrap_or_default() {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// A ledger as its file is now, which another clerk may have written since this desk was opened.
    fn with_ledger<T>(&self, id: Uuid, work: impl FnOnce(&Ledger, MemberId) -> Result<T>) -> Result<T> {
        let folder = self.ledger_folder();
        let stamp = kept::stamp(&folder, id)?;
        let read;
        let ledger = if let Some(known) = self.ledgers.iter().find(|one| one.id() == id && Some(one.stamp) == stamp) {
            known
        } else {
            read = kept::read(&folder, &self.keyring, &self.senders, id)?;
            &read
        };
        let me = ledger.me(&self.keyring).ok_or(Error::NotFound)?;
        work(ledger, MemberId(me.member_id))
    }

    /// Changes what is kept in a ledger: on the disk first, then in memory. Nobody else writes it meanwhile.
    fn change_ledger<T>(&mut self, id: Uuid, work: impl FnOnce(&Ledger, &mut LedgerShape, &Keyring) -> Result<T>) -> Result<T> {
        let folder = self.ledger_folder();
        let _hold = kept::hold(&folder)?;
        let (value, shape) = self.with_ledger(id, |ledger, _| {
            let mut shape = ledger.shape.clone();
            let value = work(ledger, &mut shape, &self.keyring)?;
            Ok((value, shape))
        })?;
        let written = kept::write(&folder, &self.keyring, &self.senders, &shape)?;
        self.put_ledger(written);
        Ok(value)
    }

    fn put_ledger(&mut self, ledger: Ledger) {
        let id = ledger.id();
        match self.ledgers.iter_mut().find(|one| one.id() == id) {
            Some(place) => *place = ledger,
            None => self.ledgers.push(ledger),
        }
        self.ledgers.sort_by(|one, other| one.name().cmp(other.name()).then(one.id().cmp(&other.id())));
    }

    /// Records what this person did: every fact of it, signed, in one write, or nothing.
    fn record(&mut self, id: Uuid, work: impl FnOnce(&Page<'_>, &dyn Fn() -> Uuid) -> Result<Vec<Said>>) -> Result<()> {
        let surroundings = Arc::clone(&self.surroundings);
        self.change_ledger(id, |ledger, shape, keyring| {
            let me = MemberId(ledger.me(keyring).ok_or(Error::NotFound)?.member_id);
            let page = Page { ledger, book: Book::of(ledger), me, today: surroundings.today(), now: surroundings.now() };
            for said in work(&page, &|| surroundings.new_id())? {
                shape.facts.push(SaidShape { member_id: me.0, fact: said.sign(keyring)? });
            }
            Ok(())
        })
    }

    /// Takes a ledger off this machine. What no receipt has carried would be lost, so it is refused while there is any.
    pub fn remove_ledger(&mut self, id: Uuid) -> Result<()> {
        let folder = self.ledger_folder();
        let _hold = kept::hold(&folder)?;
        let unsent = self.with_ledger(id, |ledger, _| Ok(ledger.unsent()))?;
        if unsent > 0 {
            return Err(Error::WrongState);
        }
        kept::remove(&folder, id)?;
        self.ledgers.retain(|ledger| ledger.id() != id);
        Ok(())
    }
}

impl Ledger {
    fn id(&self) -> Uuid {
        self.manifest.register_id
    }

    fn name(&self) -> &str {
        &self.manifest.partnership
    }

    /// The clerk whose keys these are.
    fn me(&self, keyring: &Keyring) -> Option<&ClerkSheet> {
        let (recipient, key) = (keyring.recipient().to_string(), keyring.verifying_key().to_string());
        self.sheet.clerks.iter().find(|clerk| clerk.recipient == recipient && clerk.verifying_key == key)
    }

    /// What a clerk is called.
    fn name_of(&self, member: Uuid) -> String {
        let known = self.sheet.clerks.iter().chain(&self.shape.former);
        known.into_iter().find(|clerk| clerk.member_id == member).map(|clerk| clerk.name.clone()).unwrap_or_default()
    }

    /// The facts that the register does not hold yet.
    fn not_held(&self) -> impl Iterator<Item = &SaidShape> {
        self.shape.facts.iter().filter(|said| !self.sheet.facts_held.contains(&said.fact.id()))
    }

    /// How many facts no receipt has carried yet.
    fn unsent(&self) -> usize {
        self.not_held().filter(|said| !self.shape.carried.contains(&said.fact.id())).count()
    }
}

/// A fact as it is signed.
fn text<T: Serialize>(fact: &T) -> Result<String> {
    Ok(serde_json::to_string(fact)?)
}

fn sign<T: Serialize>(fact: &T, kind: &str, keyring: &Keyring) -> Result<SignedFact> {
    Ok(SignedFact::sign(text(fact)?, keyring, kind)?)
}
