//! The bundled fonts, read once on each thread. Fonts of the computer are never used.

use crate::DocumentError;
use parley::{
    FontContext, LayoutContext,
    fontique::{Blob, Collection, CollectionOptions, SourceCache},
};
use std::{cell::RefCell, sync::Arc};

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
    /// Families for words. A character takes the first family that can draw it.
    pub(crate) text: Vec<String>,
    /// Families for the recovery key.
    pub(crate) code: Vec<String>,
}

/// Every file of the text families, in the order of their families.
const TEXT: [(&str, &[u8]); 2] = [
    ("SourceSans3-Regular", include_bytes!("../../../../assets/fonts/SourceSans3-Regular.ttf")),
    ("SourceSans3-Bold", include_bytes!("../../../../assets/fonts/SourceSans3-Bold.ttf")),
];

/// Every file of the code families.
const CODE: [(&str, &[u8]); 1] =
    [("AtkinsonHyperlegibleMono-Bold", include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleMono-Bold.ttf"))];

impl Fonts {
    fn load() -> Result<Self, DocumentError> {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut fonts = Self {
            context: FontContext { collection, source_cache: SourceCache::default() },
            layout: LayoutContext::new(),
            faces: Vec::new(),
            text: Vec::new(),
            code: Vec::new(),
        };
        fonts.text = fonts.register(&TEXT)?;
        fonts.code = fonts.register(&CODE)?;
        Ok(fonts)
    }

    fn register(&mut self, files: &[(&'static str, &'static [u8])]) -> Result<Vec<String>, DocumentError> {
        let mut names: Vec<String> = Vec::new();
        for (name, data) in files.iter().copied() {
            let unreadable = || DocumentError::Write(format!("the font {name} cannot be read"));
            let blob: Blob<u8> = Blob::new(Arc::new(data));
            self.faces.push(Face { name, data, metrics: Metrics::read(data).ok_or_else(unreadable)?, blob: blob.id() });
            for (family, _) in self.context.collection.register_fonts(blob, None) {
                let family = self.context.collection.family_name(family).ok_or_else(unreadable)?;
                if !names.iter().any(|known| known == family) {
                    names.push(family.to_owned());
                }
            }
        }
        Ok(names)
    }

    /// The width of a letter of the code font, as a share of its size: all are equally wide.
    pub(crate) fn code_width(&self) -> f32 {
        self.faces.last().map_or(0.6, |face| f32::from(face.metrics.advance(u16::MAX)) / f32::from(face.metrics.units_per_em))
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
            assert_eq!(fonts.text, ["Source Sans 3"]);
            assert_eq!(fonts.code.len(), 1);
            assert_eq!(fonts.context.collection.family_names().count(), 2);
            Ok(())
        })
        .unwrap();
    }

    #[test]
    fn every_font_file_gives_its_metrics() {
        with_fonts(|fonts| {
            for face in &fonts.faces {
                assert_eq!(face.metrics.units_per_em, 1000, "{}", face.name);
                assert!(face.metrics.ascent > 0 && face.metrics.descent < 0);
            }
            Ok(())
        })
        .unwrap();
    }
}
