//! A budget table from a spreadsheet: what its columns hold, what each row is, and what each cell says.

mod amount;
mod guess;
mod put;
mod reading;

pub use amount::amount;
pub use guess::guess;
pub use put::put;
pub use reading::understand;

use crate::Money;
use crate::money::MoneyProblem;
use crate::plan::Share;

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnRole {
    /// Codes of lines.
    Code,
    /// Names of lines; also the code, where no column holds codes and the name begins with one.
    Name,
    /// What is planned in a period, counted from 0.
    Period(usize),
    /// The row's sum: checked, and not kept.
    Total,
    /// The row's share in per cent: checked, and not kept.
    Share,
    /// What the year before spent.
    YearBefore,
    /// Who delivers it.
    LeadPartner,
    /// Notes.
    Notes,
    /// Nothing that is wanted.
    Ignored,
}

/// What is exact where a printed sum or share differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExactCell {
    /// A sum.
    Money(Money),
    /// A share, as shares add to 100.00.
    Share(Share),
}

/// Why a cell was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// It must not be empty.
    Missing,
    /// It is longer than the register takes.
    TooLong {
        /// The most characters.
        most: usize,
    },
    /// It is no amount.
    Money(MoneyProblem),
    /// It is no share in per cent.
    NotAShare,
}

/// How a cell was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellReading {
    /// Words: a code, a name, a note.
    Words,
    /// An amount, and whether it had to be tidied.
    Amount {
        /// The amount.
        amount: Money,
        /// Whether something other than a plain amount stands there, such as letters after it.
        tidied: bool,
    },
    /// A sum or share that agrees with the cells beside it.
    Agrees,
    /// A sum or share that is printed otherwise than it is.
    Differs(ExactCell),
    /// Nothing stands there.
    Empty,
    /// A heading, a column that is left out, or a row that is no line.
    Ignored,
    /// It is not what the column holds.
    NotUnderstood(CellFault),
    /// A formula and not a figure.
    Formula,
}

impl CellReading {
    /// Whether a person should look at it.
    pub fn needs_a_look(&self) -> bool {
        matches!(self, Self::Differs(_) | Self::NotUnderstood(_) | Self::Formula)
    }
}

/// What a row of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// What the columns are called.
    Heading,
    /// The name of a priority; the lines after it belong to it.
    Priority,
    /// A line of the plan.
    Line,
    /// A sum of lines.
    Sum,
    /// Something else: empty, a balance.
    Ignored,
}

/// A row of a table, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// How each cell was understood; as many as the table has columns.
    pub cells: Vec<CellReading>,
}

/// A table, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What each row is and says.
    pub rows: Vec<Row>,
    /// How many lines.
    pub lines: usize,
    /// How many cells a person should look at.
    pub to_look_at: usize,
    /// The sum of the lines' amounts that were understood.
    pub total: Money,
}

/// The cell of a row in a column, without the space around it; nothing where the row is too short.
fn cell(row: &[String], column: usize) -> &str {
    row.get(column).map_or("", |text| text.trim())
}

/// Whether a cell holds a formula: what a spreadsheet would work out, and a file does not say.
fn is_formula(text: &str) -> bool {
    text.starts_with('=')
}

/// A code as plans write them: `1.4`, `12.10`, `4.2a`. It is text: nothing is reckoned with it.
fn is_code(text: &str) -> bool {
    let Some((before, after)) = text.split_once('.') else { return false };
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    digits(before) && digits(after.trim_end_matches(|c: char| c.is_ascii_lowercase()))
}

/// A name that begins with its code, parted: `1.2 Street Performances`.
fn code_and_name(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once(char::is_whitespace)?;
    is_code(first).then_some((first, rest.trim()))
}

#[cfg(test)]
mod tests;
