//! Applications, their versions, files and notes, and the decisions on them, as they stand in the register.

mod write;

pub use write::{NewAttachment, NewNote, OpenedText};

use crate::kept::{Kept, read_kept};
use crate::range::Which;
use crate::row::{read_code, read_date, read_id, read_instant, read_optional_date, read_optional_id, read_optional_money};
use crate::sql::sql;
use crate::{ReadTx, StoreError};
use chrono::{DateTime, NaiveDate, Utc};
use domain::Money;
use domain::application::Reference;
use domain::decision::Body;
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// An application, without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationRow {
    /// Its id.
    pub application_id: Uuid,
    /// When typing began.
    pub started_on: NaiveDate,
    /// Who types it in.
    pub typed_by: Uuid,
    /// What is on the typing desk, sealed.
    pub typing: Option<Uuid>,
    /// Counts the saves of the typing.
    pub revision: u32,
    /// None before it is received.
    pub reference: Option<Reference>,
    /// When the paper came; none before it is received.
    pub received_on: Option<NaiveDate>,
}

/// A version that was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// The application.
    pub application_id: Uuid,
    /// From 1.
    pub version: u32,
    /// Its words.
    pub text: Kept,
    /// When it was received into the register.
    pub received_at: DateTime<Utc>,
    /// By whom.
    pub received_by: Uuid,
}

/// An application that was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawalRow {
    /// The application.
    pub application_id: Uuid,
    /// Why.
    pub text: Kept,
    /// When.
    pub withdrawn_on: NaiveDate,
    /// Recorded by whom.
    pub recorded_by: Uuid,
}

/// A file kept with an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentRow {
    /// Its id.
    pub attachment_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// `scan`, `letter`, `photo`, `agreement`, `receipt` or `feedback`.
    pub kind: String,
    /// Such as `application/pdf`.
    pub media_type: String,
    /// In bytes.
    pub size: u32,
    /// Its sealed bytes.
    pub bytes: Uuid,
    /// Its name.
    pub text: Kept,
    /// When it was added.
    pub added_on: NaiveDate,
    /// By whom.
    pub added_by: Uuid,
    /// When it was struck out, if it was.
    pub removed_on: Option<NaiveDate>,
}

/// A note or a telephone call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// Its id.
    pub note_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// Whether it was a call.
    pub call: bool,
    /// When.
    pub noted_on: NaiveDate,
    /// By whom.
    pub noted_by: Uuid,
    /// What was said.
    pub text: Kept,
}

/// A decision, and whether the group was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// Its id.
    pub decision_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// `approved`, `approved-in-part`, `deferred` or `declined`.
    pub outcome: String,
    /// The amount granted.
    pub amount: Option<Money>,
    /// The day.
    pub decided_on: NaiveDate,
    /// Which body.
    pub body: Body,
    /// Its words.
    pub text: Kept,
    /// Recorded by whom.
    pub recorded_by: Uuid,
    /// When the group was told, how, and who recorded it.
    pub told: Option<(NaiveDate, String, Uuid)>,
}

impl ReadTx<'_> {
    /// The applications.
    pub fn applications(&self, which: Which) -> Result<Vec<ApplicationRow>, StoreError> {
        self.all(sql!("application/list"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(ApplicationRow {
                application_id: read_id(row, "application_id")?,
                started_on: read_date(row, "started_on")?,
                typed_by: read_id(row, "typed_by")?,
                typing: read_optional_id(row, "typing_blob_id")?,
                revision: row.get("revision")?,
                reference: read_reference(row)?,
                received_on: read_optional_date(row, "received_on")?,
            })
        })
    }

    /// The highest number that was given in a year.
    pub fn highest_reference(&self, prefix: &str, year: i32) -> Result<Option<u32>, StoreError> {
        let found = self.one(sql!("application/highest_number"), named_params! { ":prefix": prefix, ":year": year }, |row| {
            Ok(row.get::<_, Option<u32>>("highest")?)
        })?;
        Ok(found.flatten())
    }

    /// The versions, oldest first.
    pub fn application_versions(&self, which: Which) -> Result<Vec<VersionRow>, StoreError> {
        self.all(sql!("application/versions"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(VersionRow {
                application_id: read_id(row, "application_id")?,
                version: row.get("version")?,
                text: read_kept(row)?,
                received_at: read_instant(row, "received_at")?,
                received_by: read_id(row, "received_by")?,
            })
        })
    }

    /// The applications that were taken back.
    pub fn withdrawals(&self, which: Which) -> Result<Vec<WithdrawalRow>, StoreError> {
        self.all(sql!("application/withdrawals"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(WithdrawalRow {
                application_id: read_id(row, "application_id")?,
                text: read_kept(row)?,
                withdrawn_on: read_date(row, "withdrawn_on")?,
                recorded_by: read_id(row, "recorded_by")?,
            })
        })
    }

    /// The files, struck out or not, oldest first.
    pub fn attachments(&self, which: Which) -> Result<Vec<AttachmentRow>, StoreError> {
        self.all(sql!("attachment/list"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(AttachmentRow {
                attachment_id: read_id(row, "attachment_id")?,
                application_id: read_id(row, "application_id")?,
                kind: row.get("kind")?,
                media_type: row.get("media_type")?,
                size: row.get("size")?,
                bytes: read_id(row, "bytes_blob_id")?,
                text: read_kept(row)?,
                added_on: read_date(row, "added_on")?,
                added_by: read_id(row, "added_by")?,
                removed_on: read_optional_date(row, "removed_on")?,
            })
        })
    }

    /// The notes, oldest first.
    pub fn notes(&self, which: Which) -> Result<Vec<NoteRow>, StoreError> {
        self.all(sql!("note/list"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(NoteRow {
                note_id: read_id(row, "note_id")?,
                application_id: read_id(row, "application_id")?,
                call: row.get("call")?,
                noted_on: read_date(row, "noted_on")?,
                noted_by: read_id(row, "noted_by")?,
                text: read_kept(row)?,
            })
        })
    }

    /// The decisions, oldest first.
    pub fn decisions(&self, which: Which) -> Result<Vec<DecisionRow>, StoreError> {
        self.all(sql!("decision/list"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            let told = match read_optional_date(row, "told_on")? {
                Some(told_on) => Some((told_on, row.get("how")?, read_id(row, "told_by")?)),
                None => None,
            };
            Ok(DecisionRow {
                decision_id: read_id(row, "decision_id")?,
                application_id: read_id(row, "application_id")?,
                outcome: row.get("outcome")?,
                amount: read_optional_money(row, "amount_pence")?,
                decided_on: read_date(row, "decided_on")?,
                body: read_code(row, "body", Body::from_code)?,
                text: read_kept(row)?,
                recorded_by: read_id(row, "recorded_by")?,
                told,
            })
        })
    }
}

fn read_reference(row: &Row<'_>) -> Result<Option<Reference>, StoreError> {
    let Some(number) = row.get("reference_number")? else { return Ok(None) };
    Ok(Some(Reference { prefix: row.get("reference_prefix")?, year: row.get("reference_year")?, number }))
}
