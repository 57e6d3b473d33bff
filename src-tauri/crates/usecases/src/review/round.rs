//! Rounds: made, changed before anything went out, looked at; and who is left out of what.

use super::TOUCHED;
use super::facts::{Facts, Standings};
use super::line::{Progress, Share};
use crate::case::Case;
use crate::input::Faults;
use crate::interest::{Match, matches};
use crate::{Changed, Error, FieldFault, Open, Result, seal};
use chrono::NaiveDate;
use domain::Money;
use domain::application::ApplicationState;
use domain::date::TypedDate;
use domain::id::{ApplicationId, MemberId, ReviewId, RoundId};
use domain::member::{Act, Role, may};
use domain::review::{Criterion, Standing};
use serde_json::json;
use std::collections::{HashMap, HashSet};
use store::{Event, Medium, NewRound, ReadTx, ReviewerRow, london_date};
use uuid::Uuid;

/// The most that is scored in one round.
const MOST_CRITERIA: usize = 12;

/// Where a round stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Nothing went out yet.
    Preparing,
    /// Packs or booklets are out.
    Out,
    /// The reviews are open to the panel.
    Opened,
}

/// A round, as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundSummary {
    /// Its id.
    pub id: RoundId,
    /// What it is called.
    pub name: String,
    /// The day it was made.
    pub started_on: NaiveDate,
    /// The day by which the answers should be back.
    pub return_by: NaiveDate,
    /// Where it stands.
    pub stage: Stage,
    /// How many applications.
    pub applications: usize,
    /// How many reviewers.
    pub reviewers: usize,
    /// Reviewers of whom everything is back.
    pub back: usize,
    /// The day its reviews were opened.
    pub opened_on: Option<NaiveDate>,
}

/// An application that can be, or is, in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundApplication {
    /// The application.
    pub id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The group; none when this member may not read it.
    pub group_name: Option<String>,
    /// What it asks; none when this member may not read it.
    pub asked: Option<Money>,
    /// When it was received.
    pub received_on: NaiveDate,
    /// The name of another round it is in.
    pub in_round: Option<String>,
}

/// Somebody who can review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundPerson {
    /// Who.
    pub member_id: MemberId,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// Whether a pack can be sealed to them.
    pub has_keys: bool,
}

/// What a round can be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// Received and not decided.
    pub applications: Vec<RoundApplication>,
    /// Those who may review.
    pub people: Vec<RoundPerson>,
    /// The criteria of the last round.
    pub criteria: Vec<Criterion>,
}

/// A round as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedRound {
    /// What it is called.
    pub name: String,
    /// The day by which the answers should be back.
    pub return_by: TypedDate,
    /// The applications, in their order.
    pub applications: Vec<ApplicationId>,
    /// The reviewers, in their order.
    pub reviewers: Vec<(MemberId, Medium)>,
    /// What is scored; empty when nothing is.
    pub criteria: Vec<Criterion>,
}

/// One application in one reviewer's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReaderItem {
    /// The application.
    pub application_id: ApplicationId,
    /// Whether they get it.
    pub share: Share,
    /// Why they were left out; none when that is sealed to others.
    pub reason: Option<String>,
    /// Entries of theirs in the standing register that look alike.
    pub matches: Vec<Match>,
    /// How far they have come.
    pub progress: Progress,
}

/// One reviewer of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Who.
    pub member_id: MemberId,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// How they get it.
    pub medium: Medium,
    /// Whether a pack can be sealed to them.
    pub has_keys: bool,
    /// The number of their copy.
    pub copy: u32,
    /// In the order of the round's applications.
    pub items: Vec<ReaderItem>,
    /// When something last went out to them.
    pub sent_on: Option<NaiveDate>,
    /// The name of the newest pack's file.
    pub pack_name: Option<String>,
    /// When they first opened it, where a response tells.
    pub opened_on: Option<NaiveDate>,
    /// When something of theirs last came in.
    pub back_on: Option<NaiveDate>,
    /// How many of their applications are answered.
    pub answered: usize,
    /// How many there are.
    pub expected: usize,
    /// Whether what they hold is older than what stands now.
    pub out_of_date: bool,
}

/// A review that waits for the chair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateReview {
    /// The review.
    pub review_id: ReviewId,
    /// The application.
    pub application_id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// Whose it is.
    pub name: String,
    /// When it came in.
    pub came_on: NaiveDate,
}

/// A round, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// As listed.
    pub row: RoundSummary,
    /// What is scored.
    pub criteria: Vec<Criterion>,
    /// The applications, in their order.
    pub applications: Vec<RoundApplication>,
    /// The reviewers, in their order.
    pub readers: Vec<Reader>,
    /// Reviews that came after the opening and wait for the chair.
    pub late: Vec<LateReview>,
    /// Who opened the reviews before all were in.
    pub opened_by: Option<String>,
    /// Why; none when that is sealed to others.
    pub opened_reason: Option<String>,
    /// Whether this member may open them now.
    pub may_open: bool,
    /// Whether this member may send packs and bring responses in.
    pub may_run: bool,
    /// The applications that this member may review here.
    pub mine: Vec<ApplicationId>,
}

/// Who has which role and keys: what does not change from round to round.
struct People {
    roles: HashMap<Uuid, Role>,
    keyed: Vec<Uuid>,
}

impl People {
    fn read(tx: &ReadTx<'_>) -> Result<Self> {
        let roles = tx.members()?.into_iter().filter_map(|person| Some((person.member_id, Role::from_code(&person.role)?))).collect();
        Ok(Self { roles, keyed: tx.key_holders()?.into_iter().map(|holder| holder.member_id).collect() })
    }

    fn role(&self, member: Uuid) -> Role {
        self.roles.get(&member).copied().unwrap_or(Role::ReadOnly)
    }
}

/// Every round, the newest first.
pub fn rounds(open: &Open) -> Result<Vec<RoundSummary>> {
    open.member().permit(Act::ReadSealed)?;
    open.register().read(|tx| {
        let mut rows: Vec<RoundSummary> = Facts::all(tx)?.iter().map(summary).collect();
        rows.reverse();
        Ok(rows)
    })
}

/// What a round can be made of.
pub fn choices(open: &Open) -> Result<Choices> {
    open.member().permit(Act::RunReviews)?;
    open.register().read(|tx| {
        let people = People::read(tx)?;
        let rounds = Facts::all(tx)?;
        let undecided = open.cases().filter(|case| may_be_reviewed(case));
        let mut can: Vec<RoundPerson> = open
            .people()
            .filter(|(id, _)| may(people.role(*id), Act::Review))
            .map(|(id, name)| RoundPerson {
                member_id: id.into(),
                name: name.to_owned(),
                role: people.role(id),
                has_keys: people.keyed.contains(&id),
            })
            .collect();
        can.sort_by_key(|person| Role::ALL.iter().position(|role| *role == person.role));
        Ok(Choices {
            applications: undecided.filter_map(|case| application(open, case.id().0, &rounds, None)).collect(),
            people: can,
            criteria: rounds.last().map(|facts| facts.round.criteria.clone()).unwrap_or_default(),
        })
    })
}

fn may_be_reviewed(case: &Case) -> bool {
    matches!(case.state(), ApplicationState::Received | ApplicationState::UnderReview | ApplicationState::Deferred)
}

/// Makes a round.
pub fn start_round(open: &mut Open, typed: &TypedRound) -> Result<Changed<RoundId>> {
    let (name, return_by, criteria) = read(open, typed)?;
    let (applications, reviewers) = (ids(&typed.applications), readers(typed));
    open.change_register(|tx| {
        let round_id = tx.new_id();
        let new = NewRound { name: &name, return_by, criteria: &criteria, applications: &applications, reviewers: &reviewers };
        tx.insert_round(round_id, &new)?;
        Ok((RoundId(round_id), event("roundStarted", round_id, payload(&new))))
    })
}

/// Changes a round before anything went out.
pub fn change_round(open: &mut Open, id: RoundId, typed: &TypedRound) -> Result<Changed<()>> {
    let (name, return_by, criteria) = read(open, typed)?;
    let (applications, reviewers) = (ids(&typed.applications), readers(typed));
    open.change_register(|tx| {
        if Facts::read(tx, id)?.went_out() {
            return Err(Error::WrongState);
        }
        let new = NewRound { name: &name, return_by, criteria: &criteria, applications: &applications, reviewers: &reviewers };
        tx.change_round(id.0, &new)?;
        Ok(((), event("roundChanged", id.0, payload(&new))))
    })
}

fn event(kind: &'static str, round: Uuid, payload: serde_json::Value) -> Event {
    Event { kind, subject: Some(round), payload, touched: TOUCHED, signed: false }
}

fn payload(new: &NewRound<'_>) -> serde_json::Value {
    let reviewers: Vec<_> = new.reviewers.iter().map(|(member, medium)| json!({ "member": member, "medium": medium.code() })).collect();
    json!({ "applications": new.applications, "reviewers": reviewers, "return_by": new.return_by.to_string(), "criteria": new.criteria.len() })
}

fn ids(applications: &[ApplicationId]) -> Vec<Uuid> {
    applications.iter().map(|id| id.0).collect()
}

fn readers(typed: &TypedRound) -> Vec<(Uuid, Medium)> {
    typed.reviewers.iter().map(|(member, medium)| (member.0, *medium)).collect()
}

/// Reads a round as it was typed.
fn read(open: &Open, typed: &TypedRound) -> Result<(String, NaiveDate, Vec<Criterion>)> {
    open.member().permit(Act::RunReviews)?;
    let mut faults = Faults::default();
    let name = faults.line("name", &typed.name);
    if name.is_empty() {
        faults.refuse("name", FieldFault::Missing);
    }
    let return_by = faults.date("returnBy", &typed.return_by);
    if typed.applications.is_empty() {
        faults.refuse("applicationIds", FieldFault::Missing);
    }
    if typed.reviewers.is_empty() {
        faults.refuse("reviewers", FieldFault::Missing);
    }
    if typed.criteria.len() > MOST_CRITERIA {
        faults.refuse("criteria", FieldFault::TooLong { most: MOST_CRITERIA });
    }
    let mut criteria = Vec::new();
    for (place, criterion) in typed.criteria.iter().enumerate() {
        let name = faults.line(&format!("criteria.{place}.name"), &criterion.name);
        if name.is_empty() {
            faults.refuse(format!("criteria.{place}.name"), FieldFault::Missing);
        }
        if criterion.most == 0 {
            faults.refuse(format!("criteria.{place}.most"), FieldFault::NotANumber);
        }
        criteria.push(Criterion { name, most: criterion.most });
    }
    let return_by = faults.settled(return_by)?;

    let roles = open.register().read(People::read)?;
    let has_keys = |member: &MemberId| roles.keyed.contains(&member.0);
    let stands =
        |(member, medium): &(MemberId, Medium)| may(roles.role(member.0), Act::Review) && (*medium != Medium::Pack || has_keys(member));
    let applications: HashSet<_> = typed.applications.iter().collect();
    let reviewers: HashSet<_> = typed.reviewers.iter().map(|(member, _)| member).collect();
    let once = applications.len() == typed.applications.len() && reviewers.len() == typed.reviewers.len();
    let received = typed.applications.iter().all(|id| open.case(*id).is_ok_and(may_be_reviewed));
    if !once || !received || !typed.reviewers.iter().all(stands) {
        return Err(Error::WrongState);
    }
    Ok((name, return_by, criteria))
}

/// Leaves a reviewer out of one application, with a reason, or lets them in again. Once they were sent it, nobody leaves
/// them out any more: what they think of it would be lost.
pub fn leave_out(open: &mut Open, id: RoundId, member: MemberId, application: ApplicationId, reason: Option<&str>) -> Result<Changed<()>> {
    open.member().permit(Act::RunReviews)?;
    let reason = reason.map(str::trim);
    if reason.is_some_and(str::is_empty) {
        return Err(Error::Fields(vec![("reason".to_owned(), FieldFault::Missing)]));
    }
    open.change_register(|tx| {
        let facts = Facts::read(tx, id)?;
        facts.reviewer(member.0)?;
        if !facts.has(application.0) {
            return Err(Error::NotFound);
        }
        let is_out = facts.left_out.contains_key(&(member.0, application.0));
        let theirs = facts.sent(member.0, application.0).is_some() || facts.reviews_of(member.0, application.0).next().is_some();
        if is_out == reason.is_some() || (theirs && reason.is_some()) {
            return Err(Error::WrongState);
        }
        let blob = match reason {
            Some(reason) => Some(seal::put_review(tx, application.0, serde_json::to_string(reason)?.as_bytes())?),
            None => None,
        };
        tx.insert_leaving_out(id.0, application.0, member.0, blob)?;
        let payload = json!({ "member": member.0, "application": application.0, "out": blob.is_some() });
        Ok(((), event("reviewerLeftOut", id.0, payload)))
    })
}

/// What a member gets of an application, as far as whoever is signed in can send it.
pub(super) fn share(open: &Open, facts: &Facts, member: Uuid, application: Uuid) -> Share {
    use domain::interest::Stance;
    if facts.is_over(application) {
        return Share::Over;
    }
    match facts.stance(member, application) {
        Stance::Conflicted => Share::Conflicted,
        Stance::Doubtful => Share::Doubtful,
        Stance::Unanswered | Stance::Clear if facts.left_out.contains_key(&(member, application)) => Share::LeftOut,
        Stance::Unanswered | Stance::Clear if content(open, application).is_none() => Share::NotReadable,
        Stance::Unanswered | Stance::Clear => Share::Gets,
    }
}

/// What an application says, if whoever is signed in may read it.
pub(super) fn content(open: &Open, application: Uuid) -> Option<&domain::application::ApplicationContent> {
    open.case(application.into()).ok().and_then(Case::content)
}

/// One round, whole.
pub fn round(open: &Open, id: RoundId) -> Result<Round> {
    open.member().permit(Act::ReadSealed)?;
    open.register().read(|tx| {
        let (people, facts) = (People::read(tx)?, Facts::read(tx, id)?);
        let (row, standings) = (summary(&facts), facts.standings());
        let reason_of = |blob: Option<&Uuid>| blob.map_or(Ok(None), |blob| plain(tx, *blob));
        let mut readers = Vec::new();
        for row in &facts.reviewers {
            let mut reader = reader(open, &people, &facts, &standings, row);
            for item in &mut reader.items {
                item.reason = reason_of(facts.left_out.get(&(row.member_id, item.application_id.0)))?;
            }
            readers.push(reader);
        }
        let me = open.member();
        let opened = facts.round.opened.as_ref();
        let early = opened.filter(|opening| opening.reason.is_some());
        Ok(Round {
            criteria: facts.round.criteria.clone(),
            applications: facts.applications.iter().filter_map(|id| application(open, *id, &[], None)).collect(),
            late: late(open, &facts, &standings),
            opened_by: early.map(|opening| open.name_of(opening.by).to_owned()),
            opened_reason: reason_of(early.and_then(|opening| opening.reason.as_ref()))?,
            may_open: may(me.role, Act::OpenReviews) && row.stage == Stage::Out,
            may_run: may(me.role, Act::RunReviews),
            mine: mine(open, &facts),
            row,
            readers,
        })
    })
}

/// A sealed text that is one JSON string; none when it is sealed to others.
pub(super) fn plain(tx: &ReadTx<'_>, blob: Uuid) -> Result<Option<String>> {
    Ok(tx.sealed_text(blob)?.map(|json| serde_json::from_str(&json)).transpose()?)
}

/// The applications that whoever is signed in may review here.
fn mine(open: &Open, facts: &Facts) -> Vec<ApplicationId> {
    let me = open.member();
    let reviews = may(me.role, Act::Review) && facts.reviewer(me.id.0).is_ok();
    let gets = |id: &&Uuid| reviews && share(open, facts, me.id.0, **id) == Share::Gets;
    facts.applications.iter().filter(gets).map(|id| ApplicationId(*id)).collect()
}

fn summary(facts: &Facts) -> RoundSummary {
    let standings = facts.standings();
    let is_back = |row: &&ReviewerRow| {
        let progress = facts.applications.iter().map(|id| facts.progress(&standings, row.member_id, *id));
        let theirs: Vec<Progress> = progress.filter(|progress| *progress != Progress::None).collect();
        !theirs.is_empty() && theirs.iter().all(|progress| progress.is_answered())
    };
    let back = facts.reviewers.iter().filter(is_back).count();
    let stage = match &facts.round.opened {
        Some(_) => Stage::Opened,
        None if facts.went_out() => Stage::Out,
        None => Stage::Preparing,
    };
    RoundSummary {
        id: facts.id(),
        name: facts.round.name.clone(),
        started_on: london_date(facts.round.started_at),
        return_by: facts.round.return_by,
        stage,
        applications: facts.applications.len(),
        reviewers: facts.reviewers.len(),
        back,
        opened_on: facts.round.opened.as_ref().map(|opening| london_date(opening.at)),
    }
}

/// An application for a list; none when it was never received.
pub(super) fn application(open: &Open, id: Uuid, rounds: &[Facts], but: Option<RoundId>) -> Option<RoundApplication> {
    let case = open.case(id.into()).ok()?;
    let open_round = |facts: &&Facts| facts.has(id) && facts.round.opened.is_none() && Some(facts.id()) != but;
    Some(RoundApplication {
        id: case.id(),
        reference: case.reference()?,
        group_name: case.content().and_then(|_| case.group_name()).map(str::to_owned),
        asked: case.asked(),
        received_on: case.row.received_on?,
        in_round: rounds.iter().find(open_round).map(|facts| facts.round.name.clone()),
    })
}

fn reader(open: &Open, people: &People, facts: &Facts, standings: &Standings, row: &ReviewerRow) -> Reader {
    let member = row.member_id;
    let items: Vec<ReaderItem> = facts
        .applications
        .iter()
        .map(|id| ReaderItem {
            application_id: ApplicationId(*id),
            share: share(open, facts, member, *id),
            reason: None,
            matches: open.case(ApplicationId(*id)).map(|case| matches(open, MemberId(member), case)).unwrap_or_default(),
            progress: facts.progress(standings, member, *id),
        })
        .collect();
    let mut sendings = facts.sendings.iter().filter(|sending| sending.member_id == member);
    let newest = sendings.next_back();
    let packs = || facts.packs_in.iter().filter(|pack| pack.member_id == member);
    let typed = facts.reviews.iter().filter(|review| review.member_id == member && review.pack_id.is_none());
    let back_at = packs().map(|pack| pack.brought_in_at).chain(typed.map(|review| review.brought_in_at)).max();
    let older = |item: &ReaderItem| {
        let id = item.application_id.0;
        item.share == Share::Gets && facts.sent(member, id).is_none_or(|version| version < facts.version(id))
    };
    Reader {
        member_id: MemberId(member),
        name: open.name_of(member).to_owned(),
        role: people.role(member),
        medium: row.medium,
        has_keys: people.keyed.contains(&member),
        copy: row.place,
        sent_on: newest.map(|sending| london_date(sending.sent_at)),
        pack_name: facts
            .sendings
            .iter()
            .rev()
            .filter(|sending| sending.member_id == member)
            .find_map(|sending| sending.pack.as_ref().map(|(name, _)| name.clone())),
        opened_on: packs().map(|pack| pack.opened_at).min().map(london_date),
        back_on: back_at.map(london_date),
        answered: items.iter().filter(|item| item.progress.is_answered()).count(),
        expected: items.iter().filter(|item| item.progress != Progress::None).count(),
        out_of_date: newest.is_some() && items.iter().any(older),
        items,
    }
}

fn late(open: &Open, facts: &Facts, standings: &Standings) -> Vec<LateReview> {
    let waits = facts.reviews.iter().filter(|row| standings.get(&ReviewId(row.review_id)) == Some(&Standing::Late));
    waits
        .filter_map(|row| {
            Some(LateReview {
                review_id: row.review_id.into(),
                application_id: row.application_id.into(),
                reference: open.case(row.application_id.into()).ok()?.reference()?,
                name: open.name_of(row.member_id).to_owned(),
                came_on: london_date(row.brought_in_at),
            })
        })
        .collect()
}
