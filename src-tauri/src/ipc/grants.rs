//! Commands about grants: the lists, one grant whole, its agreement, and its end.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use domain::id::GrantId;
use tauri::{AppHandle, State};
use usecases::grant::{self, GrantFilter, NewSignature};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::grant::{
    CancelGrantInput, CloseGrantInput, ExtendGrantInput, GrantList, GrantView, ListGrantsInput, RecordSignatureInput,
};
use crate::ipc::value::parse_id;

pub(super) use convert::{file_id, owed, story, typed_feedback};

/// A page of a list of grants.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn list_grants(desk: State<'_, Desk>, input: ListGrantsInput) -> CommandResult<GrantList> {
    let filter = GrantFilter::from(input);
    desk.read(|open| Ok(convert::list(open, &grant::list(open, &filter))))
}

/// One grant, whole.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn grant(desk: State<'_, Desk>, grant_id: String) -> CommandResult<GrantView> {
    let id: GrantId = parse_id(&grant_id)?;
    desk.read(|open| {
        let case = grant::get(open, id)?;
        case.grant.as_ref().map(|grant| convert::view(open, case, grant)).ok_or(usecases::Error::NotFound)
    })
}

/// Records a signature on the agreement.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_signature(app: AppHandle, desk: State<'_, Desk>, input: RecordSignatureInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let new = NewSignature {
        party: input.party.into(),
        name: input.name,
        position: input.position,
        signed_on: input.signed_on.into(),
        scan: file_id(input.attachment_id.as_deref())?,
    };
    desk.change(&app, |open| grant::record_signature(open, id, &new))
}

/// Records a later end of funding.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn extend_grant(app: AppHandle, desk: State<'_, Desk>, input: ExtendGrantInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let ends_on = input.ends_on.into();
    desk.change(&app, |open| grant::extend(open, id, &ends_on, &input.reason))
}

/// Cancels a grant before anything was paid.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cancel_grant(app: AppHandle, desk: State<'_, Desk>, input: CancelGrantInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    desk.change(&app, |open| grant::cancel(open, id, &input.reason))
}

/// Closes a grant.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn close_grant(app: AppHandle, desk: State<'_, Desk>, input: CloseGrantInput) -> CommandResult<()> {
    let id = parse_id(&input.grant_id)?;
    let on = input.on.into();
    desk.change(&app, |open| grant::close(open, id, &on, &input.let_go))
}

#[cfg(test)]
mod tests;
