//! What the panel sees of one application: closed envelopes until the reviews are opened, and all of them side by side after.

use super::facts::{Facts, Standings};
use super::kept;
use super::line::Progress;
use super::round::{RoundApplication, application, content, plain};
use crate::{Error, Open, Result};
use chrono::NaiveDate;
use domain::Money;
use domain::id::{ApplicationId, MemberId, ReviewId, RoundId};
use domain::interest::Stance;
use domain::member::Act;
use domain::review::{Criterion, Judgement, Standing, Together, together};
use exchange::sheet::ReviewFactSheet;
use store::{ReadTx, ReviewRow, london_date};
use uuid::Uuid;

/// Somebody's envelope: who is in, never what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Whose it is.
    pub name: String,
    /// How far they have come.
    pub progress: Progress,
}

/// A review, as the panel sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelReview {
    /// Its id.
    pub review_id: ReviewId,
    /// Whose it is.
    pub member_id: MemberId,
    /// Their name.
    pub name: String,
    /// Where it stands.
    pub standing: Standing,
    /// Who typed it in from paper; none when its author signed it.
    pub typed_by: Option<String>,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The version of the application that was read.
    pub version: u32,
    /// What it says.
    pub judgement: Judgement,
    /// What that would grant, where an amount can be named.
    pub amount: Option<Money>,
    /// Whether the chair let it in, who that was, and why, when it came late.
    pub ruling: Option<(bool, String, Option<String>)>,
}

/// What the panel sees of one application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// The round.
    pub round: RoundId,
    /// What it is called.
    pub round_name: String,
    /// The application.
    pub application_id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The group.
    pub group_name: String,
    /// What it is for, in one line.
    pub one_line: String,
    /// What it asks.
    pub asked: Money,
    /// Whether the reviews are open.
    pub opened: bool,
    /// Each reviewer of it.
    pub envelopes: Vec<Envelope>,
    /// The reviews that count, each reviewer once.
    pub reviews: Vec<PanelReview>,
    /// Those that do not count.
    pub set_aside: Vec<PanelReview>,
    /// What those that count say together.
    pub together: Option<Together>,
    /// Questions to ask the group, each with who asks.
    pub questions: Vec<(String, String)>,
    /// What is scored.
    pub criteria: Vec<Criterion>,
    /// Names of reviewers with an interest, who take no part.
    pub took_no_part: Vec<String>,
    /// Names of reviewers who are not sure, and take no part before the chair has settled it.
    pub unsure: Vec<String>,
    /// The other applications of the round that this member may read.
    pub others: Vec<RoundApplication>,
}

/// What the panel sees of one application. Who has an interest in it does not find it here, whatever became of the embargo.
pub fn panel(open: &Open, round: RoundId, id: ApplicationId) -> Result<Panel> {
    open.member().permit(Act::ReadSealed)?;
    open.register().read(|tx| {
        let facts = Facts::read(tx, round)?;
        if !may_see(open, &facts, id.0) {
            return Err(Error::NotFound);
        }
        of(open, tx, &facts, &facts.standings(), id)
    })
}

/// What the reviews of an application say together, of the last round whose reviews are open; none when there is none, or for
/// those who may not see it.
pub(crate) fn advice(open: &Open, tx: &ReadTx<'_>, id: ApplicationId) -> Result<Option<Together>> {
    if open.member().permit(Act::ReadSealed).is_err() {
        return Ok(None);
    }
    let rounds = Facts::all(tx)?;
    let Some(facts) = rounds.iter().rev().find(|facts| facts.round.opened.is_some() && may_see(open, facts, id.0)) else {
        return Ok(None);
    };
    Ok(of(open, tx, facts, &facts.standings(), id)?.together)
}

/// Whether whoever is signed in may see what the panel sees of an application.
pub(crate) fn may_see(open: &Open, facts: &Facts, application: Uuid) -> bool {
    facts.has(application) && facts.stance(open.member().id.0, application).may_hold() && content(open, application).is_some()
}

/// The panel's view of an application that may be seen.
pub(crate) fn of(open: &Open, tx: &ReadTx<'_>, facts: &Facts, standings: &Standings, id: ApplicationId) -> Result<Panel> {
    let case = open.case(id)?;
    let content = case.content().ok_or(Error::NotFound)?;
    let asked = content.asked_or_sum();
    let named = |stance: Stance| {
        let rows = facts.reviewers.iter().filter(move |row| facts.stance(row.member_id, id.0) == stance);
        rows.map(|row| open.name_of(row.member_id).to_owned()).collect::<Vec<_>>()
    };
    let name = |member: Uuid| open.name_of(member).to_owned();
    let opened = facts.round.opened.is_some();
    let (mut reviews, mut set_aside) = (Vec::new(), Vec::new());
    // Before the opening not even the number of reviews is counted here: an envelope is a person, and says only "in".
    for row in facts.reviews.iter().filter(|row| opened && row.application_id == id.0) {
        let Some(review) = review(open, tx, standings, row, asked)? else { continue };
        if review.standing.counts() { reviews.push(review) } else { set_aside.push(review) }
    }
    let place = |member: MemberId| facts.reviewers.iter().position(|row| row.member_id == member.0);
    reviews.sort_by_key(|review| place(review.member_id));
    set_aside.sort_by_key(|review| (place(review.member_id), review.made_on, review.review_id));
    let advice: Vec<_> = reviews.iter().map(|review| review.judgement.recommendation).collect();
    let asks = |review: &PanelReview| {
        let by = review.name.clone();
        review.judgement.questions.iter().map(move |question| (question.clone(), by.clone())).collect::<Vec<_>>()
    };
    let left_out = |member: Uuid| facts.left_out.contains_key(&(member, id.0)) && facts.reviews_of(member, id.0).next().is_none();
    let takes_part = facts.reviewers.iter().filter(|row| facts.stance(row.member_id, id.0).may_hold() && !left_out(row.member_id));
    let others = facts.applications.iter().filter(|other| **other != id.0 && may_see(open, facts, **other));
    Ok(Panel {
        round: facts.id(),
        round_name: facts.round.name.clone(),
        application_id: id,
        reference: case.reference().unwrap_or_default(),
        group_name: content.cover.group_name.clone(),
        one_line: content.cover.summary.clone(),
        asked,
        opened,
        envelopes: takes_part
            .map(|row| Envelope { name: name(row.member_id), progress: facts.progress(standings, row.member_id, id.0) })
            .collect(),
        together: opened.then(|| together(&advice, asked)),
        questions: reviews.iter().flat_map(asks).collect(),
        criteria: facts.round.criteria.clone(),
        took_no_part: named(Stance::Conflicted),
        unsure: named(Stance::Doubtful),
        others: others.filter_map(|other| application(open, *other, &[], None)).collect(),
        reviews,
        set_aside,
    })
}

/// A review with its words; none when it is sealed to others.
fn review(open: &Open, tx: &ReadTx<'_>, standings: &Standings, row: &ReviewRow, asked: Money) -> Result<Option<PanelReview>> {
    let (Some(fact), Some(standing)) = (kept::open_fact(tx, row)?, standings.get(&ReviewId(row.review_id))) else { return Ok(None) };
    let said: ReviewFactSheet = fact.read()?;
    let judgement = Judgement::try_from(&said.judgement).map_err(|_| exchange::PackError::Damaged)?;
    let ruling = match &row.ruling {
        Some(ruling) => Some((ruling.accepted, open.name_of(ruling.by).to_owned(), plain(tx, ruling.reason)?)),
        None => None,
    };
    Ok(Some(PanelReview {
        review_id: row.review_id.into(),
        member_id: row.member_id.into(),
        name: open.name_of(row.member_id).to_owned(),
        standing: *standing,
        typed_by: row.typed_by.filter(|_| !row.signed).map(|by| open.name_of(by).to_owned()),
        made_on: london_date(row.made_at),
        version: row.version,
        amount: judgement.recommendation.amount(asked),
        judgement,
        ruling,
    }))
}
