//! Commands about embargoes.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State};

use crate::desk::Desk;
use crate::ipc::dto::embargo::{EmbargoRegister, EmbargoToldInput, EndEmbargoInput, SetEmbargoInput};
use crate::ipc::{CommandError, CommandResult};

/// Every embargo, in force and past.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn embargoes(_desk: State<'_, Desk>) -> CommandResult<EmbargoRegister> {
    Err(CommandError::NotFound)
}

/// Puts a meeting item or a document under embargo.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_embargo(_app: AppHandle, _desk: State<'_, Desk>, input: SetEmbargoInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Ends an embargo: by its event, or early with a reason.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn end_embargo(_app: AppHandle, _desk: State<'_, Desk>, input: EndEmbargoInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Records who was told of an embargo.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_embargo_told(_app: AppHandle, _desk: State<'_, Desk>, input: EmbargoToldInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}
