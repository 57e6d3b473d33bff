//! Commands about meetings: the programme, agendas, notices and papers.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use domain::id::{ItemId, MeetingId};
use tauri::{AppHandle, State, WebviewWindow};
use usecases::application::{MOST_ATTACHMENT_BYTES, NewFile};
use usecases::meeting;
use uuid::Uuid;

use crate::desk::Desk;
use crate::ipc::documents::show;
use crate::ipc::dto::meeting::{
    AddItemInput, CallOffMeetingInput, ChangeItemInput, ChangeMeetingInput, Meeting, MeetingInput, Meetings, MoveItemInput,
    RecordNoticeInput,
};
use crate::ipc::value::parse_id;
use crate::ipc::{CommandError, CommandResult};
use crate::system::{self, Ask};

/// The programme and every meeting.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn meetings(desk: State<'_, Desk>) -> CommandResult<Meetings> {
    desk.read(meeting::list).map(Meetings::from)
}

/// One meeting with its agenda.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn meeting(desk: State<'_, Desk>, meeting_id: String) -> CommandResult<Meeting> {
    let id: MeetingId = parse_id(&meeting_id)?;
    desk.read(|open| meeting::page(open, id)).map(Meeting::from)
}

/// Plans a meeting; answers its id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plan_meeting(app: AppHandle, desk: State<'_, Desk>, input: MeetingInput) -> CommandResult<String> {
    let typed = input.into();
    desk.change(&app, |open| meeting::plan(open, &typed)).map(|id| id.to_string())
}

/// Changes a meeting that has not been held.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_meeting(app: AppHandle, desk: State<'_, Desk>, input: ChangeMeetingInput) -> CommandResult<()> {
    let id: MeetingId = parse_id(&input.meeting_id)?;
    let typed = input.meeting.into();
    desk.change(&app, |open| meeting::change(open, id, &typed))
}

/// Calls a meeting off.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn call_off_meeting(app: AppHandle, desk: State<'_, Desk>, input: CallOffMeetingInput) -> CommandResult<()> {
    let id: MeetingId = parse_id(&input.meeting_id)?;
    desk.change(&app, |open| meeting::call_off(open, id, &input.reason))
}

/// Puts an item on an agenda; answers its id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_item(app: AppHandle, desk: State<'_, Desk>, input: AddItemInput) -> CommandResult<String> {
    let id: MeetingId = parse_id(&input.meeting_id)?;
    let typed = convert::item(input.item)?;
    desk.change(&app, |open| meeting::add_item(open, id, &typed)).map(|id| id.to_string())
}

/// Changes an item that was not taken up.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_item(app: AppHandle, desk: State<'_, Desk>, input: ChangeItemInput) -> CommandResult<()> {
    let id: ItemId = parse_id(&input.item_id)?;
    let typed = convert::item(input.item)?;
    desk.change(&app, |open| meeting::change_item(open, id, &typed))
}

/// Moves an item to another place on its agenda.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn move_item(app: AppHandle, desk: State<'_, Desk>, input: MoveItemInput) -> CommandResult<()> {
    let id: ItemId = parse_id(&input.item_id)?;
    desk.change(&app, |open| meeting::move_item(open, id, input.number))
}

/// Takes an item off an agenda.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_item(app: AppHandle, desk: State<'_, Desk>, item_id: String) -> CommandResult<()> {
    let id: ItemId = parse_id(&item_id)?;
    desk.change(&app, |open| meeting::remove_item(open, id))
}

/// Asks for papers, and keeps them with an item. Whether any was kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_paper(app: AppHandle, window: WebviewWindow, desk: State<'_, Desk>, item_id: String) -> CommandResult<bool> {
    let id: ItemId = parse_id(&item_id)?;
    let kinds: &[(&str, &[&str])] = &[("Papers and pictures", &["pdf", "jpg", "jpeg", "png"])];
    let mut files = Vec::new();
    for path in system::pick_files(&window, Ask { title: "Choose the papers to keep", kinds, ..Ask::default() }) {
        let size = std::fs::metadata(&path).map_err(|_| CommandError::FileUnreadable)?.len();
        if size > MOST_ATTACHMENT_BYTES as u64 {
            let most = MOST_ATTACHMENT_BYTES / (1024 * 1024);
            return Err(CommandError::FileTooLarge { most_megabytes: u32::try_from(most).unwrap_or(u32::MAX) });
        }
        let bytes = std::fs::read(&path).map_err(|_| CommandError::FileUnreadable)?;
        files.push(NewFile { name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes });
    }
    if files.is_empty() {
        return Ok(false);
    }
    desk.change(&app, |open| meeting::add_papers(open, id, &files)).map(|()| true)
}

/// Opens a paper in the computer's own viewer, under a name that gives nobody away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_paper(desk: State<'_, Desk>, paper_id: String) -> CommandResult<()> {
    let id: Uuid = parse_id(&paper_id)?;
    let (paper, bytes) = desk.read(|open| meeting::paper(open, id))?;
    let ending = match paper.media_type.as_str() {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        _ => "pdf",
    };
    show(&desk, &format!("Paper {}.{ending}", id.simple()), &bytes)
}

/// Takes a paper away before its meeting is over.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_paper(app: AppHandle, desk: State<'_, Desk>, paper_id: String) -> CommandResult<()> {
    let id: Uuid = parse_id(&paper_id)?;
    desk.change(&app, |open| meeting::remove_paper(open, id))
}

/// Records that notice was given.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_notice(app: AppHandle, desk: State<'_, Desk>, input: RecordNoticeInput) -> CommandResult<()> {
    let id: MeetingId = parse_id(&input.meeting_id)?;
    let (place, on) = (input.place.into(), input.on.into());
    desk.change(&app, |open| meeting::record_notice(open, id, place, &on))
}
