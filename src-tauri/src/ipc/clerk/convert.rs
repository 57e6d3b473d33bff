//! The clerk's desk between the core's shapes and the window's.

use domain::id::GrantId;
use domain::payment::{self, run};
use usecases::clerk::{self as core, RunRefusal, TypedRun, TypedRunRow};
use usecases::grant::{TypedConfirmation, TypedPayment, TypedUndoing};

use crate::ipc::CommandResult;
use crate::ipc::dto::clerk as dto;
use crate::ipc::dto::grant::{AccountCheck, FormerAccount, Payment, PaymentUndone, Signature};
use crate::ipc::dto::payment::{GrantCondition, PayeeConfirmation};
use crate::ipc::value::{count, parse_id};

pub(in crate::ipc) fn row(row: core::LedgerRow) -> dto::LedgerRow {
    dto::LedgerRow {
        ledger_id: row.id.to_string(),
        partnership: row.partnership,
        made_on: row.made_on,
        ready: count(row.ready),
        ready_pence: row.ready_sum.into(),
        waiting: count(row.waiting),
        unsent: count(row.unsent),
    }
}

pub(super) fn ledger(view: core::LedgerView) -> dto::ClerkLedger {
    dto::ClerkLedger {
        ledger_id: view.id.to_string(),
        partnership: view.partnership,
        lto: view.lto,
        co_ordinator: view.co_ordinator,
        made_on: view.made_on,
        today: view.today,
        two_people: view.two_people,
        others: view.others,
        grants: view.grants.into_iter().map(listed).collect(),
        runs: view.runs.into_iter().map(payment_run).collect(),
        funds: dto::LedgerFunds {
            drawn_down_pence: view.funds.drawn_down.into(),
            paid_pence: view.funds.paid.into(),
            committed_pence: view.funds.committed.into(),
            in_bank_pence: view.funds.in_bank.into(),
        },
        unsent: count(view.unsent),
        sent_at: view.sent_at.map(|at| at.to_rfc3339()),
        tables_loaded_on: view.tables_loaded_on,
    }
}

fn listed(grant: core::LedgerGrant) -> dto::LedgerGrant {
    dto::LedgerGrant {
        grant_id: grant.id.to_string(),
        reference: grant.reference,
        group_name: grant.group,
        payee_name: grant.payee,
        purpose: grant.purpose,
        line_code: grant.code,
        granted_pence: grant.granted.into(),
        paid_pence: grant.paid.into(),
        left_pence: grant.left.into(),
        next_pence: grant.next.into(),
        part: grant.part.map(|(part, of)| (count(part), count(of))),
        tab: match grant.tab {
            core::LedgerTab::ReadyToPay => dto::LedgerTab::ReadyToPay,
            core::LedgerTab::Waiting => dto::LedgerTab::Waiting,
            core::LedgerTab::Paid => dto::LedgerTab::Paid,
        },
        bars: bars(grant.bars),
        last_paid_on: grant.last_paid_on,
        last_four: grant.last_four,
    }
}

fn bars(bars: Vec<payment::PayBar>) -> Vec<dto::PayBar> {
    bars.into_iter().map(Into::into).collect()
}

fn payment_run(view: core::RunView) -> dto::PaymentRun {
    dto::PaymentRun {
        run_id: view.id.to_string(),
        made_by: view.made_by,
        made_on: view.made_on,
        pay_on: view.pay_on,
        state: run::RunState::into(view.state),
        approved_by: view.approved_by,
        reason: view.reason,
        rows: view
            .rows
            .into_iter()
            .map(|row| dto::RunRow {
                grant_id: row.grant.to_string(),
                grant_reference: row.grant_reference,
                payee_name: row.payee,
                amount_pence: row.amount.into(),
                reference: row.reference,
                last_four: row.last_four,
                bars: bars(row.bars),
            })
            .collect(),
        total_pence: view.total.into(),
        may_approve: view.may_approve,
        may_pay: view.may_pay,
    }
}

pub(super) fn grant(view: core::GrantView) -> dto::ClerkGrant {
    dto::ClerkGrant {
        grant: listed(view.grant),
        awarded_on: view.awarded_on,
        ends_on: view.ends_on,
        instalments: view
            .instalments
            .into_iter()
            .map(|(when, amount)| dto::ClerkInstalment { when, amount_pence: amount.into() })
            .collect(),
        conditions: view
            .conditions
            .into_iter()
            .map(|one| GrantCondition { text: one.text, met_on: one.met_on, note: String::new() })
            .collect(),
        signatures: view
            .signatures
            .into_iter()
            .map(|one| Signature {
                party: one.party.into(),
                name: one.name,
                position: String::new(),
                signed_on: one.signed_on,
                attachment_id: None,
            })
            .collect(),
        agreement: view.agreement,
        account: view.account.map(account),
        payments: view.payments.into_iter().map(one_payment).collect(),
    }
}

fn account(view: core::AccountView) -> dto::ClerkAccount {
    dto::ClerkAccount {
        last_four: view.last_four,
        recorded_on: view.recorded_on,
        changed: view.changed,
        former: view.former.map(|(last_four, recorded_on)| FormerAccount { last_four, recorded_on }),
        check: view.check.map(|(method, checked_on, by)| AccountCheck { method: method.into(), checked_on, by }),
        modulus: view.modulus.into(),
        confirmation: view.confirmation.map(|(outcome, bank_name, action, seen_on, seen_by)| PayeeConfirmation {
            outcome: outcome.into(),
            bank_name,
            action,
            seen_on,
            seen_by,
        }),
        numbers: view.numbers,
    }
}

fn one_payment(view: core::PaymentView) -> Payment {
    Payment {
        id: view.id.to_string(),
        amount_pence: view.amount.into(),
        paid_on: view.paid_on,
        reference: view.reference,
        method: view.method.into(),
        recorded_by: view.recorded_by,
        approved_by: view.approved_by,
        seen_on: view.seen_on,
        return_seen_on: view.return_seen_on,
        undone: view.undone.map(|(way, on, reason)| PaymentUndone { way: way.into(), on, reason }),
    }
}

pub(super) fn typed_payment(input: dto::ClerkPayInput) -> TypedPayment {
    TypedPayment { amount: input.amount, paid_on: input.paid_on.into(), reference: input.reference, method: input.method.into() }
}

pub(super) fn typed_undoing(input: dto::ClerkUndoInput) -> TypedUndoing {
    TypedUndoing { way: input.way.into(), on: input.on.into(), reason: input.reason }
}

pub(super) fn typed_confirmation(input: dto::ClerkConfirmInput) -> TypedConfirmation {
    TypedConfirmation { outcome: input.outcome.into(), bank_name: input.bank_name, action: input.action, seen_on: input.seen_on.into() }
}

pub(super) fn typed_run(input: dto::MakeRunInput) -> CommandResult<TypedRun> {
    let row = |row: dto::NewRunRow| -> CommandResult<TypedRunRow> {
        Ok(TypedRunRow { grant: parse_id::<GrantId>(&row.grant_id)?, amount: row.amount, reference: row.reference })
    };
    Ok(TypedRun { pay_on: input.pay_on.into(), rows: input.rows.into_iter().map(row).collect::<CommandResult<_>>()? })
}

impl From<RunRefusal> for dto::RunRefusal {
    fn from(refused: RunRefusal) -> Self {
        match refused {
            RunRefusal::Empty => Self::Empty,
            RunRefusal::Barred { reference, bar } => Self::Barred { grant_reference: reference, bar: bar.into() },
            RunRefusal::MoreThanLeft { reference, left } => Self::MoreThanLeft { grant_reference: reference, left_pence: left.into() },
            RunRefusal::NotApproved => Self::NotApproved,
            RunRefusal::OwnRun => Self::OwnRun,
            RunRefusal::Decider { reference } => Self::Decider { grant_reference: reference },
            RunRefusal::Over => Self::Over,
        }
    }
}
