//! Subsets of the fonts a document uses.
//!
//! Most papers need no glyph beyond the letters, figures and marks of English. They all share one subset of a face, the basis:
//! it is cut and compressed once on each thread. Whether a paper takes it follows from the paper alone, so nothing that was
//! printed before changes its bytes.

use super::{Press, SEED, hash};
use crate::{
    DocumentError,
    display::{ARTIFACT, DisplayList, Item},
    font::{Face, Fonts},
    inline::{Inline, untied},
    paragraph,
    style::Style,
};
use printpdf::{Codepoint, FontId, FontMetrics, FontType, Op, ParsedFont, PdfFontHandle, PdfFontMetricsStub, Pt, TextItem};
use std::{collections::BTreeMap, rc::Rc};
use subsetter::GlyphRemapper;

/// What stands in the words of this house, letter by letter, and the letters that some fonts draw in one.
const SAMPLE: &str = "\
    A B C D E F G H I J K L M N O P Q R S T U V W X Y Z a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9 \
    . , : ; ! ? ' \" ( ) [ ] / \\ & @ # % * + - = < > _ | ~ £ € ° • – — ‘ ’ “ ” … × ½ é ff fi fl ffi ffl ft fft";

/// One face with only some of its glyphs.
#[derive(Debug)]
pub(crate) struct Used {
    /// For each glyph of the face its number in the subset, and 0 where it is left out.
    numbers: Vec<u16>,
    /// By number, its width and what it says when it is copied.
    glyphs: Vec<(u16, String)>,
    pub(super) units_per_em: u16,
    pub(super) parsed: ParsedFont,
}

impl Used {
    pub(super) fn number(&self, glyph: u16) -> Option<u16> {
        self.numbers.get(usize::from(glyph)).copied().filter(|number| *number != 0)
    }

    pub(super) fn width(&self, number: u16) -> u16 {
        self.glyphs.get(usize::from(number)).map_or(0, |(width, _)| *width)
    }

    pub(super) fn says(&self, number: u16) -> &str {
        self.glyphs.get(usize::from(number)).map_or("", |(_, said)| said)
    }

    /// Tells printpdf which glyphs there are: it writes their widths and words into the file.
    pub(super) fn named(&self, face: usize) -> [Op; 2] {
        let glyphs = (0u16..).zip(&self.glyphs).skip(1).map(|(number, (_, said))| Codepoint::with_cid(number, 0., said.clone()));
        [
            Op::SetFont { font: PdfFontHandle::External(id(face)), size: Pt(1.) },
            Op::ShowText { items: vec![TextItem::GlyphIds(glyphs.collect())] },
        ]
    }
}

/// The subset that most papers share, and its font program compressed.
#[derive(Debug)]
pub(crate) struct Basis {
    used: Rc<Used>,
    packed: Vec<u8>,
}

/// The name of a face within the file. printpdf's own names differ from run to run.
pub(super) fn id(face: usize) -> FontId {
    FontId(format!("F{face}"))
}

/// The glyphs of each face and what they say first.
type Plans = BTreeMap<usize, Plan>;

#[derive(Default)]
struct Plan {
    /// Which glyphs were seen, to pass over them quickly.
    seen: Vec<bool>,
    words: BTreeMap<u16, String>,
}

impl Plan {
    fn see(&mut self, glyph: u16, words: &str) {
        let place = usize::from(glyph);
        if self.seen.len() <= place {
            self.seen.resize(place + 1, false);
        }
        if let Some(seen) = self.seen.get_mut(place).filter(|seen| !**seen) {
            *seen = true;
            self.words.insert(glyph, untied(words));
        }
    }
}

fn plans<'a>(items: impl Iterator<Item = &'a Item>) -> Plans {
    let mut plans = Plans::new();
    for item in items {
        let Item::Glyphs { face, glyphs, text, .. } = item else {
            continue;
        };
        let plan = plans.entry(*face).or_default();
        for glyph in glyphs {
            plan.see(glyph.id, &text[glyph.text.clone()]);
        }
    }
    plans
}

/// All faces the document uses, cut to the glyphs it uses or to the basis.
pub(super) fn used(list: &DisplayList, fonts: &Fonts) -> Result<BTreeMap<usize, Rc<Used>>, DocumentError> {
    let plans = plans(list.pages.iter().flatten().map(|placed| &placed.item));
    let cut = plans.into_iter().filter_map(|(index, plan)| Some((index, plan, fonts.faces.get(index)?)));
    cut.map(|(index, plan, face)| {
        let basis = fonts.bases.get(&index).map(|basis| &basis.used);
        match basis.filter(|basis| plan.words.keys().all(|glyph| basis.number(*glyph).is_some())) {
            Some(basis) => Ok((index, Rc::clone(basis))),
            None => Ok((index, Rc::new(subset(&plan.words, face)?))),
        }
    })
    .collect()
}

/// The bases of the text faces, found by setting the sample: shaping alone knows which glyphs figures in columns take.
pub(crate) fn bases(fonts: &mut Fonts) -> Result<BTreeMap<usize, Basis>, DocumentError> {
    let mut rows = Vec::new();
    for style in [Style::new(10., 12.), Style::new(10., 12.).figures()] {
        for inline in [Inline::default().plain(SAMPLE), Inline::default().bold(SAMPLE)] {
            rows.extend(paragraph::set(fonts, &inline, style, (0., 500.), ARTIFACT)?);
        }
    }
    let plans = plans(rows.iter().flat_map(|row| &row.items).map(|placed| &placed.item));
    let mut bases = BTreeMap::new();
    for (index, plan) in plans {
        let Some(face) = fonts.faces.get(index) else { continue };
        let used = subset(&plan.words, face)?;
        let packed = Press::new().packed(&used.parsed.original_bytes)?;
        bases.insert(index, Basis { used: Rc::new(used), packed });
    }
    Ok(bases)
}

/// The compressed form of a font program, if it is that of a basis.
pub(super) fn known(program: &[u8], fonts: &Fonts) -> Option<Vec<u8>> {
    fonts.bases.values().find(|basis| basis.used.parsed.original_bytes == program).map(|basis| basis.packed.clone())
}

/// Cuts a face to some glyphs.
fn subset(words: &BTreeMap<u16, String>, face: &Face) -> Result<Used, DocumentError> {
    let wanted: Vec<u16> = words.keys().copied().collect();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(&wanted);
    let bytes = subsetter::subset(face.data, 0, &remapper).map_err(|error| DocumentError::Write(format!("{}: {error}", face.name)))?;
    let mut numbers = vec![0; wanted.last().map_or(0, |last| usize::from(*last) + 1)];
    let mut glyphs = vec![(0, String::new())];
    for (glyph, said) in words {
        let number = remapper.get(*glyph).unwrap_or_default();
        if let Some(place) = numbers.get_mut(usize::from(*glyph)) {
            *place = number;
        }
        let place = usize::from(number);
        glyphs.resize(glyphs.len().max(place + 1), (0, String::new()));
        if let Some(slot) = glyphs.get_mut(place) {
            *slot = (face.metrics.advance(*glyph), said.clone());
        }
    }
    let metrics = &face.metrics;
    let [x_min, y_min, x_max, y_max] = metrics.bounds;
    let [caret_slope_rise, caret_slope_run] = metrics.caret;
    let parsed = ParsedFont {
        original_bytes: bytes,
        font_index: 0,
        font_name: Some(format!("{}+{}", prefix(face.name, words), face.name)),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: (0u16..).zip(&glyphs).skip(1).map(|(number, (width, _))| (number, *width)).collect(),
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
    Ok(Used { numbers, glyphs, units_per_em: metrics.units_per_em, parsed })
}

/// Six letters that tell this subset from other subsets of the face.
fn prefix(name: &str, words: &BTreeMap<u16, String>) -> String {
    let words = words.values().flat_map(|word| word.bytes());
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
