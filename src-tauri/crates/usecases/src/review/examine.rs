//! A response examined: proved, read, and held against what was sent and what is in already. Nothing is changed.

use super::facts::{Facts, Standings};
use super::line::Progress;
use super::refusal::Refusal;
use super::round::content;
use super::{kept, sheet};
use crate::interest::Said;
use crate::{Error, Open, Result};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::Money;
use domain::application::check::LONGEST_ANSWER;
use domain::id::{ApplicationId, MemberId};
use domain::interest::{Answer, InterestKind, Reach};
use exchange::sheet::{ANSWER_FACT, AnswerFact, RESPONSE, REVIEW_FACT, ResponseSheet, ReviewFactSheet};
use exchange::{Expected, Opened, PackKind, Party, SignedFact};
use keys::VerifyingKey;
use std::collections::BTreeSet;
use store::{Head, ReadTx, ReviewRow, SendingRow, StoreError, Which, london_date};
use uuid::Uuid;

/// The most that one response may say.
const MOST_FACTS: usize = 2_000;
/// How far a reviewer's clock may be ahead.
const AHEAD: TimeDelta = TimeDelta::days(2);

/// Why a response goes no further.
pub(super) enum Stop {
    /// It is refused. A history that differs is told even then: it may be why nobody here knows what it answers.
    Refused { why: Refusal, history_differs: Option<NaiveDate> },
    /// The register failed.
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

impl Stop {
    pub(super) fn refused(why: Refusal) -> Self {
        Self::Refused { why, history_differs: None }
    }
}

/// A response that was proved and can be taken in.
pub(super) struct Examined {
    pub(super) opened: Opened,
    pub(super) member: Uuid,
    pub(super) reply_to: Uuid,
    pub(super) opened_at: DateTime<Utc>,
    /// The day on which they saw a history that is not this register's.
    pub(super) history_differs: Option<NaiveDate>,
    /// The day on which this same pack was brought in.
    pub(super) already_on: Option<NaiveDate>,
    /// What they say about their interests, and is not in yet.
    pub(super) answers: Vec<Said>,
    /// Every answer that it carries, by application.
    pub(super) said: Vec<(Uuid, Answer)>,
    /// Reviews that are not in yet.
    pub(super) reviews: Vec<NewFact>,
    /// Applications of which it carries a review that is in already.
    pub(super) known: Vec<(Uuid, Uuid)>,
    /// The round as it is now.
    pub(super) before: Facts,
    /// The round as it would be.
    pub(super) after: Facts,
}

/// A review that is not in yet.
pub(super) struct NewFact {
    pub(super) fact: SignedFact,
    pub(super) row: ReviewRow,
}

impl Examined {
    /// Where every review would stand.
    pub(super) fn standings(&self) -> Standings {
        self.after.standings()
    }

    /// Whether taking it in makes the last answer come in.
    pub(super) fn opens_all(&self) -> bool {
        let changes = self.already_on.is_none();
        changes && self.after.round.opened.is_none() && self.after.all_in(&self.standings())
    }

    /// The applications that are not answered yet.
    pub(super) fn missing(&self) -> Vec<Uuid> {
        let standings = self.standings();
        let missing = |id: &&Uuid| self.after.progress(&standings, self.member, **id) == Progress::Missing;
        self.after.applications.iter().filter(missing).copied().collect()
    }
}

/// Examines a response.
pub(super) fn examine(open: &Open, tx: &ReadTx<'_>, bytes: &[u8]) -> Result<Examined, Stop> {
    let opened = unseal(open, tx, bytes)?;
    let manifest = &opened.manifest;
    let member = manifest.from.member_id;
    let response: ResponseSheet = opened.contents.sheet(RESPONSE).map_err(|error| Stop::refused(Refusal::from(&error)))?;
    let round = manifest.round.ok_or(Stop::refused(Refusal::OtherRound))?;
    let before = Facts::read(tx, round.into())?;

    let reply = manifest.in_reply_to.and_then(|id| before.sendings.iter().find(|row| row.sending_id == id));
    let history_differs = history(tx, &opened, reply)?;
    let not_an_answer = Stop::Refused { why: Refusal::NotAnAnswer, history_differs };
    let Some(reply_to) = reply.filter(|row| row.member_id == member && row.pack.is_some()).map(|row| row.sending_id) else {
        return Err(not_an_answer);
    };
    if response.round_id != round || response.reviewer != member || before.reviewer(member).is_err() {
        return Err(not_an_answer);
    }
    let bad = || Stop::refused(Refusal::BadContent);
    let already = before.packs_in.iter().find(|row| row.pack_id == manifest.pack_id);
    if already.is_some_and(|row| row.manifest_sha256 != opened.sha256)
        || tx.round_of_pack_in(manifest.pack_id)?.is_some_and(|id| id != round)
    {
        return Err(bad());
    }
    if response.answers.len().saturating_add(response.reviews.len()) > MOST_FACTS {
        return Err(Stop::refused(Refusal::TooLarge));
    }
    let key: VerifyingKey = manifest.from.verifying_key.parse().map_err(|_| bad())?;
    let own = Author { open, tx, facts: &before, member, key: &key };

    let (mut answers, mut said) = (Vec::new(), Vec::new());
    for fact in &response.answers {
        let read = own.answer(fact)?;
        said.push((read.application_id.0, read.answer));
        if !tx.knows_interest(fact.id())? {
            answers.push(read);
        }
    }
    answers.sort_by_key(|read| (read.said_at, read.interest_id));
    answers.dedup_by_key(|read| read.interest_id);

    let (mut reviews, mut known): (Vec<NewFact>, Vec<(Uuid, Uuid)>) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for fact in &response.reviews {
        let row = own.review(fact, manifest.pack_id)?;
        let asked = before.stance(member, row.application_id) != domain::interest::Stance::Unanswered;
        if !asked && !said.iter().any(|(id, _)| *id == row.application_id) {
            // A review by somebody who was never asked whether they have an interest.
            return Err(bad());
        }
        if before.reviews.iter().any(|kept| kept.review_id == row.review_id) {
            known.push((row.application_id, row.review_id));
        } else if tx.round_of_review(row.review_id)?.is_some() {
            return Err(bad());
        } else if seen.insert(row.review_id) {
            reviews.push(NewFact { fact: fact.clone(), row });
        }
    }
    let said_new: Vec<(Uuid, Answer)> = answers.iter().map(|read| (read.application_id.0, read.answer)).collect();
    let after = Facts::read(tx, round.into())?.with(member, &said_new, reviews.iter().map(|new| new.row.clone()));
    let already_on = already.map(|row| london_date(row.brought_in_at));
    let opened_at = response.opened_at;
    Ok(Examined { opened, member, reply_to, opened_at, history_differs, already_on, answers, said, reviews, known, before, after })
}

/// Unseals and proves the pack itself: it is from somebody whose keys are in force here, and for me.
fn unseal(open: &Open, tx: &ReadTx<'_>, bytes: &[u8]) -> Result<Opened, Stop> {
    let me = tx.keyring().recipient();
    let holders = tx.key_holders()?;
    let rounds: Vec<Uuid> = tx.rounds(Which::All)?.into_iter().map(|row| row.round_id).collect();
    let sender = |party: &Party| {
        let known = holders.iter().find(|holder| holder.member_id == party.member_id)?;
        let same = known.verifying_key.to_string() == party.verifying_key && known.recipient.to_string() == party.recipient;
        same.then(|| known.verifying_key.clone())
    };
    let expected = Expected {
        me: &me,
        kind: PackKind::Response,
        sender: &sender,
        register: Some(open.register().register_id()),
        round: &|round| rounds.contains(&round),
        now: tx.now(),
    };
    exchange::open(bytes, tx.keyring(), &expected).map_err(|error| Stop::refused(Refusal::from(&error)))
}

/// The day on which the sender was shown a head of the journal that does not lie on this register's chain.
fn history(tx: &ReadTx<'_>, opened: &Opened, reply: Option<&SendingRow>) -> Result<Option<NaiveDate>, StoreError> {
    for seen in &opened.manifest.heads_seen {
        let head = bytes32(&seen.head).map(|hash| Head { seq: seen.size, hash });
        let on_chain = match &head {
            Some(head) => tx.knows_head(head)?,
            None => false,
        };
        if !on_chain {
            let sent = reply.filter(|row| row.pack.as_ref().map(|(_, carried)| carried) == head.as_ref()).map(|row| row.sent_at);
            return Ok(Some(london_date(sent.unwrap_or(opened.manifest.created))));
        }
    }
    Ok(None)
}

fn bytes32(hex: &str) -> Option<[u8; 32]> {
    let mut bytes = [0_u8; 32];
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        let at = place.saturating_mul(2);
        *byte = u8::from_str_radix(hex.get(at..at.saturating_add(2))?, 16).ok()?;
    }
    Some(bytes)
}

/// Whoever says what is examined, and what they may say it about.
struct Author<'a> {
    open: &'a Open,
    tx: &'a ReadTx<'a>,
    facts: &'a Facts,
    member: Uuid,
    key: &'a VerifyingKey,
}

impl Author<'_> {
    /// Passes when the fact is theirs, of this round, and about something that they were sent.
    fn sent(&self, round: Uuid, member: Uuid, application: Uuid, at: DateTime<Utc>) -> Result<u32, Stop> {
        let sent = self.facts.sent(self.member, application).filter(|_| round == self.facts.round.round_id && member == self.member);
        let now = self.tx.now().checked_add_signed(AHEAD).unwrap_or(DateTime::<Utc>::MAX_UTC);
        sent.filter(|_| at <= now).ok_or(Stop::refused(Refusal::BadContent))
    }

    fn proved<T: for<'de> serde::Deserialize<'de>>(&self, fact: &SignedFact) -> Result<T, Stop> {
        fact.prove(self.key).map_err(|error| Stop::refused(Refusal::from(&error)))?;
        fact.read().map_err(|_| Stop::refused(Refusal::BadContent))
    }

    fn answer(&self, fact: &SignedFact) -> Result<Said, Stop> {
        let bad = || Stop::refused(Refusal::BadContent);
        let read: AnswerFact = self.proved(fact)?;
        self.sent(read.round_id, read.member_id, read.application_id, read.at)?;
        let answer = match Answer::from_code(&read.answer) {
            Some(answer @ (Answer::NoInterest | Answer::Interest | Answer::Unsure)) if read.fact == ANSWER_FACT => answer,
            _ => return Err(bad()),
        };
        let kinds: Option<Vec<InterestKind>> = read.kinds.iter().map(|code| InterestKind::from_code(code)).collect();
        let reach = match &read.reach {
            Some(code) => Some(Reach::from_code(code).ok_or_else(bad)?),
            None => None,
        };
        if read.how.chars().count() > LONGEST_ANSWER || read.kinds.len() > InterestKind::ALL.len() {
            return Err(bad());
        }
        Ok(Said {
            interest_id: fact.id(),
            application_id: ApplicationId(read.application_id),
            member_id: MemberId(self.member),
            answer,
            kinds: kinds.ok_or_else(bad)?,
            reach,
            how: read.how,
            said_at: read.at,
            fact: Some(fact.clone()),
        })
    }

    fn review(&self, fact: &SignedFact, pack_id: Uuid) -> Result<ReviewRow, Stop> {
        let bad = || Stop::refused(Refusal::BadContent);
        let read: ReviewFactSheet = self.proved(fact)?;
        let id = read.application_id;
        let newest = self.sent(read.round_id, read.member_id, id, read.made_at)?;
        if read.fact != REVIEW_FACT || read.version == 0 || read.version > newest || read.revises.len() > MOST_FACTS {
            return Err(bad());
        }
        // What whoever brings it in may not read, they cannot hold the review against; the panel sees what it is about.
        let mut asked = Money::ZERO;
        if content(self.open, id).is_some()
            && let Some((_, text)) = sheet::version_text(self.tx, id, Some(read.version))?
        {
            if kept::sha256(text.as_bytes()) != read.version_sha256 {
                return Err(bad());
            }
            asked = crate::text::VersionText::from_json(&text).map_err(Error::from)?.content.asked_or_sum();
        }
        read.judgement.fits(asked, &self.facts.round.criteria).map_err(|_| bad())?;
        let mut revises = read.revises;
        revises.sort_unstable();
        revises.dedup();
        Ok(ReviewRow {
            review_id: fact.id(),
            round_id: self.facts.round.round_id,
            application_id: id,
            version: read.version,
            member_id: self.member,
            signed: true,
            made_at: read.made_at,
            blob_id: Uuid::nil(),
            pack_id: Some(pack_id),
            typed_by: None,
            late: self.facts.round.opened.is_some(),
            brought_in_at: self.tx.now(),
            revises,
            ruling: None,
        })
    }
}
