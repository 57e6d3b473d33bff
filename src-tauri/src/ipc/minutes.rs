//! Commands about minutes: drafted from the record, edited until they are approved.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use domain::id::{ItemId, MeetingId};
use tauri::{AppHandle, State};
use usecases::minutes;

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::minutes::{Minutes, MinutesItem, SaveMinutesInput};
use crate::ipc::value::parse_id;

/// The minutes of a meeting.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn minutes(desk: State<'_, Desk>, meeting_id: String) -> CommandResult<Minutes> {
    let id: MeetingId = parse_id(&meeting_id)?;
    desk.read(|open| {
        let minutes = minutes::view(open, id)?;
        let attendance = minutes.attendance_told()?;
        Ok(Minutes {
            meeting: minutes.line.into(),
            attendance,
            items: minutes.items.into_iter().map(MinutesItem::from).collect(),
            close: minutes.close,
            approved_on: minutes.approved_on,
            may_edit: minutes.may_edit,
        })
    })
}

/// Keeps the words of one item.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_minutes(app: AppHandle, desk: State<'_, Desk>, input: SaveMinutesInput) -> CommandResult<()> {
    let id: ItemId = parse_id(&input.item_id)?;
    desk.change(&app, |open| minutes::save(open, id, &input.confidential, &input.publishable))
}

impl From<minutes::MinutesItem> for MinutesItem {
    fn from(one: minutes::MinutesItem) -> Self {
        Self {
            item_id: one.item.id.to_string(),
            number: one.item.number,
            heading: one.heading,
            sealed: one.item.sealed,
            public: one.item.row.public,
            published: one.published,
            facts: one.facts.all().map(|sentence| sentence.whole().to_owned()).collect(),
            confidential: one.confidential,
            publishable: one.publishable,
        }
    }
}
