//! Files made to do harm: each is refused with its reason, and without asking for much memory.

use super::refused;
use exchange::table::{MOST_COLUMNS, TableError, read, read_bytes, read_from};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Gives letters for ever, and counts how many were taken.
struct Endless<'a> {
    taken: &'a mut u64,
}

impl Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        buffer.fill(b'x');
        *self.taken += buffer.len() as u64;
        Ok(buffer.len())
    }
}

#[test]
fn a_line_of_a_thousand_million_letters_is_refused_after_the_first_twenty_million() {
    let mut taken = 0;
    let line = Endless { taken: &mut taken }.take(1 << 30);
    assert_eq!(read_from(line), Err(TableError::TooLarge { most_megabytes: 20 }));
    assert!(taken < 64 << 20, "{taken}");
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.csv");
    // A hole, not a thousand million bytes on the disk.
    std::fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
    assert_eq!(read(&path), Err(TableError::TooLarge { most_megabytes: 20 }));
    assert_eq!(read(folder.path()), Err(TableError::Unreadable));
    assert_eq!(read(&folder.path().join("none.csv")), Err(TableError::Unreadable));
}

#[test]
fn a_cell_or_a_row_that_is_too_long_is_refused_with_its_row() {
    let long = "x".repeat(70_000);
    assert_eq!(refused(format!("a,b\nc,{long}\n").as_bytes()), TableError::LineTooLong { row: 2 });
    let wide = vec!["x"; MOST_COLUMNS as usize + 1].join(",");
    assert_eq!(refused(format!("a\nb\n{wide}\n").as_bytes()), TableError::LineTooLong { row: 3 });
    let commas = ",".repeat(15 << 20);
    assert_eq!(refused(commas.as_bytes()), TableError::LineTooLong { row: 1 });
}

#[test]
fn too_many_rows_or_cells_are_refused_with_how_many_may_be() {
    assert_eq!(refused("1,2\n".repeat(100_001).as_bytes()), TableError::TooManyRows { most: 100_000 });
    assert_eq!(read_bytes("1,2\n".repeat(100_000).as_bytes()).unwrap().rows.len(), 100_000);
    let row = format!("{}\n", vec!["1"; 200].join(","));
    assert_eq!(refused(row.repeat(10_001).as_bytes()), TableError::TooManyRows { most: 10_000 });
    // Empty rows at the end are no rows.
    assert_eq!(read_bytes(format!("a,b\n{}", "\n".repeat(200_000)).as_bytes()).unwrap().rows.len(), 1);
}

#[test]
fn other_kinds_of_file_are_refused_as_no_table() {
    for bytes in
        [b"%PDF-1.7\n".as_slice(), b"\x89PNG\r\n\x1a\n", b"\xFF\xD8\xFF\xE0", b"SQLite format 3\0", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1old"]
    {
        assert_eq!(refused(bytes), TableError::NotATable);
    }
    assert_eq!(refused(&archive(&[("word/document.xml", b"<w/>".to_vec())])), TableError::NotATable);
}

#[test]
fn a_workbook_with_a_password_is_refused_as_protected() {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(&bytes), TableError::Protected);
}

fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet, with these parts.
fn workbook(sheet: &str, strings: &str, styles: &str) -> Vec<u8> {
    let workbook = r#"<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let package = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let relations = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    archive(&[
        ("_rels/.rels", package.into()),
        ("xl/workbook.xml", workbook.into()),
        ("xl/_rels/workbook.xml.rels", relations.into()),
        ("xl/worksheets/sheet1.xml", sheet.into()),
        ("xl/sharedStrings.xml", strings.into()),
        ("xl/styles.xml", styles.into()),
    ])
}

const STRINGS: &str = r#"<sst uniqueCount="1"><si><t>word</t></si></sst>"#;
const STYLES: &str = "<styleSheet/>";

fn sheet(cells: &str) -> String {
    format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")
}

#[test]
fn a_hand_made_workbook_is_read() {
    let bytes = workbook(&sheet(r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row>"#), STRINGS, STYLES);
    assert_eq!(super::words(&bytes), [["word", "5"]]);
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_opened() {
    let blown = format!("<worksheet><sheetData>{}", " ".repeat(170 << 20));
    let bytes = workbook(&blown, STRINGS, STYLES);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(refused(&bytes), TableError::TooLarge { most_megabytes: 20 });
}

#[test]
fn a_workbook_of_small_parts_that_would_grow_large_is_refused() {
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(300_000));
    assert_eq!(refused(&workbook(&sheet(""), STRINGS, &styles)), TableError::TooLarge { most_megabytes: 20 });
    for count in ["99999999999999", "4000000", "abc", "18446744073709551615", "99999999999999999999999999"] {
        let strings = format!(r#"<sst uniqueCount="{count}"><si><t>word</t></si></sst>"#);
        assert_eq!(refused(&workbook(&sheet(""), &strings, STYLES)), TableError::Damaged, "{count}");
    }
    let hidden: Vec<u8> = r#"<sst uniqueCount="9999999999999"/>"#.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let parts = [("xl/workbook.xml", b"<workbook/>".to_vec()), ("xl/sharedStrings.xml", hidden)];
    assert_eq!(refused(&archive(&parts)), TableError::Damaged);
}

#[test]
fn the_number_of_strings_is_found_wherever_the_pieces_end() {
    for before in (64 * 1024 - 80)..(64 * 1024 + 20) {
        let strings = format!(r#"<!--{}--><sst uniqueCount="99999999999"><si><t>word</t></si></sst>"#, "x".repeat(before));
        assert_eq!(refused(&workbook(&sheet(""), &strings, STYLES)), TableError::Damaged, "{before}");
    }
}

#[test]
fn a_cell_far_away_does_not_ask_for_the_cells_before_it() {
    for (place, refusal) in [
        ("XFD1048576", TableError::TooManyRows { most: 100_000 }),
        ("A1048576", TableError::TooManyRows { most: 100_000 }),
        ("XFD7", TableError::LineTooLong { row: 7 }),
        ("A99999999999", TableError::Damaged),
    ] {
        let cells = format!(r#"<row><c r="A1"><v>1</v></c><c r="{place}"><v>1</v></c></row>"#);
        assert_eq!(refused(&workbook(&sheet(&cells), STRINGS, STYLES)), refusal, "{place}");
    }
}

#[test]
fn a_formula_that_claims_a_far_index_asks_for_nothing() {
    let cells = r#"<row r="1"><c r="A1"><f t="shared" si="999999999999" ref="A1:A9">1+1</f><v>2</v></c></row>"#;
    let table = read_bytes(&workbook(&sheet(cells), STRINGS, STYLES)).unwrap();
    assert!(table.rows[0][0].formula);
}

#[test]
fn rows_and_cells_out_of_order_are_refused() {
    let rows = r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#;
    let cells = r#"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#;
    let twice = r#"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#;
    for cells in [rows, cells, twice] {
        assert_eq!(refused(&workbook(&sheet(cells), STRINGS, STYLES)), TableError::Damaged);
    }
}

#[test]
fn a_workbook_cut_anywhere_or_with_a_changed_byte_is_read_or_refused() {
    let cells = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44647</v></c><c r="C1"><f>1+1</f><v>2</v></c></row>"#;
    let styles = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let whole = workbook(&sheet(cells), STRINGS, styles);
    for end in 0..whole.len() {
        let _ = read_bytes(&whole[..end]);
    }
    for place in 0..whole.len() {
        for change in [0x01, 0x80, 0xFF] {
            let mut changed = whole.clone();
            changed[place] ^= change;
            let _ = read_bytes(&changed);
        }
    }
}
