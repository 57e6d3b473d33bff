//! Blocks of running words: headings, lists, the letterhead, bands.

use super::{Compositor, Draft, Hold, Strip, side_by_side, stack};
use crate::{
    DocumentError,
    display::{ARTIFACT, INK, Item, Placed, TINT, lower},
    inline::Inline,
    paragraph::Row,
    style::{Align, Style},
};

/// White space at least between what stands on the left of an opening and on its right.
const BETWEEN: f32 = 18.;

impl Compositor<'_> {
    pub(super) fn letterhead(&mut self, left: &str, right: &[String]) -> Result<(), DocumentError> {
        let name = Style { size: self.scale.body.size * 1.15, ..self.scale.body }.bold();
        self.opening(left, ("P", name), right)
    }

    /// A heading that looks like a letterhead.
    pub(super) fn chapter(&mut self, heading: &str, right: &[String]) -> Result<(), DocumentError> {
        let Style { size, lead, .. } = self.scale.heading;
        let style = Style { size: size * 1.15, lead: lead * 1.15, ..self.scale.heading };
        let start = self.strips.len();
        // Where nothing stands above the chapters, each of them is a title.
        let role = if self.titled { "H2" } else { "H1" };
        self.parted = self.titled;
        self.opening(heading, (role, style), right)?;
        if let Some(first) = self.strips.get_mut(start) {
            first.bookmark = Some(heading.to_owned());
        }
        Ok(())
    }

    /// Words on the left, words on the right with at most half of the width, and a strong line below.
    fn opening(&mut self, left: &str, (role, style): (&'static str, Style), right: &[String]) -> Result<(), DocumentError> {
        let (x, width) = self.column();
        let tag = self.tag(role, 0);
        let mut right_rows = Vec::new();
        for line in right {
            let tag = self.tag("P", 0);
            let style = self.scale.small.align(Align::Right);
            right_rows.extend(self.set(&line.into(), style, (x + width * 0.5, width * 0.5), tag)?);
        }
        let begins = right_rows.iter().flat_map(|row| &row.items).map(|placed| placed.item.bounds().0).fold(x + width, f32::min);
        let left_rows = self.set(&left.into(), style, (x, begins - BETWEEN - x), tag)?;
        if let ([first], true) = (right_rows.as_mut_slice(), role != "P") {
            // One line stands on the level of the heading's first.
            lower(&mut first.items, (style.lead - first.height) * 0.7);
        }
        let mut row = side_by_side(vec![left_rows, right_rows]);
        row.height += 9.;
        row.items.push(rule(x, row.height, width, 1.5));
        self.strips.push(Strip { height: row.height, items: row.items, glued: true, ..Strip::default() });
        self.strips.push(Strip { height: self.scale.step * 1.5, glued: true, ..Strip::default() });
        Ok(())
    }

    pub(super) fn heading(&mut self, text: &str, role: &'static str) -> Result<(), DocumentError> {
        let (style, before, after) = if role == "H1" { (self.scale.title, 1., 0.8) } else { (self.scale.heading, 2.6, 0.) };
        self.titled |= role == "H1";
        self.parted = role != "H1";
        let tag = self.tag(role, 0);
        let rows = self.set(&text.into(), style, self.column(), tag)?;
        let start = self.strips.len();
        let step = self.scale.step;
        self.push_rows(rows, step * before, Hold::WithNext);
        if let Some(first) = self.strips.get_mut(start) {
            first.bookmark = Some(text.to_owned());
        }
        if let Some(last) = self.strips.last_mut() {
            last.height += step * after;
        }
        Ok(())
    }

    pub(super) fn short_lines(&mut self, lines: &[Inline]) -> Result<(), DocumentError> {
        let tag = self.tag("P", 0);
        let mut rows = Vec::new();
        for line in lines {
            rows.extend(self.set(line, self.scale.body.align(Align::Pinned), self.column(), tag)?);
        }
        self.push_rows(rows, self.scale.step * 1.2, Hold::Together);
        Ok(())
    }

    pub(super) fn clauses(&mut self, clauses: &[(String, Inline)]) -> Result<(), DocumentError> {
        let gutter = self.scale.body.size * 2.;
        let list = self.list("Decimal");
        let mut starts = Vec::new();
        for (number, words) in clauses {
            starts.push(self.strips.len());
            self.hung(list, number, words, gutter, 0.)?;
        }
        self.in_company(&starts);
        Ok(())
    }

    pub(super) fn bullets(&mut self, bullets: &[Inline]) -> Result<(), DocumentError> {
        let gutter = self.scale.body.size * 1.35;
        let indent = self.scale.body.size * 0.35;
        let list = self.list("Disc");
        let mut starts = Vec::new();
        for words in bullets {
            starts.push(self.strips.len());
            self.hung(list, "•", words, gutter, indent)?;
        }
        self.in_company(&starts);
        if let (Some(start), true) = (starts.first(), bullets.len() <= 3) {
            self.keep_from(*start);
        }
        Ok(())
    }

    /// The first item of a list holds on to the second, and the last but one to the last: none begins or ends a list alone.
    fn in_company(&mut self, starts: &[usize]) {
        for start in [starts.get(1), starts.last()].into_iter().flatten() {
            if let Some(before) = start.checked_sub(1).filter(|_| starts.len() > 1).and_then(|before| self.strips.get_mut(before)) {
                before.glued = true;
            }
        }
    }

    /// One item of a list, its label hung in the margin.
    fn hung(&mut self, list: usize, label: &str, words: &Inline, gutter: f32, indent: f32) -> Result<(), DocumentError> {
        let (x, width) = self.column();
        let item = self.tag("LI", list);
        let label_tag = self.tag("Lbl", item);
        let body_tag = self.tag("LBody", item);
        let style = self.scale.body;
        let labels = self.set(&label.into(), style.figures(), (x + indent, gutter - indent), label_tag)?;
        let mut rows = self.set(words, style, (x + gutter, width - gutter), body_tag)?;
        if let (Some(first), Some(label)) = (rows.first_mut(), labels.into_iter().next()) {
            let mut items = label.items;
            items.append(&mut first.items);
            first.items = items;
        }
        self.push_rows(rows, self.scale.step * 0.7, Hold::Freely);
        Ok(())
    }

    pub(super) fn band(&mut self, inline: &Inline) -> Result<(), DocumentError> {
        let tag = self.tag("P", 0);
        let row = self.tinted(std::slice::from_ref(inline), Align::Left, tag)?;
        self.strips.push(Strip { before: self.scale.step * 2., height: row.height, items: row.items, ..Strip::default() });
        Ok(())
    }

    /// A warning that nobody overlooks, on a photocopy too.
    pub(super) fn framed(&mut self, paragraphs: &[Inline]) -> Result<(), DocumentError> {
        let (x, width) = self.column();
        let pad = self.scale.step * 2.;
        let mut rows = vec![Row { height: pad * 0.8, items: Vec::new() }];
        for (index, words) in paragraphs.iter().enumerate() {
            if index > 0 {
                rows.push(Row { height: self.scale.step, items: Vec::new() });
            }
            let tag = self.tag("P", 0);
            rows.extend(self.set(words, self.scale.body, (x + pad, width - 2. * pad), tag)?);
        }
        rows.push(Row { height: pad, items: Vec::new() });
        let words = stack(rows);
        let frame = Item::Rectangle { x, y: 0., width, height: words.height, fill: None, stroke: Some((INK, 2.)) };
        let items = std::iter::once(Placed::artifact(frame)).chain(words.items).collect();
        let height = words.height + self.scale.step * 0.6;
        self.strips.push(Strip { before: self.scale.step * 2.4, height, items, ..Strip::default() });
        Ok(())
    }

    /// The band on top of every page: real words on the first page, decoration on the others.
    pub(super) fn band_rows(&mut self, draft: &Draft) -> Result<[Row; 2], DocumentError> {
        let Some(words) = &draft.band else {
            return Ok([Row::default(), Row::default()]);
        };
        let lines: Vec<Inline> = words.lines().map(|line| Inline::default().bold(line)).collect();
        let tag = self.tag("P", 0);
        let first = self.tinted(&lines, Align::Centre, tag)?;
        let others = self.tinted(&lines, Align::Centre, ARTIFACT)?;
        Ok([first, others])
    }

    fn tinted(&mut self, lines: &[Inline], align: Align, tag: usize) -> Result<Row, DocumentError> {
        let (x, width) = self.column();
        let pad = self.scale.step * 1.1;
        let style = if align == Align::Centre { self.scale.small } else { self.scale.body };
        let column = (x + pad * 1.5, width - pad * 3.);
        let mut rows = Vec::new();
        for line in lines {
            rows.extend(self.set(line, style.align(align), column, tag)?);
        }
        let words = stack(rows);
        let height = words.height + 2. * pad;
        let mut items = vec![
            Placed::artifact(Item::Rectangle { x, y: 0., width, height, fill: Some(TINT), stroke: None }),
            Placed::artifact(Item::Rectangle { x, y: 0., width: 4., height, fill: Some(INK), stroke: None }),
        ];
        let mut words = words.items;
        lower(&mut words, pad);
        items.append(&mut words);
        Ok(Row { height, items })
    }

    pub(super) fn key(&mut self, groups: &[String]) -> Result<(), DocumentError> {
        let (x, width) = self.column();
        let style = Style::new(24., 38.).code();
        let pad = 14.;
        let letter = style.size * self.fonts.code_width();

        let longest = groups.iter().map(|group| group.chars().count()).max();
        let group_width = (longest.unwrap_or(0) + 2) as f32 * letter;
        let fits = ((width - 2. * pad + 2. * letter) / group_width).floor().max(1.) as usize;
        let rows_needed = groups.len().div_ceil(fits).max(1);
        let per_row = groups.len().div_ceil(rows_needed).max(1);
        let indent = ((width - per_row as f32 * group_width) / 2. + letter).max(pad);
        let tag = self.tag("P", 0);
        let mut rows = Vec::new();
        for row in groups.chunks(per_row) {
            let line = row.join("  ");
            let column = (x + indent, width - indent - pad + letter);
            rows.extend(self.set(&line.into(), style, column, tag)?);
        }
        let key = stack(rows);
        let height = key.height + 2. * pad;
        let mut items = vec![Placed::artifact(Item::Rectangle { x, y: 0., width, height, fill: None, stroke: Some((INK, 1.5)) })];
        let mut letters = key.items;
        lower(&mut letters, pad);
        items.append(&mut letters);
        self.strips.push(Strip { before: self.scale.step * 2., height, items, ..Strip::default() });
        Ok(())
    }
}

/// A level line.
pub(super) fn rule(x: f32, y: f32, length: f32, width: f32) -> Placed {
    Placed::artifact(Item::Line { from: (x, y), to: (x + length, y), colour: INK, width })
}
