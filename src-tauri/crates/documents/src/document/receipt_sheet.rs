//! The sheet on which receipts are listed and pinned.

use super::page_of;
use crate::{
    DocumentError,
    block::Block,
    layout::Draft,
    style::{Scale, Size},
    view::ReceiptSheetView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "receipt_sheet";

pub(crate) const PARTS: &[Part] = &[plain("document"), with("footer", &["reference"]), with("page", &["page", "pages"]), plain("title")];

/// The paper as blocks.
pub(crate) fn draft(view: &ReceiptSheetView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let title = words.word("title")?;
    Ok(Draft {
        author: view.letterhead.clone(),
        subject: words.word("document")?,
        scale: Scale::form(size),
        footer: words.line("footer", &[("reference", &view.reference)])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks: vec![Block::Title(title.clone())],
        title,
    })
}
