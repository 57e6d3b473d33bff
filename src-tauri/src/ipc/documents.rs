//! Commands about printed documents: shown, opened to print, saved.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use std::io::Write as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use tauri::{AppHandle, State, WebviewWindow};
use usecases::document::{self, DocumentKind, Printed, Version};
use usecases::{Error, issue};

use crate::desk::Desk;
use crate::ipc::dto::document::{self as dto, DocumentInput, DocumentPages};
use crate::ipc::value::parse_id;
use crate::ipc::{CommandError, CommandResult};
use crate::system::{self, Ask};

/// A document's pages, to be shown.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn document(desk: State<'_, Desk>, input: DocumentInput) -> CommandResult<DocumentPages> {
    make(&desk, &input).map(pages)
}

/// A document as the window shows it.
pub(super) fn pages(printed: Printed) -> DocumentPages {
    DocumentPages {
        title: printed.title,
        file_name: printed.file_name,
        pages: u32::from(printed.pages),
        base64: base64::engine::general_purpose::STANDARD.encode(printed.bytes),
    }
}

/// Opens a document in the computer's own viewer, from where it prints.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_document(app: AppHandle, desk: State<'_, Desk>, input: DocumentInput) -> CommandResult<()> {
    let printed = issue(&app, &desk, &input)?;
    show(&desk, &printed.file_name, &printed.bytes)
}

/// Hands a file to the computer's own viewer, from where it is taken away again at the next lock.
pub(super) fn show(desk: &Desk, file_name: &str, bytes: &[u8]) -> CommandResult<()> {
    let folder = desk.pages();
    private_folder(folder).map_err(|cause| file_error(folder, &cause))?;
    let path = folder.join(file_name);
    write(&path, bytes).map_err(|cause| file_error(&path, &cause))?;
    system::open(&path).map_err(|cause| CommandError::internal(&cause))
}

/// Asks where to keep a document, and keeps it there; nothing when the dialog was put away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_document(
    app: AppHandle,
    window: WebviewWindow,
    desk: State<'_, Desk>,
    input: DocumentInput,
) -> CommandResult<Option<String>> {
    let name = make(&desk, &input)?.file_name;
    let Some(path) = save_where(&window, &name) else { return Ok(None) };
    // Nothing is issued before there is a place for it, and nothing leaves the program that was not recorded.
    keep(&path, &issue(&app, &desk, &input)?).map(Some)
}

/// Asks where to keep a document that was made, and keeps it there.
pub(super) fn save(window: &WebviewWindow, printed: &Printed) -> CommandResult<Option<String>> {
    save_where(window, &printed.file_name).map(|path| keep(&path, printed)).transpose()
}

fn save_where(window: &WebviewWindow, name: &str) -> Option<PathBuf> {
    let kinds: &[(&str, &[&str])] = &[("PDF", &["pdf"])];
    system::save_as(window, Ask { title: "Save the pages", name: Some(name), kinds, ..Ask::default() })
}

fn keep(path: &Path, printed: &Printed) -> CommandResult<String> {
    write(path, &printed.bytes).map_err(|cause| file_error(path, &cause))?;
    Ok(path.display().to_string())
}

/// Makes a document to be looked at.
fn make(desk: &Desk, input: &DocumentInput) -> CommandResult<Printed> {
    if input.kind == dto::DocumentKind::RecoveryPage {
        return desk.with_recovery(|open, key| document::recovery_page(open, key, input.size.into()));
    }
    desk.read(|open| document::make(open, kind_of(input)?, input.size.into()))
}

/// Makes a document that leaves the program, and records it.
fn issue(app: &AppHandle, desk: &Desk, input: &DocumentInput) -> CommandResult<Printed> {
    if input.kind == dto::DocumentKind::RecoveryPage {
        return desk.with_recovery(|open, key| document::recovery_page(open, key, input.size.into()));
    }
    desk.change(app, |open| issue::issue(open, kind_of(input)?, input.size.into()))
}

/// Which document is asked for.
fn kind_of(input: &DocumentInput) -> usecases::Result<DocumentKind> {
    let subject = || input.subject.as_deref().ok_or(Error::NotFound);
    let person = || input.person.as_deref().ok_or(Error::NotFound);
    Ok(match input.kind {
        dto::DocumentKind::BlankForm => DocumentKind::BlankForm,
        dto::DocumentKind::Application => DocumentKind::Application(parse_subject(subject()?)?),
        dto::DocumentKind::DecisionLetter => DocumentKind::DecisionLetter(parse_subject(subject()?)?),
        dto::DocumentKind::Agreement => DocumentKind::Agreement(parse_subject(subject()?)?),
        dto::DocumentKind::FeedbackForm => DocumentKind::FeedbackForm(parse_subject(subject()?)?),
        dto::DocumentKind::Booklet => DocumentKind::Booklet(parse_subject(subject()?)?, parse_subject(person()?)?),
        dto::DocumentKind::ReplySheet => DocumentKind::ReplySheet(parse_subject(subject()?)?, parse_subject(person()?)?),
        dto::DocumentKind::PanelReport => DocumentKind::PanelReport(parse_subject(subject()?)?),
        dto::DocumentKind::Agenda => DocumentKind::Agenda(parse_subject(subject()?)?, Version::Confidential),
        dto::DocumentKind::PublicAgenda => DocumentKind::Agenda(parse_subject(subject()?)?, Version::Publishable),
        dto::DocumentKind::MeetingNotice => DocumentKind::MeetingNotice(parse_subject(subject()?)?),
        dto::DocumentKind::DecisionSheet => DocumentKind::DecisionSheet(parse_subject(subject()?)?),
        dto::DocumentKind::ConfidentialMinutes => DocumentKind::Minutes(parse_subject(subject()?)?, Version::Confidential),
        dto::DocumentKind::PublishableMinutes => DocumentKind::Minutes(parse_subject(subject()?)?, Version::Publishable),
        dto::DocumentKind::Spendometer => DocumentKind::Spendometer(day(input.subject.as_deref())?),
        dto::DocumentKind::SpendReport => DocumentKind::SpendReport(day(input.subject.as_deref())?),
        dto::DocumentKind::FillableForm => DocumentKind::FillableForm,
        dto::DocumentKind::ChangeLetter => DocumentKind::ChangeLetter(parse_subject(subject()?)?),
        dto::DocumentKind::Reminder => DocumentKind::Reminder(parse_subject(subject()?)?),
        dto::DocumentKind::ReceiptSheet => DocumentKind::ReceiptSheet(parse_subject(subject()?)?),
        dto::DocumentKind::StoryConsent => DocumentKind::StoryConsent(parse_subject(subject()?)?),
        dto::DocumentKind::ClosingLetter => DocumentKind::ClosingLetter(parse_subject(subject()?)?),
        dto::DocumentKind::MemberAgreement => DocumentKind::MemberAgreement(parse_subject(subject()?)?),
        dto::DocumentKind::GrantFile => DocumentKind::GrantFile(parse_subject(subject()?)?),
        dto::DocumentKind::RecoveryPage => return Err(Error::NotFound),
    })
}

/// The day that a subject names, if there is one.
fn day(text: Option<&str>) -> usecases::Result<Option<chrono::NaiveDate>> {
    text.map(|text| text.parse().map_err(|_| Error::NotFound)).transpose()
}

fn parse_subject<T: From<uuid::Uuid>>(text: &str) -> usecases::Result<T> {
    parse_id(text).map_err(|_| Error::NotFound)
}

/// Writes the whole file, or leaves what stood there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Makes a folder that only this person can look into.
fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

pub(super) fn file_error(path: &Path, cause: &std::io::Error) -> CommandError {
    use std::io::ErrorKind;
    match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => CommandError::DiskFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::NotFound => {
            CommandError::NotWritable { path: path.parent().unwrap_or(path).display().to_string() }
        }
        _ => CommandError::internal(cause),
    }
}
