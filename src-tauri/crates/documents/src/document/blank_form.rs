//! The blank application form: cover sheet, the seven questions word for word, room to write.

use super::{
    empty_ticks,
    form::{self, row, table},
    signature_labels,
};
use crate::{
    DocumentError,
    block::{Block, Field, SignatureBlock},
    layout::Draft,
    style::Size,
    view::BlankFormView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "blank_form";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("version-line", &["version"]),
    with("footer", &["version"]),
    with("page", &["page", "pages"]),
    plain("title"),
    with("intro", &["area"]),
    plain("help"),
    with("return-by", &["return_by"]),
    plain("return-any"),
    plain("group-heading"),
    plain("group-name"),
    plain("group-name-hint"),
    plain("group-kind"),
    plain("group-about"),
    plain("group-address"),
    plain("group-address-hint"),
    plain("contacts-heading"),
    plain("contact-first"),
    plain("contact-second"),
    plain("contact-second-hint"),
    plain("contact-name"),
    plain("contact-role"),
    plain("contact-phone"),
    plain("contact-email"),
    plain("payee-heading"),
    plain("payee-intro"),
    plain("payee-name"),
    plain("payee-other"),
    plain("heard-heading"),
    plain("questions-heading"),
    with("question", &["number", "text"]),
    plain("tick-empty"),
    plain("cost-item"),
    plain("cost-amount"),
    plain("cost-total"),
    plain("cost-asked"),
    plain("ages-intro"),
    plain("age"),
    plain("people"),
    plain("from-area"),
    plain("age-total"),
    plain("sign-heading"),
    plain("sign-intro"),
    plain("party-first"),
    plain("party-second"),
    plain("role-any"),
    plain("signature"),
    plain("name"),
    plain("date"),
    plain("next-heading"),
    plain("next"),
    plain("fill-intro"),
    plain("fill-postcode"),
    plain("fill-summary"),
    plain("fill-summary-hint"),
    plain("fill-heard-else"),
    with("fill-cost-line", &["label", "number"]),
    plain("fill-sign-heading"),
    plain("fill-sign"),
];

/// Empty rows in the table for costs.
const COST_ROWS: usize = 8;

/// The form as blocks.
pub(crate) fn draft(view: &BlankFormView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let mut blocks = form::opening(view, words, None)?;
    blocks.extend(cover(view, words)?);
    blocks.push(Block::NewPart);
    blocks.extend(form::questions(&view.questions, words, &Pen { words })?);
    blocks.push(signing(words)?);
    let mut next = vec![words.heading("next-heading")?];
    next.extend(words.blocks("next", &[])?);
    blocks.push(Block::Keep(next));
    form::draft(&view.letterhead, ("version", &view.version), words.word("title")?, words, size, blocks)
}

fn cover(view: &BlankFormView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let field = |label: &str, hint: &str, lines| {
        Ok::<_, DocumentError>(Field {
            label: words.word(label)?,
            hint: if hint.is_empty() { String::new() } else { words.word(hint)? },
            lines,
        })
    };
    let empty = words.word("tick-empty")?;
    let contact = || {
        Ok::<_, DocumentError>(Block::Fields(vec![
            field("contact-name", "", 1)?,
            field("contact-role", "", 1)?,
            field("contact-phone", "", 1)?,
            field("contact-email", "", 1)?,
        ]))
    };
    Ok(vec![
        words.heading("group-heading")?,
        Block::Fields(vec![
            field("group-name", "group-name-hint", 2)?,
            field("group-address", "group-address-hint", 3)?,
            field("group-about", "", 3)?,
        ]),
        Block::Keep(vec![Block::Subheading(words.word("group-kind")?.into()), empty_ticks(&view.kinds, &empty)]),
        words.heading("contacts-heading")?,
        Block::Subheading(words.word("contact-first")?.into()),
        contact()?,
        Block::Subheading(words.word("contact-second")?.into()),
        Block::Hint(words.word("contact-second-hint")?.into()),
        contact()?,
        words.heading("payee-heading")?,
        Block::Hint(words.word("payee-intro")?.into()),
        Block::Fields(vec![field("payee-name", "", 1)?, field("payee-other", "", 2)?]),
        Block::Keep(vec![words.heading("heard-heading")?, empty_ticks(&view.heard, &empty)]),
    ])
}

/// A form for pen and paper.
struct Pen<'a> {
    words: &'a Script,
}

impl form::Medium for Pen<'_> {
    fn ticks(&self, labels: &[String]) -> Result<Block, DocumentError> {
        Ok(empty_ticks(labels, &self.words.word("tick-empty")?))
    }

    fn ages(&self, ages: &[String]) -> Result<Block, DocumentError> {
        let words = self.words;
        let head = vec![words.word("age")?, words.word("people")?, words.word("from-area")?];
        let rows = ages.iter().map(|label| row(label, 3)).collect();
        Ok(Block::Table(table(&[0.36, 0.28, 0.36], head, rows, vec![row(&words.word("age-total")?, 3)])))
    }

    fn costs(&self) -> Result<Block, DocumentError> {
        let words = self.words;
        let totals = vec![row(&words.word("cost-total")?, 2), row(&words.word("cost-asked")?, 2)];
        let head = vec![words.word("cost-item")?, words.word("cost-amount")?];
        Ok(Block::Table(table(&[0.75, 0.25], head, vec![row("", 2); COST_ROWS], totals)))
    }

    fn answer(&self, _number: usize, _question: &str, lines: u16) -> Block {
        Block::Writing(lines)
    }
}

fn signing(words: &Script) -> Result<Block, DocumentError> {
    let block =
        |party: &str| Ok::<_, DocumentError>(SignatureBlock { party: words.word(party)?, role: words.word("role-any")?, signed: None });
    let mut kept = vec![words.heading("sign-heading")?];
    kept.extend(words.blocks("sign-intro", &[])?);
    kept.push(Block::Signatures { labels: signature_labels(words)?, blocks: vec![block("party-first")?, block("party-second")?] });
    Ok(Block::Keep(kept))
}
