//! What the caller knows about a meeting, for every paper about it.

/// Who writes: on top of a paper of the partnership. What is not known is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SenderView {
    /// The short name: "Allenton Big Local".
    pub name: String,
    /// Address, phone and email, each on its line as printed: "Phone 01632 960 123".
    pub lines: Vec<String>,
    /// The phone number alone, for a sentence.
    pub phone: String,
    /// The email address alone, for a sentence.
    pub email: String,
}

/// A meeting, as it is named on its papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingView {
    /// Who writes.
    pub sender: SenderView,
    /// What kind of meeting of which body: "Meeting of the Allenton Big Local Partnership Group".
    pub kind: String,
    /// "Thursday 26 January 2023".
    pub day: String,
    /// "6:30pm", or "6:30pm to 8:05pm" when it is over.
    pub time: String,
    /// Where. May be empty.
    pub place: String,
}

/// For whom a paper about a meeting is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The members: with what is not public.
    Members {
        /// Whether something in it is under embargo until a group is told.
        embargo: bool,
        /// While the whole meeting is under embargo: the last day of it.
        until: Option<String>,
    },
    /// Everybody. Nothing in it may be under embargo or declared non-public.
    Public,
}
