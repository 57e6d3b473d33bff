//! The programme of dates: meetings planned, changed until they are held, and called off.

use super::carry::bring_back;
use super::{Stage, TOUCHED, load};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result};
use domain::date::TypedDate;
use domain::id::MeetingId;
use domain::meeting::MeetingKind;
use domain::member::Act;
use serde_json::json;
use store::{Event, MeetingRow, WriteTx};
use uuid::Uuid;

/// A meeting as typed.
#[derive(Debug, Clone)]
pub struct TypedMeeting {
    /// What kind.
    pub kind: MeetingKind,
    /// The day. It may be past: a meeting may be typed in from paper.
    pub on: TypedDate,
    /// The time.
    pub starts_at: String,
    /// Where.
    pub place: String,
}

fn checked(typed: &TypedMeeting, meeting_id: Uuid, planned_by: Uuid) -> Result<MeetingRow> {
    let mut faults = Faults::default();
    let held_on = faults.date("on", &typed.on);
    let starts_at = faults.time("startsAt", &typed.starts_at);
    let place = faults.line("place", &typed.place);
    if place.is_empty() {
        faults.refuse("place", FieldFault::Missing);
    }
    let (held_on, starts_at) = faults.settled(held_on.zip(starts_at))?;
    let (called_off, approved_at) = (None, None);
    let kind = typed.kind;
    Ok(MeetingRow { meeting_id, kind, held_on, starts_at, place, called_off, planned_by, begun: false, ended: false, approved_at })
}

fn payload(row: &MeetingRow, brought_back: usize) -> serde_json::Value {
    json!({
        "kind": row.kind.code(), "held_on": row.held_on.to_string(), "starts_at": domain::time::code(row.starts_at), "place": row.place,
        "brought_back": brought_back,
    })
}

/// Puts a meeting on the programme. What waits for a meeting of its kind goes on its agenda.
pub fn plan(open: &mut Open, typed: &TypedMeeting) -> Result<Changed<MeetingId>> {
    open.member().permit(Act::KeepMeetings)?;
    open.change_register(|tx| {
        let row = checked(typed, tx.new_id(), tx.signed_in())?;
        tx.insert_meeting(&row)?;
        let brought_back = bring_back(tx, row.kind)?;
        let payload = payload(&row, brought_back);
        let event = Event { kind: "meetingPlanned", subject: Some(row.meeting_id), payload, touched: TOUCHED, signed: false };
        Ok((MeetingId(row.meeting_id), event))
    })
}

/// Changes a meeting that has not been held.
pub fn change(open: &mut Open, id: MeetingId, typed: &TypedMeeting) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMeetings)?;
    open.change_register(|tx| {
        let former = planned(tx, id)?;
        let row = checked(typed, id.0, former.planned_by)?;
        tx.change_meeting(&row)?;
        let brought_back = bring_back(tx, row.kind)?;
        let event =
            Event { kind: "meetingChanged", subject: Some(id.0), payload: payload(&row, brought_back), touched: TOUCHED, signed: false };
        Ok(((), event))
    })
}

/// Calls a meeting off. Its items go to the next meeting of its kind.
pub fn call_off(open: &mut Open, id: MeetingId, reason: &str) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMeetings)?;
    open.change_register(|tx| {
        let row = planned(tx, id)?;
        let mut faults = Faults::default();
        let reason = faults.answer("reason", reason);
        if reason.is_empty() {
            faults.refuse("reason", FieldFault::Missing);
        }
        faults.settle()?;
        tx.call_meeting_off(id.0, &reason)?;
        let brought_back = bring_back(tx, row.kind)?;
        let payload = json!({ "reason": reason, "brought_back": brought_back });
        Ok(((), Event { kind: "meetingCalledOff", subject: Some(id.0), payload, touched: TOUCHED, signed: false }))
    })
}

/// A meeting that has not been held.
fn planned(tx: &WriteTx<'_>, id: MeetingId) -> Result<MeetingRow> {
    let meeting = load(tx, id)?;
    if meeting.stage() == Stage::Planned { Ok(meeting.row) } else { Err(Error::WrongState) }
}
