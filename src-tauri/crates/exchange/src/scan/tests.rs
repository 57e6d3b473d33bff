//! The agreement as it comes back: scanned, copied, skewed, folded, photographed.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "places and shades of a drawn page are small numbers"
)]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "dots of a page are small numbers"
)]

use super::*;
use documents::{Size, Wording, example, print};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Stream, dictionary};
use std::io::Write as _;
use std::process::Command;
use std::sync::OnceLock;

fn codes(bytes: &[u8]) -> Result<ScanFound, ScanError> {
    super::codes(bytes, &AtomicBool::new(false))
}

/// A page in shades of grey.
#[derive(Clone)]
struct Page {
    width: usize,
    dots: Vec<u8>,
}

impl Page {
    fn height(&self) -> usize {
        self.dots.len() / self.width
    }

    fn drawn(width: usize, height: usize, dot: impl Fn(usize, usize) -> u8) -> Self {
        Self { width, dots: (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| dot(x, y)).collect() }
    }

    /// The shade between dots; white outside.
    fn shade(&self, x: f64, y: f64) -> f64 {
        let at = |x: f64, y: f64| {
            let inside = x >= 0. && y >= 0. && x < self.width as f64 && y < self.height() as f64;
            if inside { f64::from(self.dots[y as usize * self.width + x as usize]) } else { 255. }
        };
        let (left, top) = (x.floor(), y.floor());
        let (right, low) = (x - left, y - top);
        (at(left, top) * (1. - right) + at(left + 1., top) * right) * (1. - low)
            + (at(left, top + 1.) * (1. - right) + at(left + 1., top + 1.) * right) * low
    }

    fn turned(&self, degrees: f64) -> Self {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let (middle_x, middle_y) = (self.width as f64 / 2., self.height() as f64 / 2.);
        Self::drawn(self.width, self.height(), |x, y| {
            let (x, y) = (x as f64 - middle_x, y as f64 - middle_y);
            self.shade(x * cosine + y * sine + middle_x, y * cosine - x * sine + middle_y) as u8
        })
    }

    /// A mean over so many dots to each side.
    fn blurred(&self, by: usize) -> Self {
        let mean = |x: usize, y: usize| {
            let rows = (y.saturating_sub(by)..(y + by + 1).min(self.height())).flat_map(|y| {
                let row = &self.dots[y * self.width..(y + 1) * self.width];
                row[x.saturating_sub(by)..(x + by + 1).min(self.width)].iter().map(|dot| u32::from(*dot))
            });
            let (sum, count) = rows.fold((0, 0), |(sum, count), dot| (sum + dot, count + 1));
            (sum / count) as u8
        };
        Self::drawn(self.width, self.height(), mean)
    }

    /// Grain, and less contrast: ink is no longer black, paper no longer white.
    fn copied(&self, grain: u32) -> Self {
        let mut chance: u32 = 1;
        let dots = self.dots.iter().map(|dot| {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grain = (chance >> 16) % (2 * grain + 1);
            (60 + u32::from(*dot) * 150 / 255 + grain).min(255) as u8
        });
        Self { width: self.width, dots: dots.collect() }
    }

    /// A fold: a dark line, lighter beside it, at this part of the height; half a millimetre in all.
    fn folded(&self, at: f64) -> Self {
        let fold = (self.height() as f64 * at) as usize;
        let half = (self.height() / 1_750).saturating_sub(1);
        Self::drawn(self.width, self.height(), |x, y| match y.abs_diff(fold) {
            beside if beside <= half => 90,
            beside if beside == half + 1 => 235,
            _ => self.dots[y * self.width + x],
        })
    }

    /// A photograph from one side: the far edge is shorter, the light falls off, a table lies around the paper.
    fn photographed(&self) -> Self {
        let (width, height) = (self.width as f64, self.height() as f64);
        Self::drawn(self.width, self.height(), |x, y| {
            let (u, v) = (x as f64 / width, y as f64 / height);
            // The upper edge is 84 parts of 100 as wide as the lower.
            let part = 0.84 + 0.16 * v;
            let (from_x, from_y) = ((u - 0.5) / part / 0.94 + 0.5, (v / part * 1.02 - 0.02) * 1.0);
            let light = 0.55 + 0.4 * u;
            let inside = (0. ..1.).contains(&from_x) && (0. ..1.).contains(&from_y);
            let shade = if inside { self.shade(from_x * width, from_y * height) } else { 70. };
            (shade * light) as u8
        })
    }

    fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height() as u32);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&self.dots).unwrap();
        writer.finish().unwrap();
        bytes
    }

    /// Saved to be shown coarse at first: in seven passes, each with some of the dots.
    fn interlaced_png(&self) -> Vec<u8> {
        let mut rows = Vec::new();
        for (x, y, across, down) in [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] {
            for row in self.dots.chunks(self.width).skip(y).step_by(down) {
                rows.push(0);
                rows.extend(row.iter().skip(x).step_by(across));
            }
        }
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(&rows).unwrap();
        let side = |side: usize| (side as u32).to_be_bytes();
        let head = [&side(self.width)[..], &side(self.height()), &[8, 0, 0, 0, 1]].concat();
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        for (kind, part) in [(b"IHDR", head), (b"IDAT", packed.finish().unwrap()), (b"IEND", Vec::new())] {
            let mut sum = flate2::Crc::new();
            sum.update(kind);
            sum.update(&part);
            bytes.extend([&side(part.len())[..], kind, &part, &sum.sum().to_be_bytes()].concat());
        }
        bytes
    }

    /// One bit a dot, black and white.
    fn bits(&self) -> Vec<u8> {
        let rows = self.dots.chunks(self.width);
        let byte = |dots: &[u8]| dots.iter().enumerate().fold(0, |byte, (bit, dot)| byte | (u8::from(*dot > 130) << (7 - bit)));
        rows.flat_map(|row| row.chunks(8).map(byte).collect::<Vec<_>>()).collect()
    }
}

/// The agreement of the invented partnership, and its code without hyphens.
fn agreement() -> &'static (Vec<u8>, String) {
    static MADE: OnceLock<(Vec<u8>, String)> = OnceLock::new();
    MADE.get_or_init(|| {
        let (_, paper) = example::papers().into_iter().find(|(name, _)| *name == "agreement").unwrap();
        let document = print(&paper, &Wording::bundled().unwrap(), Size::Standard).unwrap();
        (document.bytes, document.code.unwrap().replace('-', ""))
    })
}

/// What poppler makes of a page of it.
fn drawn(page: u32, arguments: &[&str]) -> Vec<u8> {
    let mut file = tempfile::NamedTempFile::with_suffix(".pdf").unwrap();
    file.write_all(&agreement().0).unwrap();
    let page = page.to_string();
    let output = Command::new("pdftoppm").args(["-f", &page, "-l", &page]).args(arguments).arg(file.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn page(number: u32, resolution: u32) -> Page {
    let bytes = drawn(number, &["-gray", "-r", &resolution.to_string()]);
    // P5, width, height, 255, and the dots.
    let mut head = bytes.splitn(4, u8::is_ascii_whitespace);
    let mut number = || String::from_utf8(head.next().unwrap().to_vec()).unwrap();
    assert_eq!(number(), "P5");
    let width: usize = number().parse().unwrap();
    let height: usize = number().parse().unwrap();
    Page { width, dots: bytes[bytes.len() - width * height..].to_vec() }
}

#[track_caller]
fn assert_found(bytes: &[u8], page: u32, what: &str) {
    let found = codes(bytes).unwrap();
    assert_eq!(found.codes, [(1, agreement().1.clone(), page)], "{what}");
}

#[test]
fn a_scan_is_known_at_every_resolution_that_people_use() {
    for resolution in [150, 200, 300] {
        assert_found(&page(2, resolution).png(), 2, &format!("{resolution} dots an inch"));
    }
}

#[test]
fn a_picture_saved_to_be_shown_coarse_at_first_is_read_dot_for_dot() {
    // Its passes one below another hold a code too that is sometimes read, half as high: so the dots are compared.
    let page = page(2, 150);
    let read = picture::png(&page.interlaced_png()).ok().unwrap();
    assert_eq!((read.width(), read.height()), (page.width, page.height()));
    assert!(read.into_dots() == page.dots);
}

#[test]
fn a_scan_may_be_skewed_upside_down_copied_and_folded() {
    for resolution in [150, 200, 300] {
        let plain = page(1, resolution);
        // A fine scan is the easiest, and takes the longest to draw.
        let degrees: &[f64] = if resolution == 300 { &[3., 183.] } else { &[-3., -1., 2., 3., 177., 180., 183.] };
        for degrees in degrees.iter().copied() {
            assert_found(&plain.turned(degrees).png(), 1, &format!("{resolution} dots an inch, turned by {degrees}"));
        }
        assert_found(&plain.blurred(1).png(), 1, &format!("{resolution}, blurred"));
        assert_found(&plain.turned(1.5).copied(15).png(), 1, &format!("{resolution}, a copy"));
        if resolution > 150 {
            assert_found(&plain.turned(1.5).blurred(1).copied(15).png(), 1, &format!("{resolution}, a copy of a copy"));
        }
        // The code stands between 92 and 97 parts of a hundred. A fold through its lower corners is too much.
        for fold in [0.935, 0.945] {
            assert_found(&plain.folded(fold).turned(1.).png(), 1, &format!("{resolution}, folded at {fold}"));
        }
    }
}

#[test]
fn a_photograph_from_the_side_is_known() {
    for resolution in [200, 300] {
        let photograph = page(3, resolution).photographed().blurred(1).copied(12);
        assert_found(&photograph.png(), 3, &format!("{resolution} dots an inch"));
    }
    // As a telephone writes it.
    assert_found(&drawn(3, &["-jpeg", "-r", "220"]), 3, "JPEG");
    assert_found(&drawn(3, &["-jpeg", "-gray", "-r", "220"]), 3, "grey JPEG");
}

/// A file with a picture on each page.
fn scan(pictures: Vec<Stream>) -> Vec<u8> {
    scan_again(pictures, 1)
}

/// A file with so many pages for each picture.
fn scan_again(pictures: Vec<Stream>, times: usize) -> Vec<u8> {
    let mut file = Document::with_version("1.5");
    let tree = file.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    let pictures: Vec<ObjectId> = pictures.into_iter().map(|picture| file.add_object(picture)).collect();
    for picture in pictures.into_iter().flat_map(|picture| std::iter::repeat_n(picture, times)) {
        let resources = dictionary! { "XObject" => dictionary! { "Im0" => picture } };
        let content = file.add_object(Stream::new(Dictionary::new(), b"q 595 0 0 842 0 0 cm /Im0 Do Q".to_vec()));
        let page = dictionary! { "Type" => "Page", "Parent" => tree, "Resources" => resources, "Contents" => content };
        kids.push(file.add_object(page).into());
    }
    let count = i64::try_from(kids.len()).unwrap();
    file.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

fn picture(width: usize, height: usize, bits: i64, filter: Option<&str>, data: Vec<u8>) -> Stream {
    let mut about = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => i64::try_from(width).unwrap(), "Height" => i64::try_from(height).unwrap(),
        "BitsPerComponent" => bits, "ColorSpace" => "DeviceGray",
    };
    if let Some(filter) = filter {
        about.set("Filter", filter);
    }
    Stream::new(about, data)
}

fn packed(mut picture: Stream) -> Stream {
    picture.compress().unwrap();
    picture
}

#[test]
fn a_scan_of_several_pages_says_which_page_is_where() {
    let grey = page(2, 200).turned(180.);
    let black_and_white = page(1, 300);
    let blank = Page { width: 600, dots: vec![255; 600 * 800] };
    let jpeg = drawn(4, &["-jpeg", "-r", "150"]);
    let mut photograph = picture(1240, 1754, 8, Some("DCTDecode"), jpeg);
    photograph.dict.set("ColorSpace", "DeviceRGB");
    // A table of two colours, black and white exchanged.
    let mut indexed =
        picture(black_and_white.width, black_and_white.height(), 1, None, black_and_white.bits().iter().map(|byte| !byte).collect());
    let table = vec!["Indexed".into(), "DeviceRGB".into(), 1.into(), Object::string_literal(vec![255, 255, 255, 0, 0, 0])];
    indexed.dict.set("ColorSpace", table);
    let bytes = scan(vec![
        packed(picture(grey.width, grey.height(), 8, None, grey.dots.clone())),
        packed(picture(blank.width, blank.height(), 8, None, blank.dots.clone())),
        packed(indexed),
        photograph,
        packed(picture(black_and_white.width, black_and_white.height(), 1, None, black_and_white.bits())),
    ]);
    let code = &agreement().1;
    let found = codes(&bytes).unwrap();
    let expected = [(1, 2), (3, 1), (4, 4), (5, 1)].map(|(page, of)| (page, code.clone(), of));
    assert_eq!(found, ScanFound { pages: 5, codes: expected.to_vec() });
}

/// A page of an agreement as fax machines pack it: 200 dots an inch, skewed.
const FAX: &[u8] = include_bytes!("../../files/scans/page-2-1654x2339.g4");

#[test]
fn a_scan_packed_as_fax_machines_do_is_known() {
    let mut fax = picture(1654, 2339, 1, Some("CCITTFaxDecode"), FAX.to_vec());
    fax.dict.set("DecodeParms", dictionary! { "K" => -1, "Columns" => 1654, "Rows" => 2339 });
    // JBIG2 may hold the same bits: a page, and one region packed like a fax.
    let long = |number: usize| u32::try_from(number).unwrap().to_be_bytes();
    let page_information = [&long(1654)[..], &long(2339), &[0; 8], &[0, 0, 0]].concat();
    let region = [&long(1654)[..], &long(2339), &[0; 8], &[0, 1], FAX].concat();
    let mut data = Vec::new();
    for (number, kind, part) in [(0, 48, page_information), (1, 38, region)] {
        data.extend([&long(number)[..], &[kind, 0, 1], &long(part.len()), &part].concat());
    }
    let newer = picture(1654, 2339, 1, Some("JBIG2Decode"), data);
    let found = codes(&scan(vec![fax, newer])).unwrap();
    let code = "G6TJCQXF277N".to_owned();
    assert_eq!(found.codes, [(1, code.clone(), 2), (2, code, 2)]);
}

#[test]
fn the_file_itself_says_its_codes_without_a_picture() {
    let (bytes, code) = agreement();
    let found = codes(bytes).unwrap();
    assert_eq!(found.pages, 5);
    assert_eq!(found.codes, (1..=5).map(|page| (page, code.clone(), page)).collect::<Vec<_>>());
}

#[test]
fn what_is_no_paper_of_ours_says_nothing() {
    assert_eq!(codes(b"PK\x03\x04"), Err(ScanError::Kind));
    for bytes in [&b"%PDF-1.7"[..], &[0xff, 0xd8, 0xff, 0xe0], b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"] {
        assert_eq!(codes(bytes), Err(ScanError::Unreadable));
    }
    let blank = Page { width: 300, dots: vec![255; 300 * 300] };
    assert_eq!(codes(&blank.png()).unwrap().codes, []);
    for said in ["CC1:7KQXM2PD9RTA", "CC1:7KQXM2PD9RTA:0", "CC1:7KQX:1", "CC2:7KQXM2PD9RTA:1", "https://example.org", "CC1:7kqxm2pd9rta:1"]
    {
        assert_eq!(parsed(said), None, "{said}");
    }
    assert_eq!(parsed("CC1:7KQXM2PD9RTA:12"), Some(("7KQXM2PD9RTA".to_owned(), 12)));
}

#[test]
fn a_picture_that_unpacks_to_far_too_much_is_refused_before_it_is_unpacked() {
    let huge = |filter: &str| picture(60_000, 60_000, 8, Some(filter), vec![0; 100]);
    assert_eq!(codes(&scan(vec![huge("FlateDecode")])), Err(ScanError::TooLarge));
    assert_eq!(codes(&scan(vec![huge("CCITTFaxDecode")])), Err(ScanError::TooLarge));
    // Each is just small enough, and all together are not.
    let large = || picture(8_000, 9_000, 1, Some("FlateDecode"), vec![0; 100]);
    assert_eq!(codes(&scan((0..9).map(|_| large()).collect())), Err(ScanError::TooLarge));
    // A PNG that says it is 60,000 dots wide and high.
    let mut png = Page { width: 8, dots: vec![255; 64] }.png();
    png[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let refused = codes(&png);
    assert!(matches!(refused, Err(ScanError::TooLarge | ScanError::Unreadable)), "{refused:?}");
    assert_eq!(codes(&vec![0; pdf::MOST_BYTES + 1]), Err(ScanError::TooLarge));
    // It says it is small, and unpacks to more.
    let mut liar = picture(100, 100, 8, None, vec![0; 50_000_000]);
    liar.compress().unwrap();
    assert_eq!(codes(&scan(vec![liar])).unwrap().codes, []);
}

/// A grey photograph without anything on it, in as few bytes as there can be.
fn blank_jpeg(side: u16) -> Vec<u8> {
    let [high, low] = side.to_be_bytes();
    // One table to divide by, and two of codes with one code each, of one bit: nothing changes, nothing more.
    let mut bytes =
        [&[0xff, 0xd8, 0xff, 0xdb, 0, 67, 0][..], &[1; 64], &[0xff, 0xc0, 0, 11, 8, high, low, high, low, 1, 1, 0x11, 0]].concat();
    for table in [0, 0x10] {
        bytes.extend([&[0xff, 0xc4, 0, 20, table, 1][..], &[0; 15], &[0]].concat());
    }
    bytes.extend([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]);
    let blocks = usize::from(side).div_ceil(8).pow(2);
    bytes.extend(vec![0; (2 * blocks).div_ceil(8)]);
    bytes.extend([0xff, 0xd9]);
    bytes
}

/// A page of a fax of the newer kind, without anything on it.
fn blank_jbig2(side: u32) -> Vec<u8> {
    let page = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[0; 11]].concat();
    [&[0, 0, 0, 0, 48, 0, 1, 0, 0, 0, 19][..], &page].concat()
}

#[test]
fn a_picture_counts_as_large_as_it_is_and_not_as_the_page_says() {
    let liar = |filter: &str, data: Vec<u8>| picture(40, 40, 8, Some(filter), data);
    let photograph = || liar("DCTDecode", blank_jpeg(1_000));
    let fax = || liar("JBIG2Decode", blank_jbig2(1_000));
    let mut budget = Budget::new();
    let before = budget.dots;
    let file = Document::new();
    for liar in [photograph(), fax()] {
        let picture = picture::of_pdf(&file, &liar, &mut budget).unwrap();
        assert_eq!((picture.width(), picture.height()), (1_000, 1_000));
    }
    assert_eq!(before - budget.dots, 2_000_000);
    budget.dots = 999_999;
    for liar in [photograph(), fax()] {
        assert!(picture::of_pdf(&file, &liar, &mut budget).is_none() && budget.refused());
    }
    assert_eq!(codes(&scan(vec![liar("DCTDecode", blank_jpeg(9_000))])), Err(ScanError::TooLarge));
    assert_eq!(codes(&scan(vec![liar("JBIG2Decode", blank_jbig2(9_000))])), Err(ScanError::TooLarge));
}

#[test]
fn a_picture_on_every_page_is_searched_once() {
    let grey = page(1, 150);
    let code = agreement().1.clone();
    let found = codes(&scan_again(vec![packed(picture(grey.width, grey.height(), 8, None, grey.dots))], 3)).unwrap();
    assert_eq!(found.codes, [1, 2, 3].map(|page| (page, code.clone(), 1)));
    // Searched each time, these would be too much.
    let large = packed(picture(8_000, 9_000, 1, None, vec![255; 9_000_000]));
    assert_eq!(codes(&scan_again(vec![large], 12)).map(|found| found.codes), Ok(Vec::new()));
}

#[test]
fn a_reading_that_is_stopped_ends_and_says_so() {
    let stop = AtomicBool::new(true);
    let large = || packed(picture(8_000, 9_000, 1, None, vec![255; 9_000_000]));
    for bytes in [scan(vec![large(), large()]), page(1, 150).png()] {
        assert_eq!(super::codes(&bytes, &stop), Err(ScanError::Stopped));
    }
}

#[test]
fn drawings_in_drawings_are_looked_into_and_never_for_ever() {
    let grey = page(1, 150);
    let mut file = Document::with_version("1.5");
    let image = file.add_object(packed(picture(grey.width, grey.height(), 8, None, grey.dots)));
    let (outer, inner) = (file.new_object_id(), file.new_object_id());
    let form = |name: &str, objects: Dictionary| {
        let about = dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => dictionary! { "XObject" => objects } };
        Object::Stream(Stream::new(about, format!("/{name} Do").into_bytes()))
    };
    file.objects.insert(outer, form("In", dictionary! { "In" => inner, "Self" => outer }));
    file.objects.insert(inner, form("Im", dictionary! { "Im" => image, "Out" => outer }));
    let tree = file.new_object_id();
    let page = file.add_object(dictionary! { "Type" => "Page", "Parent" => tree });
    let resources = dictionary! { "XObject" => dictionary! { "Fm" => outer } };
    file.objects
        .insert(tree, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1, "Resources" => resources }.into());
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    assert_found(&bytes, 1, "a picture in a drawing in a drawing");
}

#[test]
fn a_damaged_scan_is_an_error_and_never_more() {
    let grey = page(1, 150);
    let whole = [grey.png(), drawn(1, &["-jpeg", "-r", "60"]), scan(vec![packed(picture(grey.width, grey.height(), 8, None, grey.dots))])];
    for whole in whole {
        for end in (0..whole.len()).step_by(whole.len() / 12) {
            let _ = codes(&whole[..end]);
            let mut flipped = whole.clone();
            flipped[end] ^= 0x55;
            let _ = codes(&flipped);
        }
    }
}
