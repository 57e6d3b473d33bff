//! Money moved between the cells of a plan, as it stands in the register.

use crate::row::{instant, read_date, read_id, read_money, unreadable};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use domain::Money;
use domain::id::{PlanId, VirementId};
use domain::virement::{Cell, Virement};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// A virement with its decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VirementRow {
    /// Its id.
    pub id: VirementId,
    /// The plan whose money it is.
    pub plan: PlanId,
    /// What moved.
    pub virement: Virement,
    /// Who decided, in words.
    pub decided_by: String,
    /// Why.
    pub reason: String,
    /// Recorded by whom.
    pub recorded_by: Uuid,
}

impl ReadTx<'_> {
    /// Every virement of every plan, in the order of the days of their decisions.
    pub fn virements(&self) -> Result<Vec<VirementRow>, StoreError> {
        self.all(sql!("virement/list"), [], |row| {
            Ok(VirementRow {
                id: read_id(row, "virement_id")?.into(),
                plan: read_id(row, "plan_id")?.into(),
                virement: Virement {
                    from: cell(row, "from_code", "from_place")?,
                    to: cell(row, "to_code", "to_place")?,
                    amount: read_money(row, "amount_pence")?,
                    decided_on: read_date(row, "decided_on")?,
                },
                decided_by: row.get("decided_by")?,
                reason: row.get("reason")?,
                recorded_by: read_id(row, "recorded_by")?,
            })
        })
    }
}

fn cell(row: &Row<'_>, code: &'static str, place: &'static str) -> Result<Option<Cell>, StoreError> {
    let found: (Option<String>, Option<u32>) = (row.get(code)?, row.get(place)?);
    let (Some(code), Some(at)) = found else { return Ok(None) };
    Ok(Some(Cell { code, place: usize::try_from(at).map_err(|_| unreadable(place))? }))
}

impl WriteTx<'_> {
    /// Records that money was moved.
    pub fn insert_virement(&mut self, row: &VirementRow) -> Result<(), StoreError> {
        let Virement { from, to, amount, decided_on } = &row.virement;
        let place = |cell: &Option<Cell>| cell.as_ref().map(|cell| u32::try_from(cell.place).unwrap_or(u32::MAX));
        self.run(
            sql!("virement/insert"),
            named_params! {
                ":virement_id": row.id.0.as_bytes(), ":plan_id": row.plan.0.as_bytes(),
                ":from_code": from.as_ref().map(|cell| &cell.code), ":from_place": place(from),
                ":to_code": to.as_ref().map(|cell| &cell.code), ":to_place": place(to),
                ":amount_pence": Money::pence(*amount), ":decided_on": decided_on.to_string(), ":decided_by": row.decided_by,
                ":reason": row.reason, ":recorded_at": instant(self.now()), ":recorded_by": row.recorded_by.as_bytes(),
            },
        )?;
        Ok(())
    }
}
