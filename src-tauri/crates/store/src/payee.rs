//! The accounts that are paid: their checks, what a bank said of them, what a table says of their numbers, and their end.

use crate::grant::{AccountRow, OfGrant};
use crate::range::Which;
use crate::row::{instant, read_code, read_date, read_id, read_optional_date, read_optional_id, unreadable};
use crate::sql::sql;
use crate::{ReadTx, Said, StoreError, WriteTx};
use chrono::NaiveDate;
use domain::id::{MemberId, PayeeAccountId};
use domain::modulus::Outcome;
use domain::payee::{CheckMethod, Confirmation, PayeeAccount};
use rusqlite::named_params;
use std::collections::HashMap;
use uuid::Uuid;

/// What the payer's bank said about the name on an account (Confirmation of Payee).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmationRow {
    /// What it said.
    pub outcome: Confirmation,
    /// The name it showed.
    pub bank_name: String,
    /// What was done about it.
    pub action: String,
    /// When it was seen.
    pub seen_on: NaiveDate,
    /// By whom.
    pub seen_by: Uuid,
}

type Checks = HashMap<PayeeAccountId, Vec<(CheckMethod, NaiveDate, MemberId)>>;

impl ReadTx<'_> {
    /// The accounts, oldest first; the last of a grant is the one to be paid.
    pub fn payee_accounts(&self, grant: Which) -> Result<Vec<OfGrant<AccountRow>>, StoreError> {
        let mut again = self.rechecks(grant)?;
        let mut confirmations = self.confirmations(grant)?;
        let mut accounts = self.of_grant(sql!("payee/list"), grant, |row| {
            let id = PayeeAccountId(read_id(row, "payee_account_id")?);
            let mut checks = again.remove(&id).unwrap_or_default();
            if let Some(checked_on) = read_optional_date(row, "checked_on")? {
                checks.insert(0, (read_code(row, "method", CheckMethod::from_code)?, checked_on, read_id(row, "checked_by")?.into()));
            }
            // The latest check, and of one day the call; the same whatever the order in which they came here.
            let phoned = |method: CheckMethod| method == CheckMethod::Phoned;
            let check = checks.iter().copied().max_by_key(|(method, on, by)| (*on, phoned(*method), method.code(), by.0));
            let phoned_on = checks.iter().filter(|(method, ..)| *method == CheckMethod::Phoned).map(|(_, on, _)| *on).max();
            let modulus: Option<String> = row.get("modulus")?;
            let confirmations = confirmations.remove(&id).unwrap_or_default();
            let account = PayeeAccount {
                check,
                phoned_on,
                modulus: modulus.as_deref().map_or(Some(Outcome::NoTables), Outcome::from_code).ok_or_else(|| unreadable("outcome"))?,
                confirmation: confirmations.last().map(|row: &ConfirmationRow| (row.outcome, row.seen_on)),
                erased_on: read_optional_date(row, "erased_on")?,
                ..PayeeAccount::new(id, row.get("last_four")?, read_date(row, "recorded_on")?)
            };
            let (numbers, erased_by) = (read_id(row, "blob_id")?, read_optional_id(row, "erased_by")?);
            Ok(AccountRow { account, numbers, checks, confirmations, erased_by })
        })?;
        let mut before = None;
        for row in &mut accounts {
            row.value.account.replaces_another = before == Some(row.grant_id);
            before = Some(row.grant_id);
        }
        Ok(accounts)
    }

    fn rechecks(&self, grant: Which) -> Result<Checks, StoreError> {
        let rows = self.all(sql!("payee/rechecks"), named_params! { ":from": grant.from(), ":to": grant.to() }, |row| {
            let check =
                (read_code(row, "method", CheckMethod::from_code)?, read_date(row, "checked_on")?, read_id(row, "checked_by")?.into());
            Ok((PayeeAccountId(read_id(row, "payee_account_id")?), check))
        })?;
        let mut checks = Checks::new();
        for (id, check) in rows {
            checks.entry(id).or_default().push(check);
        }
        Ok(checks)
    }

    fn confirmations(&self, grant: Which) -> Result<HashMap<PayeeAccountId, Vec<ConfirmationRow>>, StoreError> {
        let rows = self.all(sql!("payee/confirmations"), named_params! { ":from": grant.from(), ":to": grant.to() }, |row| {
            let said = ConfirmationRow {
                outcome: read_code(row, "outcome", Confirmation::from_code)?,
                bank_name: row.get("bank_name")?,
                action: row.get("action")?,
                seen_on: read_date(row, "seen_on")?,
                seen_by: read_id(row, "seen_by")?,
            };
            Ok((PayeeAccountId(read_id(row, "payee_account_id")?), said))
        })?;
        let mut confirmations: HashMap<_, Vec<_>> = HashMap::new();
        for (id, said) in rows {
            confirmations.entry(id).or_default().push(said);
        }
        Ok(confirmations)
    }
}

impl WriteTx<'_> {
    /// Records the first check of an account.
    pub fn insert_account_check(&mut self, id: PayeeAccountId, method: CheckMethod, on: NaiveDate, said: Said) -> Result<(), StoreError> {
        self.run(
            sql!("payee/insert_check"),
            named_params! {
                ":payee_account_id": id.0.as_bytes(), ":method": method.code(), ":checked_on": on.to_string(),
                ":recorded_at": instant(said.at), ":checked_by": said.by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records a further check of an account.
    pub fn insert_account_recheck(
        &mut self,
        recheck_id: Uuid,
        id: PayeeAccountId,
        method: CheckMethod,
        on: NaiveDate,
        said: Said,
    ) -> Result<(), StoreError> {
        self.run(
            sql!("payee/insert_recheck"),
            named_params! {
                ":payee_recheck_id": recheck_id.as_bytes(), ":payee_account_id": id.0.as_bytes(), ":method": method.code(),
                ":checked_on": on.to_string(), ":recorded_at": instant(said.at), ":checked_by": said.by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records what the payer's bank said about the name on an account.
    pub fn insert_confirmation(
        &mut self,
        confirmation_id: Uuid,
        id: PayeeAccountId,
        row: &ConfirmationRow,
        said: Said,
    ) -> Result<(), StoreError> {
        self.run(
            sql!("payee/insert_confirmation"),
            named_params! {
                ":payee_confirmation_id": confirmation_id.as_bytes(), ":payee_account_id": id.0.as_bytes(), ":outcome": row.outcome.code(),
                ":bank_name": row.bank_name, ":action": row.action, ":seen_on": row.seen_on.to_string(),
                ":recorded_at": instant(said.at), ":seen_by": row.seen_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Notes what the modulus check says of an account's numbers.
    pub fn put_modulus(&mut self, id: PayeeAccountId, outcome: Outcome) -> Result<(), StoreError> {
        self.run(
            sql!("payee/put_modulus"),
            named_params! { ":payee_account_id": id.0.as_bytes(), ":outcome": outcome.code(), ":checked_on": self.today().to_string() },
        )?;
        Ok(())
    }

    /// Erases the numbers of an account: its blob is empty from now on. The last four digits stay.
    pub fn erase_account(&mut self, id: PayeeAccountId, numbers: Uuid) -> Result<(), StoreError> {
        self.reseal_blob(numbers, &[])?;
        self.run(
            sql!("payee/insert_erasure"),
            named_params! {
                ":payee_account_id": id.0.as_bytes(), ":erased_on": self.today().to_string(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}
