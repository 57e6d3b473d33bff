//! The Grant Feedback form: what was agreed, and boxes for how much, how well and what difference.

use super::{empty_ticks, form, signature_labels};
use crate::{
    DocumentError,
    block::{Block, Column, Field, SignatureBlock, Table},
    layout::Draft,
    style::{Align, Size},
    view::FeedbackFormView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "feedback_form";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference"]),
    with("page", &["page", "pages"]),
    plain("title"),
    with("intro", &["due"]),
    plain("agreed-heading"),
    plain("fact-group"),
    plain("fact-amount"),
    plain("fact-purpose"),
    plain("fact-end"),
    plain("fact-due"),
    plain("fact-difference"),
    plain("done-heading"),
    plain("done-question"),
    plain("done-hint"),
    plain("done-people"),
    plain("done-area"),
    plain("done-volunteers"),
    plain("well-heading"),
    plain("well-question"),
    plain("difference-heading"),
    plain("difference-question"),
    plain("benefited-question"),
    plain("benefited-hint"),
    plain("share-heading"),
    plain("share-intro"),
    plain("share-words"),
    plain("share-photos"),
    plain("share-name"),
    plain("share-private"),
    plain("tick-empty"),
    plain("money-heading"),
    plain("money-intro"),
    plain("money-item"),
    plain("money-agreed"),
    plain("money-spent"),
    plain("money-receipt"),
    plain("money-total"),
    plain("left-question"),
    plain("left-none"),
    plain("left-back"),
    plain("left-later"),
    plain("left-why"),
    plain("sign-heading"),
    plain("sign-intro"),
    with("party", &["group"]),
    plain("role"),
    plain("signature"),
    plain("name"),
    plain("date"),
    plain("return-heading"),
    plain("return-intro"),
];

/// The form as blocks.
pub(crate) fn draft(view: &FeedbackFormView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let mut blocks = words.blocks("intro", &[("due", &view.due)])?;
    blocks.push(words.heading("agreed-heading")?);
    blocks.push(agreed(view, words)?);
    blocks.extend(story(words)?);
    blocks.extend(money(view, words)?);
    blocks.push(signing(view, words)?);
    blocks.push(Block::Keep(
        [
            vec![words.heading("return-heading")?],
            words.blocks("return-intro", &[])?,
            vec![Block::Lines(view.contact.iter().map(|line| line.as_str().into()).collect())],
        ]
        .concat(),
    ));
    form::draft(&view.letterhead, ("reference", &view.reference), words.word("title")?, words, size, blocks)
}

fn agreed(view: &FeedbackFormView, words: &Script) -> Result<Block, DocumentError> {
    let facts = [
        ("fact-group", &view.group),
        ("fact-amount", &view.amount),
        ("fact-purpose", &view.purpose),
        ("fact-end", &view.end_of_funding),
        ("fact-due", &view.due),
        ("fact-difference", &view.difference),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(label, value)| Ok((words.word(label)?, vec![value.clone()])))
        .collect::<Result<_, DocumentError>>()?;
    Ok(Block::Facts(facts))
}

fn story(words: &Script) -> Result<Vec<Block>, DocumentError> {
    let number = |label: &str| Ok::<_, DocumentError>(Field { label: words.word(label)?, hint: String::new(), lines: 1 });
    let box_under = |question: &str, hint: &str, lines| {
        let mut blocks = vec![Block::Subheading(words.word(question)?.into())];
        if !hint.is_empty() {
            blocks.push(Block::Hint(words.word(hint)?.into()));
        }
        blocks.push(Block::Writing(lines));
        Ok::<_, DocumentError>(blocks)
    };
    let ticks = [words.word("share-words")?, words.word("share-photos")?, words.word("share-name")?, words.word("share-private")?];
    let mut share = vec![words.heading("share-heading")?];
    share.extend(words.blocks("share-intro", &[])?);
    share.push(empty_ticks(&ticks, &words.word("tick-empty")?));
    Ok([
        vec![words.heading("done-heading")?, Block::Fields(vec![number("done-people")?, number("done-area")?, number("done-volunteers")?])],
        box_under("done-question", "done-hint", 5)?,
        vec![words.heading("well-heading")?],
        box_under("well-question", "", 8)?,
        vec![words.heading("difference-heading")?],
        box_under("difference-question", "", 8)?,
        box_under("benefited-question", "benefited-hint", 8)?,
        vec![Block::Keep(share)],
    ]
    .concat())
}

fn money(view: &FeedbackFormView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let column = |share, align| Column { share, align };
    let row = |what: &str, amount: &str| vec![what.to_owned(), amount.to_owned(), String::new(), String::new()];
    let table = Block::Table(Table {
        columns: vec![column(0.42, Align::Left), column(0.2, Align::Right), column(0.2, Align::Left), column(0.18, Align::Left)],
        head: vec![words.word("money-item")?, words.word("money-agreed")?, words.word("money-spent")?, words.word("money-receipt")?],
        rows: view.costs.iter().map(|line| row(&line.what, &line.amount)).collect(),
        totals: vec![row(&words.word("money-total")?, &view.total)],
        ruled: true,
        named_rows: false,
        bars: Vec::new(),
    });
    let ticks = [words.word("left-none")?, words.word("left-back")?, words.word("left-later")?];
    let mut blocks = vec![words.heading("money-heading")?];
    blocks.extend(words.blocks("money-intro", &[])?);
    blocks.push(table);
    blocks.push(Block::Keep(vec![Block::Subheading(words.word("left-question")?.into()), empty_ticks(&ticks, &words.word("tick-empty")?)]));
    blocks.push(Block::Keep(vec![Block::Subheading(words.word("left-why")?.into()), Block::Writing(3)]));
    Ok(blocks)
}

fn signing(view: &FeedbackFormView, words: &Script) -> Result<Block, DocumentError> {
    let mut kept = vec![words.heading("sign-heading")?];
    kept.extend(words.blocks("sign-intro", &[])?);
    kept.push(Block::Signatures {
        labels: signature_labels(words)?,
        blocks: vec![SignatureBlock { party: words.line("party", &[("group", &view.group)])?, role: words.word("role")?, signed: None }],
    });
    Ok(Block::Keep(kept))
}
