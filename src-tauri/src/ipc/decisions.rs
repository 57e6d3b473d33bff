//! Commands about decisions: recorded, and told to the group.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use domain::constitution::{CastingVote, SubGroupPower};
use domain::decision::Outcome;
use tauri::{AppHandle, State};
use usecases::decision::{TypedDecision, TypedFigures, TypedOutcome, TypedWay};
use usecases::{Decision, Open};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::decision::{
    self as dto, DecisionDay, DecisionFigures, DecisionRecorded, DecisionView, IssueDecisionInput, RecordDecisionInput, VoteFigures,
};
use crate::ipc::dto::field::TypedDate;
use crate::ipc::value::parse_id;

/// Records a decision; an approval becomes a grant.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_decision(app: AppHandle, desk: State<'_, Desk>, input: RecordDecisionInput) -> CommandResult<DecisionRecorded> {
    let id = parse_id(&input.application_id)?;
    let (new, figures) = typed(input).read()?;
    let recorded = desk.change(&app, |open| usecases::decision::record(open, id, &new, &figures))?;
    Ok(DecisionRecorded { decision_id: recorded.decision_id.to_string(), grant_id: recorded.grant_id.map(|id| id.to_string()) })
}

/// Who had a seat on the day of a decision; nothing while it is no day.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn decision_day(desk: State<'_, Desk>, on: TypedDate) -> CommandResult<Option<DecisionDay>> {
    let Ok(on) = domain::date::TypedDate::from(on).date() else { return Ok(None) };
    desk.read(|open| {
        let day = usecases::decision::day(open, on)?;
        let counted = if day.choices.advisory_counts { day.advisory } else { 0 };
        Ok(Some(DecisionDay {
            residents: day.residents,
            advisory: day.advisory,
            members: day.residents.saturating_add(counted),
            advisory_counts: day.choices.advisory_counts,
            chair_only: day.choices.casting == CastingVote::ChairOnly,
            sub_group_up_to_pence: match day.choices.sub_group {
                SubGroupPower::Recommends => None,
                SubGroupPower::Decides { up_to } => Some(up_to.into()),
            },
        }))
    })
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
        outcome: typed_outcome(input.outcome),
        decided_on: input.decided_on.into(),
        body: input.body.into(),
        figures: TypedFigures {
            members: input.figures.members,
            present: input.figures.present,
            residents: input.figures.residents,
            taking_no_part: input.figures.taking_no_part,
            way: match input.figures.way {
                dto::PaperWay::Consensus => TypedWay::Consensus,
                dto::PaperWay::Vote { agree, against, not_voting, casting } => {
                    TypedWay::Vote { agree, against, not_voting, casting: casting.map(Into::into) }
                }
            },
            chair_chaired: input.figures.chair_chaired,
        },
        decided_by: input.decided_by,
        conditions: input.conditions,
        ends_on: input.ends_on.into(),
        return_by: input.return_by.into(),
        instalments: input.instalments.into_iter().map(|part| (part.when, part.amount)).collect(),
    }
}

/// Who stood behind a decision, as the window shows it.
fn figures(figures: usecases::DecisionFigures) -> DecisionFigures {
    use domain::meeting::Casting::{Against, For};
    use usecases::DecisionFigures as Core;
    match figures {
        Core::Meeting { members, present, residents, agreed, needed, vote } => DecisionFigures::Meeting {
            members,
            present,
            residents,
            agreed,
            needed,
            vote: vote.map(|vote| VoteFigures {
                agree: vote.agree,
                against: vote.against,
                not_voting: vote.not_voting,
                casting: vote.casting_for.map(|for_it| if for_it { For.into() } else { Against.into() }),
            }),
        },
        Core::Email { residents, agreed, needed, against, abstained } => {
            DecisionFigures::Email { residents, agreed, needed, against, abstained }
        }
    }
}

/// What was resolved, as it was typed.
pub(super) fn typed_outcome(outcome: dto::TypedOutcome) -> TypedOutcome {
    match outcome {
        dto::TypedOutcome::Approved { amount } => TypedOutcome::Approved { amount },
        dto::TypedOutcome::ApprovedInPart { amount, purpose } => TypedOutcome::ApprovedInPart { amount, purpose },
        dto::TypedOutcome::Deferred { missing } => TypedOutcome::Deferred { missing },
        dto::TypedOutcome::Declined { reasons } => TypedOutcome::Declined { reasons },
    }
}

impl From<Outcome> for dto::Outcome {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Approved { amount } => Self::Approved { amount_pence: amount.into() },
            Outcome::ApprovedInPart { amount, purpose } => Self::ApprovedInPart { amount_pence: amount.into(), purpose },
            Outcome::Deferred { missing } => Self::Deferred { missing },
            Outcome::Declined { reasons } => Self::Declined { reasons },
        }
    }
}

/// A decision as the window shows it.
pub(super) fn view(open: &Open, decision: &Decision) -> DecisionView {
    let words = decision.words.clone().unwrap_or_default();
    DecisionView {
        id: decision.id.to_string(),
        outcome: decision.outcome.clone().into(),
        decided_on: decision.decided_on,
        body: decision.body.into(),
        decided_by: words.decided_by,
        figures: words.figures.map(figures),
        conditions: words.conditions,
        recorded_by: open.name_of(decision.recorded_by).to_owned(),
        told_on: decision.told.as_ref().map(|(on, ..)| *on),
        told_how: decision.told.as_ref().map(|(_, how, _)| how.clone()).filter(|how| !how.is_empty()),
    }
}
