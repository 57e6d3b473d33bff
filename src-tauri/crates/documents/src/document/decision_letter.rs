//! The letter that tells a group what was decided: offer, part of it, not yet, no.

use super::{bullets, letter, page_of, running};
use crate::{
    DocumentError,
    block::Block,
    layout::Draft,
    style::{Scale, Size},
    view::{DecidedBy, DecisionLetterView, OfferView, Outcome},
    wording::{Fields, Part, Script, plain, with},
};

pub(crate) const NAME: &str = "decision_letter";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference", "date"]),
    with("page", &["page", "pages"]),
    plain("offer-title"),
    plain("part-title"),
    plain("deferred-title"),
    plain("declined-title"),
    with("thanks", &["project"]),
    with("offer-intro", &["group", "amount"]),
    with("part-intro", &["group", "amount", "asked"]),
    Part { name: "deferred-intro", must: &[], may: &["group"] },
    Part { name: "declined-intro", must: &[], may: &["group"] },
    with("decided-meeting", &["date"]),
    with("decided-sub-group", &["date"]),
    with("decided-email", &["date"]),
    plain("part-why-heading"),
    plain("conditions-heading"),
    plain("offer-next-heading"),
    with("offer-next", &["return_by"]),
    plain("offer-next-open"),
    plain("offer-dates-heading"),
    with("offer-dates", &["end_of_funding", "feedback_due"]),
    plain("offer-end"),
    plain("deferred-missing-heading"),
    plain("deferred-when-heading"),
    with("deferred-by", &["by"]),
    plain("deferred-open"),
    with("deferred-meeting", &["next_meeting"]),
    plain("deferred-meeting-open"),
    plain("deferred-end"),
    plain("declined-why-heading"),
    plain("declined-next-heading"),
    plain("declined-next"),
    plain("again-heading"),
    plain("again"),
    plain("help"),
    with("help-phone", &["phone"]),
    with("help-email", &["email"]),
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
    let to = (view.recipient.as_slice(), view.greeting.as_str());
    let mut blocks = letter::opening(&view.sender, to, (&view.date, &view.reference), &title, words)?;
    blocks.extend(message(view, words)?);
    letter::end(&mut blocks, &view.sender, (&view.signed_by, &view.role), words)?;
    let footer = words.line("footer", &[("reference", &view.reference), ("date", &view.date)])?;
    Ok(Draft {
        author: view.sender.name.clone(),
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
    let group = [("group", view.group.as_str())];
    let mut blocks = words.blocks("thanks", &[("project", &view.project)])?;
    match &view.outcome {
        Outcome::Offer(offer) => {
            let fields = [group[0], ("amount", offer.amount.as_str())];
            blocks.push(said_and_decided("offer-intro", &fields, view, words)?);
            blocks.extend(terms(offer, words)?);
        }
        Outcome::PartOffer { asked, reasons, offer } => {
            let fields = [group[0], ("amount", offer.amount.as_str()), ("asked", asked)];
            blocks.push(said_and_decided("part-intro", &fields, view, words)?);
            blocks.extend(because("part-why-heading", reasons, words)?);
            blocks.extend(terms(offer, words)?);
            blocks.extend(again(words)?);
        }
        Outcome::Deferred { missing, by, next_meeting } => {
            blocks.push(said_and_decided("deferred-intro", &group, view, words)?);
            blocks.extend(because("deferred-missing-heading", missing, words)?);
            blocks.push(words.heading("deferred-when-heading")?);
            let mut next = match by {
                Some(by) => words.passages("deferred-by", &[("by", by)])?,
                None => words.passages("deferred-open", &[])?,
            };
            next.extend(match next_meeting {
                Some(day) => words.passages("deferred-meeting", &[("next_meeting", day)])?,
                None => words.passages("deferred-meeting-open", &[])?,
            });
            next.extend(words.passages("deferred-end", &[])?);
            blocks.push(running(next));
            blocks.extend(again(words)?);
        }
        Outcome::Declined { reasons } => {
            blocks.push(said_and_decided("declined-intro", &group, view, words)?);
            blocks.extend(because("declined-why-heading", reasons, words)?);
            blocks.push(words.heading("declined-next-heading")?);
            blocks.extend(words.blocks("declined-next", &[])?);
            blocks.extend(again(words)?);
        }
    }
    Ok(blocks)
}

/// What was decided, and who decided it when.
fn said_and_decided(section: &str, fields: Fields<'_>, view: &DecisionLetterView, words: &Script) -> Result<Block, DocumentError> {
    let (by, date) = match &view.decided {
        DecidedBy::Meeting(date) => ("decided-meeting", date),
        DecidedBy::SubGroup(date) => ("decided-sub-group", date),
        DecidedBy::Email(date) => ("decided-email", date),
    };
    Ok(running([words.passages(section, fields)?, words.passages(by, &[("date", date)])?].concat()))
}

/// Reasons under their heading: one as a sentence, more as a list.
fn because(heading: &str, reasons: &[String], words: &Script) -> Result<Vec<Block>, DocumentError> {
    Ok(match reasons {
        [] => Vec::new(),
        [reason] => vec![words.heading(heading)?, Block::Paragraph(reason.into())],
        reasons => vec![words.heading(heading)?, bullets(reasons)],
    })
}

/// How to ask for the decision to be looked at again.
fn again(words: &Script) -> Result<Vec<Block>, DocumentError> {
    Ok([vec![words.heading("again-heading")?], words.blocks("again", &[])?].concat())
}

/// What comes with an offer: conditions, what to do, dates.
fn terms(offer: &OfferView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = Vec::new();
    if !offer.conditions.is_empty() {
        blocks.push(words.heading("conditions-heading")?);
        blocks.push(bullets(&offer.conditions));
    }
    blocks.push(words.heading("offer-next-heading")?);
    blocks.extend(match &offer.return_by {
        Some(day) => words.blocks("offer-next", &[("return_by", day)])?,
        None => words.blocks("offer-next-open", &[])?,
    });
    blocks.push(words.heading("offer-dates-heading")?);
    let dates = [("end_of_funding", offer.end_of_funding.as_str()), ("feedback_due", &offer.feedback_due)];
    blocks.extend(words.blocks("offer-dates", &dates)?);
    blocks.extend(words.blocks("offer-end", &[])?);
    Ok(blocks)
}
