//! Commands about applications: typing them in, receiving, correcting, files and notes.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

pub(super) use convert::{attachments, content};

use base64::Engine as _;
use domain::id::{ApplicationId, AttachmentId};
use tauri::{AppHandle, State, WebviewWindow};
use usecases::Error;
use usecases::application::{self, ApplicationFilter, NewFile};

use crate::desk::Desk;
use crate::ipc::dto::application::{
    AddAttachmentsInput, AddNoteInput, ApplicationList, ApplicationReceived, ApplicationView, Attachment, AttachmentContent,
    ListApplicationsInput, ReceiveCorrectionInput, RemoveAttachmentInput, SaveTypingInput, TypedApplication, TypingSaved,
    WithdrawApplicationInput,
};
use crate::ipc::value::parse_id;
use crate::ipc::{CommandError, CommandResult};
use crate::system::{self, Ask};

/// A page of the list of applications.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn list_applications(desk: State<'_, Desk>, input: ListApplicationsInput) -> CommandResult<ApplicationList> {
    let filter = ApplicationFilter::from(input);
    desk.read(|open| Ok(convert::list(&application::list(open, &filter))))
}

/// Begins to type in an application; answers its id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_application(app: AppHandle, desk: State<'_, Desk>) -> CommandResult<String> {
    desk.change(&app, application::start).map(|id| id.to_string())
}

/// One application, whole.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn application(desk: State<'_, Desk>, application_id: String) -> CommandResult<ApplicationView> {
    let id: ApplicationId = parse_id(&application_id)?;
    desk.read(|open| {
        let case = open.case(id)?;
        if !case.is_readable() {
            return Err(Error::NotFound);
        }
        Ok(convert::view(open, case))
    })
}

/// A version as it was received, former or latest.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn application_version(desk: State<'_, Desk>, application_id: String, version: u32) -> CommandResult<TypedApplication> {
    let id: ApplicationId = parse_id(&application_id)?;
    desk.read(|open| {
        let versions = &open.case(id)?.versions;
        let text = versions.iter().find(|one| one.version == version).and_then(|one| one.text.as_ref()).ok_or(Error::NotFound)?;
        Ok(content(text.content.typed()))
    })
}

/// Saves what is typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_typing(app: AppHandle, desk: State<'_, Desk>, input: SaveTypingInput) -> CommandResult<TypingSaved> {
    let id: ApplicationId = parse_id(&input.application_id)?;
    let typed = convert::typed(&input.content)?;
    let saved = desk.change(&app, |open| application::save_typing(open, id, input.revision, &typed))?;
    desk.read(|open| Ok(convert::saved(open, open.case(id)?, saved)))
}

/// Receives an application: it gets its reference and is frozen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn receive_application(app: AppHandle, desk: State<'_, Desk>, application_id: String) -> CommandResult<ApplicationReceived> {
    let id = parse_id(&application_id)?;
    desk.change(&app, |open| application::receive(open, id)).map(ApplicationReceived::from)
}

/// Puts what was received back on the typing desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_correction(app: AppHandle, desk: State<'_, Desk>, application_id: String) -> CommandResult<()> {
    let id = parse_id(&application_id)?;
    desk.change(&app, |open| application::start_correction(open, id))
}

/// Clears the typing desk of a correction.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn abandon_correction(app: AppHandle, desk: State<'_, Desk>, application_id: String) -> CommandResult<()> {
    let id = parse_id(&application_id)?;
    desk.change(&app, |open| application::abandon_correction(open, id))
}

/// Receives a correction as a new version.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn receive_correction(
    app: AppHandle,
    desk: State<'_, Desk>,
    input: ReceiveCorrectionInput,
) -> CommandResult<ApplicationReceived> {
    let id = parse_id(&input.application_id)?;
    desk.change(&app, |open| application::receive_correction(open, id, &input.reason)).map(ApplicationReceived::from)
}

/// Takes an application back for the group.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn withdraw_application(app: AppHandle, desk: State<'_, Desk>, input: WithdrawApplicationInput) -> CommandResult<()> {
    let id = parse_id(&input.application_id)?;
    desk.change(&app, |open| application::withdraw(open, id, &input.reason))
}

/// Asks for files and keeps them; an empty list when the dialog was put away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_attachments(
    app: AppHandle,
    window: WebviewWindow,
    desk: State<'_, Desk>,
    input: AddAttachmentsInput,
) -> CommandResult<Vec<Attachment>> {
    let id: ApplicationId = parse_id(&input.application_id)?;
    let kinds: &[(&str, &[&str])] = &[("Scans, letters and photographs", &["pdf", "jpg", "jpeg", "png"])];
    let picked = system::pick_files(&window, Ask { title: "Choose the files to keep", kinds, ..Ask::default() });
    let mut files = Vec::new();
    for path in picked {
        let size = std::fs::metadata(&path).map_err(|_| CommandError::FileUnreadable)?.len();
        if size > application::MOST_ATTACHMENT_BYTES as u64 {
            let most = application::MOST_ATTACHMENT_BYTES / (1024 * 1024);
            return Err(CommandError::FileTooLarge { most_megabytes: u32::try_from(most).unwrap_or(u32::MAX) });
        }
        let bytes = std::fs::read(&path).map_err(|_| CommandError::FileUnreadable)?;
        files.push(NewFile { name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes });
    }
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let added = desk.change(&app, |open| application::attach(open, id, input.kind.into(), &files))?;
    desk.read(|open| Ok(convert::attachments(open, open.case(id)?).into_iter().filter(|file| convert::is_one_of(file, &added)).collect()))
}

/// A file's content, to be shown.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn attachment(desk: State<'_, Desk>, attachment_id: String) -> CommandResult<AttachmentContent> {
    let id: AttachmentId = parse_id(&attachment_id)?;
    desk.read(|open| {
        let bytes = application::content(open, id)?;
        let file = open.cases().flat_map(|case| &case.attachments).find(|file| file.id == id).ok_or(Error::NotFound)?;
        Ok(AttachmentContent {
            name: file.name.clone().ok_or(Error::NotFound)?,
            media_type: file.media_type.clone(),
            base64: base64::engine::general_purpose::STANDARD.encode(bytes),
        })
    })
}

/// Strikes out a file.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_attachment(app: AppHandle, desk: State<'_, Desk>, input: RemoveAttachmentInput) -> CommandResult<()> {
    let id = parse_id(&input.attachment_id)?;
    desk.change(&app, |open| application::remove_attachment(open, id, &input.reason))
}

/// Keeps a note or a telephone call.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_note(app: AppHandle, desk: State<'_, Desk>, input: AddNoteInput) -> CommandResult<()> {
    let id = parse_id(&input.application_id)?;
    let on = input.on.into();
    desk.change(&app, |open| application::add_note(open, id, input.call, &on, &input.text))
}
