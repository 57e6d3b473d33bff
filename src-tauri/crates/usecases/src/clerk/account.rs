//! The account a grant is paid to: its numbers when asked for, its checks, and the signed agreement.

use super::facts::Said;
use super::kept;
use super::shape::TablesShape;
use crate::application::media_type;
use crate::grant::TypedConfirmation;
use crate::input::Faults;
use crate::reviewer::{FileContent, Reviewer};
use crate::{Error, FieldFault, Result};
use domain::date::TypedDate;
use domain::id::GrantId;
use domain::modulus::{Outcome, Tables};
use domain::payee::{AccountDetails, CheckMethod, Confirmation, check, seen};
use domain::payment::PaymentError;
use exchange::sheet::{ACCOUNT_CHECK_FACT, AccountCheckFact, AccountSheet, CONFIRMATION_FACT, ConfirmationFact};
use uuid::Uuid;

impl Reviewer {
    /// The full numbers of the account of a grant. They are shown, and leave the ledger in no other way but a payment file.
    pub fn clerk_account(&self, ledger: Uuid, grant: GrantId) -> Result<AccountDetails> {
        self.with_ledger(ledger, |ledger, _| {
            let sheet = ledger.sheet.grants.iter().find(|sheet| sheet.grant_id == grant.0).ok_or(Error::NotFound)?;
            let last = sheet.accounts.last().ok_or(PaymentError::NoAccount)?;
            Ok(details(last).ok_or(PaymentError::Erased)?)
        })
    }

    /// The signed agreement that came with the pack.
    pub fn clerk_agreement(&self, ledger: Uuid, grant: GrantId) -> Result<FileContent> {
        let folder = self.ledger_folder();
        self.with_ledger(ledger, |ledger, _| {
            let sheet = ledger.sheet.grants.iter().find(|sheet| sheet.grant_id == grant.0).ok_or(Error::NotFound)?;
            let (sha256, _) = sheet.agreement.as_ref().ok_or(Error::NotFound)?;
            let bytes = kept::scan(&folder, &self.keyring, ledger, sha256)?;
            let media_type = media_type(&bytes).ok_or(Error::FileKind)?;
            Ok(FileContent { name: format!("{} agreement", sheet.reference), media_type, bytes })
        })
    }

    /// Keeps the two tables of the modulus check in a ledger. Answers how many rules they hold.
    pub fn load_clerk_tables(&mut self, ledger: Uuid, weights: &str, substitutions: &str) -> Result<usize> {
        let loaded_on = self.today();
        let count = Tables::parse(weights, substitutions)?.rules();
        self.change_ledger(ledger, |_, shape, _| {
            shape.tables = Some(TablesShape { rules: weights.to_owned(), substitutions: substitutions.to_owned(), loaded_on });
            Ok(count)
        })
    }

    /// Records that the account of a grant was checked to be the payee's.
    pub fn clerk_check(&mut self, ledger: Uuid, grant: GrantId, method: CheckMethod, checked_on: &TypedDate) -> Result<()> {
        let mut faults = Faults::default();
        let checked_on = faults.date("checkedOn", checked_on);
        let checked_on = faults.settled(checked_on)?;
        self.record(ledger, |page, _| {
            let grant = &page.book.entry(grant).ok_or(Error::NotFound)?.grant;
            if !grant.is_open() {
                return Err(PaymentError::NotOpen.into());
            }
            let account = grant.account.as_ref().ok_or(PaymentError::NoAccount)?;
            check(account, method, checked_on, page.today)?;
            Ok(vec![Said::Checked(AccountCheckFact {
                fact: ACCOUNT_CHECK_FACT.to_owned(),
                register_id: ledger,
                account_id: account.id.0,
                method: method.code().to_owned(),
                checked_on,
                member_id: page.me.0,
                at: page.now,
            })])
        })
    }

    /// Records what the payer's bank said about the name on the account of a grant.
    pub fn clerk_confirm(&mut self, ledger: Uuid, grant: GrantId, typed: &TypedConfirmation) -> Result<()> {
        let mut faults = Faults::default();
        let bank_name = faults.line("bankName", &typed.bank_name);
        if typed.outcome == Confirmation::CloseMatch && bank_name.is_empty() {
            faults.refuse("bankName", FieldFault::Missing);
        }
        let action = faults.answer("action", &typed.action);
        let seen_on = faults.date("seenOn", &typed.seen_on);
        let seen_on = faults.settled(seen_on)?;
        self.record(ledger, |page, _| {
            let grant = &page.book.entry(grant).ok_or(Error::NotFound)?.grant;
            if !grant.is_open() {
                return Err(PaymentError::NotOpen.into());
            }
            let account = grant.account.as_ref().ok_or(PaymentError::NoAccount)?;
            seen(account, seen_on, page.today)?;
            Ok(vec![Said::Confirmed(ConfirmationFact {
                fact: CONFIRMATION_FACT.to_owned(),
                register_id: ledger,
                account_id: account.id.0,
                outcome: typed.outcome.code().to_owned(),
                bank_name,
                action,
                seen_on,
                member_id: page.me.0,
                at: page.now,
            })])
        })
    }
}

/// The numbers of an account, if they are here.
pub(super) fn details(account: &AccountSheet) -> Option<AccountDetails> {
    let (name, sort_code, number) = account.numbers.as_ref()?;
    AccountDetails::parse(name, sort_code, number).ok()
}

/// What the numbers of an account say of themselves. Numbers that are not here say nothing.
pub(super) fn modulus(account: &AccountSheet, tables: Option<&Tables>) -> Outcome {
    match (tables, details(account)) {
        (Some(tables), Some(details)) => tables.check(&details.sort_code, &details.account_number),
        _ => Outcome::NoTables,
    }
}
