//! A real register with five people at it, who sit down in turn, and a day that can be moved.

use crate::member::{self, TypedMember};
use crate::register::{self, KdfCost};
use crate::{Open, Passphrase, Result, Surroundings, SystemSurroundings, application, decision};
use chrono::{DateTime, NaiveDate, Utc};
use domain::Money;
use domain::application::{Contact, TypedCostLine};
use domain::date::TypedDate;
use domain::decision::{Body, Figures, NewDecision, Outcome, Terms};
use domain::id::{ApplicationId, CostLineId, MemberId};
use domain::meeting::Way;
use domain::member::Role;
use keys::{Keyring, Opener, Vault};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use uuid::Uuid;

/// The computer's ids and randomness, and a day that a test moves.
struct Day(Mutex<NaiveDate>);

impl Surroundings for Day {
    fn now(&self) -> DateTime<Utc> {
        self.0.lock().unwrap().and_hms_opt(10, 0, 0).unwrap().and_utc()
    }

    fn new_id(&self) -> Uuid {
        SystemSurroundings.new_id()
    }

    fn random(&self, bytes: &mut [u8]) {
        SystemSurroundings.random(bytes);
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A date as somebody types it.
pub(crate) fn on(text: &str) -> TypedDate {
    TypedDate::from_date(day(text))
}

fn words() -> Passphrase {
    Passphrase::typed("abacus abdomen abide zoom quilt")
}

/// A register on 17 January 2023 with the co-ordinator at it.
pub(crate) struct Place {
    day: Arc<Day>,
    open: Option<Open>,
    folder: PathBuf,
    /// The co-ordinator.
    pub(crate) joan: MemberId,
    /// The chair.
    pub(crate) marcia: MemberId,
    /// A vice-chair.
    pub(crate) grace: MemberId,
    /// A reviewer.
    pub(crate) ines: MemberId,
    /// The LTO's clerk.
    pub(crate) anita: MemberId,
    _home: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let day = Arc::new(Day(Mutex::new(day("2023-01-17"))));
        let world = Arc::clone(&day) as Arc<dyn Surroundings>;
        let made = register::create(home.path(), "Allenton Big Local", "Joan Pelham", &words(), KdfCost::for_tests(), world);
        let (mut open, _) = made.unwrap();
        let (folder, joan) = (open.register().folder().to_owned(), open.member().id);
        let mut add = |name, role| at_register(&mut open, name, role);
        let marcia = add("Marcia Lowe", Role::Chair);
        let grace = add("Grace Adeyemi", Role::ViceChair);
        let ines = add("Ines Marlow", Role::Reviewer);
        let anita = add("Anita Joyce", Role::LtoClerk);
        Self { day, open: Some(open), folder, joan, marcia, grace, ines, anita, _home: home }
    }

    pub(crate) fn open(&mut self) -> &mut Open {
        self.open.as_mut().unwrap()
    }

    /// Locks the register, and unlocks it for a member.
    pub(crate) fn sit(&mut self, member: MemberId) -> &mut Open {
        self.try_sit(member).unwrap()
    }

    /// As `sit`, for somebody who may have left. Nobody sits there after it was refused.
    pub(crate) fn try_sit(&mut self, member: MemberId) -> Result<&mut Open> {
        if let Some(open) = self.open.take() {
            open.close().unwrap();
        }
        let world = Arc::clone(&self.day) as Arc<dyn Surroundings>;
        self.open = Some(register::open(&self.folder, member.0, &words(), world)?);
        Ok(self.open())
    }

    pub(crate) fn move_to(&self, on: &str) {
        *self.day.0.lock().unwrap() = day(on);
    }

    /// An application that was received.
    pub(crate) fn received(&mut self, group: &str) -> ApplicationId {
        received(self.open(), group)
    }

    /// The blobs that a member's keys open now.
    pub(crate) fn opened_by(&self, member: MemberId) -> BTreeSet<Uuid> {
        let path = self.folder.join("vaults").join(format!("{}.vault", member.0));
        let Ok(json) = std::fs::read_to_string(path) else { return BTreeSet::new() };
        let keyring: Keyring = Vault::from_json(&json).unwrap().open(&words()).unwrap();
        let open = self.open.as_ref().unwrap();
        open.register()
            .read(|tx| {
                let mut opened = BTreeSet::new();
                for blob_id in tx.blob_ids()? {
                    if keyring.open(&tx.get_blob(blob_id)?).is_ok() {
                        opened.insert(blob_id);
                    }
                }
                Ok::<_, crate::Error>(opened)
            })
            .unwrap()
    }

    /// Every blob there is.
    pub(crate) fn blobs(&self) -> BTreeSet<Uuid> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
        self.open.as_ref().unwrap().register().read(|tx| tx.blob_ids()).unwrap().into_iter().collect()
    }

    /// How many bytes stand in the write-ahead log.
    pub(crate) fn log(&self) -> u64 {
        std::fs::metadata(self.folder.join("register.chest-wal")).unwrap().len()
    }

    /// Everything the journal says.
    pub(crate) fn journal(&self) -> String {
        format!("{:?}", self.open.as_ref().unwrap().register().read(|tx| tx.entries(None, 1000)).unwrap())
    }
}

pub(crate) fn typed_member(name: &str, role: Role) -> TypedMember {
    TypedMember { name: name.to_owned(), role, residency: None, started_on: on("2022-04-01"), term_ends_on: TypedDate::default() }
}

/// A member with a passphrase for the register.
pub(crate) fn at_register(open: &mut Open, name: &str, role: Role) -> MemberId {
    let id = member::add(open, &typed_member(name, role)).unwrap().value.id;
    member::give_vault(open, id, &words(), KdfCost::for_tests()).unwrap();
    id
}

/// An application of a group that was received, for £400.
pub(crate) fn received(open: &mut Open, group: &str) -> ApplicationId {
    let id = application::start(open).unwrap().value;
    let mut typed = open.case(id).unwrap().on_screen().unwrap();
    group.clone_into(&mut typed.cover.group_name);
    "Raised beds and soil".clone_into(&mut typed.cover.summary);
    "2 Sorrel Walk\nAllenton".clone_into(&mut typed.cover.address);
    typed.cover.contacts = vec![Contact { name: "Win Barlow".into(), position: "Treasurer".into(), ..Contact::default() }];
    typed.received_on = on("2023-01-10");
    let line = CostLineId(SystemSurroundings.new_id());
    typed.costs.push(TypedCostLine { id: line, what: "Timber".into(), amount: "400".into() });
    typed.asked = "400".into();
    for answer in &mut typed.answers {
        "We want a quiet corner with growing plants.".clone_into(&mut answer.text);
    }
    application::save_typing(open, id, 0, &typed).unwrap();
    application::receive(open, id).unwrap();
    id
}

/// A decision of the day on which the register was made.
pub(crate) fn resolved(outcome: Outcome) -> NewDecision {
    let approval = outcome.amount().is_some();
    NewDecision {
        outcome,
        decided_on: day("2023-01-17"),
        body: Body::Partnership,
        decided_by: "The partnership meeting".into(),
        conditions: vec!["Keep the tools in the hub.".into()],
        terms: approval.then(|| Terms { ends_on: day("2023-06-30"), return_by: None, instalments: Vec::new() }),
    }
}

/// The figures of a meeting at which enough were there, and all of them agreed.
pub(crate) fn figures() -> Figures {
    Figures { members: 13, present: 9, residents: 7, taking_no_part: 0, way: Way::Consensus, chair_chaired: true }
}

/// Approves a received application for £400.
pub(crate) fn approve(open: &mut Open, id: ApplicationId) -> Result<()> {
    decision::record(open, id, &resolved(Outcome::Approved { amount: Money::from_pence(40_000) }), &figures()).map(drop)
}
