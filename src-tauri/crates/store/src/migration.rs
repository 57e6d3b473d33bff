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
pub(crate) const ALL: &[Migration] = migrations![
    "0001_register",
    "0002_grant",
    "0003_member",
    "0004_interest",
    "0005_review",
    "0006_meeting",
    "0007_membership",
    "0008_vote",
    "0009_budget",
    "0010_payment",
    "0011_paper",
    "0012_wording_draft"
];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Register;
    use crate::backup::{RegisterKeySource, sets_in, verify_file};
    use crate::common::{Place, note, passphrase, system};
    use crate::disk::FolderLock;
    use crate::folder::Folder;
    use crate::opening::{Use, open};
    use crate::register::Opening;
    use std::fs;

    const GOOD: Migration = Migration { name: "0900_good", sql: "CREATE TABLE good (a INTEGER) STRICT;" };
    const BAD: Migration = Migration { name: "0901_bad", sql: "CREATE TABLE bad (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);" };
    const DANGLING: Migration = Migration {
        name: "0902_dangling",
        sql: "CREATE TABLE child (a BLOB REFERENCES member) STRICT; PRAGMA defer_foreign_keys = ON; INSERT INTO child VALUES (x'00');",
    };

    fn tables(connection: &Connection) -> Vec<String> {
        let mut statement = connection.prepare(sql!("schema/tables")).unwrap();
        let names = statement.query_map([], |row| row.get("name")).unwrap();
        names.map(Result::unwrap).collect()
    }

    fn now() -> DateTime<Utc> {
        "2023-01-20T10:00:00Z".parse().unwrap()
    }

    #[test]
    fn the_steps_are_numbered_in_order() {
        for (step, migration) in (1..).zip(ALL) {
            assert!(migration.name.starts_with(&format!("{step:04}_")), "{}", migration.name);
        }
    }

    #[test]
    fn a_step_that_fails_leaves_the_register_as_it_was() {
        let (place, register) = Place::new();
        let key = register.key().clone();
        drop(register);
        for bad in [BAD, DANGLING] {
            let before = fs::read(place.file()).unwrap();
            let mut steps = ALL.to_vec();
            steps.extend([GOOD, bad]);
            let mut connection = open(&place.file(), &key, Use::Write).unwrap();
            assert!(apply(&mut connection, &steps, now()).is_err(), "{}", bad.name);
            assert_eq!(version(&connection).unwrap(), newest(ALL));
            let left = tables(&connection);
            assert!(!left.iter().any(|t| ["good", "bad", "child"].contains(&t.as_str())), "{left:?}");
            drop(connection);
            assert_eq!(fs::read(place.file()).unwrap(), before, "{}", bad.name);
        }
        place.unlock().unwrap();
    }

    #[test]
    fn a_step_is_applied_once_and_remembered() {
        let (place, register) = Place::new();
        let key = register.key().clone();
        drop(register);
        let mut steps = ALL.to_vec();
        steps.push(GOOD);
        let mut connection = open(&place.file(), &key, Use::Write).unwrap();
        apply(&mut connection, &steps, now()).unwrap();
        apply(&mut connection, &steps, now()).unwrap();
        assert_eq!(version(&connection).unwrap(), newest(ALL) + 1);
        assert!(tables(&connection).contains(&"good".to_owned()));
    }

    #[test]
    fn a_step_that_was_edited_after_its_release_is_refused() {
        let (place, register) = Place::new();
        let key = register.key().clone();
        drop(register);
        let mut steps = ALL.to_vec();
        steps[0].sql = "CREATE TABLE something_else (a INTEGER) STRICT;";
        let mut connection = open(&place.file(), &key, Use::Write).unwrap();
        assert!(matches!(apply(&mut connection, &steps, now()), Err(StoreError::SchemaDiffers { version: 1 })));
    }

    #[test]
    fn an_older_register_is_brought_up_to_date_after_a_backup() {
        let (place, mut register) = Place::new();
        note(&mut register, "before the upgrade");
        let head = register.head().unwrap();
        let (key, keyring) = (register.key().clone(), register.shared_keyring());
        drop(register);
        let mut steps = ALL.to_vec();
        steps.push(GOOD);
        let folder = Folder::at(&place.folder());
        let lock = FolderLock::take(&folder.lock()).unwrap();
        let before = folder.before_upgrade();
        let (member_id, surroundings) = (place.member_id, system());
        let register = Register::assemble(Opening { folder, lock, key, keyring, member_id, surroundings, steps: &steps }).unwrap();
        assert_eq!(version(register.writer()).unwrap(), newest(ALL) + 1);
        assert!(tables(register.reader()).contains(&"good".to_owned()));
        assert_eq!(register.head().unwrap(), head);

        let sets = sets_in(&before).unwrap();
        assert_eq!(sets.len(), 1);
        let source = RegisterKeySource::Recovery(&place.recovery);
        let found = verify_file(&sets[0].1, &source, system().as_ref()).unwrap();
        assert_eq!((found.schema_version, found.journal.head), (newest(ALL), head));
        // The older program refuses what the newer one made, and the backup still opens for it.
        drop(register);
        assert!(matches!(place.unlock(), Err(StoreError::NewerVersion { .. })));
        Register::unlock(&sets[0].1, place.member_id, &passphrase(), system()).unwrap();
    }

    #[test]
    fn line_ends_do_not_make_a_step_another_one() {
        let unix = Migration { name: "a", sql: "SELECT 1;\nSELECT 2;\n" };
        let windows = Migration { name: "a", sql: "SELECT 1;\r\nSELECT 2;\r\n" };
        assert_eq!(digest(&unix), digest(&windows));
    }

    #[test]
    fn a_newer_register_is_refused_and_left_unharmed() {
        let (place, register) = Place::new();
        let newer = newest(ALL) + 7;
        register.writer().pragma_update(None, "user_version", newer).unwrap();
        drop(register);
        let before = fs::read(place.file()).unwrap();
        assert!(matches!(
            place.unlock(),
            Err(StoreError::NewerVersion { found, ours }) if found == newer && ours == newest(ALL)
        ));
        assert_eq!(fs::read(place.file()).unwrap(), before);
    }
}
