//! The key of the register itself: 32 random bytes, sealed to those who work at it.

use crate::{KeyError, Opener, Random, Recipient, seal};
use std::fmt;
use zeroize::Zeroizing;

/// The raw key of the encrypted file. Wiped when dropped.
#[derive(Clone)]
pub struct RegisterKey(Zeroizing<[u8; 32]>);

impl RegisterKey {
    /// A new key.
    pub fn generate(random: &Random<'_>) -> Self {
        let mut key = Zeroizing::new([0_u8; 32]);
        random(key.as_mut_slice());
        Self(key)
    }

    /// The key file: this key, sealed to each recipient.
    pub fn seal_to(&self, recipients: &[Recipient]) -> Result<Vec<u8>, KeyError> {
        seal(self.0.as_slice(), recipients)
    }

    /// Reads a key file.
    pub fn open_with(opener: &dyn Opener, file: &[u8]) -> Result<Self, KeyError> {
        let plain = opener.open(file)?;
        let mut key = Zeroizing::new([0_u8; 32]);
        if plain.len() != key.len() {
            return Err(KeyError::Damaged);
        }
        key.copy_from_slice(&plain);
        Ok(Self(key))
    }

    /// The key in hexadecimal, as the encrypted file is opened with it.
    pub fn hex(&self) -> Zeroizing<String> {
        use std::fmt::Write;
        let mut text = Zeroizing::new(String::with_capacity(64));
        for byte in self.0.iter() {
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

impl fmt::Debug for RegisterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RegisterKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Keyring, RecoveryKey};

    #[test]
    fn a_member_and_the_recovery_key_open_the_key_file() {
        let ann = Keyring::generate().unwrap();
        let recovery = RecoveryKey::generate();
        let key = RegisterKey::generate(&|bytes: &mut [u8]| bytes.fill(0xa5));
        let file = key.seal_to(&[ann.recipient(), recovery.recipient()]).unwrap();
        for opener in [&ann as &dyn Opener, &recovery] {
            assert_eq!(*RegisterKey::open_with(opener, &file).unwrap().hex(), "a5".repeat(32));
        }
        let stranger = Keyring::generate().unwrap();
        assert_eq!(RegisterKey::open_with(&stranger, &file).unwrap_err(), KeyError::NotForThisKey);
    }
}
