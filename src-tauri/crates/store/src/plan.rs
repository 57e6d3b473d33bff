//! The plans in sequence with their funds, as they stand in the register.

mod draft;

pub use draft::PlanDraftRow;

use crate::row::{read_date, read_id, read_money, read_optional_date, read_optional_money};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use domain::Money;
use domain::plan::{Activity, Adopted, Fund, Period, Plan, Priority};
use rusqlite::named_params;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A plan with its fund, and what it says beside its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// The plan as it was adopted, and its fund.
    pub adopted: Adopted,
    /// What it says beside its figures, as JSON.
    pub words: String,
    /// The day it was decided; none for the plan a register began with.
    pub adopted_on: Option<NaiveDate>,
    /// Who decided it; empty for the plan a register began with.
    pub adopted_by: String,
}

impl ReadTx<'_> {
    /// Every plan, the oldest first.
    pub fn plans(&self) -> Result<Vec<PlanRow>, StoreError> {
        let mut plans = self.all(sql!("plan/list"), [], |row| {
            let plan = Plan {
                name: row.get("name")?,
                starts_on: read_date(row, "starts_on")?,
                ends_on: read_date(row, "ends_on")?,
                priorities: Vec::new(),
                periods: Vec::new(),
                activities: Vec::new(),
            };
            let fund = Fund { activity: row.get("code")?, name: row.get("fund_name")?, prefix: row.get("prefix")? };
            Ok(PlanRow {
                adopted: Adopted { id: read_id(row, "plan_id")?.into(), plan, fund },
                words: row.get("words")?,
                adopted_on: read_optional_date(row, "adopted_on")?,
                adopted_by: row.get("adopted_by")?,
            })
        })?;
        for row in &mut plans {
            self.fill(row.adopted.id.0, &mut row.adopted.plan)?;
        }
        Ok(plans)
    }

    fn fill(&self, plan_id: Uuid, plan: &mut Plan) -> Result<(), StoreError> {
        let of_plan = named_params! { ":plan_id": plan_id.as_bytes() };
        plan.priorities = self.all(sql!("plan/priorities"), of_plan, |row| {
            Ok(Priority { id: read_id(row, "priority_id")?.into(), number: row.get("number")?, name: row.get("name")? })
        })?;
        plan.periods = self.all(sql!("plan/periods"), of_plan, |row| {
            Ok(Period { name: row.get("name")?, starts_on: read_date(row, "starts_on")?, ends_on: read_date(row, "ends_on")? })
        })?;
        let mut profiles: BTreeMap<String, Vec<Money>> = BTreeMap::new();
        for (code, place, amount) in self.all(sql!("plan/allocations"), of_plan, |row| {
            Ok((row.get::<_, String>("code")?, row.get::<_, u32>("place")?, read_money(row, "amount_pence")?))
        })? {
            let profile = profiles.entry(code).or_insert_with(|| vec![Money::ZERO; plan.periods.len()]);
            if let Some(cell) = usize::try_from(place).ok().and_then(|place| profile.get_mut(place)) {
                *cell = amount;
            }
        }
        let empty = vec![Money::ZERO; plan.periods.len()];
        plan.activities = self.all(sql!("plan/activities"), of_plan, |row| {
            let code: String = row.get("code")?;
            Ok(Activity {
                profile: profiles.get(&code).unwrap_or(&empty).clone(),
                code,
                name: row.get("name")?,
                priority: row.get("priority")?,
                year_before: read_optional_money(row, "year_before_pence")?,
            })
        })?;
        Ok(())
    }
}

impl WriteTx<'_> {
    /// Puts in a plan with its one fund.
    pub fn insert_plan(&mut self, row: &PlanRow) -> Result<(), StoreError> {
        let Adopted { id: plan_id, plan, fund } = &row.adopted;
        let plan_id = plan_id.0;
        self.run(
            sql!("plan/insert"),
            named_params! {
                ":plan_id": plan_id.as_bytes(), ":name": plan.name,
                ":starts_on": plan.starts_on.to_string(), ":ends_on": plan.ends_on.to_string(), ":words": row.words,
                ":adopted_on": row.adopted_on.map(|day| day.to_string()), ":adopted_by": row.adopted_by,
            },
        )?;
        for priority in &plan.priorities {
            self.run(
                sql!("plan/insert_priority"),
                named_params! {
                    ":priority_id": priority.id.0.as_bytes(), ":plan_id": plan_id.as_bytes(),
                    ":number": priority.number, ":name": priority.name,
                },
            )?;
        }
        for (place, period) in (0_u32..).zip(&plan.periods) {
            self.run(
                sql!("plan/insert_period"),
                named_params! {
                    ":plan_id": plan_id.as_bytes(), ":place": place, ":name": period.name,
                    ":starts_on": period.starts_on.to_string(), ":ends_on": period.ends_on.to_string(),
                },
            )?;
        }
        for (order, activity) in (0_u32..).zip(&plan.activities) {
            self.run(
                sql!("plan/insert_activity"),
                named_params! {
                    ":plan_id": plan_id.as_bytes(), ":code": activity.code, ":name": activity.name,
                    ":priority": activity.priority, ":year_before_pence": activity.year_before.map(Money::pence),
                    ":place": order,
                },
            )?;
            for (place, amount) in (0_u32..).zip(&activity.profile).filter(|(_, amount)| !amount.is_zero()) {
                self.run(
                    sql!("plan/insert_allocation"),
                    named_params! {
                        ":plan_id": plan_id.as_bytes(), ":code": activity.code, ":place": place, ":amount_pence": amount.pence(),
                    },
                )?;
            }
        }
        self.run(
            sql!("plan/insert_fund"),
            named_params! { ":plan_id": plan_id.as_bytes(), ":code": fund.activity, ":name": fund.name, ":prefix": fund.prefix },
        )?;
        Ok(())
    }
}
