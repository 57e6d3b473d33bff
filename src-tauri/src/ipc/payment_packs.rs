//! Commands about payment packs, what comes back in them, and how payments are kept safe.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State, WebviewWindow};

use crate::desk::Desk;
use crate::ipc::dto::payment::{
    ConfirmPayeeInput, MeetConditionInput, PaymentPackPlan, PaymentReceipt, PaymentSettings, SavePaymentSettingsInput,
};
use crate::ipc::{CommandError, CommandResult};

/// What a payment pack would carry, and to whom.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn payment_pack_plan(_desk: State<'_, Desk>) -> CommandResult<PaymentPackPlan> {
    Err(CommandError::NotFound)
}

/// Asks for a folder, and makes a payment pack for these clerks there. Answers the file, or nothing when it was called off.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_payment_pack(
    _window: WebviewWindow,
    _app: AppHandle,
    _desk: State<'_, Desk>,
    _clerks: Vec<String>,
) -> CommandResult<Option<String>> {
    Err(CommandError::NotFound)
}

/// Asks for a receipt pack from a clerk, and shows what it would bring. Nothing is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_payment_receipt(_window: WebviewWindow, _desk: State<'_, Desk>) -> CommandResult<Option<PaymentReceipt>> {
    Err(CommandError::NotFound)
}

/// Takes a receipt pack in, whole.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_in_payment_receipt(_app: AppHandle, _desk: State<'_, Desk>, _path: String) -> CommandResult<u32> {
    Err(CommandError::NotFound)
}

/// Records what the payer's bank said about the name on an account.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn confirm_payee(_app: AppHandle, _desk: State<'_, Desk>, _input: ConfirmPayeeInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Records that a condition of the decision was met.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn meet_condition(_app: AppHandle, _desk: State<'_, Desk>, _input: MeetConditionInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// How payments are kept safe.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn payment_settings(_desk: State<'_, Desk>) -> CommandResult<PaymentSettings> {
    Err(CommandError::NotFound)
}

/// Saves how payments are kept safe.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_payment_settings(_app: AppHandle, _desk: State<'_, Desk>, _input: SavePaymentSettingsInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Asks for the two tables of the modulus check, and keeps them. Answers how many rules they hold.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn load_modulus_tables(_window: WebviewWindow, _app: AppHandle, _desk: State<'_, Desk>) -> CommandResult<Option<u32>> {
    Err(CommandError::NotFound)
}
