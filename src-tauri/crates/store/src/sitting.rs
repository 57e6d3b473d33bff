//! What happened at meetings: the entries of their records, who had a seat, and what came of what they resolved.

#[cfg(test)]
mod tests;
mod write;

pub use write::NewEntry;

use crate::kept::read_kept;
use crate::range::Which;
use crate::row::{read_clock, read_code, read_id, read_instant, read_optional_id};
use crate::sql::sql;
use crate::{Kept, ReadTx, StoreError};
use chrono::{DateTime, NaiveTime, Utc};
use rusqlite::named_params;
use uuid::Uuid;

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// A member sent apologies.
    Apologies,
    /// A member arrived.
    Arrived,
    /// A member left.
    Left,
    /// A member took the chair.
    TookChair,
    /// The residents at a Forum were counted.
    Heads,
    /// The meeting started.
    Started,
    /// An item was taken up.
    Taken,
    /// An interest was noted or declared.
    Declared,
    /// It was settled what a member with an interest does.
    TookPart,
    /// Something was put to the meeting.
    Resolved,
    /// An item was put off.
    PutOff,
    /// An item was done with, without a decision.
    Noted,
    /// The meeting ended.
    Ended,
    /// An earlier entry was struck out.
    Struck,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::Apologies,
        Self::Arrived,
        Self::Left,
        Self::TookChair,
        Self::Heads,
        Self::Started,
        Self::Taken,
        Self::Declared,
        Self::TookPart,
        Self::Resolved,
        Self::PutOff,
        Self::Noted,
        Self::Ended,
        Self::Struck,
    ];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Apologies => "apologies",
            Self::Arrived => "arrived",
            Self::Left => "left",
            Self::TookChair => "took-chair",
            Self::Heads => "heads",
            Self::Started => "started",
            Self::Taken => "taken",
            Self::Declared => "declared",
            Self::TookPart => "took-part",
            Self::Resolved => "resolved",
            Self::PutOff => "put-off",
            Self::Noted => "noted",
            Self::Ended => "ended",
            Self::Struck => "struck",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An entry of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// Its id.
    pub entry_id: Uuid,
    /// Of which meeting.
    pub meeting_id: Uuid,
    /// The item it is about.
    pub item_id: Option<Uuid>,
    /// What happened.
    pub kind: EntryKind,
    /// The entry that it strikes out.
    pub strikes: Option<Uuid>,
    /// When, by a clock in London.
    pub happened_at: NaiveTime,
    /// Who, how many, in which words: JSON, sealed with its item where that is sealed.
    pub text: Kept,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By whom.
    pub recorded_by: Uuid,
}

/// A seat at a meeting, as it was frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatRow {
    /// Whose.
    pub member_id: Uuid,
    /// Whether they vote; otherwise they advise.
    pub resident: bool,
    /// The word of the office they held.
    pub office: Option<String>,
    /// Whether they are attached to the LTO.
    pub lto: bool,
}

impl ReadTx<'_> {
    /// The entries of meetings, in the order in which they were recorded.
    pub fn entries_of_meeting(&self, meeting: Which) -> Result<Vec<EntryRow>, StoreError> {
        self.all(sql!("entry/list"), named_params! { ":from": meeting.from(), ":to": meeting.to() }, |row| {
            Ok(EntryRow {
                entry_id: read_id(row, "entry_id")?,
                meeting_id: read_id(row, "meeting_id")?,
                item_id: read_optional_id(row, "item_id")?,
                kind: read_code(row, "kind", EntryKind::from_code)?,
                strikes: read_optional_id(row, "strikes")?,
                happened_at: read_clock(row, "happened_at")?,
                text: read_kept(row)?,
                recorded_at: read_instant(row, "recorded_at")?,
                recorded_by: read_id(row, "recorded_by")?,
            })
        })
    }

    /// Who had a seat at a meeting; nobody before the first entry.
    pub fn roll_of_meeting(&self, meeting_id: Uuid) -> Result<Vec<SeatRow>, StoreError> {
        self.all(sql!("entry/roll"), named_params! { ":meeting_id": meeting_id.as_bytes() }, |row| {
            Ok(SeatRow {
                member_id: read_id(row, "member_id")?,
                resident: row.get("resident")?,
                office: row.get("office")?,
                lto: row.get("lto")?,
            })
        })
    }

    /// The choices of the constitution that a meeting is held to, as JSON; none before the first entry.
    pub fn constitution_of_meeting(&self, meeting_id: Uuid) -> Result<Option<String>, StoreError> {
        self.one(sql!("entry/constitution"), named_params! { ":meeting_id": meeting_id.as_bytes() }, |row| Ok(row.get("choices")?))
    }

    /// Every blob of an item that is sealed to the members: its words, its entries and its minutes. Its papers are apart.
    pub fn item_blobs(&self, item_id: Uuid) -> Result<Vec<Uuid>, StoreError> {
        self.all(sql!("entry/blobs_of_item"), named_params! { ":item_id": item_id.as_bytes() }, |row| read_id(row, "blob_id"))
    }

    /// Every blob of the items on an application.
    pub fn item_blobs_of_application(&self, application_id: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let params = named_params! { ":application_id": application_id.as_bytes() };
        self.all(sql!("entry/blobs_of_application"), params, |row| read_id(row, "blob_id"))
    }

    /// Those of them that say what was resolved: the resolutions, and the words of the minutes.
    pub fn resolution_blobs_of_application(&self, application_id: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let params = named_params! { ":application_id": application_id.as_bytes() };
        self.all(sql!("entry/resolved_on_application"), params, |row| read_id(row, "blob_id"))
    }
}
