//! The rehearsed desktop of real-window tests: prepared answers, and documents put aside.
//!
//! `CHEST_E2E_PICKS` names a file of answers, one a line, several files on a line separated by tabs, an empty line for a
//! person who changed their mind. `CHEST_E2E_OUT` names the folder where opened documents are copied.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tauri::WebviewWindow;

use super::Ask;

/// The next prepared answer, as a folder.
pub fn pick_folder(_window: &WebviewWindow, _ask: Ask<'_>) -> Option<PathBuf> {
    next().into_iter().next()
}

/// The next prepared answer, as files.
pub fn pick_files(_window: &WebviewWindow, _ask: Ask<'_>) -> Vec<PathBuf> {
    next()
}

/// The next prepared answer, as the file to save.
pub fn save_as(_window: &WebviewWindow, _ask: Ask<'_>) -> Option<PathBuf> {
    next().into_iter().next()
}

/// Copies the document aside, numbered when the name is taken.
pub fn open(path: &Path) -> io::Result<()> {
    let folder = env::var_os("CHEST_E2E_OUT").map(PathBuf::from).ok_or_else(|| io::Error::other("CHEST_E2E_OUT names no folder"))?;
    fs::create_dir_all(&folder)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let mut copy = folder.join(format!("{stem}.{ending}"));
    let mut number = 1_u32;
    while copy.exists() {
        number = number.saturating_add(1);
        copy = folder.join(format!("{stem}-{number}.{ending}"));
    }
    fs::copy(path, copy).map(drop)
}

fn next() -> Vec<PathBuf> {
    let Some(file) = env::var_os("CHEST_E2E_PICKS") else {
        return Vec::new();
    };
    let Ok(answers) = fs::read_to_string(&file) else {
        return Vec::new();
    };
    let (answer, rest) = answers.split_once('\n').unwrap_or((&answers, ""));
    #[expect(clippy::disallowed_methods, reason = "a test's own file, which no power cut can spoil")]
    if fs::write(&file, rest).is_err() {
        return Vec::new();
    }
    answer.split('\t').filter(|path| !path.is_empty()).map(PathBuf::from).collect()
}
