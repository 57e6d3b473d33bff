//! The ledgers' files: each sealed to its clerks, signed by the one who wrote it, and whole or not there.

use super::Ledger;
use super::facts::Said;
use super::shape::{FORMAT, LedgerShape, wipe};
use crate::reviewer::arrival::is_same;
use crate::reviewer::locker;
use crate::reviewer::place::{self, Hold};
use crate::reviewer::shape::{FileShape, SenderShape};
use crate::{Error, PackError, Result};
use domain::modulus::Tables;
use exchange::sheet::{self, ClerkSheet, PaymentSheet};
use exchange::{Contents, Manifest, PackKind, Proof};
use keys::{KeyError, Keyring, Opener, Recipient, VerifyingKey};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

fn path(folder: &Path, id: Uuid) -> PathBuf {
    folder.join(format!("{id}.ledger"))
}

/// Where the signed agreements of one pack stand.
fn scans_path(folder: &Path, id: Uuid, pack: Uuid) -> PathBuf {
    folder.join(format!("{id}.{pack}.scans"))
}

fn label(id: Uuid) -> String {
    format!("ledger {id}")
}

/// Keeps everybody else from writing a ledger until it is dropped.
pub(super) fn hold(folder: &Path) -> Result<Hold> {
    place::make_folder(folder)?;
    Hold::take(folder)
}

/// The partnerships whose ledgers stand here, for whomever they are sealed.
pub(super) fn ids(folder: &Path) -> Result<Vec<Uuid>> {
    let id = |path: PathBuf| path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse().ok());
    Ok(place::files(folder, "ledger")?.into_iter().filter_map(id).collect())
}

/// Every ledger this person can open, by the partnership's name.
pub(super) fn all(folder: &Path, keyring: &Keyring, senders: &[SenderShape]) -> Result<Vec<Ledger>> {
    let mut found: Vec<Ledger> = ids(folder)?.into_iter().filter_map(|id| read(folder, keyring, senders, id).ok()).collect();
    found.sort_by(|one, other| one.name().cmp(other.name()).then(one.id().cmp(&other.id())));
    Ok(found)
}

/// The hash of a ledger's file; none when there is none.
pub(super) fn stamp(folder: &Path, id: Uuid) -> Result<Option<[u8; 32]>> {
    Ok(place::read(&path(folder, id))?.map(|bytes| Sha256::digest(bytes).into()))
}

/// Reads a ledger; not found when there is none, or when it is sealed to others alone.
pub(super) fn read(folder: &Path, keyring: &Keyring, senders: &[SenderShape], id: Uuid) -> Result<Ledger> {
    let sealed = place::read(&path(folder, id))?.ok_or(Error::NotFound)?;
    opened(&sealed, keyring, senders, id)
}

/// Opens and proves the bytes of a ledger: the co-ordinator signed its pack, one of its clerks wrote it, and everything in
/// it was said by who is named.
fn opened(sealed: &[u8], keyring: &Keyring, senders: &[SenderShape], id: Uuid) -> Result<Ledger> {
    let plain = keyring.open(sealed).map_err(|error| match error {
        KeyError::NotForThisKey => Error::NotFound,
        _ => PackError::Damaged.into(),
    })?;
    let signed = locker::apart(&plain)?;
    let shape: LedgerShape = locker::record(signed.body)?;
    if shape.format > FORMAT {
        return Err(PackError::Damaged.into());
    }
    let (manifest, sheet) = proved(&shape, senders, id)?;
    let tables = shape.tables.as_ref().map(|kept| Tables::parse(&kept.rules, &kept.substitutions)).transpose();
    let tables = tables.map_err(|_| PackError::Damaged)?;
    let ledger = Ledger { stamp: Sha256::digest(sealed).into(), shape, manifest, sheet, tables };
    let keys = |clerk: &ClerkSheet| clerk.verifying_key.parse::<VerifyingKey>().ok();
    let writers = ledger.sheet.clerks.iter().chain(&ledger.shape.former).filter_map(keys);
    if !writers.into_iter().any(|key| signed.prove(&label(id), &key).is_ok()) {
        return Err(PackError::Damaged.into());
    }
    for said in &ledger.shape.facts {
        let authors = ledger.sheet.clerks.iter().chain(&ledger.shape.former).filter(|clerk| clerk.member_id == said.member_id);
        let proved = authors.filter_map(keys).any(|key| said.fact.prove(&key).is_ok());
        if !proved || !Said::read(&said.fact)?.is_none_or(|fact| fact.is_of(said.member_id, id)) {
            return Err(PackError::Damaged.into());
        }
    }
    if ledger.me(keyring).is_none() {
        return Err(Error::NotFound);
    }
    Ok(ledger)
}

/// Proves the pack that a ledger keeps. Whoever phoned a co-ordinator of this partnership takes a pack from nobody else.
fn proved(shape: &LedgerShape, senders: &[SenderShape], id: Uuid) -> Result<(Manifest, PaymentSheet)> {
    let proof = Proof { head: shape.head.clone(), signature: shape.signature.clone() };
    let stated: Manifest = locker::record(proof.head.as_bytes())?;
    let key: VerifyingKey = stated.from.verifying_key.parse().map_err(|_| PackError::Damaged)?;
    let manifest = exchange::reprove(&proof, &key)?;
    let mut known = senders.iter().filter(|sender| sender.register_id == id).peekable();
    if known.peek().is_some() && !known.any(|sender| is_same(sender, &manifest.from)) {
        return Err(PackError::Damaged.into());
    }
    let bytes = Arc::new(Zeroizing::new(shape.sheet.as_bytes().to_vec()));
    let sha256 = Contents::default().put_file("json", bytes);
    let name = format!("data/{}", sheet::PAYMENTS);
    let listed = manifest.files.iter().any(|file| file.name == name && file.sha256 == sha256);
    if manifest.kind != PackKind::Payment || manifest.register_id != id || !listed {
        return Err(PackError::Damaged.into());
    }
    Ok((manifest, locker::record(shape.sheet.as_bytes())?))
}

/// Writes a ledger, signed by its writer and sealed to every clerk of its pack. The new one gets its name only once it was
/// read back and proved; until then the one before it stands.
pub(super) fn write(folder: &Path, keyring: &Keyring, senders: &[SenderShape], shape: &LedgerShape) -> Result<Ledger> {
    let stated: Manifest = locker::record(shape.head.as_bytes())?;
    let id = stated.register_id;
    let (_, mut sheet) = proved(shape, senders, id)?;
    let recipients = sheet.clerks.iter().map(|clerk| clerk.recipient.parse::<Recipient>()).collect::<Result<Vec<_>, _>>();
    wipe(&mut sheet);
    let body = locker::json(shape)?;
    let sealed = locker::close_for(keyring, &label(id), &body, &recipients?)?;
    place::make_folder(folder)?;
    let part = place::aside(&path(folder, id), &sealed)?;
    let back = place::read(&part)?.ok_or_else(|| PackError::Damaged.into()).and_then(|found| opened(&found, keyring, senders, id));
    match back {
        Ok(ledger) => place::put(&part, &path(folder, id)).map(|()| ledger),
        Err(error) => {
            let _ = place::remove(&part);
            Err(error)
        }
    }
}

/// Puts a ledger aside that cannot be opened, so that a new pack can take its place: whoever can, may look at it.
pub(super) fn put_aside(folder: &Path, id: Uuid, pack: Uuid) -> Result<()> {
    place::put(&path(folder, id), &folder.join(format!("{id}.{pack}.aside")))
}

/// Whether a ledger stands there at all.
pub(super) fn stands(folder: &Path, id: Uuid) -> bool {
    path(folder, id).exists()
}

/// Takes a ledger away with its agreements.
pub(super) fn remove(folder: &Path, id: Uuid) -> Result<()> {
    place::remove(&path(folder, id))?;
    forget_scans(folder, id, None)
}

/// Keeps the signed agreements of a pack; answers what stands there, in order.
pub(super) fn write_scans(
    folder: &Path,
    keyring: &Keyring,
    manifest: &Manifest,
    recipients: &[Recipient],
    contents: &Contents,
) -> Result<Vec<FileShape>> {
    let size = contents.files.values().fold(0_usize, |size, file| size.saturating_add(file.bytes.len()));
    let mut plain = Zeroizing::new(Vec::with_capacity(size));
    let mut listed = Vec::new();
    for (sha256, file) in &contents.files {
        plain.extend_from_slice(&file.bytes);
        listed.push(FileShape { sha256: sha256.clone(), size: file.bytes.len() as u64 });
    }
    if !listed.is_empty() {
        let label = format!("scans {}", manifest.pack_id);
        let path = scans_path(folder, manifest.register_id, manifest.pack_id);
        place::make_folder(folder)?;
        place::replace(&path, &locker::close_for(keyring, &label, &plain, recipients)?)?;
    }
    Ok(listed)
}

/// The bytes of a signed agreement, by its hash.
pub(super) fn scan(folder: &Path, keyring: &Keyring, ledger: &Ledger, sha256: &str) -> Result<Zeroizing<Vec<u8>>> {
    let sealed = place::read(&scans_path(folder, ledger.id(), ledger.manifest.pack_id))?.ok_or(Error::NotFound)?;
    let plain = keyring.open(&sealed).map_err(|_| PackError::Damaged)?;
    let body = locker::apart(&plain)?.body;
    let mut at = 0_usize;
    for file in &ledger.shape.scans {
        let end = usize::try_from(file.size).ok().and_then(|size| at.checked_add(size)).ok_or(PackError::Damaged)?;
        if file.sha256 == sha256 {
            let bytes = Arc::new(Zeroizing::new(body.get(at..end).ok_or(PackError::Damaged)?.to_vec()));
            // It stands in the pack by its hash, and the co-ordinator signed the pack.
            let found = Contents::default().put_file("scan", Arc::clone(&bytes));
            return if found == sha256 { Ok(Zeroizing::new(bytes.to_vec())) } else { Err(PackError::Damaged.into()) };
        }
        at = end;
    }
    Err(Error::NotFound)
}

/// Takes away the agreements of every pack but one.
pub(super) fn forget_scans(folder: &Path, id: Uuid, but: Option<Uuid>) -> Result<()> {
    let keep = but.map(|pack| scans_path(folder, id, pack));
    for found in place::files(folder, "scans")? {
        let ours = found.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(&id.to_string()));
        if ours && Some(&found) != keep.as_ref() {
            place::remove(&found)?;
        }
    }
    Ok(())
}

impl Drop for Ledger {
    fn drop(&mut self) {
        wipe(&mut self.sheet);
    }
}
