//! Packs damaged by chance: outside and inside of the seal, signed anew or not.

use super::forge::{Forge, LINK_AT, MAGIC_AT, PREFIX_AT, Piece, SIZE_AT, SUM_AT, seal, somehow, tape_of};
use super::{Case, Chance, Scene};
use crate::pack::tape;
use serde_json::{Value, json};

/// Everything that is made once and damaged often.
struct Bench<'a> {
    scene: &'a Scene<'a>,
    forge: Forge<'a>,
    good: Vec<u8>,
    pieces: Vec<Piece>,
    tape: Vec<u8>,
    /// The signature of the manifest as it was.
    signature: String,
    /// Another true pack of the same sender.
    other: Vec<Piece>,
}

pub(super) fn cases<'a>(seed: u64, count: usize, scene: &'a Scene<'a>) -> impl Iterator<Item = Case> + 'a {
    let mut chance = Chance::new(seed);
    let bench = Bench::new(scene);
    (0..count).map(move |number| {
        let (what, bytes) = loop {
            let found = bench.one(&mut chance);
            if let Some(bytes) = found.1 {
                break (found.0, bytes);
            }
        };
        somehow(format!("{what}, number {number} of seed {seed}"), bytes)
    })
}

impl<'a> Bench<'a> {
    fn new(scene: &'a Scene<'a>) -> Self {
        let forge = Forge::new(scene);
        let pieces = forge.pieces();
        let mut other = Forge::with(scene, |m| m["partnership"] = "Another".into());
        other.bodies.push(Piece::new("data/other.json", b"{}"));
        other.list();
        let signature = String::from_utf8(pieces[1].bytes.clone()).unwrap();
        Self { scene, good: scene.good(), tape: tape_of(&pieces), signature, other: other.pieces(), pieces, forge }
    }

    /// One damaged pack, or none when chance has changed nothing that means anything.
    fn one(&self, chance: &mut Chance) -> (&'static str, Option<Vec<u8>>) {
        match chance.below(20) {
            0 | 1 => ("the sealed file damaged", self.outside(chance)),
            2..=6 => ("the archive damaged", self.archive(chance)),
            7..=9 => ("a header altered and summed anew", self.header(chance)),
            10 => ("entries moved", self.moved(chance)),
            11 => ("parts of two packs", self.spliced(chance)),
            12 | 13 => ("an entry damaged", self.entry(chance)),
            14 | 15 => ("the manifest damaged and not signed anew", self.unsigned(chance)),
            16..=18 => ("a field of the manifest altered and signed anew", Some(self.field(chance))),
            _ => ("rubbish, sealed", Some(self.rubbish(chance))),
        }
    }

    fn sealed(&self, tape: &[u8]) -> Vec<u8> {
        seal(tape, self.scene.me)
    }

    fn outside(&self, chance: &mut Chance) -> Option<Vec<u8>> {
        let mut bytes = self.good.clone();
        chance.damage(&mut bytes);
        (bytes != self.good).then_some(bytes)
    }

    fn archive(&self, chance: &mut Chance) -> Option<Vec<u8>> {
        let mut tape = self.tape.clone();
        chance.damage(&mut tape);
        self.damaged(&tape)
    }

    /// The sealed archive, unless it still says the very same thing.
    fn damaged(&self, tape: &[u8]) -> Option<Vec<u8>> {
        (meaning(tape) != meaning(&self.tape)).then(|| self.sealed(tape))
    }

    fn header(&self, chance: &mut Chance) -> Option<Vec<u8>> {
        let mut pieces = self.pieces.clone();
        let which = chance.below(pieces.len());
        let (from, length) = *chance.one_of(&[(0, 100), (SIZE_AT, 12), (156, 1), (LINK_AT, 100), (MAGIC_AT, 6), (PREFIX_AT, 155)]);
        let at = from + chance.below(length);
        let count = (1 + chance.below(4)).min(from + length - at);
        let bytes = chance.bytes(count);
        pieces[which] =
            if chance.below(8) == 0 { pieces[which].clone().set_after(SUM_AT, bytes) } else { pieces[which].clone().set(at, bytes) };
        self.damaged(&tape_of(&pieces))
    }

    fn moved(&self, chance: &mut Chance) -> Option<Vec<u8>> {
        let mut pieces = self.pieces.clone();
        for _ in 0..=chance.below(3) {
            let (one, other) = (chance.below(pieces.len()), chance.below(pieces.len()));
            match chance.below(4) {
                _ if pieces.is_empty() => {}
                0 => pieces.swap(one, other),
                1 => drop(pieces.remove(one)),
                2 => pieces.insert(other, pieces[one].clone()),
                _ => {
                    let name = pieces[other].name.clone();
                    pieces[one].name = name;
                }
            }
        }
        self.damaged(&tape_of(&pieces))
    }

    fn spliced(&self, chance: &mut Chance) -> Option<Vec<u8>> {
        let longest = self.pieces.len().max(self.other.len());
        let mut pieces = Vec::new();
        for place in 0..longest {
            let from = if chance.below(2) == 0 { &self.pieces } else { &self.other };
            pieces.extend(from.get(place).cloned());
        }
        let tape = tape_of(&pieces);
        if meaning(&tape) == meaning(&tape_of(&self.other)) { None } else { self.damaged(&tape) }
    }

    fn entry(&self, chance: &mut Chance) -> Option<Vec<u8>> {
        let mut pieces = self.pieces.clone();
        let which = chance.below(pieces.len());
        chance.damage(&mut pieces[which].bytes);
        self.damaged(&tape_of(&pieces))
    }

    fn unsigned(&self, chance: &mut Chance) -> Option<Vec<u8>> {
        let mut head = self.forge.head();
        chance.damage(&mut head);
        (head != self.forge.head()).then(|| self.sealed(&tape_of(&self.forge.pieces_with(&head, self.signature.as_bytes()))))
    }

    /// A field that must be what it is, made something else by its true author, or by an author who has lost control of it.
    fn field(&self, chance: &mut Chance) -> Vec<u8> {
        let wrong = [
            json!(null),
            json!(-1),
            json!(1.5),
            json!(u64::MAX),
            json!([]),
            json!({}),
            json!(true),
            json!([[[[[[[[1]]]]]]]]),
            json!({"format": "chest-pack"}),
        ];
        let texts = ["", "x", "../../etc/passwd", "\u{0}", "\u{202e}", "00000000-0000-0000-0000-000000000000", "9999-99-99T99:99:99Z"];
        let must_be_text = ["format", "kind", "packId", "registerId", "partnership", "created"];
        let must_fit = ["format", "kind", "packId", "registerId", "round", "created"];
        let listed = ["name", "sha256"];
        let own = ["memberId", "name", "recipient", "verifyingKey"];
        let value = chance.one_of(&wrong).clone();
        let text: Value = (*chance.one_of(&texts)).into();
        let mut forge = Forge::new(self.scene);
        // The comment stays what it was, as it would when a program signs one thing and writes another.
        forge.comment = Some(crate::pack::comment(self.scene.manifest.pack_id, self.scene.manifest.kind.code()));
        let file = chance.below(forge.bodies.len());
        match chance.below(6) {
            0 => forge.manifest[*chance.one_of(&must_be_text)] = value,
            1 => forge.manifest[*chance.one_of(&must_fit)] = text,
            2 => forge.manifest["files"][file][*chance.one_of(&listed)] = if chance.below(2) == 0 { value } else { text },
            3 => forge.manifest["files"][file]["size"] = value,
            4 => forge.manifest["from"][*chance.one_of(&own)] = value,
            _ => forge.manifest["to"][0][*chance.one_of(&["recipient", "memberId"])] = value,
        }
        forge.sealed()
    }

    fn rubbish(&self, chance: &mut Chance) -> Vec<u8> {
        let length = chance.below(4_096);
        let mut tape = chance.bytes(length);
        if chance.below(2) == 0 {
            // Something that looks like an archive for longer.
            let name = *chance.one_of(&["manifest.json", "SHA256SUMS", "data/x.json"]);
            let kind = *chance.one_of(b"01234567xgLKSV");
            tape = tape_of(&[Piece::new(name, tape).kind(kind)]);
        }
        self.sealed(&tape)
    }
}

/// What an archive says: its entries, or that it cannot be read. Bytes that say nothing may differ: the times and owners of
/// its files, and the first words of the signature, which nobody signs.
fn meaning(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let entries = tape::read(bytes, usize::MAX).ok()?;
    let heard = |entry: &tape::Entry<'_>| {
        let mut bytes = entry.bytes.to_vec();
        if entry.name == crate::pack::SIGNATURE
            && let Some((first, rest)) = std::str::from_utf8(entry.bytes).ok().and_then(|text| text.split_once('\n'))
            && first.starts_with("untrusted comment: ")
        {
            bytes = rest.trim_end().replace('\r', "").into_bytes();
        }
        (entry.name.to_owned(), bytes)
    };
    Some(entries.iter().map(heard).collect())
}
