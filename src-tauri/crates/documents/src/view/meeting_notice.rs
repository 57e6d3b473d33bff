//! What the caller knows about the notice of a meeting.

use super::MeetingView;

/// The notice of a meeting, for the Hub and the website.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingNoticeView {
    /// Which meeting.
    pub meeting: MeetingView,
    /// Who may come.
    pub who: WhoMayCome,
    /// Whether it was called off.
    pub called_off: bool,
    /// The last day to send in something for its agenda, if it is still to come.
    pub items_by: Option<String>,
    /// The other meetings of the programme that are to come.
    pub coming: Vec<ComingView>,
}

/// Who may come to a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhoMayCome {
    /// Everybody who lives or works in the area.
    Everybody,
    /// Its members; others ask first.
    Members,
}

/// Another meeting on the programme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComingView {
    /// "Thursday 23 February 2023, 6:30pm".
    pub when: String,
    /// "Meeting of the Partnership Group, the Community Hub".
    pub what: String,
}
