//! The reader's name across every page: seen by everybody, read aloud and copied by nobody.

use super::{booklet, booklet_draft, extremes, report, report_draft};
use crate::{
    Size,
    display::{ARTIFACT, Colour, INK, Item, QUIET, WATER},
    layout::{Draft, lay_out},
    tests::{
        SIZES,
        file::{run, words},
        panel,
        printing::{panel_report, reviewers_booklet},
    },
    write,
};

#[test]
fn the_watermark_lies_under_every_page_as_decoration() {
    for size in SIZES {
        let lists = [booklet(&panel::booklet(), size), report(&panel::report(), size)];
        let extremes = extremes(size).iter().filter(|(name, _)| !name.contains("reply")).map(|(_, list)| list);
        for list in lists.iter().chain(extremes) {
            for page in &list.pages {
                let first = page.first().unwrap();
                assert!(matches!(&first.item, Item::Shape { fill, rings } if *fill == WATER && rings.len() > 10));
                assert_eq!(first.tag, ARTIFACT);
                let (_, top, _, bottom) = first.item.bounds();
                assert!(bottom - top > list.height * 0.35, "{}", bottom - top);
                let shapes = page.iter().filter(|placed| matches!(placed.item, Item::Shape { .. }));
                assert_eq!(shapes.count(), 1);
            }
        }
    }
}

#[test]
fn in_the_file_every_curve_of_the_watermark_is_marked_as_an_artifact() {
    for document in [
        reviewers_booklet(&panel::booklet(), &words(), Size::Standard).unwrap(),
        panel_report(&panel::report(), &words(), Size::Large).unwrap(),
    ] {
        let file = lopdf::Document::load_mem(&document.bytes).unwrap();
        let pages = file.get_pages();
        assert_eq!(pages.len(), usize::from(document.pages));
        for page in pages.into_values() {
            let content = lopdf::content::Content::decode(&file.get_page_content(page)).unwrap();
            let mut open: Vec<bool> = Vec::new();
            let mut curves = 0;
            for operation in &content.operations {
                match operation.operator.as_str() {
                    "BMC" | "BDC" => open.push(operation.operands[0].as_name().unwrap() == b"Artifact"),
                    "EMC" => assert!(open.pop().is_some()),
                    "c" => {
                        assert_eq!(open, [true]);
                        curves += 1;
                    }
                    _ => {}
                }
            }
            assert!(curves > 50, "{curves}");
        }
    }
}

#[test]
fn the_watermark_changes_no_word_that_is_copied() {
    let drafts = [booklet_draft(&panel::booklet(), Size::Standard).unwrap(), report_draft(&panel::report(), Size::Large).unwrap()];
    for draft in drafts {
        let with = write(lay_out(&draft).unwrap()).unwrap();
        let without = write(lay_out(&Draft { watermark: None, ..draft }).unwrap()).unwrap();
        assert_ne!(with.bytes, without.bytes);
        for mode in [&[][..], &["-raw"], &["-layout"]] {
            assert_eq!(run("pdftotext", mode, &with), run("pdftotext", mode, &without));
        }
        assert_eq!(run("pdfinfo", &["-struct-text"], &with), run("pdfinfo", &["-struct-text"], &without));
    }
}

#[test]
fn another_reader_has_another_watermark() {
    let rings = |reader: &str| {
        let mut view = panel::report();
        view.reader = reader.into();
        match &report(&view, Size::Standard).pages[0][0].item {
            Item::Shape { rings, .. } => rings.len(),
            other => panic!("{other:?}"),
        }
    };
    // A letter O has two rings.
    assert_eq!(rings("Ken OOO") - rings("Ken"), 6);
}

#[test]
fn words_over_the_watermark_keep_their_contrast() {
    fn light([red, green, blue]: Colour) -> f32 {
        let part = |value: u8| {
            let value = f32::from(value) / 255.;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }
    let contrast = |one, other| (light(one) + 0.05) / (light(other) + 0.05);
    assert!(contrast(WATER, INK) > 7.);
    assert!(contrast(WATER, QUIET) > 4.5);
}
