//! Meetings, their agendas, notices and papers, and the words and approval of their minutes, as they stand in the register.

mod write;

use crate::kept::{Kept, read_kept};
use crate::range::Which;
use crate::row::{read_clock, read_code, read_date, read_id, read_optional_id};
use crate::sql::sql;
use crate::{ReadTx, StoreError};
use chrono::{NaiveDate, NaiveTime};
use domain::meeting::{ItemKind, MeetingKind, NoticePlace};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRow {
    /// Its id.
    pub meeting_id: Uuid,
    /// What kind it is.
    pub kind: MeetingKind,
    /// The day.
    pub held_on: NaiveDate,
    /// The time, in London.
    pub starts_at: NaiveTime,
    /// Where.
    pub place: String,
    /// Why it was called off, if it was.
    pub called_off: Option<String>,
    /// By whom it was planned.
    pub planned_by: Uuid,
    /// Whether anybody arrived, or it started. It may still be undone.
    pub begun: bool,
    /// Whether it ended.
    pub ended: bool,
    /// The meeting that approved its minutes.
    pub approved_at: Option<Uuid>,
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// Its id.
    pub item_id: Uuid,
    /// The meeting.
    pub meeting_id: Uuid,
    /// Its place; there may be gaps.
    pub place: u32,
    /// What it is about.
    pub kind: ItemKind,
    /// The application.
    pub application_id: Option<Uuid>,
    /// The meeting whose minutes are to be approved.
    pub minutes_of: Option<Uuid>,
    /// Who would be voted off.
    pub about_member: Option<Uuid>,
    /// Whether it is published.
    pub public: bool,
    /// What it is called and what it is about.
    pub text: Kept,
    /// The item that comes back here.
    pub comes_from: Option<Uuid>,
    /// When it was added.
    pub added_on: NaiveDate,
    /// By whom.
    pub added_by: Uuid,
}

/// A paper for an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperRow {
    /// Its id.
    pub paper_id: Uuid,
    /// The item.
    pub item_id: Uuid,
    /// Such as `application/pdf`.
    pub media_type: String,
    /// In bytes.
    pub size: u32,
    /// Its sealed name.
    pub name: Uuid,
    /// Its sealed bytes.
    pub bytes: Uuid,
    /// When it was added.
    pub added_on: NaiveDate,
    /// By whom.
    pub added_by: Uuid,
}

/// Notice that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRow {
    /// The meeting.
    pub meeting_id: Uuid,
    /// Where.
    pub place: NoticePlace,
    /// When.
    pub given_on: NaiveDate,
}

/// The words of an item in the minutes, as they were saved last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemWordsRow {
    /// What is for the members, sealed; for an item that is not published, what is for everybody too.
    pub words: Uuid,
    /// What is for everybody.
    pub published: Option<String>,
}

/// Minutes that were approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalRow {
    /// The meeting whose minutes they are.
    pub meeting_id: Uuid,
    /// The meeting that approved them.
    pub approved_at: Uuid,
    /// The resolution.
    pub entry_id: Uuid,
    /// The day of the meeting that approved them.
    pub approved_on: NaiveDate,
}

/// A short embargo on a whole meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingEmbargoRow {
    /// Its last day.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A decision that a resolution became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingDecisionRow {
    /// The decision.
    pub decision_id: Uuid,
    /// The resolution.
    pub entry_id: Uuid,
    /// The item.
    pub item_id: Uuid,
    /// The application.
    pub application_id: Uuid,
}

impl ReadTx<'_> {
    /// The meetings, by day and time.
    pub fn meetings(&self, which: Which) -> Result<Vec<MeetingRow>, StoreError> {
        self.all(sql!("meeting/list"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(MeetingRow {
                meeting_id: read_id(row, "meeting_id")?,
                kind: read_code(row, "kind", MeetingKind::from_code)?,
                held_on: read_date(row, "held_on")?,
                starts_at: read_clock(row, "starts_at")?,
                place: row.get("place")?,
                called_off: row.get("called_off_reason")?,
                planned_by: read_id(row, "planned_by")?,
                begun: row.get("begun")?,
                ended: row.get("ended")?,
                approved_at: read_optional_id(row, "approved_at")?,
            })
        })
    }

    /// The items of one meeting or of every one, in the order of the agenda.
    pub fn items(&self, meeting: Which) -> Result<Vec<ItemRow>, StoreError> {
        self.all(sql!("meeting/items"), named_params! { ":from": meeting.from(), ":to": meeting.to() }, read_item)
    }

    /// One item.
    pub fn item(&self, item_id: Uuid) -> Result<Option<ItemRow>, StoreError> {
        self.one(sql!("meeting/item"), named_params! { ":item_id": item_id.as_bytes() }, read_item)
    }

    /// The items on an application.
    pub fn items_of_application(&self, application_id: Uuid) -> Result<Vec<ItemRow>, StoreError> {
        self.all(sql!("meeting/items_of_application"), named_params! { ":application_id": application_id.as_bytes() }, read_item)
    }

    /// The items that may have to come back: of meetings of a kind that are over or were called off, those that were put off
    /// or not reached, and those on applications; without those that came back already.
    pub fn unfinished_items(&self, kind: MeetingKind) -> Result<Vec<ItemRow>, StoreError> {
        self.all(sql!("meeting/unfinished"), named_params! { ":kind": kind.code() }, read_item)
    }

    /// What was last done with an item: `taken`, `resolved`, `put-off` or `noted`; none when it was not reached.
    pub fn last_step(&self, item_id: Uuid) -> Result<Option<String>, StoreError> {
        self.one(sql!("meeting/last_step"), named_params! { ":item_id": item_id.as_bytes() }, |row| Ok(row.get("kind")?))
    }

    /// Whether anything was ever recorded of an item at its meeting, struck out or not.
    pub fn item_is_recorded(&self, item_id: Uuid) -> Result<bool, StoreError> {
        let found =
            self.one(sql!("meeting/item_is_recorded"), named_params! { ":item_id": item_id.as_bytes() }, |row| Ok(row.get("recorded")?))?;
        Ok(found.unwrap_or(false))
    }

    /// The papers of one item or of every one, oldest first.
    pub fn papers(&self, item: Which) -> Result<Vec<PaperRow>, StoreError> {
        self.all(sql!("meeting/papers"), named_params! { ":from": item.from(), ":to": item.to() }, read_paper)
    }

    /// One paper.
    pub fn paper(&self, paper_id: Uuid) -> Result<Option<PaperRow>, StoreError> {
        self.one(sql!("meeting/paper"), named_params! { ":paper_id": paper_id.as_bytes() }, read_paper)
    }

    /// The notices of one meeting or of every one, oldest first.
    pub fn notices(&self, meeting: Which) -> Result<Vec<NoticeRow>, StoreError> {
        self.all(sql!("meeting/notices"), named_params! { ":from": meeting.from(), ":to": meeting.to() }, |row| {
            Ok(NoticeRow {
                meeting_id: read_id(row, "meeting_id")?,
                place: read_code(row, "place", NoticePlace::from_code)?,
                given_on: read_date(row, "given_on")?,
            })
        })
    }

    /// The words of an item in the minutes, as they were saved last.
    pub fn item_words(&self, item_id: Uuid) -> Result<Option<ItemWordsRow>, StoreError> {
        self.one(sql!("meeting/words"), named_params! { ":item_id": item_id.as_bytes() }, |row| {
            Ok(ItemWordsRow { words: read_id(row, "blob_id")?, published: row.get("published")? })
        })
    }

    /// The approval of a meeting's minutes.
    pub fn approval(&self, meeting_id: Uuid) -> Result<Option<ApprovalRow>, StoreError> {
        self.one(sql!("meeting/approval"), named_params! { ":meeting_id": meeting_id.as_bytes() }, |row| {
            Ok(ApprovalRow {
                meeting_id: read_id(row, "meeting_id")?,
                approved_at: read_id(row, "approved_at")?,
                entry_id: read_id(row, "entry_id")?,
                approved_on: read_date(row, "held_on")?,
            })
        })
    }

    /// The short embargo on a meeting.
    pub fn meeting_embargo(&self, meeting_id: Uuid) -> Result<Option<MeetingEmbargoRow>, StoreError> {
        self.one(sql!("meeting/embargo"), named_params! { ":meeting_id": meeting_id.as_bytes() }, |row| {
            Ok(MeetingEmbargoRow { until: read_date(row, "until_date")?, reason: row.get("reason")? })
        })
    }

    /// The decisions that the resolutions of a meeting became, in order.
    pub fn meeting_decisions(&self, meeting_id: Uuid) -> Result<Vec<MeetingDecisionRow>, StoreError> {
        self.all(sql!("meeting/decisions"), named_params! { ":meeting_id": meeting_id.as_bytes() }, |row| {
            Ok(MeetingDecisionRow {
                decision_id: read_id(row, "decision_id")?,
                entry_id: read_id(row, "entry_id")?,
                item_id: read_id(row, "item_id")?,
                application_id: read_id(row, "application_id")?,
            })
        })
    }
}

fn read_item(row: &Row<'_>) -> Result<ItemRow, StoreError> {
    Ok(ItemRow {
        item_id: read_id(row, "item_id")?,
        meeting_id: read_id(row, "meeting_id")?,
        place: row.get("place")?,
        kind: read_code(row, "kind", ItemKind::from_code)?,
        application_id: read_optional_id(row, "application_id")?,
        minutes_of: read_optional_id(row, "minutes_of")?,
        about_member: read_optional_id(row, "about_member")?,
        public: row.get("public")?,
        text: read_kept(row)?,
        comes_from: read_optional_id(row, "comes_from")?,
        added_on: read_date(row, "added_on")?,
        added_by: read_id(row, "added_by")?,
    })
}

fn read_paper(row: &Row<'_>) -> Result<PaperRow, StoreError> {
    Ok(PaperRow {
        paper_id: read_id(row, "paper_id")?,
        item_id: read_id(row, "item_id")?,
        media_type: row.get("media_type")?,
        size: row.get("size")?,
        name: read_id(row, "blob_id")?,
        bytes: read_id(row, "bytes_blob_id")?,
        added_on: read_date(row, "added_on")?,
        added_by: read_id(row, "added_by")?,
    })
}
