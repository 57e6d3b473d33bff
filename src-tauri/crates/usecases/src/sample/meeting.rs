//! Meetings in the sample: the programme, agendas and notices, and what the minutes of those that were held say.

use super::interests::named;
use super::shape::{AgendaShape, HeldItemShape, HeldShape, OutcomeShape, ResolvedShape, What};
use crate::meeting::{self, TypedItem, TypedMeeting};
use crate::minutes;
use crate::sitting::{self, Attendance, Step, TypedClose, TypedGrant, TypedInterest, TypedProposal, TypedResolution};
use crate::{Error, Open, Result, decision::TypedOutcome};
use chrono::NaiveDate;
use domain::date::TypedDate;
use domain::id::{ApplicationId, ItemId, MeetingId};
use domain::meeting::{ItemKind, MeetingKind, NoticePlace, Part, Tally, Way};
use std::collections::HashMap;

/// Lets something happen about a meeting. Answers whether it was about one.
pub(super) fn happen(open: &mut Open, on: NaiveDate, begun: &HashMap<&str, ApplicationId>, what: &What) -> Result<bool> {
    match what {
        What::PlanMeeting { kind, held_on, starts_at, place } => {
            let kind = MeetingKind::from_code(kind).ok_or(Error::NotFound)?;
            let typed = TypedMeeting { kind, on: TypedDate::from_date(*held_on), starts_at: starts_at.clone(), place: place.clone() };
            meeting::plan(open, &typed)?;
        }
        What::Agenda { meeting, items } => {
            let id = held_on(open, *meeting)?;
            for item in items {
                meeting::add_item(open, id, &typed(item, begun)?)?;
            }
        }
        What::Notice { meeting, place } => {
            let id = held_on(open, *meeting)?;
            let place = NoticePlace::from_code(place).ok_or(Error::NotFound)?;
            meeting::record_notice(open, id, place, &TypedDate::from_date(on))?;
        }
        What::Hold(held) => hold(open, held)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// The meeting of a day.
fn held_on(open: &Open, day: NaiveDate) -> Result<MeetingId> {
    let meetings = meeting::list(open)?;
    let mut all = meetings.coming.iter().chain(&meetings.past);
    all.find(|line| line.on == day).map(|line| line.id).ok_or(Error::NotFound)
}

fn typed(item: &AgendaShape, begun: &HashMap<&str, ApplicationId>) -> Result<TypedItem> {
    let subject = match &item.group {
        Some(group) => Some(begun.get(group.as_str()).ok_or(Error::NotFound)?.0),
        None => None,
    };
    let kind = if subject.is_some() { ItemKind::Grant } else { ItemKind::General };
    Ok(TypedItem { kind, title: item.title.clone(), about: item.about.clone(), subject, public: item.public })
}

/// Types a meeting in from the notes that were taken at it.
fn hold(open: &mut Open, held: &HeldShape) -> Result<()> {
    let id = held_on(open, held.meeting)?;
    let starts = "6:30pm";
    for (names, what) in [(&held.apologies, Attendance::Apologies), (&held.present, Attendance::Arrived)] {
        for name in names {
            let member = named(open, name)?;
            sitting::attend(open, id, member, what, starts)?;
        }
    }
    let chair = named(open, &held.chair)?;
    sitting::attend(open, id, chair, Attendance::TookChair, starts)?;
    sitting::start(open, id, starts)?;
    let agenda: Vec<_> = meeting::read(open, id)?.items.iter().map(|item| (item.id, item.kind())).collect();
    let mut late = held.late.iter().peekable();
    for ((item, kind), shape) in agenda.into_iter().zip(&held.items) {
        while let Some((at, name)) = late.next_if(|(at, _)| domain::time::parse(at).ok() <= domain::time::parse(&shape.at).ok()) {
            let member = named(open, name)?;
            sitting::attend(open, id, member, Attendance::Arrived, at)?;
        }
        take(open, item, kind, shape)?;
    }
    sitting::close(open, id, &TypedClose { at: held.ended.clone(), ..TypedClose::default() })?;
    Ok(())
}

fn take(open: &mut Open, item: ItemId, kind: ItemKind, shape: &HeldItemShape) -> Result<()> {
    let at = shape.at.as_str();
    sitting::take_step(open, item, Step::Taken, at)?;
    for (name, how, part) in &shape.interests {
        let member = named(open, name)?;
        let typed = TypedInterest { financial: false, how: how.clone(), part: Part::from_code(part) };
        sitting::declare(open, item, member, &typed, at)?;
    }
    if !shape.said.is_empty() {
        minutes::note(open, item, &shape.said)?;
    }
    let proposal = match (&shape.decision, kind) {
        (Some(resolved), _) => grant(resolved),
        (None, ItemKind::Minutes) => {
            TypedProposal::Other { proposal: "That the minutes be approved as a true record".into(), other_side: false }
        }
        _ => return sitting::take_step(open, item, Step::Noted, at).map(drop),
    };
    let way = match shape.votes {
        None => Way::Consensus,
        Some([agree, against, not_voting]) => Way::Vote(Tally { agree, against, not_voting, casting: None }),
    };
    sitting::resolve(open, item, &TypedResolution { proposal, way }, at)?;
    Ok(())
}

/// What is resolved, as somebody types it.
pub(super) fn outcome(shape: &OutcomeShape) -> TypedOutcome {
    match shape.clone() {
        OutcomeShape::Approved { amount } => TypedOutcome::Approved { amount },
        OutcomeShape::ApprovedInPart { amount, words } => TypedOutcome::ApprovedInPart { amount, purpose: words },
        OutcomeShape::Deferred { words } => TypedOutcome::Deferred { missing: words },
        OutcomeShape::Declined { words } => TypedOutcome::Declined { reasons: words },
    }
}

fn grant(resolved: &ResolvedShape) -> TypedProposal {
    let day = |day: Option<NaiveDate>| day.map(TypedDate::from_date).unwrap_or_default();
    TypedProposal::Grant(Box::new(TypedGrant {
        outcome: outcome(&resolved.outcome),
        conditions: resolved.conditions.clone(),
        ends_on: day(resolved.ends_on),
        return_by: day(resolved.return_by),
        instalments: resolved.instalments.iter().map(|part| (part.when.clone(), part.amount.clone())).collect(),
        reason: resolved.reason.clone(),
    }))
}
