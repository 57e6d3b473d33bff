//! The letter that tells a group what was decided: offer, part of it, not yet, no.

use super::{bullets, page_of};
use crate::{
    DocumentError,
    block::Block,
    inline::Inline,
    layout::Draft,
    style::{Scale, Size},
    view::{DecisionLetterView, OfferView, Outcome},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "decision_letter";

const PROJECT: &[&str] = &["project", "reference"];

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("footer", &["reference", "date"]),
    with("page", &["page", "pages"]),
    plain("offer-title"),
    plain("part-title"),
    plain("deferred-title"),
    plain("declined-title"),
    with("offer-intro", &["project", "reference", "group", "amount"]),
    with("part-intro", &["project", "reference", "group", "amount", "asked"]),
    plain("part-why-heading"),
    plain("conditions-heading"),
    plain("offer-next-heading"),
    with("offer-next", &["return_by"]),
    plain("offer-dates-heading"),
    with("offer-dates", &["end_of_funding", "feedback_due"]),
    plain("offer-end"),
    Part { name: "deferred-intro", must: PROJECT, may: &["group"] },
    plain("deferred-missing-heading"),
    with("deferred-by", &["by"]),
    plain("deferred-open"),
    plain("deferred-end"),
    Part { name: "declined-intro", must: PROJECT, may: &["group"] },
    plain("declined-why-heading"),
    plain("declined-again-heading"),
    plain("declined-again"),
    plain("help"),
    plain("close"),
];

/// The letter as blocks.
pub(crate) fn draft(view: &DecisionLetterView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let title = words.word(match view.outcome {
        Outcome::Offer(_) => "offer-title",
        Outcome::PartOffer { .. } => "part-title",
        Outcome::Deferred { .. } => "deferred-title",
        Outcome::Declined { .. } => "declined-title",
    })?;
    let mut blocks = vec![
        Block::Letterhead { left: view.letterhead.clone(), right: view.sender.clone() },
        Block::Lines(vec![view.date.as_str().into()]),
        Block::Lines(view.recipient.iter().map(Inline::from).collect()),
        Block::Gap(1.5),
        Block::Title(title.clone()),
        Block::Paragraph(view.greeting.as_str().into()),
    ];
    blocks.extend(message(view, words)?);
    blocks.extend(words.blocks("help", &[])?);
    blocks.push(Block::Keep(vec![
        Block::Paragraph(words.word("close")?.into()),
        Block::Gap(5.),
        Block::Lines(vec![view.signed_by.as_str().into(), view.role.as_str().into()]),
    ]));
    let footer = words.line("footer", &[("reference", &view.reference), ("date", &view.date)])?;
    Ok(Draft {
        author: view.letterhead.clone(),
        subject: format!("{}, {}", words.word("document")?, view.reference),
        scale: Scale::letter(size),
        footer,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
}

fn message(view: &DecisionLetterView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let project = [("project", view.project.as_str()), ("reference", &view.reference), ("group", &view.group)];
    let mut blocks = Vec::new();
    match &view.outcome {
        Outcome::Offer(offer) => {
            let fields = [&project[..], &[("amount", offer.amount.as_str())]].concat();
            blocks.extend(words.blocks("offer-intro", &fields)?);
            blocks.extend(terms(offer, words)?);
        }
        Outcome::PartOffer { asked, reasons, offer } => {
            let amounts = [("amount", offer.amount.as_str()), ("asked", asked)];
            let fields = [&project[..], &amounts].concat();
            blocks.extend(words.blocks("part-intro", &fields)?);
            if !reasons.is_empty() {
                blocks.push(words.heading("part-why-heading")?);
                blocks.push(bullets(reasons));
            }
            blocks.extend(terms(offer, words)?);
        }
        Outcome::Deferred { missing, by } => {
            blocks.extend(words.blocks("deferred-intro", &project)?);
            if !missing.is_empty() {
                blocks.push(words.heading("deferred-missing-heading")?);
                blocks.push(bullets(missing));
            }
            blocks.extend(match by {
                Some(by) => words.blocks("deferred-by", &[("by", by)])?,
                None => words.blocks("deferred-open", &[])?,
            });
            blocks.extend(words.blocks("deferred-end", &[])?);
        }
        Outcome::Declined { reasons } => {
            blocks.extend(words.blocks("declined-intro", &project)?);
            if !reasons.is_empty() {
                blocks.push(words.heading("declined-why-heading")?);
                blocks.push(bullets(reasons));
            }
            blocks.push(words.heading("declined-again-heading")?);
            blocks.extend(words.blocks("declined-again", &[])?);
        }
    }
    Ok(blocks)
}

/// What comes with an offer: conditions, what to do, dates.
fn terms(offer: &OfferView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = Vec::new();
    if !offer.conditions.is_empty() {
        blocks.push(words.heading("conditions-heading")?);
        blocks.push(bullets(&offer.conditions));
    }
    blocks.push(words.heading("offer-next-heading")?);
    blocks.extend(words.blocks("offer-next", &[("return_by", &offer.return_by)])?);
    blocks.push(words.heading("offer-dates-heading")?);
    let dates = [("end_of_funding", offer.end_of_funding.as_str()), ("feedback_due", &offer.feedback_due)];
    blocks.extend(words.blocks("offer-dates", &dates)?);
    blocks.extend(words.blocks("offer-end", &[])?);
    Ok(blocks)
}
