//! Forms as they come back: filled in as programs do it, with the values of the fields alone.

use lopdf::{Document, Object, ObjectId};

/// The form with these words in its boxes, and these boxes ticked.
///
/// # Panics
///
/// If it is no form, or has no such box.
#[must_use]
pub fn filled_form(pdf: &[u8], words: &[(&str, &str)], ticks: &[&str]) -> Vec<u8> {
    let mut file = Document::load_mem(pdf).expect("a PDF file");
    let form = file.catalog().expect("a catalog").get(b"AcroForm").and_then(Object::as_dict).expect("a form");
    let fields: Vec<ObjectId> = form
        .get(b"Fields")
        .and_then(Object::as_array)
        .expect("fields")
        .iter()
        .map(|field| field.as_reference().expect("a field"))
        .collect();
    for (name, value) in
        words.iter().map(|(name, words)| (*name, lopdf::text_string(words))).chain(ticks.iter().map(|name| (*name, "Yes".into())))
    {
        let is_it = |id: &&ObjectId| {
            file.get_dictionary(**id).and_then(|field| field.get(b"T")?.as_str()).is_ok_and(|found| found == name.as_bytes())
        };
        let id = *fields.iter().find(is_it).unwrap_or_else(|| panic!("no box {name}"));
        file.get_dictionary_mut(id).expect("a field").set("V", value);
    }
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("a file");
    bytes
}
