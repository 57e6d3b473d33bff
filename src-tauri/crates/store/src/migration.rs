//! Steps of the schema, applied in order and all or nothing.

use crate::row::instant;
use crate::sql::sql;
use crate::{StoreError, opening};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, named_params};
use sha2::{Digest, Sha256};

/// One step of the schema.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    /// The file's name, such as `0001_register`.
    pub(crate) name: &'static str,
    /// Its statements.
    pub(crate) sql: &'static str,
}

macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        &[$(Migration { name: $name, sql: include_str!(concat!("schema/", $name, ".sql")) }),*]
    };
}

/// Every step, oldest first. A step that has been released is never edited: add a new one.
pub(crate) const ALL: &[Migration] = migrations!["0001_register"];

/// The version a register has after all the steps.
pub(crate) fn newest(steps: &[Migration]) -> i64 {
    i64::try_from(steps.len()).unwrap_or(i64::MAX)
}

/// The version of the register in hand.
pub(crate) fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Refuses a register this program does not know. Only reads.
pub(crate) fn check(connection: &Connection, steps: &[Migration]) -> Result<i64, StoreError> {
    let found = version(connection)?;
    let ours = newest(steps);
    if found > ours {
        return Err(StoreError::NewerVersion { found, ours });
    }
    if found > 0 {
        let mut statement = connection.prepare(sql!("schema/migrations"))?;
        let mut rows = statement.query([])?;
        let mut applied = 0;
        for (step, expected) in (1_i64..).zip(steps) {
            let Some(row) = rows.next()? else { break };
            let sha256: [u8; 32] = row.get("sha256")?;
            let at: i64 = row.get("version")?;
            if at != step || sha256 != digest(expected) {
                return Err(StoreError::SchemaDiffers { version: step });
            }
            applied = step;
        }
        if applied != found {
            return Err(StoreError::SchemaDiffers { version: found });
        }
    }
    Ok(found)
}

/// Brings a register to the newest version, all steps in one transaction.
pub(crate) fn apply(connection: &mut Connection, steps: &[Migration], now: DateTime<Utc>) -> Result<(), StoreError> {
    let found = check(connection, steps)?;
    if found == newest(steps) {
        return Ok(());
    }
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute_batch(
        "CREATE TABLE IF NOT EXISTS migration (
            version    INTEGER PRIMARY KEY,
            name       TEXT NOT NULL,
            sha256     BLOB NOT NULL CHECK (length(sha256) = 32),
            applied_at TEXT NOT NULL
        ) STRICT;",
    )?;
    for (step, migration) in (1_i64..).zip(steps) {
        if step <= found {
            continue;
        }
        tx.execute_batch(migration.sql)?;
        tx.execute(
            sql!("schema/record_migration"),
            named_params! {
                ":version": step,
                ":name": migration.name,
                ":sha256": digest(migration),
                ":applied_at": instant(now),
            },
        )?;
    }
    opening::check_references(&tx)?;
    tx.pragma_update(None, "user_version", newest(steps))?;
    tx.commit()?;
    Ok(())
}

/// The hash of a step. Line ends are made alike first: a checkout on Windows may have changed them.
fn digest(migration: &Migration) -> [u8; 32] {
    Sha256::digest(migration.sql.replace("\r\n", "\n")).into()
}
