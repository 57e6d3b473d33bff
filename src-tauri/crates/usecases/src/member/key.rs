//! Keys made at the register: vaults, passphrases and the recovery page.

use super::{MemberError, rows, staying};
use crate::{Changed, Error, FieldFault, Open, Result, register, seal};
use chrono::{DateTime, Utc};
use domain::id::MemberId;
use domain::member::Act;
use keys::{KdfCost, KeyError, Passphrase, RecoveryKey};
use std::path::{Path, PathBuf};
use store::NewVault;

/// The keys of the member who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyKeys {
    /// Their fingerprint, to be read out.
    pub fingerprint: String,
    /// Since when they have these keys.
    pub since: DateTime<Utc>,
}

/// The keys of the member who is signed in.
pub fn my_keys(open: &Open) -> Result<MyKeys> {
    let holder = open.register().read(|tx| tx.key_holder(open.member().id.0))?.ok_or(Error::NotFound)?;
    Ok(MyKeys { fingerprint: holder.fingerprint, since: holder.started_at })
}

/// Gives a member a passphrase for this register. If they had keys, those end: so a lost passphrase is mended without
/// the recovery page. What is under embargo is sealed anew to the new keys.
pub fn give_vault(open: &mut Open, id: MemberId, passphrase: &Passphrase, cost: KdfCost) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMembers)?;
    if id == open.member().id {
        return Err(MemberError::OneSelf.into());
    }
    long_enough("passphrase", passphrase)?;
    let rows = rows(open)?;
    let row = staying(&rows, id)?;
    // A backup from before the change. If there is no room for one, there is none for the change either.
    let _ = register::back_up_if_changed(open);
    let new = NewVault { member_id: id.0, name: &row.name, role: &row.role, passphrase, cost };
    let changed = open.register_mut().give_vault(&new, |tx| seal::settle(tx).map(drop))?;
    open.read_people_again()?;
    Ok(changed)
}

/// Gives the member who is signed in a new passphrase. The old one proves that it is they who ask.
pub fn change_my_passphrase(open: &mut Open, old: &Passphrase, new: &Passphrase, cost: KdfCost) -> Result<Changed<()>> {
    open.register().prove_passphrase(old)?;
    long_enough("new", new)?;
    Ok(open.register_mut().change_passphrase(new, cost)?)
}

fn long_enough(field: &str, passphrase: &Passphrase) -> Result<()> {
    passphrase.check().map_err(|error| match error {
        KeyError::WeakPassphrase { least } => Error::Fields(vec![(field.to_owned(), FieldFault::TooShort { least })]),
        other => other.into(),
    })
}

/// Copies one's own vault to a folder, so that one's passphrase opens packs on another computer. Answers the file.
pub fn save_my_vault(open: &Open, folder: &Path) -> Result<PathBuf> {
    let mut name = register::folder_name(&open.member().name).into_os_string();
    name.push(".vault");
    let file = folder.join(name);
    open.register().save_vault(&file)?;
    Ok(file)
}

/// Makes a new recovery key, in place of one whose page was lost or seen. It is kept nowhere: print it now.
pub fn new_recovery_page(open: &mut Open) -> Result<Changed<RecoveryKey>> {
    open.member().permit(Act::KeepMembers)?;
    let _ = register::back_up_if_changed(open);
    open.register_mut().renew_recovery(|tx| seal::settle(tx).map(drop))
}
