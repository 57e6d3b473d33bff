//! The letter about what is late, friendly or firm.

use super::page_of;
use crate::{
    DocumentError,
    block::Block,
    layout::Draft,
    style::{Scale, Size},
    view::ReminderView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "reminder";

pub(crate) const PARTS: &[Part] = &[plain("document"), with("footer", &["reference"]), with("page", &["page", "pages"]), plain("title")];

/// The paper as blocks.
pub(crate) fn draft(view: &ReminderView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let title = words.word("title")?;
    Ok(Draft {
        author: view.letter.sender.name.clone(),
        subject: words.word("document")?,
        scale: Scale::letter(size),
        footer: words.line("footer", &[("reference", &view.letter.reference)])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks: vec![Block::Title(title.clone())],
        title,
    })
}
