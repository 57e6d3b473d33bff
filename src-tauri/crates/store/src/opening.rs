//! The one place where a connection to the encrypted file is opened.

use crate::{StoreError, disk};
use keys::RegisterKey;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Once;
use std::time::Duration;
use zeroize::Zeroizing;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Make a new file.
    Create,
    /// Read and change.
    Write,
    /// Read only: the database itself refuses a change.
    Read,
}

/// Statements kept prepared on each connection.
const STATEMENTS: usize = 128;

/// Opens the encrypted file and proves that the key fits. Nothing is written yet.
pub(crate) fn open(path: &Path, key: &RegisterKey, purpose: Use) -> Result<Connection, StoreError> {
    start_engine();
    let access = match purpose {
        Use::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Use::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Use::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    #[expect(clippy::disallowed_methods, reason = "this is the one home of opening: with the key, and with the checks below")]
    let connection = Connection::open_with_flags(path, flags)?;
    // The log is silenced first: what it says about a wrong key belongs in an error, not on a terminal.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    let unlock = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", key.hex().as_str()));
    connection.execute_batch(&unlock)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // The first read of the file is what proves the key.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA recursive_triggers = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -65536;",
    )?;
    if purpose == Use::Read {
        connection.execute_batch("PRAGMA query_only = ON;")?;
    }
    Ok(connection)
}

/// Makes a connection ready to change the file: write-ahead log, every commit flushed, erased text wiped.
pub(crate) fn ready_to_write(connection: &Connection) -> Result<(), StoreError> {
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::Damaged { detail: format!("journal mode is {mode}") });
    }
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
    Ok(())
}

/// Copies the encrypted file page by page, as a connection sees it at this moment, under a key of the copy's own.
///
/// The copy is one file without a log beside it, so that nothing can be forgotten when it is carried away or renamed.
pub(crate) fn copy(from: &Connection, file: &Path, key: &RegisterKey) -> Result<(), StoreError> {
    let mut to = open(file, key, Use::Create)?;
    {
        let backup = Backup::new(from, &mut to)?;
        loop {
            match backup.step(-1)? {
                StepResult::Done => break,
                StepResult::Busy | StepResult::Locked => std::thread::sleep(Duration::from_millis(20)),
                _ => {}
            }
        }
    }
    to.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    to.close().map_err(|(_, error)| error)?;
    disk::flush_file(file)
}

/// Whether a key opens the file.
pub(crate) fn fits(file: &Path, key: &RegisterKey) -> bool {
    open(file, key, Use::Read).is_ok()
}

/// A connection to nothing, to stand where the register's own was while its file is exchanged.
pub(crate) fn nothing() -> Result<Connection, StoreError> {
    #[expect(clippy::disallowed_methods, reason = "it is on no file, and nothing is ever written to it")]
    Ok(Connection::open_in_memory()?)
}

/// Starts the engine before anything is opened with it.
///
/// `SQLite` calls itself ready before `SQLCipher` has started inside it. A second thread that opens a file in that moment
/// is told that its key is bad. So the first connection of the program, to nothing at all, is made alone.
fn start_engine() {
    static STARTED: Once = Once::new();
    #[expect(clippy::disallowed_methods, reason = "it is open for an instant, on no file, to start the engine")]
    STARTED.call_once(|| drop(Connection::open_in_memory()));
}

/// Moves everything from the write-ahead log into the file.
pub(crate) fn checkpoint(connection: &Connection) -> Result<(), StoreError> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Both integrity checks, and the references between tables.
pub(crate) fn check(connection: &Connection) -> Result<(), StoreError> {
    for (pragma, good) in [("PRAGMA cipher_integrity_check", None), ("PRAGMA integrity_check", Some("ok"))] {
        let mut statement = connection.prepare(pragma)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let said: String = row.get(0)?;
            if Some(said.as_str()) != good {
                return Err(StoreError::Damaged { detail: said });
            }
        }
    }
    check_references(connection)
}

/// Fails if a row names a row that is not there.
pub(crate) fn check_references(connection: &Connection) -> Result<(), StoreError> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        None => Ok(()),
        Some(row) => {
            let table: String = row.get(0)?;
            Err(StoreError::Damaged { detail: format!("a row of {table} names a row that is not there") })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::common::Place;

    fn said(connection: &Connection, pragma: &str) -> String {
        connection.query_row(pragma, [], |row| row.get::<_, String>(0).or_else(|_| row.get::<_, i64>(0).map(|n| n.to_string()))).unwrap()
    }

    #[test]
    fn the_engine_is_the_one_that_was_reviewed() {
        let (_place, register) = Place::new();
        // A new version is welcome, once its notes were read: then change these two lines.
        assert_eq!(said(register.writer(), "SELECT sqlite_version()"), "3.53.4");
        assert_eq!(said(register.writer(), "PRAGMA cipher_version"), "4.19.0 community");
    }

    #[test]
    fn both_connections_are_set_up_for_safety() {
        let (_place, register) = Place::new();
        for connection in [register.writer(), register.reader()] {
            for (pragma, expected) in [
                ("PRAGMA foreign_keys", "1"),
                ("PRAGMA trusted_schema", "0"),
                ("PRAGMA temp_store", "2"),
                ("PRAGMA cache_size", "-65536"),
                ("PRAGMA journal_mode", "wal"),
                ("PRAGMA recursive_triggers", "1"),
                ("PRAGMA busy_timeout", "5000"),
            ] {
                assert_eq!(said(connection, pragma), expected, "{pragma}");
            }
        }
        assert_eq!(said(register.writer(), "PRAGMA synchronous"), "2");
        assert_eq!(said(register.writer(), "PRAGMA secure_delete"), "1");
        assert_eq!(said(register.reader(), "PRAGMA query_only"), "1");
    }

    #[test]
    fn a_reader_cannot_write() {
        let (_place, register) = Place::new();
        assert!(register.reader().execute("UPDATE partnership SET name = 'x'", []).is_err());
        // Even with the guard taken away: the file itself is open for reading only.
        register.reader().execute_batch("PRAGMA query_only = OFF;").unwrap();
        assert!(register.reader().execute("UPDATE partnership SET name = 'x'", []).is_err());
    }

    #[test]
    fn another_key_does_not_open_the_file() {
        let (place, register) = Place::new();
        drop(register);
        let other = RegisterKey::generate(&|bytes: &mut [u8]| bytes.fill(1));
        assert!(matches!(open(&place.file(), &other, Use::Read), Err(StoreError::Damaged { .. })));
    }
}
