//! How the screen looks to the person at this computer: theme, contrast, text size.

use std::io::ErrorKind;

use tauri::State;

use crate::desk::{Desk, Preferences};
use crate::ipc::{CommandError, CommandResult};

/// The preferences of this computer.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::unnecessary_wraps, reason = "every command answers in the same way")]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]
pub(crate) fn preferences(desk: State<'_, Desk>) -> CommandResult<Preferences> {
    Ok(desk.settings().preferences)
}

/// Keeps the preferences of this computer.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]
pub(crate) fn save_preferences(desk: State<'_, Desk>, input: Preferences) -> CommandResult<Preferences> {
    desk.change_settings(|settings| settings.preferences = input).map_err(|cause| match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            CommandError::SettingsNotSaved
        }
        _ => CommandError::internal(&cause),
    })?;
    Ok(desk.settings().preferences)
}
