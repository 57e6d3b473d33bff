//! The close of a meeting: what it carried on applications becomes decisions, all of them in one change or none.

use super::replay::{Event, Grant, Replayed, What};
use super::resolve::{case, decision};
use super::room::Room;
use crate::input::Faults;
use crate::meeting::{Item, bring_back};
use crate::open::Desk;
use crate::text::DecisionFigures;
use crate::{Changed, Error, FieldFault, Open, Result, decision as decisions};
use chrono::NaiveDate;
use domain::Money;
use domain::date::TypedDate;
use domain::decision::DecisionError;
use domain::id::{ApplicationId, MeetingId};
use domain::meeting::{ItemKind, ItemState, Verdict};
use domain::member::Act;
use store::{MeetingEmbargoRow, WriteTx};

/// The close of a meeting, as typed.
#[derive(Debug, Clone, Default)]
pub struct TypedClose {
    /// When it ended; empty for now.
    pub at: String,
    /// The last day of a short embargo on the whole meeting, if it was asked for (Appendix 1).
    pub embargo_until: TypedDate,
    /// Why.
    pub embargo_reason: String,
}

/// Closes a meeting. Every item that was taken up is decided, put off or noted. What was carried on applications becomes
/// decisions, minutes that were approved are closed, and what was put off or deferred goes on the next agenda, in one change: if
/// one decision would not stand, nothing is written, and the error says which.
pub fn close(open: &mut Open, id: MeetingId, typed: &TypedClose) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMeetings)?;
    open.member().permit(Act::RecordDecision)?;
    let mut decided: Vec<ApplicationId> = Vec::new();
    let changed = open.change_beside(Act::KeepMeetings, |tx, desk| {
        let mut room = Room::enter(tx, desk, id, &typed.at)?;
        let embargo = embargo(typed, room.now.meeting.row.held_on)?;
        // Before the end is taken: after it nothing is the meeting's own any more.
        let ready = ready(&room.now)?;
        room.take(tx, What::Ended, None)?;
        decided = write_decisions(tx, desk, &room.now)?;
        close_minutes(tx, &room.now)?;
        if let Some(embargo) = embargo {
            tx.insert_meeting_embargo(id.0, &embargo)?;
        }
        bring_back(tx, ready)?;
        Ok(((), room.event("meetingClosed")))
    })?;
    for application in decided {
        open.read_again(application)?;
    }
    Ok(changed)
}

/// Passes a meeting that can be closed by whoever can read all that it resolved; answers its kind.
fn ready(now: &Replayed) -> Result<domain::meeting::MeetingKind> {
    let open = |item: &&Item| now.record.item(item.id).is_some_and(|record| record.state == ItemState::Open);
    // Where a resolution is sealed to whoever would close it, only somebody else can.
    if now.meeting.items.iter().any(|item| now.may_be_decided_unseen(item.id)) {
        return Err(Error::NotFound);
    }
    match now.meeting.items.iter().find(open) {
        Some(item) => Err(Error::ItemNotClosed { number: item.number }),
        None => Ok(now.meeting.row.kind),
    }
}

fn write_decisions(tx: &mut WriteTx<'_>, desk: &Desk<'_>, now: &Replayed) -> Result<Vec<ApplicationId>> {
    let mut free = desk.free(now.meeting.row.held_on);
    let mut decided = Vec::new();
    for (event, item, grant) in now.grants() {
        let case = case(desk, item)?;
        write_decision(tx, desk, now, free, (event, item, grant)).map_err(|error| match error {
            Error::Decision(refused) => Error::Unsound { number: item.number, refused },
            // A correction is being typed, so that it cannot be decided.
            Error::WrongState => Error::Unsound { number: item.number, refused: DecisionError::NotOpen { state: case.state() } },
            other => other,
        })?;
        free = free.minus(grant.outcome.amount().unwrap_or(Money::ZERO));
        decided.push(case.id());
    }
    Ok(decided)
}

fn write_decision(
    tx: &mut WriteTx<'_>,
    desk: &Desk<'_>,
    now: &Replayed,
    free: Money,
    (event, item, grant): (&Event, &Item, &Grant),
) -> Result<()> {
    let case = case(desk, item)?;
    let new = decision(now, grant);
    decisions::hold(tx, case, &new, free)?;
    let behind = match (&event.what, event.floor, event.verdict) {
        (What::Resolved(resolution), Some(floor), Some(Verdict::Carried(count))) => {
            Some(DecisionFigures::of_meeting(&floor, &resolution.way, &count))
        }
        _ => None,
    };
    let (recorded, journal) = decisions::write(tx, case, desk, &new, behind)?;
    tx.also(journal);
    tx.insert_resolution_decision(now.meeting.id.0, event.id.0, recorded.decision_id.0)?;
    Ok(())
}

/// Minutes that were approved take nothing more.
fn close_minutes(tx: &mut WriteTx<'_>, now: &Replayed) -> Result<()> {
    for (event, item, _) in now.carried().filter(|(_, item, _)| item.row.kind == ItemKind::Minutes) {
        if let Some(of) = item.row.minutes_of
            && tx.approval(of)?.is_none()
        {
            tx.insert_approval(of, now.meeting.id.0, event.id.0)?;
        }
    }
    Ok(())
}

/// A short embargo has a last day and a reason, or there is none.
fn embargo(typed: &TypedClose, held_on: NaiveDate) -> Result<Option<MeetingEmbargoRow>> {
    let mut faults = Faults::default();
    let reason = faults.answer("embargoReason", &typed.embargo_reason);
    if reason.is_empty() && typed.embargo_until.is_empty() {
        return Ok(None);
    }
    if reason.is_empty() {
        faults.refuse("embargoReason", FieldFault::Missing);
    }
    let until = faults.date("embargoUntil", &typed.embargo_until);
    if until.is_some_and(|until| until < held_on) {
        faults.refuse("embargoUntil", FieldFault::EndsBeforeItBegins);
    }
    let until = faults.settled(until)?;
    Ok(Some(MeetingEmbargoRow { until, reason }))
}
