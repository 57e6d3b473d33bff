//! Commands about embargoes.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use domain::id::{ApplicationId, EmbargoId};
use tauri::{AppHandle, State};
use usecases::embargo;

use crate::desk::Desk;
use crate::ipc::dto::embargo::{EmbargoRegister, EmbargoSubject, EmbargoToldInput, EndEmbargoInput, SetEmbargoInput};
use crate::ipc::value::parse_id;
use crate::ipc::{CommandError, CommandResult};

/// Every embargo, in force and past.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn embargoes(desk: State<'_, Desk>) -> CommandResult<EmbargoRegister> {
    desk.read(embargo::list).map(EmbargoRegister::from)
}

/// Puts a meeting item or a document under embargo.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_embargo(app: AppHandle, desk: State<'_, Desk>, input: SetEmbargoInput) -> CommandResult<()> {
    let typed = input.into();
    desk.change(&app, |open| embargo::set(open, &typed)).map(drop)
}

/// Ends an embargo: by its event, or early with a reason.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn end_embargo(app: AppHandle, desk: State<'_, Desk>, input: EndEmbargoInput) -> CommandResult<()> {
    if input.subject == EmbargoSubject::Application {
        if input.happened {
            // An application's own end is recorded by telling the group.
            return Err(CommandError::WrongState);
        }
        let id: ApplicationId = parse_id(&input.id)?;
        return desk.change(&app, |open| embargo::open_early(open, id, &input.reason));
    }
    let id: EmbargoId = parse_id(&input.id)?;
    desk.change(&app, |open| embargo::end(open, id, input.happened, &input.reason))
}

/// Records who was told of an embargo.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_embargo_told(app: AppHandle, desk: State<'_, Desk>, input: EmbargoToldInput) -> CommandResult<()> {
    if input.subject == EmbargoSubject::Application {
        let id: ApplicationId = parse_id(&input.id)?;
        return desk.change(&app, |open| embargo::told_of_application(open, id, &input.told));
    }
    let id: EmbargoId = parse_id(&input.id)?;
    desk.change(&app, |open| embargo::told(open, id, &input.told))
}
