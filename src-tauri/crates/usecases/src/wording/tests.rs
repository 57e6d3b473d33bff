//! The words of documents, changed, tried out and put back.

use super::{Draft, InForce, Version, keep, list, page, save, try_out};
use crate::document::{DocumentKind, Size, make};
use crate::interest::tests::place::{Place, day, typed_member};
use crate::{Error, FieldFault, Open, member};
use documents::{Wording, WordingProblem};
use domain::member::Role;
use store::{Event, StoreError};

const LETTER: &str = "decision_letter";

fn original(document: &str) -> &'static str {
    Wording::original(document).unwrap()
}

fn other_close() -> String {
    original(LETTER).replace("Yours sincerely", "With warm wishes")
}

fn blank_form(open: &Open) -> String {
    testkit::text_of(&make(open, DocumentKind::BlankForm, Size::Standard).unwrap().bytes)
}

#[test]
fn words_are_changed_put_back_and_never_lost() {
    let mut place = Place::new();
    let joan = place.joan.0;
    let open = place.open();
    assert_eq!(
        list(open).unwrap().iter().filter(|line| line.ours && !line.unfit && line.latest.is_none()).count(),
        list(open).unwrap().len()
    );
    let changed = save(open, LETTER, Some(&other_close().replace('\n', "  \r\n")), 0).unwrap();
    assert_eq!(changed.touched, ["wording"]);
    let now = page(open, LETTER, None).unwrap();
    assert_eq!((now.text.as_str(), now.version, now.original), (other_close().as_str(), 1, original(LETTER)));
    let version = |version, restored| Version { version, made_on: day("2023-01-17"), made_by: joan, restored };
    assert_eq!(now.versions, [version(1, false)]);
    assert!(now.parts.iter().any(|part| part.name == "deferred-by" && part.must == ["by"]));

    // Words that are those of the program put them back, and so does asking for it.
    save(open, LETTER, Some(original(LETTER)), 1).unwrap();
    save(open, LETTER, Some(&other_close()), 2).unwrap();
    save(open, LETTER, None, 3).unwrap();
    let now = page(open, LETTER, None).unwrap();
    assert_eq!((now.text.as_str(), now.version), (original(LETTER), 4));
    assert_eq!(now.versions, [version(4, true), version(3, false), version(2, true), version(1, false)]);
    assert_eq!(page(open, LETTER, Some(3)).unwrap().text, other_close());
    assert_eq!(page(open, LETTER, Some(0)).unwrap().text, original(LETTER));
    assert!(matches!(page(open, LETTER, Some(5)), Err(Error::NotFound)));
    let line = list(open).unwrap().into_iter().find(|line| line.document == LETTER).unwrap();
    assert!(line.ours && !line.unfit && line.latest == Some(version(4, true)));
    let said = place.journal();
    assert!(said.matches("wordingChanged").count() == 4 && !said.contains("warm wishes"));
}

#[test]
fn what_was_changed_elsewhere_is_not_written_over_and_what_is_the_same_is_not_written_again() {
    let mut place = Place::new();
    let open = place.open();
    save(open, LETTER, Some(&other_close()), 0).unwrap();
    let head = open.register().head().unwrap();
    let again = save(open, LETTER, Some(&other_close()), 1).unwrap();
    assert!(again.touched.is_empty());
    for text in [None, Some(other_close().as_str())] {
        assert!(matches!(save(open, LETTER, text, 0), Err(Error::Store(StoreError::Conflict { .. }))));
    }
    assert_eq!(open.register().head().unwrap(), head);
}

#[test]
fn words_with_a_fault_are_refused_with_its_line_and_nothing_is_kept() {
    let mut place = Place::new();
    let open = place.open();
    let head = open.register().head().unwrap();
    for (words, problem) in
        [("Dear {friend}", WordingProblem::UnknownField("friend".into())), ("\u{13000}", WordingProblem::CannotPrint('\u{13000}'))]
    {
        let text = original(LETTER).replace("Yours sincerely", words);
        let line = text.lines().position(|line| line.contains(words)).unwrap() + 1;
        let tried = try_out(LETTER, &text, Size::Standard).unwrap();
        assert_eq!((tried.fault.as_ref().map(|fault| (fault.line, &fault.problem)), &tried.printed), (Some((line, &problem)), &None));
        let Err(Error::Wording(fault)) = save(open, LETTER, Some(&text), 0) else { panic!("{problem}") };
        assert_eq!((fault.line, fault.problem), (line, problem));
    }
    let endless = "word ".repeat(30_000);
    let Err(Error::Fields(faults)) = save(open, LETTER, Some(&endless), 0) else { panic!("too long") };
    assert_eq!(faults, [("text".to_owned(), FieldFault::TooLong { most: 100_000 })]);
    assert!(matches!(save(open, "invoice", None, 0), Err(Error::NotFound)));
    // What the clerk prints has the words that come with the program: nobody can change them here.
    assert!(matches!(save(open, "payment_list", None, 0), Err(Error::NotFound)));
    assert_eq!(open.register().head().unwrap(), head);
}

#[test]
fn words_are_tried_on_an_invented_example_before_they_are_kept() {
    let place = Place::new();
    let long = format!("{} sincerely", ["so"; 20].join(" "));
    let tried = try_out(LETTER, &original(LETTER).replace("Yours sincerely", &long), Size::Large).unwrap();
    assert_eq!((tried.fault, tried.long.iter().map(|long| long.words).collect::<Vec<_>>()), (None, vec![21]));
    let printed = tried.printed.unwrap();
    assert!(testkit::text_of(&printed.bytes).contains("so so so sincerely"));
    assert!(!place.journal().contains("wordingChanged"));
}

#[test]
fn the_co_ordinator_and_the_chair_change_words_and_everybody_prints_with_them() {
    let mut place = Place::new();
    let (joan, marcia, grace, ines, anita) = (place.joan, place.marcia, place.grace, place.ines, place.anita);
    let text = |word: &str| original("blank_form").replacen("About your group", word, 1);
    assert!(original("blank_form").contains("About your group"));
    for member in [grace, ines, anita] {
        let open = place.sit(member);
        assert!(matches!(save(open, "blank_form", Some(&text("Who you are")), 0), Err(Error::NotPermitted(_))));
        assert_eq!(page(open, "blank_form", None).unwrap().text, original("blank_form"));
    }
    save(place.sit(joan), "blank_form", Some(&text("Who you are")), 0).unwrap();
    save(place.sit(marcia), "blank_form", Some(&text("Your own group")), 1).unwrap();
    for member in [joan, marcia, grace, ines, anita] {
        let said = blank_form(place.sit(member));
        assert!(said.contains("Your own group") && !said.contains("Who you are"), "{said}");
    }
}

#[test]
fn words_from_before_a_change_of_the_document_give_way_to_those_of_the_program() {
    let mut place = Place::new();
    let open = place.open();
    let before = blank_form(open);
    // A newer program knows a section that these words do not have.
    open.change_register(|tx| {
        tx.insert_wording("blank_form", 0, Some("[title] Our form\n"))?;
        Ok(((), Event { kind: "wordingChanged", subject: None, payload: serde_json::json!({}), touched: &[], signed: false }))
    })
    .unwrap();
    assert_eq!(blank_form(open), before);
    assert_eq!(make(open, DocumentKind::BlankForm, Size::Standard).unwrap().wording_version, 0);
    let line = list(open).unwrap().into_iter().find(|line| line.document == "blank_form").unwrap();
    assert!(line.ours && line.unfit);
    assert_eq!(page(open, "blank_form", None).unwrap().text, "[title] Our form\n", "what was written is there to be put right");
    assert_eq!(InForce::read(open).unwrap().version("blank_form"), 0);
}

fn draft(text: &str, version: u32, kept_on: &str) -> Draft {
    Draft { text: text.to_owned(), version, kept_on: day(kept_on) }
}

fn typed(open: &Open) -> Vec<&'static str> {
    list(open).unwrap().into_iter().filter(|line| line.typed).map(|line| line.document).collect()
}

#[test]
fn what_was_typed_and_not_saved_is_there_after_locking_for_whoever_typed_it_and_is_not_in_force() {
    let mut place = Place::new();
    let (joan, marcia, ines) = (place.joan, place.marcia, place.ines);
    save(place.open(), LETTER, Some(&other_close()), 0).unwrap();
    // Right or wrong: it is kept as it is.
    assert_eq!(keep(place.open(), LETTER, "[half {typed", 1).unwrap().touched, ["wording"]);
    place.move_to("2023-01-18");
    let again = keep(place.open(), LETTER, "[half {typed  more\n\n", 1).unwrap();
    assert!(again.touched.is_empty(), "the list knows since the first time");
    keep(place.sit(marcia), LETTER, "", 1).unwrap();
    let found = page(place.sit(joan), LETTER, None).unwrap();
    assert_eq!(found.draft, Some(draft("[half {typed  more\n\n", 1, "2023-01-18")));
    assert_eq!((found.text, found.version), (other_close(), 1), "the words in force are what they were");
    assert_eq!(typed(place.open()), [LETTER]);
    assert_eq!(page(place.open(), "agenda", None).unwrap().draft, None);
    assert_eq!(page(place.sit(marcia), LETTER, None).unwrap().draft, Some(draft("", 1, "2023-01-18")));
    let open = place.sit(ines);
    assert_eq!((page(open, LETTER, None).unwrap().draft, typed(open)), (None, Vec::new()));
    assert!(!place.journal().contains("half"));
}

#[test]
fn what_was_typed_is_let_go_of_when_it_is_saved_and_when_it_is_what_is_in_force() {
    let mut place = Place::new();
    let open = place.open();
    keep(open, LETTER, &other_close(), 0).unwrap();
    keep(open, "agenda", "[title] Other", 0).unwrap();
    save(open, LETTER, Some(&other_close()), 0).unwrap();
    assert_eq!((page(open, LETTER, None).unwrap().draft, typed(open)), (None, vec!["agenda"]));
    // Typed back to the words in force, but for spaces that no save would keep.
    keep(open, LETTER, original(LETTER), 1).unwrap();
    assert_eq!(keep(open, LETTER, &format!("{}  \n", other_close()), 1).unwrap().touched, ["wording"]);
    assert_eq!(page(open, LETTER, None).unwrap().draft, None);
    // The words in force are saved once more: there is no new version, and nothing is left to go on with.
    keep(open, LETTER, "other", 1).unwrap();
    save(open, LETTER, Some(&other_close()), 1).unwrap();
    let found = page(open, LETTER, None).unwrap();
    assert_eq!((found.draft, found.version), (None, 1));
    // Putting the supplied words back lets go of it too.
    keep(open, LETTER, "other", 1).unwrap();
    save(open, LETTER, None, 1).unwrap();
    assert_eq!(page(open, LETTER, None).unwrap().draft, None);
    let head = open.register().head().unwrap();
    keep(open, LETTER, original(LETTER), 2).unwrap();
    keep(open, "agenda", "[title] Other", 0).unwrap();
    assert_eq!(open.register().head().unwrap(), head, "nothing new is written for what is kept already");
}

#[test]
fn a_save_that_is_refused_leaves_what_was_typed() {
    let mut place = Place::new();
    let (joan, marcia) = (place.joan, place.marcia);
    keep(place.open(), LETTER, &other_close(), 0).unwrap();
    save(place.sit(marcia), LETTER, Some(&original(LETTER).replace("Yours sincerely", "Yours")), 0).unwrap();
    let open = place.sit(joan);
    let found = page(open, LETTER, None).unwrap();
    assert_eq!((found.draft, found.version), (Some(draft(&other_close(), 0, "2023-01-17")), 1));
    assert!(matches!(save(open, LETTER, Some(&other_close()), 0), Err(Error::Store(StoreError::Conflict { .. }))));
    assert!(matches!(save(open, LETTER, Some("[title] {"), 1), Err(Error::Wording(_))));
    assert_eq!(typed(open), [LETTER]);
    keep(open, LETTER, &other_close(), 1).unwrap();
    assert_eq!(page(open, LETTER, None).unwrap().draft, Some(draft(&other_close(), 1, "2023-01-17")), "it stands on their words now");
    save(open, LETTER, Some(&other_close()), 1).unwrap();
    assert!(typed(open).is_empty());
}

#[test]
fn only_who_changes_words_keeps_them_and_only_of_a_document_and_only_so_many() {
    let mut place = Place::new();
    let head = place.open().register().head().unwrap();
    for member in [place.grace, place.ines, place.anita] {
        assert!(matches!(keep(place.sit(member), LETTER, "typed", 0), Err(Error::NotPermitted(_))));
    }
    let open = place.sit(place.joan);
    for document in ["invoice", "payment_list"] {
        assert!(matches!(keep(open, document, "typed", 0), Err(Error::NotFound)));
    }
    let Err(Error::Fields(faults)) = keep(open, LETTER, &"word ".repeat(30_000), 0) else { panic!("too long") };
    assert_eq!(faults, [("text".to_owned(), FieldFault::TooLong { most: 100_000 })]);
    assert_eq!(open.register().head().unwrap(), head);
}

#[test]
fn whoever_may_not_change_words_any_more_is_not_shown_what_they_typed() {
    let mut place = Place::new();
    let (joan, marcia) = (place.joan, place.marcia);
    keep(place.sit(marcia), LETTER, "typed", 0).unwrap();
    member::change(place.sit(joan), marcia, &typed_member("Marcia Lowe", Role::Reviewer)).unwrap();
    let open = place.sit(marcia);
    assert_eq!((page(open, LETTER, None).unwrap().draft, typed(open)), (None, Vec::new()));
}
