//! Wording that does not fit its document is refused, and the line is named.

use crate::{DocumentError, LongSentence, Wording, WordingFault, WordingProblem, wording::sentences};

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
    let mut names: Vec<String> = Wording::names().map(str::to_owned).collect();
    for name in &names {
        for sentence in sentences(Wording::original(name).unwrap()) {
            assert!(sentence.words < 20, "{name}, line {}: {} words", sentence.line, sentence.words);
        }
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/wording");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<String> = files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    // The foot of a page belongs to every document, and its words are nobody's to change.
    files.retain(|file| file != "foot");
    names.sort();
    files.sort();
    assert_eq!(names, files, "a file that nothing prints, or a document whose words stand nowhere");
}

#[test]
fn sentences_are_counted_over_lines_and_end_where_something_else_begins() {
    let text = "# No words\n[one] Dear {name}, this is\n  *four.* Five more (words stand here.) And\n\nsix — e.g. seven\n- a bullet\n  goes on\n== A heading\nNew 3.5 words?";
    let found: Vec<(usize, usize)> = sentences(text).iter().map(|sentence| (sentence.line, sentence.words)).collect();
    assert_eq!(found, [(2, 5), (3, 5), (3, 1), (5, 2), (5, 1), (6, 4), (8, 2), (9, 3)]);
}

/// The letter with other words in its close.
fn closed_with(words: &str) -> String {
    LETTER.replace("Yours sincerely", words)
}

#[test]
fn words_are_looked_at_before_they_are_kept() {
    let check = |text: &str| Wording::check("decision_letter", text).unwrap();
    assert_eq!(check(LETTER), (None, vec![]));
    let line = line_of("[close]");
    // Twenty words may stand; one more is a warning, and no fault.
    let twenty = ["word"; 20].join(" ");
    assert_eq!(check(&closed_with(&twenty)), (None, vec![]));
    let (fault, long) = check(&closed_with(&format!("{twenty} more")));
    assert_eq!((fault, long), (None, vec![LongSentence { line, words: 21 }]));
    // A fault does not hide the sentences.
    let (fault, long) = check(&closed_with(&format!("{twenty} more {{name")));
    assert_eq!(fault, Some(WordingFault { line, problem: WordingProblem::LoneBracket }));
    assert_eq!(long, [LongSentence { line, words: 22 }]);
}

#[test]
fn words_that_no_font_can_draw_are_found_with_their_line() {
    let check = |text: &str| Wording::check("decision_letter", text).unwrap().0;
    let fault = WordingFault { line: line_of("[close]"), problem: WordingProblem::CannotPrint('\u{13000}') };
    assert_eq!(check(&closed_with("Yours \u{13000}")), Some(fault));
    // A note to whoever edits the file is never printed.
    assert_eq!(check(&format!("# \u{13000}\n{LETTER}")), None);
}

#[test]
fn every_document_has_an_example_to_try_its_words_with() {
    let shown: Vec<&str> = crate::example::papers().iter().map(|(_, paper)| paper.name()).collect();
    for name in Wording::names() {
        assert!(shown.contains(&name), "{name}");
        assert!(!Wording::parts(name).unwrap().is_empty());
    }
    assert!(Wording::original("invoice").is_none() && Wording::parts("invoice").is_none());
    let (fault, _) = Wording::check("invoice", LETTER).unwrap();
    assert_eq!(fault, Some(WordingFault { line: 0, problem: WordingProblem::UnknownDocument }));
}
