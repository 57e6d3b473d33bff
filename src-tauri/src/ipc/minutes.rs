//! Commands about minutes: drafted from the record, edited until they are approved.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State};

use crate::desk::Desk;
use crate::ipc::dto::minutes::{Minutes, SaveMinutesInput};
use crate::ipc::{CommandError, CommandResult};

/// The minutes of a meeting.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn minutes(desk: State<'_, Desk>, meeting_id: String) -> CommandResult<Minutes> {
    let _ = (desk, meeting_id);
    Err(CommandError::NotFound)
}

/// Keeps the words of one item.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_minutes(app: AppHandle, desk: State<'_, Desk>, input: SaveMinutesInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}
