//! The code at the foot of a paper: it says which paper this is, and that not a word of it was changed (§ "fingerprint" of issue 5).
//!
//! Twelve signs of Crockford's base 32 from the SHA-256 of what the paper says. The same words give the same code, in every
//! copy; another word, or the other size, gives another. Papers that come back also carry it as a QR code, page by page.

use crate::{
    DocumentError, Size,
    display::{Corner, DisplayList, FOOTER, INK, Item, Placed, QUIET, lower},
    font, paragraph,
    style::{Scale, Style},
    wording::{Part, Script, with},
};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use sha2::{Digest, Sha256};
use std::fmt;

/// The signs of Crockford's base 32: no I, L, O and U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many signs a code has. 60 bits tell all papers of a register apart.
const LENGTH: usize = 12;
/// What the QR code begins with: whose it is, and the version of what follows.
const PAYLOAD: &str = "CC1";
/// The side of one small square of the QR code, in points: three dots of a scan at 150 dots an inch.
const SQUARE: f32 = 1.4;
/// The side of a QR code of version 2, in squares.
const SQUARES: u8 = 25;
/// The side of the QR code. With the white around it, it is 16 mm wide.
pub(crate) const PICTURE: f32 = SQUARE * SQUARES as f32;
/// The white that must be above it, below the line that parts it from the text.
const QUIET_ZONE: f32 = 4. * SQUARE;
/// The distance from one line of the foot to the next.
pub(crate) fn pitch(small: Style) -> f32 {
    small.size * 1.12
}

const NAME: &str = "foot";
const WORDS: &str = include_str!("../../../../assets/wording/foot.txt");
const PARTS: &[Part] = &[with("fingerprint", &["code"])];

/// The code of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(String);

impl Code {
    /// The twelve signs without hyphens, as the QR code has them.
    pub fn bare(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    /// In three groups: `7KQX-M2PD-9RTA`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, sign) in self.0.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{sign}")?;
        }
        Ok(())
    }
}

/// Reads a code as people type it: in small letters, with spaces or hyphens or without, `O` for nought, `I` or `L` for one.
pub fn read(typed: &str) -> Option<Code> {
    let mut signs = String::with_capacity(LENGTH);
    for character in typed.chars().filter(|character| !is_between(*character)) {
        let sign = match character.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        if signs.len() == LENGTH || !sign.is_ascii() || !SIGNS.contains(&(sign as u8)) {
            return None;
        }
        signs.push(sign);
    }
    (signs.len() == LENGTH).then_some(Code(signs))
}

fn is_between(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.')
}

/// How a paper carries its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// As words.
    Words,
    /// As words, and as a QR code: the paper comes back signed or filled in.
    Picture,
}

impl Mark {
    /// What a paper of this name carries; nothing where it is told from others by other means, or holds a secret.
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name {
            "agreement" | "change_letter" | "feedback_form" | "member_agreement" | "receipt_sheet" | "story_consent" => Some(Self::Picture),
            "blank_form" | "booklet" | "meeting_notice" | "panel_report" | "recovery_page" | "reply_sheet" | "spendometer" => None,
            _ => Some(Self::Words),
        }
    }

    /// How high the foot must be, from its line, that holds it below words of this height which start so far below the line.
    pub(crate) fn height(self, below_line: f32, words: f32, small: Style) -> f32 {
        let lines = below_line + words + pitch(small);
        match self {
            Self::Words => lines,
            Self::Picture => lines.max(QUIET_ZONE + PICTURE),
        }
    }
}

/// The place of the code at the foot of every page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Foot {
    pub(crate) mark: Mark,
    /// Where the words of the code begin.
    pub(crate) words: (f32, f32),
    /// The top left corner of the QR code.
    pub(crate) picture: (f32, f32),
}

/// Sets the code of a paper at the foot of every page, where the layout left room for it.
pub(crate) fn mark(list: &mut DisplayList, name: &str, size: Size, scale: Scale) -> Result<(), DocumentError> {
    if list.foot.is_none() {
        return Ok(());
    }
    mark_all(&mut [(list, scale)], name, size)
}

/// Sets one code, that of all parts together, at the foot of every page of every part.
pub(crate) fn mark_all(parts: &mut [(&mut DisplayList, Scale)], name: &str, size: Size) -> Result<(), DocumentError> {
    let code = of(parts.iter().map(|(list, _)| &**list), name, size);
    let said = Script::read(NAME, WORDS, PARTS)?.line("fingerprint", &[("code", &code.to_string())])?;
    let mut number = 0;
    for (list, scale) in parts {
        let Some(foot) = list.foot else { continue };
        let small = scale.small.colour(QUIET);
        let style = Style { lead: pitch(small), ..small };
        let (x, y) = foot.words;
        let column = (x, scale.body.size * 40.);
        let rows = font::with_fonts(|fonts| paragraph::set(fonts, &said.as_str().into(), style, column, FOOTER))?;
        let mut words: Vec<Placed> = rows.into_iter().flat_map(|row| row.items).collect();
        lower(&mut words, y);
        for page in &mut list.pages {
            number += 1;
            page.extend(words.iter().cloned());
            if foot.mark == Mark::Picture {
                let item = picture(&payload(&code, number), foot.picture)?;
                page.push(Placed { tag: FOOTER, item });
            }
            list.codes.push(Some((code.clone(), number)));
        }
    }
    Ok(())
}

/// What the QR code of a page says, and what the file says of it to programs: `CC1:7KQXM2PD9RTA:2`.
pub(crate) fn payload(code: &Code, page: usize) -> String {
    format!("{PAYLOAD}:{}:{page}", code.bare())
}

/// The code of what stands on these pages: words and what drawings say, in their order, part by part and page by page.
fn of<'l>(lists: impl Iterator<Item = &'l DisplayList>, name: &str, size: Size) -> Code {
    let mut sum = Sha256::new();
    let mut add = |kind: u8, words: &str| {
        sum.update([kind]);
        sum.update((words.len() as u64).to_be_bytes());
        sum.update(words.as_bytes());
    };
    add(b'K', name);
    add(b'S', if size == Size::Standard { "standard" } else { "large" });
    for list in lists {
        for page in &list.pages {
            add(b'P', "");
            for placed in page {
                if let Item::Glyphs { glyphs, text, .. } = &placed.item {
                    let from = glyphs.iter().map(|glyph| glyph.text.start).min().unwrap_or_default();
                    let to = glyphs.iter().map(|glyph| glyph.text.end).max().unwrap_or_default();
                    add(b'W', text.get(from..to).unwrap_or_default());
                }
            }
        }
        for said in list.tags.iter().filter_map(|tag| tag.alternative.as_deref()) {
            add(b'D', said);
        }
    }
    let [one, two, three, four, five, six, seven, eight, ..] = <[u8; 32]>::from(sum.finalize());
    let bits = u64::from_be_bytes([one, two, three, four, five, six, seven, eight]);
    Code((0..LENGTH).map(|place| sign(bits >> (64 - 5 * (place + 1)))).collect())
}

fn sign(bits: u64) -> char {
    SIGNS.get((bits & 31) as usize).copied().map_or('0', char::from)
}

/// The QR code of one page as one shape, which has no seams between its squares.
fn picture(payload: &str, (left, top): (f32, f32)) -> Result<Item, DocumentError> {
    // Every sign of it is one of those that a QR code packs two to eleven bits. So much of it may be lost to a fold as can be.
    let segment = [QrSegment::make_alphanumeric(payload)];
    let second = Version::new(2);
    let drawn = QrCode::encode_segments_advanced(&segment, QrCodeEcc::Quartile, second, second, None, true)
        .map_err(|error| DocumentError::Write(error.to_string()))?;
    let side = drawn.size();
    let place = |squares: i32| squares as f32 * SQUARE;
    // Runs of dark squares; where the next row has the same run, one ring draws both.
    let mut runs: Vec<[i32; 4]> = Vec::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let from = x;
            while drawn.get_module(x, y) {
                x += 1;
            }
            if x > from {
                match runs.iter_mut().find(|run| run[0] == from && run[1] == x && run[3] == y) {
                    Some(run) => run[3] = y + 1,
                    None => runs.push([from, x, y, y + 1]),
                }
            }
            x += 1;
        }
    }
    let corner = |x: i32, y: i32| Corner { x: left + place(x), y: top + place(y), pulls: false };
    let ring = |[from, to, over, under]: [i32; 4]| vec![corner(from, over), corner(to, over), corner(to, under), corner(from, under)];
    let rings = runs.into_iter().map(ring).collect();
    Ok(Item::Shape { rings, fill: INK })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = read("7KQX-M2PD-9RTA").unwrap();
        assert_eq!(code.to_string(), "7KQX-M2PD-9RTA");
        assert_eq!(code.bare(), "7KQXM2PD9RTA");
        for typed in ["7kqxm2pd9rta", " 7KQX M2PD 9RTA ", "7kqx–m2pd—9rta", "7-K-Q-X M2PD.9RTA"] {
            assert_eq!(read(typed), Some(code.clone()), "{typed}");
        }
        assert_eq!(read("OiL0 0000 0000"), read("0110-0000-0000"));
    }

    #[test]
    fn what_is_no_code_is_not_read_as_one() {
        for typed in ["", "7KQX-M2PD-9RT", "7KQX-M2PD-9RTAA", "7KQX-M2PD-9RTU", "7KQX-M2PD-9RT!", "7KQX-M2PD-9RTé", "ＫKQX-M2PD-9RTA"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
