//! Commands about appeals and complaints.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use domain::id::ComplaintId;
use tauri::{AppHandle, State};
use usecases::Open;
use usecases::complaint::{self, Complaint, TypedComplaint, TypedStep};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::complaint::{
    AddComplaintInput, AppealableDecision, ComplainedOf, ComplaintStep, ComplaintStepInput, ComplaintView, Complaints,
};
use crate::ipc::value::parse_id;

/// Every complaint that this member may read, and what a new one could be about.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn complaints(desk: State<'_, Desk>) -> CommandResult<Complaints> {
    desk.read(|open| {
        let about = complaint::subjects(open);
        Ok(Complaints {
            complaints: complaint::list(open)?.into_iter().map(|one| view(open, one)).collect(),
            decisions: about
                .decided
                .into_iter()
                .map(|case| AppealableDecision {
                    application_id: case.id().to_string(),
                    reference: case.reference(),
                    group_name: case.group_name().unwrap_or_default().to_owned(),
                })
                .collect(),
            members: about
                .members
                .into_iter()
                .map(|(id, name)| ComplainedOf { member_id: id.to_string(), name: name.to_owned() })
                .collect(),
            may_record: about.may_record,
        })
    })
}

/// Takes a complaint in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_complaint(app: AppHandle, desk: State<'_, Desk>, input: AddComplaintInput) -> CommandResult<()> {
    let typed = TypedComplaint {
        kind: input.kind.into(),
        application: input.application_id.as_deref().map(parse_id).transpose()?,
        about: input.about_member.as_deref().map(parse_id).transpose()?,
        received_on: input.received_on.into(),
        who: input.who,
        words: input.words,
    };
    desk.change(&app, |open| complaint::add(open, &typed)).map(drop)
}

/// Records what was done about a complaint.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_complaint_step(app: AppHandle, desk: State<'_, Desk>, input: ComplaintStepInput) -> CommandResult<()> {
    let id: ComplaintId = parse_id(&input.complaint_id)?;
    let typed = TypedStep { kind: input.kind.into(), on: input.on.into(), words: input.words, outcome: input.outcome.map(Into::into) };
    desk.change(&app, |open| complaint::record_step(open, id, &typed))
}

fn view(open: &Open, one: Complaint) -> ComplaintView {
    let case = one.application.and_then(|id| open.case(id).ok());
    ComplaintView {
        id: one.id.to_string(),
        kind: one.kind.into(),
        application_id: one.application.map(|id| id.to_string()),
        reference: case.and_then(usecases::Case::reference),
        group_name: case.and_then(|case| case.group_name()).map(str::to_owned),
        about: one.about.map(|member| open.name_of(member.0).to_owned()),
        received_on: one.received_on,
        who: one.who,
        words: one.words,
        recorded_by: open.name_of(one.by).to_owned(),
        steps: one
            .steps
            .into_iter()
            .map(|step| ComplaintStep {
                kind: step.kind.into(),
                on: step.on,
                words: step.words,
                outcome: step.outcome.map(Into::into),
                by: open.name_of(step.by).to_owned(),
            })
            .collect(),
        acknowledge_by: one.standing.acknowledge_by,
        overdue: one.standing.overdue,
        over: one.standing.over,
    }
}
