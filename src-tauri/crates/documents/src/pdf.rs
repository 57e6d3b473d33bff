//! The display list as a file: printpdf writes pages and fonts, lopdf adds what printpdf cannot.

mod content;
mod face;
mod form;
mod metadata;
mod structure;

use crate::{DocumentError, display::DisplayList, font::Fonts};
use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Object, StringFormat};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use std::io::Write;

/// Level 4 is three times as fast as level 9, and an agreement grows by one byte in forty.
const LEVEL: u32 = 4;

/// Writes the pages. The same pages give the same bytes, on every day and on every computer.
pub(crate) fn write(list: &DisplayList, fonts: &Fonts) -> Result<Vec<u8>, DocumentError> {
    let faces = face::used(list, fonts)?;
    let mut structure = structure::Structure::new(list);
    let mut document = PdfDocument::new(&list.title);
    for (index, face) in &faces {
        let font = printpdf::PdfFont::new(face.parsed.clone());
        document.resources.fonts.map.insert(face::id(*index), font);
    }
    for (index, page) in list.pages.iter().enumerate() {
        let operations = content::operations(list, page, index, &faces, &mut structure);
        document.pages.push(PdfPage::new(Mm(210.), Mm(297.), operations));
    }
    let mut warnings = Vec::new();
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    "1.7".clone_into(&mut file.version);
    metadata::describe(&mut file, list).map_err(|error| failed(&error))?;
    let fields = form::attach(&mut file, list, fonts)?;
    structure.attach(&mut file, list, &fields).map_err(|error| failed(&error))?;
    let identity = identity(&file, list);
    let identity = Object::String(identity.to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    compress(&mut file)?;
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).map_err(|error| DocumentError::Write(error.to_string()))?;
    Ok(bytes)
}

fn failed(error: &lopdf::Error) -> DocumentError {
    DocumentError::Write(error.to_string())
}

/// A name for the content, made from nothing but the content.
fn identity(file: &lopdf::Document, list: &DisplayList) -> u128 {
    let streams = file.objects.values().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream.content.as_slice()),
        _ => None,
    });
    std::iter::once(list.title.as_bytes()).chain(streams).fold(SEED, hash)
}

const SEED: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;

/// FNV-1a: names content, protects nothing.
fn hash(seed: u128, bytes: &[u8]) -> u128 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b))
}

fn compress(file: &mut lopdf::Document) -> Result<(), DocumentError> {
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
        let packed =
            encoder.write_all(&stream.content).and_then(|()| encoder.finish()).map_err(|error| DocumentError::Write(error.to_string()))?;
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
    Ok(())
}

/// Text for readers of the file, in any script.
fn text(words: &str) -> Object {
    Object::String(utf16(words), StringFormat::Hexadecimal)
}

fn utf16(words: &str) -> Vec<u8> {
    let units = words.encode_utf16().flat_map(u16::to_be_bytes);
    [0xfe, 0xff].into_iter().chain(units).collect()
}

/// Ties are no-break spaces on the page only.
fn untied(words: &str) -> String {
    words.replace('\u{a0}', " ")
}
