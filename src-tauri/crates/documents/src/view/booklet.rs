//! What the caller knows about a reviewers' booklet.

use super::{AgeLine, AnswerView};

/// One numbered copy of a confidential paper, and whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyView {
    /// "3".
    pub number: String,
    /// How many copies there are: "5".
    pub of: String,
    /// The only person it is for: "Ken Ashby".
    pub reader: String,
}

/// An application in a booklet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookletApplication {
    /// "CC-008".
    pub reference: String,
    /// The group that applies.
    pub group: String,
    /// What it is for, in one line, to be read before anything else.
    pub summary: String,
    /// The people of the group, so that the reviewer can tell whether they know one: "Bea Fox, treasurer".
    pub people: Vec<String>,
    /// When and how it came: "Thursday 5 January 2023, on paper". May be empty.
    pub received: String,
    /// The amount asked of the partnership.
    pub asked: String,
    /// The seven answers in their order.
    pub answers: Vec<AnswerView>,
    /// The sum of all cost lines.
    pub total: String,
    /// All people and those from the area; printed below the ages when set.
    pub all_ages: Option<AgeLine>,
    /// Earlier grants of the group, one a line: "CC-003, £400.00, June 2022. Feedback is late."
    pub history: Vec<String>,
    /// The files that came with it, by name.
    pub files: Vec<String>,
}

/// The applications of a round for a reviewer without a computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookletView {
    /// The short name on top of the page: "Allenton Big Local".
    pub letterhead: String,
    /// The name of the partnership: "Allenton Big Local Partnership Group".
    pub partnership: String,
    /// The name of the round: "January 2023".
    pub round: String,
    /// Which copy this is, and whose.
    pub copy: CopyView,
    /// The day it must be back: "Friday 20 January 2023".
    pub return_by: String,
    /// To whom it goes back, on one or more lines: name, address, phone.
    pub return_to: Vec<String>,
    /// Whom to phone about an interest: "Joan Pelham on 01632 960 123".
    pub phone: String,
    /// When the embargo ends, as it stands after "until": "the decision letters are sent".
    pub until: String,
    /// The applications in their order, without those the reader has an interest in.
    pub applications: Vec<BookletApplication>,
    /// The references of applications the reader has an interest in. Nothing else of them is printed.
    pub left_out: Vec<String>,
}
