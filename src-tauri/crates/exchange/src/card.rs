//! Member cards: a member's public keys in a small signed file, to be confirmed by reading the fingerprint out.

use chrono::{DateTime, Utc};
use keys::{Fingerprint, Keyring, Recipient, VerifyingKey};
use serde::{Deserialize, Serialize};

/// What every card says it is.
const FORMAT: &str = "chest-card";
/// The newest card this program writes and reads.
const VERSION: u32 = 1;
/// The most bytes a card may have.
pub const LARGEST: usize = 16 * 1024;
/// The most letters of a name.
pub(crate) const LONGEST_NAME: usize = 120;

/// A card, proved by the keys that stand on it. Whose keys they are, only a telephone call can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberCard {
    /// The name the member gave.
    pub name: String,
    /// For whom to seal, so that they can open it.
    pub recipient: Recipient,
    /// What proves their signatures.
    pub verifying_key: VerifyingKey,
    /// The fingerprint of both keys, worked out here.
    pub fingerprint: Fingerprint,
    /// When the card was made.
    pub made_at: DateTime<Utc>,
}

/// Why a card is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CardError {
    /// Larger than any card.
    #[error("larger than {most} bytes")]
    TooLarge {
        /// The most bytes.
        most: usize,
    },
    /// Not a card, or a damaged one.
    #[error("not a card")]
    NotACard,
    /// A newer program wrote it.
    #[error("version {found} is newer than {ours}")]
    NewerVersion {
        /// The version it names.
        found: u32,
        /// The newest version this program reads.
        ours: u32,
    },
    /// The signature does not fit the keys and the words on the card.
    #[error("bad signature")]
    BadSignature,
    /// The name is empty, too long, or has letters that cannot be printed.
    #[error("bad name")]
    BadName,
    /// A key refused to work.
    #[error("key: {0}")]
    Key(#[from] keys::KeyError),
}

/// The file: the words that were signed, exactly as they were, and the signature over them.
#[derive(Serialize, Deserialize)]
struct CardFile {
    format: String,
    version: u32,
    signed: String,
    signature: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Words {
    format: String,
    version: u32,
    name: String,
    recipient: String,
    verifying_key: String,
    fingerprint: String,
    made_at: DateTime<Utc>,
}

/// Makes the card of the member who holds this keyring.
pub fn make(name: &str, keyring: &Keyring, now: DateTime<Utc>) -> Result<Vec<u8>, CardError> {
    let name = name.trim();
    if !is_name(name) {
        return Err(CardError::BadName);
    }
    let words = Words {
        format: FORMAT.into(),
        version: VERSION,
        name: name.to_owned(),
        recipient: keyring.recipient().to_string(),
        verifying_key: keyring.verifying_key().to_string(),
        fingerprint: keyring.fingerprint().to_string(),
        made_at: now,
    };
    let signed = serde_json::to_string(&words).map_err(|_| CardError::NotACard)?;
    let signature = keyring.sign(signed.as_bytes(), &comment(&keyring.fingerprint()))?;
    let file = CardFile { format: FORMAT.into(), version: VERSION, signed, signature };
    serde_json::to_vec_pretty(&file).map_err(|_| CardError::NotACard)
}

/// Reads a card, and proves that whoever made it holds both keys' names and the signing key.
pub fn read(bytes: &[u8]) -> Result<MemberCard, CardError> {
    #[derive(Deserialize)]
    struct Stated {
        format: String,
        version: u32,
    }
    if bytes.len() > LARGEST {
        return Err(CardError::TooLarge { most: LARGEST });
    }
    let not_a_card = |_| CardError::NotACard;
    // The version is read alone first: a newer card may be shaped in ways that this program does not know.
    let stated: Stated = serde_json::from_slice(bytes).map_err(not_a_card)?;
    if stated.format != FORMAT || stated.version == 0 {
        return Err(CardError::NotACard);
    }
    if stated.version > VERSION {
        return Err(CardError::NewerVersion { found: stated.version, ours: VERSION });
    }
    let file: CardFile = serde_json::from_slice(bytes).map_err(not_a_card)?;
    let words: Words = serde_json::from_str(&file.signed).map_err(not_a_card)?;
    let recipient: Recipient = words.recipient.parse().map_err(|_| CardError::NotACard)?;
    let verifying_key: VerifyingKey = words.verifying_key.parse().map_err(|_| CardError::NotACard)?;
    let fingerprint = Fingerprint::of_member(&recipient, &verifying_key);
    let found = keys::verify(&verifying_key, file.signed.as_bytes(), &file.signature).map_err(|_| CardError::BadSignature)?;
    let agrees = words.format == FORMAT && words.version == stated.version && words.fingerprint == fingerprint.as_str();
    if found != comment(&fingerprint) || !agrees {
        return Err(CardError::BadSignature);
    }
    if !is_name(&words.name) {
        return Err(CardError::BadName);
    }
    Ok(MemberCard { name: words.name, recipient, verifying_key, fingerprint, made_at: words.made_at })
}

fn comment(fingerprint: &Fingerprint) -> String {
    format!("{FORMAT} {fingerprint}")
}

/// Whether a name can be shown: not empty, not long, and with nothing in it that hides or turns what stands around it.
pub(crate) fn is_name(name: &str) -> bool {
    let hides =
        |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(hides)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> DateTime<Utc> {
        "2023-01-20T10:00:00Z".parse().unwrap()
    }

    fn made() -> (Keyring, Vec<u8>) {
        let keyring = Keyring::generate().unwrap();
        let card = make("Imogen Ash", &keyring, day()).unwrap();
        (keyring, card)
    }

    /// The card with its words altered, and signed again when a keyring is given.
    fn altered(card: &[u8], alter: impl Fn(&mut Words), by: Option<&Keyring>) -> Vec<u8> {
        let mut file: CardFile = serde_json::from_slice(card).unwrap();
        let mut words: Words = serde_json::from_str(&file.signed).unwrap();
        alter(&mut words);
        file.signed = serde_json::to_string(&words).unwrap();
        if let Some(by) = by {
            file.signature = by.sign(file.signed.as_bytes(), &format!("{FORMAT} {}", words.fingerprint)).unwrap();
        }
        serde_json::to_vec(&file).unwrap()
    }

    #[test]
    fn a_card_gives_back_name_keys_and_fingerprint() {
        let (keyring, card) = made();
        let read = read(&card).unwrap();
        assert_eq!((read.name.as_str(), read.made_at), ("Imogen Ash", day()));
        assert_eq!(read.recipient, keyring.recipient());
        assert_eq!(&read.verifying_key, keyring.verifying_key());
        assert_eq!(read.fingerprint, keyring.fingerprint());
        assert!(!String::from_utf8(card).unwrap().contains("SECRET"));
    }

    #[test]
    fn no_word_of_a_card_can_be_altered() {
        let (_, card) = made();
        let eve = Keyring::generate().unwrap();
        let changes: [fn(&mut Words, &Keyring); 4] = [
            |w, _| w.name = "Somebody Else".into(),
            |w, eve| w.recipient = eve.recipient().to_string(),
            |w, eve| w.verifying_key = eve.verifying_key().to_string(),
            |w, _| w.fingerprint = "0000-0000-0000-0000".into(),
        ];
        for (at, change) in changes.iter().enumerate() {
            assert_eq!(read(&altered(&card, |w| change(w, &eve), None)), Err(CardError::BadSignature), "change {at}");
        }
    }

    #[test]
    fn a_fingerprint_that_is_not_of_these_keys_is_refused_even_when_signed() {
        let (keyring, card) = made();
        let lie = altered(&card, |w| w.fingerprint = "0000-0000-0000-0000".into(), Some(&keyring));
        assert_eq!(read(&lie), Err(CardError::BadSignature));
    }

    #[test]
    fn a_newer_card_a_large_file_and_a_stranger_file_are_told_apart() {
        let (_, card) = made();
        let text = String::from_utf8(card.clone()).unwrap();
        let newer = text.replacen("\"version\": 1", "\"version\": 2, \"colour\": \"green\"", 1);
        assert_eq!(read(newer.as_bytes()), Err(CardError::NewerVersion { found: 2, ours: 1 }));
        assert_eq!(read(&vec![b' '; LARGEST + 1]), Err(CardError::TooLarge { most: LARGEST }));
        for stranger in [&b""[..], b"{}", b"\xff\xfe", b"[[[[", &card[..card.len() / 2]] {
            assert_eq!(read(stranger), Err(CardError::NotACard));
        }
        let other = text.replacen(FORMAT, "chest-cart", 1);
        assert_eq!(read(other.as_bytes()), Err(CardError::NotACard));
    }

    #[test]
    fn a_name_that_hides_something_is_refused() {
        let (keyring, card) = made();
        for name in ["", "  ", "Ann\nBob", "Ann\u{202e}boB", &"x".repeat(LONGEST_NAME + 1)] {
            assert_eq!(make(name, &keyring, day()), Err(CardError::BadName), "{name:?}");
            let signed = altered(&card, |w| w.name = name.into(), Some(&keyring));
            assert_eq!(read(&signed), Err(CardError::BadName), "{name:?}");
        }
    }
}
