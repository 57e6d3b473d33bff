//! Passphrases: five words that are drawn, not chosen, and forgiving of how they are typed.

use crate::{KeyError, Random};
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// Words in a drawn passphrase: five of 7,776 are 64 bits, behind Argon2id.
const WORDS: usize = 5;
/// The fewest letters and digits that may protect a vault.
const LEAST: usize = 12;
const LIST: &str = include_str!("words/eff_large.txt");

/// A passphrase. It is wiped when dropped, and is never shown by `Debug`.
#[derive(Clone)]
pub struct Passphrase {
    shown: Zeroizing<String>,
    plain: Zeroizing<String>,
}

impl Passphrase {
    /// Draws five words.
    pub fn generate(random: &Random<'_>) -> Self {
        let list: Vec<&str> = LIST.lines().collect();
        let words: Vec<&str> = (0..WORDS).map(|_| list.get(below(list.len(), random)).copied().unwrap_or("chest")).collect();
        Self::typed(&words.join(" "))
    }

    /// A passphrase as somebody typed it. Case, spaces and hyphens make no difference.
    pub fn typed(text: &str) -> Self {
        Self {
            shown: Zeroizing::new(text.to_owned()),
            plain: Zeroizing::new(text.chars().filter(|c| !c.is_whitespace() && !is_joiner(*c)).flat_map(char::to_lowercase).collect()),
        }
    }

    /// The words, to show to the one person who will write them down.
    pub fn words(&self) -> &str {
        &self.shown
    }

    /// Whether it is long enough to protect a vault.
    pub fn check(&self) -> Result<(), KeyError> {
        if self.plain.chars().count() < LEAST {
            return Err(KeyError::WeakPassphrase { least: LEAST });
        }
        Ok(())
    }

    pub(crate) fn secret(&self) -> &[u8] {
        self.plain.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Hyphens of every kind, full stops, commas and underscores: what people put between words.
fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | ',' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}')
}

/// An even draw below `limit`: draws that would favour the first words are thrown away.
fn below(limit: usize, random: &Random<'_>) -> usize {
    let limit = u32::try_from(limit.max(1)).unwrap_or(u32::MAX);
    let even = u32::MAX - (u32::MAX % limit);
    loop {
        let mut bytes = [0_u8; 4];
        random(&mut bytes);
        let drawn = u32::from_le_bytes(bytes);
        bytes.zeroize();
        if drawn < even {
            return (drawn % limit) as usize;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::collections::HashSet;

    #[test]
    fn the_list_is_whole() {
        let words: HashSet<&str> = LIST.lines().collect();
        assert_eq!(words.len(), 7776);
        assert!(words.iter().all(|w| w.len() >= 3 && w.len() <= 9));
    }

    #[test]
    fn five_words_are_drawn() {
        let turn = Cell::new(0_u32);
        let passphrase = Passphrase::generate(&|bytes: &mut [u8]| {
            bytes.copy_from_slice(&turn.get().to_le_bytes());
            turn.set(turn.get() + 7777);
        });
        assert_eq!(passphrase.words(), "abacus abdomen abdominal abide abiding");
        assert!(passphrase.check().is_ok());
    }

    #[test]
    fn a_draw_that_would_favour_some_words_is_thrown_away() {
        let turn = Cell::new(0_u8);
        let drawn = below(7776, &|bytes: &mut [u8]| {
            bytes.fill(if turn.replace(1) == 0 { 0xff } else { 0 });
        });
        assert_eq!(drawn, 0);
        assert_eq!(turn.get(), 1);
    }

    #[test]
    fn case_spaces_and_hyphens_make_no_difference() {
        let meant = Passphrase::typed("abacus t-shirt yo-yo zoom quilt");
        for typed in [
            "Abacus T-Shirt Yo-Yo Zoom Quilt",
            "  abacus  tshirt yoyo zoom quilt ",
            "abacus-t-shirt-yo-yo-zoom-quilt",
            "abacus t\u{2011}shirt yo\u{2013}yo zoom\u{a0}quilt",
        ] {
            assert_eq!(Passphrase::typed(typed).secret(), meant.secret(), "{typed}");
        }
        assert_ne!(Passphrase::typed("abacus").secret(), meant.secret());
    }

    #[test]
    fn a_passphrase_is_not_shown_by_debug() {
        let text = format!("{:?}", Passphrase::typed("abacus abdomen abide zoom quilt"));
        assert!(!text.contains("abacus"));
    }

    #[test]
    fn a_short_passphrase_is_refused() {
        assert_eq!(Passphrase::typed("a b c d e f g").check(), Err(KeyError::WeakPassphrase { least: 12 }));
    }
}
