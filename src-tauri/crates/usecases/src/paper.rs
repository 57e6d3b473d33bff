//! Papers that come back: a form that was filled in on a computer begins an application, and a scan is kept with the
//! application that the code on its pages names.

mod form;

use crate::application::{self, AttachmentKind, MOST_ATTACHMENT_BYTES, NewFile, media_type};
use crate::document::DocumentKind;
use crate::issue::{self, Issued};
use crate::{Changed, Error, Open, Result};
use domain::id::ApplicationId;
use domain::member::Act;
use exchange::form::{FormError, read};
use exchange::scan::{ScanError, codes};
use form::Form;
use std::collections::{BTreeMap, BTreeSet};

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

/// Says what a file is. Nothing is kept.
pub fn look_at(open: &Open, bytes: &[u8]) -> Result<PaperFound> {
    open.member().permit(Act::KeepRecords)?;
    if bytes.len() > MOST_ATTACHMENT_BYTES {
        return Ok(PaperFound::Unknown(UnknownPaper::TooLarge));
    }
    if media_type(bytes).is_none() {
        return Ok(PaperFound::Unknown(UnknownPaper::Kind));
    }
    match filled(open, bytes)? {
        Ok(Some(form)) if form.filled == 0 && form.unread.is_empty() => Ok(PaperFound::Unknown(UnknownPaper::EmptyForm)),
        Ok(Some(form)) => Ok(PaperFound::FilledForm { group: form.typed.cover.group_name, filled: form.filled, unread: form.unread }),
        Ok(None) => Ok(scanned(open, bytes)?.unwrap_or_else(PaperFound::Unknown)),
        Err(unknown) => Ok(PaperFound::Unknown(unknown)),
    }
}

/// Begins an application with what stands in a filled form, exactly as if it had been typed, and keeps the form with it.
pub fn take_form(open: &mut Open, file: &NewFile) -> Result<Changed<ApplicationId>> {
    open.member().permit(Act::KeepRecords)?;
    let form = filled(open, &file.bytes)?.ok().flatten().filter(|form| form.filled > 0).ok_or(Error::FileKind)?;
    application::start_with(open, form.typed, file)
}

/// Keeps a scan with the application that its code names. A code of one that this member may not see is not found.
pub fn file_scan(open: &mut Open, file: NewFile) -> Result<Changed<()>> {
    open.member().permit(Act::KeepRecords)?;
    let (application, kind) = match look_at(open, &file.bytes)? {
        PaperFound::Issued { paper, filing: Filing::May, .. } => (paper.application.ok_or(Error::NotFound)?, kind_of(paper.kind)),
        _ => return Err(Error::NotFound),
    };
    Ok(application::attach(open, application, kind, &[file])?.map(|_| ()))
}

/// A filled form of this program; none of another program's, and none of what is no form.
fn filled(open: &Open, bytes: &[u8]) -> Result<std::result::Result<Option<Form>, UnknownPaper>> {
    if media_type(bytes) != Some("application/pdf") {
        return Ok(Ok(None));
    }
    Ok(match read(bytes) {
        Ok(form) => Ok(Form::of(open, form)?),
        Err(FormError::NoForm) => Ok(None),
        Err(FormError::TooLarge) => Err(UnknownPaper::TooLarge),
        Err(FormError::Locked | FormError::Unreadable) => Err(UnknownPaper::Unreadable),
    })
}

/// The paper whose codes stand on the pages: the first that this member may see.
fn scanned(open: &Open, bytes: &[u8]) -> Result<std::result::Result<PaperFound, UnknownPaper>> {
    let found = match codes(bytes) {
        Ok(found) => found,
        Err(ScanError::Kind) => return Ok(Err(UnknownPaper::Kind)),
        Err(ScanError::TooLarge) => return Ok(Err(UnknownPaper::TooLarge)),
        Err(ScanError::Unreadable) => return Ok(Err(UnknownPaper::Unreadable)),
    };
    if found.codes.is_empty() {
        return Ok(Err(UnknownPaper::NoCode));
    }
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
        return Ok(Err(UnknownPaper::OtherRegister));
    };
    let filing = match paper.application {
        _ if strange => Filing::Strange,
        _ if applications.len() > 1 => Filing::Several,
        None => Filing::NoApplication,
        Some(_) => Filing::May,
    };
    let found = pages.remove(code).unwrap_or_default().into_iter().filter(|page| *page <= u32::from(paper.pages)).collect();
    Ok(Ok(PaperFound::Issued { paper: Box::new(paper), found, filing }))
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
