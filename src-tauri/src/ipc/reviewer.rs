//! Commands at the reviewer's desk: a machine without a register.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use domain::id::{ApplicationId, PackId};
use tauri::{AppHandle, Manager, State, WebviewWindow};
use usecases::register::{KdfCost, Passphrase};
use usecases::reviewer;

use crate::desk::Desk;
use crate::ipc::documents::{file_error, write};
use crate::ipc::dto::application::AttachmentContent;
use crate::ipc::dto::interest::InterestGate;
use crate::ipc::dto::review::PackRefusal;
use crate::ipc::dto::reviewer::{
    JudgementSaved, MakeReviewerInput, PackArrival, ResponseSaved, ReviewerAnswerInput, ReviewerApplication, ReviewerDesk,
    ReviewerFileInput, ReviewerItemInput, ReviewerPack, ReviewerPassphraseInput, ReviewerPerson, SaveJudgementInput, TrustSenderInput,
    UnlockReviewerInput,
};
use crate::ipc::value::{count, parse_id};
use crate::ipc::{CommandError, CommandResult};
use crate::system::{self, Ask, Computer};

/// A pack or a response, in file dialogs.
const PACKS: &[(&str, &[&str])] = &[("Packs", &["chestpack"])];

/// The program's own folder for reviewers: no register stands in it.
fn folder(app: &AppHandle) -> CommandResult<PathBuf> {
    Ok(app.path().app_local_data_dir().map_err(|cause| CommandError::internal(&cause))?.join("reviewer"))
}

/// Whose keys are on this computer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_people(app: AppHandle) -> CommandResult<Vec<ReviewerPerson>> {
    Ok(reviewer::people(&folder(&app)?)?.into_iter().map(ReviewerPerson::from).collect())
}

/// Makes keys for a reviewer on this computer, and opens their desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn make_reviewer(app: AppHandle, desk: State<'_, Desk>, input: MakeReviewerInput) -> CommandResult<ReviewerDesk> {
    let passphrase = Passphrase::typed(&input.passphrase);
    desk.seat_reviewer(reviewer::make(&folder(&app)?, &input.name, &passphrase, KdfCost::standard(), Arc::new(Computer))?)?;
    reviewer_desk(desk)
}

/// Asks for a vault file from another computer, and keeps a copy here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bring_vault(app: AppHandle, window: WebviewWindow) -> CommandResult<Option<ReviewerPerson>> {
    let kinds: &[(&str, &[&str])] = &[("Keys", &["vault"])];
    let Some(path) = pick(&window, "Choose the file of your keys", kinds) else { return Ok(None) };
    if std::fs::metadata(&path).map_err(|_| CommandError::FileUnreadable)?.len() > LARGEST_KEYS {
        return Err(CommandError::NotAVault);
    }
    let bytes = std::fs::read(&path).map_err(|_| CommandError::FileUnreadable)?;
    Ok(Some(reviewer::bring_vault(&folder(&app)?, &bytes)?.into()))
}

/// No file of keys is near as large.
const LARGEST_KEYS: u64 = 1024 * 1024;

/// Opens the reviewer's desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn unlock_reviewer(app: AppHandle, desk: State<'_, Desk>, input: UnlockReviewerInput) -> CommandResult<ReviewerDesk> {
    let passphrase = Passphrase::typed(&input.passphrase);
    // Their own desk may be open still, in a window that was loaded anew.
    desk.leave_reviewer();
    desk.seat_reviewer(reviewer::unlock(&folder(&app)?, &input.vault_id, &passphrase, Arc::new(Computer))?)?;
    reviewer_desk(desk)
}

/// The reviewer's desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_desk(desk: State<'_, Desk>) -> CommandResult<ReviewerDesk> {
    desk.reviewing(|reviewer| Ok(convert::desk(reviewer)))
}

/// Asks where to keep one's member card, and keeps it there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_reviewer_card(window: WebviewWindow, desk: State<'_, Desk>) -> CommandResult<Option<String>> {
    let (name, card) = desk.reviewing(|reviewer| Ok((reviewer.name(), reviewer.card()?)))?;
    let plain: String = name.chars().map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { ' ' }).collect();
    let name = format!("{}.chestcard", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    let ask = Ask { title: "Save your card", name: Some(&name), kinds: &[("Cards", &["chestcard"])], ..Ask::default() };
    let Some(path) = system::save_as(&window, ask) else { return Ok(None) };
    write(&path, &card).map_err(|cause| file_error(&path, &cause))?;
    Ok(Some(path.display().to_string()))
}

/// Gives the reviewer a new passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_reviewer_passphrase(desk: State<'_, Desk>, input: ReviewerPassphraseInput) -> CommandResult<()> {
    let (old, new) = (Passphrase::typed(&input.old), Passphrase::typed(&input.new));
    desk.review(|reviewer| reviewer.change_passphrase(&old, &new, KdfCost::standard()))
}

/// Asks for a pack, and puts it on the desk if it proves itself.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_pack(window: WebviewWindow, desk: State<'_, Desk>) -> CommandResult<Option<PackArrival>> {
    // Nobody is asked for a pack that could not be opened.
    desk.reviewing(|_| Ok(()))?;
    let Some(path) = pick(&window, "Choose the pack", PACKS) else { return Ok(None) };
    take_in(&path, |bytes| desk.review(|reviewer| reviewer.take_in(bytes))).map(Some)
}

/// Puts a pack on the desk, once its sender read their fingerprint out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn trust_sender(desk: State<'_, Desk>, input: TrustSenderInput) -> CommandResult<PackArrival> {
    take_in(Path::new(&input.path), |bytes| desk.review(|reviewer| reviewer.trust(bytes, &input.fingerprint)))
}

fn take_in(path: &Path, work: impl FnOnce(&[u8]) -> CommandResult<reviewer::PackArrival>) -> CommandResult<PackArrival> {
    if std::fs::metadata(path).map_err(|_| CommandError::FileUnreadable)?.len() > reviewer::LARGEST_PACK {
        return Ok(convert::refused(PackRefusal::TooLarge, path));
    }
    let bytes = std::fs::read(path).map_err(|_| CommandError::FileUnreadable)?;
    Ok(convert::arrival(work(&bytes)?, path))
}

/// A pack on the desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_pack(desk: State<'_, Desk>, pack_id: String) -> CommandResult<ReviewerPack> {
    let pack: PackId = parse_id(&pack_id)?;
    desk.reviewing(|reviewer| reviewer.pack(pack)).map(convert::pack)
}

fn item(input: &ReviewerItemInput) -> CommandResult<(PackId, ApplicationId)> {
    Ok((parse_id(&input.pack_id)?, parse_id(&input.application_id)?))
}

/// What stands before the text of an application in a pack.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_gate(desk: State<'_, Desk>, input: ReviewerItemInput) -> CommandResult<InterestGate> {
    let (pack, application) = item(&input)?;
    desk.reviewing(|reviewer| reviewer.gate(pack, application)).map(convert::gate)
}

/// Says whether one has an interest in an application of a pack.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_answer(desk: State<'_, Desk>, input: ReviewerAnswerInput) -> CommandResult<InterestGate> {
    let (pack, application) = (parse_id(&input.pack_id)?, parse_id(&input.answer.application_id)?);
    let answer = input.answer.into();
    let gate = desk.review(|reviewer| reviewer.answer(pack, application, &answer))?;
    if !gate.stance.may_hold() {
        // A file of it may have been handed to the computer's viewer.
        desk.clear_pages();
    }
    Ok(convert::gate(gate))
}

/// An application of a pack, and the judgement beside it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_application(desk: State<'_, Desk>, input: ReviewerItemInput) -> CommandResult<ReviewerApplication> {
    let (pack, application) = item(&input)?;
    desk.reviewing(|reviewer| reviewer.application(pack, application)).map(|view| convert::application(&input.pack_id, view))
}

/// A file that came with an application of a pack.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reviewer_file(desk: State<'_, Desk>, input: ReviewerFileInput) -> CommandResult<AttachmentContent> {
    let (pack, application) = (parse_id(&input.pack_id)?, parse_id(&input.application_id)?);
    let file = desk.reviewing(|reviewer| reviewer.file(pack, application, &input.sha256))?;
    Ok(AttachmentContent {
        base64: base64::engine::general_purpose::STANDARD.encode(&*file.bytes),
        media_type: file.media_type.to_owned(),
        name: file.name,
    })
}

/// Saves what is typed into a judgement.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_judgement(desk: State<'_, Desk>, input: SaveJudgementInput) -> CommandResult<JudgementSaved> {
    let (pack, application) = (parse_id(&input.pack_id)?, parse_id(&input.application_id)?);
    let typed = convert::typed_judgement(input.judgement)?;
    let saved = desk.review(|reviewer| reviewer.save_judgement(pack, application, input.revision, &typed))?;
    Ok(JudgementSaved { revision: saved.revision, at: saved.at.to_rfc3339(), state: saved.state.into() })
}

/// Seals a judgement, so that it goes into the next response.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn seal_review(desk: State<'_, Desk>, input: ReviewerItemInput) -> CommandResult<()> {
    let (pack, application) = item(&input)?;
    desk.review(|reviewer| reviewer.seal_review(pack, application))
}

/// Opens one's sealed judgement, to change it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reopen_review(desk: State<'_, Desk>, input: ReviewerItemInput) -> CommandResult<()> {
    let (pack, application) = item(&input)?;
    desk.review(|reviewer| reviewer.reopen(pack, application))
}

/// Asks where to keep the response, and keeps it there; nothing when the dialog was put away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_response(window: WebviewWindow, desk: State<'_, Desk>, pack_id: String) -> CommandResult<Option<ResponseSaved>> {
    let pack: PackId = parse_id(&pack_id)?;
    let made = desk.review(|reviewer| reviewer.response(pack))?;
    let ask = Ask { title: "Save your response", name: Some(&made.file_name), kinds: PACKS, ..Ask::default() };
    let Some(path) = system::save_as(&window, ask) else { return Ok(None) };
    let kept = reviewer::keep_new(&path, &made.bytes)?;
    desk.review(|reviewer| reviewer.mark_sent(pack))?;
    Ok(Some(ResponseSaved {
        path: kept.display().to_string(),
        file_name: kept.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        reviews: count(made.reviews),
        interests: count(made.interests),
        missing: made.missing,
    }))
}

/// Takes a pack off the desk with everything written beside it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_pack(desk: State<'_, Desk>, pack_id: String) -> CommandResult<()> {
    let pack: PackId = parse_id(&pack_id)?;
    desk.review(|reviewer| reviewer.remove_pack(pack))
}

/// Locks the reviewer's desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lock_reviewer(desk: State<'_, Desk>) -> CommandResult<()> {
    desk.lock()
}

fn pick(window: &WebviewWindow, title: &str, kinds: &[(&str, &[&str])]) -> Option<PathBuf> {
    system::pick_files(window, Ask { title, kinds, ..Ask::default() }).into_iter().next()
}
