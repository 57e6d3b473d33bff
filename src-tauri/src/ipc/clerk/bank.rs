//! Commands about payment files and bank statements at the clerk's desk.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use tauri::{AppHandle, State, WebviewWindow};
use tauri_specta::Event as _;
use usecases::TableError;
use usecases::clerk::{self as core, Confirmed, NamedProfile, TypedOwnAccount};
use uuid::Uuid;

use super::{change, statement};
use crate::desk::Desk;
use crate::ipc::documents::{file_error, write};
use crate::ipc::dto::clerk::{BankFileInput, BankFileLayout, BankFilePreview, ClerkLedger};
use crate::ipc::dto::statement::{ConfirmMatchesInput, MapStatementInput, StatementPick, StatementResult};
use crate::ipc::value::{count, parse_id};
use crate::ipc::{CommandError, CommandResult, WorkDone};
use crate::system::{self, Ask};

/// The largest file of the modulus check's tables: the published ones have a hundredth of it.
const LARGEST_TABLE: u64 = 4 * 1024 * 1024;

/// The layouts of payment files.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bank_file_layouts(desk: State<'_, Desk>) -> CommandResult<Vec<BankFileLayout>> {
    desk.reviewing(|_| Ok(()))?;
    let layout = |(id, name, own_account): (&str, &str, bool)| BankFileLayout { id: id.to_owned(), name: name.to_owned(), own_account };
    Ok(core::bank_file_layouts().map(layout).collect())
}

/// A payment file as it would be written.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_bank_file(desk: State<'_, Desk>, input: BankFileInput) -> CommandResult<BankFilePreview> {
    let (ledger, run) = (parse_id(&input.ledger_id)?, parse_id(&input.run_id)?);
    desk.reviewing(|reviewer| reviewer.preview_bank_file(ledger, run)).map(statement::preview)
}

/// Asks where to save a payment file, and saves it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_bank_file(window: WebviewWindow, desk: State<'_, Desk>, input: BankFileInput) -> CommandResult<Option<String>> {
    let (ledger, run): (Uuid, Uuid) = (parse_id(&input.ledger_id)?, parse_id(&input.run_id)?);
    let own = TypedOwnAccount { name: input.own_name, sort_code: input.own_sort_code, account: input.own_account };
    let file = desk.review(|reviewer| reviewer.bank_file(ledger, run, &input.layout, &own))?;
    let ask = Ask { title: "Save the payment file", name: Some(&file.file_name), ..Ask::default() };
    let Some(path) = system::save_as(&window, ask) else { return Ok(None) };
    write(&path, &file.bytes).map_err(|cause| file_error(&path, &cause))?;
    Ok(Some(path.display().to_string()))
}

/// Asks for a bank statement, and shows how it begins.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_statement(window: WebviewWindow, desk: State<'_, Desk>, ledger_id: String) -> CommandResult<Option<StatementPick>> {
    let ledger = parse_id(&ledger_id)?;
    desk.reviewing(|reviewer| reviewer.ledger(ledger).map(drop))?;
    let kinds: &[(&str, &[&str])] = &[("Statements", &["csv", "xlsx", "ofx", "qfx", "txt"])];
    let Some(path) = pick(&window, "Choose the bank statement", kinds) else { return Ok(None) };
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // The desk is free while the file is read: it may be large.
    let file = match core::read_statement_file(&path) {
        Ok(file) => file,
        Err(TableError::Unreadable) => return Err(CommandError::FileUnreadable),
        Err(refused) => return Ok(Some(StatementPick::Refused { file_name, refusal: refused.into() })),
    };
    let picked = desk.review(|reviewer| reviewer.keep_statement(ledger, &path, file))?;
    Ok(Some(statement::picked(picked, &path, file_name)))
}

/// Reads a statement with its columns told, and holds it against the payments. Nothing is changed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_statement(app: AppHandle, desk: State<'_, Desk>, input: MapStatementInput) -> CommandResult<StatementResult> {
    let ledger = parse_id(&input.ledger_id)?;
    let profile = statement::named_profile(input.profile);
    read(&app, &desk, ledger, Path::new(&input.path), Some(&profile), input.keep)
}

/// Reads a statement in the OFX format, and holds it against the payments. Nothing is changed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_ofx_statement(app: AppHandle, desk: State<'_, Desk>, ledger_id: String, path: String) -> CommandResult<StatementResult> {
    read(&app, &desk, parse_id(&ledger_id)?, Path::new(&path), None, false)
}

/// Reads what was picked. The desk is held while the payments are gathered and while the outcome is kept, and free between.
fn read(
    app: &AppHandle,
    desk: &Desk,
    ledger: Uuid,
    path: &Path,
    profile: Option<&NamedProfile>,
    keep: bool,
) -> CommandResult<StatementResult> {
    let stop = desk.begin_work()?;
    let job = desk.reviewing(|reviewer| reviewer.statement_job(ledger, path))?;
    let mut told = 0;
    let mut going = |done: usize, of: usize| {
        let percent = done.saturating_mul(100).checked_div(of).unwrap_or(100);
        if percent != told {
            told = percent;
            // A window that does not hear how far it is only shows less.
            let _ = WorkDone { done: count(done), of: count(of) }.emit(app);
        }
        !stop.load(Ordering::Relaxed)
    };
    let read = match job.read(profile.map(|named| &named.profile), &mut going)? {
        Ok(read) => Arc::new(read),
        Err(refused) => return Ok(StatementResult::Refused { refusal: refused.into() }),
    };
    let kept = profile.filter(|_| keep);
    desk.review(|reviewer| reviewer.keep_reading(ledger, path, Arc::clone(&read), kept))?;
    Ok(StatementResult::Read { reconciliation: statement::reconciliation(&read) })
}

/// Records which payments were found on the statement that was read last.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn confirm_matches(desk: State<'_, Desk>, input: ConfirmMatchesInput) -> CommandResult<ClerkLedger> {
    let mut matches = Vec::new();
    for one in &input.matches {
        matches.push(Confirmed { payment: parse_id(&one.payment_id)?, back: one.back, row: one.line });
    }
    change(&desk, &input.ledger_id, |reviewer, id| reviewer.confirm_matches(id, &matches))
}

/// Asks for the two tables of the modulus check, and keeps them on this machine.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn load_clerk_tables(window: WebviewWindow, desk: State<'_, Desk>, ledger_id: String) -> CommandResult<Option<u32>> {
    let ledger = parse_id(&ledger_id)?;
    desk.reviewing(|reviewer| reviewer.ledger(ledger).map(drop))?;
    let kinds: &[(&str, &[&str])] = &[("Tables", &["txt"])];
    let Some(weights) = pick(&window, "Choose the table of weights (valacdos)", kinds) else { return Ok(None) };
    let Some(substitutions) = pick(&window, "Choose the table of substitutions (scsubtab)", kinds) else { return Ok(None) };
    let (weights, substitutions) = (table(&weights)?, table(&substitutions)?);
    desk.review(|reviewer| reviewer.load_clerk_tables(ledger, &weights, &substitutions)).map(|rules| Some(count(rules)))
}

fn table(path: &Path) -> CommandResult<String> {
    if std::fs::metadata(path).map_err(|_| CommandError::FileUnreadable)?.len() > LARGEST_TABLE {
        return Err(CommandError::FileUnreadable);
    }
    std::fs::read_to_string(path).map_err(|_| CommandError::FileUnreadable)
}

fn pick(window: &WebviewWindow, title: &str, kinds: &[(&str, &[&str])]) -> Option<PathBuf> {
    system::pick_files(window, Ask { title, kinds, ..Ask::default() }).into_iter().next()
}
