//! The desk's sealed files: packs, drafts and trusted senders.

use super::shape::{DeskShape, DraftShape, FORMAT, FileShape, ItemShape, SenderShape};
use super::{Pack, locker, place};
use crate::{PackError, Result};
use keys::Keyring;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use uuid::Uuid;
use zeroize::Zeroizing;

/// The folder of one reviewer's packs.
pub(super) fn folder_of(folder: &Path, keyring: &Keyring) -> PathBuf {
    folder.join("packs").join(keyring.fingerprint().as_str())
}

/// Where the pack of a round stands.
pub(super) fn desk_path(own: &Path, round: Uuid) -> PathBuf {
    own.join(format!("{round}.desk"))
}

fn draft_path(own: &Path, round: Uuid) -> PathBuf {
    own.join(format!("{round}.draft"))
}

/// The draft before the newest.
fn former_path(own: &Path, round: Uuid) -> PathBuf {
    own.join(format!("{round}.draft.old"))
}

fn senders_path(own: &Path) -> PathBuf {
    own.join("senders.sealed")
}

/// A pack as it stands in its file, with its files' bytes.
pub(super) struct Stored {
    pub(super) desk: DeskShape,
    body: Zeroizing<Vec<u8>>,
    /// Where the files begin.
    start: usize,
}

impl Stored {
    /// The bytes of a file, by its hash.
    pub(super) fn file(&self, sha256: &str) -> Option<&[u8]> {
        let mut at = self.start;
        for file in &self.desk.files {
            let end = at.checked_add(usize::try_from(file.size).ok()?)?;
            if file.sha256 == sha256 {
                return self.body.get(at..end);
            }
            at = end;
        }
        None
    }
}

/// Every pack that can be opened, and how many cannot.
pub(super) fn packs(own: &Path, keyring: &Keyring) -> Result<(Vec<Pack>, usize)> {
    let mut packs = Vec::new();
    let mut damaged = 0_usize;
    for path in place::files(own, "desk")? {
        let round = path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse().ok());
        match round.ok_or_else(|| PackError::Damaged.into()).and_then(|round| pack(own, keyring, round)) {
            Ok(pack) => packs.push(pack),
            Err(_) => damaged = damaged.saturating_add(1),
        }
    }
    Ok((packs, damaged))
}

fn pack(own: &Path, keyring: &Keyring, round: Uuid) -> Result<Pack> {
    let desk = read_desk(own, keyring, round)?.desk;
    let draft = read_draft(own, keyring, round)?.ok_or(PackError::Damaged)?;
    if draft.register_id != desk.manifest.register_id {
        return Err(PackError::Damaged.into());
    }
    Ok(Pack { desk, draft })
}

/// Reads a pack from its file.
pub(super) fn read_desk(own: &Path, keyring: &Keyring, round: Uuid) -> Result<Stored> {
    let sealed = place::read(&desk_path(own, round))?.ok_or(PackError::Damaged)?;
    let body = locker::open(keyring, &format!("desk {round}"), &sealed)?;
    let (length, rest) = body.split_first_chunk::<8>().ok_or(PackError::Damaged)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| PackError::Damaged)?;
    let record = rest.get(..length).ok_or(PackError::Damaged)?;
    let desk: DeskShape = locker::record(record)?;
    if desk.format > FORMAT || desk.round.round_id != round {
        return Err(PackError::Damaged.into());
    }
    Ok(Stored { desk, start: length.saturating_add(8), body })
}

/// Writes a pack, with those of its files that an application still names.
pub(super) fn write_desk<'f>(own: &Path, keyring: &Keyring, desk: &mut DeskShape, bytes: &dyn Fn(&str) -> Option<&'f [u8]>) -> Result<()> {
    let named: BTreeSet<&str> = desk.round.applications.iter().flat_map(|sheet| &sheet.files).map(|file| file.sha256.as_str()).collect();
    let mut files = Vec::new();
    let mut bodies = Vec::new();
    for sha256 in named {
        let body = bytes(sha256).ok_or(PackError::Damaged)?;
        files.push(FileShape { sha256: sha256.to_owned(), size: body.len() as u64 });
        bodies.push(body);
    }
    desk.files = files;
    let record = locker::json(desk)?;
    let size = bodies.iter().fold(record.len().saturating_add(8), |size, body| size.saturating_add(body.len()));
    let mut plain = Zeroizing::new(Vec::with_capacity(size));
    plain.extend_from_slice(&(record.len() as u64).to_le_bytes());
    plain.extend_from_slice(&record);
    for body in bodies {
        plain.extend_from_slice(body);
    }
    let round = desk.round.round_id;
    place::replace(&desk_path(own, round), &locker::close(keyring, &format!("desk {round}"), &plain)?)
}

/// Reads what was written in a round. If the newest draft is damaged, the one before it; none when nothing was ever written.
pub(super) fn read_draft(own: &Path, keyring: &Keyring, round: Uuid) -> Result<Option<DraftShape>> {
    let mut found = None;
    for path in [draft_path(own, round), former_path(own, round)] {
        let Some(sealed) = place::read(&path)? else { continue };
        match draft(keyring, round, &sealed) {
            Ok(draft) => return Ok(Some(draft)),
            Err(error) => found = Some(error),
        }
    }
    found.map_or(Ok(None), Err)
}

fn draft(keyring: &Keyring, round: Uuid, sealed: &[u8]) -> Result<DraftShape> {
    let draft: DraftShape = locker::record(&locker::open(keyring, &format!("draft {round}"), sealed)?)?;
    if draft.format > FORMAT { Err(PackError::Damaged.into()) } else { Ok(draft) }
}

/// Writes a draft. The one before it is kept beside it, and the new one gets its name only once it was read back.
pub(super) fn write_draft(own: &Path, keyring: &Keyring, round: Uuid, new: &DraftShape) -> Result<()> {
    let path = draft_path(own, round);
    let sealed = locker::close(keyring, &format!("draft {round}"), &locker::json(new)?)?;
    let part = place::aside(&path, &sealed)?;
    if place::read(&part)?.is_none_or(|found| draft(keyring, round, &found).is_err()) {
        let _ = place::remove(&part);
        return Err(PackError::Damaged.into());
    }
    // A damaged draft must not push out a former one that is whole.
    if place::read(&path)?.is_some_and(|found| draft(keyring, round, &found).is_ok()) {
        place::put(&path, &former_path(own, round))?;
    }
    place::put(&part, &path)
}

/// Takes the former draft away, once the newest one is proved.
pub(super) fn forget_former_draft(own: &Path, round: Uuid) -> Result<()> {
    place::remove(&former_path(own, round))
}

/// Takes away what was written in a round. What stays is that an interest was declared, and the ids of what went out.
pub(super) fn forget_draft(own: &Path, keyring: &Keyring, round: Uuid, draft: &DraftShape) -> Result<()> {
    let mut left = DraftShape::new(draft.register_id, draft.opened_at);
    for (application, item) in &draft.items {
        let mut known = item.known.clone();
        known.extend(item.reviews.iter().map(exchange::SignedFact::id).filter(|id| draft.out.contains(id)));
        let answers = if item.stance().may_hold() { Vec::new() } else { item.answers.clone() };
        if !answers.is_empty() || !known.is_empty() {
            let mut kept = ItemShape::default();
            (kept.answers, kept.settled_at, kept.known) = (answers, item.settled_at, known);
            left.items.insert(*application, kept);
        }
    }
    if left.items.is_empty() {
        place::remove(&draft_path(own, round))?;
    } else {
        left.out.clone_from(&draft.out);
        write_draft(own, keyring, round, &left)?;
    }
    forget_former_draft(own, round)
}

/// Puts a damaged draft aside for somebody who knows how to look at it, so that the pack can be begun anew.
pub(super) fn put_damaged_draft_aside(own: &Path, round: Uuid) -> Result<()> {
    let path = draft_path(own, round);
    if place::read(&path)?.is_some() { place::put(&path, &own.join(format!("{round}.draft.damaged"))) } else { Ok(()) }
}

/// The trusted senders. A damaged list is no list: their fingerprints are asked for once more.
pub(super) fn read_senders(own: &Path, keyring: &Keyring) -> Result<Vec<SenderShape>> {
    let Some(sealed) = place::read(&senders_path(own))? else { return Ok(Vec::new()) };
    Ok(locker::open(keyring, "senders", &sealed).and_then(|bytes| locker::record(&bytes)).unwrap_or_default())
}

/// Keeps the trusted senders.
pub(super) fn write_senders(own: &Path, keyring: &Keyring, senders: &[SenderShape]) -> Result<()> {
    place::replace(&senders_path(own), &locker::close(keyring, "senders", &locker::json(&senders)?)?)
}
