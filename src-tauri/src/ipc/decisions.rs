//! Commands about decisions: recorded, and told to the group.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use domain::decision::Outcome;
use tauri::{AppHandle, State};
use usecases::decision::{TypedDecision, TypedOutcome};
use usecases::{Decision, Open};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::decision::{self as dto, DecisionRecorded, DecisionView, IssueDecisionInput, RecordDecisionInput};
use crate::ipc::value::parse_id;

/// Records a decision; an approval becomes a grant.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_decision(app: AppHandle, desk: State<'_, Desk>, input: RecordDecisionInput) -> CommandResult<DecisionRecorded> {
    let id = parse_id(&input.application_id)?;
    let new = typed(input).read()?;
    let recorded = desk.change(&app, |open| usecases::decision::record(open, id, &new))?;
    Ok(DecisionRecorded { decision_id: recorded.decision_id.to_string(), grant_id: recorded.grant_id.map(|id| id.to_string()) })
}

/// Records that the group was told, which ends the embargo.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn issue_decision(app: AppHandle, desk: State<'_, Desk>, input: IssueDecisionInput) -> CommandResult<()> {
    let id = parse_id(&input.application_id)?;
    let told_on = input.told_on.into();
    desk.change(&app, |open| usecases::decision::issue_typed(open, id, &told_on, &input.how))
}

/// The decision that was typed.
fn typed(input: RecordDecisionInput) -> TypedDecision {
    TypedDecision {
        outcome: match input.outcome {
            dto::TypedOutcome::Approved { amount } => TypedOutcome::Approved { amount },
            dto::TypedOutcome::ApprovedInPart { amount, purpose } => TypedOutcome::ApprovedInPart { amount, purpose },
            dto::TypedOutcome::Deferred { missing } => TypedOutcome::Deferred { missing },
            dto::TypedOutcome::Declined { reasons } => TypedOutcome::Declined { reasons },
        },
        decided_on: input.decided_on.into(),
        body: input.body.into(),
        decided_by: input.decided_by,
        conditions: input.conditions,
        ends_on: input.ends_on.into(),
        return_by: input.return_by.into(),
        instalments: input.instalments.into_iter().map(|part| (part.when, part.amount)).collect(),
    }
}

/// A decision as the window shows it.
pub(super) fn view(open: &Open, decision: &Decision) -> DecisionView {
    let words = decision.words.clone().unwrap_or_default();
    DecisionView {
        id: decision.id.to_string(),
        outcome: match decision.outcome.clone() {
            Outcome::Approved { amount } => dto::Outcome::Approved { amount_pence: amount.into() },
            Outcome::ApprovedInPart { amount, purpose } => dto::Outcome::ApprovedInPart { amount_pence: amount.into(), purpose },
            Outcome::Deferred { missing } => dto::Outcome::Deferred { missing },
            Outcome::Declined { reasons } => dto::Outcome::Declined { reasons },
        },
        decided_on: decision.decided_on,
        body: decision.body.into(),
        decided_by: words.decided_by,
        conditions: words.conditions,
        recorded_by: open.name_of(decision.recorded_by).to_owned(),
        told_on: decision.told.as_ref().map(|(on, ..)| *on),
        told_how: decision.told.as_ref().map(|(_, how, _)| how.clone()).filter(|how| !how.is_empty()),
    }
}
