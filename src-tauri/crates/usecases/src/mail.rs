//! Letters made many at once, in four steps: what stands on them is read under the desk's lock, they are printed without it, all of
//! them are recorded or none, and then their files get their names.

use crate::document::{self, DocumentKind, Made, Printed, Size};
use crate::wording::InForce;
use crate::{Case, Changed, Error, Open, Result, issue, meeting};
use chrono::NaiveDate;
use documents::{DocumentError, Paper};
use domain::id::{ApplicationId, MeetingId, MemberId};
use domain::reminder::{Tone, reminder};
use exchange::{Staged, write_new};
use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
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

/// The letters that would be made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mail {
    /// In the order of printing.
    pub lines: Vec<MailLine>,
    /// Whoever somebody would look for in them, in the order of the agenda.
    pub missing: Vec<Missing>,
}

/// An application on the agenda of which there is no letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its reference.
    pub reference: String,
    /// The group.
    pub group: String,
    /// Why.
    pub reason: MissingReason,
    /// Whether it is still under embargo.
    pub embargo: bool,
}

/// Why there is no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingReason {
    /// No decision of this meeting is recorded.
    NotDecided,
    /// A later decision took the place of this meeting's: that one is told.
    DecidedAgain,
    /// An agreement of a grant that was closed or cancelled.
    GrantOver,
}

/// The letters that would be made, in the order of printing: by the agenda of the meeting, and reminders by what is late for
/// longest. What is about something that this member may not read is neither there nor missing.
pub fn list(open: &Open, kind: MailKind, meeting: Option<MeetingId>) -> Result<Mail> {
    match kind {
        MailKind::Reminders => Ok(Mail { lines: reminders(open)?, missing: Vec::new() }),
        MailKind::DecisionLetters | MailKind::Agreements => of_meeting(open, kind, meeting.ok_or(Error::NotFound)?),
    }
}

fn of_meeting(open: &Open, kind: MailKind, meeting: MeetingId) -> Result<Mail> {
    let items = meeting::read(open, meeting)?.items;
    let decided = open.register().read(|tx| tx.meeting_decisions(meeting.0))?;
    let mut mail = Mail::default();
    for item in items {
        let Some(case) = item.case(open) else { continue };
        let made: Vec<Uuid> = decided.iter().filter(|row| row.item_id == item.id.0).map(|row| row.decision_id).collect();
        match subject(case, kind, &made) {
            Ok(subject) => {
                if let Some(line) = line(case, kind, subject) {
                    let issued = issue::days(open, case.id(), line.letter)?;
                    let decided_on = case.decisions.last().map(|last| last.decided_on);
                    let issued_on = issued.into_iter().filter(|on| Some(*on) >= decided_on).max();
                    mail.lines.push(MailLine { issued_on, ..line });
                }
            }
            Err(reason) => mail.missing.extend(reason.and_then(|reason| missing(case, reason))),
        }
    }
    Ok(mail)
}

/// What the letter about an item is about; or why there is none, where this member knows and somebody would ask.
fn subject(case: &Case, kind: MailKind, made: &[Uuid]) -> Result<Uuid, Option<MissingReason>> {
    // Of one that was opened early not everybody knows whether it is decided: that none is, is not told either.
    let undecided = || Some(MissingReason::NotDecided).filter(|_| case.opening.is_none() || !case.may_declare());
    let latest = case.decisions.last().filter(|_| !made.is_empty()).ok_or_else(undecided)?;
    if latest.words.is_none() {
        return Err(None);
    }
    // What a later meeting decided is told in a letter of that meeting.
    if !made.contains(&latest.id.0) {
        return Err(Some(MissingReason::DecidedAgain));
    }
    match (kind, &case.grant) {
        (MailKind::DecisionLetters, _) => Ok(case.id().0),
        (MailKind::Agreements, Some(granted)) if granted.grant.is_open() => Ok(granted.grant.id.0),
        (MailKind::Agreements, Some(_)) => Err(Some(MissingReason::GrantOver)),
        // What was deferred or declined has no agreement, as everybody knows.
        (MailKind::Agreements, None) | (MailKind::Reminders, _) => Err(None),
    }
}

fn missing(case: &Case, reason: MissingReason) -> Option<Missing> {
    let group = case.content()?.cover.group_name.clone();
    Some(Missing { reference: case.reference()?, group, reason, embargo: case.is_sealed() })
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
    latest_first(&mut lines);
    Ok(lines)
}

fn latest_first(lines: &mut [MailLine]) {
    lines.sort_by_key(|line| (Reverse(line.reminder.map(|(days, _)| days)), line.reference.clone()));
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

/// Letters that are recorded, and have no names yet. Dropped, they are taken away.
#[derive(Debug)]
pub struct RecordedMail {
    made: MailMade,
    files: Vec<Staged>,
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

/// Records the letters as issued, all or none. Only then can the files get their names: none leaves without its record.
pub fn record(open: &mut Open, staged: StagedMail) -> Result<Changed<RecordedMail>> {
    let StagedMail { member, size, place, letters, files, pages } = staged;
    if open.member().id != member {
        // Somebody else sat down while the letters were printed.
        return Err(Error::Stopped);
    }
    let (Place::File(path) | Place::Folder(path)) = place;
    let made = MailMade { path, letters: letters.len(), pages };
    Ok(issue::record(open, size, &letters)?.map(|()| RecordedMail { made, files }))
}

impl RecordedMail {
    /// Gives the files their names. When one cannot have its own, none is left, and it is said: the record stands. The same
    /// letters made again have the same codes, and need no other record.
    pub fn place(self) -> Result<MailMade> {
        let mut placed = Vec::new();
        for file in self.files {
            let Ok(path) = file.publish() else {
                for path in placed {
                    // In a folder that went away there is nothing to take away.
                    let _ = fs::remove_file(path);
                }
                return Err(Error::LettersNotPlaced { path: self.made.path });
            };
            placed.push(path);
        }
        Ok(self.made)
    }
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
