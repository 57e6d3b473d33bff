//! Bars of money: what is paid is solid, what is committed is hatched, what is free is white. Never told by colour alone.

use super::{Compositor, Strip, side_by_side, stack};
use crate::{
    DocumentError,
    block::{Gauge, Pattern, Share},
    display::{Corner, INK, Item, Placed, lower},
    inline::Inline,
    paragraph::Row,
    style::Align,
};

/// How high the large bar is, and a small one.
const HIGH: f32 = 30.;
const LOW: f32 = 7.;
/// The distance between two lines of a hatching.
const HATCH: f32 = 4.2;
/// How far the mark reaches over the bar, above and below.
const REACH: f32 = 6.;
const WHITE: [u8; 3] = [0xff; 3];

impl Compositor<'_> {
    /// The large bar with its key above, the mark of what was expected, and a scale below.
    pub(super) fn gauge(&mut self, gauge: &Gauge) -> Result<(), DocumentError> {
        let (x, width) = self.column();
        let step = self.scale.step;
        let start = self.strips.len();
        self.key_of_gauge(gauge)?;
        if let Some((share, words)) = &gauge.mark {
            self.words_at_mark(x + width * share.clamp(0., 1.), words)?;
        }
        let tag = self.tag("Figure", 0);
        if let Some(figure) = self.tags.get_mut(tag) {
            figure.alternative = Some(gauge.spoken.clone());
        }
        let mut items: Vec<Placed> =
            bar((x, REACH), (width, HIGH), gauge.share, 1.2).into_iter().map(|item| Placed { tag, item }).collect();
        if let Some((share, _)) = &gauge.mark {
            let at = x + width * share.clamp(0., 1.);
            let outer =
                Item::Rectangle { x: at - 3., y: 0., width: 6., height: HIGH + 2. * REACH, fill: Some(WHITE), stroke: Some((INK, 1.4)) };
            items.push(Placed { tag, item: outer });
        }
        self.strips.push(Strip { height: HIGH + 2. * REACH, items, glued: true, ..Strip::default() });
        let scale = self.scale_of_gauge(&gauge.scale)?;
        self.strips.push(Strip { height: scale.height + step, items: scale.items, ..Strip::default() });
        self.glue_from(start);
        if let Some(first) = self.strips.get_mut(start) {
            first.before = step * 1.6;
        }
        Ok(())
    }

    /// What each pattern means, with its amount, beside each other.
    fn key_of_gauge(&mut self, gauge: &Gauge) -> Result<(), DocumentError> {
        let (x, width) = self.column();
        let count = gauge.key.len().max(1) as f32;
        let mut columns = Vec::new();
        for (index, (pattern, label, amount)) in gauge.key.iter().enumerate() {
            let left = x + width * index as f32 / count;
            let swatch = if pattern.is_some() { 22. } else { 0. };
            let tag = self.tag("P", 0);
            let room = width / count - swatch - 6.;
            let mut name = self.set(&label.into(), self.scale.small, (left + swatch, room), tag)?;
            if let (Some(pattern), Some(first)) = (pattern, name.first_mut()) {
                let middle = (first.height - 11.) / 2.;
                let share = match pattern {
                    Pattern::Solid => Share { solid: 1., hatched: 0. },
                    Pattern::Hatched => Share { solid: 0., hatched: 1. },
                    Pattern::White => Share { solid: 0., hatched: 0. },
                };
                first.items.extend(bar((left, middle), (16., 11.), share, 0.8).into_iter().map(Placed::artifact));
            }
            let style = self.scale.heading.figures();
            name.extend(self.set(&Inline::default().bold(amount), style, (left, width / count - 6.), tag)?);
            columns.push(name);
        }
        let row = side_by_side(columns);
        self.strips.push(Strip { height: row.height + self.scale.step, items: row.items, glued: true, ..Strip::default() });
        Ok(())
    }

    /// The words of the mark end at it, or begin at it where there is more room.
    fn words_at_mark(&mut self, at: f32, words: &str) -> Result<(), DocumentError> {
        let (x, width) = self.column();
        let tag = self.tag("P", 0);
        let style = self.scale.small.bold();
        let column = if at - x > width / 2. { (x, at - x) } else { (at, x + width - at) };
        let style = if at - x > width / 2. { style.align(Align::Right) } else { style };
        let row = stack(self.set(&words.into(), style, column, tag)?);
        self.strips.push(Strip { height: row.height, items: row.items, glued: true, ..Strip::default() });
        Ok(())
    }

    /// The figures below the bar: the first begins with it, the last ends with it, the others stand at their places.
    fn scale_of_gauge(&mut self, figures: &[String]) -> Result<Row, DocumentError> {
        let (x, width) = self.column();
        let last = figures.len().saturating_sub(1);
        let mut columns = Vec::new();
        for (index, figure) in figures.iter().enumerate() {
            let at = if last == 0 { x } else { x + width * index as f32 / last as f32 };
            let room = width / figures.len().max(1) as f32;
            let (column, align) = match index {
                0 => ((x, room), Align::Left),
                _ if index == last => ((x + width - room, room), Align::Right),
                _ => ((at - room / 2., room), Align::Centre),
            };
            let tag = self.tag("P", 0);
            columns.push(self.set(&figure.into(), self.scale.small.align(align), column, tag)?);
        }
        Ok(side_by_side(columns))
    }
}

/// A small bar for the cell of a table, as high as a line.
pub(super) fn small_bar(x: f32, width: f32, lead: f32, share: Share, tag: usize) -> Row {
    let mut items: Vec<Placed> = bar((x, 0.), (width, LOW), share, 0.7).into_iter().map(|item| Placed { tag, item }).collect();
    lower(&mut items, (lead - LOW) / 2.);
    Row { height: lead, items }
}

/// A bar: its ground, the solid part, the hatched part after it, and a frame.
fn bar((x, y): (f32, f32), (width, height): (f32, f32), share: Share, frame: f32) -> Vec<Item> {
    let solid = width * share.solid.clamp(0., 1.);
    let hatched = width * share.hatched.clamp(0., 1. - share.solid.clamp(0., 1.));
    let mut items = vec![Item::Rectangle { x, y, width, height, fill: Some(WHITE), stroke: None }];
    if hatched > 0.3 {
        items.push(hatching((x + solid, y), (hatched, height)));
        items.push(Item::Line { from: (x + solid + hatched, y), to: (x + solid + hatched, y + height), colour: INK, width: frame });
    }
    if solid > 0. {
        items.push(Item::Rectangle { x, y, width: solid, height, fill: Some(INK), stroke: None });
    }
    items.push(Item::Rectangle { x, y, width, height, fill: None, stroke: Some((INK, frame)) });
    items
}

/// Slanting strokes that end at the edges of their part.
fn hatching((x, y): (f32, f32), (width, height): (f32, f32)) -> Item {
    let stroke = HATCH * 0.36;
    let mut rings = Vec::new();
    let mut foot = HATCH - height;
    while foot < width {
        // A stroke rises from its foot to the right; what lies outside is cut off on both sides.
        let corners = [(foot, 0.), (foot + stroke, 0.), (foot + height + stroke, height), (foot + height, height)];
        let ring = cut(&corners, width);
        if ring.len() > 2 {
            rings.push(ring.into_iter().map(|(across, up)| Corner { x: x + across, y: y + height - up, pulls: false }).collect());
        }
        foot += HATCH;
    }
    Item::Shape { rings, fill: INK }
}

/// The part of a shape between 0 and `width`, cut at one edge after the other.
fn cut(corners: &[(f32, f32)], width: f32) -> Vec<(f32, f32)> {
    let left = cut_at(corners, 0., true);
    cut_at(&left, width, false)
}

fn cut_at(corners: &[(f32, f32)], edge: f32, keeps_right: bool) -> Vec<(f32, f32)> {
    let inside = |corner: &(f32, f32)| if keeps_right { corner.0 >= edge } else { corner.0 <= edge };
    let mut kept = Vec::new();
    for (index, corner) in corners.iter().enumerate() {
        let next = corners.get((index + 1) % corners.len()).unwrap_or(corner);
        if inside(corner) {
            kept.push(*corner);
        }
        if inside(corner) != inside(next) {
            let share = (edge - corner.0) / (next.0 - corner.0);
            kept.push((edge, corner.1 + (next.1 - corner.1) * share));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stroke_of_a_hatching_leaves_its_part() {
        for width in [0.5, 3., 17., 200.] {
            let Item::Shape { rings, .. } = hatching((10., 5.), (width, 12.)) else { panic!("a hatching is a shape") };
            assert!(!rings.is_empty() || width < HATCH);
            for corner in rings.iter().flatten() {
                assert!((9.99..=10.01 + width).contains(&corner.x) && (4.99..=17.01).contains(&corner.y), "{corner:?} in {width}");
            }
        }
    }

    #[test]
    fn what_is_more_than_the_whole_ends_at_the_frame() {
        for share in [Share { solid: 1.4, hatched: 0.2 }, Share { solid: 0.7, hatched: 0.9 }, Share { solid: 0., hatched: 2. }] {
            for item in bar((0., 0.), (100., 10.), share, 1.) {
                let (left, _, right, _) = item.bounds();
                assert!(left >= -0.01 && right <= 100.01, "{item:?}");
            }
        }
    }
}
