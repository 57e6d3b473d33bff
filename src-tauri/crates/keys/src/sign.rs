//! Signatures, in the minisign format.

use crate::KeyError;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minisign::{KeyPair, PublicKey, SecretKey, SignatureBox};
use std::fmt;
use std::io::Cursor;
use std::str::FromStr;
use zeroize::Zeroizing;

/// The public half of a signing key: what proves a signature.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct VerifyingKey(String);

impl VerifyingKey {
    /// The two-line text of a minisign `.pub` file.
    pub fn to_file(&self) -> String {
        format!("untrusted comment: community chest public key\n{}\n", self.0)
    }
}

impl FromStr for VerifyingKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let key = PublicKey::from_base64(text.trim()).map_err(|_| KeyError::Malformed { what: "public key" })?;
        Ok(Self(key.to_base64()))
    }
}

impl fmt::Display for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The secret half. Kept as bytes that are wiped when dropped.
#[derive(Clone)]
pub(crate) struct SigningKey(Zeroizing<Vec<u8>>);

impl SigningKey {
    pub(crate) fn generate() -> Result<Self, KeyError> {
        let pair = KeyPair::generate_unencrypted_keypair().map_err(|_| KeyError::Failed { what: "signing key" })?;
        Ok(Self(Zeroizing::new(pair.sk.to_bytes())))
    }

    pub(crate) fn from_bytes(bytes: Zeroizing<Vec<u8>>) -> Result<Self, KeyError> {
        let key = Self(bytes);
        key.verifying_key()?;
        Ok(key)
    }

    pub(crate) fn to_bytes(&self) -> &[u8] {
        &self.0
    }

    fn key(&self) -> Result<SecretKey, KeyError> {
        SecretKey::from_bytes(&self.0).map_err(|_| KeyError::Malformed { what: "signing key" })
    }

    pub(crate) fn verifying_key(&self) -> Result<VerifyingKey, KeyError> {
        PublicKey::from_secret_key(&self.key()?)
            .map(|key| VerifyingKey(key.to_base64()))
            .map_err(|_| KeyError::Malformed { what: "signing key" })
    }

    pub(crate) fn sign(&self, bytes: &[u8], comment: &str) -> Result<String, KeyError> {
        // A comment is always given: without one the library would read the clock.
        minisign::sign(None, &self.key()?, Cursor::new(bytes), Some(comment), Some("signature from a community chest member"))
            .map(SignatureBox::into_string)
            .map_err(|_| KeyError::Failed { what: "signing" })
    }
}

/// Proves a signature over bytes, and answers its trusted comment.
pub fn verify(key: &VerifyingKey, bytes: &[u8], signature: &str) -> Result<String, KeyError> {
    let key = PublicKey::from_base64(&key.0).map_err(|_| KeyError::Malformed { what: "public key" })?;
    if !has_shape(signature) {
        return Err(KeyError::BadSignature);
    }
    let signature = SignatureBox::from_string(signature).map_err(|_| KeyError::BadSignature)?;
    minisign::verify(&key, &signature, Cursor::new(bytes), true, false, false).map_err(|_| KeyError::BadSignature)?;
    signature.trusted_comment().map_err(|_| KeyError::BadSignature)
}

/// Four lines, of which the second and the fourth are exactly as long as they must be. The library panics on a fourth line
/// that is too short, and passes over whatever stands behind one that is too long.
fn has_shape(signature: &str) -> bool {
    let lines: Vec<&str> = signature.lines().collect();
    let decodes_to = |line: &str, length: usize| STANDARD.decode(line).is_ok_and(|bytes| bytes.len() == length);
    // Two letters for the kind of signature, eight for the number of the key, and the signature.
    matches!(lines.as_slice(), [_, own, _, whole] if decodes_to(own, 2 + 8 + 64) && decodes_to(whole, 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_fits_its_bytes_and_its_key_only() {
        let ann = SigningKey::generate().unwrap();
        let bob = SigningKey::generate().unwrap();
        let signature = ann.sign(b"I vote yes", "event 7").unwrap();
        let key = ann.verifying_key().unwrap();
        assert_eq!(verify(&key, b"I vote yes", &signature).unwrap(), "event 7");
        assert_eq!(verify(&key, b"I vote no", &signature), Err(KeyError::BadSignature));
        assert_eq!(verify(&bob.verifying_key().unwrap(), b"I vote yes", &signature), Err(KeyError::BadSignature));
    }

    #[test]
    fn the_comment_cannot_be_changed() {
        let ann = SigningKey::generate().unwrap();
        let signature = ann.sign(b"x", "event 7").unwrap();
        let altered = signature.replace("event 7", "event 8");
        assert_ne!(signature, altered);
        assert_eq!(verify(&ann.verifying_key().unwrap(), b"x", &altered), Err(KeyError::BadSignature));
    }

    #[test]
    fn a_signature_of_another_length_is_refused_and_does_not_panic() {
        let ann = SigningKey::generate().unwrap();
        let key = ann.verifying_key().unwrap();
        let signature = ann.sign(b"x", "event 7").unwrap();
        let lines: Vec<&str> = signature.lines().collect();
        for (line, length) in [(1, 74), (3, 64)] {
            for length in [0, 1, 32, 58, length - 1, length + 1, 200] {
                let mut altered: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
                let mut bytes = STANDARD.decode(lines[line]).unwrap();
                bytes.resize(length, 0);
                altered[line] = STANDARD.encode(bytes);
                assert_eq!(verify(&key, b"x", &altered.join("\n")), Err(KeyError::BadSignature), "line {line} of {length} bytes");
            }
        }
        for cut in 0..signature.trim_end().len() {
            assert_eq!(verify(&key, b"x", &signature[..cut]), Err(KeyError::BadSignature), "cut at {cut}");
        }
        assert_eq!(verify(&key, b"x", &format!("{signature}and more")), Err(KeyError::BadSignature));
    }
}
