//! Reviewers at desks of their own: keys that no register holds, packs opened, and what they send back.

use crate::TestRegister;
use chrono::{DateTime, Utc};
use domain::id::{ApplicationId, MemberId, RoundId};
use domain::interest::Answer;
use domain::member::Role;
use exchange::sheet::{
    ANSWER_FACT, AnswerFact, ApplicationSheet, JudgementSheet, RESPONSE, REVIEW_FACT, ROUND, ResponseSheet, ReviewFactSheet, RoundSheet,
};
use exchange::{Contents, Expected, JournalHead, Manifest, Opened, PackError, PackKind, Party, SignedFact};
use keys::{Keyring, VerifyingKey};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use store::{Event, MemberFacts, Register, StoreError, Surroundings};
use usecases::review::export::{self, PacksSent};
use uuid::Uuid;

/// A reviewer, and the keys that only their own machine has.
pub struct Reviewer {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their keys.
    pub keyring: Keyring,
}

/// A review pack on a reviewer's machine.
#[derive(Debug)]
pub struct ReviewPack {
    /// The pack as it was opened.
    pub opened: Opened,
    /// What it gives to read.
    pub round: RoundSheet,
}

/// What a reviewer says in a response.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    /// Whether they have interests.
    pub answers: Vec<SignedFact>,
    /// Their reviews.
    pub reviews: Vec<SignedFact>,
}

impl TestRegister {
    /// Adds a reviewer whose keys came on a card.
    #[must_use]
    pub fn with_reviewer(self, name: &str) -> (Self, Reviewer) {
        let (test, member, keyring) = self.with_card(name, Role::Reviewer);
        (test, Reviewer { member, name: name.to_owned(), keyring })
    }

    /// Adds a member whose keys came on a card.
    pub(crate) fn with_card(self, name: &str, role: Role) -> (Self, MemberId, Keyring) {
        let keyring = Keyring::generate().unwrap();
        let member = self.clock.new_id();
        let passphrase = Self::passphrase();
        let test = self.between(|folder, me, world| {
            let mut register = Register::unlock(folder, me, &passphrase, world).unwrap();
            register
                .change(|tx| {
                    let facts = MemberFacts { name, role: role.code(), residency: None, started_on: tx.today(), term_ends_on: None };
                    tx.add_member(member, &facts)?;
                    let fingerprint = keyring.fingerprint();
                    tx.record_member_key(member, &keyring.recipient(), keyring.verifying_key(), fingerprint.as_str(), false)?;
                    let payload = serde_json::json!({ "member": member });
                    let event = Event { kind: "memberAdded", subject: Some(member), payload, touched: &[], signed: false };
                    Ok::<_, StoreError>(((), event))
                })
                .unwrap();
            register.close().unwrap();
            me
        });
        (test, MemberId(member), keyring)
    }

    /// Sends packs to reviewers, into a folder of their own, and answers what was made.
    pub fn send(&mut self, round: RoundId, to: &[&Reviewer]) -> PacksSent {
        let folder = self.outbox();
        let members: Vec<MemberId> = to.iter().map(|reviewer| reviewer.member).collect();
        let job = export::prepare(&self.open, round, &members).unwrap();
        let staged = job.run(&folder, &|_, _| {}, &AtomicBool::new(false)).unwrap();
        export::record(&mut self.open, staged).unwrap().value
    }

    /// The folder into which packs go.
    pub fn outbox(&self) -> PathBuf {
        let folder = self.place().join("stick");
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    /// Sends one pack, and opens it at the reviewer's machine.
    pub fn send_to(&mut self, round: RoundId, reviewer: &Reviewer) -> ReviewPack {
        let sent = self.send(round, &[reviewer]);
        let bytes = std::fs::read(sent.folder.join(&sent.packs[0].file_name)).unwrap();
        reviewer.open(&bytes, self.open.register().keyring().verifying_key(), self.clock.now()).unwrap()
    }
}

impl Reviewer {
    /// Opens a review pack, from a sender whose key they confirmed.
    pub fn open(&self, bytes: &[u8], sender: &VerifyingKey, now: DateTime<Utc>) -> Result<ReviewPack, PackError> {
        let me = self.keyring.recipient();
        let known = |party: &Party| (party.verifying_key == sender.to_string()).then(|| sender.clone());
        let expected = Expected { me: &me, kind: PackKind::Review, sender: &known, register: None, round: &|_| true, now };
        let opened = exchange::open(bytes, &self.keyring, &expected)?;
        let round = opened.contents.sheet(ROUND)?;
        Ok(ReviewPack { opened, round })
    }

    /// Says whether they have an interest in an application.
    pub fn answers(&self, pack: &ReviewPack, application: ApplicationId, answer: Answer) -> SignedFact {
        let has = answer != Answer::NoInterest;
        let said = AnswerFact {
            fact: ANSWER_FACT.into(),
            round_id: pack.round.round_id,
            application_id: application.0,
            member_id: self.member.0,
            answer: answer.code().into(),
            kinds: if has { vec!["loyalty".into()] } else { Vec::new() },
            reach: has.then(|| "direct".into()),
            how: if has { "I am one of its trustees".into() } else { String::new() },
            at: pack.opened.manifest.created,
        };
        self.sign(&said, "interest-answer")
    }

    /// Reviews an application.
    pub fn reviews(&self, pack: &ReviewPack, application: ApplicationId, says: &JudgementSheet, revises: &[&SignedFact]) -> SignedFact {
        let sheet = pack.sheet(application);
        let said = ReviewFactSheet {
            fact: REVIEW_FACT.into(),
            round_id: pack.round.round_id,
            application_id: application.0,
            version: sheet.version,
            version_sha256: sheet.version_sha256.clone(),
            member_id: self.member.0,
            revises: revises.iter().map(|fact| fact.id()).collect(),
            judgement: says.clone(),
            made_at: pack.opened.manifest.created,
        };
        self.sign(&said, "review")
    }

    /// Signs anything as a fact.
    pub fn sign<T: serde::Serialize>(&self, said: &T, comment: &str) -> SignedFact {
        SignedFact::sign(serde_json::to_string(said).unwrap(), &self.keyring, comment).unwrap()
    }

    /// Makes the response to a pack.
    pub fn responds(&self, pack: &ReviewPack, reply: &Reply) -> Vec<u8> {
        self.seal(self.response(pack), pack, reply)
    }

    /// What the response to a pack says about itself.
    pub fn response(&self, pack: &ReviewPack) -> Manifest {
        let of = &pack.opened.manifest;
        let me = Party::new(self.member.0, &self.name, &self.keyring.recipient(), self.keyring.verifying_key());
        let pack_id = usecases::SystemSurroundings.new_id();
        let mut manifest =
            Manifest::new(PackKind::Response, pack_id, of.register_id, &of.partnership, of.created, me, vec![of.from.clone()]);
        manifest.round = of.round;
        manifest.in_reply_to = Some(of.pack_id);
        manifest.heads_seen = of.journal.clone().into_iter().collect::<Vec<JournalHead>>();
        manifest
    }

    /// Seals a response to whoever sent the pack.
    pub fn seal(&self, manifest: Manifest, pack: &ReviewPack, reply: &Reply) -> Vec<u8> {
        let sheet = ResponseSheet {
            round_id: pack.round.round_id,
            reviewer: self.member.0,
            opened_at: pack.opened.manifest.created,
            answers: reply.answers.clone(),
            reviews: reply.reviews.clone(),
        };
        let mut contents = Contents::default();
        contents.put_sheet(RESPONSE, &sheet).unwrap();
        let to = pack.opened.manifest.from.recipient.parse().unwrap();
        exchange::seal(manifest, &contents, &self.keyring, &[to]).unwrap()
    }
}

impl ReviewPack {
    /// One application in it.
    pub fn sheet(&self, application: ApplicationId) -> &ApplicationSheet {
        self.round.applications.iter().find(|sheet| sheet.application_id == application.0).unwrap()
    }

    /// The applications in it.
    pub fn applications(&self) -> Vec<Uuid> {
        self.round.applications.iter().map(|sheet| sheet.application_id).collect()
    }
}

/// A judgement with few words.
pub fn judgement(recommendation: &str, amount_pence: Option<i64>, good: &str) -> JudgementSheet {
    JudgementSheet {
        helps_plan: Some("yes".into()),
        good: good.into(),
        worries: String::new(),
        comments: vec![(3, "Room hire is half of it.".into())],
        questions: vec!["Is the room free?".into()],
        scores: Vec::new(),
        recommendation: recommendation.into(),
        amount_pence,
    }
}

/// Every file of a folder, by name: also those that begin with a dot.
pub fn files_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
