//! Payment files, letter by letter.

use chrono::NaiveDate;
use domain::Money;
use exchange::bank::{BankFileError, Layout, OwnAccount, Payment, layouts, preview, write};
use proptest::prelude::*;

fn payment(name: &str, reference: &str, pence: i64) -> Payment {
    Payment {
        name: name.to_owned(),
        sort_code: "012345".to_owned(),
        account: "00123456".to_owned(),
        amount: Money::from_pence(pence),
        reference: reference.to_owned(),
        pay_on: NaiveDate::from_ymd_opt(2022, 3, 27).unwrap(),
    }
}

fn own() -> OwnAccount {
    OwnAccount { name: "Allen Voluntary Action".to_owned(), sort_code: "098765".to_owned(), account: "00000042".to_owned() }
}

fn written(id: &str, payments: &[Payment]) -> String {
    String::from_utf8(write(Layout::find(id).unwrap(), payments, Some(&own())).unwrap()).unwrap()
}

#[test]
fn each_layout_is_written_to_the_letter() {
    let payments = [payment("Café Crew of Allenton", "CC-2022-007", 120_950_000), payment("Boxing Club", "SLA-2.4", 5)];
    for (id, file) in [
        (
            "paygate",
            "012345,00123456,CAFE CREW OF ALLEN,1209500.00,99,098765,00000042,ALLEN VOLUNTARY AC,CC-2022-007,27/03/2022\r\n\
             012345,00123456,BOXING CLUB,0.05,99,098765,00000042,ALLEN VOLUNTARY AC,SLA-2.4,27/03/2022\r\n",
        ),
        (
            "coutts",
            ",,,01,,,,,,,,,09876500000042,,,,1209500.00,,27032022,,,,,,012345,,,,,,00123456,,CAFE CREW OF ALLEN,,,,CC-2022-007,,,\r\n\
             ,,,01,,,,,,,,,09876500000042,,,,0.05,,27032022,,,,,,012345,,,,,,00123456,,BOXING CLUB,,,,SLA-2.4,,,\r\n",
        ),
        (
            "bankline-like",
            "09876500000042,012345,00123456,CAFE CREW OF ALLEN,CC-2022-007,1209500.00,27/03/2022\r\n\
             09876500000042,012345,00123456,BOXING CLUB,SLA-2.4,0.05,27/03/2022\r\n",
        ),
        (
            "natwest-like",
            "Payee Name,Sort Code,Account Number,Amount,Reference,Payment Date\r\n\
             CAFE CREW OF ALLEN,01-23-45,00123456,1209500.00,CC-2022-007,27/03/2022\r\n\
             BOXING CLUB,01-23-45,00123456,0.05,SLA-2.4,27/03/2022\r\n",
        ),
        (
            "lloyds-like",
            "Debit Account,Beneficiary Account,Beneficiary Name,Amount,Beneficiary Reference,Date\r\n\
             09876500000042,01234500123456,CAFE CREW OF ALLEN,1209500.00,CC-2022-007,27032022\r\n\
             09876500000042,01234500123456,BOXING CLUB,0.05,SLA-2.4,27032022\r\n",
        ),
        (
            "plain",
            "Name,Sort code,Account number,Amount,Reference,Pay on\r\n\
             CAFE CREW OF ALLEN,012345,00123456,1209500.00,CC-2022-007,2022-03-27\r\n\
             BOXING CLUB,012345,00123456,0.05,SLA-2.4,2022-03-27\r\n",
        ),
    ] {
        assert_eq!(written(id, &payments), file, "{id}");
    }
    assert_eq!(layouts().len(), 6, "each layout stands in this test");
    // AN is the fortieth column, and these are the places §4 names.
    let coutts = written("coutts", &payments[..1]);
    let cells: Vec<&str> = coutts.trim_end().split(',').collect();
    assert_eq!(cells.len(), 40);
    let place = |letters: &str| letters.bytes().fold(0, |place, letter| place * 26 + usize::from(letter - b'A') + 1) - 1;
    assert_eq!((cells[place("D")], cells[place("M")], cells[place("Q")]), ("01", "09876500000042", "1209500.00"));
    assert_eq!((cells[place("S")], cells[place("Y")], cells[place("AE")]), ("27032022", "012345", "00123456"));
    assert_eq!((cells[place("AG")], cells[place("AK")]), ("CAFE CREW OF ALLEN", "CC-2022-007"));
}

#[test]
fn what_is_cut_or_changed_is_shown_before() {
    let rows = preview([("Boxing Club", "CC-2022-007"), ("Café", "CC-2022-007"), ("Boxing Club of Allenton", "CC-2022-007")]);
    assert_eq!(rows.iter().map(|row| row.changed).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(rows[2].name_in_file, "BOXING CLUB OF ALL");
}

#[test]
fn a_file_that_would_be_wrong_in_one_line_is_not_written() {
    let plain = Layout::find("plain").unwrap();
    let good = payment("Boxing Club", "CC-2022-007", 1);
    for (change, refused) in [
        (
            Box::new(|payment: &mut Payment| payment.sort_code = "12345".to_owned()) as Box<dyn Fn(&mut Payment)>,
            BankFileError::Account { place: 1 },
        ),
        (Box::new(|payment| payment.account = "1234567é".to_owned()), BankFileError::Account { place: 1 }),
        (Box::new(|payment| payment.name = "日本".to_owned()), BankFileError::Name { place: 1 }),
        (Box::new(|payment| payment.reference = "=+".to_owned()), BankFileError::Reference { place: 1 }),
        (Box::new(|payment| payment.amount = Money::ZERO), BankFileError::Amount { place: 1 }),
        (Box::new(|payment| payment.amount = Money::from_pence(-1)), BankFileError::Amount { place: 1 }),
    ] {
        let mut wrong = good.clone();
        change(&mut wrong);
        assert_eq!(write(plain, &[good.clone(), wrong], None), Err(refused));
    }
    assert_eq!(write(plain, &[], None), Err(BankFileError::Empty));
    let paygate = Layout::find("paygate").unwrap();
    assert_eq!(write(paygate, std::slice::from_ref(&good), None), Err(BankFileError::OwnAccount));
    let half = OwnAccount { account: "42".to_owned(), ..own() };
    assert_eq!(write(paygate, std::slice::from_ref(&good), Some(&half)), Err(BankFileError::OwnAccount));
}

proptest! {
    #[test]
    fn no_cell_of_a_payment_file_starts_a_formula_or_breaks_its_line(name in any::<String>(), reference in "[=+@\\-\t\r\n,;\"a1]{0,24}", pence in 1_i64..100_000_000_000, which in 0_usize..6) {
        let layout = &layouts()[which];
        let own = OwnAccount { name: name.clone(), ..own() };
        let Ok(file) = write(layout, &[payment(&name, &reference, pence)], Some(&own)) else { return Ok(()) };
        let file = String::from_utf8(file).unwrap();
        prop_assert!(file.is_ascii());
        let line = file.lines().last().unwrap();
        let cells: Vec<&str> = line.split(',').collect();
        prop_assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        prop_assert!(cells.iter().all(|cell| cell.is_empty() || cell.starts_with(|first: char| first.is_ascii_alphanumeric())));
        let exact = format!("{}.{:02}", pence / 100, pence % 100);
        prop_assert!(cells.contains(&exact.as_str()));
        prop_assert!(line.contains("00123456"));
    }
}
