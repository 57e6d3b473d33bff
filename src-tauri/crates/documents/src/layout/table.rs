//! Tables: rows are set line by line, so that even a very long cell breaks over pages.

use super::{Compositor, Strip};
use crate::{
    DocumentError,
    block::{Column, Share, Table},
    display::{ARTIFACT, Colour, HAIRLINE, INK, Item, Placed, TINT, lower},
    inline::paragraphs,
    paragraph::Row,
    style::{Align, Style},
};

/// A table of up to this many rows is not parted.
const SHORT: usize = 8;
/// A row of up to this many lines is not parted.
const LOW: usize = 8;
/// White space between columns.
const GUTTER: f32 = 12.;

/// One row of a table before it is cut into strips.
struct Cells<'a> {
    row: usize,
    texts: &'a [String],
    style: Style,
    kind: Kind,
    /// The bar in the last cell.
    bar: Option<Share>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Body,
    Total,
}

impl Compositor<'_> {
    pub(super) fn table(&mut self, table: &Table) -> Result<(), DocumentError> {
        let root = self.tag("Table", 0);
        let start = self.strips.len();
        let mut head = None;
        if !table.head.is_empty() {
            let row = self.tag("TR", root);
            let cells = Cells { row, texts: &table.head, style: self.scale.small.bold(), kind: Kind::Head, bar: None };
            let rows = self.row(table, &cells)?;
            self.heads.push(repeated(&rows));
            head = Some(self.heads.len() - 1);
            self.push_row(rows, Some(INK), true, None);
        }
        let body = self.scale.body;
        let last = table.rows.len().saturating_sub(1);
        for (index, texts) in table.rows.iter().enumerate() {
            let row = self.tag("TR", root);
            let bar = table.bars.get(index).copied().flatten();
            let cells = Cells { row, texts, style: body, kind: Kind::Body, bar };
            let rows = self.row(table, &cells)?;
            // The last row stands beside its total.
            let glued = index == last && !table.totals.is_empty();
            let line = if glued { INK } else { HAIRLINE };
            self.push_row(rows, Some(line), glued, head);
        }
        for (index, texts) in table.totals.iter().enumerate() {
            let row = self.tag("TR", root);
            let bar = table.bars.get(table.rows.len() + index).copied().flatten();
            let cells = Cells { row, texts, style: body.bold(), kind: Kind::Total, bar };
            let rows = self.row(table, &cells)?;
            let glued = index + 1 < table.totals.len();
            self.push_row(rows, Some(HAIRLINE), glued, head);
        }
        if table.rows.len() <= SHORT {
            self.keep_from(start);
        }
        self.space_before(start);
        Ok(())
    }

    /// Names with what they are: a table whose first column is its header.
    pub(super) fn facts(&mut self, facts: &[(String, Vec<String>)]) -> Result<(), DocumentError> {
        let root = self.tag("Table", 0);
        let start = self.strips.len();
        let (x, width) = self.column();
        let label = if self.scale.two_columns { width * 0.32 } else { width * 0.38 };
        for (name, values) in facts {
            let row = self.tag("TR", root);
            let header = self.tag("TH", row);
            if let Some(tag) = self.tags.get_mut(header) {
                tag.attribute = Some(["Table", "Scope", "Row"]);
            }
            let cell = self.tag("TD", row);
            let body = self.scale.body;
            let left = self.set(&name.into(), body.bold(), (x, label - GUTTER), header)?;
            let mut right = Vec::new();
            for value in values {
                for paragraph in paragraphs(value) {
                    right.extend(self.set(&paragraph.into(), body, (x + label, width - label), cell)?);
                }
            }
            let rows = self.padded(vec![left, right], 0.);
            self.push_row(rows, Some(HAIRLINE), false, None);
        }
        self.space_before(start);
        Ok(())
    }

    fn space_before(&mut self, start: usize) {
        let step = self.scale.step;
        if let Some(first) = self.strips.get_mut(start) {
            first.before = step * 1.2;
        }
    }

    /// Sets the cells of one row and merges them line by line.
    fn row(&mut self, table: &Table, cells: &Cells<'_>) -> Result<Vec<Row>, DocumentError> {
        let (left, width) = self.column();
        let inset = if table.ruled || !table.head.is_empty() { 6. } else { 0. };
        let mut x = left;
        let mut columns = Vec::new();
        let mut empty = Vec::new();
        for (index, column) in table.columns.iter().enumerate() {
            let Column { share, align } = *column;
            let role = match cells.kind {
                Kind::Head => "TH",
                Kind::Total if index == 0 => "TH",
                Kind::Body if index == 0 && table.named_rows => "TH",
                _ => "TD",
            };
            let tag = self.tag(role, cells.row);
            if let Some(tag) = self.tags.get_mut(tag).filter(|tag| tag.role == "TH") {
                let scope = if cells.kind == Kind::Head { "Column" } else { "Row" };
                tag.attribute = Some(["Table", "Scope", scope]);
            }
            let names = cells.kind == Kind::Body && index == 0 && table.named_rows;
            // A name in smaller letters stands on the same line as the words beside it.
            let style = if names { Style { lead: cells.style.lead, ..self.scale.small.bold() } } else { cells.style };
            let style = match align {
                Align::Right => style.align(align).figures(),
                _ => style.align(align),
            };
            let text = cells.texts.get(index).map_or("", String::as_str);
            // Tables with named rows have many columns, and the inset of their cells is room enough between them.
            let gap = if table.ruled || table.named_rows || index + 1 == table.columns.len() { 0. } else { GUTTER };
            let inner = (x + inset, width * share - gap - 2. * inset);
            // A row of one cell is the heading of those below it, as wide as the table.
            let alone = cells.kind == Kind::Body && cells.texts.len() == 1 && table.columns.len() > 1;
            let (style, inner) = if alone { (self.scale.body.bold(), (inner.0, width - 2. * inset)) } else { (style, inner) };
            let mut rows = Vec::new();
            for paragraph in paragraphs(text) {
                rows.extend(self.set(&paragraph.into(), style, inner, tag)?);
            }
            if let Some(share) = cells.bar.filter(|_| index + 1 == table.columns.len()) {
                rows.push(super::gauge::small_bar(inner.0, inner.1, self.scale.body.lead, share, ARTIFACT));
            }
            if rows.is_empty() && cells.kind != Kind::Head {
                empty.push((tag, x, width * share));
            }
            columns.push(rows);
            x += width * share;
        }
        let least = if table.ruled && cells.kind != Kind::Head { self.scale.ruling * 1.15 } else { 0. };
        let mut rows = self.padded(columns, least);
        if cells.kind == Kind::Head {
            self.tint(&mut rows);
        }
        if let [row] = rows.as_mut_slice() {
            for (tag, x, width) in empty {
                row.items.extend(self.field(tag, (x + 1.5, 1.5), (width - 3., row.height - 3.)));
            }
        }
        if table.ruled {
            self.rule_columns(table, &mut rows, cells.kind == Kind::Head);
        }
        Ok(rows)
    }

    /// The cells of a low row as one slice, of a high row the k-th lines of all cells as the k-th slice, with space above the first and below the last.
    fn padded(&self, columns: Vec<Vec<Row>>, least: f32) -> Vec<Row> {
        let mut pad = self.scale.step * 0.65;
        let mut merged: Vec<Row> = Vec::new();
        let whole = columns.iter().all(|rows| rows.len() <= LOW);
        for rows in columns {
            if whole {
                // A row that is never broken is written cell by cell, as it is read.
                merged = vec![super::side_by_side(vec![std::mem::take(&mut merged), rows])];
                continue;
            }
            for (index, row) in rows.into_iter().enumerate() {
                if merged.len() <= index {
                    merged.push(Row::default());
                }
                if let Some(slice) = merged.get_mut(index) {
                    slice.height = slice.height.max(row.height);
                    slice.items.extend(row.items);
                }
            }
        }
        if merged.iter().all(|row| row.height == 0.) {
            merged.clear();
            merged.push(Row { height: self.scale.body.lead, items: Vec::new() });
        }
        let words: f32 = merged.iter().map(|row| row.height).sum();
        pad = pad.max((least - words) / 2.);
        if let Some(first) = merged.first_mut() {
            first.height += pad;
            lower(&mut first.items, pad);
        }

        if let Some(last) = merged.last_mut() {
            last.height += pad;
        }
        merged
    }

    fn tint(&self, rows: &mut [Row]) {
        let (x, width) = self.column();
        for row in rows {
            let ground = Item::Rectangle { x, y: 0., width, height: row.height, fill: Some(TINT), stroke: None };
            row.items.insert(0, Placed::artifact(ground));
        }
    }

    fn rule_columns(&self, table: &Table, rows: &mut [Row], head: bool) {
        let (left, width) = self.column();
        if let Some(first) = rows.first_mut().filter(|_| head) {
            first.items.push(super::words::rule(left, 0., width, 1.));
        }
        for row in rows {
            let mut x = left;
            let shares = table.columns.iter().map(|column| column.share);
            for share in std::iter::once(0.).chain(shares) {
                x += width * share;
                row.items.push(Placed::artifact(Item::Line { from: (x, 0.), to: (x, row.height), colour: HAIRLINE, width: 0.7 }));
            }
        }
    }

    fn push_row(&mut self, mut rows: Vec<Row>, line: Option<Colour>, glued: bool, head: Option<usize>) {
        let (x, width) = self.column();
        if let (Some(colour), Some(last)) = (line, rows.last_mut()) {
            last.items.push(Placed::artifact(Item::Line {
                from: (x, last.height),
                to: (x + width, last.height),
                colour,
                width: if colour == INK { 1. } else { 0.7 },
            }));
        }
        let count = rows.len();
        for (index, row) in rows.into_iter().enumerate() {
            let last = index + 1 == count;
            self.strips.push(Strip {
                height: row.height,
                items: row.items,
                glued: if last { glued } else { count <= LOW || index == 0 || index + 2 == count },
                head,
                ..Strip::default()
            });
        }
    }
}

/// A copy of the head for later pages. It was read once already, so here it is decoration.
fn repeated(rows: &[Row]) -> Row {
    let copies = rows
        .iter()
        .map(|row| Row {
            height: row.height,
            items: row.items.iter().map(|placed| Placed { tag: ARTIFACT, item: placed.item.clone() }).collect(),
        })
        .collect();
    super::stack(copies)
}
