//! The sheet on which receipts are listed, and the page to pin them on.

use super::{costs, form, signature_labels};
use crate::{
    DocumentError,
    block::{Block, Column, SignatureBlock, Table},
    layout::Draft,
    style::{Align, Size},
    view::ReceiptSheetView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "receipt_sheet";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference"]),
    with("page", &["page", "pages"]),
    plain("title"),
    with("intro", &["due"]),
    plain("fact-group"),
    plain("fact-amount"),
    plain("fact-end"),
    plain("fact-due"),
    plain("fact-return"),
    plain("agreed-heading"),
    plain("agreed-intro"),
    plain("item"),
    plain("agreed"),
    plain("spent"),
    plain("total"),
    plain("received-heading"),
    plain("received-intro"),
    plain("received-amount"),
    plain("list-heading"),
    plain("list-intro"),
    plain("number"),
    plain("day"),
    plain("paid-for"),
    plain("amount"),
    plain("sum"),
    plain("back"),
    plain("sign-heading"),
    plain("sign-intro"),
    with("party", &["group"]),
    plain("role"),
    plain("signature"),
    plain("name"),
    plain("date"),
    plain("pin-heading"),
    plain("pin-intro"),
];

/// How many receipts the list has room for.
const ROOM: usize = 12;

/// The sheet as blocks.
pub(crate) fn draft(view: &ReceiptSheetView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let mut blocks = words.blocks("intro", &[("due", &view.due)])?;
    blocks.push(facts(view, words)?);
    blocks.push(words.heading("agreed-heading")?);
    blocks.extend(words.blocks("agreed-intro", &[])?);
    blocks.push(agreed(view, words)?);
    if !view.received.is_empty() {
        blocks.push(words.heading("received-heading")?);
        blocks.extend(words.blocks("received-intro", &[])?);
        blocks.push(costs([words.word("item")?, words.word("received-amount")?], &view.received, Vec::new()));
    }
    blocks.push(Block::FreshPage);
    blocks.push(words.heading("list-heading")?);
    blocks.extend(words.blocks("list-intro", &[])?);
    blocks.push(list(words)?);
    let mut kept = vec![words.heading("sign-heading")?];
    kept.extend(words.blocks("sign-intro", &[])?);
    kept.push(Block::Signatures {
        labels: signature_labels(words)?,
        blocks: vec![SignatureBlock { party: words.line("party", &[("group", &view.group)])?, role: words.word("role")?, signed: None }],
    });
    blocks.push(Block::Keep(kept));
    blocks.push(Block::FreshPage);
    blocks.push(words.heading("pin-heading")?);
    blocks.extend(words.blocks("pin-intro", &[])?);
    blocks.push(Block::Room);
    form::draft(&view.letterhead, ("reference", &view.reference), words.word("title")?, words, size, blocks)
}

fn facts(view: &ReceiptSheetView, words: &Script) -> Result<Block, DocumentError> {
    let fact = |label: &str, value: &String| Ok::<_, DocumentError>((words.word(label)?, vec![value.clone()]));
    Ok(Block::Facts(vec![
        fact("fact-group", &view.group)?,
        fact("fact-amount", &view.amount)?,
        fact("fact-end", &view.end_of_funding)?,
        fact("fact-due", &view.due)?,
        (words.word("fact-return")?, view.contact.clone()),
    ]))
}

/// What was agreed, with room for the sum of the receipts of each line.
fn agreed(view: &ReceiptSheetView, words: &Script) -> Result<Block, DocumentError> {
    let column = |share, align| Column { share, align };
    let row = |what: &str, amount: &str| vec![what.to_owned(), amount.to_owned(), String::new()];
    Ok(Block::Table(Table {
        columns: vec![column(0.5, Align::Left), column(0.22, Align::Right), column(0.28, Align::Left)],
        head: vec![words.word("item")?, words.word("agreed")?, words.word("spent")?],
        rows: view.costs.iter().map(|line| row(&line.what, &line.amount)).collect(),
        totals: vec![row(&words.word("total")?, &view.total)],
        ruled: true,
        ..Table::default()
    }))
}

/// Empty rows, each with its number.
fn list(words: &Script) -> Result<Block, DocumentError> {
    let sum = |label: &str| Ok::<_, DocumentError>(vec![String::new(), String::new(), words.word(label)?, String::new()]);
    let head = vec![words.word("number")?, words.word("day")?, words.word("paid-for")?, words.word("amount")?];
    let rows = (1..=ROOM).map(|number| form::row(&number.to_string(), 4)).collect();
    Ok(Block::Table(form::table(&[0.1, 0.2, 0.48, 0.22], head, rows, vec![sum("sum")?, sum("back")?])))
}
