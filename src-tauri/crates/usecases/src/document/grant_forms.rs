//! The forms that go with a grant for the printer: the receipt sheet, and consent to tell its story.

use super::Desk;
use super::agreement::{costs, purpose};
use super::words::long_date;
use crate::Case;
use documents::view::{CostLine, ReceiptSheetView, StoryConsentView};

/// The receipt sheet; nothing when there is no grant or no application this member may read.
pub(super) fn receipt_sheet(desk: &Desk<'_>, case: &Case) -> Option<ReceiptSheetView> {
    let (content, grant) = (case.content()?, &case.grant.as_ref()?.grant);
    let counted = grant.receipts.iter().filter(|receipt| receipt.voided.is_none() && receipt.accepted.is_positive());
    Some(ReceiptSheetView {
        letterhead: desk.open.partnership().to_owned(),
        reference: case.reference().unwrap_or_default(),
        group: content.cover.group_name.clone(),
        amount: grant.amount.to_string(),
        costs: costs(desk, case, content, grant.amount),
        total: grant.amount.to_string(),
        end_of_funding: long_date(grant.ends_on()),
        // The letter of the decision names one day for the form and the receipts.
        due: long_date(grant.feedback_due()),
        received: counted.map(|receipt| CostLine { what: receipt.what.clone(), amount: receipt.accepted.to_string() }).collect(),
        contact: desk.where_to(),
    })
}

/// Consent to tell the story; nothing when there is no grant or no application this member may read.
pub(super) fn story_consent(desk: &Desk<'_>, case: &Case) -> Option<StoryConsentView> {
    case.grant.as_ref()?;
    Some(StoryConsentView {
        letterhead: desk.open.partnership().to_owned(),
        partnership: desk.body(),
        reference: case.reference().unwrap_or_default(),
        group: case.content()?.cover.group_name.clone(),
        project: purpose(case),
        contact: desk.where_to(),
    })
}
