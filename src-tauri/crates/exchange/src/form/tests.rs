//! Forms filled in by other programs, and forms made to do harm.

use super::*;
use lopdf::{Stream, dictionary};
use std::collections::BTreeMap;

/// The invented form, filled in by pypdf, qpdf, pdf-lib and pdf.js; then flattened, locked, and with texts coded in each way.
macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!("../../files/forms/", $name, ".pdf"))
    };
}

fn boxes(pdf: &[u8]) -> BTreeMap<String, FilledBox> {
    let form = read(pdf).unwrap();
    assert!(form.boxes.iter().all(|(_, label, _)| label.chars().count() >= 5), "{:?}", form.boxes);
    form.boxes.into_iter().map(|(name, _, content)| (name, content)).collect()
}

fn text(words: &str) -> FilledBox {
    FilledBox::Text(words.to_owned())
}

#[test]
fn what_was_filled_in_with_any_program_reads_the_same() {
    let files: [(&str, &[u8]); 5] = [
        ("pypdf", file!("pypdf")),
        ("pypdf, as an update", file!("pypdf-incremental")),
        ("qpdf", file!("qpdf")),
        ("pdf-lib", file!("pdf-lib")),
        ("pdf.js", file!("pdfjs")),
    ];
    for (program, file) in files {
        let found = boxes(file);
        assert_eq!(found.len(), 64, "{program}");
        let expected = [
            ("group_name", "Zażółć Gęślą Choir – Łódź Road"),
            ("address", "12 Example Road\nAllenton"),
            ("summary", "Song books & a “piano”"),
            ("contact_2_name", "Siân Ŵyn"),
            ("contact_2_phone", ""),
            ("people_from_area", "30"),
            ("answer_2", "Six evenings of song.\n\nEverybody comes – old & young, £5 each."),
            ("answer_6", ""),
            ("cost_1_amount", "£84.50"),
            ("cost_3_what", "Piano tuning"),
        ];
        for (name, words) in expected {
            assert_eq!(found[name], text(words), "{program}: {name}");
        }
        let ticked = found.iter().filter(|(_, content)| **content == FilledBox::Tick(true)).map(|(name, _)| name.as_str());
        assert_eq!(ticked.collect::<Vec<_>>(), ["heard_1", "kind_2", "priority_1", "priority_3"], "{program}");
    }
}

#[test]
fn texts_are_read_in_each_coding_that_pdf_knows() {
    let found = boxes(file!("codings"));
    assert_eq!(found["group_name"], text("Łódź Road"));
    assert_eq!(found["summary"], text("• a bullet € a euro"));
    assert_eq!(found["answer_2"], text("Line one\nLine two"));
}

#[test]
fn a_form_that_was_turned_into_plain_pages_has_nothing_in_its_boxes() {
    assert_eq!(read(file!("flattened")), Ok(FilledForm { boxes: Vec::new() }));
}

#[test]
fn a_locked_file_is_refused_also_when_it_opens_without_a_password() {
    assert_eq!(read(file!("qpdf-locked")), Err(FormError::Locked));
    assert_eq!(read(file!("qpdf-owner-locked")), Err(FormError::Locked));
}

/// A file with these fields.
fn form(build: impl FnOnce(&mut Document) -> Vec<Object>) -> Vec<u8> {
    let mut file = Document::with_version("1.7");
    let fields = build(&mut file);
    let pages = file.add_object(dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 });
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "AcroForm" => dictionary! { "Fields" => fields } });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).unwrap();
    bytes
}

fn field(name: &str, value: Object) -> Dictionary {
    dictionary! { "T" => Object::string_literal(name), "FT" => "Tx", "V" => value }
}

#[test]
fn fields_within_fields_are_named_by_all_of_them() {
    let bytes = form(|file| {
        let inner = file.add_object(dictionary! { "T" => Object::string_literal("name"), "V" => Object::string_literal("Ada") });
        let widget = dictionary! { "AS" => "On" };
        let tick = dictionary! { "T" => Object::string_literal("tick"), "FT" => "Btn", "Kids" => vec![widget.into()] };
        let outer = dictionary! { "T" => Object::string_literal("who"), "FT" => "Tx", "Kids" => vec![inner.into()] };
        vec![outer.into(), tick.into()]
    });
    let found = read(&bytes).unwrap().boxes;
    let expected = [("who.name".into(), "who.name".into(), text("Ada")), ("tick".into(), "tick".into(), FilledBox::Tick(true))];
    assert_eq!(found, expected);
}

#[test]
fn a_file_without_boxes_is_no_form() {
    assert_eq!(read(&form(|_| Vec::new())), Err(FormError::NoForm));
    for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7\nnothing\n%%EOF", b"PK\x03\x04"] {
        assert_eq!(read(bytes), Err(FormError::Unreadable), "{bytes:?}");
    }
}

#[test]
fn a_form_that_stands_in_itself_is_read_once() {
    let bytes = form(|file| {
        let (one, two) = (file.new_object_id(), file.new_object_id());
        let part = |name: &str, kid: ObjectId| dictionary! { "T" => Object::string_literal(name), "Kids" => vec![kid.into()] };
        file.objects.insert(one, part("one", two).into());
        file.objects.insert(two, part("two", one).into());
        vec![one.into(), field("name", Object::string_literal("Ada")).into()]
    });
    assert_eq!(read(&bytes).unwrap().boxes, [("name".into(), "name".into(), text("Ada"))]);
}

#[test]
fn a_form_made_to_do_harm_is_refused() {
    // Far too many fields, and so many that they unpack to too much already; a tower of fields, a long text said by each of many, and texts that unpack to far too much.
    let many = |count: u32| form(|_| (0..count).map(|_| field("a", Object::string_literal("b")).into()).collect());
    assert_eq!(read(&many(100_000)), Err(FormError::TooLarge));
    assert!(read(&many(500_000)).is_err());
    let tower = form(|file| {
        let mut top = file.add_object(field("leaf", Object::string_literal("x")));
        for _ in 0..100 {
            top = file.add_object(dictionary! { "T" => Object::string_literal("t"), "Kids" => vec![top.into()] });
        }
        vec![top.into()]
    });
    assert_eq!(read(&tower), Err(FormError::TooLarge));
    let echo = form(|file| {
        let long = file.add_object(Object::string_literal("x".repeat(100_000)));
        (0..1_000).map(|_| field("a", long.into()).into()).collect()
    });
    assert_eq!(read(&echo), Err(FormError::TooLarge));
    let bomb = form(|file| {
        let mut stream = Stream::new(Dictionary::new(), vec![b'x'; 60_000_000]);
        stream.compress().unwrap();
        let bomb = file.add_object(stream);
        vec![field("a", bomb.into()).into(), field("b", Object::string_literal("c")).into()]
    });
    assert!(bomb.len() < 200_000);
    assert_eq!(read(&bomb).unwrap().boxes[0].2, text(""), "what unpacks to too much is not read");
    assert_eq!(read(&[b"%PDF-1.7".to_vec(), vec![b' '; pdf::MOST_BYTES]].concat()), Err(FormError::TooLarge));
    // Arrays in arrays, deeper than any stack.
    let deep = [b"%PDF-1.7\n1 0 obj\n".to_vec(), vec![b'['; 1_000_000], b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF".to_vec()].concat();
    assert!(read(&deep).is_err());
}

#[test]
fn a_file_whose_parts_unpack_to_too_much_together_is_refused() {
    let packed = |bytes: usize| {
        let mut stream = Stream::new(Dictionary::new(), vec![b' '; bytes]);
        stream.compress().unwrap();
        stream.content
    };
    let part = packed(7_000_000);
    let mut file = b"%PDF-1.7\n".to_vec();
    for number in 1..=30 {
        let head = format!("{number} 0 obj\n<</Type/ObjStm/N 1/First 0/Filter/FlateDecode/Length {}>>\nstream\n", part.len());
        file.extend(head.as_bytes());
        file.extend(&part);
        file.extend(b"\nendstream\nendobj\n");
    }
    file.extend(b"trailer<</Root 1 0 R>>\n%%EOF");
    assert!(file.len() < 400_000);
    assert_eq!(read(&file), Err(FormError::TooLarge));
}

#[test]
fn a_damaged_form_is_an_error_and_never_more() {
    let whole = file!("pdf-lib");
    for end in (0..whole.len()).step_by(4_999) {
        let _ = read(&whole[..end]);
        let mut flipped = whole.to_vec();
        flipped[end] ^= 0x55;
        let _ = read(&flipped);
    }
}

#[test]
fn marks_of_language_and_line_ends_are_tidied() {
    assert_eq!(tidy("one\r\ntwo\rthree\u{2029}four"), "one\ntwo\nthree\nfour");
    assert_eq!(tidy("\u{1b}en\u{1b}Hello\u{feff}"), "Hello");
    assert_eq!(tidy("a\u{1b}b"), "ab");
}
