//! Subsets of the fonts a document uses.

use super::{SEED, hash};
use crate::{
    DocumentError,
    display::{DisplayList, Item},
    font::{Face, Fonts},
    inline::untied,
};
use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// One face with only the glyphs of one document.
pub(super) struct Used {
    pub(super) glyphs: GlyphRemapper,
    pub(super) widths: BTreeMap<u16, u16>,
    /// What each glyph says when it is copied.
    pub(super) words: BTreeMap<u16, String>,
    pub(super) units_per_em: u16,
    pub(super) parsed: ParsedFont,
}

/// The name of a face within the file. printpdf's own names differ from run to run.
pub(super) fn id(face: usize) -> FontId {
    FontId(format!("F{face}"))
}

/// All faces the document uses, cut to the glyphs it uses.
pub(super) fn used(list: &DisplayList, fonts: &Fonts) -> Result<BTreeMap<usize, Used>, DocumentError> {
    let mut plans: BTreeMap<usize, Plan> = BTreeMap::new();
    for placed in list.pages.iter().flatten() {
        let Item::Glyphs { face, glyphs, text, .. } = &placed.item else {
            continue;
        };
        let Some(source) = fonts.faces.get(*face) else {
            continue;
        };
        let plan = plans.entry(*face).or_default();
        for glyph in glyphs {
            let new = plan.glyphs.remap(glyph.id);
            plan.widths.insert(new, source.metrics.advance(glyph.id));
            plan.words.entry(new).or_insert_with(|| untied(&text[glyph.text.clone()]));
        }
    }
    plans
        .into_iter()
        .filter_map(|(index, plan)| Some((index, plan, fonts.faces.get(index)?)))
        .map(|(index, plan, face)| Ok((index, plan.cut(face)?)))
        .collect()
}

#[derive(Default)]
struct Plan {
    glyphs: GlyphRemapper,
    widths: BTreeMap<u16, u16>,
    words: BTreeMap<u16, String>,
}

impl Plan {
    fn cut(self, face: &Face) -> Result<Used, DocumentError> {
        let bytes =
            subsetter::subset(face.data, 0, &self.glyphs).map_err(|error| DocumentError::Write(format!("{}: {error}", face.name)))?;
        let metrics = &face.metrics;
        let [x_min, y_min, x_max, y_max] = metrics.bounds;
        let [caret_slope_rise, caret_slope_run] = metrics.caret;
        let parsed = ParsedFont {
            original_bytes: bytes,
            font_index: 0,
            font_name: Some(format!("{}+{}", self.prefix(face.name), face.name)),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: self.widths.clone(),
            units_per_em: metrics.units_per_em,
            font_metrics: FontMetrics { ascent: metrics.ascent, descent: metrics.descent },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: metrics.units_per_em,
                x_min,
                y_min,
                x_max,
                y_max,
                caret_slope_rise,
                caret_slope_run,
                us_weight_class: metrics.weight,
            },
        };
        Ok(Used { glyphs: self.glyphs, widths: self.widths, words: self.words, units_per_em: metrics.units_per_em, parsed })
    }

    /// Six letters that tell this subset from other subsets of the face.
    fn prefix(&self, name: &str) -> String {
        let words = self.words.values().flat_map(|word| word.bytes());
        let name: Vec<u8> = name.bytes().chain(words).collect();
        let mut rest = hash(SEED, &name);
        (0..6)
            .map(|_| {
                let letter = b'A' + (rest % 26) as u8;
                rest /= 26;
                char::from(letter)
            })
            .collect()
    }
}
