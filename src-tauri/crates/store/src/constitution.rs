//! The choices of the constitution, each whole set with the day from which it holds.

use crate::row::{instant, read_date, read_id, read_instant};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::named_params;
use uuid::Uuid;

/// A set of choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConstitutionRow {
    /// The day from which it holds.
    pub from: NaiveDate,
    /// The choices, as JSON.
    pub choices: String,
    /// Why.
    pub reason: String,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By whom.
    pub recorded_by: Uuid,
}

impl ReadTx<'_> {
    /// Every set of choices, in the order in which they were recorded.
    pub fn constitutions(&self) -> Result<Vec<ConstitutionRow>, StoreError> {
        self.all(sql!("constitution/list"), [], |row| {
            Ok(ConstitutionRow {
                from: read_date(row, "from_date")?,
                choices: row.get("choices")?,
                reason: row.get("reason")?,
                recorded_at: read_instant(row, "recorded_at")?,
                recorded_by: read_id(row, "recorded_by")?,
            })
        })
    }
}

impl WriteTx<'_> {
    /// Records a set of choices.
    pub fn insert_constitution(&mut self, from: NaiveDate, choices: &str, reason: &str) -> Result<(), StoreError> {
        self.run(
            sql!("constitution/insert"),
            named_params! {
                ":from_date": from.to_string(), ":choices": choices, ":reason": reason,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}
