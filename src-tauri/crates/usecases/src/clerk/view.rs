//! What the clerk's desk shows. No account number stands in any of it, and none of it says its words in a log.

use super::account::details;
use super::book::{Book, Entry, Note, RunEntry};
use super::{Ledger, runs};
use crate::Result;
use crate::reviewer::Reviewer;
use chrono::{DateTime, NaiveDate, Utc};
use domain::Money;
use domain::id::{GrantId, MemberId, PaymentId};
use domain::modulus::Outcome;
use domain::payee::{CheckMethod, Confirmation};
use domain::payment::run::RunState;
use domain::payment::{Method, PayBar, Payment, Undoing};
use domain::signature::Party;
use std::fmt;
use uuid::Uuid;

/// A partnership's ledger on this machine, as listed.
#[derive(Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// The register of the partnership.
    pub id: Uuid,
    /// Its name.
    pub partnership: String,
    /// When the newest pack was made.
    pub made_on: NaiveDate,
    /// Grants with every check done and money left.
    pub ready: usize,
    /// What they come to: the next payment of each.
    pub ready_sum: Money,
    /// Grants that wait for something.
    pub waiting: usize,
    /// Facts that no receipt has carried yet.
    pub unsent: usize,
}

/// Where a grant stands at the clerk's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LedgerTab {
    /// Every check is done, and money is left.
    ReadyToPay,
    /// Money is left, and something stands in the way.
    Waiting,
    /// Nothing is left, or it was finished after something was paid.
    Paid,
}

/// One grant, as listed.
#[derive(Clone, PartialEq, Eq)]
pub struct LedgerGrant {
    /// The grant.
    pub id: GrantId,
    /// Its reference.
    pub reference: String,
    /// The group.
    pub group: String,
    /// Who is paid.
    pub payee: String,
    /// What the money is for.
    pub purpose: String,
    /// The line's code.
    pub code: String,
    /// What was granted.
    pub granted: Money,
    /// What was paid and stayed paid.
    pub paid: Money,
    /// What is left.
    pub left: Money,
    /// What would be paid next: the next part, or all that is left.
    pub next: Money,
    /// Which part that is, from 1, and of how many.
    pub part: Option<(usize, usize)>,
    /// Where it stands.
    pub tab: LedgerTab,
    /// What stands in the way, the first first.
    pub bars: Vec<PayBar>,
    /// The day of the latest payment that stands.
    pub last_paid_on: Option<NaiveDate>,
    /// The last four digits of the account.
    pub last_four: Option<String>,
}

/// One payment of a run.
#[derive(Clone, PartialEq, Eq)]
pub struct RunRowView {
    /// The grant.
    pub grant: GrantId,
    /// Its reference; empty when the newest pack does not have it.
    pub grant_reference: String,
    /// Who is paid.
    pub payee: String,
    /// How much.
    pub amount: Money,
    /// What the bank statement will say.
    pub reference: String,
    /// The last four digits of the account that was signed for.
    pub last_four: Option<String>,
    /// What has come in the way since.
    pub bars: Vec<PayBar>,
}

/// A run of payments.
#[derive(Clone, PartialEq, Eq)]
pub struct RunView {
    /// The run.
    pub id: Uuid,
    /// Who put it together.
    pub made_by: String,
    /// When.
    pub made_on: NaiveDate,
    /// The day it is meant to be paid.
    pub pay_on: NaiveDate,
    /// How far it has come.
    pub state: RunState,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// Why it was sent back.
    pub reason: String,
    /// Its payments.
    pub rows: Vec<RunRowView>,
    /// What they come to.
    pub total: Money,
    /// Whether this person may approve it.
    pub may_approve: bool,
    /// Whether this person may record it as paid.
    pub may_pay: bool,
}

/// What the partnership still has in the bank, as the clerk knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Funds {
    /// What was drawn down from the funder.
    pub drawn_down: Money,
    /// What was paid, less what came back: the register's sum and what the clerks did since.
    pub paid: Money,
    /// What is committed and not paid.
    pub committed: Money,
    /// Drawn down and not paid.
    pub in_bank: Money,
}

/// The ledger of one partnership, whole.
#[derive(Clone, PartialEq, Eq)]
pub struct LedgerView {
    /// The register of the partnership.
    pub id: Uuid,
    /// Its name.
    pub partnership: String,
    /// The organisation that pays.
    pub lto: String,
    /// Who made the newest pack.
    pub co_ordinator: String,
    /// When.
    pub made_on: NaiveDate,
    /// The day.
    pub today: NaiveDate,
    /// Whether a second person must approve.
    pub two_people: bool,
    /// The other clerks, by name.
    pub others: Vec<String>,
    /// The grants, in the order of the pack.
    pub grants: Vec<LedgerGrant>,
    /// The runs, the newest first.
    pub runs: Vec<RunView>,
    /// The money.
    pub funds: Funds,
    /// Facts that no receipt has carried yet.
    pub unsent: usize,
    /// When a receipt was last saved.
    pub sent_at: Option<DateTime<Utc>>,
    /// When the tables of the modulus check were loaded.
    pub tables_loaded_on: Option<NaiveDate>,
}

/// A condition of the decision.
#[derive(Clone, PartialEq, Eq)]
pub struct ConditionView {
    /// What it says.
    pub text: String,
    /// When it was met.
    pub met_on: Option<NaiveDate>,
}

/// A signature on the agreement.
#[derive(Clone, PartialEq, Eq)]
pub struct SignatureView {
    /// For whom.
    pub party: Party,
    /// Who signed.
    pub name: String,
    /// When.
    pub signed_on: NaiveDate,
}

/// The account to be paid, without its numbers.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountView {
    /// The last four digits.
    pub last_four: String,
    /// When it was recorded.
    pub recorded_on: NaiveDate,
    /// Whether another stood before it.
    pub changed: bool,
    /// The last four digits of that one, and when it was recorded.
    pub former: Option<(String, NaiveDate)>,
    /// How it was checked, when and by whom.
    pub check: Option<(CheckMethod, NaiveDate, String)>,
    /// What its numbers say of themselves.
    pub modulus: Outcome,
    /// What the payer's bank said last: the outcome, its name for the account, what was done, when and who saw it.
    pub confirmation: Option<(Confirmation, String, String, NaiveDate, String)>,
    /// Whether its numbers are here.
    pub numbers: bool,
}

/// A payment of a grant.
#[derive(Clone, PartialEq, Eq)]
pub struct PaymentView {
    /// The payment.
    pub id: PaymentId,
    /// How much.
    pub amount: Money,
    /// When it left the LTO's account.
    pub paid_on: NaiveDate,
    /// What the bank statement says.
    pub reference: String,
    /// How.
    pub method: Method,
    /// Who recorded it.
    pub recorded_by: String,
    /// Who else approved it.
    pub approved_by: Option<String>,
    /// When it was seen on the statement.
    pub seen_on: Option<NaiveDate>,
    /// When its return was.
    pub return_seen_on: Option<NaiveDate>,
    /// How it was undone, when and why.
    pub undone: Option<(Undoing, NaiveDate, String)>,
}

/// One grant, whole.
#[derive(Clone, PartialEq, Eq)]
pub struct GrantView {
    /// As listed.
    pub grant: LedgerGrant,
    /// The day of the decision.
    pub awarded_on: NaiveDate,
    /// The end of funding.
    pub ends_on: NaiveDate,
    /// Part payments, as agreed.
    pub instalments: Vec<(String, Money)>,
    /// The decision's conditions.
    pub conditions: Vec<ConditionView>,
    /// The signatures.
    pub signatures: Vec<SignatureView>,
    /// Whether the signed agreement came with the pack.
    pub agreement: bool,
    /// The account to be paid.
    pub account: Option<AccountView>,
    /// The payments, oldest first.
    pub payments: Vec<PaymentView>,
}

impl Reviewer {
    /// Every ledger of this person on this machine, by the partnership's name.
    pub fn ledgers(&self) -> Vec<LedgerRow> {
        let ids: Vec<Uuid> = self.ledger_ids();
        // One that cannot be read is counted as damaged.
        ids.into_iter().filter_map(|id| self.with_ledger(id, |ledger, _| Ok(row(ledger))).ok()).collect()
    }

    /// A ledger, whole.
    pub fn ledger(&self, id: Uuid) -> Result<LedgerView> {
        let today = self.today();
        self.with_ledger(id, |ledger, me| Ok(whole(ledger, me, today)))
    }

    /// One grant of a ledger, whole.
    pub fn ledger_grant(&self, id: Uuid, grant: GrantId) -> Result<GrantView> {
        self.with_ledger(id, |ledger, _| {
            let book = Book::of(ledger);
            let bars = book.bars();
            let found = book.entries.iter().zip(bars).find(|(entry, _)| entry.grant.id == grant);
            let (entry, bars) = found.ok_or(crate::Error::NotFound)?;
            Ok(grant_view(ledger, &book, entry, bars))
        })
    }
}

fn row(ledger: &Ledger) -> LedgerRow {
    let grants = listed(&Book::of(ledger));
    let ready = |grant: &&LedgerGrant| grant.tab == LedgerTab::ReadyToPay;
    LedgerRow {
        id: ledger.id(),
        partnership: ledger.name().to_owned(),
        made_on: store::london_date(ledger.manifest.created),
        ready: grants.iter().filter(ready).count(),
        ready_sum: grants.iter().filter(ready).map(|grant| grant.next).sum(),
        waiting: grants.iter().filter(|grant| grant.tab == LedgerTab::Waiting).count(),
        unsent: ledger.unsent(),
    }
}

fn listed(book: &Book<'_>) -> Vec<LedgerGrant> {
    book.entries.iter().zip(book.bars()).map(|(entry, bars)| listed_grant(entry, bars)).collect()
}

fn listed_grant(entry: &Entry<'_>, bars: Vec<PayBar>) -> LedgerGrant {
    let (grant, sheet) = (&entry.grant, entry.sheet);
    let (left, paid) = (grant.left_to_pay(), grant.paid());
    let next = grant.next_instalment();
    let parts = grant.instalments.len();
    let tab = if left.is_zero() || (!grant.is_open() && paid.is_positive()) {
        LedgerTab::Paid
    } else if bars.is_empty() {
        LedgerTab::ReadyToPay
    } else {
        LedgerTab::Waiting
    };
    LedgerGrant {
        id: grant.id,
        reference: sheet.reference.clone(),
        group: sheet.group.clone(),
        payee: sheet.payee.clone(),
        purpose: sheet.purpose.clone(),
        code: sheet.code.clone(),
        granted: grant.amount,
        paid,
        left,
        next: next.map_or(Money::ZERO, |(_, amount)| amount),
        part: next.filter(|_| parts > 0).map(|(place, _)| (place.saturating_add(1), parts)),
        tab,
        bars,
        last_paid_on: grant.payments.iter().filter(|payment| payment.stands()).map(|payment| payment.paid_on).max(),
        last_four: grant.account.as_ref().map(|account| account.last_four.clone()),
    }
}

fn whole(ledger: &Ledger, me: MemberId, today: NaiveDate) -> LedgerView {
    let (sheet, book) = (&ledger.sheet, Book::of(ledger));
    let pence = Money::from_pence;
    let since = book.paid_since();
    let (drawn_down, paid) = (pence(sheet.funds.drawn_down_pence), pence(sheet.funds.paid_pence).plus(since));
    LedgerView {
        id: ledger.id(),
        partnership: ledger.name().to_owned(),
        lto: sheet.lto.clone(),
        co_ordinator: sheet.co_ordinator.clone(),
        made_on: store::london_date(ledger.manifest.created),
        today,
        two_people: sheet.two_people,
        others: sheet.clerks.iter().filter(|clerk| clerk.member_id != me.0).map(|clerk| clerk.name.clone()).collect(),
        grants: listed(&book),
        runs: book.runs.iter().rev().map(|run| run_view(ledger, &book, run, me)).collect(),
        funds: Funds { drawn_down, paid, committed: pence(sheet.funds.committed_pence).minus(since), in_bank: drawn_down.minus(paid) },
        unsent: ledger.unsent(),
        sent_at: ledger.shape.sent_at,
        tables_loaded_on: ledger.shape.tables.as_ref().map(|tables| tables.loaded_on),
    }
}

pub(super) fn run_view(ledger: &Ledger, book: &Book<'_>, entry: &RunEntry, me: MemberId) -> RunView {
    let row = |row: &domain::payment::run::RunRow| {
        let sheet = book.entry(row.grant).map(|entry| entry.sheet);
        let account = sheet.and_then(|sheet| sheet.accounts.iter().find(|account| Some(account.account_id) == row.account.map(|id| id.0)));
        let state = book.state(entry);
        RunRowView {
            grant: row.grant,
            grant_reference: sheet.map(|sheet| sheet.reference.clone()).unwrap_or_default(),
            payee: sheet.map(|sheet| sheet.payee.clone()).unwrap_or_default(),
            amount: row.amount,
            reference: row.reference.clone(),
            last_four: account.map(|account| account.last_four.clone()),
            bars: if state.is_live() { book.bars_of(entry.id, row) } else { Vec::new() },
        }
    };
    let (may_approve, may_pay) = runs::may(ledger, book, entry, me);
    RunView {
        id: entry.id,
        made_by: ledger.name_of(entry.run.maker.0),
        made_on: store::london_date(entry.made_at),
        pay_on: entry.pay_on,
        state: book.state(entry),
        approved_by: book.approved_by(entry).map(|by| ledger.name_of(by.0)),
        reason: entry.reason.clone(),
        rows: entry.run.rows.iter().map(row).collect(),
        total: entry.run.rows.iter().map(|row| row.amount).sum(),
        may_approve,
        may_pay,
    }
}

fn grant_view(ledger: &Ledger, book: &Book<'_>, entry: &Entry<'_>, bars: Vec<PayBar>) -> GrantView {
    let sheet = entry.sheet;
    GrantView {
        grant: listed_grant(entry, bars),
        awarded_on: sheet.awarded_on,
        ends_on: sheet.ends_on,
        instalments: entry.grant.instalments.iter().map(|part| (part.when.clone(), part.amount)).collect(),
        conditions: sheet.conditions.iter().map(|(text, met_on)| ConditionView { text: text.clone(), met_on: *met_on }).collect(),
        signatures: entry
            .grant
            .signatures
            .iter()
            .map(|one| SignatureView { party: one.party, name: one.name.clone(), signed_on: one.signed_on })
            .collect(),
        agreement: sheet.agreement.is_some(),
        account: account_view(entry),
        payments: entry.payments().map(|(payment, note)| payment_view(ledger, book, payment, note)).collect(),
    }
}

fn account_view(entry: &Entry<'_>) -> Option<AccountView> {
    let account = entry.grant.account.as_ref()?;
    let (last, former) = match entry.sheet.accounts.as_slice() {
        [.., former, last] => (Some(last), Some(former)),
        [last] => (Some(last), None),
        [] => (None, None),
    };
    Some(AccountView {
        last_four: account.last_four.clone(),
        recorded_on: account.recorded_on,
        changed: account.replaces_another,
        former: former.map(|former| (former.last_four.clone(), former.recorded_on)),
        check: account.check.map(|(method, on, _)| (method, on, entry.checked_by.clone())),
        modulus: account.modulus,
        confirmation: entry
            .confirmation
            .as_ref()
            .map(|said| (said.outcome, said.bank_name.clone(), said.action.clone(), said.seen_on, said.by.clone())),
        numbers: last.is_some_and(|last| details(last).is_some()),
    })
}

fn payment_view(ledger: &Ledger, book: &Book<'_>, payment: &Payment, note: &Note) -> PaymentView {
    let run = note.run.and_then(|id| book.run(id));
    PaymentView {
        id: payment.id,
        amount: payment.amount,
        paid_on: payment.paid_on,
        reference: payment.reference.clone(),
        method: payment.method,
        recorded_by: note.recorded_by.clone(),
        approved_by: run.and_then(|run| book.approved_by(run)).map(|by| ledger.name_of(by.0)),
        seen_on: note.seen_on,
        return_seen_on: note.return_seen_on,
        undone: payment.undone.map(|undone| (undone.way, undone.on, note.reason.clone())),
    }
}

/// Says what it is and whose, and none of its words.
macro_rules! quiet {
    ($($name:ident $(. $id:ident)?),+ $(,)?) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))$(.field(stringify!($id), &self.$id))?.finish_non_exhaustive()
            }
        }
    )+};
}

quiet! {
    LedgerRow.id, LedgerGrant.id, RunRowView.grant, RunView.id, LedgerView.id, ConditionView.met_on, SignatureView.party,
    AccountView.recorded_on, PaymentView.id, GrantView.grant,
}
