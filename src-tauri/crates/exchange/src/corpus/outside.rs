//! Packs that are wrong before they are opened.

use super::forge::{Forge, case, hostile, seal, seal_to, somehow};
use super::{Case, Scene};
use crate::Hostile;
use crate::PackError::{Damaged, NotAPack, NotForMe, TooManyRecipients};

const FIRST_LINE: &[u8] = b"age-encryption.org/v1\n";

pub(super) fn cases(scene: &Scene<'_>) -> Vec<Case> {
    let tape = Forge::new(scene).tape();
    let many = TooManyRecipients { most: 64 };
    let lines = |line: &[u8], count: usize| [FIRST_LINE.to_vec(), line.repeat(count)].concat();
    let mut cases = vec![
        case("an empty file", Vec::new(), NotAPack),
        case("one byte", vec![b'a'], NotAPack),
        case("a letter", b"Dear co-ordinator, please find attached".to_vec(), NotAPack),
        case("a zip file", b"PK\x03\x04\x14\0\0\0".to_vec(), NotAPack),
        case("text armour", b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n".to_vec(), NotAPack),
        case("the open archive", tape.clone(), NotAPack),
        case("only the first line", FIRST_LINE.to_vec(), Damaged),
        case("an endless line", [FIRST_LINE, b"-> X25519 ", &b"A".repeat(200_000)].concat(), Damaged),
        case("endless lines", lines(b"AAAA\n", 50_000), Damaged),
        case("a thousand strange recipients", lines(b"-> x y\n\n", 1_000), many.clone()),
        case("a thousand recipients", lines(b"-> X25519 A\nA\n", 1_000), many.clone()),
        case("65 recipients", seal_to(&tape, &vec![scene.me.recipient(); 65]), many),
        case("sealed to somebody else", seal(&tape, &scene.outsider), NotForMe),
        case("sealed with a passphrase", passphrase(), NotForMe),
        case("nothing, sealed", seal(b"", scene.me), Damaged),
        case("a letter, sealed", seal(b"Dear co-ordinator", scene.me), Damaged),
        somehow("a block of letters, sealed", seal(&[b'x'; 2_048], scene.me)),
        case("only empty blocks, sealed", seal(&[0; 10_240], scene.me), hostile(Hostile::Missing)),
        case("sealed twice", seal(&scene.good(), scene.me), hostile(Hostile::Header)),
    ];
    cases.extend(damaged(&scene.good()));
    cases
}

fn damaged(good: &[u8]) -> Vec<Case> {
    let changed = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = good.to_vec();
        change(&mut bytes);
        bytes
    };
    let seal = good.windows(5).position(|window| window == b"\n--- ").unwrap() + 5;
    let middle = good.len() / 2;
    let mut cases = vec![
        case("a newer kind of sealing", changed(&|bytes| bytes[20] = b'2'), NotAPack),
        case("its first bit turned", changed(&|bytes| bytes[0] ^= 1), NotAPack),
        case("cut before its last byte", changed(&|bytes| bytes.truncate(bytes.len() - 1)), Damaged),
        case("cut in the middle", changed(&|bytes| bytes.truncate(middle)), Damaged),
        case("cut behind its header", changed(&|bytes| bytes.truncate(seal + 44)), Damaged),
        case("cut in its header", changed(&|bytes| bytes.truncate(seal - 20)), Damaged),
        case("one byte behind its end", changed(&|bytes| bytes.push(0)), Damaged),
        case("many bytes behind its end", changed(&|bytes| bytes.extend_from_slice(&[0; 70_000])), Damaged),
        case("itself again behind its end", changed(&|bytes| bytes.extend_from_within(..)), Damaged),
        case("a letter of its seal turned", changed(&|bytes| bytes[seal] = if bytes[seal] == b'A' { b'B' } else { b'A' }), Damaged),
        case("a bit turned in its nonce", changed(&|bytes| bytes[seal + 50] ^= 1), Damaged),
        case("a bit turned in its middle", changed(&|bytes| bytes[middle] ^= 0x80), Damaged),
        case("its last bit turned", changed(&|bytes| *bytes.last_mut().unwrap() ^= 1), Damaged),
    ];
    for at in [22, 30, 60, 100, seal - 30] {
        cases.push(somehow(format!("byte {at} of its header turned"), changed(&|bytes| bytes[at] ^= 0x11)));
    }
    cases
}

/// A file sealed with a passphrase, as age writes one. Nothing may work out its key: that would take minutes and gigabytes.
fn passphrase() -> Vec<u8> {
    let header = "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 22\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n--- ";
    [header.as_bytes(), "A".repeat(43).as_bytes(), b"\n", &[0; 64]].concat()
}
