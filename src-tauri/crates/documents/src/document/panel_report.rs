//! The panel report: what the reviewers of a round say, side by side, for one reader.

mod reviews;
mod summary;

use super::{bullets, page_of};
use crate::{
    DocumentError,
    block::Block,
    inline::Inline,
    layout::Draft,
    style::{Scale, Size},
    view::{NoteView, PanelApplication, PanelEntry, PanelReportView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "panel_report";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("title", &["round"]),
    with("reader", &["reader"]),
    with("watermark", &["reader"]),
    with("footer", &["reader", "journal"]),
    with("page", &["page", "pages"]),
    with("embargo", &["until"]),
    plain("summary-heading"),
    plain("summary-application"),
    plain("summary-asked"),
    plain("summary-advice"),
    plain("summary-spread"),
    plain("summary-accord"),
    with("withheld", &["reference"]),
    with("in-full", &["count"]),
    with("in-part", &["count"]),
    with("ask-for-more", &["count"]),
    with("do-not-fund", &["count"]),
    plain("no-reviews"),
    plain("no-amount"),
    plain("accord-too-few"),
    plain("accord-all"),
    plain("accord-most"),
    plain("accord-divided"),
    with("application", &["reference", "group"]),
    with("asked", &["asked"]),
    plain("label"),
    plain("advice"),
    with("advice-full", &["amount"]),
    with("advice-part", &["amount"]),
    plain("advice-more"),
    plain("advice-none"),
    plain("helps"),
    plain("helps-yes"),
    plain("helps-partly"),
    plain("helps-no"),
    plain("helps-cannot-tell"),
    plain("good"),
    plain("worries"),
    with("comment", &["question"]),
    plain("left"),
    plain("questions-heading"),
    with("question", &["question", "reviewer"]),
    plain("notes-heading"),
    with("note-interest", &["name"]),
    with("note-unsure", &["name"]),
    with("note-older", &["name"]),
    with("note-typed", &["name", "by"]),
    with("note-late-accepted", &["name", "by", "because"]),
    with("note-late-declined", &["name", "by", "because"]),
    with("note-late-waiting", &["name"]),
    with("note-not-in", &["names"]),
];

/// The report as blocks.
pub(crate) fn draft(view: &PanelReportView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let reader = [("reader", view.reader.as_str())];
    let title = words.line("title", &[("round", &view.round)])?;
    let warning = words.passages("embargo", &[("until", &view.until)])?;
    let mut blocks = vec![
        Block::Letterhead { left: view.letterhead.clone(), right: vec![words.word("document")?, view.date.clone()] },
        Block::Title(title.clone()),
        Block::Lines(vec![view.partnership.as_str().into(), Inline::default().bold(words.line("reader", &reader)?)]),
        Block::Framed(warning.into_iter().map(|(_, inline)| inline).collect()),
        words.heading("summary-heading")?,
    ];
    blocks.extend(summary::blocks(view, words, size)?);
    for entry in &view.applications {
        if let PanelEntry::Open(application) = entry {
            blocks.push(Block::FreshPage);
            blocks.extend(one_application(application, words, size)?);
        }
    }
    let footer = words.line("footer", &[reader[0], ("journal", &super::unbroken(&view.journal))])?;
    Ok(Draft {
        author: view.partnership.clone(),
        subject: footer.clone(),
        scale: Scale::report(size),
        footer,
        page_of: page_of(words)?,
        band: None,
        watermark: Some(words.line("watermark", &reader)?),
        blocks,
        title,
    })
}

/// The heading of an application.
fn heading(application: &PanelApplication, words: &Script) -> Result<String, DocumentError> {
    words.line("application", &[("reference", &application.reference), ("group", &application.group)])
}

fn one_application(application: &PanelApplication, words: &Script, size: Size) -> Result<Vec<Block>, DocumentError> {
    let asked = words.line("asked", &[("asked", &application.asked)])?;
    let mut blocks = vec![Block::Chapter { heading: heading(application, words)?, right: vec![asked] }];
    blocks.push(summary::at_a_glance(application, words)?);
    blocks.extend(reviews::blocks(application, words, size)?);
    if !application.questions.is_empty() {
        let lines = application
            .questions
            .iter()
            .map(|asked| words.line("question", &[("question", &asked.question), ("reviewer", &asked.reviewer)]))
            .collect::<Result<Vec<_>, _>>()?;
        blocks.push(Block::Subheading(words.word("questions-heading")?.into()));
        blocks.push(bullets(&lines));
    }
    if !application.notes.is_empty() {
        let lines = application.notes.iter().map(|one| note(one, words)).collect::<Result<Vec<_>, _>>()?;
        blocks.push(Block::Subheading(words.word("notes-heading")?.into()));
        blocks.push(bullets(&lines));
    }
    Ok(blocks)
}

fn note(note: &NoteView, words: &Script) -> Result<String, DocumentError> {
    let named = |section: &str, name: &String| words.line(section, &[("name", name)]);
    match note {
        NoteView::Interest { name } => named("note-interest", name),
        NoteView::Unsure { name } => named("note-unsure", name),
        NoteView::Older { name } => named("note-older", name),
        NoteView::LateWaiting { name } => named("note-late-waiting", name),
        NoteView::Typed { name, by } => words.line("note-typed", &[("name", name), ("by", by)]),
        NoteView::LateAccepted { name, by, because } => {
            words.line("note-late-accepted", &[("name", name), ("by", by), ("because", because)])
        }
        NoteView::LateDeclined { name, by, because } => {
            words.line("note-late-declined", &[("name", name), ("by", by), ("because", because)])
        }
        NoteView::NotIn { names } => words.line("note-not-in", &[("names", &names.join(", "))]),
        NoteView::Other(sentence) => Ok(sentence.clone()),
    }
}
