//! Money the LTO received from the funder for this partnership, as it stands in the register.

use crate::row::{instant, read_date, read_id, read_money};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use domain::Money;
use domain::id::{DrawDownId, PlanId};
use rusqlite::named_params;
use uuid::Uuid;

/// A draw-down, without the LTO's own percentage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawDownRow {
    /// Its id.
    pub id: DrawDownId,
    /// How much.
    pub amount: Money,
    /// When the LTO had it.
    pub received_on: NaiveDate,
    /// What is said of it. May be empty.
    pub note: String,
    /// Recorded by whom.
    pub recorded_by: Uuid,
    /// Why it was struck out, if it was.
    pub voided: Option<String>,
}

impl ReadTx<'_> {
    /// The draw-downs for a plan, oldest first.
    pub fn draw_downs(&self, plan: PlanId) -> Result<Vec<DrawDownRow>, StoreError> {
        self.all(sql!("draw_down/of_plan"), named_params! { ":plan_id": plan.0.as_bytes() }, |row| {
            Ok(DrawDownRow {
                id: read_id(row, "draw_down_id")?.into(),
                amount: read_money(row, "amount_pence")?,
                received_on: read_date(row, "received_on")?,
                note: row.get("note")?,
                recorded_by: read_id(row, "recorded_by")?,
                voided: row.get("voided")?,
            })
        })
    }
}

impl WriteTx<'_> {
    /// Records a draw-down for a plan.
    pub fn insert_draw_down(&mut self, plan: PlanId, row: &DrawDownRow) -> Result<(), StoreError> {
        self.run(
            sql!("draw_down/insert"),
            named_params! {
                ":draw_down_id": row.id.0.as_bytes(), ":plan_id": plan.0.as_bytes(), ":amount_pence": row.amount.pence(),
                ":received_on": row.received_on.to_string(), ":note": row.note,
                ":recorded_at": instant(self.now()), ":recorded_by": row.recorded_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Strikes out a draw-down that was recorded by mistake.
    pub fn insert_draw_down_voiding(&mut self, id: DrawDownId, reason: &str) -> Result<(), StoreError> {
        self.run(
            sql!("draw_down/insert_voiding"),
            named_params! {
                ":draw_down_id": id.0.as_bytes(), ":reason": reason,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}
