//! What the caller knows about the sheets on which a reviewer without a computer replies.

use super::CopyView;

/// Something that is scored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CriterionView {
    /// "Value for money".
    pub name: String,
    /// The highest score: "5".
    pub most: String,
}

/// The application a sheet is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplyApplication {
    /// "CC-008".
    pub reference: String,
    /// The group that applies.
    pub group: String,
    /// The amount asked of the partnership.
    pub asked: String,
}

/// The reply sheets of one reviewer, one for each application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplySheetView {
    /// The short name on top of the page.
    pub letterhead: String,
    /// The name of the round: "January 2023".
    pub round: String,
    /// The copy of the booklet it goes with, and whose it is.
    pub copy: CopyView,
    /// The day it must be back: "Friday 20 January 2023".
    pub return_by: String,
    /// To whom it goes back, in one line: "Joan Pelham, The Community Hub".
    pub return_to: String,
    /// The applications in their order.
    pub applications: Vec<ReplyApplication>,
    /// What is scored; with none there are no scores.
    pub criteria: Vec<CriterionView>,
}
