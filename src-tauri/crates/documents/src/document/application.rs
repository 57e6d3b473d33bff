//! An application as it was received: cover sheet, seven answers, costs, ages, versions.

use super::{form, question};
use crate::{
    DocumentError,
    block::{Block, Column, Table},
    layout::Draft,
    style::{Align, Size},
    view::ApplicationView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "application";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference"]),
    with("page", &["page", "pages"]),
    with("title", &["group"]),
    plain("cover-heading"),
    plain("answers-heading"),
    with("question", &["number", "text"]),
    plain("left-blank"),
    plain("ticked"),
    plain("not-ticked"),
    plain("costs-item"),
    plain("costs-amount"),
    plain("costs-total"),
    plain("costs-asked"),
    plain("age"),
    plain("people"),
    plain("from-area"),
    plain("age-total"),
    plain("versions-heading"),
    plain("version"),
    plain("version-when"),
    plain("version-what"),
];

/// The application as blocks.
pub(crate) fn draft(view: &ApplicationView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let title = words.line("title", &[("group", &view.group)])?;
    let blank = words.word("left-blank")?;
    let mut blocks = vec![
        words.heading("cover-heading")?,
        Block::Facts(
            view.cover
                .iter()
                .map(|fact| {
                    let value = if fact.value.trim().is_empty() { &blank } else { &fact.value };
                    (fact.label.clone(), vec![value.clone()])
                })
                .collect(),
        ),
        words.heading("answers-heading")?,
    ];
    let sums = question::Sums { total: &view.total, asked: &view.asked, all_ages: view.all_ages.as_ref() };
    for (index, answer) in view.answers.iter().enumerate() {
        blocks.extend(question::blocks(words, index + 1, answer, &sums)?);
    }
    if !view.versions.is_empty() {
        blocks.push(words.heading("versions-heading")?);
        blocks.push(versions(view, words)?);
    }
    let draft = form::draft(&view.letterhead, ("reference", &view.reference), title, words, size, blocks)?;
    Ok(Draft { band: view.embargo.clone(), ..draft })
}

fn versions(view: &ApplicationView, words: &Script) -> Result<Block, DocumentError> {
    let column = |share| Column { share, align: Align::Left };
    Ok(Block::Table(Table {
        columns: vec![column(0.17), column(0.36), column(0.47)],
        head: vec![words.word("version")?, words.word("version-when")?, words.word("version-what")?],
        rows: view.versions.iter().map(|version| vec![version.number.clone(), version.when.clone(), version.what.clone()]).collect(),
        totals: Vec::new(),
        ruled: false,
        named_rows: false,
        bars: Vec::new(),
    }))
}
