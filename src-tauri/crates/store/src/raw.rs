//! For tests alone: every cell of every table as bytes, as somebody with the register key could read the file.

use crate::{Register, StoreError};
use rusqlite::types::ValueRef;

/// One cell of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawCell {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// Which row, from 0.
    pub row: usize,
    /// What stands there. Numbers are written out; nothing is given for an empty cell.
    pub bytes: Vec<u8>,
}

impl Register {
    /// Every cell of every table, the schema included. Nothing is opened that is sealed.
    pub fn raw_cells(&self) -> Result<Vec<RawCell>, StoreError> {
        self.read(|tx| {
            let connection = tx.connection();
            let mut tables = vec!["sqlite_schema".to_owned()];
            let mut statement = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                tables.push(row.get(0)?);
            }
            let mut cells = Vec::new();
            for table in tables {
                let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\""))?;
                let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
                let mut rows = statement.query([])?;
                let mut number: usize = 0;
                while let Some(row) = rows.next()? {
                    for (at, column) in columns.iter().enumerate() {
                        let bytes = match row.get_ref(at)? {
                            ValueRef::Null => continue,
                            ValueRef::Integer(value) => value.to_string().into_bytes(),
                            ValueRef::Real(value) => value.to_string().into_bytes(),
                            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.to_vec(),
                        };
                        cells.push(RawCell { table: table.clone(), column: column.clone(), row: number, bytes });
                    }
                    number = number.saturating_add(1);
                }
            }
            Ok(cells)
        })
    }
}
