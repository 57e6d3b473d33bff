//! Meetings between the core's shapes and the window's.

use usecases::meeting::{self, AfterDecision, AgendaLine, MeetingLine, Stage, Suggestion, TypedItem, TypedMeeting};
use uuid::Uuid;

use crate::ipc::CommandResult;
use crate::ipc::dto::decision::Outcome;
use crate::ipc::dto::meeting::{
    AfterDecision as AfterDecisionDto, AgendaItem, AgendaSuggestion, ItemInput, Meeting, MeetingEmbargo, MeetingInput, MeetingRow,
    MeetingStage, Meetings, Notice, Paper, Programme, PutOffItem,
};
use crate::ipc::value::{count, parse_id};

impl From<MeetingInput> for TypedMeeting {
    fn from(input: MeetingInput) -> Self {
        Self { kind: input.kind.into(), on: input.on.into(), starts_at: input.starts_at, place: input.place }
    }
}

/// An item as typed.
pub(super) fn item(input: ItemInput) -> CommandResult<TypedItem> {
    let subject = input.subject_id.as_deref().map(parse_id::<Uuid>).transpose()?;
    Ok(TypedItem { kind: input.kind.into(), title: input.title, about: input.about, subject, public: input.public })
}

impl From<Stage> for MeetingStage {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Planned => Self::Planned,
            Stage::Sitting => Self::Sitting,
            Stage::Ended => Self::Ended,
            Stage::Approved => Self::Approved,
            Stage::CalledOff => Self::CalledOff,
        }
    }
}

impl From<MeetingLine> for MeetingRow {
    fn from(line: MeetingLine) -> Self {
        Self {
            id: line.id.to_string(),
            kind: line.kind.into(),
            on: line.on,
            starts_at: domain::time::code(line.starts_at),
            place: line.place,
            stage: line.stage.into(),
            items: count(line.items),
            notice_due_on: line.notice_due_on,
        }
    }
}

impl From<meeting::Meetings> for Meetings {
    fn from(list: meeting::Meetings) -> Self {
        let rows = |lines: Vec<MeetingLine>| lines.into_iter().map(MeetingRow::from).collect();
        let year = list.programme;
        Self {
            programme: Programme { from: year.from, to: year.to, meetings: count(year.meetings), needed: year.needed, forum: year.forum },
            coming: rows(list.coming),
            past: rows(list.past),
            may_keep: list.may_keep,
        }
    }
}

impl From<AgendaLine> for AgendaItem {
    fn from(line: AgendaLine) -> Self {
        let item = line.item;
        Self {
            id: item.id.to_string(),
            number: item.number,
            kind: item.kind().into(),
            title: line.title,
            about: line.about,
            application_id: item.application().map(|id| id.to_string()),
            reference: line.reference,
            sealed: item.sealed,
            public: item.row.public,
            added_on: item.row.added_on,
            late: line.late,
            from: line.from,
            subject: line.subject,
            papers: line.papers.into_iter().map(Paper::from).collect(),
        }
    }
}

impl From<meeting::Paper> for Paper {
    fn from(paper: meeting::Paper) -> Self {
        Self { id: paper.id.to_string(), name: paper.name, media_type: paper.media_type, size: paper.size }
    }
}

impl From<Suggestion> for AgendaSuggestion {
    fn from(one: Suggestion) -> Self {
        Self { kind: one.kind.into(), title: one.title, subject_id: one.subject.to_string(), deferred: one.deferred }
    }
}

impl From<meeting::Notice> for Notice {
    fn from(notice: meeting::Notice) -> Self {
        Self { place: notice.place.into(), given_on: notice.given_on, due_on: notice.due_on, late: notice.late }
    }
}

impl From<AfterDecision> for AfterDecisionDto {
    fn from(one: AfterDecision) -> Self {
        Self {
            application_id: one.application.to_string(),
            reference: one.reference,
            group_name: one.group_name,
            outcome: one.outcome.map(Outcome::from),
            told_on: one.told_on,
        }
    }
}

impl From<meeting::Page> for Meeting {
    fn from(page: meeting::Page) -> Self {
        let put_off = |one: meeting::PutOff| PutOffItem { title: one.title, reference: one.reference, to: one.to };
        let embargo = page.embargo.map(|(row, in_force)| MeetingEmbargo { until: row.until, reason: row.reason, in_force });
        Self {
            row: page.line.into(),
            called_off: page.called_off,
            items_due_on: page.items_due_on,
            items: page.items.into_iter().map(AgendaItem::from).collect(),
            suggestions: page.suggestions.into_iter().map(AgendaSuggestion::from).collect(),
            notices: page.notices.into_iter().map(Notice::from).collect(),
            decisions: page.decisions.into_iter().map(AfterDecisionDto::from).collect(),
            put_off: page.put_off.into_iter().map(put_off).collect(),
            embargo,
            approved_on: page.approved_on,
            may_keep: page.may_keep,
        }
    }
}
