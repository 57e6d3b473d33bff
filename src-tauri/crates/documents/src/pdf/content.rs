//! One page of the display list as printpdf operations, with marked content for the tags.

use super::{
    face::{self, Used},
    structure::Structure,
    untied, utf16,
};
use crate::display::{ARTIFACT, Colour, Corner, DisplayList, Glyph, Item, Placed};
use printpdf::{
    Codepoint, Color, DictItem, Line, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem,
    TextMatrix, WindingOrder,
};
use std::{collections::BTreeMap, ops::Range};

/// Writes one page.
pub(super) fn operations(
    list: &DisplayList,
    page: &[Placed],
    index: usize,
    faces: &BTreeMap<usize, Used>,
    structure: &mut Structure,
) -> Vec<Op> {
    let mut pen = Pen { operations: Vec::new(), height: list.height, faces, fill: None, stroke: None, thickness: None };
    let mut open = None;
    for placed in page {
        if let Item::Field { .. } = placed.item {
            structure.object(list, placed.tag, index);
            continue;
        }
        if open != Some(placed.tag) {
            if open.is_some() {
                pen.operations.push(Op::EndMarkedContent);
            }
            pen.operations.push(if placed.tag == ARTIFACT {
                Op::BeginMarkedContent { tag: "Artifact".into() }
            } else {
                let number = structure.mark(list, placed.tag, index);
                let role = list.tags.get(placed.tag).map_or("P", |tag| tag.role);
                marked(role, "MCID", DictItem::Int(number))
            });
            open = Some(placed.tag);
        }
        pen.draw(&placed.item);
    }
    if open.is_some() {
        pen.operations.push(Op::EndMarkedContent);
    }
    pen.operations
}

fn marked(tag: &str, name: &str, value: DictItem) -> Op {
    Op::BeginMarkedContentWithProperties { tag: tag.into(), properties: DictItem::Dict { map: [(name.to_owned(), value)].into() } }
}

fn colour([red, green, blue]: Colour) -> Color {
    let share = |part: u8| f32::from(part) / 255.;
    Color::Rgb(Rgb::new(share(red), share(green), share(blue), None))
}

/// Draws, and sets colours and widths only when they change.
struct Pen<'a> {
    operations: Vec<Op>,
    height: f32,
    faces: &'a BTreeMap<usize, Used>,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    thickness: Option<f32>,
}

impl Pen<'_> {
    fn fill(&mut self, wanted: Colour) {
        if self.fill.replace(wanted) != Some(wanted) {
            self.operations.push(Op::SetFillColor { col: colour(wanted) });
        }
    }

    fn stroke(&mut self, wanted: Colour, thickness: f32) {
        if self.stroke.replace(wanted) != Some(wanted) {
            self.operations.push(Op::SetOutlineColor { col: colour(wanted) });
        }
        if self.thickness.replace(thickness) != Some(thickness) {
            self.operations.push(Op::SetOutlineThickness { pt: Pt(thickness) });
        }
    }

    fn draw(&mut self, item: &Item) {
        match item {
            Item::Glyphs { face, size, colour, x, y, glyphs, text } => {
                let Some(used) = self.faces.get(face) else {
                    return;
                };
                self.fill(*colour);
                let run = Run { used, face: *face, size: *size, x: *x, y: self.height - y, glyphs, text };
                run.write(&mut self.operations);
            }
            Item::Rectangle { x, y, width, height, fill, stroke } => {
                if let Some(colour) = fill {
                    self.fill(*colour);
                }
                if let Some((colour, thickness)) = stroke {
                    self.stroke(*colour, *thickness);
                }
                let mode = match (fill, stroke) {
                    (Some(_), Some(_)) => PaintMode::FillStroke,
                    (Some(_), None) => PaintMode::Fill,
                    _ => PaintMode::Stroke,
                };
                self.operations.push(Op::DrawRectangle {
                    rectangle: Rect {
                        x: Pt(*x),
                        y: Pt(self.height - y - height),
                        width: Pt(*width),
                        height: Pt(*height),
                        mode: Some(mode),
                        winding_order: None,
                    },
                });
            }
            Item::Shape { rings, fill } => {
                self.fill(*fill);
                // A tenth of a point is finer than an office printer, and saves many figures.
                let fine = |place: f32| Pt((place * 10.).round() / 10.);
                let point = |corner: &Corner| {
                    let p = Point { x: fine(corner.x), y: fine(self.height - corner.y) };
                    LinePoint { p, bezier: corner.pulls }
                };
                let rings = rings.iter().map(|ring| PolygonRing { points: ring.iter().map(point).collect() }).collect();
                let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
                self.operations.push(Op::DrawPolygon { polygon });
            }
            // It is drawn by its own appearance.
            Item::Field { .. } => {}
            Item::Line { from, to, colour, width } => {
                self.stroke(*colour, *width);
                let point = |(x, y): (f32, f32)| LinePoint { p: Point { x: Pt(x), y: Pt(self.height - y) }, bezier: false };
                let line = Line { points: vec![point(*from), point(*to)], is_closed: false };
                self.operations.push(Op::DrawLine { line });
            }
        }
    }
}

/// Glyphs of one face on one line.
struct Run<'a> {
    used: &'a Used,
    face: usize,
    size: f32,
    x: f32,
    y: f32,
    glyphs: &'a [Glyph],
    text: &'a str,
}

impl Run<'_> {
    fn write(&self, operations: &mut Vec<Op>) {
        if self.speaks(0..self.glyphs.len()) {
            self.show(self.glyphs, operations);
            return;
        }
        // Word by word; a word whose glyphs do not say it carries its text beside it.
        let blank = |glyph: &Glyph| self.text[glyph.text.clone()].trim().is_empty();
        let mut start = 0;
        for word in self.glyphs.chunk_by(|one, next| blank(one) == blank(next)) {
            let range = start..start + word.len();
            start = range.end;
            if self.speaks(range) {
                self.show(word, operations);
                continue;
            }
            let from = word.iter().map(|glyph| glyph.text.start).min();
            let to = word.iter().map(|glyph| glyph.text.end).max();
            let said = untied(&self.text[from.unwrap_or(0)..to.unwrap_or(0)]);
            let value = DictItem::String { data: utf16(&said), literal: false };
            operations.push(marked("Span", "ActualText", value));
            self.show(word, operations);
            operations.push(Op::EndMarkedContent);
        }
    }

    /// Whether copying these glyphs one by one gives back the text.
    fn speaks(&self, range: Range<usize>) -> bool {
        let glyphs = self.glyphs.get(range).unwrap_or_default();
        let alone = glyphs.iter().all(|glyph| {
            let said = self.used.glyphs.get(glyph.id).and_then(|new| self.used.words.get(&new));
            glyph.y == 0. && said.is_some_and(|said| *said == untied(&self.text[glyph.text.clone()]))
        });
        let in_order = glyphs.windows(2).all(|pair| matches!(pair, [one, next] if one.text.end <= next.text.start));
        alone && in_order
    }

    fn show(&self, glyphs: &[Glyph], operations: &mut Vec<Op>) {
        operations.push(Op::StartTextSection);
        operations.push(Op::SetFont { font: PdfFontHandle::External(face::id(self.face)), size: Pt(self.size) });
        for level in glyphs.chunk_by(|one, next| one.y == next.y) {
            let Some(first) = level.first() else { continue };
            let matrix = TextMatrix::Translate(Pt(self.x + first.x), Pt(self.y + first.y));
            operations.push(Op::SetTextMatrix { matrix });
            let points = self.points(level, first.x);
            operations.push(Op::ShowText { items: vec![TextItem::GlyphIds(points)] });
        }
        operations.push(Op::EndTextSection);
    }

    /// Glyphs with the small steps between them, in thousandths of the size.
    fn points(&self, glyphs: &[Glyph], start: f32) -> Vec<Codepoint> {
        let mut points: Vec<Codepoint> = Vec::with_capacity(glyphs.len());
        let mut pen = 0i64;
        for glyph in glyphs {
            let Some(new) = self.used.glyphs.get(glyph.id) else {
                continue;
            };
            let wanted = ((glyph.x - start) * 1000. / self.size).round() as i64;
            if wanted != pen
                && let Some(last) = points.last_mut()
            {
                last.offset = (pen - wanted) as f32;
                pen = wanted;
            }
            let said = self.used.words.get(&new).cloned().unwrap_or_default();
            points.push(Codepoint::with_cid(new, 0., said));
            let width = self.used.widths.get(&new).copied().unwrap_or_default();
            pen += i64::from(width) * 1000 / i64::from(self.used.units_per_em.max(1));
        }
        points
    }
}
