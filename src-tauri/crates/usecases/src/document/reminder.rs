//! The reminder for the printer: what is late on a grant, in friendly or in firm words.

use super::letter::{Signed, head};
use super::words::long_date;
use super::{Desk, DocumentKind};
use crate::{Case, Result, issue};
use documents::view::{LateView, ReminderView};
use domain::reminder::{Late, Tone, reminder};

/// The letter; nothing when nothing is late, or when there is no application this member may read.
pub(super) fn view(desk: &Desk<'_>, case: &Case) -> Result<Option<ReminderView>> {
    let Some(grant) = case.grant.as_ref().map(|granted| &granted.grant) else { return Ok(None) };
    let sent = issue::days(desk.open, case.id(), DocumentKind::Reminder(grant.id))?;
    let Some(reminder) = reminder(grant, &sent, desk.open.today()) else { return Ok(None) };
    Ok(head(desk, case, Signed::own(desk, reminder.on)).map(|letter| ReminderView {
        letter,
        firm: reminder.tone == Tone::Firm,
        late: reminder.late.into_iter().map(late).collect(),
        by: long_date(reminder.answer_by),
    }))
}

fn late(late: Late) -> LateView {
    match late {
        Late::Agreement(due) => LateView::Agreement(long_date(due)),
        Late::Feedback(due) => LateView::Feedback(long_date(due)),
        Late::Receipts(amount, due) => LateView::Receipts { amount: amount.to_string(), due: long_date(due) },
    }
}
