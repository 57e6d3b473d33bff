//! Reads a wording file and refuses what does not fit the document, with the line.

use super::{Content, Kind, Part, Passage, Piece, Script, Section};
use crate::{DocumentError, WordingProblem};
use std::collections::BTreeMap;

/// What stops reading: the line and the problem.
type Stop = (usize, WordingProblem);

impl Script {
    /// Reads and checks the words of one document.
    pub(crate) fn read(document: &'static str, text: &str, parts: &'static [Part]) -> Result<Self, DocumentError> {
        sections(text)
            .and_then(|sections| {
                check(&sections, parts, text.lines().count())?;
                Ok(Self { document, sections })
            })
            .map_err(|(line, problem)| DocumentError::Wording { document: document.to_owned(), line, problem })
    }
}

fn sections(text: &str) -> Result<BTreeMap<String, Section>, Stop> {
    let mut sections: BTreeMap<String, Section> = BTreeMap::new();
    let mut open: Option<(String, Section)> = None;
    let mut broken = true;
    for (index, raw) in text.lines().enumerate() {
        let line = index + 1;
        let raw = raw.trim();
        if raw.starts_with('#') {
            continue;
        }
        let mut words = raw;
        if let Some((name, rest)) = raw.strip_prefix('[').and_then(|raw| raw.split_once(']')) {
            close(&mut sections, open.take())?;
            open = Some((name.to_owned(), Section { line, passages: Vec::new() }));
            broken = true;
            words = rest.trim();
        }
        if words.is_empty() {
            broken = true;
            continue;
        }
        let Some((_, section)) = &mut open else {
            return Err((line, WordingProblem::OutsideSection));
        };
        let (kind, words) = kind(words);
        let pieces = pieces(words, line)?;
        match section.passages.last_mut() {
            Some(passage) if kind == Kind::Paragraph && !broken && passage.kind != Kind::Heading => {
                passage.pieces.push(space(line));
                passage.pieces.extend(pieces);
            }
            _ => section.passages.push(Passage { kind, pieces }),
        }
        broken = false;
    }
    close(&mut sections, open)?;
    Ok(sections)
}

fn space(line: usize) -> Piece {
    Piece { content: Content::Words(" ".to_owned()), bold: false, line }
}

fn close(sections: &mut BTreeMap<String, Section>, done: Option<(String, Section)>) -> Result<(), Stop> {
    let Some((name, section)) = done else {
        return Ok(());
    };
    let line = section.line;
    if section.passages.is_empty() {
        return Err((line, WordingProblem::EmptySection(name)));
    }
    if sections.insert(name.clone(), section).is_some() {
        return Err((line, WordingProblem::RepeatedSection(name)));
    }
    Ok(())
}

fn kind(words: &str) -> (Kind, &str) {
    if let Some(words) = words.strip_prefix("- ") {
        (Kind::Bullet, words)
    } else if let Some(words) = words.strip_prefix("== ") {
        (Kind::Heading, words)
    } else {
        (Kind::Paragraph, words)
    }
}

/// Cuts a line at its stars and its curly brackets.
fn pieces(words: &str, line: usize) -> Result<Vec<Piece>, Stop> {
    let mut pieces = Vec::new();
    let mut bold = false;
    let mut rest = words;
    while let Some(at) = rest.find(['*', '{', '}']) {
        let (before, after) = rest.split_at(at);
        if !before.is_empty() {
            pieces.push(Piece { content: Content::Words(before.to_owned()), bold, line });
        }
        if let Some(after) = after.strip_prefix('*') {
            bold = !bold;
            rest = after;
            continue;
        }
        let (name, after) = after
            .strip_prefix('{')
            .and_then(|after| after.split_once('}'))
            .filter(|(name, _)| !name.contains('{'))
            .ok_or((line, WordingProblem::LoneBracket))?;
        pieces.push(Piece { content: Content::Field(name.to_owned()), bold, line });
        rest = after;
    }
    if bold {
        return Err((line, WordingProblem::LoneStar));
    }
    if !rest.is_empty() {
        pieces.push(Piece { content: Content::Words(rest.to_owned()), bold, line });
    }
    Ok(pieces)
}

fn check(sections: &BTreeMap<String, Section>, parts: &[Part], last_line: usize) -> Result<(), Stop> {
    for (name, section) in sections {
        let part = parts.iter().find(|part| part.name == name);
        let part = part.ok_or((section.line, WordingProblem::UnknownSection(name.clone())))?;
        let pieces = section.passages.iter().flat_map(|passage| &passage.pieces);
        let mut used: Vec<&str> = Vec::new();
        for piece in pieces {
            if let Content::Field(field) = &piece.content {
                let field = field.as_str();
                if !part.must.contains(&field) && !part.may.contains(&field) {
                    let problem = WordingProblem::UnknownField(field.to_owned());
                    return Err((piece.line, problem));
                }
                used.push(field);
            }
        }
        if let Some(field) = part.must.iter().find(|field| !used.contains(field)) {
            let problem = WordingProblem::MissingField((*field).to_owned());
            return Err((section.line, problem));
        }
    }
    let missing = parts.iter().find(|part| !sections.contains_key(part.name));
    missing.map_or(Ok(()), |part| {
        let problem = WordingProblem::MissingSection(part.name.to_owned());
        Err((last_line, problem))
    })
}
