//! A pack explained to a technical helper: what can be said about it, and what was proved, without its words.

use super::manifest::Manifest;
use super::{header, opening};
use crate::{PackError, hex};
use keys::{Fingerprint, Opener, Recipient, VerifyingKey};

/// What can be said about a pack.
#[derive(Debug)]
pub struct Description {
    /// How many bytes the file has.
    pub size: u64,
    /// How many people it is sealed to, or why that cannot be said.
    pub recipients: Result<usize, PackError>,
    /// What is in it, or why that cannot be said. None without a key.
    pub inside: Option<Result<Inside, PackError>>,
}

/// What is in a pack.
#[derive(Debug)]
pub struct Inside {
    /// What it says about itself.
    pub manifest: Manifest,
    /// The hash of the manifest.
    pub sha256: String,
    /// The fingerprint of the keys the sender states.
    pub fingerprint: Option<Fingerprint>,
    /// Whether the signature fits the key that the pack itself states. It does not say whose key that is.
    pub signed: bool,
    /// Every entry.
    pub items: Vec<Item>,
}

/// One file of a pack.
#[derive(Debug)]
pub struct Item {
    /// Its name in the archive.
    pub name: String,
    /// How many bytes.
    pub size: u64,
    /// Whether its bytes have the hash that the manifest names.
    pub whole: bool,
}

/// Describes a pack. It takes nothing in: that a pack can be described does not mean that it would be accepted.
pub fn describe(bytes: &[u8], opener: Option<&dyn Opener>) -> Description {
    Description {
        size: bytes.len() as u64,
        recipients: header::recipients(bytes),
        inside: opener.map(|opener| opening::decrypt(bytes, opener).and_then(|plain| inside(&plain))),
    }
}

/// What is in a pack that was decrypted.
pub(crate) fn inside(plain: &[u8]) -> Result<Inside, PackError> {
    let apart = opening::apart(plain)?;
    if apart.stated.version > super::VERSION {
        return Err(PackError::NewerVersion { found: apart.stated.version, ours: super::VERSION });
    }
    let manifest: Manifest = serde_json::from_slice(apart.head).map_err(|_| PackError::Damaged)?;
    let stated = manifest.from.verifying_key.parse::<VerifyingKey>();
    let signed = stated.as_ref().is_ok_and(|key| opening::prove(&apart, key).is_ok());
    let fingerprint = match (manifest.from.recipient.parse::<Recipient>(), stated) {
        (Ok(recipient), Ok(key)) => Some(Fingerprint::of_member(&recipient, &key)),
        _ => None,
    };
    let hash = |name: &str| manifest.files.iter().find(|file| file.name == name).map(|file| file.sha256.as_str());
    let items = apart
        .bodies
        .iter()
        .map(|entry| Item {
            name: entry.name.to_owned(),
            size: entry.bytes.len() as u64,
            whole: hash(entry.name) == Some(hex::text(&hex::sha256(entry.bytes)).as_str()),
        })
        .collect();
    Ok(Inside { sha256: hex::text(&hex::sha256(apart.head)), fingerprint, signed, items, manifest })
}
