//! Columns in and out: ids, instants, dates and hashes as they stand in the file.

use crate::StoreError;
use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use domain::Money;
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

/// Reads a date.
pub(crate) fn read_date(row: &Row<'_>, column: &'static str) -> Result<NaiveDate, StoreError> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| unreadable(column))
}

/// Reads a date that may be absent.
pub(crate) fn read_optional_date(row: &Row<'_>, column: &'static str) -> Result<Option<NaiveDate>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| unreadable(column))).transpose()
}

/// Reads a time of day.
pub(crate) fn read_clock(row: &Row<'_>, column: &'static str) -> Result<NaiveTime, StoreError> {
    let text: String = row.get(column)?;
    NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| unreadable(column))
}

/// Reads an amount.
pub(crate) fn read_money(row: &Row<'_>, column: &'static str) -> Result<Money, StoreError> {
    Ok(Money::from_pence(row.get(column)?))
}

/// Reads an amount that may be absent.
pub(crate) fn read_optional_money(row: &Row<'_>, column: &'static str) -> Result<Option<Money>, StoreError> {
    let pence: Option<i64> = row.get(column)?;
    Ok(pence.map(Money::from_pence))
}

/// Reads a word that must be one of a list.
pub(crate) fn read_code<T>(row: &Row<'_>, column: &'static str, of: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
    let code: String = row.get(column)?;
    of(&code).ok_or_else(|| unreadable(column))
}
