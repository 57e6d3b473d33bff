//! What the reviewer keeps: sealed to themselves, and signed by themselves, so that a file somebody else planted or
//! moved to another place is not taken for theirs. Anybody can seal to a public key; only its owner signs.

use crate::{PackError, Result};
use exchange::Contents;
use keys::{Keyring, Opener, Recipient, VerifyingKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What the comment of every such signature begins with.
const COMMENT: &str = "chest-desk ";

/// Seals bytes to oneself under a label: which file they are.
pub(super) fn close(keyring: &Keyring, label: &str, body: &[u8]) -> Result<Vec<u8>> {
    close_for(keyring, label, body, &[keyring.recipient()])
}

/// Seals bytes that one signs, so that each of these people can open them.
pub(crate) fn close_for(keyring: &Keyring, label: &str, body: &[u8], recipients: &[Recipient]) -> Result<Vec<u8>> {
    let signature = keyring.sign(body, &format!("{COMMENT}{label}"))?;
    let length = u32::try_from(signature.len()).map_err(|_| PackError::Damaged)?;
    // Room for all of it, so that the text never moves and leaves a copy behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(4_usize.saturating_add(signature.len()).saturating_add(body.len())));
    plain.extend_from_slice(&length.to_le_bytes());
    plain.extend_from_slice(signature.as_bytes());
    plain.extend_from_slice(body);
    Ok(keys::seal(&plain, recipients)?)
}

/// Opens bytes that were sealed under this label. Whatever is wrong with them, they are damaged.
pub(super) fn open(keyring: &Keyring, label: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let plain = keyring.open(sealed).map_err(|_| PackError::Damaged)?;
    let signed = apart(&plain)?;
    signed.prove(label, keyring.verifying_key())?;
    Ok(Zeroizing::new(signed.body.to_vec()))
}

/// What was sealed: its body, and a signature that is yet to be proved.
pub(crate) struct Signed<'p> {
    /// The bytes that were signed.
    pub(crate) body: &'p [u8],
    signature: &'p str,
}

/// Takes opened bytes apart.
pub(crate) fn apart(plain: &[u8]) -> Result<Signed<'_>> {
    let (length, rest) = plain.split_first_chunk::<4>().ok_or(PackError::Damaged)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| PackError::Damaged)?;
    let (signature, body) = rest.split_at_checked(length).ok_or(PackError::Damaged)?;
    let signature = std::str::from_utf8(signature).map_err(|_| PackError::Damaged)?;
    Ok(Signed { body, signature })
}

impl Signed<'_> {
    /// Proves that the holder of a key signed this body under this label.
    pub(crate) fn prove(&self, label: &str, key: &VerifyingKey) -> Result<()> {
        let comment = keys::verify(key, self.body, self.signature).map_err(|_| PackError::Damaged)?;
        if comment.strip_prefix(COMMENT) == Some(label) { Ok(()) } else { Err(PackError::Damaged.into()) }
    }
}

/// A record as JSON, in memory that is wiped.
pub(crate) fn json<T: Serialize>(record: &T) -> Result<Zeroizing<Vec<u8>>> {
    const NAME: &str = "record.json";
    let mut contents = Contents::default();
    contents.put_sheet(NAME, record)?;
    Ok(contents.data.remove(NAME).unwrap_or_default())
}

/// A record from JSON.
pub(crate) fn record<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Result<T> {
    serde_json::from_slice(bytes).map_err(|_| PackError::Damaged.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ones_own_file_in_its_own_place_is_opened() {
        let (ann, bob) = (Keyring::generate().unwrap(), Keyring::generate().unwrap());
        let sealed = close(&ann, "draft 7", b"Room hire is half of it.").unwrap();
        assert_eq!(open(&ann, "draft 7", &sealed).unwrap().as_slice(), b"Room hire is half of it.");
        assert!(open(&ann, "draft 8", &sealed).is_err(), "moved to the place of another");
        assert!(open(&bob, "draft 7", &sealed).is_err(), "somebody else's");
        // Bob knows whom to seal to, and cannot sign.
        let planted = close(&bob, "draft 7", b"Fund it in full.").unwrap();
        let planted = keys::seal(&bob.open(&planted).unwrap(), &[ann.recipient()]).unwrap();
        assert!(open(&ann, "draft 7", &planted).is_err(), "planted");
        assert!(open(&ann, "draft 7", &keys::seal(b"", &[ann.recipient()]).unwrap()).is_err());
        assert!(open(&ann, "draft 7", &keys::seal(&[255, 255, 255, 255, 0], &[ann.recipient()]).unwrap()).is_err());
    }
}
