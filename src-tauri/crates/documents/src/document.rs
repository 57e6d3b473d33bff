//! One file for each document: a view model and the wording become blocks.

pub(crate) mod agreement;
pub(crate) mod application;
pub(crate) mod blank_form;
pub(crate) mod booklet;
pub(crate) mod decision_letter;
pub(crate) mod feedback_form;
pub(crate) mod panel_report;
mod question;
pub(crate) mod recovery_page;
pub(crate) mod reply_sheet;

use crate::{
    DocumentError,
    block::{Block, Column, SignatureLabels, Table, Tick},
    inline::{Inline, paragraphs},
    style::Align,
    view::CostLine,
    wording::Script,
};

/// What was typed, as paragraphs; what the form says when nothing was typed.
fn answer(text: &str, blank: &str) -> Vec<Block> {
    let found: Vec<Block> = paragraphs(text).map(|paragraph| Block::Paragraph(paragraph.into())).collect();
    if found.is_empty() {
        return vec![Block::Paragraph(blank.into())];
    }
    found
}

/// Words, each its own bullet.
fn bullets(words: &[String]) -> Block {
    Block::Bullets(words.iter().map(Inline::from).collect())
}

/// A table of things and amounts.
fn costs(head: [String; 2], lines: &[CostLine], totals: Vec<[String; 2]>) -> Block {
    Block::Table(Table {
        columns: vec![Column { share: 0.74, align: Align::Left }, Column { share: 0.26, align: Align::Right }],
        head: head.into(),
        rows: lines.iter().map(|line| vec![line.what.clone(), line.amount.clone()]).collect(),
        totals: totals.into_iter().map(Vec::from).collect(),
        ruled: false,
        named_rows: false,
    })
}

/// Boxes nobody has ticked yet.
fn empty_ticks(labels: &[String], spoken: &str) -> Block {
    Block::Ticks(labels.iter().map(|label| Tick { label: label.clone(), ticked: false, spoken: spoken.to_owned(), open: false }).collect())
}

/// The words beside the lines of a signature block.
fn signature_labels(words: &Script) -> Result<SignatureLabels, DocumentError> {
    Ok(SignatureLabels { signature: words.word("signature")?, name: words.word("name")?, date: words.word("date")? })
}

/// The page number with its two fields still open: pages are counted after layout.
fn page_of(words: &Script) -> Result<String, DocumentError> {
    words.line("page", &[("page", "{page}"), ("pages", "{pages}")])
}
