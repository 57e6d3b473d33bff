//! Commands at the reviewer's desk: a machine without a register.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{State, WebviewWindow};

use crate::desk::Desk;
use crate::ipc::dto::application::AttachmentContent;
use crate::ipc::dto::interest::InterestGate;
use crate::ipc::dto::reviewer::{
    JudgementSaved, MakeReviewerInput, PackArrival, ResponseSaved, ReviewerAnswerInput, ReviewerApplication, ReviewerDesk,
    ReviewerFileInput, ReviewerItemInput, ReviewerPack, ReviewerPassphraseInput, ReviewerPerson, SaveJudgementInput, TrustSenderInput,
    UnlockReviewerInput,
};
use crate::ipc::{CommandError, CommandResult};

/// Whose keys are on this computer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_people(_desk: State<'_, Desk>) -> CommandResult<Vec<ReviewerPerson>> {
    Err(CommandError::NotFound)
}

/// Makes keys for a reviewer on this computer, and opens their desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn make_reviewer(_desk: State<'_, Desk>, input: MakeReviewerInput) -> CommandResult<ReviewerDesk> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Asks for a vault file from another computer, and keeps a copy here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bring_vault(_window: WebviewWindow, _desk: State<'_, Desk>) -> CommandResult<Option<ReviewerPerson>> {
    Err(CommandError::NotFound)
}

/// Opens the reviewer's desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn unlock_reviewer(_desk: State<'_, Desk>, input: UnlockReviewerInput) -> CommandResult<ReviewerDesk> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// The reviewer's desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_desk(_desk: State<'_, Desk>) -> CommandResult<ReviewerDesk> {
    Err(CommandError::NotFound)
}

/// Asks where to keep one's member card, and keeps it there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_reviewer_card(_window: WebviewWindow, _desk: State<'_, Desk>) -> CommandResult<Option<String>> {
    Err(CommandError::NotFound)
}

/// Gives the reviewer a new passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_reviewer_passphrase(_desk: State<'_, Desk>, input: ReviewerPassphraseInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Asks for a pack, and puts it on the desk if it proves itself.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_pack(_window: WebviewWindow, _desk: State<'_, Desk>) -> CommandResult<Option<PackArrival>> {
    Err(CommandError::NotFound)
}

/// Puts a pack on the desk, once its sender read their fingerprint out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn trust_sender(_desk: State<'_, Desk>, input: TrustSenderInput) -> CommandResult<PackArrival> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// A pack on the desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_pack(_desk: State<'_, Desk>, pack_id: String) -> CommandResult<ReviewerPack> {
    let _ = pack_id;
    Err(CommandError::NotFound)
}

/// What stands before the text of an application in a pack.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_gate(_desk: State<'_, Desk>, input: ReviewerItemInput) -> CommandResult<InterestGate> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Says whether one has an interest in an application of a pack.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_answer(_desk: State<'_, Desk>, input: ReviewerAnswerInput) -> CommandResult<InterestGate> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// An application of a pack, and the judgement beside it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_application(_desk: State<'_, Desk>, input: ReviewerItemInput) -> CommandResult<ReviewerApplication> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// A file that came with an application of a pack.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_file(_desk: State<'_, Desk>, input: ReviewerFileInput) -> CommandResult<AttachmentContent> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Saves what is typed into a judgement.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_judgement(_desk: State<'_, Desk>, input: SaveJudgementInput) -> CommandResult<JudgementSaved> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Seals a judgement, so that it goes into the next response.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn seal_review(_desk: State<'_, Desk>, input: ReviewerItemInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Opens one's sealed judgement, to change it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reopen_review(_desk: State<'_, Desk>, input: ReviewerItemInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Asks where to keep the response, and keeps it there; nothing when the dialog was put away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_response(_window: WebviewWindow, _desk: State<'_, Desk>, pack_id: String) -> CommandResult<Option<ResponseSaved>> {
    let _ = pack_id;
    Err(CommandError::NotFound)
}

/// Takes a pack off the desk with everything written beside it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_pack(_desk: State<'_, Desk>, pack_id: String) -> CommandResult<()> {
    let _ = pack_id;
    Err(CommandError::NotFound)
}

/// Locks the reviewer's desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lock_reviewer(_desk: State<'_, Desk>) -> CommandResult<()> {
    Err(CommandError::NotFound)
}
