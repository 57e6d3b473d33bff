//! What must still be in the bank for this partnership, and the draw-downs from the funder.

use super::{TOUCHED, in_force};
use crate::input::Faults;
use crate::spendometer::{Asked, spendometer};
use crate::{Changed, Error, FieldFault, Open, Result, payment_settings};
use domain::Money;
use domain::date::TypedDate;
use domain::id::{DrawDownId, PlanId};
use domain::member::Act;
use domain::spending::BankPosition;
use serde_json::json;
use store::{DrawDownRow, Event};

/// What must still be in the bank for the plan in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bank {
    /// The Locally Trusted Organisation.
    pub lto: String,
    /// The sums.
    pub position: BankPosition,
    /// The LTO's percentage on top of each draw-down, in hundredths: 500 is 5 %.
    pub lto_share: u32,
    /// That percentage of what was drawn down.
    pub lto_share_of: Money,
    /// The draw-downs, oldest first, those that were struck out among them.
    pub draw_downs: Vec<DrawDownRow>,
}

/// A draw-down, as typed.
#[derive(Debug, Clone)]
pub struct TypedDrawDown {
    /// How much, without the LTO's own percentage.
    pub amount: String,
    /// When the LTO had it.
    pub received_on: TypedDate,
    /// What is said of it. May be empty.
    pub note: String,
}

/// What must still be in the bank, by what was drawn down, paid, returned and committed in the plan in force.
pub fn bank_position(open: &Open) -> Result<Bank> {
    let adopted = open.plan_of(open.today());
    let draw_downs = draw_downs(open, adopted.id)?;
    let drawn = draw_downs.iter().filter(|row| row.voided.is_none()).map(|row| row.amount).sum();
    let money = spendometer(open, Asked::default())?.spent.total;
    let position = BankPosition::of(&money, drawn);
    let lto_share = payment_settings::settings(open)?.0.lto_share;
    Ok(Bank { lto: crate::plan::lto(open.register())?, position, lto_share, lto_share_of: position.lto_share(lto_share), draw_downs })
}

/// The draw-downs for a plan, oldest first.
pub(super) fn draw_downs(open: &Open, plan: PlanId) -> Result<Vec<DrawDownRow>> {
    Ok(open.register().read(|tx| tx.draw_downs(plan))?)
}

/// Records money that the LTO received for this partnership.
pub fn record_draw_down(open: &mut Open, typed: &TypedDrawDown) -> Result<Changed<DrawDownId>> {
    open.change_spending(Act::RecordPayment, |tx, desk| {
        let mut faults = Faults::default();
        let amount = faults.money("amount", &typed.amount);
        let received_on = faults.date("receivedOn", &typed.received_on);
        let note = faults.line("note", &typed.note);
        if amount.is_some_and(|amount| !amount.is_positive()) {
            faults.refuse("amount", FieldFault::NothingOfIt);
        }
        if received_on.is_some_and(|on| on > tx.today()) {
            faults.refuse("receivedOn", FieldFault::InFuture);
        }
        let (amount, received_on) = faults.settled(amount.zip(received_on))?;
        let adopted = in_force(desk.plans, tx.today(), received_on)?;
        let id = DrawDownId(tx.new_id());
        let row = DrawDownRow { id, amount, received_on, note, recorded_by: desk.member.id.0, voided: None };
        tx.insert_draw_down(adopted.id, &row)?;
        let payload =
            json!({ "draw_down": id.0, "plan": adopted.id.0, "amount_pence": amount.pence(), "received_on": received_on.to_string() });
        Ok((id, Event { kind: "drawDownRecorded", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })
}

/// Strikes out a draw-down that was recorded by mistake. It stays, with the reason.
pub fn void_draw_down(open: &mut Open, id: DrawDownId, reason: &str) -> Result<Changed<()>> {
    open.change_spending(Act::RecordPayment, |tx, desk| {
        let mut faults = Faults::default();
        let reason = faults.needed_answer("reason", reason);
        faults.settle()?;
        let rows = tx.draw_downs(desk.plans.of_day(tx.today()).id)?;
        let row = rows.iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
        if row.voided.is_some() {
            return Err(Error::WrongState);
        }
        tx.insert_draw_down_voiding(id, &reason)?;
        let payload = json!({ "draw_down": id.0 });
        Ok(((), Event { kind: "drawDownVoided", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })
}
