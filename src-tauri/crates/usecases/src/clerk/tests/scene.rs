//! A co-ordinator who makes payment packs, and two clerks with vaults of their own at one machine.

use crate::Surroundings;
use crate::clerk::{GrantView, LedgerGrant, LedgerView, TypedRun, TypedRunRow};
use crate::grant::TypedPayment;
use crate::reviewer::{PackArrival, Reviewer, make, unlock};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::date::TypedDate;
use domain::id::GrantId;
use domain::payment::Method;
use exchange::sheet::{self, AccountSheet, ClerkSheet, FundsSheet, GrantSheet, PaidSheet, PaymentSheet};
use exchange::{Contents, Expected, Manifest, Opened, PackKind, Party, SignedFact};
use keys::{KdfCost, Keyring, Passphrase, VerifyingKey};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;
use zeroize::Zeroizing;

pub(super) const REGISTER: Uuid = Uuid::from_u128(0x0001);
pub(super) const CO_ORDINATOR: Uuid = Uuid::from_u128(0x0007);
pub(super) const ANN: Uuid = Uuid::from_u128(0x0011);
pub(super) const BOB: Uuid = Uuid::from_u128(0x0012);

pub(super) const GARDEN: GrantId = GrantId(Uuid::from_u128(0x00a1));
/// Paid in two parts.
pub(super) const CHOIR: GrantId = GrantId(Uuid::from_u128(0x00a2));
/// Its account was changed.
pub(super) const KITCHEN: GrantId = GrantId(Uuid::from_u128(0x00a3));
/// A condition is not met, and the group has not signed.
pub(super) const OWLS: GrantId = GrantId(Uuid::from_u128(0x00a4));

/// No number in any test is somebody's: the sort code does not exist.
pub(super) const NUMBERS: [(&str, &str); 4] =
    [("089990", "70110001"), ("089991", "70220002"), ("089992", "70330003"), ("089993", "70440004")];

/// A clock that goes on by a minute each time it is read.
pub(super) struct World(AtomicI64);

impl Surroundings for World {
    fn now(&self) -> DateTime<Utc> {
        "2023-01-12T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + Duration::minutes(self.0.fetch_add(1, Ordering::Relaxed))
    }

    fn new_id(&self) -> Uuid {
        store::SystemSurroundings.new_id()
    }

    fn random(&self, bytes: &mut [u8]) {
        store::SystemSurroundings.random(bytes);
    }
}

pub(super) fn words() -> Passphrase {
    Passphrase::typed("abacus abdomen abide zoom quilt")
}

pub(super) struct Scene {
    pub(super) place: tempfile::TempDir,
    pub(super) world: Arc<World>,
    pub(super) co_ordinator: Keyring,
    pub(super) ann: Reviewer,
    pub(super) bob: Reviewer,
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn typed_day(day: u32) -> TypedDate {
    TypedDate { day: day.to_string(), month: "1".into(), year: "2023".into() }
}

impl Scene {
    pub(super) fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let world = Arc::new(World(AtomicI64::new(0)));
        let desk = |name| make(place.path(), name, &words(), KdfCost::for_tests(), Arc::clone(&world) as _).unwrap();
        let (ann, bob) = (desk("Ann Lister"), desk("Bob Carey"));
        Self { place, world, co_ordinator: Keyring::generate().unwrap(), ann, bob }
    }

    pub(super) fn clerk(member_id: Uuid, desk: &Reviewer) -> ClerkSheet {
        ClerkSheet {
            member_id,
            name: desk.name(),
            recipient: desk.keyring.recipient().to_string(),
            verifying_key: desk.keyring.verifying_key().to_string(),
        }
    }

    /// What the co-ordinator knows: one grant to be paid, one to be paid in parts, and two that wait.
    pub(super) fn sheet(&self) -> PaymentSheet {
        let mut garden = grant(GARDEN, "CC-2023-001", "Garden Friends", 50_000, 0);
        garden.agreement = Some((scan_hash(), "pdf".into()));
        let mut choir = grant(CHOIR, "CC-2023-002", "Choir for All", 30_000, 1);
        choir.instalments = vec![("when signed".into(), 20_000), ("at half-time".into(), 10_000)];
        let mut kitchen = grant(KITCHEN, "CC-2023-003", "Kitchen Table", 40_000, 2);
        kitchen.accounts[0].check = None;
        kitchen.accounts.insert(0, AccountSheet { numbers: None, ..account(9) });
        kitchen.accounts[0].last_four = "9009".into();
        let mut owls = grant(OWLS, "CC-2023-004", "Night Owls", 25_000, 3);
        owls.conditions = vec![("A safeguarding policy".into(), None)];
        owls.signatures.remove(0);
        PaymentSheet {
            lto: "Riverside Trust".into(),
            plan: "Plan 2023-25".into(),
            co_ordinator: "Joan Pelham".into(),
            made_at: self.world.now(),
            two_people: false,
            clerks: vec![Self::clerk(ANN, &self.ann), Self::clerk(BOB, &self.bob)],
            grants: vec![garden, choir, kitchen, owls],
            funds: FundsSheet { planned_pence: 900_000, drawn_down_pence: 400_000, paid_pence: 100_000, committed_pence: 145_000 },
            facts_held: Vec::new(),
        }
    }

    pub(super) fn two(&self) -> PaymentSheet {
        PaymentSheet { two_people: true, ..self.sheet() }
    }

    pub(super) fn pack(&self, sheet: &PaymentSheet) -> Vec<u8> {
        self.pack_of(sheet, sheet)
    }

    /// A pack addressed to the clerks of one sheet that carries another.
    pub(super) fn pack_of(&self, named: &PaymentSheet, sheet: &PaymentSheet) -> Vec<u8> {
        let party = |clerk: &ClerkSheet| Party {
            member_id: clerk.member_id,
            name: clerk.name.clone(),
            recipient: clerk.recipient.clone(),
            verifying_key: clerk.verifying_key.clone(),
        };
        let from = Party::new(CO_ORDINATOR, "Joan Pelham", &self.co_ordinator.recipient(), self.co_ordinator.verifying_key());
        let to: Vec<Party> = named.clerks.iter().map(party).collect();
        let recipients: Vec<keys::Recipient> = to.iter().map(|party| party.recipient.parse().unwrap()).collect();
        let manifest = Manifest::new(PackKind::Payment, self.world.new_id(), REGISTER, "Allenton Together", self.world.now(), from, to);
        let mut contents = Contents::default();
        contents.put_file("pdf", scan());
        contents.put_sheet(sheet::PAYMENTS, sheet).unwrap();
        exchange::seal(manifest, &contents, &self.co_ordinator, &recipients).unwrap()
    }

    /// Ann takes a pack in, having phoned its sender.
    pub(super) fn take(&mut self, sheet: &PaymentSheet) {
        let (bytes, read_out) = (self.pack(sheet), self.co_ordinator.fingerprint().to_string());
        let arrival = self.ann.trust(&bytes, &read_out).unwrap();
        assert_eq!(arrival, PackArrival::PaymentsOpened { ledger: REGISTER, already: false });
    }

    /// A scene with a pack on the desk.
    pub(super) fn with(sheet: impl FnOnce(&Self) -> PaymentSheet) -> Self {
        let mut scene = Self::new();
        let sheet = sheet(&scene);
        scene.take(&sheet);
        scene
    }

    /// Locks Ann's desk and unlocks it again.
    pub(super) fn again(self) -> Self {
        let Self { place, world, co_ordinator, ann, bob } = self;
        let id = ann.vault_id();
        drop(ann);
        let ann = unlock(place.path(), &id, &words(), Arc::clone(&world) as _).unwrap();
        Self { place, world, co_ordinator, ann, bob }
    }

    pub(super) fn ledger(&self) -> LedgerView {
        self.ann.ledger(REGISTER).unwrap()
    }

    pub(super) fn listed(&self, grant: GrantId) -> LedgerGrant {
        self.ledger().grants.into_iter().find(|one| one.id == grant).unwrap()
    }

    pub(super) fn whole(&self, grant: GrantId) -> GrantView {
        self.ann.ledger_grant(REGISTER, grant).unwrap()
    }

    /// Ann's receipt pack, as the co-ordinator opens it.
    pub(super) fn receipt(&mut self) -> (Opened, PaidSheet) {
        let folder = tempfile::tempdir().unwrap();
        let saved = self.ann.clerk_receipt(REGISTER, folder.path()).unwrap();
        let bytes = std::fs::read(saved.path).unwrap();
        let keys = [Self::clerk(ANN, &self.ann), Self::clerk(BOB, &self.bob)];
        let known = |party: &Party| -> Option<VerifyingKey> {
            keys.iter().find(|clerk| clerk.member_id == party.member_id).map(|clerk| clerk.verifying_key.parse().unwrap())
        };
        let expected = Expected {
            me: &self.co_ordinator.recipient(),
            kind: PackKind::Receipt,
            sender: &known,
            register: Some(REGISTER),
            round: &|_| false,
            now: self.world.now(),
        };
        let opened = exchange::open(&bytes, &self.co_ordinator, &expected).unwrap();
        let paid: PaidSheet = opened.contents.sheet(sheet::PAID).unwrap();
        for (author, fact) in &paid.facts {
            let clerk = keys.iter().find(|clerk| clerk.member_id == *author).unwrap();
            fact.prove(&clerk.verifying_key.parse().unwrap()).unwrap();
        }
        assert_eq!(paid.facts.len(), saved.facts);
        (opened, paid)
    }
}

pub(super) fn ids(paid: &PaidSheet) -> Vec<Uuid> {
    paid.facts.iter().map(|(_, fact)| SignedFact::id(fact)).collect()
}

pub(super) fn pay(amount: &str, on: u32) -> TypedPayment {
    TypedPayment { amount: amount.into(), paid_on: typed_day(on), reference: "CC GRANT".into(), method: Method::BankTransfer }
}

pub(super) fn run(rows: &[(GrantId, &str)]) -> TypedRun {
    let row = |(grant, amount): &(GrantId, &str)| TypedRunRow { grant: *grant, amount: (*amount).into(), reference: "CC GRANT".into() };
    TypedRun { pay_on: typed_day(13), rows: rows.iter().map(row).collect() }
}

pub(super) fn scan() -> Arc<Zeroizing<Vec<u8>>> {
    Arc::new(Zeroizing::new(b"%PDF-1.7 SCANMARKER of an agreement".to_vec()))
}

fn scan_hash() -> String {
    Contents::default().put_file("pdf", scan())
}

pub(super) fn account(number: usize) -> AccountSheet {
    let numbers =
        NUMBERS.get(number).map(|(sort_code, account)| (format!("Holder {number}"), (*sort_code).to_owned(), (*account).to_owned()));
    AccountSheet {
        account_id: Uuid::from_u128(0x00c0 + number as u128),
        last_four: format!("000{}", number + 1),
        recorded_on: day("2023-01-04"),
        numbers,
        check: Some(("statement-seen".into(), day("2023-01-05"))),
        confirmation: None,
    }
}

fn grant(id: GrantId, reference: &str, group: &str, pence: i64, number: usize) -> GrantSheet {
    GrantSheet {
        grant_id: id.0,
        reference: reference.into(),
        group: group.into(),
        payee: format!("{group} (treasurer)"),
        purpose: format!("Rooms for {group}"),
        code: "1.3".into(),
        amount_pence: pence,
        awarded_on: day("2023-01-02"),
        issued_on: day("2023-01-03"),
        ends_on: day("2023-12-31"),
        finished: false,
        sent_back_pence: 0,
        instalments: Vec::new(),
        conditions: Vec::new(),
        signatures: vec![
            ("group".into(), "Gus Orme".into(), day("2023-01-06")),
            ("partnership".into(), "Pat Lowe".into(), day("2023-01-07")),
        ],
        agreement: None,
        deciders: Vec::new(),
        accounts: vec![account(number)],
        payments: Vec::new(),
    }
}
