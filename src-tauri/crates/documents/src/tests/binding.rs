//! Many papers in one file: pages, bookmarks, the contents of a grant file, stopping.

use super::{
    SIZES,
    file::{run, squeezed, words},
    grant_papers, invented,
};
use crate::{Document, DocumentError, Paper, Size, Wording, bind, binding, display::FOOTER, example, paper, print};

fn letters() -> Vec<Paper> {
    let letter = |outcome| Paper::DecisionLetter(invented::letter(outcome));
    vec![letter(invented::offer()), letter(invented::part_offer()), Paper::Reminder(grant_papers::friendly(grant_papers::late_feedback()))]
}

fn bound(papers: &[Paper], size: Size) -> Document {
    bind("Many papers", papers, &words(), size, &mut |_| true).unwrap()
}

/// What each page says.
fn pages(document: &Document) -> Vec<String> {
    let text = run("pdftotext", &["-raw"], document);
    text.trim_end_matches('\u{c}').split('\u{c}').map(squeezed).collect()
}

#[test]
fn papers_in_one_file_say_what_each_says_alone_page_by_page() {
    for size in SIZES {
        let alone: Vec<String> = letters().iter().flat_map(|paper| pages(&print(paper, &words(), size).unwrap())).collect();
        let bound = bound(&letters(), size);
        assert_eq!(usize::from(bound.pages), alone.len());
        assert_eq!(pages(&bound), alone);
        assert_eq!(bound.title, "Many papers");
    }
}

#[test]
fn qpdf_finds_nothing_wrong_with_bound_papers() {
    let every: Vec<Paper> = example::papers().into_iter().map(|(_, paper)| paper).collect();
    run("qpdf", &["--check"], &bound(&every, Size::Standard));
    for size in SIZES {
        run("qpdf", &["--check"], &bound(&example::whole_file(), size));
    }
}

#[test]
fn the_contents_of_a_grant_file_name_the_page_of_every_part() {
    for size in SIZES {
        let papers = example::whole_file();
        let document = bound(&papers, size);
        let pages = pages(&document);
        let Paper::GrantFile(file) = &papers[0] else { panic!("a grant file comes first") };
        let firsts = [
            "Application from Second Spin Bike Workshop",
            "You have been offered a grant",
            "Your grant of £300.00",
            "Your grant is complete",
        ];
        assert_eq!(file.parts.len(), firsts.len());
        for (part, first) in file.parts.iter().zip(firsts) {
            let starts = pages.iter().position(|page| page.contains(first) && page.contains("Page 1 of")).unwrap() + 1;
            let line = format!("{part} {starts} ");
            assert!(pages.iter().take(4).any(|page| page.contains(&line)), "{line}: {pages:?}");
        }
        for (index, page) in pages.iter().enumerate() {
            assert!(page.contains(&format!("File page {} of {}", index + 1, pages.len())), "{page}");
        }
    }
}

#[test]
fn a_letter_in_a_grant_file_has_the_pages_it_was_sent_with() {
    let papers = example::whole_file();
    let alone: u16 = papers.iter().map(|paper| print(paper, &words(), Size::Standard).unwrap().pages).sum();
    // The list of contents has two lines more where its pages are known.
    assert!((alone..=alone + 1).contains(&bound(&papers, Size::Standard).pages));
}

#[test]
fn every_page_of_a_grant_file_says_the_code_of_the_file() {
    for size in SIZES {
        let papers = example::whole_file();
        let document = bound(&papers, size);
        let code = document.code.clone().unwrap();
        for page in pages(&document) {
            assert_eq!(page.matches(&format!("Fingerprint {code}")).count(), 1, "{page}");
            assert_eq!(page.matches("Fingerprint").count(), 1, "{page}");
        }
        let bare = code.replace('-', "");
        let keywords: Vec<String> = (1..=document.pages).map(|page| format!("CC1:{bare}:{page}")).collect();
        assert!(squeezed(&run("pdfinfo", &[], &document)).contains(&keywords.join(" ")), "{keywords:?}");
        // Other words on the last page alone give another code.
        let mut other = papers;
        other.pop();
        other.push(Paper::ClosingLetter(grant_papers::closing(false)));
        assert_ne!(bound(&other, size).code, Some(code));
    }
}

#[test]
fn a_paper_that_our_words_cannot_print_has_those_of_the_program_and_the_others_keep_ours() {
    let text = Wording::original("reminder").unwrap().replace("A friendly reminder", "A friendly nudge");
    let ours = words().with("reminder", &text.replace("We still need to hear from you", "We still need \u{13000}")).unwrap();
    let friendly = Paper::Reminder(grant_papers::friendly(grant_papers::late_feedback()));
    let firm = Paper::Reminder(grant_papers::firm(vec![grant_papers::late_feedback()]));
    assert!(matches!(print(&firm, &ours, Size::Standard), Err(DocumentError::MissingGlyph { .. })));
    let letters = bind("Reminders", &[friendly.clone(), firm.clone(), friendly], &ours, Size::Standard, &mut |_| true).unwrap();
    let pages = pages(&letters);
    let titles = ["A friendly nudge", "We still need to hear from you", "A friendly nudge"];
    assert!(pages.len() == 3 && pages.iter().zip(titles).all(|(page, title)| page.contains(title)), "{pages:?}");
    let mut file = example::whole_file();
    file.push(firm);
    let file = bind("All", &file, &ours, Size::Standard, &mut |_| true).unwrap();
    assert!(self::pages(&file).last().unwrap().contains("We still need to hear from you"));
}

#[test]
fn whoever_stops_gets_no_file() {
    for stop_at in 1..=3 {
        let mut told = Vec::new();
        let stopped = bind("Many papers", &letters(), &words(), Size::Standard, &mut |done| {
            told.push(done);
            done < stop_at
        });
        assert_eq!(stopped, Err(DocumentError::Stopped));
        assert_eq!(told, (1..=stop_at).collect::<Vec<_>>());
    }
    let mut told = 0;
    let file = example::whole_file();
    bind("All", &file, &words(), Size::Standard, &mut |done| {
        told += 1;
        assert_eq!(done, told);
        true
    })
    .unwrap();
    assert_eq!(told, file.len());
    let none = bind("Nothing", &[], &words(), Size::Standard, &mut |_| true);
    assert_eq!(none, Err(DocumentError::NoPaper));
}

#[test]
fn the_same_papers_give_the_same_bytes() {
    for papers in [letters(), example::whole_file()] {
        assert_eq!(bound(&papers, Size::Standard), bound(&papers, Size::Standard));
    }
}

#[test]
fn every_mark_belongs_to_the_part_of_its_own_paper() {
    let alone: Vec<_> = letters().iter().map(|paper| paper::lay_out(paper, &words(), Size::Standard).unwrap()).collect();
    let lengths: Vec<usize> = alone.iter().map(|list| list.pages.len()).collect();
    let whole = binding::joined("Many papers", alone).unwrap();
    let part_of = |mut tag: usize| {
        while whole.tags[tag].role != "Part" {
            tag = whole.tags[tag].parent;
        }
        tag
    };
    let parts: Vec<usize> = (0..whole.tags.len()).filter(|tag| whole.tags[*tag].role == "Part").collect();
    assert!(parts.iter().all(|part| whole.tags[*part].parent == 0) && whole.tags[0].role == "Document");
    let mut pages = whole.pages.iter();
    for (part, length) in parts.iter().zip(lengths) {
        let marks = pages.by_ref().take(length).flatten().filter(|placed| placed.tag < FOOTER);
        assert!(marks.map(|placed| part_of(placed.tag)).all(|of| of == *part));
    }
    assert!(pages.next().is_none());
}

/// A bookmark: its title, the titles below it, and whether they are folded away.
type Entry = (String, Vec<String>, bool);

fn outline(document: &Document) -> Vec<Entry> {
    let file = lopdf::Document::load_mem(&document.bytes).unwrap();
    let get = |id| file.get_dictionary(id).unwrap();
    let title = |id| lopdf::decode_text_string(get(id).get(b"Title").unwrap()).unwrap();
    let beside = |parent: lopdf::ObjectId| {
        let mut ids = Vec::new();
        let mut next = get(parent).get(b"First").and_then(lopdf::Object::as_reference).ok();
        while let Some(id) = next {
            assert_eq!(get(id).get(b"Parent").unwrap().as_reference().unwrap(), parent);
            let before = get(id).get(b"Prev").and_then(lopdf::Object::as_reference).ok();
            assert_eq!(before, ids.last().copied());
            ids.push(id);
            next = get(id).get(b"Next").and_then(lopdf::Object::as_reference).ok();
        }
        let last = get(parent).get(b"Last").and_then(lopdf::Object::as_reference).ok();
        assert_eq!(last, ids.last().copied());
        ids
    };
    let root = file.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
    let entries = beside(root).into_iter().map(|id| {
        let below: Vec<String> = beside(id).into_iter().map(title).collect();
        let count = get(id).get(b"Count").and_then(lopdf::Object::as_i64).unwrap_or_default();
        assert_eq!(count.unsigned_abs() as usize, below.len());
        (title(id), below, count < 0)
    });
    entries.collect()
}

#[test]
fn each_paper_has_a_bookmark_with_its_headings_below() {
    let found = outline(&bound(&letters(), Size::Standard));
    let titles: Vec<&str> = found.iter().map(|(title, ..)| title.as_str()).collect();
    assert_eq!(titles, ["You have been offered a grant", "You have been offered part of a grant", "A friendly reminder"]);
    assert_eq!(found[2].1, ["What to do now"]);
    assert!(found.iter().all(|(.., folded)| *folded));
    // A paper alone has its headings beside each other, as before.
    let alone = outline(&print(&letters()[2], &words(), Size::Standard).unwrap());
    assert_eq!(alone, [("A friendly reminder".into(), vec![], false), ("What to do now".into(), vec![], false)]);
}
