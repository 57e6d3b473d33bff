//! Awards to partners and for costs: recorded, paid, undone and ended, from the LTO's paper.

use super::{TOUCHED, in_force};
use crate::input::Faults;
use crate::open::Desk;
use crate::{Changed, Error, FieldFault, Open, Result};
use domain::award::{Award, AwardError, AwardKind, NewAward, reference};
use domain::date::TypedDate;
use domain::id::{AwardId, AwardPaymentId};
use domain::member::Act;
use domain::payment::{Undoing, Undone};
use domain::spending::Part;
use serde_json::{Value, json};
use store::{AwardRow, Event};

/// A part, as typed.
#[derive(Debug, Clone)]
pub struct TypedPart {
    /// When it is expected to be paid.
    pub due_on: TypedDate,
    /// How much.
    pub amount: String,
}

/// An award, as typed.
#[derive(Debug, Clone)]
pub struct TypedAward {
    /// The line's code.
    pub code: String,
    /// For what kind of thing.
    pub kind: AwardKind,
    /// Who is paid.
    pub payee_name: String,
    /// What for.
    pub what_for: String,
    /// How much.
    pub amount: String,
    /// When it was decided.
    pub decided_on: TypedDate,
    /// Who decided it.
    pub decided_by: String,
    /// When its parts are expected to be paid.
    pub parts: Vec<TypedPart>,
}

/// A payment of an award, as typed.
#[derive(Debug, Clone)]
pub struct TypedAwardPayment {
    /// How much.
    pub amount: String,
    /// When.
    pub paid_on: TypedDate,
    /// What the bank statement will say.
    pub reference: String,
}

/// An award with its line's name.
pub struct AwardLine<'o> {
    /// The award.
    pub row: &'o AwardRow,
    /// The name of its line.
    pub line_name: &'o str,
}

/// The awards of the plan in force, in the order of its lines, and the oldest decision first.
pub fn awards(open: &Open) -> Vec<AwardLine<'_>> {
    let adopted = open.plan_of(open.today());
    let place = |code: &str| adopted.plan.activities.iter().position(|line| line.code == code);
    let mut rows: Vec<&AwardRow> = open.spending().awards_of(adopted.id).collect();
    rows.sort_by_key(|row| (place(&row.award.code), row.award.decided_on, row.award.id));
    let named = |row: &'_ AwardRow| adopted.plan.activity(&row.award.code).map_or("", |line| line.name.as_str());
    rows.into_iter().map(|row| AwardLine { row, line_name: named(row) }).collect()
}

/// Records an award on a line of the plan in force: a commitment, and never more than is free.
pub fn record_award(open: &mut Open, typed: &TypedAward) -> Result<Changed<AwardId>> {
    open.change_spending(Act::RecordDecision, |tx, desk| {
        let mut faults = Faults::default();
        let payee_name = faults.needed_line("payeeName", &typed.payee_name);
        let what_for = faults.needed_line("whatFor", &typed.what_for);
        let amount = faults.money("amount", &typed.amount);
        let decided_on = faults.date("decidedOn", &typed.decided_on);
        let decided_by = faults.needed_line("decidedBy", &typed.decided_by);
        let parts: Vec<Option<Part>> = typed.parts.iter().enumerate().map(|(place, part)| read_part(&mut faults, place, part)).collect();
        let parts: Option<Vec<Part>> = parts.into_iter().collect();
        let ((amount, decided_on), parts) = faults.settled(amount.zip(decided_on).zip(parts))?;
        let adopted = in_force(desk.plans, tx.today(), decided_on)?;
        let code = adopted.plan.activity(&typed.code).map(|line| line.code.clone());
        let code = code.ok_or_else(|| Error::Virement(domain::virement::VirementError::NoSuchLine { code: typed.code.clone() }))?;
        let new = NewAward { amount, decided_on, parts };
        new.hold(desk.line(adopted, &code).free(), tx.today()).map_err(|error| refused(error, "decidedOn", &code))?;
        let before = desk.spending.awards.iter().filter(|row| row.award.kind == typed.kind && row.award.code == code).count();
        let id = AwardId(tx.new_id());
        let award = Award { id, code, kind: typed.kind, amount, decided_on, parts: new.parts, payments: Vec::new(), ended_on: None };
        let row = AwardRow {
            reference: reference(typed.kind, &award.code, before),
            award,
            plan: adopted.id,
            payee_name,
            what_for,
            decided_by,
            recorded_by: desk.member.id.0,
            payments: Vec::new(),
            ended_reason: String::new(),
        };
        tx.insert_award(&row)?;
        let payload = json!({
            "award": id.0, "plan": row.plan.0, "code": row.award.code, "kind": row.award.kind.code(), "reference": row.reference,
            "amount_pence": amount.pence(), "decided_on": decided_on.to_string(),
        });
        Ok((id, event("awardRecorded", id, payload)))
    })
}

fn read_part(faults: &mut Faults, place: usize, part: &TypedPart) -> Option<Part> {
    let due_on = faults.date(&format!("parts.{place}.dueOn"), &part.due_on);
    let amount = faults.money(&format!("parts.{place}.amount"), &part.amount);
    due_on.zip(amount).map(|(due_on, amount)| Part { amount, due_on })
}

/// Records a payment that the LTO made on an award.
pub fn pay_award(open: &mut Open, id: AwardId, typed: &TypedAwardPayment) -> Result<Changed<AwardPaymentId>> {
    open.change_spending(Act::RecordPayment, |tx, desk| {
        let mut faults = Faults::default();
        let amount = faults.money("amount", &typed.amount);
        let paid_on = faults.date("paidOn", &typed.paid_on);
        let reference = faults.needed_line("reference", &typed.reference);
        let (amount, paid_on) = faults.settled(amount.zip(paid_on))?;
        let row = of(desk, id)?;
        row.award.pay(amount, paid_on, tx.today()).map_err(|error| refused(error, "paidOn", &row.award.code))?;
        let payment = AwardPaymentId(tx.new_id());
        tx.insert_award_payment(payment, id, amount, paid_on, &reference)?;
        let payload = json!({
            "award": id.0, "payment": payment.0, "amount_pence": amount.pence(), "paid_on": paid_on.to_string(), "reference": reference,
        });
        Ok((payment, event("awardPaid", id, payload)))
    })
}

/// Records that a payment of an award came back, or never happened. The payment stays, with the reason.
pub fn undo_award_payment(open: &mut Open, id: AwardPaymentId, way: Undoing, on: &TypedDate, reason: &str) -> Result<Changed<()>> {
    open.change_spending(Act::RecordPayment, |tx, desk| {
        let mut faults = Faults::default();
        let on = faults.date("on", on);
        let reason = faults.needed_answer("reason", reason);
        let on = faults.settled(on)?;
        let paid = |row: &&AwardRow| row.award.payments.iter().any(|payment| payment.id == id);
        let award = &desk.spending.awards.iter().find(paid).ok_or(Error::NotFound)?.award;
        award.undo_payment(id, on, &reason, tx.today())?;
        tx.insert_award_payment_undoing(id, Undone { way, on }, &reason)?;
        let payload = json!({ "award": award.id.0, "payment": id.0, "way": way.code(), "on": on.to_string() });
        Ok(((), event("awardPaymentUndone", award.id, payload)))
    })
}

/// Ends an award: what was never paid is free on its line again.
pub fn end_award(open: &mut Open, id: AwardId, ended_on: &TypedDate, reason: &str) -> Result<Changed<()>> {
    open.change_spending(Act::RecordDecision, |tx, desk| {
        let mut faults = Faults::default();
        let ended_on = faults.date("endedOn", ended_on);
        let reason = faults.needed_answer("reason", reason);
        let ended_on = faults.settled(ended_on)?;
        let row = of(desk, id)?;
        row.award.end(ended_on, &reason, tx.today()).map_err(|error| refused(error, "endedOn", &row.award.code))?;
        tx.insert_award_ending(id, ended_on, &reason)?;
        let payload = json!({ "award": id.0, "ended_on": ended_on.to_string(), "released_pence": row.award.left().pence() });
        Ok(((), event("awardEnded", id, payload)))
    })
}

fn of<'d>(desk: &Desk<'d>, id: AwardId) -> Result<&'d AwardRow> {
    desk.spending.awards.iter().find(|row| row.award.id == id).ok_or(Error::NotFound)
}

fn event(kind: &'static str, id: AwardId, payload: Value) -> Event {
    Event { kind, subject: Some(id.0), payload, touched: TOUCHED, signed: true }
}

/// What is wrong with one field is told beside it.
fn refused(error: AwardError, day: &str, code: &str) -> Error {
    let field = |field: &str, fault| Error::Fields(vec![(field.to_owned(), fault)]);
    match error {
        AwardError::NotPositive => field("amount", FieldFault::NothingOfIt),
        AwardError::InFuture => field(day, FieldFault::InFuture),
        AwardError::NoReason => field("reason", FieldFault::Missing),
        refused => Error::Award { code: code.to_owned(), refused },
    }
}
