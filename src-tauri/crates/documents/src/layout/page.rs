//! Strips to pages: greedy filling, repeated table heads, footers.

use super::{Compositor, Draft, Lined, PAPER, Pages, Strip, writing};
use crate::{
    DocumentError,
    code::{Foot, Mark, PICTURE},
    display::{Bookmark, FOOTER, HAIRLINE, Item, Placed, QUIET, lower},
    paragraph::Row,
    style::Align,
};

/// A page that is less full than this is almost empty.
const ALMOST_EMPTY: f32 = 0.35;
/// When the last page of a part is less full than this, white space may shrink so far to save the page.
const CLOSING_UP: [(f32, &[f32]); 2] = [(ALMOST_EMPTY, &[0.9, 0.8, 0.7]), (0.6, &[0.92, 0.84])];
/// The foot of the paper below the footer.
const FOOT: f32 = 40.;
/// The foot of the paper that printers leave white, and a hair more: a code reaches as far as this.
const EDGE: f32 = 30.1;
/// White space between words of the foot and the QR code beside them: as much as it must have around it.
const BESIDE: f32 = 8.;
/// White space between words and the line above the footer.
const ABOVE_LINE: f32 = 10.;
/// White space between that line and the footer; and where a code stands there too.
const BELOW_LINE: f32 = 6.;
const ABOVE_CODE: f32 = 3.5;

/// Where words stand on a page.
#[derive(Clone, Copy)]
struct Frame {
    top: f32,
    bottom: f32,
}

/// Pages while they are filled.
struct Filling<'a> {
    frame: Frame,
    heads: &'a [Row],
    pages: Vec<Vec<Placed>>,
    page: Vec<Placed>,
    bookmarks: Vec<Bookmark>,
    y: f32,
    at_top: bool,
    /// The box to write in that ends at `y`, with the number of its marks.
    open: Option<(Lined, usize)>,
}

/// Pages that are filled.
struct Filled {
    pages: Vec<Vec<Placed>>,
    bookmarks: Vec<Bookmark>,
    /// How full the last page is, and with how much of the white space.
    fullness: f32,
    density: f32,
}

impl Filling<'_> {
    fn turn(&mut self, head: Option<usize>) {
        self.close_box();
        self.pages.push(std::mem::take(&mut self.page));
        self.y = self.frame.top;
        self.at_top = true;
        if let Some(head) = head.and_then(|index| self.heads.get(index)) {
            let mut items = head.items.clone();
            lower(&mut items, self.y);
            self.page.append(&mut items);
            self.y += head.height;
            self.at_top = false;
        }
    }

    /// A box at the end of a page grows to the foot of the page and is closed there.
    fn close_box(&mut self) {
        let Some((lined, marks)) = self.open.take() else {
            return;
        };
        let Lined { x, width, pitch } = lined;
        let more = ((self.frame.bottom - self.y) / pitch).floor().max(0.) as usize;
        self.page.truncate(self.page.len() - marks);
        self.y -= pitch;
        for line in 0..=more {
            let mut slice = writing::ruled_slice(x, width, pitch, false, line == more);
            if line < more {
                slice.push(writing::ruling(x + 8., pitch, width - 16.));
            }
            lower(&mut slice, self.y);
            self.page.append(&mut slice);
            self.y += pitch;
        }
    }

    fn place(&mut self, strip: &Strip, density: f32) {
        if !self.at_top {
            self.y += strip.before * density;
        } else if let Some(Lined { x, width, .. }) = strip.lined {
            self.page.push(writing::edge((x, self.y), (x + width, self.y)));
        }
        self.open = strip.lined.map(|lined| (lined, strip.items.len()));

        if let Some(title) = &strip.bookmark {
            self.bookmarks.push(Bookmark { title: title.clone(), below: false, page: self.pages.len(), y: self.y });
        }
        let mut items = strip.items.clone();
        lower(&mut items, self.y);
        self.page.append(&mut items);
        self.y += strip.height;
        // Space alone does not start a page.
        self.at_top = self.at_top && strip.height == 0.;
    }

    fn fits(&self, height: f32) -> bool {
        self.y + height <= self.frame.bottom
    }
}

impl Compositor<'_> {
    pub(super) fn pages(&mut self, draft: &Draft, band: &[Row; 2]) -> Result<Pages, DocumentError> {
        let small = self.scale.small.colour(QUIET);
        let (x, width) = self.column();
        let general = self.footer(&draft.footer)?;
        let foot = self.footers.iter().map(|footer| footer.height).fold(0., f32::max);
        let band_height = band.first().map_or(0., |row| row.height);
        // A code stands below the footer. The line above moves up only where it would come too near to the edge.
        let below_line = if self.mark.is_some() { ABOVE_CODE } else { BELOW_LINE };
        let line = PAPER.1 - FOOT - foot - BELOW_LINE;
        let line = self.mark.map_or(line, |mark| line.min(PAPER.1 - EDGE - mark.height(below_line, foot, small)));
        let frame = Frame {
            top: self.scale.head + (self.scale.margin - 8.) + if band_height > 0. { band_height + self.scale.step } else { 0. },
            bottom: line - ABOVE_LINE,
        };
        let strips = std::mem::take(&mut self.strips);
        let mut pages = Vec::new();
        let mut bookmarks = Vec::new();
        let mut footers = Vec::new();
        let mut footer = general;
        let mut rest = strips.as_slice();
        while let Some(first) = rest.first() {
            footer = first.footer.unwrap_or(footer);
            let mut end = part_end(rest, 1);
            let mut part = self.part(rest.get(..end).unwrap_or_default(), frame, 1.);
            while part.pages.len() > 1 && part.fullness < ALMOST_EMPTY && rest.get(end).is_some_and(|next| next.gives_way) {
                end = part_end(rest, end + 1);
                part = self.part(rest.get(..end).unwrap_or_default(), frame, part.density);
            }
            rest = rest.get(end..).unwrap_or_default();
            let Filled { pages: filled, bookmarks: found, .. } = part;
            if filled.iter().all(Vec::is_empty) {
                continue;
            }
            footers.extend(filled.iter().map(|_| footer));
            bookmarks.extend(found.into_iter().map(|found| Bookmark { page: found.page + pages.len(), ..found }));
            pages.extend(filled);
        }
        if pages.is_empty() {
            pages.push(Vec::new());
            footers.push(footer);
        }
        let watermark = self.watermark(draft)?;
        let count = pages.len();
        let (words_end, picture) = self.foot_columns();
        for (index, (page, footer)) in pages.iter_mut().zip(footers).enumerate() {
            let [first, others] = band;
            let mut top = if index == 0 { first } else { others }.items.clone();
            lower(&mut top, self.scale.head + self.scale.margin - 14.);
            // The watermark comes first, so that everything else stands over it.
            *page = watermark.iter().cloned().chain(top).chain(std::mem::take(page)).collect();
            let rule = Item::Line { from: (x, line), to: (x + width, line), colour: HAIRLINE, width: 0.7 };
            page.push(Placed { tag: FOOTER, item: rule });
            let mut words = self.footers.get(footer).map(|footer| footer.items.clone()).unwrap_or_default();
            lower(&mut words, line + below_line);
            page.append(&mut words);
            let number = draft.page_of.replace("{page}", &(index + 1).to_string()).replace("{pages}", &count.to_string());
            let column = (x + width * words_end, width * (1. - words_end) - picture);
            let style = small.align(Align::Right);
            let mut number = super::stack(self.set(&number.into(), style, column, FOOTER)?);
            lower(&mut number.items, line + below_line);
            page.append(&mut number.items);
        }
        let foot = self.mark.map(|mark| Foot {
            mark,
            words: (x, line + below_line + foot),
            picture: (x + width - PICTURE, PAPER.1 - EDGE - PICTURE),
        });
        Ok(Pages { pages, bookmarks, foot })
    }

    /// How much of the width the words of the foot have, and how much the QR code beside the page number needs.
    fn foot_columns(&self) -> (f32, f32) {
        if self.mark == Some(Mark::Picture) { (0.6, PICTURE + BESIDE) } else { (0.7, 0.) }
    }

    /// Sets what stands at the foot of pages, and gives its number.
    pub(super) fn footer(&mut self, words: &str) -> Result<usize, DocumentError> {
        let (x, width) = self.column();
        let (words_end, _) = self.foot_columns();
        let rows = self.set(&words.into(), self.scale.small.colour(QUIET), (x, width * words_end), FOOTER)?;
        self.footers.push(super::stack(rows));
        Ok(self.footers.len() - 1)
    }

    /// The pages of a part; an almost empty last page is saved where closer setting can save it.
    fn part(&self, strips: &[Strip], frame: Frame, density: f32) -> Filled {
        let filled = self.fill(strips, frame, density);
        let closing_up = CLOSING_UP.iter().find(|(limit, _)| filled.fullness < *limit);
        let densities = closing_up.filter(|_| filled.pages.len() > 1).map_or(&[][..], |(_, densities)| densities);
        let closer = densities.iter().map(|density| self.fill(strips, frame, *density));
        let mut closer = closer.filter(|closer| closer.pages.len() < filled.pages.len());
        closer.next().unwrap_or(filled)
    }

    /// Places chunks of glued strips, with so much of the white space.
    fn fill(&self, strips: &[Strip], frame: Frame, density: f32) -> Filled {
        let room = frame.bottom - frame.top;
        let mut filling = Filling {
            frame,
            heads: &self.heads,
            pages: Vec::new(),
            page: Vec::new(),
            bookmarks: Vec::new(),
            y: frame.top,
            at_top: true,
            open: None,
        };
        for chunk in chunks(strips) {
            let Some(first) = chunk.first() else { continue };
            let height: f32 = chunk.iter().map(|strip| strip.before * density + strip.height).sum::<f32>()
                - if filling.at_top { first.before * density } else { 0. };
            // What is higher than a page begins on one of its own: its heading does not stay behind.
            if !filling.at_top && !filling.fits(height) {
                filling.turn(first.head);
            }
            for strip in chunk {
                let before = if filling.at_top { 0. } else { strip.before * density };
                if !filling.at_top && !filling.fits(before + strip.height) {
                    filling.turn(strip.head);
                }
                filling.place(strip, density);
            }
        }
        let fullness = (filling.y - frame.top) / room;
        filling.pages.push(filling.page);
        Filled { pages: filling.pages, bookmarks: filling.bookmarks, fullness, density }
    }
}

/// Where the next part begins, looked for from this strip on.
fn part_end(strips: &[Strip], from: usize) -> usize {
    let next = strips.iter().skip(from).position(|strip| strip.fresh_page);
    next.map_or(strips.len(), |found| from + found)
}

/// Strips up to and with the first one that lets go of its next.
fn chunks(strips: &[Strip]) -> impl Iterator<Item = &[Strip]> {
    strips.chunk_by(|strip, _| strip.glued)
}
