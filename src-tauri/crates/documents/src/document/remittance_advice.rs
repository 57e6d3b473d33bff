//! Remittance advice: what each payee is told about a payment, a page each.

use super::page_of;
use crate::{
    DocumentError,
    block::Block,
    inline::Inline,
    layout::Draft,
    style::{Scale, Size},
    view::{RemittanceAdviceView, RemittanceView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "remittance_advice";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("title", &["amount"]),
    with("footer", &["lto", "partnership"]),
    with("page", &["page", "pages"]),
    with("paid", &["lto", "partnership", "amount", "paid_on"]),
    with("to-be-paid", &["lto", "partnership", "amount", "paid_on"]),
    plain("receipts"),
    with("wrong", &["lto"]),
];

/// The pages as blocks.
pub(crate) fn draft(view: &RemittanceAdviceView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let mut blocks = Vec::new();
    for (index, payment) in view.payments.iter().enumerate() {
        if index > 0 {
            blocks.push(Block::FreshPage);
        }
        blocks.extend(one(view, payment, words)?);
    }
    let document = words.word("document")?;
    let title = match view.payments.as_slice() {
        [payment] => words.line("title", &[("amount", &payment.amount)])?,
        _ => document.clone(),
    };
    Ok(Draft {
        title,
        author: view.lto.clone(),
        subject: document,
        scale: Scale::letter(size),
        footer: words.line("footer", &[("lto", &view.lto), ("partnership", &view.partnership)])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
    })
}

fn one(view: &RemittanceAdviceView, payment: &RemittanceView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let mut to = vec![Inline::from(&payment.payee)];
    if payment.group != payment.payee {
        to.push(Inline::from(&payment.group));
    }
    let mut blocks = vec![
        Block::Letterhead { left: view.lto.clone(), right: vec![words.word("document")?] },
        Block::Address { to, right: vec![Inline::from(&view.day)] },
        Block::Gap(1.5),
        Block::Title(words.line("title", &[("amount", &payment.amount)])?),
    ];
    let fields = [("lto", &*view.lto), ("partnership", &view.partnership), ("amount", &payment.amount), ("paid_on", &payment.paid_on)];
    blocks.extend(words.blocks(if payment.paid { "paid" } else { "to-be-paid" }, &fields)?);
    blocks.push(Block::Facts(payment.facts.iter().map(|fact| (fact.label.clone(), vec![fact.value.clone()])).collect()));
    blocks.extend(words.blocks("receipts", &[])?);
    blocks.extend(words.blocks("wrong", &[("lto", &view.lto)])?);
    Ok(blocks)
}
