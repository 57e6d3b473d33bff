//! The closing letter for the printer: what was paid, what was shown, what came back, and thanks.

use super::Desk;
use super::letter::head;
use super::words::long_date;
use crate::Case;
use documents::view::{ClosingLetterView, CostLine};

/// The letter; nothing while the grant is not closed, or when there is no application this member may read.
pub(super) fn view(desk: &Desk<'_>, case: &Case) -> Option<ClosingLetterView> {
    let (grant, labels) = (&case.grant.as_ref()?.grant, &desk.labels);
    let closed_on = grant.closed_on?;
    let money = [
        (&labels.closing_paid, grant.paid()),
        (&labels.closing_receipts, grant.accepted()),
        (&labels.closing_sent_back, grant.sent_back()),
        (&labels.closing_let_go, grant.unaccounted()),
    ];
    let more_than_nothing = money.into_iter().filter(|(_, amount)| amount.is_positive());
    Some(ClosingLetterView {
        letter: head(desk, case, closed_on)?,
        money: more_than_nothing.map(|(what, amount)| CostLine { what: what.clone(), amount: amount.to_string() }).collect(),
        feedback_on: grant.feedback_on.map(long_date),
        closed_on: long_date(closed_on),
    })
}
