//! The summary of a panel report: one line for each application.

use super::heading;
use crate::{
    DocumentError,
    block::{Block, Column, Table},
    style::{Align, Size},
    view::{AccordView, PanelApplication, PanelEntry, PanelReportView},
    wording::Script,
};

/// A table; in large print, where so many columns do not fit, a list for each application.
pub(super) fn blocks(view: &PanelReportView, words: &Script, size: Size) -> Result<Vec<Block>, DocumentError> {
    let open: Vec<&PanelApplication> = view
        .applications
        .iter()
        .filter_map(|entry| match entry {
            PanelEntry::Open(application) => Some(application.as_ref()),
            PanelEntry::Withheld { .. } => None,
        })
        .collect();
    let mut blocks = Vec::new();
    if size == Size::Large {
        for application in open {
            blocks.push(Block::Keep(list(application, words)?));
        }
    } else if !open.is_empty() {
        blocks.push(table(&open, words)?);
    }
    for entry in &view.applications {
        if let PanelEntry::Withheld { reference } = entry {
            blocks.extend(words.blocks("withheld", &[("reference", reference)])?);
        }
    }
    Ok(blocks)
}

fn table(open: &[&PanelApplication], words: &Script) -> Result<Block, DocumentError> {
    let column = |share, align| Column { share, align };
    let rows = open.iter().map(|application| {
        let [asked, advice, spread, accord] = said(application, words, "\n")?;
        Ok(vec![format!("{}\n{}", application.reference, application.group), asked, advice, spread, accord])
    });
    Ok(Block::Table(Table {
        columns: vec![
            column(0.29, Align::Left),
            column(0.15, Align::Right),
            column(0.22, Align::Left),
            column(0.18, Align::Right),
            column(0.16, Align::Left),
        ],
        head: ["summary-application", "summary-asked", "summary-advice", "summary-spread", "summary-accord"]
            .into_iter()
            .map(|name| words.word(name))
            .collect::<Result<_, _>>()?,
        rows: rows.collect::<Result<_, DocumentError>>()?,
        named_rows: true,
        ..Table::default()
    }))
}

fn list(application: &PanelApplication, words: &Script) -> Result<Vec<Block>, DocumentError> {
    let asked = Block::Paragraph(words.line("asked", &[("asked", &application.asked)])?.into());
    Ok(vec![Block::Subheading(heading(application, words)?.into()), asked, at_a_glance(application, words)?])
}

/// What the reviews of one application say together.
pub(super) fn at_a_glance(application: &PanelApplication, words: &Script) -> Result<Block, DocumentError> {
    let [_, advice, spread, accord] = said(application, words, ", ")?;
    Ok(Block::Facts(vec![
        (words.word("summary-advice")?, vec![advice]),
        (words.word("summary-spread")?, vec![spread]),
        (words.word("summary-accord")?, vec![accord]),
    ]))
}

/// What is asked, what is recommended, the lowest to the highest amount, and how far the reviewers agree.
fn said(application: &PanelApplication, words: &Script, between: &str) -> Result<[String; 4], DocumentError> {
    let advice = &application.advice;
    let counts = [
        ("in-full", advice.in_full),
        ("in-part", advice.in_part),
        ("ask-for-more", advice.ask_for_more),
        ("do-not-fund", advice.do_not_fund),
    ];
    let said = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(section, count)| words.line(section, &[("count", &count.to_string())]))
        .collect::<Result<Vec<_>, _>>()?;
    let said = if said.is_empty() { words.word("no-reviews")? } else { said.join(", ") };
    let spread = match &application.spread {
        Some(amounts) => amounts.join(between),
        None => words.word("no-amount")?,
    };
    let accord = words.word(match application.accord {
        AccordView::TooFew => "accord-too-few",
        AccordView::All => "accord-all",
        AccordView::Most => "accord-most",
        AccordView::Divided => "accord-divided",
    })?;
    Ok([application.asked.clone(), said, spread, accord])
}
