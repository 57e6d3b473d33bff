//! Receiving an application, which gives it a reference and freezes it; correcting it; taking it back.

use super::TOUCHED;
use crate::case::Case;
use crate::open::Desk;
use crate::text::VersionText;
use crate::{Changed, Error, Open, Result, seal, text};
use chrono::Datelike;
use domain::application::{ApplicationState, Reference, check};
use domain::id::ApplicationId;
use domain::member::Act;
use serde_json::json;
use store::{Event, WithdrawalRow, WriteTx};

/// An application was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// `CC-2022-007`
    pub reference: Reference,
    /// From 1.
    pub version: u32,
}

/// Receives an application: every field is checked, the reference is given, and the version is frozen.
pub fn receive(open: &mut Open, id: ApplicationId) -> Result<Changed<Received>> {
    open.change(id, Act::KeepRecords, |tx, case, desk| {
        if case.state() != ApplicationState::Draft {
            return Err(Error::WrongState);
        }
        freeze(tx, case, desk, None)
    })
}

/// Puts what was received back on the typing desk, to be corrected.
pub fn start_correction(open: &mut Open, id: ApplicationId) -> Result<Changed<()>> {
    open.change(id, Act::KeepRecords, |tx, case, _| {
        if !may_be_corrected(case) {
            return Err(Error::WrongState);
        }
        let content = case.content().ok_or(Error::NotFound)?;
        let typed = text::from_typed(&content.typed())?;
        let put = if case.is_sealed() { seal::put } else { seal::put_opened };
        let blob_id = put(tx, id.0, typed.as_bytes())?;
        tx.set_typing(id.0, Some(blob_id), case.row.revision, case.row.revision.saturating_add(1))?;
        Ok(((), Event { kind: "correctionStarted", subject: Some(id.0), payload: json!({}), touched: TOUCHED, signed: false }))
    })
}

/// Clears the typing desk of a correction. What was received stands as it was.
pub fn abandon_correction(open: &mut Open, id: ApplicationId) -> Result<Changed<()>> {
    open.change(id, Act::KeepRecords, |tx, case, _| {
        let blob_id = case.row.typing.filter(|_| case.row.reference.is_some()).ok_or(Error::WrongState)?;
        tx.set_typing(id.0, None, case.row.revision, case.row.revision.saturating_add(1))?;
        tx.delete_blob(blob_id)?;
        Ok(((), Event { kind: "correctionAbandoned", subject: Some(id.0), payload: json!({}), touched: TOUCHED, signed: false }))
    })
}

/// Receives a correction as a new version, with its reason. The versions before it stay.
pub fn receive_correction(open: &mut Open, id: ApplicationId, reason: &str) -> Result<Changed<Received>> {
    let reason = reason.trim().to_owned();
    open.change(id, Act::KeepRecords, |tx, case, desk| {
        if case.row.reference.is_none() || case.row.typing.is_none() || !may_be_decided_on(case) {
            return Err(Error::WrongState);
        }
        if reason.is_empty() {
            return Err(Error::Fields(vec![("reason".to_owned(), crate::FieldFault::Missing)]));
        }
        freeze(tx, case, desk, Some(reason))
    })
}

/// Takes an application back for the group. Nothing is deleted.
pub fn withdraw(open: &mut Open, id: ApplicationId, reason: &str) -> Result<Changed<()>> {
    let reason = reason.trim().to_owned();
    open.change(id, Act::KeepRecords, |tx, case, desk| {
        let state = case.state();
        if !state.may_be_decided() && state != ApplicationState::Draft {
            return Err(Error::WrongState);
        }
        if reason.is_empty() {
            return Err(Error::Fields(vec![("reason".to_owned(), crate::FieldFault::Missing)]));
        }
        let text = seal::keep(tx, id.0, case.is_sealed(), serde_json::to_string(&reason)?)?;
        tx.insert_withdrawal(&WithdrawalRow { application_id: id.0, text, withdrawn_on: tx.today(), recorded_by: desk.member.id.0 })?;
        Ok(((), Event { kind: "applicationWithdrawn", subject: Some(id.0), payload: json!({}), touched: TOUCHED, signed: false }))
    })
}

/// A decided application is what the grant stands on: it is not corrected any more.
fn may_be_corrected(case: &Case) -> bool {
    case.row.typing.is_none() && may_be_decided_on(case)
}

fn may_be_decided_on(case: &Case) -> bool {
    case.state().may_be_decided()
}

fn freeze(tx: &mut WriteTx<'_>, case: &Case, desk: &Desk<'_>, reason: Option<String>) -> Result<(Received, Event)> {
    let id = case.row.application_id;
    let (typed, blob_id) = case.typing.as_ref().zip(case.row.typing).ok_or(Error::NotFound)?;
    let (content, _) = check(typed, tx.today()).map_err(Error::Application)?;
    let reference = if let Some(reference) = &case.row.reference {
        reference.clone()
    } else {
        let year = content.received_on.year();
        let prefix = &desk.plans.of_day(content.received_on).fund.prefix;
        let reference = Reference::next(prefix, year, tx.highest_reference(prefix, year)?);
        tx.set_reference(id, &reference, content.received_on)?;
        reference
    };
    let version = case.versions.last().map_or(0, |version| version.version).saturating_add(1);
    let corrected = reason.is_some();
    let kept = seal::keep(tx, id, case.is_sealed(), VersionText { content, reason }.to_json()?)?;
    tx.insert_version(id, version, &kept)?;
    tx.set_typing(id, None, case.row.revision, case.row.revision.saturating_add(1))?;
    tx.delete_blob(blob_id)?;
    let kind = if corrected { "applicationCorrected" } else { "applicationReceived" };
    let payload = json!({ "reference": reference.to_string(), "version": version });
    Ok((Received { reference, version }, Event { kind, subject: Some(id), payload, touched: TOUCHED, signed: false }))
}
