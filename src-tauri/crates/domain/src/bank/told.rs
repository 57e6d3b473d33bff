//! What a statement's columns are, as far as headings and contents tell. A person sees it before anything is read by it.

use super::dates::{DateForm, read_date};
use super::statement::{Column, StatementProfile, read_amount, read_flag};

/// How many rows may stand above the headings.
const MOST_ABOVE: usize = 30;
/// How many lines are looked at.
const LOOKED_AT: usize = 200;

/// What the rows look like. Columns of which nothing can be told are ignored.
pub fn guess(rows: &[Vec<String>]) -> StatementProfile {
    let width = rows.iter().take(LOOKED_AT).map(Vec::len).max().unwrap_or(0);
    let headed = rows.iter().take(MOST_ABOVE).position(|cells| is_heading(cells));
    let first = headed.map_or_else(|| first_line(rows), |place| place.saturating_add(1));
    let lines: Vec<&Vec<String>> = rows.iter().skip(first).filter(|cells| cells.len() > 1).take(LOOKED_AT).collect();
    let mut columns = match headed.and_then(|place| rows.get(place)) {
        Some(headings) => by_headings(headings, width),
        None => vec![Column::Ignored; width],
    };
    by_contents(&mut columns, &lines);
    let dates = columns.iter().position(|column| *column == Column::Date).map_or(DateForm::DayMonthYear, |place| form(&lines, place).0);
    StatementProfile { columns, dates, headings: u32::try_from(first).unwrap_or(u32::MAX) }
}

fn plain(heading: &str) -> String {
    let spaced: String = heading.chars().map(|letter| if letter.is_alphanumeric() { letter.to_ascii_lowercase() } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a heading says its column is.
fn headed(heading: &str) -> Option<Column> {
    let words = plain(heading);
    let has = |word: &str| words.split(' ').any(|part| part == word);
    let out = ["debit", "debits", "out", "withdrawals", "withdrawn", "payments", "dr"].iter().any(|word| has(word));
    let within = ["credit", "credits", "in", "receipts", "deposits", "deposited", "cr"].iter().any(|word| has(word));
    Some(match () {
        () if has("date") => Column::Date,
        () if has("balance") => Column::Balance,
        () if (out && within) || matches!(words.as_str(), "d c" | "c d" | "sign" | "flag" | "indicator") => Column::Flag,
        () if out => Column::MoneyOut,
        () if within => Column::MoneyIn,
        () if has("amount") || has("value") => Column::Signed,
        () if has("reference") || has("ref") => Column::Reference,
        () if ["description", "narrative", "details", "memo", "particulars", "payee", "name", "words"].iter().any(|word| has(word))
            && !has("account") =>
        {
            Column::Words
        }
        () => return None,
    })
}

/// A row of headings names a date and an amount.
fn is_heading(cells: &[String]) -> bool {
    let found: Vec<Column> = cells.iter().filter_map(|cell| headed(cell)).collect();
    let amount = found.iter().any(|column| matches!(column, Column::Signed | Column::MoneyOut | Column::MoneyIn));
    found.contains(&Column::Date) && amount && !cells.iter().any(|cell| DateForm::ALL.iter().any(|form| read_date(cell, *form).is_some()))
}

/// Without headings: the first row with a date in it.
fn first_line(rows: &[Vec<String>]) -> usize {
    let dated =
        |cells: &Vec<String>| cells.len() > 1 && cells.iter().any(|cell| DateForm::ALL.iter().any(|form| read_date(cell, *form).is_some()));
    rows.iter().take(MOST_ABOVE).position(dated).unwrap_or(0)
}

fn by_headings(headings: &[String], width: usize) -> Vec<Column> {
    let mut columns: Vec<Column> = headings.iter().map(|heading| headed(heading).unwrap_or(Column::Ignored)).collect();
    columns.resize(width.max(columns.len()), Column::Ignored);
    // Of several dates the first is the day of the line; others are when it was sent in or counted.
    for once in [Column::Date, Column::Flag, Column::MoneyOut, Column::MoneyIn, Column::Balance, Column::Signed] {
        columns.iter_mut().filter(|column| **column == once).skip(1).for_each(|column| *column = Column::Ignored);
    }
    columns
}

/// Fills in from the cells what the headings left open, and what the columns are beside each other.
fn by_contents(columns: &mut [Column], lines: &[&Vec<String>]) {
    let open = |columns: &[Column], sought: &dyn Fn(usize) -> bool| {
        columns.iter().enumerate().position(|(place, column)| *column == Column::Ignored && sought(place))
    };
    let set = |columns: &mut [Column], place: Option<usize>, column: Column| {
        if let Some(cell) = place.and_then(|place| columns.get_mut(place)) {
            *cell = column;
        }
    };
    if !columns.contains(&Column::Date) {
        let place = open(columns, &|place| form(lines, place).1);
        set(columns, place, Column::Date);
    }
    let apart = columns.contains(&Column::MoneyOut) && columns.contains(&Column::MoneyIn);
    if !apart && !columns.contains(&Column::Flag) {
        let place = open(columns, &|place| all(lines, place, |cell| read_flag(cell).is_some()));
        set(columns, place, Column::Flag);
    }
    if !apart && !columns.contains(&Column::Signed) {
        let place = open(columns, &|place| all(lines, place, |cell| cell.contains('.') && read_amount(cell).is_some()));
        set(columns, place, Column::Signed);
    }
    if !apart && columns.contains(&Column::Flag) {
        let place = columns.iter().position(|column| *column == Column::Signed);
        set(columns, place, Column::Amount);
    }
    if apart {
        // A flag beside two columns says nothing more, and one amount beside them is the same amount again.
        columns.iter_mut().filter(|column| matches!(column, Column::Flag | Column::Signed)).for_each(|column| *column = Column::Ignored);
    }
    if !columns.contains(&Column::Words) && !columns.contains(&Column::Reference) {
        let letters = |place: usize| {
            lines
                .iter()
                .filter_map(|cells| cells.get(place))
                .map(|cell| cell.chars().filter(|letter| letter.is_alphabetic()).count())
                .sum::<usize>()
        };
        let places = columns.iter().enumerate().filter(|(_, column)| **column == Column::Ignored).map(|(place, _)| place);
        let longest = places.max_by_key(|place| (letters(*place), usize::MAX.saturating_sub(*place))).filter(|place| letters(*place) > 0);
        set(columns, longest, Column::Words);
    }
}

/// The cells of a column that are not empty.
fn cells<'a>(lines: &'a [&Vec<String>], place: usize) -> impl Iterator<Item = &'a str> {
    lines.iter().filter_map(move |cells| cells.get(place)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

fn all(lines: &[&Vec<String>], place: usize, fits: impl Fn(&str) -> bool) -> bool {
    let mut cells = cells(lines, place).peekable();
    cells.peek().is_some() && cells.all(fits)
}

/// The form in which most of a column's dates are written, and whether all are.
fn form(lines: &[&Vec<String>], place: usize) -> (DateForm, bool) {
    let count = |form: DateForm| cells(lines, place).filter(|cell| read_date(cell, form).is_some()).count();
    let mut best = (DateForm::DayMonthYear, 0);
    for form in DateForm::ALL {
        let found = count(form);
        if found > best.1 {
            best = (form, found);
        }
    }
    (best.0, best.1 > 0 && best.1 == cells(lines, place).count())
}
