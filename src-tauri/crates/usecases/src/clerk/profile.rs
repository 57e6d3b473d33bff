//! How an LTO's statements are read, kept in the ledger under the names people gave.

use super::shape::{LedgerShape, ProfileShape};
use super::statement::NamedProfile;
use crate::{Error, FieldFault, Result};
use domain::bank::{Column, DateForm, StatementProfile};

/// The most letters of a name.
const LONGEST_NAME: usize = 60;

/// The word in the file for what a column holds.
const COLUMNS: [(Column, &str); 10] = [
    (Column::Date, "date"),
    (Column::Words, "words"),
    (Column::Reference, "reference"),
    (Column::Signed, "signed"),
    (Column::Amount, "amount"),
    (Column::Flag, "flag"),
    (Column::MoneyOut, "money-out"),
    (Column::MoneyIn, "money-in"),
    (Column::Balance, "balance"),
    (Column::Ignored, "ignored"),
];

/// The word in the file for how dates are written.
const DATES: [(DateForm, &str); 5] = [
    (DateForm::DayMonthYear, "day-month-year"),
    (DateForm::YearMonthDay, "year-month-day"),
    (DateForm::SixDigits, "six-digits"),
    (DateForm::MonthByName, "month-by-name"),
    (DateForm::EightDigits, "eight-digits"),
];

/// Every kept profile. One that only a newer program can read is left out.
pub(super) fn kept(shape: &LedgerShape) -> Vec<NamedProfile> {
    let column = |word: &String| COLUMNS.iter().find(|(_, code)| code == word).map(|(column, _)| *column);
    let read = |one: &ProfileShape| {
        let columns = one.columns.iter().map(column).collect::<Option<Vec<_>>>()?;
        let dates = DATES.iter().find(|(_, code)| *code == one.dates)?.0;
        Some(NamedProfile { name: one.name.clone(), profile: StatementProfile { columns, dates, headings: one.headings } })
    };
    shape.profiles.iter().filter_map(read).collect()
}

/// Keeps a profile, in place of any of the same name.
pub(super) fn keep(shape: &mut LedgerShape, profile: &NamedProfile) -> Result<()> {
    let name = profile.name.trim();
    let refuse = |fault| Err(Error::Fields(vec![("name".to_owned(), fault)]));
    if name.is_empty() {
        return refuse(FieldFault::Missing);
    }
    if name.chars().count() > LONGEST_NAME {
        return refuse(FieldFault::TooLong { most: LONGEST_NAME });
    }
    let word = |column: &Column| COLUMNS.iter().find(|(one, _)| one == column).map(|(_, code)| (*code).to_owned());
    let new = ProfileShape {
        name: name.to_owned(),
        columns: profile.profile.columns.iter().filter_map(word).collect(),
        dates: DATES.iter().find(|(one, _)| *one == profile.profile.dates).map(|(_, code)| (*code).to_owned()).unwrap_or_default(),
        headings: profile.profile.headings,
    };
    shape.profiles.retain(|one| one.name != new.name);
    shape.profiles.push(new);
    Ok(())
}
