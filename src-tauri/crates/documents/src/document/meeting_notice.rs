//! The notice of a meeting: one page to pin up at the Hub and to put on the website.

use super::{page_of, running, ways_said};
use crate::{
    DocumentError,
    block::{Block, Column, Table},
    inline::Inline,
    layout::Draft,
    style::{Align, Scale, Size},
    view::{MeetingNoticeView, WhoMayCome},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "meeting_notice";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("footer", &["name"]),
    with("page", &["page", "pages"]),
    plain("title-called-off"),
    plain("fact-day"),
    plain("fact-time"),
    plain("fact-place"),
    plain("called-off"),
    plain("who-heading"),
    plain("who-everybody"),
    plain("who-members"),
    plain("agenda-heading"),
    plain("agenda"),
    with("items-by", &["items_by"]),
    plain("coming-heading"),
    with("contact-phone", &["phone"]),
    with("contact-email", &["email"]),
];

/// The sections that say how to reach the partnership.
const WAYS: (&str, &str) = ("contact-phone", "contact-email");

/// The notice as blocks.
pub(crate) fn draft(view: &MeetingNoticeView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let meeting = &view.meeting;
    let title = if view.called_off { words.word("title-called-off")? } else { meeting.kind.clone() };
    let mut blocks = vec![
        Block::Masthead { name: meeting.sender.name.clone(), contact: meeting.sender.lines.clone() },
        Block::Gap(2.),
        Block::Title(title.clone()),
    ];
    if view.called_off {
        blocks.push(Block::Paragraph(Inline::default().bold(meeting.kind.as_str())));
    }
    let facts = [("fact-day", &meeting.day), ("fact-time", &meeting.time), ("fact-place", &meeting.place)];
    let facts = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let facts = facts.map(|(label, value)| Ok((words.word(label)?, vec![value.clone()])));
    blocks.push(Block::Facts(facts.collect::<Result<_, DocumentError>>()?));
    if view.called_off {
        let mut said = words.passages("called-off", &[])?;
        said.extend(ways_said(&meeting.sender, words, WAYS)?);
        blocks.push(running(said));
    } else {
        blocks.push(words.heading("who-heading")?);
        let mut said = words.passages(
            match view.who {
                WhoMayCome::Everybody => "who-everybody",
                WhoMayCome::Members => "who-members",
            },
            &[],
        )?;
        said.extend(ways_said(&meeting.sender, words, WAYS)?);
        blocks.push(running(said));
        blocks.push(words.heading("agenda-heading")?);
        let mut said = words.passages("agenda", &[])?;
        if let Some(items_by) = &view.items_by {
            said.extend(words.passages("items-by", &[("items_by", items_by)])?);
        }
        blocks.push(running(said));
    }
    if !view.coming.is_empty() {
        let columns = [0.62, 0.38].map(|share| Column { share, align: Align::Left }).to_vec();
        let rows = view.coming.iter().map(|one| vec![one.when.clone(), one.what.clone()]).collect();
        let table = Block::Table(Table { columns, rows, named_rows: true, ..Table::default() });
        blocks.push(Block::Keep(vec![words.heading("coming-heading")?, table]));
    }
    Ok(Draft {
        author: meeting.sender.name.clone(),
        subject: format!("{}, {}", words.word("document")?, meeting.day),
        scale: Scale::poster(size),
        footer: words.line("footer", &[("name", &meeting.sender.name)])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
}
