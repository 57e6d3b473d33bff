//! The spendometer for the wall: what was planned, paid, committed and is free, on one side of a sheet.

use super::page_of;
use crate::{
    DocumentError,
    block::{Block, Column, Gauge, Pattern, Share, Table},
    layout::Draft,
    style::{Align, Scale, Size},
    view::{BarView, NamedGrantView, SpendometerView, SumsView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "spendometer";

/// More names than this are not read on a wall.
const MOST_NAMED: usize = 24;

/// How many grants are named where there is room for all that are read.
pub(crate) fn most_named(view: &SpendometerView) -> usize {
    view.grants.len().min(MOST_NAMED)
}

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    plain("title"),
    with("lead", &["plan", "day"]),
    with("footer", &["partnership", "day"]),
    with("page", &["page", "pages"]),
    plain("paid"),
    plain("committed"),
    plain("free"),
    plain("planned"),
    plain("line"),
    plain("bar"),
    with("expected", &["amount"]),
    with("spoken", &["paid", "committed", "free", "planned"]),
    plain("total"),
    plain("means"),
    with("returned", &["amount"]),
    with("projected", &["amount", "ends_on"]),
    plain("grants"),
    with("grant", &["group", "purpose", "amount"]),
    with("more-grants", &["count"]),
];

/// The page as blocks, with so many of the grants named.
pub(crate) fn draft(view: &SpendometerView, words: &Script, size: Size, named: usize) -> Result<Draft, DocumentError> {
    let mut blocks =
        vec![Block::Masthead { name: view.sender.name.clone(), contact: view.sender.lines.clone() }, Block::Title(words.word("title")?)];
    blocks.extend(words.blocks("lead", &[("plan", &view.plan), ("day", &view.day)])?);
    blocks.push(gauge(view, words)?);
    blocks.extend(super::figures(table(view, words)?, size));
    let mut said = words.passages("means", &[])?;
    if let Some(amount) = &view.returned {
        said.extend(words.passages("returned", &[("amount", amount)])?);
    }
    if let Some(amount) = &view.projected {
        said.extend(words.passages("projected", &[("amount", amount), ("ends_on", &view.ends_on)])?);
    }
    blocks.push(super::running(said));
    blocks.extend(grants(&view.grants, words, named)?);
    Ok(Draft {
        title: words.word("title")?,
        author: view.sender.name.clone(),
        subject: words.word("document")?,
        scale: Scale { step: 3.8, ..Scale::report(size) },
        footer: words.line("footer", &[("partnership", &view.sender.name), ("day", &view.day)])?,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
    })
}

pub(super) fn share(bar: BarView) -> Share {
    Share { solid: bar.paid as f32 / 1000., hatched: bar.committed as f32 / 1000. }
}

fn gauge(view: &SpendometerView, words: &Script) -> Result<Block, DocumentError> {
    let total = &view.total;
    let key = vec![
        (Some(Pattern::Solid), words.word("paid")?, total.paid.clone()),
        (Some(Pattern::Hatched), words.word("committed")?, total.committed.clone()),
        (Some(Pattern::White), words.word("free")?, total.free.clone()),
        (None, words.word("planned")?, total.planned.clone()),
    ];
    let mark = match &view.expected {
        Some((place, amount)) => Some((*place as f32 / 1000., words.line("expected", &[("amount", amount)])?)),
        None => None,
    };
    let said = [("paid", &*total.paid), ("committed", &total.committed), ("free", &total.free), ("planned", &total.planned)];
    let share = total.bar.map(share).unwrap_or_default();
    Ok(Block::Gauge(Gauge { share, key, mark, scale: view.scale.clone(), spoken: words.line("spoken", &said)? }))
}

fn cells(name: String, sums: &SumsView) -> Vec<String> {
    vec![name, sums.planned.clone(), sums.paid.clone(), sums.committed.clone(), sums.free.clone(), String::new()]
}

/// Every line with its figures and a small bar.
fn table(view: &SpendometerView, words: &Script) -> Result<Table, DocumentError> {
    let mut rows = Vec::new();
    let mut bars = Vec::new();
    for group in &view.groups {
        rows.push(vec![group.heading.clone()]);
        bars.push(None);
        for line in &group.lines {
            rows.push(cells(format!("{}\u{a0}\u{a0}{}", line.code, line.name), &line.sums));
            bars.push(line.sums.bar.map(share));
        }
    }
    bars.push(view.total_row.bar.map(share));
    let figures = Column { share: 0.137, align: Align::Right };
    Ok(Table {
        columns: vec![
            Column { share: 0.332, align: Align::Left },
            figures,
            figures,
            figures,
            figures,
            Column { share: 0.12, align: Align::Left },
        ],
        head: ["line", "planned", "paid", "committed", "free", "bar"].into_iter().map(|name| words.word(name)).collect::<Result<_, _>>()?,
        rows,
        totals: vec![cells(words.word("total")?, &view.total_row)],
        named_rows: true,
        bars,
        ..Table::default()
    })
}

/// The newest grants, and how many more there are.
fn grants(grants: &[NamedGrantView], words: &Script, named: usize) -> Result<Vec<Block>, DocumentError> {
    if grants.is_empty() || named == 0 {
        return Ok(Vec::new());
    }
    let mut said = words.passages("grants", &[])?;
    for grant in grants.iter().take(named) {
        let fields = [("group", &*grant.group), ("purpose", &grant.purpose), ("amount", &grant.amount)];
        said.extend(words.passages("grant", &fields)?);
    }
    let more = grants.len().saturating_sub(named);
    if more > 0 {
        said.extend(words.passages("more-grants", &[("count", &more.to_string())])?);
    }
    Ok(vec![super::running(said)])
}
