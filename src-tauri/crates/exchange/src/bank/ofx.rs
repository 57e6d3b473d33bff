//! Statements in the OFX format, in its old SGML form and in XML.
//!
//! The tags are read here once, before the `ofx-rs` crate reads them: every tag is closed, depth and number are bounded,
//! and signs that it would lose (`&amp;`) are put so that they come through. What the tags mean is its to say.

use crate::table::{MOST_ROWS, TableError, decoded};
use chrono::NaiveDate;
use domain::Money;
use domain::bank::StatementLine;
use ofx_rs::aggregates::{Payee, StatementTransaction, TransactionList};
use ofx_rs::document::{BankingMessageSet, CreditCardMessageSet};
use ofx_rs::types::CheckNumber;
use std::panic::catch_unwind;

/// How deep tags may stand in each other; OFX itself needs about ten.
const MOST_DEEP: usize = 40;
/// The most bytes of one text.
const MOST_TEXT: usize = 4 * 1024;
/// How many bytes are looked at to tell whether a file is OFX.
const LOOKED_AT: usize = 4 * 1024;

/// What is put before the tags, whatever stood there: they are the same from here on.
const HEADER: &str = "<?OFX OFXHEADER=\"200\" VERSION=\"220\" SECURITY=\"NONE\" OLDFILEUID=\"NONE\" NEWFILEUID=\"NONE\"?>\n";

/// Tags that hold others and must be closed: one that is not is no empty leaf but a file cut or broken.
const HOLDERS: [&str; 13] = [
    "OFX",
    "SIGNONMSGSRSV1",
    "SONRS",
    "STATUS",
    "BANKMSGSRSV1",
    "STMTTRNRS",
    "STMTRS",
    "BANKACCTFROM",
    "BANKTRANLIST",
    "STMTTRN",
    "CREDITCARDMSGSRSV1",
    "CCSTMTTRNRS",
    "CCSTMTRS",
];

/// Signs with a meaning in XML, and wide forms of them that have none and are on no keyboard.
const SIGNS: [(char, char); 3] = [('&', '\u{ff06}'), ('<', '\u{ff1c}'), ('>', '\u{ff1e}')];

/// Whether a file says that it is OFX.
pub fn is_ofx(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes.iter().take(LOOKED_AT).filter(|byte| **byte != 0).map(u8::to_ascii_uppercase).collect();
    let has = |sought: &[u8]| start.windows(sought.len()).any(|window| window == sought);
    has(b"<OFX>") && (has(b"OFXHEADER") || has(b"<?OFX") || has(b"<?XML") || start.trim_ascii_start().starts_with(b"<OFX>"))
}

/// The lines of all accounts in an OFX file, in its order; rows are counted from 1.
pub fn read_ofx(bytes: &[u8]) -> Result<Vec<StatementLine>, TableError> {
    let text = decoded(bytes)?;
    let closed = closed(&text)?;
    let document = catch_unwind(|| ofx_rs::parse(&closed).ok()).ok().flatten().ok_or(TableError::Damaged)?;
    let mut lines = Vec::new();
    let banks = document.banking().map(BankingMessageSet::statement_responses).unwrap_or_default();
    for statement in banks.iter().filter_map(|wrapper| wrapper.response()) {
        in_pounds(statement.currency_default().as_str())?;
        add(&mut lines, statement.transaction_list())?;
    }
    let cards = document.credit_card().map(CreditCardMessageSet::statement_responses).unwrap_or_default();
    for statement in cards.iter().filter_map(|wrapper| wrapper.response()) {
        in_pounds(statement.currency_default().as_str())?;
        add(&mut lines, statement.transaction_list())?;
    }
    // A line that stands where none should would be passed over; a statement is read whole or not at all.
    if closed.matches("<STMTTRN>").count() != lines.len() {
        return Err(TableError::Damaged);
    }
    if lines.is_empty() { Err(TableError::NoLines) } else { Ok(lines) }
}

fn in_pounds(currency: &str) -> Result<(), TableError> {
    if currency == "GBP" { Ok(()) } else { Err(TableError::NotAnAmount { row: 1, text: currency.chars().take(3).collect() }) }
}

fn add(lines: &mut Vec<StatementLine>, list: Option<&TransactionList>) -> Result<(), TableError> {
    for transaction in list.map(TransactionList::transactions).unwrap_or_default() {
        let row = u32::try_from(lines.len().saturating_add(1)).unwrap_or(u32::MAX);
        if row > MOST_ROWS {
            return Err(TableError::TooManyRows { most: MOST_ROWS });
        }
        lines.push(line(transaction, row)?);
    }
    Ok(())
}

fn line(transaction: &StatementTransaction, row: u32) -> Result<StatementLine, TableError> {
    let amount = transaction.amount().as_decimal();
    let wrong = || TableError::NotAnAmount { row, text: amount.to_string().chars().take(40).collect() };
    // The bank's own clock and day, not the day it was in Greenwich then.
    let day = transaction.date_posted().as_offset_date_time().date();
    let on = NaiveDate::from_ymd_opt(day.year(), u32::from(u8::from(day.month())), u32::from(day.day()));
    let on = on.ok_or_else(|| TableError::NotADate { row, text: String::new() })?;
    let said = [
        transaction.name(),
        transaction.payee().map(Payee::name),
        transaction.memo(),
        transaction.reference_number(),
        transaction.check_number().map(CheckNumber::as_str),
    ];
    let said: Vec<&str> = said.into_iter().flatten().map(str::trim).filter(|words| !words.is_empty()).collect();
    let words = SIGNS.iter().fold(said.join(" "), |words, (sign, wide)| words.replace(*wide, &sign.to_string()));
    Ok(StatementLine { row, on, words, amount: pounds(amount).ok_or_else(wrong)? })
}

/// An exact amount of whole pence, not larger than any the register takes.
fn pounds(amount: rust_decimal::Decimal) -> Option<Money> {
    let pence = amount.checked_mul(rust_decimal::Decimal::ONE_HUNDRED)?;
    let whole = pence.is_integer().then(|| i64::try_from(pence.normalize().mantissa()).ok()).flatten()?;
    (whole.abs() <= 100_000_000_000).then(|| Money::from_pence(whole))
}

/// The tags of either form as XML of which every tag is closed: a tag with text behind it is a leaf, and ends there.
fn closed(text: &str) -> Result<String, TableError> {
    let start = text.find("<OFX>").or_else(|| text.find("<ofx>")).ok_or(TableError::Damaged)?;
    let mut rest = text.get(start..).unwrap_or("");
    let mut out = String::with_capacity(rest.len().saturating_add(HEADER.len()));
    out.push_str(HEADER);
    let mut open: Vec<&str> = Vec::new();
    while let Some((before, after)) = rest.split_once('<') {
        if !before.trim().is_empty() && !open.is_empty() {
            // Text that belongs to no tag.
            return Err(TableError::Damaged);
        }
        let (tag, behind) = after.split_once('>').ok_or(TableError::Damaged)?;
        if tag.len() > MOST_TEXT {
            return Err(TableError::Damaged);
        }
        rest = behind;
        if tag.starts_with(['?', '!']) {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            close(&mut out, &mut open, name.trim())?;
            continue;
        }
        let name = tag.trim_end_matches('/').trim();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')) {
            return Err(TableError::Damaged);
        }
        if tag.ends_with('/') {
            continue;
        }
        let words = rest.split_once('<').map_or(rest, |(words, _)| words);
        if words.trim().is_empty() {
            open.push(name);
            out.extend(["<", &name.to_ascii_uppercase(), ">"]);
            if open.len() > MOST_DEEP {
                return Err(TableError::Damaged);
            }
            continue;
        }
        if words.len() > MOST_TEXT {
            return Err(TableError::LineTooLong { row: 1 });
        }
        let upper = name.to_ascii_uppercase();
        // Days are cut into pieces by their bytes.
        if upper.starts_with("DT") && !words.is_ascii() {
            return Err(TableError::Damaged);
        }
        out.extend(["<", &upper, ">", &plain(words.trim()), "</", &upper, ">"]);
        rest = rest.get(words.len()..).unwrap_or("");
        // Its own end, where the file has one.
        let end = rest.strip_prefix("</").and_then(|end| end.split_once('>'));
        if let Some((_, behind)) = end.filter(|(ended, _)| ended.trim() == name) {
            rest = behind;
        }
    }
    if open.is_empty() { Ok(out) } else { Err(TableError::Damaged) }
}

/// Closes a tag. What was opened in it and never closed is an empty leaf of the old form, and is taken away again.
fn close(out: &mut String, open: &mut Vec<&str>, name: &str) -> Result<(), TableError> {
    while let Some(top) = open.pop() {
        let upper = top.to_ascii_uppercase();
        if top.eq_ignore_ascii_case(name) {
            out.extend(["</", &upper, ">"]);
            return Ok(());
        }
        if HOLDERS.contains(&upper.as_str()) {
            return Err(TableError::Damaged);
        }
        let opened = format!("<{upper}>");
        let place = out.rfind(&opened).ok_or(TableError::Damaged)?;
        out.replace_range(place..place.saturating_add(opened.len()), "");
    }
    Err(TableError::Damaged)
}

/// Text without anything that means something in XML.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        // An ampersand that begins no entity means itself, as banks write it.
        let (letter, behind) = entity.and_then(|(name, behind)| meant(name).map(|letter| (letter, behind))).unwrap_or(('&', after));
        out.push(letter);
        rest = behind;
    }
    out.push_str(rest);
    SIGNS.iter().fold(out, |out, (sign, wide)| out.replace(*sign, &wide.to_string()))
}

fn meant(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| !letter.is_control())
        }
    }
}
