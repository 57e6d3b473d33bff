//! Commands about the money of the plan: the spendometer, virements, awards, and the bank.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use tauri::{AppHandle, State, WebviewWindow};
use usecases::spending;
use usecases::spendometer::{self as meter, Asked};

use super::documents::{file_error, write};
use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::budget::{
    Award, BankPosition, EndAwardInput, PayAwardInput, RecordAwardInput, RecordDrawDownInput, RecordVirementInput, SaveSpendTableInput,
    Spendometer, SpendometerInput, TableFormat, UndoAwardPaymentInput, Virement, VoidDrawDownInput,
};
use crate::ipc::value::parse_id;
use crate::system::{self, Ask};

/// Planned, committed, paid, returned and free, as of a day.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn spendometer(desk: State<'_, Desk>, input: SpendometerInput) -> CommandResult<Spendometer> {
    let plan = input.plan_id.as_deref().map(parse_id).transpose()?;
    let asked = Asked { plan, as_of: input.as_of, public: input.public };
    desk.read(|open| Ok(convert::spendometer(&meter::spendometer(open, asked)?)))
}

/// Money that was moved in a plan, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn virements(desk: State<'_, Desk>, plan_id: Option<String>) -> CommandResult<Vec<Virement>> {
    let plan = plan_id.as_deref().map(parse_id).transpose()?;
    desk.read(|open| Ok(spending::virements(open, plan)?.into_iter().map(|row| convert::virement(open, row)).collect()))
}

/// Records that money was moved by a decision.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_virement(app: AppHandle, desk: State<'_, Desk>, input: RecordVirementInput) -> CommandResult<()> {
    let typed = input.into();
    desk.change(&app, |open| Ok(spending::record_virement(open, &typed)?.map(|_| ())))
}

/// Awards to partners and for costs, by line.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn awards(desk: State<'_, Desk>) -> CommandResult<Vec<Award>> {
    desk.read(|open| Ok(spending::awards(open).iter().map(|line| convert::award(open, line)).collect()))
}

/// Records an award.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_award(app: AppHandle, desk: State<'_, Desk>, input: RecordAwardInput) -> CommandResult<String> {
    let typed = input.into();
    desk.change(&app, |open| Ok(spending::record_award(open, &typed)?.map(|id| id.to_string())))
}

/// Records a payment of an award.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pay_award(app: AppHandle, desk: State<'_, Desk>, input: PayAwardInput) -> CommandResult<()> {
    let id = parse_id(&input.award_id)?;
    let typed = input.into();
    desk.change(&app, |open| Ok(spending::pay_award(open, id, &typed)?.map(|_| ())))
}

/// Records that a payment of an award came back, or never happened.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo_award_payment(app: AppHandle, desk: State<'_, Desk>, input: UndoAwardPaymentInput) -> CommandResult<()> {
    let id = parse_id(&input.payment_id)?;
    let (way, on) = (input.way.into(), input.on.into());
    desk.change(&app, |open| spending::undo_award_payment(open, id, way, &on, &input.reason))
}

/// Ends an award: what was never paid is free again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn end_award(app: AppHandle, desk: State<'_, Desk>, input: EndAwardInput) -> CommandResult<()> {
    let id = parse_id(&input.award_id)?;
    let ended_on = input.ended_on.into();
    desk.change(&app, |open| spending::end_award(open, id, &ended_on, &input.reason))
}

/// What must still be in the bank for this partnership.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bank_position(desk: State<'_, Desk>) -> CommandResult<BankPosition> {
    desk.read(|open| Ok(convert::bank(spending::bank_position(open)?)))
}

/// Records money that the LTO received for this partnership.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_draw_down(app: AppHandle, desk: State<'_, Desk>, input: RecordDrawDownInput) -> CommandResult<()> {
    let typed = input.into();
    desk.change(&app, |open| Ok(spending::record_draw_down(open, &typed)?.map(|_| ())))
}

/// Strikes out a draw-down that was recorded by mistake.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn void_draw_down(app: AppHandle, desk: State<'_, Desk>, input: VoidDrawDownInput) -> CommandResult<()> {
    let id = parse_id(&input.id)?;
    desk.change(&app, |open| spending::void_draw_down(open, id, &input.reason))
}

/// Asks where to save a table for a spreadsheet, and saves it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_spend_table(window: WebviewWindow, desk: State<'_, Desk>, input: SaveSpendTableInput) -> CommandResult<Option<String>> {
    let plan = input.plan_id.as_deref().map(parse_id).transpose()?;
    let file = desk.read(|open| spending::save_as(open, input.table.into(), input.format.into(), plan, input.as_of))?;
    let kinds: &[(&str, &[&str])] = match input.format {
        TableFormat::Csv => &[("CSV", &["csv"])],
        TableFormat::Xlsx => &[("Excel", &["xlsx"])],
    };
    let ask = Ask { title: "Save the table", name: Some(&file.name), kinds, ..Ask::default() };
    let Some(path) = system::save_as(&window, ask) else { return Ok(None) };
    write(&path, &file.bytes).map_err(|cause| file_error(&path, &cause))?;
    Ok(Some(path.display().to_string()))
}
