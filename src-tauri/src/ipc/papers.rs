//! Commands about papers that were issued, papers that come back, and letters made many at once.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use std::fs;
use std::path::{Path, PathBuf};

use domain::reminder::Tone;
use tauri::{AppHandle, State, WebviewWindow};
use tauri_specta::Event as _;
use usecases::Open;
use usecases::application::{MOST_ATTACHMENT_BYTES, NewFile};
use usecases::document::{self as core, Version};
use usecases::issue::{self, Issued};
use usecases::mail::{self, MailKind};
use usecases::paper;

use crate::desk::Desk;
use crate::ipc::documents::pages;
use crate::ipc::dto::document::{DocumentKind, DocumentPages, PrintSize};
use crate::ipc::dto::paper::{
    self as dto, Filing, IssuedPaper, Mail, MailInput, MailLine, MailMade, MailMissing, MakeMailInput, MissingReason, PaperFound,
    ReminderTone, UnknownPaper, UnreadField, UnreadReason,
};
use crate::ipc::value::{count, parse_id};
use crate::ipc::{CommandError, CommandResult, WorkDone};
use crate::system::{self, Ask};

/// The paper with this code, as it was typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn check_paper(desk: State<'_, Desk>, code: String) -> CommandResult<IssuedPaper> {
    let found = desk.read(|open| Ok(issued(open, issue::by_code(open, &code)?)));
    found.map_err(|refused| if refused == CommandError::NotFound { CommandError::PaperUnknown } else { refused })
}

/// The papers that were issued about an application and its grant, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn papers_of(desk: State<'_, Desk>, application_id: String) -> CommandResult<Vec<IssuedPaper>> {
    let id = parse_id(&application_id)?;
    desk.read(|open| Ok(issue::of_application(open, id)?.into_iter().map(|paper| issued(open, paper)).collect()))
}

/// The pages of a paper, as they were issued.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn issued_paper(desk: State<'_, Desk>, issue_id: String) -> CommandResult<DocumentPages> {
    let id = parse_id(&issue_id)?;
    desk.read(|open| issue::copy(open, id)).map(pages)
}

/// Says what a file is: the one that was dropped, or one that is asked for. Nothing is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_at_paper(window: WebviewWindow, desk: State<'_, Desk>, path: Option<String>) -> CommandResult<Option<PaperFound>> {
    let kinds: &[(&str, &[&str])] = &[("Forms, scans and photographs", &["pdf", "jpg", "jpeg", "png"])];
    let ask = Ask { title: "Choose the paper that came back", kinds, ..Ask::default() };
    let path = path.map(PathBuf::from).or_else(|| system::pick_files(&window, ask).into_iter().next());
    let Some(path) = path else { return Ok(None) };
    let name = file_name(&path);
    if is_too_large(&path)? {
        return Ok(Some(PaperFound::Unknown { file_name: name, reason: UnknownPaper::TooLarge }));
    }
    let read = read_paper(&desk, &path)?;
    let path = path.to_string_lossy().into_owned();
    desk.read(|open| {
        Ok(Some(match paper::look_at(open, read)? {
            paper::PaperFound::FilledForm { group, filled, unread } => PaperFound::FilledForm {
                path,
                file_name: name,
                group,
                filled: u32::try_from(filled).unwrap_or(u32::MAX),
                unread: unread.into_iter().map(UnreadField::from).collect(),
            },
            paper::PaperFound::Issued { paper, found, filing } => {
                PaperFound::Issued { path, file_name: name, paper: issued(open, *paper), found, filing: filing.into() }
            }
            paper::PaperFound::Unknown(reason) => PaperFound::Unknown { file_name: name, reason: reason.into() },
        }))
    })
}

/// Begins an application with what stands in a filled form; answers its id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_form(app: AppHandle, desk: State<'_, Desk>, path: String) -> CommandResult<String> {
    let read = read_paper(&desk, Path::new(&path))?;
    desk.change(&app, |open| paper::take_form(open, read)).map(|id| id.to_string())
}

/// Keeps a scan with the application that its code names, which is the one that was looked at.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn file_scan(app: AppHandle, desk: State<'_, Desk>, path: String, code: String) -> CommandResult<()> {
    let read = read_paper(&desk, Path::new(&path))?;
    desk.change(&app, |open| paper::file_scan(open, read, &code))
}

/// Reads a paper while the desk is free: it may take minutes, and locking must not wait for it.
fn read_paper(desk: &Desk, path: &Path) -> CommandResult<paper::PaperRead> {
    let stop = desk.begin_reading();
    desk.read(paper::may_look)?;
    paper::read(file(path)?, &stop).map_err(CommandError::from)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_too_large(path: &Path) -> CommandResult<bool> {
    let size = fs::metadata(path).map_err(|_| CommandError::FileUnreadable)?.len();
    Ok(size > MOST_ATTACHMENT_BYTES as u64)
}

fn file(path: &Path) -> CommandResult<NewFile> {
    if is_too_large(path)? {
        let most = MOST_ATTACHMENT_BYTES / (1024 * 1024);
        return Err(CommandError::FileTooLarge { most_megabytes: u32::try_from(most).unwrap_or(u32::MAX) });
    }
    let bytes = fs::read(path).map_err(|_| CommandError::FileUnreadable)?;
    Ok(NewFile { name: file_name(path), bytes })
}

impl From<paper::Filing> for Filing {
    fn from(filing: paper::Filing) -> Self {
        match filing {
            paper::Filing::May => Self::May,
            paper::Filing::NoApplication => Self::NoApplication,
            paper::Filing::Several => Self::Several,
            paper::Filing::Strange => Self::Strange,
        }
    }
}

impl From<paper::UnknownPaper> for UnknownPaper {
    fn from(reason: paper::UnknownPaper) -> Self {
        match reason {
            paper::UnknownPaper::Kind => Self::Kind,
            paper::UnknownPaper::TooLarge => Self::TooLarge,
            paper::UnknownPaper::Unreadable => Self::Unreadable,
            paper::UnknownPaper::NoCode => Self::NoCode,
            paper::UnknownPaper::OtherRegister => Self::OtherRegister,
            paper::UnknownPaper::EmptyForm => Self::EmptyForm,
        }
    }
}

impl From<paper::Unread> for UnreadField {
    fn from(unread: paper::Unread) -> Self {
        let reason = match unread.reason {
            paper::UnreadReason::UnknownBox => UnreadReason::UnknownBox,
            paper::UnreadReason::TooLong => UnreadReason::TooLong,
            paper::UnreadReason::Characters => UnreadReason::Characters,
        };
        Self { label: unread.label, text: unread.text, reason }
    }
}

/// The letters that would be made.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn mail(desk: State<'_, Desk>, input: MailInput) -> CommandResult<Mail> {
    let meeting = input.meeting_id.as_deref().map(parse_id).transpose()?;
    let found = desk.read(|open| mail::list(open, input.kind.into(), meeting))?;
    Ok(Mail {
        lines: found.lines.into_iter().map(mail_line).collect(),
        missing: found.missing.into_iter().map(MailMissing::from).collect(),
    })
}

/// Asks where to, and makes the letters there; nothing when the dialog was put away. It tells how far it is.
///
/// The desk is held while everything is read and while it is recorded, and free while the letters are printed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn make_mail(
    app: AppHandle,
    window: WebviewWindow,
    desk: State<'_, Desk>,
    input: MakeMailInput,
) -> CommandResult<Option<MailMade>> {
    let kind = MailKind::from(input.kind);
    let subjects = input.subjects.iter().map(|id| parse_id(id)).collect::<CommandResult<Vec<uuid::Uuid>>>()?;
    let stop = desk.begin_work()?;
    let place = if input.one_file {
        let name = desk.read(|open| mail::file_name(open, kind))?;
        let ask = Ask { title: "Save the letters", name: Some(&name), kinds: &[("PDF", &["pdf"])], ..Ask::default() };
        system::save_as(&window, ask).map(mail::Place::File)
    } else {
        system::pick_folder(&window, Ask { title: "Choose the folder for the letters", ..Ask::default() }).map(mail::Place::Folder)
    };
    let Some(place) = place else { return Ok(None) };
    let job = desk.read(|open| mail::prepare(open, kind, &subjects, input.size.into()))?;
    let each = |done: usize, of: usize| {
        // A window that does not hear how far it is only shows less.
        let _ = WorkDone { done: count(done), of: count(of) }.emit(&app);
    };
    let staged = job.run(&place, &each, &stop)?;
    // The window hears of the record even when the files cannot be put in their place.
    let made = desk.change(&app, |open| mail::record(open, staged))?.place()?;
    Ok(Some(MailMade { path: made.path.display().to_string(), letters: count(made.letters), pages: made.pages }))
}

fn mail_line(line: mail::MailLine) -> MailLine {
    MailLine {
        application_id: line.application.to_string(),
        reference: line.reference,
        group: line.group,
        document: line.letter.into(),
        subject: line.subject.to_string(),
        days_late: line.reminder.map(|(days, _)| days),
        tone: line.reminder.map(|(_, tone)| match tone {
            Tone::Friendly => ReminderTone::Friendly,
            Tone::Firm => ReminderTone::Firm,
        }),
        issued_on: line.issued_on.map(|on| on.to_string()),
        embargo: line.embargo,
    }
}

impl From<mail::Missing> for MailMissing {
    fn from(missing: mail::Missing) -> Self {
        let reason = match missing.reason {
            mail::MissingReason::NotDecided => MissingReason::NotDecided,
            mail::MissingReason::DecidedAgain => MissingReason::DecidedAgain,
            mail::MissingReason::GrantOver => MissingReason::GrantOver,
        };
        Self { reference: missing.reference, group: missing.group, reason, embargo: missing.embargo }
    }
}

impl From<dto::MailKind> for MailKind {
    fn from(kind: dto::MailKind) -> Self {
        match kind {
            dto::MailKind::DecisionLetters => Self::DecisionLetters,
            dto::MailKind::Agreements => Self::Agreements,
            dto::MailKind::Reminders => Self::Reminders,
        }
    }
}

/// A paper as the window shows it.
fn issued(open: &Open, paper: Issued) -> IssuedPaper {
    IssuedPaper {
        issue_id: paper.id.to_string(),
        code: paper.code,
        document: paper.kind.into(),
        size: match paper.size {
            core::Size::Standard => PrintSize::Standard,
            core::Size::Large => PrintSize::Large,
        },
        pages: paper.pages.into(),
        application_id: paper.application.map(|id| id.to_string()),
        grant_id: paper.grant.map(|id| id.to_string()),
        reference: paper.reference,
        group: paper.group,
        issued_on: paper.on.to_string(),
        issued_by: open.name_of(paper.by).to_owned(),
        wording_version: paper.wording_version,
        kept: paper.kept,
        sealed: paper.sealed,
    }
}

impl From<core::DocumentKind> for DocumentKind {
    fn from(kind: core::DocumentKind) -> Self {
        use core::DocumentKind as Core;
        match kind {
            Core::BlankForm => Self::BlankForm,
            Core::FillableForm => Self::FillableForm,
            Core::Application(_) => Self::Application,
            Core::DecisionLetter(_) => Self::DecisionLetter,
            Core::Agreement(_) => Self::Agreement,
            Core::FeedbackForm(_) => Self::FeedbackForm,
            Core::Booklet(..) => Self::Booklet,
            Core::ReplySheet(..) => Self::ReplySheet,
            Core::PanelReport(_) => Self::PanelReport,
            Core::Agenda(_, Version::Confidential) => Self::Agenda,
            Core::Agenda(_, Version::Publishable) => Self::PublicAgenda,
            Core::MeetingNotice(_) => Self::MeetingNotice,
            Core::Minutes(_, Version::Confidential) => Self::ConfidentialMinutes,
            Core::Minutes(_, Version::Publishable) => Self::PublishableMinutes,
            Core::DecisionSheet(_) => Self::DecisionSheet,
            Core::Spendometer(_) => Self::Spendometer,
            Core::SpendReport(_) => Self::SpendReport,
            Core::ChangeLetter(_) => Self::ChangeLetter,
            Core::Reminder(_) => Self::Reminder,
            Core::ReceiptSheet(_) => Self::ReceiptSheet,
            Core::StoryConsent(_) => Self::StoryConsent,
            Core::ClosingLetter(_) => Self::ClosingLetter,
            Core::MemberAgreement(_) => Self::MemberAgreement,
            Core::GrantFile(_) => Self::GrantFile,
        }
    }
}
