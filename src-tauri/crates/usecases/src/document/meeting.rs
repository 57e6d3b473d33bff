//! What every paper about a meeting says on top: which meeting, when, where, and who writes.

use super::Desk;
use super::words::long_date;
use crate::meeting::MeetingLine;
use chrono::NaiveTime;
use documents::view::MeetingView;
use domain::meeting::MeetingKind;
use domain::time;

/// The meeting as it is named on its papers; the time is when it was held, once that is known.
pub(super) fn head(desk: &Desk<'_>, line: &MeetingLine, held: Option<(NaiveTime, NaiveTime)>) -> MeetingView {
    let labels = &desk.labels;
    let time = match held {
        None => time::written(line.starts_at),
        Some((from, to)) => labels.from_to.replace("{from}", &time::written(from)).replace("{to}", &time::written(to)),
    };
    MeetingView { sender: desk.sender(), kind: named(desk, line.kind), day: long_date(line.on), time, place: line.place.trim().to_owned() }
}

/// `Meeting of the Allenton Big Local Partnership Group`
fn named(desk: &Desk<'_>, kind: MeetingKind) -> String {
    let labels = &desk.labels;
    match kind {
        MeetingKind::Partnership => labels.meeting_partnership.replace("{body}", &desk.body()),
        MeetingKind::SubGroup => labels.meeting_sub_group.clone(),
        MeetingKind::Forum => labels.meeting_forum.replace("{partnership}", desk.open.partnership()),
    }
}

/// In a list of dates: `Partnership Group`.
pub(super) fn in_short<'d>(desk: &'d Desk<'_>, kind: MeetingKind) -> &'d str {
    match kind {
        MeetingKind::Partnership => &desk.labels.in_short_partnership,
        MeetingKind::SubGroup => &desk.labels.in_short_sub_group,
        MeetingKind::Forum => &desk.labels.in_short_forum,
    }
}

/// A neutral name for a file: `Minutes-2023-01-26-members`.
pub(super) fn file_name(label: &str, line: &MeetingLine) -> String {
    label.replace("{date}", &line.on.to_string())
}

/// `Thursday 23 February 2023, 6:30pm`
pub(super) fn day_and_time(line: &MeetingLine) -> String {
    format!("{}, {}", long_date(line.on), time::written(line.starts_at))
}

/// The head of the register's journal, short, and in groups of letters. How many events it has is nobody's business: it
/// would tell that something happened that the paper does not show.
pub(super) fn journal(desk: &Desk<'_>) -> crate::Result<String> {
    let head = desk.open.register().head()?.hex();
    let groups: Vec<&str> = [0, 4, 8, 12].iter().filter_map(|from| head.get(*from..from + 4)).collect();
    Ok(groups.join(" "))
}
