//! Statements as British banks lay them out, with invented lines: guessed right, read exactly, or refused with the row.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test should stop at once")]

use chrono::NaiveDate;
use domain::Money;
use domain::bank::{Column, DateForm, StatementError, StatementLine, StatementProfile, guess, read_statement};

fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| if line.is_empty() { Vec::new() } else { line.split('|').map(str::to_owned).collect() }).collect()
}

fn read(text: &str) -> Result<Vec<StatementLine>, StatementError> {
    let rows = rows(text);
    read_statement(&rows, &guess(&rows))
}

fn line(row: u32, day: u32, words: &str, pence: i64) -> StatementLine {
    StatementLine { row, on: NaiveDate::from_ymd_opt(2022, 3, day).unwrap(), words: words.to_owned(), amount: Money::from_pence(pence) }
}

#[test]
fn natwest_one_signed_value() {
    let text = "Date|Type|Description|Value|Balance|Account Name|Account Number\n\
                27/03/2022|BAC|ALLENTON BOXING CL , CC-2022-007|-1250.00|8750.00|ALLEN LTO|123456-12345678\n\
                28/03/2022|BAC|LOCAL TRUST|5000.00|13750.00|ALLEN LTO|123456-12345678";
    let profile = guess(&rows(text));
    assert_eq!(
        profile.columns,
        [Column::Date, Column::Ignored, Column::Words, Column::Signed, Column::Balance, Column::Ignored, Column::Ignored]
    );
    assert_eq!(profile.dates, DateForm::DayMonthYear);
    assert_eq!(read(text).unwrap(), [line(2, 27, "ALLENTON BOXING CL , CC-2022-007", -125_000), line(3, 28, "LOCAL TRUST", 500_000)]);
}

#[test]
fn natwest_old_six_digits() {
    let text = "220327|BAC|CC-2022-007|-1250.00\n220328|BAC|LOCAL TRUST|5000.00";
    let profile = guess(&rows(text));
    assert_eq!((profile.dates, profile.headings), (DateForm::SixDigits, 0));
    assert_eq!(read(text).unwrap(), [line(1, 27, "CC-2022-007", -125_000), line(2, 28, "LOCAL TRUST", 500_000)]);
}

#[test]
fn lloyds_commercial_two_columns_and_short_years() {
    let text = "Transaction Date|Transaction Type|Sort Code|Account Number|Transaction Description|Debit Amount|Credit Amount|Balance\n\
                27/03/22|FPO|'12-34-56|12345678|ALLENTON BOXING CC-2022-007|1,250.00||8750.00\n\
                28/03/22|FPI|'12-34-56|12345678|LOCAL TRUST||5,000.00|13750.00\n";
    assert_eq!(read(text).unwrap(), [line(2, 27, "ALLENTON BOXING CC-2022-007", -125_000), line(3, 28, "LOCAL TRUST", 500_000)]);
}

#[test]
fn hsbcnet_with_lines_above_and_month_by_name() {
    let text = "Account statement\nAccount|123456-12345678\n\nDate|Bank reference|Narrative|Customer reference|Credit amount|Debit amount|Balance\n\
                27 Mar 2022|FP123|ALLENTON BOXING|CC-2022-007||1250.00|8750.00\n\
                28 Mar 2022|FP124|LOCAL TRUST||5000.00||13750.00";
    let profile = guess(&rows(text));
    assert_eq!((profile.headings, profile.dates), (4, DateForm::MonthByName));
    assert_eq!(
        read(text).unwrap(),
        [line(5, 27, "ALLENTON BOXING FP123 CC-2022-007", -125_000), line(6, 28, "LOCAL TRUST FP124", 500_000)]
    );
}

#[test]
fn bankline_debit_and_credit_apart_with_noughts_in_the_other() {
    let text = "Sort Code|Account Number|Account Alias|Date|Narrative #1|Narrative #2|Type|Debit|Credit\n\
                123456|12345678|LTO|27/03/2022|ALLENTON BOXING|CC-2022-007|EBP|1250.00|0.00\n\
                123456|12345678|LTO|28/03/2022|LOCAL TRUST||BAC|0.00|5000.00";
    assert_eq!(read(text).unwrap(), [line(2, 27, "ALLENTON BOXING CC-2022-007", -125_000), line(3, 28, "LOCAL TRUST", 500_000)]);
}

#[test]
fn barclays_one_amount_with_a_flag() {
    let text = "Number|Date|Account|Amount|CR/DR|Subcategory|Memo\n\
                1|27/03/2022|20-00-00 12345678|1250.00|DR|Funds Transfer|ALLENTON BOXING CC-2022-007\n\
                2|28/03/2022|20-00-00 12345678|5000.00|CR|Credit|LOCAL TRUST";
    let profile = guess(&rows(text));
    assert_eq!(profile.columns[3..5], [Column::Amount, Column::Flag]);
    assert_eq!(read(text).unwrap(), [line(2, 27, "ALLENTON BOXING CC-2022-007", -125_000), line(3, 28, "LOCAL TRUST", 500_000)]);
}

fn profile(columns: &[Column], dates: DateForm, headings: u32) -> StatementProfile {
    StatementProfile { columns: columns.to_vec(), dates, headings }
}

#[test]
fn each_fault_is_refused_with_its_row_and_nothing_is_taken() {
    use Column::{Amount, Date, Flag, Ignored, MoneyIn, MoneyOut, Signed, Words};
    let good = "27/03/2022|a|-1.00\n";
    let text = |text: &str| text.to_owned();
    for (columns, rows_text, refused) in [
        (vec![Words, Ignored, Signed], good.to_owned(), StatementError::NoDateColumn),
        (vec![Date, Date, Signed], good.to_owned(), StatementError::NoDateColumn),
        (vec![Date, Words, Words], good.to_owned(), StatementError::NoAmountColumn),
        (vec![Date, Words, Amount], good.to_owned(), StatementError::NoAmountColumn),
        (vec![Date, Signed, MoneyIn], good.to_owned(), StatementError::NoAmountColumn),
        (vec![Date, Words, MoneyOut], good.to_owned(), StatementError::NoAmountColumn),
        (vec![Date, Words, Signed], format!("{good}28/03/2022|b\n"), StatementError::MissingColumns { row: 2 }),
        (
            vec![Date, Words, Signed],
            format!("{good}\n2022-03-28|b|1.00\n"),
            StatementError::MixedDates { row: 3, text: text("2022-03-28") },
        ),
        (vec![Date, Words, Signed], text("2022-03-28|b|1.00\n"), StatementError::NotADate { row: 1, text: text("2022-03-28") }),
        (vec![Date, Words, Signed], format!("{good}03/28/2022|b|1.00\n"), StatementError::NotADate { row: 2, text: text("03/28/2022") }),
        (vec![Date, Words, Signed], format!("{good}|b|1.00\n"), StatementError::NotADate { row: 2, text: text("") }),
        (vec![Date, Words, Signed], format!("{good}Total|b|1.00\n"), StatementError::NotADate { row: 2, text: text("Total") }),
        (vec![Date, Words, Signed], format!("{good}28/03/2022|b|1.234\n"), StatementError::NotAnAmount { row: 2, text: text("1.234") }),
        (
            vec![Date, Words, Signed],
            format!("{good}28/03/2022|b|1.250,00\n"),
            StatementError::NotAnAmount { row: 2, text: text("1.250,00") },
        ),
        (vec![Date, Words, Signed], format!("{good}28/03/2022|b|twelve\n"), StatementError::NotAnAmount { row: 2, text: text("twelve") }),
        (vec![Date, Amount, Flag], text("27/03/2022|1.00|XX\n"), StatementError::NoFlag { row: 1, text: text("XX") }),
        (vec![Date, Amount, Flag], text("27/03/2022|-1.00|CR\n"), StatementError::NotAnAmount { row: 1, text: text("-1.00") }),
        (vec![Date, MoneyOut, MoneyIn], text("27/03/2022|1.00|2.00\n"), StatementError::NotAnAmount { row: 1, text: text("1.00 2.00") }),
        (vec![Date, MoneyOut, MoneyIn], text("27/03/2022||\n"), StatementError::NotAnAmount { row: 1, text: text("") }),
        (vec![Date, Words, Signed], text("\n\n"), StatementError::NoLines),
    ] {
        let found = read_statement(&rows(&rows_text), &profile(&columns, DateForm::DayMonthYear, 0));
        assert_eq!(found, Err(refused), "{rows_text:?}");
    }
    assert_eq!(read_statement(&rows(good), &profile(&[Date, Words, Signed], DateForm::DayMonthYear, 9)), Err(StatementError::NoLines));
}

#[test]
fn amounts_are_read_however_banks_write_them() {
    let columns = profile(&[Column::Date, Column::Signed], DateForm::YearMonthDay, 0);
    for (text, pence) in [
        ("-12.50", -1_250),
        ("12.50-", -1_250),
        ("(12.50)", -1_250),
        ("+12.50", 1_250),
        ("£1,250.00", 125_000),
        ("-£1,250.5", -125_050),
        ("\u{2212}0.01", -1),
        ("1250", 125_000),
        ("12.5000", 1_250),
        ("0.00", 0),
    ] {
        let found = read_statement(&rows(&format!("2022-03-27|{text}")), &columns).unwrap();
        assert_eq!(found[0].amount.pence(), pence, "{text:?}");
    }
}

#[test]
fn words_below_the_table_are_no_lines() {
    let text = "Date|Details|Amount\n27/03/2022|a|-1.00\n\nEnd of statement\nAsk us||\n";
    assert_eq!(read(text).unwrap().len(), 1);
}
