//! One file for each document: a view model and the wording become blocks.

pub(crate) mod agenda;
pub(crate) mod agreement;
pub(crate) mod application;
pub(crate) mod blank_form;
pub(crate) mod booklet;
pub(crate) mod change_letter;
pub(crate) mod closing_letter;
pub(crate) mod decision_letter;
pub(crate) mod decision_sheet;
pub(crate) mod feedback_form;
pub(crate) mod fillable_form;
mod form;
pub(crate) mod grant_file;
mod letter;
pub(crate) mod meeting_notice;
pub(crate) mod member_agreement;
pub(crate) mod minutes;
pub(crate) mod panel_report;
pub(crate) mod payment_list;
mod question;
pub(crate) mod receipt_sheet;
pub(crate) mod recovery_page;
pub(crate) mod reminder;
pub(crate) mod remittance_advice;
pub(crate) mod reply_sheet;
pub(crate) mod spend_report;
pub(crate) mod spendometer;
pub(crate) mod story_consent;

use crate::{
    DocumentError,
    block::{Block, Column, SignatureLabels, Table, Tick},
    inline::{Inline, paragraphs},
    style::{Align, Size},
    view::{Audience, CostLine, MeetingView, SenderView},
    wording::{Fields, Kind, Script},
};

/// What was typed, as paragraphs; what the form says when nothing was typed.
fn answer(text: &str, blank: &str) -> Vec<Block> {
    let found: Vec<Block> = paragraphs(text).map(|paragraph| Block::Paragraph(paragraph.into())).collect();
    if found.is_empty() {
        return vec![Block::Paragraph(blank.into())];
    }
    found
}

/// A table of many figures. Where letters are large each row is set by itself, its cells one under another: no figure is
/// broken in two.
fn figures(table: Table, size: Size) -> Vec<Block> {
    if size == Size::Standard {
        return vec![Block::Table(table)];
    }
    let said = |cells: &[String]| -> Vec<String> {
        let pairs = table.head.iter().zip(cells).skip(1).filter(|(_, cell)| !cell.trim().is_empty());
        pairs.map(|(head, cell)| format!("{head}: {cell}")).collect()
    };
    let mut blocks = Vec::new();
    let mut facts = Vec::new();
    for cells in table.rows.iter().chain(&table.totals) {
        match cells.as_slice() {
            [heading] => {
                if !facts.is_empty() {
                    blocks.push(Block::Facts(std::mem::take(&mut facts)));
                }
                blocks.push(Block::Subheading(heading.into()));
            }
            [name, ..] => facts.push((name.clone(), said(cells))),
            [] => {}
        }
    }
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    blocks
}

/// Words, each its own bullet.
fn bullets(words: &[String]) -> Block {
    Block::Bullets(words.iter().map(Inline::from).collect())
}

/// A table of things and amounts.
fn costs(head: [String; 2], lines: &[CostLine], totals: Vec<[String; 2]>) -> Block {
    Block::Table(Table {
        columns: vec![Column { share: 0.74, align: Align::Left }, Column { share: 0.26, align: Align::Right }],
        head: head.into(),
        rows: lines.iter().map(|line| vec![line.what.clone(), line.amount.clone()]).collect(),
        totals: totals.into_iter().map(Vec::from).collect(),
        ruled: false,
        named_rows: false,
        bars: Vec::new(),
    })
}

/// A section as headings and clauses, numbered from the first to the last.
fn clauses(words: &Script, section: &str, fields: Fields<'_>) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = Vec::new();
    let mut number = 0;
    for (kind, inline) in words.passages(section, fields)? {
        if kind == Kind::Heading {
            blocks.push(Block::Subheading(inline));
            continue;
        }
        number += 1;
        let clause = (format!("{number}."), inline);
        if let Some(Block::Clauses(clauses)) = blocks.last_mut() {
            clauses.push(clause);
        } else {
            blocks.push(Block::Clauses(vec![clause]));
        }
    }
    Ok(blocks)
}

/// Boxes nobody has ticked yet.
fn empty_ticks(labels: &[String], spoken: &str) -> Block {
    Block::Ticks(labels.iter().map(|label| Tick { label: label.clone(), ticked: false, spoken: spoken.to_owned(), open: false }).collect())
}

/// The words beside the lines of a signature block.
fn signature_labels(words: &Script) -> Result<SignatureLabels, DocumentError> {
    Ok(SignatureLabels { signature: words.word("signature")?, name: words.word("name")?, date: words.word("date")? })
}

/// The page number with its two fields still open: pages are counted after layout.
fn page_of(words: &Script) -> Result<String, DocumentError> {
    words.line("page", &[("page", "{page}"), ("pages", "{pages}")])
}

/// What kind of meeting, and its time and place, one under another.
fn meeting_lines(meeting: &MeetingView, words: &Script) -> Result<Vec<Inline>, DocumentError> {
    let when = if meeting.place.trim().is_empty() {
        meeting.time.clone()
    } else {
        words.line("time-and-place", &[("time", &meeting.time), ("place", &meeting.place)])?
    };
    Ok(vec![Inline::default().bold(meeting.kind.as_str()), when.into()])
}

/// Words that are not broken over lines: a phone number, a number of the journal.
fn unbroken(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

/// What the journal number at the foot is for.
fn journal_note(words: &Script) -> Result<Vec<Block>, DocumentError> {
    let notes = words.passages("journal-note", &[])?.into_iter().map(|(_, note)| Block::Hint(note));
    Ok(std::iter::once(Block::Gap(2.)).chain(notes).collect())
}

/// The message on top of every page of a paper that is not for everybody.
fn band(audience: &Audience, words: &Script) -> Result<Option<String>, DocumentError> {
    let Audience::Members { embargo, until } = audience else {
        return Ok(None);
    };
    let mut lines = vec![in_lines("members-only", words)?];
    if *embargo {
        lines.push(in_lines("embargo", words)?);
    }
    if let Some(until) = until {
        lines.push(words.line("embargo-until", &[("until", until)])?);
    }
    Ok(Some(lines.join("\n")))
}

/// A section for a band: each of its paragraphs on its own line.
fn in_lines(section: &str, words: &Script) -> Result<String, DocumentError> {
    let lines: Vec<String> = words.passages(section, &[])?.into_iter().map(|(_, inline)| inline.text()).collect();
    Ok(lines.join("\n"))
}

/// A paragraph with the phone number and the email address, where they are known.
fn ways_to_ask(sender: &SenderView, words: &Script, ways: (&str, &str)) -> Result<Vec<Block>, DocumentError> {
    let said = ways_said(sender, words, ways)?;
    Ok(if said.is_empty() { Vec::new() } else { vec![running(said)] })
}

/// Sentences with the phone number and the email address, where they are known.
fn ways_said(sender: &SenderView, words: &Script, (phone, email): (&str, &str)) -> Result<Vec<(Kind, Inline)>, DocumentError> {
    let mut said = Vec::new();
    if !sender.phone.trim().is_empty() {
        said.extend(words.passages(phone, &[("phone", &unbroken(&sender.phone))])?);
    }
    if !sender.email.trim().is_empty() {
        said.extend(words.passages(email, &[("email", &sender.email)])?);
    }
    Ok(said)
}

/// Sentences that come from several places, as one paragraph.
fn running(sentences: Vec<(Kind, Inline)>) -> Block {
    let mut whole = Inline::default();
    for (_, sentence) in sentences {
        if !whole.0.is_empty() {
            whole.push(" ".to_owned(), false);
        }
        sentence.0.into_iter().for_each(|span| whole.push(span.text, span.bold));
    }
    Block::Paragraph(whole)
}
