//! Bank statements at the clerk's desk: how they are read, why one is refused, and how it compares with the payments.

use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a column of a statement holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum StatementColumn {
    Date,
    Words,
    /// More words: a reference of its own column.
    Reference,
    /// One amount, below nothing for money out.
    Signed,
    /// One amount without a sign, with a flag beside it.
    Amount,
    /// `CR` or `DR`.
    Flag,
    MoneyOut,
    MoneyIn,
    Balance,
    Ignored,
}

/// How a statement's dates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum StatementDates {
    /// `27/03/2022`, `27/3/22`, `27-03-2022`
    DayMonthYear,
    /// `2022-03-27`
    YearMonthDay,
    /// `220327`
    SixDigits,
    /// `27 Mar 2022`
    MonthByName,
    /// `27032022`
    EightDigits,
}

/// How a bank's statement is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct StatementProfile {
    /// `Our NatWest account`
    pub(crate) name: String,
    pub(crate) columns: Vec<StatementColumn>,
    pub(crate) dates: StatementDates,
    /// How many rows stand above the first line.
    pub(crate) headings: u32,
}

/// A file to be read at a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MapStatementInput {
    pub(crate) ledger_id: String,
    pub(crate) path: String,
    pub(crate) profile: StatementProfile,
    /// Whether to keep the profile under its name.
    pub(crate) keep: bool,
}

/// Why a statement or table is refused whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum TableRefusal {
    Empty,
    TooLarge {
        most_megabytes: u32,
    },
    TooManyRows {
        most: u32,
    },
    LineTooLong {
        row: u32,
    },
    /// Neither text nor a spreadsheet.
    NotATable,
    /// Text in an encoding that cannot be told.
    Encoding,
    Protected,
    Damaged,
    Formula {
        row: u32,
        column: u32,
    },
    MissingColumns {
        row: u32,
    },
    /// A column that the mapping needs is not chosen.
    NoDateColumn,
    NoAmountColumn,
    NotADate {
        row: u32,
        text: String,
    },
    /// Some dates are of another form.
    MixedDates {
        row: u32,
        text: String,
    },
    NotAnAmount {
        row: u32,
        text: String,
    },
    NoFlag {
        row: u32,
        text: String,
    },
    NoLines,
}

/// A picked statement, before it is matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum StatementPick {
    /// A table: its columns must be told, and may be guessed.
    Table {
        path: String,
        file_name: String,
        /// The first rows, as they are.
        rows: Vec<Vec<String>>,
        row_count: u32,
        /// What the program takes it for, or the saved profile that fits.
        guess: StatementProfile,
        profiles: Vec<StatementProfile>,
    },
    /// A file in the OFX format: nothing need be told.
    Ofx {
        path: String,
        file_name: String,
        lines: u32,
    },
    Refused {
        file_name: String,
        refusal: TableRefusal,
    },
}

/// A line of a bank statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StatementLine {
    /// Its place in the file.
    pub(crate) line: u32,
    pub(crate) on: NaiveDate,
    pub(crate) words: String,
    /// Below nothing for money out.
    pub(crate) amount_pence: Pence,
}

/// A payment, or its return, that is looked for on the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SoughtPayment {
    pub(crate) payment_id: String,
    /// Whether it is its return that is looked for.
    pub(crate) back: bool,
    pub(crate) grant_reference: String,
    pub(crate) payee_name: String,
    pub(crate) amount_pence: Pence,
    pub(crate) on: NaiveDate,
    pub(crate) reference: String,
}

/// A payment with the line that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StatementMatch {
    pub(crate) payment: SoughtPayment,
    pub(crate) line: StatementLine,
    /// Whether the reference stands in the line's words.
    pub(crate) by_reference: bool,
    /// How many days after the payment the line is.
    pub(crate) days: i32,
    /// Whether it was confirmed before.
    pub(crate) confirmed: bool,
}

/// A payment for which several lines could be, or a line for which several payments could be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StatementDoubt {
    pub(crate) payment: SoughtPayment,
    pub(crate) lines: Vec<StatementLine>,
}

/// A statement held against the payments. Nothing is changed by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reconciliation {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    pub(crate) lines: u32,
    pub(crate) matched: Vec<StatementMatch>,
    pub(crate) doubtful: Vec<StatementDoubt>,
    /// Payments of the statement's time that it does not show.
    pub(crate) missing: Vec<SoughtPayment>,
    /// Money that came in and looks like a payment sent back: a payment of that amount or reference.
    pub(crate) came_back: Vec<StatementDoubt>,
    /// Other lines: how many, and the first hundred.
    pub(crate) unknown: u32,
    pub(crate) unknown_lines: Vec<StatementLine>,
}

/// What came of reading a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum StatementResult {
    Read { reconciliation: Reconciliation },
    Refused { refusal: TableRefusal },
}

/// Matches that a person confirmed, of the statement that was read last.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ConfirmMatchesInput {
    pub(crate) ledger_id: String,
    pub(crate) matches: Vec<ConfirmedMatch>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ConfirmedMatch {
    pub(crate) payment_id: String,
    pub(crate) back: bool,
    pub(crate) line: u32,
}
