//! The blocks a document is made of.

use crate::{display::FormField, inline::Inline, style::Align};

/// One part of a document, from the top to the bottom.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// Who writes, and on the right what this paper is; with a strong line below.
    Letterhead {
        left: String,
        right: Vec<String>,
    },
    /// The partnership's own letterhead: the chest, its name, and on the right where to find it.
    Masthead {
        name: String,
        contact: Vec<String>,
    },
    /// Whom a letter goes to, and on the right its day and its reference.
    Address {
        to: Vec<Inline>,
        right: Vec<Inline>,
    },
    Title(String),
    /// The heading of a part that starts on its own page, with what matters most on the right and a strong line below.
    Chapter {
        heading: String,
        right: Vec<String>,
    },
    Heading(String),
    /// A heading with its number in the margin, and what belongs to it.
    Numbered {
        number: String,
        heading: String,
        blocks: Vec<Block>,
    },
    /// What was resolved.
    Resolved(Inline),
    Subheading(Inline),
    Paragraph(Inline),
    /// Help in smaller letters, not parted from what follows.
    Hint(Inline),
    /// Short lines one under another, never parted: an address, a name with a role.
    Lines(Vec<Inline>),
    /// Numbered clauses with hung numbers.
    Clauses(Vec<(String, Inline)>),
    Bullets(Vec<Inline>),
    /// Names of things with what they are, each of one or more paragraphs.
    Facts(Vec<(String, Vec<String>)>),
    Table(Table),
    /// A large bar of money.
    Gauge(Gauge),
    /// What happened on which day, along a rail.
    Timeline(Vec<TimelineEntry>),
    Ticks(Vec<Tick>),
    /// Short boxes, so many beside each other where they fit.
    TickRows {
        ticks: Vec<Tick>,
        beside: usize,
    },
    /// A box with lines to write on.
    Writing(u16),
    /// An empty frame that fills most of a page.
    Room,
    /// A block to write in, filled in on a computer: its empty places are these fields, in the order of reading.
    Fillable {
        block: Box<Block>,
        fields: Vec<FormField>,
    },
    /// Small boxes to write in, each with a label.
    Fields(Vec<Field>),
    Signatures {
        labels: SignatureLabels,
        blocks: Vec<SignatureBlock>,
    },
    /// A message on a tinted ground.
    Band(Inline),
    /// A warning in a strong frame, of one or more paragraphs.
    Framed(Vec<Inline>),
    /// A list of what stands on which page.
    Contents(Contents),
    /// The recovery key in groups.
    Key(Vec<String>),
    /// Empty space, in steps.
    Gap(f32),
    FreshPage,
    /// A fresh page, unless the page before it would stay almost empty.
    NewPart,
    /// A fresh page, and what stands at the foot from there on.
    Section(String),
    /// Blocks that stand together on one page where they can.
    Keep(Vec<Block>),
}

/// A table. With no head it has no header row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
    pub(crate) totals: Vec<Vec<String>>,
    /// Lines between columns and high rows, for writing by hand.
    pub(crate) ruled: bool,
    /// Whether the first cell of each row says what the row is about.
    pub(crate) named_rows: bool,
    /// For each row, and then for each total, the small bar in its last cell. With none the last cell holds words.
    pub(crate) bars: Vec<Option<Share>>,
}

/// How a part of a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    Solid,
    Hatched,
    White,
}

/// How much of a bar is solid, and how much after it is hatched: parts of 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Share {
    pub(crate) solid: f32,
    pub(crate) hatched: f32,
}

/// A large bar with its key, a mark, and a scale below.
#[derive(Clone, Debug)]
pub(crate) struct Gauge {
    pub(crate) share: Share,
    /// A pattern, or none for a figure beside them; what it means; its amount.
    pub(crate) key: Vec<(Option<Pattern>, String, String)>,
    /// A place on the bar, a part of 1, with its words.
    pub(crate) mark: Option<(f32, String)>,
    /// The figures below, evenly spread.
    pub(crate) scale: Vec<String>,
    /// What the bar says in words.
    pub(crate) spoken: String,
}

/// A list of headings with their pages, filled in when the pages are known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Contents {
    /// A column for each of a line's cells, and one for the page.
    pub(crate) columns: Vec<Column>,
    pub(crate) head: Vec<String>,
    pub(crate) lines: Vec<ContentsLine>,
}

/// A line of a list of contents.
#[derive(Clone, Debug, Default)]
pub(crate) struct ContentsLine {
    pub(crate) cells: Vec<String>,
    /// The heading that stands on the page.
    pub(crate) heading: String,
}

/// A share of the table's width, and where its cells stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) share: f32,
    pub(crate) align: Align,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) struct TimelineEntry {
    pub(crate) date: String,
    pub(crate) what: String,
    pub(crate) who: String,
}

/// A box that is ticked or not.
#[derive(Clone, Debug)]
pub(crate) struct Tick {
    pub(crate) label: String,
    pub(crate) ticked: bool,
    /// What the box says in words to somebody who listens.
    pub(crate) spoken: String,
    /// Whether a line to write on follows the label.
    pub(crate) open: bool,
}

/// A label and a small box to write in.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) lines: u16,
}

/// The words beside the lines of a signature block.
#[derive(Clone, Debug)]
pub(crate) struct SignatureLabels {
    pub(crate) signature: String,
    pub(crate) name: String,
    pub(crate) date: String,
}

/// Room for one person to sign, or the record that they have.
#[derive(Clone, Debug)]
pub(crate) struct SignatureBlock {
    pub(crate) party: String,
    pub(crate) role: String,
    /// What stands on the signature line, the name line and the date line.
    pub(crate) signed: Option<[String; 3]>,
}
