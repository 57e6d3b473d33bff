//! A pack that comes to the desk: proved, held against what is here, and kept whole or not at all.

use super::shape::{DeskShape, DraftShape, FORMAT, SenderShape};
use super::view::{PackArrival, PackRefused};
use super::{Pack, Reviewer, kept};
use crate::{Error, FieldFault, PackError, Result, VersionText};
use domain::id::PackId;
use domain::interest::Answer;
use domain::review::Judgement;
use exchange::sheet::{self, ApplicationSheet, ReceiptSheet, RoundSheet};
use exchange::{Contents, Expected, Opened, PackKind, Party};
use keys::{Fingerprint, VerifyingKey};
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

/// The most letters of a stranger's words that are shown.
const LONGEST_SHOWN: usize = 120;

/// A pack that proved itself, and whether we know who sent it.
enum Proof {
    Known(Box<Opened>),
    Stranger(Box<Opened>, Fingerprint),
}

/// Whether what somebody read out over the phone is this fingerprint. Case, spaces and hyphens make no difference, and
/// letters that fingerprints do not have are taken for the digits they sound or look like.
fn is_read_out(read_out: &str, fingerprint: &Fingerprint) -> bool {
    let bare = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric).map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        });
        letters.collect()
    };
    bare(read_out) == bare(fingerprint.as_str())
}

impl Reviewer {
    /// Takes a pack in, if it proves itself and its sender is known here.
    pub fn take_in(&mut self, bytes: &[u8]) -> Result<PackArrival> {
        let (kind, proof) = self.prove_either(bytes);
        match proof {
            Ok(Proof::Known(opened)) => self.admit_kind(kind, &opened),
            Ok(Proof::Stranger(opened, _)) => {
                Ok(PackArrival::UnknownSender { name: shown(&opened.manifest.from.name), partnership: shown(&opened.manifest.partnership) })
            }
            Err(PackError::WrongKind { found }) if found == PackKind::Receipt.code() => self.receipt(bytes),
            Err(error) => Ok(refused(error)),
        }
    }

    /// Takes a pack in from a sender who read their fingerprint out, and knows that sender from now on.
    pub fn trust(&mut self, bytes: &[u8], read_out: &str) -> Result<PackArrival> {
        let refuse = |fault| Err(Error::Fields(vec![("fingerprint".to_owned(), fault)]));
        if read_out.trim().is_empty() {
            return refuse(FieldFault::Missing);
        }
        let (kind, proof) = self.prove_either(bytes);
        match proof {
            Ok(Proof::Known(opened)) => self.admit_kind(kind, &opened),
            Ok(Proof::Stranger(opened, fingerprint)) => {
                if !is_read_out(read_out, &fingerprint) {
                    return refuse(FieldFault::OtherFingerprint);
                }
                self.pin(&opened)?;
                self.admit_kind(kind, &opened)
            }
            Err(error) => Ok(refused(error)),
        }
    }

    /// Proves a pack that is to be reviewed or paid, and says which of the two it is.
    fn prove_either(&self, bytes: &[u8]) -> (PackKind, Result<Proof, PackError>) {
        match self.prove(bytes, PackKind::Review) {
            Err(PackError::WrongKind { found }) if found == PackKind::Payment.code() => {
                (PackKind::Payment, self.prove(bytes, PackKind::Payment))
            }
            proof => (PackKind::Review, proof),
        }
    }

    fn admit_kind(&mut self, kind: PackKind, opened: &Opened) -> Result<PackArrival> {
        if kind == PackKind::Payment { self.admit_payments(opened) } else { self.admit(opened) }
    }

    fn prove(&self, bytes: &[u8], kind: PackKind) -> Result<Proof, PackError> {
        let pinned = |party: &Party| -> Option<VerifyingKey> {
            self.senders.iter().find(|sender| !sender.former && is_same(sender, party)).and_then(|sender| sender.verifying_key.parse().ok())
        };
        match self.open_pack(bytes, kind, &pinned) {
            Ok(opened) => {
                let (register, from) = (opened.manifest.register_id, &opened.manifest.from);
                if self.senders.iter().any(|sender| !sender.former && sender.register_id == register && is_same(sender, from)) {
                    return Ok(Proof::Known(Box::new(opened)));
                }
                // Known from another partnership: for this one they are a stranger still.
                let fingerprint = fingerprint_of(from)?;
                Ok(Proof::Stranger(Box::new(opened), fingerprint))
            }
            // The pack is proved with the keys it states before anybody is asked to phone for it.
            Err(PackError::UnknownSender { fingerprint, .. }) => {
                let opened = self.open_pack(bytes, kind, &|party: &Party| party.verifying_key.parse().ok())?;
                Ok(Proof::Stranger(Box::new(opened), fingerprint))
            }
            Err(error) => Err(error),
        }
    }

    fn open_pack(&self, bytes: &[u8], kind: PackKind, sender: &dyn Fn(&Party) -> Option<VerifyingKey>) -> Result<Opened, PackError> {
        let me = self.keyring.recipient();
        // A desk belongs to no register, and takes every round it is sent.
        let expected = Expected { me: &me, kind, sender, register: None, round: &|_| true, now: self.surroundings.now() };
        exchange::open(bytes, &self.keyring, &expected)
    }

    /// Knows a sender from now on. Other keys of the same member are not trusted any more.
    fn pin(&mut self, opened: &Opened) -> Result<()> {
        let (manifest, from) = (&opened.manifest, &opened.manifest.from);
        let mut senders = self.senders.clone();
        senders.retain(|sender| sender.register_id != manifest.register_id || !is_same(sender, from));
        for sender in &mut senders {
            sender.former |= (sender.register_id, sender.member_id) == (manifest.register_id, from.member_id);
        }
        senders.push(SenderShape {
            register_id: manifest.register_id,
            member_id: from.member_id,
            name: from.name.clone(),
            partnership: manifest.partnership.clone(),
            recipient: from.recipient.clone(),
            verifying_key: from.verifying_key.clone(),
            trusted_at: self.surroundings.now(),
            former: false,
        });
        kept::write_senders(&self.own(), &self.keyring, &senders)?;
        self.senders = senders;
        Ok(())
    }

    /// Puts a proved pack on the desk.
    fn admit(&mut self, opened: &Opened) -> Result<PackArrival> {
        let Some(round) = checked(opened, &self.keyring.recipient().to_string()) else {
            return Ok(PackArrival::Refused(PackRefused::BadContent));
        };
        let here = self.packs.iter().position(|pack| pack.round() == round.round_id);
        let found = here.and_then(|place| self.packs.get(place));
        if let Some(found) = found {
            if found.desk.manifest.register_id != opened.manifest.register_id {
                return Ok(refused(PackError::OtherPartnership));
            }
            if found.id() == opened.manifest.pack_id || found.desk.manifest.created > opened.manifest.created {
                return Ok(PackArrival::Opened { pack_id: PackId(found.id()), already: true, replaces: false });
            }
        }
        let own = self.own();
        let draft = match found {
            Some(found) => found.draft.clone(),
            None => self.former_draft(opened, round.round_id)?,
        };
        let mut manifest = opened.manifest.clone();
        manifest.files.clear();
        let desk = DeskShape { format: FORMAT, manifest, round, shut: Vec::new(), files: Vec::new() };
        let mut pack = Pack { desk, draft };
        pack.settle();
        pack.strip();
        // The draft first: a pack without one would not open.
        kept::write_draft(&own, &self.keyring, pack.round(), &pack.draft)?;
        let file = |sha256: &str| opened.contents.files.get(sha256).map(|file| file.bytes.as_slice());
        kept::write_desk(&own, &self.keyring, &mut pack.desk, &file)?;
        let arrival = PackArrival::Opened { pack_id: PackId(pack.id()), already: false, replaces: here.is_some() };
        match here.and_then(|place| self.packs.get_mut(place)) {
            Some(place) => *place = pack,
            None => self.packs.push(pack),
        }
        self.sort();
        Ok(arrival)
    }

    /// What is left from an earlier pack of this round that was removed or damaged, or a new draft.
    fn former_draft(&mut self, opened: &Opened, round: Uuid) -> Result<DraftShape> {
        let (own, register) = (self.own(), opened.manifest.register_id);
        let stood = kept::desk_path(&own, round).exists();
        let draft = match kept::read_draft(&own, &self.keyring, round) {
            Ok(Some(draft)) if draft.register_id == register => draft,
            Ok(None) => DraftShape::new(register, self.surroundings.now()),
            Ok(Some(_)) | Err(Error::Pack(PackError::Damaged)) => {
                kept::put_damaged_draft_aside(&own, round)?;
                DraftShape::new(register, self.surroundings.now())
            }
            Err(error) => return Err(error),
        };
        if stood {
            // It was counted as damaged, and the new one takes its place.
            self.damaged = self.damaged.saturating_sub(1);
        }
        Ok(draft)
    }

    /// Takes in word that a response arrived.
    fn receipt(&mut self, bytes: &[u8]) -> Result<PackArrival> {
        let opened = match self.prove(bytes, PackKind::Receipt) {
            Ok(Proof::Known(opened)) => opened,
            Ok(Proof::Stranger(opened, fingerprint)) => {
                let from = &opened.manifest.from;
                let (Ok(verifying_key), Ok(recipient)) = (from.verifying_key.parse(), from.recipient.parse()) else {
                    return Ok(refused(PackError::Damaged));
                };
                return Ok(refused(PackError::UnknownSender { name: shown(&from.name), verifying_key, recipient, fingerprint }));
            }
            Err(error) => return Ok(refused(error)),
        };
        let Ok(told) = opened.contents.sheet::<ReceiptSheet>(sheet::RECEIPT) else {
            return Ok(PackArrival::Refused(PackRefused::BadContent));
        };
        let register = opened.manifest.register_id;
        let answered = |pack: &&Pack| pack.draft.register_id == register && pack.draft.responses.contains(&told.for_pack);
        let Some(pack_id) = self.packs.iter().find(answered).map(|pack| PackId(pack.id())) else {
            return Ok(PackArrival::Refused(PackRefused::NotAnAnswer));
        };
        self.change(pack_id, |_, draft, _| {
            draft.received_at = draft.received_at.max(Some(told.taken_in_at));
            Ok(PackArrival::Received { pack_id })
        })
    }
}

impl Pack {
    /// Holds what the register knows against what was said here: an interest that the chair settled since is none any more.
    fn settle(&mut self) {
        let created = self.desk.manifest.created;
        for sheet in &self.desk.round.applications {
            let Some(item) = self.draft.items.get_mut(&sheet.application_id) else { continue };
            let sent = |id: &Uuid| self.draft.sent.as_ref().is_some_and(|sent| sent.facts.contains(id));
            // The chair can have settled only what they were told, before they made this pack.
            let told = item.answers.last().is_some_and(|last| sent(&last.id()));
            let before = item.said().last().is_some_and(|last| last.at < created);
            if sheet.stance == Answer::RuledNone.code() && told && before {
                item.settled_at = Some(created);
            }
        }
    }
}

fn refused(error: PackError) -> PackArrival {
    PackArrival::Refused(PackRefused::Pack(error))
}

pub(crate) fn is_same(sender: &SenderShape, party: &Party) -> bool {
    (sender.member_id, sender.recipient.as_str(), sender.verifying_key.as_str())
        == (party.member_id, party.recipient.as_str(), party.verifying_key.as_str())
}

fn fingerprint_of(party: &Party) -> Result<Fingerprint, PackError> {
    match (party.recipient.parse(), party.verifying_key.parse()) {
        (Ok(recipient), Ok(verifying_key)) => Ok(Fingerprint::of_member(&recipient, &verifying_key)),
        _ => Err(PackError::Damaged),
    }
}

/// A stranger's words, short and on one line.
fn shown(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(LONGEST_SHOWN).collect()
}

/// The round of a pack, if everything in it can be read and fits together.
fn checked(opened: &Opened, me: &str) -> Option<RoundSheet> {
    let round: RoundSheet = opened.contents.sheet(sheet::ROUND).ok()?;
    let manifest = &opened.manifest;
    let mine = manifest.to.iter().any(|party| party.recipient == me && party.member_id == round.reviewer);
    let mut ids = BTreeSet::new();
    let once = round.applications.iter().all(|sheet| ids.insert(sheet.application_id));
    let fits = manifest.round == Some(round.round_id) && mine && once;
    (fits && round.applications.iter().all(|sheet| is_whole(sheet, opened))).then_some(round)
}

fn is_whole(sheet: &ApplicationSheet, opened: &Opened) -> bool {
    // The reviewer signs that they read the text of this hash, so it is worked out here.
    let text = Arc::new(Zeroizing::new(sheet.text.as_bytes().to_vec()));
    let hash = Contents::default().put_file("json", text);
    let stated = opened.manifest.applications.iter().find(|one| one.application_id == sheet.application_id);
    let agrees = stated.is_none_or(|one| (one.version, &one.sha256) == (sheet.version, &sheet.version_sha256));
    hash == sheet.version_sha256
        && agrees
        && VersionText::from_json(&sheet.text).is_ok()
        && sheet.summary.asked_pence >= 0
        && sheet.files.iter().all(|file| opened.contents.files.contains_key(&file.sha256))
        && sheet.own_reviews.iter().all(|review| Judgement::try_from(&review.judgement).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_understood_as_people_read_it_out() {
        let keyring = keys::Keyring::generate().unwrap();
        let fingerprint = keyring.fingerprint();
        let text = fingerprint.as_str();
        let heard = text.to_lowercase().replace('0', "o").replace('1', "l");
        for read_out in [text, &text.replace('-', " "), &text.replace('-', ""), &format!("  {} ", text.to_lowercase()), &heard] {
            assert!(is_read_out(read_out, &fingerprint), "{read_out}");
        }
        let other = keys::Keyring::generate().unwrap().fingerprint();
        for read_out in ["", "-", other.as_str(), &text[..18], &format!("{text}7")] {
            assert!(!is_read_out(read_out, &fingerprint), "{read_out}");
        }
    }
}
