//! What went wrong, in a sentence and a next step.

use usecases::Error;
use usecases::register::{KeyError, StoreError};

/// The printed key was mistyped, or is of another register.
pub(crate) const WRONG_RECOVERY_KEY: &str = "That is not this register's recovery key. Check each letter against the page.";

/// The sentence for an error.
pub(crate) fn error(error: &Error) -> String {
    match error {
        Error::WrongRecoveryKey | Error::Store(StoreError::Key(KeyError::NotForThisKey)) => WRONG_RECOVERY_KEY.into(),
        Error::Store(error) => store(error),
        other => format!("It could not be done: {other}. Nothing was changed."),
    }
}

fn store(error: &StoreError) -> String {
    match error {
        StoreError::WrongPassphrase => "That passphrase does not open this register. Check the five words and try again.".into(),
        StoreError::NotARegister { path } => {
            format!("There is no register at {}. Name its folder, or the file register.chest in it.", path.display())
        }
        StoreError::Missing { path } => format!("{} is missing. Look for it on the stick, or use a backup.", path.display()),
        StoreError::NewerVersion { .. } => {
            "A newer version of Community Chest wrote this register. Update this program. Nothing was changed.".into()
        }
        StoreError::AlreadyOpen => "The register is open in another window. Close it there first.".into(),
        StoreError::SynchronisedFolder { what } => {
            format!("{what} looks after this folder, which would spoil a register. Choose another folder.")
        }
        StoreError::FolderNotEmpty { path } => format!("{} is not empty. Choose another folder.", path.display()),
        StoreError::AlreadyThere { path } => format!("{} is already there, and nothing is written over.", path.display()),
        StoreError::NotWritable { path } => format!("{} cannot be written to. Choose another folder.", path.display()),
        StoreError::DiskFull => "There is no room left on the disk. Nothing was saved.".into(),
        StoreError::Damaged { detail } => {
            format!("THE FILE IS DAMAGED: {detail}. Do not work with it. Use the newest backup that verifies.")
        }
        StoreError::JournalBroken(broken) => format!(
            "THE JOURNAL DOES NOT PROVE ITSELF at event {}: {:?}. Somebody may have changed the file. Keep it, and use the newest backup that verifies.",
            broken.seq, broken.why
        ),
        other => format!("It could not be done: {other}. Nothing was changed."),
    }
}
