//! Appeals and complaints, and what was done about each.

use crate::range::Which;
use crate::row::{instant, read_code, read_date, read_id, read_optional_id};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use domain::complaint::{ComplaintKind, StepKind};
use rusqlite::named_params;
use uuid::Uuid;

/// An appeal or a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintRow {
    /// Its id.
    pub complaint_id: Uuid,
    /// What kind it is.
    pub kind: ComplaintKind,
    /// The application on which an appeal is.
    pub application_id: Option<Uuid>,
    /// The member whom it is about.
    pub about_member: Option<Uuid>,
    /// When it came.
    pub received_on: NaiveDate,
    /// Who complained and of what, sealed.
    pub words: Uuid,
    /// Recorded by whom.
    pub recorded_by: Uuid,
}

/// Something that was done about one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintStepRow {
    /// What was done.
    pub kind: StepKind,
    /// When.
    pub on: NaiveDate,
    /// What is said of it, sealed.
    pub words: Uuid,
    /// Recorded by whom.
    pub recorded_by: Uuid,
}

impl ReadTx<'_> {
    /// Complaints, oldest first.
    pub fn complaints(&self, which: Which) -> Result<Vec<ComplaintRow>, StoreError> {
        self.all(sql!("complaint/list"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(ComplaintRow {
                complaint_id: read_id(row, "complaint_id")?,
                kind: read_code(row, "kind", ComplaintKind::from_code)?,
                application_id: read_optional_id(row, "application_id")?,
                about_member: read_optional_id(row, "about_member")?,
                received_on: read_date(row, "received_on")?,
                words: read_id(row, "blob_id")?,
                recorded_by: read_id(row, "recorded_by")?,
            })
        })
    }

    /// What was done about one, in the order in which it was recorded.
    pub fn complaint_steps(&self, complaint_id: Uuid) -> Result<Vec<ComplaintStepRow>, StoreError> {
        self.all(sql!("complaint/steps"), named_params! { ":complaint_id": complaint_id.as_bytes() }, |row| {
            Ok(ComplaintStepRow {
                kind: read_code(row, "kind", StepKind::from_code)?,
                on: read_date(row, "happened_on")?,
                words: read_id(row, "blob_id")?,
                recorded_by: read_id(row, "recorded_by")?,
            })
        })
    }
}

impl WriteTx<'_> {
    /// Keeps a complaint.
    pub fn insert_complaint(&mut self, new: &ComplaintRow) -> Result<(), StoreError> {
        self.run(
            sql!("complaint/insert"),
            named_params! {
                ":complaint_id": new.complaint_id.as_bytes(), ":kind": new.kind.code(),
                ":application_id": new.application_id.as_ref().map(Uuid::as_bytes),
                ":about_member": new.about_member.as_ref().map(Uuid::as_bytes), ":received_on": new.received_on.to_string(),
                ":blob_id": new.words.as_bytes(), ":recorded_at": instant(self.now()), ":recorded_by": new.recorded_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps what was done about one.
    pub fn insert_complaint_step(&mut self, complaint_id: Uuid, step: &ComplaintStepRow) -> Result<(), StoreError> {
        self.run(
            sql!("complaint/insert_step"),
            named_params! {
                ":complaint_id": complaint_id.as_bytes(), ":kind": step.kind.code(), ":happened_on": step.on.to_string(),
                ":blob_id": step.words.as_bytes(), ":recorded_at": instant(self.now()), ":recorded_by": step.recorded_by.as_bytes(),
            },
        )?;
        Ok(())
    }
}
