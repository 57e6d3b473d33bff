//! Receipts against the agreed costs, and money that a group sent back.

use super::{event, file_of, of, of_told};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result};
use domain::date::TypedDate;
use domain::feedback::{Receipt, ReceiptError};
use domain::id::{AttachmentId, CostLineId, GrantId, ReceiptId};
use domain::member::Act;
use serde_json::json;

/// A receipt, as typed.
#[derive(Debug, Clone)]
pub struct TypedReceipt {
    /// The cost line it belongs to.
    pub cost_line: CostLineId,
    /// What the paper says.
    pub amount: String,
    /// How much of it is accepted.
    pub accepted: String,
    /// When it was spent.
    pub spent_on: TypedDate,
    /// Who was paid, or what was bought.
    pub what: String,
    /// Its scan.
    pub scan: Option<AttachmentId>,
}

/// Money sent back, as typed.
#[derive(Debug, Clone)]
pub struct TypedSentBack {
    /// How much.
    pub amount: String,
    /// When.
    pub on: TypedDate,
    /// What the statement says.
    pub reference: String,
}

/// Records a receipt with the amount that is accepted.
pub fn record_receipt(open: &mut Open, id: GrantId, typed: &TypedReceipt) -> Result<Changed<ReceiptId>> {
    open.change_grant(id, Act::KeepRecords, |tx, case, _| {
        let mut faults = Faults::default();
        let amount = faults.money("amount", &typed.amount);
        let accepted = faults.money("accepted", &typed.accepted);
        let spent_on = faults.date("spentOn", &typed.spent_on);
        let what = faults.line("what", &typed.what);
        let ((amount, accepted), spent_on) = faults.settled(amount.zip(accepted).zip(spent_on))?;
        let receipt = Receipt { id: ReceiptId(tx.new_id()), cost_line: typed.cost_line, amount, accepted, spent_on, what, voided: None };
        of_told(case)?.grant.take_receipt(&receipt, tx.today())?;
        let attachment_id = file_of(case, typed.scan)?;
        tx.insert_receipt(&store::NewReceiptRow { grant_id: id.0, receipt: &receipt, attachment_id })?;
        let payload = json!({
            "grant": id.0, "receipt": receipt.id.0, "cost": receipt.cost_line.0, "amount_pence": amount.pence(),
            "accepted_pence": accepted.pence(), "spent_on": spent_on.to_string(), "scan": attachment_id,
        });
        Ok((receipt.id, event(case, "receiptRecorded", payload)))
    })
}

/// Strikes out a receipt, with the reason. Money it accounted for is unaccounted for again.
pub fn void_receipt(open: &mut Open, id: ReceiptId, reason: &str) -> Result<Changed<()>> {
    let grant_id = find(open, id)?;
    open.change_grant(grant_id, Act::KeepRecords, |tx, case, _| {
        let mut faults = Faults::default();
        let reason = faults.answer("reason", reason);
        if reason.is_empty() {
            faults.refuse("reason", FieldFault::Missing);
        }
        faults.settle()?;
        if !of(case)?.grant.is_open() {
            return Err(ReceiptError::NotOpen.into());
        }
        tx.insert_receipt_voiding(id, &reason)?;
        Ok(((), event(case, "receiptVoided", json!({ "grant": grant_id.0, "receipt": id.0, "reason": reason }))))
    })
}

/// Records money that the group sent back.
pub fn record_sent_back(open: &mut Open, id: GrantId, typed: &TypedSentBack) -> Result<Changed<()>> {
    open.change_grant(id, Act::KeepRecords, |tx, case, _| {
        let mut faults = Faults::default();
        let amount = faults.money("amount", &typed.amount);
        let on = faults.date("on", &typed.on);
        let reference = faults.line("reference", &typed.reference);
        let (amount, on) = faults.settled(amount.zip(on))?;
        of(case)?.grant.take_back(amount, on, tx.today())?;
        tx.insert_money_sent_back(id.0, amount, on, &reference)?;
        let payload = json!({ "grant": id.0, "amount_pence": amount.pence(), "on": on.to_string(), "reference": reference });
        Ok(((), event(case, "moneySentBack", payload)))
    })
}

/// The grant of a receipt that stands.
fn find(open: &Open, id: ReceiptId) -> Result<GrantId> {
    let stands = |receipt: &Receipt| receipt.id == id && receipt.voided.is_none();
    let mut grants = open.cases().filter_map(|case| case.grant.as_ref());
    grants.find(|grant| grant.grant.receipts.iter().any(stands)).map(|grant| grant.grant.id).ok_or(Error::NotFound)
}
