//! The two tables of the modulus check, as their publisher writes them.

use std::collections::BTreeMap;

/// Which of the two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The weights by sort code: `valacdos.txt`.
    Weights,
    /// The sort codes that stand in for others: `scsubtab.txt`.
    Substitutions,
}

/// Why a table cannot be read. It is refused whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the table cannot be read")]
pub struct TableProblem {
    /// Which table.
    pub table: Table,
    /// The line, from 1; 0 when the table is empty.
    pub line: usize,
}

/// How the products are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// The sum, by ten.
    Mod10,
    /// The sum, by eleven.
    Mod11,
    /// The sum of the digits of the products, by ten.
    DoubleAlternate,
}

/// A row of weights: six for the sort code, eight for the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) method: Method,
    pub(super) weights: [i32; 14],
    pub(super) exception: u8,
}

/// Both tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    pub(super) rules: Vec<Rule>,
    pub(super) substitutions: BTreeMap<String, String>,
}

impl Tables {
    /// Reads both tables from their text. A line that is not as published refuses the whole, by its number.
    pub fn parse(weights: &str, substitutions: &str) -> Result<Self, TableProblem> {
        let mut rules: Vec<Rule> = Vec::new();
        for (line, text) in lines(weights) {
            let problem = TableProblem { table: Table::Weights, line };
            let rule = rule(text).ok_or(problem)?;
            // A sort code has one row or two, and never three.
            if rules.iter().filter(|other| other.first <= rule.last && rule.first <= other.last).count() > 1 {
                return Err(problem);
            }
            rules.push(rule);
        }
        if rules.is_empty() {
            return Err(TableProblem { table: Table::Weights, line: 0 });
        }
        let mut substituted = BTreeMap::new();
        for (line, text) in lines(substitutions) {
            let parts: Vec<&str> = text.split_whitespace().collect();
            match parts.as_slice() {
                [from, to] if sort_code(from).is_some() && sort_code(to).is_some() && !substituted.contains_key(*from) => {
                    substituted.insert((*from).to_owned(), (*to).to_owned());
                }
                _ => return Err(TableProblem { table: Table::Substitutions, line }),
            }
        }
        Ok(Self { rules, substitutions: substituted })
    }

    /// How many rows of weights they hold.
    pub fn rules(&self) -> usize {
        self.rules.len()
    }
}

/// The lines that say something, with their numbers from 1.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bare = text.trim_start_matches('\u{feff}');
    bare.lines().zip(1..).map(|(line, number)| (number, line.trim())).filter(|(_, line)| !line.is_empty())
}

fn sort_code(text: &str) -> Option<u32> {
    (text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn rule(line: &str) -> Option<Rule> {
    let mut parts = line.split_whitespace();
    let (first, last) = (sort_code(parts.next()?)?, sort_code(parts.next()?)?);
    let method = match parts.next()? {
        "MOD10" => Method::Mod10,
        "MOD11" => Method::Mod11,
        "DBLAL" => Method::DoubleAlternate,
        _ => return None,
    };
    let mut weights = [0; 14];
    for weight in &mut weights {
        *weight = parts.next()?.parse().ok().filter(|weight| (-99..=999).contains(weight))?;
    }
    let exception = match parts.next() {
        Some(text) => text.parse().ok().filter(|exception| (1..=14).contains(exception))?,
        None => 0,
    };
    (first <= last && parts.next().is_none()).then_some(Rule { first, last, method, weights, exception })
}
