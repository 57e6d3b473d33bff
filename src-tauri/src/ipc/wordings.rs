//! Commands about the words of printed documents.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State};
use usecases::Error;

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::wording::{SaveWordingInput, TryWordingInput, WordingLine, WordingPage, WordingTried};

/// Every document whose words can be changed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn wordings(desk: State<'_, Desk>) -> CommandResult<Vec<WordingLine>> {
    desk.read(|_| Err(Error::NotFound))
}

/// The words of a document, as they are in force or as they were in a version.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn wording(desk: State<'_, Desk>, document: String, version: Option<u32>) -> CommandResult<WordingPage> {
    let _ = (document, version);
    desk.read(|_| Err(Error::NotFound))
}

/// Reads words and prints an invented example with them. Nothing is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn try_wording(desk: State<'_, Desk>, input: TryWordingInput) -> CommandResult<WordingTried> {
    let _ = input;
    desk.read(|_| Err(Error::NotFound))
}

/// Keeps words as the next version.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_wording(app: AppHandle, desk: State<'_, Desk>, input: SaveWordingInput) -> CommandResult<()> {
    let _ = (app, input);
    desk.read(|_| Err(Error::NotFound))
}
