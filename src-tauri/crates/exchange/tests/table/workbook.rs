//! Workbooks as spreadsheet programs save them.

use super::{refused, words};
use exchange::table::{TableError, read_bytes};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

fn saved(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

#[test]
fn numbers_are_exact_dates_are_dates_and_percentages_and_noughts_are_kept() {
    let bytes = saved(|book| {
        let page = book.add_worksheet();
        for (row, number) in [
            (0, 1234.5),
            (1, 0.1 + 0.2),
            (2, 1_234.499_999_999_999_8),
            (3, 120_950_000.0),
            (4, -12.6),
            (5, 1.1 * 3.0),
            (6, 100_000_000_000.01),
        ] {
            page.write_number(row, 0, number).unwrap();
        }
        let day = Format::new().set_num_format("dd/mm/yyyy");
        page.write_datetime_with_format(0, 1, ExcelDateTime::from_ymd(2022, 3, 27).unwrap(), &day).unwrap();
        page.write_datetime_with_format(1, 1, ExcelDateTime::parse_from_str("2022-03-27T14:05:00").unwrap(), &day).unwrap();
        page.write_number_with_format(2, 1, 0.0454, &Format::new().set_num_format("0.00%")).unwrap();
        page.write_number_with_format(3, 1, 1_234_567.0, &Format::new().set_num_format("00000000")).unwrap();
        page.write_boolean(4, 1, true).unwrap();
        page.write_string(5, 1, "£1,209, 500").unwrap();
        page.write_string(6, 1, "<b> & \"x\"").unwrap();
    });
    assert_eq!(
        words(&bytes),
        [
            ["1234.5", "2022-03-27"],
            ["0.3", "2022-03-27 14:05"],
            ["1234.5", "4.54%"],
            ["120950000", "01234567"],
            ["-12.6", "TRUE"],
            ["3.3", "£1,209, 500"],
            ["100000000000.01", "<b> & \"x\""],
        ]
    );
}

#[test]
fn formulas_give_their_last_result_and_are_flagged() {
    let bytes = saved(|book| {
        let page = book.add_worksheet();
        page.write_string(0, 0, "Sum").unwrap();
        page.write_formula(1, 1, Formula::new("=1+1").set_result("2")).unwrap();
    });
    let table = read_bytes(&bytes).unwrap();
    assert_eq!(table.words(), [vec!["Sum"], vec!["", "2"]]);
    assert!(table.rows[1][1].formula && !table.rows[0][0].formula);
    assert_eq!(table.values(), Err(TableError::Formula { row: 2, column: 2 }));
}

#[test]
fn the_first_sheet_in_sight_with_anything_in_it_is_read() {
    let bytes = saved(|book| {
        book.add_worksheet().set_name("Empty").unwrap();
        let hidden = book.add_worksheet();
        hidden.set_hidden(true).write_string(0, 0, "hidden").unwrap();
        book.add_worksheet().write_string(2, 1, "seen").unwrap();
    });
    assert_eq!(words(&bytes), [vec![], vec![], vec!["", "seen"]]);
}

#[test]
fn a_workbook_with_nothing_in_it_is_refused_as_empty() {
    assert_eq!(
        refused(&saved(|book| {
            book.add_worksheet();
        })),
        TableError::Empty
    );
}
