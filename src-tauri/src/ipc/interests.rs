//! Commands about interests: the gate, what the chair settles, the standing register.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State};

use crate::desk::Desk;
use crate::ipc::dto::interest::{
    AddStandingInterestInput, AnswerInterestInput, DeclaredInterest, EndStandingInterestInput, InterestGate, InterestRegister,
    RuleOnInterestInput,
};
use crate::ipc::{CommandError, CommandResult};

/// What stands before the text of an application.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn interest_gate(_desk: State<'_, Desk>, application_id: String) -> CommandResult<InterestGate> {
    let _ = application_id;
    Err(CommandError::NotFound)
}

/// Says whether one has an interest in an application.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer_interest(_app: AppHandle, _desk: State<'_, Desk>, input: AnswerInterestInput) -> CommandResult<InterestGate> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Settles a member's interest, for the chair.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rule_on_interest(_app: AppHandle, _desk: State<'_, Desk>, input: RuleOnInterestInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// What was declared on one application, for those who read it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn declared_interests(_desk: State<'_, Desk>, application_id: String) -> CommandResult<Vec<DeclaredInterest>> {
    let _ = application_id;
    Err(CommandError::NotFound)
}

/// The register of interests.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn interest_register(_desk: State<'_, Desk>) -> CommandResult<InterestRegister> {
    Err(CommandError::NotFound)
}

/// Adds an entry to the standing register.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_standing_interest(_app: AppHandle, _desk: State<'_, Desk>, input: AddStandingInterestInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}

/// Ends an entry of the standing register.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn end_standing_interest(_app: AppHandle, _desk: State<'_, Desk>, input: EndStandingInterestInput) -> CommandResult<()> {
    let _ = input;
    Err(CommandError::NotFound)
}
