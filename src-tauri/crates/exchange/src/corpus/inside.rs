//! Packs with a sound archive, whose manifest, signature, addressee, hashes or sheets are wrong.

use super::forge::{Forge, Piece, case, hostile, seal, somehow, tape_of};
use super::{Case, Refusal, Scene};
use crate::PackError::{
    BadSignature, Damaged, Expired, HashDiffers, NewerVersion, NotAddressedToMe, OtherPartnership, OtherRound, WrongKind,
};
use crate::{Hostile, PackError, PackKind, Party, hex};
use keys::Keyring;
use serde_json::{Value, json};
use uuid::Uuid;

pub(super) fn cases(scene: &Scene<'_>) -> Vec<Case> {
    [manifests(scene), texts(scene), signatures(scene), senders(scene), addressees(scene), hashes(scene), sheets(scene)]
        .into_iter()
        .flatten()
        .collect()
}

/// The good pack with its manifest altered, truly signed.
fn said(scene: &Scene<'_>, alter: impl FnOnce(&mut Value)) -> Vec<u8> {
    Forge::with(scene, alter).sealed()
}

/// What the true author says, and what is not for us or not for this program.
fn manifests(scene: &Scene<'_>) -> Vec<Case> {
    let said = |alter: &dyn Fn(&mut Value)| said(scene, alter);
    let newer = |found: u32| NewerVersion { found, ours: 1 };
    let other = if scene.manifest.kind == PackKind::Witness { PackKind::Payment } else { PackKind::Witness };
    let mut cases = vec![
        case("another format", said(&|m| m["format"] = "chest-card".into()), Damaged),
        case("version 0", said(&|m| m["version"] = 0.into()), Damaged),
        case("version 2", said(&|m| m["version"] = 2.into()), newer(2)),
        case("the newest version of all", said(&|m| m["version"] = u32::MAX.into()), newer(u32::MAX)),
        case("version 2 of a kind that is not known yet", said(&|m| newer_shape(m)), newer(2)),
        case("another kind", said(&|m| m["kind"] = other.code().into()), WrongKind { found: other.code() }),
        case("a kind that nobody knows", said(&|m| m["kind"] = "poem".into()), WrongKind { found: "unknown" }),
        case("another partnership", said(&|m| m["registerId"] = json!(Uuid::from_u128(0xbad))), OtherPartnership),
        case("another round", said(&|m| m["round"] = json!(Uuid::from_u128(0xbad))), OtherRound),
        case("expired long ago", said(&|m| m["expires"] = "2001-01-01T00:00:00Z".into()), Expired),
        case("for nobody", said(&|m| m["to"] = json!([])), NotAddressedToMe),
    ];
    if scene.manifest.kind.has_round() {
        cases.push(case("no round", said(&|m| m["round"] = Value::Null), OtherRound));
    }
    for key in ["format", "version", "kind", "packId", "registerId", "partnership", "created", "from", "to"] {
        let gone = |m: &mut Value| drop(m.as_object_mut().unwrap().remove(key));
        cases.push(case(format!("no {key}"), said(&gone), Damaged));
        let wrong = if key == "version" { json!("1") } else { json!(1) };
        cases.push(case(format!("{key} of another shape"), said(&|m| m[key] = wrong.clone()), Damaged));
        cases.push(case(format!("{key} is nothing"), said(&|m| m[key] = Value::Null), Damaged));
    }
    for (key, number) in
        [("version", "-1"), ("version", "1.5"), ("version", "4294967296"), ("version", "1e400"), ("size", "-1"), ("size", "1e30")]
    {
        let mut forge = Forge::new(scene);
        let place = if key == "version" { &mut forge.manifest["version"] } else { &mut forge.manifest["files"][0]["size"] };
        *place = "NUMBER".into();
        let head = String::from_utf8(forge.head()).unwrap().replacen("\"NUMBER\"", number, 1);
        cases.push(case(format!("{key} is {number}"), forge.sealed_with(head.as_bytes()), Damaged));
    }
    cases.extend(lists(scene));
    cases
}

/// A manifest as a later program may write it: with a new kind, new fields, and its files under other names.
fn newer_shape(manifest: &mut Value) {
    manifest["version"] = 2.into();
    manifest["kind"] = "minutes".into();
    manifest["colour"] = "green".into();
    manifest["files"] = json!({"notes/first.txt": {"blake3": "0"}});
}

/// What the manifest says of its files.
fn lists(scene: &Scene<'_>) -> Vec<Case> {
    let said = |alter: &dyn Fn(&mut Value)| said(scene, alter);
    let zeros = "0".repeat(64);
    let named = |name: &str| said(&|m| m["files"][0]["name"] = name.into());
    let again = |m: &mut Value| {
        let first = m["files"][0].clone();
        m["files"].as_array_mut().unwrap().push(first);
    };
    let more = |m: &mut Value| m["files"].as_array_mut().unwrap().push(json!({"name": "data/more.json", "size": 2, "sha256": zeros}));
    let mut cases = vec![
        case("a file listed twice", said(&again), hostile(Hostile::Twice)),
        case("a file listed that is not there", said(&more), hostile(Hostile::Missing)),
        case("no file listed", said(&|m| m["files"] = json!([])), hostile(Hostile::NotInManifest)),
        case("a size in the list that is too small", said(&|m| m["files"][0]["size"] = 1.into()), hostile(Hostile::Size)),
        case("a size in the list of 2^64 - 1", said(&|m| m["files"][0]["size"] = u64::MAX.into()), hostile(Hostile::Size)),
        case("a hash in the list of another file", said(&|m| m["files"][0]["sha256"] = zeros.clone().into()), HashDiffers),
        case("a hash in the list that is none", said(&|m| m["files"][0]["sha256"] = "../../x".into()), HashDiffers),
        case("a file that is named for another hash", named(&format!("files/{zeros}.pdf")), HashDiffers),
    ];
    for name in
        ["../x.json", "/etc/passwd", "data/../x.json", "data\\x.json", "manifest.json", "data/X.json", "data/x.exe", "", "data/\u{0}.json"]
    {
        cases.push(case(format!("a file listed as {name:?}"), named(name), hostile(Hostile::Name)));
    }
    cases
}

/// What stands where the manifest should, truly signed.
fn texts(scene: &Scene<'_>) -> Vec<Case> {
    let forge = Forge::new(scene);
    let good = String::from_utf8(forge.head()).unwrap();
    let deep = |open: &str, count: usize| open.repeat(count).into_bytes();
    let nested = good.replacen('{', &format!("{{\"x\": {}{},", "[".repeat(20_000), "]".repeat(20_000)), 1);
    let inner = good.replacen("\"name\": ", &format!("\"name\": {}{}, \"x\": ", "[".repeat(20_000), "]".repeat(20_000)), 1);
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("blank", vec![b' '; 1_000]),
        ("no JSON", b"kind: review".to_vec()),
        ("not UTF-8", [b"\xff\xfe", good.as_bytes()].concat()),
        (
            "not UTF-8 within",
            good.replacen("chest-pack", "chest-pack\u{1}", 1).into_bytes().iter().map(|b| if *b == 1 { 0xff } else { *b }).collect(),
        ),
        ("UTF-16", good.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("behind a byte order mark", [b"\xef\xbb\xbf", good.as_bytes()].concat()),
        ("a list", format!("[{good}]").into_bytes()),
        ("a text", serde_json::to_vec(&good).unwrap()),
        ("a number", b"1".to_vec()),
        ("nothing", b"null".to_vec()),
        ("a hundred thousand brackets", deep("[", 100_000)),
        ("a hundred thousand braces", deep("{\"a\":", 100_000)),
        ("a name made of brackets", inner.into_bytes()),
        ("with something behind it", format!("{good}{{}}").into_bytes()),
        ("cut in the middle", good.as_bytes()[..good.len() / 2].to_vec()),
        ("with one field twice", good.replacen("\"version\": 1", "\"version\": 1, \"version\": 1", 1).into_bytes()),
        ("with half a pair of letters", good.replacen("chest-pack", "\\ud800", 1).into_bytes()),
        ("with a letter of control", good.replacen("chest-pack", "chest\npack", 1).into_bytes()),
        ("with a comment", good.replacen('{', "{ // x\n", 1).into_bytes()),
        ("nan", good.replacen("\"version\": 1", "\"version\": NaN", 1).into_bytes()),
    ];
    let mut cases: Vec<Case> =
        all.into_iter().map(|(name, head)| case(format!("a manifest that is {name}"), forge.sealed_with(&head), Damaged)).collect();
    // Fields that nobody knows are passed over, and this one is deep: it must not cost the stack. Its author signed all of
    // it, so that only the seal over another manifest makes it wrong.
    let unsigned = forge.pieces_with(nested.as_bytes(), forge.sign(good.as_bytes()).as_bytes());
    cases.push(case("a manifest with a deep field", seal(&tape_of(&unsigned), scene.me), BadSignature));
    cases
}

fn signatures(scene: &Scene<'_>) -> Vec<Case> {
    let forge = Forge::new(scene);
    let head = forge.head();
    let good = forge.sign(&head);
    let with = |signature: &[u8]| seal(&tape_of(&forge.pieces_with(&head, signature)), scene.me);
    let by = |keyring: &Keyring, comment: &str| with(keyring.sign(&head, comment).unwrap().as_bytes());
    let id = scene.manifest.pack_id;
    let kind = scene.manifest.kind;
    let (first, rest) = good.split_once('\n').unwrap();
    let changed = |from: &str, to: &str| with(good.replacen(from, to, 1).as_bytes());
    let of_other = forge.sign(b"another manifest");
    let altered = |alter: &dyn Fn(&mut Value)| {
        let other = Forge::with(scene, alter);
        seal(&tape_of(&other.pieces_with(&other.head(), good.as_bytes())), scene.me)
    };
    let other_kind = if kind == PackKind::Witness { "payment" } else { "witness" };
    let (front, last) = good.trim_end().rsplit_once('\n').unwrap();
    let cut = |letters: usize| with(format!("{front}\n{}\n", &last[..letters]).as_bytes());
    let mut cases = vec![
        // Found by chance: the library for signatures panicked on it.
        ("a signature whose last line is short", cut(76)),
        ("a signature whose last line is empty", cut(0)),
        ("a signature whose last line is long", with(format!("{front}\n{}AAAA\n", last.replace('=', "A")).as_bytes())),
        ("no signature in the file", with(b"")),
        ("a signature of letters", with(b"signed, Imogen")),
        ("a signature that is not UTF-8", with(&[0xff; 300])),
        ("a signature of four empty lines", with(b"\n\n\n\n")),
        ("a signature short of a line", with(rest.as_bytes())),
        ("a signature with another line", with(format!("{good}more\n").as_bytes())),
        ("a signature without its first words", with(format!("x{first}\n{rest}").as_bytes())),
        ("a signature of another manifest", with(of_other.as_bytes())),
        ("a signature of somebody else", by(&scene.outsider, &format!("chest-pack {id} {kind}"))),
        ("a signature of mine", by(scene.me, &format!("chest-pack {id} {kind}"))),
        ("a comment on another kind", by(scene.sender, &format!("chest-pack {id} {other_kind}"))),
        ("a comment on another pack", by(scene.sender, &format!("chest-pack {} {kind}", Uuid::from_u128(1)))),
        ("a comment on a fact", by(scene.sender, "chest-fact review")),
        ("a comment with more", by(scene.sender, &format!("chest-pack {id} {kind} and more"))),
        ("a comment of nothing", by(scene.sender, "")),
        ("a comment changed afterwards", changed(&format!("chest-pack {id}"), &format!("chest-pack {}", Uuid::from_u128(1)))),
        ("an empty manifest changed afterwards", altered(&|m| m["partnership"] = "Another".into())),
        ("another addressee afterwards", altered(&|m| m["to"][0]["name"] = "Somebody Else".into())),
        ("another round afterwards", altered(&|m| m["round"] = json!(Uuid::from_u128(1)))),
        ("another date afterwards", altered(&|m| m["expires"] = "2999-01-01T00:00:00Z".into())),
        ("another version afterwards", altered(&|m| m["version"] = 7.into())),
    ];
    let mut space = head.clone();
    space.push(b'\n');
    let spaced = forge.pieces_with(&space, good.as_bytes());
    cases.push(("one more line break in the manifest", seal(&tape_of(&spaced), scene.me)));
    cases.into_iter().map(|(name, bytes)| case(name, bytes, BadSignature)).collect()
}

fn senders(scene: &Scene<'_>) -> Vec<Case> {
    let stranger = Party::new(Uuid::from_u128(0xbad), "Iris Vale", &scene.outsider.recipient(), scene.outsider.verifying_key());
    let from = |party: &Party, signer| {
        let mut forge = Forge::with(scene, |m| m["from"] = json!(party));
        forge.signer = signer;
        forge.sealed()
    };
    let spoilt = |spoil: &dyn Fn(&mut Party)| {
        let mut party = stranger.clone();
        spoil(&mut party);
        from(&party, &scene.outsider)
    };
    let unknown = PackError::UnknownSender {
        name: stranger.name.clone(),
        verifying_key: scene.outsider.verifying_key().clone(),
        recipient: scene.outsider.recipient(),
        fingerprint: scene.outsider.fingerprint(),
    };
    // The sender's own place in our records, with somebody else's keys.
    let posing = Party { member_id: scene.manifest.from.member_id, name: scene.manifest.from.name.clone(), ..stranger.clone() };
    let sealing = Party { recipient: stranger.recipient.clone(), ..scene.manifest.from.clone() };
    vec![
        case("from somebody nobody knows", from(&stranger, &scene.outsider), unknown),
        case("from somebody nobody knows, signed by the sender", from(&stranger, scene.sender), BadSignature),
        case("from nobody, with a key that is none", spoilt(&|p| p.verifying_key = "RWxyz".into()), Damaged),
        case("from nobody, sealed to what is no key", spoilt(&|p| p.recipient = "age1xyz".into()), Damaged),
        case("from nobody, with a name that turns the line", spoilt(&|p| p.name = "Iris\u{202e}elaV".into()), Damaged),
        case("from nobody, with a name of two lines", spoilt(&|p| p.name = "Iris\nChair".into()), Damaged),
        case("from nobody, without a name", spoilt(&|p| p.name = String::new()), Damaged),
        case("from nobody, with a name without end", spoilt(&|p| p.name = "Iris ".repeat(1_000)), Damaged),
        somehow("from the sender, with other keys", from(&posing, &scene.outsider)),
        somehow("from the sender, answers sealed to somebody else, signed by them", from(&sealing, &scene.outsider)),
        case("from the sender, signed by somebody else", from(&scene.manifest.from, &scene.outsider), BadSignature),
    ]
}

/// Truly signed, and sealed to me by somebody who got it.
fn addressees(scene: &Scene<'_>) -> Vec<Case> {
    let me = json!(scene.manifest.to[0]);
    let other = json!(Party::new(Uuid::from_u128(0xbad), "Iris Vale", &scene.outsider.recipient(), scene.outsider.verifying_key()));
    let to = |parties: Value| said(scene, |m| m["to"] = parties);
    let but = |key: &str| {
        let mut party = me.clone();
        party[key] = other[key].clone();
        json!([party])
    };
    let mut signer = me.clone();
    signer["recipient"] = json!(scene.manifest.from.recipient);
    let cases = [
        ("passed on by another member", to(json!([other]))),
        ("passed on, in my name", to(but("recipient"))),
        (
            "passed on, with no key at all",
            to(json!([{"memberId": me["memberId"], "name": me["name"], "recipient": "", "verifyingKey": ""}])),
        ),
        (
            "passed on, to a key that begins like mine",
            to(
                json!([{"memberId": me["memberId"], "name": me["name"], "recipient": scene.me.recipient().to_string()[..40], "verifyingKey": me["verifyingKey"]}]),
            ),
        ),
        ("addressed to its own author", to(json!([signer]))),
    ];
    cases.into_iter().map(|(name, bytes)| case(name, bytes, NotAddressedToMe)).collect()
}

fn hashes(scene: &Scene<'_>) -> Vec<Case> {
    let pieces = Forge::new(scene).pieces();
    let changed = |change: &dyn Fn(&mut Vec<Piece>)| {
        let mut pieces = pieces.clone();
        change(&mut pieces);
        seal(&tape_of(&pieces), scene.me)
    };
    let mut cases = vec![
        case("a bit turned in the data", changed(&|p| p[3].bytes[0] ^= 1), HashDiffers),
        case("the last bit of the last file turned", changed(&|p| *p.last_mut().unwrap().bytes.last_mut().unwrap() ^= 1), HashDiffers),
        case("an empty list of hashes", changed(&|p| p[2].bytes.clear()), HashDiffers),
        case("a list of hashes with one more line", changed(&|p| p[2].bytes.extend_from_slice(b"# x\n")), HashDiffers),
        case("a list of hashes with other spaces", changed(&|p| p[2].bytes[65] = b'*'), HashDiffers),
        case(
            "a list of hashes that leads out",
            changed(&|p| p[2].bytes = format!("{}  ../../x\n", "0".repeat(64)).into_bytes()),
            HashDiffers,
        ),
    ];
    // A file, its hash and the list changed together: only the signature tells.
    let mut forge = Forge::new(scene);
    let signature = forge.sign(&forge.head());
    forge.bodies[0].bytes[0] ^= 1;
    forge.list();
    let together = forge.pieces_with(&forge.head(), signature.as_bytes());
    cases.push(case("data, hashes and manifest changed together", seal(&tape_of(&together), scene.me), BadSignature));
    cases
}

/// Truly signed by their author, with a sheet that cannot be read.
fn sheets(scene: &Scene<'_>) -> Vec<Case> {
    let first = scene.contents.data.values().next().unwrap();
    let text = String::from_utf8(first.to_vec()).unwrap();
    let half = text.chars().count() / 2;
    let with = |bytes: &[u8]| {
        let mut forge = Forge::new(scene);
        forge.bodies[0].bytes = bytes.to_vec();
        forge.list();
        forge.sealed()
    };
    let sheets: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("no JSON", b"Dear co-ordinator".to_vec()),
        ("not UTF-8", [b"\xff", first.as_slice()].concat()),
        ("an empty record", b"{}".to_vec()),
        ("a list", format!("[{text}]").into_bytes()),
        ("nothing", b"null".to_vec()),
        ("a hundred thousand brackets", b"[".repeat(100_000)),
        ("a hundred thousand braces", b"{\"roundId\":".repeat(100_000)),
        ("a number out of every range", b"1e999999".to_vec()),
        ("a record of numbers out of every range", b"{\"roundId\":1e999999,\"forPack\":-99999999999999999999}".to_vec()),
        ("cut in the middle", text.chars().take(half).collect::<String>().into_bytes()),
        ("with something behind it", format!("{text}x").into_bytes()),
        ("a megabyte of spaces", vec![b' '; 1_000_000]),
        ("its own hash", hex::text(&hex::sha256(first)).into_bytes()),
    ];
    sheets
        .into_iter()
        .map(|(name, bytes)| Case { name: format!("a sheet that is {name}"), bytes: with(&bytes), refusal: Refusal::WhenRead })
        .collect()
}
