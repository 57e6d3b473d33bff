//! The letter about what is late, friendly or firm.

use super::letter;
use crate::{
    DocumentError,
    block::Block,
    layout::Draft,
    style::Size,
    view::{LateView, ReminderView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "reminder";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference", "date"]),
    with("page", &["page", "pages"]),
    plain("friendly-title"),
    plain("firm-title"),
    Part { name: "friendly-intro", must: &["project"], may: &["group", "amount"] },
    Part { name: "firm-intro", must: &["amount", "project"], may: &["group"] },
    with("late-agreement", &["due"]),
    with("late-feedback", &["due"]),
    with("late-receipts", &["due", "amount"]),
    plain("friendly-next-heading"),
    with("friendly-next", &["by"]),
    plain("firm-next-heading"),
    with("firm-next", &["by"]),
    plain("firm-else-heading"),
    plain("firm-else-agreement"),
    plain("firm-else-paid"),
    plain("help"),
    with("help-phone", &["phone"]),
    with("help-email", &["email"]),
    plain("close"),
];

/// The letter as blocks.
pub(crate) fn draft(view: &ReminderView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let about = letter::about(&view.letter);
    let named = |friendly, firm| if view.firm { firm } else { friendly };
    let mut late = Vec::new();
    for one in &view.late {
        late.extend(match one {
            LateView::Agreement(due) => words.passages("late-agreement", &[("due", due)])?,
            LateView::Feedback(due) => words.passages("late-feedback", &[("due", due)])?,
            LateView::Receipts { amount, due } => words.passages("late-receipts", &[("amount", amount), ("due", due)])?,
        });
    }
    let mut message = words.blocks(named("friendly-intro", "firm-intro"), &about)?;
    message.push(Block::Bullets(late.into_iter().map(|(_, one)| one).collect()));
    message.push(words.heading(named("friendly-next-heading", "firm-next-heading"))?);
    message.extend(words.blocks(named("friendly-next", "firm-next"), &[("by", &view.by)])?);
    if view.firm {
        // Money is paid after the agreement is signed: who owes an agreement has none to send back.
        let unsigned = view.late.iter().any(|one| matches!(one, LateView::Agreement(_)));
        message.push(words.heading("firm-else-heading")?);
        message.extend(words.blocks(if unsigned { "firm-else-agreement" } else { "firm-else-paid" }, &[])?);
    }
    letter::draft(&view.letter, words, size, words.word(named("friendly-title", "firm-title"))?, message, Vec::new())
}
