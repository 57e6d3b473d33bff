//! Text tables as banks and people save them.

use super::{refused, words};
use exchange::table::{TableError, read_bytes, read_pasted};
use proptest::prelude::*;

#[test]
fn comma_semicolon_and_tab_are_told_by_the_file_itself() {
    for (text, rows) in [
        (
            "Date,Words,Amount\n27/03/2022,\"Chairs, two\",-12.50\n",
            vec![vec!["Date", "Words", "Amount"], vec!["27/03/2022", "Chairs, two", "-12.50"]],
        ),
        (
            "Date;Words;Amount\n27/03/2022;Chairs, two;\"-1,250.50\"\n",
            vec![vec!["Date", "Words", "Amount"], vec!["27/03/2022", "Chairs, two", "-1,250.50"]],
        ),
        ("1.1\t£1,209, 500\tx\n1.2\t£0,000\ty\n", vec![vec!["1.1", "£1,209, 500", "x"], vec!["1.2", "£0,000", "y"]]),
        ("sep=;\r\na;b,c\r\n", vec![vec!["a", "b,c"]]),
        ("one column\nalone\n", vec![vec!["one column"], vec!["alone"]]),
    ] {
        assert_eq!(words(text.as_bytes()), rows, "{text:?}");
    }
}

#[test]
fn lines_above_the_headings_do_not_confuse_the_separator() {
    let text = "Account: 12-34-56 12345678\nStatement, all lines\n\nDate,Type,Words,Out,In\n1/4/22,BP,a;b,1.00,\n2/4/22,BP,c,,2.00\n";
    assert_eq!(words(text.as_bytes())[4], ["1/4/22", "BP", "a;b", "1.00"]);
}

#[test]
fn every_usual_encoding_gives_the_same_words() {
    let text = "Payee,Amount\nCafé £ Crew,12.00\n";
    let mut with_mark = b"\xEF\xBB\xBF".to_vec();
    with_mark.extend(text.as_bytes());
    let mut little = b"\xFF\xFE".to_vec();
    little.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let mut big = b"\xFE\xFF".to_vec();
    big.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    let windows = b"Payee,Amount\nCaf\xE9 \xA3 Crew,12.00\n".to_vec();
    let plain = text.as_bytes().to_vec();
    for bytes in [with_mark, little, big, windows, plain] {
        assert_eq!(words(&bytes), [["Payee", "Amount"], ["Café £ Crew", "12.00"]]);
    }
}

#[test]
fn text_in_an_encoding_that_cannot_be_told_is_refused() {
    for bytes in [
        b"a,b\n\x81\x8D,c\n".as_slice(),
        b"a,b\n\xE9\x01,c\n",
        b"a\0,\0b\0\n\0",
        b"a,b\x07\n",
        b"\xEF\xBB\xBFa,\xE9\n",
        b"\xFF\xFEa\0\x00\xD8b\0",
        b"\x7FELF\x02\x01\x01\0\0\0",
    ] {
        assert_eq!(refused(bytes), TableError::Encoding, "{bytes:?}");
    }
}

#[test]
fn rows_end_at_a_carriage_return_a_line_feed_or_both_and_empty_rows_are_counted() {
    for text in ["a,b\r\n\r\nc,d\r\n", "a,b\r\rc,d\r", "a,b\n\nc,d"] {
        assert_eq!(words(text.as_bytes()), [vec!["a", "b"], vec![], vec!["c", "d"]], "{text:?}");
    }
}

#[test]
fn quotes_keep_separators_line_breaks_and_quotes() {
    assert_eq!(words(b"\"a\r\nb\",\"say \"\"yes\"\"\",x\"y\n"), [["a\r\nb", "say \"yes\"", "x\"y"]]);
}

#[test]
fn a_quote_that_is_never_closed_is_refused() {
    assert_eq!(refused(b"a,b\n\"c,d\ne,f\n"), TableError::Damaged);
    let mut long = b"a,b\n\"".to_vec();
    long.extend(std::iter::repeat_n(b'x', 70_000));
    assert_eq!(refused(&long), TableError::LineTooLong { row: 2 });
}

#[test]
fn a_formula_is_flagged_and_refused_where_values_are_wanted_and_a_kept_nought_is_words() {
    let table = read_bytes(b"account,sum\n=\"00123456\",5.00\n\"=\"\"0012\"\"\",=1+1\n-5,+44 20\n").unwrap();
    assert_eq!(table.rows[1][0].text, "00123456");
    assert_eq!(table.rows[2][0].text, "0012");
    assert!(!table.rows[1][0].formula && !table.rows[3][0].formula && !table.rows[3][1].formula);
    assert_eq!(table.values(), Err(TableError::Formula { row: 3, column: 2 }));
}

#[test]
fn nothing_at_all_is_refused_as_empty() {
    for bytes in [b"".as_slice(), b"\xEF\xBB\xBF", b"\n\n,,,\n", b"   \n", b"\x1a"] {
        assert_eq!(refused(bytes), TableError::Empty, "{bytes:?}");
    }
    assert_eq!(read_pasted(""), Err(TableError::Empty));
}

#[test]
fn pasted_cells_are_read_as_a_spreadsheet_gives_them() {
    let table = read_pasted("Code\tActivity\t2022\r\n1.1\t\"Outdoor\nplay\"\t£88,000at\r\n").unwrap();
    assert_eq!(table.words(), [["Code", "Activity", "2022"], ["1.1", "Outdoor\nplay", "£88,000at"]]);
}

proptest! {
    /// The `csv` crate reads what this reader reads, where both have the same opinion of empty lines.
    #[test]
    fn well_made_csv_is_read_as_another_reader_reads_it(rows in proptest::collection::vec(proptest::collection::vec("[a-z£\",;\n ]{1,6}", 3), 1..8)) {
        let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let Ok(table) = read_bytes(&bytes) else {
            prop_assert!(rows.iter().flatten().all(|cell| cell.trim().is_empty()));
            return Ok(());
        };
        prop_assert_eq!(table.words(), rows);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_bytes(&bytes);
    }

    #[test]
    fn any_letters_are_read_or_refused(text in "[a\",;\t\r\n= ]{0,80}") {
        let _ = read_pasted(&text);
    }
}
