//! Bank files: statements in, as OFX or as tables, and payment files out, in the layouts banks take.
//!
//! What a statement's lines mean is said in [`domain::bank`]; what is read here is held to limits and refused whole.

mod layout;
mod ofx;
mod payment_file;

pub use layout::{Layout, layouts};
pub use ofx::{is_ofx, read_ofx};
pub use payment_file::{BankFileError, OwnAccount, Payment, PreviewRow, preview, write};

use crate::table::TableError;
use domain::bank::StatementError;

impl From<StatementError> for TableError {
    fn from(refused: StatementError) -> Self {
        match refused {
            StatementError::MissingColumns { row } => Self::MissingColumns { row },
            StatementError::NoDateColumn => Self::NoDateColumn,
            StatementError::NoAmountColumn => Self::NoAmountColumn,
            StatementError::NotADate { row, text } => Self::NotADate { row, text },
            StatementError::MixedDates { row, text } => Self::MixedDates { row, text },
            StatementError::NotAnAmount { row, text } => Self::NotAnAmount { row, text },
            StatementError::NoFlag { row, text } => Self::NoFlag { row, text },
            StatementError::NoLines => Self::NoLines,
        }
    }
}
