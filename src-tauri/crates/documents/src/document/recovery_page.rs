//! The page with the recovery key.

use super::page_of;
use crate::{
    DocumentError,
    block::Block,
    layout::Draft,
    style::{Scale, Size},
    view::RecoveryPageView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "recovery_page";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("footer", &["partnership", "made_on"]),
    with("page", &["page", "pages"]),
    plain("title"),
    with("intro", &["register"]),
    plain("warning"),
    plain("fact-register"),
    plain("fact-made"),
    plain("key-heading"),
    plain("key-note"),
    plain("do-heading"),
    plain("do"),
    plain("when-heading"),
    plain("when"),
    plain("after"),
];

/// The page as blocks.
pub(crate) fn draft(view: &RecoveryPageView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let footer = words.line("footer", &[("partnership", &view.partnership), ("made_on", &view.made_on)])?;
    let title = words.word("title")?;
    let mut blocks = vec![
        Block::Letterhead { left: view.partnership.clone(), right: vec![words.word("document")?, view.made_on.clone()] },
        Block::Title(title.clone()),
    ];
    blocks.extend(words.blocks("intro", &[("register", &view.register)])?);
    let warning = words.passages("warning", &[])?;
    blocks.extend(warning.into_iter().map(|(_, inline)| Block::Band(inline)));
    blocks.push(Block::Facts(vec![
        (words.word("fact-register")?, vec![view.register.clone()]),
        (words.word("fact-made")?, vec![view.made_on.clone()]),
    ]));
    blocks.push(Block::Keep(vec![words.heading("key-heading")?, Block::Key(view.key.clone())]));
    blocks.extend(words.blocks("key-note", &[])?);
    blocks.push(words.heading("do-heading")?);
    blocks.extend(words.blocks("do", &[])?);
    blocks.push(words.heading("when-heading")?);
    blocks.extend(words.blocks("when", &[])?);
    blocks.extend(words.blocks("after", &[])?);
    Ok(Draft {
        author: view.partnership.clone(),
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
