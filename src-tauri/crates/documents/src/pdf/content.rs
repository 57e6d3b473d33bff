//! One page of the display list as a content stream, with marked content for the tags.
//!
//! printpdf would write each glyph as a string of its own. Written here, a line is one string, and a page half as long.

use super::{face::Used, structure::Structure, utf16};
use crate::{
    display::{ARTIFACT, Colour, Corner, DisplayList, FOOTER, Glyph, Item, Placed},
    inline::untied,
};
use std::{collections::BTreeMap, io::Write, rc::Rc};

/// Writes one page.
pub(super) fn stream(
    list: &DisplayList,
    page: &[Placed],
    index: usize,
    faces: &BTreeMap<usize, Rc<Used>>,
    structure: &mut Structure,
) -> Vec<u8> {
    let mut pen =
        Pen { out: Stream(Vec::with_capacity(16_384)), height: list.height, faces, fill: None, stroke: None, thickness: None, font: None };
    let is_field = |placed: &Placed| matches!(placed.item, Item::Field { .. });
    for owned in page.chunk_by(|one, next| one.tag == next.tag && is_field(one) == is_field(next)) {
        if owned.first().is_some_and(is_field) {
            for field in owned {
                structure.object(list, field.tag, index);
            }
            continue;
        }
        match owned.first().map(|placed| placed.tag) {
            Some(ARTIFACT) => pen.out.words("/Artifact BMC\n"),
            Some(FOOTER) => pen.out.words("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"),
            Some(tag) => {
                let number = structure.mark(list, tag, index);
                let role = list.tags.get(tag).map_or("P", |tag| tag.role);
                pen.out.words(&format!("/{role}<</MCID {number}>>BDC\n"));
            }
            None => continue,
        }
        for placed in owned {
            pen.draw(&placed.item);
        }
        pen.out.words("EMC\n");
    }
    pen.out.0
}

/// A content stream while it grows.
struct Stream(Vec<u8>);

impl Stream {
    fn words(&mut self, words: &str) {
        self.0.extend_from_slice(words.as_bytes());
    }

    /// Numbers and the operator they belong to. A hundredth of a point is finer than a printer.
    fn operator(&mut self, numbers: &[f32], operator: &str) {
        for number in numbers {
            self.number(*number, 100);
        }
        self.words(operator);
        self.0.push(b'\n');
    }

    /// A number with so many parts, and a space after it.
    fn number(&mut self, number: f32, parts: i64) {
        let whole = (f64::from(number) * parts as f64).round() as i64;
        if whole < 0 {
            self.0.push(b'-');
        }
        let (before, mut after) = (whole.abs() / parts, whole.abs() % parts);
        // Writing to memory cannot fail.
        let _ = write!(self.0, "{before}");
        if after > 0 {
            self.0.push(b'.');
            let mut place = parts / 10;
            while after > 0 {
                self.0.push(b'0' + (after / place) as u8);
                after %= place;
                place /= 10;
            }
        }
        self.0.push(b' ');
    }

    fn colour(&mut self, colour: Colour, operator: &str) {
        for part in colour {
            self.number(f32::from(part) / 255., 1000);
        }
        self.words(operator);
        self.0.push(b'\n');
    }
}

/// Draws, and sets colours, widths and fonts only when they change.
struct Pen<'a> {
    out: Stream,
    height: f32,
    faces: &'a BTreeMap<usize, Rc<Used>>,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    thickness: Option<f32>,
    font: Option<(usize, f32)>,
}

impl Pen<'_> {
    fn fill(&mut self, wanted: Colour) {
        if self.fill.replace(wanted) != Some(wanted) {
            self.out.colour(wanted, "rg");
        }
    }

    fn stroke(&mut self, wanted: Colour, thickness: f32) {
        if self.stroke.replace(wanted) != Some(wanted) {
            self.out.colour(wanted, "RG");
        }
        if self.thickness.replace(thickness) != Some(thickness) {
            self.out.operator(&[thickness], "w");
        }
    }

    fn draw(&mut self, item: &Item) {
        match item {
            Item::Glyphs { face, size, colour, x, y, glyphs, text } => {
                let Some(used) = self.faces.get(face) else {
                    return;
                };
                self.fill(*colour);
                if self.font.replace((*face, *size)) != Some((*face, *size)) {
                    self.out.words(&format!("/F{face} "));
                    self.out.operator(&[*size], "Tf");
                }
                Run { used, size: *size, x: *x, y: self.height - y, glyphs, text }.write(&mut self.out);
            }
            Item::Rectangle { x, y, width, height, fill, stroke } => {
                if let Some(colour) = fill {
                    self.fill(*colour);
                }
                if let Some((colour, thickness)) = stroke {
                    self.stroke(*colour, *thickness);
                }
                self.out.operator(&[*x, self.height - y - height, *width, *height], "re");
                self.out.words(match (fill, stroke) {
                    (Some(_), Some(_)) => "B\n",
                    (Some(_), None) => "f\n",
                    _ => "S\n",
                });
            }
            Item::Shape { rings, fill } => {
                self.fill(*fill);
                for ring in rings {
                    self.ring(ring);
                }
                self.out.words("f\n");
            }
            // It is drawn by its own appearance.
            Item::Field { .. } => {}
            Item::Line { from, to, colour, width } => {
                self.stroke(*colour, *width);
                self.out.operator(&[from.0, self.height - from.1], "m");
                self.out.operator(&[to.0, self.height - to.1], "l");
                self.out.words("S\n");
            }
        }
    }

    /// A closed ring. Two corners that pull stand between the ends of a curve.
    fn ring(&mut self, ring: &[Corner]) {
        let Some(first) = ring.first() else { return };
        self.corners(&[first], "m");
        let mut rest = ring.get(1..).unwrap_or_default();
        while let Some((corner, after)) = rest.split_first() {
            match after {
                [second, after @ ..] if corner.pulls => {
                    let (end, after) = after.split_first().unwrap_or((first, after));
                    self.corners(&[corner, second, end], "c");
                    rest = after;
                }
                _ => {
                    self.corners(&[corner], "l");
                    rest = after;
                }
            }
        }
        self.out.words("h\n");
    }

    /// A tenth of a point is fine enough for shapes, and saves many figures.
    fn corners(&mut self, corners: &[&Corner], operator: &str) {
        for corner in corners {
            self.out.number(corner.x, 10);
            self.out.number(self.height - corner.y, 10);
        }
        self.out.words(operator);
        self.out.0.push(b'\n');
    }
}

/// Glyphs of one face on one line.
struct Run<'a> {
    used: &'a Used,
    size: f32,
    x: f32,
    y: f32,
    glyphs: &'a [Glyph],
    text: &'a str,
}

impl Run<'_> {
    fn write(&self, out: &mut Stream) {
        let leftwards =
            matches!((self.glyphs.first(), self.glyphs.last()), (Some(first), Some(last)) if first.text.start > last.text.start);
        if !leftwards && self.speaks(self.glyphs) {
            self.show(self.glyphs, out);
            return;
        }
        // Word by word; a word whose glyphs do not say it carries its text beside it. Readers of files take words that
        // run from right to left as they are drawn, and turn them round: there only single glyphs carry their text.
        let said = |glyph: &Glyph| self.text[glyph.text.clone()].trim();
        let together = |one: &Glyph, next: &Glyph| {
            let letters = |glyph| said(glyph).chars().all(char::is_alphabetic) && self.says(glyph);
            said(one).is_empty() == said(next).is_empty() && (!leftwards || letters(one) && letters(next))
        };
        let mut words: Vec<&[Glyph]> = self.glyphs.chunk_by(together).collect();
        if leftwards {
            // In the order of reading.
            words.reverse();
        }
        for word in words {
            if self.speaks(word) {
                self.show(word, out);
                continue;
            }
            let from = word.iter().map(|glyph| glyph.text.start).min();
            let to = word.iter().map(|glyph| glyph.text.end).max();
            let said = untied(&self.text[from.unwrap_or(0)..to.unwrap_or(0)]);
            out.words("/Span<</ActualText<");
            for byte in utf16(&said) {
                out.words(&format!("{byte:02X}"));
            }
            out.words(">>>BDC\n");
            self.show(word, out);
            out.words("EMC\n");
        }
    }

    /// Whether copying these glyphs one by one gives back the text.
    fn speaks(&self, glyphs: &[Glyph]) -> bool {
        let rightwards = |one: &Glyph, next: &Glyph| one.text.end <= next.text.start;
        let in_order = glyphs.is_sorted_by(rightwards) || glyphs.is_sorted_by(|one, next| rightwards(next, one));
        in_order && glyphs.iter().all(|glyph| self.says(glyph))
    }

    /// Whether copying this glyph gives back its text.
    fn says(&self, glyph: &Glyph) -> bool {
        let said = self.used.number(glyph.id).map(|number| self.used.says(number));
        glyph.y == 0. && said.is_some_and(|said| same(said, &self.text[glyph.text.clone()]))
    }

    fn show(&self, glyphs: &[Glyph], out: &mut Stream) {
        out.words("BT\n");
        let mut from = (0., 0.);
        for level in glyphs.chunk_by(|one, next| one.y == next.y) {
            let Some(first) = level.first() else { continue };
            let to = (self.x + first.x, self.y + first.y);
            out.operator(&[to.0 - from.0, to.1 - from.1], "Td");
            from = to;
            self.string(level, first.x, out);
        }
        out.words("ET\n");
    }

    /// Glyphs with the small steps between them, in thousandths of the size.
    fn string(&self, glyphs: &[Glyph], start: f32, out: &mut Stream) {
        out.words("[(");
        let mut pen = 0i64;
        for glyph in glyphs {
            let Some(number) = self.used.number(glyph.id) else {
                continue;
            };
            let wanted = ((glyph.x - start) * 1000. / self.size).round() as i64;
            if wanted != pen {
                out.words(")");
                out.number((pen - wanted) as f32, 1);
                out.words("(");
                pen = wanted;
            }
            for byte in number.to_be_bytes() {
                match byte {
                    b'(' | b')' | b'\\' => out.0.extend([b'\\', byte]),
                    // A carriage return in a string is read as a line feed.
                    b'\r' => out.words("\\r"),
                    plain => out.0.push(plain),
                }
            }
            pen += i64::from(self.used.width(number)) * 1000 / i64::from(self.used.units_per_em.max(1));
        }
        out.words(")]TJ\n");
    }
}

/// Whether a glyph says these words, ties counting as spaces. Most do, word for word, and need no second look.
fn same(said: &str, words: &str) -> bool {
    said == words || said == untied(words)
}
