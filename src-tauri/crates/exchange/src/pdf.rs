//! PDF files from outside, read with limits: what is too large, locked or damaged is refused before it costs memory or time.
//!
//! The reader of the files (lopdf) has limits for one part of a file and none for all of them together. What it would follow or
//! unpack by itself is therefore hidden from it (`hidden`), weighed as it comes (`weighed`), and done here afterwards.

use lopdf::xref::XrefEntry;
use lopdf::{DecompressError, Dictionary, Document, LoadOptions, Object, ObjectId, ObjectStream, Stream};
use std::cell::Cell;
use std::panic::{catch_unwind, resume_unwind};

/// The most bytes of a file: as much as the register keeps.
pub(crate) const MOST_BYTES: usize = 20 * 1024 * 1024;
/// The most bytes that one part of a file may unpack to while the file is opened.
const MOST_PART: usize = 8 * 1024 * 1024;
/// The most bytes that all packed parts which are opened together may unpack to.
const MOST_UNPACKED: usize = 128 * 1024 * 1024;
/// The most objects of a file.
const MOST_OBJECTS: usize = 200_000;
/// The most bytes of one table of where objects stand.
const MOST_TABLE: usize = 8 * MOST_OBJECTS;
/// The most such tables, one after another: each time a file is saved there may be one more.
const MOST_TABLES: usize = 32;
/// The most bytes of memory that all that stands in a file may take.
const MOST_WEIGHT: usize = 256 * 1024 * 1024;
/// What an object inside another one takes at least, nearly.
const WEIGHT: usize = 128;
/// What the list of packed objects is called after it was hidden (`ObjStm`).
const PACKED: &[u8] = b"objStm";

/// Why a PDF file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PdfError {
    TooLarge,
    Locked,
    Unreadable,
}

/// Opens a PDF file.
pub(crate) fn open(bytes: &[u8]) -> Result<Document, PdfError> {
    if bytes.len() > MOST_BYTES {
        return Err(PdfError::TooLarge);
    }
    // Places are counted from here.
    let start = find(bytes, b"%PDF-").ok_or(PdfError::Unreadable)?;
    let bytes = hidden(bytes.get(start..).unwrap_or_default())?;
    let options = LoadOptions { max_decompressed_size: Some(MOST_TABLE), filter: Some(weighed), ..LoadOptions::default() };
    LEFT.set(MOST_WEIGHT);
    // The reader answers errors; should it stop at a file nobody thought of, that is one more damaged file.
    let read = catch_unwind(|| Document::load_mem_with_options(&bytes, options));
    let read = read.map_err(|stopped| if stopped.is::<TooHeavy>() { PdfError::TooLarge } else { PdfError::Unreadable })?;
    let mut file = read.map_err(|error| if is_too_large(&error) { PdfError::TooLarge } else { PdfError::Unreadable })?;
    if file.trailer.has(b"encrypt") {
        return Err(PdfError::Locked);
    }
    fill(&mut file, &bytes)?;
    unpack(&mut file)?;
    // A length may itself have been packed.
    fill(&mut file, &bytes)?;
    if file.objects.len() > MOST_OBJECTS {
        return Err(PdfError::TooLarge);
    }
    Ok(file)
}

fn is_too_large(error: &lopdf::Error) -> bool {
    matches!(error, lopdf::Error::Decompress(DecompressError::MemoryLimitExceeded { .. }))
}

/// The file with other names, as long as before, for what the reader would follow by itself: lengths that stand elsewhere (it looks
/// them up one inside another, as deep as a file likes, and unpacks whatever is on the way), and locks (it copies a locked file
/// once for each of its objects).
fn hidden(bytes: &[u8]) -> Result<Vec<u8>, PdfError> {
    let mut copy = bytes.to_vec();
    let mut tables = 0;
    for place in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/').map(|(place, _)| place) {
        let (name, rest) = name(bytes.get(place + 1..).unwrap_or_default());
        match name.as_slice() {
            b"Length" if is_reference(rest) => copy[place + 1] = b'l',
            b"Encrypt" => copy[place + 1] = b'e',
            b"Prev" | b"XRefStm" if !is_reference(rest) => {
                tables += 1;
                if tables > MOST_TABLES {
                    return Err(PdfError::TooLarge);
                }
            }
            _ => {}
        }
    }
    Ok(copy)
}

/// The name at the beginning, if it is a short one, and what follows it.
fn name(mut bytes: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut name = Vec::new();
    while name.len() <= b"XRefStm".len() {
        let (letter, rest) = match bytes {
            [b'#', high, low, rest @ ..] => match (char::from(*high).to_digit(16), char::from(*low).to_digit(16)) {
                (Some(high), Some(low)) => (u8::try_from(high * 16 + low).unwrap_or_default(), rest),
                _ => break,
            },
            [letter, rest @ ..] if !b" \t\n\r\0\x0c()<>[]{}/%#".contains(letter) => (*letter, rest),
            _ => break,
        };
        name.push(letter);
        bytes = rest;
    }
    (name, bytes)
}

/// Whether two numbers and an R follow: `12 0 R`.
fn is_reference(bytes: &[u8]) -> bool {
    let number = |bytes| {
        let bytes = blank(bytes);
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        bytes.get(digits..).filter(|_| digits > 0)
    };
    number(bytes).and_then(number).is_some_and(|rest| blank(rest).starts_with(b"R"))
}

/// What follows white space and comments.
fn blank(mut bytes: &[u8]) -> &[u8] {
    loop {
        bytes = match bytes {
            [b' ' | b'\t' | b'\n' | b'\r' | b'\0' | b'\x0c', rest @ ..] => rest,
            [b'%', ..] => {
                let end = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
                bytes.get(end.unwrap_or(bytes.len())..).unwrap_or_default()
            }
            _ => return bytes,
        }
    }
}

thread_local! {
    /// What the file that is opened on this thread may still take: the reader hands nothing to what it asks about each object.
    static LEFT: Cell<usize> = const { Cell::new(0) };
}

/// Thrown at the reader when a file is too heavy: it would go on with the next object.
struct TooHeavy;

/// Asked about each object as soon as it is read; one may be read again and again, under other numbers.
#[expect(clippy::unnecessary_wraps, reason = "what the reader asks may also leave an object out")]
fn weighed(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    if take(weight(object)).is_err() {
        resume_unwind(Box::new(TooHeavy));
    }
    if let Object::Stream(stream) = object
        && stream.dict.has_type(b"ObjStm")
    {
        stream.dict.set("Type", Object::Name(PACKED.to_vec()));
    }
    // Only whether there is an answer counts.
    Some((id, Object::Null))
}

fn take(weight: usize) -> Result<(), PdfError> {
    let left = LEFT.get().checked_sub(weight).ok_or(PdfError::TooLarge)?;
    LEFT.set(left);
    Ok(())
}

fn weight(object: &Object) -> usize {
    let of = |about: &Dictionary| about.iter().map(|(name, part)| name.len() + weight(part)).sum::<usize>();
    WEIGHT
        + match object {
            Object::Name(bytes) | Object::String(bytes, _) => bytes.len(),
            Object::Array(parts) => parts.iter().map(weight).sum(),
            Object::Dictionary(about) => of(about),
            Object::Stream(stream) => of(&stream.dict) + stream.content.len(),
            _ => 0,
        }
}

/// Gives streams whose length stands elsewhere what is in them.
fn fill(file: &mut Document, bytes: &[u8]) -> Result<(), PdfError> {
    const END: &[u8] = b"endstream";
    const LINES: [&[u8]; 4] = [b"", b"\n", b"\r", b"\r\n"];
    let length = |stream: &Stream| resolved(file, stream.dict.get(b"length").ok()?)?.as_i64().ok();
    let empty = |object: &Object| {
        let stream = object.as_stream().ok().filter(|stream| stream.content.is_empty())?;
        Some((stream.start_position?, usize::try_from(length(stream)?).ok()?))
    };
    let found: Vec<_> = file.objects.iter().filter_map(|(id, object)| Some((*id, empty(object)?))).collect();
    for (id, (start, length)) in found {
        let rest = bytes.get(start..).unwrap_or_default();
        let ends_at = |rest: &[u8]| LINES.iter().any(|line| rest.strip_prefix(*line).is_some_and(|rest| rest.starts_with(END)));
        let ends = |length: &usize| rest.get(*length..).is_some_and(ends_at);
        // Some programs write a length that is wrong. To look for the end takes as long as it takes to copy what is before it.
        let length = Some(length).filter(ends).or_else(|| find(rest, END));
        let content = length.and_then(|length| rest.get(..length)).unwrap_or_default();
        take(if length.is_some() { content.len() } else { rest.len() })?;
        if let Some(Object::Stream(stream)) = file.objects.get_mut(&id) {
            stream.set_content(content.to_vec());
        }
    }
    Ok(())
}

/// Unpacks the objects that stand packed in others.
fn unpack(file: &mut Document) -> Result<(), PdfError> {
    let is_packed = |object: &Object| object.as_stream().is_ok_and(|stream| stream.dict.has_type(PACKED));
    let all: Vec<ObjectId> = file.objects.iter().filter(|(_, object)| is_packed(object)).map(|(id, _)| *id).collect();
    let mut room = MOST_UNPACKED;
    for id in all {
        let Some(Object::Stream(stream)) = file.objects.remove(&id) else { continue };
        let content = match stream.get_plain_content_with_limit(MOST_PART.min(room)) {
            Ok(content) => content,
            Err(error) if is_too_large(&error) => return Err(PdfError::TooLarge),
            // Damaged, and nothing of it can be had. It may have taken as long as one that can be read.
            Err(_) => {
                room = room.saturating_sub(MOST_PART);
                continue;
            }
        };
        room -= content.len();
        for (number, text) in packed(&stream.dict, &content) {
            // An older copy of an object does not come before a newer one.
            let here = match file.reference_table.get(number) {
                None => true,
                Some(XrefEntry::Compressed { container, .. }) => *container == id.0,
                Some(_) => false,
            };
            if here && !file.objects.contains_key(&(number, 0)) {
                let Some(object) = object(text) else { continue };
                take(weight(&object))?;
                file.objects.insert((number, 0), object);
            }
        }
    }
    Ok(())
}

/// The numbers of packed objects, and the part of the text where each stands. No part is in two.
fn packed<'a>(about: &Dictionary, content: &'a [u8]) -> Vec<(u32, &'a [u8])> {
    let first = about.get(b"First").and_then(Object::as_i64).ok().and_then(|first| usize::try_from(first).ok());
    let Some((list, texts)) = first.and_then(|first| content.split_at_checked(first)) else { return Vec::new() };
    // A comment runs to the end of its line.
    let lines = list.split(|byte| matches!(byte, b'\r' | b'\n')).map(|line| line.split(|byte| *byte == b'%').next().unwrap_or_default());
    let numbers = lines.flat_map(|line| line.split(u8::is_ascii_whitespace)).filter(|part| !part.is_empty());
    let numbers: Vec<Option<u32>> = numbers.map(|part| str::from_utf8(part).ok()?.parse().ok()).collect();
    let places = numbers.chunks_exact(2).filter_map(|pair| Some((usize::try_from(pair[1]?).ok()?, pair[0]?)));
    let mut places: Vec<(usize, u32)> = places.collect();
    places.sort_unstable();
    let ends = places.iter().skip(1).map(|(place, _)| *place).chain([texts.len()]);
    places.iter().zip(ends).filter_map(|((place, number), end)| Some((*number, texts.get(*place..end)?))).collect()
}

/// The object that stands in a text: the reader reads such texts only where they are packed.
fn object(text: &[u8]) -> Option<Object> {
    const HEAD: &[u8] = b"0 0 ";
    let mut about = Dictionary::new();
    about.set("N", 1);
    about.set("First", i64::try_from(HEAD.len()).ok()?);
    let stream = Stream::new(about, [HEAD, text].concat());
    ObjectStream::new(&stream).ok()?.objects.remove(&(0, 0))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// What an object is, followed through at most a few references.
pub(crate) fn resolved<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Object> {
    let mut object = object;
    for _ in 0..8 {
        match object {
            Object::Reference(id) => object = file.objects.get(id)?,
            other => return Some(other),
        }
    }
    None
}

/// What the file says that programs find it by (`Keywords`).
pub(crate) fn keywords(file: &Document) -> Option<String> {
    let information = resolved(file, file.trailer.get(b"Info").ok()?)?.as_dict().ok()?;
    Some(text(resolved(file, information.get(b"Keywords").ok()?)?.as_str().ok()?))
}

/// A text of a PDF file: UTF-16 with either order of bytes, UTF-8 with its mark, or `PDFDocEncoding`.
pub(crate) fn text(bytes: &[u8]) -> String {
    let wide = |rest: &[u8], order: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).filter_map(|pair| Some(order(pair.try_into().ok()?)));
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>()
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        plain => plain.iter().map(|byte| letter(*byte)).collect(),
    }
}

/// A letter of `PDFDocEncoding` (PDF 32000-1, annex D.2).
fn letter(byte: u8) -> char {
    const ACCENTS: &str = "˘ˇˆ˙˝˛˚˜";
    const MORE: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{fffd}€";
    let of = |letters: &str, first: u8| letters.chars().nth(usize::from(byte - first)).unwrap_or(char::REPLACEMENT_CHARACTER);
    match byte {
        0x18..=0x1f => of(ACCENTS, 0x18),
        0x80..=0xa0 => of(MORE, 0x80),
        plain => char::from(plain),
    }
}

#[cfg(test)]
mod tests;
