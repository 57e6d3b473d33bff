//! Tables from outside: CSV, pasted text and XLSX, read whole or refused with the row; and tables written for others.
//!
//! What comes in is hostile until it is read. Every size is bounded before memory is asked for: the file, what a packed
//! file unpacks to, rows, columns, cells, and the letters of one cell. No formula is ever run: its last result is text
//! like any other, and the cell says that a formula stood there.

mod error;
mod text;
mod write;
mod xlsx;

pub use error::TableError;
pub use write::{Column, Out, Sheet, csv, xlsx};

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The largest file that is read, in megabytes.
pub const MOST_MEGABYTES: u32 = 20;
/// The most rows of a table.
pub const MOST_ROWS: u32 = 100_000;
/// The most columns of a table.
pub const MOST_COLUMNS: u32 = 200;
/// The most cells of a table: a table of many columns has fewer rows.
pub const MOST_CELLS: usize = 2_000_000;
/// The most bytes of one cell.
pub const MOST_CELL: usize = 64 * 1024;

const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// One cell as people see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its words; a date as `2022-03-27`, a number without separators, a percentage as `4.54%`.
    pub text: String,
    /// Whether it is worked out by a formula. The text is then the last result, as the file has it.
    pub formula: bool,
}

/// A table, row by row. Rows may be of different lengths; empty cells at their ends and empty rows at its end are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The rows, in the order of the file, with the empty rows between them.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The words of all cells; refused with row and column, both counted from 1, if any cell is a formula.
    pub fn values(&self) -> Result<Vec<Vec<String>>, TableError> {
        for (row, cells) in self.rows.iter().enumerate() {
            if let Some(column) = cells.iter().position(|cell| cell.formula) {
                return Err(TableError::Formula { row: number(row), column: number(column) });
            }
        }
        Ok(self.words())
    }

    /// The words of all cells, formulas' last results among them.
    pub fn words(&self) -> Vec<Vec<String>> {
        self.rows.iter().map(|cells| cells.iter().map(|cell| cell.text.clone()).collect()).collect()
    }
}

/// Reads a file: CSV in any of the usual encodings, or XLSX. Its size is looked at first.
pub fn read(path: &Path) -> Result<Table, TableError> {
    read_bytes(&bytes_of(path)?)
}

/// The bytes of a file that is not larger than [`MOST_MEGABYTES`].
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, TableError> {
    let file = File::open(path).map_err(|_| TableError::Unreadable)?;
    let about = file.metadata().map_err(|_| TableError::Unreadable)?;
    if !about.is_file() {
        return Err(TableError::Unreadable);
    }
    if about.len() > MOST_BYTES {
        return Err(TableError::TooLarge { most_megabytes: MOST_MEGABYTES });
    }
    bounded(file)
}

/// Reads from anything, and never more than [`MOST_MEGABYTES`] of it.
pub fn read_from(source: impl Read) -> Result<Table, TableError> {
    read_bytes(&bounded(source)?)
}

fn bounded(source: impl Read) -> Result<Vec<u8>, TableError> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that grew while it was read.
    source.take(MOST_BYTES.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| TableError::Unreadable)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(TableError::TooLarge { most_megabytes: MOST_MEGABYTES });
    }
    Ok(bytes)
}

/// Reads a table from its bytes.
pub fn read_bytes(bytes: &[u8]) -> Result<Table, TableError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(TableError::TooLarge { most_megabytes: MOST_MEGABYTES });
    }
    if let Some(refused) = xlsx::refused_by_its_start(bytes) {
        return Err(refused);
    }
    if xlsx::is_archive(bytes) { xlsx::read(bytes) } else { text::read(&text::decode(bytes)?) }
}

/// Reads what somebody pasted: cells apart by tabs as a spreadsheet gives them, or CSV.
pub fn read_pasted(pasted: &str) -> Result<Table, TableError> {
    if u64::try_from(pasted.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(TableError::TooLarge { most_megabytes: MOST_MEGABYTES });
    }
    text::read(pasted)
}

/// The text of a file in any of the usual encodings, if it is not too large.
pub(crate) fn decoded(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, TableError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(TableError::TooLarge { most_megabytes: MOST_MEGABYTES });
    }
    text::decode(bytes)
}

/// A table as it grows, held to its limits.
#[derive(Default)]
struct Growing {
    table: Table,
    cells: usize,
    widest: usize,
}

impl Growing {
    /// Puts a row at the end.
    fn push(&mut self, mut row: Vec<Cell>) -> Result<(), TableError> {
        while row.last().is_some_and(|cell| cell.text.is_empty() && !cell.formula) {
            row.pop();
        }
        let place = self.table.rows.len();
        if row.len() > usize::try_from(MOST_COLUMNS).unwrap_or(usize::MAX) {
            return Err(TableError::LineTooLong { row: number(place) });
        }
        self.widest = self.widest.max(row.len());
        self.cells = self.cells.saturating_add(row.len());
        if !row.is_empty() {
            self.room_for(place)?;
        }
        self.table.rows.push(row);
        Ok(())
    }

    /// Refuses a row that is past the limits; `place` is counted from 0.
    fn room_for(&self, place: usize) -> Result<(), TableError> {
        if number(place) > MOST_ROWS {
            return Err(TableError::TooManyRows { most: MOST_ROWS });
        }
        if self.cells > MOST_CELLS {
            let most = MOST_CELLS.checked_div(self.widest).unwrap_or(0);
            return Err(TableError::TooManyRows { most: u32::try_from(most).unwrap_or(MOST_ROWS) });
        }
        Ok(())
    }

    /// The table, if there is anything in it.
    fn whole(mut self) -> Result<Table, TableError> {
        while self.table.rows.last().is_some_and(Vec::is_empty) {
            self.table.rows.pop();
        }
        let nothing = self.table.rows.iter().flatten().all(|cell| cell.text.trim().is_empty() && !cell.formula);
        if nothing { Err(TableError::Empty) } else { Ok(self.table) }
    }
}

/// A place counted from 0, as people count it.
fn number(place: usize) -> u32 {
    u32::try_from(place.saturating_add(1)).unwrap_or(u32::MAX)
}
