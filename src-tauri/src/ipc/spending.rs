//! Commands about the money of the plan: the spendometer, virements, awards, and the bank.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State, WebviewWindow};

use crate::desk::Desk;
use crate::ipc::dto::budget::{
    Award, BankPosition, EndAwardInput, PayAwardInput, RecordAwardInput, RecordDrawDownInput, RecordVirementInput, SaveSpendTableInput,
    Spendometer, SpendometerInput, UndoAwardPaymentInput, Virement, VoidDrawDownInput,
};
use crate::ipc::{CommandError, CommandResult};

/// Planned, committed, paid, returned and free, as of a day.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn spendometer(_desk: State<'_, Desk>, _input: SpendometerInput) -> CommandResult<Spendometer> {
    Err(CommandError::NotFound)
}

/// Money that was moved in a plan, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn virements(_desk: State<'_, Desk>, _plan_id: Option<String>) -> CommandResult<Vec<Virement>> {
    Err(CommandError::NotFound)
}

/// Records that money was moved by a decision.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_virement(_app: AppHandle, _desk: State<'_, Desk>, _input: RecordVirementInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Awards to partners and for costs, by line.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn awards(_desk: State<'_, Desk>) -> CommandResult<Vec<Award>> {
    Err(CommandError::NotFound)
}

/// Records an award.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_award(_app: AppHandle, _desk: State<'_, Desk>, _input: RecordAwardInput) -> CommandResult<String> {
    Err(CommandError::NotFound)
}

/// Records a payment of an award.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pay_award(_app: AppHandle, _desk: State<'_, Desk>, _input: PayAwardInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Records that a payment of an award came back, or never happened.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo_award_payment(_app: AppHandle, _desk: State<'_, Desk>, _input: UndoAwardPaymentInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Ends an award: what was never paid is free again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn end_award(_app: AppHandle, _desk: State<'_, Desk>, _input: EndAwardInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// What must still be in the bank for this partnership.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bank_position(_desk: State<'_, Desk>) -> CommandResult<BankPosition> {
    Err(CommandError::NotFound)
}

/// Records money that the LTO received for this partnership.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_draw_down(_app: AppHandle, _desk: State<'_, Desk>, _input: RecordDrawDownInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Strikes out a draw-down that was recorded by mistake.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn void_draw_down(_app: AppHandle, _desk: State<'_, Desk>, _input: VoidDrawDownInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Asks where to save a table for a spreadsheet, and saves it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_spend_table(
    _window: WebviewWindow,
    _desk: State<'_, Desk>,
    _input: SaveSpendTableInput,
) -> CommandResult<Option<String>> {
    Err(CommandError::NotFound)
}
