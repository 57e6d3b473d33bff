//! The change letter for the printer: the latest change of a grant that was agreed. Only its end of funding can change.

use super::letter::{Hand, head};
use super::words::long_date;
use super::{Desk, DocumentKind};
use crate::{Case, Result};
use documents::view::{ChangeLetterView, ChangeView};
use domain::date::feedback_due;

/// The letter; nothing when nothing was changed, or when there is no application this member may read.
pub(super) fn view(desk: &Desk<'_>, case: &Case, hand: Hand) -> Result<Option<ChangeLetterView>> {
    let (Some(granted), labels) = (case.grant.as_ref(), &desk.labels) else { return Ok(None) };
    let Some((last, earlier)) = granted.extensions.split_last() else { return Ok(None) };
    let before = earlier.last().map_or(granted.grant.first_ends_on, |row| row.value.ends_on);
    let now = last.value.ends_on;
    let change = |what: &String, before, now| ChangeView { what: what.clone(), before: long_date(before), now: long_date(now) };
    // Instants are the computer's, and in the sample the day stands still.
    let day = last.value.recorded_on.min(desk.open.today());
    let signed = hand.of(desk, case, DocumentKind::ChangeLetter(granted.grant.id), day, day)?;
    Ok(head(desk, case, signed).map(|letter| ChangeLetterView {
        letter,
        changes: vec![change(&labels.change_ends, before, now), change(&labels.change_feedback, feedback_due(before), feedback_due(now))],
        reason: last.value.reason.clone(),
        end_of_funding: long_date(now),
        feedback_due: long_date(feedback_due(now)),
        must_sign: false,
    }))
}
