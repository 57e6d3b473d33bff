//! Meetings: the programme of dates, agendas, notices and papers.

use super::field::TypedDate;
use super::mirror;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// What kind of meeting it is.
    MeetingKind = domain::meeting::MeetingKind { Partnership, SubGroup, Forum }
}
mirror! {
    /// What an item is about.
    ItemKind = domain::meeting::ItemKind { General, Minutes, Grant, Commitment, Joining, Removal }
}

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum MeetingStage {
    /// On the programme.
    Planned,
    /// Being held.
    Sitting,
    /// Over; its minutes are a draft.
    Ended,
    /// Its minutes were approved, and are closed.
    Approved,
    /// Called off.
    CalledOff,
}

/// A meeting, as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MeetingRow {
    pub(crate) id: String,
    pub(crate) kind: MeetingKind,
    pub(crate) on: NaiveDate,
    /// `18:30`
    pub(crate) starts_at: String,
    pub(crate) place: String,
    pub(crate) stage: MeetingStage,
    pub(crate) items: u32,
    /// Whether agenda and notice are still to be sent, and by when.
    pub(crate) notice_due_on: Option<NaiveDate>,
}

/// How the year's programme stands against the fewest meetings there must be (§8.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Programme {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    /// Meetings of the partnership held or planned in that year.
    pub(crate) meetings: u32,
    pub(crate) needed: u32,
    /// Whether there is a Forum in it (§8.1).
    pub(crate) forum: bool,
}

/// The programme and every meeting, the next first, then those that are over, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Meetings {
    pub(crate) programme: Programme,
    pub(crate) coming: Vec<MeetingRow>,
    pub(crate) past: Vec<MeetingRow>,
    /// Whether this member keeps meetings.
    pub(crate) may_keep: bool,
}

/// A meeting as typed: planned, or changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MeetingInput {
    pub(crate) kind: MeetingKind,
    pub(crate) on: TypedDate,
    /// `18:30`, `6:30pm` or `6.30 pm`.
    pub(crate) starts_at: String,
    pub(crate) place: String,
}

/// A meeting that is changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeMeetingInput {
    pub(crate) meeting_id: String,
    pub(crate) meeting: MeetingInput,
}

/// A meeting that is called off.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CallOffMeetingInput {
    pub(crate) meeting_id: String,
    pub(crate) reason: String,
}

/// A paper for an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Paper {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) size: u32,
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgendaItem {
    pub(crate) id: String,
    /// From 1.
    pub(crate) number: u32,
    pub(crate) kind: ItemKind,
    /// None when this member may not know it: an application under embargo, or an item declared non-public.
    pub(crate) title: Option<String>,
    /// For the chair and the members: what it is about, what is proposed.
    pub(crate) about: String,
    pub(crate) application_id: Option<String>,
    pub(crate) reference: Option<String>,
    /// Whether its application is under embargo.
    pub(crate) sealed: bool,
    /// Whether it is published; otherwise the agenda sub-group declared it non-public (§8.13).
    pub(crate) public: bool,
    pub(crate) added_on: NaiveDate,
    /// Whether it came later than ten days before the meeting, so that the Chair and the co-ordinator allow it (§8.13).
    pub(crate) late: bool,
    /// The meeting from which it comes back, if it was put off.
    pub(crate) from: Option<NaiveDate>,
    /// The meeting whose minutes, or the member or person whom it is about.
    pub(crate) subject: Option<String>,
    pub(crate) papers: Vec<Paper>,
}

/// Something that could go on the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgendaSuggestion {
    pub(crate) kind: ItemKind,
    pub(crate) title: String,
    /// An application, or a meeting whose minutes wait.
    pub(crate) subject_id: String,
    /// Whether it was deferred, and what is asked for came or not.
    pub(crate) deferred: bool,
}

mirror! {
    /// Where notice of a meeting is given (§8.13).
    NoticePlace = domain::meeting::NoticePlace { Website, Hub, Email, Members }
}

/// One notice: given, or due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Notice {
    pub(crate) place: NoticePlace,
    pub(crate) given_on: Option<NaiveDate>,
    pub(crate) due_on: NaiveDate,
    pub(crate) late: bool,
}

/// A decision of a meeting that is over, and what is still to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AfterDecision {
    pub(crate) application_id: String,
    pub(crate) reference: String,
    /// None when this member may not know it.
    pub(crate) group_name: Option<String>,
    pub(crate) outcome: Option<super::decision::Outcome>,
    /// When the group was told.
    pub(crate) told_on: Option<NaiveDate>,
}

/// The embargo that was put on a meeting for some days (Appendix 1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MeetingEmbargo {
    pub(crate) until: NaiveDate,
    pub(crate) reason: String,
    pub(crate) in_force: bool,
}

/// One meeting with its agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Meeting {
    pub(crate) row: MeetingRow,
    pub(crate) called_off: Option<String>,
    /// The last day on which items may be sent in.
    pub(crate) items_due_on: NaiveDate,
    pub(crate) items: Vec<AgendaItem>,
    pub(crate) suggestions: Vec<AgendaSuggestion>,
    pub(crate) notices: Vec<Notice>,
    /// What was decided, once it is over.
    pub(crate) decisions: Vec<AfterDecision>,
    /// Items put off, each with the meeting to which it went, once that is known.
    pub(crate) put_off: Vec<PutOffItem>,
    pub(crate) embargo: Option<MeetingEmbargo>,
    /// The meeting that approved its minutes.
    pub(crate) approved_on: Option<NaiveDate>,
    pub(crate) may_keep: bool,
}

/// An item that went to another meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PutOffItem {
    pub(crate) title: Option<String>,
    pub(crate) reference: Option<String>,
    pub(crate) to: Option<NaiveDate>,
}

/// An item as typed: new, or changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ItemInput {
    pub(crate) kind: ItemKind,
    /// For an application or minutes: not asked for.
    pub(crate) title: String,
    pub(crate) about: String,
    /// The application, the meeting whose minutes, or the member who would be voted off.
    pub(crate) subject_id: Option<String>,
    pub(crate) public: bool,
}

/// An item for an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AddItemInput {
    pub(crate) meeting_id: String,
    pub(crate) item: ItemInput,
}

/// An item that is changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeItemInput {
    pub(crate) item_id: String,
    pub(crate) item: ItemInput,
}

/// An item that goes to another place on its agenda.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MoveItemInput {
    pub(crate) item_id: String,
    /// From 1.
    pub(crate) number: u32,
}

/// Notice that was given.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordNoticeInput {
    pub(crate) meeting_id: String,
    pub(crate) place: NoticePlace,
    pub(crate) on: TypedDate,
}
