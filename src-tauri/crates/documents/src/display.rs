//! The display list: what stands where on each page, and which tag owns it. The writer knows nothing else.

use crate::code::{Code, Foot};
use std::{ops::Range, sync::Arc};

/// Red, green and blue.
pub(crate) type Colour = [u8; 3];
/// The colour of words and of strong lines.
pub(crate) const INK: Colour = [0x14, 0x16, 0x18];
/// The colour of words that matter less. Contrast on white is more than 7 to 1.
pub(crate) const QUIET: Colour = [0x4a, 0x50, 0x55];
/// The colour of lines between rows.
pub(crate) const HAIRLINE: Colour = [0x9a, 0xa0, 0xa4];
/// The colour of the lines people write on.
pub(crate) const RULING: Colour = [0xb9, 0xbe, 0xc2];
/// The colour of a watermark: a photocopier still sees it, and words over it have a contrast of more than 5 to 1.
pub(crate) const WATER: Colour = [0xdc, 0xdf, 0xe1];
/// The ground of bands and of table heads.
pub(crate) const TINT: Colour = [0xee, 0xf0, 0xf1];

/// One shaped glyph, placed from the start of its run.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) x: f32,
    /// How far it is raised above the baseline.
    pub(crate) y: f32,
    pub(crate) advance: f32,
    /// The bytes of the run's text which this glyph draws.
    pub(crate) text: Range<usize>,
}

/// A point of a shape.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Corner {
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// It pulls a curve and does not lie on it. Two such points stand between the ends of a curve.
    pub(crate) pulls: bool,
}

/// One mark on a page. Distances are points from the top left corner.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    Glyphs {
        face: usize,
        size: f32,
        colour: Colour,
        x: f32,
        y: f32,
        glyphs: Vec<Glyph>,
        text: Arc<str>,
    },
    Rectangle {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        fill: Option<Colour>,
        stroke: Option<(Colour, f32)>,
    },
    Line {
        from: (f32, f32),
        to: (f32, f32),
        colour: Colour,
        width: f32,
    },
    /// A filled shape of closed rings.
    Shape {
        rings: Vec<Vec<Corner>>,
        fill: Colour,
    },
    /// A place to type or to tick on a computer. The box around it is drawn by other marks.
    Field {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        /// How large the letters are that somebody types there.
        size: f32,
        field: Arc<FormField>,
    },
}

/// What a program that fills in the form is told of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormField {
    /// By which the field is known when the form comes back.
    pub(crate) name: String,
    /// What the field is for, to people who cannot see what stands beside it.
    pub(crate) label: String,
    pub(crate) kind: FieldKind,
}

/// What may be put into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldKind {
    /// One line.
    Line,
    /// Lines and paragraphs.
    Text,
    Tick,
}

impl Item {
    /// Left, top, right and bottom edge.
    pub(crate) fn bounds(&self) -> (f32, f32, f32, f32) {
        match self {
            Self::Glyphs { size, x, y, .. } => (*x, y - size * 0.8, self.right(), y + size * 0.25),
            Self::Rectangle { x, y, width, height, .. } | Self::Field { x, y, width, height, .. } => (*x, *y, x + width, y + height),
            Self::Line { from, to, .. } => (from.0.min(to.0), from.1.min(to.1), from.0.max(to.0), from.1.max(to.1)),
            Self::Shape { rings, .. } => rings.iter().flatten().fold((f32::MAX, f32::MAX, f32::MIN, f32::MIN), |(l, t, r, b), corner| {
                (l.min(corner.x), t.min(corner.y), r.max(corner.x), b.max(corner.y))
            }),
        }
    }

    /// How far it reaches to the right.
    pub(crate) fn right(&self) -> f32 {
        match self {
            // A space left over at the end of a line is not drawn, so it may stand outside.
            Self::Glyphs { x, glyphs, text, .. } => glyphs
                .iter()
                .filter(|glyph| text.get(glyph.text.clone()).is_some_and(|said| !said.trim().is_empty()))
                .map(|glyph| x + glyph.x + glyph.advance)
                .fold(*x, f32::max),
            Self::Rectangle { x, width, .. } | Self::Field { x, width, .. } => x + width,
            Self::Line { from, to, .. } => from.0.max(to.0),
            Self::Shape { rings, .. } => rings.iter().flatten().map(|corner| corner.x).fold(f32::MIN, f32::max),
        }
    }

    /// Moves the mark down the page.
    pub(crate) fn lower(&mut self, by: f32) {
        match self {
            Self::Glyphs { y, .. } | Self::Rectangle { y, .. } | Self::Field { y, .. } => *y += by,
            Self::Line { from, to, .. } => {
                from.1 += by;
                to.1 += by;
            }
            Self::Shape { rings, .. } => {
                for corner in rings.iter_mut().flatten() {
                    corner.y += by;
                }
            }
        }
    }
}

/// Moves several marks down the page.
pub(crate) fn lower(items: &mut [Placed], by: f32) {
    for placed in items {
        placed.item.lower(by);
    }
}

/// The owner of marks that are decoration: lines, grounds, repeated heads.
pub(crate) const ARTIFACT: usize = usize::MAX;
/// The owner of what stands at the foot of every page.
pub(crate) const FOOTER: usize = usize::MAX - 1;

/// A mark and the tag that owns it.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) tag: usize,
    pub(crate) item: Item,
}

impl Placed {
    /// A mark that assistive technology passes over.
    pub(crate) fn artifact(item: Item) -> Self {
        Self { tag: ARTIFACT, item }
    }
}

/// One element of the structure tree, in reading order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tag {
    pub(crate) role: &'static str,
    pub(crate) parent: usize,
    /// What a drawing says in words.
    pub(crate) alternative: Option<String>,
    /// Owner, name and value of the one attribute it may carry: for a table header, `Table`, `Scope`, `Row`.
    pub(crate) attribute: Option<[&'static str; 3]>,
}

/// A heading and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Bookmark {
    pub(crate) title: String,
    /// Whether it is below the last one that is not.
    pub(crate) below: bool,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// All pages of one document.
#[derive(Debug)]
pub(crate) struct DisplayList {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) subject: String,
    /// The writer needs only the height, to count from the foot of the page.
    #[cfg(any(test, feature = "bench"))]
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) pages: Vec<Vec<Placed>>,
    pub(crate) tags: Vec<Tag>,
    pub(crate) bookmarks: Vec<Bookmark>,
    /// Where the code of the paper stands, if it carries one.
    pub(crate) foot: Option<Foot>,
    /// For each page the code of its paper, and which page of the paper it is. It may end before the last page.
    pub(crate) codes: Vec<Option<(Code, usize)>>,
}
