//! Embargoes on meeting items and documents, applications that were opened early, and who was told.

use crate::range::Which;
use crate::row::{instant, read_code, read_date, read_id, read_optional_date};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use domain::embargo::{EmbargoReason, EmbargoSubject};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// An application that was opened before its group was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningRow {
    /// The application.
    pub application_id: Uuid,
    /// When.
    pub opened_on: NaiveDate,
    /// Why.
    pub reason: String,
    /// By whom.
    pub opened_by: Uuid,
}

/// How an embargo ended before its date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbargoEnd {
    /// When.
    pub on: NaiveDate,
    /// Why it was opened early; none when what was to end it happened.
    pub reason: Option<String>,
    /// Recorded by whom.
    pub by: Uuid,
}

/// An embargo on something other than an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbargoRow {
    /// Its id.
    pub embargo_id: Uuid,
    /// What kind of thing it is on.
    pub subject: EmbargoSubject,
    /// Why.
    pub reason: EmbargoReason,
    /// Since when.
    pub started_on: NaiveDate,
    /// The last day; none when an event ends it.
    pub until_date: Option<NaiveDate>,
    /// What it is about, in words, sealed.
    pub words: Uuid,
    /// By whom.
    pub set_by: Uuid,
    /// Its end, other than by its date.
    pub end: Option<EmbargoEnd>,
}

/// Who was told of an embargo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldRow {
    /// The application, or the embargo.
    pub id: Uuid,
    /// The names, sealed.
    pub names: Uuid,
    /// When.
    pub told_on: NaiveDate,
    /// Recorded by whom.
    pub recorded_by: Uuid,
}

impl ReadTx<'_> {
    /// The applications that were opened early.
    pub fn application_openings(&self, which: Which) -> Result<Vec<OpeningRow>, StoreError> {
        self.all(sql!("embargo/openings"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(OpeningRow {
                application_id: read_id(row, "application_id")?,
                opened_on: read_date(row, "opened_on")?,
                reason: row.get("reason")?,
                opened_by: read_id(row, "opened_by")?,
            })
        })
    }

    /// The embargoes on other things than applications, oldest first.
    pub fn embargoes(&self, which: Which) -> Result<Vec<EmbargoRow>, StoreError> {
        self.all(sql!("embargo/list"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            let end = match read_optional_date(row, "ended_on")? {
                Some(on) => Some(EmbargoEnd { on, reason: row.get("end_reason")?, by: read_id(row, "ended_by")? }),
                None => None,
            };
            Ok(EmbargoRow {
                embargo_id: read_id(row, "embargo_id")?,
                subject: read_code(row, "subject", EmbargoSubject::from_code)?,
                reason: read_code(row, "reason", EmbargoReason::from_code)?,
                started_on: read_date(row, "started_on")?,
                until_date: read_optional_date(row, "until_date")?,
                words: read_id(row, "blob_id")?,
                set_by: read_id(row, "set_by")?,
                end,
            })
        })
    }

    /// Who was told of embargoes on applications, oldest first.
    pub fn told_of_applications(&self, which: Which) -> Result<Vec<ToldRow>, StoreError> {
        self.all(sql!("embargo/told_of_applications"), named_params! { ":from": which.from(), ":to": which.to() }, read_told)
    }

    /// Who was told of embargoes on other things, oldest first.
    pub fn told_of_embargoes(&self, which: Which) -> Result<Vec<ToldRow>, StoreError> {
        self.all(sql!("embargo/told"), named_params! { ":from": which.from(), ":to": which.to() }, read_told)
    }
}

impl WriteTx<'_> {
    /// Records that an application was opened early, today.
    pub fn insert_application_opening(&mut self, application_id: Uuid, reason: &str) -> Result<(), StoreError> {
        self.run(
            sql!("embargo/insert_opening"),
            named_params! {
                ":application_id": application_id.as_bytes(), ":opened_on": self.today().to_string(), ":reason": reason,
                ":recorded_at": instant(self.now()), ":opened_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Sets an embargo. Its end is recorded apart.
    pub fn insert_embargo(&mut self, new: &EmbargoRow) -> Result<(), StoreError> {
        self.run(
            sql!("embargo/insert"),
            named_params! {
                ":embargo_id": new.embargo_id.as_bytes(), ":subject": new.subject.code(), ":reason": new.reason.code(),
                ":started_on": new.started_on.to_string(), ":until_date": new.until_date.map(|day| day.to_string()),
                ":blob_id": new.words.as_bytes(), ":set_at": instant(self.now()), ":set_by": new.set_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records the end of an embargo, today.
    pub fn insert_embargo_end(&mut self, embargo_id: Uuid, reason: Option<&str>) -> Result<(), StoreError> {
        self.run(
            sql!("embargo/insert_end"),
            named_params! {
                ":embargo_id": embargo_id.as_bytes(), ":ended_on": self.today().to_string(), ":reason": reason,
                ":recorded_at": instant(self.now()), ":ended_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records who was told of the embargo on an application.
    pub fn insert_told_of_application(&mut self, application_id: Uuid, names: Uuid) -> Result<(), StoreError> {
        self.insert_told(Some(application_id), None, names)
    }

    /// Records who was told of an embargo on something else.
    pub fn insert_told_of_embargo(&mut self, embargo_id: Uuid, names: Uuid) -> Result<(), StoreError> {
        self.insert_told(None, Some(embargo_id), names)
    }

    fn insert_told(&mut self, application_id: Option<Uuid>, embargo_id: Option<Uuid>, names: Uuid) -> Result<(), StoreError> {
        self.run(
            sql!("embargo/insert_told"),
            named_params! {
                ":embargo_told_id": self.new_id().as_bytes(), ":application_id": application_id.as_ref().map(Uuid::as_bytes),
                ":embargo_id": embargo_id.as_ref().map(Uuid::as_bytes), ":blob_id": names.as_bytes(),
                ":told_on": self.today().to_string(), ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}

fn read_told(row: &Row<'_>) -> Result<ToldRow, StoreError> {
    Ok(ToldRow {
        id: read_id(row, "id")?,
        names: read_id(row, "blob_id")?,
        told_on: read_date(row, "told_on")?,
        recorded_by: read_id(row, "recorded_by")?,
    })
}
