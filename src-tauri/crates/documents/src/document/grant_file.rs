//! The first pages of everything about one application and its grant: contents, the grant in short, what happened, money, files.

use super::{bullets, form};
use crate::{
    DocumentError,
    block::{Block, Column, Table, TimelineEntry},
    layout::Draft,
    style::{Align, Size},
    view::GrantFileView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "grant_file";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("title", &["group"]),
    with("made", &["made"]),
    with("footer", &["reference"]),
    with("page", &["page", "pages"]),
    with("file-page", &["page", "pages"]),
    plain("careful"),
    plain("facts-heading"),
    plain("contents-heading"),
    plain("contents-part"),
    plain("contents-page"),
    plain("contents-note"),
    plain("timeline-heading"),
    plain("payments-heading"),
    plain("no-payments"),
    plain("receipts-heading"),
    plain("no-receipts"),
    plain("day"),
    plain("what"),
    plain("amount"),
    plain("files-heading"),
    plain("no-files"),
];

/// The first pages as blocks. `starts` are the pages of the file on which the papers behind them begin, once they are known.
pub(crate) fn draft(view: &GrantFileView, words: &Script, size: Size, starts: &[usize]) -> Result<Draft, DocumentError> {
    let title = words.line("title", &[("group", &view.group)])?;
    let mut blocks = words.blocks("made", &[("made", &view.made)])?;
    blocks.push(Block::Framed(words.passages("careful", &[])?.into_iter().map(|(_, words)| words).collect()));
    blocks.push(words.heading("facts-heading")?);
    blocks.push(Block::Facts(view.facts.iter().map(|fact| (fact.label.clone(), vec![fact.value.clone()])).collect()));
    if !view.parts.is_empty() {
        blocks.push(words.heading("contents-heading")?);
        blocks.extend(contents(view, words, starts)?);
    }
    if !view.timeline.is_empty() {
        blocks.push(words.heading("timeline-heading")?);
        blocks.push(Block::Timeline(
            view.timeline
                .iter()
                .map(|entry| TimelineEntry { date: entry.date.clone(), what: entry.what.clone(), who: entry.who.clone() })
                .collect(),
        ));
    }
    for (heading, none, rows) in [("payments-heading", "no-payments", &view.payments), ("receipts-heading", "no-receipts", &view.receipts)]
    {
        blocks.push(words.heading(heading)?);
        blocks.extend(if rows.is_empty() { words.blocks(none, &[])? } else { vec![money(rows, words)?] });
    }
    blocks.push(words.heading("files-heading")?);
    blocks.extend(if view.files.is_empty() { words.blocks("no-files", &[])? } else { vec![bullets(&view.files)] });
    let draft = form::draft(&view.letterhead, ("reference", &view.reference), title, words, size, blocks)?;
    Ok(Draft { subject: words.word("document")?, band: view.embargo.clone(), ..draft })
}

/// A list of the papers; with their pages where they are known.
fn contents(view: &GrantFileView, words: &Script, starts: &[usize]) -> Result<Vec<Block>, DocumentError> {
    if starts.is_empty() {
        return Ok(vec![bullets(&view.parts)]);
    }
    let row = |(part, start): (&String, &usize)| vec![part.clone(), start.to_string()];
    let mut blocks = words.blocks("contents-note", &[])?;
    blocks.push(Block::Table(Table {
        columns: vec![Column { share: 0.78, align: Align::Left }, Column { share: 0.22, align: Align::Right }],
        head: vec![words.word("contents-part")?, words.word("contents-page")?],
        rows: view.parts.iter().zip(starts).map(row).collect(),
        ..Table::default()
    }));
    Ok(blocks)
}

fn money(rows: &[[String; 3]], words: &Script) -> Result<Block, DocumentError> {
    let column = |share, align| Column { share, align };
    Ok(Block::Table(Table {
        columns: vec![column(0.36, Align::Left), column(0.4, Align::Left), column(0.24, Align::Right)],
        head: vec![words.word("day")?, words.word("what")?, words.word("amount")?],
        rows: rows.iter().map(|row| row.to_vec()).collect(),
        ..Table::default()
    }))
}
