//! Payment packs and receipts between the core's shapes and the window's.

use chrono::SecondsFormat;
use std::path::Path;
use usecases::Open;
use usecases::payment_pack::{self, Exchange, FactKind, FactLine, Refused, State};

use crate::ipc::dto::payment::{PayClerk, PayExchange, PaymentFactKind, PaymentFactRow, PaymentFactState, PaymentPackPlan, PaymentReceipt};
use crate::ipc::value::count;

pub(super) fn plan(plan: payment_pack::Plan) -> PaymentPackPlan {
    let clerk = |one: payment_pack::Clerk| PayClerk { id: one.id.to_string(), name: one.name, has_keys: one.has_keys };
    PaymentPackPlan {
        lto: plan.lto,
        clerks: plan.clerks.into_iter().map(clerk).collect(),
        ready: count(plan.ready),
        ready_pence: plan.ready_money.into(),
        waiting: count(plan.waiting),
        not_told: count(plan.not_told),
        two_people: plan.two_people,
        packs: plan.packs.into_iter().map(exchange).collect(),
        receipts: plan.receipts.into_iter().map(exchange).collect(),
    }
}

fn exchange(one: Exchange) -> PayExchange {
    PayExchange { at: one.at.to_rfc3339_opts(SecondsFormat::Millis, true), people: one.people }
}

pub(super) fn receipt(open: &Open, path: &Path, found: payment_pack::Receipt) -> PaymentReceipt {
    PaymentReceipt::Readable {
        path: path.display().to_string(),
        from: found.from,
        made_at: found.made_at.to_rfc3339_opts(SecondsFormat::Millis, true),
        facts: found.lines.into_iter().map(|line| row(open, line)).collect(),
        new: count(found.new),
        paid_pence: found.paid.into(),
        may_take_in: found.may_take_in,
    }
}

fn row(open: &Open, line: FactLine) -> PaymentFactRow {
    PaymentFactRow {
        grant_id: line.grant_id.map(|id| id.to_string()),
        reference: line.reference,
        group_name: line.group_name,
        by: line.by,
        about: match line.kind {
            FactKind::Paid { new, approved_by } => PaymentFactKind::Paid {
                amount_pence: new.amount.into(),
                paid_on: new.paid_on,
                reference: new.reference,
                method: new.method.into(),
                approved_by: approved_by.map(|by| open.name_of(by).to_owned()),
            },
            FactKind::Undone { way, amount, on, reason } => {
                PaymentFactKind::Undone { way: way.into(), amount_pence: amount.into(), on, reason }
            }
            FactKind::AccountChecked { method, on } => PaymentFactKind::AccountChecked { method: method.into(), checked_on: on },
            FactKind::PayeeConfirmed { outcome, bank_name } => PaymentFactKind::PayeeConfirmed { outcome: outcome.into(), bank_name },
            FactKind::Seen { amount, on, back } => PaymentFactKind::Seen { amount_pence: amount.into(), seen_on: on, back },
        },
        state: match line.state {
            State::New => PaymentFactState::New,
            State::Held => PaymentFactState::Held,
            State::FormerAccount => PaymentFactState::FormerAccount,
            State::Unknown => PaymentFactState::Unknown,
            State::Refused(why) => PaymentFactState::Refused {
                refusal: match why {
                    Refused::Payment(error) => error.into(),
                    Refused::Undoing(error) => error.into(),
                    Refused::Check(error) => error.into(),
                },
            },
        },
    }
}
