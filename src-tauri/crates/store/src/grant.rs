//! Grants with their signatures, accounts, payments, feedback and receipts, as they stand in the register.

#[cfg(test)]
mod tests;
mod write;

pub use write::{NewAccount, NewGrant, NewReceiptRow, NewSignature};

use crate::payee::ConfirmationRow;
use crate::payment::SeenRow;
use crate::range::Which;
use crate::row::{read_code, read_date, read_id, read_money, read_optional_date, read_optional_id};
use crate::sql::sql;
use crate::{ReadTx, StoreError};
use chrono::NaiveDate;
use domain::Money;
use domain::decision::Instalment;
use domain::feedback::Receipt;
use domain::id::MemberId;
use domain::payee::{CheckMethod, PayeeAccount};
use domain::payment::{Method, Payment, Undoing, Undone};
use domain::signature::{Party, Signature};
use rusqlite::named_params;
use uuid::Uuid;

/// A grant, as it was awarded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantRow {
    /// Its id.
    pub grant_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// The decision.
    pub decision_id: Uuid,
    /// The activity's code.
    pub code: String,
    /// What was granted.
    pub amount: Money,
    /// The day of the decision.
    pub awarded_on: NaiveDate,
    /// The end of funding as first set.
    pub ends_on: NaiveDate,
    /// When the signed agreement should be back.
    pub return_by: Option<NaiveDate>,
}

/// Something that belongs to a grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfGrant<T> {
    /// The grant.
    pub grant_id: Uuid,
    /// What belongs to it.
    pub value: T,
    /// Recorded by whom.
    pub recorded_by: Uuid,
}

/// A later end of funding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionRow {
    /// The new end.
    pub ends_on: NaiveDate,
    /// Why.
    pub reason: String,
    /// When it was recorded.
    pub recorded_on: NaiveDate,
}

/// A signature with its scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureRow {
    /// The signature.
    pub signature: Signature,
    /// The scan of the signed paper.
    pub attachment_id: Option<Uuid>,
}

/// An account, with where its numbers are sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// What is known of it.
    pub account: PayeeAccount,
    /// Its sealed numbers; empty bytes once they were erased.
    pub numbers: Uuid,
    /// Every check of it, oldest first.
    pub checks: Vec<(CheckMethod, NaiveDate, MemberId)>,
    /// What the payer's bank said about its name, oldest first.
    pub confirmations: Vec<ConfirmationRow>,
    /// Who erased its numbers; the day stands with the account.
    pub erased_by: Option<Uuid>,
}

/// A payment, and how it was undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentRow {
    /// The payment.
    pub payment: Payment,
    /// When and why it was undone, and who recorded it.
    pub undone: Option<(NaiveDate, String, Uuid)>,
    /// Who else approved it.
    pub approved_by: Option<Uuid>,
    /// Where it was found on the bank's statement.
    pub seen: Option<SeenRow>,
    /// Where its return was.
    pub return_seen: Option<SeenRow>,
}

/// A receipt with its scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptRow {
    /// The receipt.
    pub receipt: Receipt,
    /// Its scan.
    pub attachment_id: Option<Uuid>,
    /// The day it was recorded.
    pub recorded_on: NaiveDate,
    /// The day it was struck out, and by whom.
    pub voided: Option<(NaiveDate, Uuid)>,
}

/// Money that was sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentBackRow {
    /// How much.
    pub amount: Money,
    /// When.
    pub sent_back_on: NaiveDate,
    /// What the statement says.
    pub reference: String,
}

/// A day and the reason or words that belong to it: a close, a cancellation, or a feedback form as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedText {
    /// The day.
    pub on: NaiveDate,
    /// The words.
    pub text: String,
}

impl ReadTx<'_> {
    /// The grants of these applications.
    pub fn grants(&self, application: Which) -> Result<Vec<GrantRow>, StoreError> {
        self.all(sql!("grant/list"), named_params! { ":from": application.from(), ":to": application.to() }, |row| {
            Ok(GrantRow {
                grant_id: read_id(row, "grant_id")?,
                application_id: read_id(row, "application_id")?,
                decision_id: read_id(row, "decision_id")?,
                code: row.get("code")?,
                amount: read_money(row, "amount_pence")?,
                awarded_on: read_date(row, "awarded_on")?,
                ends_on: read_date(row, "ends_on")?,
                return_by: read_optional_date(row, "return_by")?,
            })
        })
    }

    /// The part payments that were agreed, in order.
    pub fn instalments(&self, grant: Which) -> Result<Vec<(Uuid, Instalment)>, StoreError> {
        self.all(sql!("grant/instalments"), named_params! { ":from": grant.from(), ":to": grant.to() }, |row| {
            Ok((read_id(row, "grant_id")?, Instalment { when: row.get("due_when")?, amount: read_money(row, "amount_pence")? }))
        })
    }

    /// The later ends of funding, oldest first.
    pub fn extensions(&self, grant: Which) -> Result<Vec<OfGrant<ExtensionRow>>, StoreError> {
        self.of_grant(sql!("grant/extensions"), grant, |row| {
            Ok(ExtensionRow {
                ends_on: read_date(row, "ends_on")?,
                reason: row.get("reason")?,
                recorded_on: read_date(row, "recorded_on")?,
            })
        })
    }

    /// The signatures.
    pub fn signatures(&self, grant: Which) -> Result<Vec<OfGrant<SignatureRow>>, StoreError> {
        self.of_grant(sql!("grant/signatures"), grant, |row| {
            Ok(SignatureRow {
                signature: Signature {
                    party: read_code(row, "party", Party::from_code)?,
                    name: row.get("name")?,
                    position: row.get("position")?,
                    signed_on: read_date(row, "signed_on")?,
                },
                attachment_id: read_optional_id(row, "attachment_id")?,
            })
        })
    }

    /// The payments, oldest first.
    pub fn payments(&self, grant: Which) -> Result<Vec<OfGrant<PaymentRow>>, StoreError> {
        self.of_grant(sql!("payment/list"), grant, |row| {
            let undone = match read_optional_date(row, "undone_on")? {
                Some(undone_on) => Some((undone_on, row.get("reason")?, read_id(row, "undone_by")?)),
                None => None,
            };
            let way = match &undone {
                Some((on, ..)) => Some(Undone { way: read_code(row, "way", Undoing::from_code)?, on: *on }),
                None => None,
            };
            let payment = Payment {
                id: read_id(row, "payment_id")?.into(),
                amount: read_money(row, "amount_pence")?,
                paid_on: read_date(row, "paid_on")?,
                reference: row.get("reference")?,
                method: read_code(row, "method", Method::from_code)?,
                undone: way,
            };
            let approved_by = read_optional_id(row, "approved_by")?;
            let seen = |on, words, by| {
                Ok::<_, StoreError>(match read_optional_date(row, on)? {
                    Some(on) => Some(SeenRow { on, words: row.get(words)?, by: read_id(row, by)? }),
                    None => None,
                })
            };
            let (seen, return_seen) = (seen("seen_on", "seen_words", "seen_by")?, seen("back_on", "back_words", "back_by")?);
            Ok(PaymentRow { payment, undone, approved_by, seen, return_seen })
        })
    }

    /// The feedback forms, oldest first, as JSON; the last of a grant counts.
    pub fn feedback_forms(&self, grant: Which) -> Result<Vec<OfGrant<DatedText>>, StoreError> {
        self.of_grant(sql!("feedback/list"), grant, |row| Ok(DatedText { on: read_date(row, "received_on")?, text: row.get("content")? }))
    }

    /// The feedback forms that are being typed, as JSON.
    pub fn feedback_typings(&self, grant: Which) -> Result<Vec<(Uuid, String)>, StoreError> {
        self.all(sql!("feedback/typings"), named_params! { ":from": grant.from(), ":to": grant.to() }, |row| {
            Ok((read_id(row, "grant_id")?, row.get("content")?))
        })
    }

    /// The receipts, oldest first.
    pub fn receipts(&self, grant: Which) -> Result<Vec<OfGrant<ReceiptRow>>, StoreError> {
        self.of_grant(sql!("receipt/list"), grant, |row| {
            let reason: Option<String> = row.get("reason")?;
            let voided = match &reason {
                Some(_) => Some((crate::london_date(crate::row::read_instant(row, "voided_at")?), read_id(row, "voided_by")?)),
                None => None,
            };
            let receipt = Receipt {
                id: read_id(row, "receipt_id")?.into(),
                cost_line: read_id(row, "cost_line_id")?.into(),
                amount: read_money(row, "amount_pence")?,
                accepted: read_money(row, "accepted_pence")?,
                spent_on: read_date(row, "spent_on")?,
                what: row.get("what")?,
                voided: reason,
            };
            Ok(ReceiptRow {
                receipt,
                attachment_id: read_optional_id(row, "attachment_id")?,
                recorded_on: crate::london_date(crate::row::read_instant(row, "recorded_at")?),
                voided,
            })
        })
    }

    /// What groups sent back, oldest first.
    pub fn money_sent_back(&self, grant: Which) -> Result<Vec<OfGrant<SentBackRow>>, StoreError> {
        self.of_grant(sql!("sent_back/list"), grant, |row| {
            Ok(SentBackRow {
                amount: read_money(row, "amount_pence")?,
                sent_back_on: read_date(row, "sent_back_on")?,
                reference: row.get("reference")?,
            })
        })
    }

    /// The grants that were closed, with why money was let go.
    pub fn closures(&self, grant: Which) -> Result<Vec<OfGrant<DatedText>>, StoreError> {
        self.of_grant(sql!("grant/closures"), grant, |row| Ok(DatedText { on: read_date(row, "closed_on")?, text: row.get("let_go")? }))
    }

    /// The grants that were cancelled, with the reason.
    pub fn cancellations(&self, grant: Which) -> Result<Vec<OfGrant<DatedText>>, StoreError> {
        self.of_grant(sql!("grant/cancellations"), grant, |row| {
            Ok(DatedText { on: read_date(row, "cancelled_on")?, text: row.get("reason")? })
        })
    }

    pub(crate) fn of_grant<T>(
        &self,
        sql: &'static str,
        grant: Which,
        mut read: impl FnMut(&rusqlite::Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<OfGrant<T>>, StoreError> {
        self.all(sql, named_params! { ":from": grant.from(), ":to": grant.to() }, |row| {
            Ok(OfGrant { grant_id: read_id(row, "grant_id")?, value: read(row)?, recorded_by: read_id(row, "recorded_by")? })
        })
    }
}
