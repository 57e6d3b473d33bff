//! Votes of meetings that took a member's seat away: carried resolutions on items of that kind (§8.11).

use crate::Result;
use crate::open::Desk;
use crate::sitting::replayed;
use chrono::NaiveDate;
use domain::id::{ItemId, MeetingId, MemberId};
use domain::meeting::{ItemKind, Verdict};
use domain::membership::RoomVote;
use store::{ItemRow, ReadTx, Which};

/// A vote of a meeting that took a seat away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RemovalVote {
    /// The item.
    pub item: ItemId,
    /// The day of the meeting.
    pub on: NaiveDate,
    /// How it went.
    pub vote: RoomVote,
}

/// The carried votes to take a member's seat away, at meetings that are over. The meeting itself held them to the quorum, to the
/// majority and to their being told first.
pub(super) fn removal_votes(tx: &ReadTx<'_>, desk: &Desk<'_>, member: MemberId) -> Result<Vec<RemovalVote>> {
    let about = |row: &ItemRow| row.kind == ItemKind::Removal && row.about_member == Some(member.0);
    let mut found = Vec::new();
    for row in tx.items(Which::All)?.into_iter().filter(about) {
        let meeting = replayed(tx, desk.cases, MeetingId(row.meeting_id))?;
        if !meeting.meeting.row.ended {
            continue;
        }
        for (event, item, _) in meeting.carried().filter(|(_, item, _)| item.id.0 == row.item_id) {
            if let (Some(Verdict::Carried(count)), Some(floor)) = (event.verdict, event.floor) {
                let advisers = floor.quorum.present.saturating_sub(floor.quorum.residents);
                let vote = RoomVote { residents: count.of, advisers, agreed: count.agreed };
                found.push(RemovalVote { item: item.id, on: meeting.meeting.row.held_on, vote });
            }
        }
    }
    found.sort_by_key(|vote| (vote.on, vote.item));
    Ok(found)
}
