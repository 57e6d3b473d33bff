//! Why a table or a bank statement is refused whole: codes, rows, and at most a few of its own words.

/// Why a table is refused. Rows and columns are counted from 1, as a spreadsheet shows them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// The file cannot be opened or read.
    #[error("the file cannot be read")]
    Unreadable,
    /// Nothing stands in it.
    #[error("empty")]
    Empty,
    /// The file is too large, or unpacks to too much.
    #[error("larger than {most_megabytes} MB")]
    TooLarge {
        /// The largest file.
        most_megabytes: u32,
    },
    /// It has too many rows.
    #[error("more than {most} rows")]
    TooManyRows {
        /// The most rows of a table of so many columns.
        most: u32,
    },
    /// A cell has too many letters, or a row too many cells.
    #[error("row {row} is too long")]
    LineTooLong {
        /// Which row.
        row: u32,
    },
    /// Neither text nor a spreadsheet that can be read.
    #[error("not a table")]
    NotATable,
    /// Text in an encoding that cannot be told.
    #[error("unknown encoding")]
    Encoding,
    /// It has a password.
    #[error("protected")]
    Protected,
    /// It is damaged, cut short or made to do harm.
    #[error("damaged")]
    Damaged,
    /// A formula stands where only values are taken.
    #[error("row {row}, column {column} is a formula")]
    Formula {
        /// Which row.
        row: u32,
        /// Which column.
        column: u32,
    },
    /// A row has fewer columns than are needed.
    #[error("row {row} has too few columns")]
    MissingColumns {
        /// Which row.
        row: u32,
    },
    /// No column is chosen for the date.
    #[error("no column for the date")]
    NoDateColumn,
    /// No column is chosen for the amount.
    #[error("no column for the amount")]
    NoAmountColumn,
    /// A date cannot be read.
    #[error("row {row}: not a date: {text}")]
    NotADate {
        /// Which row.
        row: u32,
        /// What stands there, cut short.
        text: String,
    },
    /// A date is of another form than the others.
    #[error("row {row}: a date of another form: {text}")]
    MixedDates {
        /// Which row.
        row: u32,
        /// What stands there, cut short.
        text: String,
    },
    /// An amount cannot be read.
    #[error("row {row}: not an amount: {text}")]
    NotAnAmount {
        /// Which row.
        row: u32,
        /// What stands there, cut short.
        text: String,
    },
    /// It does not say whether money came in or went out.
    #[error("row {row}: neither in nor out: {text}")]
    NoFlag {
        /// Which row.
        row: u32,
        /// What stands there, cut short.
        text: String,
    },
    /// There is no line of a statement in it.
    #[error("no lines")]
    NoLines,
}
