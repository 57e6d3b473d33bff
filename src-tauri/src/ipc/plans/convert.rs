//! Plans and budget tables, from the core's records to the window's and back.

use domain::Money;
use domain::date::written;
use domain::plan::draft as core;
use domain::plan::table::{self, CellFault, ExactCell};
use domain::plan::{Exact, LineWords, Period, PlanState, PriorityWords};
use usecases::plan;

use crate::ipc::dto::field::{FieldFault, FieldProblem};
use crate::ipc::dto::plan as dto;
use crate::ipc::error_from::plain_fault;
use crate::ipc::value::{Pence, count};

impl From<PlanState> for dto::PlanState {
    fn from(state: PlanState) -> Self {
        match state {
            PlanState::Past => Self::Past,
            PlanState::Current => Self::Current,
            PlanState::Coming => Self::Coming,
        }
    }
}

/// A plan in the list.
pub(super) fn row(line: &plan::PlanLine<'_>) -> dto::PlanRow {
    let plan = &line.adopted.plan;
    dto::PlanRow {
        id: line.adopted.id.to_string(),
        name: plan.name.clone(),
        starts_on: plan.starts_on,
        ends_on: plan.ends_on,
        state: line.state.into(),
        planned_pence: plan.planned().into(),
    }
}

/// One plan, whole.
pub(super) fn view(whole: plan::Whole<'_>) -> dto::PlanView {
    let (plan, fund) = (&whole.standing, &whole.adopted.fund);
    let priorities = plan.priorities.iter().zip(whole.words.priorities);
    let year_before: Money = plan.activities.iter().filter_map(|line| line.year_before).sum();
    dto::PlanView {
        id: whole.adopted.id.to_string(),
        name: plan.name.clone(),
        starts_on: plan.starts_on,
        ends_on: plan.ends_on,
        state: whole.state.into(),
        fund_code: fund.activity.clone(),
        fund_name: fund.name.clone(),
        outcomes: whole.words.outcomes,
        priorities: priorities.map(|(one, words)| priority(one.name.clone(), words)).collect(),
        periods: plan.periods.iter().enumerate().map(|(place, one)| period(plan, place, one)).collect(),
        lines: whole.lines.into_iter().map(line).collect(),
        total_pence: plan.planned().into(),
        year_before_pence: year_before.into(),
        year_before_label: whole.words.year_before_label,
        adopted_on: whole.adopted_on,
        adopted_by: whole.adopted_by,
        discrepancies: whole.discrepancies.into_iter().map(discrepancy).collect(),
    }
}

fn priority(name: String, words: PriorityWords) -> dto::PlanPriority {
    dto::PlanPriority { name, outcomes: words.outcomes, criteria: words.criteria }
}

fn period(plan: &domain::plan::Plan, place: usize, period: &Period) -> dto::PlanPeriod {
    dto::PlanPeriod {
        name: period.name.clone(),
        starts_on: period.starts_on,
        ends_on: period.ends_on,
        total_pence: plan.planned_in(place).into(),
        balance_pence: plan.balance_after(place).into(),
    }
}

fn line(line: plan::Line<'_>) -> dto::PlanLine {
    dto::PlanLine {
        code: line.adopted.code.clone(),
        name: line.adopted.name.clone(),
        priority: line.adopted.priority,
        lead_partner: line.words.lead_partner,
        notes: line.words.notes,
        planned_pence: line.profile.iter().copied().sum::<Money>().into(),
        profile_pence: line.profile.into_iter().map(Pence::from).collect(),
        adopted_pence: line.adopted.planned().into(),
        share: line.share.map(|share| share.to_string()),
        year_before_pence: line.adopted.year_before.map(Pence::from),
    }
}

fn discrepancy(found: domain::plan::Discrepancy) -> dto::Discrepancy {
    dto::Discrepancy {
        kind: found.kind.into(),
        place: found.place,
        about: found.about,
        printed: found.printed,
        exact: exact(&found.exact),
        difference_pence: found.difference.map(Pence::from),
    }
}

/// What is exact, as it is written.
fn exact(exact: &Exact) -> String {
    match exact {
        Exact::Money(amount) => amount.to_string(),
        Exact::Months(1) => "1 month".to_owned(),
        Exact::Months(months) => format!("{months} months"),
        Exact::Day(day) => written(*day),
        Exact::Days(first, last) => format!("{} to {}", written(*first), written(*last)),
        Exact::Codes(codes) => codes.join(", "),
        Exact::Share(share) => share.to_string(),
    }
}

/// What is to be put right beside the figures of a plan.
pub(super) fn new_words(input: dto::SavePlanWordsInput) -> plan::NewWords {
    let line = |line: dto::LineWords| (line.code, LineWords { lead_partner: line.lead_partner, notes: line.notes });
    plan::NewWords {
        outcomes: input.outcomes,
        priorities: input.priorities.into_iter().map(priority_words).collect(),
        lines: input.lines.into_iter().map(line).collect(),
    }
}

fn priority_words(priority: dto::PlanPriority) -> PriorityWords {
    PriorityWords { outcomes: priority.outcomes, criteria: priority.criteria }
}

impl From<dto::DraftFrom> for plan::DraftFrom {
    fn from(from: dto::DraftFrom) -> Self {
        match from {
            dto::DraftFrom::PlanInForce => Self::PlanInForce,
            dto::DraftFrom::Nothing => Self::Nothing,
        }
    }
}

/// The next plan, as typed in the window.
pub(super) fn typed(typed: dto::TypedPlan) -> core::TypedPlan {
    let priority = |priority: dto::PlanPriority| core::TypedPriority { name: priority.name.clone(), words: priority_words(priority) };
    let period = |period: dto::TypedPeriod| core::TypedPeriod {
        name: period.name,
        starts_on: period.starts_on.into(),
        ends_on: period.ends_on.into(),
    };
    let line = |line: dto::TypedLine| core::TypedLine {
        code: line.code,
        name: line.name,
        priority: line.priority,
        lead_partner: line.lead_partner,
        notes: line.notes,
        amounts: line.amounts,
        year_before: line.year_before,
    };
    core::TypedPlan {
        name: typed.name,
        starts_on: typed.starts_on.into(),
        ends_on: typed.ends_on.into(),
        outcomes: typed.outcomes,
        priorities: typed.priorities.into_iter().map(priority).collect(),
        periods: typed.periods.into_iter().map(period).collect(),
        lines: typed.lines.into_iter().map(line).collect(),
        fund_code: typed.fund_code,
        fund_name: typed.fund_name,
        fund_prefix: typed.fund_prefix,
        year_before_label: typed.year_before_label,
    }
}

fn of_typed(typed: core::TypedPlan) -> dto::TypedPlan {
    let period = |period: core::TypedPeriod| dto::TypedPeriod {
        name: period.name,
        starts_on: period.starts_on.into(),
        ends_on: period.ends_on.into(),
    };
    let line = |line: core::TypedLine| dto::TypedLine {
        code: line.code,
        name: line.name,
        priority: line.priority,
        lead_partner: line.lead_partner,
        notes: line.notes,
        amounts: line.amounts,
        year_before: line.year_before,
    };
    dto::TypedPlan {
        name: typed.name,
        starts_on: typed.starts_on.into(),
        ends_on: typed.ends_on.into(),
        outcomes: typed.outcomes,
        priorities: typed.priorities.into_iter().map(|one| priority(one.name, one.words)).collect(),
        periods: typed.periods.into_iter().map(period).collect(),
        lines: typed.lines.into_iter().map(line).collect(),
        fund_code: typed.fund_code,
        fund_name: typed.fund_name,
        fund_prefix: typed.fund_prefix,
        year_before_label: typed.year_before_label,
    }
}

/// The next plan while it is typed, with its sums.
pub(super) fn draft(draft: plan::Draft) -> dto::PlanDraft {
    let pence = |amounts: Vec<Option<Money>>| amounts.into_iter().map(|amount| amount.map(Pence::from)).collect();
    let reading = draft.reading;
    let problem = |(field, fault): core::DraftProblem| {
        let (fault, most) = plain_fault(fault.into());
        FieldProblem { field, fault, most }
    };
    dto::PlanDraft {
        revision: draft.revision,
        plan: of_typed(draft.typed),
        line_totals_pence: pence(reading.line_totals),
        shares: reading.shares.into_iter().map(|share| share.map(|share| share.to_string())).collect(),
        period_totals_pence: pence(reading.period_totals),
        total_pence: reading.total.map(Pence::from),
        problems: reading.problems.into_iter().map(problem).collect(),
    }
}

impl From<dto::ColumnRole> for table::ColumnRole {
    fn from(role: dto::ColumnRole) -> Self {
        match role {
            dto::ColumnRole::Code => Self::Code,
            dto::ColumnRole::Name => Self::Name,
            dto::ColumnRole::Period { place } => match usize::try_from(place) {
                // A plan has not so many: whoever asks for one more gets none.
                Ok(place) if place < core::MOST_PERIODS => Self::Period(place),
                Ok(_) | Err(_) => Self::Ignored,
            },
            dto::ColumnRole::Total => Self::Total,
            dto::ColumnRole::Share => Self::Share,
            dto::ColumnRole::YearBefore => Self::YearBefore,
            dto::ColumnRole::LeadPartner => Self::LeadPartner,
            dto::ColumnRole::Notes => Self::Notes,
            dto::ColumnRole::Ignored => Self::Ignored,
        }
    }
}

impl From<table::ColumnRole> for dto::ColumnRole {
    fn from(role: table::ColumnRole) -> Self {
        match role {
            table::ColumnRole::Code => Self::Code,
            table::ColumnRole::Name => Self::Name,
            table::ColumnRole::Period(place) => Self::Period { place: count(place) },
            table::ColumnRole::Total => Self::Total,
            table::ColumnRole::Share => Self::Share,
            table::ColumnRole::YearBefore => Self::YearBefore,
            table::ColumnRole::LeadPartner => Self::LeadPartner,
            table::ColumnRole::Notes => Self::Notes,
            table::ColumnRole::Ignored => Self::Ignored,
        }
    }
}

/// A budget table, cell by cell.
pub(super) fn table(read: plan::BudgetTable) -> dto::BudgetTable {
    let row = |(texts, row): (Vec<String>, table::Row)| {
        let mut texts = texts.into_iter();
        let cell = |reading| dto::TableCell { text: texts.next().unwrap_or_default(), reading: self::reading(reading) };
        dto::TableRow { kind: kind(row.kind), cells: row.cells.into_iter().map(cell).collect() }
    };
    dto::BudgetTable {
        name: read.name,
        columns: read.columns.into_iter().map(Into::into).collect(),
        lines: count(read.table.lines),
        not_understood: count(read.table.to_look_at),
        total_pence: read.table.total.into(),
        rows: read.rows.into_iter().zip(read.table.rows).map(row).collect(),
    }
}

fn kind(kind: table::RowKind) -> dto::TableRowKind {
    match kind {
        table::RowKind::Heading => dto::TableRowKind::Heading,
        table::RowKind::Priority => dto::TableRowKind::Priority,
        table::RowKind::Line => dto::TableRowKind::Line,
        table::RowKind::Sum => dto::TableRowKind::Sum,
        table::RowKind::Ignored => dto::TableRowKind::Ignored,
    }
}

fn reading(reading: table::CellReading) -> dto::CellReading {
    use table::CellReading as Core;
    match reading {
        Core::Words => dto::CellReading::Words,
        // The window sees by the cell's own text whether it was tidied.
        Core::Amount { amount, tidied: _ } => dto::CellReading::Amount { pence: amount.into() },
        Core::Agrees => dto::CellReading::Agrees,
        Core::Differs(ExactCell::Money(amount)) => dto::CellReading::Differs { exact: amount.to_string() },
        Core::Differs(ExactCell::Share(share)) => dto::CellReading::Differs { exact: share.to_string() },
        Core::Empty => dto::CellReading::Empty,
        Core::Ignored => dto::CellReading::Ignored,
        Core::NotUnderstood(fault) => dto::CellReading::NotUnderstood { fault: cell_fault(fault) },
        Core::Formula => dto::CellReading::Formula,
    }
}

fn cell_fault(fault: CellFault) -> FieldFault {
    match fault {
        CellFault::Missing => FieldFault::Missing,
        CellFault::TooLong { .. } => FieldFault::TooLong,
        CellFault::Money(problem) => plain_fault(usecases::FieldFault::Money(problem)).0,
        CellFault::NotAShare => FieldFault::NotANumber,
    }
}
