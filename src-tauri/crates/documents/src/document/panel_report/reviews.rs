//! The reviews of one application: side by side where they fit, else one after another.

use crate::{
    DocumentError,
    block::{Block, Column, Table},
    style::{Align, Size},
    view::{AdviceView, HelpsView, PanelApplication, ReviewView},
    wording::Script,
};

/// More reviewers than this do not fit beside each other.
const COLUMNS: usize = 3;
/// A text of more characters than this would be a very long thin column.
const LONG: usize = 600;
/// The share of the names of the rows.
const NAMES: f32 = 0.19;

/// Reviews with no more characters than this stand whole on their page.
const SHORT: usize = 700;

/// A row of the comparison: what it is about, and what each reviewer said.
struct Line {
    name: String,
    said: Vec<String>,
    /// Whether everybody is asked about it, so that it is worth telling when somebody wrote nothing.
    asked: bool,
}

/// All reviews of an application.
pub(super) fn blocks(application: &PanelApplication, words: &Script, size: Size) -> Result<Vec<Block>, DocumentError> {
    let reviews = &application.reviews;
    if reviews.is_empty() {
        return words.blocks("no-reviews", &[]);
    }
    let lines = lines(reviews, words)?;
    let longest = lines.iter().flat_map(|line| &line.said).map(|said| said.chars().count()).max();
    let mut blocks = vec![Block::Gap(1.5)];
    if size == Size::Standard && reviews.len() <= COLUMNS && longest.is_none_or(|longest| longest <= LONG) {
        blocks.push(side_by_side(reviews, lines, words)?);
        return Ok(blocks);
    }
    for (index, review) in reviews.iter().enumerate() {
        let said = lines.iter().filter_map(|line| Some((line, line.said.get(index)?)));
        let said: Vec<_> = said.filter(|(line, said)| line.asked || !said.is_empty()).collect();
        let length: usize = said.iter().map(|(_, said)| said.chars().count()).sum();
        let facts = said.into_iter().map(|(line, said)| (line.name.clone(), vec![said.clone()])).collect();
        let one = vec![Block::Subheading(review.reviewer.as_str().into()), Block::Facts(facts)];
        if length <= SHORT {
            blocks.push(Block::Keep(one));
        } else {
            blocks.extend(one);
        }
    }
    Ok(blocks)
}

fn side_by_side(reviews: &[ReviewView], lines: Vec<Line>, words: &Script) -> Result<Block, DocumentError> {
    let share = (1. - NAMES) / reviews.len() as f32;
    let columns = std::iter::once(NAMES).chain(reviews.iter().map(|_| share));
    Ok(Block::Table(Table {
        columns: columns.map(|share| Column { share, align: Align::Left }).collect(),
        head: std::iter::once(words.word("label")?).chain(reviews.iter().map(|review| review.reviewer.clone())).collect(),
        rows: lines.into_iter().map(|line| std::iter::once(line.name).chain(line.said).collect()).collect(),
        named_rows: true,
        ..Table::default()
    }))
}

fn lines(reviews: &[ReviewView], words: &Script) -> Result<Vec<Line>, DocumentError> {
    let left = words.word("left")?;
    let or_left = |said: &str| if said.trim().is_empty() { left.clone() } else { said.to_owned() };
    let advice = reviews.iter().map(|review| advice(&review.advice, words)).collect::<Result<_, _>>()?;
    let helps = reviews.iter().map(|review| helps(review.helps, words)).collect::<Result<_, _>>()?;
    let good = reviews.iter().map(|review| or_left(&review.good)).collect();
    let worries = reviews.iter().map(|review| or_left(&review.worries)).collect();
    let mut lines = Vec::new();
    for (name, said) in [("advice", advice), ("helps", helps), ("good", good), ("worries", worries)] {
        lines.push(Line { name: words.word(name)?, said, asked: true });
    }
    for question in distinct(reviews.iter().flat_map(|review| review.comments.iter().map(|comment| &comment.question))) {
        let said = |review: &ReviewView| {
            let comments = review.comments.iter().filter(|comment| comment.question == *question);
            comments.map(|comment| comment.comment.trim()).collect::<Vec<_>>().join("\n")
        };
        let name = words.line("comment", &[("question", question)])?;
        lines.push(Line { name, said: reviews.iter().map(said).collect(), asked: false });
    }
    for criterion in distinct(reviews.iter().flat_map(|review| review.scores.iter().map(|score| &score.label))) {
        let said = |review: &ReviewView| {
            let score = review.scores.iter().find(|score| score.label == *criterion);
            score.map(|score| score.value.trim().to_owned()).unwrap_or_default()
        };
        lines.push(Line { name: criterion.clone(), said: reviews.iter().map(said).collect(), asked: false });
    }
    Ok(lines)
}

/// Each word once, in order: questions by their numbers, and criteria as they come.
fn distinct<'a>(words: impl Iterator<Item = &'a String>) -> Vec<&'a String> {
    let mut found: Vec<&String> = Vec::new();
    for word in words {
        if !found.contains(&word) {
            found.push(word);
        }
    }
    if found.iter().all(|word| word.parse::<u32>().is_ok()) {
        found.sort_by_key(|word| word.parse::<u32>().unwrap_or_default());
    }
    found
}

fn advice(advice: &AdviceView, words: &Script) -> Result<String, DocumentError> {
    match advice {
        AdviceView::InFull { amount } => words.line("advice-full", &[("amount", amount)]),
        AdviceView::InPart { amount } => words.line("advice-part", &[("amount", amount)]),
        AdviceView::AskForMore => words.word("advice-more"),
        AdviceView::DoNotFund => words.word("advice-none"),
    }
}

fn helps(helps: Option<HelpsView>, words: &Script) -> Result<String, DocumentError> {
    words.word(match helps {
        Some(HelpsView::Yes) => "helps-yes",
        Some(HelpsView::Partly) => "helps-partly",
        Some(HelpsView::No) => "helps-no",
        Some(HelpsView::CannotTell) => "helps-cannot-tell",
        None => "left",
    })
}
