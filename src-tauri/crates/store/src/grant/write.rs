//! Writing grants and everything that happens to them.

use crate::row::instant;
use crate::sql::sql;
use crate::{GrantRow, StoreError, WriteTx};
use chrono::NaiveDate;
use domain::Money;
use domain::decision::Instalment;
use domain::feedback::Receipt;
use domain::id::{PayeeAccountId, ReceiptId};
use domain::signature::Signature;
use rusqlite::named_params;
use uuid::Uuid;

/// A grant to be awarded.
#[derive(Debug, Clone)]
pub struct NewGrant<'a> {
    /// The grant.
    pub grant: &'a GrantRow,
    /// Its part payments.
    pub instalments: &'a [Instalment],
}

/// A signature to be recorded.
#[derive(Debug, Clone)]
pub struct NewSignature<'a> {
    /// The grant.
    pub grant_id: Uuid,
    /// The signature.
    pub signature: &'a Signature,
    /// Its scan.
    pub attachment_id: Option<Uuid>,
}

/// An account to be recorded.
#[derive(Debug, Clone)]
pub struct NewAccount<'a> {
    /// The grant.
    pub grant_id: Uuid,
    /// The blob of its sealed numbers.
    pub numbers: Uuid,
    /// The last four digits.
    pub last_four: &'a str,
}

/// A receipt to be recorded.
#[derive(Debug, Clone)]
pub struct NewReceiptRow<'a> {
    /// The grant.
    pub grant_id: Uuid,
    /// The receipt.
    pub receipt: &'a Receipt,
    /// Its scan.
    pub attachment_id: Option<Uuid>,
}

impl WriteTx<'_> {
    /// Awards a grant.
    pub fn insert_grant(&mut self, new: &NewGrant<'_>) -> Result<(), StoreError> {
        let grant = new.grant;
        self.run(
            sql!("grant/insert"),
            named_params! {
                ":grant_id": grant.grant_id.as_bytes(), ":application_id": grant.application_id.as_bytes(),
                ":decision_id": grant.decision_id.as_bytes(), ":code": grant.code, ":amount_pence": grant.amount.pence(),
                ":awarded_on": grant.awarded_on.to_string(), ":ends_on": grant.ends_on.to_string(),
                ":return_by": grant.return_by.map(|day| day.to_string()),
            },
        )?;
        for (place, part) in (0_u32..).zip(new.instalments) {
            self.run(
                sql!("grant/insert_instalment"),
                named_params! {
                    ":grant_id": grant.grant_id.as_bytes(), ":place": place, ":due_when": part.when, ":amount_pence": part.amount.pence(),
                },
            )?;
        }
        Ok(())
    }

    /// Records a later end of funding.
    pub fn insert_extension(&mut self, grant_id: Uuid, ends_on: NaiveDate, reason: &str) -> Result<(), StoreError> {
        self.run(
            sql!("grant/insert_extension"),
            named_params! {
                ":extension_id": self.new_id().as_bytes(), ":grant_id": grant_id.as_bytes(), ":ends_on": ends_on.to_string(),
                ":reason": reason, ":recorded_on": self.today().to_string(), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records a signature.
    pub fn insert_signature(&mut self, new: &NewSignature<'_>) -> Result<(), StoreError> {
        self.run(
            sql!("grant/insert_signature"),
            named_params! {
                ":signature_id": self.new_id().as_bytes(), ":grant_id": new.grant_id.as_bytes(), ":party": new.signature.party.code(),
                ":name": new.signature.name, ":position": new.signature.position, ":signed_on": new.signature.signed_on.to_string(),
                ":attachment_id": new.attachment_id.as_ref().map(Uuid::as_bytes),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records an account; it takes the place of the one before.
    pub fn insert_account(&mut self, id: PayeeAccountId, new: &NewAccount<'_>) -> Result<(), StoreError> {
        self.run(
            sql!("payee/insert"),
            named_params! {
                ":payee_account_id": id.0.as_bytes(), ":grant_id": new.grant_id.as_bytes(), ":blob_id": new.numbers.as_bytes(),
                ":last_four": new.last_four, ":recorded_on": self.today().to_string(), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Saves what is being typed of a feedback form.
    pub fn put_feedback_typing(&mut self, grant_id: Uuid, content: &str) -> Result<(), StoreError> {
        self.run(
            sql!("feedback/put_typing"),
            named_params! { ":grant_id": grant_id.as_bytes(), ":content": content, ":saved_at": instant(self.now()) },
        )?;
        Ok(())
    }

    /// Records a feedback form; what was being typed is done.
    pub fn insert_feedback(&mut self, grant_id: Uuid, received_on: NaiveDate, content: &str) -> Result<(), StoreError> {
        self.run(
            sql!("feedback/insert"),
            named_params! {
                ":feedback_id": self.new_id().as_bytes(), ":grant_id": grant_id.as_bytes(), ":received_on": received_on.to_string(),
                ":content": content, ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        self.run(sql!("feedback/delete_typing"), named_params! { ":grant_id": grant_id.as_bytes() })?;
        Ok(())
    }

    /// Records a receipt.
    pub fn insert_receipt(&mut self, new: &NewReceiptRow<'_>) -> Result<(), StoreError> {
        let receipt = new.receipt;
        self.run(
            sql!("receipt/insert"),
            named_params! {
                ":receipt_id": receipt.id.0.as_bytes(), ":grant_id": new.grant_id.as_bytes(), ":cost_line_id": receipt.cost_line.0.as_bytes(),
                ":amount_pence": receipt.amount.pence(), ":accepted_pence": receipt.accepted.pence(),
                ":spent_on": receipt.spent_on.to_string(), ":what": receipt.what,
                ":attachment_id": new.attachment_id.as_ref().map(Uuid::as_bytes),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Strikes out a receipt.
    pub fn insert_receipt_voiding(&mut self, id: ReceiptId, reason: &str) -> Result<(), StoreError> {
        self.run(
            sql!("receipt/insert_voiding"),
            named_params! {
                ":receipt_id": id.0.as_bytes(), ":reason": reason,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records money that was sent back.
    pub fn insert_money_sent_back(&mut self, grant_id: Uuid, amount: Money, on: NaiveDate, reference: &str) -> Result<(), StoreError> {
        self.run(
            sql!("sent_back/insert"),
            named_params! {
                ":money_sent_back_id": self.new_id().as_bytes(), ":grant_id": grant_id.as_bytes(), ":amount_pence": amount.pence(),
                ":sent_back_on": on.to_string(), ":reference": reference,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that a grant was closed.
    pub fn insert_closure(&mut self, grant_id: Uuid, closed_on: NaiveDate, let_go: &str) -> Result<(), StoreError> {
        self.run(
            sql!("grant/insert_closure"),
            named_params! {
                ":grant_id": grant_id.as_bytes(), ":closed_on": closed_on.to_string(), ":let_go": let_go,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that a grant was cancelled.
    pub fn insert_cancellation(&mut self, grant_id: Uuid, reason: &str) -> Result<(), StoreError> {
        self.run(
            sql!("grant/insert_cancellation"),
            named_params! {
                ":grant_id": grant_id.as_bytes(), ":cancelled_on": self.today().to_string(), ":reason": reason,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}
