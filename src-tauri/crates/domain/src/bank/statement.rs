//! The lines of a statement, read from the rows of a table by what its columns hold.

use super::StatementLine;
use super::dates::{DateForm, read_date};
use crate::Money;
use crate::money::MoneyProblem;

/// How many letters of a cell are shown in a refusal.
const SHOWN: usize = 40;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The bank's day.
    Date,
    /// What the line says.
    Words,
    /// More words: a reference of its own column.
    Reference,
    /// One amount, below nothing for money out.
    Signed,
    /// One amount without a sign, with a flag beside it.
    Amount,
    /// `CR` or `DR`, `C` or `D`, `Credit` or `Debit`.
    Flag,
    /// Money out.
    MoneyOut,
    /// Money in.
    MoneyIn,
    /// What was in the account then.
    Balance,
    /// Anything else.
    Ignored,
}

/// How a bank's statement is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementProfile {
    /// What each column holds, from the left.
    pub columns: Vec<Column>,
    /// How the dates are written.
    pub dates: DateForm,
    /// How many rows stand above the first line.
    pub headings: u32,
}

/// Why a statement is refused whole. Rows are counted from 1; texts are cut short.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StatementError {
    /// A row has fewer columns than are needed.
    #[error("row {row} has too few columns")]
    MissingColumns {
        /// Which row.
        row: u32,
    },
    /// No column, or more than one, is chosen for the date.
    #[error("no column for the date")]
    NoDateColumn,
    /// No column is chosen for the amount, or columns that do not go together.
    #[error("no column for the amount")]
    NoAmountColumn,
    /// It is not a date of any form.
    #[error("row {row}: not a date: {text}")]
    NotADate {
        /// Which row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// It is a date of another form than the others.
    #[error("row {row}: a date of another form: {text}")]
    MixedDates {
        /// Which row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// It is not an amount.
    #[error("row {row}: not an amount: {text}")]
    NotAnAmount {
        /// Which row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// It does not say whether money came in or went out.
    #[error("row {row}: neither in nor out: {text}")]
    NoFlag {
        /// Which row.
        row: u32,
        /// What stands there.
        text: String,
    },
    /// There is no line.
    #[error("no lines")]
    NoLines,
}

/// Where amounts stand.
#[derive(Clone, Copy)]
enum Amounts {
    Signed(usize),
    Flagged { amount: usize, flag: usize },
    Apart { out: usize, within: usize },
}

/// Reads a statement whole, or refuses it whole. Empty rows are passed over; so are rows behind the last line that hold
/// neither a date nor an amount.
pub fn read_statement(rows: &[Vec<String>], profile: &StatementProfile) -> Result<Vec<StatementLine>, StatementError> {
    let places = |sought: Column| profile.columns.iter().enumerate().filter(move |(_, column)| **column == sought).map(|(place, _)| place);
    let one = |sought: Column| {
        let mut found = places(sought);
        found.next().filter(|_| found.next().is_none())
    };
    let date = one(Column::Date).ok_or(StatementError::NoDateColumn)?;
    let none = |columns: &[Column]| columns.iter().all(|column| places(*column).next().is_none());
    let amounts = match (one(Column::Signed), one(Column::Amount), one(Column::Flag), one(Column::MoneyOut), one(Column::MoneyIn)) {
        (Some(signed), _, _, _, _) if none(&[Column::Amount, Column::MoneyOut, Column::MoneyIn]) => Amounts::Signed(signed),
        (_, Some(amount), Some(flag), _, _) if none(&[Column::Signed, Column::MoneyOut, Column::MoneyIn]) => {
            Amounts::Flagged { amount, flag }
        }
        (_, _, _, Some(out), Some(within)) if none(&[Column::Signed, Column::Amount]) => Amounts::Apart { out, within },
        _ => return Err(StatementError::NoAmountColumn),
    };
    let words: Vec<usize> = places(Column::Words).chain(places(Column::Reference)).collect();
    let mut lines = Vec::new();
    for (place, cells) in rows.iter().enumerate().skip(usize::try_from(profile.headings).unwrap_or(usize::MAX)) {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let row = u32::try_from(place.saturating_add(1)).unwrap_or(u32::MAX);
        match read_line(cells, row, date, profile.dates, amounts) {
            Ok((on, amount)) => {
                let cells = words.iter().filter_map(|place| cells.get(*place)).map(|cell| cell.trim());
                let said: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
                lines.push(StatementLine { row, on, words: said.join(" "), amount });
            }
            // Words below the table: who to call, where the page ends.
            Err(_) if !lines.is_empty() && is_foot(rows.get(place..).unwrap_or(&[]), date, amounts) => break,
            Err(StatementError::MixedDates { row, text }) if lines.is_empty() => return Err(StatementError::NotADate { row, text }),
            Err(refused) => return Err(refused),
        }
    }
    if lines.is_empty() { Err(StatementError::NoLines) } else { Ok(lines) }
}

/// Whether nothing from here on could be a line: no figure where dates stand, and no amount. A row of sums is no foot: it
/// has amounts, and is refused like any row that cannot be read.
fn is_foot(rest: &[Vec<String>], date: usize, amounts: Amounts) -> bool {
    let places = match amounts {
        Amounts::Signed(place) => [place, place],
        Amounts::Flagged { amount, .. } => [amount, amount],
        Amounts::Apart { out, within } => [out, within],
    };
    rest.iter().all(|cells| {
        let figure = cells.get(date).is_some_and(|cell| cell.contains(|letter: char| letter.is_ascii_digit()));
        !figure && places.iter().all(|place| cells.get(*place).is_none_or(|cell| cell.trim().is_empty()))
    })
}

fn read_line(
    cells: &[String],
    row: u32,
    date: usize,
    form: DateForm,
    amounts: Amounts,
) -> Result<(chrono::NaiveDate, Money), StatementError> {
    let cell = |place: usize| cells.get(place).map(|cell| cell.trim());
    let text = cell(date).ok_or(StatementError::MissingColumns { row })?;
    let on = read_date(text, form).ok_or_else(|| {
        let other = DateForm::ALL.iter().any(|other| read_date(text, *other).is_some());
        if other { StatementError::MixedDates { row, text: shown(text) } } else { StatementError::NotADate { row, text: shown(text) } }
    })?;
    let amount = match amounts {
        Amounts::Signed(place) => {
            let text = cell(place).ok_or(StatementError::MissingColumns { row })?;
            read_amount(text).ok_or_else(|| StatementError::NotAnAmount { row, text: shown(text) })?
        }
        Amounts::Flagged { amount, flag } => {
            let text = cell(amount).ok_or(StatementError::MissingColumns { row })?;
            let size = read_amount(text).ok_or_else(|| StatementError::NotAnAmount { row, text: shown(text) })?;
            let word = cell(flag).ok_or(StatementError::MissingColumns { row })?;
            match read_flag(word) {
                // A bank that writes both flag and sign means the same by both.
                Some(false) => negative(size),
                Some(true) if size < Money::ZERO => return Err(StatementError::NotAnAmount { row, text: shown(text) }),
                Some(true) => size,
                None => return Err(StatementError::NoFlag { row, text: shown(word) }),
            }
        }
        Amounts::Apart { out, within } => {
            // Empty cells at the end of a row are often left out.
            if cells.len() <= out.min(within) {
                return Err(StatementError::MissingColumns { row });
            }
            let (out, within) = (cell(out).unwrap_or(""), cell(within).unwrap_or(""));
            let read = |text: &str| read_amount(text).ok_or_else(|| StatementError::NotAnAmount { row, text: shown(text) });
            match (out.is_empty(), within.is_empty()) {
                (true, true) => return Err(StatementError::NotAnAmount { row, text: String::new() }),
                (false, true) => negative(read(out)?),
                (true, false) => read(within)?,
                (false, false) => match (read(out)?, read(within)?) {
                    (paid, came) if came.is_zero() => negative(paid),
                    (paid, came) if paid.is_zero() => came,
                    _ => return Err(StatementError::NotAnAmount { row, text: shown(&format!("{out} {within}")) }),
                },
            }
        }
    };
    Ok((on, amount))
}

/// Below nothing, however it was written.
fn negative(amount: Money) -> Money {
    if amount > Money::ZERO { Money::ZERO.minus(amount) } else { amount }
}

/// An amount as banks write it: `-12.50`, `12.50-`, `(12.50)`, `+12.50`, `£1,250.00`, `12.5`, `12.50 CR`.
pub(super) fn read_amount(text: &str) -> Option<Money> {
    let text = text.trim();
    let text = text.strip_prefix('\'').unwrap_or(text);
    let (text, below) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let bare: String = text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '£' | '\u{a0}')).collect();
    let (bare, below) = match bare.strip_prefix(['-', '\u{2212}']).or_else(|| bare.strip_suffix(['-', '\u{2212}'])) {
        Some(_) if below => return None,
        Some(rest) => (rest.to_owned(), true),
        None => (bare.strip_prefix('+').unwrap_or(&bare).to_owned(), below),
    };
    // Commas part thousands and nothing else: `1,25` is no amount, and `1.250,00` is another country's.
    let (pounds, _) = bare.split_once('.').unwrap_or((&bare, ""));
    let mut groups = pounds.split(',');
    let first = groups.next()?;
    if pounds.contains(',') && (first.is_empty() || first.len() > 3 || !groups.all(|group| group.len() == 3)) {
        return None;
    }
    if bare.split_once('.').is_some_and(|(_, pence)| pence.contains(',')) {
        return None;
    }
    // More places than two are taken when they are noughts.
    let trimmed = match bare.split_once('.') {
        Some((pounds, pence)) if pence.len() > 2 && pence.get(2..).is_some_and(|rest| rest.bytes().all(|byte| byte == b'0')) => {
            format!("{pounds}.{}", pence.get(..2)?)
        }
        _ => bare,
    };
    match Money::parse(&trimmed) {
        Ok(amount) if below => Some(Money::ZERO.minus(amount)),
        Ok(amount) => Some(amount),
        Err(
            MoneyProblem::Missing
            | MoneyProblem::NotAnAmount
            | MoneyProblem::TooManyDecimals
            | MoneyProblem::Negative
            | MoneyProblem::TooLarge,
        ) => None,
    }
}

/// Whether a flag says money in; nothing if it says neither.
pub(super) fn read_flag(text: &str) -> Option<bool> {
    match text.trim().trim_end_matches('.').to_ascii_uppercase().as_str() {
        "CR" | "C" | "CREDIT" | "CRDT" | "IN" | "+" => Some(true),
        "DR" | "D" | "DEBIT" | "DBIT" | "DB" | "OUT" | "-" => Some(false),
        _ => None,
    }
}

fn shown(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}
