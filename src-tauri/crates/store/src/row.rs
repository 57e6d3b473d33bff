//! Columns in and out: ids, instants, dates and hashes as they stand in the file.

use crate::StoreError;
use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::Row;
use uuid::Uuid;

/// An instant as text: always the same length, so that text order is time order.
pub(crate) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Reads an instant.
pub(crate) fn read_instant(row: &Row<'_>, column: &'static str) -> Result<DateTime<Utc>, StoreError> {
    let text: String = row.get(column)?;
    parse_instant(&text, column)
}

pub(crate) fn parse_instant(text: &str, column: &'static str) -> Result<DateTime<Utc>, StoreError> {
    DateTime::parse_from_rfc3339(text).map(|at| at.to_utc()).map_err(|_| unreadable(column))
}

/// Reads an id.
pub(crate) fn read_id(row: &Row<'_>, column: &'static str) -> Result<Uuid, StoreError> {
    let bytes: [u8; 16] = row.get(column)?;
    Ok(Uuid::from_bytes(bytes))
}

/// Reads an id that may be absent.
pub(crate) fn read_optional_id(row: &Row<'_>, column: &'static str) -> Result<Option<Uuid>, StoreError> {
    let bytes: Option<[u8; 16]> = row.get(column)?;
    Ok(bytes.map(Uuid::from_bytes))
}

/// A column whose content this program cannot read.
pub(crate) fn unreadable(column: &'static str) -> StoreError {
    StoreError::Damaged { detail: format!("column {column} cannot be read") }
}
