//! The payment list: a run of payments, to be approved, paid and filed. No account number stands on it.

use super::{page_of, signature_labels};
use crate::{
    DocumentError,
    block::{Block, Column, SignatureBlock, Table},
    layout::Draft,
    style::{Align, Scale, Size},
    view::PaymentListView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "payment_list";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("title", &["day"]),
    with("footer", &["partnership", "day"]),
    with("page", &["page", "pages"]),
    with("lead", &["lto", "partnership"]),
    plain("waits"),
    plain("grant"),
    plain("payee"),
    plain("account"),
    plain("reference"),
    plain("amount"),
    plain("total"),
    plain("before-heading"),
    plain("before"),
    plain("sign-heading"),
    plain("made-by"),
    plain("approved-by"),
    plain("signature"),
    plain("name"),
    plain("date"),
];

/// The list as blocks.
pub(crate) fn draft(view: &PaymentListView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let title = words.line("title", &[("day", &view.pay_on)])?;
    let mut blocks = vec![Block::Letterhead { left: view.lto.clone(), right: vec![words.word("document")?] }, Block::Title(title.clone())];
    blocks.extend(words.blocks("lead", &[("lto", &view.lto), ("partnership", &view.partnership)])?);
    if view.waits {
        let said = words.passages("waits", &[])?;
        blocks.push(Block::Framed(said.into_iter().map(|(_, inline)| inline).collect()));
    }
    blocks.push(Block::Facts(view.facts.iter().map(|fact| (fact.label.clone(), vec![fact.value.clone()])).collect()));
    let shares = [(0.16, Align::Left), (0.31, Align::Left), (0.17, Align::Left), (0.2, Align::Left), (0.16, Align::Right)];
    let table = Table {
        columns: shares.into_iter().map(|(share, align)| Column { share, align }).collect(),
        head: ["grant", "payee", "account", "reference", "amount"].into_iter().map(|name| words.word(name)).collect::<Result<_, _>>()?,
        rows: view
            .payments
            .iter()
            .map(|line| vec![line.grant.clone(), line.payee.clone(), line.account.clone(), line.reference.clone(), line.amount.clone()])
            .collect(),
        totals: vec![vec![words.word("total")?, String::new(), String::new(), String::new(), view.total.clone()]],
        named_rows: true,
        ..Table::default()
    };
    blocks.extend(super::figures(table, size));
    let mut before = vec![words.heading("before-heading")?];
    before.extend(words.blocks("before", &[])?);
    blocks.push(Block::Keep(before));
    let signer = |party: &str, signed: &Option<(String, String)>| {
        let signed = signed.clone().map(|(name, day)| [String::new(), name, day]);
        Ok::<_, DocumentError>(SignatureBlock { party: words.word(party)?, role: String::new(), signed })
    };
    blocks.push(Block::Keep(vec![
        words.heading("sign-heading")?,
        Block::Signatures {
            labels: signature_labels(words)?,
            blocks: vec![signer("made-by", &view.made)?, signer("approved-by", &view.approved)?],
        },
    ]));
    Ok(Draft {
        author: view.lto.clone(),
        subject: words.word("document")?,
        scale: Scale::report(size),
        footer: words.line("footer", &[("partnership", &view.partnership), ("day", &view.pay_on)])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
}
