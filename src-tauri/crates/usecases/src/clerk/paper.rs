//! What the printed papers of the clerk's desk are made from: the list of a run, and what each payee is told.
//!
//! The account of a payee is named by its last four digits alone.

use super::book::Book;
use super::view::{RunView, run_view};
use super::{Ledger, view};
use crate::reviewer::Reviewer;
use crate::{Error, Result};
use chrono::NaiveDate;
use domain::Money;
use domain::id::PaymentId;
use domain::payment::Method;
use domain::payment::run::RunState;
use std::fmt;
use uuid::Uuid;

/// Of what a paper is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperOf {
    /// Every payment of a run.
    Run(Uuid),
    /// One payment that was recorded.
    Payment(PaymentId),
}

/// What a paper says.
#[derive(Clone, PartialEq, Eq)]
pub struct PaperData {
    /// The organisation that pays.
    pub lto: String,
    /// For which partnership.
    pub partnership: String,
    /// The day it is made.
    pub today: NaiveDate,
    /// The day on which it is paid, or is meant to be.
    pub pay_on: NaiveDate,
    /// How far the run has come; none for one payment by itself.
    pub state: Option<RunState>,
    /// Whether a second person must approve.
    pub two_people: bool,
    /// Who put it together, and when.
    pub made: (String, NaiveDate),
    /// Who approved it, and when.
    pub approved: Option<(String, NaiveDate)>,
    /// The payments.
    pub rows: Vec<PaperRow>,
    /// Their sum.
    pub total: Money,
}

/// One payment on a paper.
#[derive(Clone, PartialEq, Eq)]
pub struct PaperRow {
    /// The grant's reference.
    pub grant_reference: String,
    /// The group.
    pub group: String,
    /// Who is paid.
    pub payee: String,
    /// What the money is for.
    pub purpose: String,
    /// The last four digits of the account; none for a cheque.
    pub last_four: Option<String>,
    /// How much.
    pub amount: Money,
    /// What the bank statement will say.
    pub reference: String,
    /// When it was paid; none while it is meant to be.
    pub paid_on: Option<NaiveDate>,
    /// Which part of the grant it is, from 1, and of how many.
    pub part: Option<(usize, usize)>,
}

impl Reviewer {
    /// What a paper of a ledger is made from.
    pub fn clerk_paper(&self, ledger: Uuid, of: PaperOf) -> Result<PaperData> {
        let today = self.today();
        self.with_ledger(ledger, |ledger, me| {
            let book = Book::of(ledger);
            match of {
                PaperOf::Run(id) => {
                    let entry = book.run(id).ok_or(Error::NotFound)?;
                    let approved = book.approved_at(entry);
                    Ok(of_run(ledger, &book, run_view(ledger, &book, entry, me), approved, today))
                }
                PaperOf::Payment(id) => of_payment(ledger, &book, id, today),
            }
        })
    }
}

fn of_run(ledger: &Ledger, book: &Book<'_>, run: RunView, approved: Option<NaiveDate>, today: NaiveDate) -> PaperData {
    let paid_on = book
        .entries
        .iter()
        .flat_map(super::book::Entry::payments)
        .find(|(_, note)| note.run == Some(run.id))
        .map(|(payment, _)| payment.paid_on);
    let row = |row: &view::RunRowView| {
        let sheet = book.entry(row.grant).map(|entry| entry.sheet);
        PaperRow {
            grant_reference: row.grant_reference.clone(),
            group: sheet.map(|sheet| sheet.group.clone()).unwrap_or_default(),
            payee: row.payee.clone(),
            purpose: sheet.map(|sheet| sheet.purpose.clone()).unwrap_or_default(),
            last_four: row.last_four.clone(),
            amount: row.amount,
            reference: row.reference.clone(),
            paid_on,
            part: None,
        }
    };
    PaperData {
        lto: ledger.sheet.lto.clone(),
        partnership: ledger.name().to_owned(),
        today,
        pay_on: paid_on.unwrap_or(run.pay_on),
        state: Some(run.state),
        two_people: ledger.sheet.two_people,
        made: (run.made_by, run.made_on),
        approved: run.approved_by.zip(approved),
        rows: run.rows.iter().map(row).collect(),
        total: run.total,
    }
}

fn of_payment(ledger: &Ledger, book: &Book<'_>, id: PaymentId, today: NaiveDate) -> Result<PaperData> {
    let (entry, payment, note) = book.payment(id).ok_or(Error::NotFound)?;
    // Nobody is told of money that did not come.
    if !payment.stands() {
        return Err(Error::WrongState);
    }
    let last_four = entry.grant.account.as_ref().map(|account| account.last_four.clone());
    let run = note.run.and_then(|run| book.run(run));
    let approved = run.and_then(|run| Some((ledger.name_of(book.approved_by(run)?.0), book.approved_at(run)?)));
    Ok(PaperData {
        lto: ledger.sheet.lto.clone(),
        partnership: ledger.name().to_owned(),
        today,
        pay_on: payment.paid_on,
        state: run.map(|run| book.state(run)),
        two_people: ledger.sheet.two_people,
        made: (note.recorded_by.clone(), payment.paid_on),
        approved,
        rows: vec![PaperRow {
            grant_reference: entry.sheet.reference.clone(),
            group: entry.sheet.group.clone(),
            payee: entry.sheet.payee.clone(),
            purpose: entry.sheet.purpose.clone(),
            last_four: last_four.filter(|_| payment.method == Method::BankTransfer),
            amount: payment.amount,
            reference: payment.reference.clone(),
            paid_on: Some(payment.paid_on),
            part: None,
        }],
        total: payment.amount,
    })
}

impl fmt::Debug for PaperData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PaperData").field("rows", &self.rows.len()).finish_non_exhaustive()
    }
}

impl fmt::Debug for PaperRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PaperRow").finish_non_exhaustive()
    }
}
