//! Commands about rounds of review at the register.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State, WebviewWindow};

use crate::desk::Desk;
use crate::ipc::dto::review::{
    ChangeRoundInput, LeaveOutInput, OpenReviewsInput, PacksSent, Panel, PaperSentInput, RecordPaperInterestInput, RecordReviewInput,
    ResponseFound, ResponseInput, ReviewDesk, Round, RoundChoices, RoundInput, RoundRow, SendPacksInput, SettleLateInput,
};
use crate::ipc::{CommandError, CommandResult};

/// Every round, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rounds(_desk: State<'_, Desk>) -> CommandResult<Vec<RoundRow>> {
    Err(CommandError::NotFound)
}

/// What a round can be made of.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn round_choices(_desk: State<'_, Desk>) -> CommandResult<RoundChoices> {
    Err(CommandError::NotFound)
}

/// Makes a round; answers its id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_round(_app: AppHandle, _desk: State<'_, Desk>, input: RoundInput) -> CommandResult<String> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Changes a round before anything went out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_round(_app: AppHandle, _desk: State<'_, Desk>, input: ChangeRoundInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// One round, whole.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn round(_desk: State<'_, Desk>, round_id: String) -> CommandResult<Round> {
    let _ = round_id;
    Err(CommandError::NotFound)
}

/// Leaves a reviewer out of one application, or lets them in again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn leave_out(_app: AppHandle, _desk: State<'_, Desk>, input: LeaveOutInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Asks for a folder, and makes the packs there; nothing when the dialog was put away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn send_packs(
    _app: AppHandle,
    _window: WebviewWindow,
    _desk: State<'_, Desk>,
    input: SendPacksInput,
) -> CommandResult<Option<PacksSent>> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Stops the long work under way. Nothing half-made is left.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn stop_work(_desk: State<'_, Desk>) -> CommandResult<()> {
    Err(CommandError::NotFound)
}

/// Records that a booklet was handed out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_paper_sent(_app: AppHandle, _desk: State<'_, Desk>, input: PaperSentInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Asks for a response, and says what it would bring. Nothing is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_response(_window: WebviewWindow, _desk: State<'_, Desk>) -> CommandResult<Option<ResponseFound>> {
    Err(CommandError::NotFound)
}

/// Brings a picked response in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bring_in_response(_app: AppHandle, _desk: State<'_, Desk>, input: ResponseInput) -> CommandResult<ResponseFound> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Notes in the journal that a pack was refused; the file stays where it is.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn note_refused_pack(_app: AppHandle, _desk: State<'_, Desk>, input: ResponseInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Asks where to keep a signed receipt for a response that was brought in, and keeps it there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_receipt(_window: WebviewWindow, _desk: State<'_, Desk>, input: ResponseInput) -> CommandResult<Option<String>> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Opens the reviews before all are in, for the chair.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_reviews(_app: AppHandle, _desk: State<'_, Desk>, input: OpenReviewsInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Lets a late review in or leaves it out, for the chair.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn settle_late_review(_app: AppHandle, _desk: State<'_, Desk>, input: SettleLateInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// What the panel sees of one application.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn panel(_desk: State<'_, Desk>, round_id: String, application_id: String) -> CommandResult<Panel> {
    let _ = round_id;
    let _ = application_id;
    Err(CommandError::NotFound)
}

/// A member's judgement on an application of a round, to be typed here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn review_desk(
    _desk: State<'_, Desk>,
    round_id: String,
    member_id: String,
    application_id: String,
) -> CommandResult<ReviewDesk> {
    let _ = round_id;
    let _ = member_id;
    let _ = application_id;
    Err(CommandError::NotFound)
}

/// Keeps a judgement that was typed here: one's own, signed, or from paper on somebody's behalf.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_review(_app: AppHandle, _desk: State<'_, Desk>, input: RecordReviewInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Keeps an interest that stands on a paper reply.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_paper_interest(_app: AppHandle, _desk: State<'_, Desk>, input: RecordPaperInterestInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}
