//! The words of every document, from `assets/wording/`: named sections with named fields, checked line by line.

mod check;
mod parse;

#[cfg(test)]
pub(crate) use check::sentences;
pub use check::{LongSentence, WordingFault};

use crate::{
    DocumentError, WordingProblem,
    block::Block,
    document::{
        agenda, agreement, application, blank_form, booklet, change_letter, closing_letter, decision_letter, decision_sheet, feedback_form,
        grant_file, meeting_notice, member_agreement, minutes, panel_report, payment_list, receipt_sheet, recovery_page, reminder,
        remittance_advice, reply_sheet, spend_report, spendometer, story_consent,
    },
    inline::{Inline, isolated},
};
use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

/// The words of all documents.
#[derive(Clone, Debug)]
pub struct Wording {
    scripts: BTreeMap<&'static str, Arc<Script>>,
}

/// A section a document needs, with the fields it must and may use.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its name, without brackets.
    pub name: &'static str,
    /// Fields that must stand in it.
    pub must: &'static [&'static str],
    /// Fields that may stand in it.
    pub may: &'static [&'static str],
}

/// A section with no fields.
pub(crate) const fn plain(name: &'static str) -> Part {
    Part { name, must: &[], may: &[] }
}

/// A section with fields that must be used.
pub(crate) const fn with(name: &'static str, must: &'static [&'static str]) -> Part {
    Part { name, must, may: &[] }
}

type Bundled = (&'static str, &'static str, &'static [Part]);

/// Name, words and sections of every document.
const BUNDLED: [Bundled; 24] = [
    (agenda::NAME, include_str!("../../../../assets/wording/agenda.txt"), agenda::PARTS),
    (agreement::NAME, include_str!("../../../../assets/wording/agreement.txt"), agreement::PARTS),
    (application::NAME, include_str!("../../../../assets/wording/application.txt"), application::PARTS),
    (blank_form::NAME, include_str!("../../../../assets/wording/blank_form.txt"), blank_form::PARTS),
    (booklet::NAME, include_str!("../../../../assets/wording/booklet.txt"), booklet::PARTS),
    (change_letter::NAME, include_str!("../../../../assets/wording/change_letter.txt"), change_letter::PARTS),
    (closing_letter::NAME, include_str!("../../../../assets/wording/closing_letter.txt"), closing_letter::PARTS),
    (decision_letter::NAME, include_str!("../../../../assets/wording/decision_letter.txt"), decision_letter::PARTS),
    (decision_sheet::NAME, include_str!("../../../../assets/wording/decision_sheet.txt"), decision_sheet::PARTS),
    (feedback_form::NAME, include_str!("../../../../assets/wording/feedback_form.txt"), feedback_form::PARTS),
    (grant_file::NAME, include_str!("../../../../assets/wording/grant_file.txt"), grant_file::PARTS),
    (meeting_notice::NAME, include_str!("../../../../assets/wording/meeting_notice.txt"), meeting_notice::PARTS),
    (member_agreement::NAME, include_str!("../../../../assets/wording/member_agreement.txt"), member_agreement::PARTS),
    (minutes::NAME, include_str!("../../../../assets/wording/minutes.txt"), minutes::PARTS),
    (panel_report::NAME, include_str!("../../../../assets/wording/panel_report.txt"), panel_report::PARTS),
    (payment_list::NAME, include_str!("../../../../assets/wording/payment_list.txt"), payment_list::PARTS),
    (receipt_sheet::NAME, include_str!("../../../../assets/wording/receipt_sheet.txt"), receipt_sheet::PARTS),
    (recovery_page::NAME, include_str!("../../../../assets/wording/recovery_page.txt"), recovery_page::PARTS),
    (reminder::NAME, include_str!("../../../../assets/wording/reminder.txt"), reminder::PARTS),
    (remittance_advice::NAME, include_str!("../../../../assets/wording/remittance_advice.txt"), remittance_advice::PARTS),
    (reply_sheet::NAME, include_str!("../../../../assets/wording/reply_sheet.txt"), reply_sheet::PARTS),
    (spend_report::NAME, include_str!("../../../../assets/wording/spend_report.txt"), spend_report::PARTS),
    (spendometer::NAME, include_str!("../../../../assets/wording/spendometer.txt"), spendometer::PARTS),
    (story_consent::NAME, include_str!("../../../../assets/wording/story_consent.txt"), story_consent::PARTS),
];

/// The bundled words, read once: they never change while the program runs.
static READ: LazyLock<Result<Wording, DocumentError>> = LazyLock::new(|| {
    let read = |(name, text, parts): &Bundled| Ok((*name, Arc::new(Script::read(name, text, parts)?)));
    Ok(Wording { scripts: BUNDLED.iter().map(read).collect::<Result<_, _>>()? })
});

/// What is bundled of a document.
fn bundled_of(document: &str) -> Result<Bundled, DocumentError> {
    BUNDLED.iter().find(|(name, _, _)| *name == document).copied().ok_or_else(|| unknown(document))
}

fn unknown(document: &str) -> DocumentError {
    DocumentError::Wording { document: document.to_owned(), line: 0, problem: WordingProblem::UnknownDocument }
}

impl Wording {
    /// The words that come with the program.
    pub fn bundled() -> Result<Self, DocumentError> {
        READ.clone()
    }

    /// The name of every document that has words: a file in `assets/wording/` without its ending, such as `agreement`.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUNDLED.iter().map(|(name, _, _)| *name)
    }

    /// The sections of a document with their fields.
    pub fn parts(name: &str) -> Option<&'static [Part]> {
        bundled_of(name).ok().map(|(_, _, parts)| parts)
    }

    /// The words of a document that come with the program, as the file has them.
    pub fn original(name: &str) -> Option<&'static str> {
        bundled_of(name).ok().map(|(_, text, _)| text)
    }

    /// The same words, but one document says something else.
    pub fn with(mut self, document: &str, text: &str) -> Result<Self, DocumentError> {
        let (name, _, parts) = bundled_of(document)?;
        self.scripts.insert(name, Arc::new(Script::read(name, text, parts)?));
        Ok(self)
    }

    /// Every passage that has no field to fill in: the same words in every paper.
    pub(crate) fn fixed(&self) -> impl Iterator<Item = String> {
        let passages = self.scripts.values().flat_map(|script| script.sections.values()).flat_map(|section| &section.passages);
        passages.filter_map(|passage| {
            let words = passage.pieces.iter().map(|piece| match &piece.content {
                Content::Words(words) => Some(words.as_str()),
                Content::Field(_) => None,
            });
            words.collect()
        })
    }

    /// The words of one document.
    pub(crate) fn script(&self, document: &'static str) -> Result<&Script, DocumentError> {
        self.scripts.get(document).map(AsRef::as_ref).ok_or_else(|| unknown(document))
    }
}

/// The words of one document.
#[derive(Clone, Debug)]
pub(crate) struct Script {
    document: &'static str,
    sections: BTreeMap<String, Section>,
}

/// A named piece of wording.
#[derive(Clone, Debug)]
struct Section {
    line: usize,
    passages: Vec<Passage>,
}

/// A paragraph, a bullet or a heading with fields still open.
#[derive(Clone, Debug)]
struct Passage {
    kind: Kind,
    pieces: Vec<Piece>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Paragraph,
    Bullet,
    Heading,
}

#[derive(Clone, Debug)]
struct Piece {
    content: Content,
    bold: bool,
    line: usize,
}

#[derive(Clone, Debug)]
enum Content {
    Words(String),
    Field(String),
}

/// Names of fields with what stands there.
pub(crate) type Fields<'a> = &'a [(&'a str, &'a str)];

impl Script {
    fn problem(&self, line: usize, problem: WordingProblem) -> DocumentError {
        DocumentError::Wording { document: self.document.to_owned(), line, problem }
    }

    /// All passages of a section with their fields filled in.
    pub(crate) fn passages(&self, name: &str, fields: Fields<'_>) -> Result<Vec<(Kind, Inline)>, DocumentError> {
        let missing = || self.problem(0, WordingProblem::MissingSection(name.to_owned()));
        let section = self.sections.get(name).ok_or_else(missing)?;
        section.passages.iter().map(|passage| Ok((passage.kind, self.fill(passage, fields)?))).collect()
    }

    fn fill(&self, passage: &Passage, fields: Fields<'_>) -> Result<Inline, DocumentError> {
        let mut inline = Inline::default();
        for piece in &passage.pieces {
            let words = match &piece.content {
                Content::Words(words) => words.as_str(),
                Content::Field(name) => fields
                    .iter()
                    .find(|(field, _)| field == name)
                    .map(|(_, value)| *value)
                    .ok_or_else(|| self.problem(piece.line, WordingProblem::UnknownField(name.clone())))?,
            };
            let alone = passage.pieces.len() == 1;
            let words = if alone || matches!(piece.content, Content::Words(_)) { words.into() } else { isolated(words) };
            inline.push(words.into_owned(), piece.bold);
        }
        Ok(inline)
    }

    /// A section that is one short line.
    pub(crate) fn line(&self, name: &str, fields: Fields<'_>) -> Result<String, DocumentError> {
        let passages = self.passages(name, fields)?;
        let lines: Vec<String> = passages.iter().map(|(_, inline)| inline.text()).collect();
        Ok(lines.join(" "))
    }

    /// A section with no fields that is one short line.
    pub(crate) fn word(&self, name: &str) -> Result<String, DocumentError> {
        self.line(name, &[])
    }

    /// A heading.
    pub(crate) fn heading(&self, name: &str) -> Result<Block, DocumentError> {
        Ok(Block::Heading(self.word(name)?))
    }

    /// A section as paragraphs and bullets.
    pub(crate) fn blocks(&self, name: &str, fields: Fields<'_>) -> Result<Vec<Block>, DocumentError> {
        let mut blocks: Vec<Block> = Vec::new();
        for (kind, inline) in self.passages(name, fields)? {
            match (kind, blocks.last_mut()) {
                (Kind::Bullet, Some(Block::Bullets(bullets))) => bullets.push(inline),
                (Kind::Bullet, _) => blocks.push(Block::Bullets(vec![inline])),
                (Kind::Heading, _) => blocks.push(Block::Subheading(inline)),
                (Kind::Paragraph, _) => blocks.push(Block::Paragraph(inline)),
            }
        }
        Ok(blocks)
    }
}
