//! The rounds of review in the story: packs go out and come back as they do between machines, through the same import.
//!
//! The reviewers' keys are made here and forgotten at the end: they are at home, on machines of their own.

use super::shape::{ReplyShape, ReviewShape, RoundShape, What};
use crate::interest::TypedAnswer;
use crate::review::paper::{self, TypedReview};
use crate::review::round::TypedRound;
use crate::review::{self, Medium, bring_in, export};
use crate::{Error, Open, Result, member};
use chrono::{DateTime, NaiveTime, Utc};
use domain::Money;
use domain::date::TypedDate;
use domain::id::{ApplicationId, MemberId, RoundId};
use domain::interest::{Answer, InterestKind, Reach};
use domain::review::{HelpsPlan, TypedJudgement, check_judgement};
use exchange::sheet::{
    ANSWER_FACT, AnswerFact, ApplicationSheet, JudgementSheet, RESPONSE, REVIEW_FACT, ROUND, ResponseSheet, ReviewFactSheet, RoundSheet,
};
use exchange::{Contents, Expected, Manifest, PackKind, Party, SignedFact};
use keys::{Keyring, Recipient, VerifyingKey};
use std::collections::HashMap;
use std::sync::atomic::AtomicBool;
use store::StoreError;
use uuid::Uuid;

/// The round that is out, and the reviewers at home.
#[derive(Default)]
pub(super) struct Reviewing {
    round: Option<RoundId>,
    /// By name.
    at_home: HashMap<String, AtHome>,
}

/// A reviewer's own machine.
struct AtHome {
    member: MemberId,
    keyring: Keyring,
    /// The pack that came last.
    pack: Option<(Manifest, RoundSheet)>,
}

impl Reviewing {
    /// Lets something of a round happen. Answers whether it was of one.
    pub(super) fn happen(&mut self, open: &mut Open, begun: &HashMap<&str, ApplicationId>, what: &What) -> Result<bool> {
        match what {
            What::StartRound(shape) => self.start(open, begun, shape)?,
            What::SendPacks => self.send(open)?,
            What::HandOut { to } => drop(paper::record_paper_sent(open, self.round()?, member_of(open, to)?)?),
            What::Respond(reply) => self.respond(open, begun, reply)?,
            What::TypeReply(reply) => self.type_in(open, begun, reply)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn round(&self) -> Result<RoundId> {
        self.round.ok_or(Error::NotFound)
    }

    fn start(&mut self, open: &mut Open, begun: &HashMap<&str, ApplicationId>, shape: &RoundShape) -> Result<()> {
        let mut reviewers = Vec::new();
        for (name, medium) in &shape.reviewers {
            let (member, medium) = (member_of(open, name)?, Medium::from_code(medium).ok_or(Error::NotFound)?);
            if medium == Medium::Pack && !self.at_home.contains_key(name) {
                let keyring = Keyring::generate()?;
                let card = exchange::card::make(name, &keyring, open.register().surroundings().now());
                let card = card.map_err(|_| exchange::PackError::Damaged)?;
                member::confirm_card(open, member, &card, keyring.fingerprint().as_str())?;
                self.at_home.insert(name.clone(), AtHome { member, keyring, pack: None });
            }
            reviewers.push((member, medium));
        }
        let typed = TypedRound {
            name: shape.name.clone(),
            return_by: TypedDate::from_date(shape.return_by),
            applications: shape.groups.iter().map(|group| application(begun, group)).collect::<Result<_>>()?,
            reviewers,
            criteria: Vec::new(),
        };
        self.round = Some(review::start_round(open, &typed)?.value);
        Ok(())
    }

    /// Packs go out over a folder beside the register, which is gone when they have arrived.
    fn send(&mut self, open: &mut Open) -> Result<()> {
        let round = self.round()?;
        let readers = review::round(open, round)?.readers;
        let to: Vec<MemberId> = readers.iter().filter(|reader| reader.medium == Medium::Pack).map(|reader| reader.member_id).collect();
        let folder = open.register().folder().join("packs");
        let failed = |_| Error::Store(StoreError::NotWritable { path: folder.clone() });
        std::fs::create_dir(&folder).map_err(failed)?;
        let staged = export::prepare(open, round, &to)?.run(&folder, &|_, _| {}, &AtomicBool::new(false))?;
        let sent = export::record(open, staged)?.value;
        let sender = open.register().keyring().verifying_key().clone();
        let now = open.register().surroundings().now();
        for pack in sent.packs {
            let bytes = std::fs::read(folder.join(&pack.file_name)).map_err(failed)?;
            let home = self.at_home.values_mut().find(|home| home.member == pack.member_id).ok_or(Error::NotFound)?;
            home.pack = Some(unpack(&home.keyring, &sender, now, &bytes)?);
        }
        std::fs::remove_dir_all(&folder).map_err(failed)
    }

    fn respond(&mut self, open: &mut Open, begun: &HashMap<&str, ApplicationId>, reply: &ReplyShape) -> Result<()> {
        let home = self.at_home.get(&reply.by).ok_or(Error::NotFound)?;
        let (manifest, round) = home.pack.as_ref().ok_or(Error::NotFound)?;
        let written = evening(reply);
        let (mut answers, mut reviews) = (Vec::new(), Vec::new());
        for (group, how) in &reply.interests {
            answers.push(home.answer(round, application(begun, group)?, Some(how), written)?);
        }
        for shape in &reply.reviews {
            let id = application(begun, &shape.group)?;
            let sheet = round.applications.iter().find(|sheet| sheet.application_id == id.0).ok_or(Error::NotFound)?;
            answers.push(home.answer(round, id, None, written)?);
            reviews.push(home.review(round, sheet, shape, written)?);
        }
        let me = Party::new(home.member.0, &reply.by, &home.keyring.recipient(), home.keyring.verifying_key());
        let pack_id = open.register().surroundings().new_id();
        let to = vec![manifest.from.clone()];
        let mut response = Manifest::new(PackKind::Response, pack_id, manifest.register_id, &manifest.partnership, written, me, to);
        response.round = manifest.round;
        response.in_reply_to = Some(manifest.pack_id);
        response.heads_seen = manifest.journal.clone().into_iter().collect();
        let mut contents = Contents::default();
        let sheet = ResponseSheet { round_id: round.round_id, reviewer: home.member.0, opened_at: written, answers, reviews };
        contents.put_sheet(RESPONSE, &sheet)?;
        let recipient: Recipient = manifest.from.recipient.parse()?;
        let bytes = exchange::seal(response, &contents, &home.keyring, &[recipient])?;
        bring_in::bring_in(open, &bytes).map(drop)
    }

    fn type_in(&mut self, open: &mut Open, begun: &HashMap<&str, ApplicationId>, reply: &ReplyShape) -> Result<()> {
        let (round, member) = (self.round()?, member_of(open, &reply.by)?);
        for (group, how) in &reply.interests {
            paper::record_paper_interest(open, round, member, application(begun, group)?, &TypedAnswer::declared(how))?;
        }
        for shape in &reply.reviews {
            let application = application(begun, &shape.group)?;
            paper::record_paper_interest(open, round, member, application, &TypedAnswer::none())?;
            let on = TypedDate::from_date(reply.written_on);
            paper::record_review(open, &TypedReview { round, member, application, on, judgement: typed(shape) })?;
        }
        Ok(())
    }
}

impl AtHome {
    fn answer(&self, round: &RoundSheet, id: ApplicationId, how: Option<&String>, at: DateTime<Utc>) -> Result<SignedFact> {
        let answer = if how.is_some() { Answer::Interest } else { Answer::NoInterest };
        let fact = AnswerFact {
            fact: ANSWER_FACT.to_owned(),
            round_id: round.round_id,
            application_id: id.0,
            member_id: self.member.0,
            answer: answer.code().to_owned(),
            kinds: how.map(|_| InterestKind::Personal.code().to_owned()).into_iter().collect(),
            reach: how.map(|_| Reach::Indirect.code().to_owned()),
            how: how.cloned().unwrap_or_default(),
            at,
        };
        Ok(SignedFact::sign(serde_json::to_string(&fact)?, &self.keyring, ANSWER_FACT)?)
    }

    fn review(&self, round: &RoundSheet, sheet: &ApplicationSheet, shape: &ReviewShape, at: DateTime<Utc>) -> Result<SignedFact> {
        let judgement = check_judgement(&typed(shape), Money::from_pence(sheet.summary.asked_pence), &[]);
        let judgement =
            judgement.map_err(|problems| Error::Fields(problems.into_iter().map(|(field, problem)| (field, problem.into())).collect()))?;
        let fact = ReviewFactSheet {
            fact: REVIEW_FACT.to_owned(),
            round_id: round.round_id,
            application_id: sheet.application_id,
            version: sheet.version,
            version_sha256: sheet.version_sha256.clone(),
            member_id: self.member.0,
            revises: Vec::new(),
            judgement: JudgementSheet::from(&judgement),
            made_at: at,
        };
        Ok(SignedFact::sign(serde_json::to_string(&fact)?, &self.keyring, REVIEW_FACT)?)
    }
}

/// Opens a pack as its reviewer does.
fn unpack(keyring: &Keyring, sender: &VerifyingKey, now: DateTime<Utc>, bytes: &[u8]) -> Result<(Manifest, RoundSheet)> {
    let me = keyring.recipient();
    let known = |party: &Party| (party.verifying_key == sender.to_string()).then(|| sender.clone());
    let expected = Expected { me: &me, kind: PackKind::Review, sender: &known, register: None, round: &|_: Uuid| true, now };
    let opened = exchange::open(bytes, keyring, &expected)?;
    Ok((opened.manifest, opened.contents.sheet(ROUND)?))
}

fn member_of(open: &Open, name: &str) -> Result<MemberId> {
    open.people().find(|(_, known)| *known == name).map(|(id, _)| MemberId(id)).ok_or(Error::NotFound)
}

fn application(begun: &HashMap<&str, ApplicationId>, group: &str) -> Result<ApplicationId> {
    begun.get(group).copied().ok_or(Error::NotFound)
}

/// People review after work.
fn evening(reply: &ReplyShape) -> DateTime<Utc> {
    reply.written_on.and_time(NaiveTime::from_hms_opt(19, 40, 0).unwrap_or_default()).and_utc()
}

fn typed(shape: &ReviewShape) -> TypedJudgement {
    let mut comments: [String; 7] = Default::default();
    for (number, text) in &shape.comments {
        if let Some(comment) = comments.get_mut(number.saturating_sub(1)) {
            comment.clone_from(text);
        }
    }
    TypedJudgement {
        helps_plan: HelpsPlan::from_code(&shape.helps),
        good: shape.good.clone(),
        worries: shape.worries.clone(),
        comments,
        questions: shape.questions.join("\n"),
        scores: Vec::new(),
        recommendation: shape.recommendation.clone(),
        amount: shape.amount.clone(),
    }
}
