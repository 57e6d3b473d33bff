//! Commands about meetings: the programme, agendas, notices and papers.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State, WebviewWindow};

use crate::desk::Desk;
use crate::ipc::dto::meeting::{
    AddItemInput, CallOffMeetingInput, ChangeItemInput, ChangeMeetingInput, Meeting, MeetingInput, Meetings, MoveItemInput,
    RecordNoticeInput,
};
use crate::ipc::{CommandError, CommandResult};

/// The programme and every meeting.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn meetings(desk: State<'_, Desk>) -> CommandResult<Meetings> {
    let _ = desk;
    Err(CommandError::NotFound)
}

/// One meeting with its agenda.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn meeting(desk: State<'_, Desk>, meeting_id: String) -> CommandResult<Meeting> {
    let _ = (desk, meeting_id);
    Err(CommandError::NotFound)
}

/// Plans a meeting; answers its id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plan_meeting(app: AppHandle, desk: State<'_, Desk>, input: MeetingInput) -> CommandResult<String> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Changes a meeting that has not been held.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_meeting(app: AppHandle, desk: State<'_, Desk>, input: ChangeMeetingInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Calls a meeting off.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn call_off_meeting(app: AppHandle, desk: State<'_, Desk>, input: CallOffMeetingInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Puts an item on an agenda; answers its id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_item(app: AppHandle, desk: State<'_, Desk>, input: AddItemInput) -> CommandResult<String> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Changes an item that was not taken up.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_item(app: AppHandle, desk: State<'_, Desk>, input: ChangeItemInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Moves an item to another place on its agenda.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn move_item(app: AppHandle, desk: State<'_, Desk>, input: MoveItemInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Takes an item off an agenda.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_item(app: AppHandle, desk: State<'_, Desk>, item_id: String) -> CommandResult<()> {
    let _ = (app, desk, item_id);
    Err(CommandError::NotFound)
}

/// Asks for a paper, and keeps it with an item. Whether one was kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_paper(app: AppHandle, window: WebviewWindow, desk: State<'_, Desk>, item_id: String) -> CommandResult<bool> {
    let _ = (app, window, desk, item_id);
    Err(CommandError::NotFound)
}

/// Opens a paper in the computer's own viewer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_paper(desk: State<'_, Desk>, paper_id: String) -> CommandResult<()> {
    let _ = (desk, paper_id);
    Err(CommandError::NotFound)
}

/// Strikes out a paper.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_paper(app: AppHandle, desk: State<'_, Desk>, paper_id: String) -> CommandResult<()> {
    let _ = (app, desk, paper_id);
    Err(CommandError::NotFound)
}

/// Records that notice was given.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_notice(app: AppHandle, desk: State<'_, Desk>, input: RecordNoticeInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}
