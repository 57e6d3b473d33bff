//! PDF files from outside, read with limits: what is too large, locked or damaged is refused before it costs memory or time.

use flate2::read::ZlibDecoder;
use lopdf::{Document, LoadOptions, Object};
use std::io::Read;
use std::panic::catch_unwind;

/// The most bytes of a file: as much as the register keeps.
pub(crate) const MOST_BYTES: usize = 20 * 1024 * 1024;
/// The most bytes that one part of a file may unpack to while the file is opened.
const MOST_PART: usize = 8 * 1024 * 1024;
/// The most bytes that all packed parts which are opened together may unpack to.
const MOST_UNPACKED: usize = 128 * 1024 * 1024;
/// The most objects of a file.
const MOST_OBJECTS: usize = 200_000;

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
    if unpacked(bytes) > MOST_UNPACKED {
        return Err(PdfError::TooLarge);
    }
    let options = LoadOptions { max_decompressed_size: Some(MOST_PART), ..LoadOptions::default() };
    // The reader answers errors; should it stop at a file nobody thought of, that is one more damaged file.
    let read = catch_unwind(|| Document::load_mem_with_options(bytes, options));
    let file = read.map_err(|_| PdfError::Unreadable)?.map_err(|error| match error {
        lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword | lopdf::Error::UnsupportedSecurityHandler(_) => PdfError::Locked,
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => PdfError::TooLarge,
        _ => PdfError::Unreadable,
    })?;
    if file.was_encrypted() || file.is_encrypted() {
        return Err(PdfError::Locked);
    }
    if file.objects.len() > MOST_OBJECTS {
        return Err(PdfError::TooLarge);
    }
    Ok(file)
}

/// How many bytes the object streams of a file unpack to, or a little more than the most. Only these are unpacked when a file
/// is opened, all of them together.
fn unpacked(bytes: &[u8]) -> usize {
    const STREAM: &[u8] = b"stream";
    let mut sum = 0usize;
    let mut place = 0;
    while let Some(found) = find(bytes.get(place..).unwrap_or_default(), STREAM) {
        let start = place + found + STREAM.len();
        place = start;
        let rest = bytes.get(start..).unwrap_or_default();
        let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        // Pictures are not unpacked here: what stands before says what it is.
        let before = bytes.get(start.saturating_sub(400)..start).unwrap_or_default();
        if rest.first() != Some(&0x78) || find(before, b"/Image").is_some() {
            continue;
        }
        let room = (MOST_UNPACKED - sum.min(MOST_UNPACKED)) as u64 + 1;
        let mut reader = ZlibDecoder::new(rest).take(room.min(MOST_PART as u64 + 1));
        sum = sum.saturating_add(
            std::io::copy(&mut reader, &mut std::io::sink()).map_or(0, |count| usize::try_from(count).unwrap_or(usize::MAX)),
        );
        if sum > MOST_UNPACKED {
            break;
        }
    }
    sum
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
