//! What stands where: nothing outside its page, nothing parted that belongs together.

use super::{SIZES, agreement, all, application, extreme_agreement, extreme_application, extremes, invented, long_answer};
use crate::{
    Size,
    display::{DisplayList, FOOTER, Item, Placed},
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
fn everything_stands_inside_its_page() {
    for size in SIZES {
        for (name, list) in all(size) {
            assert_inside(name, &list);
        }
    }
}

#[test]
fn very_long_and_empty_texts_stand_inside_their_pages() {
    for size in SIZES {
        let list = agreement(&extreme_agreement(), size);
        assert!(list.pages.len() > 10);
        assert_inside("agreement", &list);
        let list = application(&extreme_application(), size);
        assert!(list.pages.len() > 30);
        assert_inside("application", &list);
        for (name, list) in extremes(size) {
            assert_inside(name, list);
        }
    }
}

#[test]
fn words_never_overlap_the_footer() {
    for size in SIZES {
        for (name, list) in all(size).iter().chain(extremes(size)) {
            for page in &list.pages {
                let line = page
                    .iter()
                    .filter_map(|placed| match &placed.item {
                        Item::Line { from, to, .. } if placed.tag == FOOTER && from.1 == to.1 => Some(from.1),
                        _ => None,
                    })
                    .fold(0., f32::max);
                for placed in page.iter().filter(|placed| placed.tag < FOOTER) {
                    let lowest = placed.item.bounds().3;
                    assert!(lowest <= line, "{name}: words at {lowest} below the footer line at {line}: {:?}", placed.item);
                }
            }
        }
    }
}

#[test]
fn no_heading_stands_alone_at_the_foot_of_a_page() {
    for size in SIZES {
        let mut lists = all(size);
        lists.push(("extreme agreement", agreement(&extreme_agreement(), size)));
        lists.push(("extreme application", application(&extreme_application(), size)));
        for (name, list) in lists.iter().chain(extremes(size)) {
            for page in &list.pages {
                let lowest = page
                    .iter()
                    .filter(|placed| matches!(placed.item, Item::Glyphs { .. }))
                    .filter(|placed| placed.tag < FOOTER)
                    .max_by(|one, two| one.item.bounds().3.total_cmp(&two.item.bounds().3));
                // A form may end its page with empty boxes below the heading.
                let heading = lowest.filter(|placed| role(list, placed).starts_with('H'));
                let Some(heading) = heading else { continue };
                let boxes_below = page.iter().filter(|placed| {
                    let line = matches!(placed.item, Item::Line { .. });
                    let below = placed.item.bounds().1 > heading.item.bounds().3;
                    line && below && placed.item.bounds().3 < list.height - 80.
                });
                assert!(boxes_below.count() > 2, "{name}: {:?} stands alone", words(heading));
            }
        }
    }
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
