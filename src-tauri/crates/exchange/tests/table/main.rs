//! Tables read and written: what people's files look like, and what hostile files look like.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test should stop at once")]

mod hostile;
mod text;
mod workbook;
mod written;

use exchange::table::{Table, TableError, read_bytes};

/// The words of a table.
fn words(bytes: &[u8]) -> Vec<Vec<String>> {
    read_bytes(bytes).unwrap().words()
}

fn refused(bytes: &[u8]) -> TableError {
    match read_bytes(bytes) {
        Ok(Table { rows }) => panic!("taken: {:?}", rows.iter().take(3).collect::<Vec<_>>()),
        Err(refused) => refused,
    }
}
