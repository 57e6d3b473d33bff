//! The spend report: what was spent in six months and from the beginning, for the funder.

use super::{page_of, signature_labels};
use crate::{
    DocumentError,
    block::{Block, Column, SignatureBlock, Table},
    layout::Draft,
    style::{Align, Scale, Size},
    view::{ReportLineView, SpendReportView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "spend_report";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("title", &["period"]),
    with("footer", &["period", "journal"]),
    with("page", &["page", "pages"]),
    with("lead", &["plan", "lto"]),
    with("unfinished", &["day"]),
    plain("line"),
    plain("planned"),
    plain("in-period"),
    plain("to-date"),
    plain("committed"),
    plain("left"),
    plain("total"),
    plain("means"),
    plain("money-heading"),
    with("share", &["share"]),
    plain("draw-downs-heading"),
    plain("no-draw-downs"),
    plain("drawn-on"),
    plain("drawn"),
    plain("moved-heading"),
    plain("not-moved"),
    plain("sign-heading"),
    plain("sign"),
    plain("for-lto"),
    plain("for-lto-role"),
    plain("for-partnership"),
    plain("for-partnership-role"),
    plain("signature"),
    plain("name"),
    plain("date"),
    plain("journal-note"),
];

/// The report as blocks.
pub(crate) fn draft(view: &SpendReportView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let title = words.line("title", &[("period", &view.period)])?;
    let mut blocks =
        vec![Block::Masthead { name: view.sender.name.clone(), contact: view.sender.lines.clone() }, Block::Title(title.clone())];
    blocks.extend(words.blocks("lead", &[("plan", &view.plan), ("lto", &view.lto)])?);
    if view.unfinished {
        let said = words.passages("unfinished", &[("day", &view.day)])?;
        blocks.push(Block::Framed(said.into_iter().map(|(_, inline)| inline).collect()));
    }
    blocks.extend(super::figures(table(view, words)?, size));
    blocks.extend(words.blocks("means", &[])?);
    let mut money = vec![
        words.heading("money-heading")?,
        Block::Facts(view.money.iter().map(|fact| (fact.label.clone(), vec![fact.value.clone()])).collect()),
    ];
    money.extend(words.blocks("share", &[("share", &view.share)])?);
    blocks.push(Block::Keep(money));
    blocks.push(Block::Keep(draw_downs(view, words)?));
    let mut moved = vec![words.heading("moved-heading")?];
    moved.extend(if view.moved.is_empty() { words.blocks("not-moved", &[])? } else { vec![super::bullets(&view.moved)] });
    blocks.push(Block::Keep(moved));
    let mut kept = vec![words.heading("sign-heading")?];
    kept.extend(words.blocks("sign", &[])?);
    let signer = |party, role| Ok::<_, DocumentError>(SignatureBlock { party: words.word(party)?, role: words.word(role)?, signed: None });
    kept.push(Block::Signatures {
        labels: signature_labels(words)?,
        blocks: vec![signer("for-lto", "for-lto-role")?, signer("for-partnership", "for-partnership-role")?],
    });
    kept.extend(super::journal_note(words)?);
    blocks.push(Block::Keep(kept));
    Ok(Draft {
        author: view.sender.name.clone(),
        subject: words.word("document")?,
        scale: Scale::report(size),
        footer: words.line("footer", &[("period", &view.period), ("journal", &super::unbroken(&view.journal))])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
}

fn cells(line: &ReportLineView) -> Vec<String> {
    let ReportLineView { name, planned, in_period, to_date, committed, left } = line.clone();
    vec![name, planned, in_period, to_date, committed, left]
}

fn table(view: &SpendReportView, words: &Script) -> Result<Table, DocumentError> {
    let mut rows = Vec::new();
    for (heading, lines) in &view.groups {
        rows.push(vec![heading.clone()]);
        rows.extend(lines.iter().map(cells));
    }
    let figures = Column { share: 0.137, align: Align::Right };
    Ok(Table {
        columns: vec![Column { share: 0.315, align: Align::Left }, figures, figures, figures, figures, figures],
        head: ["line", "planned", "in-period", "to-date", "committed", "left"]
            .into_iter()
            .map(|name| words.word(name))
            .collect::<Result<_, _>>()?,
        rows,
        totals: vec![{
            let mut total = cells(&view.total);
            if let Some(first) = total.first_mut() {
                *first = words.word("total")?;
            }
            total
        }],
        named_rows: true,
        ..Table::default()
    })
}

fn draw_downs(view: &SpendReportView, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = vec![words.heading("draw-downs-heading")?];
    if view.draw_downs.is_empty() {
        blocks.extend(words.blocks("no-draw-downs", &[])?);
        return Ok(blocks);
    }
    blocks.push(Block::Table(Table {
        columns: vec![Column { share: 0.7, align: Align::Left }, Column { share: 0.3, align: Align::Right }],
        head: vec![words.word("drawn-on")?, words.word("drawn")?],
        rows: view.draw_downs.iter().map(|(day, amount)| vec![day.clone(), amount.clone()]).collect(),
        ..Table::default()
    }));
    Ok(blocks)
}
