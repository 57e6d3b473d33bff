//! Writing meetings, their agendas, notices and papers, and the words and approval of their minutes.

use super::{ItemRow, MeetingEmbargoRow, MeetingRow, PaperRow};
use crate::row::instant;
use crate::sql::sql;
use crate::{StoreError, WriteTx};
use chrono::NaiveDate;
use domain::meeting::NoticePlace;
use rusqlite::named_params;
use uuid::Uuid;

impl WriteTx<'_> {
    /// Puts a meeting on the programme.
    pub fn insert_meeting(&mut self, new: &MeetingRow) -> Result<(), StoreError> {
        self.run(
            sql!("meeting/insert"),
            named_params! {
                ":meeting_id": new.meeting_id.as_bytes(), ":kind": new.kind.code(), ":held_on": new.held_on.to_string(),
                ":starts_at": domain::time::code(new.starts_at), ":place": new.place, ":planned_at": instant(self.now()),
                ":planned_by": new.planned_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Changes the kind, day, time and place of a meeting.
    pub fn change_meeting(&mut self, row: &MeetingRow) -> Result<(), StoreError> {
        self.run(
            sql!("meeting/change"),
            named_params! {
                ":meeting_id": row.meeting_id.as_bytes(), ":kind": row.kind.code(), ":held_on": row.held_on.to_string(),
                ":starts_at": domain::time::code(row.starts_at), ":place": row.place,
            },
        )?;
        Ok(())
    }

    /// Calls a meeting off.
    pub fn call_meeting_off(&mut self, meeting_id: Uuid, reason: &str) -> Result<(), StoreError> {
        self.run(sql!("meeting/call_off"), named_params! { ":meeting_id": meeting_id.as_bytes(), ":reason": reason })?;
        Ok(())
    }

    /// Puts an item on an agenda.
    pub fn insert_item(&mut self, new: &ItemRow) -> Result<(), StoreError> {
        self.run(
            sql!("meeting/insert_item"),
            named_params! {
                ":item_id": new.item_id.as_bytes(), ":meeting_id": new.meeting_id.as_bytes(), ":place": new.place,
                ":kind": new.kind.code(), ":application_id": new.application_id.as_ref().map(Uuid::as_bytes),
                ":minutes_of": new.minutes_of.as_ref().map(Uuid::as_bytes), ":about_member": new.about_member.as_ref().map(Uuid::as_bytes),
                ":public": new.public, ":blob_id": new.text.blob_id().as_ref().map(Uuid::as_bytes), ":opened": new.text.opened(),
                ":comes_from": new.comes_from.as_ref().map(Uuid::as_bytes), ":added_on": new.added_on.to_string(),
                ":added_by": new.added_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Changes what an item is, what it is about, and its words. Its place, its meeting and its origin stay.
    pub fn change_item(&mut self, row: &ItemRow) -> Result<(), StoreError> {
        self.run(
            sql!("meeting/change_item"),
            named_params! {
                ":item_id": row.item_id.as_bytes(), ":kind": row.kind.code(),
                ":application_id": row.application_id.as_ref().map(Uuid::as_bytes),
                ":minutes_of": row.minutes_of.as_ref().map(Uuid::as_bytes), ":about_member": row.about_member.as_ref().map(Uuid::as_bytes),
                ":public": row.public, ":blob_id": row.text.blob_id().as_ref().map(Uuid::as_bytes), ":opened": row.text.opened(),
            },
        )?;
        Ok(())
    }

    /// Gives an item its place on the agenda.
    pub fn place_item(&mut self, item_id: Uuid, place: u32) -> Result<(), StoreError> {
        self.run(sql!("meeting/place_item"), named_params! { ":item_id": item_id.as_bytes(), ":place": place })?;
        Ok(())
    }

    /// Takes an item off its agenda. Its papers are taken away before.
    pub fn delete_item(&mut self, item_id: Uuid) -> Result<(), StoreError> {
        self.run(sql!("meeting/delete_item"), named_params! { ":item_id": item_id.as_bytes() })?;
        Ok(())
    }

    /// Keeps a paper.
    pub fn insert_paper(&mut self, new: &PaperRow) -> Result<(), StoreError> {
        self.run(
            sql!("meeting/insert_paper"),
            named_params! {
                ":paper_id": new.paper_id.as_bytes(), ":item_id": new.item_id.as_bytes(), ":media_type": new.media_type, ":size": new.size,
                ":blob_id": new.name.as_bytes(), ":bytes_blob_id": new.bytes.as_bytes(), ":added_on": new.added_on.to_string(),
                ":added_by": new.added_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Takes a paper away. Its blobs are taken away after.
    pub fn delete_paper(&mut self, paper_id: Uuid) -> Result<(), StoreError> {
        self.run(sql!("meeting/delete_paper"), named_params! { ":paper_id": paper_id.as_bytes() })?;
        Ok(())
    }

    /// Records that notice was given.
    pub fn insert_notice(&mut self, meeting_id: Uuid, place: NoticePlace, given_on: NaiveDate) -> Result<(), StoreError> {
        self.run(
            sql!("meeting/insert_notice"),
            named_params! {
                ":notice_id": self.new_id().as_bytes(), ":meeting_id": meeting_id.as_bytes(), ":place": place.code(),
                ":given_on": given_on.to_string(), ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Saves the words of an item in the minutes.
    pub fn insert_item_words(&mut self, item_id: Uuid, words: Uuid, published: Option<&str>) -> Result<(), StoreError> {
        self.run(
            sql!("meeting/insert_words"),
            named_params! {
                ":item_id": item_id.as_bytes(), ":blob_id": words.as_bytes(), ":published": published,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that a meeting's minutes were approved by a resolution of a later meeting.
    pub fn insert_approval(&mut self, meeting_id: Uuid, approved_at: Uuid, entry_id: Uuid) -> Result<(), StoreError> {
        self.run(
            sql!("meeting/insert_approval"),
            named_params! {
                ":meeting_id": meeting_id.as_bytes(), ":approved_at": approved_at.as_bytes(), ":entry_id": entry_id.as_bytes(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Puts a short embargo on a whole meeting.
    pub fn insert_meeting_embargo(&mut self, meeting_id: Uuid, embargo: &MeetingEmbargoRow) -> Result<(), StoreError> {
        self.run(
            sql!("meeting/insert_embargo"),
            named_params! {
                ":meeting_id": meeting_id.as_bytes(), ":until_date": embargo.until.to_string(), ":reason": embargo.reason,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}
