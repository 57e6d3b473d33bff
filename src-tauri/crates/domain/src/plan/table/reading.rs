//! A table understood row by row and cell by cell, with the sums and shares it prints held against exact ones.

use super::{CellFault, CellReading, ColumnRole, ExactCell, Row, RowKind, Table, amount, cell, code_and_name, is_code, is_formula};
use crate::Money;
use crate::application::check::LONGEST_LINE;
use crate::plan::draft::{LONGEST_CODE, LONGEST_NOTE};
use crate::plan::{Share, shares};

/// Understands a table whose columns hold what is said. Sums of lines are checked and not kept.
pub fn understand(rows: &[Vec<String>], roles: &[ColumnRole]) -> Table {
    let kinds = kinds(rows, roles);
    let lines: Vec<&Vec<String>> = rows.iter().zip(&kinds).filter(|(_, kind)| **kind == RowKind::Line).map(|(row, _)| row).collect();
    let exact: Vec<Money> = lines.iter().map(|row| planned(row, roles)).collect();
    let mut shares = shares(&exact).into_iter();
    let total: Money = exact.iter().copied().sum();
    let mut sums = Sums::new(&lines, roles);
    let mut understood = Vec::new();
    for (row, kind) in rows.iter().zip(kinds) {
        let cells = match kind {
            RowKind::Line => {
                sums.add(row, roles);
                line(row, roles, shares.next().flatten(), total)
            }
            RowKind::Sum => sums.check(row, roles),
            RowKind::Priority => roles.iter().enumerate().map(|(place, _)| words_or_nothing(cell(row, place))).collect(),
            RowKind::Heading | RowKind::Ignored => vec![CellReading::Ignored; roles.len()],
        };
        understood.push(Row { kind, cells });
    }
    let to_look_at = understood.iter().flat_map(|row| &row.cells).filter(|cell| cell.needs_a_look()).count();
    Table { rows: understood, lines: lines.len(), to_look_at, total }
}

/// What each row is.
fn kinds(rows: &[Vec<String>], roles: &[ColumnRole]) -> Vec<RowKind> {
    let first = rows.iter().position(|row| is_line(row, roles)).unwrap_or(rows.len());
    let kind = |(place, row): (usize, &Vec<String>)| {
        let full: Vec<&str> = row.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        let words: String = full.iter().filter(|text| amount(text).is_err()).copied().collect::<Vec<_>>().join(" ").to_lowercase();
        match full.as_slice() {
            [] => RowKind::Ignored,
            _ if words.contains("balance") => RowKind::Ignored,
            _ if is_sum(&words) => RowKind::Sum,
            _ if is_line(row, roles) => RowKind::Line,
            // The first row of all heads the table, also when it is alone.
            [only] if place > 0 && amount(only).is_err() => RowKind::Priority,
            [only] if only.to_lowercase().starts_with("priority") => RowKind::Priority,
            _ if place < first => RowKind::Heading,
            _ => RowKind::Ignored,
        }
    };
    rows.iter().enumerate().map(kind).collect()
}

fn is_sum(words: &str) -> bool {
    ["total", "check total", "sub-total", "subtotal", "sum of", "grand total"].iter().any(|start| words.starts_with(start))
        || words == "sum"
}

/// A line has a code, or a name with a figure.
fn is_line(row: &[String], roles: &[ColumnRole]) -> bool {
    let mut named = false;
    let mut figure = false;
    for (place, role) in roles.iter().enumerate() {
        let text = cell(row, place);
        match role {
            ColumnRole::Code if is_code(text) => return true,
            ColumnRole::Name if code_and_name(text).is_some() => return true,
            ColumnRole::Code | ColumnRole::Name => named |= !text.is_empty(),
            ColumnRole::Period(_) | ColumnRole::Total | ColumnRole::YearBefore => figure |= amount(text).is_ok() || is_formula(text),
            ColumnRole::Share | ColumnRole::LeadPartner | ColumnRole::Notes | ColumnRole::Ignored => {}
        }
    }
    named && figure
}

/// What a line plans, as far as it was understood.
fn planned(row: &[String], roles: &[ColumnRole]) -> Money {
    let periods = roles.iter().enumerate().filter(|(_, role)| matches!(role, ColumnRole::Period(_)));
    periods.filter_map(|(place, _)| amount(cell(row, place)).ok()).map(|(amount, _)| amount).sum()
}

fn line(row: &[String], roles: &[ColumnRole], share: Option<Share>, total: Money) -> Vec<CellReading> {
    let codes_in_names = !roles.contains(&ColumnRole::Code);
    let read = |(place, role): (usize, &ColumnRole)| {
        let text = cell(row, place);
        match role {
            ColumnRole::Ignored => CellReading::Ignored,
            ColumnRole::Total if is_formula(text) => worked_out(checked(worked(text), planned(row, roles))),
            ColumnRole::Share if is_formula(text) => worked_out(share_cell(worked(text), share, planned(row, roles), total)),
            _ if is_formula(text) => CellReading::Formula,
            ColumnRole::Code => needed(text, LONGEST_CODE),
            ColumnRole::Name if codes_in_names && code_and_name(text).is_none() => CellReading::NotUnderstood(CellFault::Missing),
            ColumnRole::Name => needed(text, LONGEST_LINE),
            _ if text.is_empty() => CellReading::Empty,
            ColumnRole::LeadPartner => needed(text, LONGEST_LINE),
            ColumnRole::Notes => needed(text, LONGEST_NOTE),
            ColumnRole::Period(_) | ColumnRole::YearBefore => figure(text),
            ColumnRole::Total => checked(text, planned(row, roles)),
            ColumnRole::Share => share_cell(text, share, planned(row, roles), total),
        }
    };
    roles.iter().enumerate().map(read).collect()
}

fn words_or_nothing(text: &str) -> CellReading {
    if text.is_empty() { CellReading::Empty } else { CellReading::Words }
}

fn needed(text: &str, most: usize) -> CellReading {
    if text.is_empty() {
        CellReading::NotUnderstood(CellFault::Missing)
    } else if text.chars().count() > most {
        CellReading::NotUnderstood(CellFault::TooLong { most })
    } else {
        CellReading::Words
    }
}

fn figure(text: &str) -> CellReading {
    match amount(text) {
        Ok((amount, tidied)) => CellReading::Amount { amount, tidied },
        Err(problem) => CellReading::NotUnderstood(CellFault::Money(problem)),
    }
}

/// What a formula came to, as the file has it; the formula itself where it has nothing.
fn worked(text: &str) -> &str {
    text.strip_prefix('=').unwrap_or(text)
}

/// A sum is checked and not kept, so that a formula may stand for it; one of which no result is known says nothing.
fn worked_out(reading: CellReading) -> CellReading {
    if matches!(reading, CellReading::NotUnderstood(_)) { CellReading::Formula } else { reading }
}

/// A printed sum, held against the exact one.
fn checked(text: &str, exact: Money) -> CellReading {
    match amount(text) {
        Ok((printed, _)) if printed == exact => CellReading::Agrees,
        Ok(_) => CellReading::Differs(ExactCell::Money(exact)),
        Err(problem) => CellReading::NotUnderstood(CellFault::Money(problem)),
    }
}

/// A printed share agrees when it is what the shares are that add to 100.00, or what it is rounded by itself.
fn share_cell(text: &str, share: Option<Share>, planned: Money, total: Money) -> CellReading {
    let exact = share.unwrap_or(Share(0));
    match Share::parse(text) {
        Some(printed) if printed == exact || Some(printed) == Share::half_up(planned, total) => CellReading::Agrees,
        Some(_) => CellReading::Differs(ExactCell::Share(exact)),
        None => CellReading::NotUnderstood(CellFault::NotAShare),
    }
}

/// The sums of columns: over all lines, and over those since the last sum.
struct Sums {
    all: Vec<Money>,
    since: Vec<Money>,
}

impl Sums {
    fn new(lines: &[&Vec<String>], roles: &[ColumnRole]) -> Self {
        let none = vec![Money::ZERO; roles.len()];
        let mut sums = Self { all: none.clone(), since: none.clone() };
        for row in lines {
            sums.add(row, roles);
        }
        Self { all: sums.since, since: none }
    }

    fn add(&mut self, row: &[String], roles: &[ColumnRole]) {
        for (place, (sum, role)) in self.since.iter_mut().zip(roles).enumerate() {
            *sum = sum.plus(match role {
                ColumnRole::Period(_) | ColumnRole::YearBefore => amount(cell(row, place)).map(|(amount, _)| amount).unwrap_or_default(),
                ColumnRole::Total => planned(row, roles),
                ColumnRole::Code
                | ColumnRole::Name
                | ColumnRole::Share
                | ColumnRole::LeadPartner
                | ColumnRole::Notes
                | ColumnRole::Ignored => Money::ZERO,
            });
        }
    }

    /// A row of sums agrees cell by cell with all lines, or with those since the last sum.
    fn check(&mut self, row: &[String], roles: &[ColumnRole]) -> Vec<CellReading> {
        let since = std::mem::replace(&mut self.since, vec![Money::ZERO; roles.len()]);
        let read = |(place, role): (usize, &ColumnRole)| {
            let (text, all, since) = (cell(row, place), self.all.get(place), since.get(place));
            match role {
                _ if text.is_empty() => CellReading::Empty,
                ColumnRole::Period(_) | ColumnRole::YearBefore | ColumnRole::Total => {
                    let of = |exact: Option<&Money>| {
                        let exact = exact.copied().unwrap_or_default();
                        if is_formula(text) { worked_out(checked(worked(text), exact)) } else { checked(text, exact) }
                    };
                    if of(since) == CellReading::Agrees { CellReading::Agrees } else { of(all) }
                }
                ColumnRole::Share => match Share::parse(worked(text)) {
                    Some(Share(10_000)) => CellReading::Agrees,
                    // The sum of some lines' shares depends on how they were rounded.
                    Some(_) => CellReading::Ignored,
                    None => CellReading::NotUnderstood(CellFault::NotAShare),
                },
                ColumnRole::Code | ColumnRole::Name | ColumnRole::LeadPartner | ColumnRole::Notes | ColumnRole::Ignored => {
                    CellReading::Ignored
                }
            }
        };
        roles.iter().enumerate().map(read).collect()
    }
}
