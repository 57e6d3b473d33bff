//! The sheets on which a reviewer without a computer replies, for the printer: one for each application in their booklet.

use super::booklet::Paper;
use documents::view::{CriterionView, ReplyApplication, ReplySheetView};

/// The sheets that go with a booklet.
pub(super) fn view(paper: &Paper) -> ReplySheetView {
    let booklet = &paper.view;
    let criteria = paper.reading.criteria.iter();
    ReplySheetView {
        letterhead: booklet.letterhead.clone(),
        round: booklet.round.clone(),
        copy: booklet.copy.clone(),
        return_by: booklet.return_by.clone(),
        return_to: booklet.return_to.first().cloned().unwrap_or_default(),
        applications: booklet
            .applications
            .iter()
            .map(|one| ReplyApplication { reference: one.reference.clone(), group: one.group.clone(), asked: one.asked.clone() })
            .collect(),
        criteria: criteria.map(|one| CriterionView { name: one.name.clone(), most: one.most.to_string() }).collect(),
    }
}
