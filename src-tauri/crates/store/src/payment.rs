//! Payments as they are written, the conditions they wait for, and the packs that go between the register and the LTO.

use crate::range::Which;
use crate::row::{instant, read_date, read_id, read_instant};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::{DateTime, NaiveDate, Utc};
use domain::id::PaymentId;
use domain::payment::{NewPayment, Undoing};
use rusqlite::named_params;
use uuid::Uuid;

/// Who recorded something, and when: whoever is signed in now, or the clerk at their own desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// Where a payment was found on the bank's statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenRow {
    /// The day on the statement.
    pub on: NaiveDate,
    /// The words on it.
    pub words: String,
    /// Who found it.
    pub by: Uuid,
}

/// A condition of a decision that was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionMetRow {
    /// The decision.
    pub decision_id: Uuid,
    /// Its place among the conditions, from 0.
    pub place: usize,
    /// When it was met.
    pub met_on: NaiveDate,
    /// What shows it.
    pub note: String,
    /// Recorded by whom.
    pub recorded_by: Uuid,
}

/// A payment pack that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentPackRow {
    /// The pack.
    pub pack_id: Uuid,
    /// Whether it told the clerks that a second person must approve a run.
    pub two_people: bool,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// For whom.
    pub clerks: Vec<Uuid>,
}

/// A receipt pack that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentReceiptRow {
    /// The pack.
    pub pack_id: Uuid,
    /// The hash of its manifest.
    pub sha256: [u8; 32],
    /// From whom it came.
    pub from: Uuid,
    /// When they made it.
    pub made_at: DateTime<Utc>,
    /// When it was taken in.
    pub taken_in_at: DateTime<Utc>,
}

/// A fact that a receipt brought, letter by letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentFactRow {
    /// Its id: the hash of its text.
    pub fact_id: Uuid,
    /// Who signed it.
    pub author: Uuid,
    /// Exactly what was signed.
    pub text: String,
    /// The signature.
    pub signature: String,
}

impl ReadTx<'_> {
    /// The conditions of the decisions on these applications that were met.
    pub fn conditions_met(&self, application: Which) -> Result<Vec<ConditionMetRow>, StoreError> {
        self.all(sql!("decision/conditions_met"), named_params! { ":from": application.from(), ":to": application.to() }, |row| {
            let place: u32 = row.get("place")?;
            Ok(ConditionMetRow {
                decision_id: read_id(row, "decision_id")?,
                place: usize::try_from(place).unwrap_or(usize::MAX),
                met_on: read_date(row, "met_on")?,
                note: row.get("note")?,
                recorded_by: read_id(row, "recorded_by")?,
            })
        })
    }

    /// The payment packs that were made, the newest first.
    pub fn payment_packs(&self) -> Result<Vec<PaymentPackRow>, StoreError> {
        let clerks = self.all(sql!("payment_pack/clerks"), [], |row| Ok((read_id(row, "payment_pack_id")?, read_id(row, "member_id")?)))?;
        self.all(sql!("payment_pack/list"), [], |row| {
            let pack_id = read_id(row, "payment_pack_id")?;
            let clerks = clerks.iter().filter(|(pack, _)| *pack == pack_id).map(|(_, clerk)| *clerk).collect();
            Ok(PaymentPackRow { pack_id, two_people: row.get("two_people")?, made_at: read_instant(row, "made_at")?, clerks })
        })
    }

    /// The receipt packs that were taken in, the newest first.
    pub fn payment_receipts(&self) -> Result<Vec<PaymentReceiptRow>, StoreError> {
        self.all(sql!("payment_pack/receipts"), [], |row| {
            Ok(PaymentReceiptRow {
                pack_id: read_id(row, "payment_receipt_id")?,
                sha256: row.get("sha256")?,
                from: read_id(row, "from_member")?,
                made_at: read_instant(row, "made_at")?,
                taken_in_at: read_instant(row, "taken_in_at")?,
            })
        })
    }

    /// Every fact that a receipt brought.
    pub fn payment_facts(&self) -> Result<Vec<PaymentFactRow>, StoreError> {
        self.all(sql!("payment_pack/facts"), [], |row| {
            Ok(PaymentFactRow {
                fact_id: read_id(row, "payment_fact_id")?,
                author: read_id(row, "author")?,
                text: row.get("text")?,
                signature: row.get("signature")?,
            })
        })
    }
}

impl WriteTx<'_> {
    /// The member who is signed in, now.
    pub fn said(&self) -> Said {
        Said { by: self.signed_in(), at: self.now() }
    }

    /// Records a payment.
    pub fn insert_payment(&mut self, id: PaymentId, grant_id: Uuid, new: &NewPayment, said: Said) -> Result<(), StoreError> {
        self.run(
            sql!("payment/insert"),
            named_params! {
                ":payment_id": id.0.as_bytes(), ":grant_id": grant_id.as_bytes(), ":amount_pence": new.amount.pence(),
                ":paid_on": new.paid_on.to_string(), ":reference": new.reference.trim(), ":method": new.method.code(),
                ":recorded_at": instant(said.at), ":recorded_by": said.by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that a payment was undone.
    pub fn insert_payment_undoing(
        &mut self,
        id: PaymentId,
        way: Undoing,
        undone_on: NaiveDate,
        reason: &str,
        said: Said,
    ) -> Result<(), StoreError> {
        self.run(
            sql!("payment/insert_undoing"),
            named_params! {
                ":payment_id": id.0.as_bytes(), ":way": way.code(), ":undone_on": undone_on.to_string(), ":reason": reason,
                ":recorded_at": instant(said.at), ":recorded_by": said.by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records who else approved a payment before it was made.
    pub fn insert_payment_approval(&mut self, id: PaymentId, approved: Said) -> Result<(), StoreError> {
        self.run(
            sql!("payment/insert_approval"),
            named_params! {
                ":payment_id": id.0.as_bytes(), ":approved_by": approved.by.as_bytes(), ":approved_at": instant(approved.at),
            },
        )?;
        Ok(())
    }

    /// Records that a payment, or its return, was found on the bank's statement.
    pub fn insert_payment_seen(&mut self, id: PaymentId, back: bool, seen: &SeenRow, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.run(
            sql!("payment/insert_seen"),
            named_params! {
                ":payment_id": id.0.as_bytes(), ":way": if back { "back" } else { "out" }, ":seen_on": seen.on.to_string(),
                ":words": seen.words, ":recorded_at": instant(at), ":recorded_by": seen.by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that a condition was met.
    pub fn insert_condition_met(&mut self, row: &ConditionMetRow) -> Result<(), StoreError> {
        self.run(
            sql!("decision/insert_condition_met"),
            named_params! {
                ":decision_id": row.decision_id.as_bytes(), ":place": u32::try_from(row.place).unwrap_or(u32::MAX),
                ":met_on": row.met_on.to_string(), ":note": row.note,
                ":recorded_at": instant(self.now()), ":recorded_by": row.recorded_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records a payment pack that goes out, by the hash of its file.
    pub fn insert_payment_pack(&mut self, row: &PaymentPackRow, sha256: [u8; 32]) -> Result<(), StoreError> {
        self.run(
            sql!("payment_pack/insert"),
            named_params! {
                ":payment_pack_id": row.pack_id.as_bytes(), ":sha256": sha256, ":two_people": row.two_people,
                ":made_at": instant(row.made_at), ":made_by": self.signed_in().as_bytes(),
            },
        )?;
        for clerk in &row.clerks {
            self.run(
                sql!("payment_pack/insert_clerk"),
                named_params! { ":payment_pack_id": row.pack_id.as_bytes(), ":member_id": clerk.as_bytes() },
            )?;
        }
        Ok(())
    }

    /// Records a receipt pack that is taken in, with the facts of it that are new.
    pub fn insert_payment_receipt(&mut self, row: &PaymentReceiptRow, facts: &[PaymentFactRow]) -> Result<(), StoreError> {
        self.run(
            sql!("payment_pack/insert_receipt"),
            named_params! {
                ":payment_receipt_id": row.pack_id.as_bytes(), ":sha256": row.sha256, ":from_member": row.from.as_bytes(),
                ":made_at": instant(row.made_at), ":taken_in_at": instant(row.taken_in_at), ":taken_in_by": self.signed_in().as_bytes(),
            },
        )?;
        for fact in facts {
            self.run(
                sql!("payment_pack/insert_fact"),
                named_params! {
                    ":payment_fact_id": fact.fact_id.as_bytes(), ":payment_receipt_id": row.pack_id.as_bytes(),
                    ":author": fact.author.as_bytes(), ":text": fact.text, ":signature": fact.signature,
                },
            )?;
        }
        Ok(())
    }
}
