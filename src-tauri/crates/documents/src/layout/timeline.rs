//! What happened on which day: a rail with a mark for each, read as a list.

use super::{Compositor, Strip};
use crate::{
    DocumentError,
    block::TimelineEntry,
    display::{HAIRLINE, INK, Item, Placed, QUIET},
    inline::Inline,
    paragraph::Row,
};

/// Half the side of a mark.
const MARK: f32 = 3.2;
/// An entry of up to this many lines is not parted.
const WHOLE: usize = 8;

impl Compositor<'_> {
    /// Days on the left of the rail, what happened on its right. Where letters are large the day stands above.
    pub(super) fn timeline(&mut self, entries: &[TimelineEntry]) -> Result<(), DocumentError> {
        let list = self.list("None");
        let (x, width) = self.column();
        let (body, small) = (self.scale.body, self.scale.small.colour(QUIET));
        let days = if self.scale.two_columns { width * 0.27 } else { 0. };
        let rail = x + days + MARK;
        let left = rail + body.size * 1.3;
        let column = (left, x + width - left);
        for (index, entry) in entries.iter().enumerate() {
            let item = self.tag("LI", list);
            let (label, words) = (self.tag("Lbl", item), self.tag("LBody", item));
            let day = Inline::default().bold(entry.date.as_str());
            let mut rows = Vec::new();
            // A day stays with the first line of what happened.
            let mut held = 1;
            if self.scale.two_columns {
                let day = self.set(&day, body, (x, days - MARK), label)?;
                rows.extend(self.set(&(&entry.what).into(), body, column, words)?);
                let lacking = day.len().saturating_sub(rows.len());
                rows.extend((0..lacking).map(|_| Row { height: body.lead, items: Vec::new() }));
                for (row, day) in rows.iter_mut().zip(day) {
                    row.items.splice(0..0, day.items);
                }
            } else {
                rows.extend(self.set(&day, body, column, label)?);
                held = rows.len();
                rows.extend(self.set(&(&entry.what).into(), body, column, words)?);
            }
            if !entry.who.trim().is_empty() {
                rows.extend(self.set(&(&entry.who).into(), small, column, words)?);
            }
            let ends = index + 1 == entries.len();
            if !ends {
                rows.push(Row { height: self.scale.step * 1.5, items: Vec::new() });
            }
            self.along_the_rail(rows, held, rail, (index == 0, ends));
        }
        Ok(())
    }

    /// The rows of one entry, with the rail from the first mark to the last. Only a very long entry is parted.
    fn along_the_rail(&mut self, rows: Vec<Row>, held: usize, rail: f32, (first, last): (bool, bool)) {
        let middle = self.scale.body.lead * 0.54;
        let count = rows.len();
        for (index, Row { height, mut items }) in rows.into_iter().enumerate() {
            let from = if first && index == 0 { middle } else { 0. };
            let to = if last { middle } else { height };
            if !last || index == 0 {
                items.push(Placed::artifact(Item::Line { from: (rail, from), to: (rail, to), colour: HAIRLINE, width: 1.2 }));
            }
            if index == 0 {
                let (x, y, side) = (rail - MARK, middle - MARK, 2. * MARK);
                items.push(Placed::artifact(Item::Rectangle { x, y, width: side, height: side, fill: Some(INK), stroke: None }));
            }
            self.strips.push(Strip {
                before: if first && index == 0 { self.scale.step * 1.4 } else { 0. },
                height,
                items,
                glued: index + 1 < count && (count <= WHOLE || index < held || index + 3 >= count),
                ..Strip::default()
            });
        }
    }
}
