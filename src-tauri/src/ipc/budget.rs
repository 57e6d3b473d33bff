//! The budget of the plan.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use domain::Money;
use tauri::State;

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::home::{Budget, BudgetLine, LineMoney};
use crate::ipc::dto::session::Priority;
use crate::ipc::value::Pence;

/// What each line of the plan has planned, committed, paid and free.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn budget(desk: State<'_, Desk>) -> CommandResult<Budget> {
    desk.read(|open| {
        let plan = open.plan();
        let budget = usecases::budget::budget(open);
        Ok(Budget {
            plan_name: plan.name.clone(),
            periods: plan.periods.iter().map(|period| period.name.clone()).collect(),
            priorities: plan
                .priorities
                .iter()
                .map(|priority| Priority { id: priority.id.to_string(), number: priority.number, name: priority.name.clone() })
                .collect(),
            lines: budget.lines.iter().map(|(activity, line)| one_line(activity, line)).collect(),
            total: money(&budget.total),
        })
    })
}

fn one_line(activity: &domain::plan::Activity, line: &domain::budget::LineMoney) -> BudgetLine {
    BudgetLine {
        code: activity.code.clone(),
        name: activity.name.clone(),
        priority: activity.priority,
        profile_pence: activity.profile.iter().copied().map(Pence::from).collect(),
        year_before_pence: activity.year_before.map(Pence::from),
        money: money(line),
    }
}

/// The money of a line, or of the whole plan.
pub(super) fn money(line: &domain::budget::LineMoney) -> LineMoney {
    let pence = |amount: Money| Pence::from(amount);
    LineMoney {
        planned_pence: pence(line.planned),
        committed_pence: pence(line.committed),
        paid_pence: pence(line.paid),
        free_pence: pence(line.free()),
    }
}
