//! The printed recovery key: an age identity on paper, in two sealed envelopes.

use crate::seal::{self, Opener};
use crate::{Fingerprint, KeyError, Recipient};
use age::secrecy::ExposeSecret;
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroizing;

/// The key that opens the register and everything sealed in it when every passphrase is lost.
pub struct RecoveryKey(age::x25519::Identity);

impl RecoveryKey {
    /// A new recovery key, from the operating system's randomness.
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// A recovery key as typed from paper. Case, spaces and line breaks make no difference.
    pub fn typed(text: &str) -> Result<Self, KeyError> {
        let plain: Zeroizing<String> = Zeroizing::new(text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect());
        age::x25519::Identity::from_str(&plain).map(Self).map_err(|_| KeyError::Malformed { what: "recovery key" })
    }

    /// The text to print: `AGE-SECRET-KEY-1…`, which the age program reads too.
    pub fn printed(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// For whom to seal, so that this key opens it.
    pub fn recipient(&self) -> Recipient {
        Recipient::of(&self.0)
    }

    /// The short fingerprint, which may be printed on the outside of the envelope.
    pub fn fingerprint(&self) -> Fingerprint {
        Self::fingerprint_of(&self.recipient())
    }

    /// The fingerprint of a recovery key of which only the public half is known.
    pub fn fingerprint_of(recipient: &Recipient) -> Fingerprint {
        Fingerprint::of(&[&recipient.to_string()])
    }
}

impl Opener for RecoveryKey {
    fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        seal::open(&self.0, sealed)
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecoveryKey({})", self.fingerprint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_key_can_be_typed_back() {
        let key = RecoveryKey::generate();
        let printed = key.printed();
        assert!(printed.starts_with("AGE-SECRET-KEY-1"));
        let (front, back) = printed.split_at(30);
        let typed = RecoveryKey::typed(&format!(" {} \n{}", front.to_lowercase(), back)).unwrap();
        assert_eq!(typed.recipient(), key.recipient());
        assert_eq!(typed.fingerprint(), key.fingerprint());
    }

    #[test]
    fn a_slip_of_the_pen_is_noticed() {
        let printed = RecoveryKey::generate().printed();
        let slipped = if printed.ends_with('Q') { "P" } else { "Q" };
        let text = format!("{}{slipped}", &printed[..printed.len() - 1]);
        assert!(RecoveryKey::typed(&text).is_err());
    }

    #[test]
    fn the_secret_is_not_shown_by_debug() {
        let key = RecoveryKey::generate();
        assert!(!format!("{key:?}").contains("SECRET"));
    }
}
