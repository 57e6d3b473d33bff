//! Commands at the clerk's desk: a machine at the LTO, without a register.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State, WebviewWindow};

use crate::desk::Desk;
use crate::ipc::dto::application::AttachmentContent;
use crate::ipc::dto::clerk::{
    ApproveRunInput, BankFileInput, BankFileLayout, BankFilePreview, ClerkCheckInput, ClerkConfirmInput, ClerkGrant, ClerkGrantInput,
    ClerkLedger, ClerkPaperInput, ClerkPayInput, ClerkReceiptSaved, ClerkUndoInput, ConfirmMatchesInput, MakeRunInput, MapStatementInput,
    PayRunInput, RunInput, StatementPick, StatementResult,
};
use crate::ipc::dto::document::DocumentPages;
use crate::ipc::dto::grant::AccountDetails;
use crate::ipc::{CommandError, CommandResult};

/// The ledger of a partnership.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_ledger(_desk: State<'_, Desk>, _ledger_id: String) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// One grant of a ledger.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_grant(_desk: State<'_, Desk>, _input: ClerkGrantInput) -> CommandResult<ClerkGrant> {
    Err(CommandError::NotFound)
}

/// The full numbers of the account to be paid.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_account(_desk: State<'_, Desk>, _input: ClerkGrantInput) -> CommandResult<AccountDetails> {
    Err(CommandError::NotFound)
}

/// The signed agreement that came with the pack.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_agreement(_desk: State<'_, Desk>, _input: ClerkGrantInput) -> CommandResult<AttachmentContent> {
    Err(CommandError::NotFound)
}

/// Records a payment that was made.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_pay(_desk: State<'_, Desk>, _input: ClerkPayInput) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// Records that a payment came back, or never happened.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_undo(_desk: State<'_, Desk>, _input: ClerkUndoInput) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// Records that an account was checked.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_check(_desk: State<'_, Desk>, _input: ClerkCheckInput) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// Records what the bank said about the name on an account.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_confirm(_desk: State<'_, Desk>, _input: ClerkConfirmInput) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// Puts a run of payments together.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn make_run(_desk: State<'_, Desk>, _input: MakeRunInput) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// Approves a run, or sends it back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn approve_run(_desk: State<'_, Desk>, _input: ApproveRunInput) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// Takes a run back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn drop_run(_desk: State<'_, Desk>, _input: RunInput) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// Records every payment of a run as made.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pay_run(_desk: State<'_, Desk>, _input: PayRunInput) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// The layouts of payment files.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bank_file_layouts(_desk: State<'_, Desk>) -> CommandResult<Vec<BankFileLayout>> {
    Err(CommandError::NotFound)
}

/// A payment file as it would be written.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_bank_file(_desk: State<'_, Desk>, _input: BankFileInput) -> CommandResult<BankFilePreview> {
    Err(CommandError::NotFound)
}

/// Asks where to save a payment file, and saves it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_bank_file(_window: WebviewWindow, _desk: State<'_, Desk>, _input: BankFileInput) -> CommandResult<Option<String>> {
    Err(CommandError::NotFound)
}

/// Asks for a bank statement, and shows how it begins.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_statement(_window: WebviewWindow, _desk: State<'_, Desk>, _ledger_id: String) -> CommandResult<Option<StatementPick>> {
    Err(CommandError::NotFound)
}

/// Reads a statement with its columns told, and holds it against the payments. Nothing is changed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_statement(_app: AppHandle, _desk: State<'_, Desk>, _input: MapStatementInput) -> CommandResult<StatementResult> {
    Err(CommandError::NotFound)
}

/// Reads a statement in the OFX format, and holds it against the payments. Nothing is changed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_ofx_statement(
    _app: AppHandle,
    _desk: State<'_, Desk>,
    _ledger_id: String,
    _path: String,
) -> CommandResult<StatementResult> {
    Err(CommandError::NotFound)
}

/// Records which payments were found on the statement that was read last.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn confirm_matches(_desk: State<'_, Desk>, _input: ConfirmMatchesInput) -> CommandResult<ClerkLedger> {
    Err(CommandError::NotFound)
}

/// Asks for the two tables of the modulus check, and keeps them on this machine.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn load_clerk_tables(_window: WebviewWindow, _desk: State<'_, Desk>, _ledger_id: String) -> CommandResult<Option<u32>> {
    Err(CommandError::NotFound)
}

/// Asks for a folder, and makes the receipt pack for the co-ordinator there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_clerk_receipt(
    _window: WebviewWindow,
    _desk: State<'_, Desk>,
    _ledger_id: String,
) -> CommandResult<Option<ClerkReceiptSaved>> {
    Err(CommandError::NotFound)
}

/// A printed paper of the clerk's desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_paper(_desk: State<'_, Desk>, _input: ClerkPaperInput) -> CommandResult<DocumentPages> {
    Err(CommandError::NotFound)
}

/// Hands a paper to the computer's viewer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_clerk_paper(_app: AppHandle, _desk: State<'_, Desk>, _input: ClerkPaperInput) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Asks where to save a paper, and saves it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_clerk_paper(_window: WebviewWindow, _desk: State<'_, Desk>, _input: ClerkPaperInput) -> CommandResult<Option<String>> {
    Err(CommandError::NotFound)
}

/// Takes a ledger off this machine. What was not sent is lost, so it is refused while anything is unsent.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_ledger(_desk: State<'_, Desk>, _ledger_id: String) -> CommandResult<()> {
    Err(CommandError::NotFound)
}
