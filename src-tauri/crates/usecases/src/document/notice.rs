//! The notice of a meeting for the printer: what, when, where, who may come, and the dates to come.

use super::Desk;
use super::meeting::{day_and_time, head, in_short};
use super::words::long_date;
use crate::Result;
use crate::meeting::{MeetingLine, Stage, line, list};
use documents::view::{ComingView, MeetingNoticeView, WhoMayCome};
use domain::id::MeetingId;
use domain::meeting::{MeetingKind, items_due_on};

/// As many dates as stand on the page beside everything else.
const MOST_DATES: usize = 4;

/// The notice, and the meeting it is of.
pub(super) fn view(desk: &Desk<'_>, id: MeetingId) -> Result<(MeetingNoticeView, MeetingLine)> {
    let line = line(desk.open, id)?;
    let today = desk.open.today();
    let comes_after = |other: &&MeetingLine| {
        let later = (other.on, other.starts_at) > (line.on, line.starts_at);
        other.id != id && later && other.stage == Stage::Planned
    };
    let meetings = list(desk.open)?;
    let coming = meetings.coming.iter().filter(comes_after).take(MOST_DATES);
    let coming = coming.map(|other| ComingView { when: day_and_time(other), what: in_short(desk, other.kind).to_owned() });
    let items_by = items_due_on(line.on);
    let view = MeetingNoticeView {
        meeting: head(desk, &line, None),
        who: if line.kind == MeetingKind::Forum { WhoMayCome::Everybody } else { WhoMayCome::Members },
        called_off: line.stage == Stage::CalledOff,
        items_by: (items_by >= today).then(|| long_date(items_by)),
        coming: coming.collect(),
    };
    Ok((view, line))
}
