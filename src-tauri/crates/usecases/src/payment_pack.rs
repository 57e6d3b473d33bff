//! Payment packs to the LTO's clerk, and the receipts that come back.
//!
//! A pack is made like a review pack: read under the desk's lock, sealed and written without it, and recorded before its file
//! gets its name. A receipt is taken in whole or not at all ([0017](../../../decisions/0017-payments-desk.md)).

mod book;
mod making;
mod receipt;
mod sheet;

pub use book::{FactKind, Refused, State};
pub use making::{Job, Made, StagedPack, prepare, record};
pub use receipt::{FactLine, Receipt, inspect, take_in};

use crate::payment_settings;
use crate::{Error, Open, Result};
use chrono::{DateTime, Utc};
use domain::Money;
use domain::id::MemberId;
use domain::member::{Act, Role};
use store::ReadTx;

/// The areas whose screens read again.
const TOUCHED: &[&str] = &["grant", "application", "budget"];

/// Somebody at the LTO who may pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clerk {
    /// The member.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Whether they have keys to which something can be sealed.
    pub has_keys: bool,
}

/// A pack that went out, or a receipt that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// When.
    pub at: DateTime<Utc>,
    /// For whom it was, or from whom it came.
    pub people: Vec<String>,
}

/// What a payment pack would carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The LTO's name.
    pub lto: String,
    /// Who may pay.
    pub clerks: Vec<Clerk>,
    /// Grants with every check done.
    pub ready: usize,
    /// What is left to pay on them.
    pub ready_money: Money,
    /// Grants that wait for something.
    pub waiting: usize,
    /// Grants whose group was not told yet: they do not go.
    pub not_told: usize,
    /// Whether a second person must approve.
    pub two_people: bool,
    /// Packs that went out, the newest first.
    pub packs: Vec<Exchange>,
    /// Receipts that were taken in, the newest first.
    pub receipts: Vec<Exchange>,
}

/// Passes for those who handle accounts and record payments: nobody else makes a pack or takes one in.
fn permit(open: &Open) -> Result<()> {
    open.member().permit(Act::HandleAccount)?;
    open.member().permit(Act::RecordPayment)?;
    Ok(())
}

/// What a payment pack would carry, and to whom it may go.
pub fn plan(open: &Open) -> Result<Plan> {
    permit(open)?;
    let (mut ready, mut waiting, mut not_told, mut ready_money) = (0_usize, 0_usize, 0_usize, Money::ZERO);
    for grant in open.cases().filter_map(|case| case.grant.as_ref()).map(|grant| &grant.grant).filter(|grant| grant.is_open()) {
        let to_pay = grant.feedback_on.is_none() && grant.left_to_pay().is_positive();
        if grant.issued_on.is_none() {
            not_told = not_told.saturating_add(1);
        } else if to_pay && grant.bars().is_empty() {
            ready = ready.saturating_add(1);
            ready_money = ready_money.plus(grant.left_to_pay());
        } else if to_pay {
            waiting = waiting.saturating_add(1);
        }
    }
    open.register().read(|tx| {
        let settings = payment_settings::read(tx)?;
        let names = |ids: &[uuid::Uuid]| ids.iter().map(|id| open.name_of(*id).to_owned()).collect();
        Ok(Plan {
            lto: settings.lto,
            clerks: clerks(tx)?,
            ready,
            ready_money,
            waiting,
            not_told,
            two_people: settings.two_people,
            packs: tx.payment_packs()?.iter().map(|row| Exchange { at: row.made_at, people: names(&row.clerks) }).collect(),
            receipts: tx.payment_receipts()?.iter().map(|row| Exchange { at: row.taken_in_at, people: names(&[row.from]) }).collect(),
        })
    })
}

/// The members who pay for the LTO, by name; those who left are not among them.
fn clerks(tx: &ReadTx<'_>) -> Result<Vec<Clerk>> {
    let rows = tx.member_rows()?.into_iter().filter(|row| row.role == Role::LtoClerk.code() && row.ended_on.is_none());
    Ok::<_, Error>(rows.map(|row| Clerk { id: MemberId(row.member_id), name: row.name, has_keys: row.key.is_some() }).collect())
}
