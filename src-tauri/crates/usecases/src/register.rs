//! Registers as a whole: made, opened, got into again with the printed key, backed up, verified.

mod backup;
pub(crate) mod day;
mod recovery;

pub use backup::{BackedUp, back_up, back_up_if_changed, back_up_to, last_backup};
pub use keys::{KdfCost, KeyError, Passphrase, RecoveryKey};
pub use recovery::recover;
pub use store::backup::{RegisterKeySource, Verification};
pub use store::journal::Verified;
pub use store::{Inspection, Person, StoreError, Surroundings, SystemSurroundings};

use crate::{Open, Result, plan};
use day::GivenDay;
use domain::member::Role;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{NewRegister, Register};
use uuid::Uuid;

/// Draws the five words of a new passphrase.
pub fn draw_passphrase(surroundings: &dyn Surroundings) -> Passphrase {
    Passphrase::generate(&|bytes: &mut [u8]| surroundings.random(bytes))
}

/// Makes a register for a partnership, with the final plan in it, and sits its co-ordinator down at it.
///
/// The register stands in a folder of its own inside `folder`. The recovery key is kept nowhere: print it now.
pub fn create(
    folder: &Path,
    partnership: &str,
    member_name: &str,
    passphrase: &Passphrase,
    cost: KdfCost,
    surroundings: Arc<dyn Surroundings>,
) -> Result<(Open, RecoveryKey)> {
    let (partnership, member_name) = (partnership.trim(), member_name.trim());
    let target = folder.join(folder_name(partnership));
    let new = NewRegister { folder: &target, partnership, member_name, member_role: Role::Coordinator.code(), passphrase, cost };
    let created = Register::create(&new, surroundings)?;
    let mut register = created.register;
    let file = plan::final_plan(register.surroundings().as_ref())?;
    if let Err(error) = plan::put_in(&mut register, &file) {
        // Without a plan it could not be opened, and nobody has its recovery key: it is as if it had not been made.
        drop(register);
        let _ = std::fs::remove_dir_all(&target);
        return Err(error);
    }
    Ok((Open::new(register, partnership.to_owned())?, created.recovery))
}

/// What can be known about a register before anybody signs in. The path may be its folder or the file in it.
pub fn inspect(path: &Path) -> Result<Inspection> {
    Ok(Register::inspect(path)?)
}

/// Opens a register for a member. In the sample partnership it is always the sample's day.
pub fn open(path: &Path, member_id: Uuid, passphrase: &Passphrase, surroundings: Arc<dyn Surroundings>) -> Result<Open> {
    let partnership = inspect(path)?.partnership;
    let day = GivenDay::over(surroundings);
    let register = Register::unlock(path, member_id, passphrase, Arc::clone(&day) as Arc<dyn Surroundings>)?;
    day.read(&register)?;
    Open::new(register, partnership)
}

/// Opens a register with the day that the surroundings themselves say, in a sample too.
pub(crate) fn open_on_its_day(path: &Path, member_id: Uuid, passphrase: &Passphrase, surroundings: Arc<dyn Surroundings>) -> Result<Open> {
    let partnership = inspect(path)?.partnership;
    Open::new(Register::unlock(path, member_id, passphrase, surroundings)?, partnership)
}

/// Verifies a register file or a backup of one without opening it for work. Nothing is written.
pub fn verify(path: &Path, source: &RegisterKeySource<'_>, surroundings: &dyn Surroundings) -> Result<Verification> {
    Ok(store::backup::verify_file(path, source, surroundings)?)
}

/// A partnership's name as the name of a folder that every computer takes.
pub(crate) fn folder_name(partnership: &str) -> PathBuf {
    let plain: String = partnership.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { ' ' }).take(60).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    // Windows keeps some short names for itself, in any folder.
    let taken = ["con", "prn", "aux", "nul"].contains(&plain.to_lowercase().as_str())
        || (plain.len() == 4 && ["com", "lpt"].iter().any(|device| plain.to_lowercase().starts_with(device)));
    if plain.is_empty() || taken { PathBuf::from("Community Chest") } else { PathBuf::from(plain) }
}

#[cfg(test)]
mod tests;
