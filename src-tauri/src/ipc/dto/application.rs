//! Applications: the list, one of them, and what is typed into it.

use super::decision::DecisionView;
use super::field::{FieldProblem, TypedCount, TypedDate};
use super::grant::StoryLine;
use super::mirror;
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// Where an application stands.
    ApplicationState = domain::application::ApplicationState {
        Draft, Received, UnderReview, Deferred, Approved, ApprovedInPart, Declined, Withdrawn
    }
}
mirror! {
    /// What kind of group applies.
    GroupKind = domain::application::GroupKind { Constituted, Informal, Registered, Person, NotSaid }
}

mirror! {
    /// Where an application stands on the meeting's desk.
    DecisionStage = domain::application::DecisionStage { Waiting, Untold, Told }
}

/// What a list of applications is put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ApplicationSort {
    Reference,
    Group,
    Received,
    Asked,
    State,
}

/// Which applications to list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ListApplicationsInput {
    /// Words in the group's name, the reference or the summary.
    pub(crate) text: String,
    /// Any state when empty.
    pub(crate) states: Vec<ApplicationState>,
    /// Any when none is given.
    pub(crate) stage: Option<DecisionStage>,
    pub(crate) sort: ApplicationSort,
    pub(crate) descending: bool,
    pub(crate) offset: u32,
    pub(crate) limit: u32,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApplicationRow {
    pub(crate) id: String,
    /// None before it is received.
    pub(crate) reference: Option<String>,
    /// None when it is under embargo and this member may not read it.
    pub(crate) group_name: Option<String>,
    pub(crate) summary: Option<String>,
    pub(crate) state: ApplicationState,
    pub(crate) received_on: Option<NaiveDate>,
    pub(crate) asked_pence: Option<Pence>,
    pub(crate) granted_pence: Option<Pence>,
    pub(crate) grant_id: Option<String>,
    /// Whether it is under embargo.
    pub(crate) sealed: bool,
    /// Whether this member may read it once they have said whether they have an interest.
    pub(crate) asks_interest: bool,
    /// Parts of the typing done, for a draft.
    pub(crate) parts_done: Option<u32>,
    pub(crate) parts: Option<u32>,
}

/// How many applications stand in each state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StateCount {
    pub(crate) state: ApplicationState,
    pub(crate) count: u32,
}

/// How many applications stand at each place on the meeting's desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StageCount {
    pub(crate) stage: DecisionStage,
    pub(crate) count: u32,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApplicationList {
    pub(crate) rows: Vec<ApplicationRow>,
    /// How many there are in all that fit.
    pub(crate) total: u32,
    /// What all that fit ask for, where this member may know.
    pub(crate) asked_pence: Pence,
    pub(crate) counts: Vec<StateCount>,
    pub(crate) stages: Vec<StageCount>,
}

/// Somebody to speak to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Contact {
    pub(crate) name: String,
    pub(crate) position: String,
    pub(crate) phone: String,
    pub(crate) email: String,
}

/// A cost, as typed. A new line gets its id from the window (`crypto.randomUUID()`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedCost {
    pub(crate) id: String,
    pub(crate) what: String,
    pub(crate) amount: String,
}

/// The numbers of question 2, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedPeople {
    pub(crate) by_age: Vec<TypedCount>,
    pub(crate) total: String,
    pub(crate) from_area: String,
}

/// One answer, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Answer {
    pub(crate) text: String,
    /// The question was left blank on the paper.
    pub(crate) left_blank: bool,
}

/// An application exactly as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedApplication {
    pub(crate) group_name: String,
    pub(crate) group_kind: Option<GroupKind>,
    /// In one line, what the money is for.
    pub(crate) summary: String,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) address: String,
    pub(crate) postcode: String,
    pub(crate) heard_how: String,
    /// Empty when the group itself is paid.
    pub(crate) payee_name: String,
    /// When the paper arrived.
    pub(crate) received_on: TypedDate,
    /// Ids of the priorities ticked.
    pub(crate) priorities: Vec<String>,
    pub(crate) people: TypedPeople,
    pub(crate) costs: Vec<TypedCost>,
    /// The total on the paper.
    pub(crate) asked: String,
    /// Questions 1 to 7, in order; always seven.
    pub(crate) answers: Vec<Answer>,
}

/// A part of the typing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Task {
    /// `group`, `datesAndPayee`, `question.1` to `question.7`, `scan`.
    pub(crate) part: String,
    pub(crate) done: bool,
}

/// Something worth asking the group; nothing stops the receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Note {
    CostsDiffer {
        costs_pence: Pence,
        asked_pence: Pence,
    },
    MoreFromAreaThanInAll,
    AgesDiffer {
        ages: u32,
        total: u32,
    },
    NoPriority,
    NoWayToReach,
    /// Another grant of a group of the same name still owes its feedback.
    FeedbackOwed {
        reference: String,
    },
    /// More is asked for than is free on the line.
    MoreThanFree {
        free_pence: Pence,
    },
}

/// What the sums say while somebody types.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sums {
    /// What the readable cost lines add up to.
    pub(crate) costs_pence: Pence,
    /// The total on the paper, when it is an amount.
    pub(crate) asked_pence: Option<Pence>,
    /// By how much the two differ; none when they agree or when there is no total.
    pub(crate) differ_by_pence: Option<Pence>,
}

/// A former or present version as it was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Version {
    pub(crate) version: u32,
    /// When it was received into the register, as an instant.
    pub(crate) at: String,
    pub(crate) by: String,
    /// Why it was corrected; none for the first.
    pub(crate) reason: Option<String>,
}

/// What a file kept with an application or grant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum AttachmentKind {
    /// The paper form.
    Scan,
    /// A letter or e-mail.
    Letter,
    Photo,
    /// A signed agreement.
    Agreement,
    Receipt,
    /// The Grant Feedback form.
    Feedback,
}

/// A file kept in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attachment {
    pub(crate) id: String,
    pub(crate) kind: AttachmentKind,
    pub(crate) name: String,
    /// `application/pdf`, `image/jpeg`, `image/png`.
    pub(crate) media_type: String,
    pub(crate) bytes: u32,
    pub(crate) added_on: NaiveDate,
    pub(crate) added_by: String,
}

/// A file's content, to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AttachmentContent {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) base64: String,
}

/// Files picked from a dialog, to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AddAttachmentsInput {
    pub(crate) application_id: String,
    pub(crate) kind: AttachmentKind,
}

/// A note or a telephone call to be kept with an application.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AddNoteInput {
    pub(crate) application_id: String,
    /// Whether somebody phoned.
    pub(crate) call: bool,
    pub(crate) on: TypedDate,
    pub(crate) text: String,
}

/// A file to be struck out, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RemoveAttachmentInput {
    pub(crate) attachment_id: String,
    pub(crate) reason: String,
}

/// The embargo on an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Embargo {
    pub(crate) started_on: NaiveDate,
    /// The day the group was told, which ended it.
    pub(crate) lifted_on: Option<NaiveDate>,
    /// Who may read it now, by name.
    pub(crate) readers: Vec<String>,
}

/// One application, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApplicationView {
    pub(crate) id: String,
    pub(crate) reference: Option<String>,
    pub(crate) state: ApplicationState,
    pub(crate) embargo: Embargo,
    pub(crate) started_on: NaiveDate,
    /// Who typed it in.
    pub(crate) typed_by: String,
    /// Whether it is on the typing desk now: a draft, or a correction of what was received.
    pub(crate) typing: bool,
    /// The number of the typed state, to be given back on the next save.
    pub(crate) revision: u32,
    /// What is on the screen: the typing when there is one, or else the latest version.
    pub(crate) content: TypedApplication,
    pub(crate) tasks: Vec<Task>,
    pub(crate) sums: Sums,
    /// What must be put right before it can be received.
    pub(crate) problems: Vec<FieldProblem>,
    pub(crate) notes: Vec<Note>,
    pub(crate) versions: Vec<Version>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) decisions: Vec<DecisionView>,
    pub(crate) grant_id: Option<String>,
    pub(crate) withdrawn_reason: Option<String>,
    /// What happened, newest first.
    pub(crate) story: Vec<StoryLine>,
    /// What is free on the fund's line now.
    pub(crate) free_pence: Pence,
    /// How many other applications wait, and for how much.
    pub(crate) waiting_count: u32,
    pub(crate) waiting_pence: Pence,
}

/// Saving what is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SaveTypingInput {
    pub(crate) application_id: String,
    /// The number that came with the last view or save.
    pub(crate) revision: u32,
    pub(crate) content: TypedApplication,
}

/// What was typed is safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TypingSaved {
    pub(crate) revision: u32,
    /// When, as an instant.
    pub(crate) at: String,
    pub(crate) tasks: Vec<Task>,
    pub(crate) sums: Sums,
    pub(crate) problems: Vec<FieldProblem>,
    pub(crate) notes: Vec<Note>,
}

/// A correction to be received.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ReceiveCorrectionInput {
    pub(crate) application_id: String,
    pub(crate) reason: String,
}

/// An application to be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WithdrawApplicationInput {
    pub(crate) application_id: String,
    pub(crate) reason: String,
}

/// An application was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApplicationReceived {
    pub(crate) reference: String,
    pub(crate) version: u32,
}
