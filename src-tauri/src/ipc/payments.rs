//! Commands about the account that is paid, and about payments.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State};
use usecases::grant::{self, NewAccount, TypedPayment, TypedUndoing};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::grant::{AccountDetails, CheckAccountInput, RecordAccountInput, RecordPaymentInput, UndoPaymentInput};
use crate::ipc::value::parse_id;

/// Records the account to be paid; a second one replaces the first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_account(app: AppHandle, desk: State<'_, Desk>, input: RecordAccountInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let new = NewAccount { account_name: input.account_name, sort_code: input.sort_code, account_number: input.account_number };
    desk.change(&app, |open| grant::record_account(open, id, &new)).map(drop)
}

/// Records that the account was checked.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn check_account(app: AppHandle, desk: State<'_, Desk>, input: CheckAccountInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let checked_on = input.checked_on.into();
    desk.change(&app, |open| grant::check_account(open, id, input.method.into(), &checked_on))
}

/// The account's full numbers; that they were shown is journalled.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reveal_account(app: AppHandle, desk: State<'_, Desk>, grant_id: String) -> CommandResult<AccountDetails> {
    let id = parse_id(&grant_id)?;
    let details = desk.change(&app, |open| grant::reveal_account(open, id))?;
    Ok(AccountDetails { account_name: details.account_name, sort_code: details.sort_code, account_number: details.account_number })
}

/// Records a payment that the LTO made.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_payment(app: AppHandle, desk: State<'_, Desk>, input: RecordPaymentInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let typed =
        TypedPayment { amount: input.amount, paid_on: input.paid_on.into(), reference: input.reference, method: input.method.into() };
    desk.change(&app, |open| grant::record_payment(open, id, &typed)).map(drop)
}

/// Records that a payment came back, or never happened.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo_payment(app: AppHandle, desk: State<'_, Desk>, input: UndoPaymentInput) -> CommandResult<()> {
    let id = parse_id(&input.payment_id)?;
    let typed = TypedUndoing { way: input.way.into(), on: input.on.into(), reason: input.reason };
    desk.change(&app, |open| grant::undo_payment(open, id, &typed))
}
