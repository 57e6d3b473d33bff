//! The plan that a new register begins with: Allenton's final plan, word for word and figure for figure (§4.2, §10).

use crate::{Changed, Result};
use chrono::NaiveDate;
use domain::Money;
use domain::id::PriorityId;
use domain::plan::{Activity, Adopted, Fund, Period, Plan, Priority};
use serde::Deserialize;
use serde::de::Error as _;
use serde_json::json;
use store::{Event, PlanRow, Register, Surroundings};
use uuid::Uuid;

const FINAL_PLAN: &str = include_str!("../../../../assets/sample/plan.json");

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
    /// Whose plan it is.
    pub partnership: String,
    /// The Locally Trusted Organisation, which pays.
    pub lto: String,
}

impl PlanFile {
    /// The plan as a register begins with it.
    pub fn row(&self, id: Uuid) -> PlanRow {
        PlanRow {
            adopted: Adopted { id: id.into(), plan: self.plan.clone(), fund: self.fund.clone() },
            words: "{}".into(),
            adopted_on: None,
            adopted_by: String::new(),
        }
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
            profile: line.profile.iter().map(|text| money(text)).collect::<Result<_>>()?,
            year_before: line.year_before.as_deref().map(money).transpose()?,
            code: line.code,
            name: line.name,
            priority: line.priority,
        });
    }
    let plan = Plan { name: shape.name, starts_on: shape.starts_on, ends_on: shape.ends_on, priorities, periods, activities };
    let fund = Fund { activity: shape.fund.activity, name: shape.fund.name, prefix: shape.fund.prefix };
    Ok(PlanFile { plan, fund, partnership: shape.partnership, lto: shape.lto })
}

fn money(text: &str) -> Result<Money> {
    Ok(Money::parse(text).map_err(serde_json::Error::custom)?)
}

/// Puts a plan into a register that has none yet, with the name of the LTO.
pub(crate) fn put_in(register: &mut Register, file: &PlanFile) -> Result<Changed<()>> {
    register.change(|tx| {
        let plan_id = tx.new_id();
        tx.insert_plan(&file.row(plan_id))?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use store::SystemSurroundings;

    fn pounds(pounds: i64) -> Money {
        Money::from_pence(pounds * 100)
    }

    #[test]
    fn every_figure_of_the_final_plan_is_the_plans_own() {
        let file = final_plan(&SystemSurroundings).unwrap();
        let plan = &file.plan;
        // §4.2 and §10: code, 2020-21, months 1 to 6, months 7 to 12, year 10, total.
        let table = [
            ("1.2", 15_520, [3_750, 3_750, 0], 7_500),
            ("1.3", 8_000, [2_000, 2_000, 0], 4_000),
            ("1.4", 5_000, [1_250, 1_250, 0], 2_500),
            ("2.1", 31_836, [7_500, 7_500, 0], 15_000),
            ("2.3", 23_575, [5_000, 5_000, 0], 10_000),
            ("2.4", 20_808, [12_500, 12_500, 0], 25_000),
            ("2.5", 3_000, [0, 0, 0], 0),
            ("2.6", 6_500, [0, 0, 0], 0),
            ("3.1", 12_485, [3_250, 3_250, 0], 6_500),
            ("3.2", 4_000, [0, 0, 0], 0),
            ("4.1", 7_550, [500, 500, 0], 1_000),
            ("4.2", 5_926, [3_500, 3_500, 0], 7_000),
            ("4.3", 1_000, [500, 500, 0], 1_000),
            ("4.4", 0, [0, 0, 8_500], 8_500),
        ];
        assert_eq!(plan.activities.len(), table.len());
        for (line, (code, before, profile, total)) in plan.activities.iter().zip(table) {
            assert_eq!(line.code, code);
            assert_eq!(line.year_before, Some(pounds(before)), "{code}");
            assert_eq!(line.profile, profile.map(pounds), "{code}");
            assert_eq!(line.planned(), pounds(total), "{code}");
        }
        let of_period = |place: usize| plan.activities.iter().map(|line| line.profile[place]).sum::<Money>();
        assert_eq!([0, 1, 2].map(of_period), [39_750, 39_750, 8_500].map(pounds));
        assert_eq!(plan.activities.iter().map(Activity::planned).sum::<Money>(), pounds(88_000));
        assert_eq!(plan.activities.iter().filter_map(|line| line.year_before).sum::<Money>(), pounds(145_200));
        let of_priority = |number| plan.activities.iter().filter(|line| line.priority == number).map(Activity::planned).sum::<Money>();
        assert_eq!([Some(1), Some(2), Some(3), None].map(of_priority), [14_000, 50_000, 6_500, 17_500].map(pounds));
    }

    #[test]
    fn the_final_plan_has_its_three_priorities_its_periods_and_its_one_fund() {
        let file = final_plan(&SystemSurroundings).unwrap();
        let names: Vec<&str> = file.plan.priorities.iter().map(|priority| priority.name.as_str()).collect();
        assert_eq!(names, ["Strengthening the community", "Improving life skills", "Creating opportunities for training and employment"]);
        let days: Vec<String> = file.plan.periods.iter().map(|period| format!("{} to {}", period.starts_on, period.ends_on)).collect();
        assert_eq!(days, ["2022-04-01 to 2022-09-30", "2022-10-01 to 2023-03-31", "2023-04-01 to 2023-07-31"]);
        assert_eq!((file.fund.activity.as_str(), file.fund.name.as_str(), file.fund.prefix.as_str()), ("1.4", "Community Chest", "CC"));
        assert_eq!((file.partnership.as_str(), file.lto.as_str()), ("Allenton Big Local", "Enthusiasm Trust"));
    }
}
