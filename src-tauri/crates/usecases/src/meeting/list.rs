//! The programme of the year against what the plan asks for, and every meeting (§8.1, §8.8).

use super::{Stage, notice};
use crate::{Error, Open, Result};
use chrono::{NaiveDate, NaiveTime};
use domain::id::MeetingId;
use domain::meeting::{FEWEST_MEETINGS_A_YEAR, MeetingKind, programme_year};
use domain::member::{Act, may};
use std::cmp::Reverse;
use store::{MeetingRow, ReadTx, Which};

/// A meeting, as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingLine {
    /// Its id.
    pub id: MeetingId,
    /// What kind.
    pub kind: MeetingKind,
    /// The day.
    pub on: NaiveDate,
    /// The time.
    pub starts_at: NaiveTime,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub stage: Stage,
    /// How many items are on its agenda.
    pub items: usize,
    /// By when notice is still to be given somewhere; none once all is given, or it is held.
    pub notice_due_on: Option<NaiveDate>,
}

/// How the year's programme stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Programme {
    /// The first day of the year.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
    /// Meetings of the partnership held or planned in it.
    pub meetings: usize,
    /// How many there must be (§8.8).
    pub needed: u32,
    /// Whether there is a Forum in it (§8.1).
    pub forum: bool,
}

/// The programme and every meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meetings {
    /// The year's programme.
    pub programme: Programme,
    /// Those that are not over, the next first.
    pub coming: Vec<MeetingLine>,
    /// Those that are over, the latest first.
    pub past: Vec<MeetingLine>,
    /// Whether the member at the register keeps meetings.
    pub may_keep: bool,
}

/// The programme of the year in which today lies, and every meeting.
pub fn list(open: &Open) -> Result<Meetings> {
    let today = open.today();
    let (rows, lines) = open.register().read(|tx| {
        let rows = tx.meetings(Which::All)?;
        let lines = rows.iter().map(|row| line_of(tx, row)).collect::<Result<Vec<_>>>()?;
        Ok::<_, Error>((rows, lines))
    })?;
    let (from, to) = programme_year(open.plan().starts_on, today);
    let in_year = |kind: MeetingKind| {
        let counts = |row: &&MeetingRow| row.kind == kind && row.called_off.is_none() && (from..=to).contains(&row.held_on);
        rows.iter().filter(counts).count()
    };
    let programme = Programme {
        from,
        to,
        meetings: in_year(MeetingKind::Partnership),
        needed: FEWEST_MEETINGS_A_YEAR,
        forum: in_year(MeetingKind::Forum) > 0,
    };
    // One that is past and was never held still needs somebody; one that was called off does not once its day is past.
    let comes = |line: &MeetingLine| match line.stage {
        Stage::Planned | Stage::Sitting => true,
        Stage::CalledOff => line.on >= today,
        Stage::Ended | Stage::Approved => false,
    };
    let (coming, mut past): (Vec<_>, Vec<_>) = lines.into_iter().partition(comes);
    past.sort_by_key(|line| Reverse((line.on, line.starts_at)));
    Ok(Meetings { programme, coming, past, may_keep: may(open.member().role, Act::KeepMeetings) })
}

/// One meeting, as listed.
pub fn line(open: &Open, id: MeetingId) -> Result<MeetingLine> {
    open.register().read(|tx| {
        let row = tx.meetings(Which::One(id.0))?.pop().ok_or(Error::NotFound)?;
        line_of(tx, &row)
    })
}

/// The day of the next meeting of the same kind that is planned: what is put off goes there.
pub fn next_on(open: &Open, id: MeetingId) -> Result<Option<NaiveDate>> {
    open.register().read(|tx| {
        let rows = tx.meetings(Which::All)?;
        let own = rows.iter().find(|row| row.meeting_id == id.0).ok_or(Error::NotFound)?;
        let of_kind: Vec<MeetingRow> = rows.iter().filter(|row| row.kind == own.kind && row.meeting_id != id.0).cloned().collect();
        Ok(super::carry::next(&of_kind, tx).map(|row| row.held_on))
    })
}

pub(super) fn line_of(tx: &ReadTx<'_>, row: &MeetingRow) -> Result<MeetingLine> {
    let stage = Stage::of(row);
    let items = tx.items(Which::One(row.meeting_id))?.len();
    let notices = if stage == Stage::Planned { notice::of(tx, row)? } else { Vec::new() };
    Ok(MeetingLine {
        id: MeetingId(row.meeting_id),
        kind: row.kind,
        on: row.held_on,
        starts_at: row.starts_at,
        place: row.place.clone(),
        stage,
        items,
        notice_due_on: notices.iter().filter(|notice| notice.given_on.is_none()).map(|notice| notice.due_on).min(),
    })
}
