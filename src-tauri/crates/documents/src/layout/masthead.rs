//! What the partnership's own papers have: its masthead with the chest, numbered parts, resolutions that stand out.

use super::{Compositor, Hold, Strip, words::rule};
use crate::{
    DocumentError,
    block::Block,
    display::{Corner, INK, Item, Placed, lower},
    inline::Inline,
    paragraph::Row,
    style::{Align, Style},
};

/// How high the chest is, in lines of the name beside it.
const CHEST: f32 = 1.9;
/// How high an address beside the name may be: a third of the paper.
const MOST: f32 = 280.;
/// The bar beside a resolution.
const BAR: f32 = 3.;

impl Compositor<'_> {
    /// The chest, the name beside it, address and phone on the right, and a strong line below.
    pub(super) fn masthead(&mut self, name: &str, contact: &[String]) -> Result<(), DocumentError> {
        let (x, width) = self.column();
        let body = self.scale.body;
        let style = Style { size: body.size * 1.3, lead: body.lead * 1.25, ..body }.bold();
        let chest = style.lead * CHEST;
        let share = if contact.is_empty() { 1. } else { 0.56 };
        let from = x + chest + 10.;
        let tag = self.tag("P", 0);
        let mut left = super::stack(self.set(&name.into(), style, (from, x + width * share - from - 10.), tag)?);
        // The chest comes first, so that a short name stands at its middle.
        lower(&mut left.items, ((chest - left.height) / 2.).max(0.));
        left.height = left.height.max(chest);
        let mut right: Vec<Row> = Vec::new();
        for line in contact {
            let tag = self.tag("P", 0);
            let style = self.scale.small.align(Align::Right);
            right.extend(self.set(&line.into(), style, (x + width * share, width * (1. - share)), tag)?);
        }
        // An address that fills the page is set below, where it may be parted.
        let high: f32 = right.iter().map(|row| row.height).sum();
        let below = if high > MOST { std::mem::take(&mut right) } else { Vec::new() };
        let mut right = super::stack(right);
        let room = (left.height - right.height).max(0.);
        lower(&mut right.items, room / 2.);
        let height = left.height.max(right.height) + 10.;
        let mut items = chest_shapes(x, (height - 10. - chest) / 2., chest);
        let sunk = ((height - 10. - left.height) / 2.).max(0.);
        lower(&mut left.items, sunk);
        items.append(&mut left.items);
        items.append(&mut right.items);
        items.push(rule(x, height, width, 1.5));
        self.strips.push(Strip { height, items, glued: true, ..Strip::default() });
        self.strips.push(Strip { height: self.scale.step * 1.5, glued: true, ..Strip::default() });
        self.push_rows(below, 0., Hold::Freely);
        Ok(())
    }

    /// Whom a letter goes to, and on the right its day and its reference. Where letters are large they stand one under another.
    pub(super) fn address(&mut self, to: &[Inline], right: &[Inline]) -> Result<(), DocumentError> {
        if !self.scale.two_columns {
            self.short_lines(right)?;
            return self.short_lines(to);
        }
        let (x, width) = self.column();
        let body = self.scale.body;
        let mut columns = Vec::new();
        for (lines, style, column) in
            [(to, body.align(Align::Pinned), (x, width * 0.6)), (right, body.align(Align::Right), (x + width * 0.6, width * 0.4))]
        {
            let tag = self.tag("P", 0);
            let mut rows = Vec::new();
            for line in lines {
                rows.extend(self.set(line, style, column, tag)?);
            }
            columns.push(rows);
        }
        let row = super::side_by_side(columns);
        self.strips.push(Strip { before: self.scale.step * 1.2, height: row.height, items: row.items, ..Strip::default() });
        Ok(())
    }

    /// A heading with its number in the margin, and what belongs to it set in from the margin.
    pub(super) fn numbered(&mut self, number: &str, heading: &str, blocks: &[Block]) -> Result<(), DocumentError> {
        let (left, width) = self.column();
        let style = self.scale.heading;
        let gutter = style.size * 1.9;
        let start = self.strips.len();
        let tag = self.tag("H2", 0);
        self.parted = true;
        let label = super::stack(self.set(&format!("{number}.").into(), style, (left, gutter), tag)?);
        let mut rows = self.set(&heading.into(), style, (left + gutter, width - gutter), tag)?;
        if let Some(first) = rows.first_mut() {
            let mut items = label.items;
            items.append(&mut first.items);
            first.items = items;
        }
        // An item that is only a heading lets go of the next one.
        let hold = if blocks.is_empty() { super::Hold::Together } else { super::Hold::WithNext };
        self.push_rows(rows, self.scale.step * 2.6, hold);
        if let Some(first) = self.strips.get_mut(start) {
            first.bookmark = Some(format!("{number}. {heading}"));
        }
        (self.left, self.width) = (left + gutter, width - gutter);
        let done = self.blocks(blocks);
        (self.left, self.width) = (left, width);
        done
    }

    /// What was resolved: a bar at its left, found at a glance on a page of minutes.
    pub(super) fn resolved(&mut self, words: &Inline) -> Result<(), DocumentError> {
        let (x, width) = self.column();
        let gutter = self.scale.body.size * 0.9;
        let tag = self.tag("P", 0);
        let mut rows = self.set(words, self.scale.body, (x + gutter, width - gutter), tag)?;
        for row in &mut rows {
            let bar = Item::Rectangle { x, y: 0., width: BAR, height: row.height, fill: Some(INK), stroke: None };
            row.items.insert(0, Placed::artifact(bar));
        }
        self.push_rows(rows, self.scale.step * 1.4, super::Hold::Freely);
        Ok(())
    }
}

/// How far from its ends a quarter of a circle is pulled.
const PULL: f32 = 0.552;
const WHITE: [u8; 3] = [0xff; 3];

/// The chest: lid, body and latch, in a square so high.
fn chest_shapes(x: f32, y: f32, height: f32) -> Vec<Placed> {
    // The drawing is 30 units wide and high.
    let unit = height / 30.;
    let shape = |corners: Vec<(f32, f32, bool)>, fill| {
        let ring = corners.into_iter().map(|(across, down, pulls)| Corner { x: x + across * unit, y: y + down * unit, pulls });
        Placed::artifact(Item::Shape { rings: vec![ring.collect()], fill })
    };
    vec![
        shape(round_top(30., 14., 11.), INK),
        shape(round_foot((0., 17.), (30., 13.), 4.), INK),
        shape(round_foot((10., 11.5), (10., 12.5), 5.), WHITE),
    ]
}

/// A box with its upper corners rounded.
fn round_top(width: f32, height: f32, radius: f32) -> Vec<(f32, f32, bool)> {
    let slack = radius * (1. - PULL);
    vec![
        (0., height, false),
        (0., radius, false),
        (0., slack, true),
        (slack, 0., true),
        (radius, 0., false),
        (width - radius, 0., false),
        (width - slack, 0., true),
        (width, slack, true),
        (width, radius, false),
        (width, height, false),
    ]
}

/// A box with its lower corners rounded.
fn round_foot((left, top): (f32, f32), (width, height): (f32, f32), radius: f32) -> Vec<(f32, f32, bool)> {
    let upright = round_top(width, height, radius);
    upright.into_iter().map(|(x, y, pulls)| (left + x, top + height - y, pulls)).collect()
}
