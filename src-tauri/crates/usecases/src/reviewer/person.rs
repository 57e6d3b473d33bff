//! Whose keys are on this computer: made here, brought from another, unlocked.

use super::{Reviewer, ReviewerPerson, place};
use crate::{Error, FieldFault, Result, StoreError, Surroundings};
use domain::member::Role;
use exchange::{CardError, card};
use keys::{Holder, KdfCost, KeyError, Keyring, Passphrase, Vault};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most bytes of a vault file.
const LARGEST_VAULT: usize = 64 * 1024;
/// The most letters of a name.
const LONGEST_NAME: usize = 120;

fn vaults(folder: &Path) -> PathBuf {
    folder.join("vaults")
}

fn vault_path(folder: &Path, vault: &Vault) -> PathBuf {
    vaults(folder).join(format!("{}.vault", vault.fingerprint()))
}

/// Everybody whose keys are on this computer, by name. Files that are no vaults, or stand under another's name, are
/// left out.
pub fn people(folder: &Path) -> Result<Vec<ReviewerPerson>> {
    let mut people: Vec<ReviewerPerson> = known(folder)?.iter().map(person).collect();
    people.sort_by(|one, other| (one.name.to_lowercase(), &one.vault_id).cmp(&(other.name.to_lowercase(), &other.vault_id)));
    Ok(people)
}

fn known(folder: &Path) -> Result<Vec<Vault>> {
    let mut found = Vec::new();
    for path in place::files(&vaults(folder), "vault")? {
        if let Some(vault) = read(&path)?
            && path == vault_path(folder, &vault)
        {
            found.push(vault);
        }
    }
    Ok(found)
}

/// The vault in a file; none when there is no file, or no vault in it.
fn read(path: &Path) -> Result<Option<Vault>> {
    Ok(place::read(path)?.and_then(|bytes| parse(&bytes).ok()))
}

fn parse(bytes: &[u8]) -> Result<Vault> {
    if bytes.len() > LARGEST_VAULT {
        return Err(Error::NotAVault);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Error::NotAVault)?;
    match Vault::from_json(text) {
        Ok(vault) if !vault.holder().name.trim().is_empty() => Ok(vault),
        Err(newer @ KeyError::NewerFormat { .. }) => Err(newer.into()),
        Ok(_) | Err(_) => Err(Error::NotAVault),
    }
}

fn person(vault: &Vault) -> ReviewerPerson {
    ReviewerPerson { vault_id: vault.fingerprint().to_string(), name: vault.holder().name }
}

/// Makes a reviewer's keys on this computer, and sits them down at their empty desk.
pub fn make(folder: &Path, name: &str, passphrase: &Passphrase, cost: KdfCost, surroundings: Arc<dyn Surroundings>) -> Result<Reviewer> {
    let name = name.trim();
    let refuse = |fault| Err(Error::Fields(vec![("name".to_owned(), fault)]));
    if name.chars().count() > LONGEST_NAME {
        return refuse(FieldFault::TooLong { most: LONGEST_NAME });
    }
    let holder = Holder { member_id: surroundings.new_id(), name: name.to_owned(), role: Role::Reviewer.code().to_owned() };
    let (vault, keyring) = Vault::create(&holder, passphrase, cost, &|bytes: &mut [u8]| surroundings.random(bytes))?;
    // Whatever cannot stand on a card is no name.
    match card::make(name, &keyring, surroundings.now()) {
        Ok(_) => {}
        Err(CardError::BadName) => return refuse(FieldFault::Missing),
        Err(_) => return Err(Error::NotAVault),
    }
    place::make_folder(&vaults(folder))?;
    place::replace(&vault_path(folder, &vault), vault.to_json()?.as_bytes())?;
    Reviewer::sit_down(folder, vault, keyring, surroundings)
}

/// Keeps a copy of a vault from another computer. One vault never takes the place of another's: only of one with the same
/// keys, which is kept beside it, since its passphrase may be another.
pub fn bring_vault(folder: &Path, bytes: &[u8]) -> Result<ReviewerPerson> {
    let vault = parse(bytes)?;
    let path = vault_path(folder, &vault);
    place::make_folder(&vaults(folder))?;
    match place::read(&path)? {
        Some(here) if here == bytes => {}
        Some(_) => {
            place::put(&path, &path.with_extension("former"))?;
            place::replace(&path, bytes)?;
        }
        None => place::replace(&path, bytes)?,
    }
    Ok(person(&vault))
}

/// Unlocks somebody's desk.
pub fn unlock(folder: &Path, vault_id: &str, passphrase: &Passphrase, surroundings: Arc<dyn Surroundings>) -> Result<Reviewer> {
    // The id is looked up and never made into a path.
    let vault = known(folder)?.into_iter().find(|vault| vault.fingerprint().as_str() == vault_id);
    let former = || -> Result<Option<Vault>> {
        let files = place::files(&vaults(folder), "former")?;
        let path = files.into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == vault_id));
        path.map_or(Ok(None), |path| read(&path))
    };
    let opened = match vault {
        Some(vault) => match open(&vault, passphrase) {
            Ok(keyring) => Ok((vault, keyring)),
            Err(error) => former()?.and_then(|former| open(&former, passphrase).ok().map(|keyring| (former, keyring))).ok_or(error),
        },
        // A power cut came while the one took the place of the other.
        None => former()?.ok_or(Error::NotFound).and_then(|former| open(&former, passphrase).map(|keyring| (former, keyring))),
    };
    let (vault, keyring) = opened?;
    if keyring.fingerprint().as_str() != vault_id {
        return Err(Error::NotAVault);
    }
    Reviewer::sit_down(folder, vault, keyring, surroundings)
}

fn open(vault: &Vault, passphrase: &Passphrase) -> Result<Keyring> {
    match vault.open(passphrase) {
        Ok(keyring) => Ok(keyring),
        Err(KeyError::WrongPassphrase) => Err(StoreError::WrongPassphrase.into()),
        Err(_) => Err(Error::NotAVault),
    }
}

impl Reviewer {
    /// The reviewer's member card, as a small file for the co-ordinator.
    pub fn card(&self) -> Result<Vec<u8>> {
        card::make(&self.name(), &self.keyring, self.surroundings.now()).map_err(|_| Error::NotAVault)
    }

    /// Gives the reviewer a new passphrase. The keys stay.
    pub fn change_passphrase(&mut self, old: &Passphrase, new: &Passphrase, cost: KdfCost) -> Result<()> {
        open(&self.vault, old)?;
        let random = |bytes: &mut [u8]| self.surroundings.random(bytes);
        let vault = Vault::close(&self.vault.holder(), &self.keyring, new, cost, &random)?;
        let path = vault_path(&self.folder, &vault);
        place::replace(&path, vault.to_json()?.as_bytes())?;
        // The old passphrase opens nothing here any more.
        place::remove(&path.with_extension("former"))?;
        self.vault = vault;
        Ok(())
    }
}
