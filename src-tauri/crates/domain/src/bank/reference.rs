//! References as they stand in a statement's words: without spaces and signs, and perhaps cut to what a bank takes.

use super::letters::bank_letters;
use std::collections::{BTreeSet, HashMap};

/// The shortest reference, in letters and figures, that is looked for in words.
const SHORTEST: usize = 4;

/// Letters and figures of a text, and behind which of them a sign or a space stood.
struct Bare {
    letters: Vec<u8>,
    parted: Vec<bool>,
}

impl Bare {
    fn new(words: &str) -> Self {
        let mut bare = Self { letters: Vec::new(), parted: Vec::new() };
        for letter in words.chars() {
            match u8::try_from(letter) {
                Ok(byte) if byte.is_ascii_alphanumeric() => {
                    bare.letters.push(byte.to_ascii_uppercase());
                    bare.parted.push(false);
                }
                _ => {
                    if let Some(last) = bare.parted.last_mut() {
                        *last = true;
                    }
                }
            }
        }
        bare
    }

    /// Whether these letters stand here for themselves: a figure before or behind them would make another number of it.
    fn stands_alone(&self, start: usize, end: usize) -> bool {
        let figure = |place: usize| self.letters.get(place).is_some_and(u8::is_ascii_digit);
        let joined = |left: Option<usize>, right: usize| {
            left.is_some_and(|left| figure(left) && figure(right) && !self.parted.get(left).copied().unwrap_or(false))
        };
        !joined(start.checked_sub(1), start) && !joined(end.checked_sub(1), end)
    }
}

/// The references sought, each with the forms in which a bank may write it.
pub(super) struct References {
    /// From a form to the references that may be written so.
    forms: HashMap<Vec<u8>, Vec<usize>>,
    lengths: Vec<usize>,
}

impl References {
    /// The references, and which one each payment has; none if it is too short to be told from other words.
    pub(super) fn new<'a>(sought: impl Iterator<Item = &'a str>) -> (Self, Vec<Option<usize>>) {
        let mut known: HashMap<Vec<u8>, usize> = HashMap::new();
        let mut forms: HashMap<Vec<u8>, Vec<usize>> = HashMap::new();
        let mut of_payment = Vec::new();
        for reference in sought {
            let full = Bare::new(reference).letters;
            if full.len() < SHORTEST {
                of_payment.push(None);
                continue;
            }
            let next = known.len();
            let id = *known.entry(full.clone()).or_insert(next);
            of_payment.push(Some(id));
            let cut = Bare::new(&bank_letters(reference)).letters;
            for form in [full, cut] {
                let ids = forms.entry(form).or_default();
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        forms.retain(|form, _| form.len() >= SHORTEST);
        let lengths: BTreeSet<usize> = forms.keys().map(Vec::len).collect();
        (Self { forms, lengths: lengths.into_iter().rev().collect() }, of_payment)
    }

    /// The references that stand in these words; one that is only a piece of a longer one does not count.
    pub(super) fn named(&self, words: &str) -> Vec<usize> {
        let bare = Bare::new(words);
        let mut taken: Vec<(usize, usize)> = Vec::new();
        let mut named = BTreeSet::new();
        for length in &self.lengths {
            for (start, window) in bare.letters.windows(*length).enumerate() {
                let end = start.saturating_add(*length);
                let Some(ids) = self.forms.get(window) else { continue };
                let within = taken.iter().any(|(from, to)| *from <= start && end <= *to);
                if within || !bare.stands_alone(start, end) {
                    continue;
                }
                taken.push((start, end));
                named.extend(ids.iter().copied());
            }
        }
        named.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_found_without_its_signs_and_told_from_a_longer_number() {
        let sought =
            ["CC-2022-001", "CC-2022-0012", "SLA-2.4", "SLA-2.4-2", "ALLENTON PARK FRIENDS 7", "ALLENTON PARK FRIENDS 8", "X1", ""];
        let (references, of) = References::new(sought.into_iter());
        assert_eq!(of, [Some(0), Some(1), Some(2), Some(3), Some(4), Some(5), None, None]);
        for (words, named) in [
            ("FPO cc 2022 001 27MAR", vec![0]),
            ("CC2022001", vec![0]),
            ("CC20220012", vec![1]),
            ("CC2022001 2", vec![1]),
            ("CC202200127MAR", vec![]),
            ("9CC-2022-001", vec![0]),
            ("SLA-2.4", vec![2]),
            ("SLA-2.4-2", vec![3]),
            ("SLA 2.4 and SLA 2.4-2", vec![2, 3]),
            ("ALLENTON PARK FRIE", vec![4, 5]),
            ("ALLENTON PARK FRIENDS 8", vec![5]),
            ("X1", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(references.named(words), named, "{words:?}");
        }
    }
}
