//! Votes by e-mail as the window shows them: all of them, and one with who may vote and how it stands.

use super::text::{CloseText, ProposalText};
use super::{Held, has_interest};
use crate::case::Case;
use crate::membership::roll;
use crate::{Error, Open, Result, constitution};
use chrono::NaiveDate;
use domain::ballot::{Choice, Outlook, Returns, needed};
use domain::decision::NewDecision;
use domain::id::{ApplicationId, DecisionId, EmailVoteId, MemberId};
use domain::interest::Sight;
use domain::member::{Act, may};
use store::{EmailVoteRow, ReadTx, Which};
use uuid::Uuid;

/// Where a vote stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Ballots may still change it.
    Open,
    /// It is decided, and can be closed: carried or lost.
    Decided {
        /// Whether enough agreed.
        carried: bool,
    },
    /// It was carried.
    Carried,
    /// It was lost.
    Lost,
    /// It was stopped.
    Stopped {
        /// Why.
        reason: String,
    },
}

/// A vote, as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: EmailVoteId,
    /// On which application.
    pub application: ApplicationId,
    /// The application's reference.
    pub reference: Option<String>,
    /// The group's name; none when this member may not know it.
    pub group: Option<String>,
    /// The day on which the papers went out.
    pub opened_on: NaiveDate,
    /// The last day for ballots.
    pub closes_on: NaiveDate,
    /// When it was closed or stopped.
    pub closed_on: Option<NaiveDate>,
    /// Where it stands; none when this member may not know it.
    pub state: Option<State>,
}

/// A resident member in a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voter {
    /// Who.
    pub member: MemberId,
    /// Whether they take no part, for an interest.
    pub has_interest: bool,
    /// Their ballot that counts.
    pub ballot: Option<(Choice, NaiveDate)>,
}

/// One vote.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The vote.
    pub line: Line,
    /// What is proposed.
    pub proposal: NewDecision,
    /// Started by whom.
    pub started_by: Uuid,
    /// The resident members of the day it opened, by name.
    pub voters: Vec<Voter>,
    /// The ballots as they count: now, or as they did when it was closed.
    pub returns: Returns,
    /// How many must agree.
    pub needed: u32,
    /// The decision that it became.
    pub decision: Option<DecisionId>,
    /// Whether this member may record ballots and close it.
    pub may_record: bool,
}

/// Every vote, the latest first. Of what is under embargo to this member only the reference and the dates.
pub fn list(open: &Open) -> Result<Vec<Line>> {
    open.register().read(|tx| tx.email_votes(Which::All)?.iter().rev().map(|row| line(tx, open, row)).collect())
}

/// The applications on which a vote can be started.
pub fn waiting(open: &Open) -> Result<Vec<&Case>> {
    let rows = open.register().read(|tx| tx.email_votes(Which::All))?;
    let running = |case: &Case| rows.iter().any(|row| row.application_id == case.id().0 && row.close.is_none());
    let waits = |case: &&Case| {
        case.row.reference.is_some()
            && case.state().may_be_decided()
            && case.sight == Sight::Whole
            && case.content().is_some()
            && !running(case)
    };
    Ok(open.cases().filter(waits).collect())
}

/// What a vote that started today would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermsToday {
    /// For how many days ballots would come in.
    pub days: u16,
    /// How many resident members may vote.
    pub residents: u32,
    /// How many would have to agree.
    pub needed: u32,
    /// Whether the member at the register may start one.
    pub may_start: bool,
}

/// What a vote that started today would be, by the choices and the members of the day.
pub fn terms_today(open: &Open) -> Result<TermsToday> {
    open.register().read(|tx| {
        let choices = constitution::on(tx, tx.today())?;
        let residents = roll(tx, tx.today())?.iter().filter(|seat| seat.resident).count();
        let residents = u32::try_from(residents).unwrap_or(u32::MAX);
        let needed = needed(choices.email_threshold, residents);
        Ok(TermsToday { days: choices.email_days, residents, needed, may_start: may(open.member().role, Act::RecordDecision) })
    })
}

/// One vote, for those who read its application.
pub fn view(open: &Open, id: EmailVoteId) -> Result<View> {
    open.register().read(|tx| {
        let held = Held::read_if(tx, open, id)?;
        let case = open.case(held.row.application_id.into())?;
        let proposal = tx.sealed_text(held.row.proposal)?.ok_or(Error::NotFound)?;
        let proposal = serde_json::from_str::<ProposalText>(&proposal)?.decision(held.row.opened_on, String::new())?;
        let end = end(tx, &held.row)?;
        let mut voters: Vec<Voter> = held
            .vote
            .residents
            .iter()
            .map(|member| {
                let has_interest = has_interest(case, *member);
                let ballot = held.vote.counted(&held.ballots, *member, has_interest).map(|ballot| (ballot.choice, ballot.on));
                Voter { member: *member, has_interest, ballot }
            })
            .collect();
        voters.sort_by_key(|voter| (open.name_of(voter.member.0).to_owned(), voter.member));
        let returns = end.as_ref().map_or_else(|| held.returns(case), returns_of);
        Ok(View {
            line: line(tx, open, &held.row)?,
            proposal,
            started_by: held.row.started_by,
            voters,
            returns,
            needed: held.row.needed,
            decision: end.and_then(|end| end.decision).map(DecisionId),
            may_record: may(open.member().role, Act::RecordDecision),
        })
    })
}

impl Held {
    /// Reads a vote on an application that this member sees whole.
    fn read_if(tx: &ReadTx<'_>, open: &Open, id: EmailVoteId) -> Result<Self> {
        let row = tx.email_votes(Which::One(id.0))?.pop().ok_or(Error::NotFound)?;
        if !reads(open, open.case(row.application_id.into())?) {
            return Err(Error::NotFound);
        }
        Self::of(tx, row)
    }
}

/// Whether this member reads the votes on an application: as its reviews, they stay with those who read it under embargo.
fn reads(open: &Open, case: &Case) -> bool {
    let me = open.member();
    may(me.role, Act::ReadSealed) && case.sight == Sight::Whole && case.stance(me.id).may_hold()
}

fn line(tx: &ReadTx<'_>, open: &Open, row: &EmailVoteRow) -> Result<Line> {
    let case = open.case(row.application_id.into())?;
    let state = match state(tx, case, row) {
        _ if !reads(open, case) => None,
        Ok(state) => Some(state),
        // Sealed anew for this member when somebody sits down who can open it.
        Err(Error::NotFound) => None,
        Err(error) => return Err(error),
    };
    Ok(Line {
        id: EmailVoteId(row.email_vote_id),
        application: case.id(),
        reference: case.reference(),
        group: case.group_name().map(str::to_owned),
        opened_on: row.opened_on,
        closes_on: row.closes_on,
        closed_on: row.close.as_ref().map(|close| close.on),
        state,
    })
}

fn state(tx: &ReadTx<'_>, case: &Case, row: &EmailVoteRow) -> Result<State> {
    if let Some(end) = end(tx, row)? {
        return Ok(match end.carried {
            Some(true) => State::Carried,
            Some(false) => State::Lost,
            None => State::Stopped { reason: end.reason },
        });
    }
    let held = Held::of(tx, row.clone())?;
    Ok(match held.vote.outlook(&held.returns(case), tx.today()) {
        Outlook::Open => State::Open,
        Outlook::Carried(_) => State::Decided { carried: true },
        Outlook::Lost(_) => State::Decided { carried: false },
    })
}

fn end(tx: &ReadTx<'_>, row: &EmailVoteRow) -> Result<Option<CloseText>> {
    let Some(close) = &row.close else { return Ok(None) };
    let json = tx.sealed_text(close.words)?.ok_or(Error::NotFound)?;
    Ok(Some(serde_json::from_str(&json)?))
}

fn returns_of(end: &CloseText) -> Returns {
    Returns { agreed: end.agreed, against: end.against, abstained: end.abstained, waiting: end.waiting, with_interest: end.with_interest }
}
