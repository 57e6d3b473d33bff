//! Signed facts: a text and its author's signature over exactly these letters.

use crate::{PackError, hex};
use keys::{Keyring, VerifyingKey};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the comment of every signed fact begins with, so that no other signature of a member can pass for one.
const COMMENT: &str = "chest-fact ";

/// Something a member said, as they signed it. It is kept and passed on letter by letter, never written anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignedFact {
    /// Exactly the JSON text that was signed.
    pub text: String,
    /// The signature, in the minisign format. None only for what came on paper.
    #[serde(default)]
    pub signature: Option<String>,
}

impl SignedFact {
    /// Signs a text. The comment is one line, and is covered by the signature.
    pub fn sign(text: String, keyring: &Keyring, comment: &str) -> Result<Self, PackError> {
        let signature = keyring.sign(text.as_bytes(), &format!("{COMMENT}{comment}"))?;
        Ok(Self { text, signature: Some(signature) })
    }

    /// A fact that came on paper.
    pub fn on_paper(text: String) -> Self {
        Self { text, signature: None }
    }

    /// Proves that the holder of a key signed this text as a fact. What came on paper proves nothing.
    pub fn prove(&self, key: &VerifyingKey) -> Result<(), PackError> {
        let signature = self.signature.as_deref().ok_or(PackError::BadSignature)?;
        let comment = keys::verify(key, self.text.as_bytes(), signature).map_err(|_| PackError::BadSignature)?;
        if comment.starts_with(COMMENT) { Ok(()) } else { Err(PackError::BadSignature) }
    }

    /// The fact's name: the first half of the SHA-256 of its text. The same words have the same name at every desk.
    pub fn id(&self) -> Uuid {
        let mut id = [0_u8; 16];
        id.copy_from_slice(hex::sha256(self.text.as_bytes()).first_chunk::<16>().unwrap_or(&[0; 16]));
        Uuid::from_bytes(id)
    }

    /// Reads the text as the record it is.
    pub fn read<T: for<'de> Deserialize<'de>>(&self) -> Result<T, PackError> {
        serde_json::from_str(&self.text).map_err(|_| PackError::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_proved_by_its_author_alone_and_as_it_was_said() {
        let (ann, bob) = (Keyring::generate().unwrap(), Keyring::generate().unwrap());
        let fact = SignedFact::sign("{\"yes\":true}".into(), &ann, "interest").unwrap();
        assert_eq!(fact.prove(ann.verifying_key()), Ok(()));
        assert_eq!(fact.prove(bob.verifying_key()), Err(PackError::BadSignature));
        let altered = SignedFact { text: "{\"yes\":false}".into(), ..fact.clone() };
        assert_eq!(altered.prove(ann.verifying_key()), Err(PackError::BadSignature));
        assert_eq!(SignedFact::on_paper(fact.text.clone()).prove(ann.verifying_key()), Err(PackError::BadSignature));
    }

    #[test]
    fn another_signature_of_the_same_member_is_no_fact() {
        let ann = Keyring::generate().unwrap();
        let signature = ann.sign(b"{}", "chest-pack x review").unwrap();
        let fact = SignedFact { text: "{}".into(), signature: Some(signature) };
        assert_eq!(fact.prove(ann.verifying_key()), Err(PackError::BadSignature));
    }

    #[test]
    fn the_name_of_a_fact_is_the_beginning_of_its_hash() {
        // The SHA-256 of "abc", from FIPS 180-4.
        assert_eq!(SignedFact::on_paper("abc".into()).id().simple().to_string(), "ba7816bf8f01cfea414140de5dae2223");
    }
}
