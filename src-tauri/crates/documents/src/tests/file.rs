//! The finished files, read back by other programs.

use super::{SIZES, extreme_agreement, extreme_application, invented};
use crate::{
    Document, DocumentError, Size, Wording, example, print,
    tests::printing::{agreement, blank_form, completed_application, decision_letter, feedback_form, recovery_page},
    view::{AgreementView, CostLine, DecidedBy, Outcome, SenderView, SignedView},
};
use std::{io::Write, process::Command};
use tempfile::NamedTempFile;

pub(super) fn words() -> Wording {
    Wording::bundled().unwrap()
}

pub(super) fn run(program: &str, arguments: &[&str], document: &Document) -> String {
    let mut file = NamedTempFile::with_suffix(".pdf").unwrap();
    file.write_all(&document.bytes).unwrap();
    let output = Command::new(program)
        .args(arguments)
        .arg(file.path())
        .args(if program == "pdftotext" { &["-"][..] } else { &[] })
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{program}: {said}{complained}");
    assert_eq!(complained, "", "{program}");
    said
}

/// The words of a document with single spaces, without what stands at the foot of its pages.
pub(super) fn text(document: &Document) -> String {
    let text = run("pdftotext", &["-layout"], document);
    squeezed(&text)
}

pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn every_document(size: Size) -> Vec<Document> {
    let words = words();
    example::papers().iter().map(|(_, paper)| print(paper, &words, size).unwrap()).collect()
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for size in SIZES {
        for document in every_document(size) {
            run("qpdf", &["--check"], &document);
        }
    }
    let words = words();
    run("qpdf", &["--check"], &agreement(&extreme_agreement(), &words, Size::Large).unwrap());
    let application = completed_application(&extreme_application(), &words, Size::Standard);
    run("qpdf", &["--check"], &application.unwrap());
}

#[test]
fn the_agreement_reads_back_with_every_field() {
    let line = |what: &str, amount: &str| CostLine { what: what.into(), amount: amount.into() };
    let mut view = AgreementView {
        letterhead: "Letterhead Seven".into(),
        partnership: "Partnership Eight".into(),
        lto: "Trust Nine".into(),
        group: "Group Ten".into(),
        reference: "CC-011".into(),
        amount: "£1,250.12".into(),
        purpose: "Purpose thirteen".into(),
        received: "14 May 2022".into(),
        priorities: vec!["Priority fifteen".into(), "Priority sixteen".into()],
        project: "Project seventeen\nSecond paragraph seventeen".into(),
        money_for: "Need seventeen and a half".into(),
        benefits: "Benefits eighteen".into(),
        difference: "Difference nineteen".into(),
        money_kept: "Money twenty".into(),
        anything_else: "Anything twenty-one".into(),
        costs: vec![line("Cost twenty-two", "£1,000.12"), line("Cost twenty-three", "£250.00")],
        total: "£1,250.13".into(),
        conditions: vec!["Condition twenty-four".into()],
        instalments: vec![line("Payment twenty-five", "£625.06")],
        end_of_funding: "Friday 26 August 2022".into(),
        feedback_due: "Monday 26 September 2022".into(),
        return_by: "Friday 27 May 2022".into(),
        signatures: invented::agreement().signatures,
    };
    view.signatures[1].signed = Some(SignedView { how: "Signed on screen".into(), name: "Ada Lin".into(), date: "3 June 2022".into() });
    let expected = [
        "Letterhead Seven",
        "Partnership Eight",
        "Trust Nine",
        "Group Ten",
        "CC-011",
        "£1,250.12",
        "Purpose thirteen",
        "14 May 2022",
        "Priority fifteen",
        "Priority sixteen",
        "Project seventeen",
        "Second paragraph seventeen",
        "Need seventeen and a half",
        "Benefits eighteen",
        "Difference nineteen",
        "Money twenty",
        "Anything twenty-one",
        "Cost twenty-two £1,000.12",
        "Cost twenty-three £250.00",
        "Total £1,250.13",
        "Condition twenty-four",
        "Payment twenty-five £625.06",
        "Friday 26 August 2022",
        "Monday 26 September 2022",
        "Friday 27 May 2022",
        "Signed on screen",
        "Ada Lin",
        "3 June 2022",
        "Marcia Lowe",
        "20 December 2022",
        "First signatory",
        "LTO, signs last",
        "Community Chest grant agreement",
    ];
    for size in SIZES {
        let document = agreement(&view, &words(), size).unwrap();
        let text = text(&document);
        for field in expected {
            assert!(text.contains(field), "{field} is missing in {size:?}: {text}");
        }
        let last = format!("Page {0} of {0}", document.pages);
        assert!(text.contains(&last), "{last}");
    }
}

#[test]
fn the_blank_form_says_the_seven_questions_word_for_word() {
    let view = invented::blank_form();
    for size in SIZES {
        let document = blank_form(&view, &words(), size).unwrap();
        let text = text(&document);
        assert_eq!(view.questions.len(), 7);
        for question in &view.questions {
            assert!(text.contains(&question.text), "{}", question.text);
            assert!(text.contains(&question.hint), "{}", question.hint);
            for tick in &question.ticks {
                assert!(text.contains(tick));
            }
        }
        for label in ["As on its bank account", "Name on the bank account", "Second contact"] {
            assert!(text.contains(label), "{label}");
        }
    }
}

#[test]
fn an_answer_left_blank_says_so() {
    let mut view = invented::application();
    for answer in &mut view.answers {
        answer.answer = "  \n ".into();
    }
    let text = text(&completed_application(&view, &words(), Size::Standard).unwrap());
    // Four answers without words, a tick, a number or a cost, and one empty row of the cover sheet.
    assert_eq!(text.matches("Left blank on the paper").count(), 5);
}

#[test]
fn the_letters_say_what_was_decided() {
    let words = words();
    let letter = |outcome| text(&decision_letter(&invented::letter(outcome), &words, Size::Standard).unwrap());
    let offer = letter(invented::offer());
    assert!(offer.contains("£300.00") && offer.contains("Thursday 9 February 2023"));
    let part = letter(invented::part_offer());
    assert!(part.contains("You asked for £300.00") && part.contains("£196.00"));
    assert!(part.contains("Another group can lend you one work stand."));
    let deferred = letter(invented::deferred());
    assert!(deferred.contains("A price for the two work stands."));
    assert!(deferred.contains("Friday 6 January 2023") && deferred.contains("Our next meeting is on Thursday 26 January 2023."));
    let declined = letter(invented::declined());
    assert!(declined.contains("something you have already bought"));
    for letter in [&offer, &part, &deferred, &declined] {
        for words in
            ["Reference CC-006", "Our meeting of 15 December 2022 decided this.", "Phone us on 01632 960 123. Email us at hub@example.org."]
        {
            assert!(letter.contains(words), "{words}: {letter}");
        }
    }
    for letter in [&part, &deferred, &declined] {
        assert!(letter.contains("You can ask us to look at the decision again."), "{letter}");
    }
}

#[test]
fn a_letter_leaves_out_what_is_not_known() {
    let mut view = invented::letter(invented::deferred());
    view.sender = SenderView { name: "Letterhead Seven".into(), ..SenderView::default() };
    view.outcome = Outcome::Deferred { missing: vec!["One thing alone.".into()], by: None, next_meeting: None };
    view.decided = DecidedBy::Email("3 January 2023".into());
    let document = decision_letter(&view, &words(), Size::Standard).unwrap();
    let said = text(&document);
    assert!(said.contains("We are glad to help. Yours sincerely"), "{said}");
    assert!(said.contains("Please send it when you can. Then we can talk about it at our next meeting."), "{said}");
    assert!(said.contains("by email on 3 January 2023"), "{said}");
    // One reason is a sentence, not a list.
    assert!(!said.contains('•'), "{said}");
}

#[test]
fn an_offer_without_a_day_to_send_the_agreement_back_names_none() {
    let mut offer = invented::offer();
    if let Outcome::Offer(offer) = &mut offer {
        offer.return_by = None;
    }
    let said = text(&decision_letter(&invented::letter(offer), &words(), Size::Standard).unwrap());
    assert!(said.contains("Sign it and send it back to us. Without it we cannot pay."), "{said}");
}

#[test]
fn a_letter_is_one_page_long() {
    for outcome in [invented::offer(), invented::deferred(), invented::declined()] {
        assert_eq!(decision_letter(&invented::letter(outcome), &words(), Size::Standard).unwrap().pages, 1);
    }
}

#[test]
fn the_recovery_page_is_one_page_with_every_group_of_the_key() {
    let view = invented::recovery();
    let document = recovery_page(&view, &words()).unwrap();
    assert_eq!(document.pages, 1);
    let text = text(&document);
    assert!(text.contains(&view.key.join(" ")), "{text}");
    assert!(text.contains(&view.register) && text.contains(&view.made_on));
}

#[test]
fn large_print_is_eighteen_points_in_every_paper() {
    let words = words();
    for (name, paper) in example::papers() {
        let size = |size| paper.draft(words.script(paper.name()).unwrap(), size).unwrap().scale.body.size;
        assert!(size(Size::Large) >= 18. && size(Size::Standard) < size(Size::Large), "{name}");
    }
}

#[test]
fn the_feedback_form_knows_what_was_agreed() {
    let view = invented::feedback();
    let text = text(&feedback_form(&view, &words(), Size::Standard).unwrap());
    for line in &view.costs {
        assert!(text.contains(&format!("{} {}", line.what, line.amount)));
    }
    assert!(text.contains(&view.due) && text.contains(&view.group));
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let first = every_document(Size::Standard);
    let second = every_document(Size::Standard);
    assert_eq!(first, second);
    // The fonts are read again on another thread, and nothing changes.
    let third = std::thread::spawn(|| every_document(Size::Standard)).join().unwrap();
    assert_eq!(first, third);
}

#[test]
fn another_word_gives_another_identity() {
    let words = words();
    let one = agreement(&invented::agreement(), &words, Size::Standard).unwrap();
    let mut view = invented::agreement();
    view.anything_else = "A word more".into();
    let two = agreement(&view, &words, Size::Standard).unwrap();
    let identity = |document: &Document| {
        let file = lopdf::Document::load_mem(&document.bytes).unwrap();
        file.trailer.get(b"ID").unwrap().clone()
    };
    assert_ne!(identity(&one), identity(&two));
}

#[test]
fn a_file_is_tagged_and_says_what_it_is() {
    let document = agreement(&invented::agreement(), &words(), Size::Standard).unwrap();
    let about = run("pdfinfo", &[], &document);
    assert!(squeezed(&about).contains("Tagged: yes"), "{about}");
    assert!(squeezed(&about).contains("Title: Your grant of £300.00"), "{about}");
    let tree = squeezed(&run("pdfinfo", &["-struct-text"], &document));
    for part in ["H1 (block) \"Your grant of £300.00\"", "TH: /Scope /Column", "TH: /Scope /Row", "LBody", "/ListNumbering /Decimal"] {
        assert!(tree.contains(part), "{part}: {tree}");
    }
    let file = lopdf::Document::load_mem(&document.bytes).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
}

#[test]
fn every_paper_carries_its_fonts_its_title_and_its_language() {
    for size in SIZES {
        for document in every_document(size) {
            let title = &document.title;
            let fonts = run("pdffonts", &[], &document);
            let fonts: Vec<&str> = fonts.lines().skip(2).collect();
            // Embedded, a subset, with words to copy; the font of fields names its letters in its encoding instead.
            let whole = |font: &str| font.contains(" yes yes yes ") || font.contains("CCFORM+") && font.contains(" Custom ");
            assert!(!fonts.is_empty() && fonts.iter().all(|font| whole(font)), "{title}: {fonts:?}");
            let packet = run("pdfinfo", &["-meta"], &document);
            for part in ["<dc:title>", "<rdf:li>en-GB</rdf:li>", "<pdfuaid:part>1</pdfuaid:part>"] {
                assert!(packet.contains(part), "{title}: {packet}");
            }
            let file = lopdf::Document::load_mem(&document.bytes).unwrap();
            let catalog = file.catalog().unwrap();
            assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB", "{title}");
            assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"), "{title}");
        }
    }
}

#[test]
fn what_stands_at_the_foot_is_marked_as_the_foot() {
    let document = agreement(&invented::agreement(), &words(), Size::Standard).unwrap();
    let file = lopdf::Document::load_mem(&document.bytes).unwrap();
    for page in file.get_pages().into_values() {
        let content = String::from_utf8_lossy(&file.get_page_content(page)).into_owned();
        assert_eq!(content.matches("/Artifact<</Type/Pagination/Subtype/Footer>>BDC").count(), 1);
    }
}

#[test]
fn papers_in_english_share_their_fonts_and_others_have_their_own() {
    let words = words();
    let fonts = |view: &AgreementView| {
        let document = agreement(view, &words, Size::Standard).unwrap();
        let fonts = run("pdffonts", &[], &document);
        fonts.lines().skip(2).filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let plain = fonts(&invented::agreement());
    let mut view = invented::agreement();
    view.group = "Quizzical Jumpers & Co. 47".into();
    assert_eq!(fonts(&view), plain);
    view.project = "Spotkania w Łodzi".into();
    let polish = fonts(&view);
    assert_ne!(polish, plain);
    assert_eq!(polish.len(), plain.len());
}

#[test]
fn rows_to_write_in_are_rows_for_a_reader_too() {
    let document = blank_form(&invented::blank_form(), &words(), Size::Standard).unwrap();
    let tree = run("pdfinfo", &["-struct"], &document);
    // Ages: head, five groups, all. Costs: head, eight empty rows, total, asked.
    assert_eq!(tree.matches("TR\n").count(), 7 + 11, "{tree}");
}

#[test]
fn markup_in_a_name_does_not_break_the_description() {
    let mut view = invented::application();
    view.group = "Bread & <Roses> \"Choir\"".into();
    let document = completed_application(&view, &words(), Size::Standard).unwrap();
    let packet = run("pdfinfo", &["-meta"], &document);
    assert!(packet.contains("Bread &amp; &lt;Roses&gt; &quot;Choir&quot;"), "{packet}");
    assert!(text(&document).contains(&view.group));
}

#[test]
fn an_agreement_is_a_small_file() {
    let document = agreement(&invented::agreement(), &words(), Size::Standard).unwrap();
    assert!(document.bytes.len() <= 40_000, "{}", document.bytes.len());
}

#[test]
fn a_character_without_a_glyph_is_named() {
    let mut view = invented::agreement();
    view.project = "We mend bikes \u{1f6b2} together".into();
    let refused = agreement(&view, &words(), Size::Standard).unwrap_err();
    let character = '\u{1f6b2}';
    assert_eq!(refused, DocumentError::MissingGlyph { character });
    assert!(refused.to_string().contains("U+1F6B2"));
}

#[test]
fn names_from_many_places_can_be_printed() {
    let name = "Zoë Ångström, Łukasz Żółć, Siân Ŵyn, Nguyễn Thị Ánh, Ελένη, Олена";
    let mut view = invented::agreement();
    view.anything_else = name.into();
    let document = agreement(&view, &words(), Size::Standard).unwrap();
    assert!(text(&document).contains(name));
}
