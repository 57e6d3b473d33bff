//! Commands about rounds of review at the register.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use std::path::{Path, PathBuf};

use domain::id::{MemberId, RoundId};
use tauri::{AppHandle, State, WebviewWindow};
use tauri_specta::Event as _;
use usecases::review::{self, Refusal, bring_in, export, paper};

use crate::desk::Desk;
use crate::ipc::documents::{file_error, write};
use crate::ipc::dto::review::{
    ChangeRoundInput, LeaveOutInput, OpenReviewsInput, PacksSent, Panel, PaperSentInput, RecordPaperInterestInput, RecordReviewInput,
    ResponseFound, ResponseInput, ReviewDesk, Round, RoundChoices, RoundInput, RoundRow, SendPacksInput, SettleLateInput,
};
use crate::ipc::value::{count, parse_id};
use crate::ipc::{CommandError, CommandResult, WorkDone};
use crate::system::{self, Ask};

/// The kind of file that travels.
const PACKS: &[(&str, &[&str])] = &[("Packs", &["chestpack"])];

/// Every round, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rounds(desk: State<'_, Desk>) -> CommandResult<Vec<RoundRow>> {
    desk.read(review::rounds).map(|rows| rows.into_iter().map(convert::row).collect())
}

/// What a round can be made of.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn round_choices(desk: State<'_, Desk>) -> CommandResult<RoundChoices> {
    desk.read(review::choices).map(convert::choices)
}

/// Makes a round; answers its id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_round(app: AppHandle, desk: State<'_, Desk>, input: RoundInput) -> CommandResult<String> {
    let typed = convert::typed_round(input)?;
    desk.change(&app, |open| review::start_round(open, &typed)).map(|id| id.to_string())
}

/// Changes a round before anything went out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_round(app: AppHandle, desk: State<'_, Desk>, input: ChangeRoundInput) -> CommandResult<()> {
    let id = parse_id(&input.round_id)?;
    let typed = convert::typed_round(input.round)?;
    desk.change(&app, |open| review::change_round(open, id, &typed))
}

/// One round, whole.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn round(desk: State<'_, Desk>, round_id: String) -> CommandResult<Round> {
    let id = parse_id(&round_id)?;
    desk.read(|open| review::round(open, id)).map(convert::round)
}

/// Leaves a reviewer out of one application, or lets them in again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn leave_out(app: AppHandle, desk: State<'_, Desk>, input: LeaveOutInput) -> CommandResult<()> {
    let (round, member) = (parse_id(&input.round_id)?, parse_id(&input.member_id)?);
    let application = parse_id(&input.application_id)?;
    let reason = input.out.then_some(input.reason.as_str());
    desk.change(&app, |open| review::leave_out(open, round, member, application, reason))
}

/// Asks for a folder, and makes the packs there; nothing when the dialog was put away.
///
/// The desk is held while everything is read and while it is recorded, and free while the packs are made.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn send_packs(
    app: AppHandle,
    window: WebviewWindow,
    desk: State<'_, Desk>,
    input: SendPacksInput,
) -> CommandResult<Option<PacksSent>> {
    let round: RoundId = parse_id(&input.round_id)?;
    let members = input.member_ids.iter().map(|id| parse_id::<MemberId>(id)).collect::<CommandResult<Vec<_>>>()?;
    let stop = desk.begin_work()?;
    let ask = Ask { title: "Choose the folder or the stick for the packs", ..Ask::default() };
    let Some(folder) = system::pick_folder(&window, ask) else { return Ok(None) };
    let job = desk.read(|open| export::prepare(open, round, &members))?;
    let each = |done: usize, of: usize| {
        // A window that does not hear how far it is only shows less.
        let _ = WorkDone { done: count(done), of: count(of) }.emit(&app);
    };
    let staged = job.run(&folder, &each, &stop)?;
    desk.change(&app, |open| export::record(open, staged)).map(|sent| Some(convert::packs_sent(sent)))
}

/// Stops the long work under way. Nothing half-made is left.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::unnecessary_wraps, reason = "every command answers in the same way")]
pub(crate) fn stop_work(desk: State<'_, Desk>) -> CommandResult<()> {
    desk.stop_work();
    Ok(())
}

/// Records that a booklet was handed out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_paper_sent(app: AppHandle, desk: State<'_, Desk>, input: PaperSentInput) -> CommandResult<()> {
    let (round, member) = (parse_id(&input.round_id)?, parse_id(&input.member_id)?);
    desk.change(&app, |open| paper::record_paper_sent(open, round, member))
}

/// Asks for a response, and says what it would bring. Nothing is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_response(window: WebviewWindow, desk: State<'_, Desk>) -> CommandResult<Option<ResponseFound>> {
    let ask = Ask { title: "Choose the response to bring in", kinds: PACKS, ..Ask::default() };
    let Some(path) = system::pick_files(&window, ask).into_iter().next() else { return Ok(None) };
    let found = match read(&path)? {
        Some(bytes) => desk.read(|open| bring_in::inspect(open, &bytes))?,
        None => bring_in::Found { refused: Some(Refusal::TooLarge), ..bring_in::Found::default() },
    };
    Ok(Some(convert::found(&path, found)))
}

/// Brings a picked response in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bring_in_response(app: AppHandle, desk: State<'_, Desk>, input: ResponseInput) -> CommandResult<ResponseFound> {
    let path = PathBuf::from(input.path);
    let bytes = read(&path)?.ok_or(CommandError::PackRefused { why: Refusal::TooLarge.into() })?;
    let found = desk.change(&app, |open| bring_in::bring_in(open, &bytes))?;
    Ok(convert::found(&path, found))
}

/// Notes in the journal that a pack was refused; the file stays where it is.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn note_refused_pack(app: AppHandle, desk: State<'_, Desk>, input: ResponseInput) -> CommandResult<()> {
    // One that is too large is not even read, so nothing can be said of it.
    let bytes = read(&PathBuf::from(input.path))?.ok_or(CommandError::PackRefused { why: Refusal::TooLarge.into() })?;
    desk.change(&app, |open| bring_in::note_refused(open, &bytes))
}

/// Asks where to keep a signed receipt for a response that was brought in, and keeps it there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_receipt(window: WebviewWindow, desk: State<'_, Desk>, input: ResponseInput) -> CommandResult<Option<String>> {
    let bytes = read(&PathBuf::from(input.path))?.ok_or(CommandError::PackRefused { why: Refusal::TooLarge.into() })?;
    let receipt = desk.read(|open| bring_in::receipt(open, &bytes))?;
    let ask = Ask { title: "Save the receipt", name: Some(&receipt.file_name), kinds: PACKS, ..Ask::default() };
    let Some(path) = system::save_as(&window, ask) else { return Ok(None) };
    write(&path, &receipt.bytes).map_err(|cause| file_error(&path, &cause))?;
    Ok(Some(path.display().to_string()))
}

/// Opens the reviews before all are in, for the chair.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_reviews(app: AppHandle, desk: State<'_, Desk>, input: OpenReviewsInput) -> CommandResult<()> {
    let id = parse_id(&input.round_id)?;
    desk.change(&app, |open| review::open_reviews(open, id, &input.reason))
}

/// Lets a late review in or leaves it out, for the chair.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn settle_late_review(app: AppHandle, desk: State<'_, Desk>, input: SettleLateInput) -> CommandResult<()> {
    let id = parse_id(&input.review_id)?;
    desk.change(&app, |open| review::settle_late(open, id, input.accepted, &input.reason))
}

/// What the panel sees of one application.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn panel(desk: State<'_, Desk>, round_id: String, application_id: String) -> CommandResult<Panel> {
    let (round, application) = (parse_id(&round_id)?, parse_id(&application_id)?);
    desk.read(|open| review::panel(open, round, application)).map(convert::panel)
}

/// A member's judgement on an application of a round, to be typed here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn review_desk(desk: State<'_, Desk>, round_id: String, member_id: String, application_id: String) -> CommandResult<ReviewDesk> {
    let (round, member, application) = (parse_id(&round_id)?, parse_id(&member_id)?, parse_id(&application_id)?);
    desk.read(|open| paper::review_desk(open, round, member, application)).map(convert::desk)
}

/// Keeps a judgement that was typed here: one's own, signed, or from paper on somebody's behalf.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_review(app: AppHandle, desk: State<'_, Desk>, input: RecordReviewInput) -> CommandResult<()> {
    let typed = convert::typed_review(input)?;
    desk.change(&app, |open| paper::record_review(open, &typed))
}

/// Keeps an interest that stands on a paper reply.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_paper_interest(app: AppHandle, desk: State<'_, Desk>, input: RecordPaperInterestInput) -> CommandResult<()> {
    let (round, member) = (parse_id(&input.round_id)?, parse_id(&input.member_id)?);
    let application = parse_id(&input.answer.application_id)?;
    let answer = convert::typed_answer(input.answer);
    desk.change(&app, |open| paper::record_paper_interest(open, round, member, application, &answer))
}

/// Reads a pack that came; none when it is larger than any pack, and then not a byte of it is read.
fn read(path: &Path) -> CommandResult<Option<Vec<u8>>> {
    let size = std::fs::metadata(path).map_err(|_| CommandError::FileUnreadable)?.len();
    if size > bring_in::MOST_BYTES {
        return Ok(None);
    }
    std::fs::read(path).map(Some).map_err(|_| CommandError::FileUnreadable)
}
