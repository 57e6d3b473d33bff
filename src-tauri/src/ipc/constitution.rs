//! Commands about the constitution's choices, and about how the partnership is reached.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use domain::constitution::{Constitution as Core, SubGroupPower};
use tauri::{AppHandle, State};
use usecases::constitution::{self, TypedChoices};
use usecases::{Open, contact};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::constitution::{ChangeConstitutionInput, ChoiceSet, Choices, Constitution, ContactDetails};

/// The choices that hold today, and every set there was.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn constitution(desk: State<'_, Desk>) -> CommandResult<Constitution> {
    desk.read(|open| {
        let view = constitution::view(open)?;
        Ok(Constitution {
            now: view.now.into(),
            usual: Core::default().into(),
            history: view.history.into_iter().map(|set| shown(open, set)).collect(),
            may_change: view.may_change,
        })
    })
}

/// Records a new set of choices.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_constitution(app: AppHandle, desk: State<'_, Desk>, input: ChangeConstitutionInput) -> CommandResult<()> {
    let typed = input.into();
    desk.change(&app, |open| constitution::change(open, &typed))
}

/// How the partnership is reached.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn contact_details(desk: State<'_, Desk>) -> CommandResult<ContactDetails> {
    desk.read(contact::view).map(|contact| ContactDetails { address: contact.lines.join("\n"), phone: contact.phone, email: contact.email })
}

/// Keeps how the partnership is reached.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_contact_details(app: AppHandle, desk: State<'_, Desk>, input: ContactDetails) -> CommandResult<()> {
    desk.change(&app, |open| contact::change(open, &input.address, &input.phone, &input.email))
}

fn shown(open: &Open, set: constitution::ChoiceSet) -> ChoiceSet {
    ChoiceSet {
        choices: set.choices.into(),
        from: set.from,
        reason: set.reason,
        recorded_on: set.recorded_on,
        recorded_by: open.name_of(set.recorded_by).to_owned(),
    }
}

impl From<Core> for Choices {
    fn from(core: Core) -> Self {
        Self {
            advisory_counts: core.advisory_counts,
            remained_counts: core.remained_counts,
            withdrawal: core.withdrawal.into(),
            casting: core.casting.into(),
            email_threshold: core.email_threshold.into(),
            email_days: core.email_days,
            sub_group_up_to_pence: match core.sub_group {
                SubGroupPower::Recommends => None,
                SubGroupPower::Decides { up_to } => Some(up_to.into()),
            },
        }
    }
}

impl From<ChangeConstitutionInput> for TypedChoices {
    fn from(input: ChangeConstitutionInput) -> Self {
        Self {
            advisory_counts: input.advisory_counts,
            remained_counts: input.remained_counts,
            withdrawal: input.withdrawal.into(),
            casting: input.casting.into(),
            email_threshold: input.email_threshold.into(),
            email_days: input.email_days,
            sub_group_decides: input.sub_group_decides,
            up_to: input.up_to,
            from: input.from.into(),
            reason: input.reason,
        }
    }
}
