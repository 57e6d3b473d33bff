//! Runs of payments at the clerk's desk: put together, approved, taken or sent back, and recorded as paid.

use super::book::{Book, RunEntry};
use super::facts::Said;
use super::{Ledger, Page};
use crate::input::Faults;
use crate::reviewer::Reviewer;
use crate::{Error, FieldFault, Result};
use chrono::NaiveDate;
use domain::Money;
use domain::date::TypedDate;
use domain::id::GrantId;
use domain::payment::run::{self, RunError, RunRow};
use domain::payment::{Method, NewPayment, PayBar, Payment, PaymentError};
use exchange::sheet::{APPROVAL_FACT, ApprovalFact, RUN_FACT, RunFact};
use uuid::Uuid;

/// One payment of a new run, as typed.
#[derive(Debug, Clone)]
pub struct TypedRunRow {
    /// The grant.
    pub grant: GrantId,
    /// How much.
    pub amount: String,
    /// What the bank statement will say.
    pub reference: String,
}

/// A new run, as typed.
#[derive(Debug, Clone)]
pub struct TypedRun {
    /// The day it is meant to be paid.
    pub pay_on: TypedDate,
    /// Its payments.
    pub rows: Vec<TypedRunRow>,
}

/// Why a run cannot be made, approved or paid so: as the rule says it, with the grant's reference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RunRefusal {
    /// There is no payment in it.
    #[error("empty")]
    Empty,
    /// Something stands in the way of one of its payments.
    #[error("barred")]
    Barred {
        /// Of which grant.
        reference: String,
        /// What.
        bar: PayBar,
    },
    /// More than is left of a grant.
    #[error("more than is left")]
    MoreThanLeft {
        /// Of which grant.
        reference: String,
        /// What is left.
        left: Money,
    },
    /// A second person must approve it first.
    #[error("not approved")]
    NotApproved,
    /// Its maker does not approve it.
    #[error("one's own run")]
    OwnRun,
    /// Somebody who decided a grant neither pays it nor approves its payment.
    #[error("a decider")]
    Decider {
        /// Which grant.
        reference: String,
    },
    /// It is approved, paid, dropped or sent back already.
    #[error("over")]
    Over,
}

impl Reviewer {
    /// Puts a run together.
    pub fn make_run(&mut self, ledger: Uuid, typed: &TypedRun) -> Result<()> {
        let mut faults = Faults::default();
        let pay_on = faults.date("payOn", &typed.pay_on);
        let mut rows = Vec::new();
        for (place, row) in typed.rows.iter().enumerate() {
            let amount = faults.money(&format!("rows.{place}.amount"), &row.amount);
            let field = format!("rows.{place}.reference");
            let reference = faults.line(&field, &row.reference);
            if reference.is_empty() {
                faults.refuse(field, FieldFault::Missing);
            }
            if let Some(amount) = amount {
                if !amount.is_positive() {
                    faults.refuse(format!("rows.{place}.amount"), FieldFault::NothingOfIt);
                }
                rows.push(RunRow { grant: row.grant, account: None, amount, reference });
            }
        }
        let pay_on = faults.settled(pay_on)?;
        self.record(ledger, |page, id| {
            for row in &mut rows {
                let entry = page.book.entry(row.grant).ok_or(Error::NotFound)?;
                row.account = entry.grant.account.as_ref().map(|account| account.id);
            }
            let standings = page.book.standings_for(None);
            run::make(page.me, &rows, &standings, page.ledger.sheet.two_people).map_err(|error| page.refused(error))?;
            let row = |row: &RunRow| (row.grant.0, row.account.map(|account| account.0), row.amount.pence(), row.reference.clone());
            Ok(vec![Said::Run(RunFact {
                fact: RUN_FACT.to_owned(),
                register_id: page.ledger.id(),
                run_id: id(),
                payments: rows.iter().map(row).collect(),
                pay_on,
                member_id: page.me.0,
                at: page.now,
            })])
        })
    }

    /// Approves a run exactly as its maker signed it.
    pub fn approve_run(&mut self, ledger: Uuid, run: Uuid) -> Result<()> {
        self.record(ledger, |page, _| {
            let entry = page.book.run(run).ok_or(Error::NotFound)?;
            let standings = page.book.standings_for(Some(run));
            let asked = entry.run.approve(page.me, entry.run.signed, &standings, page.ledger.sheet.two_people);
            asked.map_err(|error| page.refused(error))?;
            Ok(vec![page.answered(entry, true, "")])
        })
    }

    /// Sends a run back to its maker, with the reason.
    pub fn send_run_back(&mut self, ledger: Uuid, run: Uuid, reason: &str) -> Result<()> {
        let mut faults = Faults::default();
        let reason = faults.answer("reason", reason);
        if reason.is_empty() {
            faults.refuse("reason", FieldFault::Missing);
        }
        faults.settle()?;
        self.record(ledger, |page, _| {
            let entry = page.book.run(run).ok_or(Error::NotFound)?;
            let standings = page.book.standings_for(Some(run));
            let asked = entry.run.send_back(page.me, &standings, page.ledger.sheet.two_people);
            asked.map_err(|error| page.refused(error))?;
            Ok(vec![page.answered(entry, false, &reason)])
        })
    }

    /// Takes one's own run back.
    pub fn drop_run(&mut self, ledger: Uuid, run: Uuid) -> Result<()> {
        self.record(ledger, |page, _| {
            let entry = page.book.run(run).ok_or(Error::NotFound)?;
            let standings = page.book.standings_for(Some(run));
            let asked = entry.run.take_back(page.me, &standings, page.ledger.sheet.two_people);
            asked.map_err(|error| page.refused(error))?;
            Ok(vec![page.answered(entry, false, "")])
        })
    }

    /// Records every payment of a run as made: all of them in one write, or none.
    pub fn pay_run(&mut self, ledger: Uuid, run: Uuid, paid_on: &TypedDate) -> Result<()> {
        let mut faults = Faults::default();
        let paid_on = faults.date("paidOn", paid_on);
        let paid_on = faults.settled(paid_on)?;
        self.record(ledger, |page, id| {
            let entry = page.book.run(run).ok_or(Error::NotFound)?;
            let standings = page.book.standings_for(Some(run));
            let asked = entry.run.pay(page.me, &standings, page.ledger.sheet.two_people);
            asked.map_err(|error| page.refused(error))?;
            page.payments(entry, paid_on, id)
        })
    }
}

impl Page<'_> {
    /// A payment for each row, each held against its grant with the rows before it.
    fn payments(&self, entry: &RunEntry, paid_on: NaiveDate, id: &dyn Fn() -> Uuid) -> Result<Vec<Said>> {
        let mut grants: Vec<_> = self.book.entries.iter().map(|entry| entry.grant.clone()).collect();
        let mut facts = Vec::new();
        for row in &entry.run.rows {
            let grant = grants.iter_mut().find(|grant| grant.id == row.grant).ok_or(Error::NotFound)?;
            let new = NewPayment { amount: row.amount, paid_on, reference: row.reference.clone(), method: Method::BankTransfer };
            grant.pay(&new, self.today)?;
            let payment = id();
            facts.push(self.paid(payment, row.grant, &new, Some(entry.id)));
            grant.payments.push(Payment {
                id: payment.into(),
                amount: new.amount,
                paid_on,
                reference: new.reference,
                method: new.method,
                undone: None,
            });
        }
        Ok(facts)
    }

    fn answered(&self, entry: &RunEntry, approved: bool, reason: &str) -> Said {
        Said::Answered(ApprovalFact {
            fact: APPROVAL_FACT.to_owned(),
            register_id: self.ledger.id(),
            run_fact: entry.run.signed,
            approved,
            reason: reason.to_owned(),
            member_id: self.me.0,
            at: self.now,
        })
    }

    fn refused(&self, error: RunError) -> Error {
        refused(self.ledger, error)
    }
}

fn refused(ledger: &Ledger, error: RunError) -> Error {
    let reference = |grant: GrantId| {
        let sheet = ledger.sheet.grants.iter().find(|sheet| sheet.grant_id == grant.0);
        sheet.map(|sheet| sheet.reference.clone()).unwrap_or_default()
    };
    match error {
        RunError::Empty => RunRefusal::Empty.into(),
        RunError::NotPositive => PaymentError::NotPositive.into(),
        RunError::Barred { grant, bar } => RunRefusal::Barred { reference: reference(grant), bar }.into(),
        RunError::MoreThanLeft { grant, left } => RunRefusal::MoreThanLeft { reference: reference(grant), left }.into(),
        RunError::NotApproved => RunRefusal::NotApproved.into(),
        RunError::OwnRun => RunRefusal::OwnRun.into(),
        RunError::Decider { grant } => RunRefusal::Decider { reference: reference(grant) }.into(),
        RunError::NotItsMaker => Error::WrongState,
        RunError::NotAsSigned | RunError::Over => RunRefusal::Over.into(),
    }
}

/// Whether this person may approve a run, and whether they may record it as paid.
pub(super) fn may(ledger: &Ledger, book: &Book<'_>, entry: &RunEntry, me: domain::id::MemberId) -> (bool, bool) {
    let standings = book.standings_for(Some(entry.id));
    let two_people = ledger.sheet.two_people;
    let approve = entry.run.approve(me, entry.run.signed, &standings, two_people).is_ok();
    (approve, entry.run.pay(me, &standings, two_people).is_ok())
}

/// Passes when this person may pay a run now.
pub(super) fn may_pay(ledger: &Ledger, book: &Book<'_>, entry: &RunEntry, me: domain::id::MemberId) -> Result<()> {
    let standings = book.standings_for(Some(entry.id));
    entry.run.pay(me, &standings, ledger.sheet.two_people).map_err(|error| refused(ledger, error))
}
