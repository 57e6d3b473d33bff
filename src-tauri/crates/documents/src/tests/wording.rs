//! Wording that does not fit its document is refused, and the line is named.

use crate::{DocumentError, Wording, WordingProblem};

const LETTER: &str = include_str!("../../../../../assets/wording/decision_letter.txt");

fn refused(document: &str, text: &str) -> (usize, WordingProblem) {
    match Wording::bundled().unwrap().with(document, text) {
        Err(DocumentError::Wording { line, problem, .. }) => (line, problem),
        other => panic!("{other:?}"),
    }
}

/// The number of the line that starts like this, counted from 1.
fn line_of(start: &str) -> usize {
    LETTER.lines().position(|line| line.starts_with(start)).unwrap() + 1
}

#[test]
fn the_bundled_wording_fits_every_document() {
    Wording::bundled().unwrap();
    Wording::bundled().unwrap().with("decision_letter", LETTER).unwrap();
}

#[test]
fn an_unknown_field_is_refused_with_its_line() {
    let text = LETTER.replace("by *{by}*", "by *{by}*, dear {friend}");
    let expected = (line_of("[deferred-by]"), WordingProblem::UnknownField("friend".into()));
    assert_eq!(refused("decision_letter", &text), expected);
}

#[test]
fn a_missing_field_is_refused_with_its_line() {
    let text = LETTER.replace("by *{by}*", "soon");
    let expected = (line_of("[deferred-by]"), WordingProblem::MissingField("by".into()));
    assert_eq!(refused("decision_letter", &text), expected);
}

#[test]
fn sections_are_there_once_and_known_and_not_empty() {
    let section = |name: &str| name.to_owned();
    let last = LETTER.lines().count();
    let without = LETTER.replace("[close] Yours sincerely", "");
    let (_, problem) = refused("decision_letter", &without);
    assert_eq!(problem, WordingProblem::MissingSection(section("close")));
    let twice = format!("{LETTER}[close] Yours\n");
    let problem = WordingProblem::RepeatedSection(section("close"));
    assert_eq!(refused("decision_letter", &twice), (last + 1, problem));
    let unknown = format!("{LETTER}[postscript] Words\n");
    let problem = WordingProblem::UnknownSection(section("postscript"));
    assert_eq!(refused("decision_letter", &unknown), (last + 1, problem));
    let empty = LETTER.replace("[close] Yours sincerely", "[close]");
    let problem = WordingProblem::EmptySection(section("close"));
    assert_eq!(refused("decision_letter", &empty), (line_of("[close]"), problem));
    let outside = format!("Words\n{LETTER}");
    assert_eq!(refused("decision_letter", &outside), (1, WordingProblem::OutsideSection));
}

#[test]
fn lone_brackets_and_stars_are_refused() {
    let line = line_of("[close]");
    for (words, problem) in [
        ("Yours {name", WordingProblem::LoneBracket),
        ("Yours name}", WordingProblem::LoneBracket),
        ("*Yours sincerely", WordingProblem::LoneStar),
    ] {
        let text = LETTER.replace("Yours sincerely", words);
        assert_eq!(refused("decision_letter", &text), (line, problem));
    }
}

#[test]
fn a_document_nobody_knows_has_no_wording() {
    assert_eq!(refused("invoice", LETTER), (0, WordingProblem::UnknownDocument));
}

#[test]
fn what_a_person_typed_is_never_read_as_wording() {
    let mut view = super::invented::agreement();
    view.group = "Stars *and* {brackets}".into();
    let document = crate::tests::printing::agreement(&view, &Wording::bundled().unwrap(), crate::Size::Standard).unwrap();
    assert!(document.pages > 1);
    let list = super::agreement(&view, crate::Size::Standard);
    let said = list.pages.iter().flatten().any(|placed| match &placed.item {
        crate::display::Item::Glyphs { text, .. } => text.contains("Stars *and* {brackets}"),
        _ => false,
    });
    assert!(said);
}

#[test]
fn every_sentence_of_the_wording_has_fewer_than_20_words() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/wording");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        files += 1;
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        // A line end ends a sentence only in lists and between paragraphs; here each line is a sentence or more.
        for sentence in lines.flat_map(|line| line.split_inclusive(['.', '?', '!'])) {
            let words = sentence.split_whitespace().filter(|word| !word.starts_with('['));
            assert!(words.count() < 20, "{}: {sentence}", path.display());
        }
    }
    assert_eq!(files, 25);
}
