//! The display list as a file: printpdf writes pages and fonts, lopdf adds what printpdf cannot.

mod content;
pub(crate) mod face;
mod form;
mod metadata;
#[cfg(any(test, feature = "bench"))]
pub(crate) mod second;
mod structure;

use crate::{DocumentError, display::DisplayList, font::Fonts, inline::untied};
use face::Used;
use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Object, ObjectId, ObjectStreamConfig, SaveOptions, StringFormat};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use std::{collections::BTreeMap, rc::Rc};

/// Level 4 is three times as fast as level 9, and an agreement grows by one byte in forty.
const LEVEL: u32 = 4;

/// More objects in one stream make a smaller file; a viewer unpacks the whole stream to read one of them.
const OBJECTS: usize = 500;

/// Writes the pages. The same pages give the same bytes, on every day and on every computer.
pub(crate) fn write(list: &DisplayList, fonts: &Fonts) -> Result<Vec<u8>, DocumentError> {
    write_in_steps(list, fonts, |_| ())
}

/// The same, and says each step when it is done.
pub(crate) fn write_in_steps(list: &DisplayList, fonts: &Fonts, mut done: impl FnMut(&'static str)) -> Result<Vec<u8>, DocumentError> {
    let faces = face::used(list, fonts)?;
    done("subset");
    let mut structure = structure::Structure::new(list);
    let pages = list.pages.iter().enumerate();
    let contents: Vec<Vec<u8>> = pages.map(|(index, page)| content::stream(list, page, index, &faces, &mut structure)).collect();
    done("contents");
    let mut file = skeleton(list, &faces);
    fill(&mut file, contents).map_err(|error| failed(&error))?;
    done("hand-over");
    "1.7".clone_into(&mut file.version);
    metadata::describe(&mut file, list).map_err(|error| failed(&error))?;
    let fields = form::attach(&mut file, list, fonts)?;
    structure.attach(&mut file, list, &fields).map_err(|error| failed(&error))?;
    let identity = identity(&file, list);
    let identity = Object::String(identity.to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    done("tags and description");
    compress(&mut file, fonts)?;
    done("compress");
    let mut bytes = Vec::new();
    let objects = ObjectStreamConfig { max_objects_per_stream: OBJECTS, compression_level: LEVEL };
    let options = SaveOptions { use_object_streams: true, use_xref_streams: true, linearize: false, object_stream_config: objects };
    file.save_with_options(&mut bytes, options).map_err(|error| DocumentError::Write(error.to_string()))?;
    done("save");
    Ok(bytes)
}

/// printpdf writes the frame: catalog, empty pages, fonts with their widths and words.
fn skeleton(list: &DisplayList, faces: &BTreeMap<usize, Rc<Used>>) -> lopdf::Document {
    let mut document = PdfDocument::new(&list.title);
    let mut named = Vec::new();
    for (index, face) in faces {
        document.resources.fonts.map.insert(face::id(*index), printpdf::PdfFont::new(face.parsed.clone()));
        named.extend(face.named(*index));
    }
    // printpdf embeds only fonts that it sees in use, so the first page shows every glyph until it gets its own content.
    for _ in &list.pages {
        document.pages.push(PdfPage::new(Mm(210.), Mm(297.), std::mem::take(&mut named)));
    }
    document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new())
}

/// Gives each page its content.
fn fill(file: &mut lopdf::Document, contents: Vec<Vec<u8>>) -> Result<(), lopdf::Error> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    for (page, content) in pages.into_iter().zip(contents) {
        let stream = file.get_dictionary(page)?.get(b"Contents")?.as_reference()?;
        file.get_object_mut(stream)?.as_stream_mut()?.set_content(content);
    }
    Ok(())
}

fn failed(error: &lopdf::Error) -> DocumentError {
    DocumentError::Write(error.to_string())
}

/// A name for the content, made from nothing but the content. Font programs follow from what stands in the other streams.
fn identity(file: &lopdf::Document, list: &DisplayList) -> u128 {
    let streams = file.objects.values().filter_map(|object| match object {
        Object::Stream(stream) if !stream.dict.has(b"Length1") => Some(stream.content.as_slice()),
        _ => None,
    });
    std::iter::once(list.title.as_bytes()).chain(streams).fold(SEED, hash)
}

const SEED: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;

/// FNV-1a: names content, protects nothing.
fn hash(seed: u128, bytes: &[u8]) -> u128 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b))
}

fn compress(file: &mut lopdf::Document, fonts: &Fonts) -> Result<(), DocumentError> {
    let mut press = Press::new();
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let packed = match face::known(&stream.content, fonts) {
            Some(known) => known,
            None => press.packed(&stream.content)?,
        };
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
    Ok(())
}

/// Compresses stream after stream. Its memory is prepared once: that takes longer than a short stream.
struct Press(Compress);

impl Press {
    fn new() -> Self {
        Self(Compress::new(Compression::new(LEVEL), true))
    }

    fn packed(&mut self, bytes: &[u8]) -> Result<Vec<u8>, DocumentError> {
        self.0.reset();
        let mut packed = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let done = usize::try_from(self.0.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(done..).unwrap_or_default();
            let status = self.0.compress_vec(rest, &mut packed, FlushCompress::Finish);
            match status.map_err(|error| DocumentError::Write(error.to_string()))? {
                Status::StreamEnd => return Ok(packed),
                Status::Ok | Status::BufError => packed.reserve(bytes.len() / 2 + 64),
            }
        }
    }
}

/// Text for readers of the file, in any script.
fn text(words: &str) -> Object {
    Object::String(utf16(&untied(words)), StringFormat::Hexadecimal)
}

fn utf16(words: &str) -> Vec<u8> {
    let units = words.encode_utf16().flat_map(u16::to_be_bytes);
    [0xfe, 0xff].into_iter().chain(units).collect()
}
