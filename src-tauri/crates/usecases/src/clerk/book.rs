//! What a ledger comes to: what the register knew, and on top of it what the clerks did since.
//!
//! What a clerk did is never refused here: it happened. If the register cancelled a grant meanwhile, the payment stands
//! beside the cancelled grant, and the register says what becomes of it.

use super::facts::Said;
use super::{Ledger, account};
use chrono::{DateTime, NaiveDate, Utc};
use domain::Money;
use domain::decision::Instalment;
use domain::grant::{Condition, Grant, SentBack};
use domain::id::{GrantId, MemberId, PayeeAccountId, PaymentId};
use domain::modulus::Tables;
use domain::payee::{CheckMethod, Confirmation, PayeeAccount};
use domain::payment::run::{self, Answer, Run, RunRow, RunState, Standing};
use domain::payment::{Method, PayBar, Payment, Undoing, Undone};
use domain::signature::{Party, Signature};
use exchange::sheet::{AccountSheet, ConfirmationFact, GrantSheet, PaymentFact, PaymentRowSheet, RunFact};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Every grant and run of a ledger as they stand.
pub(super) struct Book<'l> {
    /// In the order of the sheet.
    pub(super) entries: Vec<Entry<'l>>,
    /// The oldest first.
    pub(super) runs: Vec<RunEntry>,
    two_people: bool,
}

/// A grant as it stands.
pub(super) struct Entry<'l> {
    pub(super) grant: Grant,
    /// What the pack says of it.
    pub(super) sheet: &'l GrantSheet,
    /// Who checked the account.
    pub(super) checked_by: String,
    pub(super) confirmation: Option<Confirmed>,
    /// Beside each payment of the grant, in the same order.
    pub(super) notes: Vec<Note>,
}

/// What the payer's bank said last about the name on the account.
pub(super) struct Confirmed {
    pub(super) outcome: Confirmation,
    pub(super) bank_name: String,
    pub(super) action: String,
    pub(super) seen_on: NaiveDate,
    pub(super) by: String,
}

/// What is known of a payment beside what the rules need.
#[derive(Default)]
pub(super) struct Note {
    pub(super) recorded_by: String,
    pub(super) run: Option<Uuid>,
    pub(super) seen_on: Option<NaiveDate>,
    pub(super) return_seen_on: Option<NaiveDate>,
    pub(super) reason: String,
    /// Whether the register's own sums have it.
    at_register: bool,
    undone_at_register: bool,
}

/// A run, and who said what of it.
pub(super) struct RunEntry {
    pub(super) id: Uuid,
    pub(super) made_at: DateTime<Utc>,
    pub(super) pay_on: NaiveDate,
    pub(super) run: Run,
    /// Why it was sent back.
    pub(super) reason: String,
    /// Beside each answer of the run, in the same order.
    answered_at: Vec<DateTime<Utc>>,
}

impl<'l> Book<'l> {
    pub(super) fn of(ledger: &'l Ledger) -> Self {
        let sheet = &ledger.sheet;
        let tables = ledger.tables.as_ref();
        let entries = sheet.grants.iter().map(|grant| Entry::of(grant, ledger.name(), tables)).collect();
        let mut book = Self { entries, runs: Vec::new(), two_people: sheet.two_people };
        for said in &ledger.shape.facts {
            let held = sheet.facts_held.contains(&said.fact.id());
            let by = ledger.name_of(said.member_id);
            // What cannot be read was refused when the ledger was opened.
            match Said::read(&said.fact).ok().flatten() {
                Some(Said::Paid(fact)) => book.paid(&fact, held, by),
                Some(Said::Undone(fact)) => book.undone(&fact, held),
                Some(Said::Checked(fact)) => book.checked(&fact, by),
                Some(Said::Confirmed(fact)) => book.confirmed(&fact, by),
                Some(Said::Run(fact)) => book.runs.push(RunEntry::of(&fact, said.fact.id())),
                Some(Said::Answered(fact)) => book.answered(&fact),
                Some(Said::Seen(fact)) => {
                    if let Some((_, note)) = book.payment_mut(fact.payment_id) {
                        let place = if fact.way == "back" { &mut note.return_seen_on } else { &mut note.seen_on };
                        *place = Some(fact.seen_on);
                    }
                }
                None => {}
            }
        }
        book
    }

    pub(super) fn entry(&self, id: GrantId) -> Option<&Entry<'l>> {
        self.entries.iter().find(|entry| entry.grant.id == id)
    }

    /// A payment with the grant it belongs to.
    pub(super) fn payment(&self, id: PaymentId) -> Option<(&Entry<'l>, &Payment, &Note)> {
        self.entries.iter().find_map(|entry| {
            let (payment, note) = entry.payments().find(|(payment, _)| payment.id == id)?;
            Some((entry, payment, note))
        })
    }

    fn payment_mut(&mut self, id: Uuid) -> Option<(&mut Payment, &mut Note)> {
        self.entries.iter_mut().find_map(|entry| {
            let place = entry.grant.payments.iter().position(|payment| payment.id.0 == id)?;
            entry.grant.payments.get_mut(place).zip(entry.notes.get_mut(place))
        })
    }

    fn paid(&mut self, fact: &PaymentFact, held: bool, by: String) {
        if let Some(entry) = self.runs.iter_mut().find(|entry| Some(entry.id) == fact.run_id) {
            entry.run.paid = true;
        }
        if let Some((_, note)) = self.payment_mut(fact.payment_id) {
            (note.recorded_by, note.run) = (by, fact.run_id);
            return;
        }
        let Some(entry) = self.entries.iter_mut().find(|entry| entry.grant.id.0 == fact.grant_id) else { return };
        // What the register took in and does not name is its own to explain.
        let (false, Some(method)) = (held, Method::from_code(&fact.method)) else { return };
        entry.grant.payments.push(Payment {
            id: PaymentId(fact.payment_id),
            amount: Money::from_pence(fact.amount_pence),
            paid_on: fact.paid_on,
            reference: fact.reference.clone(),
            method,
            undone: None,
        });
        entry.notes.push(Note { recorded_by: by, run: fact.run_id, ..Note::default() });
    }

    fn undone(&mut self, fact: &exchange::sheet::UndoingFact, held: bool) {
        let Some((payment, note)) = self.payment_mut(fact.payment_id) else { return };
        if payment.undone.is_none() && !held {
            payment.undone = Undoing::from_code(&fact.way).map(|way| Undone { way, on: fact.on });
        }
        note.reason.clone_from(&fact.reason);
    }

    fn account_mut(&mut self, id: Uuid) -> Option<&mut Entry<'l>> {
        self.entries.iter_mut().find(|entry| entry.grant.account.as_ref().is_some_and(|account| account.id.0 == id))
    }

    fn checked(&mut self, fact: &exchange::sheet::AccountCheckFact, by: String) {
        let Some(entry) = self.account_mut(fact.account_id) else { return };
        let (Some(account), Some(method)) = (&mut entry.grant.account, CheckMethod::from_code(&fact.method)) else { return };
        if account.check.is_none_or(|(_, on, _)| on <= fact.checked_on) {
            account.check = Some((method, fact.checked_on, MemberId(fact.member_id)));
            entry.checked_by = by;
        }
        if method == CheckMethod::Phoned {
            account.phoned_on = account.phoned_on.max(Some(fact.checked_on));
        }
    }

    fn confirmed(&mut self, fact: &ConfirmationFact, by: String) {
        let Some(entry) = self.account_mut(fact.account_id) else { return };
        let Some(outcome) = Confirmation::from_code(&fact.outcome) else { return };
        if entry.confirmation.as_ref().is_some_and(|former| former.seen_on > fact.seen_on) {
            return;
        }
        if let Some(account) = &mut entry.grant.account {
            account.confirmation = Some((outcome, fact.seen_on));
        }
        let (bank_name, action) = (fact.bank_name.clone(), fact.action.clone());
        entry.confirmation = Some(Confirmed { outcome, bank_name, action, seen_on: fact.seen_on, by });
    }

    fn answered(&mut self, fact: &exchange::sheet::ApprovalFact) {
        let Some(entry) = self.runs.iter_mut().find(|entry| entry.run.signed == fact.run_fact) else { return };
        entry.run.answers.push(Answer { by: MemberId(fact.member_id), signed: fact.run_fact, approved: fact.approved });
        entry.answered_at.push(fact.at);
        if !fact.approved {
            entry.reason.clone_from(&fact.reason);
        }
    }

    /// What stands of every grant, before any run is looked at. Who decided a grant is all that a run's state asks for.
    fn standings(&self) -> Vec<Standing> {
        let standing = |entry: &Entry<'_>| Standing {
            grant: entry.grant.id,
            account: entry.grant.account.as_ref().map(|account| account.id),
            left: entry.grant.left_to_pay(),
            bars: entry.grant.bars(),
            deciders: entry.sheet.deciders.iter().copied().map(MemberId).collect(),
        };
        self.entries.iter().map(standing).collect()
    }

    /// How far a run has come.
    pub(super) fn state(&self, run: &RunEntry) -> RunState {
        run.run.state(&self.standings(), self.two_people)
    }

    /// What stands of every grant for one run: a grant that another live run has is spoken for.
    pub(super) fn standings_for(&self, run: Option<Uuid>) -> Vec<Standing> {
        let mut standings = self.standings();
        let spoken = self.spoken_for(run);
        for standing in &mut standings {
            if spoken.contains_key(&standing.grant) && !standing.bars.contains(&PayBar::Finished) {
                standing.bars.push(PayBar::InRun);
                standing.bars.sort_unstable();
            }
        }
        standings
    }

    /// Grants that a live run has, but for one run.
    fn spoken_for(&self, but: Option<Uuid>) -> BTreeMap<GrantId, Uuid> {
        let standings = self.standings();
        let live = self.runs.iter().filter(|entry| Some(entry.id) != but && entry.run.state(&standings, self.two_people).is_live());
        live.flat_map(|entry| entry.run.rows.iter().map(|row| (row.grant, entry.id))).collect()
    }

    /// What stands in the way of each grant, with every live run.
    pub(super) fn bars(&self) -> Vec<Vec<PayBar>> {
        self.standings_for(None).into_iter().map(|standing| standing.bars).collect()
    }

    /// What has come in the way of one payment of a run.
    pub(super) fn bars_of(&self, run: Uuid, row: &RunRow) -> Vec<PayBar> {
        let standings = self.standings_for(Some(run));
        let standing = standings.iter().find(|one| one.grant == row.grant);
        standing.map_or_else(|| vec![PayBar::Finished], |standing| run::bars(row, standing))
    }

    /// Who else approved a run, if somebody did.
    pub(super) fn approved_by(&self, run: &RunEntry) -> Option<MemberId> {
        run.run.approval(&self.standings()).map(|answer| answer.by)
    }

    /// The day on which somebody else approved a run.
    pub(super) fn approved_at(&self, run: &RunEntry) -> Option<NaiveDate> {
        let by = self.approved_by(run)?;
        let mut answers = run.run.answers.iter().zip(&run.answered_at);
        answers.find(|(answer, _)| answer.approved && answer.by == by).map(|(_, at)| store::london_date(*at))
    }

    pub(super) fn run(&self, id: Uuid) -> Option<&RunEntry> {
        self.runs.iter().find(|entry| entry.id == id)
    }

    /// The payments that the register's own sums do not have yet, less those that came back since: in pence below nothing
    /// when more came back.
    pub(super) fn paid_since(&self) -> Money {
        self.entries.iter().flat_map(Entry::payments).map(|(payment, note)| note.since(payment)).sum()
    }
}

impl Note {
    /// By how much a payment moved what is paid since the register's sums were made.
    fn since(&self, payment: &Payment) -> Money {
        let before = if self.at_register && !self.undone_at_register { payment.amount } else { Money::ZERO };
        let now = if payment.stands() { payment.amount } else { Money::ZERO };
        now.minus(before)
    }
}

impl<'l> Entry<'l> {
    pub(super) fn payments(&self) -> impl Iterator<Item = (&Payment, &Note)> {
        self.grant.payments.iter().zip(&self.notes)
    }

    fn of(sheet: &'l GrantSheet, partnership: &str, tables: Option<&Tables>) -> Self {
        let party = |(party, name, on): &(String, String, NaiveDate)| {
            let party = Party::from_code(party)?;
            Some(Signature { party, name: name.clone(), position: String::new(), signed_on: *on })
        };
        let note = |payment: &PaymentRowSheet| Note {
            recorded_by: partnership.to_owned(),
            run: None,
            seen_on: payment.seen.0,
            return_seen_on: payment.seen.1,
            reason: String::new(),
            at_register: true,
            undone_at_register: payment.undone.is_some(),
        };
        let (payments, notes) = sheet.payments.iter().filter_map(|row| Some((payment(row)?, note(row)))).unzip();
        let grant = Grant {
            id: GrantId(sheet.grant_id),
            amount: Money::from_pence(sheet.amount_pence),
            awarded_on: sheet.awarded_on,
            issued_on: Some(sheet.issued_on),
            first_ends_on: sheet.ends_on,
            extensions: Vec::new(),
            return_by: None,
            conditions: sheet.conditions.iter().map(|(text, met_on)| Condition { text: text.clone(), met_on: *met_on }).collect(),
            instalments: sheet
                .instalments
                .iter()
                .map(|(when, pence)| Instalment { when: when.clone(), amount: Money::from_pence(*pence) })
                .collect(),
            costs: Vec::new(),
            account: sheet.accounts.last().map(|last| payee(last, sheet.accounts.len() > 1, tables)),
            signatures: sheet.signatures.iter().filter_map(party).collect(),
            payments,
            feedback_on: None,
            receipts: Vec::new(),
            sent_back: vec![SentBack { amount: Money::from_pence(sheet.sent_back_pence), on: sheet.issued_on }],
            closed_on: sheet.finished.then_some(sheet.ends_on),
            cancelled_on: None,
        };
        let confirmation = sheet.accounts.last().and_then(|last| last.confirmation.as_ref()).and_then(|(outcome, bank_name, on)| {
            let outcome = Confirmation::from_code(outcome)?;
            let (bank_name, by) = (bank_name.clone(), partnership.to_owned());
            Some(Confirmed { outcome, bank_name, action: String::new(), seen_on: *on, by })
        });
        Self { grant, sheet, checked_by: partnership.to_owned(), confirmation, notes }
    }
}

/// The account to be paid, as the rules know it.
fn payee(sheet: &AccountSheet, replaces_another: bool, tables: Option<&Tables>) -> PayeeAccount {
    let check = sheet.check.as_ref().and_then(|(method, on)| Some((CheckMethod::from_code(method)?, *on, MemberId(Uuid::nil()))));
    PayeeAccount {
        replaces_another,
        check,
        phoned_on: check.filter(|(method, _, _)| *method == CheckMethod::Phoned).map(|(_, on, _)| on),
        modulus: account::modulus(sheet, tables),
        confirmation: sheet.confirmation.as_ref().and_then(|(outcome, _, on)| Some((Confirmation::from_code(outcome)?, *on))),
        ..PayeeAccount::new(PayeeAccountId(sheet.account_id), sheet.last_four.clone(), sheet.recorded_on)
    }
}

fn payment(sheet: &PaymentRowSheet) -> Option<Payment> {
    Some(Payment {
        id: PaymentId(sheet.payment_id),
        amount: Money::from_pence(sheet.amount_pence),
        paid_on: sheet.paid_on,
        reference: sheet.reference.clone(),
        method: Method::from_code(&sheet.method)?,
        undone: match &sheet.undone {
            Some((way, on)) => Some(Undone { way: Undoing::from_code(way)?, on: *on }),
            None => None,
        },
    })
}

impl RunEntry {
    fn of(fact: &RunFact, signed: Uuid) -> Self {
        let row = |(grant, account, pence, reference): &(Uuid, Option<Uuid>, i64, String)| RunRow {
            grant: GrantId(*grant),
            account: account.map(PayeeAccountId),
            amount: Money::from_pence(*pence),
            reference: reference.clone(),
        };
        let rows = fact.payments.iter().map(row).collect();
        let run = Run { maker: MemberId(fact.member_id), signed, rows, answers: Vec::new(), paid: false };
        Self { id: fact.run_id, made_at: fact.at, pay_on: fact.pay_on, run, reason: String::new(), answered_at: Vec::new() }
    }
}
