//! Commands about feedback, receipts and money sent back.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use chrono::SecondsFormat;
use tauri::{AppHandle, State};
use usecases::grant::{self, TypedReceipt, TypedSentBack};

use crate::desk::Desk;
use crate::ipc::dto::grant::{FeedbackInput, RecordReceiptInput, RecordSentBackInput, VoidReceiptInput};
use crate::ipc::value::parse_id;
use crate::ipc::{CommandError, CommandResult, grants};

/// Keeps the feedback form as it is typed; answers when.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_feedback(app: AppHandle, desk: State<'_, Desk>, input: FeedbackInput) -> CommandResult<String> {
    let id = parse_id(&input.grant_id)?;
    let content = serde_json::to_string(&input.content).map_err(|cause| CommandError::internal(&cause))?;
    let at = desk.change(&app, |open| grant::save_feedback_typing(open, id, &content))?;
    Ok(at.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// Records the feedback form.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_feedback(app: AppHandle, desk: State<'_, Desk>, input: FeedbackInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let typed = grants::typed_feedback(input.content)?;
    desk.change(&app, |open| grant::record_feedback(open, id, &typed))
}

/// Records a receipt.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_receipt(app: AppHandle, desk: State<'_, Desk>, input: RecordReceiptInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let typed = TypedReceipt {
        cost_line: parse_id(&input.cost_id)?,
        amount: input.amount,
        accepted: input.accepted,
        spent_on: input.spent_on.into(),
        what: input.what,
        scan: grants::file_id(input.attachment_id.as_deref())?,
    };
    desk.change(&app, |open| grant::record_receipt(open, id, &typed)).map(drop)
}

/// Strikes out a receipt.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn void_receipt(app: AppHandle, desk: State<'_, Desk>, input: VoidReceiptInput) -> CommandResult<()> {
    let id = parse_id(&input.receipt_id)?;
    desk.change(&app, |open| grant::void_receipt(open, id, &input.reason))
}

/// Records money that the group sent back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_sent_back(app: AppHandle, desk: State<'_, Desk>, input: RecordSentBackInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let typed = TypedSentBack { amount: input.amount, on: input.on.into(), reference: input.reference };
    desk.change(&app, |open| grant::record_sent_back(open, id, &typed))
}
