//! Reading XLSX: measured in full before it is opened, then cell by cell, and never more kept than a table may have.

use super::{Cell, Growing, MOST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_MEGABYTES, MOST_ROWS, Table, TableError};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use zip::ZipArchive;

/// What all parts together may unpack to. A full table of the most rows and twenty columns takes about half of it.
const MOST_UNPACKED: u64 = 160 * 1024 * 1024;
/// The most parts in the archive.
const MOST_PARTS: usize = 2_000;
/// The most tags of a part that holds cells or their words.
const MOST_TAGS: u64 = 12_000_000;
/// The most tags of any other part: each may become a record of many bytes.
const MOST_OTHER_TAGS: u64 = 200_000;

/// Old spreadsheets, and new ones with a password, are in this archive of Microsoft's.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Files that are plainly something else.
const OTHERS: [&[u8]; 6] = [b"%PDF", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"SQLite format 3", b"{\\rtf"];

/// A file that its first letters refuse.
pub(super) fn refused_by_its_start(bytes: &[u8]) -> Option<TableError> {
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let sealed = bytes.windows(name.len()).any(|window| window == name);
        return Some(if sealed { TableError::Protected } else { TableError::NotATable });
    }
    OTHERS.iter().any(|start| bytes.starts_with(start)).then_some(TableError::NotATable)
}

/// Whether it is an archive, as a workbook is.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The first sheet in sight that has anything in it.
pub(super) fn read(bytes: &[u8]) -> Result<Table, TableError> {
    measure(bytes)?;
    // A reader of a format this old may still stumble over a file made for it; that must not take the program down.
    catch_unwind(AssertUnwindSafe(|| read_measured(bytes))).unwrap_or(Err(TableError::Damaged))
}

fn read_measured(bytes: &[u8]) -> Result<Table, TableError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let mut found = Err(TableError::Empty);
    for name in names {
        found = read_sheet(&mut book, &name);
        if !matches!(found, Err(TableError::Empty)) {
            break;
        }
    }
    found
}

fn refusal(error: &XlsxError) -> TableError {
    match error {
        XlsxError::Password => TableError::Protected,
        _ => TableError::Damaged,
    }
}

/// Unpacks every part once and keeps nothing, so that what is opened next is known to be of bearable size.
fn measure(bytes: &[u8]) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(TableError::Damaged);
    }
    let mut left = MOST_UNPACKED;
    let mut workbook = false;
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|_| TableError::Damaged)?;
        if part.size() > left {
            return Err(TableError::TooLarge { most_megabytes: MOST_MEGABYTES });
        }
        let name = part.name().map_err(|_| TableError::Damaged)?.to_lowercase();
        workbook |= name.contains("workbook");
        let markup = matches!(name.rsplit('.').next(), Some("xml" | "rels"));
        let strings = name.ends_with("sharedstrings.xml");
        let most_tags = if strings || name.contains("sheets") { MOST_TAGS } else { MOST_OTHER_TAGS };
        let mut tags = 0_u64;
        let mut carried: Vec<u8> = Vec::new();
        let mut buffer = vec![0_u8; 64 * 1024];
        loop {
            let read = part.read(&mut buffer).map_err(|_| TableError::Damaged)?;
            let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
            left =
                left.checked_sub(u64::try_from(read).unwrap_or(u64::MAX)).ok_or(TableError::TooLarge { most_megabytes: MOST_MEGABYTES })?;
            // No letter of UTF-8 is a nought; another encoding could hide what is counted here.
            if markup && chunk.contains(&0) {
                return Err(TableError::Damaged);
            }
            let here = chunk.split(|byte| *byte == b'<').count();
            tags = tags.saturating_add(u64::try_from(here).unwrap_or(u64::MAX));
            if tags > most_tags {
                return Err(TableError::TooLarge { most_megabytes: MOST_MEGABYTES });
            }
            if strings {
                carried.extend_from_slice(chunk);
                honest_count(&carried)?;
                let keep = carried.len().saturating_sub(64);
                carried.drain(..keep);
            }
        }
    }
    if workbook { Ok(()) } else { Err(TableError::NotATable) }
}

/// The number of strings that a part says it holds is believed by who reads it, and room is made for so many.
fn honest_count(part: &[u8]) -> Result<(), TableError> {
    const NAME: &[u8] = b"uniqueCount";
    let mut rest = part;
    while let Some(place) = rest.windows(NAME.len()).position(|window| window == NAME) {
        rest = rest.get(place.saturating_add(NAME.len())..).unwrap_or(&[]);
        let told = rest.iter().copied().skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\''));
        let digits: Vec<u8> = told.take_while(u8::is_ascii_digit).take(20).collect();
        let count = std::str::from_utf8(&digits).ok().and_then(|digits| digits.parse::<usize>().ok());
        // Cut off at the end of what was read so far: it comes again with the next piece, which begins before it.
        if digits.is_empty() && rest.len() < 32 {
            continue;
        }
        if count.is_none_or(|count| count > MOST_CELLS) {
            return Err(TableError::Damaged);
        }
    }
    Ok(())
}

/// How a number is shown, where that changes its words.
#[derive(Clone, Copy)]
enum Look {
    /// A hundred times as much, with a sign behind it.
    Percent,
    /// Filled up with noughts to so many digits.
    Noughts(usize),
}

fn look(format: &str) -> Option<Look> {
    if format.contains('%') {
        return Some(Look::Percent);
    }
    (format.len() > 1 && format.len() <= 20 && format.bytes().all(|byte| byte == b'0')).then_some(Look::Noughts(format.len()))
}

type Looks = HashMap<(u32, u32), Look>;

/// Where numbers are shown in a way of their own. The sheet is read for it only when the workbook has such a style.
fn looks<R: Read + std::io::Seek>(book: &mut Xlsx<R>, name: &str) -> Result<Looks, TableError> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| refusal(&error))?;
    let format = |style: &calamine::Style| style.number_format.as_ref().and_then(|number| look(&number.format_code));
    let styles: Vec<Option<Look>> = reader.styles().iter().map(format).collect();
    let mut found = Looks::new();
    if styles.iter().all(Option::is_none) {
        return Ok(found);
    }
    while let Some((row, column, style)) = reader.next_style_id().map_err(|error| refusal(&error))? {
        if let Some(look) = styles.get(style).copied().flatten() {
            within(row, column)?;
            found.insert((row, column), look);
            if found.len() > MOST_CELLS {
                return Err(TableError::TooManyRows { most: MOST_ROWS });
            }
        }
    }
    Ok(found)
}

fn within(row: u32, column: u32) -> Result<(), TableError> {
    if row >= MOST_ROWS {
        return Err(TableError::TooManyRows { most: MOST_ROWS });
    }
    if column >= MOST_COLUMNS {
        return Err(TableError::LineTooLong { row: row.saturating_add(1) });
    }
    Ok(())
}

fn read_sheet<R: Read + std::io::Seek>(book: &mut Xlsx<R>, name: &str) -> Result<Table, TableError> {
    let looks = looks(book, name)?;
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| refusal(&error))?;
    let mut growing = Growing::default();
    let mut row: Vec<Cell> = Vec::new();
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|error| refusal(&error))? {
        let text = text(&cell.value, looks.get(&cell.pos).copied());
        let formula = cell.formula.is_some();
        if text.is_empty() && !formula {
            continue;
        }
        let (down, across) = cell.pos;
        within(down, across)?;
        if text.len() > MOST_CELL {
            return Err(TableError::LineTooLong { row: down.saturating_add(1) });
        }
        let (down, across) = (usize::try_from(down).unwrap_or(usize::MAX), usize::try_from(across).unwrap_or(usize::MAX));
        if down < growing.table.rows.len() {
            // Rows stand in order in every real file.
            return Err(TableError::Damaged);
        }
        while growing.table.rows.len() < down {
            growing.push(std::mem::take(&mut row))?;
        }
        if across < row.len() {
            return Err(TableError::Damaged);
        }
        row.resize(across, Cell::default());
        row.push(Cell { text, formula });
    }
    growing.push(row)?;
    growing.whole()
}

/// The words of a cell as people see them.
fn text(value: &DataRef<'_>, look: Option<Look>) -> String {
    match value {
        DataRef::Int(whole) => looked(whole.to_string(), look),
        DataRef::Float(number) => looked(exact(*number), look),
        DataRef::String(words) | DataRef::DurationIso(words) => words.clone(),
        DataRef::SharedString(words) => (*words).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => day(moment),
        DataRef::DateTimeIso(moment) => moment.strip_suffix("T00:00:00").unwrap_or(moment).to_owned(),
        DataRef::Error(fault) => fault.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number as the spreadsheet shows it: fifteen digits are all it keeps, and what is behind them is noise.
fn exact(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let fifteen = format!("{number:.14e}");
    let shown = fifteen.parse::<f64>().unwrap_or(number).to_string();
    if shown == "-0" { "0".to_owned() } else { shown }
}

fn looked(words: String, look: Option<Look>) -> String {
    match look {
        Some(Look::Percent) => {
            let hundredfold = words.parse::<Decimal>().ok().and_then(|number| number.checked_mul(Decimal::ONE_HUNDRED));
            hundredfold.map_or(words, |percent| format!("{}%", percent.normalize()))
        }
        Some(Look::Noughts(digits)) if words.bytes().all(|byte| byte.is_ascii_digit()) => format!("{words:0>digits$}"),
        None | Some(Look::Noughts(_)) => words,
    }
}

fn day(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return exact(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    match (moment.as_f64() < 1.0, (hour, minute, second) == (0, 0, 0)) {
        (true, _) => format!("{hour:02}:{minute:02}"),
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
    }
}
