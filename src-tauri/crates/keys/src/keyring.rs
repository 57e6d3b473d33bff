//! A member's keyring: what opens and what signs.

use crate::seal::{self, Opener};
use crate::sign::SigningKey;
use crate::{Fingerprint, KeyError, Recipient, VerifyingKey};
use age::secrecy::ExposeSecret;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroizing;

/// A member's secret keys, in memory while the register is unlocked. Dropping it wipes them.
pub struct Keyring {
    identity: age::x25519::Identity,
    signing: SigningKey,
    verifying: VerifyingKey,
}

impl Keyring {
    /// New keys, from the operating system's randomness.
    pub fn generate() -> Result<Self, KeyError> {
        Self::from_parts(age::x25519::Identity::generate(), SigningKey::generate()?)
    }

    fn from_parts(identity: age::x25519::Identity, signing: SigningKey) -> Result<Self, KeyError> {
        Ok(Self { verifying: signing.verifying_key()?, identity, signing })
    }

    /// For whom to seal, so that this keyring opens it.
    pub fn recipient(&self) -> Recipient {
        Recipient::of(&self.identity)
    }

    /// What proves this keyring's signatures.
    pub fn verifying_key(&self) -> &VerifyingKey {
        &self.verifying
    }

    /// The short fingerprint of both public keys.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&[&self.recipient().to_string(), &self.verifying.to_string()])
    }

    /// Signs bytes. The comment is covered by the signature too, and is the text of a minisign file.
    pub fn sign(&self, bytes: &[u8], comment: &str) -> Result<String, KeyError> {
        self.signing.sign(bytes, comment)
    }

    /// The secrets as two lines, to be closed into a vault at once.
    pub(crate) fn to_secret(&self) -> Zeroizing<String> {
        let identity = self.identity.to_string();
        let signing = Zeroizing::new(STANDARD.encode(self.signing.to_bytes()));
        // Room for both, so that the text never moves and leaves a copy behind.
        let mut text = Zeroizing::new(String::with_capacity(512));
        text.push_str(identity.expose_secret());
        text.push('\n');
        text.push_str(&signing);
        text
    }

    pub(crate) fn from_secret(text: &str) -> Result<Self, KeyError> {
        let malformed = KeyError::Malformed { what: "vault" };
        let (identity, signing) = text.split_once('\n').ok_or(malformed.clone())?;
        let identity = age::x25519::Identity::from_str(identity).map_err(|_| malformed.clone())?;
        let signing = Zeroizing::new(STANDARD.decode(signing).map_err(|_| malformed)?);
        Self::from_parts(identity, SigningKey::from_bytes(signing)?)
    }
}

impl Opener for Keyring {
    fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        seal::open(&self.identity, sealed)
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keyring({})", self.fingerprint())
    }
}
