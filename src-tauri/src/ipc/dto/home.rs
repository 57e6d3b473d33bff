//! Home, the counts beside the left list, the search box and the budget.

use super::{meeting::MeetingKind, mirror};
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

mirror! {
    /// Who has to do something.
    Debtor = domain::owed::Debtor { Office, Partnership, Lto, Group }
}

/// What somebody has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Duty {
    FinishTyping,
    Decide,
    DecideAgain,
    TellGroup,
    GetGroupSignature,
    GetPartnershipSignature,
    AskAccount,
    CheckAccount,
    /// The account was changed.
    CheckChangedAccount,
    /// A condition of the decision is not met.
    MeetCondition,
    Pay,
    GetFeedback,
    GetMoneyBack,
    Close,
}

/// One duty with its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Owed {
    pub(crate) duty: Duty,
    pub(crate) debtor: Debtor,
    pub(crate) since: NaiveDate,
    pub(crate) due_on: Option<NaiveDate>,
    /// None while it is in time.
    pub(crate) days_late: Option<u32>,
    /// For `pay` and `getMoneyBack`.
    pub(crate) amount_pence: Option<Pence>,
}

/// One thing that needs somebody, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HomeTask {
    pub(crate) owed: Owed,
    pub(crate) application_id: String,
    pub(crate) grant_id: Option<String>,
    pub(crate) reference: Option<String>,
    /// None when it is under embargo and this member may not read it.
    pub(crate) group_name: Option<String>,
    pub(crate) sealed: bool,
    /// Parts done and parts, for typing.
    pub(crate) parts_done: Option<u32>,
    pub(crate) parts: Option<u32>,
}

/// What is to be done beside the applications themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Matter {
    GiveNotice {
        meeting_id: String,
        meeting: MeetingKind,
    },
    HoldMeeting {
        meeting_id: String,
        meeting: MeetingKind,
    },
    CloseMeeting {
        meeting_id: String,
        meeting: MeetingKind,
    },
    WriteMinutes {
        meeting_id: String,
        meeting: MeetingKind,
    },
    AskForReviews {
        round_id: String,
        name: String,
    },
    SettleInterest {
        reference: Option<String>,
    },
    AnswerComplaint,
    /// The group's name, where this member may know it.
    CloseVote {
        vote_id: String,
        group_name: Option<String>,
    },
}

/// Something to be done that is not about one application's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Chore {
    pub(crate) matter: Matter,
    /// The day of the meeting, or since when it waits.
    pub(crate) day: NaiveDate,
    pub(crate) due_on: Option<NaiveDate>,
    /// None while it is in time.
    pub(crate) days_late: Option<u32>,
}

/// The money of a line, or of the whole plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LineMoney {
    pub(crate) planned_pence: Pence,
    pub(crate) committed_pence: Pence,
    pub(crate) paid_pence: Pence,
    pub(crate) free_pence: Pence,
}

/// How many things stand at each place of the life of a grant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Counts {
    /// Being typed in.
    pub(crate) applications: u32,
    /// Waiting for a decision.
    pub(crate) decisions: u32,
    /// Not signed yet.
    pub(crate) agreements: u32,
    /// Ready to pay.
    pub(crate) payments: u32,
    /// Feedback owed.
    pub(crate) feedback: u32,
    /// Of these, late.
    pub(crate) feedback_late: u32,
}

/// Home: what is owed now, by whom, since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Home {
    pub(crate) today: NaiveDate,
    /// Late first, then by age.
    pub(crate) tasks: Vec<HomeTask>,
    /// Meetings, rounds and interests that need somebody, the latest first.
    pub(crate) chores: Vec<Chore>,
    pub(crate) counts: Counts,
    pub(crate) plan: LineMoney,
    pub(crate) fund: LineMoney,
    /// Applications waiting for a decision, and what they ask for together where this member may know.
    pub(crate) waiting_count: u32,
    pub(crate) waiting_pence: Pence,
    pub(crate) embargoes: u32,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum FoundKind {
    Application,
    Grant,
    Member,
    Activity,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Found {
    pub(crate) kind: FoundKind,
    /// The id of the application, grant or member; the code of the activity.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) reference: Option<String>,
    /// The words around what was found, where it is in an answer or a person's name.
    pub(crate) snippet: Option<String>,
    pub(crate) sealed: bool,
}
