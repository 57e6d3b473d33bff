//! Packs out, in three steps: everything is read under the desk's lock, the packs are made without it, and what went out is
//! recorded before any file gets its name.

use super::TOUCHED;
use super::facts::Facts;
use super::line::Share;
use super::round::share;
use super::sheet::{Parcel, sheet};
use crate::{Changed, Error, Open, Result};
use chrono::{DateTime, Days, NaiveTime, Utc};
use domain::id::{MemberId, RoundId};
use domain::member::Act;
use exchange::pack::JournalHead;
use exchange::sheet::ROUND;
use exchange::{Contents, Manifest, PackKind, Party, Staged, VersionHash, neutral_name, write_new};
use keys::{Keyring, Recipient};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use store::{Event, Head, Medium, NewSending, StoreError};
use uuid::Uuid;

/// How many days after the return date a pack opens for the first time.
const DAYS_TO_OPEN: Days = Days::new(60);

/// Packs to be made. It needs no register any more.
pub struct Job {
    round: RoundId,
    head: Head,
    keyring: Arc<Keyring>,
    packs: Vec<Unsealed>,
}

/// One pack to be made.
struct Unsealed {
    label: Label,
    manifest: Manifest,
    contents: Contents,
    recipient: Recipient,
}

/// Whose pack it is, and what is in it.
struct Label {
    pack_id: Uuid,
    member: MemberId,
    name: String,
    file_name: String,
    items: Vec<(Uuid, u32)>,
}

/// Packs that are whole and read back, and have no names yet. Dropped, they are taken away.
#[derive(Debug)]
pub struct StagedPacks {
    round: RoundId,
    head: Head,
    folder: PathBuf,
    packs: Vec<(Label, Staged)>,
}

/// Packs that were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacksSent {
    /// Where they stand.
    pub folder: PathBuf,
    /// Each of them.
    pub packs: Vec<PackSent>,
}

/// One pack that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackSent {
    /// The pack.
    pub pack_id: Uuid,
    /// Whose it is.
    pub member_id: MemberId,
    /// Their name.
    pub name: String,
    /// The name of its file, which says nothing.
    pub file_name: String,
    /// How many applications are in it.
    pub applications: usize,
}

/// Reads everything that goes out, once: the applications are opened, and files are shared by all packs.
pub fn prepare(open: &Open, round: RoundId, members: &[MemberId]) -> Result<Job> {
    open.member().permit(Act::RunReviews)?;
    let register = open.register();
    register.read(|tx| {
        let facts = Facts::read(tx, round)?;
        if facts.round.opened.is_some() || members.is_empty() {
            return Err(Error::WrongState);
        }
        let head = tx.head()?;
        let mut parcels: BTreeMap<Uuid, Parcel> = BTreeMap::new();
        let mut packs = Vec::new();
        for member in members {
            let reviewer = facts.reviewer(member.0)?;
            let gets: Vec<Uuid> =
                facts.applications.iter().copied().filter(|id| share(open, &facts, member.0, *id) == Share::Gets).collect();
            let holder = tx.key_holder(member.0)?;
            let (Some(holder), Medium::Pack, false) = (holder, reviewer.medium, gets.is_empty()) else {
                return Err(Error::NothingToSend);
            };
            for id in &gets {
                if !parcels.contains_key(id) {
                    parcels.insert(*id, Parcel::of(open, tx, *id)?);
                }
            }
            let carried: Vec<&Parcel> = gets.iter().filter_map(|id| parcels.get(id)).collect();
            let from = Party::new(open.member().id.0, &open.member().name, &tx.keyring().recipient(), tx.keyring().verifying_key());
            let to = Party::new(member.0, &holder.name, &holder.recipient, &holder.verifying_key);
            let pack_id = tx.surroundings().new_id();
            let (register_id, partnership) = (register.register_id(), open.partnership());
            let mut manifest = Manifest::new(PackKind::Review, pack_id, register_id, partnership, tx.now(), from, vec![to]);
            manifest.round = Some(round.0);
            manifest.expires = expires(&facts);
            manifest.journal = Some(JournalHead { size: head.seq, head: head.hex() });
            let mut contents = Contents::default();
            for parcel in &carried {
                let (application_id, version, sha256) = (parcel.id, parcel.version, parcel.sha256.clone());
                manifest.applications.push(VersionHash { application_id, version, sha256 });
                contents.files.extend(parcel.files.iter().cloned());
            }
            contents.put_sheet(ROUND, &sheet(open, tx, &facts, member.0, &carried)?)?;
            let items = carried.iter().map(|parcel| (parcel.id, parcel.version)).collect();
            let label = Label { pack_id, member: *member, name: holder.name, file_name: neutral_name(pack_id), items };
            packs.push(Unsealed { label, manifest, contents, recipient: holder.recipient });
        }
        Ok(Job { round, head, keyring: register.shared_keyring(), packs })
    })
}

fn expires(facts: &Facts) -> Option<DateTime<Utc>> {
    Some(facts.round.return_by.checked_add_days(DAYS_TO_OPEN)?.and_time(NaiveTime::MIN).and_utc())
}

impl Job {
    /// How many packs it makes.
    pub fn packs(&self) -> usize {
        self.packs.len()
    }

    /// Makes the packs in a folder, each sealed, written beside its place and read back. When it is stopped, or when
    /// anything fails, every file is taken away again.
    pub fn run(self, folder: &Path, each: &dyn Fn(usize, usize), stop: &AtomicBool) -> Result<StagedPacks> {
        let of = self.packs.len().saturating_mul(2);
        let mut done: usize = 0;
        let mut advance = || {
            done = done.saturating_add(1);
            each(done, of);
            if stop.load(Ordering::Relaxed) { Err(Error::Stopped) } else { Ok(()) }
        };
        if stop.load(Ordering::Relaxed) {
            return Err(Error::Stopped);
        }
        each(0, of);
        let mut staged = StagedPacks { round: self.round, head: self.head, folder: folder.to_owned(), packs: Vec::new() };
        for pack in self.packs {
            let sealed = exchange::seal(pack.manifest, &pack.contents, &self.keyring, std::slice::from_ref(&pack.recipient))?;
            drop(pack.contents);
            advance()?;
            let part = write_new(folder, &pack.label.file_name, &sealed)?;
            staged.packs.push((pack.label, part));
            advance()?;
        }
        Ok(staged)
    }
}

/// Records what goes out, and then gives the files their names: no pack leaves without its entry in the journal.
pub fn record(open: &mut Open, staged: StagedPacks) -> Result<Changed<PacksSent>> {
    open.member().permit(Act::RunReviews)?;
    let StagedPacks { round, head, folder, packs } = staged;
    let mut applications = Vec::new();
    let changed = open.change_register(|tx| {
        let facts = Facts::read(tx, round)?;
        if facts.round.opened.is_some() {
            return Err(Error::WrongState);
        }
        let mut sent = Vec::new();
        for (label, _) in &packs {
            let (member, file_name) = (label.member.0, label.file_name.as_str());
            let still = |(id, version): &(Uuid, u32)| facts.stance(member, *id).may_hold() && *version == facts.version(*id);
            if facts.reviewer(member)?.medium != Medium::Pack || !label.items.iter().all(still) {
                // Something changed while the packs were made.
                return Err(Error::Store(StoreError::Conflict { what: "round", id: round.0, expected: 0, found: 0 }));
            }
            tx.insert_sending(&NewSending {
                sending_id: label.pack_id,
                round_id: round.0,
                member_id: member,
                medium: Medium::Pack,
                pack: Some((file_name, head)),
                items: &label.items,
            })?;
            sent.push(json!({ "pack": label.pack_id, "member": member, "applications": label.items }));
        }
        applications.clone_from(&facts.applications);
        let payload = json!({ "packs": sent, "head": { "size": head.seq, "hash": head.hex() } });
        Ok(((), Event { kind: "packsSent", subject: Some(round.0), payload, touched: TOUCHED, signed: true }))
    })?;
    open.read_cases_again(&applications)?;
    let mut made = Vec::new();
    for (label, part) in packs {
        part.publish()?;
        let Label { pack_id, member, name, file_name, items } = label;
        made.push(PackSent { pack_id, member_id: member, name, file_name, applications: items.len() });
    }
    Ok(changed.map(|()| PacksSent { folder, packs: made }))
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Job").field("packs", &self.packs.len()).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Label").field("file_name", &self.file_name).finish_non_exhaustive()
    }
}
