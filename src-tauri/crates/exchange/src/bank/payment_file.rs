//! Payment files for a bank: each payment a line, in one of the [layouts](super::layouts).
//!
//! Names and references are cut to the letters banks take, so no cell can start a formula; sort codes and accounts are
//! digits of a fixed number, noughts in front and all. A file that would be wrong in one line is not written.

use super::layout::{Holds, Layout};
use chrono::NaiveDate;
use domain::Money;
use domain::bank::bank_letters;

/// One payment of a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Payment {
    /// The name of the account.
    pub name: String,
    /// Six digits.
    pub sort_code: String,
    /// Eight digits.
    pub account: String,
    /// How much, above nothing.
    pub amount: Money,
    /// What the payee's statement should say.
    pub reference: String,
    /// When it is to be paid.
    pub pay_on: NaiveDate,
}

/// The account that pays.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnAccount {
    /// Its name.
    pub name: String,
    /// Six digits.
    pub sort_code: String,
    /// Eight digits.
    pub account: String,
}

/// How names and references will stand in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// The name, cut and folded.
    pub name_in_file: String,
    /// The reference, cut and folded.
    pub reference_in_file: String,
    /// Whether either says something else than was given, but for the size of its letters.
    pub changed: bool,
}

/// Why a payment file cannot be written. Payments are counted from 0, as they were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BankFileError {
    /// There is no payment.
    #[error("no payments")]
    Empty,
    /// The layout needs the payer's account, and it is not whole.
    #[error("no own account")]
    OwnAccount,
    /// A sort code or an account number is not of six or eight digits.
    #[error("payment {place} has no account")]
    Account {
        /// Which payment.
        place: usize,
    },
    /// Nothing is left of a name in letters banks take.
    #[error("payment {place} has no name")]
    Name {
        /// Which payment.
        place: usize,
    },
    /// Nothing is left of a reference.
    #[error("payment {place} has no reference")]
    Reference {
        /// Which payment.
        place: usize,
    },
    /// An amount is nothing or less.
    #[error("payment {place} has no amount")]
    Amount {
        /// Which payment.
        place: usize,
    },
}

/// How each name and reference will stand in the file.
pub fn preview<'a>(payments: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<PreviewRow> {
    let row = |(name, reference): (&str, &str)| {
        let (name_in_file, reference_in_file) = (bank_letters(name), bank_letters(reference));
        let same = |given: &str, written: &str| given.trim().to_uppercase() == written;
        let changed = !same(name, &name_in_file) || !same(reference, &reference_in_file);
        PreviewRow { name_in_file, reference_in_file, changed }
    };
    payments.into_iter().map(row).collect()
}

/// The file in this layout, in the letters of ASCII, each line ended as Windows ends it.
pub fn write(layout: &Layout, payments: &[Payment], own: Option<&OwnAccount>) -> Result<Vec<u8>, BankFileError> {
    if payments.is_empty() {
        return Err(BankFileError::Empty);
    }
    if layout.needs_own_account() && !own.is_some_and(OwnAccount::is_whole) {
        return Err(BankFileError::OwnAccount);
    }
    let mut file = String::new();
    if let Some(headings) = layout.headings {
        file.push_str(&headings.join(","));
        file.push_str("\r\n");
    }
    for (place, payment) in payments.iter().enumerate() {
        check(place, payment)?;
        let cells: Vec<String> = layout.columns.iter().map(|holds| cell(*holds, payment, own)).collect();
        file.push_str(&cells.join(","));
        file.push_str("\r\n");
    }
    Ok(file.into_bytes())
}

impl OwnAccount {
    fn is_whole(&self) -> bool {
        digits(&self.sort_code, 6) && digits(&self.account, 8) && !bank_letters(&self.name).is_empty()
    }
}

fn digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn check(place: usize, payment: &Payment) -> Result<(), BankFileError> {
    if !digits(&payment.sort_code, 6) || !digits(&payment.account, 8) {
        return Err(BankFileError::Account { place });
    }
    if bank_letters(&payment.name).is_empty() {
        return Err(BankFileError::Name { place });
    }
    if bank_letters(&payment.reference).is_empty() {
        return Err(BankFileError::Reference { place });
    }
    if payment.amount.is_positive() { Ok(()) } else { Err(BankFileError::Amount { place }) }
}

/// A cell. Nothing in it needs quotes: it is digits, or letters that banks take.
fn cell(holds: Holds, payment: &Payment, own: Option<&OwnAccount>) -> String {
    let own = |part: fn(&OwnAccount) -> String| own.map(part).unwrap_or_default();
    match holds {
        Holds::Nothing => String::new(),
        Holds::Always(letters) => letters.to_owned(),
        Holds::SortCode => payment.sort_code.clone(),
        Holds::DashedSortCode => {
            let pair = |from: usize| payment.sort_code.get(from..from.saturating_add(2)).unwrap_or_default();
            format!("{}-{}-{}", pair(0), pair(2), pair(4))
        }
        Holds::Account => payment.account.clone(),
        Holds::SortCodeAndAccount => format!("{}{}", payment.sort_code, payment.account),
        Holds::Name => bank_letters(&payment.name),
        Holds::Reference => bank_letters(&payment.reference),
        Holds::Amount => payment.amount.decimal().to_string(),
        Holds::DayMonthYear => payment.pay_on.format("%d/%m/%Y").to_string(),
        Holds::EightDigits => payment.pay_on.format("%d%m%Y").to_string(),
        Holds::YearMonthDay => payment.pay_on.format("%Y-%m-%d").to_string(),
        Holds::OwnSortCode => own(|own| own.sort_code.clone()),
        Holds::OwnAccount => own(|own| own.account.clone()),
        Holds::OwnSortCodeAndAccount => own(|own| format!("{}{}", own.sort_code, own.account)),
        Holds::OwnName => own(|own| bank_letters(&own.name)),
    }
}
