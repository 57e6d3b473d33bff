//! The money of the plan between the core's shapes and the window's.

use domain::spending as core;
use domain::virement::Cell;
use usecases::spending::{
    AwardLine, Bank, SpendTable, TableFormat, TypedAward, TypedAwardPayment, TypedCell, TypedDrawDown, TypedPart, TypedVirement,
};
use usecases::spendometer::Spent;
use usecases::{AwardPaymentRow, Open, VirementRow};

use crate::ipc::dto::budget as dto;
use crate::ipc::dto::session::Priority;
use crate::ipc::value::count;

crate::ipc::dto::mirror_both! { dto::SpendTable, SpendTable { Spendometer, Public, Movements, SpendReport } }
crate::ipc::dto::mirror_both! { dto::TableFormat, TableFormat { Csv, Xlsx } }

/// A spendometer.
pub(super) fn spendometer(spent: &Spent<'_>) -> dto::Spendometer {
    let (plan, sums) = (&spent.plan, &spent.spent);
    dto::Spendometer {
        plan_id: spent.adopted.id.to_string(),
        plan_name: plan.name.clone(),
        starts_on: plan.starts_on,
        ends_on: plan.ends_on,
        as_of: sums.as_of,
        periods: plan
            .periods
            .iter()
            .zip(&sums.periods)
            .map(|(period, sum)| dto::SpendPeriod {
                name: period.name.clone(),
                starts_on: period.starts_on,
                ends_on: period.ends_on,
                money: cell(*sum),
            })
            .collect(),
        priorities: plan
            .priorities
            .iter()
            .map(|priority| Priority { id: priority.id.to_string(), number: priority.number, name: priority.name.clone() })
            .collect(),
        by_priority: sums.priorities.iter().map(|(number, sum)| dto::SpendPriority { number: *number, money: money(sum) }).collect(),
        lines: plan
            .activities
            .iter()
            .zip(&sums.lines)
            .map(|(activity, line)| dto::SpendLine {
                code: activity.code.clone(),
                name: activity.name.clone(),
                priority: activity.priority,
                money: money(&line.money),
                periods: line.cells.iter().copied().map(cell).collect(),
            })
            .collect(),
        total: money(&sums.total),
        expected_pence: sums.expected.into(),
        projected_pence: sums.projected.map(Into::into),
        projected_left_pence: sums.projected.map(|projected| sums.total.planned.minus(projected).into()),
        grants: spent
            .grants
            .iter()
            .map(|grant| dto::NamedGrant {
                group_name: grant.group_name.to_owned(),
                purpose: grant.purpose.to_owned(),
                amount_pence: grant.amount.into(),
                awarded_on: grant.awarded_on,
            })
            .collect(),
    }
}

fn money(sum: &core::SpendMoney) -> dto::SpendMoney {
    dto::SpendMoney {
        planned_pence: sum.planned.into(),
        committed_pence: sum.committed.into(),
        paid_pence: sum.paid.into(),
        returned_pence: sum.returned.into(),
        free_pence: sum.free().into(),
    }
}

fn cell(sum: core::SpendCell) -> dto::SpendCell {
    dto::SpendCell {
        planned_pence: sum.planned.into(),
        paid_pence: sum.paid.into(),
        committed_pence: sum.committed.into(),
        used_pence: sum.used().into(),
        over: sum.is_over(),
    }
}

/// Money that was moved.
pub(super) fn virement(open: &Open, row: &VirementRow) -> dto::Virement {
    let cell = |cell: &Option<Cell>| cell.as_ref().map(|cell| dto::BudgetCell { code: cell.code.clone(), period: count(cell.place) });
    dto::Virement {
        id: row.id.to_string(),
        from: cell(&row.virement.from),
        to: cell(&row.virement.to),
        amount_pence: row.virement.amount.into(),
        decided_on: row.virement.decided_on,
        decided_by: row.decided_by.clone(),
        reason: row.reason.clone(),
        recorded_by: open.name_of(row.recorded_by).to_owned(),
    }
}

/// An award.
pub(super) fn award(open: &Open, line: &AwardLine<'_>) -> dto::Award {
    let (row, award) = (line.row, &line.row.award);
    let payment = |(payment, said): (&domain::award::AwardPayment, &AwardPaymentRow)| dto::AwardPayment {
        id: payment.id.to_string(),
        amount_pence: payment.amount.into(),
        paid_on: payment.paid_on,
        reference: said.reference.clone(),
        recorded_by: open.name_of(said.recorded_by).to_owned(),
        undone: payment.undone.map(|undone| dto::AwardUndone { way: undone.way.into(), on: undone.on, reason: said.undone_reason.clone() }),
    };
    dto::Award {
        id: award.id.to_string(),
        reference: row.reference.clone(),
        kind: award.kind.into(),
        code: award.code.clone(),
        line_name: line.line_name.to_owned(),
        payee_name: row.payee_name.clone(),
        what_for: row.what_for.clone(),
        amount_pence: award.amount.into(),
        paid_pence: award.paid().into(),
        left_pence: award.left().into(),
        decided_on: award.decided_on,
        decided_by: row.decided_by.clone(),
        parts: award.parts.iter().map(|part| dto::AwardPart { due_on: part.due_on, amount_pence: part.amount.into() }).collect(),
        payments: award.payments.iter().zip(&row.payments).map(payment).collect(),
        ended_on: award.ended_on,
        ended_reason: row.ended_reason.clone(),
    }
}

/// What must still be in the bank.
pub(super) fn bank(bank: Bank) -> dto::BankPosition {
    let position = bank.position;
    dto::BankPosition {
        lto: bank.lto,
        planned_pence: position.planned.into(),
        drawn_down_pence: position.drawn_down.into(),
        paid_pence: position.paid.into(),
        returned_pence: position.returned.into(),
        in_bank_pence: position.in_bank().into(),
        committed_pence: position.committed.into(),
        spare_pence: position.spare().into(),
        to_draw_pence: position.to_draw().into(),
        lto_share: bank.lto_share,
        lto_share_pence: bank.lto_share_of.into(),
        draw_downs: bank
            .draw_downs
            .into_iter()
            .map(|row| dto::DrawDown {
                id: row.id.to_string(),
                amount_pence: row.amount.into(),
                received_on: row.received_on,
                note: row.note,
                voided: row.voided,
            })
            .collect(),
    }
}

impl From<dto::RecordVirementInput> for TypedVirement {
    fn from(input: dto::RecordVirementInput) -> Self {
        let cell = |cell: dto::BudgetCell| TypedCell { code: cell.code, place: usize::try_from(cell.period).unwrap_or(usize::MAX) };
        Self {
            from: input.from.map(cell),
            to: input.to.map(cell),
            amount: input.amount,
            decided_on: input.decided_on.into(),
            decided_by: input.decided_by,
            reason: input.reason,
        }
    }
}

impl From<dto::RecordAwardInput> for TypedAward {
    fn from(input: dto::RecordAwardInput) -> Self {
        Self {
            code: input.code,
            kind: input.kind.into(),
            payee_name: input.payee_name,
            what_for: input.what_for,
            amount: input.amount,
            decided_on: input.decided_on.into(),
            decided_by: input.decided_by,
            parts: input.parts.into_iter().map(|part| TypedPart { due_on: part.due_on.into(), amount: part.amount }).collect(),
        }
    }
}

impl From<dto::PayAwardInput> for TypedAwardPayment {
    fn from(input: dto::PayAwardInput) -> Self {
        Self { amount: input.amount, paid_on: input.paid_on.into(), reference: input.reference }
    }
}

impl From<dto::RecordDrawDownInput> for TypedDrawDown {
    fn from(input: dto::RecordDrawDownInput) -> Self {
        Self { amount: input.amount, received_on: input.received_on.into(), note: input.note }
    }
}
