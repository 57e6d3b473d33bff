//! The decision sheet: what the Locally Trusted Organisation acts on after a meeting, with the evidence that it was decided.

use super::{in_lines, journal_note, meeting_lines, page_of, signature_labels, unbroken};
use crate::{
    DocumentError,
    block::{Block, Column, SignatureBlock, Table},
    inline::Inline,
    layout::Draft,
    style::{Align, Scale, Size},
    view::{DecisionSheetView, SheetGrantView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "decision_sheet";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("title", &["day"]),
    with("footer", &["day", "journal"]),
    with("page", &["page", "pages"]),
    plain("embargo"),
    with("time-and-place", &["time", "place"]),
    with("intro", &["lto"]),
    plain("evidence-heading"),
    plain("grants-heading"),
    plain("no-grants"),
    plain("grant-reference"),
    plain("grant-group"),
    plain("grant-told"),
    plain("grant-amount"),
    plain("total"),
    with("told", &["told_on"]),
    plain("not-told"),
    with("grant", &["reference", "group"]),
    plain("fact-amount"),
    plain("fact-purpose"),
    plain("fact-end"),
    plain("fact-told"),
    plain("fact-vote"),
    plain("fact-conditions"),
    plain("fact-payments"),
    with("payment", &["when", "amount"]),
    plain("others-heading"),
    plain("others"),
    with("withheld", &["references"]),
    plain("pay-heading"),
    plain("pay"),
    plain("sign-heading"),
    plain("sign"),
    plain("chair"),
    plain("chair-role"),
    plain("signature"),
    plain("name"),
    plain("date"),
    plain("journal-note"),
];

/// The sheet as blocks.
pub(crate) fn draft(view: &DecisionSheetView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let meeting = &view.meeting;
    let title = words.line("title", &[("day", &meeting.day)])?;
    let mut blocks = vec![
        Block::Masthead { name: meeting.sender.name.clone(), contact: meeting.sender.lines.clone() },
        Block::Title(title.clone()),
        Block::Lines(meeting_lines(meeting, words)?),
    ];
    blocks.extend(words.blocks("intro", &[("lto", &view.lto)])?);
    blocks.push(words.heading("grants-heading")?);
    if !view.grants.is_empty() {
        blocks.push(summary(view, words, size)?);
    } else if view.withheld.is_empty() {
        blocks.extend(words.blocks("no-grants", &[])?);
    }
    if !view.withheld.is_empty() {
        let said = words.passages("withheld", &[("references", &view.withheld.join(", "))])?;
        blocks.push(Block::Framed(said.into_iter().map(|(_, inline)| inline).collect()));
    }
    if !view.evidence.is_empty() {
        let facts = view.evidence.iter().map(|fact| (fact.label.clone(), vec![fact.value.clone()]));
        blocks.push(Block::Keep(vec![words.heading("evidence-heading")?, Block::Facts(facts.collect())]));
    }
    for grant in &view.grants {
        blocks.push(one_grant(grant, words)?);
    }
    if !view.others.is_empty() {
        let mut kept = vec![words.heading("others-heading")?];
        kept.extend(words.blocks("others", &[])?);
        kept.push(Block::Paragraph(Inline::default().bold(view.others.join(", "))));
        blocks.push(Block::Keep(kept));
    }
    if !view.grants.is_empty() {
        let mut kept = vec![words.heading("pay-heading")?];
        kept.extend(words.blocks("pay", &[])?);
        blocks.push(Block::Keep(kept));
    }
    let mut kept = vec![words.heading("sign-heading")?];
    kept.extend(words.blocks("sign", &[])?);
    kept.push(Block::Signatures {
        labels: signature_labels(words)?,
        blocks: vec![SignatureBlock { party: words.word("chair")?, role: words.word("chair-role")?, signed: None }],
    });
    kept.extend(journal_note(words)?);
    blocks.push(Block::Keep(kept));
    let footer = words.line("footer", &[("day", &meeting.day), ("journal", &unbroken(&view.journal))])?;
    Ok(Draft {
        author: meeting.sender.name.clone(),
        subject: format!("{}, {}", words.word("document")?, meeting.kind),
        scale: Scale::form(size),
        footer,
        page_of: page_of(words)?,
        band: if view.embargo { Some(in_lines("embargo", words)?) } else { None },
        watermark: None,
        blocks,
        title,
    })
}

/// All grants with their sum. In large print there is no room for the day on which a group was told: it stands with its grant.
fn summary(view: &DecisionSheetView, words: &Script, size: Size) -> Result<Block, DocumentError> {
    let told = |grant: &SheetGrantView| match &grant.told_on {
        Some(day) => words.line("told", &[("told_on", day)]),
        None => words.word("not-told"),
    };
    let columns: &[_] = match size {
        Size::Standard => &[
            ("grant-reference", 0.21, Align::Left),
            ("grant-group", 0.32, Align::Left),
            ("grant-told", 0.28, Align::Left),
            ("grant-amount", 0.19, Align::Right),
        ],
        Size::Large => &[("grant-reference", 0.27, Align::Left), ("grant-group", 0.51, Align::Left), ("grant-amount", 0.22, Align::Right)],
    };
    let row = |[reference, group, told, amount]: [String; 4]| match size {
        Size::Standard => vec![reference, group, told, amount],
        Size::Large => vec![reference, group, amount],
    };
    let rows = view.grants.iter().map(|grant| Ok(row([grant.reference.clone(), grant.group.clone(), told(grant)?, grant.amount.clone()])));
    Ok(Block::Table(Table {
        columns: columns.iter().map(|(_, share, align)| Column { share: *share, align: *align }).collect(),
        head: columns.iter().map(|(name, ..)| words.word(name)).collect::<Result<_, _>>()?,
        rows: rows.collect::<Result<_, DocumentError>>()?,
        totals: vec![row([words.word("total")?, String::new(), String::new(), view.total.clone()])],
        ..Table::default()
    }))
}

fn one_grant(grant: &SheetGrantView, words: &Script) -> Result<Block, DocumentError> {
    let told = match &grant.told_on {
        Some(day) => words.line("told", &[("told_on", day)])?,
        None => words.word("not-told")?,
    };
    let payments = grant.instalments.iter().map(|part| words.line("payment", &[("when", &part.what), ("amount", &part.amount)]));
    let facts = [
        ("fact-amount", vec![grant.amount.clone()]),
        ("fact-purpose", vec![grant.purpose.clone()]),
        ("fact-conditions", grant.conditions.clone()),
        ("fact-payments", payments.collect::<Result<_, _>>()?),
        ("fact-end", vec![grant.end_of_funding.clone()]),
        ("fact-told", vec![told]),
        ("fact-vote", grant.vote.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, values)| values.iter().any(|value| !value.trim().is_empty()));
    let facts = facts.map(|(label, values)| Ok((words.word(label)?, values))).collect::<Result<_, DocumentError>>()?;
    let heading = words.line("grant", &[("reference", &grant.reference), ("group", &grant.group)])?;
    Ok(Block::Keep(vec![Block::Heading(heading), Block::Facts(facts)]))
}
