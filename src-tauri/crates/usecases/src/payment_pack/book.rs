//! The facts of a receipt, held one after the other against the grants as the register knows them.

use crate::case::GrantCase;
use crate::{Case, Error};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::Money;
use domain::application::check::{LONGEST_ANSWER, LONGEST_LINE};
use domain::grant::Grant;
use domain::id::{GrantId, PaymentId};
use domain::member::Role;
use domain::payee::{CheckMethod, CheckProblem, Confirmation, PayeeAccount, seen};
use domain::payment::{Method, NewPayment, Payment, PaymentError, Undoing, UndoingError, Undone};
use exchange::SignedFact;
use exchange::sheet::{
    ACCOUNT_CHECK_FACT, APPROVAL_FACT, AccountCheckFact, ApprovalFact, CONFIRMATION_FACT, ConfirmationFact, PAYMENT_FACT, PaymentFact,
    RUN_FACT, RunFact, SEEN_FACT, SeenFact, UNDOING_FACT, UndoingFact,
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How far a clerk's clock may be ahead.
const AHEAD: TimeDelta = TimeDelta::days(2);

/// What one fact says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactKind {
    /// Money was paid.
    Paid {
        /// As it was recorded.
        new: NewPayment,
        /// Who else approved it.
        approved_by: Option<Uuid>,
    },
    /// A payment came back, or never happened.
    Undone {
        /// How.
        way: Undoing,
        /// How much.
        amount: Money,
        /// When.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// An account was checked.
    AccountChecked {
        /// How.
        method: CheckMethod,
        /// When.
        on: NaiveDate,
    },
    /// The payer's bank said something about a name.
    PayeeConfirmed {
        /// What.
        outcome: Confirmation,
        /// The name it showed.
        bank_name: String,
    },
    /// A payment, or its return, was found on the bank's statement.
    Seen {
        /// How much.
        amount: Money,
        /// The day on the statement.
        on: NaiveDate,
        /// Whether it is the return.
        back: bool,
    },
}

/// Why a fact cannot stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The grant cannot take the payment.
    Payment(PaymentError),
    /// The payment cannot be undone so.
    Undoing(UndoingError),
    /// The account cannot have been checked so.
    Check(CheckProblem),
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Payment(error) => error.into(),
            Refused::Undoing(error) => error.into(),
            Refused::Check(error) => error.into(),
        }
    }
}

/// What would become of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It would be recorded.
    New,
    /// The register holds it already.
    Held,
    /// It would be recorded, and somebody should look: the account was changed since.
    FormerAccount,
    /// It cannot stand.
    Refused(Refused),
    /// What it is about is not in the register.
    Unknown,
}

/// What is written for a fact that is new.
#[derive(Debug, Clone)]
pub(super) enum Write {
    Payment(PaymentFact, NewPayment, Option<(Uuid, DateTime<Utc>)>),
    Undoing(UndoingFact, Undoing),
    Check(AccountCheckFact, CheckMethod),
    Confirmation(ConfirmationFact, Confirmation),
    Seen(SeenFact),
}

/// A fact as it was weighed: about which grant, what it says, and what would become of it.
pub(super) struct Weighed {
    pub(super) grant: Option<GrantId>,
    pub(super) kind: FactKind,
    pub(super) state: State,
    pub(super) write: Option<Write>,
}

/// A fact that no honest desk makes: the whole receipt is refused.
pub(super) struct Bad;

/// What every fact says of itself.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stated {
    fact: String,
    register_id: Uuid,
    member_id: Uuid,
    at: DateTime<Utc>,
}

/// One grant while facts are held against it.
struct Page {
    grant: Grant,
    accounts: Vec<PayeeAccount>,
    deciders: Vec<Uuid>,
    seen: BTreeSet<(Uuid, bool)>,
}

/// The register's grants, with what earlier facts of the same receipt did to them.
pub(super) struct Book {
    register_id: Uuid,
    two_people: bool,
    now: DateTime<Utc>,
    today: NaiveDate,
    clerks: Vec<Uuid>,
    pages: BTreeMap<Uuid, Page>,
    runs: BTreeMap<Uuid, (Uuid, RunFact)>,
    approvals: BTreeMap<Uuid, ApprovalFact>,
    paid_of_run: BTreeSet<(Uuid, Uuid)>,
}

impl Book {
    pub(super) fn new(register_id: Uuid, two_people: bool, now: DateTime<Utc>, today: NaiveDate, clerks: Vec<Uuid>) -> Self {
        let (pages, runs, approvals, paid_of_run) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        Self { register_id, two_people, now, today, clerks, pages, runs, approvals, paid_of_run }
    }

    /// Adds a grant whose group was told.
    pub(super) fn add(&mut self, case: &Case, found: &GrantCase, deciders: Vec<Uuid>) {
        debug_assert!(!case.is_sealed() || !found.grant.is_open(), "only what was told goes to the clerk");
        let mut seen = BTreeSet::new();
        for row in &found.payments {
            seen.extend(row.value.seen.as_ref().map(|_| (row.value.payment.id.0, false)));
            seen.extend(row.value.return_seen.as_ref().map(|_| (row.value.payment.id.0, true)));
        }
        let accounts = found.accounts.iter().map(|row| row.value.account.clone()).collect();
        self.pages.insert(found.grant.id.0, Page { grant: found.grant.clone(), accounts, deciders, seen });
    }

    /// A fact that the register holds already: runs and approvals of earlier receipts may be referred to.
    pub(super) fn remember(&mut self, fact: &SignedFact) {
        if let Ok(run) = fact.read::<RunFact>()
            && run.fact == RUN_FACT
        {
            self.runs.insert(run.run_id, (fact.id(), run));
        } else if let Ok(approval) = fact.read::<ApprovalFact>()
            && approval.fact == APPROVAL_FACT
        {
            self.approvals.insert(approval.run_fact, approval);
        } else if let Ok(paid) = fact.read::<PaymentFact>()
            && paid.fact == PAYMENT_FACT
        {
            self.paid_of_run.extend(paid.run_id.map(|run| (run, paid.grant_id)));
        }
    }

    /// Weighs a proved fact. Nothing is answered for a run or its approval: they are kept with what they are about.
    pub(super) fn weigh(&mut self, author: Uuid, fact: &SignedFact, held: bool) -> Result<Option<Weighed>, Bad> {
        let stated: Stated = read(fact)?;
        let latest = self.now.checked_add_signed(AHEAD).unwrap_or(DateTime::<Utc>::MAX_UTC);
        if stated.register_id != self.register_id || stated.member_id != author || stated.at > latest || !self.clerks.contains(&author) {
            return Err(Bad);
        }
        let mut weighed = match stated.fact.as_str() {
            PAYMENT_FACT => self.payment(read(fact)?, held)?,
            UNDOING_FACT => self.undoing(read(fact)?)?,
            ACCOUNT_CHECK_FACT => self.check(read(fact)?)?,
            CONFIRMATION_FACT => self.confirmation(read(fact)?)?,
            SEEN_FACT => self.seen(read(fact)?)?,
            RUN_FACT => {
                let run: RunFact = read(fact)?;
                // One run has one maker and one text.
                if self.runs.get(&run.run_id).is_some_and(|(id, _)| *id != fact.id()) {
                    return Err(Bad);
                }
                self.runs.insert(run.run_id, (fact.id(), run));
                return Ok(None);
            }
            APPROVAL_FACT => {
                let approval: ApprovalFact = read(fact)?;
                line(&approval.reason, LONGEST_ANSWER)?;
                self.approvals.insert(approval.run_fact, approval);
                return Ok(None);
            }
            _ => return Err(Bad),
        };
        if held {
            weighed.state = State::Held;
            weighed.write = None;
        }
        Ok(Some(weighed))
    }

    fn payment(&mut self, fact: PaymentFact, held: bool) -> Result<Weighed, Bad> {
        line(&fact.reference, LONGEST_LINE)?;
        let method = Method::from_code(&fact.method).ok_or(Bad)?;
        let amount = Money::from_pence(fact.amount_pence);
        let new = NewPayment { amount, paid_on: fact.paid_on, reference: fact.reference.clone(), method };
        let Some(page) = self.pages.get(&fact.grant_id) else { return Ok(unknown(FactKind::Paid { new, approved_by: None })) };
        let known = page.grant.payments.iter().any(|known| known.id.0 == fact.payment_id);
        let elsewhere = self.pages.values().flat_map(|page| &page.grant.payments).any(|known| known.id.0 == fact.payment_id);
        let approved = if held { None } else { self.approval(page, &fact)? };
        let kind = FactKind::Paid { new: new.clone(), approved_by: approved.map(|(by, _)| by) };
        if elsewhere && !held {
            // Its fact is not held, and yet its id is taken: it is another payment under that name.
            return Err(Bad);
        }
        let state = if known {
            State::Held
        } else if let Err(refused) = page.grant.pay_out(&new, self.today) {
            State::Refused(Refused::Payment(refused))
        } else {
            into_account(page, &fact, method)
        };
        let grant = Some(page.grant.id);
        if matches!(state, State::New | State::FormerAccount) {
            let run = fact.run_id.map(|run| (run, fact.grant_id));
            self.paid_of_run.extend(run);
            if let Some(page) = self.pages.get_mut(&fact.grant_id) {
                let (id, paid_on, reference) = (PaymentId(fact.payment_id), new.paid_on, new.reference.clone());
                page.grant.payments.push(Payment { id, amount, paid_on, reference, method, undone: None });
            }
        }
        Ok(Weighed { grant, kind, state, write: Some(Write::Payment(fact, new, approved)) })
    }

    /// Who approved the run of a payment. Where two people are asked for, there must be somebody: not the run's maker, and none
    /// of them among those who decided on the grant.
    fn approval(&self, page: &Page, fact: &PaymentFact) -> Result<Option<(Uuid, DateTime<Utc>)>, Bad> {
        let run = fact.run_id.map(|run| self.runs.get(&run).ok_or(Bad)).transpose()?;
        let Some((run_fact, run)) = run else { return if self.two_people { Err(Bad) } else { Ok(None) } };
        let said = (fact.grant_id, fact.account_id, fact.amount_pence, fact.reference.clone());
        if !run.payments.contains(&said) || self.paid_of_run.contains(&(run.run_id, fact.grant_id)) {
            return Err(Bad);
        }
        let approved = self.approvals.get(run_fact).filter(|approval| approval.approved);
        if self.two_people {
            let approval = approved.ok_or(Bad)?;
            let decided = |member: Uuid| page.deciders.contains(&member);
            if approval.member_id == run.member_id || decided(approval.member_id) || decided(run.member_id) || decided(fact.member_id) {
                return Err(Bad);
            }
        }
        Ok(approved.map(|approval| (approval.member_id, approval.at)))
    }

    fn undoing(&mut self, fact: UndoingFact) -> Result<Weighed, Bad> {
        line(&fact.reason, LONGEST_ANSWER)?;
        let way = Undoing::from_code(&fact.way).ok_or(Bad)?;
        let (today, id) = (self.today, PaymentId(fact.payment_id));
        let kind = |amount| FactKind::Undone { way, amount, on: fact.on, reason: fact.reason.clone() };
        let Some(page) = self.page_of_payment(fact.payment_id) else { return Ok(unknown(kind(Money::ZERO))) };
        let Some(payment) = page.grant.payments.iter().find(|payment| payment.id == id) else { return Err(Bad) };
        let kind = kind(payment.amount);
        let state = if payment.undone.is_some_and(|undone| undone.way == way) {
            State::Held
        } else {
            page.grant
                .undo_payment(id, fact.on, &fact.reason, today)
                .map_or_else(|why| State::Refused(Refused::Undoing(why)), |()| State::New)
        };
        if state == State::New {
            for payment in page.grant.payments.iter_mut().filter(|payment| payment.id == id) {
                payment.undone = Some(Undone { way, on: fact.on });
            }
        }
        Ok(Weighed { grant: Some(page.grant.id), kind, state, write: Some(Write::Undoing(fact, way)) })
    }

    fn check(&mut self, fact: AccountCheckFact) -> Result<Weighed, Bad> {
        let method = CheckMethod::from_code(&fact.method).ok_or(Bad)?;
        let (today, kind) = (self.today, FactKind::AccountChecked { method, on: fact.checked_on });
        let Some((grant, account)) = self.account(fact.account_id) else { return Ok(unknown(kind)) };
        // Another check does no harm: each is kept, and the latest counts, whatever the order in which they come here.
        let passes = seen(account, fact.checked_on, today).and_then(|()| {
            if account.replaces_another && method != CheckMethod::Phoned { Err(CheckProblem::ChangedNeedsPhone) } else { Ok(()) }
        });
        let state = passes.map_or_else(|why| State::Refused(Refused::Check(why)), |()| State::New);
        if state == State::New {
            account.check = Some((method, fact.checked_on, fact.member_id.into()));
        }
        Ok(Weighed { grant: Some(grant), kind, state, write: Some(Write::Check(fact, method)) })
    }

    fn confirmation(&mut self, fact: ConfirmationFact) -> Result<Weighed, Bad> {
        line(&fact.bank_name, LONGEST_LINE)?;
        line(&fact.action, LONGEST_ANSWER)?;
        let outcome = Confirmation::from_code(&fact.outcome).ok_or(Bad)?;
        if outcome == Confirmation::CloseMatch && fact.bank_name.trim().is_empty() {
            return Err(Bad);
        }
        let (today, kind) = (self.today, FactKind::PayeeConfirmed { outcome, bank_name: fact.bank_name.clone() });
        let Some((grant, account)) = self.account(fact.account_id) else { return Ok(unknown(kind)) };
        let state = seen(account, fact.seen_on, today).map_or_else(|why| State::Refused(Refused::Check(why)), |()| State::New);
        Ok(Weighed { grant: Some(grant), kind, state, write: Some(Write::Confirmation(fact, outcome)) })
    }

    fn seen(&mut self, fact: SeenFact) -> Result<Weighed, Bad> {
        line(&fact.words, LONGEST_ANSWER)?;
        let back = match fact.way.as_str() {
            "out" => false,
            "back" => true,
            _ => return Err(Bad),
        };
        let kind = |amount| FactKind::Seen { amount, on: fact.seen_on, back };
        let Some(page) = self.page_of_payment(fact.payment_id) else { return Ok(unknown(kind(Money::ZERO))) };
        let Some(payment) = page.grant.payments.iter().find(|payment| payment.id.0 == fact.payment_id) else { return Err(Bad) };
        let kind = kind(payment.amount);
        let state = if page.seen.insert((fact.payment_id, back)) { State::New } else { State::Held };
        Ok(Weighed { grant: Some(page.grant.id), kind, state, write: Some(Write::Seen(fact)) })
    }

    fn page_of_payment(&mut self, payment: Uuid) -> Option<&mut Page> {
        self.pages.values_mut().find(|page| page.grant.payments.iter().any(|known| known.id.0 == payment))
    }

    fn account(&mut self, id: Uuid) -> Option<(GrantId, &mut PayeeAccount)> {
        self.pages.values_mut().find_map(|page| Some((page.grant.id, page.accounts.iter_mut().find(|account| account.id.0 == id)?)))
    }
}

/// Whether a transfer went to an account of the grant that somebody had checked; to one that was changed since, it went too.
fn into_account(page: &Page, fact: &PaymentFact, method: Method) -> State {
    let refused = |why| State::Refused(Refused::Payment(why));
    if method == Method::Cheque {
        return State::New;
    }
    let at = page.accounts.iter().position(|account| Some(account.id.0) == fact.account_id);
    let Some((place, account)) = at.and_then(|place| Some((place, page.accounts.get(place)?))) else {
        return refused(PaymentError::NoAccount);
    };
    if place.saturating_add(1) < page.accounts.len() {
        State::FormerAccount
    } else if account.check.is_some() {
        State::New
    } else if account.replaces_another {
        refused(PaymentError::AccountChanged { changed_on: account.recorded_on })
    } else {
        refused(PaymentError::AccountNotChecked)
    }
}

fn unknown(kind: FactKind) -> Weighed {
    Weighed { grant: None, kind, state: State::Unknown, write: None }
}

fn read<T: for<'de> Deserialize<'de>>(fact: &SignedFact) -> Result<T, Bad> {
    fact.read().map_err(|_| Bad)
}

fn line(text: &str, most: usize) -> Result<(), Bad> {
    if text.chars().count() > most { Err(Bad) } else { Ok(()) }
}

/// The role that pays.
pub(super) const CLERK: Role = Role::LtoClerk;
