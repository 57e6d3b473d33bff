//! The search box: over everything this member may see, as one types.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::State;
use usecases::find::{self, FoundWhat};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::home::{Found, FoundKind};

/// What has every typed word in it, the likeliest first; at most thirty.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn find(desk: State<'_, Desk>, text: String) -> CommandResult<Vec<Found>> {
    desk.read(|open| Ok(find::find(open, &text).into_iter().map(found).collect()))
}

fn found(found: find::Found) -> Found {
    let (kind, id) = match found.what {
        FoundWhat::Application(id) => (FoundKind::Application, id.to_string()),
        FoundWhat::Grant(id) => (FoundKind::Grant, id.to_string()),
        FoundWhat::Member(id) => (FoundKind::Member, id.to_string()),
        FoundWhat::Activity(code) => (FoundKind::Activity, code),
    };
    Found { kind, id, title: found.title, reference: found.reference, snippet: found.snippet, sealed: found.sealed }
}
