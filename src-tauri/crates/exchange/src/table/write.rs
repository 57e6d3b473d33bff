//! Writing tables for others: CSV and XLSX from typed cells, none of which can start a formula.
//!
//! In CSV a spreadsheet takes any cell for a formula that begins with one of a few signs, so words that do get an
//! apostrophe before them. In XLSX words are written as words, and marked as such, so that they stay words when somebody
//! edits the cell. Amounts, dates and shares are written as numbers in both.

use chrono::{Datelike, NaiveDate};
use domain::money::Money;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// What a spreadsheet keeps of one cell, in letters.
const MOST_LETTERS: usize = 32_000;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// Nothing.
    Empty,
    /// Words of people: they may be anything.
    Text(String),
    /// Pence; written as pounds with two places.
    Pence(i64),
    /// A day.
    Date(NaiveDate),
    /// A whole number.
    Number(i64),
    /// A share in hundredths of a per cent: 454 is 4.54 %.
    Percent(i64),
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// How wide it is, in letters.
    pub width: u16,
}

impl Column {
    /// A column with its heading and width.
    pub fn new(heading: impl Into<String>, width: u16) -> Self {
        Self { heading: heading.into(), width }
    }
}

/// A table to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The sheet's name in a workbook; signs that such names may not have are left out.
    pub name: String,
    /// Lines above the headings: what the table is, and of which day. Often none.
    pub above: Vec<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, of as many cells as there are columns.
    pub rows: Vec<Vec<Out>>,
    /// The day it is made, kept in the workbook's properties.
    pub made_on: NaiveDate,
}

/// The table as CSV: UTF-8 with its mark, so that spreadsheets read £ right; lines end as in RFC 4180.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for line in &sheet.above {
        text.push_str(&quoted(line));
        text.push_str("\r\n");
    }
    let headings: Vec<String> = sheet.columns.iter().map(|column| quoted(&column.heading)).collect();
    text.push_str(&headings.join(","));
    text.push_str("\r\n");
    for row in &sheet.rows {
        let cells: Vec<String> = row.iter().map(plain).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn plain(cell: &Out) -> String {
    match cell {
        Out::Empty => String::new(),
        Out::Text(words) => quoted(words),
        Out::Pence(pence) => hundredths(*pence),
        Out::Date(day) => day.format("%Y-%m-%d").to_string(),
        Out::Number(number) => number.to_string(),
        Out::Percent(share) => format!("{}%", hundredths(*share)),
    }
}

/// `1250.00`, `-12.60`: without separators, for a machine.
fn hundredths(number: i64) -> String {
    Money::from_pence(number).decimal().to_string()
}

/// Words as one cell: on one line, in quotes, and never a formula.
fn quoted(words: &str) -> String {
    let guarded = guarded(&one_line(words));
    format!("\"{}\"", guarded.replace('"', "\"\""))
}

/// Line breaks, tabs and control letters become spaces: a row of the file is a row of the table, whatever reads it.
fn one_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') { ' ' } else { letter }).collect()
}

/// Puts an apostrophe before words that a spreadsheet would take for a formula, and before such a beginning behind a
/// semicolon, at which spreadsheets of other countries part cells.
pub(crate) fn guarded(words: &str) -> String {
    let parts: Vec<String> =
        words.split(';').map(|part| if starts_a_formula(part) { format!("'{part}") } else { part.to_owned() }).collect();
    parts.join(";")
}

/// Whether a spreadsheet could take this for a formula: by its first sign, past anything that cannot be seen.
pub(crate) fn starts_a_formula(words: &str) -> bool {
    let unseen = |letter: char| {
        letter.is_whitespace() || letter.is_control() || matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '"')
    };
    let first = words.chars().find(|letter| !unseen(*letter));
    words.starts_with(['\t', '\r'])
        || matches!(first, Some('=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}' | '\u{2212}'))
}

/// The looks of a workbook's cells.
struct Looks {
    heading: Format,
    words: Format,
    money: Format,
    day: Format,
    number: Format,
    share: Format,
}

impl Looks {
    fn new() -> Self {
        Self {
            heading: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_quote_prefix(),
            words: Format::new().set_text_wrap().set_align(FormatAlign::Top).set_quote_prefix(),
            money: Format::new().set_num_format("#,##0.00").set_align(FormatAlign::Top),
            day: Format::new().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Top),
            number: Format::new().set_num_format("#,##0").set_align(FormatAlign::Top),
            share: Format::new().set_num_format("0.00%").set_align(FormatAlign::Top),
        }
    }
}

/// The tables as one XLSX workbook, a sheet each, headings in a row that stays in sight. Nothing if it cannot be written:
/// more rows than a sheet has, or more sheets than have names.
pub fn xlsx(sheets: &[Sheet]) -> Option<Vec<u8>> {
    write(sheets).ok()
}

fn write(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let looks = Looks::new();
    if let Some(sheet) = sheets.first() {
        book.set_properties(&DocProperties::new().set_creation_datetime(&excel_day(sheet.made_on)?));
    }
    for sheet in sheets {
        let name: String = one_line(&sheet.name).chars().filter(|letter| !"[]:*?/\\'".contains(*letter)).take(31).collect();
        let page = book.add_worksheet();
        if !name.trim().is_empty() {
            page.set_name(name.trim())?;
        }
        fill(page, sheet, &looks)?;
    }
    book.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    let mut down = 0_u32;
    for line in &sheet.above {
        // Not wrapped: a line above the table runs on over the columns.
        page.write_string_with_format(down, 0, short(line), &Format::new().set_quote_prefix())?;
        down = down.saturating_add(1);
    }
    for (across, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(across, f64::from(column.width))?;
        page.write_string_with_format(down, across, short(&column.heading), &looks.heading)?;
    }
    down = down.saturating_add(1);
    page.set_freeze_panes(down, 0)?;
    page.set_repeat_rows(down.saturating_sub(1), down.saturating_sub(1))?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    for row in &sheet.rows {
        for (across, cell) in (0_u16..).zip(row) {
            put(page, (down, across), cell, looks)?;
        }
        down = down.saturating_add(1);
    }
    Ok(())
}

fn put(page: &mut Worksheet, (down, across): (u32, u16), cell: &Out, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        Out::Empty => {}
        Out::Text(words) => {
            page.write_string_with_format(down, across, short(words), &looks.words)?;
        }
        Out::Pence(pence) => {
            page.write_number_with_format(down, across, nearest(&hundredths(*pence)), &looks.money)?;
        }
        Out::Date(day) => {
            page.write_datetime_with_format(down, across, excel_day(*day)?, &looks.day)?;
        }
        Out::Number(number) => {
            page.write_number_with_format(down, across, nearest(&number.to_string()), &looks.number)?;
        }
        Out::Percent(share) => {
            page.write_number_with_format(down, across, nearest(&format!("{share}e-4")), &looks.share)?;
        }
    }
    Ok(())
}

/// The number that a spreadsheet keeps: the nearest to the exact decimal, which it shows to fifteen digits.
fn nearest(exact: &str) -> f64 {
    exact.parse().unwrap_or(f64::NAN)
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(0);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(0), part(day.month()), part(day.day()))
}

/// Words as a sheet can keep them: its own line breaks, no other control letters, and not longer than a cell.
fn short(words: &str) -> String {
    let kept = words.replace("\r\n", "\n");
    let letters = kept.chars().map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter });
    let mut units = 0_usize;
    letters
        .take_while(|letter| {
            units = units.saturating_add(letter.len_utf16());
            units <= MOST_LETTERS
        })
        .collect()
}
