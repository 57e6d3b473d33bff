//! What `cargo xtask bench print` measures: agreements that differ, the steps of printing one, and a second writer of the same pages.

use crate::{
    Document, DocumentError, Paper, Size, Wording,
    block::{Block, Table},
    example::invented,
    font,
    inline::Inline,
    layout::Draft,
    paper::{self, print},
    pdf::{self, second::SecondWriter},
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Step, and how long it took.
pub type Steps = Vec<(&'static str, Duration)>;

/// An agreement that nobody else has: another group, reference and sum.
pub fn agreement(number: usize) -> Paper {
    Paper::Agreement(view(&format!("{number:04}")))
}

fn view(number: &str) -> crate::view::AgreementView {
    let mut view = invented::agreement();
    view.group = format!("{} {number}", view.group);
    view.reference = format!("CC-{number}");
    view.money_kept = format!("{} Our account is number {number}.", view.money_kept);
    view
}

/// Prints an agreement and times each step.
pub fn steps(paper: &Paper, wording: &Wording, size: Size) -> Result<(Document, Steps), DocumentError> {
    let mut steps = Steps::new();
    let mut began = Instant::now();
    let mut done = |step| {
        steps.push((step, began.elapsed()));
        began = Instant::now();
    };
    let draft = paper.draft(wording.script(paper.name())?, size)?;
    done("blocks");
    let list = paper::marked(&draft, paper.name(), size)?;
    done("layout");
    let bytes = font::with_fonts(|fonts| pdf::write_in_steps(&list, fonts, &mut done))?;
    let pages = u16::try_from(list.pages.len()).unwrap_or(u16::MAX);
    Ok((Document { bytes, pages, title: list.title, code: None }, steps))
}

/// Prints with our own writer.
pub fn ours(paper: &Paper, wording: &Wording, size: Size) -> Result<Vec<u8>, DocumentError> {
    Ok(print(paper, wording, size)?.bytes)
}

/// Prints the same pages with krilla.
#[derive(Debug)]
pub struct Second(SecondWriter);

impl Second {
    /// Reads the fonts once.
    pub fn new() -> Result<Self, DocumentError> {
        font::with_fonts(|fonts| Ok(Self(SecondWriter::new(fonts)?)))
    }

    /// The same layout, another writer.
    pub fn print(&self, paper: &Paper, wording: &Wording, size: Size) -> Result<Vec<u8>, DocumentError> {
        self.0.write(&paper::lay_out(paper, wording, size)?)
    }
}

/// The words of the agreement as plain data, with `NUMBER` where each one differs: what the rivals print.
pub fn words(wording: &Wording, size: Size) -> Result<String, DocumentError> {
    let paper = Paper::Agreement(view("NUMBER"));
    let draft = paper.draft(wording.script(paper.name())?, size)?;
    Ok(described(&draft).to_string())
}

fn described(draft: &Draft) -> Value {
    let scale = draft.scale;
    let style = |style: crate::style::Style| json!({ "size": style.size, "lead": style.lead });
    json!({
        "title": draft.title,
        "author": draft.author,
        "subject": draft.subject,
        "footer": draft.footer,
        "page_of": draft.page_of,
        "margin": scale.margin,
        "step": scale.step,
        "body": style(scale.body),
        "small": style(scale.small),
        "title_style": style(scale.title),
        "heading": style(scale.heading),
        "subheading": style(scale.subheading),
        "blocks": blocks(&draft.blocks),
    })
}

fn blocks(of: &[Block]) -> Vec<Value> {
    of.iter().flat_map(block).collect()
}

fn block(block: &Block) -> Vec<Value> {
    let one = match block {
        Block::Letterhead { left, right } => json!({ "kind": "letterhead", "left": left, "right": right }),
        Block::Title(text) => json!({ "kind": "title", "spans": [[text, true]] }),
        Block::Heading(text) => json!({ "kind": "heading", "spans": [[text, true]] }),
        Block::Subheading(inline) => json!({ "kind": "subheading", "spans": spans(inline) }),
        Block::Paragraph(inline) => json!({ "kind": "paragraph", "spans": spans(inline) }),
        Block::Clauses(clauses) => {
            let clauses: Vec<Value> = clauses.iter().map(|(number, inline)| json!([number, spans(inline)])).collect();
            json!({ "kind": "clauses", "clauses": clauses })
        }
        Block::Bullets(bullets) => json!({ "kind": "bullets", "bullets": bullets.iter().map(spans).collect::<Vec<_>>() }),
        Block::Facts(facts) => json!({ "kind": "facts", "facts": facts }),
        Block::Table(table) => described_table(table),
        Block::Signatures { labels, blocks } => {
            let blocks: Vec<Value> =
                blocks.iter().map(|block| json!({ "party": block.party, "role": block.role, "signed": block.signed })).collect();
            json!({ "kind": "signatures", "labels": [labels.signature, labels.name, labels.date], "blocks": blocks })
        }
        Block::Keep(kept) => return blocks(kept),
        _ => return Vec::new(),
    };
    vec![one]
}

fn spans(inline: &Inline) -> Value {
    inline.0.iter().map(|span| json!([span.text, span.bold])).collect()
}

fn described_table(table: &Table) -> Value {
    let shares: Vec<f32> = table.columns.iter().map(|column| column.share).collect();
    json!({ "kind": "table", "shares": shares, "head": table.head, "rows": table.rows, "totals": table.totals })
}
