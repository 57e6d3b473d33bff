//! An application as it was received: cover sheet, seven answers, costs, ages, versions.

use super::{answer, costs, page_of};
use crate::{
    DocumentError,
    block::{Block, Column, Table, Tick},
    layout::Draft,
    style::{Align, Scale, Size},
    view::{AgeLine, AnswerView, ApplicationView},
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "application";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference"]),
    with("page", &["page", "pages"]),
    with("title", &["group"]),
    plain("cover-heading"),
    plain("answers-heading"),
    with("question", &["number", "text"]),
    plain("left-blank"),
    plain("ticked"),
    plain("not-ticked"),
    plain("costs-item"),
    plain("costs-amount"),
    plain("costs-total"),
    plain("costs-asked"),
    plain("age"),
    plain("people"),
    plain("from-area"),
    plain("age-total"),
    plain("versions-heading"),
    plain("version"),
    plain("version-when"),
    plain("version-what"),
];

/// The application as blocks.
pub(crate) fn draft(view: &ApplicationView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let reference = [("reference", view.reference.as_str())];
    let title = words.line("title", &[("group", &view.group)])?;
    let blank = words.word("left-blank")?;
    let mut blocks = vec![
        Block::Letterhead {
            left: view.letterhead.clone(),
            right: vec![words.word("document")?, words.line("reference-line", &reference)?],
        },
        Block::Title(title.clone()),
        words.heading("cover-heading")?,
        Block::Facts(
            view.cover
                .iter()
                .map(|fact| {
                    let value = if fact.value.trim().is_empty() { &blank } else { &fact.value };
                    (fact.label.clone(), vec![value.clone()])
                })
                .collect(),
        ),
        words.heading("answers-heading")?,
    ];
    for (index, answer) in view.answers.iter().enumerate() {
        blocks.extend(question(view, words, index + 1, answer, &blank)?);
    }
    if !view.versions.is_empty() {
        blocks.push(words.heading("versions-heading")?);
        blocks.push(versions(view, words)?);
    }
    Ok(Draft {
        author: view.letterhead.clone(),
        subject: words.line("footer", &reference)?,
        scale: Scale::form(size),
        footer: words.line("footer", &reference)?,
        page_of: page_of(words)?,
        band: view.embargo.clone(),
        blocks,
        title,
    })
}

fn question(view: &ApplicationView, words: &Script, number: usize, given: &AnswerView, blank: &str) -> Result<Vec<Block>, DocumentError> {
    let number = number.to_string();
    let text = words.line("question", &[("number", &number), ("text", &given.question)])?;
    let mut blocks = vec![Block::Subheading(text.into())];
    if !given.ticks.is_empty() {
        let ticked = words.word("ticked")?;
        let not = words.word("not-ticked")?;
        blocks.push(Block::Ticks(
            given
                .ticks
                .iter()
                .map(|tick| Tick {
                    label: tick.label.clone(),
                    ticked: tick.ticked,
                    spoken: if tick.ticked { &ticked } else { &not }.clone(),
                })
                .collect(),
        ));
    }
    let nothing_ticked = given.ticks.iter().all(|tick| !tick.ticked);
    let nothing_listed = given.costs.is_empty() && given.ages.is_empty();
    if !given.answer.trim().is_empty() || (nothing_ticked && nothing_listed) {
        blocks.extend(answer(&given.answer, blank));
    }
    if !given.costs.is_empty() {
        blocks.push(costs(
            [words.word("costs-item")?, words.word("costs-amount")?],
            &given.costs,
            vec![[words.word("costs-total")?, view.total.clone()], [words.word("costs-asked")?, view.asked.clone()]],
        ));
    }
    if !given.ages.is_empty() {
        blocks.push(ages(view, words, &given.ages)?);
    }
    Ok(blocks)
}

fn ages(view: &ApplicationView, words: &Script, ages: &[AgeLine]) -> Result<Block, DocumentError> {
    let line = |age: &AgeLine| vec![age.age.clone(), age.people.clone(), age.from_area.clone()];
    let total = view.all_ages.as_ref().map(|all| {
        let label = words.word("age-total")?;
        Ok::<_, DocumentError>(vec![label, all.people.clone(), all.from_area.clone()])
    });
    Ok(Block::Table(Table {
        columns: vec![
            Column { share: 0.44, align: Align::Left },
            Column { share: 0.24, align: Align::Right },
            Column { share: 0.32, align: Align::Right },
        ],
        head: vec![words.word("age")?, words.word("people")?, words.word("from-area")?],
        rows: ages.iter().map(line).collect(),
        totals: total.transpose()?.into_iter().collect(),
        ruled: false,
    }))
}

fn versions(view: &ApplicationView, words: &Script) -> Result<Block, DocumentError> {
    let column = |share| Column { share, align: Align::Left };
    Ok(Block::Table(Table {
        columns: vec![column(0.17), column(0.31), column(0.52)],
        head: vec![words.word("version")?, words.word("version-when")?, words.word("version-what")?],
        rows: view.versions.iter().map(|version| vec![version.number.clone(), version.when.clone(), version.what.clone()]).collect(),
        totals: Vec::new(),
        ruled: false,
    }))
}
