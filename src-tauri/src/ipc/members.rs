//! Commands about members and their keys.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State, WebviewWindow};

use crate::desk::Desk;
use crate::ipc::dto::member::{
    CardFound, ChangeMemberInput, ChangePassphraseInput, ConfirmCardInput, GiveVaultInput, MemberInput, MemberRow, MyKeys,
    RecordLeavingInput,
};
use crate::ipc::{CommandError, CommandResult};

/// Everybody in the members' list, those who left last.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn members(_desk: State<'_, Desk>) -> CommandResult<Vec<MemberRow>> {
    Err(CommandError::NotFound)
}

/// Adds a member; answers their id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_member(_app: AppHandle, _desk: State<'_, Desk>, input: MemberInput) -> CommandResult<String> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Changes a member's entry.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_member(_app: AppHandle, _desk: State<'_, Desk>, input: ChangeMemberInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Records that a member left. Their keys end.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_leaving(_app: AppHandle, _desk: State<'_, Desk>, input: RecordLeavingInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Gives a member a passphrase for this register.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn give_vault(_app: AppHandle, _desk: State<'_, Desk>, input: GiveVaultInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Asks for a member card and reads it; nothing when the dialog was put away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_card(_window: WebviewWindow, _desk: State<'_, Desk>) -> CommandResult<Option<CardFound>> {
    Err(CommandError::NotFound)
}

/// Takes a card in, once its owner read the fingerprint out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn confirm_card(_app: AppHandle, _desk: State<'_, Desk>, input: ConfirmCardInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// The keys of the member who sits here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn my_keys(_desk: State<'_, Desk>) -> CommandResult<MyKeys> {
    Err(CommandError::NotFound)
}

/// Asks where to keep one's own member card, and keeps it there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_my_card(_window: WebviewWindow, _desk: State<'_, Desk>) -> CommandResult<Option<String>> {
    Err(CommandError::NotFound)
}

/// Asks for a folder, and copies one's own vault there, to open packs on another computer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_my_vault(_window: WebviewWindow, _desk: State<'_, Desk>) -> CommandResult<Option<String>> {
    Err(CommandError::NotFound)
}

/// Gives the member who sits here a new passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_my_passphrase(_app: AppHandle, _desk: State<'_, Desk>, input: ChangePassphraseInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Makes a new recovery key, for the recovery page to be printed. The old one ends.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn new_recovery_page(_app: AppHandle, _desk: State<'_, Desk>) -> CommandResult<()> {
    Err(CommandError::NotFound)
}
