//! What the first screen needs before anything is open.

use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::desk::Desk;
use crate::ipc::CommandResult;

/// What stands at the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Door {
    /// The program's version, such as `0.1.0`.
    version: String,
    /// Today by the clock of this computer, as `2023-01-20`.
    today: String,
    /// The register that was open last on this computer.
    recent: Option<RecentRegister>,
}

/// A register this computer has opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecentRegister {
    /// The whole path.
    path: String,
    /// Whether a file stands there now; it may be on a stick that is not plugged in.
    found: bool,
}

/// What the first screen needs before anything is open.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::unnecessary_wraps, reason = "every command answers in the same way")]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]
pub(crate) fn door(desk: State<'_, Desk>) -> CommandResult<Door> {
    let recent = desk
        .settings()
        .recent
        .map(|path| RecentRegister { found: path.join("register.chest").is_file(), path: path.display().to_string() });
    Ok(Door { version: env!("CARGO_PKG_VERSION").to_owned(), today: crate::system::today().to_string(), recent })
}
