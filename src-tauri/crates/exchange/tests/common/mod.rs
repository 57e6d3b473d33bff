//! Two invented people and a pack between them.
#![allow(dead_code, reason = "each test uses a part of it")]

use chrono::{DateTime, Utc};
use exchange::corpus;
use exchange::sheet::{RECEIPT, RESPONSE, ROUND as ROUND_JSON, ReceiptSheet, ResponseSheet, RoundSheet};
use exchange::{Contents, Expected, Manifest, Opened, PackError, PackKind, Party, open, seal};
use keys::{Keyring, VerifyingKey};
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

pub(crate) const REGISTER: Uuid = Uuid::from_u128(0x0001);
pub(crate) const ROUND: Uuid = Uuid::from_u128(0x0002);

pub(crate) struct Scene {
    pub(crate) me: Keyring,
    pub(crate) sender: Keyring,
    pub(crate) manifest: Manifest,
    pub(crate) contents: Contents,
}

pub(crate) fn now() -> DateTime<Utc> {
    "2023-01-20T10:00:00Z".parse().unwrap()
}

pub(crate) fn party(id: u128, name: &str, keyring: &Keyring) -> Party {
    Party::new(Uuid::from_u128(id), name, &keyring.recipient(), keyring.verifying_key())
}

fn response() -> ResponseSheet {
    ResponseSheet { round_id: ROUND, reviewer: Uuid::from_u128(7), opened_at: now(), answers: Vec::new(), reviews: Vec::new() }
}

fn round() -> RoundSheet {
    RoundSheet {
        round_id: ROUND,
        name: "January".into(),
        return_by: now().date_naive(),
        criteria: Vec::new(),
        priorities: vec![(Uuid::from_u128(5), "A place to meet".into())],
        reviewer: Uuid::from_u128(8),
        co_ordinator: "Imogen Ash".into(),
        panel: vec!["Marcia Lowe".into()],
        made_at: now(),
        applications: Vec::new(),
        left_out: Vec::new(),
    }
}

impl Scene {
    pub(crate) fn new(kind: PackKind) -> Self {
        let (me, sender) = (Keyring::generate().unwrap(), Keyring::generate().unwrap());
        let from = party(7, "Imogen Ash", &sender);
        let to = vec![party(8, "Joan Pelham", &me)];
        let pack_id = Uuid::from_u128(0x0186_0000_0000_7000_8000_1234_3F2A_91C0);
        let mut manifest = Manifest::new(kind, pack_id, REGISTER, "Allenton Big Local", now(), from, to);
        manifest.round = Some(ROUND);
        let mut contents = Contents::default();
        match kind {
            PackKind::Review => contents.put_sheet(ROUND_JSON, &round()).unwrap(),
            PackKind::Response => contents.put_sheet(RESPONSE, &response()).unwrap(),
            _ => contents
                .put_sheet(RECEIPT, &ReceiptSheet { for_pack: pack_id, taken_in_at: now(), what: vec![("review".into(), 2)] })
                .unwrap(),
        }
        contents.put_file("pdf", Arc::new(Zeroizing::new(b"%PDF-1.7 invented".to_vec())));
        Self { me, sender, manifest, contents }
    }

    /// The bench on which damaged packs are made from this one.
    pub(crate) fn corpus(&self) -> corpus::Scene<'_> {
        corpus::Scene::new(self.manifest.clone(), self.contents.clone(), &self.me, &self.sender)
    }

    pub(crate) fn sealed(&self) -> Vec<u8> {
        seal(self.manifest.clone(), &self.contents, &self.sender, &[self.me.recipient()]).unwrap()
    }

    pub(crate) fn open(&self, sealed: &[u8]) -> Result<Opened, PackError> {
        self.open_as(sealed, &self.me)
    }

    pub(crate) fn open_as(&self, sealed: &[u8], me: &Keyring) -> Result<Opened, PackError> {
        let known = |party: &Party| -> Option<VerifyingKey> {
            (party.member_id == self.manifest.from.member_id && party.verifying_key == self.sender.verifying_key().to_string())
                .then(|| self.sender.verifying_key().clone())
        };
        let expected = Expected {
            me: &me.recipient(),
            kind: self.manifest.kind,
            sender: &known,
            register: Some(REGISTER),
            round: &|round| round == ROUND,
            now: now(),
        };
        open(sealed, me, &expected)
    }
}
