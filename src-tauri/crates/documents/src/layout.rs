//! Blocks to strips: slices that are never broken, each knowing whether it holds on to the next one.

mod gauge;
mod masthead;
mod page;
mod table;
mod timeline;
mod watermark;
mod words;
mod writing;

use crate::{
    DocumentError,
    block::{Block, Contents, Table},
    code::{Foot, Mark},
    display::{ARTIFACT, Bookmark, DisplayList, FormField, Item, Placed, QUIET, Tag, lower},
    font::{self, Fonts},
    inline::{Inline, untied},
    paragraph::{self, Row},
    style::{Align, Scale, Style},
};
use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

/// A4, in points.
const PAPER: (f32, f32) = (595.276, 841.89);

/// What many printers leave white.
const EDGE: f32 = 30.;

/// What is higher than this share of the paper does not fit between band and footer.
const KEPT: f32 = 0.75;

/// A finished text, ready to be laid out.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) subject: String,
    pub(crate) scale: Scale,
    /// The left of every footer; the page number stands on the right.
    pub(crate) footer: String,
    /// The page number, with `{page}` and `{pages}` to fill in.
    pub(crate) page_of: String,
    /// A message on top of every page.
    pub(crate) band: Option<String>,
    /// Whose copy this is, large and faint across every page.
    pub(crate) watermark: Option<String>,
    pub(crate) blocks: Vec<Block>,
}

/// A slice of the page that is never broken.
#[derive(Debug, Default)]
struct Strip {
    /// White space above, dropped at the top of a page.
    before: f32,
    height: f32,
    items: Vec<Placed>,
    /// Stands on the same page as the next strip.
    glued: bool,
    /// The table head to repeat when a page starts here.
    head: Option<usize>,
    bookmark: Option<String>,
    fresh_page: bool,
    /// A fresh page that gives way where the page before it would stay almost empty.
    gives_way: bool,
    /// What stands at the foot from here on.
    footer: Option<usize>,
    /// Set on the slices of a box to write in.
    lined: Option<Lined>,
}

/// What page filling must know about a box to write in.
#[derive(Clone, Copy, Debug)]
struct Lined {
    x: f32,
    width: f32,
    pitch: f32,
}

/// Sets blocks into strips, and keeps the tags they belong to.
struct Compositor<'fonts> {
    fonts: &'fonts mut Fonts,
    scale: Scale,
    tags: Vec<Tag>,
    strips: Vec<Strip>,
    heads: Vec<Row>,
    footers: Vec<Row>,
    /// The pages of headings, as far as they are known.
    places: BTreeMap<String, usize>,
    /// Whether the text has a title, and whether it is below a heading of the second level: no level is left out.
    titled: bool,
    parted: bool,
    left: f32,
    width: f32,
    /// How the paper carries its code, for which the foot leaves room.
    mark: Option<Mark>,
    /// The fields that the empty places of this block are.
    fields: VecDeque<Arc<FormField>>,
}

/// Lays out a whole document that carries no code.
pub(crate) fn lay_out(draft: &Draft) -> Result<DisplayList, DocumentError> {
    lay_out_with(draft, None)
}

/// Lays out a whole document with room for its code. With a list of contents it is laid out twice: first to learn the pages.
pub(crate) fn lay_out_with(draft: &Draft, mark: Option<Mark>) -> Result<DisplayList, DocumentError> {
    font::with_fonts(|fonts| {
        let list = compose(fonts, draft, mark, BTreeMap::new())?;
        if !draft.blocks.iter().any(|block| matches!(block, Block::Contents(_))) {
            return Ok(list);
        }
        let places = list.bookmarks.iter().map(|bookmark| (bookmark.title.clone(), bookmark.page + 1));
        compose(fonts, draft, mark, places.collect())
    })
}

/// Sets a line at the top of every page: what `words` says of its number, counted from `first`. It is decoration.
pub(crate) fn number_pages(
    list: &mut DisplayList,
    first: usize,
    scale: Scale,
    words: impl Fn(usize) -> Result<String, DocumentError>,
) -> Result<(), DocumentError> {
    let style = scale.small.colour(QUIET).align(Align::Centre);
    let column = (scale.margin, PAPER.0 - 2. * scale.margin);
    font::with_fonts(|fonts| {
        for (index, page) in list.pages.iter_mut().enumerate() {
            let mut line = stack(paragraph::set(fonts, &words(first + index)?.into(), style, column, ARTIFACT)?);
            // The paper's edge stays white, and the letters reach almost to it.
            lower(&mut line.items, EDGE - (style.lead - style.size) / 2.);
            page.append(&mut line.items);
        }
        Ok(())
    })
}

fn compose(fonts: &mut Fonts, draft: &Draft, mark: Option<Mark>, places: BTreeMap<String, usize>) -> Result<DisplayList, DocumentError> {
    let margin = draft.scale.margin;
    let mut compositor = Compositor {
        fonts,
        scale: draft.scale,
        tags: vec![Tag { role: "Document", parent: ARTIFACT, ..Tag::default() }],
        strips: Vec::new(),
        heads: Vec::new(),
        footers: Vec::new(),
        places,
        titled: false,
        parted: false,
        left: margin,
        width: PAPER.0 - 2. * margin,
        mark,
        fields: VecDeque::new(),
    };
    let band = compositor.band_rows(draft)?;
    compositor.blocks(&draft.blocks)?;

    let Pages { pages, bookmarks, foot } = compositor.pages(draft, &band)?;
    Ok(DisplayList {
        title: untied(&draft.title),
        author: draft.author.clone(),
        subject: untied(&draft.subject),
        #[cfg(any(test, feature = "bench"))]
        width: PAPER.0,
        height: PAPER.1,
        pages,
        tags: compositor.tags,
        bookmarks,
        foot,
        codes: Vec::new(),
    })
}

impl Compositor<'_> {
    fn tag(&mut self, role: &'static str, parent: usize) -> usize {
        self.tags.push(Tag { role, parent, ..Tag::default() });
        self.tags.len() - 1
    }

    fn list(&mut self, numbering: &'static str) -> usize {
        let list = self.tag("L", 0);
        if let Some(tag) = self.tags.get_mut(list) {
            tag.attribute = Some(["List", "ListNumbering", numbering]);
        }
        list
    }

    fn set(&mut self, inline: &Inline, style: Style, column: (f32, f32), tag: usize) -> Result<Vec<Row>, DocumentError> {
        paragraph::set(self.fonts, inline, style, column, tag)
    }

    /// The next field of the block, in this place; nothing where the block is for pen and paper.
    fn field(&mut self, parent: usize, (x, y): (f32, f32), (width, height): (f32, f32)) -> Option<Placed> {
        let field = self.fields.pop_front()?;
        let tag = self.tag("Form", parent);
        Some(Placed { tag, item: Item::Field { x, y, width, height, size: self.scale.body.size, field } })
    }

    fn column(&self) -> (f32, f32) {
        (self.left, self.width)
    }

    /// Lines as strips. Two lines at least stay together at the foot and at the top of a page.
    fn push_rows(&mut self, rows: Vec<Row>, before: f32, hold: Hold) {
        let count = rows.len();
        for (index, row) in rows.into_iter().enumerate() {
            let last = index + 1 == count;
            let glued = match hold {
                Hold::Together => !last,
                Hold::WithNext => true,
                Hold::Freely => !last && (count <= 3 || index == 0 || index + 2 == count),
            };
            self.strips.push(Strip {
                before: if index == 0 { before } else { 0. },
                height: row.height,
                items: row.items,
                glued,
                ..Strip::default()
            });
        }
    }

    fn glue_from(&mut self, start: usize) {
        let end = self.strips.len().saturating_sub(1);
        if let Some(strips) = self.strips.get_mut(start..end) {
            for strip in strips {
                strip.glued = true;
            }
        }
    }

    /// Everything from here on stands together. What fits on no page is parted where its own blocks allow it.
    fn keep_from(&mut self, start: usize) {
        let kept = self.strips.get(start..).unwrap_or_default();
        if kept.iter().map(|strip| strip.before + strip.height).sum::<f32>() <= PAPER.1 * KEPT {
            self.glue_from(start);
        }
    }

    /// Blocks one after another. Words that lead up to a table, to boxes or to what was resolved stay with them.
    fn blocks(&mut self, blocks: &[Block]) -> Result<(), DocumentError> {
        for (index, block) in blocks.iter().enumerate() {
            self.block(block)?;
            let leads = matches!(block, Block::Paragraph(_) | Block::Keep(_))
                && matches!(blocks.get(index + 1), Some(Block::Table(_) | Block::Ticks(_) | Block::Resolved(_) | Block::Signatures { .. }));
            if let Some(last) = self.strips.last_mut().filter(|_| leads) {
                last.glued = true;
            }
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), DocumentError> {
        let step = self.scale.step;
        match block {
            Block::Letterhead { left, right } => self.letterhead(left, right),
            Block::Masthead { name, contact } => self.masthead(name, contact),
            Block::Address { to, right } => self.address(to, right),
            Block::Numbered { number, heading, blocks } => self.numbered(number, heading, blocks),
            Block::Resolved(inline) => self.resolved(inline),
            Block::Chapter { heading, right } => self.chapter(heading, right),
            Block::Title(text) => self.heading(text, "H1"),
            Block::Heading(text) => self.heading(text, "H2"),
            Block::Subheading(inline) => {
                let tag = self.tag(if self.parted { "H3" } else { "H2" }, 0);
                let rows = self.set(inline, self.scale.subheading, self.column(), tag)?;
                self.push_rows(rows, step * 2., Hold::WithNext);
                Ok(())
            }
            Block::Paragraph(inline) => {
                let tag = self.tag("P", 0);
                let rows = self.set(inline, self.scale.body, self.column(), tag)?;
                self.push_rows(rows, step * 1.2, Hold::Freely);
                Ok(())
            }
            Block::Hint(inline) => {
                let tag = self.tag("P", 0);
                let rows = self.set(inline, self.scale.small, self.column(), tag)?;
                self.push_rows(rows, step * 0.6, Hold::WithNext);
                Ok(())
            }
            Block::Lines(lines) => self.short_lines(lines),
            Block::Clauses(clauses) => self.clauses(clauses),
            Block::Bullets(bullets) => self.bullets(bullets),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Gauge(gauge) => self.gauge(gauge),
            Block::Timeline(entries) => self.timeline(entries),
            Block::Ticks(ticks) => self.ticks(ticks),
            Block::TickRows { ticks, beside } => self.tick_rows(ticks, *beside),
            Block::Writing(lines) => {
                self.writing(*lines);
                Ok(())
            }
            Block::Room => {
                self.room();
                Ok(())
            }
            Block::Fillable { block, fields } => {
                self.fields = fields.iter().cloned().map(Arc::new).collect();
                self.block(block)?;
                if self.fields.is_empty() { Ok(()) } else { Err(DocumentError::Write("a form has fewer places than fields".into())) }
            }
            Block::Fields(fields) => self.fields(fields),
            Block::Signatures { labels, blocks } => self.signatures(labels, blocks),
            Block::Band(inline) => self.band(inline),
            Block::Framed(words) => self.framed(words),
            Block::Contents(contents) => self.contents(contents),
            Block::Key(groups) => self.key(groups),
            Block::Gap(steps) => {
                self.strips.push(Strip { before: steps * step, ..Strip::default() });
                Ok(())
            }
            Block::FreshPage => {
                self.strips.push(Strip { fresh_page: true, ..Strip::default() });
                Ok(())
            }
            Block::NewPart => {
                self.strips.push(Strip { fresh_page: true, gives_way: true, ..Strip::default() });
                Ok(())
            }
            Block::Section(footer) => {
                let footer = self.footer(footer)?;
                self.strips.push(Strip { fresh_page: true, footer: Some(footer), ..Strip::default() });
                Ok(())
            }
            Block::Keep(blocks) => {
                let start = self.strips.len();
                self.blocks(blocks)?;
                self.keep_from(start);
                Ok(())
            }
        }
    }
}

impl Compositor<'_> {
    /// A list of contents is a table whose last column is the page.
    fn contents(&mut self, contents: &Contents) -> Result<(), DocumentError> {
        let rows = contents.lines.iter().map(|line| {
            let page = self.places.get(&line.heading).map(usize::to_string);
            line.cells.iter().cloned().chain([page.unwrap_or_default()]).collect()
        });
        let rows = rows.collect();
        self.table(&Table { columns: contents.columns.clone(), head: contents.head.clone(), rows, ..Table::default() })
    }
}

/// How lines hold on to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hold {
    /// Broken anywhere but after the first or before the last line.
    Freely,
    /// Not broken.
    Together,
    /// Not broken, and not parted from what follows.
    WithNext,
}

/// Columns side by side as one slice, as high as the highest.
fn side_by_side(columns: Vec<Vec<Row>>) -> Row {
    let mut whole = Row::default();
    for rows in columns {
        let stacked = stack(rows);
        whole.height = whole.height.max(stacked.height);
        whole.items.extend(stacked.items);
    }
    whole
}

/// Rows one under another as one slice.
fn stack(rows: Vec<Row>) -> Row {
    let mut whole = Row::default();
    for mut row in rows {
        crate::display::lower(&mut row.items, whole.height);
        whole.height += row.height;
        whole.items.append(&mut row.items);
    }
    whole
}

/// What a page break yields: the pages, the headings on them, and where their code is to stand.
struct Pages {
    pages: Vec<Vec<Placed>>,
    bookmarks: Vec<Bookmark>,
    foot: Option<Foot>,
}
