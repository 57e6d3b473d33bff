//! Payment files: a run as the bank takes it, shown before it is saved. This is the one way by which whole account numbers
//! leave a ledger in a file.

use super::account::details;
use super::book::{Book, RunEntry};
use super::shape::OwnShape;
use crate::input::Faults;
use crate::reviewer::Reviewer;
use crate::{Error, FieldFault, Result};
use domain::Money;
use domain::payee::{AccountDetails, AccountProblem};
use domain::payment::PaymentError;
use domain::payment::run::RunState;
use exchange::bank::{self, BankFileError, Layout, OwnAccount, Payment};
use std::fmt;
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

/// The LTO's own account, as typed.
#[derive(Clone, Default)]
pub struct TypedOwnAccount {
    /// Its name.
    pub name: String,
    /// Six digits, with or without separators.
    pub sort_code: String,
    /// Six to eight digits.
    pub account: String,
}

/// One line of a payment file, as it will stand there.
#[derive(Clone, PartialEq, Eq)]
pub struct FileRow {
    /// Who is paid.
    pub payee: String,
    /// The name in the letters banks take.
    pub name_in_file: String,
    /// What the statement should say.
    pub reference: String,
    /// The same in the letters banks take.
    pub reference_in_file: String,
    /// The account, masked.
    pub account: String,
    /// How much.
    pub amount: Money,
}

/// A payment file before it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePreview {
    /// Its lines.
    pub rows: Vec<FileRow>,
    /// What they come to.
    pub total: Money,
    /// How many names or references are cut or changed.
    pub changed: usize,
}

/// A payment file, to be put where somebody says.
pub struct BankFile {
    /// A name that says nobody's.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// Every layout of payment files: its id, its name, and whether it needs the LTO's own account.
pub fn bank_file_layouts() -> impl Iterator<Item = (&'static str, &'static str, bool)> {
    bank::layouts().iter().map(|layout| (layout.id, layout.name, layout.needs_own_account()))
}

impl Reviewer {
    /// A payment file of a run as it would be written.
    pub fn preview_bank_file(&self, ledger: Uuid, run: Uuid) -> Result<FilePreview> {
        self.with_ledger(ledger, |ledger, _| {
            let book = Book::of(ledger);
            let entry = book.run(run).ok_or(Error::NotFound)?;
            let payments = Payments::of(&book, entry)?;
            let shown = bank::preview(payments.0.iter().map(|payment| (payment.name.as_str(), payment.reference.as_str())));
            let changed = shown.iter().filter(|row| row.changed).count();
            let row = |(payment, shown): (&Payment, bank::PreviewRow)| FileRow {
                payee: payment.name.clone(),
                name_in_file: shown.name_in_file,
                reference: payment.reference.clone(),
                reference_in_file: shown.reference_in_file,
                account: masked(&payment.account),
                amount: payment.amount,
            };
            Ok(FilePreview {
                rows: payments.0.iter().zip(shown).map(row).collect(),
                total: payments.0.iter().map(|payment| payment.amount).sum(),
                changed,
            })
        })
    }

    /// Makes the payment file of an approved run, and remembers the LTO's own account in the ledger if the layout needs it.
    /// Where nothing was typed, the account that was remembered is taken.
    pub fn bank_file(&mut self, ledger: Uuid, run: Uuid, layout: &str, own: &TypedOwnAccount) -> Result<BankFile> {
        let layout = Layout::find(layout).ok_or(Error::NotFound)?;
        let day = self.today();
        let needed = layout.needs_own_account();
        let remembered = self.with_ledger(ledger, |ledger, _| Ok(ledger.shape.own.clone()))?;
        let typed = ![&own.name, &own.sort_code, &own.account].iter().all(|text| text.trim().is_empty());
        let account = match remembered {
            _ if !needed => None,
            Some(known) if !typed => Some(known),
            _ => Some(own.read()?),
        };
        let bytes = self.with_ledger(ledger, |ledger, me| {
            let book = Book::of(ledger);
            let entry = book.run(run).ok_or(Error::NotFound)?;
            match book.state(entry) {
                RunState::Approved => super::runs::may_pay(ledger, &book, entry, me)?,
                // The file may be needed once more on the day.
                RunState::Paid => {}
                RunState::Waiting => return Err(super::RunRefusal::NotApproved.into()),
                RunState::SentBack | RunState::Dropped => return Err(super::RunRefusal::Over.into()),
            }
            let payments = Payments::of(&book, entry)?;
            let own = account.as_ref().map(|own| OwnAccount {
                name: own.name.clone(),
                sort_code: own.sort_code.clone(),
                account: own.account.clone(),
            });
            bank::write(layout, &payments.0, own.as_ref()).map(Zeroizing::new).map_err(refused)
        })?;
        if let Some(account) = account {
            self.change_ledger(ledger, |_, shape, _| {
                shape.own = Some(account);
                Ok(())
            })?;
        }
        Ok(BankFile { file_name: format!("payments {day}.{}", layout.ending), bytes })
    }
}

/// Payments with their numbers, which are wiped with them.
struct Payments(Vec<Payment>);

impl Payments {
    /// The payments of a run, each to the account that was signed for.
    fn of(book: &Book<'_>, entry: &RunEntry) -> Result<Self> {
        let mut payments = Self(Vec::new());
        for row in &entry.run.rows {
            let sheet = book.entry(row.grant).ok_or(Error::NotFound)?.sheet;
            let account = sheet.accounts.iter().find(|account| Some(account.account_id) == row.account.map(|id| id.0));
            let AccountDetails { account_name, sort_code, account_number } = account.and_then(details).ok_or(PaymentError::Erased)?;
            payments.0.push(Payment {
                name: account_name,
                sort_code,
                account: account_number,
                amount: row.amount,
                reference: row.reference.clone(),
                pay_on: entry.pay_on,
            });
        }
        Ok(payments)
    }
}

impl Drop for Payments {
    fn drop(&mut self) {
        for payment in &mut self.0 {
            payment.sort_code.zeroize();
            payment.account.zeroize();
        }
    }
}

impl TypedOwnAccount {
    fn read(&self) -> Result<OwnShape> {
        let mut faults = Faults::default();
        let mut check = |name: &str, sort_code: &str, account: &str| {
            if let Err(problem) = AccountDetails::parse(name, sort_code, account) {
                let field = match problem {
                    AccountProblem::NameMissing => "ownName",
                    AccountProblem::SortCode => "ownSortCode",
                    AccountProblem::AccountNumber => "ownAccount",
                };
                faults.refuse(field, FieldFault::Account(problem));
            }
        };
        check(&self.name, "000000", "00000000");
        check("-", &self.sort_code, "00000000");
        check("-", "000000", &self.account);
        let read = AccountDetails::parse(&self.name, &self.sort_code, &self.account).ok();
        let read = faults.settled(read)?;
        Ok(OwnShape { name: read.account_name, sort_code: read.sort_code, account: read.account_number })
    }
}

/// The last four digits behind dots.
fn masked(account: &str) -> String {
    format!("••••{}", account.get(account.len().saturating_sub(4)..).unwrap_or_default())
}

/// What cannot be written is a fault of what was typed, and says no number.
fn refused(error: BankFileError) -> Error {
    let (field, fault) = match error {
        BankFileError::Empty => return super::RunRefusal::Empty.into(),
        BankFileError::OwnAccount => ("ownName".to_owned(), FieldFault::Missing),
        BankFileError::Account { .. } => return PaymentError::Erased.into(),
        BankFileError::Name { place } => (format!("rows.{place}.name"), FieldFault::Missing),
        BankFileError::Reference { place } => (format!("rows.{place}.reference"), FieldFault::Missing),
        BankFileError::Amount { .. } => return PaymentError::NotPositive.into(),
    };
    Error::Fields(vec![(field, fault)])
}

impl fmt::Debug for FileRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileRow").finish_non_exhaustive()
    }
}

impl fmt::Debug for BankFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BankFile").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}
