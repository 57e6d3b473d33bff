//! Applications between the core's shapes and the window's.

use domain::Money;
use domain::application::{self, AgeGroup, ApplicationState, DecisionStage, TypedCostLine, tasks};
use domain::id::AttachmentId;
use usecases::application::{ApplicationFilter, ApplicationPage, ApplicationSort, AttachmentKind, Received, Saved};
use usecases::{Case, Open};

use crate::ipc::dto::application as dto;
use crate::ipc::dto::field::{FieldProblem, TypedCount, TypedDate};
use crate::ipc::value::{Pence, count, parse_id};
use crate::ipc::{CommandError, CommandResult, decisions};

impl From<dto::ListApplicationsInput> for ApplicationFilter {
    fn from(input: dto::ListApplicationsInput) -> Self {
        Self {
            text: input.text,
            states: input.states.into_iter().map(Into::into).collect(),
            stage: input.stage.map(Into::into),
            sort: match input.sort {
                dto::ApplicationSort::Reference => ApplicationSort::Reference,
                dto::ApplicationSort::Group => ApplicationSort::Group,
                dto::ApplicationSort::Received => ApplicationSort::Received,
                dto::ApplicationSort::Asked => ApplicationSort::Asked,
                dto::ApplicationSort::State => ApplicationSort::State,
            },
            descending: input.descending,
            offset: input.offset.try_into().unwrap_or(usize::MAX),
            limit: input.limit.try_into().unwrap_or(usize::MAX),
        }
    }
}

impl From<Received> for dto::ApplicationReceived {
    fn from(received: Received) -> Self {
        Self { reference: received.reference.to_string(), version: received.version }
    }
}

crate::ipc::dto::mirror_both! { dto::AttachmentKind, AttachmentKind { Scan, Letter, Photo, Agreement, Receipt, Feedback } }

impl From<TypedDate> for domain::date::TypedDate {
    fn from(date: TypedDate) -> Self {
        Self { day: date.day, month: date.month, year: date.year }
    }
}

impl From<domain::date::TypedDate> for TypedDate {
    fn from(date: domain::date::TypedDate) -> Self {
        Self { day: date.day, month: date.month, year: date.year }
    }
}

/// A page of the list.
pub(super) fn list(page: &ApplicationPage<'_>) -> dto::ApplicationList {
    dto::ApplicationList {
        rows: page.rows.iter().map(|case| row(case)).collect(),
        total: count(page.total),
        asked_pence: page.asked.into(),
        counts: ApplicationState::ALL
            .into_iter()
            .map(|state| dto::StateCount { state: state.into(), count: count(page.counts.get(&state).copied().unwrap_or(0)) })
            .collect(),
        stages: DecisionStage::ALL
            .into_iter()
            .map(|stage| dto::StageCount { stage: stage.into(), count: count(page.stages.get(&stage).copied().unwrap_or(0)) })
            .collect(),
    }
}

fn row(case: &Case) -> dto::ApplicationRow {
    let done = case.typing.as_ref().map(|typed| tasks(typed, scans(case)));
    dto::ApplicationRow {
        id: case.id().to_string(),
        reference: case.reference(),
        group_name: case.group_name().map(str::to_owned),
        summary: case.cover().map(|cover| cover.summary.clone()),
        state: case.state().into(),
        received_on: case.row.received_on,
        asked_pence: case.asked().map(Pence::from),
        granted_pence: case.grant.as_ref().map(|grant| grant.grant.amount.into()),
        grant_id: case.grant_id().map(|id| id.to_string()),
        sealed: case.is_sealed(),
        asks_interest: case.asks_interest(),
        parts_done: done.as_ref().map(|tasks| count(tasks.iter().filter(|task| task.done).count())),
        parts: done.as_ref().map(|tasks| count(tasks.len())),
    }
}

fn scans(case: &Case) -> usize {
    case.attachments.iter().filter(|file| file.kind == AttachmentKind::Scan.code()).count()
}

/// One application.
pub(super) fn view(open: &Open, case: &Case) -> dto::ApplicationView {
    let typed = case.on_screen().unwrap_or_default();
    let embargo = case.embargo();
    let (problems, notes) = advice(open, case);
    let waiting: Vec<&Case> = open.cases().filter(|other| other.id() != case.id() && other.state().may_be_decided()).collect();
    dto::ApplicationView {
        id: case.id().to_string(),
        reference: case.reference(),
        state: case.state().into(),
        embargo: dto::Embargo { started_on: embargo.started_on, lifted_on: embargo.lifted_on, readers: open.readers_of(case) },
        started_on: case.row.started_on,
        typed_by: open.name_of(case.row.typed_by).to_owned(),
        typing: case.typing.is_some(),
        revision: case.row.revision,
        tasks: task_list(&typed, case),
        sums: sums(&typed),
        content: content(typed),
        problems,
        notes,
        versions: case
            .versions
            .iter()
            .map(|version| dto::Version {
                version: version.version,
                at: version.received_at.to_rfc3339(),
                by: open.name_of(version.received_by).to_owned(),
                reason: version.text.as_ref().and_then(|text| text.reason.clone()),
            })
            .collect(),
        attachments: attachments(open, case),
        decisions: case.decisions.iter().map(|decision| decisions::view(open, decision)).collect(),
        grant_id: case.grant_id().map(|id| id.to_string()),
        withdrawn_reason: case.withdrawal.as_ref().and_then(|withdrawal| withdrawal.reason.clone()),
        free_pence: open.line(&open.fund().activity).free().into(),
        story: crate::ipc::grants::story(open, case),
        waiting_count: count(waiting.len()),
        waiting_pence: waiting.iter().filter_map(|other| other.asked()).sum::<Money>().into(),
    }
}

/// What a save answers.
pub(super) fn saved(open: &Open, case: &Case, saved: Saved) -> dto::TypingSaved {
    let typed = case.on_screen().unwrap_or_default();
    let (problems, notes) = advice(open, case);
    dto::TypingSaved {
        revision: saved.revision,
        at: saved.at.to_rfc3339(),
        tasks: task_list(&typed, case),
        sums: sums(&typed),
        problems,
        notes,
    }
}

/// The files of a case.
pub(in crate::ipc) fn attachments(open: &Open, case: &Case) -> Vec<dto::Attachment> {
    case.attachments
        .iter()
        .filter_map(|file| {
            Some(dto::Attachment {
                id: file.id.to_string(),
                kind: AttachmentKind::from_code(&file.kind)?.into(),
                name: file.name.clone()?,
                media_type: file.media_type.clone(),
                bytes: file.size,
                added_on: file.added_on,
                added_by: open.name_of(file.added_by).to_owned(),
            })
        })
        .collect()
}

/// Whether a file is one of those just added.
pub(super) fn is_one_of(file: &dto::Attachment, added: &[AttachmentId]) -> bool {
    added.iter().any(|id| id.to_string() == file.id)
}

fn task_list(typed: &application::TypedApplication, case: &Case) -> Vec<dto::Task> {
    use application::TaskPart;
    tasks(typed, scans(case))
        .into_iter()
        .map(|task| dto::Task {
            part: match task.part {
                TaskPart::Group => "group".to_owned(),
                TaskPart::DatesAndPayee => "datesAndPayee".to_owned(),
                TaskPart::Question(number) => format!("question.{number}"),
                TaskPart::Scan => "scan".to_owned(),
            },
            done: task.done,
        })
        .collect()
}

fn sums(typed: &application::TypedApplication) -> dto::Sums {
    let costs: Money = typed.costs.iter().filter_map(|line| Money::parse(&line.amount).ok()).sum();
    let asked = Money::parse(&typed.asked).ok();
    let differ_by = asked.filter(|asked| *asked != costs).map(|asked| if asked > costs { asked.minus(costs) } else { costs.minus(asked) });
    dto::Sums { costs_pence: costs.into(), asked_pence: asked.map(Pence::from), differ_by_pence: differ_by.map(Pence::from) }
}

fn advice(open: &Open, case: &Case) -> (Vec<FieldProblem>, Vec<dto::Note>) {
    let (problems, notes) = usecases::application::notes(open, case);
    let mut notes: Vec<dto::Note> = notes.into_iter().map(note).collect();
    for reference in usecases::application::feedback_owed(open, case) {
        notes.push(dto::Note::FeedbackOwed { reference });
    }
    let free = open.line(&open.fund().activity).free();
    let asked = case.on_screen().and_then(|typed| Money::parse(&typed.asked).ok());
    if asked.is_some_and(|asked| asked > free) && case.grant.is_none() {
        notes.push(dto::Note::MoreThanFree { free_pence: free.into() });
    }
    (problems.iter().map(FieldProblem::from).collect(), notes)
}

fn note(note: application::Note) -> dto::Note {
    use application::Note;
    match note {
        Note::CostsDiffer { costs, asked } => dto::Note::CostsDiffer { costs_pence: costs.into(), asked_pence: asked.into() },
        Note::MoreFromAreaThanInAll => dto::Note::MoreFromAreaThanInAll,
        Note::AgesDiffer { ages, total } => dto::Note::AgesDiffer { ages, total },
        Note::NoPriority => dto::Note::NoPriority,
        Note::NoWayToReach => dto::Note::NoWayToReach,
    }
}

/// The window's content from the core's.
pub(in crate::ipc) fn content(typed: application::TypedApplication) -> dto::TypedApplication {
    let cover = typed.cover;
    dto::TypedApplication {
        group_name: cover.group_name,
        group_kind: cover.group_kind.map(Into::into),
        summary: cover.summary,
        contacts: cover
            .contacts
            .into_iter()
            .map(|c| dto::Contact { name: c.name, position: c.position, phone: c.phone, email: c.email })
            .collect(),
        address: cover.address,
        postcode: cover.postcode,
        heard_how: cover.heard_how,
        payee_name: cover.payee_name,
        received_on: typed.received_on.into(),
        priorities: typed.priorities.iter().map(ToString::to_string).collect(),
        people: dto::TypedPeople {
            by_age: typed.people.by_age.into_iter().map(|(age, count)| TypedCount { age: age.code().to_owned(), count }).collect(),
            total: typed.people.total,
            from_area: typed.people.from_area,
        },
        costs: typed
            .costs
            .into_iter()
            .map(|line| dto::TypedCost { id: line.id.to_string(), what: line.what, amount: line.amount })
            .collect(),
        asked: typed.asked,
        answers: typed.answers.into_iter().map(|answer| dto::Answer { text: answer.text, left_blank: answer.left_blank }).collect(),
    }
}

/// The core's content from the window's.
pub(super) fn typed(content: &dto::TypedApplication) -> CommandResult<application::TypedApplication> {
    let mut answers: [application::Answer; 7] = Default::default();
    if content.answers.len() != answers.len() {
        return Err(CommandError::NotFound);
    }
    for (answer, dto) in answers.iter_mut().zip(&content.answers) {
        *answer = application::Answer { text: dto.text.clone(), left_blank: dto.left_blank };
    }
    Ok(application::TypedApplication {
        cover: application::CoverSheet {
            group_name: content.group_name.clone(),
            group_kind: content.group_kind.map(Into::into),
            summary: content.summary.clone(),
            contacts: content
                .contacts
                .iter()
                .map(|c| application::Contact {
                    name: c.name.clone(),
                    position: c.position.clone(),
                    phone: c.phone.clone(),
                    email: c.email.clone(),
                })
                .collect(),
            address: content.address.clone(),
            postcode: content.postcode.clone(),
            heard_how: content.heard_how.clone(),
            payee_name: content.payee_name.clone(),
        },
        received_on: content.received_on.clone().into(),
        priorities: content.priorities.iter().map(|id| parse_id(id)).collect::<CommandResult<_>>()?,
        people: application::TypedPeople {
            by_age: content
                .people
                .by_age
                .iter()
                .map(|row| AgeGroup::from_code(&row.age).map(|age| (age, row.count.clone())).ok_or(CommandError::NotFound))
                .collect::<CommandResult<_>>()?,
            total: content.people.total.clone(),
            from_area: content.people.from_area.clone(),
        },
        costs: content
            .costs
            .iter()
            .map(|line| Ok(TypedCostLine { id: parse_id(&line.id)?, what: line.what.clone(), amount: line.amount.clone() }))
            .collect::<CommandResult<_>>()?,
        asked: content.asked.clone(),
        answers,
    })
}
