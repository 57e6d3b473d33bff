//! The letter about a change in a grant that was agreed; the group signs it where it must agree again.

use super::{answer, letter, signature_labels};
use crate::{
    DocumentError,
    block::{Block, Column, SignatureBlock, Table},
    layout::Draft,
    style::{Align, Size},
    view::ChangeLetterView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "change_letter";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference", "date"]),
    with("page", &["page", "pages"]),
    plain("time-title"),
    plain("change-title"),
    Part { name: "time-intro", must: &["amount", "end_of_funding"], may: &["group", "project"] },
    Part { name: "change-intro", must: &["amount"], may: &["group", "project"] },
    plain("changes-heading"),
    plain("what"),
    plain("before"),
    plain("now"),
    plain("why-heading"),
    plain("dates-heading"),
    with("dates", &["end_of_funding", "feedback_due"]),
    plain("rest"),
    plain("sign-first"),
    plain("help"),
    with("help-phone", &["phone"]),
    with("help-email", &["email"]),
    plain("close"),
    plain("sign-heading"),
    plain("sign"),
    with("party", &["group"]),
    plain("first"),
    plain("second"),
    plain("signature"),
    plain("name"),
    plain("date"),
];

/// The letter as blocks.
pub(crate) fn draft(view: &ChangeLetterView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let about = letter::about(&view.letter);
    let dates = [("end_of_funding", view.end_of_funding.as_str()), ("feedback_due", &view.feedback_due)];
    let (title, intro) = if view.must_sign { ("change-title", "change-intro") } else { ("time-title", "time-intro") };
    let mut message = words.blocks(intro, &[&about[..], &dates[..1]].concat())?;
    if !view.changes.is_empty() {
        message.push(words.heading("changes-heading")?);
        message.push(changes(view, words)?);
    }
    if !view.reason.trim().is_empty() {
        message.push(words.heading("why-heading")?);
        message.extend(answer(&view.reason, ""));
    }
    // Days that stand in the table are not said twice.
    if !dates.iter().all(|(_, day)| view.changes.iter().any(|change| change.now == *day)) {
        message.push(words.heading("dates-heading")?);
        message.extend(words.blocks("dates", &dates)?);
    }
    message.extend(words.blocks("rest", &[])?);
    let mut after = Vec::new();
    if view.must_sign {
        message.extend(words.blocks("sign-first", &[])?);
        after.push(Block::Keep(signing(view, words)?));
    }
    letter::draft(&view.letter, words, size, words.word(title)?, message, after)
}

fn changes(view: &ChangeLetterView, words: &Script) -> Result<Block, DocumentError> {
    let column = |share| Column { share, align: Align::Left };
    Ok(Block::Table(Table {
        columns: vec![column(0.28), column(0.37), column(0.35)],
        head: vec![words.word("what")?, words.word("before")?, words.word("now")?],
        rows: view.changes.iter().map(|change| vec![change.what.clone(), change.before.clone(), change.now.clone()]).collect(),
        ..Table::default()
    }))
}

fn signing(view: &ChangeLetterView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let signer = |role| {
        let party = words.line("party", &[("group", &view.letter.group)])?;
        Ok::<_, DocumentError>(SignatureBlock { party, role: words.word(role)?, signed: None })
    };
    let mut kept = vec![words.heading("sign-heading")?];
    kept.extend(words.blocks("sign", &[])?);
    kept.push(Block::Signatures { labels: signature_labels(words)?, blocks: vec![signer("first")?, signer("second")?] });
    Ok(kept)
}
