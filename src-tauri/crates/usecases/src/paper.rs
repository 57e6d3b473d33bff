//! Papers that come back: a form that was filled in on a computer begins an application, and a scan is kept with the
//! application that the code on its pages names.
//!
//! A file is [read](read) without the register, which may take minutes and is done while others work at it. What was read is then
//! held against the register.

mod form;

use crate::application::{self, AttachmentKind, MOST_ATTACHMENT_BYTES, NewFile, media_type};
use crate::document::DocumentKind;
use crate::issue::{self, Issued};
use crate::{Changed, Error, Open, Result};
use domain::id::ApplicationId;
use domain::member::Act;
use exchange::form::{FilledForm, FormError};
use exchange::scan::{ScanError, ScanFound};
use form::Form;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// How often it is asked whether the reading of a file was stopped.
const WAIT: Duration = Duration::from_millis(50);
/// So many waits, five minutes, and a file is too large: sixty pages of a fine scan take less.
const MOST_WAITS: usize = 6_000;
/// What parts in parts of a file may take, a hundred deep.
const STACK: usize = 16 * 1024 * 1024;

/// A file that was read, and what stands in it.
#[derive(Debug)]
pub struct PaperRead {
    file: NewFile,
    content: Content,
}

#[derive(Debug)]
enum Content {
    /// The program's own form.
    Form(FilledForm),
    Codes(ScanFound),
    Unknown(UnknownPaper),
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperFound {
    /// The form that was filled in on a computer.
    FilledForm {
        /// The name of the group, as it was typed.
        group: String,
        /// How many boxes had something in them.
        filled: usize,
        /// What could not be put in its place.
        unread: Vec<Unread>,
    },
    /// Pages with a code of this register.
    Issued {
        /// The paper.
        paper: Box<Issued>,
        /// The pages of the paper that the file has, in order.
        found: Vec<u32>,
        /// Whether it can be kept with its application.
        filing: Filing,
    },
    /// Neither.
    Unknown(UnknownPaper),
}

/// Whether pages can be kept with an application, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filing {
    /// With the application that the paper is about.
    May,
    /// The paper is about no one application.
    NoApplication,
    /// The pages are about several: the readers of one are not those of another.
    Several,
    /// Another page has the code of no paper that was issued from this register, or of none this member may see: the two are not
    /// told apart.
    Strange,
}

/// Why a file is no paper of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownPaper {
    /// Not a PDF and not a picture.
    Kind,
    /// It is too large, or unpacks to too much.
    TooLarge,
    /// The file is damaged or locked.
    Unreadable,
    /// No page has a code that can be read.
    NoCode,
    /// There is a code, but no paper with it was issued from this register, or none this member may see: the two are not told
    /// apart.
    OtherRegister,
    /// A form of the program with nothing in it.
    EmptyForm,
}

/// A box of the form whose words could not be put in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The box, as the form names it.
    pub label: String,
    /// What stands in it; of very much, the beginning.
    pub text: String,
    /// Why.
    pub reason: UnreadReason,
}

/// Why words could not be put in their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadReason {
    /// The program has no such box, or what was ticked there is not to be ticked now.
    UnknownBox,
    /// More than the register takes.
    TooLong,
    /// A character that cannot be kept.
    Characters,
}

/// Whether this member looks at papers that come back.
pub fn may_look(open: &Open) -> Result<()> {
    Ok(open.member().permit(Act::KeepRecords)?)
}

/// Reads a file, with no register. It goes on by itself for a moment when it is stopped.
pub fn read(file: NewFile, stop: &Arc<AtomicBool>) -> Result<PaperRead> {
    read_within(file, stop, MOST_WAITS)
}

fn read_within(file: NewFile, stop: &Arc<AtomicBool>, most_waits: usize) -> Result<PaperRead> {
    let NewFile { name, bytes } = file;
    let bytes = Arc::new(bytes);
    let (done, waiting) = sync_channel(1);
    let (read, stopped) = (Arc::clone(&bytes), Arc::clone(stop));
    // On a thread of its own, which can be left: nobody can promise that a hostile file is done with soon.
    let thread = thread::Builder::new().stack_size(STACK).spawn(move || {
        let content = content(&read, &stopped);
        drop(read);
        // Nobody waits for what was stopped.
        let _ = done.send(content);
    });
    thread.map_err(|_| Error::FileUnreadable)?;
    let mut content = Content::Unknown(UnknownPaper::TooLarge);
    for _ in 0..most_waits {
        let answer = waiting.recv_timeout(WAIT);
        if stop.load(Ordering::Relaxed) {
            return Err(Error::Stopped);
        }
        match answer {
            Ok(read) => content = read,
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => content = Content::Unknown(UnknownPaper::Unreadable),
        }
        break;
    }
    // What took too long ends soon too.
    stop.store(true, Ordering::Relaxed);
    Ok(PaperRead { file: NewFile { name, bytes: Arc::unwrap_or_clone(bytes) }, content })
}

fn content(bytes: &[u8], stop: &AtomicBool) -> Content {
    if bytes.len() > MOST_ATTACHMENT_BYTES {
        return Content::Unknown(UnknownPaper::TooLarge);
    }
    let Some(kind) = media_type(bytes) else { return Content::Unknown(UnknownPaper::Kind) };
    if kind == "application/pdf" {
        match exchange::form::read(bytes) {
            Ok(form) if form::is_ours(&form) => return Content::Form(form),
            // Another program's form, or none at all.
            Ok(_) | Err(FormError::NoForm) => {}
            Err(FormError::TooLarge) => return Content::Unknown(UnknownPaper::TooLarge),
            Err(FormError::Locked | FormError::Unreadable) => return Content::Unknown(UnknownPaper::Unreadable),
        }
    }
    match exchange::scan::codes(bytes, stop) {
        Ok(found) if found.codes.is_empty() => Content::Unknown(UnknownPaper::NoCode),
        Ok(found) => Content::Codes(found),
        Err(ScanError::Kind) => Content::Unknown(UnknownPaper::Kind),
        Err(ScanError::TooLarge) => Content::Unknown(UnknownPaper::TooLarge),
        // Of what was stopped, nobody asks what it was.
        Err(ScanError::Unreadable | ScanError::Stopped) => Content::Unknown(UnknownPaper::Unreadable),
    }
}

/// Says what a file is that was read. Nothing is kept.
pub fn look_at(open: &Open, read: PaperRead) -> Result<PaperFound> {
    may_look(open)?;
    Ok(match read.content {
        Content::Unknown(unknown) => PaperFound::Unknown(unknown),
        Content::Form(form) => match Form::of(open, form)? {
            form if form.filled == 0 && form.unread.is_empty() => PaperFound::Unknown(UnknownPaper::EmptyForm),
            form => PaperFound::FilledForm { group: form.typed.cover.group_name, filled: form.filled, unread: form.unread },
        },
        Content::Codes(found) => scanned(open, &found)?,
    })
}

/// Begins an application with what stands in a filled form, exactly as if it had been typed, and keeps the form with it.
pub fn take_form(open: &mut Open, read: PaperRead) -> Result<Changed<ApplicationId>> {
    may_look(open)?;
    let Content::Form(form) = read.content else { return Err(Error::FileKind) };
    let form = Form::of(open, form)?;
    if form.filled == 0 {
        return Err(Error::FileKind);
    }
    application::start_with(open, form.typed, &read.file)
}

/// Keeps a scan with the application that its code names, the same bytes that were read, when it is still the paper with the
/// `code` that was looked at. A code of one that this member may not see is not found.
pub fn file_scan(open: &mut Open, read: PaperRead, code: &str) -> Result<Changed<()>> {
    may_look(open)?;
    let Content::Codes(found) = read.content else { return Err(Error::NotFound) };
    let (application, kind) = match scanned(open, &found)? {
        PaperFound::Issued { paper, .. } if paper.code != code => return Err(Error::NotFound),
        PaperFound::Issued { paper, filing: Filing::May, .. } => (paper.application.ok_or(Error::NotFound)?, kind_of(paper.kind)),
        _ => return Err(Error::NotFound),
    };
    Ok(application::attach(open, application, kind, &[read.file])?.map(|_| ()))
}

/// The paper whose codes stand on the pages: the first that this member may see.
fn scanned(open: &Open, found: &ScanFound) -> Result<PaperFound> {
    let mut pages: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for (_, code, page) in &found.codes {
        pages.entry(code).or_default().insert(*page);
    }
    let mut papers = Vec::new();
    let mut strange = false;
    for code in found.codes.iter().map(|(_, code, _)| code.as_str()).collect::<BTreeSet<_>>() {
        match issue::by_code(open, code) {
            Ok(paper) => papers.push((code, paper)),
            Err(Error::NotFound) => strange = true,
            Err(other) => return Err(other),
        }
    }
    // The paper that comes first in the file.
    papers.sort_by_key(|(code, _)| found.codes.iter().position(|(_, other, _)| other == code));
    let applications: BTreeSet<_> = papers.iter().map(|(_, paper)| paper.application).collect();
    let Some((code, paper)) = papers.into_iter().next() else {
        return Ok(PaperFound::Unknown(UnknownPaper::OtherRegister));
    };
    let filing = match paper.application {
        _ if strange => Filing::Strange,
        _ if applications.len() > 1 => Filing::Several,
        None => Filing::NoApplication,
        Some(_) => Filing::May,
    };
    let found = pages.remove(code).unwrap_or_default().into_iter().filter(|page| *page <= u32::from(paper.pages)).collect();
    Ok(PaperFound::Issued { paper: Box::new(paper), found, filing })
}

/// What a scan of a document is kept as.
fn kind_of(document: DocumentKind) -> AttachmentKind {
    match document {
        DocumentKind::Agreement(_) => AttachmentKind::Agreement,
        DocumentKind::FeedbackForm(_) => AttachmentKind::Feedback,
        DocumentKind::ReceiptSheet(_) => AttachmentKind::Receipt,
        _ => AttachmentKind::Letter,
    }
}

#[cfg(test)]
mod tests;
