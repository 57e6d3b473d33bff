//! Minutes: drafted from what was recorded, edited until they are approved, printed in two versions (§8.8, Appendix 1).

mod attendance;
mod statement;
#[cfg(test)]
pub(crate) mod tests;
mod text;
mod versions;
mod words;

pub use attendance::{Attendance, Attended};
pub use statement::{Sentence, Statement};
pub use text::{note, save};
pub use versions::{PrintedItem, PrintedMinutes, Version, printed};

pub(crate) use words::{MinutesWords, long_date};

use crate::meeting::{Item, MeetingLine, Stage};
use crate::sitting::{Replayed, Resolution, replay};
use crate::{Error, Open, Result};
use chrono::NaiveDate;
use domain::id::{ItemId, MeetingId};
use domain::member::{Act, may};
use domain::time;
use store::{ReadTx, Which};
use text::ItemWords;
use words::fill;

/// One item in the minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesItem {
    /// The item.
    pub item: Item,
    /// What it is called; none when the member at the register may not know it.
    pub heading: Option<String>,
    /// Whether it stands in the minutes that are published, as they are now.
    pub published: bool,
    /// What the record says. Not edited.
    pub facts: Statement,
    /// What was said, for the members.
    pub confidential: String,
    /// What was said, for everybody.
    pub publishable: String,
}

/// The minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// The meeting.
    pub line: MeetingLine,
    /// Who was there.
    pub attendance: Attendance,
    /// Its items, in order.
    pub items: Vec<MinutesItem>,
    /// How it ended, and when the next is.
    pub close: Vec<String>,
    /// The day of the meeting that approved them.
    pub approved_on: Option<NaiveDate>,
    /// Whether the member at the register may edit them.
    pub may_edit: bool,
}

impl Minutes {
    /// The attendance, a paragraph each.
    pub fn attendance_told(&self) -> Result<Vec<String>> {
        let words = MinutesWords::bundled()?;
        let fact = |line: &Attended| fill(&words.fact, &[("label", &line.label), ("value", &line.names)]);
        Ok(self.attendance.there.iter().map(fact).chain(self.attendance.comings.iter().cloned()).collect())
    }
}

/// The minutes of a meeting, as far as the member at the register may read them.
pub fn view(open: &Open, id: MeetingId) -> Result<Minutes> {
    let replayed = replay(open, id)?;
    let words = MinutesWords::bundled()?;
    let stage = replayed.meeting.stage();
    let mut items = Vec::new();
    for item in &replayed.meeting.items {
        items.push(minutes_item(open, &replayed, item, &words)?);
    }
    Ok(Minutes {
        line: crate::meeting::line(open, id)?,
        attendance: attendance::attendance(&replayed, |_| true, &words),
        items,
        close: close(open, &replayed, &words)?,
        approved_on: open.register().read(|tx| tx.approval(id.0).map_err(Error::from))?.map(|row| row.approved_on),
        may_edit: matches!(stage, Stage::Sitting | Stage::Ended) && may(open.member().role, Act::KeepMeetings),
    })
}

fn minutes_item(open: &Open, replayed: &Replayed, item: &Item, words: &MinutesWords) -> Result<MinutesItem> {
    // Of what this member may not know, no word is even opened.
    let known = item.is_known_to(open);
    let kept = if known { open.register().read(|tx| text::read(tx, item))? } else { ItemWords::default() };
    Ok(MinutesItem {
        heading: item.title(open),
        published: !is_hidden(open, item),
        facts: facts(open, replayed, item, words),
        confidential: kept.confidential,
        publishable: kept.publishable,
        item: item.clone(),
    })
}

fn facts(open: &Open, replayed: &Replayed, item: &Item, words: &MinutesWords) -> Statement {
    if !item.is_known_to(open) {
        return Statement::default();
    }
    statement::statement(replayed, item.id, item.case(open).and_then(crate::Case::asked), words)
}

/// What the record says of an item so far, a paragraph each: for whoever minutes it. Nothing of what they may not know.
pub fn statements(open: &Open, replayed: &Replayed, item: ItemId) -> Result<Vec<String>> {
    let words = MinutesWords::bundled()?;
    let Some(item) = replayed.meeting.item(item) else { return Ok(Vec::new()) };
    Ok(facts(open, replayed, item, &words).all().map(|sentence| sentence.whole().to_owned()).collect())
}

/// What was put to the meeting on an item, in one sentence of the minutes, and whether it was carried. For those who may know it.
pub(crate) fn put(open: &Open, replayed: &Replayed, item: &Item, put: (&Resolution, bool)) -> Result<String> {
    let asked = item.case(open).and_then(crate::Case::asked);
    Ok(statement::put(replayed, item, asked, put, &MinutesWords::bundled()?))
}

/// What was noted of the discussion of an item, if the member at the register may read it.
pub(crate) fn noted(tx: &ReadTx<'_>, open: &Open, item: &Item) -> Result<String> {
    if item.is_known_to(open) { Ok(text::read(tx, item)?.note) } else { Ok(String::new()) }
}

/// Whether an item has no place in the minutes that are published: it was declared non-public, or the group has not been told
/// what was decided on its application.
fn is_hidden(open: &Open, item: &Item) -> bool {
    let untold = item.application().is_some() && item.case(open).is_none_or(|case| case.is_sealed() || case.may_declare());
    !item.row.public || untold
}

/// When the meeting ended, and when the next one of its kind is.
fn close(open: &Open, replayed: &Replayed, words: &MinutesWords) -> Result<Vec<String>> {
    let own = &replayed.meeting.row;
    let Some(ended_at) = replayed.record.ended_at() else { return Ok(Vec::new()) };
    let mut told = vec![fill(&words.closed, &[("time", &time::written(ended_at))])];
    let rows = open.register().read(|tx| tx.meetings(Which::All).map_err(Error::from))?;
    let after = |row: &&store::MeetingRow| {
        row.kind == own.kind && row.called_off.is_none() && (row.held_on, row.starts_at) > (own.held_on, own.starts_at)
    };
    if let Some(next) = rows.iter().find(after) {
        let (date, at) = (long_date(next.held_on), time::written(next.starts_at));
        told.push(fill(&words.next, &[("date", &date), ("time", &at), ("place", next.place.trim().trim_end_matches('.'))]));
    }
    Ok(told)
}
