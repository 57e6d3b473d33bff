//! Text tables: which encoding, which separator, and the cells between them.

use super::{Cell, Growing, MOST_CELL, Table, TableError, number};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// What may stand between cells. The earlier wins when two fit equally well.
const SEPARATORS: [char; 3] = ['\t', ',', ';'];
/// How many rows are looked at to tell the separator.
const LOOKED_AT: usize = 200;

/// The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 if it is that, else Windows-1252 without control letters.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, TableError> {
    let text = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Cow::Borrowed(std::str::from_utf8(rest).map_err(|_| TableError::Encoding)?)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        UTF_16LE.decode_without_bom_handling_and_without_replacement(rest).ok_or(TableError::Encoding)?
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        UTF_16BE.decode_without_bom_handling_and_without_replacement(rest).ok_or(TableError::Encoding)?
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else {
        // Every byte is some letter of Windows-1252 but five, which that decoder makes control letters.
        WINDOWS_1252.decode_without_bom_handling(bytes).0
    };
    if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{1a}' | '\u{85}')) {
        return Err(TableError::Encoding);
    }
    Ok(text)
}

/// The cells of a text.
pub(super) fn read(text: &str) -> Result<Table, TableError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // The end of a file, as old programs of DOS write it.
    let text = text.strip_suffix('\u{1a}').unwrap_or(text);
    let (separator, text) = told(text).map_or_else(|| (guess(text), text), |(separator, rest)| (separator, rest));
    let mut growing = Growing::default();
    let mut rows = Rows::new(text, separator);
    while let Some(row) = rows.next_row()? {
        growing.push(row.into_iter().map(cell).collect())?;
    }
    growing.whole()
}

/// A first line that says the separator, as some programs write for Excel: `sep=;`.
fn told(text: &str) -> Option<(char, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let separator = rest.chars().next().filter(|separator| SEPARATORS.contains(separator))?;
    let rest = rest.get(1..)?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
    Some((separator, rest))
}

/// The separator under which most rows have the same number of cells, and quotes stand only around cells.
fn guess(text: &str) -> char {
    let mut best = (SEPARATORS[0], (false, 0, 0));
    for separator in SEPARATORS {
        let score = score(text, separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

/// Whether its quotes are in order, how many rows have the most usual number of cells, and that number. A separator that
/// never parts anything scores nothing.
fn score(text: &str, separator: char) -> (bool, usize, usize) {
    let mut rows = Rows::new(text, separator);
    let mut widths = std::collections::BTreeMap::<usize, usize>::new();
    for _ in 0..LOOKED_AT {
        let Ok(Some(row)) = rows.next_row() else { break };
        if row.len() > 1 {
            let count = widths.entry(row.len()).or_default();
            *count = count.saturating_add(1);
        }
    }
    match widths.into_iter().max_by_key(|(width, count)| (*count, *width)) {
        Some((width, count)) => (!rows.untidy, count, width),
        None => (false, 0, 0),
    }
}

/// One cell as it stands. `="00123"`, with which programs keep leading zeros from Excel, is the words in it.
fn cell(text: String) -> Cell {
    let Some(rest) = text.trim_start().strip_prefix('=') else {
        return Cell { text, formula: false };
    };
    match rest.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(words) if !words.contains('"') => Cell { text: words.to_owned(), formula: false },
        _ => Cell { text, formula: true },
    }
}

/// The rows of a text, one after the other. A row ends at a line feed, a carriage return, or both.
struct Rows<'a> {
    rest: &'a str,
    separator: char,
    row: usize,
    /// Whether a quote stood inside a cell that is not quoted, or letters behind a closing quote.
    untidy: bool,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text, separator, row: 0, untidy: false }
    }

    /// The next row, or nothing at the end.
    fn next_row(&mut self) -> Result<Option<Vec<String>>, TableError> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let mut cells = Vec::new();
        loop {
            let (cell, end) = self.next_cell()?;
            cells.push(cell);
            match end {
                End::Cell if cells.len() > MOST_CELL => return Err(TableError::LineTooLong { row: number(self.row) }),
                End::Cell => {}
                End::Row => {
                    self.row = self.row.saturating_add(1);
                    return Ok(Some(cells));
                }
            }
        }
    }

    fn next_cell(&mut self) -> Result<(String, End), TableError> {
        let too_long = TableError::LineTooLong { row: number(self.row) };
        let mut cell = String::new();
        let quoted_cell = self.rest.starts_with('"');
        if let Some(mut quoted) = self.rest.strip_prefix('"') {
            loop {
                // A quote that is never closed would take the whole file for one cell.
                let Some((words, rest)) = quoted.split_once('"') else {
                    return Err(if quoted.len() > MOST_CELL { too_long } else { TableError::Damaged });
                };
                cell.push_str(words);
                if cell.len() > MOST_CELL {
                    return Err(too_long);
                }
                self.rest = rest;
                let Some(more) = rest.strip_prefix('"') else { break };
                cell.push('"');
                quoted = more;
            }
        }
        let separator = self.separator;
        let length = self.rest.find([separator, '\n', '\r']).unwrap_or(self.rest.len());
        let (words, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        if cell.len().saturating_add(words.len()) > MOST_CELL {
            return Err(too_long);
        }
        self.untidy |= words.contains('"') || (quoted_cell && !words.trim().is_empty());
        cell.push_str(words);
        let mut letters = rest.chars();
        let end = match letters.next() {
            Some(letter) if letter == separator => End::Cell,
            _ => End::Row,
        };
        self.rest = rest.strip_prefix("\r\n").unwrap_or(letters.as_str());
        Ok((cell, end))
    }
}

/// What stands behind a cell.
enum End {
    Cell,
    Row,
}
