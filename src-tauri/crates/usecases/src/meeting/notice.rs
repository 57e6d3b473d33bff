//! Notice of meetings: where it is given, by when, and that it was (§8.1, §8.13).

use super::{Stage, TOUCHED, load};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result};
use chrono::NaiveDate;
use domain::date::TypedDate;
use domain::id::MeetingId;
use domain::meeting::{NoticePlace, notice_due_on};
use domain::member::Act;
use serde_json::json;
use store::{Event, MeetingRow, ReadTx, Which};

/// Notice at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// Where.
    pub place: NoticePlace,
    /// When it was first given.
    pub given_on: Option<NaiveDate>,
    /// By when it should be. The plan asks for a month on the website before a Forum (§8.1), and for everything else it gives
    /// no period: then it is the program's own week.
    pub due_on: NaiveDate,
    /// Whether it was given after that day, or that day is past and it was not given. It makes no meeting invalid (§8.13).
    pub late: bool,
}

/// The notices of a meeting, one for each place; none of one that was called off.
pub(super) fn of(tx: &ReadTx<'_>, row: &MeetingRow) -> Result<Vec<Notice>> {
    if row.called_off.is_some() {
        return Ok(Vec::new());
    }
    let given = tx.notices(Which::One(row.meeting_id))?;
    let today = tx.today();
    let notice = |place| {
        let given_on = given.iter().filter(|row| row.place == place).map(|row| row.given_on).min();
        let due_on = notice_due_on(row.kind, place, row.held_on);
        Notice { place, given_on, due_on, late: given_on.unwrap_or(today) > due_on }
    };
    Ok(NoticePlace::ALL.into_iter().map(notice).collect())
}

/// Records that notice of a meeting was given, today or before.
pub fn record_notice(open: &mut Open, id: MeetingId, place: NoticePlace, on: &TypedDate) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMeetings)?;
    let mut faults = Faults::default();
    let given_on = faults.date("on", on);
    if given_on.is_some_and(|day| day > open.today()) {
        faults.refuse("on", FieldFault::InFuture);
    }
    let given_on = faults.settled(given_on)?;
    open.change_register(|tx| {
        if load(tx, id)?.stage() == Stage::CalledOff {
            return Err(Error::WrongState);
        }
        tx.insert_notice(id.0, place, given_on)?;
        let payload = json!({ "place": place.code(), "given_on": given_on.to_string() });
        Ok(((), Event { kind: "noticeGiven", subject: Some(id.0), payload, touched: TOUCHED, signed: false }))
    })
}
