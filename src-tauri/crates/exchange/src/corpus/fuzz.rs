//! One function that takes any bytes and hands them to everything that reads what comes from outside: for fuzzing.
//!
//! The first byte says which reader; the rest is what it is given. What was read is held against what must be true of it,
//! so that a run finds not only panics but also a pack that is taken in and should not be.

use super::forge::{Forge, tape_of};
use super::{Chance, Scene};
use crate::sheet::{AnswerFact, JudgementSheet, ReceiptSheet, ResponseSheet, ReviewFactSheet, RoundSheet};
use crate::{Contents, Expected, Manifest, Opened, PackError, PackKind, Party, SignedFact, card, describe, hex, open, pack};
use chrono::{DateTime, Utc};
use domain::review::Judgement;
use keys::{Keyring, VerifyingKey};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

/// How many readers there are.
const READERS: usize = 10;

/// Two people, a good pack between them, and the readers.
pub struct Target {
    me: Keyring,
    sender: Keyring,
    manifest: Manifest,
    contents: Contents,
    signature: String,
}

impl Default for Target {
    fn default() -> Self {
        Self::new()
    }
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_674_208_800, 0).unwrap()
}

fn party(id: u128, name: &str, keyring: &Keyring) -> Party {
    Party::new(Uuid::from_u128(id), name, &keyring.recipient(), keyring.verifying_key())
}

impl Target {
    /// New people with new keys.
    pub fn new() -> Self {
        let (me, sender) = (Keyring::generate().unwrap(), Keyring::generate().unwrap());
        let (from, to) = (party(7, "Imogen Ash", &sender), vec![party(8, "Joan Pelham", &me)]);
        let kind = PackKind::Response;
        let mut manifest = Manifest::new(kind, Uuid::from_u128(1), Uuid::from_u128(2), "Allenton Big Local", now(), from, to);
        manifest.round = Some(Uuid::from_u128(3));
        let mut contents = Contents::default();
        let sheet = ResponseSheet {
            round_id: Uuid::from_u128(3),
            reviewer: Uuid::from_u128(7),
            opened_at: now(),
            answers: vec![SignedFact::sign("{\"fact\":\"interest-answer\"}".into(), &sender, "interest-answer").unwrap()],
            reviews: Vec::new(),
        };
        contents.put_sheet("response.json", &sheet).unwrap();
        contents.put_file("pdf", Arc::new(Zeroizing::new(b"%PDF-1.7 invented".to_vec())));
        let signature = sender.sign(b"x", "chest-fact x").unwrap();
        Self { me, sender, manifest, contents, signature }
    }

    fn scene(&self) -> Scene<'_> {
        Scene::new(self.manifest.clone(), self.contents.clone(), &self.me, &self.sender)
    }

    /// Good input for each reader, to begin from.
    pub fn seeds(&self) -> Vec<Vec<u8>> {
        let scene = self.scene();
        let forge = Forge::new(&scene);
        let data = self.contents.data.values().next().unwrap().to_vec();
        let judgement = br#"{"helpsPlan":"yes","good":"a","comments":[[3,"b"]],"questions":["c?"],"scores":[4,null],"recommendation":"fund-part","amountPence":100}"#;
        let seeds: [&[u8]; READERS] = [
            &forge.tape(),
            &forge.head(),
            &scene.good(),
            &data,
            &card::make("Imogen Ash", &self.sender, now()).unwrap(),
            self.signature.as_bytes(),
            judgement,
            &forge.tape(),
            b"Date,Details,Paid out,Paid in\r\n27/03/2022,\"Boxing, CC-2022-007\",\"1,250.00\",\r\n28/03/2022,Trust,,5000.00\r\n",
            OFX.as_bytes(),
        ];
        (0_u8..).zip(seeds).map(|(reader, seed)| [&[reader], seed].concat()).collect()
    }

    /// Hands bytes to a reader. It panics when what was read breaks a promise.
    pub fn feed(&self, bytes: &[u8]) {
        let Some((reader, bytes)) = bytes.split_first() else { return };
        match usize::from(*reader) % READERS {
            0 => self.archive(bytes),
            1 => self.signed(bytes),
            2 => drop(self.taken_in(|expected| open(bytes, &self.me, expected)).inspect_err(|_| drop(describe(bytes, Some(&self.me))))),
            3 => sheets(bytes),
            4 => self.card(bytes),
            5 => self.signature(bytes),
            6 => judgement(bytes),
            7 => self.described(bytes),
            8 => table(bytes),
            _ => statement(bytes),
        }
    }

    fn taken_in(&self, read: impl Fn(&Expected<'_>) -> Result<Opened, PackError>) -> Result<Opened, PackError> {
        let me = self.me.recipient();
        let sender = |party: &Party| -> Option<VerifyingKey> {
            (party.member_id == self.manifest.from.member_id).then(|| self.sender.verifying_key().clone())
        };
        let (register, round) = (Some(self.manifest.register_id), |round| Some(round) == self.manifest.round);
        let expected = Expected { me: &me, kind: PackKind::Response, sender: &sender, register, round: &round, now: now() };
        let opened = read(&expected)?;
        assert!(opened.manifest.to.iter().any(|party| party.recipient == me.to_string()), "taken in, and not addressed to me");
        assert_eq!(opened.manifest.version, pack::VERSION);
        assert_eq!(opened.manifest.round, self.manifest.round);
        assert_eq!(opened.manifest.register_id, self.manifest.register_id);
        assert_eq!(opened.contents.data.len() + opened.contents.files.len(), opened.manifest.files.len());
        for (sha256, file) in &opened.contents.files {
            assert_eq!(*sha256, hex::text(&hex::sha256(&file.bytes)), "taken in, with a file of another hash");
        }
        Ok(opened)
    }

    /// An archive. Only the sender's own manifest may be taken in, and with nothing else than it names.
    fn archive(&self, tape: &[u8]) {
        if let Ok(opened) = self.taken_in(|expected| pack::opening::inside(tape, expected)) {
            assert_eq!(opened.manifest.pack_id, self.manifest.pack_id);
            assert_eq!(opened.contents.data, self.contents.data, "taken in, with other data than was signed");
        }
    }

    /// A manifest that its sender truly signs, whatever it says.
    fn signed(&self, head: &[u8]) {
        let scene = self.scene();
        let forge = Forge::new(&scene);
        let tape = tape_of(&forge.pieces_with(head, forge.sign(head).as_bytes()));
        drop(self.taken_in(|expected| pack::opening::inside(&tape, expected)));
    }

    fn described(&self, tape: &[u8]) {
        if let Ok(inside) = pack::describe::inside(tape) {
            let same = inside.manifest.from == self.manifest.from;
            assert!(!(same && inside.signed) || inside.manifest.pack_id == self.manifest.pack_id, "said to be signed, and was not");
        }
    }

    fn card(&self, bytes: &[u8]) {
        if let Ok(card) = card::read(bytes)
            && card.verifying_key == *self.sender.verifying_key()
        {
            assert_eq!((card.name.as_str(), card.recipient), ("Imogen Ash", self.sender.recipient()), "a card that nobody signed");
        }
    }

    fn signature(&self, bytes: &[u8]) {
        if let Ok(text) = std::str::from_utf8(bytes) {
            let comment = keys::verify(self.sender.verifying_key(), b"x", text);
            assert!(comment.is_err() || comment.as_deref() == Ok("chest-fact x"), "a comment that nobody signed");
            assert!(keys::verify(self.sender.verifying_key(), b"y", text).is_err(), "a signature over other bytes");
        }
    }
}

/// Bytes to feed, from those that were good or interesting before.
pub fn mutated(chance: &mut Chance, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = chance.one_of(seeds).clone();
    match chance.below(12) {
        0 => {
            let other = chance.one_of(seeds);
            let (at, from) = (chance.below(bytes.len()), chance.below(other.len()));
            bytes.truncate(at);
            bytes.extend_from_slice(&other[from..]);
        }
        1 => {
            let words = ["[[[[[[[[", "1e999", "-1", "null", "\\u0000", "\"\"", "18446744073709551616", "../", "{}", "\u{202e}", "\0\0\0\0"];
            let at = chance.below(bytes.len());
            bytes.splice(at..at, chance.one_of(&words).bytes()).for_each(drop);
        }
        _ => {}
    }
    chance.damage(&mut bytes);
    bytes
}

fn sheets(bytes: &[u8]) {
    fn again<T: DeserializeOwned + serde::Serialize + PartialEq>(bytes: &[u8]) {
        if let Ok(sheet) = serde_json::from_slice::<T>(bytes) {
            let written = serde_json::to_vec(&sheet).unwrap();
            assert!(serde_json::from_slice::<T>(&written).unwrap() == sheet, "written otherwise than it was read");
        }
    }
    again::<RoundSheet>(bytes);
    again::<ResponseSheet>(bytes);
    again::<ReceiptSheet>(bytes);
    again::<AnswerFact>(bytes);
    again::<ReviewFactSheet>(bytes);
}

fn judgement(bytes: &[u8]) {
    if let Ok(sheet) = serde_json::from_slice::<JudgementSheet>(bytes)
        && let Ok(judgement) = Judgement::try_from(&sheet)
    {
        let again = JudgementSheet::from(&judgement);
        assert_eq!(Judgement::try_from(&again), Ok(judgement), "a judgement that does not come back");
        assert!(again.amount_pence.is_none_or(|pence| pence > 0));
    }
}

const OFX: &str = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>\
<DTSERVER>20220401<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>\
<STMTRS><CURDEF>GBP<BANKACCTFROM><BANKID>123456<ACCTID>12345678<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20220301\
<DTEND>20220331<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20220327<TRNAMT>-1250.00<FITID>1<NAME>CC-2022-007 B&amp;Q</STMTTRN></BANKTRANLIST>\
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";

/// A text table, taken for a statement by what its columns look like. Workbooks are left to their own tests: the fuzzer
/// counts a panic that is caught as one that was found.
fn table(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return;
    }
    let Ok(rows) = crate::table::read_bytes(bytes).and_then(|table| table.values()) else { return };
    assert!(rows.len() <= 100_000 && rows.iter().all(|cells| cells.len() <= 200), "taken in, and larger than a table may be");
    if let Ok(lines) = domain::bank::read_statement(&rows, &domain::bank::guess(&rows)) {
        assert!(!lines.is_empty() && lines.len() <= rows.len(), "lines that no row says");
    }
}

fn statement(bytes: &[u8]) {
    let _ = crate::bank::is_ofx(bytes);
    if let Ok(lines) = crate::bank::read_ofx(bytes) {
        assert!(!lines.is_empty(), "a statement without lines");
    }
}
