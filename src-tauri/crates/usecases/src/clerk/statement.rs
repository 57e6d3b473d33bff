//! A bank's statement at the clerk's desk: read, held against the payments, and confirmed by a person line by line.
//!
//! What was read stays in memory, and goes when the desk is locked. Nothing is changed before somebody confirms it.

use super::facts::Said;
use super::profile;
use super::{Ledger, Page};
use crate::reviewer::Reviewer;
use crate::{Error, Result, TableError};
use chrono::NaiveDate;
use domain::Money;
use domain::application::check::LONGEST_LINE;
use domain::bank::{self, Reconciliation, StatementLine, StatementProfile};
use domain::id::PaymentId;
use domain::payment::Undoing;
use exchange::sheet::{SEEN_FACT, SeenFact};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

use super::book::Book;

/// How many rows of a table are shown before its columns are told.
const SHOWN_ROWS: usize = 20;

/// What a picked file holds.
pub enum StatementFile {
    /// Rows, of which a person says what the columns are.
    Table(Vec<Vec<String>>),
    /// Lines, of a format that says it itself.
    Lines(Vec<StatementLine>),
}

/// Reads a picked file. Nothing is opened or held meanwhile: it may be large, or hostile.
pub fn read_statement_file(path: &Path) -> Result<StatementFile, TableError> {
    let bytes = exchange::table::bytes_of(path)?;
    if exchange::bank::is_ofx(&bytes) {
        return exchange::bank::read_ofx(&bytes).map(StatementFile::Lines);
    }
    exchange::table::read_bytes(&bytes)?.values().map(StatementFile::Table)
}

/// A statement on the desk.
pub(crate) struct Statement {
    ledger: Uuid,
    path: PathBuf,
    file: Arc<StatementFile>,
    read: Option<Arc<Reconciled>>,
}

/// How a bank's statement is read, under a name that a person gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedProfile {
    /// Its name; empty for what the program took it for.
    pub name: String,
    /// How it is read.
    pub profile: StatementProfile,
}

/// A picked statement, before it is held against the payments.
pub enum Picked {
    /// A table.
    Table {
        /// The first rows.
        rows: Vec<Vec<String>>,
        /// How many there are.
        count: usize,
        /// The kept profile that fits, or what the program takes it for.
        guess: NamedProfile,
        /// The kept profiles.
        profiles: Vec<NamedProfile>,
    },
    /// Lines that need no telling.
    Lines {
        /// How many.
        count: usize,
    },
}

/// A payment, or its return, that is looked for.
#[derive(Clone, PartialEq, Eq)]
pub struct Sought {
    /// The payment.
    pub id: PaymentId,
    /// Whether it is its return that is looked for.
    pub back: bool,
    /// The grant's reference.
    pub grant_reference: String,
    /// Who was paid.
    pub payee: String,
    /// How much.
    pub amount: Money,
    /// When it was paid, or came back.
    pub on: NaiveDate,
    /// What the statement should say.
    pub reference: String,
    /// When it was seen, if somebody confirmed it.
    pub seen_on: Option<NaiveDate>,
}

/// A statement held against the payments.
pub struct Reconciled {
    /// Its lines.
    pub lines: Vec<StatementLine>,
    /// The payments that were looked for.
    pub sought: Vec<Sought>,
    /// Which is which, by their places in both.
    pub result: Reconciliation,
}

/// Everything that reading a statement needs, so that the desk is free meanwhile.
pub struct StatementJob {
    file: Arc<StatementFile>,
    sought: Vec<Sought>,
}

/// A line that a person says is a payment, or its return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confirmed {
    /// The payment.
    pub payment: PaymentId,
    /// Whether it is its return.
    pub back: bool,
    /// The line's row in the file.
    pub row: u32,
}

impl Reviewer {
    /// Keeps a statement that somebody picked, in memory. Only what was picked can be read.
    pub fn keep_statement(&mut self, ledger: Uuid, path: &Path, file: StatementFile) -> Result<Picked> {
        let kept = self.with_ledger(ledger, |ledger, _| Ok(profile::kept(&ledger.shape)))?;
        let picked = match &file {
            StatementFile::Lines(lines) => Picked::Lines { count: lines.len() },
            StatementFile::Table(rows) => {
                let fits = |one: &&NamedProfile| bank::read_statement(rows, &one.profile).is_ok();
                let guess = kept.iter().find(fits).cloned();
                Picked::Table {
                    rows: rows.iter().take(SHOWN_ROWS).cloned().collect(),
                    count: rows.len(),
                    guess: guess.unwrap_or_else(|| NamedProfile { name: String::new(), profile: bank::guess(rows) }),
                    profiles: kept,
                }
            }
        };
        self.statement = Some(Statement { ledger, path: path.to_owned(), file: Arc::new(file), read: None });
        Ok(picked)
    }

    /// What reading the picked statement needs. Another path than the one that was picked is not found.
    pub fn statement_job(&self, ledger: Uuid, path: &Path) -> Result<StatementJob> {
        let picked = self.statement.as_ref().filter(|one| one.ledger == ledger && one.path == path).ok_or(Error::NotFound)?;
        let sought = self.with_ledger(ledger, |ledger, _| Ok(sought(ledger)))?;
        Ok(StatementJob { file: Arc::clone(&picked.file), sought })
    }

    /// Keeps what was read, in memory, and the profile by which it was read under its name if that is wanted.
    pub fn keep_reading(&mut self, ledger: Uuid, path: &Path, read: Arc<Reconciled>, keep: Option<&NamedProfile>) -> Result<()> {
        if let Some(keep) = keep {
            self.change_ledger(ledger, |_, shape, _| profile::keep(shape, keep))?;
        }
        // Another may have been picked while this one was read.
        let picked = self.statement.as_mut().filter(|one| one.ledger == ledger && one.path == path).ok_or(Error::NotFound)?;
        picked.read = Some(read);
        Ok(())
    }

    /// Records which payments a person found on the statement that was read last: all of them or none. A return that was not
    /// recorded yet is recorded with the day on which the money came back.
    pub fn confirm_matches(&mut self, ledger: Uuid, matches: &[Confirmed]) -> Result<()> {
        let read = self.statement.as_ref().filter(|one| one.ledger == ledger).and_then(|one| one.read.clone()).ok_or(Error::NotFound)?;
        self.record(ledger, |page, _| {
            let mut facts = Vec::new();
            for one in matches {
                let line = read.lines.iter().find(|line| line.row == one.row).ok_or(Error::NotFound)?;
                page.seen(one, line, &mut facts)?;
            }
            Ok(facts)
        })
    }
}

impl Page<'_> {
    fn seen(&self, one: &Confirmed, line: &StatementLine, facts: &mut Vec<Said>) -> Result<()> {
        let (_, payment, note) = self.book.payment(one.payment).ok_or(Error::NotFound)?;
        let moved = if one.back { payment.amount } else { Money::ZERO.minus(payment.amount) };
        if line.amount != moved || payment.undone.is_some_and(|undone| undone.way == Undoing::Voided) {
            return Err(Error::WrongState);
        }
        // A statement's words may be of any length; the register takes a line of them.
        let words: String = line.words.trim().chars().take(LONGEST_LINE).collect();
        if one.back && payment.stands() {
            let reason = if words.is_empty() { payment.reference.as_str() } else { words.as_str() };
            facts.push(self.undone(one.payment, Undoing::Returned, line.on, reason)?);
        }
        let before = if one.back { note.return_seen_on } else { note.seen_on };
        if before != Some(line.on) {
            facts.push(Said::Seen(SeenFact {
                fact: SEEN_FACT.to_owned(),
                register_id: self.ledger.id(),
                payment_id: one.payment.0,
                way: if one.back { "back" } else { "out" }.to_owned(),
                seen_on: line.on,
                words,
                member_id: self.me.0,
                at: self.now,
            }));
        }
        Ok(())
    }
}

impl StatementJob {
    /// Reads the statement by what its columns are, and holds it against the payments. `going` is told how much is done, of
    /// how much, and says whether to go on. A statement that cannot be read is refused whole.
    pub fn read(
        self,
        profile: Option<&StatementProfile>,
        going: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Result<Reconciled, TableError>> {
        let lines = match (&*self.file, profile) {
            (StatementFile::Lines(lines), None) => lines.clone(),
            (StatementFile::Table(rows), Some(profile)) => match bank::read_statement(rows, profile) {
                Ok(lines) => lines,
                Err(refused) => return Ok(Err(refused.into())),
            },
            _ => return Err(Error::NotFound),
        };
        let asked: Vec<bank::SoughtPayment> = self.sought.iter().map(Sought::asked).collect();
        let result = bank::match_statement(&lines, &asked, going).map_err(|_| Error::Stopped)?;
        Ok(Ok(Reconciled { lines, sought: self.sought, result }))
    }
}

impl Sought {
    fn asked(&self) -> bank::SoughtPayment {
        bank::SoughtPayment { back: self.back, amount: self.amount, on: self.on, reference: self.reference.clone(), seen_on: self.seen_on }
    }
}

/// Every payment that left the account, and every return; what never happened is not looked for.
fn sought(ledger: &Ledger) -> Vec<Sought> {
    let book = Book::of(ledger);
    let mut found = Vec::new();
    for entry in &book.entries {
        for (payment, note) in entry.payments().filter(|(payment, _)| payment.undone.is_none_or(|undone| undone.way == Undoing::Returned)) {
            let out = Sought {
                id: payment.id,
                back: false,
                grant_reference: entry.sheet.reference.clone(),
                payee: entry.sheet.payee.clone(),
                amount: payment.amount,
                on: payment.paid_on,
                reference: payment.reference.clone(),
                seen_on: note.seen_on,
            };
            if let Some(undone) = payment.undone {
                found.push(Sought { back: true, on: undone.on, seen_on: note.return_seen_on, ..out.clone() });
            }
            found.push(out);
        }
    }
    found
}

impl fmt::Debug for Sought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sought").field("id", &self.id).field("back", &self.back).finish_non_exhaustive()
    }
}

impl fmt::Debug for Reconciled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reconciled").field("lines", &self.lines.len()).finish_non_exhaustive()
    }
}
