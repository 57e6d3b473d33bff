//! Writing what happens at a meeting.

use super::{EntryKind, SeatRow};
use crate::row::instant;
use crate::sql::sql;
use crate::{Kept, StoreError, WriteTx};
use chrono::NaiveTime;
use domain::time;
use rusqlite::named_params;
use uuid::Uuid;

/// An entry to be recorded.
#[derive(Debug, Clone)]
pub struct NewEntry {
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
    /// What it says.
    pub text: Kept,
}

impl WriteTx<'_> {
    /// Records an entry. The file refuses it once the minutes were approved.
    pub fn insert_entry(&mut self, new: &NewEntry) -> Result<(), StoreError> {
        self.run(
            sql!("entry/insert"),
            named_params! {
                ":entry_id": new.entry_id.as_bytes(), ":meeting_id": new.meeting_id.as_bytes(),
                ":item_id": new.item_id.as_ref().map(Uuid::as_bytes), ":kind": new.kind.code(),
                ":strikes": new.strikes.as_ref().map(Uuid::as_bytes), ":happened_at": time::code(new.happened_at),
                ":blob_id": new.text.blob_id().as_ref().map(Uuid::as_bytes), ":opened": new.text.opened(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Writes down who has a seat at a meeting, and the choices of the constitution that hold, as JSON.
    pub fn freeze_meeting(&mut self, meeting_id: Uuid, seats: &[SeatRow], choices: &str) -> Result<(), StoreError> {
        for seat in seats {
            self.run(
                sql!("entry/insert_seat"),
                named_params! {
                    ":meeting_id": meeting_id.as_bytes(), ":member_id": seat.member_id.as_bytes(), ":resident": seat.resident,
                    ":office": seat.office, ":lto": seat.lto,
                },
            )?;
        }
        self.run(sql!("entry/insert_constitution"), named_params! { ":meeting_id": meeting_id.as_bytes(), ":choices": choices })?;
        Ok(())
    }

    /// Records the decision that a resolution became.
    pub fn insert_resolution_decision(&mut self, meeting_id: Uuid, entry_id: Uuid, decision_id: Uuid) -> Result<(), StoreError> {
        self.run(
            sql!("entry/insert_decision"),
            named_params! {
                ":decision_id": decision_id.as_bytes(), ":entry_id": entry_id.as_bytes(), ":meeting_id": meeting_id.as_bytes(),
            },
        )?;
        Ok(())
    }
}
