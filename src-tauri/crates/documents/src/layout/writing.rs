//! Blocks for pen and paper: tick boxes, ruled boxes, fields, signatures.

use super::{Compositor, Lined, Strip, side_by_side, stack};
use crate::{
    DocumentError,
    block::{Field, SignatureBlock, SignatureLabels, Tick},
    display::{ARTIFACT, INK, Item, Placed, QUIET, RULING, lower},
    inline::Inline,
    paragraph::Row,
};

/// Boxes up to this many lines are never broken; in large print they soon fill a page.
const WHOLE: u16 = 12;
const WHOLE_LARGE: u16 = 8;
/// In large print, fields up to this share of the paper stand together.
const FEW: f32 = 0.45;
/// The line after a label that is to be completed.
const OPEN: f32 = 110.;

impl Compositor<'_> {
    pub(super) fn ticks(&mut self, ticks: &[Tick]) -> Result<(), DocumentError> {
        let list = self.list("None");
        let start = self.strips.len();
        for tick in ticks {
            let rows = self.tick(list, tick, self.column())?;
            self.push_rows(rows, self.scale.step, super::Hold::Together);
        }
        self.keep_from(start);
        Ok(())
    }

    /// Boxes beside each other; in large print one under another.
    pub(super) fn tick_rows(&mut self, ticks: &[Tick], beside: usize) -> Result<(), DocumentError> {
        if !self.scale.two_columns {
            return self.ticks(ticks);
        }
        let list = self.list("None");
        let start = self.strips.len();
        let (left, width) = self.column();
        let beside = beside.max(1);
        let share = width / beside as f32;
        for ticks in ticks.chunks(beside) {
            let mut columns = Vec::new();
            for (index, tick) in ticks.iter().enumerate() {
                columns.push(self.tick(list, tick, (left + index as f32 * share, share - 8.))?);
            }
            let row = side_by_side(columns);
            self.strips.push(Strip { before: self.scale.step, height: row.height, items: row.items, ..Strip::default() });
        }
        self.glue_from(start);
        Ok(())
    }

    /// One box with its words.
    fn tick(&mut self, list: usize, tick: &Tick, (x, width): (f32, f32)) -> Result<Vec<Row>, DocumentError> {
        let body = self.scale.body;
        let side = body.size * 1.05;
        let gutter = side + body.size * 0.7;
        let item = self.tag("LI", list);
        let label = self.tag("Lbl", item);
        let top = (body.lead - side) / 2.;
        let field = self.field(label, (x + 1., top), (side, side));
        let figure = if field.is_some() { ARTIFACT } else { self.tag("Figure", label) };
        if let Some(tag) = self.tags.get_mut(figure) {
            tag.alternative = Some(tick.spoken.clone());
            tag.attribute = Some(["Layout", "Placement", "Inline"]);
        }
        let words = self.tag("LBody", item);
        let mut rows = self.set(&(&tick.label).into(), body, (x + gutter, width - gutter), words)?;
        if let Some(last) = rows.last_mut().filter(|_| tick.open) {
            let from = last.items.iter().map(|placed| placed.item.right()).fold(x, f32::max) + 6.;
            let (y, to) = (body.lead, (from + OPEN).min(x + width));
            last.items.push(Placed::artifact(Item::Line { from: (from, y), to: (to, y), colour: INK, width: 0.8 }));
        }
        if let Some(first) = rows.first_mut() {
            let mut items = tick_box(x + 1., top, side, tick.ticked, figure);
            items.extend(field);
            items.append(&mut first.items);
            first.items = items;
        }
        Ok(rows)
    }

    /// A box with lines to write on. A long one breaks over pages and is closed on each.
    pub(super) fn writing(&mut self, lines: u16) {
        let (x, width) = self.column();
        let pitch = self.scale.ruling;
        if !self.fields.is_empty() {
            let (tag, height) = (self.tag("P", 0), pitch * f32::from(lines));
            let items = self.field_box(tag, x, width, height);
            self.strips.push(Strip { before: self.scale.step, height, items, ..Strip::default() });
            return;
        }
        let whole = if self.scale.two_columns { WHOLE } else { WHOLE_LARGE };
        for line in 0..lines {
            let first = line == 0;
            let last = line + 1 == lines;
            let height = pitch;
            let mut items = ruled_slice(x, width, height, first, last);
            if !last {
                items.push(ruling(x + 8., pitch, width - 16.));
            }
            let part = Lined { x, width, pitch };

            let near_edge = line < 3 || line + 4 > lines;
            self.strips.push(Strip {
                before: if first { self.scale.step } else { 0. },
                height,
                items,
                glued: !last && (lines <= whole || near_edge),
                lined: Some(part),

                ..Strip::default()
            });
        }
    }

    /// An empty frame that leaves room on a page for a heading and a few words above it.
    pub(super) fn room(&mut self) {
        let (x, width) = self.column();
        let height = super::PAPER.1 * 0.68;
        let items = ruled_slice(x, width, height, true, true);
        self.strips.push(Strip { before: self.scale.step * 2., height, items, ..Strip::default() });
    }

    pub(super) fn fields(&mut self, fields: &[Field]) -> Result<(), DocumentError> {
        let start = self.strips.len();

        for field in fields {
            let (x, width) = self.column();
            let label_width = if self.scale.two_columns { width * 0.36 } else { width };
            let tag = self.tag("P", 0);
            let style = self.scale.body.bold();
            let gap = if self.scale.two_columns { 14. } else { 0. };
            let column = (x, label_width - gap);
            let mut labels = self.set(&(&field.label).into(), style, column, tag)?;
            if !field.hint.is_empty() {
                let small = self.scale.small.colour(QUIET);
                labels.extend(self.set(&(&field.hint).into(), small, column, tag)?);
            }
            let height = self.scale.ruling * f32::from(field.lines) + 4.;
            let row = if self.scale.two_columns {
                let mut words = stack(labels);
                lower(&mut words.items, 4.);
                words.height += 4.;
                let height = height.max(words.height);
                let items = self.field_box(tag, x + label_width, width - label_width, height);
                side_by_side(vec![vec![words], vec![Row { height, items }]])
            } else {
                let items = self.field_box(tag, x, width, height);
                labels.push(Row { height: 4., items: Vec::new() });
                labels.push(Row { height, items });
                stack(labels)
            };
            self.strips.push(Strip { before: self.scale.step * 1.3, height: row.height, items: row.items, ..Strip::default() });
        }
        // Large fields fill a page soon: only few of them stand together.
        let height: f32 = self.strips.iter().skip(start).map(|strip| strip.before + strip.height).sum();
        if self.scale.two_columns || height < super::PAPER.1 * FEW {
            self.glue_from(start);
        }
        Ok(())
    }

    fn field_box(&mut self, tag: usize, x: f32, width: f32, height: f32) -> Vec<Placed> {
        let mut items = ruled_slice(x, width, height, true, true);
        if let Some(field) = self.field(tag, (x + 1., 1.), (width - 2., height - 2.)) {
            items.push(field);
            return items;
        }
        let mut y = self.scale.ruling;
        while y < height - self.scale.ruling * 0.6 {
            items.push(ruling(x + 8., y, width - 16.));
            y += self.scale.ruling;
        }
        items
    }

    pub(super) fn signatures(&mut self, labels: &SignatureLabels, blocks: &[SignatureBlock]) -> Result<(), DocumentError> {
        let per_row = if self.scale.two_columns { 2 } else { 1 };
        let gap = 26.;
        let (left, width) = self.column();
        let column = (width - gap * (per_row as f32 - 1.)) / per_row as f32;
        for blocks in blocks.chunks(per_row) {
            // Blocks beside each other write on the same level, so parties are set first.
            let mut parties = Vec::new();
            let mut sections = Vec::new();
            for (index, block) in blocks.iter().enumerate() {
                let x = left + index as f32 * (column + gap);
                let section = self.tag("Sect", 0);
                let tag = self.tag("P", section);
                let words = Inline::default().bold(block.party.as_str());
                let mut rows = self.set(&words, self.scale.body, (x, column), tag)?;
                let tag = self.tag("P", section);
                rows.extend(self.set(&(&block.role).into(), self.scale.small.colour(QUIET), (x, column), tag)?);
                parties.push(rows);
                sections.push((x, section));
            }
            let mut whole = side_by_side(parties);
            for (block, (x, section)) in blocks.iter().zip(sections) {
                let lines = self.signature_lines(labels, block, (x, column), section)?;
                let mut lines = lines;
                lower(&mut lines.items, whole.height);
                whole.items.append(&mut lines.items);
            }
            whole.height += self.signature_height();
            self.strips.push(Strip {
                before: self.scale.step * 2.6,
                height: whole.height,
                items: whole.items,
                // Two columns fit on a page; one column of many blocks may need two pages.
                glued: self.scale.two_columns,
                ..Strip::default()
            });
        }
        if let Some(last) = self.strips.last_mut() {
            last.glued = false;
        }
        Ok(())
    }

    fn signature_height(&self) -> f32 {
        self.scale.body.lead * 5.5
    }

    fn signature_lines(
        &mut self,
        labels: &SignatureLabels,
        block: &SignatureBlock,
        (x, width): (f32, f32),
        section: usize,
    ) -> Result<Row, DocumentError> {
        let body = self.scale.body;
        let small = self.scale.small.colour(QUIET);
        let indent = self.scale.small.size * 5.4;
        let names = [&labels.signature, &labels.name, &labels.date];
        let mut whole = Row::default();
        let mut y = body.lead * 2.1;
        for (index, name) in names.into_iter().enumerate() {
            let tag = self.tag("P", section);
            let label = stack(self.set(&name.into(), small, (x, indent), tag)?);
            let mut items = label.items;
            lower(&mut items, y - small.lead * 1.05);
            let said = block.signed.as_ref().and_then(|signed| signed.get(index)).filter(|said| !said.is_empty());
            if let Some(said) = said {
                // A long name is set smaller until it stands on its line.
                let column = (x + indent + 4., width - indent - 4.);
                let mut style = body;
                let mut rows = self.set(&said.into(), style, column, tag)?;
                while rows.len() > 1 && style.size > 5. {
                    style.size *= 0.9;
                    style.lead *= 0.9;
                    rows = self.set(&said.into(), style, column, tag)?;
                }
                let mut words = stack(rows);
                lower(&mut words.items, y - words.height - body.lead * 0.05);
                items.append(&mut words.items);
            }
            items.push(Placed::artifact(Item::Line { from: (x + indent, y), to: (x + width, y), colour: INK, width: 0.8 }));
            whole.items.append(&mut items);
            y += body.lead * 1.65;
        }
        whole.height = self.signature_height();
        Ok(whole)
    }
}

pub(super) fn ruling(x: f32, y: f32, length: f32) -> Placed {
    Placed::artifact(Item::Line { from: (x, y), to: (x + length, y), colour: RULING, width: 0.6 })
}

/// The edge of a box.
pub(super) fn edge(from: (f32, f32), to: (f32, f32)) -> Placed {
    Placed::artifact(Item::Line { from, to, colour: QUIET, width: 0.9 })
}

/// The sides of a box, with its top and its foot where they belong.
pub(super) fn ruled_slice(x: f32, width: f32, height: f32, top: bool, foot: bool) -> Vec<Placed> {
    let right = x + width;
    let mut items = vec![edge((x, 0.), (x, height)), edge((right, 0.), (right, height))];
    if top {
        items.push(edge((x, 0.), (right, 0.)));
    }
    if foot {
        items.push(edge((x, height), (right, height)));
    }
    items
}

fn tick_box(x: f32, y: f32, side: f32, ticked: bool, tag: usize) -> Vec<Placed> {
    let mut items = vec![Placed { tag, item: Item::Rectangle { x, y, width: side, height: side, fill: None, stroke: Some((INK, 1.1)) } }];
    if ticked {
        let stroke = |from: (f32, f32), to: (f32, f32)| Placed {
            tag,
            item: Item::Line {
                from: (x + from.0 * side, y + from.1 * side),
                to: (x + to.0 * side, y + to.1 * side),
                colour: INK,
                width: side * 0.14,
            },
        };
        items.push(stroke((0.18, 0.52), (0.43, 0.79)));
        items.push(stroke((0.39, 0.79), (0.84, 0.2)));
    }
    items
}
