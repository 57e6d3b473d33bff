//! Whose copy it is, large and faint across every page.

use super::{Compositor, Draft, PAPER};
use crate::{
    DocumentError,
    display::{ARTIFACT, Corner, Item, Placed, WATER, lower},
    font::Fonts,
    style::{Align, Style},
};
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};

/// From the lower left to the upper right corner of the paper.
const DEGREES: f32 = 54.;
/// How long a line may be.
const LENGTH: f32 = 700.;
/// The largest letters.
const LARGEST: f32 = 80.;
/// Below this size a second line is better than smaller letters.
const BROKEN: f32 = 44.;
/// Letters are not made smaller than this.
const SMALLEST: f32 = 24.;

impl Compositor<'_> {
    /// The watermark as one shape that is not read aloud. It is drawn, not written: words that lie across a page would
    /// be mixed into its sentences by whoever searches or copies them, and the foot of the page names the reader in words.
    pub(super) fn watermark(&mut self, draft: &Draft) -> Result<Option<Placed>, DocumentError> {
        let Some(words) = &draft.watermark else {
            return Ok(None);
        };
        let centre = (PAPER.0 / 2., PAPER.1 / 2.);
        let mut size = LARGEST;
        let mut rows = Vec::new();
        while rows.is_empty() || (rows.len() > if size > BROKEN { 1 } else { 2 } && size > SMALLEST) {
            let style = Style::new(size, size * 1.2).bold().colour(WATER).align(Align::Centre);
            rows = self.set(&words.into(), style, (centre.0 - LENGTH / 2., LENGTH), ARTIFACT)?;
            size *= 0.92;
        }
        let mut whole = super::stack(rows);
        lower(&mut whole.items, centre.1 - whole.height / 2.);
        let mut pen = Pen { rings: Vec::new(), start: (0., 0.), at: (0., 0.), centre };
        for placed in &whole.items {
            pen.write(self.fonts, &placed.item)?;
        }
        Ok(Some(Placed::artifact(Item::Shape { rings: pen.rings, fill: WATER })))
    }
}

/// Draws letters along the diagonal.
struct Pen {
    rings: Vec<Vec<Corner>>,
    /// Where the letter stands before it is turned.
    start: (f32, f32),
    /// Where in the letter the pen is.
    at: (f32, f32),
    centre: (f32, f32),
}

impl Pen {
    fn write(&mut self, fonts: &Fonts, item: &Item) -> Result<(), DocumentError> {
        let Item::Glyphs { face, size, x, y, glyphs, .. } = item else {
            return Ok(());
        };
        let data = fonts.faces.get(*face).map_or(&[][..], |face| face.data);
        let font = FontRef::new(data).map_err(|error| DocumentError::Write(error.to_string()))?;
        let outlines = font.outline_glyphs();
        for glyph in glyphs {
            let Some(outline) = outlines.get(GlyphId::from(glyph.id)) else {
                continue;
            };
            self.start = (x + glyph.x, y - glyph.y);
            let settings = DrawSettings::unhinted(Size::new(*size), LocationRef::default());
            outline.draw(settings, self).map_err(|error| DocumentError::Write(error.to_string()))?;
        }
        Ok(())
    }

    /// A point of a letter, turned about the middle of the page.
    fn point(&mut self, (x, y): (f32, f32), pulls: bool) {
        self.at = (x, y);
        let (sine, cosine) = DEGREES.to_radians().sin_cos();
        let (x, y) = (self.start.0 + x - self.centre.0, self.start.1 - y - self.centre.1);
        let corner = Corner { x: self.centre.0 + x * cosine + y * sine, y: self.centre.1 + y * cosine - x * sine, pulls };
        if let Some(ring) = self.rings.last_mut() {
            ring.push(corner);
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.rings.push(Vec::new());
        self.point((x, y), false);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.point((x, y), false);
    }

    /// PDF knows only curves with two points that pull.
    fn quad_to(&mut self, pull_x: f32, pull_y: f32, x: f32, y: f32) {
        let towards = |end: f32, pull: f32| end + (pull - end) * 2. / 3.;
        let (from_x, from_y) = self.at;
        self.curve_to(towards(from_x, pull_x), towards(from_y, pull_y), towards(x, pull_x), towards(y, pull_y), x, y);
    }

    fn curve_to(&mut self, one_x: f32, one_y: f32, two_x: f32, two_y: f32, x: f32, y: f32) {
        self.point((one_x, one_y), true);
        self.point((two_x, two_y), true);
        self.point((x, y), false);
    }

    fn close(&mut self) {}
}
