//! The end of an account's numbers: erased a set number of days after its grant was finished. The last four digits stay.

use super::event;
use crate::{Open, Result, payment_settings};
use chrono::Days;
use domain::member::{Act, may};
use serde_json::json;
use store::Event;

/// Erases the numbers of every account whose time is over, when somebody who handles accounts sits down. Answers how many.
pub(crate) fn erase_what_is_over(open: &mut Open) -> Result<usize> {
    if !may(open.member().role, Act::HandleAccount) || open.register().is_looked_at_only() {
        return Ok(0);
    }
    let days = open.register().read(payment_settings::read)?.erase_after_days;
    let today = open.today();
    let over = |case: &crate::Case| {
        let grant = case.grant.as_ref()?;
        let ended = grant.grant.closed_on.or(grant.grant.cancelled_on)?;
        let due = ended.checked_add_days(Days::new(days.into()))? <= today;
        (due && grant.accounts.iter().any(|row| row.value.account.erased_on.is_none())).then_some(case.row.application_id)
    };
    let applications: Vec<_> = open.cases().filter_map(over).collect();
    if applications.is_empty() {
        return Ok(0);
    }
    let erased = open.change_beside(Act::HandleAccount, |tx, desk| {
        let mut erased: usize = 0;
        for case in applications.iter().filter_map(|id| desk.cases.get(&(*id).into())) {
            for row in case.grant.iter().flat_map(|grant| &grant.accounts).filter(|row| row.value.account.erased_on.is_none()) {
                tx.erase_account(row.value.account.id, row.value.numbers)?;
                tx.also(event(case, "accountErased", json!({ "grant": row.grant_id, "account": row.value.account.id.0 })));
                erased = erased.saturating_add(1);
            }
        }
        let payload = json!({ "accounts": erased });
        Ok((erased, Event { kind: "accountsErased", subject: None, payload, touched: &[], signed: false }))
    })?;
    open.read_cases_again(&applications)?;
    Ok(erased.value)
}
