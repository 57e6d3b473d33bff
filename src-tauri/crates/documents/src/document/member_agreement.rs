//! The code of conduct, for one member to sign.

use super::page_of;
use crate::{
    DocumentError,
    block::Block,
    layout::Draft,
    style::{Scale, Size},
    view::MemberAgreementView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "member_agreement";

pub(crate) const PARTS: &[Part] = &[plain("document"), with("footer", &["member"]), with("page", &["page", "pages"]), plain("title")];

/// The paper as blocks.
pub(crate) fn draft(view: &MemberAgreementView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let title = words.word("title")?;
    Ok(Draft {
        author: view.letterhead.clone(),
        subject: words.word("document")?,
        scale: Scale::letter(size),
        footer: words.line("footer", &[("member", &view.member)])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks: vec![Block::Title(title.clone())],
        title,
    })
}
