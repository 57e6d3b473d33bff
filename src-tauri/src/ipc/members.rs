//! Commands about members and their keys.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use std::path::Path;

use domain::id::MemberId;
use tauri::{AppHandle, State, WebviewWindow};
use usecases::member::{self, MemberLine, TypedMember};
use usecases::register::{KdfCost, Passphrase};

use crate::desk::Desk;
use crate::ipc::documents::{file_error, write};
use crate::ipc::dto::member::{
    CardFound, ChangeMemberInput, ChangePassphraseInput, ConfirmCardInput, GiveVaultInput, MemberInput, MemberRow, MyKeys,
    RecordLeavingInput,
};
use crate::ipc::value::{count, parse_id};
use crate::ipc::{CommandError, CommandResult};
use crate::system::{self, Ask};

/// What a member card is called in a file dialog.
const CARDS: &[(&str, &[&str])] = &[("Member cards", &["chestcard"])];

/// The most bytes that are read of a file that may be a card. A card is smaller; the core says the rest.
const LARGEST_CARD: u64 = 64 * 1024;

/// Everybody in the members' list, those who left last.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn members(desk: State<'_, Desk>) -> CommandResult<Vec<MemberRow>> {
    desk.read(|open| Ok(member::list(open)?.into_iter().map(MemberRow::from).collect()))
}

/// Adds a member; answers their id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_member(app: AppHandle, desk: State<'_, Desk>, input: MemberInput) -> CommandResult<String> {
    let added = desk.change(&app, |open| member::add(open, &input.into()))?;
    Ok(added.id.to_string())
}

/// Changes a member's entry.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_member(app: AppHandle, desk: State<'_, Desk>, input: ChangeMemberInput) -> CommandResult<()> {
    let id = parse_id(&input.member_id)?;
    desk.change(&app, |open| member::change(open, id, &input.member.into()))
}

/// Records that a member left. Their keys end. Whoever records their own leaving is signed out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_leaving(app: AppHandle, desk: State<'_, Desk>, input: RecordLeavingInput) -> CommandResult<()> {
    let id: MemberId = parse_id(&input.member_id)?;
    let me = desk.read(|open| Ok(open.member().id))?;
    desk.change(&app, |open| member::leave(open, id, &input.on.into(), &input.reason))?;
    if id == me { desk.lock() } else { Ok(()) }
}

/// Gives a member a passphrase for this register.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn give_vault(app: AppHandle, desk: State<'_, Desk>, input: GiveVaultInput) -> CommandResult<()> {
    let id = parse_id(&input.member_id)?;
    let passphrase = Passphrase::typed(&input.passphrase);
    desk.change(&app, |open| member::give_vault(open, id, &passphrase, KdfCost::standard()))
}

/// Asks for a member card and reads it; nothing when the dialog was put away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_card(window: WebviewWindow) -> CommandResult<Option<CardFound>> {
    let picked = system::pick_files(&window, Ask { title: "Choose the member card", kinds: CARDS, ..Ask::default() });
    let Some(path) = picked.into_iter().next() else { return Ok(None) };
    let card = member::inspect_card(&read_card(&path)?)?;
    let letters = card.fingerprint.as_str().chars().filter(|c| c.is_alphanumeric()).count();
    Ok(Some(CardFound { path: path.display().to_string(), name: card.name, made_at: card.made_at.to_rfc3339(), letters: count(letters) }))
}

/// Takes a card in, once its owner read the fingerprint out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn confirm_card(app: AppHandle, desk: State<'_, Desk>, input: ConfirmCardInput) -> CommandResult<()> {
    let id = parse_id(&input.member_id)?;
    let card = read_card(Path::new(&input.path))?;
    desk.change(&app, |open| member::confirm_card(open, id, &card, &input.fingerprint))
}

/// The keys of the member who sits here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn my_keys(desk: State<'_, Desk>) -> CommandResult<MyKeys> {
    let keys = desk.read(member::my_keys)?;
    Ok(MyKeys { fingerprint: keys.fingerprint, since: keys.since.to_rfc3339() })
}

/// Asks where to keep one's own member card, and keeps it there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_my_card(window: WebviewWindow, desk: State<'_, Desk>) -> CommandResult<Option<String>> {
    let (name, bytes) = desk.read(|open| Ok((format!("{}.chestcard", open.member().name), member::my_card(open)?)))?;
    let ask = Ask { title: "Save your member card", name: Some(&name), kinds: CARDS, ..Ask::default() };
    let Some(path) = system::save_as(&window, ask) else { return Ok(None) };
    write(&path, &bytes).map_err(|cause| file_error(&path, &cause))?;
    Ok(Some(path.display().to_string()))
}

/// Asks for a folder, and copies one's own vault there, to open packs on another computer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_my_vault(window: WebviewWindow, desk: State<'_, Desk>) -> CommandResult<Option<String>> {
    let ask = Ask { title: "Choose a folder for your key file", ..Ask::default() };
    let Some(folder) = system::pick_folder(&window, ask) else { return Ok(None) };
    let file = desk.read(|open| member::save_my_vault(open, &folder))?;
    Ok(Some(file.display().to_string()))
}

/// Gives the member who sits here a new passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_my_passphrase(app: AppHandle, desk: State<'_, Desk>, input: ChangePassphraseInput) -> CommandResult<()> {
    let (old, new) = (Passphrase::typed(&input.old), Passphrase::typed(&input.new));
    desk.change(&app, |open| member::change_my_passphrase(open, &old, &new, KdfCost::standard()))
}

/// Makes a new recovery key, for the recovery page to be printed. The old one ends.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn new_recovery_page(app: AppHandle, desk: State<'_, Desk>) -> CommandResult<()> {
    let key = desk.change(&app, member::new_recovery_page)?;
    desk.show_recovery(key);
    Ok(())
}

fn read_card(path: &Path) -> CommandResult<Vec<u8>> {
    use std::io::Read as _;
    let file = std::fs::File::open(path).map_err(|_| CommandError::FileUnreadable)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_CARD).read_to_end(&mut bytes).map_err(|_| CommandError::FileUnreadable)?;
    Ok(bytes)
}

impl From<MemberInput> for TypedMember {
    fn from(input: MemberInput) -> Self {
        Self {
            name: input.name,
            role: input.role.into(),
            residency: input.residency.map(Into::into),
            started_on: input.started_on.into(),
            term_ends_on: input.term_ends_on.into(),
        }
    }
}

impl From<MemberLine> for MemberRow {
    fn from(line: MemberLine) -> Self {
        Self {
            id: line.id.to_string(),
            name: line.name,
            role: line.role.into(),
            residency: line.residency.map(Into::into),
            started_on: line.started_on,
            term_ends_on: line.term_ends_on,
            left_on: line.left_on,
            at_register: line.at_register,
            fingerprint: line.fingerprint,
            keys_since: line.keys_since.map(|since| since.to_rfc3339()),
            reads_sealed: line.reads_sealed,
            me: line.me,
        }
    }
}
