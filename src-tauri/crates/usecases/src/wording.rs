//! The words of printed documents: those in force, every version there was, tried out, kept while they are typed, and changed.

use crate::document::{Printed, Size, example};
use crate::{Changed, Error, FieldFault, Open, Result};
use chrono::NaiveDate;
use documents::Wording;
pub use documents::{LongSentence, WordingFault, WordingPart, WordingProblem};
use domain::member::Act;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write as _;
use store::{Event, WordingDraftRow, WordingRow};
use uuid::Uuid;

const TOUCHED: &[&str] = &["wording"];

/// The most characters that the words of a document may have: many times the longest that come with the program.
const MOST_CHARACTERS: usize = 100_000;

/// What the LTO's clerk prints at a desk of their own, where no partnership's words are known.
const AT_THE_CLERKS: [&str; 2] = ["payment_list", "remittance_advice"];

/// The words with which documents are printed now.
pub(crate) struct InForce {
    /// All of them.
    pub(crate) wording: Wording,
    /// The version of each document whose words are the partnership's own.
    versions: HashMap<String, u32>,
}

impl InForce {
    /// As the register has them. Words that no longer fit their document give way to those that come with the program.
    pub(crate) fn read(open: &Open) -> Result<Self> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
        let rows = open.register().read(|tx| tx.wordings_in_force())?;
        let mut found = Self { wording: Wording::bundled()?, versions: HashMap::new() };
        for row in rows {
            let Some(text) = &row.text else { continue };
            if let Ok(wording) = found.wording.clone().with(&row.document, text) {
                found.wording = wording;
                found.versions.insert(row.document, row.version);
            }
        }
        Ok(found)
    }

    /// The version of a document's words; 0 for those that come with the program.
    pub(crate) fn version(&self, document: &str) -> u32 {
        self.versions.get(document).copied().unwrap_or_default()
    }
}

/// A document whose words can be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The name of its wording.
    pub document: &'static str,
    /// The latest version; none while nobody changed anything.
    pub latest: Option<Version>,
    /// Whether documents are printed with the words that come with the program.
    pub ours: bool,
    /// Whether the latest version was made for an older program, and no longer fits the document.
    pub unfit: bool,
    /// Whether the reader typed words that are not in force.
    pub typed: bool,
}

/// A version of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// From 1.
    pub version: u32,
    /// When it was made.
    pub made_on: NaiveDate,
    /// By whom.
    pub made_by: Uuid,
    /// Whether it put the words that come with the program back.
    pub restored: bool,
}

/// Words that the reader typed and did not save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The words as typed, right or wrong.
    pub text: String,
    /// The version that was in force when the change was begun.
    pub version: u32,
    /// When they were typed last.
    pub kept_on: NaiveDate,
}

/// The words of one document.
#[derive(Debug, Clone)]
pub struct Page {
    /// The name of its wording.
    pub document: &'static str,
    /// The words of the version that was asked for.
    pub text: String,
    /// The words that come with the program.
    pub original: &'static str,
    /// The latest version; 0 while nobody changed anything.
    pub version: u32,
    /// Every section with its fields.
    pub parts: &'static [WordingPart],
    /// Every version, the newest first.
    pub versions: Vec<Version>,
    /// What the reader typed and did not save.
    pub draft: Option<Draft>,
}

/// Words that were tried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// What stops the words from being kept.
    pub fault: Option<WordingFault>,
    /// Sentences of more than twenty words.
    pub long: Vec<LongSentence>,
    /// An invented example with these words, when nothing stops them.
    pub printed: Option<Printed>,
}

/// Every document whose words can be changed.
pub fn list(open: &Open) -> Result<Vec<Line>> {
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
    let rows = open.register().read(|tx| tx.wordings_in_force())?;
    let now = InForce::read(open)?;
    let drafts = drafts(open)?;
    let line = |document| {
        let row = rows.iter().find(|row| row.document == document);
        let ours = now.version(document) == 0;
        let unfit = ours && row.is_some_and(|row| row.text.is_some());
        Line { document, latest: row.map(version), ours, unfit, typed: drafts.iter().any(|draft| draft.document == document) }
    };
    Ok(names().map(line).collect())
}

/// The words of a document, as they are in force or as they were in a version; version 0 is the words that come with the program.
pub fn page(open: &Open, document: &str, asked: Option<u32>) -> Result<Page> {
    let (document, original, parts) = known(document)?;
    let rows = open.register().read(|tx| tx.wordings_of(document))?;
    let row = match asked {
        None => rows.last(),
        Some(0) => None,
        Some(asked) => Some(rows.iter().find(|row| row.version == asked).ok_or(Error::NotFound)?),
    };
    Ok(Page {
        document,
        text: row.and_then(|row| row.text.clone()).unwrap_or_else(|| original.to_owned()),
        original,
        version: rows.last().map_or(0, |row| row.version),
        parts,
        versions: rows.iter().rev().map(version).collect(),
        draft: drafts(open)?.into_iter().find(|row| row.document == document).map(draft),
    })
}

/// Reads words and prints an invented example with them. Nothing is kept, and nothing of the register stands in it.
pub fn try_out(document: &str, text: &str, size: Size) -> Result<Tried> {
    let (document, ..) = known(document)?;
    bounded(text)?;
    let (fault, long) = Wording::check(document, text)?;
    let printed = match fault {
        Some(_) => None,
        None => Some(example(document, &Wording::bundled()?.with(document, text)?, size)?),
    };
    Ok(Tried { fault, long, printed })
}

/// Keeps what the member types, right or wrong, until they save it. `began` is the version that was in force when the change was
/// begun. Words with which a save would change nothing are kept no longer.
pub fn keep(open: &mut Open, document: &str, text: &str, began: u32) -> Result<Changed<()>> {
    open.member().permit(Act::KeepWording)?;
    let (document, original, _) = known(document)?;
    bounded(text)?;
    let rows = open.register().read(|tx| tx.wordings_of(document))?;
    let now = rows.last().and_then(|row| row.text.as_deref()).unwrap_or(original);
    if unix(text) == unix(now) {
        return let_go(open, document);
    }
    let before = drafts(open)?.into_iter().find(|row| row.document == document);
    if before.as_ref().is_some_and(|row| row.text == text && row.version == began) {
        return open.unchanged(());
    }
    // The editor itself says that it is kept: the list is told of the first time only.
    let touched = if before.is_some() { &[] } else { TOUCHED };
    open.change_register(|tx| {
        tx.put_wording_draft(document, text, began)?;
        let payload = json!({ "document": document, "version": began });
        Ok(((), Event { kind: "wordingDraftKept", subject: None, payload, touched, signed: false }))
    })
}

/// Lets go of what the member typed, if they typed anything.
fn let_go(open: &mut Open, document: &'static str) -> Result<Changed<()>> {
    if !drafts(open)?.iter().any(|row| row.document == document) {
        return open.unchanged(());
    }
    open.change_register(|tx| {
        tx.delete_wording_draft(document)?;
        let payload = json!({ "document": document });
        Ok(((), Event { kind: "wordingDraftDropped", subject: None, payload, touched: TOUCHED, signed: false }))
    })
}

/// Keeps words as the next version; without words, those that come with the program are put back. `former` is the version that
/// was in force when the change was begun.
pub fn save(open: &mut Open, document: &str, text: Option<&str>, former: u32) -> Result<Changed<()>> {
    open.member().permit(Act::KeepWording)?;
    let (document, original, _) = known(document)?;
    let text = text.map(unix).filter(|text| *text != unix(original));
    if let Some(text) = &text {
        bounded(text)?;
        if let (Some(fault), _) = Wording::check(document, text)? {
            return Err(Error::Wording(fault));
        }
    }
    let rows = open.register().read(|tx| tx.wordings_of(document))?;
    let (found, now) = rows.last().map_or((0, None), |row| (row.version, row.text.as_ref()));
    if found == former && now == text.as_ref() {
        return let_go(open, document);
    }
    open.change_register(|tx| {
        let version = tx.insert_wording(document, former, text.as_deref())?;
        tx.delete_wording_draft(document)?;
        let payload = json!({ "document": document, "version": version, "sha256": text.as_deref().map(fingerprint) });
        Ok(((), Event { kind: "wordingChanged", subject: None, payload, touched: TOUCHED, signed: false }))
    })
}

/// The name, the words that come with the program, and the sections of a document whose words can be changed.
fn known(document: &str) -> Result<(&'static str, &'static str, &'static [WordingPart])> {
    let name = names().find(|name| *name == document).ok_or(Error::NotFound)?;
    Wording::original(name).zip(Wording::parts(name)).map(|(text, parts)| (name, text, parts)).ok_or(Error::NotFound)
}

fn names() -> impl Iterator<Item = &'static str> {
    Wording::names().filter(|name| !AT_THE_CLERKS.contains(name))
}

fn version(row: &WordingRow) -> Version {
    Version { version: row.version, made_on: row.made_on, made_by: row.made_by, restored: row.text.is_none() }
}

/// What the member at the register typed and did not save. Whoever may not keep words any more has none to go on with.
fn drafts(open: &Open) -> Result<Vec<WordingDraftRow>> {
    if open.member().permit(Act::KeepWording).is_err() {
        return Ok(Vec::new());
    }
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
    Ok(open.register().read(|tx| tx.wording_drafts())?)
}

fn draft(row: WordingDraftRow) -> Draft {
    Draft { text: row.text, version: row.version, kept_on: row.kept_on }
}

fn bounded(text: &str) -> Result<()> {
    if text.chars().count() <= MOST_CHARACTERS {
        return Ok(());
    }
    Err(Error::Fields(vec![("text".to_owned(), FieldFault::TooLong { most: MOST_CHARACTERS })]))
}

/// Line ends as the files have them, and one at the end.
fn unix(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n"))
}

/// The words name nobody, so the journal may tell which they were.
fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests;
