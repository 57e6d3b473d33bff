//! A meeting while it is held: who is in the room, the item in hand, what was said and resolved.

use super::decision::{DecisionRefusal, TypedInstalment, TypedOutcome};
use super::field::TypedDate;
use super::meeting::{ItemKind, MeetingRow};
use super::mirror;
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// What a member with an interest did during the item.
    Part = domain::meeting::Part { Withdrew, Remained }
}
mirror! {
    /// The casting vote.
    Casting = domain::meeting::Casting { For, Against }
}
mirror! {
    /// Where an item stands.
    ItemState = domain::meeting::ItemState { Waiting, Open, Decided, PutOff, Noted }
}

/// Where a member is. Times are as the minutes write them: `6:45pm`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Place {
    NotHere,
    Apologies,
    Here {
        since: String,
        /// Whether they came after the meeting had started.
        late: bool,
    },
    /// Out of the room for the item in hand.
    Withdrew,
    Left {
        at: String,
    },
}

/// A member with a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SeatRow {
    pub(crate) member_id: String,
    pub(crate) name: String,
    /// Whether they vote; otherwise they advise.
    pub(crate) resident: bool,
    /// `Chair`, `Vice-chair` or none, by the office they hold.
    pub(crate) office: Option<Office>,
    /// Whether they are attached to the LTO.
    pub(crate) lto: bool,
    pub(crate) place: Place,
    /// Whether they chair now.
    pub(crate) chairs: bool,
}

/// An office in the partnership (§8.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Office {
    Chair,
    ViceChair,
}

/// An item, as the list beside the meeting shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SittingItem {
    pub(crate) id: String,
    pub(crate) number: u32,
    pub(crate) kind: ItemKind,
    /// None while it is under embargo and not asked to be shown, or when this member may not know it.
    pub(crate) title: Option<String>,
    pub(crate) reference: Option<String>,
    pub(crate) sealed: bool,
    pub(crate) public: bool,
    pub(crate) state: ItemState,
}

/// An interest in the item in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ItemInterest {
    pub(crate) member_id: String,
    pub(crate) name: String,
    pub(crate) financial: bool,
    /// How it arises; none while it is not shown.
    pub(crate) how: Option<String>,
    pub(crate) part: Option<Part>,
    /// Whether it was known before the meeting, from the reviews.
    pub(crate) known: bool,
    /// Whether they are in the building, so that it must be settled.
    pub(crate) here: bool,
}

/// Who is counted for the item in hand.
#[expect(clippy::struct_excessive_bools, reason = "each is shown by itself")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QuorumView {
    pub(crate) members: u32,
    pub(crate) present: u32,
    pub(crate) needed: u32,
    pub(crate) residents: u32,
    pub(crate) residents_needed: u32,
    /// Of the members who count and are not present: those who withdrew.
    pub(crate) withdrew: u32,
    pub(crate) enough_members: bool,
    pub(crate) mostly_residents: bool,
    pub(crate) met: bool,
    /// Whether it ends when one more leaves.
    pub(crate) nobody_to_spare: bool,
    /// Who left last and when, where that ended it.
    pub(crate) ended_by: Option<QuorumEnded>,
    /// Who may vote.
    pub(crate) entitled: u32,
    /// The residents present, of whom a majority must agree.
    pub(crate) residents_present: u32,
    /// How many must agree.
    pub(crate) agree_needed: u32,
    /// Whether whoever chairs has a casting vote.
    pub(crate) casting: bool,
}

/// What ended the quorum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QuorumEnded {
    pub(crate) name: String,
    pub(crate) at: String,
    /// Whether they withdrew for the item; otherwise they left the meeting.
    pub(crate) withdrew: bool,
}

/// What was resolved on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Resolution {
    pub(crate) carried: bool,
    /// As the minutes say it.
    pub(crate) words: String,
    pub(crate) at: String,
}

/// The application of the item in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ItemApplication {
    pub(crate) application_id: String,
    pub(crate) reference: String,
    pub(crate) group_name: String,
    pub(crate) one_line: String,
    pub(crate) asked_pence: Option<Pence>,
    /// How many reviews say what: `Fund in full: 1. Fund part: 2.`; none for those not entitled, or while reviews are closed.
    pub(crate) panel: Option<Vec<PanelCount>>,
    /// What is free on the line, less what this meeting resolved already.
    pub(crate) free_pence: Pence,
    /// The end of funding that is suggested.
    pub(crate) ends_on: Option<NaiveDate>,
    /// A correction is still being typed, so nothing can be decided.
    pub(crate) correcting: bool,
}

/// How many reviews recommend the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PanelCount {
    pub(crate) recommendation: super::review::Recommendation,
    pub(crate) reviews: u32,
}

/// The item in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ItemInHand {
    pub(crate) item: SittingItem,
    pub(crate) about: String,
    /// Under embargo, and not shown.
    pub(crate) hidden: bool,
    /// None for other items, while hidden, and for those who may not read it.
    pub(crate) application: Option<ItemApplication>,
    pub(crate) interests: Vec<ItemInterest>,
    pub(crate) quorum: QuorumView,
    /// When the chair asked for a vote, if so.
    pub(crate) resolutions: Vec<Resolution>,
    /// What was noted of the discussion.
    pub(crate) note: String,
    /// The minutes of this item so far, a paragraph each; none while hidden.
    pub(crate) minutes: Vec<String>,
    /// For minutes that are to be approved: the meeting's day.
    pub(crate) minutes_of: Option<NaiveDate>,
}

/// What was recorded last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LastEntry {
    pub(crate) id: String,
    pub(crate) kind: LastKind,
    /// The member it is about.
    pub(crate) name: Option<String>,
    pub(crate) at: String,
}

/// What kind of entry was recorded last, so that the window can say what would be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum LastKind {
    Apologies,
    Arrived,
    Left,
    TookChair,
    Heads,
    Started,
    Taken,
    Declared,
    TookPart,
    Resolved,
    PutOff,
    Noted,
    Ended,
}

/// A meeting as the person who minutes it sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sitting {
    pub(crate) meeting: MeetingRow,
    pub(crate) started_at: Option<String>,
    pub(crate) ended_at: Option<String>,
    pub(crate) seats: Vec<SeatRow>,
    /// For a Forum: how many residents came.
    pub(crate) heads: Option<u32>,
    pub(crate) items: Vec<SittingItem>,
    pub(crate) in_hand: Option<ItemInHand>,
    /// The quorum while no item is in hand.
    pub(crate) quorum: QuorumView,
    /// What can be undone.
    pub(crate) last: Option<LastEntry>,
    /// The next meeting of this kind, to which an item would be put off.
    pub(crate) next_on: Option<NaiveDate>,
    /// Resolutions on applications that become decisions when the meeting is closed.
    pub(crate) decisions: u32,
    /// Whether what is resolved on applications decides them; a sub-group may only recommend.
    pub(crate) decides_grants: bool,
    /// Whether a time can be typed: the meeting is not held today.
    pub(crate) back_dated: bool,
    pub(crate) may_minute: bool,
}

/// Something that happens to a member in the room. `at` is empty for now; for a meeting that is typed in later, `6:45pm`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AttendanceInput {
    pub(crate) meeting_id: String,
    pub(crate) member_id: String,
    pub(crate) what: Attendance,
    pub(crate) at: String,
}

/// What happens to a member in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Attendance {
    Apologies,
    Arrived,
    Left,
    TookChair,
}

/// A moment of the meeting: it starts, or it ends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MomentInput {
    pub(crate) meeting_id: String,
    pub(crate) at: String,
}

/// How many residents came to a Forum.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct HeadsInput {
    pub(crate) meeting_id: String,
    pub(crate) residents: String,
    pub(crate) at: String,
}

/// An item that is taken up, put off or done with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ItemStepInput {
    pub(crate) item_id: String,
    pub(crate) step: ItemStep,
    pub(crate) at: String,
}

/// What is done with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ItemStep {
    Taken,
    PutOff,
    Noted,
}

/// An interest declared in the room.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct DeclareAtMeetingInput {
    pub(crate) item_id: String,
    pub(crate) member_id: String,
    pub(crate) financial: bool,
    /// How it arises (§8.12).
    pub(crate) how: String,
    /// What the meeting settled; may come later.
    pub(crate) part: Option<Part>,
    pub(crate) at: String,
}

/// What a member with an interest does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TookPartInput {
    pub(crate) item_id: String,
    pub(crate) member_id: String,
    pub(crate) part: Part,
    pub(crate) at: String,
}

/// How it was decided, as counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum TypedWay {
    Consensus,
    Vote { agree: u32, against: u32, not_voting: u32, casting: Option<Casting> },
}

/// What is put to the meeting, as typed.
#[expect(clippy::large_enum_variant, reason = "one crosses at a time")]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum TypedProposal {
    /// On an application.
    Grant {
        outcome: TypedOutcome,
        conditions: Vec<String>,
        ends_on: TypedDate,
        return_by: TypedDate,
        instalments: Vec<TypedInstalment>,
        /// Why, in the words of the meeting; may be empty for an approval.
        reason: String,
    },
    /// On anything else.
    Other {
        /// `That the programme of dates be agreed`.
        proposal: String,
        /// Whether the partner agreed, or the member was told first.
        other_side: bool,
    },
}

/// What is put to the meeting, and how it was decided.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ResolveInput {
    pub(crate) item_id: String,
    pub(crate) proposal: TypedProposal,
    pub(crate) way: TypedWay,
    pub(crate) at: String,
}

/// What would come of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Weighed {
    Carried {
        agreed: u32,
        of: u32,
        needed: u32,
        /// What stays free on the line after it.
        free_pence: Option<Pence>,
    },
    Lost {
        agreed: u32,
        of: u32,
        needed: u32,
        /// Whether the votes are tied, so that the chair may give the casting vote.
        tied: bool,
    },
    /// It would be refused.
    Refused { refusal: MeetingRefusal },
    /// Fields that are not filled in yet, or not right.
    NotYet,
}

/// What was noted of the discussion of an item.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NoteItemInput {
    pub(crate) item_id: String,
    pub(crate) note: String,
}

/// The close of a meeting: its resolutions on applications become decisions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CloseMeetingInput {
    pub(crate) meeting_id: String,
    pub(crate) at: String,
    /// A short embargo on the meeting, if it was asked for (Appendix 1).
    pub(crate) embargo_until: TypedDate,
    pub(crate) embargo_reason: String,
}

/// Why an entry cannot be recorded. The words, with the plan's section, are the window's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum MeetingRefusal {
    NotStarted,
    AlreadyStarted,
    AlreadyEnded,
    BeforeTheLast {
        last: String,
    },
    NoSeat,
    AlreadyHere,
    NotHere,
    ChairNotResident,
    NobodyChairs,
    ChairHasInterest,
    NoSuchItem,
    NotInHand,
    AlreadyDecided,
    NoInterest,
    MustWithdraw,
    NotSettled {
        name: String,
    },
    TooFewMembers {
        present: u32,
        members: u32,
        needed: u32,
    },
    TooFewResidents {
        residents: u32,
        present: u32,
        needed: u32,
    },
    CountDiffers {
        counted: u32,
        entitled: u32,
    },
    NotATie,
    NoCastingVote,
    TooFewEntitled {
        entitled: u32,
        residents: u32,
        needed: u32,
    },
    NoConsent,
    NotToldFirst,
    ForThePartnership,
    OverSubGroupLimit {
        up_to_pence: Pence,
    },
    /// The meeting's day has not come.
    NotYetItsDay,
    /// There is nothing to undo.
    NothingToUndo,
    /// The minutes were approved, and are closed.
    MinutesClosed,
    /// An item is still in hand that is neither decided, nor put off, nor noted.
    ItemNotClosed {
        number: u32,
    },
    /// What was carried on an item would not stand as a decision, so the meeting is not closed.
    Unsound {
        number: u32,
        refusal: DecisionRefusal,
    },
    /// The embargo on the meeting holds, so that nothing is published.
    UnderEmbargo {
        until: NaiveDate,
    },
}
