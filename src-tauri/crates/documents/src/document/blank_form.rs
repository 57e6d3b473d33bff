//! The blank application form: cover sheet, the seven questions word for word, room to write.

use super::{empty_ticks, page_of, signature_labels};
use crate::{
    DocumentError,
    block::{Block, Column, Field, SignatureBlock, Table},
    inline::paragraphs,
    layout::Draft,
    style::{Align, Scale, Size},
    view::{BlankFormView, QuestionView},
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
    let version = [("version", view.version.as_str())];
    let title = words.word("title")?;
    let mut blocks = vec![
        Block::Letterhead { left: view.letterhead.clone(), right: vec![words.word("document")?, words.line("version-line", &version)?] },
        Block::Title(title.clone()),
    ];
    blocks.extend(words.blocks("intro", &[("area", &view.area)])?);
    blocks.extend(match &view.return_by {
        Some(day) => words.blocks("return-by", &[("return_by", day)])?,
        None => words.blocks("return-any", &[])?,
    });
    blocks.extend(words.blocks("help", &[])?);
    blocks.push(Block::Lines(view.contact.iter().map(|line| line.as_str().into()).collect()));
    blocks.extend(cover(view, words)?);
    blocks.push(Block::NewPart);
    blocks.push(words.heading("questions-heading")?);
    for (index, question) in view.questions.iter().enumerate() {
        blocks.extend(one_question(question, words, index + 1)?);
    }
    blocks.push(signing(words)?);
    let mut next = vec![words.heading("next-heading")?];
    next.extend(words.blocks("next", &[])?);
    blocks.push(Block::Keep(next));
    let footer = words.line("footer", &version)?;
    Ok(Draft {
        author: view.letterhead.clone(),
        subject: footer.clone(),
        scale: Scale::form(size),
        footer,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
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

fn one_question(question: &QuestionView, words: &Script, number: usize) -> Result<Vec<Block>, DocumentError> {
    let number = number.to_string();
    let text = words.line("question", &[("number", &number), ("text", &question.text)])?;
    let mut blocks = vec![Block::Subheading(text.into())];
    blocks.extend(paragraphs(&question.hint).map(|hint| Block::Hint(hint.into())));
    if !question.ticks.is_empty() {
        blocks.push(empty_ticks(&question.ticks, &words.word("tick-empty")?));
    }
    if !question.ages.is_empty() {
        blocks.push(Block::Hint(words.word("ages-intro")?.into()));
        blocks.push(age_table(question, words)?);
    }
    if question.costs {
        blocks.push(cost_table(words)?);
    }
    if question.lines > 0 {
        if question.costs || !question.ages.is_empty() {
            blocks.push(Block::Gap(1.));
        }
        blocks.push(Block::Writing(question.lines));
    }
    Ok(blocks)
}

pub(super) fn column(share: f32, align: Align) -> Column {
    Column { share, align }
}

fn cost_table(words: &Script) -> Result<Block, DocumentError> {
    let empty = || vec![String::new(), String::new()];
    let total = |name: &str| Ok::<_, DocumentError>(vec![words.word(name)?, String::new()]);
    Ok(Block::Table(Table {
        columns: vec![column(0.75, Align::Left), column(0.25, Align::Left)],
        head: vec![words.word("cost-item")?, words.word("cost-amount")?],
        rows: (0..COST_ROWS).map(|_| empty()).collect(),
        totals: vec![total("cost-total")?, total("cost-asked")?],
        ruled: true,
        named_rows: false,
        bars: Vec::new(),
    }))
}

fn age_table(question: &QuestionView, words: &Script) -> Result<Block, DocumentError> {
    let row = |label: &String| vec![label.clone(), String::new(), String::new()];
    Ok(Block::Table(Table {
        columns: vec![column(0.36, Align::Left), column(0.28, Align::Left), column(0.36, Align::Left)],
        head: vec![words.word("age")?, words.word("people")?, words.word("from-area")?],
        rows: question.ages.iter().map(row).collect(),
        totals: vec![row(&words.word("age-total")?)],
        ruled: true,
        named_rows: false,
        bars: Vec::new(),
    }))
}

fn signing(words: &Script) -> Result<Block, DocumentError> {
    let block =
        |party: &str| Ok::<_, DocumentError>(SignatureBlock { party: words.word(party)?, role: words.word("role-any")?, signed: None });
    let mut kept = vec![words.heading("sign-heading")?];
    kept.extend(words.blocks("sign-intro", &[])?);
    kept.push(Block::Signatures { labels: signature_labels(words)?, blocks: vec![block("party-first")?, block("party-second")?] });
    Ok(Block::Keep(kept))
}
