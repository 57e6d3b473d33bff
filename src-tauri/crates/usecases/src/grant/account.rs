//! The account to be paid: recorded sealed, checked, and shown in full only to who may handle it.

use super::{event, of_told, signed};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result, payment_settings, seal, text};
use domain::date::TypedDate;
use domain::id::{GrantId, PayeeAccountId};
use domain::member::Act;
use domain::modulus::Outcome;
use domain::payee::{AccountDetails, AccountProblem, CheckMethod, CheckProblem, Confirmation, check, seen};
use domain::payment::PaymentError;
use serde_json::json;
use store::ConfirmationRow;

/// An account, as typed.
#[derive(Clone)]
pub struct NewAccount {
    /// The name on the account.
    pub account_name: String,
    /// Six digits, with or without separators.
    pub sort_code: String,
    /// Six to eight digits.
    pub account_number: String,
}

/// Records the account to be paid. A second one takes the place of the first and must be checked again.
pub fn record_account(open: &mut Open, id: GrantId, new: &NewAccount) -> Result<Changed<PayeeAccountId>> {
    open.change_grant(id, Act::HandleAccount, |tx, case, _| {
        let details = typed_details(new)?;
        let grant = &of_told(case)?.grant;
        if !grant.is_open() {
            return Err(PaymentError::NotOpen.into());
        }
        let numbers = seal::put_account(tx, id.0, text::account_to_json(&details)?.as_bytes())?;
        let last_four: String = details.account_number.chars().skip(4).collect();
        let account_id = PayeeAccountId(tx.new_id());
        let said = payment_settings::modulus(tx, &details)?;
        tx.insert_account(account_id, &store::NewAccount { grant_id: id.0, numbers, last_four: &last_four })?;
        if said != Outcome::NoTables {
            tx.put_modulus(account_id, said)?;
        }
        // No digit of it stands in the journal: that is kept for ever, and the numbers need not be.
        let payload = json!({ "grant": id.0, "account": account_id.0, "replaces_another": grant.account.is_some() });
        Ok((account_id, event(case, "accountRecorded", payload)))
    })
}

/// Every part of the account that is not right, each tried by itself.
fn typed_details(new: &NewAccount) -> Result<AccountDetails> {
    let mut faults = Faults::default();
    let account_name = faults.line("accountName", &new.account_name);
    let mut refuse = |name: &str, sort_code: &str, number: &str| {
        if let Err(problem) = AccountDetails::parse(name, sort_code, number) {
            let field = match problem {
                AccountProblem::NameMissing => "accountName",
                AccountProblem::SortCode => "sortCode",
                AccountProblem::AccountNumber => "accountNumber",
            };
            faults.refuse(field, FieldFault::Account(problem));
        }
    };
    refuse(&account_name, "000000", "00000000");
    refuse("-", &new.sort_code, "00000000");
    refuse("-", "000000", &new.account_number);
    faults.settled(AccountDetails::parse(&account_name, &new.sort_code, &new.account_number).ok())
}

/// Records that the account was checked to be the group's.
pub fn check_account(open: &mut Open, id: GrantId, method: CheckMethod, checked_on: &TypedDate) -> Result<Changed<()>> {
    open.change_grant(id, Act::HandleAccount, |tx, case, _| {
        let mut faults = Faults::default();
        let checked_on = faults.date("checkedOn", checked_on);
        let checked_on = faults.settled(checked_on)?;
        let grant = &of_told(case)?.grant;
        if !grant.is_open() {
            return Err(PaymentError::NotOpen.into());
        }
        let account = grant.account.as_ref().ok_or(PaymentError::NoAccount)?;
        check(account, method, checked_on, tx.today()).map_err(|problem: CheckProblem| Error::from(problem))?;
        if account.check.is_none() {
            tx.insert_account_check(account.id, method, checked_on, tx.said())?;
        } else {
            tx.insert_account_recheck(tx.new_id(), account.id, method, checked_on, tx.said())?;
        }
        let payload = json!({ "grant": id.0, "account": account.id.0, "method": method.code(), "checked_on": checked_on.to_string() });
        Ok(((), signed(case, "accountChecked", payload)))
    })
}

/// What the payer's bank said about the name on the account, as typed.
#[derive(Debug, Clone)]
pub struct TypedConfirmation {
    /// What it said.
    pub outcome: Confirmation,
    /// The name it showed.
    pub bank_name: String,
    /// What was done about it.
    pub action: String,
    /// When it was seen.
    pub seen_on: TypedDate,
}

/// Records what the payer's bank said about the name on the account. The latest counts; a "no match" stands in the way of
/// paying until the group is phoned.
pub fn confirm_payee(open: &mut Open, id: GrantId, typed: &TypedConfirmation) -> Result<Changed<()>> {
    open.change_grant(id, Act::HandleAccount, |tx, case, desk| {
        let mut faults = Faults::default();
        let seen_on = faults.date("seenOn", &typed.seen_on);
        let bank_name = faults.line("bankName", &typed.bank_name);
        let action = faults.answer("action", &typed.action);
        if typed.outcome == Confirmation::CloseMatch && bank_name.is_empty() {
            faults.refuse("bankName", FieldFault::Missing);
        }
        let seen_on = faults.settled(seen_on)?;
        let grant = &of_told(case)?.grant;
        if !grant.is_open() {
            return Err(PaymentError::NotOpen.into());
        }
        let account = grant.account.as_ref().ok_or(PaymentError::NoAccount)?;
        seen(account, seen_on, tx.today())?;
        let row = ConfirmationRow { outcome: typed.outcome, bank_name, action, seen_on, seen_by: desk.member.id.0 };
        tx.insert_confirmation(tx.new_id(), account.id, &row, tx.said())?;
        // The name that the bank showed stays out of the journal, as the numbers do.
        let payload = json!({ "grant": id.0, "account": account.id.0, "outcome": typed.outcome.code(), "seen_on": seen_on.to_string() });
        Ok(((), signed(case, "payeeConfirmed", payload)))
    })
}

/// Shows the full numbers of the account, and journals that they were shown and to whom.
pub fn reveal_account(open: &mut Open, id: GrantId) -> Result<Changed<AccountDetails>> {
    open.change_grant(id, Act::HandleAccount, |tx, case, _| {
        let row = of_told(case)?.accounts.last().ok_or(Error::NotFound)?;
        if row.value.account.erased_on.is_some() {
            return Err(PaymentError::Erased.into());
        }
        let json = tx.sealed_text(row.value.numbers)?.ok_or(Error::NotFound)?;
        let details = text::account_from_json(&json)?;
        let shown = event(case, "accountRevealed", json!({ "grant": id.0, "account": row.value.account.id.0 }));
        Ok((details, store::Event { touched: &[], ..shown }))
    })
}
