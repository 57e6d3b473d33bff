//! What is put to the meeting: weighed, and recorded.

use super::replay::{Grant, Proposal, Replayed, Resolution, What};
use super::room::{meeting_of, record};
use crate::decision::{self, TypedOutcome};
use crate::input::Faults;
use crate::meeting::Item;
use crate::open::Desk;
use crate::{Case, Changed, Error, FieldFault, Open, Result};
use chrono::NaiveDate;
use domain::Money;
use domain::date::{TypedDate, written};
use domain::decision::{Body, NewDecision, Outcome};
use domain::id::ItemId;
use domain::interest::Sight;
use domain::meeting::{Count, ItemKind, MeetingKind, MeetingRefusal, Motion, Verdict, Way};
use store::ReadTx;

/// What is put to the meeting on an application, as typed.
#[derive(Debug, Clone)]
pub struct TypedGrant {
    /// What would be resolved.
    pub outcome: TypedOutcome,
    /// Conditions, each a sentence.
    pub conditions: Vec<String>,
    /// The end of funding; read for an approval.
    pub ends_on: TypedDate,
    /// When the signed agreement should be back; may be empty.
    pub return_by: TypedDate,
    /// What brings each part payment due, and how much it is.
    pub instalments: Vec<(String, String)>,
    /// Why, in the words of the meeting; may be empty.
    pub reason: String,
}

/// What is put to the meeting, as typed.
#[derive(Debug, Clone)]
pub enum TypedProposal {
    /// On an application.
    Grant(Box<TypedGrant>),
    /// On anything else.
    Other {
        /// `That the programme of dates be agreed`
        proposal: String,
        /// Whether the partner agreed, or the member was told first.
        other_side: bool,
    },
}

/// What is put to the meeting, and how it was decided.
#[derive(Debug, Clone)]
pub struct TypedResolution {
    /// What.
    pub proposal: TypedProposal,
    /// How.
    pub way: Way,
}

/// What would come of it.
#[derive(Debug)]
pub enum Weighed {
    /// It would bind.
    Carried {
        /// How many agreed.
        count: Count,
        /// Of a grant: what stays free on the line after it.
        free: Option<Money>,
    },
    /// It would fall.
    Lost {
        /// How many agreed.
        count: Count,
        /// Whether the votes are tied, and a casting vote may still be given.
        tied: bool,
    },
    /// The meeting cannot decide it so.
    Refused(Error),
    /// Fields that are not filled in yet, or not right.
    NotYet,
}

/// What would come of a resolution. Nothing is recorded. A decision that would not stand for its money or its dates is an
/// error, as when it is recorded.
pub fn weigh(open: &Open, item: ItemId, typed: &TypedResolution) -> Result<Weighed> {
    let meeting = meeting_of(open, item)?;
    let desk = open.desk();
    let weighed = open.register().read(|tx| {
        let now = super::replayed(tx, desk.cases, meeting)?;
        let item = readable(&now, &desk, item)?;
        let (verdict, resolution) = held(tx, &desk, &now, item, typed)?;
        let free = || free(&desk, &now).minus(resolution.granted().unwrap_or(Money::ZERO));
        Ok(match verdict {
            Verdict::Carried(count) => Weighed::Carried { count, free: matches!(resolution.proposal, Proposal::Grant(_)).then(free) },
            Verdict::Lost(count) => Weighed::Lost { count, tied: is_tied(&resolution.way) },
        })
    });
    match weighed {
        Err(Error::Fields(_)) => Ok(Weighed::NotYet),
        Err(refused @ (Error::Meeting(_) | Error::NotSettled { .. })) => Ok(Weighed::Refused(refused)),
        other => other,
    }
}

/// Records what was resolved, carried or lost. On an application it can be undone until the meeting is closed, which turns
/// what was carried into a decision.
pub fn resolve(open: &mut Open, item: ItemId, typed: &TypedResolution, at: &str) -> Result<Changed<()>> {
    let meeting = meeting_of(open, item)?;
    record(open, meeting, at, |tx, desk, room| {
        let (_, resolution) = held(tx, desk, &room.now, readable(&room.now, desk, item)?, typed)?;
        room.take(tx, What::Resolved(Box::new(resolution)), Some(item)).map(drop)
    })
}

fn readable<'n>(now: &'n Replayed, desk: &Desk<'_>, item: ItemId) -> Result<&'n Item> {
    if now.reads(desk, item) { now.meeting.item(item).ok_or(Error::NotFound) } else { Err(Error::NotFound) }
}

/// Reads what was typed and holds it against the rules: first the meeting's own, then the fields, then the money.
fn held(tx: &ReadTx<'_>, desk: &Desk<'_>, now: &Replayed, item: &Item, typed: &TypedResolution) -> Result<(Verdict, Resolution)> {
    let grants = item.row.kind == ItemKind::Grant;
    if grants != matches!(typed.proposal, TypedProposal::Grant(_)) {
        return Err(Error::WrongState);
    }
    let verdict = now.record.weigh(item.id, &motion(&typed.proposal), &typed.way).map_err(|refused| now.refused(refused))?;
    let resolution = read(typed)?;
    if let (Proposal::Grant(grant), true) = (&resolution.proposal, verdict.is_carried()) {
        let same = |other: &Item| other.row.application_id == item.row.application_id;
        if now.carried().any(|(_, other, _)| same(other)) {
            return Err(MeetingRefusal::AlreadyDecided.into());
        }
        decision::hold(tx, case(desk, item)?, &decision(now, grant), free(desk, now))?;
    }
    Ok((verdict, resolution))
}

/// The case of an item on an application, for those who see it whole.
pub(super) fn case<'d>(desk: &'d Desk<'_>, item: &Item) -> Result<&'d Case> {
    let case = item.application().and_then(|id| desk.cases.get(&id)).ok_or(Error::NotFound)?;
    if case.sight == Sight::Whole { Ok(case) } else { Err(Error::NotFound) }
}

/// What is free on the fund's line, less what this meeting gave away and did not record yet.
pub(super) fn free(desk: &Desk<'_>, now: &Replayed) -> Money {
    let line = desk.free(now.meeting.row.held_on);
    if now.record.ended_at().is_some() {
        return line;
    }
    now.grants().filter_map(|(_, _, grant)| grant.outcome.amount()).fold(line, Money::minus)
}

/// The decision that a resolution would become.
pub(super) fn decision(now: &Replayed, grant: &Grant) -> NewDecision {
    let row = &now.meeting.row;
    NewDecision {
        outcome: grant.outcome.clone(),
        decided_on: row.held_on,
        body: if row.kind == MeetingKind::SubGroup { Body::SubGroup } else { Body::Partnership },
        decided_by: decided_by(row.kind, row.held_on),
        conditions: grant.conditions.clone(),
        terms: grant.terms.clone(),
    }
}

/// `Partnership meeting of 26 January 2023`
fn decided_by(kind: MeetingKind, held_on: NaiveDate) -> String {
    let body = match kind {
        MeetingKind::Partnership => "Partnership meeting",
        MeetingKind::SubGroup => "Community Chest sub-group meeting",
        MeetingKind::Forum => "Forum",
    };
    format!("{body} of {}", written(held_on))
}

/// What the rules of the meeting ask of a proposal, also of one that is not typed whole yet.
fn motion(typed: &TypedProposal) -> Motion {
    match typed {
        TypedProposal::Grant(grant) => {
            let amount = match &grant.outcome {
                TypedOutcome::Approved { amount } | TypedOutcome::ApprovedInPart { amount, .. } => Money::parse(amount).ok(),
                TypedOutcome::Deferred { .. } | TypedOutcome::Declined { .. } => None,
            };
            Motion { grant: amount, other_side: false }
        }
        TypedProposal::Other { other_side, .. } => Motion { grant: None, other_side: *other_side },
    }
}

fn read(typed: &TypedResolution) -> Result<Resolution> {
    let mut faults = Faults::default();
    let (proposal, other_side) = match &typed.proposal {
        TypedProposal::Grant(grant) => {
            let outcome = decision::outcome(&mut faults, &grant.outcome);
            let conditions = decision::conditions(&mut faults, &grant.conditions);
            let terms = decision::terms(&mut faults, &grant.outcome, &grant.ends_on, &grant.return_by, &grant.instalments);
            let mut reason = faults.answer("reason", &grant.reason);
            // The reasons of a refusal are the reason of the meeting; they are not said twice.
            if matches!(&outcome, Some(Outcome::Declined { reasons }) if *reasons == reason) {
                reason.clear();
            }
            let conditions = conditions.into_iter().filter(|line| !line.is_empty()).collect();
            (outcome.map(|outcome| Proposal::Grant(Grant { outcome, conditions, terms, reason })), false)
        }
        TypedProposal::Other { proposal, other_side } => {
            let words = faults.answer("proposal", proposal);
            if words.is_empty() {
                faults.refuse("proposal", FieldFault::Missing);
            }
            (Some(Proposal::Other(words)), *other_side)
        }
    };
    Ok(Resolution { proposal: faults.settled(proposal)?, other_side, way: typed.way })
}

/// Whether the votes are tied, so that a casting vote may be given.
fn is_tied(way: &Way) -> bool {
    matches!(way, Way::Vote(tally) if tally.casting.is_none() && tally.agree == tally.against && tally.agree > 0)
}
