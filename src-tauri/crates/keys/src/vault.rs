//! A member's vault: a small file that holds their keyring behind their passphrase.

use crate::{Fingerprint, KdfCost, KeyError, Keyring, Passphrase, Random, Recipient, VerifyingKey, bytes};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// The newest vault format this program writes and reads.
const FORMAT: u32 = 1;

/// Whose vault it is. This much can be read without the passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The member.
    pub member_id: Uuid,
    /// The member's name when the vault was made.
    pub name: String,
    /// The member's role when the vault was made.
    pub role: String,
}

/// A closed vault, as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vault {
    format: u32,
    member_id: Uuid,
    name: String,
    role: String,
    kdf: Kdf,
    nonce: String,
    ciphertext: String,
    public: Public,
    fingerprint: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kdf {
    m: u32,
    t: u32,
    p: u32,
    salt: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Public {
    age: String,
    minisign: String,
}

impl Vault {
    /// Makes a member's keys and closes them behind a passphrase.
    pub fn create(holder: &Holder, passphrase: &Passphrase, cost: KdfCost, random: &Random<'_>) -> Result<(Self, Keyring), KeyError> {
        let keyring = Keyring::generate()?;
        let vault = Self::close(holder, &keyring, passphrase, cost, random)?;
        Ok((vault, keyring))
    }

    /// Closes known keys behind a passphrase: for a new vault, or for a new passphrase.
    pub fn close(
        holder: &Holder,
        keyring: &Keyring,
        passphrase: &Passphrase,
        cost: KdfCost,
        random: &Random<'_>,
    ) -> Result<Self, KeyError> {
        passphrase.check()?;
        let (mut salt, mut nonce) = ([0_u8; 16], [0_u8; 24]);
        random(&mut salt);
        random(&mut nonce);
        let mut vault = Self {
            format: FORMAT,
            member_id: holder.member_id,
            name: holder.name.clone(),
            role: holder.role.clone(),
            kdf: Kdf { m: cost.memory_kib(), t: cost.passes(), p: cost.lanes(), salt: STANDARD.encode(salt) },
            nonce: STANDARD.encode(nonce),
            ciphertext: String::new(),
            public: Public { age: keyring.recipient().to_string(), minisign: keyring.verifying_key().to_string() },
            fingerprint: keyring.fingerprint().to_string(),
        };
        let key = cost.derive(passphrase.secret(), &salt)?;
        let secret = keyring.to_secret();
        let closed = cipher(&key)?
            .encrypt(&XNonce::from(nonce), Payload { msg: secret.as_bytes(), aad: &vault.header() })
            .map_err(|_| KeyError::Failed { what: "vault" })?;
        vault.ciphertext = STANDARD.encode(closed);
        Ok(vault)
    }

    /// Opens the vault. A wrong passphrase and an altered vault give the same answer.
    pub fn open(&self, passphrase: &Passphrase) -> Result<Keyring, KeyError> {
        let malformed = || KeyError::Malformed { what: "vault" };
        let decode = |text: &str| STANDARD.decode(text).map_err(|_| malformed());
        let salt = decode(&self.kdf.salt)?;
        let nonce: [u8; 24] = decode(&self.nonce)?.try_into().map_err(|_| malformed())?;
        let closed = decode(&self.ciphertext)?;
        let cost = KdfCost::stated(self.kdf.m, self.kdf.t, self.kdf.p)?;
        let key = cost.derive(passphrase.secret(), &salt)?;
        let secret = cipher(&key)?
            .decrypt(&XNonce::from(nonce), Payload { msg: &closed, aad: &self.header() })
            .map(Zeroizing::new)
            .map_err(|_| KeyError::WrongPassphrase)?;
        Keyring::from_secret(std::str::from_utf8(&secret).map_err(|_| malformed())?)
    }

    /// Reads a vault file.
    pub fn from_json(text: &str) -> Result<Self, KeyError> {
        #[derive(Deserialize)]
        struct Stated {
            format: u32,
        }
        let malformed = |_| KeyError::Malformed { what: "vault" };
        // The format is read alone first: a newer one may have fields that this program does not know.
        let stated: Stated = serde_json::from_str(text).map_err(malformed)?;
        if stated.format > FORMAT {
            return Err(KeyError::NewerFormat { found: stated.format, ours: FORMAT });
        }
        serde_json::from_str(text).map_err(malformed)
    }

    /// The text of the vault file.
    pub fn to_json(&self) -> Result<String, KeyError> {
        serde_json::to_string_pretty(self).map_err(|_| KeyError::Failed { what: "vault" })
    }

    /// Whose vault it is.
    pub fn holder(&self) -> Holder {
        Holder { member_id: self.member_id, name: self.name.clone(), role: self.role.clone() }
    }

    /// For whom to seal, as the file says. Trust it only after the vault was opened.
    pub fn recipient(&self) -> Result<Recipient, KeyError> {
        self.public.age.parse()
    }

    /// What proves the member's signatures, as the file says. Trust it only after the vault was opened.
    pub fn verifying_key(&self) -> Result<VerifyingKey, KeyError> {
        self.public.minisign.parse()
    }

    /// The fingerprint of the public keys in the file, worked out anew.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&[&self.public.age, &self.public.minisign])
    }

    /// Everything in the file but the nonce and the ciphertext, bound to them as associated data.
    fn header(&self) -> Vec<u8> {
        bytes::join(
            "community-chest/vault/1",
            &[
                &self.format.to_le_bytes(),
                self.member_id.as_bytes(),
                self.name.as_bytes(),
                self.role.as_bytes(),
                &self.kdf.m.to_le_bytes(),
                &self.kdf.t.to_le_bytes(),
                &self.kdf.p.to_le_bytes(),
                self.kdf.salt.as_bytes(),
                self.public.age.as_bytes(),
                self.public.minisign.as_bytes(),
                self.fingerprint.as_bytes(),
            ],
        )
    }
}

fn cipher(key: &Zeroizing<[u8; 32]>) -> Result<XChaCha20Poly1305, KeyError> {
    XChaCha20Poly1305::new_from_slice(key.as_slice()).map_err(|_| KeyError::Failed { what: "vault" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Opener;

    fn counting(bytes: &mut [u8]) {
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::try_from(at).unwrap();
        }
    }

    fn made() -> (Vault, Keyring, Passphrase) {
        let passphrase = Passphrase::typed("abacus abdomen abide zoom quilt");
        let holder = Holder { member_id: Uuid::from_u128(7), name: "Rosa Nevin".into(), role: "coordinator".into() };
        let (vault, keyring) = Vault::create(&holder, &passphrase, KdfCost::for_tests(), &counting).unwrap();
        (vault, keyring, passphrase)
    }

    #[test]
    fn the_passphrase_gives_back_the_same_keys() {
        let (vault, keyring, passphrase) = made();
        let read = Vault::from_json(&vault.to_json().unwrap()).unwrap();
        assert_eq!(read, vault);
        let opened = read.open(&passphrase).unwrap();
        assert_eq!(opened.recipient(), keyring.recipient());
        assert_eq!(opened.verifying_key(), keyring.verifying_key());
        assert_eq!(opened.fingerprint(), read.fingerprint());
        let sealed = crate::seal(b"hello", &[keyring.recipient()]).unwrap();
        assert_eq!(opened.open(&sealed).unwrap().as_slice(), b"hello");
    }

    #[test]
    fn a_wrong_passphrase_is_said_plainly() {
        let (vault, _, _) = made();
        assert_eq!(vault.open(&Passphrase::typed("abacus abdomen abide zoom quilts")).unwrap_err(), KeyError::WrongPassphrase);
    }

    #[test]
    fn no_field_of_the_vault_can_be_altered() {
        let (vault, _, passphrase) = made();
        let other = Keyring::generate().unwrap();
        let altered: [fn(&mut Vault, &Keyring); 8] = [
            |v, _| v.name = "Somebody Else".into(),
            |v, _| v.role = "chair".into(),
            |v, _| v.member_id = Uuid::from_u128(8),
            |v, _| v.kdf.t = 2,
            |v, _| v.kdf.salt = STANDARD.encode([9_u8; 16]),
            |v, k| v.public.age = k.recipient().to_string(),
            |v, k| v.public.minisign = k.verifying_key().to_string(),
            |v, _| v.fingerprint = "0000-0000-0000-0000".into(),
        ];
        for (at, alter) in altered.iter().enumerate() {
            let mut copy = vault.clone();
            alter(&mut copy, &other);
            assert_eq!(copy.open(&passphrase).unwrap_err(), KeyError::WrongPassphrase, "alteration {at}");
        }
    }

    #[test]
    fn a_newer_vault_is_refused_politely() {
        let (vault, _, _) = made();
        let newer = vault.to_json().unwrap().replace("\"format\": 1", "\"format\": 2, \"colour\": \"green\"");
        assert_eq!(Vault::from_json(&newer), Err(KeyError::NewerFormat { found: 2, ours: 1 }));
    }

    #[test]
    fn no_secret_stands_in_the_file_or_in_debug() {
        let (vault, keyring, passphrase) = made();
        let shown = format!("{}{vault:?}{keyring:?}{passphrase:?}", vault.to_json().unwrap());
        assert!(!shown.contains("AGE-SECRET-KEY"));
        assert!(!shown.contains("abacus"));
    }

    #[test]
    fn a_new_passphrase_keeps_the_keys() {
        let (vault, keyring, old) = made();
        let new = Passphrase::typed("zebra yogurt xerox wombat velvet");
        let closed = Vault::close(&vault.holder(), &keyring, &new, KdfCost::for_tests(), &counting).unwrap();
        assert_eq!(closed.open(&new).unwrap().recipient(), keyring.recipient());
        assert_eq!(closed.open(&old).unwrap_err(), KeyError::WrongPassphrase);
    }
}
