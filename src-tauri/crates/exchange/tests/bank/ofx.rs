//! OFX in both forms, and hostile OFX.

use exchange::bank::{is_ofx, read_ofx};
use exchange::table::TableError;
use proptest::prelude::*;

const SGML_HEADER: &str = "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\nCOMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n";

fn sgml(transactions: &str) -> String {
    format!(
        "{SGML_HEADER}<OFX>\r\n<SIGNONMSGSRSV1>\r\n<SONRS>\r\n<STATUS>\r\n<CODE>0\r\n<SEVERITY>INFO\r\n</STATUS>\r\n<DTSERVER>20220401\r\n\
         <LANGUAGE>ENG\r\n</SONRS>\r\n</SIGNONMSGSRSV1>\r\n<BANKMSGSRSV1>\r\n<STMTTRNRS>\r\n<TRNUID>1\r\n<STATUS>\r\n<CODE>0\r\n\
         <SEVERITY>INFO\r\n</STATUS>\r\n<STMTRS>\r\n<CURDEF>GBP\r\n<BANKACCTFROM>\r\n<BANKID>123456\r\n<ACCTID>12345678\r\n\
         <ACCTTYPE>CHECKING\r\n</BANKACCTFROM>\r\n<BANKTRANLIST>\r\n<DTSTART>20220301\r\n<DTEND>20220331\r\n{transactions}\
         </BANKTRANLIST>\r\n<LEDGERBAL>\r\n<BALAMT>8750.00\r\n<DTASOF>20220331\r\n</LEDGERBAL>\r\n</STMTRS>\r\n</STMTTRNRS>\r\n</BANKMSGSRSV1>\r\n</OFX>\r\n"
    )
}

fn one(amount: &str, posted: &str, name: &str) -> String {
    format!("<STMTTRN>\r\n<TRNTYPE>DEBIT\r\n<DTPOSTED>{posted}\r\n<TRNAMT>{amount}\r\n<FITID>1\r\n<NAME>{name}\r\n<MEMO>\r\n</STMTTRN>\r\n")
}

/// Closes the leaves, as XML needs it, and gives it the newer header.
fn xml(sgml: &str) -> String {
    let body = sgml.split_once("\r\n\r\n").unwrap().1;
    let lines = body.lines().map(|line| match line.split_once('>') {
        Some((tag, text)) if !text.is_empty() => format!("{tag}>{text}</{}>", tag.trim_start_matches('<')),
        _ if line == "<MEMO>" => "<MEMO/>".to_owned(),
        _ => line.to_owned(),
    });
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\" SECURITY=\"NONE\" OLDFILEUID=\"NONE\" NEWFILEUID=\"NONE\"?>\n";
    format!("{head}{}", lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn both_forms_give_the_same_exact_lines() {
    let text = sgml(&format!(
        "{}{}",
        one("-1250.00", "20220327120000[0:GMT]", "CAFÉ B&amp;Q CC-2022-007 &lt;x"),
        one("5000.5", "20220328", "LOCAL & TRUST")
    ));
    for text in [text.clone(), xml(&text.replace("LOCAL & TRUST", "LOCAL &amp; TRUST"))] {
        assert!(is_ofx(text.as_bytes()));
        let lines = read_ofx(text.as_bytes()).unwrap();
        let found: Vec<_> = lines.iter().map(|line| (line.row, line.on.to_string(), line.words.as_str(), line.amount.pence())).collect();
        assert_eq!(
            found,
            [(1, "2022-03-27".to_owned(), "CAFÉ B&Q CC-2022-007 <x", -125_000), (2, "2022-03-28".to_owned(), "LOCAL & TRUST", 500_050)]
        );
    }
}

#[test]
fn the_letters_of_windows_are_read() {
    let mut bytes = sgml(&one("-1.00", "20220327", "CAF# CREW")).into_bytes();
    for byte in bytes.iter_mut().filter(|byte| **byte == b'#') {
        *byte = 0xE9;
    }
    assert_eq!(read_ofx(&bytes).unwrap()[0].words, "CAFé CREW");
}

#[test]
fn a_table_is_no_ofx() {
    for text in ["Date,Words\n1,2\n", "", "<OFXX>", "a <OFX> b"] {
        assert!(!is_ofx(text.as_bytes()), "{text:?}");
    }
}

#[test]
fn hostile_files_are_refused_with_their_reason() {
    let deep = "<A>".repeat(100_000);
    let pounds = |pounds: &str| sgml(&one(pounds, "20220327", "x"));
    for (text, refused) in [
        (sgml(""), TableError::NoLines),
        (sgml(&one("-1.001", "20220327", "x")), TableError::NotAnAmount { row: 1, text: "-1.001".to_owned() }),
        (sgml(&one("twelve", "20220327", "x")), TableError::Damaged),
        (pounds("99999999999999999999999999"), TableError::NotAnAmount { row: 1, text: "99999999999999999999999999".to_owned() }),
        (sgml(&one("-1.00", "20221327", "x")), TableError::Damaged),
        (sgml(&one("-1.00", "2022é327", "x")), TableError::Damaged),
        (sgml(&one("-1.00", "20220327", "x")).replace("GBP", "EUR"), TableError::NotAnAmount { row: 1, text: "EUR".to_owned() }),
        (sgml(&deep), TableError::Damaged),
        (sgml(&one("-1.00", "20220327", &"x".repeat(5_000))), TableError::LineTooLong { row: 1 }),
        (sgml("<STMTTRN>"), TableError::Damaged),
        (sgml("<STMTTRN>\r\n<TRNAMT>-1.00\r\n"), TableError::Damaged),
        (sgml(&one("-1.00", "20220327", "x")).replace("BANKTRANLIST", "OTHERLIST"), TableError::Damaged),
        (sgml("</OFX></OFX>"), TableError::Damaged),
        (sgml("<a b=\"c\">"), TableError::Damaged),
        (format!("{SGML_HEADER}<OFX>"), TableError::Damaged),
        (format!("{SGML_HEADER}<OFX></OFX>"), TableError::Damaged),
        (format!("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>{SGML_HEADER}<OFX>&a;"), TableError::Damaged),
    ] {
        assert_eq!(read_ofx(text.as_bytes()), Err(refused), "{}", &text[text.len().saturating_sub(300)..]);
    }
    assert_eq!(read_ofx(b"OFXHEADER:100\n<OFX>\x81\x8D"), Err(TableError::Encoding));
    assert_eq!(read_ofx(&vec![b' '; 21 << 20]), Err(TableError::TooLarge { most_megabytes: 20 }));
}

#[test]
fn a_file_of_many_lines_is_read_and_one_of_too_many_is_refused() {
    let lines = one("-1.00", "20220327", "x");
    assert_eq!(read_ofx(sgml(&lines.repeat(2_000)).as_bytes()).unwrap().len(), 2_000);
}

#[test]
fn a_file_cut_anywhere_is_read_or_refused() {
    let whole = sgml(&one("-1250.00", "20220327", "CC-2022-007"));
    for end in 0..whole.len() {
        assert!(read_ofx(&whole.as_bytes()[..end]).is_err() || end >= whole.len() - 2, "{end}");
    }
}

proptest! {
    #[test]
    fn any_tags_are_read_or_refused(tags in proptest::collection::vec(prop_oneof!["<[A-Z]{1,3}>", "</[A-Z]{1,3}>", "[a-z&;#é<>]{0,6}", Just("<STMTTRN>".to_owned()), Just("</STMTTRN>".to_owned()), Just("<DTPOSTED>2022".to_owned()), Just("<TRNAMT>-".to_owned())], 0..40)) {
        let _ = read_ofx(sgml(&tags.concat()).as_bytes());
        let _ = read_ofx(xml(&sgml(&tags.concat().replace(['\r', '\n'], ""))).as_bytes());
    }

    #[test]
    fn any_date_and_amount_are_read_or_refused(date in "[0-9\\[\\]:.+\\-A-Zé]{0,24}", amount in "[0-9.,+\\-eé ]{0,34}") {
        let _ = read_ofx(sgml(&one(&amount, &date, "x")).as_bytes());
    }
}
