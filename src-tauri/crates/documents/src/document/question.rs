//! One question of an application with its answer: boxes, words, costs, ages.

use super::{answer, costs};
use crate::{
    DocumentError,
    block::{Block, Column, Table, Tick},
    style::Align,
    view::{AgeLine, AnswerView},
    wording::Script,
};

/// What stands below the tables of an application.
pub(super) struct Sums<'a> {
    pub(super) total: &'a str,
    pub(super) asked: &'a str,
    pub(super) all_ages: Option<&'a AgeLine>,
}

/// A question and what was answered, in the words of the document that prints it.
pub(super) fn blocks(words: &Script, number: usize, given: &AnswerView, sums: &Sums<'_>) -> Result<Vec<Block>, DocumentError> {
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
                    open: false,
                })
                .collect(),
        ));
    }
    let nothing_ticked = given.ticks.iter().all(|tick| !tick.ticked);
    let nothing_listed = given.costs.is_empty() && given.ages.is_empty();
    if !given.answer.trim().is_empty() || (nothing_ticked && nothing_listed) {
        blocks.extend(answer(&given.answer, &words.word("left-blank")?));
    }
    if !given.costs.is_empty() {
        blocks.push(costs(
            [words.word("costs-item")?, words.word("costs-amount")?],
            &given.costs,
            vec![[words.word("costs-total")?, sums.total.to_owned()], [words.word("costs-asked")?, sums.asked.to_owned()]],
        ));
    }
    if !given.ages.is_empty() {
        blocks.push(ages(words, &given.ages, sums.all_ages)?);
    }
    Ok(blocks)
}

fn ages(words: &Script, ages: &[AgeLine], all: Option<&AgeLine>) -> Result<Block, DocumentError> {
    let line = |age: &AgeLine| vec![age.age.clone(), age.people.clone(), age.from_area.clone()];
    let total = all.map(|all| Ok::<_, DocumentError>(vec![words.word("age-total")?, all.people.clone(), all.from_area.clone()]));
    Ok(Block::Table(Table {
        columns: vec![
            Column { share: 0.44, align: Align::Left },
            Column { share: 0.24, align: Align::Right },
            Column { share: 0.32, align: Align::Right },
        ],
        head: vec![words.word("age")?, words.word("people")?, words.word("from-area")?],
        rows: ages.iter().map(line).collect(),
        totals: total.transpose()?.into_iter().collect(),
        ..Table::default()
    }))
}
