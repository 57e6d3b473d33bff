//! A co-ordinator who makes packs, a reviewer with an empty desk, and a clock that goes on by a minute each time.

use crate::reviewer::{GateAnswer, PackArrival, Reviewer, make, unlock};
use crate::{Surroundings, VersionText};
use chrono::{DateTime, Duration, Utc};
use domain::application::TypedApplication;
use domain::id::{ApplicationId, PackId};
use domain::interest::{Answer, InterestKind, Reach};
use domain::review::TypedJudgement;
use exchange::sheet::{
    self, ApplicationSheet, CriterionSheet, FileSheet, LeftOut, LeftOutWhy, MatchSheet, ResponseSheet, RoundSheet, SummarySheet,
};
use exchange::{Contents, Expected, JournalHead, Manifest, Opened, PackKind, Party, VersionHash};
use keys::{KdfCost, Keyring, Passphrase, VerifyingKey};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;
use zeroize::Zeroizing;

pub(super) const REGISTER: Uuid = Uuid::from_u128(0x0001);
pub(super) const ROUND: Uuid = Uuid::from_u128(0x0002);
pub(super) const CO_ORDINATOR: Uuid = Uuid::from_u128(0x0007);
pub(super) const MEMBER: Uuid = Uuid::from_u128(0x0008);
pub(super) const KITCHEN: ApplicationId = ApplicationId(Uuid::from_u128(0x00a1));
pub(super) const OWLS: ApplicationId = ApplicationId(Uuid::from_u128(0x00a2));
pub(super) const PRIORITY: Uuid = Uuid::from_u128(0x00c1);

/// A clock that goes on by a minute each time it is read.
pub(super) struct World(AtomicI64);

impl Surroundings for World {
    fn now(&self) -> DateTime<Utc> {
        start() + Duration::minutes(self.0.fetch_add(1, Ordering::Relaxed))
    }

    fn new_id(&self) -> Uuid {
        store::SystemSurroundings.new_id()
    }

    fn random(&self, bytes: &mut [u8]) {
        store::SystemSurroundings.random(bytes);
    }
}

pub(super) fn start() -> DateTime<Utc> {
    "2023-01-12T09:00:00Z".parse().unwrap()
}

pub(super) fn words() -> Passphrase {
    Passphrase::typed("abacus abdomen abide zoom quilt")
}

pub(super) struct Scene {
    pub(super) place: tempfile::TempDir,
    pub(super) world: Arc<World>,
    pub(super) co_ordinator: Keyring,
    pub(super) reviewer: Option<Reviewer>,
}

/// What a co-ordinator may change in a pack before they seal it.
pub(super) struct Draft {
    pub(super) manifest: Manifest,
    pub(super) round: RoundSheet,
    pub(super) contents: Contents,
}

impl Scene {
    pub(super) fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let world = Arc::new(World(AtomicI64::new(0)));
        let reviewer = make(place.path(), "Ken Ashby", &words(), KdfCost::for_tests(), Arc::clone(&world) as _).unwrap();
        Self { place, world, co_ordinator: Keyring::generate().unwrap(), reviewer: Some(reviewer) }
    }

    pub(super) fn desk(&mut self) -> &mut Reviewer {
        self.reviewer.as_mut().unwrap()
    }

    /// Locks the desk and unlocks it again.
    pub(super) fn again(&mut self) -> &mut Reviewer {
        let id = self.reviewer.take().unwrap().vault_id();
        self.reviewer = Some(unlock(self.place.path(), &id, &words(), Arc::clone(&self.world) as _).unwrap());
        self.desk()
    }

    pub(super) fn own(&self) -> PathBuf {
        self.reviewer.as_ref().unwrap().own()
    }

    pub(super) fn me(&self) -> Party {
        let keyring = &self.reviewer.as_ref().unwrap().keyring;
        Party::new(MEMBER, "Ken Ashby", &keyring.recipient(), keyring.verifying_key())
    }

    /// A pack of two applications, each with a file of its own and one that both share.
    pub(super) fn draft(&self) -> Draft {
        let mut contents = Contents::default();
        let mut file = |text: &str| contents.put_file("pdf", Arc::new(Zeroizing::new(format!("%PDF-1.7 {text}").into_bytes())));
        let (kitchen, owls, both) = (file("scan of the KITCHEN"), file("scan of the OWLS"), file("a map"));
        let applications = vec![
            application(KITCHEN, "CC-2023-004", "Kingfisher KITCHEN Table", 46_000, &[&kitchen, &both]),
            application(OWLS, "CC-2023-008", "Night OWLS Homework Club", 38_500, &[&owls, &both]),
        ];
        let round = RoundSheet {
            round_id: ROUND,
            name: "January round".into(),
            return_by: "2023-01-20".parse().unwrap(),
            criteria: vec![CriterionSheet { name: "Need".into(), most: 5 }],
            priorities: vec![(PRIORITY, "Improving life skills".into())],
            reviewer: MEMBER,
            co_ordinator: "Joan Pelham".into(),
            panel: vec!["Marcia Bell".into()],
            made_at: self.world.now(),
            applications,
            left_out: vec![LeftOut { reference: "CC-2023-005".into(), why: LeftOutWhy::Declared }],
        };
        let from = Party::new(CO_ORDINATOR, "Joan Pelham", &self.co_ordinator.recipient(), self.co_ordinator.verifying_key());
        let id = self.world.new_id();
        let mut manifest = Manifest::new(PackKind::Review, id, REGISTER, "Allenton Together", self.world.now(), from, vec![self.me()]);
        manifest.round = Some(ROUND);
        manifest.journal = Some(JournalHead { size: 41, head: "ab".repeat(32) });
        Draft { manifest, round, contents }
    }

    pub(super) fn seal(&self, draft: Draft) -> Vec<u8> {
        let Draft { mut manifest, round, mut contents } = draft;
        manifest.applications = round
            .applications
            .iter()
            .map(|one| VersionHash { application_id: one.application_id, version: one.version, sha256: one.version_sha256.clone() })
            .collect();
        contents.put_sheet(sheet::ROUND, &round).unwrap();
        let me = self.reviewer.as_ref().unwrap().keyring.recipient();
        exchange::seal(manifest, &contents, &self.co_ordinator, &[me]).unwrap()
    }

    /// A pack on the desk, whose sender was phoned.
    pub(super) fn open(&mut self) -> PackId {
        let bytes = self.seal(self.draft());
        self.take(&bytes)
    }

    pub(super) fn take(&mut self, bytes: &[u8]) -> PackId {
        let read_out = self.co_ordinator.fingerprint().to_string();
        match self.desk().trust(bytes, &read_out).unwrap() {
            PackArrival::Opened { pack_id, .. } => pack_id,
            other => panic!("{other:?}"),
        }
    }

    /// What the co-ordinator finds in a response.
    pub(super) fn bring_in(&self, bytes: &[u8]) -> (Opened, ResponseSheet) {
        let me = self.me();
        let key = self.reviewer.as_ref().unwrap().keyring.verifying_key().clone();
        let known = |party: &Party| -> Option<VerifyingKey> { (*party == me).then(|| key.clone()) };
        let expected = Expected {
            me: &self.co_ordinator.recipient(),
            kind: PackKind::Response,
            sender: &known,
            register: Some(REGISTER),
            round: &|round| round == ROUND,
            now: self.world.now(),
        };
        let opened = exchange::open(bytes, &self.co_ordinator, &expected).unwrap();
        let response: ResponseSheet = opened.contents.sheet(sheet::RESPONSE).unwrap();
        for fact in response.answers.iter().chain(&response.reviews) {
            fact.prove(&key).unwrap();
        }
        (opened, response)
    }

    pub(super) fn clear(&mut self, pack: PackId, application: ApplicationId) {
        self.desk().answer(pack, application, &none()).unwrap();
    }

    /// Types a judgement, and answers its revision.
    pub(super) fn type_in(&mut self, pack: PackId, application: ApplicationId, typed: &TypedJudgement) -> u32 {
        let revision = self.desk().application(pack, application).unwrap().revision;
        self.desk().save_judgement(pack, application, revision, typed).unwrap().revision
    }

    /// Answers, types and seals.
    pub(super) fn review(&mut self, pack: PackId, application: ApplicationId) {
        self.clear(pack, application);
        self.type_in(pack, application, &typed("fund-in-full"));
        self.desk().seal_review(pack, application).unwrap();
    }
}

pub(super) fn none() -> GateAnswer {
    GateAnswer { answer: Answer::NoInterest, kinds: Vec::new(), reach: None, how: String::new() }
}

pub(super) fn trustee() -> GateAnswer {
    GateAnswer {
        answer: Answer::Interest,
        kinds: vec![InterestKind::Loyalty],
        reach: Some(Reach::Direct),
        how: " I am one of its trustees ".into(),
    }
}

pub(super) fn typed(recommendation: &str) -> TypedJudgement {
    TypedJudgement {
        good: "Real volunteers, MARKER judgement".into(),
        questions: "Is the room free?\n".into(),
        scores: vec!["4".into()],
        recommendation: recommendation.into(),
        ..TypedJudgement::default()
    }
}

/// An application of which every word has its group's marker in it.
fn application(id: ApplicationId, reference: &str, group: &str, asked: i64, files: &[&String]) -> ApplicationSheet {
    let text = text(group, asked);
    ApplicationSheet {
        application_id: id.0,
        reference: reference.into(),
        version: 1,
        version_sha256: hash(&text),
        received_on: "2023-01-05".parse().unwrap(),
        summary: SummarySheet {
            group_name: group.into(),
            one_line: format!("Lunch for {group}"),
            asked_pence: asked,
            people: vec![("Treasurer".into(), format!("Les of {group}"))],
            meets_at: Some(format!("Hall of {group}")),
        },
        matches: vec![MatchSheet { body: group.into(), how: "Trustee".into(), since: "2022-05-19".parse().unwrap() }],
        stance: "unanswered".into(),
        text,
        history: vec![sheet::HistorySheet { on: "2022-06-01".parse().unwrap(), words: format!("A grant to {group}") }],
        files: files
            .iter()
            .map(|sha256| FileSheet {
                sha256: (*sha256).clone(),
                name: format!("Scan of {group}.pdf"),
                media_type: "application/pdf".into(),
                kind: "scan".into(),
                size: 20,
            })
            .collect(),
        own_reviews: Vec::new(),
    }
}

/// The register's own text of an application.
pub(super) fn text(group: &str, asked: i64) -> String {
    let mut typed = TypedApplication::default();
    typed.cover.group_name = group.into();
    typed.cover.summary = format!("Lunch for {group}");
    typed.priorities = vec![PRIORITY.into()];
    typed.answers[1].text = format!("The project of {group}");
    let content = domain::application::ApplicationContent {
        cover: typed.cover,
        received_on: "2023-01-05".parse().unwrap(),
        priorities: typed.priorities,
        by_age: Vec::new(),
        people: Some(18),
        people_from_area: None,
        costs: Vec::new(),
        asked: Some(domain::Money::from_pence(asked)),
        answers: typed.answers,
    };
    VersionText { content, reason: None }.to_json().unwrap()
}

pub(super) fn hash(text: &str) -> String {
    Contents::default().put_file("json", Arc::new(Zeroizing::new(text.as_bytes().to_vec())))
}

impl Scene {
    pub(super) fn desk_recipient(&self) -> keys::Recipient {
        self.reviewer.as_ref().unwrap().keyring.recipient()
    }
}
