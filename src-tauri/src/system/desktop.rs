//! The desktop as people have it: real file dialogs and the real viewer.

use std::io;
use std::path::{Path, PathBuf};

use rfd::FileDialog;
use tauri::WebviewWindow;

use super::Ask;

/// Asks for a folder. Waits for the answer: call it from a command, never from the window's thread.
pub fn pick_folder(window: &WebviewWindow, ask: Ask<'_>) -> Option<PathBuf> {
    dialog(window, ask).pick_folder()
}

/// Asks for one or more files; none when the person changed their mind.
pub fn pick_files(window: &WebviewWindow, ask: Ask<'_>) -> Vec<PathBuf> {
    dialog(window, ask).pick_files().unwrap_or_default()
}

/// Asks where to save a file.
pub fn save_as(window: &WebviewWindow, ask: Ask<'_>) -> Option<PathBuf> {
    dialog(window, ask).save_file()
}

/// Opens a file in the program this computer uses for it.
pub fn open(path: &Path) -> io::Result<()> {
    opener::open(path).map_err(io::Error::other)
}

fn dialog(window: &WebviewWindow, ask: Ask<'_>) -> FileDialog {
    let mut dialog = FileDialog::new().set_parent(window).set_title(ask.title);
    if let Some(folder) = ask.folder {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = ask.name {
        dialog = dialog.set_file_name(name);
    }
    for (name, endings) in ask.kinds {
        dialog = dialog.add_filter(*name, endings);
    }
    dialog
}
