//! Sealing to recipients, in the age format.

use crate::KeyError;
use std::fmt;
use std::io::{Read, Write};
use std::str::FromStr;
use zeroize::Zeroizing;

/// Somebody for whom bytes can be sealed: the public half of an age identity.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Recipient(age::x25519::Recipient);

impl Recipient {
    pub(crate) fn of(identity: &age::x25519::Identity) -> Self {
        Self(identity.to_public())
    }
}

impl FromStr for Recipient {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        age::x25519::Recipient::from_str(text.trim()).map(Self).map_err(|_| KeyError::Malformed { what: "recipient" })
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whoever can open what was sealed: a member's keyring, or the printed recovery key.
pub trait Opener {
    /// Opens sealed bytes. What comes out is wiped when dropped, and belongs in memory only.
    fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError>;
}

/// Seals bytes so that each recipient, and nobody else, can open them.
pub fn seal(plain: &[u8], recipients: &[Recipient]) -> Result<Vec<u8>, KeyError> {
    let encryptor =
        age::Encryptor::with_recipients(recipients.iter().map(|r| &r.0 as &dyn age::Recipient)).map_err(|error| match error {
            age::EncryptError::MissingRecipients => KeyError::NoRecipients,
            _ => KeyError::Failed { what: "sealing" },
        })?;
    let failed = |_| KeyError::Failed { what: "sealing" };
    let mut sealed = Vec::with_capacity(plain.len().saturating_add(1024));
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(failed)?;
    writer.write_all(plain).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(sealed)
}

/// Opens sealed bytes with one identity.
pub(crate) fn open(identity: &age::x25519::Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let decryptor = age::Decryptor::new_buffered(sealed).map_err(|_| KeyError::Damaged)?;
    let mut reader = decryptor.decrypt(std::iter::once(identity as &dyn age::Identity)).map_err(|error| match error {
        age::DecryptError::NoMatchingKeys => KeyError::NotForThisKey,
        _ => KeyError::Damaged,
    })?;
    // The plain text is never longer than the sealed text, so the buffer never moves and leaves no copy behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    reader.read_to_end(&mut plain).map_err(|_| KeyError::Damaged)?;
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Keyring, RecoveryKey};

    #[test]
    fn each_recipient_can_open_and_nobody_else() {
        let (ann, bob, eve) = (Keyring::generate().unwrap(), Keyring::generate().unwrap(), Keyring::generate().unwrap());
        let recovery = RecoveryKey::generate();
        let sealed = seal(b"the Allotment Society", &[ann.recipient(), bob.recipient(), recovery.recipient()]).unwrap();
        for opener in [&ann as &dyn Opener, &bob, &recovery] {
            assert_eq!(opener.open(&sealed).unwrap().as_slice(), b"the Allotment Society");
        }
        assert_eq!(eve.open(&sealed), Err(KeyError::NotForThisKey));
    }

    #[test]
    fn nothing_is_sealed_for_nobody() {
        assert_eq!(seal(b"x", &[]), Err(KeyError::NoRecipients));
    }

    #[test]
    fn any_flipped_byte_or_cut_is_noticed() {
        let ann = Keyring::generate().unwrap();
        let sealed = seal(b"three hundred pounds", &[ann.recipient()]).unwrap();
        for at in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[at] ^= 1;
            assert!(ann.open(&altered).is_err(), "byte {at}");
            assert!(ann.open(&sealed[..at]).is_err(), "cut at {at}");
        }
    }
}
