//! Files made to kill whatever opens them, and honest ones that look a little like them.

use super::*;
use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};
use std::fmt::Write as _;
use std::io::Write as _;

/// A file of these objects, each by its number, with a packed table of where they stand. `inside` are the numbers of packed
/// objects and where they are packed; `about` is what the table says of itself.
fn file_with(objects: &[(u32, Vec<u8>)], inside: &[(u32, u32)], about: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let count = objects.iter().map(|(number, _)| *number).chain(inside.iter().map(|(number, _)| *number)).max().unwrap() + 2;
    let mut table = vec![[0; 7]; usize::try_from(count).unwrap()];
    let mut say = |number: u32, kind: u8, place: u32| {
        let row = &mut table[usize::try_from(number).unwrap()];
        row[0] = kind;
        row[1..5].copy_from_slice(&place.to_be_bytes());
    };
    for (number, object) in objects {
        say(*number, 1, u32::try_from(bytes.len()).unwrap());
        bytes.extend(format!("{number} 0 obj\n").as_bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    for (number, container) in inside {
        say(*number, 2, *container);
    }
    let start = bytes.len();
    say(count - 1, 1, u32::try_from(start).unwrap());
    let about = if about.is_empty() { "/W [1 4 2]" } else { about };
    let head = format!("{} 0 obj\n<</Type/XRef/Size {count}/Root 1 0 R{about}/Length {}>>\nstream\n", count - 1, 7 * table.len());
    bytes.extend(head.as_bytes());
    bytes.extend(table.concat());
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").as_bytes());
    bytes
}

fn catalog() -> (u32, Vec<u8>) {
    (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec())
}

fn stream(about: &str, content: &[u8]) -> Vec<u8> {
    [format!("<<{about}/Length {}>>\nstream\n", content.len()).as_bytes(), content, b"\nendstream"].concat()
}

fn zlib(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// The content of a stream, as it stands in the file.
fn content(file: &Document, number: u32) -> &[u8] {
    &file.objects[&(number, 0)].as_stream().unwrap().content
}

#[test]
fn a_table_that_says_it_is_huge_costs_nothing() {
    let honest = file_with(&[catalog()], &[], "");
    assert!(open(&honest).unwrap().catalog().is_ok());
    for about in [
        "/W [1000000000000 1 1]",
        "/W [0 0 0]/Index [0 4000000000]",
        "/W [1 4 2]/Index [0 4000000000]",
        "/W [1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 6000000000>>",
        "/W [1 4 2]/Filter/ASCIIHexDecode/DecodeParms<</Predictor 12/Columns 6000000000>>",
    ] {
        // The tables cannot be read; the objects can still be found one after another.
        let pages = (2, b"<</Type/Pages/Kids[]>>".to_vec());
        let file = file_with(&[catalog(), pages], &[], about);
        assert!(file.len() < 400);
        assert!(open(&file).is_ok_and(|file| file.catalog().is_ok()), "{about}");
    }
}

#[test]
fn so_many_tables_that_nobody_saved_so_often_are_refused() {
    let tables = |count: usize| {
        let mut file = file_with(&[catalog()], &[], "");
        (0..count).for_each(|_| file.extend(b"trailer<</Size 9/P#72ev %\n 17>>\n"));
        open(&file).map(|_| ())
    };
    assert_eq!(tables(MOST_TABLES), Ok(()));
    assert_eq!(tables(MOST_TABLES + 1), Err(PdfError::TooLarge));
    // Bookmarks have the same name for the one before, which is a reference.
    let mark = |number| (number, format!("<</Title(x)/Prev {} 0 R/Length(12)>>", number - 1).into_bytes());
    let marks: Vec<_> = [catalog()].into_iter().chain((2..200).map(mark)).collect();
    assert!(open(&file_with(&marks, &[], "")).is_ok());
}

#[test]
fn lengths_that_each_stand_in_another_part_are_not_followed_down_the_stack() {
    let link = |number: u32| {
        let length = ["Length", "L#65ngth", "Length%\n"][usize::try_from(number % 3).unwrap()];
        (number, format!("<</{length} {} 0 R>>\nstream\nx\nendstream", number + 1).into_bytes())
    };
    let chain: Vec<_> = [catalog()].into_iter().chain((2..60_000).map(link)).collect();
    let file = open(&file_with(&chain, &[], "")).unwrap();
    assert_eq!(content(&file, 30_000), b"");
}

#[test]
fn a_length_that_stands_elsewhere_is_found_there() {
    let words = |length: &str| format!("<</Length {length}>>\nstream\nwords of it\nendstream").into_bytes();
    let objects = [
        catalog(),
        (2, words("7 0 R")),
        (3, words("8 0 R")),
        (4, words("9 0 R")),
        (5, words("10 0 R")),
        (6, stream("/Type/ObjStm/N 2/First 10", b"8 0 11 3  11 %\n(in it)")),
        (7, b"11".to_vec()),
        // A wrong one, and none.
        (9, b"3".to_vec()),
    ];
    let file = open(&file_with(&objects, &[(8, 6), (11, 6)], "")).unwrap();
    for number in [2, 3] {
        assert_eq!(content(&file, number), b"words of it", "{number}");
    }
    assert_eq!(content(&file, 4), b"words of it\n");
    assert_eq!(content(&file, 5), b"");
    assert_eq!(file.objects[&(11, 0)].as_str().unwrap(), b"in it");
}

#[test]
fn packed_objects_that_stand_in_one_another_are_not_each_read_to_the_end() {
    // A text of brackets; an object is said to begin at each of them, and would reach to the end.
    let mut list = String::new();
    (0..100_000).for_each(|number| write!(list, "{} {} ", number + 10, 2 * number + 1).unwrap());
    let text = format!("{list}{})", r"\(".repeat(100_000));
    let about = format!("/Type/ObjStm/N 100000/First {}/Filter/FlateDecode", list.len());
    let inside: Vec<_> = (0..100_000).map(|number| (number + 10, 3)).collect();
    let file = file_with(&[catalog(), (3, stream(&about, &zlib(text.as_bytes())))], &inside, "");
    assert!(open(&file).is_ok_and(|file| file.objects.len() < 10));
}

#[test]
fn what_would_take_far_too_much_memory_is_refused_as_soon_as_it_does() {
    // Each number of a list takes sixty times as much as it does in the file.
    let list = zlib(["4 0 [".as_bytes(), "0 ".repeat(1_000_000).as_bytes(), b"]"].concat().as_slice());
    let lists = |count: u32| {
        let list = |number| (number, stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &list));
        let lists: Vec<_> = [catalog()].into_iter().chain((10..10 + count).map(list)).collect();
        let file = file_with(&lists, &[], "");
        assert!(file.len() < 20_000);
        open(&file).map(|_| ())
    };
    assert_eq!(lists(1), Ok(()));
    let plain = |number: u32| (number, ["[".as_bytes(), "0 ".repeat(1_000_000).as_bytes(), b"]"].concat());
    assert_eq!(open(&file_with(&[catalog(), plain(3), plain(4), plain(5)], &[], "")).map(|_| ()), Err(PdfError::TooLarge));
    // One large part that a thousand objects have: each begins in the comment of the one before.
    let heads: Vec<String> = (10..1_010).map(|number| format!("{number} 0 obj << %")).collect();
    let mut file = file_with(&[catalog()], &(10..1_010).map(|number| (number, 0)).collect::<Vec<_>>(), "");
    let table = find(&file, b"stream\n").unwrap() + b"stream\n".len();
    let mut place = file.len();
    for (row, head) in (10..).zip(&heads) {
        let row = table + 7 * row;
        file[row] = 1;
        file[row + 1..row + 5].copy_from_slice(&u32::try_from(place).unwrap().to_be_bytes());
        place += head.len();
    }
    let end = file.split_off(find(&file, b"startxref").unwrap());
    let place = file.len();
    file.extend(vec![b' '; end.len()]);
    assert_eq!(file.len(), place + end.len());
    file.extend(heads.concat().as_bytes());
    file.extend(b"\n/Length 1000000>>\nstream\n");
    file.extend(vec![b'x'; 1_000_000]);
    file.extend(b"\nendstream\nendobj\n");
    file.extend(end);
    assert_eq!(open(&file).map(|_| ()), Err(PdfError::TooLarge));
}

#[test]
fn parts_that_unpack_to_too_much_together_are_counted_however_they_are_packed() {
    let spaces = vec![b' '; 7_000_000];
    let packed = zlib(&spaces);
    // Its sum of control is wrong: what was unpacked is there all the same.
    let mut wrong = packed.clone();
    *wrong.last_mut().unwrap() ^= 1;
    let mut bare = DeflateEncoder::new(Vec::new(), Compression::best());
    bare.write_all(&spaces).unwrap();
    let bare = [&[0x08, 0x1d], bare.finish().unwrap().as_slice()].concat();
    let hex: String = packed.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    });
    let parts = |count: u32, about: &str, part: &[u8]| {
        let about = format!("/Type/ObjStm/N 1/First 0{about}");
        let parts: Vec<_> = [catalog()].into_iter().chain((10..10 + count).map(|number| (number, stream(&about, part)))).collect();
        open(&file_with(&parts, &[], "")).map(|_| ())
    };
    assert_eq!(parts(19, "/Filter/FlateDecode", &packed), Ok(()));
    let ways: [(&str, &[u8]); 5] = [
        ("/Filter/FlateDecode", &packed),
        ("/Filter/FlateDecode", &wrong),
        ("/Filter/FlateDecode", &bare),
        ("/X /Image/Filter/FlateDecode", &packed),
        ("/Filter[/ASCIIHexDecode/FlateDecode]", hex.as_bytes()),
    ];
    for (about, part) in ways {
        assert_eq!(parts(20, about, part), Err(PdfError::TooLarge), "{about}");
    }
}

#[test]
fn a_locked_file_is_known_before_anything_is_unlocked() {
    let lock = (3, b"<</Filter/Standard/V 1/R 2/O(x)/U(x)/P 0>>".to_vec());
    let locked = |name: &str| open(&file_with(&[catalog(), lock.clone()], &[], &format!("/W [1 4 2]/{name} 3 0 R"))).map(|_| ());
    for name in ["Encrypt", "Encr#79pt"] {
        assert_eq!(locked(name), Err(PdfError::Locked), "{name}");
    }
    // Named in a way that nobody writes, it is no lock, and its parts are read as they are.
    assert_eq!(locked("#45ncrypt"), Ok(()));
}
