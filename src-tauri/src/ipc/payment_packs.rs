//! Commands about payment packs, what comes back in them, and how payments are kept safe.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use domain::id::MemberId;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, State, WebviewWindow};
use usecases::grant::{self, TypedConfirmation};
use usecases::review::{Refusal, bring_in};
use usecases::{payment_pack, payment_settings};

use crate::desk::Desk;
use crate::ipc::dto::payment::{
    ConfirmPayeeInput, MeetConditionInput, PaymentPackPlan, PaymentReceipt, PaymentSettings, SavePaymentSettingsInput,
};
use crate::ipc::value::{count, parse_id};
use crate::ipc::{CommandError, CommandResult};
use crate::system::{self, Ask};

/// The most bytes of a table of the modulus check: it has some thousand short lines.
const LARGEST_TABLE: u64 = 4 * 1024 * 1024;
const PACKS: &[(&str, &[&str])] = &[("Packs", &["chestpack"])];

/// What a payment pack would carry, and to whom.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn payment_pack_plan(desk: State<'_, Desk>) -> CommandResult<PaymentPackPlan> {
    desk.read(payment_pack::plan).map(convert::plan)
}

/// Asks for a folder, and makes a payment pack for these clerks there. Answers the file, or nothing when it was called off.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_payment_pack(
    window: WebviewWindow,
    app: AppHandle,
    desk: State<'_, Desk>,
    clerks: Vec<String>,
) -> CommandResult<Option<String>> {
    let clerks = clerks.iter().map(|id| parse_id::<MemberId>(id)).collect::<CommandResult<Vec<_>>>()?;
    let ask = Ask { title: "Choose the folder or the stick for the pack", ..Ask::default() };
    let Some(folder) = system::pick_folder(&window, ask) else { return Ok(None) };
    let job = desk.read(|open| payment_pack::prepare(open, &clerks))?;
    let staged = job.run(&folder)?;
    desk.change(&app, |open| payment_pack::record(open, staged)).map(|made| Some(made.path.display().to_string()))
}

/// Asks for a receipt pack from a clerk, and shows what it would bring. Nothing is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_payment_receipt(window: WebviewWindow, desk: State<'_, Desk>) -> CommandResult<Option<PaymentReceipt>> {
    let ask = Ask { title: "Choose the receipt from the LTO", kinds: PACKS, ..Ask::default() };
    let Some(path) = system::pick_files(&window, ask).into_iter().next() else { return Ok(None) };
    let found = match read(&path, bring_in::MOST_BYTES)? {
        Some(bytes) => {
            desk.read(|open| payment_pack::inspect(open, &bytes).map(|found| found.map(|one| convert::receipt(open, &path, one))))?
        }
        None => Err(Refusal::TooLarge),
    };
    Ok(Some(found.unwrap_or_else(|why| PaymentReceipt::Refused {
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        why: why.into(),
    })))
}

/// Takes a receipt pack in, whole.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_in_payment_receipt(app: AppHandle, desk: State<'_, Desk>, path: String) -> CommandResult<u32> {
    let bytes = read(&PathBuf::from(path), bring_in::MOST_BYTES)?.ok_or(CommandError::PackRefused { why: Refusal::TooLarge.into() })?;
    desk.change(&app, |open| payment_pack::take_in(open, &bytes)).map(count)
}

/// Records what the payer's bank said about the name on an account.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn confirm_payee(app: AppHandle, desk: State<'_, Desk>, input: ConfirmPayeeInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let typed = TypedConfirmation {
        outcome: input.outcome.into(),
        bank_name: input.bank_name,
        action: input.action,
        seen_on: input.seen_on.into(),
    };
    desk.change(&app, |open| grant::confirm_payee(open, id, &typed))
}

/// Records that a condition of the decision was met.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn meet_condition(app: AppHandle, desk: State<'_, Desk>, input: MeetConditionInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let place = usize::try_from(input.place).unwrap_or(usize::MAX);
    let met_on = input.met_on.into();
    desk.change(&app, |open| grant::meet_condition(open, id, place, &met_on, &input.note))
}

/// How payments are kept safe.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn payment_settings(desk: State<'_, Desk>) -> CommandResult<PaymentSettings> {
    let (kept, tables_loaded_on) = desk.read(payment_settings::settings)?;
    Ok(PaymentSettings {
        lto: kept.lto,
        two_people: kept.two_people,
        erase_after_days: kept.erase_after_days,
        lto_share: kept.lto_share,
        tables_loaded_on,
    })
}

/// Saves how payments are kept safe.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_payment_settings(app: AppHandle, desk: State<'_, Desk>, input: SavePaymentSettingsInput) -> CommandResult<()> {
    let typed = payment_settings::TypedSettings {
        lto: input.lto,
        two_people: input.two_people,
        erase_after_days: input.erase_after_days,
        lto_share: input.lto_share,
    };
    desk.change(&app, |open| payment_settings::save(open, &typed))
}

/// Asks for the two tables of the modulus check, and keeps them. Answers how many rules they hold.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn load_modulus_tables(window: WebviewWindow, app: AppHandle, desk: State<'_, Desk>) -> CommandResult<Option<u32>> {
    let Some(weights) = table(&window, "Choose the table of weights (valacdos)")? else { return Ok(None) };
    let Some(substitutions) = table(&window, "Choose the table of substitutions (scsubtab)")? else { return Ok(None) };
    desk.change(&app, |open| payment_settings::load_modulus_tables(open, &weights, &substitutions)).map(|rules| Some(count(rules)))
}

fn table(window: &WebviewWindow, title: &'static str) -> CommandResult<Option<String>> {
    let Some(path) = system::pick_files(window, Ask { title, ..Ask::default() }).into_iter().next() else { return Ok(None) };
    let bytes = read(&path, LARGEST_TABLE)?.ok_or(CommandError::FileUnreadable)?;
    String::from_utf8(bytes).map(Some).map_err(|_| CommandError::FileUnreadable)
}

/// Reads a file that was picked; none when it is larger than any such file, and then not a byte of it is read.
fn read(path: &Path, most: u64) -> CommandResult<Option<Vec<u8>>> {
    if std::fs::metadata(path).map_err(|_| CommandError::FileUnreadable)?.len() > most {
        return Ok(None);
    }
    std::fs::read(path).map(Some).map_err(|_| CommandError::FileUnreadable)
}
