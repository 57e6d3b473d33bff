//! Taking a pack in: every step may refuse it, and nothing of a refused pack is kept.

use super::contents::Named;
use super::manifest::{FileEntry, Manifest, PackKind, Party};
use super::tape::{self, Entry};
use super::{FIRST, FORMAT, LARGEST_DATA, LARGEST_FILE, LARGEST_PACK, LARGEST_SIGNATURE, MOST_ENTRIES, VERSION, comment, header, sums};
use crate::card::is_name;
use crate::{Contents, Hostile, Limit, PackError, PackFile, hex};
use chrono::{DateTime, Utc};
use keys::{Fingerprint, Opener, Recipient, VerifyingKey};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

/// What the one who takes a pack in knows, and the pack must fit.
pub struct Expected<'a> {
    /// Who takes it in.
    pub me: &'a Recipient,
    /// What kind of pack is wanted.
    pub kind: PackKind,
    /// The key of a sender, from *our* records and never from the pack. None when we do not know them.
    pub sender: &'a dyn Fn(&Party) -> Option<VerifyingKey>,
    /// The register it must be of. None on a machine that has none yet.
    pub register: Option<Uuid>,
    /// Whether a round is one of ours.
    pub round: &'a dyn Fn(Uuid) -> bool,
    /// What time it is.
    pub now: DateTime<Utc>,
}

/// A pack that passed every check.
#[derive(Debug)]
pub struct Opened {
    /// What it says about itself.
    pub manifest: Manifest,
    /// What it carries.
    pub contents: Contents,
    /// The hash of the manifest's bytes as they came: the pack's name for all time.
    pub sha256: [u8; 32],
    /// The trusted comment of its signature.
    pub comment: String,
    /// The manifest's bytes and its signature as they came, for whoever keeps them and proves them again: see [`reprove`].
    pub proof: Proof,
}

/// A manifest as its author signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Its text, letter by letter.
    pub head: String,
    /// The signature, in the minisign format.
    pub signature: String,
}

/// Proves a manifest that was kept, with the key of its author. It answers what the manifest says, and nothing about the
/// files it names: whoever keeps those holds them against its hashes.
pub fn reprove(proof: &Proof, key: &VerifyingKey) -> Result<Manifest, PackError> {
    let found = keys::verify(key, proof.head.as_bytes(), &proof.signature).map_err(|_| PackError::BadSignature)?;
    let manifest: Manifest = serde_json::from_str(&proof.head).map_err(|_| PackError::Damaged)?;
    if found == comment(manifest.pack_id, manifest.kind.code()) { Ok(manifest) } else { Err(PackError::BadSignature) }
}

/// What can be read of a manifest of any version.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Stated {
    format: String,
    pub(super) version: u32,
    kind: String,
    pack_id: Uuid,
    register_id: Uuid,
    #[serde(default)]
    round: Option<Uuid>,
    pub(super) from: Party,
    to: Vec<Party>,
}

/// A pack in memory, apart but not proved.
pub(super) struct Apart<'a> {
    pub(super) head: &'a [u8],
    pub(super) signature: &'a str,
    pub(super) sums: &'a [u8],
    pub(super) stated: Stated,
    pub(super) bodies: Vec<Entry<'a>>,
}

/// Takes a pack in, in the order of the handbook: size, recipients, decryption to the end, archive, signature, comment,
/// addressee, kind, partnership, round, version, time, hashes, limits. All of it happens in memory.
pub fn open(bytes: &[u8], opener: &dyn Opener, expected: &Expected<'_>) -> Result<Opened, PackError> {
    let plain = decrypt(bytes, opener)?;
    inside(&plain, expected)
}

/// The outside: size, recipients, and the sealing itself.
pub(super) fn decrypt(bytes: &[u8], opener: &dyn Opener) -> Result<Zeroizing<Vec<u8>>, PackError> {
    if bytes.len() as u64 > LARGEST_PACK {
        return Err(PackError::TooLarge { most: LARGEST_PACK });
    }
    header::recipients(bytes)?;
    Ok(opener.open(bytes)?)
}

/// The inside, once it is decrypted to the end.
pub(crate) fn inside(plain: &[u8], expected: &Expected<'_>) -> Result<Opened, PackError> {
    let apart = apart(plain)?;
    let known = (expected.sender)(&apart.stated.from);
    let comment = match &known {
        Some(key) => prove(&apart, key)?,
        None => return Err(unknown_sender(&apart)),
    };
    fits(&apart.stated, expected)?;
    let manifest: Manifest = serde_json::from_slice(apart.head).map_err(|_| PackError::Damaged)?;
    if manifest.expires.is_some_and(|end| end < expected.now) {
        return Err(PackError::Expired);
    }
    let contents = contents(&apart, &manifest.files)?;
    let head = std::str::from_utf8(apart.head).map_err(|_| PackError::Damaged)?.to_owned();
    let proof = Proof { head, signature: apart.signature.to_owned() };
    Ok(Opened { manifest, contents, sha256: hex::sha256(apart.head), comment, proof })
}

/// Takes the archive apart: the three first entries, then exactly the files that the manifest names.
pub(super) fn apart(plain: &[u8]) -> Result<Apart<'_>, PackError> {
    let entries = tape::read(plain, MOST_ENTRIES)?;
    let missing = || PackError::hostile(Hostile::Missing);
    for (name, place) in FIRST.iter().zip(0..) {
        let found = entries.get(place).ok_or_else(missing)?;
        if found.name != *name {
            let why = if entries.iter().any(|entry| entry.name == *name) { Hostile::Order } else { Hostile::Missing };
            return Err(PackError::hostile(why));
        }
    }
    let [head, signature, list, bodies @ ..] = entries.as_slice() else { return Err(missing()) };
    for (entry, most) in [(head, LARGEST_DATA), (signature, LARGEST_SIGNATURE), (list, LARGEST_DATA)] {
        if entry.bytes.len() as u64 > most {
            return Err(PackError::TooMuch { limit: Limit::Manifest, most });
        }
    }
    let signature = std::str::from_utf8(signature.bytes).map_err(|_| PackError::BadSignature)?;
    let stated: Stated = serde_json::from_slice(head.bytes).map_err(|_| PackError::Damaged)?;
    if stated.format != FORMAT || stated.version == 0 {
        return Err(PackError::Damaged);
    }
    let apart = Apart { head: head.bytes, signature, sums: list.bytes, stated, bodies: bodies.to_vec() };
    // A newer program may name its files otherwise. It is refused for its version, once it is known who wrote it.
    if apart.stated.version == VERSION {
        as_listed(&apart)?;
    }
    Ok(apart)
}

/// The entries are those of the manifest, in its order and with its sizes; none twice, none missing, none else.
fn as_listed(apart: &Apart<'_>) -> Result<(), PackError> {
    #[derive(Deserialize)]
    struct Listed {
        files: Vec<FileEntry>,
    }
    let listed: Listed = serde_json::from_slice(apart.head).map_err(|_| PackError::Damaged)?;
    let mut names = BTreeSet::new();
    for file in &listed.files {
        let what = Named::read(&file.name).ok_or(PackError::hostile(Hostile::Name))?;
        if !hex::is_sha256(&file.sha256) || matches!(what, Named::File { sha256, .. } if sha256 != file.sha256) {
            return Err(PackError::HashDiffers);
        }
        if !names.insert(file.name.as_str()) {
            return Err(PackError::hostile(Hostile::Twice));
        }
    }
    if apart.bodies.iter().any(|entry| !names.remove(entry.name)) {
        return Err(PackError::hostile(Hostile::NotInManifest));
    }
    if !names.is_empty() {
        return Err(PackError::hostile(Hostile::Missing));
    }
    for (entry, file) in apart.bodies.iter().zip(&listed.files) {
        if entry.name != file.name {
            return Err(PackError::hostile(Hostile::Order));
        }
        if entry.bytes.len() as u64 != file.size {
            return Err(PackError::hostile(Hostile::Size));
        }
    }
    Ok(())
}

/// Proves the manifest with a key, and its trusted comment. Answers the comment.
pub(super) fn prove(apart: &Apart<'_>, key: &VerifyingKey) -> Result<String, PackError> {
    let found = keys::verify(key, apart.head, apart.signature).map_err(|_| PackError::BadSignature)?;
    if found == comment(apart.stated.pack_id, &apart.stated.kind) { Ok(found) } else { Err(PackError::BadSignature) }
}

/// What to say of a sender whom nobody here knows: their keys, if they can at least sign with them.
fn unknown_sender(apart: &Apart<'_>) -> PackError {
    let from = &apart.stated.from;
    let (Ok(recipient), Ok(verifying_key)) = (from.recipient.parse::<Recipient>(), from.verifying_key.parse::<VerifyingKey>()) else {
        return PackError::Damaged;
    };
    if !is_name(&from.name) {
        return PackError::Damaged;
    }
    match prove(apart, &verifying_key) {
        Ok(_) => PackError::UnknownSender {
            name: from.name.clone(),
            fingerprint: Fingerprint::of_member(&recipient, &verifying_key),
            verifying_key,
            recipient,
        },
        Err(error) => error,
    }
}

/// It is for me, of the wanted kind, of our partnership and round, and of a version this program reads.
fn fits(stated: &Stated, expected: &Expected<'_>) -> Result<(), PackError> {
    let me = expected.me.to_string();
    if !stated.to.iter().any(|party| party.recipient == me) {
        return Err(PackError::NotAddressedToMe);
    }
    let kind = PackKind::from_code(&stated.kind);
    if kind != Some(expected.kind) && (kind.is_some() || stated.version <= VERSION) {
        return Err(PackError::WrongKind { found: kind.map_or("unknown", PackKind::code) });
    }
    if expected.register.is_some_and(|ours| ours != stated.register_id) {
        return Err(PackError::OtherPartnership);
    }
    let fits = stated.round.map_or(!expected.kind.has_round(), |round| (expected.round)(round));
    if !fits {
        return Err(PackError::OtherRound);
    }
    if stated.version > VERSION {
        return Err(PackError::NewerVersion { found: stated.version, ours: VERSION });
    }
    Ok(())
}

/// Proves every hash, then every limit, and copies what is left into memory of its own.
fn contents(apart: &Apart<'_>, files: &[FileEntry]) -> Result<Contents, PackError> {
    if apart.sums != sums(files).as_bytes() {
        return Err(PackError::HashDiffers);
    }
    for (entry, file) in apart.bodies.iter().zip(files) {
        if hex::text(&hex::sha256(entry.bytes)) != file.sha256 {
            return Err(PackError::HashDiffers);
        }
    }
    let mut named = Vec::new();
    for entry in &apart.bodies {
        let name = Named::read(entry.name).ok_or(PackError::hostile(Hostile::Name))?;
        let (limit, most) = match name {
            Named::Data(_) => (Limit::Data, LARGEST_DATA),
            Named::File { .. } => (Limit::File, LARGEST_FILE),
        };
        if entry.bytes.len() as u64 > most {
            return Err(PackError::TooMuch { limit, most });
        }
        named.push((name, entry.bytes));
    }
    let mut contents = Contents::default();
    for (name, bytes) in named {
        let bytes = Zeroizing::new(bytes.to_vec());
        match name {
            Named::Data(name) => drop(contents.data.insert(name.to_owned(), bytes)),
            Named::File { sha256, ending } => {
                drop(contents.files.insert(sha256.to_owned(), PackFile { ending: ending.to_owned(), bytes: Arc::new(bytes) }));
            }
        }
    }
    Ok(contents)
}
