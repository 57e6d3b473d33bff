//! Making a pack.

use super::contents::{Named, data_name, file_name};
use super::manifest::{FileEntry, Manifest};
use super::{
    FORMAT, LARGEST_DATA, LARGEST_FILE, LARGEST_PACK, MANIFEST, MOST_ENTRIES, MOST_RECIPIENTS, SIGNATURE, SUMS, VERSION, comment, sums,
    tape,
};
use crate::{Contents, Hostile, Limit, PackError, hex};
use keys::{Keyring, Recipient};
use uuid::Uuid;
use zeroize::Zeroizing;

/// Makes a pack: fills in the manifest's files, signs it, and seals all of it to the recipients. The hash of each attached
/// file is its key in the contents, and is not worked out again; whoever takes the pack in does that.
pub fn seal(mut manifest: Manifest, contents: &Contents, keyring: &Keyring, recipients: &[Recipient]) -> Result<Vec<u8>, PackError> {
    if recipients.len() > MOST_RECIPIENTS {
        return Err(PackError::TooManyRecipients { most: MOST_RECIPIENTS });
    }
    // A pack that its receivers would refuse is not made.
    if manifest.from.verifying_key != keyring.verifying_key().to_string() || manifest.from.recipient != keyring.recipient().to_string() {
        return Err(PackError::BadSignature);
    }
    if manifest.kind.has_round() && manifest.round.is_none() {
        return Err(PackError::OtherRound);
    }
    FORMAT.clone_into(&mut manifest.format);
    manifest.version = VERSION;
    let bodies = bodies(contents)?;
    manifest.files = bodies.iter().map(|(entry, _)| entry.clone()).collect();
    let head = Zeroizing::new(serde_json::to_vec_pretty(&manifest).map_err(|_| PackError::Damaged)?);
    within(head.len(), LARGEST_DATA, Limit::Manifest)?;
    let signature = keyring.sign(&head, &comment(manifest.pack_id, manifest.kind.code()))?;
    let sums = sums(&manifest.files);
    let first = [(MANIFEST, head.as_slice()), (SIGNATURE, signature.as_bytes()), (SUMS, sums.as_bytes())];

    let seconds = u64::try_from(manifest.created.timestamp()).unwrap_or(0);
    let size = tape::size(first.iter().map(|(_, bytes)| bytes.len()).chain(bodies.iter().map(|(_, bytes)| bytes.len())));
    within(size, LARGEST_PACK.saturating_sub(1024 * 1024), Limit::Whole)?;
    // Room for all of it, so that the text never moves and leaves a copy behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(size));
    for (name, bytes) in first {
        tape::write(&mut plain, name, bytes, seconds)?;
    }
    for (entry, bytes) in &bodies {
        tape::write(&mut plain, &entry.name, bytes, seconds)?;
    }
    tape::end(&mut plain);
    Ok(keys::seal(&plain, recipients)?)
}

/// Every file with its line for the manifest.
fn bodies(contents: &Contents) -> Result<Vec<(FileEntry, &[u8])>, PackError> {
    within(contents.data.len().saturating_add(contents.files.len()).saturating_add(3), MOST_ENTRIES as u64, Limit::Entries)?;
    let mut bodies = Vec::new();
    for (name, bytes) in &contents.data {
        within(bytes.len(), LARGEST_DATA, Limit::Data)?;
        bodies.push((data_name(name), hex::text(&hex::sha256(bytes)), bytes.as_slice()));
    }
    for (sha256, file) in &contents.files {
        within(file.bytes.len(), LARGEST_FILE, Limit::File)?;
        bodies.push((file_name(sha256, &file.ending), sha256.clone(), file.bytes.as_slice()));
    }
    bodies
        .into_iter()
        .map(|(name, sha256, bytes)| {
            Named::read(&name).ok_or(PackError::hostile(Hostile::Name))?;
            Ok((FileEntry { name, size: bytes.len() as u64, sha256 }, bytes))
        })
        .collect()
}

fn within(found: usize, most: u64, limit: Limit) -> Result<(), PackError> {
    if found as u64 > most { Err(PackError::TooMuch { limit, most }) } else { Ok(()) }
}

/// A file name that says no person, group, round or time: `pack 3F2A-91C0.chestpack`.
pub fn neutral_name(pack_id: Uuid) -> String {
    // The end of the id is chance; its beginning is the time.
    let id = pack_id.simple().to_string().to_uppercase();
    let (_, tail) = id.split_at_checked(24).unwrap_or(("", &id));
    let (one, other) = tail.split_at_checked(4).unwrap_or((tail, ""));
    format!("pack {one}-{other}.chestpack")
}
