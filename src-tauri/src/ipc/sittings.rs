//! Commands at a meeting: attendance, the item in hand, interests, what was resolved, the close.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State};

use crate::desk::Desk;
use crate::ipc::dto::sitting::{
    AttendanceInput, CloseMeetingInput, DeclareAtMeetingInput, HeadsInput, ItemStepInput, MomentInput, NoteItemInput, ResolveInput,
    Sitting, TookPartInput, Weighed,
};
use crate::ipc::{CommandError, CommandResult};

/// A meeting as the person who minutes it sees it. What is under embargo is left out unless it is to be shown.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn sitting(desk: State<'_, Desk>, meeting_id: String, show_sealed: bool) -> CommandResult<Sitting> {
    let _ = (desk, meeting_id, show_sealed);
    Err(CommandError::NotFound)
}

/// Records that a member arrived, left, sent apologies or took the chair.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_attendance(app: AppHandle, desk: State<'_, Desk>, input: AttendanceInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Records how many residents came to a Forum.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_heads(app: AppHandle, desk: State<'_, Desk>, input: HeadsInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Starts a meeting.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_meeting(app: AppHandle, desk: State<'_, Desk>, input: MomentInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Takes an item up, puts it off, or notes that it is done with.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_item(app: AppHandle, desk: State<'_, Desk>, input: ItemStepInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Records an interest declared in the room. On an application it holds from then on wherever the application goes.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn declare_at_meeting(app: AppHandle, desk: State<'_, Desk>, input: DeclareAtMeetingInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Records whether a member with an interest withdrew or remained.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_part(app: AppHandle, desk: State<'_, Desk>, input: TookPartInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// What would come of a resolution, without recording it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn weigh_resolution(desk: State<'_, Desk>, input: ResolveInput) -> CommandResult<Weighed> {
    let _ = (desk, input);
    Err(CommandError::NotFound)
}

/// Records what was resolved.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn resolve(app: AppHandle, desk: State<'_, Desk>, input: ResolveInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Keeps what was noted of the discussion of an item.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn note_item(app: AppHandle, desk: State<'_, Desk>, input: NoteItemInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}

/// Strikes out what was recorded last.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo_entry(app: AppHandle, desk: State<'_, Desk>, meeting_id: String) -> CommandResult<()> {
    let _ = (app, desk, meeting_id);
    Err(CommandError::NotFound)
}

/// Closes a meeting: what it resolved on applications becomes decisions.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn close_meeting(app: AppHandle, desk: State<'_, Desk>, input: CloseMeetingInput) -> CommandResult<()> {
    let _ = (app, desk, input);
    Err(CommandError::NotFound)
}
