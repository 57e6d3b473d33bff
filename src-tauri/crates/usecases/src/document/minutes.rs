//! The minutes of a meeting for the printer, in either version.

use super::Desk;
use super::meeting::{head, journal};
use super::words::long_date;
use crate::Result;
use crate::meeting::{MeetingLine, read};
use crate::minutes::{PrintedItem, Sentence, Version, printed};
use documents::view::{Audience, Fact, MinuteView, MinutesItemView, MinutesView};
use domain::id::MeetingId;

/// The minutes, and the meeting they are of.
pub(super) fn view(desk: &Desk<'_>, id: MeetingId, version: Version) -> Result<(MinutesView, MeetingLine)> {
    let minutes = printed(desk.open, id, version)?;
    let meeting = read(desk.open, id)?;
    let there = minutes.attendance.there.into_iter().map(|line| Fact { label: line.label, value: line.names });
    // Short sentences, one after another, make one paragraph.
    let comings = Some(minutes.attendance.comings.join(" ")).filter(|told| !told.is_empty());
    let view = MinutesView {
        meeting: head(desk, &minutes.line, minutes.held),
        audience: match version {
            Version::Confidential => Audience::Members {
                embargo: meeting.items.iter().any(|item| item.sealed),
                until: meeting.under_embargo(desk.open.today()).map(long_date),
            },
            Version::Publishable => Audience::Public,
        },
        approved_on: minutes.approved_on.map(long_date),
        attendance: there.collect(),
        comings: comings.into_iter().collect(),
        items: minutes.items.into_iter().map(item).collect(),
        close: minutes.close,
        journal: journal(desk)?,
    };
    Ok((view, minutes.line))
}

fn item(item: PrintedItem) -> MinutesItemView {
    let paragraphs = item.paragraphs.into_iter().map(|sentence| match sentence {
        Sentence::Said(said) => MinuteView::Noted(said),
        Sentence::Resolved { lead, words, .. } => MinuteView::Resolved { lead, words },
    });
    MinutesItemView { heading: item.heading, paragraphs: paragraphs.collect() }
}
