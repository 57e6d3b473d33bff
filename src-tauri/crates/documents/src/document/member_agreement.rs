//! The member agreement: what a member of the partnership promises, and the signature (§8.11, Appendix 1).

use super::{clauses, page_of, signature_labels};
use crate::{
    DocumentError,
    block::{Block, SignatureBlock},
    layout::Draft,
    style::{Scale, Size},
    view::MemberAgreementView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "member_agreement";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("footer", &["member"]),
    with("page", &["page", "pages"]),
    plain("title"),
    Part { name: "intro", must: &["member", "partnership"], may: &["seat"] },
    Part { name: "clauses", must: &[], may: &["partnership"] },
    plain("minutes-heading"),
    plain("minutes"),
    plain("values-heading"),
    plain("values"),
    plain("sign-heading"),
    plain("sign"),
    plain("signature"),
    plain("name"),
    plain("date"),
    plain("keep"),
];

/// The agreement as blocks.
pub(crate) fn draft(view: &MemberAgreementView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let title = words.word("title")?;
    let partnership = ("partnership", view.partnership.as_str());
    let mut blocks = vec![
        Block::Letterhead { left: view.letterhead.clone(), right: vec![words.word("document")?, view.date.clone()] },
        Block::Title(title.clone()),
    ];
    blocks.extend(words.blocks("intro", &[("member", &view.member), ("seat", &view.seat), partnership])?);
    blocks.extend(clauses(words, "clauses", &[partnership])?);
    for (heading, section) in [("minutes-heading", "minutes"), ("values-heading", "values")] {
        blocks.push(Block::Keep([vec![words.heading(heading)?], words.blocks(section, &[])?].concat()));
    }
    let mut kept = vec![words.heading("sign-heading")?];
    kept.extend(words.blocks("sign", &[])?);
    kept.push(Block::Signatures {
        labels: signature_labels(words)?,
        blocks: vec![SignatureBlock { party: view.member.clone(), role: view.seat.clone(), signed: None }],
    });
    kept.extend(words.blocks("keep", &[])?);
    blocks.push(Block::Keep(kept));
    Ok(Draft {
        author: view.partnership.clone(),
        subject: words.word("document")?,
        scale: Scale::letter(size),
        footer: words.line("footer", &[("member", &view.member)])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
}
