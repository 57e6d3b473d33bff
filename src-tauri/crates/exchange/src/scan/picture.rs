//! Pictures in shades of grey, from files and from the pages of scans. Sizes are checked before anything is unpacked: those that
//! whatever unpacks it goes by, and not what the page says of it.

use super::ScanError;
use crate::pdf::resolved;
use hayro_ccitt::{DecodeSettings, DecoderContext, EncodingMode};
use lopdf::{Dictionary, Document, Object, Stream};
use std::io::Cursor;
use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

/// The most dots of one picture: A4 at 900 dots an inch.
const MOST_DOTS: u64 = 80_000_000;
/// The most dots of all pictures of a file together: sixty pages of A4 at 300 dots an inch.
const MOST_OF_FILE: u64 = 530_000_000;
/// The most bytes of the dots of one picture, in all its colours.
const MOST_DATA: usize = 256 * 1024 * 1024;
/// The least side of a picture that can hold a code.
const LEAST_SIDE: u32 = 40;
/// The most bytes of what stands around the dots: tables of colours, fonts of fax pictures.
const MOST_BESIDE: usize = 4 * 1024 * 1024;

/// Dots from 0, black, to 255, white.
pub(super) struct Picture {
    width: usize,
    dots: Vec<u8>,
}

impl Picture {
    fn new(width: u32, height: u32, mut dots: Vec<u8>) -> Option<Self> {
        let (width, height) = (usize::try_from(width).ok()?, usize::try_from(height).ok()?);
        // A picture that ends early ends in white.
        dots.resize(width.checked_mul(height)?, 255);
        (width > 0 && height > 0).then_some(Self { width, dots })
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn height(&self) -> usize {
        self.dots.len() / self.width.max(1)
    }

    pub(super) fn longer(&self) -> usize {
        self.width().max(self.height())
    }

    pub(super) fn into_dots(self) -> Vec<u8> {
        self.dots
    }

    /// The picture so many times smaller: each dot the mean of those it stands for.
    pub(super) fn shrunk(self, by: usize) -> Self {
        if by <= 1 {
            return self;
        }
        let (width, height) = ((self.width / by).max(1), (self.height() / by).max(1));
        let most = u32::try_from(by * by).unwrap_or(u32::MAX);
        let mean = |x: usize, y: usize| {
            let rows = (0..by).flat_map(|row| self.dots.get((y * by + row) * self.width + x * by..).unwrap_or_default().iter().take(by));
            u8::try_from(rows.map(|dot| u32::from(*dot)).sum::<u32>() / most).unwrap_or(255)
        };
        Self::of(width, height, mean)
    }

    /// The picture `many` parts of `part` as large: each dot between the four nearest, in parts of 256.
    pub(super) fn sized(&self, many: usize, part: usize) -> Self {
        let (width, height) = ((self.width * many / part).max(1), (self.height() * many / part).max(1));
        let place = |to: usize, most: usize| {
            let middle = ((2 * to + 1) * 128 * part / many).saturating_sub(128);
            (middle / 256, (middle / 256 + 1).min(most.saturating_sub(1)), u32::try_from(middle % 256).unwrap_or_default())
        };
        let at = |x: usize, y: usize| u32::from(self.dots.get(y * self.width + x).copied().unwrap_or(255));
        let (most_x, most_y) = (self.width, self.height());
        Self::of(width, height, |x, y| {
            let ((left, right, beside), (over, under, below)) = (place(x, most_x), place(y, most_y));
            let row = |y: usize| at(left, y) * (256 - beside) + at(right, y) * beside;
            u8::try_from((row(over) * (256 - below) + row(under) * below) / 65_536).unwrap_or(255)
        })
    }

    fn of(width: usize, height: usize, dot: impl Fn(usize, usize) -> u8) -> Self {
        let mut dots = Vec::with_capacity(width * height);
        for y in 0..height {
            dots.extend((0..width).map(|x| dot(x, y)));
        }
        Self { width, dots }
    }
}

/// How many dots may still be unpacked.
pub(super) struct Budget {
    pub(super) dots: u64,
    refused: bool,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { dots: MOST_OF_FILE, refused: false }
    }

    /// Takes the dots of a picture, if it may be unpacked.
    fn take(&mut self, width: usize, height: usize) -> Result<(), ScanError> {
        let dots = (width as u64).saturating_mul(height as u64);
        if dots > MOST_DOTS || dots > self.dots {
            self.refused = true;
            return Err(ScanError::TooLarge);
        }
        self.dots -= dots;
        Ok(())
    }

    /// Whether there was a picture that was not unpacked.
    pub(super) fn refused(&self) -> bool {
        self.refused
    }
}

/// A photograph.
pub(super) fn jpeg(bytes: &[u8], budget: &mut Budget) -> Result<Picture, ScanError> {
    let unreadable = |_| ScanError::Unreadable;
    let options = DecoderOptions::default().set_max_width(65_535).set_max_height(65_535);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(unreadable)?;
    let (width, height) = decoder.dimensions().ok_or(ScanError::Unreadable)?;
    budget.take(width, height)?;
    // A picture for the printer has four inks, turned round by the only program that made many of them.
    let printed = matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK));
    let wanted = if printed { ColorSpace::CMYK } else { ColorSpace::Luma };
    decoder.set_options(options.jpeg_set_out_colorspace(wanted));
    let dots = decoder.decode().map_err(unreadable)?;
    let dots = if printed {
        dots.chunks_exact(4).map(|inks| ink([255 - inks[0], 255 - inks[1], 255 - inks[2], 255 - inks[3]])).collect()
    } else {
        dots
    };
    let side = |side: usize| u32::try_from(side).unwrap_or_default();
    Picture::new(side(width), side(height), dots).ok_or(ScanError::Unreadable)
}

/// A picture of a screen, or a scan.
pub(super) fn png(bytes: &[u8]) -> Result<Picture, ScanError> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: 8 * MOST_BESIDE });
    let header = decoder.read_header_info().map_err(|_| ScanError::Unreadable)?;
    let (width, height) = (header.width, header.height);
    Budget::new().take(width as usize, height as usize)?;
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(|_| ScanError::Unreadable)?;
    let size = reader.output_buffer_size().filter(|size| *size <= MOST_DATA).ok_or(ScanError::TooLarge)?;
    let mut data = vec![0; size];
    // The whole picture: its rows come in another order where it was saved to be shown coarse at first.
    reader.next_frame(&mut data).map_err(|_| ScanError::Unreadable)?;
    let colours = reader.output_color_type().0.samples();
    let dots = data.chunks_exact(colours).map(|dot| match dot {
        [grey] => *grey,
        [grey, alpha] => on_white(*grey, *alpha),
        [red, green, blue] => grey([*red, *green, *blue]),
        [red, green, blue, alpha] => on_white(grey([*red, *green, *blue]), *alpha),
        _ => 255,
    });
    Picture::new(width, height, dots.collect()).ok_or(ScanError::Unreadable)
}

fn on_white(grey: u8, alpha: u8) -> u8 {
    let (grey, alpha) = (u16::from(grey), u16::from(alpha));
    u8::try_from((grey * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255)
}

fn grey([red, green, blue]: [u8; 3]) -> u8 {
    u8::try_from((299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue)) / 1000).unwrap_or(255)
}

/// Four inks on white paper.
fn ink([cyan, magenta, yellow, black]: [u8; 4]) -> u8 {
    on_white(0, 255 - u8::try_from(u16::from(255 - grey([cyan, magenta, yellow])) * u16::from(255 - black) / 255).unwrap_or(255))
}

/// Width and height of a picture on a page, as it says; none of what is too small for a code.
fn size(file: &Document, about: &Dictionary) -> Option<(u32, u32)> {
    let side = |key: &[u8]| u32::try_from(number(file, about, key)?).ok().filter(|side| *side >= LEAST_SIDE);
    Some((side(b"Width")?, side(b"Height")?))
}

fn number(file: &Document, about: &Dictionary, key: &[u8]) -> Option<i64> {
    resolved(file, about.get(key).ok()?)?.as_i64().ok()
}

fn truth(file: &Document, about: Option<&Dictionary>, key: &[u8]) -> Option<bool> {
    resolved(file, about?.get(key).ok()?)?.as_bool().ok()
}

/// A picture on a page. Nothing where it is of a kind that scanners do not make.
pub(super) fn of_pdf(file: &Document, stream: &Stream, budget: &mut Budget) -> Option<Picture> {
    let about = &stream.dict;
    let (width, height) = size(file, about)?;
    let mut filters = stream.filters().unwrap_or_default();
    let last = filters.pop().unwrap_or_default();
    let of_last = filters.len();
    let parameters = about.get(b"DecodeParms").ok().and_then(|object| match resolved(file, object)? {
        Object::Array(all) => resolved(file, all.get(of_last)?)?.as_dict().ok(),
        one => one.as_dict().ok(),
    });
    let inner = || packed(stream, &filters);
    let turned = turned_round(file, about);
    let picture = match last {
        b"DCTDecode" | b"DCT" => jpeg(&inner()?, budget).ok()?,
        b"CCITTFaxDecode" | b"CCF" => {
            budget.take(width as usize, height as usize).ok()?;
            fax(file, &inner()?, parameters, (width, height))?
        }
        b"JBIG2Decode" => jbig2(file, &inner()?, parameters, budget)?,
        b"" | b"FlateDecode" | b"LZWDecode" | b"ASCII85Decode" => return plain(file, stream, (width, height), turned, budget),
        _ => return None,
    };
    Some(if turned { Picture { dots: picture.dots.iter().map(|dot| 255 - dot).collect(), ..picture } } else { picture })
}

/// The bytes of a picture before its own kind of packing.
fn packed(stream: &Stream, outer: &[&[u8]]) -> Option<Vec<u8>> {
    if outer.is_empty() {
        return Some(stream.content.clone());
    }
    let mut about = Dictionary::new();
    about.set("Filter", outer.iter().map(|name| Object::Name(name.to_vec())).collect::<Vec<_>>());
    Stream::new(about, stream.content.clone()).decompressed_content_with_limit(crate::pdf::MOST_BYTES * 2).ok()
}

/// Whether black and white are exchanged (`Decode`).
fn turned_round(file: &Document, about: &Dictionary) -> bool {
    let decode = about.get(b"Decode").ok().and_then(|object| resolved(file, object)?.as_array().ok());
    let ends = decode.and_then(|ends| Some((ends.first()?.as_float().ok()?, ends.get(1)?.as_float().ok()?)));
    ends.is_some_and(|(first, second)| first > second)
}

fn fax(file: &Document, data: &[u8], parameters: Option<&Dictionary>, (width, height): (u32, u32)) -> Option<Picture> {
    let say = |key: &[u8], otherwise: bool| truth(file, parameters, key).unwrap_or(otherwise);
    let kind = parameters.and_then(|parameters| number(file, parameters, b"K")).unwrap_or(0);
    let columns = parameters.and_then(|parameters| number(file, parameters, b"Columns")).unwrap_or(1728);
    // Its rows are as wide as the picture says, or it is not one to be read.
    if columns != i64::from(width) {
        return None;
    }
    let settings = DecodeSettings {
        columns: width,
        rows: height,
        end_of_block: say(b"EndOfBlock", true),
        end_of_line: say(b"EndOfLine", false),
        rows_are_byte_aligned: say(b"EncodedByteAlign", false),
        encoding: match kind {
            ..0 => EncodingMode::Group4,
            0 => EncodingMode::Group3_1D,
            1.. => EncodingMode::Group3_2D,
        },
        strict: false,
    };
    let (white, black) = if say(b"BlackIs1", false) { (0, 255) } else { (255, 0) };
    let mut rows = Rows { width: width as usize, most: width as usize * height as usize, white, black, dots: Vec::new() };
    let read = hayro_ccitt::decode(data, &mut rows, &mut DecoderContext::new(settings));
    // What was read of a damaged picture may be enough.
    if read.is_err() && rows.dots.is_empty() {
        return None;
    }
    Picture::new(width, height, rows.dots)
}

struct Rows {
    width: usize,
    most: usize,
    white: u8,
    black: u8,
    dots: Vec<u8>,
}

impl hayro_ccitt::Decoder for Rows {
    fn push_row(&mut self, changes: &[u32]) {
        let start = self.dots.len();
        if start >= self.most {
            return;
        }
        self.dots.resize(start + self.width, self.white);
        for span in changes.chunks(2) {
            let place = |index: usize| span.get(index).map_or(self.width, |place| (*place as usize).min(self.width));
            if let Some(span) = self.dots.get_mut(start + place(0)..start + place(1).max(place(0))) {
                span.fill(self.black);
            }
        }
    }
}

fn jbig2(file: &Document, data: &[u8], parameters: Option<&Dictionary>, budget: &mut Budget) -> Option<Picture> {
    let shared = parameters.and_then(|parameters| resolved(file, parameters.get(b"JBIG2Globals").ok()?)?.as_stream().ok());
    let shared = shared.and_then(|shared| shared.decompressed_content_with_limit(MOST_BESIDE).ok());
    let settings = hayro_jbig2::DecodeSettings { strict: false };
    let shared = shared.and_then(|shared| hayro_jbig2::Globals::new(&shared, &settings).ok());
    let page = hayro_jbig2::Page::new_embedded(data, shared.as_ref(), &settings).ok()?;
    budget.take(page.width() as usize, page.height() as usize).ok()?;
    let mut dots = Dots { most: page.width() as usize * page.height() as usize, dots: Vec::new() };
    page.decode(&mut dots).ok()?;
    Picture::new(page.width(), page.height(), dots.dots)
}

struct Dots {
    most: usize,
    dots: Vec<u8>,
}

impl hayro_jbig2::Decoder for Dots {
    fn push_pixel(&mut self, black: bool) {
        if self.dots.len() < self.most {
            self.dots.push(if black { 0 } else { 255 });
        }
    }

    fn push_pixel_chunk(&mut self, black: bool, chunk_count: u32) {
        let more = (chunk_count as usize * 8).min(self.most - self.dots.len().min(self.most));
        self.dots.resize(self.dots.len() + more, if black { 0 } else { 255 });
    }

    fn next_line(&mut self) {}
}

/// Dots that are packed as any other bytes are.
fn plain(file: &Document, stream: &Stream, (width, height): (u32, u32), turned: bool, budget: &mut Budget) -> Option<Picture> {
    let about = &stream.dict;
    let mask = truth(file, Some(about), b"ImageMask").unwrap_or_default();
    let bits = if mask { 1 } else { usize::try_from(number(file, about, b"BitsPerComponent").unwrap_or(8)).ok()? };
    if !matches!(bits, 1 | 2 | 4 | 8 | 16) {
        return None;
    }
    let colours = if mask { Colours::Parts(1) } else { colours(file, about)? };
    let parts = colours.parts();
    let row = (width as usize * parts * bits).div_ceil(8);
    budget.take(width as usize, height as usize).ok()?;
    if row * height as usize > MOST_DATA {
        budget.refused = true;
        return None;
    }
    let data = if stream.filters().is_ok() {
        stream.decompressed_content_with_limit((row + 1) * height as usize + 1024).ok()?
    } else {
        stream.content.clone()
    };
    // A picture of which most is missing is not worth its memory.
    if data.len() < row * height as usize / 2 {
        return None;
    }
    let most = (1u32 << bits.min(8)) - 1;
    let mut dots = Vec::with_capacity(width as usize * height as usize);
    for row in data.chunks_exact(row).take(height as usize) {
        let part = |index: usize| -> u32 {
            let bit = index * bits;
            let byte = u32::from(row.get(bit / 8).copied().unwrap_or_default());
            if bits >= 8 { byte } else { (byte >> (8 - bits - bit % 8)) & most }
        };
        for x in 0..width as usize {
            let shade = |index: usize| u8::try_from(part(x * parts + index) * 255 / most).unwrap_or(255);
            let dot = match &colours {
                Colours::Table(table) => table.get(part(x) as usize).copied().unwrap_or(255),
                Colours::Parts(3) => grey([shade(0), shade(1), shade(2)]),
                Colours::Parts(4) => ink([shade(0), shade(1), shade(2), shade(3)]),
                Colours::Parts(_) => shade(0),
            };
            dots.push(if turned { 255 - dot } else { dot });
        }
    }
    Picture::new(width, height, dots)
}

/// What the numbers of a dot mean.
enum Colours {
    /// So many parts: grey, light, or inks.
    Parts(usize),
    /// A number in a table, here of greys.
    Table(Vec<u8>),
}

impl Colours {
    fn parts(&self) -> usize {
        match self {
            Self::Parts(parts) => *parts,
            Self::Table(_) => 1,
        }
    }
}

fn colours(file: &Document, about: &Dictionary) -> Option<Colours> {
    space(file, resolved(file, about.get(b"ColorSpace").ok()?)?)
}

fn space(file: &Document, space: &Object) -> Option<Colours> {
    if let Ok(name) = space.as_name() {
        return parts_of(name).map(Colours::Parts);
    }
    let parts = space.as_array().ok()?;
    let part = |index: usize| resolved(file, parts.get(index)?);
    match part(0)?.as_name().ok()? {
        b"ICCBased" => {
            let count = number(file, &part(1)?.as_stream().ok()?.dict, b"N")?;
            matches!(count, 1 | 3 | 4).then(|| Colours::Parts(usize::try_from(count).unwrap_or(1)))
        }
        b"Indexed" | b"I" => {
            let base = match part(1)? {
                Object::Name(name) => parts_of(name)?,
                Object::Array(inner) if inner.first()?.as_name().ok()? == b"ICCBased" => {
                    let profile = resolved(file, inner.get(1)?)?.as_stream().ok()?;
                    usize::try_from(number(file, &profile.dict, b"N")?).ok()?
                }
                _ => return None,
            };
            let table = match part(3)? {
                Object::String(bytes, _) => bytes.clone(),
                Object::Stream(stream) => {
                    stream.decompressed_content_with_limit(MOST_BESIDE).ok().unwrap_or_else(|| stream.content.clone())
                }
                _ => return None,
            };
            let greys = table.chunks_exact(base.max(1)).take(256).map(|colour| match colour {
                [red, green, blue] => grey([*red, *green, *blue]),
                [cyan, magenta, yellow, black] => ink([*cyan, *magenta, *yellow, *black]),
                [shade, ..] => *shade,
                [] => 255,
            });
            Some(Colours::Table(greys.collect()))
        }
        name => parts_of(name).map(Colours::Parts),
    }
}

fn parts_of(name: &[u8]) -> Option<usize> {
    match name {
        b"DeviceGray" | b"CalGray" | b"G" | b"Separation" => Some(1),
        b"DeviceRGB" | b"CalRGB" | b"RGB" => Some(3),
        b"DeviceCMYK" | b"CMYK" => Some(4),
        _ => None,
    }
}
