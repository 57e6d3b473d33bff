//! Typing an application in: begun, and saved as it is typed.

use super::{AttachmentKind, NewFile, TOUCHED};
use crate::{Case, Changed, Error, Open, Result, seal, text};
use chrono::{DateTime, Utc};
use domain::application::{FieldProblem, Note, TypedApplication, check};
use domain::date::TypedDate;
use domain::id::ApplicationId;
use domain::member::Act;
use domain::owed::Duty;
use serde_json::json;
use store::Event;

/// What was typed is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// The number to give back on the next save.
    pub revision: u32,
    /// When.
    pub at: DateTime<Utc>,
}

/// Begins to type in an application. The day the paper came is taken to be today until the typist says otherwise.
pub fn start(open: &mut Open) -> Result<Changed<ApplicationId>> {
    let typed = TypedApplication { received_on: TypedDate::from_date(open.today()), ..TypedApplication::default() };
    open.add(Act::KeepRecords, |tx, _| {
        let application_id = tx.new_id();
        let blob_id = seal::put(tx, application_id, text::from_typed(&typed)?.as_bytes())?;
        tx.insert_application(application_id, blob_id)?;
        let event =
            Event { kind: "applicationStarted", subject: Some(application_id), payload: json!({}), touched: TOUCHED, signed: false };
        Ok((application_id.into(), event))
    })
}

/// Begins an application with what was typed somewhere else, and keeps the file that it came in: all of it or nothing.
pub(crate) fn start_with(open: &mut Open, mut typed: TypedApplication, file: &NewFile) -> Result<Changed<ApplicationId>> {
    open.add(Act::KeepRecords, |tx, _| {
        for line in &mut typed.costs {
            line.id = tx.new_id().into();
        }
        let application_id = tx.new_id();
        let blob_id = seal::put(tx, application_id, text::from_typed(&typed)?.as_bytes())?;
        tx.insert_application(application_id, blob_id)?;
        let file_id = super::attachment::insert(tx, application_id, true, AttachmentKind::Scan, file)?;
        let payload = json!({ "form": file_id.0 });
        let event = Event { kind: "applicationStarted", subject: Some(application_id), payload, touched: TOUCHED, signed: false };
        Ok((application_id.into(), event))
    })
}

/// Saves what is typed, whole, sealed. Refused when another window saved in the meantime.
pub fn save_typing(open: &mut Open, id: ApplicationId, revision: u32, typed: &TypedApplication) -> Result<Changed<Saved>> {
    open.change(id, Act::KeepRecords, |tx, case, _| {
        let blob_id = case.row.typing.ok_or(Error::WrongState)?;
        if case.typing.is_none() {
            return Err(Error::NotFound);
        }
        let next = revision.saturating_add(1);
        seal::replace(tx, id.0, case.is_sealed(), blob_id, text::from_typed(typed)?.as_bytes())?;
        tx.set_typing(id.0, Some(blob_id), revision, next)?;
        // The former text is not kept in the journal: it is under embargo, and a letter's worth of it each second.
        let payload = json!({ "revision": next });
        let saved = Saved { revision: next, at: tx.now() };
        Ok((saved, Event { kind: "typingSaved", subject: Some(id.0), payload, touched: &[], signed: false }))
    })
}

/// What must be put right before what stands on the screen can be received, and what is worth asking the group.
pub fn notes(open: &Open, case: &Case) -> (Vec<FieldProblem>, Vec<Note>) {
    match case.on_screen().map(|typed| check(&typed, open.today())) {
        Some(Ok((_, notes))) => (Vec::new(), notes),
        Some(Err(problems)) => (problems, Vec::new()),
        None => (Vec::new(), Vec::new()),
    }
}

/// References of grants to a group of the same name whose feedback is owed now.
pub fn feedback_owed(open: &Open, case: &Case) -> Vec<String> {
    let folded = |case: &Case| case.group_name().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
    let Some(name) = folded(case).filter(|name| !name.is_empty()) else { return Vec::new() };
    let today = open.today();
    let same = open.cases().filter(|other| other.id() != case.id() && folded(other).as_deref() == Some(&name));
    same.filter(|other| other.owed(today).iter().any(|owed| owed.duty == Duty::GetFeedback)).filter_map(Case::reference).collect()
}
