//! The font that people's answers are written in: every letter of English, Welsh and Polish, at codes that viewers can look up.
//!
//! A viewer that fills in a field knows the letters of a simple font alone, and finds their shapes by its table of characters.
//! The subset of a font has no such table, so one is written here.

use crate::{DocumentError, font::Fonts};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use skrifa::MetadataProvider;
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

const FACE: &str = "SourceSans3-Regular";
const NAME: &str = "CCFORM+SourceSans3-Regular";

/// Letters that `WinAnsiEncoding` lacks, with their names: Polish and Welsh. They take codes of control characters.
const MORE: [(char, &str); 20] = [
    ('Ą', "Aogonek"),
    ('ą', "aogonek"),
    ('Ć', "Cacute"),
    ('ć', "cacute"),
    ('Ę', "Eogonek"),
    ('ę', "eogonek"),
    ('Ł', "Lslash"),
    ('ł', "lslash"),
    ('Ń', "Nacute"),
    ('ń', "nacute"),
    ('Ś', "Sacute"),
    ('ś', "sacute"),
    ('Ź', "Zacute"),
    ('ź', "zacute"),
    ('Ż', "Zdotaccent"),
    ('ż', "zdotaccent"),
    ('Ŵ', "Wcircumflex"),
    ('ŵ', "wcircumflex"),
    ('Ŷ', "Ycircumflex"),
    ('ŷ', "ycircumflex"),
];
/// The codes of `MORE`: none that a viewer takes for a tab, a line end or an escape.
const FREE: [u8; 20] = [1, 2, 3, 4, 5, 6, 7, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28];
/// What `WinAnsiEncoding` has from 0x80 to 0x9f; a space where it has nothing.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// Each code with its character.
fn letters() -> BTreeMap<u8, char> {
    let plain = (0x20..=0x7e).chain(0xa1..=0xff).map(|code| (code, char::from(code)));
    let windows = (0x80..=0x9f).zip(WINDOWS.chars()).filter(|(_, letter)| *letter != ' ');
    let more = FREE.into_iter().zip(MORE.map(|(letter, _)| letter));
    plain.chain(windows).chain(more).collect()
}

/// Adds the font to the file.
pub(super) fn font(file: &mut lopdf::Document, fonts: &Fonts) -> Result<ObjectId, DocumentError> {
    let unusable = |why: String| DocumentError::Write(format!("the font of the fields: {why}"));
    let face = fonts.faces.iter().find(|face| face.name == FACE).ok_or_else(|| unusable("it is missing".into()))?;
    let shapes = skrifa::FontRef::new(face.data).map_err(|error| unusable(error.to_string()))?;
    let charmap = shapes.charmap();
    let letters = letters();
    let mut glyphs = GlyphRemapper::new();
    let mut characters = BTreeMap::new();
    let mut widths = BTreeMap::new();
    for (code, letter) in &letters {
        let glyph = charmap.map(*letter).and_then(|glyph| u16::try_from(glyph.to_u32()).ok());
        let glyph = glyph.ok_or(DocumentError::MissingGlyph { character: *letter })?;
        characters.insert(*letter as u16, glyphs.remap(glyph));
        widths.insert(*code, i64::from(face.metrics.advance(glyph)) * 1000 / i64::from(face.metrics.units_per_em.max(1)));
    }
    let subset = subsetter::subset(face.data, 0, &glyphs).map_err(|error| unusable(error.to_string()))?;
    let whole = with_characters(&subset, &characters).ok_or_else(|| unusable("its subset is no font".into()))?;
    let length = i64::try_from(whole.len()).unwrap_or_default();
    let data = file.add_object(Stream::new(dictionary! { "Length1" => length }, whole));
    let bounds = face.metrics.bounds.map(|side| Object::Integer(side.into()));
    let descriptor = file.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => NAME,
        // Its letters are found by their names (table 123, bit 6).
        "Flags" => 1 << 5,
        "FontBBox" => bounds.to_vec(),
        "ItalicAngle" => 0,
        "Ascent" => i64::from(face.metrics.ascent),
        "Descent" => i64::from(face.metrics.descent),
        "CapHeight" => 660,
        "StemV" => 84,
        "FontFile2" => data,
    });
    let widths: Vec<Object> = (0..=255u8).map(|code| widths.get(&code).copied().unwrap_or_default().into()).collect();
    Ok(file.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "TrueType",
        "BaseFont" => NAME,
        "FirstChar" => 0,
        "LastChar" => 255,
        "Widths" => widths,
        "FontDescriptor" => descriptor,
        "Encoding" => encoding(),
    }))
}

fn encoding() -> Dictionary {
    let names = FREE.into_iter().zip(MORE.map(|(_, name)| name));
    let differences: Vec<Object> = names.flat_map(|(code, name)| [Object::Integer(code.into()), name.into()]).collect();
    dictionary! { "Type" => "Encoding", "BaseEncoding" => "WinAnsiEncoding", "Differences" => differences }
}

/// A font file with a table that finds glyphs by character (`cmap`, format 4, for Unicode).
fn with_characters(font: &[u8], characters: &BTreeMap<u16, u16>) -> Option<Vec<u8>> {
    let count = usize::from(u16::from_be_bytes(font.get(4..6)?.try_into().ok()?));
    let mut tables: BTreeMap<[u8; 4], Vec<u8>> = BTreeMap::new();
    for index in 0..count {
        let record = font.get(12 + 16 * index..28 + 16 * index)?;
        let long = |at: usize| usize::try_from(u32::from_be_bytes(record.get(at..at + 4)?.try_into().ok()?)).ok();
        let start = long(8)?;
        tables.insert(record.get(..4)?.try_into().ok()?, font.get(start..start + long(12)?)?.to_vec());
    }
    tables.insert(*b"cmap", table_of(characters));
    let mut whole = font.get(..4)?.to_vec();
    let number = u16::try_from(tables.len()).ok()?;
    let power = number.checked_ilog2()?;
    let range = 16u16 << power;
    for part in [number, range, u16::try_from(power).ok()?, number * 16 - range] {
        whole.extend(part.to_be_bytes());
    }
    let mut place = 12 + 16 * tables.len();
    for (tag, table) in &tables {
        whole.extend(tag);
        for part in [sum(table), u32::try_from(place).ok()?, u32::try_from(table.len()).ok()?] {
            whole.extend(part.to_be_bytes());
        }
        place += table.len().next_multiple_of(4);
    }
    for table in tables.into_values() {
        whole.extend(table);
        whole.resize(whole.len().next_multiple_of(4), 0);
    }
    Some(whole)
}

/// The sum that a font file keeps of each of its tables.
fn sum(table: &[u8]) -> u32 {
    table.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

/// One segment a character, and the one that ends them all.
fn table_of(characters: &BTreeMap<u16, u16>) -> Vec<u8> {
    let ends: Vec<u16> = characters.keys().copied().chain([0xffff]).collect();
    let segments = ends.len() as u16;
    let power = segments.ilog2() as u16;
    let range = 2u16 << power;
    let steps = characters.iter().map(|(character, glyph)| glyph.wrapping_sub(*character)).chain([1]);
    let mut body: Vec<u16> = vec![segments * 2, range, power, segments * 2 - range];
    body.extend(&ends);
    body.push(0);
    body.extend(&ends);
    body.extend(steps);
    body.extend(ends.iter().map(|_| 0));
    let length = 6 + 2 * body.len() as u16;
    // Version, one table, for Windows and Unicode, which begins at byte 12; its format, length and language.
    let head = [0u16, 1, 3, 1, 0, 12, 4, length, 0];
    head.into_iter().chain(body).flat_map(u16::to_be_bytes).collect()
}
