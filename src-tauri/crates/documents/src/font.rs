//! The bundled fonts, read once on each thread. Fonts of the computer are never used.

use crate::{
    DocumentError,
    fixed::Fixed,
    pdf::face::{Basis, bases},
};
use parley::{
    FontContext, LayoutContext,
    fontique::{Blob, Collection, CollectionOptions, FamilyId, Script, SourceCache},
};
use skrifa::{FontRef, MetadataProvider, instance::LocationRef, prelude::Size};
use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

/// One font file.
pub(crate) struct Face {
    pub(crate) name: &'static str,
    pub(crate) data: &'static [u8],
    pub(crate) metrics: Metrics,
    blob: u64,
}

/// What the writer must know about a font file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Metrics {
    pub(crate) units_per_em: u16,
    pub(crate) ascent: i16,
    pub(crate) descent: i16,
    /// Left, bottom, right, top.
    pub(crate) bounds: [i16; 4],
    pub(crate) caret: [i16; 2],
    pub(crate) weight: u16,
    advances: Vec<u16>,
}

impl Metrics {
    fn read(data: &[u8]) -> Option<Self> {
        let head = table(data, *b"head")?;
        let hhea = table(data, *b"hhea")?;
        let hmtx = table(data, *b"hmtx")?;
        let os2 = table(data, *b"OS/2")?;
        let count = usize::from(word(hhea, 34)?);
        let advances = (0..count).map(|glyph| word(hmtx, glyph * 4)).collect::<Option<Vec<u16>>>()?;
        Some(Self {
            units_per_em: word(head, 18)?,
            ascent: signed(hhea, 4)?,
            descent: signed(hhea, 6)?,
            bounds: [signed(head, 36)?, signed(head, 38)?, signed(head, 40)?, signed(head, 42)?],
            caret: [signed(hhea, 18)?, signed(hhea, 20)?],
            weight: word(os2, 4)?,
            advances,
        })
    }

    /// The advance of a glyph. Fonts leave out the advances that repeat the last one.
    pub(crate) fn advance(&self, glyph: u16) -> u16 {
        self.advances.get(usize::from(glyph)).or(self.advances.last()).copied().unwrap_or_default()
    }
}

fn table(data: &[u8], tag: [u8; 4]) -> Option<&[u8]> {
    let count = usize::from(word(data, 4)?);
    (0..count).find_map(|index| {
        let record = data.get(12 + index * 16..28 + index * 16)?;
        let long = |at: usize| {
            let bytes: [u8; 4] = record.get(at..at + 4)?.try_into().ok()?;
            usize::try_from(u32::from_be_bytes(bytes)).ok()
        };
        if record.get(..4)? != tag {
            return None;
        }
        let start = long(8)?;
        data.get(start..start + long(12)?)
    })
}

fn word(data: &[u8], at: usize) -> Option<u16> {
    let bytes: [u8; 2] = data.get(at..at + 2)?.try_into().ok()?;
    Some(u16::from_be_bytes(bytes))
}

fn signed(data: &[u8], at: usize) -> Option<i16> {
    let bytes: [u8; 2] = data.get(at..at + 2)?.try_into().ok()?;
    Some(i16::from_be_bytes(bytes))
}

/// The bundled fonts with the state that shaping needs.
pub(crate) struct Fonts {
    pub(crate) context: FontContext,
    pub(crate) layout: LayoutContext<()>,
    pub(crate) faces: Vec<Face>,
    /// The family for words. What it cannot draw is drawn by the family of the script.
    pub(crate) text: String,
    /// The family for the recovery key.
    pub(crate) code: String,
    /// For each face that has one, the subset that most papers share.
    pub(crate) bases: BTreeMap<usize, Basis>,
    /// What was set before of the words that every paper has.
    pub(crate) fixed: Fixed,
}

macro_rules! files {
    ($($name:literal),+) => { &[$(($name, include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf")))),+] };
}

/// A font file with its name.
type File = (&'static str, &'static [u8]);

const TEXT: &[File] = files!("SourceSans3-Regular", "SourceSans3-Bold");
const CODE: &[File] = files!("AtkinsonHyperlegibleMono-Bold");

/// The families of other scripts, each with the scripts it is the first choice for (ISO 15924).
const SCRIPTS: [(&[&[u8; 4]], &[File]); 6] = [
    // Each letter is one glyph. In Noto Sans Arabic the dots stand apart, and readers of files take them for marks of their own.
    (&[b"Arab"], files!("Vazirmatn-Regular", "Vazirmatn-Bold")),
    // The shaper of parley leaves the conjuncts of Noto Sans Bengali apart.
    (&[b"Beng"], files!("HindSiliguri-Regular", "HindSiliguri-Bold")),
    (&[b"Deva"], files!("NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold")),
    (&[b"Gujr"], files!("NotoSansGujarati-Regular", "NotoSansGujarati-Bold")),
    (&[b"Guru"], files!("NotoSansGurmukhi-Regular", "NotoSansGurmukhi-Bold")),
    // Bold Chinese would be another three million bytes.
    (&[b"Hani"], files!("NotoSansSC-Regular")),
];

/// Scripts of the text family. Signs of another script may stand among their letters.
const OWN: [&[u8; 4]; 3] = [b"Latn", b"Grek", b"Cyrl"];

impl Fonts {
    fn load() -> Result<Self, DocumentError> {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut fonts = Self {
            context: FontContext { collection, source_cache: SourceCache::default() },
            layout: LayoutContext::new(),
            faces: Vec::new(),
            text: String::new(),
            code: String::new(),
            bases: BTreeMap::new(),
            fixed: Fixed::new(),
        };
        let text = fonts.register(TEXT)?;
        let code = fonts.register(CODE)?;
        let name = |fonts: &mut Self, family| fonts.context.collection.family_name(family).map(str::to_owned).unwrap_or_default();
        (fonts.text, fonts.code) = (name(&mut fonts, text), name(&mut fonts, code));
        let mut families = Vec::new();
        for (scripts, files) in SCRIPTS {
            families.push((scripts, fonts.register(files)?));
        }
        for (first, own) in families.iter().map(|(scripts, own)| (*scripts, Some(*own))).chain([(&OWN[..], None)]) {
            // A full stop may come from any family, but first from that of the letters around it.
            let others = families.iter().map(|(_, family)| *family).filter(|family| Some(*family) != own);
            let order: Vec<FamilyId> = own.into_iter().chain(others).collect();
            for script in first {
                fonts.context.collection.set_fallbacks(Script::from_bytes(**script), order.iter().copied());
            }
        }
        fonts.bases = bases(&mut fonts)?;
        Ok(fonts)
    }

    /// Takes in the files of one family.
    fn register(&mut self, files: &[File]) -> Result<FamilyId, DocumentError> {
        let mut found = None;
        for (name, data) in files.iter().copied() {
            let unreadable = || DocumentError::Write(format!("the font {name} cannot be read"));
            let blob: Blob<u8> = Blob::new(Arc::new(data));
            self.faces.push(Face { name, data, metrics: Metrics::read(data).ok_or_else(unreadable)?, blob: blob.id() });
            let registered = self.context.collection.register_fonts(blob, None);
            found = Some(registered.first().map(|(family, _)| *family).ok_or_else(unreadable)?);
        }
        found.ok_or_else(|| DocumentError::Write("a family has no font".into()))
    }

    /// The width of a letter of the code font, as a share of its size: all are equally wide.
    pub(crate) fn code_width(&self) -> f32 {
        let code = self.faces.get(TEXT.len());
        code.map_or(0.6, |face| f32::from(face.metrics.advance(u16::MAX)) / f32::from(face.metrics.units_per_em))
    }

    /// Where the baseline stands in a line so high: in the middle, by the text family, whatever faces the line mixes.
    pub(crate) fn baseline(&self, size: f32, lead: f32) -> f32 {
        let share = self
            .faces
            .first()
            .map_or(0., |Face { metrics, .. }| (f32::from(metrics.ascent) + f32::from(metrics.descent)) / f32::from(metrics.units_per_em));
        f32::midpoint(lead, size * share)
    }

    /// How far a glyph reaches above and below its baseline, for a face whose letters may not fit the lines of the text family.
    pub(crate) fn reach(&self, face: usize, glyph: u16, size: f32) -> (f32, f32) {
        let font = self.faces.get(face).filter(|_| face >= TEXT.len() + CODE.len()).and_then(|face| FontRef::new(face.data).ok());
        let bounds = font.and_then(|font| font.glyph_metrics(Size::new(size), LocationRef::default()).bounds(u32::from(glyph).into()));
        bounds.map_or((0., 0.), |bounds| (bounds.y_max, -bounds.y_min))
    }

    /// Whether a face has a glyph of its own for a character.
    pub(crate) fn draws(&self, face: usize, character: char) -> bool {
        let font = self.faces.get(face).and_then(|face| FontRef::new(face.data).ok());
        font.is_some_and(|font| font.charmap().map(character).is_some())
    }

    /// Which of our faces shaping chose.
    pub(crate) fn face_of(&self, blob: u64) -> Option<usize> {
        self.faces.iter().position(|face| face.blob == blob)
    }
}

thread_local! {
    static FONTS: RefCell<Option<Fonts>> = const { RefCell::new(None) };
}

/// Lends the fonts of this thread, reading them at first use.
pub(crate) fn with_fonts<T>(work: impl FnOnce(&mut Fonts) -> Result<T, DocumentError>) -> Result<T, DocumentError> {
    FONTS.with_borrow_mut(|slot| {
        let fonts = match slot {
            Some(fonts) => fonts,
            None => slot.insert(Fonts::load()?),
        };
        work(fonts)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_fonts_are_the_only_fonts() {
        with_fonts(|fonts| {
            assert_eq!(fonts.text, "Source Sans 3");
            assert_eq!(fonts.code, "Atkinson Hyperlegible Mono");
            assert_eq!(fonts.context.collection.family_names().count(), 8);
            Ok(())
        })
        .unwrap();
    }

    #[test]
    fn every_font_file_gives_its_metrics() {
        with_fonts(|fonts| {
            for face in &fonts.faces {
                let Metrics { units_per_em, ascent, descent, bounds: [left, bottom, right, top], .. } = face.metrics;
                assert!((16..=16_384).contains(&units_per_em), "{}", face.name);
                assert!(ascent > 0 && descent < 0 && left < right && bottom < 0 && top > 0, "{}", face.name);
                // An em is about as wide as its widest letters, whatever it is divided into.
                let widest = (0..=u16::MAX).map(|glyph| face.metrics.advance(glyph)).max().unwrap();
                assert!(widest >= units_per_em / 2, "{}", face.name);
            }
            Ok(())
        })
        .unwrap();
    }
}
