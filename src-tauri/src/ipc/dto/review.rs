//! Rounds of review at the register: who reads what, packs out and back, the panel's view.

use super::field::TypedDate;
use super::interest::InterestMatch;
use super::{mirror, session::Role};
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// Whether a project helps to meet the plan.
    HelpsPlan = domain::review::HelpsPlan { Yes, Partly, No, CannotTell }
}
mirror! {
    /// Where a review stands.
    ReviewStanding = domain::review::Standing { Counted, CountedOlder, Revised, Rival, Late, Declined, Conflicted }
}
mirror! {
    /// How far the reviewers agree.
    Agreement = domain::review::Agreement { TooFew, All, Most, Divided }
}

/// What the reviewer thinks the meeting should do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Recommendation {
    FundInFull,
    /// The amount stands beside it.
    FundPart,
    AskForMore,
    DoNotFund,
}

/// Something the fund scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Criterion {
    pub(crate) name: String,
    /// The highest score.
    pub(crate) most: u8,
}

/// A judgement exactly as it stands on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedJudgement {
    pub(crate) helps_plan: Option<HelpsPlan>,
    pub(crate) good: String,
    pub(crate) worries: String,
    /// Seven comments, one for each question; empty where there is none.
    pub(crate) comments: Vec<String>,
    /// Questions to ask the group, one a line.
    pub(crate) questions: String,
    /// As typed, in the order of the round's criteria.
    pub(crate) scores: Vec<String>,
    pub(crate) recommendation: Option<Recommendation>,
    /// For a part, as typed.
    pub(crate) amount: String,
}

/// Where a round stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum RoundStage {
    /// Nothing went out yet.
    Preparing,
    /// Packs or booklets are out.
    Out,
    /// The reviews are open to the panel.
    Opened,
}

/// A round, as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RoundRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) started_on: NaiveDate,
    pub(crate) return_by: NaiveDate,
    pub(crate) stage: RoundStage,
    pub(crate) applications: u32,
    pub(crate) reviewers: u32,
    /// Reviewers of whom everything is back.
    pub(crate) back: u32,
    pub(crate) opened_on: Option<NaiveDate>,
}

/// What a round can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RoundChoices {
    /// Received and not decided.
    pub(crate) applications: Vec<RoundApplication>,
    pub(crate) people: Vec<RoundPerson>,
    /// The criteria of the last round; none when scores are off.
    pub(crate) criteria: Vec<Criterion>,
}

/// An application that can be reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RoundApplication {
    pub(crate) id: String,
    pub(crate) reference: String,
    /// None when this member may not read it: then they cannot send it out.
    pub(crate) group_name: Option<String>,
    pub(crate) asked_pence: Option<Pence>,
    pub(crate) received_on: NaiveDate,
    /// The name of the round it is in already.
    pub(crate) in_round: Option<String>,
}

/// Somebody who can review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RoundPerson {
    pub(crate) member_id: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    /// Whether a pack can be sealed to them; otherwise they get a printed booklet.
    pub(crate) has_keys: bool,
}

mirror! {
    /// How a reviewer gets the round.
    Medium = usecases::review::Medium { Pack, Paper, LargePaper }
}

/// A reviewer of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RoundReviewerInput {
    pub(crate) member_id: String,
    pub(crate) medium: Medium,
}

/// A round to be made, or to be changed before anything went out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RoundInput {
    pub(crate) name: String,
    pub(crate) return_by: TypedDate,
    pub(crate) application_ids: Vec<String>,
    pub(crate) reviewers: Vec<RoundReviewerInput>,
    /// Empty: no scores.
    pub(crate) criteria: Vec<Criterion>,
}

/// A round, to be changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeRoundInput {
    pub(crate) round_id: String,
    pub(crate) round: RoundInput,
}

mirror! {
    /// What one reviewer gets of one application, and why not.
    Share = usecases::review::Share { Gets, Conflicted, Doubtful, LeftOut, NotReadable, Over }
}

mirror! {
    /// How far one reviewer has come with one application.
    Progress = usecases::review::Progress { None, Missing, In, InOlder, Rival, Late, Interest }
}

/// One application in one reviewer's hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReaderItem {
    pub(crate) application_id: String,
    pub(crate) share: Share,
    /// Why they were left out.
    pub(crate) reason: Option<String>,
    /// Entries of theirs in the standing register that look alike: to be asked about before papers go out.
    pub(crate) matches: Vec<InterestMatch>,
    pub(crate) progress: Progress,
}

/// One reviewer of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RoundReader {
    pub(crate) member_id: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) medium: Medium,
    pub(crate) has_keys: bool,
    /// The number of their printed copy.
    pub(crate) copy: u32,
    /// In the order of the round's applications.
    pub(crate) items: Vec<ReaderItem>,
    pub(crate) sent_on: Option<NaiveDate>,
    /// The neutral name of the newest pack's file.
    pub(crate) pack_name: Option<String>,
    /// When they first opened it, where a response tells.
    pub(crate) opened_on: Option<NaiveDate>,
    /// When something of theirs last came in.
    pub(crate) back_on: Option<NaiveDate>,
    /// How many of their applications are answered, and how many there are.
    pub(crate) answered: u32,
    pub(crate) expected: u32,
    /// Whether what they hold is older than what stands now: a new pack should go out.
    pub(crate) out_of_date: bool,
}

/// A review that came after the reviews were opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LateReview {
    pub(crate) review_id: String,
    pub(crate) application_id: String,
    pub(crate) reference: String,
    pub(crate) name: String,
    pub(crate) came_on: NaiveDate,
}

/// A round, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Round {
    pub(crate) row: RoundRow,
    pub(crate) criteria: Vec<Criterion>,
    pub(crate) applications: Vec<RoundApplication>,
    pub(crate) readers: Vec<RoundReader>,
    pub(crate) late: Vec<LateReview>,
    /// Who opened the reviews before all were in, and why.
    pub(crate) opened_by: Option<String>,
    pub(crate) opened_reason: Option<String>,
    /// Whether this member may open them now.
    pub(crate) may_open: bool,
    /// Whether this member may send packs and bring responses in.
    pub(crate) may_run: bool,
    /// The applications of this round that this member may review here, at the register.
    pub(crate) mine: Vec<String>,
}

/// A reviewer who is left out of one application, or let in again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct LeaveOutInput {
    pub(crate) round_id: String,
    pub(crate) member_id: String,
    pub(crate) application_id: String,
    pub(crate) out: bool,
    /// Must be filled in when they are left out.
    pub(crate) reason: String,
}

/// Packs to be made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SendPacksInput {
    pub(crate) round_id: String,
    pub(crate) member_ids: Vec<String>,
}

/// Packs that were made: each reviewer's file is theirs alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PacksSent {
    pub(crate) folder: String,
    pub(crate) packs: Vec<PackSent>,
}

/// One pack that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PackSent {
    pub(crate) member_id: String,
    pub(crate) name: String,
    pub(crate) file_name: String,
    pub(crate) applications: u32,
}

/// A booklet that was handed out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PaperSentInput {
    pub(crate) round_id: String,
    pub(crate) member_id: String,
}

mirror! {
    /// Why a pack was refused whole. Nothing was kept.
    PackRefusal = usecases::review::Refusal { NotAPack, NotForMe, Damaged, UnknownSender, BadSignature, Forwarded, WrongKind, OtherPartnership, OtherRound, Newer, Expired, TooLarge, NotAnAnswer, BadContent }
}

mirror! {
    /// What a response says about one application.
    ResponseWhat = usecases::review::bring_in::What { New, Revised, Older, Rival, Late, Conflicted, Same, Interest, Unsure, NoInterest }
}

/// One line of what a response brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ResponseLine {
    pub(crate) application_id: String,
    pub(crate) reference: String,
    pub(crate) what: ResponseWhat,
}

/// What a picked response would bring, or did bring. Never a word of a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ResponseFound {
    pub(crate) path: String,
    pub(crate) file_name: String,
    /// Why it was refused; then nothing else is known of it.
    pub(crate) refused: Option<PackRefusal>,
    pub(crate) from: Option<String>,
    pub(crate) round_id: Option<String>,
    pub(crate) round_name: Option<String>,
    /// When they made it and first opened theirs, as instants.
    pub(crate) made_at: Option<String>,
    pub(crate) opened_at: Option<String>,
    /// The day the same pack was brought in already.
    pub(crate) already_on: Option<NaiveDate>,
    /// The day of the journal head they saw that is not in this register's history: somebody restored an older copy, or
    /// rewrote it.
    pub(crate) history_differs: Option<NaiveDate>,
    pub(crate) lines: Vec<ResponseLine>,
    /// References of theirs that are not answered yet. Never a deletion.
    pub(crate) missing: Vec<String>,
    /// Whether bringing it in makes the last review come in, which opens them all.
    pub(crate) opens_all: bool,
}

/// A response file, picked before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ResponseInput {
    pub(crate) path: String,
}

/// Reviews to be opened before all are in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OpenReviewsInput {
    pub(crate) round_id: String,
    pub(crate) reason: String,
}

/// What the chair says of a review that came late.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SettleLateInput {
    pub(crate) review_id: String,
    pub(crate) accepted: bool,
    pub(crate) reason: String,
}

/// A review typed in at the register: one's own, signed; or a paper reply on somebody's behalf, attributable and unsigned.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordReviewInput {
    pub(crate) round_id: String,
    pub(crate) member_id: String,
    pub(crate) application_id: String,
    /// The day on the paper. Empty for one's own: today.
    pub(crate) on: TypedDate,
    pub(crate) judgement: TypedJudgement,
}

/// An interest that stands on a paper reply.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordPaperInterestInput {
    pub(crate) round_id: String,
    pub(crate) member_id: String,
    pub(crate) answer: super::interest::AnswerInterestInput,
}

/// A review, as the panel sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PanelReview {
    pub(crate) review_id: String,
    pub(crate) member_id: String,
    pub(crate) name: String,
    pub(crate) standing: ReviewStanding,
    /// Who typed it in from paper; none when its author signed it.
    pub(crate) typed_by: Option<String>,
    pub(crate) made_on: NaiveDate,
    pub(crate) version: u32,
    pub(crate) helps_plan: Option<HelpsPlan>,
    pub(crate) good: String,
    pub(crate) worries: String,
    pub(crate) comments: Vec<QuestionComment>,
    pub(crate) questions: Vec<String>,
    pub(crate) scores: Vec<Option<u8>>,
    pub(crate) recommendation: Recommendation,
    /// What that would grant, where an amount can be named.
    pub(crate) amount_pence: Option<Pence>,
    /// Why the chair let it in, or left it out.
    pub(crate) late_reason: Option<String>,
}

/// A comment on one of the seven questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QuestionComment {
    pub(crate) question: u8,
    pub(crate) text: String,
}

/// A question to ask the group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PanelQuestion {
    pub(crate) text: String,
    pub(crate) by: String,
}

/// What the reviews that count say together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Together {
    pub(crate) reviews: u32,
    pub(crate) in_full: u32,
    pub(crate) in_part: u32,
    pub(crate) ask_for_more: u32,
    pub(crate) do_not_fund: u32,
    pub(crate) agreement: Agreement,
    pub(crate) lowest_pence: Option<Pence>,
    pub(crate) middle_pence: Option<Pence>,
    pub(crate) highest_pence: Option<Pence>,
}

/// Somebody's envelope before the reviews are opened: who is in, never what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Envelope {
    pub(crate) name: String,
    pub(crate) progress: Progress,
}

/// What the panel sees of one application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Panel {
    pub(crate) round_id: String,
    pub(crate) round_name: String,
    pub(crate) application_id: String,
    pub(crate) reference: String,
    pub(crate) group_name: String,
    pub(crate) one_line: String,
    pub(crate) asked_pence: Pence,
    /// Whether the reviews are open. Before that there are envelopes only.
    pub(crate) opened: bool,
    pub(crate) envelopes: Vec<Envelope>,
    /// Those that count first, each reviewer once.
    pub(crate) reviews: Vec<PanelReview>,
    /// Those that do not count, with where they stand.
    pub(crate) set_aside: Vec<PanelReview>,
    pub(crate) together: Option<Together>,
    pub(crate) questions: Vec<PanelQuestion>,
    pub(crate) criteria: Vec<Criterion>,
    /// Names of reviewers with an interest, who take no part.
    pub(crate) took_no_part: Vec<String>,
    /// The other applications of the round that this member may read, for going on to the next.
    pub(crate) others: Vec<RoundApplication>,
}

/// A member's own earlier judgement on an application of a round, to be revised at the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReviewDesk {
    pub(crate) round_id: String,
    pub(crate) member_id: String,
    pub(crate) name: String,
    pub(crate) application_id: String,
    pub(crate) reference: String,
    pub(crate) group_name: String,
    pub(crate) asked_pence: Pence,
    pub(crate) criteria: Vec<Criterion>,
    /// What stands now; empty for a first review.
    pub(crate) judgement: TypedJudgement,
    /// Whether it takes the place of one that is in.
    pub(crate) revises: bool,
    /// Whether the member sits here and signs it.
    pub(crate) mine: bool,
}
