//! Letters made many at once, in three steps: what stands on them is read under the desk's lock, they are printed without it, and
//! what went out is recorded before any file gets its name.

use crate::document::{self, DocumentKind, Made, Printed, Size};
use crate::wording::InForce;
use crate::{Case, Changed, Error, Open, Result, issue};
use chrono::NaiveDate;
use documents::{DocumentError, Paper};
use domain::id::{ApplicationId, MeetingId, MemberId};
use domain::reminder::{Tone, reminder};
use exchange::{Staged, write_new};
use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use store::Which;
use uuid::Uuid;

/// Which letters are made together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailKind {
    /// The letters about the decisions of a meeting. Each is about an application.
    DecisionLetters,
    /// The agreements of the grants of a meeting. Each is about a grant.
    Agreements,
    /// What is late, a letter for each grant.
    Reminders,
}

impl MailKind {
    /// The letter about one application or grant.
    pub fn letter(self, subject: Uuid) -> DocumentKind {
        match self {
            Self::DecisionLetters => DocumentKind::DecisionLetter(subject.into()),
            Self::Agreements => DocumentKind::Agreement(subject.into()),
            Self::Reminders => DocumentKind::Reminder(subject.into()),
        }
    }
}

/// One letter that would be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLine {
    /// The application.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The group.
    pub group: String,
    /// The letter.
    pub letter: DocumentKind,
    /// The application or the grant that it is about.
    pub subject: Uuid,
    /// By how many days the oldest is late, and how it speaks, of a reminder.
    pub reminder: Option<(u32, Tone)>,
    /// When this very letter was issued before.
    pub issued_on: Option<NaiveDate>,
    /// Whether the application is still under embargo.
    pub embargo: bool,
}

/// The letters that would be made, in the order of printing: by the agenda of the meeting, and reminders by what is late for
/// longest. One about what this member may not read is not there.
pub fn list(open: &Open, kind: MailKind, meeting: Option<MeetingId>) -> Result<Vec<MailLine>> {
    match kind {
        MailKind::Reminders => reminders(open),
        MailKind::DecisionLetters | MailKind::Agreements => of_meeting(open, kind, meeting.ok_or(Error::NotFound)?),
    }
}

fn of_meeting(open: &Open, kind: MailKind, meeting: MeetingId) -> Result<Vec<MailLine>> {
    let (items, mut decided) = open.register().read(|tx| {
        tx.meetings(Which::One(meeting.0))?.pop().ok_or(Error::NotFound)?;
        Ok::<_, Error>((tx.items(Which::One(meeting.0))?, tx.meeting_decisions(meeting.0)?))
    })?;
    decided.sort_by_key(|row| items.iter().position(|item| item.item_id == row.item_id));
    let mut lines = Vec::new();
    for row in decided {
        let case = open.case(ApplicationId(row.application_id))?;
        // What a later meeting decided is told in a letter of that meeting.
        let Some(decision) = case.decisions.last().filter(|last| last.id.0 == row.decision_id && last.words.is_some()) else { continue };
        let subject = match kind {
            MailKind::DecisionLetters => Some(case.id().0),
            MailKind::Agreements => case.grant.as_ref().filter(|granted| granted.grant.is_open()).map(|granted| granted.grant.id.0),
            MailKind::Reminders => None,
        };
        if let Some(line) = subject.and_then(|subject| line(case, kind, subject)) {
            let issued = issue::days(open, case.id(), line.letter)?;
            let issued_on = issued.into_iter().filter(|on| *on >= decision.decided_on).max();
            lines.push(MailLine { issued_on, ..line });
        }
    }
    Ok(lines)
}

fn reminders(open: &Open) -> Result<Vec<MailLine>> {
    let mut lines = Vec::new();
    for case in open.cases() {
        let Some(grant) = case.grant.as_ref().map(|granted| &granted.grant) else { continue };
        let Some(reminder) = reminder(grant, &issue::days(open, case.id(), MailKind::Reminders.letter(grant.id.0))?, open.today()) else {
            continue;
        };
        if let Some(line) = line(case, MailKind::Reminders, grant.id.0) {
            let days = u32::try_from(reminder.days_late).unwrap_or_default();
            let issued_on = reminder.sent.then_some(reminder.on);
            lines.push(MailLine { reminder: Some((days, reminder.tone)), issued_on, ..line });
        }
    }
    lines.sort_by_key(|line| (Reverse(line.reminder.map(|(days, _)| days)), line.reference.clone()));
    Ok(lines)
}

/// A letter about a case; nothing when this member may not read what stands on it.
fn line(case: &Case, kind: MailKind, subject: Uuid) -> Option<MailLine> {
    let group = case.content()?.cover.group_name.clone();
    Some(MailLine {
        application: case.id(),
        reference: case.reference()?,
        group,
        letter: kind.letter(subject),
        subject,
        reminder: None,
        issued_on: None,
        embargo: case.is_sealed(),
    })
}

/// The name of the one file with all letters: it says nothing of whom they are for.
pub fn file_name(open: &Open, kind: MailKind) -> Result<String> {
    document::mail_name(kind, open.today())
}

/// Where letters are put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All in one file of this name.
    File(PathBuf),
    /// A file for each in this folder.
    Folder(PathBuf),
}

/// Letters to be printed. It needs no register any more.
pub struct Job {
    member: MemberId,
    size: Size,
    words: InForce,
    letters: Vec<(DocumentKind, Made)>,
}

/// Letters that are whole and have no names yet. Dropped, they are taken away.
pub struct StagedMail {
    member: MemberId,
    size: Size,
    place: Place,
    letters: Vec<(DocumentKind, Printed)>,
    files: Vec<Staged>,
    pages: u32,
}

/// Letters that were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailMade {
    /// The file, or the folder.
    pub path: PathBuf,
    /// How many letters.
    pub letters: usize,
    /// How many pages they have together.
    pub pages: u32,
}

/// Reads what stands on these letters, in the order of printing. One that this member may not read is not found.
pub fn prepare(open: &Open, kind: MailKind, subjects: &[Uuid], size: Size) -> Result<Job> {
    if subjects.is_empty() {
        return Err(Error::NotFound);
    }
    let mut kinds: Vec<DocumentKind> = Vec::new();
    for letter in subjects.iter().map(|subject| kind.letter(*subject)) {
        if !kinds.contains(&letter) {
            kinds.push(letter);
        }
    }
    let (made, words) = document::unprinted(open, &kinds, size)?;
    Ok(Job { member: open.member().id, size, words, letters: kinds.into_iter().zip(made).collect() })
}

impl Job {
    /// Prints the letters into a place, each written beside it and read back. When it is stopped, or when anything fails, every
    /// file is taken away again. Each letter is told, and those bound in one file a second time.
    pub fn run(self, place: &Place, each: &dyn Fn(usize, usize), stop: &AtomicBool) -> Result<StagedMail> {
        let bound = matches!(place, Place::File(_));
        let of = self.letters.len().saturating_mul(if bound { 2 } else { 1 });
        let advance = |done: usize| {
            each(done, of);
            if stop.load(Ordering::Relaxed) { Err(Error::Stopped) } else { Ok(()) }
        };
        advance(0)?;
        let mut staged =
            StagedMail { member: self.member, size: self.size, place: place.clone(), letters: Vec::new(), files: Vec::new(), pages: 0 };
        for (letter, made) in &self.letters {
            let printed = made.print(&self.words)?;
            staged.pages = staged.pages.saturating_add(u32::from(printed.pages));
            if let Place::Folder(folder) = place {
                staged.files.push(write_new(folder, &printed.file_name, &printed.bytes)?);
            }
            staged.letters.push((*letter, printed));
            advance(staged.letters.len())?;
        }
        if let Place::File(path) = place {
            staged.files.push(self.bind(path, &mut |done| advance(self.letters.len().saturating_add(done)).is_ok())?);
        }
        Ok(staged)
    }

    /// All letters in one file, each on pages of its own and in the words it would have alone.
    fn bind(&self, path: &Path, each: &mut dyn FnMut(usize) -> bool) -> Result<Staged> {
        let name = path.file_name().and_then(|name| name.to_str()).ok_or(Error::FileUnreadable)?;
        let papers: Vec<Paper> = self.letters.iter().map(|(_, made)| made.paper.clone()).collect();
        let title = name.strip_suffix(".pdf").unwrap_or(name);
        let document = documents::bind(title, &papers, &self.words.wording, self.size, each).map_err(|error| match error {
            DocumentError::Stopped => Error::Stopped,
            other => other.into(),
        })?;
        Ok(write_new(path.parent().unwrap_or(Path::new(".")), name, &document.bytes)?)
    }
}

/// Records each letter as issued, and then gives the files their names: none leaves without its record.
pub fn record(open: &mut Open, staged: StagedMail) -> Result<Changed<MailMade>> {
    let StagedMail { member, size, place, letters, files, pages } = staged;
    if open.member().id != member {
        // Somebody else sat down while the letters were printed.
        return Err(Error::Stopped);
    }
    let (Place::File(path) | Place::Folder(path)) = place;
    let mut changed = open.unchanged(MailMade { path, letters: letters.len(), pages })?;
    for (letter, printed) in letters {
        let Changed { touched, event_seq, .. } = issue::record(open, letter, size, printed)?;
        changed = Changed { touched, event_seq, ..changed };
    }
    for file in files {
        file.publish()?;
    }
    Ok(changed)
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Job").field("letters", &self.letters.len()).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for StagedMail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StagedMail").field("letters", &self.letters.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
