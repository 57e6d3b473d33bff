//! A payment recorded by itself, and a payment undone.

use super::facts::Said;
use super::{Page, RunRefusal};
use crate::grant::{TypedPayment, TypedUndoing};
use crate::input::Faults;
use crate::reviewer::Reviewer;
use crate::{Error, Result};
use chrono::NaiveDate;
use domain::id::{GrantId, PaymentId};
use domain::payment::{NewPayment, PayBar, PaymentError, Undoing};
use exchange::sheet::{PAYMENT_FACT, PaymentFact, UNDOING_FACT, UndoingFact};
use uuid::Uuid;

impl Reviewer {
    /// Records a payment that was made. Where two people are asked for, every payment goes by a run.
    pub fn clerk_pay(&mut self, ledger: Uuid, grant: GrantId, typed: &TypedPayment) -> Result<()> {
        let mut faults = Faults::default();
        let amount = faults.money("amount", &typed.amount);
        let paid_on = faults.date("paidOn", &typed.paid_on);
        let reference = faults.line("reference", &typed.reference);
        let (amount, paid_on) = faults.settled(amount.zip(paid_on))?;
        let new = NewPayment { amount, paid_on, reference, method: typed.method };
        self.record(ledger, |page, id| {
            let entry = page.book.entry(grant).ok_or(Error::NotFound)?;
            entry.grant.pay(&new, page.today)?;
            let standing = page.book.standings_for(None).into_iter().find(|one| one.grant == grant);
            if standing.is_some_and(|standing| standing.bars.contains(&PayBar::InRun)) {
                return Err(PaymentError::InRun.into());
            }
            if page.ledger.sheet.two_people {
                return Err(RunRefusal::NotApproved.into());
            }
            Ok(vec![page.paid(id(), grant, &new, None)])
        })
    }

    /// Records that a payment came back, or never happened.
    pub fn clerk_undo(&mut self, ledger: Uuid, payment: PaymentId, typed: &TypedUndoing) -> Result<()> {
        let mut faults = Faults::default();
        let on = faults.date("on", &typed.on);
        let reason = faults.answer("reason", &typed.reason);
        let on = faults.settled(on)?;
        self.record(ledger, |page, _| Ok(vec![page.undone(payment, typed.way, on, &reason)?]))
    }
}

impl Page<'_> {
    /// The fact of a payment that stands.
    pub(super) fn paid(&self, id: Uuid, grant: GrantId, new: &NewPayment, run: Option<Uuid>) -> Said {
        let account = self.book.entry(grant).and_then(|entry| entry.grant.account.as_ref());
        let by_bank = new.method == domain::payment::Method::BankTransfer;
        Said::Paid(PaymentFact {
            fact: PAYMENT_FACT.to_owned(),
            register_id: self.ledger.id(),
            payment_id: id,
            grant_id: grant.0,
            account_id: account.filter(|_| by_bank).map(|account| account.id.0),
            amount_pence: new.amount.pence(),
            paid_on: new.paid_on,
            reference: new.reference.clone(),
            method: new.method.code().to_owned(),
            run_id: run,
            member_id: self.me.0,
            at: self.now,
        })
    }

    /// The fact that a payment was undone, if it may be.
    pub(super) fn undone(&self, payment: PaymentId, way: Undoing, on: NaiveDate, reason: &str) -> Result<Said> {
        let (entry, _, _) = self.book.payment(payment).ok_or(Error::NotFound)?;
        entry.grant.undo_payment(payment, on, reason, self.today)?;
        Ok(Said::Undone(UndoingFact {
            fact: UNDOING_FACT.to_owned(),
            register_id: self.ledger.id(),
            payment_id: payment.0,
            way: way.code().to_owned(),
            on,
            reason: reason.to_owned(),
            member_id: self.me.0,
            at: self.now,
        }))
    }
}
