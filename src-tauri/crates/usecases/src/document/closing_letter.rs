//! The closing letter for the printer: what was paid, what was shown, what came back, and thanks.

use super::letter::{Hand, head};
use super::words::long_date;
use super::{Desk, DocumentKind};
use crate::{Case, Result};
use documents::view::{ClosingLetterView, CostLine};

/// The letter; nothing while the grant is not closed, or when there is no application this member may read.
pub(super) fn view(desk: &Desk<'_>, case: &Case, hand: Hand) -> Result<Option<ClosingLetterView>> {
    let Some(grant) = case.grant.as_ref().map(|granted| &granted.grant) else { return Ok(None) };
    let (Some(closed_on), labels) = (grant.closed_on, &desk.labels) else { return Ok(None) };
    let money = [
        (&labels.closing_paid, grant.paid()),
        (&labels.closing_receipts, grant.accepted()),
        (&labels.closing_sent_back, grant.sent_back()),
        (&labels.closing_let_go, grant.unaccounted()),
    ];
    let more_than_nothing = money.into_iter().filter(|(_, amount)| amount.is_positive());
    let signed = hand.of(desk, case, DocumentKind::ClosingLetter(grant.id), closed_on, closed_on)?;
    Ok(head(desk, case, signed).map(|letter| ClosingLetterView {
        letter,
        money: more_than_nothing.map(|(what, amount)| CostLine { what: what.clone(), amount: amount.to_string() }).collect(),
        feedback_on: grant.feedback_on.map(long_date),
        closed_on: long_date(closed_on),
    }))
}
