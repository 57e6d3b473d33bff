//! Commands about interests: the gate, what the chair settles, the standing register.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use domain::id::{ApplicationId, MemberId};
use tauri::{AppHandle, State};
use usecases::interest;

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::interest::{
    AddStandingInterestInput, AnswerInterestInput, DeclaredInterest, EndStandingInterestInput, InterestGate, InterestRegister,
    RuleOnInterestInput,
};
use crate::ipc::value::parse_id;

/// What stands before the text of an application.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn interest_gate(desk: State<'_, Desk>, application_id: String) -> CommandResult<InterestGate> {
    let id: ApplicationId = parse_id(&application_id)?;
    desk.read(|open| interest::gate(open, id).map(|gate| convert::gate(&gate)))
}

/// Says whether one has an interest in an application.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer_interest(app: AppHandle, desk: State<'_, Desk>, input: AnswerInterestInput) -> CommandResult<InterestGate> {
    let id: ApplicationId = parse_id(&input.application_id)?;
    let typed = convert::typed(input);
    desk.change(&app, |open| interest::answer(open, id, &typed))?;
    desk.read(|open| interest::gate(open, id).map(|gate| convert::gate(&gate)))
}

/// Settles a member's interest, for the chair.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rule_on_interest(app: AppHandle, desk: State<'_, Desk>, input: RuleOnInterestInput) -> CommandResult<()> {
    let id: ApplicationId = parse_id(&input.application_id)?;
    let member: MemberId = parse_id(&input.member_id)?;
    desk.change(&app, |open| interest::rule(open, id, member, input.stands, &input.reason))
}

/// What was declared on one application, for those who read it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn declared_interests(desk: State<'_, Desk>, application_id: String) -> CommandResult<Vec<DeclaredInterest>> {
    let id: ApplicationId = parse_id(&application_id)?;
    desk.read(|open| convert::declared(open, interest::declared(open, id)?))
}

/// The register of interests.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn interest_register(desk: State<'_, Desk>) -> CommandResult<InterestRegister> {
    desk.read(|open| convert::register(open, interest::register(open)?))
}

/// Adds an entry to the standing register.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_standing_interest(app: AppHandle, desk: State<'_, Desk>, input: AddStandingInterestInput) -> CommandResult<()> {
    let new = convert::new_standing(input)?;
    desk.change(&app, |open| interest::add_standing(open, &new)).map(drop)
}

/// Ends an entry of the standing register.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn end_standing_interest(app: AppHandle, desk: State<'_, Desk>, input: EndStandingInterestInput) -> CommandResult<()> {
    let id = parse_id(&input.id)?;
    desk.change(&app, |open| interest::end_standing(open, id, &input.on.into()))
}

#[cfg(test)]
mod tests;
