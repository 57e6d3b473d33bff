//! A payment pack is made: read and opened under the desk's lock, sealed without it, and recorded before it gets its name.

use super::{TOUCHED, permit, sheet};
use crate::{Changed, Error, Open, Result};
use chrono::{DateTime, Utc};
use domain::id::MemberId;
use domain::member::Role;
use exchange::pack::JournalHead;
use exchange::sheet::PAYMENTS;
use exchange::{Contents, Manifest, PackKind, Party, Staged, neutral_name, write_new};
use keys::{Keyring, Recipient};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Event, Head, PaymentPackRow};
use uuid::Uuid;

/// A pack to be made. It needs no register any more.
pub struct Job {
    label: Label,
    manifest: Manifest,
    contents: Contents,
    recipients: Vec<Recipient>,
    keyring: Arc<Keyring>,
}

/// What is recorded of a pack.
#[derive(Debug)]
struct Label {
    pack_id: Uuid,
    head: Head,
    clerks: Vec<Uuid>,
    grants: Vec<Uuid>,
    two_people: bool,
    made_at: DateTime<Utc>,
}

/// A pack that is whole and read back, and has no name yet. Dropped, it is taken away.
#[derive(Debug)]
pub struct StagedPack {
    label: Label,
    sha256: [u8; 32],
    file: Staged,
}

/// A pack that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The pack.
    pub pack_id: Uuid,
    /// Its file.
    pub path: PathBuf,
    /// How many grants are in it.
    pub grants: usize,
}

/// Reads and opens what goes to these clerks.
pub fn prepare(open: &Open, clerks: &[MemberId]) -> Result<Job> {
    permit(open)?;
    let register = open.register();
    let funds = sheet::funds(open)?;
    register.read(|tx| {
        let (mut to, mut recipients) = (Vec::new(), Vec::new());
        for clerk in clerks {
            let holder = tx.key_holder(clerk.0)?.filter(|holder| holder.role == Role::LtoClerk.code()).ok_or(Error::NothingToSend)?;
            to.push(Party::new(clerk.0, &holder.name, &holder.recipient, &holder.verifying_key));
            recipients.push(holder.recipient);
        }
        if to.is_empty() {
            return Err(Error::NothingToSend);
        }
        let (sheet, mut contents) = sheet::sheet(open, tx, funds)?;
        let head = tx.head()?;
        let from = Party::new(open.member().id.0, &open.member().name, &tx.keyring().recipient(), tx.keyring().verifying_key());
        let pack_id = tx.surroundings().new_id();
        let mut manifest = Manifest::new(PackKind::Payment, pack_id, register.register_id(), open.partnership(), sheet.made_at, from, to);
        manifest.journal = Some(JournalHead { size: head.seq, head: head.hex() });
        contents.put_sheet(PAYMENTS, &sheet)?;
        let label = Label {
            pack_id,
            head,
            clerks: clerks.iter().map(|clerk| clerk.0).collect(),
            grants: sheet.grants.iter().map(|grant| grant.grant_id).collect(),
            two_people: sheet.two_people,
            made_at: sheet.made_at,
        };
        Ok(Job { label, manifest, contents, recipients, keyring: register.shared_keyring() })
    })
}

impl Job {
    /// Seals the pack, and writes it beside its place in a folder.
    pub fn run(self, folder: &Path) -> Result<StagedPack> {
        let bytes = exchange::seal(self.manifest, &self.contents, &self.keyring, &self.recipients)?;
        let file = write_new(folder, &neutral_name(self.label.pack_id), &bytes)?;
        Ok(StagedPack { label: self.label, sha256: Sha256::digest(&bytes).into(), file })
    }
}

/// Records what goes out, and then gives the file its name: no pack leaves without its entry in the journal.
pub fn record(open: &mut Open, staged: StagedPack) -> Result<Changed<Made>> {
    permit(open)?;
    let StagedPack { label, sha256, file } = staged;
    let changed = open.change_register(|tx| {
        let (pack_id, two_people, made_at) = (label.pack_id, label.two_people, label.made_at);
        tx.insert_payment_pack(&PaymentPackRow { pack_id, two_people, made_at, clerks: label.clerks.clone() }, sha256)?;
        let payload = json!({
            "pack": pack_id, "clerks": label.clerks, "grants": label.grants, "two_people": two_people,
            "head": { "size": label.head.seq, "hash": label.head.hex() },
        });
        Ok(((), Event { kind: "paymentPackMade", subject: None, payload, touched: TOUCHED, signed: true }))
    })?;
    let path = file.publish()?;
    Ok(changed.map(|()| Made { pack_id: label.pack_id, path, grants: label.grants.len() }))
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Job").field("grants", &self.label.grants.len()).finish_non_exhaustive()
    }
}
