//! The money of the plan beside the grants: moved by decisions, awarded to partners and for costs, drawn down; what must
//! still be in the bank, the spend report, and the tables that are saved.

mod award;
mod bank;
mod export;
mod known;
mod report;
mod virement;

pub use award::{AwardLine, TypedAward, TypedAwardPayment, TypedPart, awards, end_award, pay_award, record_award, undo_award_payment};
pub use bank::{Bank, TypedDrawDown, bank_position, record_draw_down, void_draw_down};
pub use export::{SpendTable, TableFile, TableFormat, save_as, table};
pub(crate) use known::Known;
pub use report::{Report, ReportGroup, ReportLine, ReportSums, report};
pub use virement::{TypedCell, TypedVirement, record_virement, virements};

use crate::{Error, Open, Result};
use chrono::NaiveDate;
use domain::id::PlanId;
use domain::plan::{Adopted, Plans};

/// The areas whose screens read again when money moves.
const TOUCHED: &[&str] = &["budget"];

/// A plan of the sequence; the one in force without an id.
pub(crate) fn plan_asked(open: &Open, plan: Option<PlanId>) -> Result<&Adopted> {
    match plan {
        Some(id) => open.plans().get(id).ok_or(Error::NotFound),
        None => Ok(open.plan_of(open.today())),
    }
}

/// The plan in force, for what was decided on a day. What another plan covers is not recorded in it.
fn in_force(plans: &Plans, today: NaiveDate, decided_on: NaiveDate) -> Result<&Adopted> {
    let adopted = plans.of_day(today);
    // A day after today is refused by the rule itself, with its own words.
    if decided_on <= today && plans.of_day(decided_on).id != adopted.id {
        return Err(Error::OutsideThePlan { starts_on: adopted.plan.starts_on, ends_on: adopted.plan.ends_on });
    }
    Ok(adopted)
}
