//! Packs truly signed, whose archive holds what no pack holds.

use super::forge::{Forge, LINK_AT, MAGIC_AT, PREFIX_AT, Piece, SIZE_AT, SUM_AT, case, hostile, seal, somehow, tape_of};
use super::{Case, Scene};
use crate::pack::{LARGEST_DATA, MOST_ENTRIES};
use crate::{Hostile, Limit, PackError};

pub(super) fn cases(scene: &Scene<'_>) -> Vec<Case> {
    let forge = Forge::new(scene);
    let pieces = forge.pieces();
    let sealed = |pieces: &[Piece]| seal(&tape_of(pieces), scene.me);
    // One more entry behind the good ones.
    let with = |piece: Piece| sealed(&[pieces.clone(), vec![piece]].concat());
    let mut cases = kinds(&with);
    cases.extend(names(&with));
    cases.extend(headers(&pieces, &sealed));
    for (name, bytes, why) in [
        ("an entry that the manifest does not name", with(Piece::new("data/more.json", b"{}")), Hostile::NotInManifest),
        ("an entry in large letters", with(Piece::new("DATA/ROUND.JSON", b"{}")), Hostile::NotInManifest),
        ("a name of a hundred letters", with(Piece::new(vec![b'a'; 100], b"{}")), Hostile::NotInManifest),
        ("the same entry twice", with(pieces[3].clone()), Hostile::Twice),
        ("the manifest twice", with(pieces[0].clone()), Hostile::Twice),
    ] {
        cases.push(case(name, bytes, hostile(why)));
    }
    cases.extend(order(&pieces, &sealed));
    cases.extend(ends(scene, &forge));
    cases.extend(amounts(scene));
    cases
}

/// The first file of the pack with its header altered.
fn headers(pieces: &[Piece], sealed: &dyn Fn(&[Piece]) -> Vec<u8>) -> Vec<Case> {
    let body = |alter: &dyn Fn(Piece) -> Piece| {
        let mut pieces = pieces.to_vec();
        pieces[3] = alter(pieces[3].clone());
        sealed(&pieces)
    };
    // A size that is right once its upper half is dropped.
    let mut over = [0_u8; 12];
    over[0] = 0x80;
    over[4..].copy_from_slice(&(0x1_0000_0000_u64 + pieces[3].bytes.len() as u64).to_be_bytes());
    let mut cases: Vec<Case> = [
        ("a file with the name of a link", body(&|p| p.set(LINK_AT, b"/etc/passwd")), Hostile::Header),
        ("a name in two parts", body(&|p| p.set(PREFIX_AT, b"..")), Hostile::Header),
        ("a sum that does not add up", body(&|p| p.set_after(5, b"X")), Hostile::Header),
        ("a sum that is no number", body(&|p| p.set_after(SUM_AT, b"zzzzzz")), Hostile::Header),
        ("an archive before ustar", body(&|p| p.set(MAGIC_AT, [0; 8])), Hostile::Header),
        ("a size that is no number", body(&|p| p.set(SIZE_AT, b"9z999999999")), Hostile::Header),
        ("a size of 8 GiB", body(&|p| p.set(SIZE_AT, b"77777777777")), Hostile::Size),
        ("a size of 4 GiB and as much as there is", body(&|p| p.set(SIZE_AT, over)), Hostile::Size),
        ("a size past 64 bits", body(&|p| p.set(SIZE_AT, [0xff; 12])), Hostile::Size),
        ("a size of 2^63", body(&|p| p.set(SIZE_AT, [0x80, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0])), Hostile::Size),
        ("a size past the end", body(&|p| p.set(SIZE_AT, b"00040000000")), Hostile::Size),
    ]
    .into_iter()
    .map(|(name, bytes, why)| case(name, bytes, hostile(why)))
    .collect();
    // Which error it is depends on what stands where; what must not happen is that the size is believed.
    cases.push(somehow("a size below nothing", body(&|p| p.set(SIZE_AT, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 1]))));
    cases.push(somehow("a size of nothing", body(&|p| p.set(SIZE_AT, b"00000000000"))));
    cases
}

fn kinds(with: &dyn Fn(Piece) -> Vec<u8>) -> Vec<Case> {
    let piece = |kind: u8| Piece::new("data/more.json", b"").kind(kind);
    let long = [vec![b'a'; 300], vec![0]].concat();
    let pax = b"29 path=../../etc/passwd.txt\n";
    let huge = Piece::new("PaxHeaders/x", b"").kind(b'x').set(SIZE_AT, [0x80, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
    [
        ("a symbolic link", piece(b'2').set(LINK_AT, b"/etc/passwd"), Hostile::Link),
        ("a symbolic link to a folder above", piece(b'2').set(LINK_AT, b"../.."), Hostile::Link),
        ("a hard link", piece(b'1').set(LINK_AT, b"manifest.json"), Hostile::Link),
        ("a hard link with bytes", Piece::new("data/more.json", b"{}").kind(b'1'), Hostile::Link),
        ("a folder", Piece::new("data/", b"").kind(b'5'), Hostile::Folder),
        ("a folder above", Piece::new("../", b"").kind(b'5'), Hostile::Folder),
        ("a character device", piece(b'3'), Hostile::Device),
        ("a block device", piece(b'4'), Hostile::Device),
        ("a pipe", piece(b'6'), Hostile::Device),
        ("a contiguous file", piece(b'7'), Hostile::OtherKind),
        ("a file of the oldest kind", piece(0), Hostile::OtherKind),
        ("a long name of GNU tar", Piece::new("././@LongLink", &long).kind(b'L'), Hostile::OtherKind),
        ("a long link of GNU tar", Piece::new("././@LongLink", &long).kind(b'K'), Hostile::OtherKind),
        ("an extended header", Piece::new("PaxHeaders/data", pax).kind(b'x'), Hostile::OtherKind),
        ("an extended header for all", Piece::new("PaxHeaders/data", pax).kind(b'g'), Hostile::OtherKind),
        ("an extended header of 1 TiB", huge, Hostile::OtherKind),
        ("an extended header of Solaris", piece(b'X'), Hostile::OtherKind),
        ("a sparse file", piece(b'S').set(483, b"77777777777"), Hostile::OtherKind),
        ("a part of a file", piece(b'M'), Hostile::OtherKind),
        ("a name of a volume", piece(b'V'), Hostile::OtherKind),
        ("a listed folder", piece(b'D'), Hostile::OtherKind),
        ("an unknown kind", piece(b'Z'), Hostile::OtherKind),
        ("a kind that is no letter", piece(0xff), Hostile::OtherKind),
    ]
    .into_iter()
    .map(|(name, piece, why)| case(name, with(piece), hostile(why)))
    .collect()
}

fn names(with: &dyn Fn(Piece) -> Vec<u8>) -> Vec<Case> {
    let absolute: [&[u8]; 6] = [b"/etc/passwd", b"//server/share", b"\\\\server\\share", b"\\windows\\x", b"C:/x.json", b"c:x.json"];
    let upward: [&[u8]; 7] = [b"../x.json", b"data/../x.json", b"data/../../x.json", b"data/..", b"..", b"..\\x.json", b"data\\..\\x.json"];
    let wrong: [&[u8]; 19] = [
        b"data\\x.json",
        b"data//x.json",
        b"./data/x.json",
        b"data/./x.json",
        b"data/",
        b"",
        b".",
        b"data/x.json\0.exe",
        b"\0data/x.json",
        b"data/\xff\xfe.json",
        b"data/\xc3\xa9.json",
        b"data/a b.json",
        b"data/a\nb.json",
        b"data/\x1b[2J.json",
        b"data/x.json ",
        b"data/x.json:stream",
        b"data/*.json",
        b"~/x.json",
        b"data/$(x).json",
    ];
    let all = [(&absolute[..], Hostile::Absolute), (&upward, Hostile::Upward), (&wrong, Hostile::Name)];
    all.into_iter()
        .flat_map(|(names, why)| names.iter().map(move |name| (*name, why)))
        .map(|(name, why)| case(format!("the name {:?}", String::from_utf8_lossy(name)), with(Piece::new(name, b"{}")), hostile(why)))
        .collect()
}

fn order(pieces: &[Piece], sealed: &dyn Fn(&[Piece]) -> Vec<u8>) -> Vec<Case> {
    let moved = |change: &dyn Fn(&mut Vec<Piece>)| {
        let mut pieces = pieces.to_vec();
        change(&mut pieces);
        sealed(&pieces)
    };
    let mut cases = vec![
        case("the signature first", moved(&|p| p.swap(0, 1)), hostile(Hostile::Order)),
        case("the hashes before the signature", moved(&|p| p.swap(1, 2)), hostile(Hostile::Order)),
        case("data before the hashes", moved(&|p| p.swap(2, 3)), hostile(Hostile::Order)),
        case("the manifest last", moved(&|p| p.rotate_left(1)), hostile(Hostile::Order)),
        case("no manifest", moved(&|p| drop(p.remove(0))), hostile(Hostile::Missing)),
        case("no signature", moved(&|p| drop(p.remove(1))), hostile(Hostile::Missing)),
        case("no hashes", moved(&|p| drop(p.remove(2))), hostile(Hostile::Missing)),
        case("the manifest alone", moved(&|p| p.truncate(1)), hostile(Hostile::Missing)),
        case("no data", moved(&|p| drop(p.remove(3))), hostile(Hostile::Missing)),
        case("nothing behind the hashes", moved(&|p| p.truncate(3)), hostile(Hostile::Missing)),
        case("shorter than the manifest says", moved(&|p| drop(p[3].bytes.split_off(1))), hostile(Hostile::Size)),
        case("longer than the manifest says", moved(&|p| p[3].bytes.push(b' ')), hostile(Hostile::Size)),
    ];
    if pieces.len() > 4 {
        cases.push(case("the files in another order", moved(&|p| p[3..].reverse()), hostile(Hostile::Order)));
    }
    cases
}

fn ends(scene: &Scene<'_>, forge: &Forge<'_>) -> Vec<Case> {
    let good = forge.tape();
    let ended = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut tape = good.clone();
        change(&mut tape);
        seal(&tape, scene.me)
    };
    let mut cases = vec![
        case("an archive without an end", ended(&|t| t.truncate(t.len() - 1_024)), PackError::Damaged),
        case("half an end", ended(&|t| t.truncate(t.len() - 512)), PackError::Damaged),
        case("an end short of one byte", ended(&|t| t.truncate(t.len() - 1)), PackError::Damaged),
        case("a letter behind the end", ended(&|t| t.push(b'x')), hostile(Hostile::Stray)),
        case("half a block behind the end", ended(&|t| t.extend_from_slice(&[1; 256])), hostile(Hostile::Stray)),
        case("another archive behind the end", ended(&|t| t.extend_from_within(..)), hostile(Hostile::Stray)),
        case("something in the end", ended(&|t| *t.last_mut().unwrap() = 1), hostile(Hostile::Stray)),
        case("an endless end", ended(&|t| t.resize(t.len() + 1_000_000, 0)), hostile(Hostile::Stray)),
    ];
    if forge.bodies.last().is_some_and(|piece| piece.bytes.len() % 512 != 0) {
        let gap = good.len() - 1_024 - 1;
        cases.push(case("something hidden behind an entry", ended(&|t| t[gap] = b'x'), hostile(Hostile::Stray)));
    }
    cases
}

fn amounts(scene: &Scene<'_>) -> Vec<Case> {
    let too_much = |limit: Limit, most: u64| PackError::TooMuch { limit, most };
    let mut many = Forge::new(scene);
    while many.bodies.len() < MOST_ENTRIES - 2 {
        let number = many.bodies.len();
        many.bodies.push(Piece::new(format!("data/n{number}.json"), b"{}"));
    }
    many.list();
    let mut large = Forge::new(scene);
    large.bodies.insert(0, Piece::new("data/a.json", vec![b' '; usize::try_from(LARGEST_DATA).unwrap() + 1]));
    large.list();
    let wide = Forge::with(scene, |m| m["partnership"] = "x".repeat(usize::try_from(LARGEST_DATA).unwrap()).into());
    let forge = Forge::new(scene);
    let head = forge.head();
    let long = [forge.sign(&head).into_bytes(), vec![b'\n'; 5_000]].concat();
    let long = seal(&tape_of(&forge.pieces_with(&head, &long)), scene.me);
    vec![
        case("2,001 entries", many.sealed(), too_much(Limit::Entries, MOST_ENTRIES as u64)),
        case("a data file too large", large.sealed(), too_much(Limit::Data, LARGEST_DATA)),
        case("a manifest too large", wide.sealed(), too_much(Limit::Manifest, LARGEST_DATA)),
        case("a signature too large", long, too_much(Limit::Manifest, 4_096)),
    ]
}
