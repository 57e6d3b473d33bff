//! The reply sheets of a reviewer without a computer: the questions of the review screen, with room to write.

use super::{empty_ticks, page_of};
use crate::{
    DocumentError,
    block::{Block, Column, Field, Table, Tick},
    layout::Draft,
    style::{Align, Scale, Size},
    view::{ReplyApplication, ReplySheetView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "reply_sheet";

pub(crate) const PARTS: &[Part] = &[
    with("title", &["round"]),
    with("document", &["round"]),
    with("copy", &["number", "reader"]),
    with("footer", &["reader", "number"]),
    with("footer-application", &["reader", "number", "reference"]),
    with("page", &["page", "pages"]),
    with("application", &["reference", "group"]),
    with("asked", &["asked"]),
    with("return", &["return_by", "return_to"]),
    plain("interest-heading"),
    plain("interest-yes"),
    plain("interest-no"),
    plain("interest-unsure"),
    plain("interest-how"),
    plain("interest-stop"),
    plain("helps-heading"),
    plain("helps-yes"),
    plain("helps-partly"),
    plain("helps-no"),
    plain("helps-cannot-tell"),
    plain("good"),
    plain("worries"),
    plain("questions"),
    plain("scores-heading"),
    plain("score-criterion"),
    plain("score-range"),
    plain("score"),
    with("score-of", &["most"]),
    plain("advice-heading"),
    plain("advice-full"),
    plain("advice-part"),
    plain("advice-more"),
    plain("advice-none"),
    plain("tick-empty"),
    plain("name"),
    plain("date"),
    plain("signature"),
];

/// The sheets as blocks.
pub(crate) fn draft(view: &ReplySheetView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let copy = [("reader", view.copy.reader.as_str()), ("number", view.copy.number.as_str())];
    let title = words.line("title", &[("round", &view.round)])?;
    let mut blocks = Vec::new();
    for application in &view.applications {
        let fields = [&copy[..], &[("reference", application.reference.as_str())]].concat();
        blocks.push(Block::Section(words.line("footer-application", &fields)?));
        blocks.extend(sheet(view, application, words, size)?);
    }
    let footer = words.line("footer", &copy)?;
    Ok(Draft {
        author: view.letterhead.clone(),
        subject: footer.clone(),
        scale: Scale::form(size),
        footer,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
}

fn sheet(view: &ReplySheetView, application: &ReplyApplication, words: &Script, size: Size) -> Result<Vec<Block>, DocumentError> {
    let heading = words.line("application", &[("reference", &application.reference), ("group", &application.group)])?;
    let copy = [("reader", view.copy.reader.as_str()), ("number", view.copy.number.as_str())];
    let right = vec![words.line("document", &[("round", &view.round)])?, words.line("copy", &copy)?];
    let mut blocks = vec![Block::Chapter { heading, right }];
    blocks.extend(words.blocks("asked", &[("asked", &application.asked)])?);
    let ask = |heading: &str, row: Block| Ok::<_, DocumentError>(Block::Keep(vec![Block::Subheading(words.word(heading)?.into()), row]));
    let mut interest =
        vec![Block::Subheading(words.word("interest-heading")?.into()), row(words, &["interest-yes", "interest-no", "interest-unsure"])?];
    interest.push(Block::Fields(vec![Field { label: words.word("interest-how")?, hint: String::new(), lines: 2 }]));
    interest.extend(words.blocks("interest-stop", &[])?);
    blocks.push(Block::Keep(interest));
    blocks.push(ask("helps-heading", row(words, &["helps-yes", "helps-partly", "helps-no", "helps-cannot-tell"])?)?);
    // Three lines each fill one page. Where scores or large print need a second page, there is room for more.
    let lines = if size == Size::Standard && view.criteria.is_empty() { 3 } else { 6 };
    for heading in ["good", "worries", "questions"] {
        blocks.push(ask(heading, Block::Writing(lines))?);
    }
    if !view.criteria.is_empty() {
        blocks.push(Block::Subheading(words.word("scores-heading")?.into()));
        blocks.push(scores(view, words)?);
    }
    let tick = |name: &str, open| {
        Ok::<_, DocumentError>(Tick { label: words.word(name)?, ticked: false, spoken: words.word("tick-empty")?, open })
    };
    let advice = vec![tick("advice-full", false)?, tick("advice-part", true)?, tick("advice-more", false)?, tick("advice-none", false)?];
    blocks.push(ask("advice-heading", Block::TickRows { ticks: advice, beside: 2 })?);
    let column = |share| Column { share, align: Align::Left };
    let mut end = vec![
        Block::Gap(0.8),
        Block::Table(Table {
            columns: vec![column(0.4), column(0.22), column(0.38)],
            head: vec![words.word("name")?, words.word("date")?, words.word("signature")?],
            rows: vec![vec![String::new(); 3]],
            ruled: true,
            ..Table::default()
        }),
    ];
    end.extend(words.blocks("return", &[("return_to", &view.return_to), ("return_by", &view.return_by)])?);
    blocks.push(Block::Keep(end));
    Ok(blocks)
}

fn row(words: &Script, names: &[&str]) -> Result<Block, DocumentError> {
    let labels = names.iter().map(|name| words.word(name)).collect::<Result<Vec<_>, _>>()?;
    match empty_ticks(&labels, &words.word("tick-empty")?) {
        Block::Ticks(ticks) => Ok(Block::TickRows { ticks, beside: 4 }),
        other => Ok(other),
    }
}

fn scores(view: &ReplySheetView, words: &Script) -> Result<Block, DocumentError> {
    let column = |share| Column { share, align: Align::Left };
    let row =
        |name: &str, most: &str| Ok::<_, DocumentError>(vec![name.to_owned(), words.line("score-of", &[("most", most)])?, String::new()]);
    Ok(Block::Table(Table {
        columns: vec![column(0.6), column(0.2), column(0.2)],
        head: vec![words.word("score-criterion")?, words.word("score-range")?, words.word("score")?],
        rows: view.criteria.iter().map(|criterion| row(&criterion.name, &criterion.most)).collect::<Result<_, _>>()?,
        totals: Vec::new(),
        ruled: true,
        named_rows: true,
        bars: Vec::new(),
    }))
}
