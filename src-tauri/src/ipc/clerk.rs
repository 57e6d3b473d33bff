//! Commands at the clerk's desk: a machine at the LTO, without a register.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

pub(super) mod bank;
mod convert;
mod statement;

use base64::Engine as _;
use domain::id::{GrantId, PaymentId};
use tauri::{State, WebviewWindow};
use usecases::clerk::PaperOf;
use usecases::document::{self, Printed};
use usecases::reviewer::Reviewer;
use uuid::Uuid;

use crate::desk::Desk;
use crate::ipc::documents::{pages, save, show};
use crate::ipc::dto::application::AttachmentContent;
use crate::ipc::dto::clerk::{
    ApproveRunInput, ClerkCheckInput, ClerkConfirmInput, ClerkGrant, ClerkGrantInput, ClerkLedger, ClerkPaper, ClerkPaperInput,
    ClerkPayInput, ClerkReceiptSaved, ClerkUndoInput, MakeRunInput, PayRunInput, RunInput,
};
use crate::ipc::dto::document::DocumentPages;
use crate::ipc::dto::grant::AccountDetails;
use crate::ipc::value::{count, parse_id};
use crate::ipc::{CommandError, CommandResult};
use crate::system::{self, Ask};

pub(super) use convert::row;

fn ids(input: &ClerkGrantInput) -> CommandResult<(Uuid, GrantId)> {
    Ok((parse_id(&input.ledger_id)?, parse_id(&input.grant_id)?))
}

/// Changes something in a ledger, and answers the ledger as it is then.
fn change(desk: &Desk, ledger_id: &str, work: impl FnOnce(&mut Reviewer, Uuid) -> usecases::Result<()>) -> CommandResult<ClerkLedger> {
    let id = parse_id(ledger_id)?;
    desk.review(|reviewer| {
        work(reviewer, id)?;
        reviewer.ledger(id)
    })
    .map(convert::ledger)
}

/// The ledger of a partnership.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_ledger(desk: State<'_, Desk>, ledger_id: String) -> CommandResult<ClerkLedger> {
    let id = parse_id(&ledger_id)?;
    desk.reviewing(|reviewer| reviewer.ledger(id)).map(convert::ledger)
}

/// One grant of a ledger.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_grant(desk: State<'_, Desk>, input: ClerkGrantInput) -> CommandResult<ClerkGrant> {
    let (ledger, grant) = ids(&input)?;
    desk.reviewing(|reviewer| reviewer.ledger_grant(ledger, grant)).map(convert::grant)
}

/// The full numbers of the account to be paid.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_account(desk: State<'_, Desk>, input: ClerkGrantInput) -> CommandResult<AccountDetails> {
    let (ledger, grant) = ids(&input)?;
    let details = desk.reviewing(|reviewer| reviewer.clerk_account(ledger, grant))?;
    Ok(AccountDetails { account_name: details.account_name, sort_code: details.sort_code, account_number: details.account_number })
}

/// The signed agreement that came with the pack.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_agreement(desk: State<'_, Desk>, input: ClerkGrantInput) -> CommandResult<AttachmentContent> {
    let (ledger, grant) = ids(&input)?;
    let file = desk.reviewing(|reviewer| reviewer.clerk_agreement(ledger, grant))?;
    Ok(AttachmentContent {
        base64: base64::engine::general_purpose::STANDARD.encode(&*file.bytes),
        media_type: file.media_type.to_owned(),
        name: file.name,
    })
}

/// Records a payment that was made.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_pay(desk: State<'_, Desk>, input: ClerkPayInput) -> CommandResult<ClerkLedger> {
    let (ledger, grant) = (input.ledger_id.clone(), parse_id(&input.grant_id)?);
    let typed = convert::typed_payment(input);
    change(&desk, &ledger, |reviewer, id| reviewer.clerk_pay(id, grant, &typed))
}

/// Records that a payment came back, or never happened.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_undo(desk: State<'_, Desk>, input: ClerkUndoInput) -> CommandResult<ClerkLedger> {
    let (ledger, payment) = (input.ledger_id.clone(), parse_id::<PaymentId>(&input.payment_id)?);
    let typed = convert::typed_undoing(input);
    change(&desk, &ledger, |reviewer, id| reviewer.clerk_undo(id, payment, &typed))
}

/// Records that an account was checked.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_check(desk: State<'_, Desk>, input: ClerkCheckInput) -> CommandResult<ClerkLedger> {
    let (grant, checked_on) = (parse_id(&input.grant_id)?, input.checked_on.into());
    change(&desk, &input.ledger_id, |reviewer, id| reviewer.clerk_check(id, grant, input.method.into(), &checked_on))
}

/// Records what the bank said about the name on an account.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_confirm(desk: State<'_, Desk>, input: ClerkConfirmInput) -> CommandResult<ClerkLedger> {
    let (ledger, grant) = (input.ledger_id.clone(), parse_id(&input.grant_id)?);
    let typed = convert::typed_confirmation(input);
    change(&desk, &ledger, |reviewer, id| reviewer.clerk_confirm(id, grant, &typed))
}

/// Puts a run of payments together.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn make_run(desk: State<'_, Desk>, input: MakeRunInput) -> CommandResult<ClerkLedger> {
    let ledger = input.ledger_id.clone();
    let typed = convert::typed_run(input)?;
    change(&desk, &ledger, |reviewer, id| reviewer.make_run(id, &typed))
}

/// Approves a run, or sends it back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn approve_run(desk: State<'_, Desk>, input: ApproveRunInput) -> CommandResult<ClerkLedger> {
    let run = parse_id(&input.run_id)?;
    change(&desk, &input.ledger_id, |reviewer, id| {
        if input.approved { reviewer.approve_run(id, run) } else { reviewer.send_run_back(id, run, &input.reason) }
    })
}

/// Takes a run back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn drop_run(desk: State<'_, Desk>, input: RunInput) -> CommandResult<ClerkLedger> {
    let run = parse_id(&input.run_id)?;
    change(&desk, &input.ledger_id, |reviewer, id| reviewer.drop_run(id, run))
}

/// Records every payment of a run as made.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pay_run(desk: State<'_, Desk>, input: PayRunInput) -> CommandResult<ClerkLedger> {
    let (run, paid_on) = (parse_id(&input.run_id)?, input.paid_on.into());
    change(&desk, &input.ledger_id, |reviewer, id| reviewer.pay_run(id, run, &paid_on))
}

/// Asks for a folder, and makes the receipt pack for the co-ordinator there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_clerk_receipt(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    ledger_id: String,
) -> CommandResult<Option<ClerkReceiptSaved>> {
    let id = parse_id(&ledger_id)?;
    // Nobody is asked where to put what could not be made.
    desk.reviewing(|reviewer| reviewer.ledger(id).map(drop))?;
    let ask = Ask { title: "Choose the folder or the stick for the receipt pack", ..Ask::default() };
    let Some(folder) = system::pick_folder(&window, ask) else { return Ok(None) };
    let saved = desk.review(|reviewer| reviewer.clerk_receipt(id, &folder))?;
    Ok(Some(ClerkReceiptSaved { path: saved.path.display().to_string(), facts: count(saved.facts) }))
}

/// A printed paper of the clerk's desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clerk_paper(desk: State<'_, Desk>, input: ClerkPaperInput) -> CommandResult<DocumentPages> {
    paper(&desk, &input).map(pages)
}

/// Hands a paper to the computer's viewer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_clerk_paper(desk: State<'_, Desk>, input: ClerkPaperInput) -> CommandResult<()> {
    let printed = paper(&desk, &input)?;
    show(&desk, &printed.file_name, &printed.bytes)
}

/// Asks where to save a paper, and saves it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_clerk_paper(window: WebviewWindow, desk: State<'_, Desk>, input: ClerkPaperInput) -> CommandResult<Option<String>> {
    save(&window, &paper(&desk, &input)?)
}

fn paper(desk: &Desk, input: &ClerkPaperInput) -> CommandResult<Printed> {
    let ledger = parse_id(&input.ledger_id)?;
    let of = match (&input.run_id, &input.payment_id) {
        (Some(run), _) => PaperOf::Run(parse_id(run)?),
        (None, Some(payment)) => PaperOf::Payment(parse_id(payment)?),
        (None, None) => return Err(CommandError::NotFound),
    };
    let which = match input.paper {
        ClerkPaper::PaymentList => document::ClerkPaper::PaymentList,
        ClerkPaper::RemittanceAdvice => document::ClerkPaper::RemittanceAdvice,
    };
    let data = desk.reviewing(|reviewer| reviewer.clerk_paper(ledger, of))?;
    Ok(document::clerk_paper(&data, which, input.size.into())?)
}

/// Takes a ledger off this machine. What was not sent is lost, so it is refused while anything is unsent.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_ledger(desk: State<'_, Desk>, ledger_id: String) -> CommandResult<()> {
    let id = parse_id(&ledger_id)?;
    desk.review(|reviewer| reviewer.remove_ledger(id))
}
