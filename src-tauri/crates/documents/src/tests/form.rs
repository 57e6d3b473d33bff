//! The form to fill in on a computer: every box has a field, and every field says what it is for.

use super::{
    SIZES,
    file::{run, words},
    invented,
};
use crate::{Document, Paper, Size, print};
use lopdf::{Dictionary, Object};
use std::collections::BTreeSet;

fn form(size: Size) -> Document {
    print(&Paper::FillableForm(invented::blank_form()), &words(), size).unwrap()
}

fn fields(file: &lopdf::Document) -> Vec<&Dictionary> {
    let form = file.catalog().unwrap().get(b"AcroForm").unwrap().as_dict().unwrap();
    let fields = form.get(b"Fields").unwrap().as_array().unwrap();
    fields.iter().map(|field| file.get_dictionary(field.as_reference().unwrap()).unwrap()).collect()
}

fn name(field: &Dictionary) -> String {
    String::from_utf8(field.get(b"T").unwrap().as_str().unwrap().to_vec()).unwrap()
}

#[test]
fn every_box_of_the_typing_desk_that_the_form_asks_for_has_a_field_of_its_name() {
    let view = invented::blank_form();
    let mut expected = BTreeSet::new();
    let plain = "group_name address postcode summary payee_name heard_else people_total people_from_area asked";
    expected.extend(plain.split(' ').map(str::to_owned));
    expected.extend([2, 4, 5, 6, 7].map(|number| format!("answer_{number}")));
    for contact in 1..=2 {
        expected.extend(["name", "position", "phone", "email"].map(|part| format!("contact_{contact}_{part}")));
    }
    expected.extend((1..=12).flat_map(|line| [format!("cost_{line}_what"), format!("cost_{line}_amount")]));
    let counted = [("kind", view.kinds.len()), ("heard", view.heard.len()), ("priority", 3), ("age", 5)];
    expected.extend(counted.iter().flat_map(|(name, most)| (1..=*most).map(move |number| format!("{name}_{number}"))));
    for size in SIZES {
        let file = lopdf::Document::load_mem(&form(size).bytes).unwrap();
        let names: Vec<String> = fields(&file).into_iter().map(name).collect();
        assert_eq!(names.len(), expected.len());
        assert_eq!(names.into_iter().collect::<BTreeSet<_>>(), expected);
    }
}

#[test]
fn every_field_is_spoken_and_shown_and_stands_in_the_order_of_reading() {
    let document = form(Size::Standard);
    let file = lopdf::Document::load_mem(&document.bytes).unwrap();
    let all = fields(&file);
    let keys: Vec<i64> = all.iter().map(|field| field.get(b"StructParent").unwrap().as_i64().unwrap()).collect();
    assert!(keys.is_sorted_by(|one, next| one + 1 == *next), "{keys:?}");
    for field in &all {
        let label = lopdf::decode_text_string(field.get(b"TU").unwrap()).unwrap();
        assert!(label.chars().count() >= 5 && label.contains(char::is_alphabetic), "{}: {label}", name(field));
        let shown = field.get(b"AP").unwrap().as_dict().unwrap().get(b"N").unwrap();
        let tick = field.get(b"FT").unwrap().as_name().unwrap() == b"Btn";
        assert_eq!(tick, matches!(shown, Object::Dictionary(states) if states.has(b"Yes") && states.has(b"Off")), "{}", name(field));
    }
    let labels: BTreeSet<String> = all.iter().map(|field| lopdf::decode_text_string(field.get(b"TU").unwrap()).unwrap()).collect();
    assert_eq!(labels.len(), all.len(), "two fields say the same");
    assert!(labels.contains("First contact: Email") && labels.contains("How many people, 5 to 11"), "{labels:?}");

    let tree = run("pdfinfo", &["-struct"], &document);
    assert_eq!(tree.matches("Form\n").count(), all.len());
    let catalog = file.catalog().unwrap();
    let form = catalog.get(b"AcroForm").unwrap().as_dict().unwrap();
    assert!(!form.has(b"NeedAppearances") && !form.has(b"XFA") && !catalog.has(b"Names") && !catalog.has(b"OpenAction"));
}

#[test]
fn its_font_writes_the_names_of_neighbours() {
    let document = form(Size::Standard);
    let fonts = run("pdffonts", &[], &document);
    let line = fonts.lines().find(|line| line.starts_with("CCFORM+SourceSans3-Regular")).unwrap();
    assert!(line.contains("TrueType") && line.contains("Custom"), "{line}");
    assert!(line.contains("yes yes"), "embedded, a subset: {line}");
}

#[test]
fn a_large_form_is_typed_in_large_letters() {
    for (size, letters) in [(Size::Standard, "12 Tf"), (Size::Large, "18 Tf")] {
        let file = lopdf::Document::load_mem(&form(size).bytes).unwrap();
        let looks = fields(&file).into_iter().filter_map(|field| field.get(b"DA").ok()?.as_str().ok().map(<[u8]>::to_vec));
        assert!(looks.into_iter().all(|look| String::from_utf8(look).unwrap().contains(letters)));
    }
}
