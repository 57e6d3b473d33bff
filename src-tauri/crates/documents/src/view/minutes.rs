//! What the caller knows about the minutes of a meeting.

use super::{Audience, Fact, MeetingView};

/// The minutes of a meeting. Items are numbered in print, so that none can be missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinutesView {
    /// Which meeting.
    pub meeting: MeetingView,
    /// Which version.
    pub audience: Audience,
    /// When they were approved, if they were: "Thursday 23 February 2023".
    pub approved_on: Option<String>,
    /// Who chaired, who was there, who sent apologies: "Residents", "Marcia Lowe (Chair), Ken Ashby".
    pub attendance: Vec<Fact>,
    /// Who came later, who left, who took the chair: a sentence or more each.
    pub comings: Vec<String>,
    /// What was considered, in its order.
    pub items: Vec<MinutesItemView>,
    /// How the meeting ended, and when the next one is.
    pub close: Vec<String>,
    /// The head of the register's journal, in groups of letters.
    pub journal: String,
}

/// One item of the minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MinutesItemView {
    /// "Night Owls Homework Club (CC-2023-002)".
    pub heading: String,
    /// What the minutes say of it.
    pub paragraphs: Vec<MinuteView>,
}

/// One paragraph of the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MinuteView {
    /// What was said or noted.
    Noted(String),
    /// What was resolved, or that it was not.
    Resolved {
        /// "Agreed", "Not agreed".
        lead: String,
        /// What: "to fund £295.00 of the £385.00 asked for."
        words: String,
    },
}
