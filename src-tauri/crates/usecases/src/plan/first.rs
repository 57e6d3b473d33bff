//! The plan that a new register begins with: Allenton's final plan, word for word and figure for figure (§4.2, §10).

use super::text::{self, WordsShape, amount};
use crate::{Changed, Result};
use chrono::NaiveDate;
use domain::id::PriorityId;
use domain::plan::{Activity, Adopted, Fund, Period, Plan, Priority, Words};
use serde::Deserialize;
use serde_json::json;
use store::{Event, PlanRow, Register, Surroundings};
use uuid::Uuid;

const FINAL_PLAN: &str = include_str!("../../../../../assets/sample/plan.json");

/// The setting that names the Locally Trusted Organisation.
pub(crate) const LTO: &str = "lto";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanShape {
    name: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    partnership: String,
    lto: String,
    fund: FundShape,
    priorities: Vec<String>,
    periods: Vec<PeriodShape>,
    activities: Vec<ActivityShape>,
    words: WordsShape,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FundShape {
    activity: String,
    name: String,
    prefix: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodShape {
    name: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActivityShape {
    code: String,
    name: String,
    priority: Option<u8>,
    year_before: Option<String>,
    profile: Vec<String>,
}

/// A plan with its fund, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFile {
    /// The plan.
    pub plan: Plan,
    /// The fund that is open.
    pub fund: Fund,
    /// What it says beside its figures.
    pub words: Words,
    /// Whose plan it is.
    pub partnership: String,
    /// The Locally Trusted Organisation, which pays.
    pub lto: String,
}

impl PlanFile {
    /// The plan as a register begins with it.
    pub fn row(&self, id: Uuid) -> Result<PlanRow> {
        Ok(PlanRow {
            adopted: Adopted { id: id.into(), plan: self.plan.clone(), fund: self.fund.clone() },
            words: text::of_words(&self.words)?,
            adopted_on: None,
            adopted_by: String::new(),
        })
    }
}

/// The final plan that comes with the program. Its priorities get new ids.
pub fn final_plan(surroundings: &dyn Surroundings) -> Result<PlanFile> {
    let shape: PlanShape = serde_json::from_str(FINAL_PLAN)?;
    let priorities =
        (1_u8..).zip(shape.priorities).map(|(number, name)| Priority { id: PriorityId(surroundings.new_id()), number, name }).collect();
    let periods = shape
        .periods
        .into_iter()
        .map(|period| Period { name: period.name, starts_on: period.starts_on, ends_on: period.ends_on })
        .collect();
    let mut activities = Vec::new();
    for line in shape.activities {
        activities.push(Activity {
            profile: line.profile.iter().map(|text| amount(text)).collect::<Result<_>>()?,
            year_before: line.year_before.as_deref().map(amount).transpose()?,
            code: line.code,
            name: line.name,
            priority: line.priority,
        });
    }
    let plan = Plan { name: shape.name, starts_on: shape.starts_on, ends_on: shape.ends_on, priorities, periods, activities };
    let fund = Fund { activity: shape.fund.activity, name: shape.fund.name, prefix: shape.fund.prefix };
    Ok(PlanFile { plan, fund, words: shape.words.words()?, partnership: shape.partnership, lto: shape.lto })
}

/// Puts a plan into a register that has none yet, with the name of the LTO.
pub(crate) fn put_in(register: &mut Register, file: &PlanFile) -> Result<Changed<()>> {
    register.change(|tx| {
        let plan_id = tx.new_id();
        tx.insert_plan(&file.row(plan_id)?)?;
        tx.put_setting(LTO, &json!(file.lto))?;
        let total = file.plan.planned();
        let payload = json!({ "plan": plan_id, "name": file.plan.name, "planned_pence": total.pence(), "lto": file.lto });
        Ok(((), Event { kind: "planPutIn", subject: Some(plan_id), payload, touched: &["budget"], signed: false }))
    })
}

/// The name of the Locally Trusted Organisation, as the register has it.
pub(crate) fn lto(register: &Register) -> Result<String> {
    let kept = register.read(|tx| tx.setting(LTO))?;
    Ok(kept.map(|json| serde_json::from_str(&json)).transpose()?.unwrap_or_default())
}
