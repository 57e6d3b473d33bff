//! What comes back by itself: items put off or not reached, applications deferred, and the minutes of the meeting before.

use super::{ItemText, Stage};
use crate::minutes::MinutesWords;
use crate::{Result, seal};
use domain::id::MeetingId;
use domain::meeting::{ItemKind, MeetingKind};
use store::{ItemRow, Kept, MeetingRow, ReadTx, Which, WriteTx};
use uuid::Uuid;

/// Puts everything that waits for a meeting of a kind on the agenda of the next one that is planned; answers how many items
/// came back. When none is planned, it waits until one is. Call it after the decisions of a meeting are recorded, since an
/// application that was decided does not come back.
pub(crate) fn bring_back(tx: &mut WriteTx<'_>, kind: MeetingKind) -> Result<usize> {
    let meetings: Vec<MeetingRow> = tx.meetings(Which::All)?.into_iter().filter(|row| row.kind == kind).collect();
    let Some(next) = next(&meetings, tx) else { return Ok(0) };
    let agenda: Vec<Uuid> = tx.items(Which::One(next.meeting_id))?.into_iter().map(|row| row.item_id).collect();
    let (mut minutes, mut items) = (Vec::new(), Vec::new());
    for former in unapproved(tx, &meetings, next)? {
        minutes.push(minutes_item(tx, &former)?);
    }
    for former in waiting(tx, kind)? {
        let item_id = tx.new_id();
        let text = seal::copy_words(tx, &former, item_id)?;
        items.push(ItemRow { item_id, text, comes_from: Some(former.item_id), ..former });
    }
    // The minutes of the last meeting stand first, and what comes back stands after what is on the agenda already.
    let order = minutes.iter().map(|row| row.item_id).chain(agenda).chain(items.iter().map(|row| row.item_id)).collect::<Vec<_>>();
    let brought_back = minutes.len().saturating_add(items.len());
    let (added_on, added_by) = (tx.today(), tx.signed_in());
    for row in minutes.into_iter().chain(items) {
        tx.insert_item(&ItemRow { meeting_id: next.meeting_id, place: 1, added_on, added_by, ..row })?;
    }
    for (place, item_id) in (1_u32..).zip(order) {
        tx.place_item(item_id, place)?;
    }
    Ok(brought_back)
}

/// The next meeting that is planned, from today; one that is past and was never held takes nothing more.
pub(super) fn next<'m>(meetings: &'m [MeetingRow], tx: &ReadTx<'_>) -> Option<&'m MeetingRow> {
    let today = tx.today();
    meetings.iter().find(|row| Stage::of(row) == Stage::Planned && row.held_on >= today)
}

/// The place of the last item of an agenda; 0 when it is empty.
pub(super) fn last_place(tx: &ReadTx<'_>, id: MeetingId) -> Result<u32> {
    Ok(tx.items(Which::One(id.0))?.last().map_or(0, |row| row.place))
}

/// Meetings of a kind that are over and whose minutes are neither approved nor on the agenda of one that is not over.
pub(super) fn unapproved(tx: &ReadTx<'_>, meetings: &[MeetingRow], next: &MeetingRow) -> Result<Vec<MeetingRow>> {
    let coming = on_coming_agendas(tx)?;
    let waits = |row: &&MeetingRow| {
        Stage::of(row) == Stage::Ended
            && (row.held_on, row.starts_at) < (next.held_on, next.starts_at)
            && !coming.iter().any(|item| item.minutes_of == Some(row.meeting_id))
    };
    Ok(meetings.iter().filter(waits).cloned().collect())
}

/// The items of meetings of a kind that wait to come back: none on an application that was decided or withdrawn, or that is
/// on the agenda of a coming meeting of that kind already.
pub(super) fn waiting(tx: &ReadTx<'_>, kind: MeetingKind) -> Result<Vec<ItemRow>> {
    let coming = on_coming_agendas(tx)?;
    let of_kind: Vec<Uuid> = tx.meetings(Which::All)?.into_iter().filter(|row| row.kind == kind).map(|row| row.meeting_id).collect();
    let mut found: Vec<ItemRow> = Vec::new();
    for item in tx.unfinished_items(kind)? {
        if let Some(application_id) = item.application_id {
            let same = |other: &ItemRow| other.application_id == Some(application_id);
            if !waits_for_a_decision(tx, application_id)?
                || coming.iter().any(|other| same(other) && of_kind.contains(&other.meeting_id))
                || is_recommended(tx, &item)?
            {
                continue;
            }
            // The same application may have been put off twice; it comes back once, from where it was last.
            found.retain(|other| !same(other));
        }
        found.push(item);
    }
    Ok(found)
}

/// Whether an application still waits for its decision.
fn waits_for_a_decision(tx: &ReadTx<'_>, application_id: Uuid) -> Result<bool> {
    let one = Which::One(application_id);
    Ok(tx.withdrawals(one)?.is_empty() && tx.decisions(one)?.last().is_none_or(|row| row.outcome == "deferred"))
}

/// Whether the sub-group only recommended something on an application: then it is done with it.
fn is_recommended(tx: &ReadTx<'_>, item: &ItemRow) -> Result<bool> {
    let sub_group = tx.meetings(Which::One(item.meeting_id))?.first().is_some_and(|row| row.kind == MeetingKind::SubGroup);
    let decided = tx.meeting_decisions(item.meeting_id)?.iter().any(|row| row.item_id == item.item_id);
    Ok(sub_group && !decided && tx.last_step(item.item_id)?.as_deref() == Some("resolved"))
}

/// The items of every meeting that is not over and was not called off.
pub(super) fn on_coming_agendas(tx: &ReadTx<'_>) -> Result<Vec<ItemRow>> {
    let coming: Vec<Uuid> = tx
        .meetings(Which::All)?
        .into_iter()
        .filter(|row| matches!(Stage::of(row), Stage::Planned | Stage::Sitting))
        .map(|row| row.meeting_id)
        .collect();
    Ok(tx.items(Which::All)?.into_iter().filter(|row| coming.contains(&row.meeting_id)).collect())
}

/// An item for the minutes of a meeting. Where it stands is set by the caller.
pub(super) fn minutes_item(tx: &ReadTx<'_>, of: &MeetingRow) -> Result<ItemRow> {
    let text = ItemText { title: MinutesWords::bundled()?.title(of.held_on), about: String::new() };
    let former = tx.items(Which::All)?.into_iter().filter(|row| row.minutes_of == Some(of.meeting_id)).map(|row| row.item_id).max();
    Ok(ItemRow {
        item_id: tx.surroundings().new_id(),
        meeting_id: of.meeting_id,
        place: 0,
        kind: ItemKind::Minutes,
        application_id: None,
        minutes_of: Some(of.meeting_id),
        about_member: None,
        public: true,
        text: Kept::Open(serde_json::to_string(&text)?),
        comes_from: former,
        added_on: tx.today(),
        added_by: tx.signed_in(),
    })
}
