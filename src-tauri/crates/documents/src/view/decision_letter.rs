//! What the caller knows about the letter that tells a group what was decided.

use super::SenderView;

/// What was decided about an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The amount asked for.
    Offer(OfferView),
    /// Less than the amount asked for.
    PartOffer {
        /// What the group asked for.
        asked: String,
        /// Why it is less.
        reasons: Vec<String>,
        /// What is offered.
        offer: OfferView,
    },
    /// Not decided yet.
    Deferred {
        /// What is missing.
        missing: Vec<String>,
        /// When it must be there, if there is such a day.
        by: Option<String>,
        /// When the next meeting is, if that is known: "Thursday 23 February 2023".
        next_meeting: Option<String>,
    },
    /// No grant.
    Declined {
        /// Why.
        reasons: Vec<String>,
    },
}

/// The offer of a grant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferView {
    /// The amount offered.
    pub amount: String,
    /// Conditions only for this grant; often none.
    pub conditions: Vec<String>,
    /// When the signed agreement must be back, if there is such a day.
    pub return_by: Option<String>,
    /// The last day to spend the money.
    pub end_of_funding: String,
    /// When the Grant Feedback form is due.
    pub feedback_due: String,
}

/// Who decided, each with the day as printed: "26 January 2023".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    /// A meeting of the partnership.
    Meeting(String),
    /// A meeting of the sub-group.
    SubGroup(String),
    /// The resident members, by email between meetings.
    Email(String),
}

/// The letter that tells a group what was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLetterView {
    /// Who writes.
    pub sender: SenderView,
    /// The day of the letter.
    pub date: String,
    /// Who decided, and when.
    pub decided: DecidedBy,
    /// Name and address of whom the letter goes to.
    pub recipient: Vec<String>,
    /// "Dear Win".
    pub greeting: String,
    /// The group that applied.
    pub group: String,
    /// "CC-003".
    pub reference: String,
    /// What the application is for, as it stands within a sentence: "raised beds and soil".
    pub project: String,
    /// What was decided.
    pub outcome: Outcome,
    /// The name of the person who signs.
    pub signed_by: String,
    /// "Co-ordinator, for the Allenton Big Local Partnership Group".
    pub role: String,
}
