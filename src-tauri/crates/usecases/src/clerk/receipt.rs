//! The receipt pack: everything the clerks did that the register does not hold yet, on its way back.

use crate::reviewer::Reviewer;
use crate::{Error, PackError, Result};
use exchange::sheet::{self, PaidSheet};
use exchange::{Contents, Manifest, PackKind, Party};
use keys::Recipient;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A receipt pack that stands where it can be sent from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptSaved {
    /// The file.
    pub path: PathBuf,
    /// How many facts it carries.
    pub facts: usize,
}

impl Reviewer {
    /// Makes the receipt pack in a folder, under a name that says nothing. It is addressed to whoever made the payment pack,
    /// and carries every fact that the register did not hold when it made that pack, in the order in which they were made:
    /// what an earlier receipt carried goes again, for nobody here knows whether that one arrived.
    pub fn clerk_receipt(&mut self, ledger: Uuid, folder: &Path) -> Result<ReceiptSaved> {
        let (id, now, name) = (self.surroundings.new_id(), self.surroundings.now(), self.name());
        self.change_ledger(ledger, |ledger, shape, keyring| {
            let me = ledger.me(keyring).ok_or(Error::NotFound)?;
            let facts: Vec<_> = ledger.not_held().map(|said| (said.member_id, said.fact.clone())).collect();
            if facts.is_empty() {
                return Err(Error::NothingToSend);
            }
            let asked = &ledger.manifest;
            let count = facts.len();
            shape.carried.extend(facts.iter().map(|(_, fact)| fact.id()));
            shape.sent_at = Some(now);
            let mut contents = Contents::default();
            contents.put_sheet(sheet::PAID, &PaidSheet { for_pack: asked.pack_id, clerk: me.member_id, facts })?;
            let from = Party::new(me.member_id, &name, &keyring.recipient(), keyring.verifying_key());
            let to = vec![asked.from.clone()];
            let mut manifest = Manifest::new(PackKind::Receipt, id, asked.register_id, &asked.partnership, now, from, to);
            manifest.in_reply_to = Some(asked.pack_id);
            manifest.heads_seen = asked.journal.iter().cloned().collect();
            let sender: Recipient = asked.from.recipient.parse().map_err(|_| PackError::Damaged)?;
            let bytes = exchange::seal(manifest, &contents, keyring, &[sender])?;
            let path = exchange::write_new(folder, &exchange::neutral_name(id), &bytes)?.publish()?;
            Ok(ReceiptSaved { path, facts: count })
        })
    }
}
