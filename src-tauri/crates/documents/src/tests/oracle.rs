//! The tags, held against the checks of PDF/UA-1 that krilla makes before it writes a file.

use super::{SIZES, all, extreme, invented};
use crate::{
    Paper, Size, Wording,
    display::{DisplayList, INK, Item, Placed, Tag},
    font, paper,
    pdf::second::SecondWriter,
};

fn refusal(list: &DisplayList) -> Option<String> {
    let writer = font::with_fonts(|fonts| SecondWriter::new(fonts)).unwrap();
    writer.write(list).err().map(|error| error.to_string())
}

fn pages(paper: &Paper) -> DisplayList {
    paper::lay_out(paper, &Wording::bundled().unwrap(), Size::Standard).unwrap()
}

#[test]
fn the_second_writer_accepts_every_paper() {
    for size in SIZES {
        for (name, list) in all(size).iter().chain(extreme::every(size)) {
            assert_eq!(refusal(list), None, "{name} in {size:?}");
        }
    }
}

#[test]
fn the_second_writer_refuses_a_drawing_that_says_nothing() {
    let mut list = pages(&Paper::BlankForm(invented::blank_form()));
    for tag in &mut list.tags {
        tag.alternative = None;
    }
    assert!(refusal(&list).unwrap().contains("MissingAltText"));
}

#[test]
fn the_second_writer_refuses_a_heading_without_words() {
    let mut list = pages(&Paper::Agreement(invented::agreement()));
    let tag = list.tags.len();
    list.tags.push(Tag { role: "H1", ..Tag::default() });
    list.pages[0].push(Placed { tag, item: Item::Line { from: (60., 60.), to: (90., 60.), colour: INK, width: 1. } });
    assert!(refusal(&list).unwrap().contains("MissingHeadingTitle"));
}
