//! Embargoes between the core's shapes and the window's.

use usecases::embargo::{self, EmbargoLine, TypedEmbargo};

use crate::ipc::dto::embargo::{EmbargoRegister, EmbargoRow, SetEmbargoInput};

impl From<embargo::EmbargoRegister> for EmbargoRegister {
    fn from(register: embargo::EmbargoRegister) -> Self {
        let rows = |lines: Vec<EmbargoLine>| lines.into_iter().map(EmbargoRow::from).collect();
        Self { in_force: rows(register.in_force), past: rows(register.past) }
    }
}

impl From<EmbargoLine> for EmbargoRow {
    fn from(line: EmbargoLine) -> Self {
        Self {
            id: line.id.to_string(),
            subject: line.subject.into(),
            reference: line.reference,
            title: line.title,
            reason: line.reason.into(),
            reason_words: line.reason_words,
            started_on: line.started_on,
            until_date: line.until_date,
            until_event: line.until_event,
            ended_on: line.ended_on,
            opened_early_by: line.opened_early_by,
            opened_early_reason: line.opened_early_reason,
            set_by: line.set_by,
            told: line.told,
            readers: line.readers,
            may_end: line.may_end,
        }
    }
}

impl From<SetEmbargoInput> for TypedEmbargo {
    fn from(input: SetEmbargoInput) -> Self {
        Self {
            subject: input.subject.into(),
            title: input.title,
            reason: input.reason.into(),
            reason_words: input.reason_words,
            until_date: input.until_date.into(),
            until_event: input.until_event,
            told: input.told,
        }
    }
}
