//! Undo: one more entry, which strikes out the last.

use super::replay::{Event, Replayed, What};
use super::room::Room;
use crate::{Changed, Error, Open, Result};
use domain::id::MeetingId;
use domain::meeting::MeetingRefusal;
use domain::member::Act;

/// Strikes out what was recorded last; an item that was taken up together with the interests that were noted with it. Both stay
/// in the file. After the close nothing is undone: decisions were made of it.
pub fn undo(open: &mut Open, id: MeetingId) -> Result<Changed<()>> {
    open.change_beside(Act::KeepMeetings, |tx, desk| {
        let mut room = Room::enter(tx, desk, id, "")?;
        let last: Vec<Event> = last(&room.now).to_vec();
        if room.now.record.ended_at().is_some() {
            return Err(MeetingRefusal::AlreadyEnded.into());
        }
        if last.is_empty() {
            return Err(Error::NothingToUndo);
        }
        for event in last.iter().rev() {
            room.strike(tx, event)?;
        }
        Ok(((), room.event("meetingEntryStruck")))
    })
}

/// What would be struck out: nothing after the close, and nothing that is sealed to others.
pub(super) fn last(now: &Replayed) -> &[Event] {
    if now.record.ended_at().is_some() {
        return &[];
    }
    let taken = now.events.iter().rposition(|event| matches!(event.what, What::Taken { .. }));
    if let Some(place) = taken {
        let (_, from) = now.events.split_at(place);
        if let Some((Event { what: What::Taken { noted }, .. }, after)) = from.split_first()
            && u32::try_from(after.len()).is_ok_and(|after| after == *noted)
        {
            return from;
        }
    }
    match now.events.split_last() {
        Some((event, before)) if !matches!(event.what, What::Closed(_)) => now.events.get(before.len()..).unwrap_or_default(),
        _ => &[],
    }
}
