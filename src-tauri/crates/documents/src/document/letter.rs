//! What every letter has: who writes to whom about what, and at its end how to ask, and who signs.

use super::{page_of, running, ways_said};
use crate::{
    DocumentError,
    block::Block,
    inline::Inline,
    layout::Draft,
    style::{Scale, Size},
    view::{LetterView, SenderView},
    wording::Script,
};

/// Who writes to whom, on which day, under which reference and title.
pub(super) fn opening(
    sender: &SenderView,
    (recipient, greeting): (&[String], &str),
    (date, reference): (&str, &str),
    title: &str,
    words: &Script,
) -> Result<Vec<Block>, DocumentError> {
    let reference = words.passages("reference-line", &[("reference", reference)])?;
    let dated = std::iter::once(date.into()).chain(reference.into_iter().map(|(_, inline)| inline));
    Ok(vec![
        Block::Masthead { name: sender.name.clone(), contact: sender.lines.clone() },
        Block::Address { to: recipient.iter().map(Inline::from).collect(), right: dated.collect() },
        Block::Gap(1.5),
        Block::Title(title.to_owned()),
        Block::Paragraph(greeting.into()),
    ])
}

/// How to ask, and who signs. It is never parted, and the last words of the message stay with it: no page has only a name.
pub(super) fn end(
    blocks: &mut Vec<Block>,
    sender: &SenderView,
    (signed_by, role): (&str, &str),
    words: &Script,
) -> Result<(), DocumentError> {
    let help = [words.passages("help", &[])?, ways_said(sender, words, ("help-phone", "help-email"))?].concat();
    let short = |last: &mut Block| match last {
        Block::Paragraph(_) => true,
        Block::Bullets(bullets) => bullets.len() <= 3,
        _ => false,
    };
    let mut kept: Vec<Block> = blocks.pop_if(short).into_iter().collect();
    kept.extend([
        running(help),
        Block::Paragraph(words.word("close")?.into()),
        Block::Gap(4.5),
        Block::Lines(vec![signed_by.into(), role.into()]),
    ]);
    blocks.push(Block::Keep(kept));
    Ok(())
}

/// A letter about a grant with this title; `after` stands below who signs.
pub(super) fn draft(
    view: &LetterView,
    words: &Script,
    size: Size,
    title: String,
    message: Vec<Block>,
    after: Vec<Block>,
) -> Result<Draft, DocumentError> {
    let mut blocks = opening(&view.sender, (&view.recipient, &view.greeting), (&view.date, &view.reference), &title, words)?;
    blocks.extend(message);
    end(&mut blocks, &view.sender, (&view.signed_by, &view.role), words)?;
    blocks.extend(after);
    Ok(Draft {
        author: view.sender.name.clone(),
        subject: format!("{}, {}", words.word("document")?, view.reference),
        scale: Scale::letter(size),
        footer: words.line("footer", &[("reference", &view.reference), ("date", &view.date)])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
}

/// What a letter is about, as the fields of its sentences.
pub(super) fn about(view: &LetterView) -> [(&'static str, &str); 3] {
    [("group", &view.group), ("amount", &view.amount), ("project", &view.project)]
}
