//! Commands about papers that were issued, papers that come back, and letters made many at once.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State, WebviewWindow};
use usecases::Error;

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::document::DocumentPages;
use crate::ipc::dto::paper::{IssuedPaper, Mail, MailInput, MailMade, MakeMailInput, PaperFound};

/// The paper with this code, as it was typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn check_paper(desk: State<'_, Desk>, code: String) -> CommandResult<IssuedPaper> {
    let _ = code;
    desk.read(|_| Err(Error::NotFound))
}

/// The papers that were issued about an application and its grant, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn papers_of(desk: State<'_, Desk>, application_id: String) -> CommandResult<Vec<IssuedPaper>> {
    let _ = application_id;
    desk.read(|_| Err(Error::NotFound))
}

/// The pages of a paper, as they were issued.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn issued_paper(desk: State<'_, Desk>, issue_id: String) -> CommandResult<DocumentPages> {
    let _ = issue_id;
    desk.read(|_| Err(Error::NotFound))
}

/// Says what a file is: the one that was dropped, or one that is asked for. Nothing is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_at_paper(window: WebviewWindow, desk: State<'_, Desk>, path: Option<String>) -> CommandResult<Option<PaperFound>> {
    let _ = (window, path);
    desk.read(|_| Err(Error::NotFound))
}

/// Begins an application with what stands in a filled form; answers its id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_form(app: AppHandle, desk: State<'_, Desk>, path: String) -> CommandResult<String> {
    let _ = (app, path);
    desk.read(|_| Err(Error::NotFound))
}

/// Keeps a scan with the application that its code names.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn file_scan(app: AppHandle, desk: State<'_, Desk>, path: String) -> CommandResult<()> {
    let _ = (app, path);
    desk.read(|_| Err(Error::NotFound))
}

/// The letters that would be made.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn mail(desk: State<'_, Desk>, input: MailInput) -> CommandResult<Mail> {
    let _ = input;
    desk.read(|_| Err(Error::NotFound))
}

/// Asks where to, and makes the letters there; nothing when the dialog was put away. It tells how far it is.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn make_mail(
    app: AppHandle,
    window: WebviewWindow,
    desk: State<'_, Desk>,
    input: MakeMailInput,
) -> CommandResult<Option<MailMade>> {
    let _ = (app, window, input);
    desk.read(|_| Err(Error::NotFound))
}
