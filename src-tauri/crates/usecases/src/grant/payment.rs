//! Payments: recorded against a signed agreement, and undone with the reason.

use super::{of, of_told, signed};
use crate::input::Faults;
use crate::{Changed, Error, Open, Result};
use domain::Money;
use domain::date::TypedDate;
use domain::id::{GrantId, PaymentId};
use domain::member::Act;
use domain::payment::{Method, NewPayment, Undoing};
use serde_json::json;

/// A payment, as typed.
#[derive(Debug, Clone)]
pub struct TypedPayment {
    /// How much.
    pub amount: String,
    /// When.
    pub paid_on: TypedDate,
    /// What the bank statement will say.
    pub reference: String,
    /// How.
    pub method: Method,
}

/// How a payment was undone, as typed.
#[derive(Debug, Clone)]
pub struct TypedUndoing {
    /// Returned or voided.
    pub way: Undoing,
    /// When.
    pub on: TypedDate,
    /// Why.
    pub reason: String,
}

/// Records a payment that the LTO made (§4.3, 1.4).
pub fn record_payment(open: &mut Open, id: GrantId, typed: &TypedPayment) -> Result<Changed<PaymentId>> {
    open.change_grant(id, Act::RecordPayment, |tx, case, _| {
        let mut faults = Faults::default();
        let amount = faults.money("amount", &typed.amount);
        let paid_on = faults.date("paidOn", &typed.paid_on);
        let reference = faults.line("reference", &typed.reference);
        let (amount, paid_on) = faults.settled(amount.zip(paid_on))?;
        let new = NewPayment { amount, paid_on, reference, method: typed.method };
        of(case)?.grant.pay(&new, tx.today())?;
        let payment_id = PaymentId(tx.new_id());
        tx.insert_payment(payment_id, id.0, &new, tx.said())?;
        let payload = json!({
            "grant": id.0, "payment": payment_id.0, "amount_pence": amount.pence(), "paid_on": paid_on.to_string(),
            "reference": new.reference, "method": new.method.code(),
        });
        Ok((payment_id, signed(case, "paymentRecorded", payload)))
    })
}

/// Records that a payment came back, or never happened. The payment stays, with the reason.
pub fn undo_payment(open: &mut Open, id: PaymentId, typed: &TypedUndoing) -> Result<Changed<()>> {
    let (grant_id, amount) = find(open, id)?;
    open.change_grant(grant_id, Act::RecordPayment, |tx, case, _| {
        let mut faults = Faults::default();
        let on = faults.date("on", &typed.on);
        let reason = faults.answer("reason", &typed.reason);
        let on = faults.settled(on)?;
        of_told(case)?.grant.undo_payment(id, on, &reason, tx.today())?;
        tx.insert_payment_undoing(id, typed.way, on, &reason, tx.said())?;
        let payload = json!({
            "grant": grant_id.0, "payment": id.0, "way": typed.way.code(), "amount_pence": amount.pence(), "on": on.to_string(),
            "reason": reason,
        });
        Ok(((), signed(case, "paymentUndone", payload)))
    })
}

fn find(open: &Open, id: PaymentId) -> Result<(GrantId, Money)> {
    let grants = open.cases().filter_map(|case| case.grant.as_ref());
    let mut payments = grants.flat_map(|grant| grant.grant.payments.iter().map(move |payment| (grant.grant.id, payment)));
    payments.find(|(_, payment)| payment.id == id).map(|(grant, payment)| (grant, payment.amount)).ok_or(Error::NotFound)
}
