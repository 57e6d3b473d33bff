//! The reviewers' booklet: whose copy, what is in it, who must not read what, and every application in full.

use super::{answer, bullets, page_of, question};
use crate::{
    DocumentError,
    block::{Block, Column, Contents, ContentsLine, Field},
    inline::paragraphs,
    layout::Draft,
    style::{Align, Scale, Size},
    view::{BookletApplication, BookletView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "booklet";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("title", &["round"]),
    with("copy", &["number", "of"]),
    with("reader", &["reader"]),
    with("watermark", &["reader", "number"]),
    with("footer", &["reader", "number"]),
    with("footer-application", &["reader", "number", "reference"]),
    with("page", &["page", "pages"]),
    with("embargo", &["until"]),
    plain("fact-copy"),
    plain("fact-reader"),
    plain("fact-return-by"),
    plain("fact-return-to"),
    plain("contents-heading"),
    plain("contents-reference"),
    plain("contents-group"),
    plain("contents-page"),
    with("left-out", &["reference"]),
    plain("before-heading"),
    plain("before"),
    plain("interest-heading"),
    plain("interest"),
    plain("people-heading"),
    with("group", &["reference", "group"]),
    with("names", &["names"]),
    plain("no-names"),
    plain("slip-heading"),
    with("slip", &["phone"]),
    plain("slip-reference"),
    plain("slip-how"),
    plain("slip-date"),
    with("application", &["reference", "group"]),
    with("asked", &["asked"]),
    with("received", &["received"]),
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
    plain("history-heading"),
    plain("history-none"),
    plain("files-heading"),
    plain("files-none"),
];

/// The booklet as blocks.
pub(crate) fn draft(view: &BookletView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let copy = [("reader", view.copy.reader.as_str()), ("number", view.copy.number.as_str())];
    let title = words.line("title", &[("round", &view.round)])?;
    let mut blocks = cover(view, words, &title)?;
    blocks.push(Block::NewPart);
    blocks.extend(before_you_read(view, words)?);
    for application in &view.applications {
        let fields = [&copy[..], &[("reference", application.reference.as_str())]].concat();
        blocks.push(Block::Section(words.line("footer-application", &fields)?));
        blocks.extend(one_application(application, words)?);
    }
    let footer = words.line("footer", &copy)?;
    Ok(Draft {
        author: view.partnership.clone(),
        subject: footer.clone(),
        scale: Scale::letter(size),
        footer,
        page_of: page_of(words)?,
        band: None,
        watermark: Some(words.line("watermark", &copy)?),
        blocks,
        title,
    })
}

fn cover(view: &BookletView, words: &Script, title: &str) -> Result<Vec<Block>, DocumentError> {
    let copy = words.line("copy", &[("number", &view.copy.number), ("of", &view.copy.of)])?;
    let warning = words.passages("embargo", &[("until", &view.until)])?;
    let facts = vec![
        (words.word("fact-copy")?, vec![copy.clone()]),
        (words.word("fact-reader")?, vec![words.line("reader", &[("reader", &view.copy.reader)])?]),
        (words.word("fact-return-by")?, vec![view.return_by.clone()]),
        (words.word("fact-return-to")?, view.return_to.clone()),
    ];
    let mut blocks = vec![
        Block::Letterhead { left: view.letterhead.clone(), right: vec![words.word("document")?, copy.clone()] },
        Block::Title(title.to_owned()),
        Block::Paragraph(view.partnership.as_str().into()),
        Block::Facts(facts),
        Block::Framed(warning.into_iter().map(|(_, inline)| inline).collect()),
    ];
    blocks.push(words.heading("contents-heading")?);
    blocks.push(contents(view, words)?);
    for reference in &view.left_out {
        blocks.extend(words.blocks("left-out", &[("reference", reference)])?);
    }
    Ok(blocks)
}

/// The heading of an application, in the text and in the list of contents.
fn heading(application: &BookletApplication, words: &Script) -> Result<String, DocumentError> {
    words.line("application", &[("reference", &application.reference), ("group", &application.group)])
}

fn contents(view: &BookletView, words: &Script) -> Result<Block, DocumentError> {
    let lines = view.applications.iter().map(|application| {
        Ok(ContentsLine { cells: vec![application.reference.clone(), application.group.clone()], heading: heading(application, words)? })
    });
    Ok(Block::Contents(Contents {
        columns: vec![
            Column { share: 0.28, align: Align::Left },
            Column { share: 0.56, align: Align::Left },
            Column { share: 0.16, align: Align::Right },
        ],
        head: vec![words.word("contents-reference")?, words.word("contents-group")?, words.word("contents-page")?],
        lines: lines.collect::<Result<_, DocumentError>>()?,
    }))
}

/// Who applies, and what to do about an interest, before a word of an application.
fn before_you_read(view: &BookletView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = vec![words.heading("before-heading")?];
    blocks.extend(words.blocks("before", &[])?);
    let mut ties = vec![Block::Subheading(words.word("interest-heading")?.into())];
    ties.extend(words.blocks("interest", &[])?);
    blocks.push(Block::Keep(ties));
    blocks.push(words.heading("people-heading")?);
    for application in &view.applications {
        let name = words.line("group", &[("reference", &application.reference), ("group", &application.group)])?;
        blocks.push(Block::Subheading(name.into()));
        blocks.extend(paragraphs(&application.summary).map(|line| Block::Paragraph(line.into())));
        blocks.extend(if application.people.is_empty() {
            words.blocks("no-names", &[])?
        } else {
            words.blocks("names", &[("names", &application.people.join("; "))])?
        });
    }
    let field = |label: &str, lines| Ok::<_, DocumentError>(Field { label: words.word(label)?, hint: String::new(), lines });
    let mut slip = vec![words.heading("slip-heading")?];
    slip.extend(words.blocks("slip", &[("phone", &view.phone)])?);
    slip.push(Block::Fields(vec![field("slip-reference", 1)?, field("slip-how", 3)?, field("slip-date", 1)?]));
    blocks.push(Block::Keep(slip));
    Ok(blocks)
}

fn one_application(application: &BookletApplication, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let mut blocks =
        vec![Block::Chapter { heading: heading(application, words)?, right: vec![words.line("asked", &[("asked", &application.asked)])?] }];
    if !application.received.trim().is_empty() {
        blocks.extend(words.blocks("received", &[("received", &application.received)])?);
    }
    let sums = question::Sums { total: &application.total, asked: &application.asked, all_ages: application.all_ages.as_ref() };
    for (index, given) in application.answers.iter().enumerate() {
        blocks.extend(question::blocks(words, index + 1, given, &sums)?);
    }
    for (heading, none, lines) in
        [("history-heading", "history-none", &application.history), ("files-heading", "files-none", &application.files)]
    {
        let heading = Block::Subheading(words.word(heading)?.into());
        let list = if lines.is_empty() { answer("", &words.word(none)?) } else { vec![bullets(lines)] };
        blocks.push(heading);
        blocks.extend(list);
    }
    Ok(blocks)
}
