//! What the caller knows about the agenda of a meeting.

use super::{Audience, MeetingView};

/// The agenda of a meeting. Items are numbered in print, so that a version with fewer has no gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaView {
    /// Which meeting.
    pub meeting: MeetingView,
    /// Which version.
    pub audience: Audience,
    /// What is considered, in its order.
    pub items: Vec<AgendaItemView>,
}

/// One item of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItemView {
    /// "Night Owls Homework Club (CC-2023-002)".
    pub heading: String,
    /// What the meeting is asked to do.
    pub purpose: Purpose,
    /// What it is about. May be empty.
    pub about: String,
    /// Whether it came late.
    pub late: bool,
    /// The papers that belong to it, by name.
    pub papers: Vec<String>,
}

/// What a meeting is asked to do with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Hear about it and discuss it.
    Discuss,
    /// Approve minutes.
    Approve,
    /// Decide on an application.
    Decide,
    /// Agree money for a partner.
    Commit,
    /// Let somebody join between annual meetings.
    Join,
    /// Vote a member off.
    Remove,
}
