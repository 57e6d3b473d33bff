//! The minutes of a meeting, for the members or as they are published.

use super::{band, journal_note, meeting_lines, page_of, signature_labels, unbroken};
use crate::{
    DocumentError,
    block::{Block, SignatureBlock},
    inline::{Inline, paragraphs},
    layout::Draft,
    style::{Scale, Size},
    view::{MinuteView, MinutesView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "minutes";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("title", &["day"]),
    with("footer", &["day", "journal"]),
    with("page", &["page", "pages"]),
    plain("members-only"),
    plain("embargo"),
    with("embargo-until", &["until"]),
    with("time-and-place", &["time", "place"]),
    plain("draft"),
    with("approved", &["approved_on"]),
    plain("attendance-heading"),
    plain("close-heading"),
    plain("approval-heading"),
    plain("approval-draft"),
    with("approval-done", &["approved_on"]),
    plain("chair"),
    plain("chair-role"),
    plain("signature"),
    plain("name"),
    plain("date"),
    plain("journal-note"),
];

/// The minutes as blocks.
pub(crate) fn draft(view: &MinutesView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let meeting = &view.meeting;
    let title = words.line("title", &[("day", &meeting.day)])?;
    let standing = match &view.approved_on {
        Some(day) => words.passages("approved", &[("approved_on", day)])?,
        None => words.passages("draft", &[])?,
    };
    let mut lines = meeting_lines(meeting, words)?;
    lines.extend(standing.into_iter().map(|(_, inline)| inline));
    let mut blocks = vec![
        Block::Masthead { name: meeting.sender.name.clone(), contact: meeting.sender.lines.clone() },
        Block::Title(title.clone()),
        Block::Lines(lines),
        words.heading("attendance-heading")?,
    ];
    let attendance = view.attendance.iter().filter(|fact| !fact.value.trim().is_empty());
    let attendance: Vec<_> = attendance.map(|fact| (fact.label.clone(), vec![fact.value.clone()])).collect();
    if !attendance.is_empty() {
        blocks.push(Block::Facts(attendance));
    }
    blocks.extend(view.comings.iter().map(|said| Block::Paragraph(said.into())));
    for (index, item) in view.items.iter().enumerate() {
        blocks.push(Block::Numbered {
            number: (index + 1).to_string(),
            heading: item.heading.clone(),
            blocks: item.paragraphs.iter().flat_map(paragraph).collect(),
        });
    }
    if !view.close.is_empty() {
        blocks.push(words.heading("close-heading")?);
        blocks.extend(view.close.iter().map(|said| Block::Paragraph(said.into())));
    }
    blocks.push(approval(view, words)?);
    let footer = words.line("footer", &[("day", &meeting.day), ("journal", &unbroken(&view.journal))])?;
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

fn paragraph(said: &MinuteView) -> Vec<Block> {
    match said {
        MinuteView::Noted(text) => paragraphs(text).map(|text| Block::Paragraph(text.into())).collect(),
        MinuteView::Resolved { lead, words } => {
            // What goes on in the sentence follows at once: `Agreed to fund ...`. What is a sentence of its own does not.
            let words = words.trim();
            let goes_on = words.is_empty() || words.starts_with(char::is_lowercase);
            let lead = if goes_on { lead.clone() } else { format!("{lead}:") };
            let mut inline = Inline::default().bold(lead);
            if !words.is_empty() {
                inline.push(format!(" {words}"), false);
            }
            vec![Block::Resolved(inline)]
        }
    }
}

/// Room for the chair of the meeting that approves them to sign, or that they were approved.
fn approval(view: &MinutesView, words: &Script) -> Result<Block, DocumentError> {
    let mut blocks = vec![words.heading("approval-heading")?];
    if let Some(day) = &view.approved_on {
        blocks.extend(words.blocks("approval-done", &[("approved_on", day)])?);
    } else {
        blocks.extend(words.blocks("approval-draft", &[])?);
        blocks.push(Block::Signatures {
            labels: signature_labels(words)?,
            blocks: vec![SignatureBlock { party: words.word("chair")?, role: words.word("chair-role")?, signed: None }],
        });
    }
    blocks.extend(journal_note(words)?);
    Ok(Block::Keep(blocks))
}
