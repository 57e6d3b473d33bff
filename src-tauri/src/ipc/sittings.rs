//! Commands at a meeting: attendance, the item in hand, interests, what was resolved, the close.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use tauri::{AppHandle, State};
use usecases::sitting;

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::sitting::{
    AttendanceInput, CloseMeetingInput, DeclareAtMeetingInput, HeadsInput, ItemStepInput, MomentInput, NoteItemInput, ResolveInput,
    Sitting, TookPartInput, Weighed,
};
use crate::ipc::value::parse_id;

/// A meeting as the person who minutes it sees it. What is under embargo is left out unless it is to be shown.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn sitting(desk: State<'_, Desk>, meeting_id: String, show_sealed: bool) -> CommandResult<Sitting> {
    let id = parse_id(&meeting_id)?;
    desk.read(|open| sitting::sitting(open, id, show_sealed)).map(Into::into)
}

/// Records that a member arrived, left, sent apologies or took the chair.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_attendance(app: AppHandle, desk: State<'_, Desk>, input: AttendanceInput) -> CommandResult<()> {
    let (meeting, member) = (parse_id(&input.meeting_id)?, parse_id(&input.member_id)?);
    desk.change(&app, |open| sitting::attend(open, meeting, member, input.what.into(), &input.at))
}

/// Records how many residents came to a Forum.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_heads(app: AppHandle, desk: State<'_, Desk>, input: HeadsInput) -> CommandResult<()> {
    let id = parse_id(&input.meeting_id)?;
    desk.change(&app, |open| sitting::count_heads(open, id, &input.residents, &input.at))
}

/// Starts a meeting.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_meeting(app: AppHandle, desk: State<'_, Desk>, input: MomentInput) -> CommandResult<()> {
    let id = parse_id(&input.meeting_id)?;
    desk.change(&app, |open| sitting::start(open, id, &input.at))
}

/// Takes an item up, puts it off, or notes that it is done with.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_item(app: AppHandle, desk: State<'_, Desk>, input: ItemStepInput) -> CommandResult<()> {
    let id = parse_id(&input.item_id)?;
    desk.change(&app, |open| sitting::take_step(open, id, input.step.into(), &input.at))
}

/// Records an interest declared in the room. On an application it holds from then on wherever the application goes.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn declare_at_meeting(app: AppHandle, desk: State<'_, Desk>, input: DeclareAtMeetingInput) -> CommandResult<()> {
    let at = input.at.clone();
    let (item, member, typed) = convert::interest(input)?;
    desk.change(&app, |open| sitting::declare(open, item, member, &typed, &at))
}

/// Records whether a member with an interest withdrew or remained.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_part(app: AppHandle, desk: State<'_, Desk>, input: TookPartInput) -> CommandResult<()> {
    let (item, member) = (parse_id(&input.item_id)?, parse_id(&input.member_id)?);
    desk.change(&app, |open| sitting::settle(open, item, member, input.part.into(), &input.at))
}

/// What would come of a resolution, without recording it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn weigh_resolution(desk: State<'_, Desk>, input: ResolveInput) -> CommandResult<Weighed> {
    let id = parse_id(&input.item_id)?;
    let typed = convert::resolution(input.proposal, input.way);
    desk.read(|open| sitting::weigh(open, id, &typed)).and_then(convert::weighed)
}

/// Records what was resolved.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn resolve(app: AppHandle, desk: State<'_, Desk>, input: ResolveInput) -> CommandResult<()> {
    let id = parse_id(&input.item_id)?;
    let typed = convert::resolution(input.proposal, input.way);
    desk.change(&app, |open| sitting::resolve(open, id, &typed, &input.at))
}

/// Keeps what was noted of the discussion of an item.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn note_item(app: AppHandle, desk: State<'_, Desk>, input: NoteItemInput) -> CommandResult<()> {
    let id = parse_id(&input.item_id)?;
    desk.change(&app, |open| usecases::minutes::note(open, id, &input.note))
}

/// Strikes out what was recorded last.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo_entry(app: AppHandle, desk: State<'_, Desk>, meeting_id: String) -> CommandResult<()> {
    let id = parse_id(&meeting_id)?;
    desk.change(&app, |open| sitting::undo(open, id))
}

/// Closes a meeting: what it resolved on applications becomes decisions.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn close_meeting(app: AppHandle, desk: State<'_, Desk>, input: CloseMeetingInput) -> CommandResult<()> {
    let (id, typed) = convert::close(input)?;
    desk.change(&app, |open| sitting::close(open, id, &typed))
}
