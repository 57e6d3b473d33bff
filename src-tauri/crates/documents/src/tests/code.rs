//! The code at the foot of papers: on every page, inside the paper, the same for the same words and no others.

use super::{SIZES, file::words, invented};
use crate::{
    Document, Paper, Size, Wording,
    code::Mark,
    display::{DisplayList, Item},
    example, print,
};
use std::collections::BTreeSet;

/// The foot of the paper that printers leave white.
const EDGE: f32 = 29.9;

fn laid_out(paper: &Paper, wording: &Wording, size: Size) -> (DisplayList, Option<String>) {
    let list = crate::paper::lay_out(paper, wording, size).unwrap();
    let code = list.codes.first().cloned().flatten();
    (list, code.map(|(code, _)| code.to_string()))
}

fn said(list: &DisplayList, page: usize) -> Vec<String> {
    let words = list.pages[page].iter().filter_map(|placed| match &placed.item {
        Item::Glyphs { text, .. } => Some(text.to_string()),
        _ => None,
    });
    words.collect()
}

#[test]
fn a_paper_says_its_code_at_the_foot_of_every_page_and_nowhere_near_the_edge() {
    let wording = words();
    for size in SIZES {
        for (name, paper) in example::papers() {
            let (list, code) = laid_out(&paper, &wording, size);
            let Some(mark) = Mark::of(paper.name()) else {
                assert_eq!(code, None, "{name}");
                continue;
            };
            let wanted = format!("Fingerprint {}", code.unwrap());
            for (number, page) in list.pages.iter().enumerate() {
                assert!(said(&list, number).contains(&wanted), "{name}, page {}", number + 1);
                let shapes = page.iter().filter(|placed| matches!(&placed.item, Item::Shape { rings, .. } if rings.len() > 60));
                let pictures: Vec<_> = shapes.map(|placed| placed.item.bounds()).collect();
                assert_eq!(pictures.len(), usize::from(mark == Mark::Picture), "{name}");
                for placed in page {
                    let (left, _, right, bottom) = placed.item.bounds();
                    assert!(bottom <= list.height - EDGE, "{name}: {:?}", placed.item);
                    // Nothing comes into the white around the picture: four of its squares.
                    for (from, top, _, _) in &pictures {
                        let beside = right <= from - 5.6 || left >= from + 34.9 || bottom <= top - 5.5;
                        assert!(beside || matches!(placed.item, Item::Shape { .. }), "{name}: {:?}", placed.item);
                    }
                }
            }
        }
    }
}

#[test]
fn the_same_words_have_the_same_code_and_other_words_another() {
    let wording = words();
    let code = |view, size| print(&Paper::Agreement(view), &wording, size).unwrap().code.unwrap();
    let one = code(invented::agreement(), Size::Standard);
    assert_eq!(one, code(invented::agreement(), Size::Standard));
    let other = std::thread::spawn(|| print(&Paper::Agreement(invented::agreement()), &words(), Size::Standard).unwrap().code.unwrap());
    assert_eq!(one, other.join().unwrap());

    let mut changed = invented::agreement();
    changed.amount = "£300.01".into();
    let mut all = BTreeSet::from([one.clone(), code(invented::agreement(), Size::Large), code(changed, Size::Standard)]);
    // What is ticked is no word, and counts all the same.
    let mut application = invented::application();
    let before = print(&Paper::Application(application.clone()), &wording, Size::Standard).unwrap().code.unwrap();
    application.answers[0].ticks[0].ticked = false;
    let after = print(&Paper::Application(application), &wording, Size::Standard).unwrap().code.unwrap();
    all.extend([before, after]);
    assert_eq!(all.len(), 5);
    assert!(all.iter().all(|code| crate::code::read(code).unwrap().to_string() == *code));
}

#[test]
fn a_reader_hears_nothing_of_the_picture_and_copies_the_code() {
    let document: Document = print(&Paper::Agreement(invented::agreement()), &words(), Size::Standard).unwrap();
    let code = document.code.clone().unwrap();
    let text = super::file::text(&document);
    assert_eq!(text.matches(&format!("Fingerprint {code}")).count(), usize::from(document.pages), "{text}");
    let tree = super::file::run("pdfinfo", &["-struct-text"], &document);
    assert!(!tree.contains("Fingerprint") && !tree.contains("Figure"), "{tree}");
}
