//! The two versions of the minutes: for the members, and to be published, without what is under embargo or non-public and
//! without a gap that would betray it (§8.13, Appendix 1).

use super::attendance::{Attendance, attendance};
use super::words::{MinutesWords, fill};
use super::{Sentence, close, is_hidden, minutes_item};
use crate::meeting::{Item, MeetingLine, Stage};
use crate::sitting::replay;
use crate::{Error, Open, Result};
use chrono::{NaiveDate, NaiveTime};
use domain::id::MeetingId;
use domain::meeting::ItemKind;

/// Which version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Version {
    /// For the members: everything that the member who prints it may read.
    Confidential,
    /// For everybody.
    Publishable,
}

/// An item as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedItem {
    /// From 1, without a gap.
    pub number: u32,
    /// What it is about.
    pub kind: ItemKind,
    /// `Night Owls Homework Club (CC-2023-002)`
    pub heading: String,
    /// What the record says, and what was said, in order.
    pub paragraphs: Vec<Sentence>,
}

/// Minutes to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedMinutes {
    /// Which version it is.
    pub version: Version,
    /// The meeting.
    pub line: MeetingLine,
    /// When it started and ended.
    pub held: Option<(NaiveTime, NaiveTime)>,
    /// Who was there, and who came and went.
    pub attendance: Attendance,
    /// Its items.
    pub items: Vec<PrintedItem>,
    /// How it ended, and when the next is.
    pub close: Vec<String>,
    /// The day of the meeting that approved them; none of a draft.
    pub approved_on: Option<NaiveDate>,
    /// Whether something in it is under embargo, or the whole meeting is.
    pub embargo: bool,
}

/// The minutes of a meeting that is over, to be printed. While a short embargo holds on the meeting nothing is published.
pub fn printed(open: &Open, id: MeetingId, version: Version) -> Result<PrintedMinutes> {
    let replayed = replay(open, id)?;
    let meeting = &replayed.meeting;
    if !matches!(meeting.stage(), Stage::Ended | Stage::Approved) {
        return Err(Error::WrongState);
    }
    let whole = meeting.under_embargo(open.today());
    if let (Version::Publishable, Some(until)) = (version, whole) {
        return Err(Error::UnderEmbargo { until });
    }
    let words = MinutesWords::bundled()?;
    let shown = |item: &Item| version == Version::Confidential || !is_hidden(open, item);
    let mut items = Vec::new();
    for (number, item) in (1_u32..).zip(meeting.items.iter().filter(|item| shown(item))) {
        let told = minutes_item(open, &replayed, item, &words)?;
        let said = if version == Version::Confidential { told.confidential } else { told.publishable };
        let said = said.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| Sentence::Said(line.to_owned()));
        items.push(PrintedItem {
            number,
            kind: item.kind(),
            heading: heading(open, item, told.heading, &words),
            // What was said comes before what came of it, and both after who took no part.
            paragraphs: told.facts.interests.into_iter().chain(said).chain(told.facts.story).collect(),
        });
    }
    let in_sight = |id| meeting.item(id).is_some_and(shown);
    Ok(PrintedMinutes {
        version,
        line: crate::meeting::line(open, id)?,
        held: replayed.record.started_at().zip(replayed.record.ended_at()),
        attendance: attendance(&replayed, in_sight, &words),
        items,
        close: close(open, &replayed, &words)?,
        approved_on: open.register().read(|tx| tx.approval(id.0).map_err(Error::from))?.map(|row| row.approved_on),
        embargo: version == Version::Confidential && (whole.is_some() || meeting.items.iter().any(|item| item.sealed)),
    })
}

fn heading(open: &Open, item: &Item, title: Option<String>, words: &MinutesWords) -> String {
    let hidden = if item.application().is_some() { &words.hidden_application } else { &words.hidden_item };
    let title = title.unwrap_or_else(|| hidden.clone());
    match item.reference(open) {
        Some(reference) => fill(&words.with_reference, &[("title", &title), ("reference", &reference)]),
        None => title,
    }
}
