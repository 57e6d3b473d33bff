//! How members came to the last meetings of the partnership (§8.11).

use crate::sitting::replayed;
use crate::{Open, Result};
use chrono::NaiveDate;
use domain::id::{MeetingId, MemberId};
use domain::meeting::{MeetingKind, Presence};
use std::collections::HashMap;
use store::{MeetingRow, ReadTx, Which};

/// How many of the last meetings are looked at: as many as there are in a year at least (§8.8).
const LAST_MEETINGS: usize = 6;

/// How a member came to the last meetings at which they had a seat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Attended {
    /// Meetings they came to.
    pub present: u32,
    /// Meetings for which they sent apologies.
    pub apologies: u32,
    /// Meetings to which they did not come, and of which nothing was heard from them.
    pub absent: u32,
}

/// How members came to the last meetings up to a day that are over.
pub(super) fn attended(tx: &ReadTx<'_>, open: &Open, on: NaiveDate) -> Result<HashMap<MemberId, Attended>> {
    let over = |row: &MeetingRow| row.kind == MeetingKind::Partnership && row.ended && row.called_off.is_none() && row.held_on <= on;
    let mut meetings: Vec<MeetingRow> = tx.meetings(Which::All)?.into_iter().filter(over).collect();
    meetings.sort_by_key(|row| std::cmp::Reverse((row.held_on, row.starts_at)));
    let mut found: HashMap<MemberId, Attended> = HashMap::new();
    for row in meetings.iter().take(LAST_MEETINGS) {
        let meeting = replayed(tx, open.desk().cases, MeetingId(row.meeting_id))?;
        for seat in &meeting.roll {
            let counts = found.entry(seat.member).or_default();
            let count = match meeting.record.presence(seat.member) {
                Presence::Here { .. } | Presence::Left { .. } => &mut counts.present,
                Presence::Apologies => &mut counts.apologies,
                Presence::NotHere => &mut counts.absent,
            };
            *count = count.saturating_add(1);
        }
    }
    Ok(found)
}
