//! A register that was made before the program is opened: it stands in the home, and the program remembers it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

/// Copies the register in `from` into a home, and answers where it stands there.
pub(crate) fn furnish(home: &Path, from: &Path) -> PathBuf {
    let register = home.join("The register");
    copy_folder(from, &register);
    let settings = home.join(".config/org.communitychest.desktop");
    fs::create_dir_all(&settings).expect("a folder for settings");
    fs::write(settings.join("settings.json"), json!({ "recent": register }).to_string()).expect("settings");
    register
}

/// Copies a folder with all that is in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &copy);
        } else {
            fs::copy(&path, &copy).expect("a file of the register");
        }
    }
}
