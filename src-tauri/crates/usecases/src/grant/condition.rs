//! Conditions of a decision: recorded as met, with what shows it.

use super::{event, of, of_told};
use crate::input::Faults;
use crate::{Changed, Open, Result};
use domain::date::TypedDate;
use domain::id::GrantId;
use domain::member::Act;
use serde_json::json;
use store::ConditionMetRow;

/// Records that a condition of the decision, by its place from 0, was met.
pub fn meet_condition(open: &mut Open, id: GrantId, place: usize, met_on: &TypedDate, note: &str) -> Result<Changed<()>> {
    open.change_grant(id, Act::KeepRecords, |tx, case, desk| {
        let mut faults = Faults::default();
        let met_on = faults.date("metOn", met_on);
        let note = faults.answer("note", note);
        let met_on = faults.settled(met_on)?;
        of_told(case)?.grant.meet(place, met_on, tx.today())?;
        let decision_id = of(case)?.row.decision_id;
        tx.insert_condition_met(&ConditionMetRow { decision_id, place, met_on, note, recorded_by: desk.member.id.0 })?;
        let payload = json!({ "grant": id.0, "place": place, "met_on": met_on.to_string() });
        Ok(((), event(case, "conditionMet", payload)))
    })
}
