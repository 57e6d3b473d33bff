//! The agenda of a meeting, for the members or as it is published.

use super::{band, page_of, running};
use crate::{
    DocumentError,
    block::Block,
    inline::{Inline, paragraphs},
    layout::Draft,
    style::{Scale, Size},
    view::{AgendaItemView, AgendaView, Audience, Purpose},
    wording::{Kind, Part, Script, plain, with},
};

pub(crate) const NAME: &str = "agenda";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("title", &["day"]),
    with("footer", &["day"]),
    with("page", &["page", "pages"]),
    plain("members-only"),
    plain("embargo"),
    with("embargo-until", &["until"]),
    plain("fact-day"),
    plain("fact-time"),
    plain("fact-place"),
    plain("items-heading"),
    plain("no-items"),
    plain("discuss"),
    plain("approve"),
    plain("decide"),
    plain("commit"),
    plain("join"),
    plain("remove"),
    plain("late"),
    with("paper", &["paper"]),
    with("papers", &["papers"]),
    plain("paper-between"),
    plain("before-heading"),
    plain("before"),
    plain("public-heading"),
    plain("public"),
    with("public-phone", &["phone"]),
    with("public-email", &["email"]),
];

/// The agenda as blocks.
pub(crate) fn draft(view: &AgendaView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let meeting = &view.meeting;
    let title = words.line("title", &[("day", &meeting.day)])?;
    let facts = [("fact-day", &meeting.day), ("fact-time", &meeting.time), ("fact-place", &meeting.place)];
    let facts = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let facts = facts.map(|(label, value)| Ok((words.word(label)?, vec![value.clone()])));
    let mut blocks = vec![
        Block::Masthead { name: meeting.sender.name.clone(), contact: meeting.sender.lines.clone() },
        Block::Title(title.clone()),
        Block::Lines(vec![Inline::default().bold(meeting.kind.as_str())]),
        Block::Facts(facts.collect::<Result<_, DocumentError>>()?),
        words.heading("items-heading")?,
    ];
    if view.items.is_empty() {
        blocks.extend(words.blocks("no-items", &[])?);
    }
    for (index, item) in view.items.iter().enumerate() {
        blocks.push(Block::Numbered { number: (index + 1).to_string(), heading: item.heading.clone(), blocks: one_item(item, words)? });
    }
    blocks.extend(ending(view, words)?);
    let footer = words.line("footer", &[("day", &meeting.day)])?;
    Ok(Draft {
        author: meeting.sender.name.clone(),
        subject: format!("{}, {}", words.word("document")?, meeting.kind),
        scale: Scale::form(size),
        footer,
        page_of: page_of(words)?,
        band: band(&view.audience, words)?,
        watermark: None,
        blocks,
        title,
    })
}

fn one_item(item: &AgendaItemView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let mut purpose = words.passages(
        match item.purpose {
            Purpose::Discuss => "discuss",
            Purpose::Approve => "approve",
            Purpose::Decide => "decide",
            Purpose::Commit => "commit",
            Purpose::Join => "join",
            Purpose::Remove => "remove",
        },
        &[],
    )?;
    let mut about = paragraphs(&item.about);
    purpose.extend(about.next().map(|first| (Kind::Paragraph, first.into())));
    let mut blocks = vec![running(purpose)];
    blocks.extend(about.map(|text| Block::Paragraph(text.into())));
    match item.papers.as_slice() {
        [] => {}
        [paper] => blocks.extend(words.blocks("paper", &[("paper", paper)])?),
        papers => {
            let between = format!("{} ", words.word("paper-between")?);
            blocks.extend(words.blocks("papers", &[("papers", &papers.join(&between))])?);
        }
    }
    if item.late {
        blocks.extend(words.blocks("late", &[])?);
    }
    Ok(vec![Block::Keep(blocks)])
}

/// What the reader should do before the meeting.
fn ending(view: &AgendaView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    if let Audience::Members { .. } = view.audience {
        let mut kept = vec![words.heading("before-heading")?];
        kept.extend(words.blocks("before", &[])?);
        return Ok(vec![Block::Keep(kept)]);
    }
    let mut kept = vec![words.heading("public-heading")?];
    kept.extend(words.blocks("public", &[])?);
    let sender = &view.meeting.sender;
    kept.extend(super::ways_to_ask(sender, words, ("public-phone", "public-email"))?);
    Ok(vec![Block::Keep(kept)])
}
