//! Choices that can be repeated: the same seed gives the same ones on every computer.

/// A small generator of numbers (`SplitMix64`). It makes choices for tests and never a key.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below another one; 0 when there is none below it.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.number() % (end.max(1) as u64)).unwrap()
    }

    /// One of several.
    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Some bytes.
    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.number().to_le_bytes()[0]).collect()
    }

    /// Changes bytes in one to four places: a bit turned, a byte set, some taken out, put in or doubled, or the end cut off.
    pub fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            let end = at.saturating_add(1 + self.below(64)).min(bytes.len());
            match self.below(7) {
                _ if bytes.is_empty() => bytes.push(0),
                0 | 1 => bytes[at] ^= 1 << self.below(8),
                2 => bytes[at] = *self.one_of(&[0, 0x20, 0x2f, 0x5c, 0x7f, 0x80, 0xff]),
                3 => drop(bytes.drain(at..end)),
                4 => {
                    let new = self.bytes(end - at);
                    bytes.splice(at..at, new).for_each(drop);
                }
                5 => {
                    let again = bytes[at..end].to_vec();
                    let place = self.below(bytes.len());
                    bytes.splice(place..place, again).for_each(drop);
                }
                _ => bytes.truncate(at),
            }
        }
    }
}
