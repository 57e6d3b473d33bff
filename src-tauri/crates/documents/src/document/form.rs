//! What every form has: its letterhead, its foot, and tables with room to write.

use super::page_of;
use crate::{
    DocumentError,
    block::{Block, Column, Table},
    inline::paragraphs,
    layout::Draft,
    style::{Align, Scale, Size},
    view::{BlankFormView, QuestionView},
    wording::Script,
};

/// A form: who hands it out, by what it is told from others (its field in the wording, and what stands there), its title, and
/// all that stands below.
pub(super) fn draft(
    letterhead: &str,
    (field, told_by): (&str, &str),
    title: String,
    words: &Script,
    size: Size,
    below: Vec<Block>,
) -> Result<Draft, DocumentError> {
    let right = vec![words.word("document")?, words.line(&format!("{field}-line"), &[(field, told_by)])?];
    let mut blocks = vec![Block::Letterhead { left: letterhead.to_owned(), right }, Block::Title(title.clone())];
    blocks.extend(below);
    let footer = words.line("footer", &[(field, told_by)])?;
    Ok(Draft {
        author: letterhead.to_owned(),
        subject: footer.clone(),
        scale: Scale::form(size),
        footer,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
}

/// What the application form says before it asks: `how` it is filled in where that needs saying, by when it comes back, and to
/// whom.
pub(super) fn opening(view: &BlankFormView, words: &Script, how: Option<&str>) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = words.blocks("intro", &[("area", &view.area)])?;
    if let Some(how) = how {
        blocks.extend(words.blocks(how, &[])?);
    }
    blocks.extend(match &view.return_by {
        Some(day) => words.blocks("return-by", &[("return_by", day)])?,
        None => words.blocks("return-any", &[])?,
    });
    blocks.extend(words.blocks("help", &[])?);
    blocks.push(Block::Lines(view.contact.iter().map(|line| line.as_str().into()).collect()));
    Ok(blocks)
}

/// How a form is filled in: with a pen, or on a computer.
pub(super) trait Medium {
    fn ticks(&self, labels: &[String]) -> Result<Block, DocumentError>;
    fn ages(&self, ages: &[String]) -> Result<Block, DocumentError>;
    fn costs(&self) -> Result<Block, DocumentError>;
    /// Room for the answer to a question, so many lines high.
    fn answer(&self, number: usize, question: &str, lines: u16) -> Block;
}

/// The questions of the application form, in their order.
pub(super) fn questions(questions: &[QuestionView], words: &Script, medium: &impl Medium) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = vec![words.heading("questions-heading")?];
    for (number, question) in (1..).zip(questions) {
        let text = words.line("question", &[("number", &number.to_string()), ("text", &question.text)])?;
        blocks.push(Block::Subheading(text.as_str().into()));
        blocks.extend(paragraphs(&question.hint).map(|hint| Block::Hint(hint.into())));
        if !question.ticks.is_empty() {
            blocks.push(medium.ticks(&question.ticks)?);
        }
        if !question.ages.is_empty() {
            blocks.push(Block::Hint(words.word("ages-intro")?.into()));
            blocks.push(medium.ages(&question.ages)?);
        }
        if question.costs {
            blocks.push(medium.costs()?);
        }
        if question.lines > 0 {
            if question.costs || !question.ages.is_empty() {
                blocks.push(Block::Gap(1.));
            }
            blocks.push(medium.answer(number, &text, question.lines));
        }
    }
    Ok(blocks)
}

/// A table to write in: its columns as shares of the width.
pub(super) fn table(shares: &[f32], head: Vec<String>, rows: Vec<Vec<String>>, totals: Vec<Vec<String>>) -> Table {
    let columns = shares.iter().map(|share| Column { share: *share, align: Align::Left }).collect();
    Table { columns, head, rows, totals, ruled: true, ..Table::default() }
}

/// A row of so many cells that says what it is for, and leaves the others empty.
pub(super) fn row(label: &str, cells: usize) -> Vec<String> {
    let mut row = vec![String::new(); cells];
    if let Some(first) = row.first_mut() {
        label.clone_into(first);
    }
    row
}
