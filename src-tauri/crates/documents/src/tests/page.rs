//! What stands where: nothing outside its page, nothing parted that belongs together.

use super::{SIZES, agreement, all, application, extreme_agreement, invented, laid_out, long_answer};
use crate::{
    Size,
    block::Block,
    display::{DisplayList, FOOTER, Item, Placed},
    layout::Draft,
    style::Scale,
};
use std::collections::BTreeMap;

/// Nothing may come nearer to the edge of the paper than this: printers leave it white.
pub(super) const EDGE: f32 = 30.;

pub(super) fn assert_inside(name: &str, list: &DisplayList) {
    assert!(!list.pages.is_empty(), "{name} has no page");
    for (number, page) in list.pages.iter().enumerate() {
        assert!(!page.is_empty(), "{name}: page {number} is empty");
        for placed in page {
            let (left, top, right, bottom) = placed.item.bounds();
            let inside = left >= EDGE && top >= EDGE && right <= list.width - EDGE && bottom <= list.height - EDGE;
            assert!(inside, "{name}, page {}: {:?} is outside", number + 1, placed.item.bounds());
        }
    }
}

pub(super) fn role(list: &DisplayList, placed: &Placed) -> &'static str {
    list.tags.get(placed.tag).map_or("Artifact", |tag| tag.role)
}

fn words(placed: &Placed) -> Option<(String, f32)> {
    match &placed.item {
        Item::Glyphs { text, y, .. } => Some((text.replace('\u{a0}', " "), *y)),
        _ => None,
    }
}

/// The pages on which these words stand.
fn pages_with(list: &DisplayList, wanted: &str) -> Vec<usize> {
    let says = |page: &Vec<Placed>| page.iter().any(|placed| words(placed).is_some_and(|(text, _)| text == wanted));
    (0..list.pages.len()).filter(|page| says(&list.pages[*page])).collect()
}

#[test]
fn no_page_starts_or_ends_with_a_single_line_of_a_paragraph() {
    for size in SIZES {
        let mut view = invented::application();
        view.answers[1].answer = long_answer();
        let list = application(&view, size);
        // Lines of each paragraph on each page.
        let mut lines: BTreeMap<usize, BTreeMap<usize, Vec<i32>>> = BTreeMap::new();
        for (number, page) in list.pages.iter().enumerate() {
            for placed in page.iter().filter(|placed| role(&list, placed) == "P") {
                if let Some((_, y)) = words(placed) {
                    let lines = lines.entry(placed.tag).or_default().entry(number).or_default();
                    let y = (y * 10.) as i32;
                    if !lines.contains(&y) {
                        lines.push(y);
                    }
                }
            }
        }
        let broken: Vec<_> = lines.values().filter(|pages| pages.len() > 1).collect();
        assert!(!broken.is_empty());
        for pages in broken {
            assert!(pages.values().all(|lines| lines.len() >= 2));
        }
    }
}

#[test]
fn signatures_stand_on_the_page_of_the_last_clause() {
    let list = agreement(&invented::agreement(), Size::Standard);
    let signatures = pages_with(&list, "Signature");
    assert_eq!(signatures.len(), 1);
    let page = &list.pages[signatures[0]];
    assert!(page.iter().any(|placed| role(&list, placed) == "LBody"));
    let list = agreement(&invented::agreement(), Size::Large);
    let first = &list.pages[pages_with(&list, "Signature")[0]];
    assert!(first.iter().any(|placed| role(&list, placed) == "LBody"));
}

#[test]
fn a_long_table_repeats_its_header_as_decoration() {
    let list = agreement(&extreme_agreement(), Size::Standard);
    let pages = pages_with(&list, "Amount");
    assert!(pages.len() > 3);
    let spoken: usize = list
        .pages
        .iter()
        .flatten()
        .filter(|placed| words(placed).is_some_and(|(text, _)| text == "What"))
        .filter(|placed| placed.tag < FOOTER)
        .count();
    assert_eq!(spoken, 1);
}

#[test]
fn an_embargo_stands_on_every_page_and_is_read_once() {
    let view = invented::application();
    let band = view.embargo.clone().unwrap();
    let list = application(&view, Size::Standard);
    assert!(list.pages.len() > 1);
    assert_eq!(pages_with(&list, &band).len(), list.pages.len());
    let read = list
        .pages
        .iter()
        .flatten()
        .filter(|placed| placed.tag < FOOTER)
        .filter(|placed| words(placed).is_some_and(|(text, _)| text == band))
        .count();
    assert_eq!(read, 1);
}

#[test]
fn letters_and_agreements_are_14_point_and_large_print_is_18() {
    let smallest_body = |list: &DisplayList, role_wanted: &str| {
        list.pages
            .iter()
            .flatten()
            .filter(|placed| role(list, placed) == role_wanted)
            .filter_map(|placed| match &placed.item {
                Item::Glyphs { size, .. } => Some(*size),
                _ => None,
            })
            .fold(f32::MAX, f32::min)
    };
    let list = agreement(&invented::agreement(), Size::Standard);
    assert_eq!(smallest_body(&list, "LBody"), 14.);
    let list = agreement(&invented::agreement(), Size::Large);
    assert_eq!(smallest_body(&list, "LBody"), 18.);
    for (_, list) in all(Size::Large).iter().filter(|(name, _)| *name != "recovery-page") {
        let smallest = list
            .pages
            .iter()
            .flatten()
            .filter_map(|placed| match &placed.item {
                Item::Glyphs { size, .. } => Some(*size),
                _ => None,
            })
            .fold(f32::MAX, f32::min);
        assert!(smallest >= 16.);
    }
}

/// So many paragraphs of one line, a turn of the page, and a heading with its words.
fn turned(lines: usize, turn: Block) -> DisplayList {
    let mut blocks: Vec<Block> = (0..lines).map(|line| Block::Paragraph(format!("Line {line}.").into())).collect();
    blocks.extend([turn, Block::Heading("What comes next".into()), Block::Paragraph("More words.".into())]);
    laid_out(Ok(Draft {
        title: "Two parts".into(),
        author: String::new(),
        subject: String::new(),
        scale: Scale::form(Size::Standard),
        footer: String::new(),
        page_of: "Page {page} of {pages}".into(),
        band: None,
        watermark: None,
        blocks,
    }))
}

#[test]
fn a_part_begins_on_the_page_that_would_stay_almost_empty() {
    let new_part = |lines| turned(lines, Block::NewPart).pages.len();
    let fresh_page = |lines| turned(lines, Block::FreshPage).pages.len();
    let full = (1..100).find(|lines| turned(*lines, Block::Gap(0.)).pages.len() > 1).unwrap();
    // A few lines on a second page: what comes next keeps them company. A page of its own stays one.
    let few = full + 6;
    assert_eq!((new_part(few), fresh_page(few)), (2, 3));
    let half = full + full / 2;
    assert_eq!((new_part(half), fresh_page(half)), (3, 3));
    // One page that is almost empty was meant so.
    assert_eq!((new_part(3), fresh_page(3)), (2, 2));
}
