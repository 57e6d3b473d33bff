//! Commands about decisions: recorded, and told to the group.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use domain::Money;
use domain::date::TypedDate;
use domain::decision::{Instalment, NewDecision, Outcome, Terms};
use tauri::{AppHandle, State};
use usecases::{Decision, Error, FieldFault, Open};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::decision::{self as dto, DecisionRecorded, DecisionView, IssueDecisionInput, RecordDecisionInput, TypedOutcome};
use crate::ipc::value::parse_id;

/// Records a decision; an approval becomes a grant.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_decision(app: AppHandle, desk: State<'_, Desk>, input: RecordDecisionInput) -> CommandResult<DecisionRecorded> {
    let id = parse_id(&input.application_id)?;
    let new = decision(input)?;
    let recorded = desk.change(&app, |open| usecases::decision::record(open, id, &new))?;
    Ok(DecisionRecorded { decision_id: recorded.decision_id.to_string(), grant_id: recorded.grant_id.map(|id| id.to_string()) })
}

/// Records that the group was told, which ends the embargo.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn issue_decision(app: AppHandle, desk: State<'_, Desk>, input: IssueDecisionInput) -> CommandResult<()> {
    let id = parse_id(&input.application_id)?;
    let mut faults = Vec::new();
    let told_on = date(&mut faults, "toldOn", input.told_on);
    let Some(told_on) = told_on.filter(|_| faults.is_empty()) else { return Err(Error::Fields(faults).into()) };
    desk.change(&app, |open| usecases::decision::issue(open, id, told_on, &input.how))
}

type Faults = Vec<(String, FieldFault)>;

fn date(faults: &mut Faults, field: &str, typed: crate::ipc::dto::field::TypedDate) -> Option<chrono::NaiveDate> {
    TypedDate::from(typed).date().map_err(|problem| faults.push((field.to_owned(), FieldFault::Date(problem)))).ok()
}

fn optional_date(faults: &mut Faults, field: &str, typed: crate::ipc::dto::field::TypedDate) -> Option<chrono::NaiveDate> {
    let typed = TypedDate::from(typed);
    if typed.is_empty() { None } else { typed.date().map_err(|problem| faults.push((field.to_owned(), FieldFault::Date(problem)))).ok() }
}

fn amount(faults: &mut Faults, field: String, typed: &str) -> Money {
    Money::parse(typed).unwrap_or_else(|problem| {
        faults.push((field, FieldFault::Money(problem)));
        Money::ZERO
    })
}

/// The decision that was typed, or every field that is not right.
fn decision(input: RecordDecisionInput) -> Result<NewDecision, Error> {
    let mut faults = Vec::new();
    let outcome = match &input.outcome {
        TypedOutcome::Approved { amount: typed } => Outcome::Approved { amount: amount(&mut faults, "amount".to_owned(), typed) },
        TypedOutcome::ApprovedInPart { amount: typed, purpose } => {
            Outcome::ApprovedInPart { amount: amount(&mut faults, "amount".to_owned(), typed), purpose: purpose.clone() }
        }
        TypedOutcome::Deferred { missing } => Outcome::Deferred { missing: missing.clone() },
        TypedOutcome::Declined { reasons } => Outcome::Declined { reasons: reasons.clone() },
    };
    let decided_on = date(&mut faults, "decidedOn", input.decided_on);
    let terms = if outcome.amount().is_some() {
        let ends_on = date(&mut faults, "endsOn", input.ends_on);
        let return_by = optional_date(&mut faults, "returnBy", input.return_by);
        let mut instalments = Vec::new();
        for (place, part) in input.instalments.into_iter().enumerate() {
            if part.when.trim().is_empty() && part.amount.trim().is_empty() {
                continue;
            }
            if part.when.trim().is_empty() {
                faults.push((format!("instalments.{place}.when"), FieldFault::Missing));
            }
            let amount = amount(&mut faults, format!("instalments.{place}.amount"), &part.amount);
            instalments.push(Instalment { when: part.when.trim().to_owned(), amount });
        }
        ends_on.map(|ends_on| Terms { ends_on, return_by, instalments })
    } else {
        None
    };
    let Some(decided_on) = decided_on.filter(|_| faults.is_empty()) else { return Err(Error::Fields(faults)) };
    Ok(NewDecision { outcome, decided_on, body: input.body.into(), decided_by: input.decided_by, conditions: input.conditions, terms })
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
