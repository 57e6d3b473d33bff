//! Money moved between lines or periods, by a decision with its reason.

use super::{TOUCHED, in_force};
use crate::input::Faults;
use crate::spending::plan_asked;
use crate::{Changed, Error, FieldFault, Open, Result};
use domain::date::TypedDate;
use domain::id::{PlanId, VirementId};
use domain::member::Act;
use domain::virement::{Cell, Virement, VirementError, hold};
use serde_json::{Value, json};
use store::{Event, VirementRow};

/// A cell of the plan in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedCell {
    /// The line's code.
    pub code: String,
    /// The period, counted from 0.
    pub place: usize,
}

/// Money to be moved, as typed.
#[derive(Debug, Clone)]
pub struct TypedVirement {
    /// Where it comes from; none when it is new money from outside the plan.
    pub from: Option<TypedCell>,
    /// Where it goes; none when it is given up.
    pub to: Option<TypedCell>,
    /// How much.
    pub amount: String,
    /// When it was decided.
    pub decided_on: TypedDate,
    /// Who decided it.
    pub decided_by: String,
    /// Why.
    pub reason: String,
}

/// The money moved in a plan, the newest decision first.
pub fn virements(open: &Open, plan: Option<PlanId>) -> Result<Vec<&VirementRow>> {
    let adopted = plan_asked(open, plan)?;
    let mut rows: Vec<&VirementRow> = open.spending().virements.iter().filter(|row| row.plan == adopted.id).collect();
    rows.reverse();
    Ok(rows)
}

/// Records that money was moved in the plan in force. The line it leaves keeps what is committed and paid on it.
pub fn record_virement(open: &mut Open, typed: &TypedVirement) -> Result<Changed<VirementId>> {
    open.change_spending(Act::RecordDecision, |tx, desk| {
        let mut faults = Faults::default();
        let amount = faults.money("amount", &typed.amount);
        let decided_on = faults.date("decidedOn", &typed.decided_on);
        let decided_by = faults.needed_line("decidedBy", &typed.decided_by);
        let reason = faults.needed_answer("reason", &typed.reason);
        let (amount, decided_on) = faults.settled(amount.zip(decided_on))?;
        let adopted = in_force(desk.plans, tx.today(), decided_on)?;
        let cell = |typed: &Option<TypedCell>| typed.as_ref().map(|cell| Cell { code: cell.code.clone(), place: cell.place });
        let virement = Virement { from: cell(&typed.from), to: cell(&typed.to), amount, decided_on };
        let free = virement.from.as_ref().map(|cell| desk.line(adopted, &cell.code).free()).unwrap_or_default();
        hold(&virement, &adopted.plan, &desk.spending.virements_of(adopted.id), free, tx.today()).map_err(refused)?;
        let id = VirementId(tx.new_id());
        let payload = json!({
            "virement": id.0, "plan": adopted.id.0, "from": said(virement.from.as_ref()), "to": said(virement.to.as_ref()),
            "amount_pence": amount.pence(), "decided_on": decided_on.to_string(),
        });
        tx.insert_virement(&VirementRow { id, plan: adopted.id, virement, decided_by, reason, recorded_by: desk.member.id.0 })?;
        Ok((id, Event { kind: "moneyMoved", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })
}

fn said(cell: Option<&Cell>) -> Value {
    cell.map_or(Value::Null, |cell| json!({ "code": cell.code, "period": cell.place }))
}

/// What is wrong with one field is told beside it.
fn refused(error: VirementError) -> Error {
    let field = |field: &str, fault| Error::Fields(vec![(field.to_owned(), fault)]);
    match error {
        VirementError::Nowhere => field("to", FieldFault::Missing),
        VirementError::NotPositive => field("amount", FieldFault::NothingOfIt),
        VirementError::InFuture => field("decidedOn", FieldFault::InFuture),
        other => Error::Virement(other),
    }
}
