//! Awards to partners and for costs with their payments, as they stand in the register.

use crate::range::Which;
use crate::row::{instant, read_code, read_date, read_id, read_money, read_optional_date};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use domain::Money;
use domain::award::{Award, AwardKind, AwardPayment};
use domain::id::{AwardId, AwardPaymentId, PlanId};
use domain::payment::{Undoing, Undone};
use domain::spending::Part;
use rusqlite::named_params;
use std::collections::HashMap;
use uuid::Uuid;

/// An award with its decision and its payments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardRow {
    /// What the rules look at.
    pub award: Award,
    /// The plan whose money it is.
    pub plan: PlanId,
    /// `SLA-2.4`
    pub reference: String,
    /// Who is paid.
    pub payee_name: String,
    /// What for.
    pub what_for: String,
    /// Who decided, in words.
    pub decided_by: String,
    /// Recorded by whom.
    pub recorded_by: Uuid,
    /// What is said of each payment, in the order of the award's payments.
    pub payments: Vec<AwardPaymentRow>,
    /// Why it was ended; empty while it was not.
    pub ended_reason: String,
}

/// What is said of a payment of an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardPaymentRow {
    /// Its id.
    pub id: AwardPaymentId,
    /// What the bank statement says.
    pub reference: String,
    /// Recorded by whom.
    pub recorded_by: Uuid,
    /// Why it was undone; empty while it was not.
    pub undone_reason: String,
}

impl ReadTx<'_> {
    /// One award, or every award of every plan, in the order they were recorded.
    pub fn awards(&self, which: Which) -> Result<Vec<AwardRow>, StoreError> {
        let range = named_params! { ":from": which.from(), ":to": which.to() };
        let mut awards = self.all(sql!("award/list"), range, |row| {
            let award = Award {
                id: read_id(row, "award_id")?.into(),
                code: row.get("code")?,
                kind: read_code(row, "kind", AwardKind::from_code)?,
                amount: read_money(row, "amount_pence")?,
                decided_on: read_date(row, "decided_on")?,
                parts: Vec::new(),
                payments: Vec::new(),
                ended_on: read_optional_date(row, "ended_on")?,
            };
            Ok(AwardRow {
                award,
                plan: read_id(row, "plan_id")?.into(),
                reference: row.get("reference")?,
                payee_name: row.get("payee_name")?,
                what_for: row.get("what_for")?,
                decided_by: row.get("decided_by")?,
                recorded_by: read_id(row, "recorded_by")?,
                payments: Vec::new(),
                ended_reason: row.get::<_, Option<String>>("ended_reason")?.unwrap_or_default(),
            })
        })?;
        let places: HashMap<AwardId, usize> = awards.iter().enumerate().map(|(place, row)| (row.award.id, place)).collect();
        let mut of = |id: Uuid, put: &mut dyn FnMut(&mut AwardRow)| {
            if let Some(row) = places.get(&id.into()).and_then(|place| awards.get_mut(*place)) {
                put(row);
            }
        };
        for (id, part) in self.all(sql!("award/parts"), range, |row| {
            Ok((read_id(row, "award_id")?, Part { amount: read_money(row, "amount_pence")?, due_on: read_date(row, "due_on")? }))
        })? {
            of(id, &mut |row| row.award.parts.push(part));
        }
        for (id, payment, said) in self.all(sql!("award/payments"), range, |row| {
            let undone = match read_optional_date(row, "undone_on")? {
                Some(on) => Some(Undone { way: read_code(row, "way", Undoing::from_code)?, on }),
                None => None,
            };
            let payment_id = read_id(row, "award_payment_id")?.into();
            let payment =
                AwardPayment { id: payment_id, amount: read_money(row, "amount_pence")?, paid_on: read_date(row, "paid_on")?, undone };
            let said = AwardPaymentRow {
                id: payment_id,
                reference: row.get("reference")?,
                recorded_by: read_id(row, "recorded_by")?,
                undone_reason: row.get::<_, Option<String>>("reason")?.unwrap_or_default(),
            };
            Ok((read_id(row, "award_id")?, payment, said))
        })? {
            of(id, &mut |row| {
                row.award.payments.push(payment);
                row.payments.push(said.clone());
            });
        }
        Ok(awards)
    }
}

impl WriteTx<'_> {
    /// Records an award with its parts. Payments and an end are facts of their own.
    pub fn insert_award(&mut self, row: &AwardRow) -> Result<(), StoreError> {
        let award = &row.award;
        self.run(
            sql!("award/insert"),
            named_params! {
                ":award_id": award.id.0.as_bytes(), ":plan_id": row.plan.0.as_bytes(), ":code": award.code, ":kind": award.kind.code(),
                ":reference": row.reference, ":payee_name": row.payee_name, ":what_for": row.what_for,
                ":amount_pence": award.amount.pence(), ":decided_on": award.decided_on.to_string(), ":decided_by": row.decided_by,
                ":recorded_at": instant(self.now()), ":recorded_by": row.recorded_by.as_bytes(),
            },
        )?;
        for (place, part) in (0_u32..).zip(&award.parts) {
            self.run(
                sql!("award/insert_part"),
                named_params! {
                    ":award_id": award.id.0.as_bytes(), ":place": place, ":due_on": part.due_on.to_string(),
                    ":amount_pence": part.amount.pence(),
                },
            )?;
        }
        Ok(())
    }

    /// Records a payment of an award.
    pub fn insert_award_payment(
        &mut self,
        id: AwardPaymentId,
        award: AwardId,
        amount: Money,
        paid_on: NaiveDate,
        reference: &str,
    ) -> Result<(), StoreError> {
        self.run(
            sql!("award/insert_payment"),
            named_params! {
                ":award_payment_id": id.0.as_bytes(), ":award_id": award.0.as_bytes(), ":amount_pence": amount.pence(),
                ":paid_on": paid_on.to_string(), ":reference": reference,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that a payment of an award was undone.
    pub fn insert_award_payment_undoing(&mut self, id: AwardPaymentId, undone: Undone, reason: &str) -> Result<(), StoreError> {
        self.run(
            sql!("award/insert_undoing"),
            named_params! {
                ":award_payment_id": id.0.as_bytes(), ":way": undone.way.code(), ":undone_on": undone.on.to_string(), ":reason": reason,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that an award was ended.
    pub fn insert_award_ending(&mut self, id: AwardId, ended_on: NaiveDate, reason: &str) -> Result<(), StoreError> {
        self.run(
            sql!("award/insert_ending"),
            named_params! {
                ":award_id": id.0.as_bytes(), ":ended_on": ended_on.to_string(), ":reason": reason,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}
