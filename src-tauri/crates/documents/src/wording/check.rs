//! Looks at words before they are kept: the first fault with its line, and every sentence that is too long.

use super::{Script, Wording, bundled_of};
use crate::{
    DocumentError, Size, WordingProblem, example,
    font::with_fonts,
    inline::Inline,
    paper::print,
    paragraph,
    style::{Align, Style},
};

/// The most words that a sentence may have before somebody is warned.
const MOST_WORDS: usize = 20;

/// What stops words from being kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingFault {
    /// The line, counted from 1; 0 when it is none of them.
    pub line: usize,
    /// What is wrong there.
    pub problem: WordingProblem,
}

/// A sentence that is hard to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LongSentence {
    /// The line it begins on, counted from 1.
    pub line: usize,
    /// How many words it has.
    pub words: usize,
}

impl Wording {
    /// Looks at words for a document: the first fault, and every sentence of more than 20 words. Words without a fault were
    /// printed with every invented example of the document, in both sizes.
    pub fn check(name: &str, text: &str) -> Result<(Option<WordingFault>, Vec<LongSentence>), DocumentError> {
        let long = sentences(text).into_iter().filter(|sentence| sentence.words > MOST_WORDS).collect();
        match fits(name, text).and_then(|()| prints(name, text)) {
            Ok(()) => Ok((None, long)),
            Err(DocumentError::Wording { line, problem, .. }) => Ok((Some(WordingFault { line, problem }), long)),
            Err(other) => Err(other),
        }
    }
}

/// Whether the words have the sections and the fields that the document needs.
fn fits(name: &str, text: &str) -> Result<(), DocumentError> {
    let (name, _, parts) = bundled_of(name)?;
    Script::read(name, text, parts).map(drop)
}

/// Whether every word can be drawn, and the examples come out with them.
fn prints(name: &str, text: &str) -> Result<(), DocumentError> {
    let cannot =
        |line, character| DocumentError::Wording { document: name.to_owned(), line, problem: WordingProblem::CannotPrint(character) };
    let style = Style { align: Align::Right, ..Style::new(12., 15.) };
    for (line, words) in (1..).zip(text.lines()).filter(|(_, words)| !words.trim_start().starts_with('#')) {
        let drawn = with_fonts(|fonts| paragraph::set(fonts, &Inline::from(words), style, (0., 1e6), 0));
        match drawn {
            Err(DocumentError::MissingGlyph { character }) => return Err(cannot(line, character)),
            other => drop(other?),
        }
    }
    let wording = Wording::bundled()?.with(name, text)?;
    for (_, paper) in example::papers().into_iter().filter(|(_, paper)| paper.name() == name) {
        for size in [Size::Standard, Size::Large] {
            print(&paper, &wording, size)?;
        }
    }
    Ok(())
}

/// Every sentence of a wording file with the line it begins on. A field is one word, whatever will stand there.
pub(crate) fn sentences(text: &str) -> Vec<LongSentence> {
    let mut found = Vec::new();
    let mut open = LongSentence { line: 0, words: 0 };
    let mut end = |open: &mut LongSentence| {
        if open.words > 0 {
            found.push(*open);
        }
        *open = LongSentence { line: 0, words: 0 };
    };
    for (line, raw) in (1..).zip(text.lines()) {
        let raw = raw.trim();
        if raw.starts_with('#') {
            continue;
        }
        let section = raw.strip_prefix('[').and_then(|raw| raw.split_once(']'));
        let words = section.map_or(raw, |(_, rest)| rest.trim());
        let (bullet, heading) = (words.strip_prefix("- "), words.strip_prefix("== "));
        // What begins anew ends the sentence before it, with or without a stop.
        if words.is_empty() || section.is_some() || bullet.or(heading).is_some() {
            end(&mut open);
        }
        for word in bullet.or(heading).unwrap_or(words).split_whitespace() {
            if word.contains(|letter: char| letter.is_alphanumeric()) {
                open.line = if open.words == 0 { line } else { open.line };
                open.words += 1;
            }
            if word.trim_end_matches(['*', ')', '”', '’', '"', '\'']).ends_with(['.', '?', '!']) {
                end(&mut open);
            }
        }
        if heading.is_some() {
            end(&mut open);
        }
    }
    end(&mut open);
    found
}
