//! Budget tables from spreadsheets: read, understood cell by cell, and put into the next plan.

use super::{Draft, TOUCHED, draft, text};
use crate::{Changed, Error, Open, Result};
use domain::member::Act;
use domain::plan::draft::read;
use domain::plan::table::{self, ColumnRole};
use exchange::table::{Table, TableError, read_pasted};
use serde_json::json;
use std::path::Path;
use store::Event;

/// The most rows of a budget table: each is shown.
const MOST_ROWS: usize = 1_000;

/// A budget table with what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetTable {
    /// The file's name, or nothing for what was pasted.
    pub name: String,
    /// What each column holds.
    pub columns: Vec<ColumnRole>,
    /// The cells, as they are. One that is a formula begins with `=`.
    pub rows: Vec<Vec<String>>,
    /// What was made of them.
    pub table: table::Table,
}

/// Reads what was pasted from a spreadsheet, and guesses what its columns hold.
pub fn paste(open: &Open, pasted: &str) -> Result<BudgetTable> {
    guessed(open, String::new(), read_pasted(pasted)?)
}

/// Reads a file, and guesses what its columns hold.
pub fn read_file(open: &Open, path: &Path) -> Result<BudgetTable> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    guessed(open, name, exchange::table::read(path)?)
}

fn guessed(open: &Open, name: String, table: Table) -> Result<BudgetTable> {
    open.member().permit(Act::KeepRecords)?;
    let cell =
        |cell: exchange::table::Cell| if cell.formula && !cell.text.starts_with('=') { format!("={}", cell.text) } else { cell.text };
    let rows: Vec<Vec<String>> = table.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    let typed = draft(open)?.map(|draft| draft.typed).unwrap_or_default();
    let columns = table::guess(&rows, typed.year_before_label.trim());
    understand(name, rows, columns)
}

/// Reads a table anew, with what each column holds.
pub fn understand(name: String, rows: Vec<Vec<String>>, columns: Vec<ColumnRole>) -> Result<BudgetTable> {
    held(&rows)?;
    let table = table::understand(&rows, &columns);
    Ok(BudgetTable { name, columns, rows, table })
}

fn held(rows: &[Vec<String>]) -> Result<()> {
    if rows.len() > MOST_ROWS {
        return Err(TableError::TooManyRows { most: u32::try_from(MOST_ROWS).unwrap_or(u32::MAX) }.into());
    }
    Ok(())
}

/// Puts the lines of a table into the next plan, in place of its lines. Nothing is put in when no line was found.
pub fn put(open: &mut Open, rows: &[Vec<String>], columns: &[ColumnRole]) -> Result<Changed<Draft>> {
    held(rows)?;
    let understood = table::understand(rows, columns);
    open.change_beside(Act::KeepRecords, |tx, _| {
        let row = tx.plan_draft()?.ok_or(Error::NotFound)?;
        if understood.lines == 0 {
            return Err(TableError::NoLines.into());
        }
        let typed = table::put(&text::typed(&row.content)?, rows, columns, &understood);
        let revision = draft::put_away(tx, row.revision, &typed)?;
        let payload = json!({ "revision": revision, "lines": understood.lines, "total_pence": understood.total.pence() });
        let event = Event { kind: "budgetTablePutIn", subject: None, payload, touched: TOUCHED, signed: false };
        Ok((Draft { revision, reading: read(&typed), typed }, event))
    })
}
