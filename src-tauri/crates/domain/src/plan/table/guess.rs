//! What the columns of a table seem to hold, from their headings and from what stands in them. A person looks it over.

use super::{ColumnRole, amount, cell, code_and_name, is_code, is_formula};
use crate::Money;
use crate::plan::Share;

/// Words that tell a column by its heading; of several, the first in this list.
const HEADINGS: [(ColumnRole, &[&str]); 7] = [
    (ColumnRole::Share, &["%", "per cent", "percent", "share"]),
    (ColumnRole::Total, &["total"]),
    (ColumnRole::YearBefore, &["year before", "previous", "last year"]),
    (ColumnRole::LeadPartner, &["partner", "delivered by"]),
    (ColumnRole::Notes, &["note", "comment"]),
    (ColumnRole::Name, &["activity", "name", "description"]),
    (ColumnRole::Code, &["code", "ref", "number"]),
];

/// What a column is made of, over the rows that are no heading.
#[derive(Default)]
struct Column {
    heading: String,
    codes: usize,
    amounts: usize,
    shares: usize,
    words: usize,
}

/// Guesses what each column holds. `year_before` is what the next plan calls the year before, such as `2020-21`.
pub fn guess(rows: &[Vec<String>], year_before: &str) -> Vec<ColumnRole> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let first_line = rows.iter().position(|row| is_line_like(row)).unwrap_or(0);
    let (headings, body) = rows.split_at(first_line);
    let columns: Vec<Column> = (0..width).map(|place| column(headings, body, place)).collect();
    let mut roles = vec![ColumnRole::Ignored; width];
    let with_codes = (0..width).filter(|place| columns.get(*place).is_some_and(|column| column.codes > 0));
    let code = with_codes.max_by_key(|place| (columns.get(*place).map_or(0, |column| column.codes), std::cmp::Reverse(*place)));
    give(&mut roles, code, ColumnRole::Code);
    for (place, column) in columns.iter().enumerate() {
        if Some(place) == code {
            continue;
        }
        let called = HEADINGS.iter().find(|(_, words)| words.iter().any(|word| column.heading.contains(word))).map(|(role, _)| *role);
        let figures = column.amounts.saturating_add(column.shares);
        let role = match called {
            _ if figures > column.words && !year_before.is_empty() && column.heading.contains(&year_before.to_lowercase()) => {
                ColumnRole::YearBefore
            }
            Some(ColumnRole::Code | ColumnRole::Name | ColumnRole::LeadPartner | ColumnRole::Notes) if figures > column.words => continue,
            Some(ColumnRole::Code) | None => continue,
            Some(role) => role,
        };
        if !roles.contains(&role) {
            give(&mut roles, Some(place), role);
        }
    }
    give_the_rest(&mut roles, &columns, body);
    roles
}

/// Columns whose heading says nothing: the first with words is the name, figures are periods in their order, and a last
/// column of figures that are the sums of the others is the total.
fn give_the_rest(roles: &mut [ColumnRole], columns: &[Column], body: &[Vec<String>]) {
    let mut figures = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        let free = roles.get(place) == Some(&ColumnRole::Ignored);
        if !free {
            continue;
        }
        if column.shares > column.amounts && column.shares > column.words && !roles.contains(&ColumnRole::Share) {
            give(roles, Some(place), ColumnRole::Share);
        } else if column.amounts > column.words {
            figures.push(place);
        }
    }
    if !roles.contains(&ColumnRole::Name) {
        let free = |place: &usize| roles.get(*place) == Some(&ColumnRole::Ignored);
        let name = (0..columns.len()).filter(free).find(|place| columns.get(*place).is_some_and(|column| column.words > column.amounts));
        give(roles, name, ColumnRole::Name);
    }
    if !roles.contains(&ColumnRole::Total)
        && figures.len() > 2
        && figures.split_last().is_some_and(|(last, others)| sums(body, *last, others))
    {
        give(roles, figures.pop(), ColumnRole::Total);
    }
    for (number, place) in figures.into_iter().enumerate() {
        give(roles, Some(place), ColumnRole::Period(number));
    }
}

fn give(roles: &mut [ColumnRole], place: Option<usize>, role: ColumnRole) {
    if let Some(found) = place.and_then(|place| roles.get_mut(place)) {
        *found = role;
    }
}

/// Whether a column has in every row that is a line the sum of the others.
fn sums(body: &[Vec<String>], last: usize, others: &[usize]) -> bool {
    let figure = |row: &[String], place: usize| match cell(row, place) {
        "" => Some(Money::ZERO),
        text => amount(text).ok().map(|(amount, _)| amount),
    };
    body.iter().filter(|row| is_line_like(row)).all(|row| {
        let sum: Option<Money> = others.iter().map(|place| figure(row, *place)).sum();
        sum.is_some() && sum == figure(row, last)
    })
}

/// A row with a code, or with a name before its figures.
fn is_line_like(row: &[String]) -> bool {
    let code = row.iter().any(|text| is_code(text.trim()) || code_and_name(text.trim()).is_some());
    code && row.iter().any(|text| is_figure(text.trim()))
}

fn is_figure(text: &str) -> bool {
    !is_code(text) && amount(text).is_ok()
}

fn column(headings: &[Vec<String>], body: &[Vec<String>], place: usize) -> Column {
    let heading: Vec<&str> = headings.iter().map(|row| cell(row, place)).collect();
    let mut column = Column { heading: heading.join(" ").to_lowercase(), ..Column::default() };
    for text in body.iter().map(|row| cell(row, place)).filter(|text| !text.is_empty()) {
        let count = if is_code(text) {
            &mut column.codes
        } else if text.ends_with('%') && Share::parse(text).is_some() {
            &mut column.shares
        } else if amount(text).is_ok() || is_formula(text) {
            &mut column.amounts
        } else {
            &mut column.words
        };
        *count = count.saturating_add(1);
    }
    // Amounts in pounds and pence without a pound sign, such as 12.50, look like codes.
    if column.amounts > 0 && column.codes > 0 && column.amounts > column.codes {
        column.amounts = column.amounts.saturating_add(std::mem::take(&mut column.codes));
    }
    column
}
