//! The grant agreement.

use super::{answer, bullets, clauses, costs, form, signature_labels};
use crate::{
    DocumentError,
    block::{Block, SignatureBlock},
    layout::Draft,
    style::{Scale, Size},
    view::AgreementView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "agreement";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference"]),
    with("page", &["page", "pages"]),
    with("title", &["amount"]),
    with("intro", &["group", "partnership", "lto"]),
    with("return-by", &["return_by"]),
    plain("facts-heading"),
    plain("fact-group"),
    plain("fact-reference"),
    plain("fact-amount"),
    plain("fact-purpose"),
    plain("fact-end"),
    plain("fact-feedback"),
    plain("fact-return"),
    plain("costs-heading"),
    plain("costs-intro"),
    plain("costs-item"),
    plain("costs-amount"),
    plain("costs-total"),
    plain("payments-heading"),
    with("payments-intro", &["lto"]),
    plain("payments-item"),
    plain("answers-heading"),
    with("answers-intro", &["received"]),
    plain("answer-priorities"),
    plain("answer-project"),
    plain("answer-need"),
    plain("answer-benefits"),
    plain("answer-difference"),
    plain("answer-money"),
    plain("answer-more"),
    plain("left-blank"),
    plain("conditions-heading"),
    plain("conditions-intro"),
    plain("clauses-heading"),
    Part { name: "clauses", must: &["end_of_funding", "feedback_due"], may: &["partnership", "lto", "group", "amount", "reference"] },
    plain("signatures-heading"),
    plain("signatures-intro"),
    plain("signature"),
    plain("name"),
    plain("date"),
];

/// The agreement as blocks.
pub(crate) fn draft(view: &AgreementView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let title = words.line("title", &[("amount", &view.amount)])?;
    let lto = [("lto", view.lto.as_str())];
    let parties = [("group", view.group.as_str()), ("partnership", view.partnership.as_str()), ("lto", view.lto.as_str())];
    let mut blocks = words.blocks("intro", &parties)?;
    blocks.extend(words.blocks("return-by", &[("return_by", &view.return_by)])?);
    blocks.push(words.heading("facts-heading")?);
    blocks.push(facts(view, words)?);
    blocks.push(words.heading("costs-heading")?);
    blocks.extend(words.blocks("costs-intro", &[])?);
    blocks.push(costs(
        [words.word("costs-item")?, words.word("costs-amount")?],
        &view.costs,
        vec![[words.word("costs-total")?, view.total.clone()]],
    ));
    if !view.instalments.is_empty() {
        blocks.push(words.heading("payments-heading")?);
        blocks.extend(words.blocks("payments-intro", &lto)?);
        blocks.push(costs([words.word("payments-item")?, words.word("costs-amount")?], &view.instalments, Vec::new()));
    }
    blocks.extend(answers(view, words)?);
    if !view.conditions.is_empty() {
        blocks.push(words.heading("conditions-heading")?);
        blocks.extend(words.blocks("conditions-intro", &[])?);
        blocks.push(bullets(&view.conditions));
    }
    blocks.push(words.heading("clauses-heading")?);
    blocks.extend(clauses_and_signatures(view, words)?);
    let draft = form::draft(&view.letterhead, ("reference", &view.reference), title, words, size, blocks)?;
    Ok(Draft { author: view.partnership.clone(), scale: Scale::letter(size), ..draft })
}

fn facts(view: &AgreementView, words: &Script) -> Result<Block, DocumentError> {
    let facts = [
        ("fact-group", &view.group),
        ("fact-reference", &view.reference),
        ("fact-amount", &view.amount),
        ("fact-purpose", &view.purpose),
        ("fact-end", &view.end_of_funding),
        ("fact-feedback", &view.feedback_due),
        ("fact-return", &view.return_by),
    ];
    let facts =
        facts.into_iter().map(|(label, value)| Ok((words.word(label)?, vec![value.clone()]))).collect::<Result<_, DocumentError>>()?;
    Ok(Block::Facts(facts))
}

fn answers(view: &AgreementView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let blank = words.word("left-blank")?;
    let mut blocks = vec![words.heading("answers-heading")?];
    blocks.extend(words.blocks("answers-intro", &[("received", &view.received)])?);
    blocks.push(Block::Subheading(words.word("answer-priorities")?.into()));
    if view.priorities.is_empty() {
        blocks.extend(answer("", &blank));
    } else {
        blocks.push(bullets(&view.priorities));
    }
    let answers = [
        ("answer-project", &view.project),
        ("answer-need", &view.money_for),
        ("answer-benefits", &view.benefits),
        ("answer-difference", &view.difference),
        ("answer-money", &view.money_kept),
        ("answer-more", &view.anything_else),
    ];
    for (label, text) in answers {
        // An answer that is only a list of costs stands above, under what the grant pays for.
        if label == "answer-need" && text.trim().is_empty() && !view.costs.is_empty() {
            continue;
        }
        blocks.push(Block::Subheading(words.word(label)?.into()));
        blocks.extend(answer(text, &blank));
    }
    Ok(blocks)
}

/// The signatures never leave the last clause: nobody signs a page with nothing above the line.
fn clauses_and_signatures(view: &AgreementView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let fields = [
        ("partnership", view.partnership.as_str()),
        ("lto", &view.lto),
        ("group", &view.group),
        ("amount", &view.amount),
        ("reference", &view.reference),
        ("end_of_funding", &view.end_of_funding),
        ("feedback_due", &view.feedback_due),
    ];
    let mut blocks = clauses(words, "clauses", &fields)?;
    let mut kept = Vec::new();
    if let Some(Block::Clauses(clauses)) = blocks.last_mut()
        && let Some(last) = clauses.pop()
    {
        kept.push(Block::Clauses(vec![last]));
    }
    kept.push(words.heading("signatures-heading")?);
    kept.extend(words.blocks("signatures-intro", &[])?);
    let signatures = Block::Signatures {
        labels: signature_labels(words)?,
        blocks: view
            .signatures
            .iter()
            .map(|signature| SignatureBlock {
                party: signature.party.clone(),
                role: signature.role.clone(),
                signed: signature.signed.as_ref().map(|signed| [signed.how.clone(), signed.name.clone(), signed.date.clone()]),
            })
            .collect(),
    };
    blocks.push(Block::Keep(vec![Block::Keep(kept), signatures]));
    Ok(blocks)
}
