//! Commands about the plans in sequence, and budget tables.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State, WebviewWindow};

use crate::desk::Desk;
use crate::ipc::dto::plan::{
    AdoptPlanInput, BudgetTable, BudgetTableInput, DraftFrom, PlanDraft, PlanList, PlanView, SavePlanDraftInput, SavePlanWordsInput,
};
use crate::ipc::{CommandError, CommandResult};

/// Every plan, the oldest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plans(_desk: State<'_, Desk>) -> CommandResult<PlanList> {
    Err(CommandError::NotFound)
}

/// One plan, whole; the one in force without an id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plan(_desk: State<'_, Desk>, _plan_id: Option<String>) -> CommandResult<PlanView> {
    Err(CommandError::NotFound)
}

/// Puts right what a plan says beside its figures.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_plan_words(_app: AppHandle, _desk: State<'_, Desk>, _input: SavePlanWordsInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// The next plan while it is typed, if it was begun.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plan_draft(_desk: State<'_, Desk>) -> CommandResult<Option<PlanDraft>> {
    Err(CommandError::NotFound)
}

/// Begins the next plan.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_plan_draft(_app: AppHandle, _desk: State<'_, Desk>, _from: DraftFrom) -> CommandResult<PlanDraft> {
    Err(CommandError::NotFound)
}

/// Saves the next plan as typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_plan_draft(_app: AppHandle, _desk: State<'_, Desk>, _input: SavePlanDraftInput) -> CommandResult<PlanDraft> {
    Err(CommandError::NotFound)
}

/// Throws the next plan away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn discard_plan_draft(_app: AppHandle, _desk: State<'_, Desk>) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Adopts the next plan by a decision.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn adopt_plan(_app: AppHandle, _desk: State<'_, Desk>, _input: AdoptPlanInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Asks for a spreadsheet with a budget, and reads it cell by cell.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_budget_table(_window: WebviewWindow, _desk: State<'_, Desk>) -> CommandResult<Option<BudgetTable>> {
    Err(CommandError::NotFound)
}

/// Reads a budget that was pasted from a spreadsheet.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn paste_budget_table(_desk: State<'_, Desk>, _text: String) -> CommandResult<BudgetTable> {
    Err(CommandError::NotFound)
}

/// Reads a table anew, with what each column holds.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn understand_budget_table(_desk: State<'_, Desk>, _input: BudgetTableInput) -> CommandResult<BudgetTable> {
    Err(CommandError::NotFound)
}

/// Puts the lines of a table into the next plan, in place of its lines.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn put_budget_table(_app: AppHandle, _desk: State<'_, Desk>, _input: BudgetTableInput) -> CommandResult<PlanDraft> {
    Err(CommandError::NotFound)
}
