//! Short fingerprints, made to be read out over the telephone.

use crate::{Recipient, VerifyingKey, bytes};
use sha2::{Digest, Sha256};
use std::fmt;

/// Crockford's letters: no I, L, O or U, so that nothing is misheard as a digit.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Sixteen letters and digits in four groups: 80 bits of a hash over public keys.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Fingerprint(String);

impl Fingerprint {
    pub(crate) fn of(keys: &[&str]) -> Self {
        let fields: Vec<&[u8]> = keys.iter().map(|k| k.as_bytes()).collect();
        let hash = Sha256::digest(bytes::join("community-chest/fingerprint/1", &fields));
        let mut text = String::with_capacity(19);
        let mut bits = hash.iter().take(10).fold(0_u128, |all, byte| (all << 8) | u128::from(*byte));
        bits <<= 128 - 80;
        for at in 0..16 {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            let letter = (bits >> 123) as usize & 31;
            text.push(char::from(LETTERS.get(letter).copied().unwrap_or(b'0')));
            bits <<= 5;
        }
        Self(text)
    }

    /// The fingerprint of a member of whom only the public keys are known. It is the one their [`Keyring`](crate::Keyring) says.
    pub fn of_member(recipient: &Recipient, verifying_key: &VerifyingKey) -> Self {
        Self::of(&[&recipient.to_string(), &verifying_key.to_string()])
    }

    /// Whether somebody read out this fingerprint. Case, spaces and hyphens make no difference, and letters that are
    /// not used are taken for the digits they look like.
    pub fn is_read_as(&self, heard: &str) -> bool {
        let heard: String = heard.chars().filter(|c| !c.is_whitespace() && !is_joiner(*c)).map(meant).collect();
        let own: String = self.0.chars().filter(|c| *c != '-').collect();
        heard == own
    }

    /// The fingerprint as text, such as `7KQ2-M4XT-9RHB-C3WD`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '.' | ',' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn meant(c: char) -> char {
    match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_heard_however_it_is_written_down() {
        let print = Fingerprint("7KQ0-M4X1-9RHB-C3WD".to_owned());
        for heard in
            ["7KQ0-M4X1-9RHB-C3WD", "7kq0m4x19rhbc3wd", " 7kqo m4xl 9rhb c3wd\n", "7KQO\u{2013}M4XI, 9RHB. C3WD", "7KQ0-M4Xi-9RHB-C3WD"]
        {
            assert!(print.is_read_as(heard), "{heard}");
        }
        for heard in ["", "7KQ0", "7KQ0-M4X1-9RHB-C3WE", "7KQ0-M4X1-9RHB-C3WD-7", "8KQ0-M4X1-9RHB-C3WD", "M4X1-7KQ0-9RHB-C3WD"] {
            assert!(!print.is_read_as(heard), "{heard}");
        }
    }

    #[test]
    fn a_fingerprint_has_four_groups_of_four() {
        let print = Fingerprint::of(&["age1abc", "RWxyz"]);
        assert_eq!(print.as_str().len(), 19);
        assert!(print.as_str().split('-').all(|group| group.len() == 4));
        assert_eq!(print, Fingerprint::of(&["age1abc", "RWxyz"]));
        assert_ne!(print, Fingerprint::of(&["age1ab", "cRWxyz"]));
    }
}
