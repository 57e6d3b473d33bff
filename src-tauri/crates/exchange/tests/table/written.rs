//! What is written is read back as it was, and no cell of it can start a formula.

use chrono::NaiveDate;
use exchange::table::{Cell, Column, Out, Sheet, csv, read_bytes, xlsx};
use proptest::prelude::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 3, 27).unwrap()
}

fn sheet(rows: Vec<Vec<Out>>) -> Sheet {
    let columns = vec![
        Column::new("Group", 30),
        Column::new("Amount", 12),
        Column::new("Paid on", 12),
        Column::new("Number", 8),
        Column::new("Share", 8),
    ];
    Sheet { name: "Payments: [2022]".to_owned(), above: vec!["As of 27 March 2022".to_owned()], columns, rows, made_on: day() }
}

fn row(words: &str, pence: i64, number: i64, share: i64) -> Vec<Out> {
    vec![Out::Text(words.to_owned()), Out::Pence(pence), Out::Date(day()), Out::Number(number), Out::Percent(share)]
}

fn text(bytes: &[u8]) -> Vec<Vec<String>> {
    read_bytes(bytes).unwrap().words()
}

#[test]
fn csv_is_as_machines_like_it_and_read_back_the_same() {
    let bytes = csv(&sheet(vec![
        row("Café \"Crew\", of £", 120_950_000, 3, 454),
        vec![Out::Empty, Out::Pence(-1_260), Out::Empty, Out::Number(-2), Out::Percent(10_000)],
    ]));
    let expected = "\u{feff}\"As of 27 March 2022\"\r\n\"Group\",\"Amount\",\"Paid on\",\"Number\",\"Share\"\r\n\
                    \"Café \"\"Crew\"\", of £\",1209500.00,2022-03-27,3,4.54%\r\n,-12.60,,-2,100.00%\r\n";
    assert_eq!(String::from_utf8(bytes.clone()).unwrap(), expected);
    assert_eq!(text(&bytes)[2], ["Café \"Crew\", of £", "1209500.00", "2022-03-27", "3", "4.54%"]);
}

#[test]
fn a_workbook_is_read_back_the_same() {
    let bytes = xlsx(&[sheet(vec![row("Café Crew", 120_950_000, 1_234, 454), row("Two", -1_260, -2, 1_705)])]).unwrap();
    assert_eq!(
        text(&bytes)[1..],
        [
            ["Group", "Amount", "Paid on", "Number", "Share"],
            ["Café Crew", "1209500", "2022-03-27", "1234", "4.54%"],
            ["Two", "-12.6", "2022-03-27", "-2", "17.05%"],
        ]
    );
}

#[test]
fn words_that_a_spreadsheet_would_run_get_an_apostrophe_in_csv() {
    for (words, written) in [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        (" =1", "' =1"),
        ("\u{200b}=1", "'\u{200b}=1"),
        ("\"=1", "'\"=1"),
        ("＝1", "'＝1"),
        ("see;=1+1", "see;'=1+1"),
        ("a\n=1", "a =1"),
        ("plain - words = here", "plain - words = here"),
    ] {
        let bytes = csv(&sheet(vec![row(words, 1, 1, 1)]));
        assert_eq!(text(&bytes)[2][0], written, "{words:?}");
    }
}

/// Words with spaces for what cannot be kept on one line, and without the guard.
fn bare(words: &str) -> String {
    let spaced: String =
        words.chars().map(|letter| if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') { ' ' } else { letter }).collect();
    spaced.replace('\'', "")
}

/// The cells that some spreadsheet would see, whichever separator its country has.
fn cells_of_any_country(text: &str) -> Vec<String> {
    let mut cells = Vec::new();
    for separator in [b',', b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
        for row in reader.records() {
            cells.extend(row.unwrap().iter().map(str::to_owned));
        }
    }
    cells
}

fn danger() -> impl Strategy<Value = String> {
    prop_oneof!["[=+@\\-\t\r\n;,\"' a1(){}|!]{0,12}", any::<String>(), "\\PC{0,20}"]
}

proptest! {
    #[test]
    fn no_cell_of_a_csv_file_starts_a_formula_and_the_words_are_the_same(words in danger(), pence in -1_000_000_i64..1_000_000) {
        let mut sheet = sheet(vec![row(&words, pence, 1, 1), row("x", 1, 1, 1)]);
        sheet.columns[0].heading.clone_from(&words);
        sheet.above = vec![words.clone()];
        let bytes = csv(&sheet);
        let file = String::from_utf8(bytes.clone()).unwrap();
        let file = file.trim_start_matches('\u{feff}');
        for cell in cells_of_any_country(file) {
            let number = cell.trim_matches('"').parse::<f64>().is_ok();
            prop_assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?} in {file:?}");
        }
        let table = read_bytes(&bytes).unwrap();
        prop_assert!(table.values().is_ok());
        prop_assert_eq!(table.rows.len(), 4);
        let found = table.rows.get(2).and_then(|row| row.first()).map(|cell| cell.text.clone()).unwrap_or_default();
        prop_assert_eq!(bare(&found), bare(&words));
    }

    #[test]
    fn no_cell_of_a_workbook_is_a_formula_and_the_words_are_the_same(words in danger(), pence in -1_000_000_i64..1_000_000) {
        let mut sheet = sheet(vec![row(&words, pence, 1, 1), row("x", 1, 1, 1)]);
        sheet.columns[0].heading.clone_from(&words);
        let bytes = xlsx(&[sheet]).unwrap();
        let table = read_bytes(&bytes).unwrap();
        prop_assert!(table.rows.iter().flatten().all(|cell: &Cell| !cell.formula));
        let found = table.rows.get(2).and_then(|row| row.first()).map(|cell| cell.text.clone()).unwrap_or_default();
        let kept: String = words.replace("\r\n", "\n").chars().map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter }).collect();
        prop_assert_eq!(found, kept);
        let exact = table.rows[2].get(1).map(|cell| cell.text.parse::<rust_decimal::Decimal>().unwrap());
        prop_assert_eq!(exact, Some(rust_decimal::Decimal::new(pence, 2)));
    }
}
