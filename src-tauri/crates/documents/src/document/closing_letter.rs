//! The last letter about a grant: all is settled.

use super::{costs, letter, running};
use crate::{
    DocumentError,
    layout::Draft,
    style::Size,
    view::ClosingLetterView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "closing_letter";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference", "date"]),
    with("page", &["page", "pages"]),
    plain("title"),
    Part { name: "intro", must: &["closed_on", "project"], may: &["group", "amount"] },
    with("feedback", &["feedback_on"]),
    plain("thanks"),
    plain("money-heading"),
    plain("money-what"),
    plain("money-amount"),
    plain("next-heading"),
    plain("next"),
    plain("help"),
    with("help-phone", &["phone"]),
    with("help-email", &["email"]),
    plain("close"),
];

/// The letter as blocks.
pub(crate) fn draft(view: &ClosingLetterView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let about = [&letter::about(&view.letter)[..], &[("closed_on", view.closed_on.as_str())]].concat();
    let mut said = words.passages("intro", &about)?;
    if let Some(day) = &view.feedback_on {
        said.extend(words.passages("feedback", &[("feedback_on", day)])?);
    }
    let mut message = vec![running(said)];
    message.extend(words.blocks("thanks", &[])?);
    if !view.money.is_empty() {
        message.push(words.heading("money-heading")?);
        message.push(costs([words.word("money-what")?, words.word("money-amount")?], &view.money, Vec::new()));
    }
    message.push(words.heading("next-heading")?);
    message.extend(words.blocks("next", &[])?);
    letter::draft(&view.letter, words, size, words.word("title")?, message, Vec::new())
}
