//! What this computer remembers between two starts: how the screen looks, and which register was open last.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;

/// What this computer remembers between two starts. Never anything from inside a register.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Settings {
    /// How the screen looks.
    pub(crate) preferences: Preferences,
    /// The register that was open last.
    pub(crate) recent: Option<PathBuf>,
}

/// How the screen looks to the person at this computer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Preferences {
    /// Light or dark.
    pub(crate) theme: Theme,
    /// Standard or more contrast.
    pub(crate) contrast: Contrast,
    /// Text size in hundredths.
    pub(crate) text_size: TextSize,
}

/// Light or dark; `computer` follows the computer's own setting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Theme {
    /// As the computer is set.
    #[default]
    Computer,
    /// Dark letters on light.
    Light,
    /// Light letters on dark.
    Dark,
}

/// Standard or more contrast; `computer` follows the computer's own setting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Contrast {
    /// As the computer is set.
    #[default]
    Computer,
    /// The usual colours.
    Standard,
    /// Black on white, or white on black.
    More,
}

/// Text size in hundredths of the usual one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub(crate) enum TextSize {
    /// The usual size.
    #[default]
    #[serde(rename = "100")]
    Usual,
    /// One eighth larger.
    #[serde(rename = "112")]
    Larger,
    /// One quarter larger.
    #[serde(rename = "125")]
    Large,
    /// Half as large again.
    #[serde(rename = "150")]
    VeryLarge,
    /// Twice as large.
    #[serde(rename = "200")]
    Double,
}

/// The settings and the file they are kept in.
#[derive(Debug)]
pub(crate) struct Kept {
    file: PathBuf,
    settings: Settings,
}

impl Kept {
    /// Reads what this computer remembers from the program's own folder.
    pub(crate) fn read(folder: &Path) -> Self {
        let file = folder.join("settings.json");
        // Settings are a convenience: a damaged or newer file must never keep anybody from their register.
        let settings = std::fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { file, settings }
    }

    /// What this computer remembers.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Changes what this computer remembers; keeps the former state when it cannot be written.
    pub(crate) fn change(&mut self, change: impl FnOnce(&mut Settings)) -> io::Result<()> {
        let mut settings = self.settings.clone();
        change(&mut settings);
        write_whole(&self.file, &serde_json::to_vec_pretty(&settings)?)?;
        self.settings = settings;
        Ok(())
    }
}

/// Writes a file so that a power cut leaves the old one or the new one, never half of one.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Kept, Preferences, TextSize, Theme};

    #[test]
    fn preferences_are_there_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = Preferences { theme: Theme::Dark, text_size: TextSize::VeryLarge, ..Preferences::default() };
        Kept::read(folder.path()).change(|settings| settings.preferences = wanted).unwrap();
        assert_eq!(Kept::read(folder.path()).settings().preferences, wanted);
    }

    #[test]
    fn a_damaged_settings_file_is_as_good_as_none() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::File::create(folder.path().join("settings.json")).unwrap();
        assert_eq!(Kept::read(folder.path()).settings().preferences, Preferences::default());
    }

    #[test]
    fn settings_that_cannot_be_kept_are_not_shown_as_kept() {
        let folder = tempfile::tempdir().unwrap();
        let not_a_folder = folder.path().join("file");
        std::fs::File::create(&not_a_folder).unwrap();
        let mut kept = Kept::read(&not_a_folder);
        let outcome = kept.change(|settings| settings.preferences.theme = Theme::Dark);
        assert!(outcome.is_err());
        assert_eq!(kept.settings().preferences.theme, Theme::Computer);
    }
}
