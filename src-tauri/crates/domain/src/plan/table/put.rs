//! The lines of a table, put into the next plan in place of its lines.

use super::{ColumnRole, RowKind, Table, amount, cell, code_and_name};
use crate::plan::draft::{TypedLine, TypedPeriod, TypedPlan, TypedPriority, in_a_box};

/// Puts the lines of a table into the next plan, in place of its lines. What is said of a code that stays is kept: its name,
/// its lead partner, its notes, the year before and its priority, unless the table says them. A cell that was not understood comes
/// in as it is written. The plan gets a period more for each that only the table has.
#[must_use]
pub fn put(plan: &TypedPlan, rows: &[Vec<String>], roles: &[ColumnRole], table: &Table) -> TypedPlan {
    let mut next = plan.clone();
    let periods = roles.iter().filter_map(|role| if let ColumnRole::Period(place) = role { place.checked_add(1) } else { None });
    let needed = periods.max().unwrap_or(0).max(plan.periods.len());
    next.periods.resize_with(needed, TypedPeriod::default);
    for (place, period) in next.periods.iter_mut().enumerate().filter(|(_, period)| period.name.trim().is_empty()) {
        period.name = heading(rows, roles, table, ColumnRole::Period(place));
    }
    let mut priority = None;
    let mut told = false;
    next.lines = Vec::new();
    for (row, understood) in rows.iter().zip(&table.rows) {
        match understood.kind {
            RowKind::Priority => {
                priority = priority_of(&mut next, row);
                told = true;
            }
            RowKind::Line => {
                let mut line = line(plan, row, roles, needed);
                if told {
                    line.priority = priority;
                }
                next.lines.push(line);
            }
            RowKind::Heading | RowKind::Sum | RowKind::Ignored => {}
        }
    }
    next
}

/// What the table calls a column.
fn heading(rows: &[Vec<String>], roles: &[ColumnRole], table: &Table, role: ColumnRole) -> String {
    let Some(column) = roles.iter().position(|one| *one == role) else { return String::new() };
    let headings = rows.iter().zip(&table.rows).filter(|(_, row)| row.kind == RowKind::Heading).map(|(row, _)| cell(row, column));
    headings.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The number of the priority whose name stands in a row. A new name becomes a new priority; what is called miscellaneous or
/// other belongs to none.
fn priority_of(plan: &mut TypedPlan, row: &[String]) -> Option<u8> {
    let text = row.iter().map(|text| text.trim()).find(|text| !text.is_empty())?;
    let name = bare_priority(text);
    let folded = folded(&name);
    if folded.starts_with("misc") || folded.starts_with("other") {
        return None;
    }
    let same = |priority: &TypedPriority| self::folded(&priority.name) == folded;
    let place = plan.priorities.iter().position(same).unwrap_or_else(|| {
        plan.priorities.push(TypedPriority { name, ..TypedPriority::default() });
        plan.priorities.len().saturating_sub(1)
    });
    u8::try_from(place.saturating_add(1)).ok()
}

/// `Priority 2 - Improving Life Skills` is `Improving Life Skills`.
fn bare_priority(text: &str) -> String {
    let Some((_, rest)) = text.split_once(char::is_whitespace).filter(|(first, _)| first.eq_ignore_ascii_case("priority")) else {
        return text.to_owned();
    };
    let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let name = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '\u{2013}' | '\u{2014}' | ':' | '.')).to_owned();
    if name.is_empty() { text.to_owned() } else { name }
}

/// Letters and digits alone, in small letters, with `&` read as `and`: the plan writes one name in several ways.
fn folded(name: &str) -> String {
    name.replace('&', "and").chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn line(plan: &TypedPlan, row: &[String], roles: &[ColumnRole], periods: usize) -> TypedLine {
    let text = |role: ColumnRole| roles.iter().position(|one| *one == role).map(|column| cell(row, column));
    let name = text(ColumnRole::Name).unwrap_or_default();
    let (code, name) = match text(ColumnRole::Code) {
        Some(code) => (code, name),
        None => code_and_name(name).unwrap_or(("", name)),
    };
    let known = plan.lines.iter().find(|line| !code.is_empty() && line.code.trim() == code);
    let said = |role: ColumnRole, kept: fn(&TypedLine) -> &String| {
        let said = text(role).filter(|text| !text.is_empty()).map(str::to_owned);
        said.or_else(|| known.map(kept).cloned()).unwrap_or_default()
    };
    let figure = |text: &str| amount(text).map_or_else(|_| text.to_owned(), |(amount, _)| in_a_box(amount));
    let year_before = match text(ColumnRole::YearBefore).filter(|text| !text.is_empty()) {
        // Nothing was spent, which is not the same as not known.
        Some(text) => amount(text).ok().filter(|(amount, _)| amount.is_zero()).map_or_else(|| figure(text), |_| "0".to_owned()),
        None => known.map(|line| line.year_before.clone()).unwrap_or_default(),
    };
    TypedLine {
        code: code.to_owned(),
        name: known.map(|line| line.name.clone()).filter(|kept| !kept.trim().is_empty()).unwrap_or_else(|| name.to_owned()),
        priority: known.and_then(|line| line.priority),
        lead_partner: said(ColumnRole::LeadPartner, |line| &line.lead_partner),
        notes: said(ColumnRole::Notes, |line| &line.notes),
        amounts: (0..periods).map(|place| figure(text(ColumnRole::Period(place)).unwrap_or_default())).collect(),
        year_before,
    }
}
