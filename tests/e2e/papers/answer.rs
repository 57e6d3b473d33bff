//! What a group does with a paper: fills in a form with a viewer, or prints, signs and scans.

use std::path::Path;
use std::process::Command;

use lopdf::{Document, Object, Stream, dictionary};

/// A4 in points.
const PAGE: [i32; 4] = [0, 0, 595, 842];

/// The form with these words in its boxes.
pub(super) fn fill(form: &[u8], words: &[(&str, &str)]) -> Vec<u8> {
    let mut pdf = Document::load_mem(form).expect("the form is a PDF");
    let mut filled = 0;
    for object in pdf.objects.values_mut() {
        let Ok(field) = object.as_dict_mut() else { continue };
        let Ok(Object::String(name, _)) = field.get(b"T") else { continue };
        let Some((_, text)) = words.iter().find(|(wanted, _)| wanted.as_bytes() == name) else { continue };
        field.set("V", lopdf::text_string(text));
        filled += 1;
    }
    assert_eq!(filled, words.len(), "every box is in the form");
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).expect("the form is saved");
    bytes
}

/// The pages as a scanner gives them: one grey picture a page, 200 dots to the inch, and no text.
pub(super) fn scan(printed: &Path) -> Vec<u8> {
    let folder = printed.with_extension("scanned");
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let drawn = Command::new("pdftoppm").args(["-r", "200", "-gray", "-jpeg"]).arg(printed).arg(folder.join("page")).status();
    assert!(drawn.expect("pdftoppm is in the Debian package poppler-utils").success(), "{} was not drawn", printed.display());
    let mut pictures: Vec<_> = std::fs::read_dir(&folder).expect("the pictures").flatten().map(|entry| entry.path()).collect();
    pictures.sort();
    let mut pdf = Document::with_version("1.4");
    let tree = pdf.new_object_id();
    let mut pages = Vec::new();
    for picture in pictures {
        let bytes = std::fs::read(&picture).expect("a picture");
        let (width, height) = size_of(&bytes);
        let about = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(width), "Height" => i64::from(height),
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8, "Filter" => "DCTDecode",
        };
        let image = pdf.add_object(Stream::new(about, bytes));
        let draw = pdf.add_object(Stream::new(dictionary! {}, format!("{} 0 0 {} 0 0 cm /Scan Do", PAGE[2], PAGE[3]).into_bytes()));
        let page = pdf.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => draw, "MediaBox" => PAGE.map(Object::from).to_vec(),
            "Resources" => dictionary! { "XObject" => dictionary! { "Scan" => image } },
        });
        pages.push(Object::from(page));
    }
    let count = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    pdf.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => pages, "Count" => count }.into());
    let root = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", root);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).expect("the scan is saved");
    std::fs::remove_dir_all(&folder).expect("the pictures are put away");
    bytes
}

/// The width and height of a JPEG, in dots: they stand in the head of its frame.
fn size_of(jpeg: &[u8]) -> (u16, u16) {
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0] || pair == [0xff, 0xc2]).expect("the frame of a JPEG");
    let number = |at: usize| u16::from_be_bytes([jpeg[frame + at], jpeg[frame + at + 1]]);
    (number(7), number(5))
}
