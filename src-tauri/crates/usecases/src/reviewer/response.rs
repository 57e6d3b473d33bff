//! The response: everything the reviewer said and sealed in a round, on its way back.

use super::shape::ResponseShape;
use super::view::{Response, ReviewState};
use super::{Hand, Pack, Reviewer};
use crate::{Error, PackError, Result};
use domain::id::PackId;
use exchange::sheet::{self, ResponseSheet};
use exchange::{Contents, Manifest, PackKind, Party};
use keys::Recipient;
use std::path::{Path, PathBuf};
use uuid::Uuid;

impl Reviewer {
    /// Makes a response, sealed to the sender of the pack. From now on its reviews count as gone out, whether or not the
    /// file is sent: a later review takes their place by name. [`Reviewer::mark_sent`] says that it was saved.
    pub fn response(&mut self, pack: PackId) -> Result<Response> {
        let (response_id, name) = (self.surroundings.new_id(), self.name());
        let bytes = self.change(pack, |pack, draft, hand| {
            let facts = draft.facts();
            draft.out.extend(&facts);
            draft.made = Some(ResponseShape { pack_id: response_id, at: hand.now, facts });
            pack.seal(response_id, &name, hand)
        })?;
        let found = self.find(pack)?;
        let states: Vec<ReviewState> = found.applications().iter().map(|(_, application)| found.state(*application)).collect();
        Ok(Response {
            file_name: exchange::neutral_name(response_id),
            bytes,
            reviews: states.iter().filter(|state| matches!(state, ReviewState::Sealed | ReviewState::Sent)).count(),
            interests: states.iter().filter(|state| matches!(state, ReviewState::Interest)).count(),
            missing: found.missing(),
        })
    }

    /// The response that was made last is saved where it can be sent from.
    pub fn mark_sent(&mut self, pack: PackId) -> Result<()> {
        self.change(pack, |_, draft, _| {
            let made = draft.made.take().ok_or(Error::WrongState)?;
            draft.responses.insert(made.pack_id);
            draft.sent = Some(made);
            Ok(())
        })
    }
}

impl Pack {
    fn seal(&self, id: Uuid, name: &str, hand: &Hand<'_>) -> Result<Vec<u8>> {
        let asked = &self.desk.manifest;
        let items = self.draft.items.values();
        let response = ResponseSheet {
            round_id: self.round(),
            reviewer: self.desk.round.reviewer,
            opened_at: self.draft.opened_at,
            answers: items.clone().flat_map(|item| item.answers.iter().cloned()).collect(),
            reviews: items.flat_map(|item| item.reviews.iter().cloned()).collect(),
        };
        let mut contents = Contents::default();
        contents.put_sheet(sheet::RESPONSE, &response)?;
        let me = Party::new(self.desk.round.reviewer, name, &hand.keyring.recipient(), hand.keyring.verifying_key());
        let to = vec![asked.from.clone()];
        let mut manifest = Manifest::new(PackKind::Response, id, asked.register_id, &asked.partnership, hand.now, me, to);
        manifest.round = Some(self.round());
        manifest.in_reply_to = Some(self.id());
        manifest.heads_seen = asked.journal.iter().cloned().collect();
        manifest.applications.clone_from(&asked.applications);
        let sender: Recipient = asked.from.recipient.parse().map_err(|_| PackError::Damaged)?;
        Ok(exchange::seal(manifest, &contents, hand.keyring, &[sender])?)
    }
}

/// Keeps a card or a response under a new name: written aside, read back, and never over another file.
pub fn keep_new(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    let not_writable = || PackError::NotWritable { path: path.to_owned() };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().and_then(|name| name.to_str()).ok_or_else(not_writable)?;
    Ok(exchange::write_new(folder, name, bytes)?.publish()?)
}
