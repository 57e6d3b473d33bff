//! Grants: the lists of agreements, payments and feedback, one grant whole, and what may be recorded on it.

use super::application::{Attachment, Contact};
use super::field::{TypedCount, TypedDate};
use super::home::Owed;
use super::mirror;
use super::payment::{GrantCondition, ModulusOutcome, PayeeConfirmation};
pub(crate) use super::story::{StoryKind, StoryLine};
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// Where a grant stands.
    GrantState = domain::grant::GrantState {
        Offered, Agreed, BeingPaid, Ended, MoneyToReturn, FeedbackReceived, Closed, Cancelled
    }
}
mirror! {
    /// For whom somebody signs.
    Party = domain::signature::Party { Group, Partnership }
}
mirror! {
    /// How money was paid.
    PaymentMethod = domain::payment::Method { BankTransfer, Cheque }
}
mirror! {
    /// How a payment was undone.
    Undoing = domain::payment::Undoing { Returned, Voided }
}
mirror! {
    /// How an account was checked.
    CheckMethod = domain::payee::CheckMethod { StatementSeen, Phoned, NameMatched }
}

/// Which grants a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum GrantTab {
    /// Every grant.
    All,
    /// Agreements: a signature is missing, or the group has not been told.
    ToSign,
    /// Agreements: both have signed.
    Signed,
    /// Payments: every check is done and money is left to pay.
    ReadyToPay,
    /// Payments: money is left to pay and something stands in the way.
    WaitingToPay,
    /// Payments: all is paid.
    Paid,
    /// Feedback: the funding has ended and the form is owed.
    FeedbackDue,
    /// Feedback: paid, and the end of funding is ahead.
    FeedbackLater,
    /// Feedback: the form is in, and the grant is not closed.
    FeedbackIn,
    /// Closed or cancelled.
    Finished,
}

/// What a list of grants is put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum GrantSort {
    Reference,
    Group,
    Awarded,
    Granted,
    Paid,
    Left,
    EndsOn,
    FeedbackDue,
}

/// Which grants to list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ListGrantsInput {
    pub(crate) tab: GrantTab,
    /// Words in the group's name, the reference or the purpose, or an amount.
    pub(crate) text: String,
    pub(crate) sort: GrantSort,
    pub(crate) descending: bool,
    pub(crate) offset: u32,
    pub(crate) limit: u32,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GrantRow {
    pub(crate) id: String,
    pub(crate) application_id: String,
    pub(crate) reference: String,
    /// None when it is under embargo and this member may not read it.
    pub(crate) group_name: Option<String>,
    pub(crate) purpose: Option<String>,
    pub(crate) line_code: String,
    pub(crate) granted_pence: Pence,
    pub(crate) paid_pence: Pence,
    pub(crate) left_pence: Pence,
    pub(crate) state: GrantState,
    pub(crate) awarded_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) feedback_due: NaiveDate,
    pub(crate) last_paid_on: Option<NaiveDate>,
    /// The most pressing thing that is owed.
    pub(crate) next: Option<Owed>,
    pub(crate) sealed: bool,
}

/// How many grants each tab has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TabCount {
    pub(crate) tab: GrantTab,
    pub(crate) count: u32,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GrantList {
    pub(crate) rows: Vec<GrantRow>,
    pub(crate) total: u32,
    pub(crate) granted_pence: Pence,
    pub(crate) paid_pence: Pence,
    pub(crate) left_pence: Pence,
    pub(crate) counts: Vec<TabCount>,
}

/// An agreed cost beside its receipts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GrantCost {
    pub(crate) id: String,
    pub(crate) what: String,
    pub(crate) amount_pence: Pence,
    pub(crate) receipts: u32,
    pub(crate) accepted_pence: Pence,
    /// Agreed, and not shown by receipts; below nothing when more was accepted.
    pub(crate) left_pence: Pence,
}

/// A later end of funding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Extension {
    pub(crate) ends_on: NaiveDate,
    pub(crate) reason: String,
    pub(crate) recorded_on: NaiveDate,
}

/// An agreed part payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Instalment {
    pub(crate) when: String,
    pub(crate) amount_pence: Pence,
}

/// How an account was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountCheck {
    pub(crate) method: CheckMethod,
    pub(crate) checked_on: NaiveDate,
    pub(crate) by: String,
}

/// An account that another took the place of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FormerAccount {
    pub(crate) last_four: String,
    pub(crate) recorded_on: NaiveDate,
}

/// The account to be paid. The full numbers come by `revealAccount` alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PayeeAccount {
    pub(crate) id: String,
    pub(crate) last_four: String,
    pub(crate) recorded_on: NaiveDate,
    /// Another account stood before it.
    pub(crate) changed: bool,
    /// The account that stood before it.
    pub(crate) former: Option<FormerAccount>,
    pub(crate) check: Option<AccountCheck>,
    /// What the numbers say of themselves. Only for those who handle accounts.
    pub(crate) modulus: ModulusOutcome,
    /// What the payer's bank said last.
    pub(crate) confirmation: Option<PayeeConfirmation>,
    /// The numbers were erased; the last four digits stay.
    pub(crate) erased_on: Option<NaiveDate>,
}

/// The account's full numbers, for who may handle them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountDetails {
    pub(crate) account_name: String,
    pub(crate) sort_code: String,
    pub(crate) account_number: String,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Signature {
    pub(crate) party: Party,
    pub(crate) name: String,
    pub(crate) position: String,
    pub(crate) signed_on: NaiveDate,
    /// The scan of the signed paper, if it is kept.
    pub(crate) attachment_id: Option<String>,
}

/// How and why a payment was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PaymentUndone {
    pub(crate) way: Undoing,
    pub(crate) on: NaiveDate,
    pub(crate) reason: String,
}

/// A payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Payment {
    pub(crate) id: String,
    pub(crate) amount_pence: Pence,
    pub(crate) paid_on: NaiveDate,
    pub(crate) reference: String,
    pub(crate) method: PaymentMethod,
    pub(crate) recorded_by: String,
    /// Who else approved it.
    pub(crate) approved_by: Option<String>,
    /// When it was found on the bank's statement.
    pub(crate) seen_on: Option<NaiveDate>,
    /// When its return was.
    pub(crate) return_seen_on: Option<NaiveDate>,
    pub(crate) undone: Option<PaymentUndone>,
}

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Receipt {
    pub(crate) id: String,
    pub(crate) cost_id: String,
    pub(crate) amount_pence: Pence,
    pub(crate) accepted_pence: Pence,
    pub(crate) spent_on: NaiveDate,
    pub(crate) what: String,
    pub(crate) voided: Option<String>,
}

/// Money a group sent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SentBack {
    pub(crate) amount_pence: Pence,
    pub(crate) on: NaiveDate,
    pub(crate) reference: String,
}

/// The Grant Feedback form as typed. Dates and numbers are kept as they are on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TypedFeedback {
    pub(crate) received_on: TypedDate,
    pub(crate) how_much: String,
    pub(crate) how_well: String,
    pub(crate) difference: String,
    pub(crate) who_was_heard: String,
    pub(crate) by_age: Vec<TypedCount>,
    pub(crate) total: String,
    pub(crate) from_area: String,
    pub(crate) may_publish_words: bool,
    pub(crate) may_publish_photos: bool,
    pub(crate) named_as: String,
}

/// One grant, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GrantView {
    pub(crate) id: String,
    pub(crate) application_id: String,
    pub(crate) reference: String,
    pub(crate) group_name: String,
    /// Who is paid: the group, or the organisation that holds its money.
    pub(crate) payee_name: String,
    pub(crate) purpose: String,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) line_code: String,
    pub(crate) sealed: bool,
    pub(crate) state: GrantState,
    pub(crate) granted_pence: Pence,
    pub(crate) paid_pence: Pence,
    pub(crate) left_pence: Pence,
    pub(crate) accepted_pence: Pence,
    pub(crate) sent_back_pence: Pence,
    /// Granted, and not shown by receipts; below nothing when more was accepted.
    pub(crate) unreceipted_pence: Pence,
    /// Paid, and neither shown by receipts nor sent back.
    pub(crate) unaccounted_pence: Pence,
    pub(crate) received_on: NaiveDate,
    pub(crate) awarded_on: NaiveDate,
    pub(crate) issued_on: Option<NaiveDate>,
    pub(crate) return_by: Option<NaiveDate>,
    pub(crate) signed_on: Option<NaiveDate>,
    pub(crate) first_ends_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) feedback_due: NaiveDate,
    pub(crate) feedback_on: Option<NaiveDate>,
    pub(crate) closed_on: Option<NaiveDate>,
    pub(crate) closed_reason: Option<String>,
    pub(crate) cancelled_on: Option<NaiveDate>,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) instalments: Vec<Instalment>,
    /// The next part payment, if money is left to pay.
    pub(crate) next_instalment_pence: Option<Pence>,
    pub(crate) conditions: Vec<GrantCondition>,
    pub(crate) costs: Vec<GrantCost>,
    pub(crate) account: Option<PayeeAccount>,
    pub(crate) signatures: Vec<Signature>,
    pub(crate) unsigned: Vec<Party>,
    pub(crate) payments: Vec<Payment>,
    pub(crate) receipts: Vec<Receipt>,
    pub(crate) sent_back: Vec<SentBack>,
    /// The feedback form: what was recorded, or what is being typed.
    pub(crate) feedback: Option<TypedFeedback>,
    pub(crate) owed: Vec<Owed>,
    /// Newest first.
    pub(crate) story: Vec<StoryLine>,
    pub(crate) attachments: Vec<Attachment>,
}

/// A signature to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordSignatureInput {
    pub(crate) grant_id: String,
    pub(crate) party: Party,
    pub(crate) name: String,
    pub(crate) position: String,
    pub(crate) signed_on: TypedDate,
    pub(crate) attachment_id: Option<String>,
}

/// An account to be recorded. A second one replaces the first and must be checked again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordAccountInput {
    pub(crate) grant_id: String,
    pub(crate) account_name: String,
    pub(crate) sort_code: String,
    pub(crate) account_number: String,
}

/// An account was checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CheckAccountInput {
    pub(crate) grant_id: String,
    pub(crate) method: CheckMethod,
    pub(crate) checked_on: TypedDate,
}

/// A payment to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordPaymentInput {
    pub(crate) grant_id: String,
    pub(crate) amount: String,
    pub(crate) paid_on: TypedDate,
    pub(crate) reference: String,
    pub(crate) method: PaymentMethod,
}

/// A payment to be undone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct UndoPaymentInput {
    pub(crate) payment_id: String,
    pub(crate) way: Undoing,
    pub(crate) on: TypedDate,
    pub(crate) reason: String,
}

/// A later end of funding to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ExtendGrantInput {
    pub(crate) grant_id: String,
    pub(crate) ends_on: TypedDate,
    pub(crate) reason: String,
}

/// A grant to be cancelled before anything was paid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CancelGrantInput {
    pub(crate) grant_id: String,
    pub(crate) reason: String,
}

/// Feedback as it is typed, or to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct FeedbackInput {
    pub(crate) grant_id: String,
    pub(crate) content: TypedFeedback,
}

/// A receipt to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordReceiptInput {
    pub(crate) grant_id: String,
    pub(crate) cost_id: String,
    pub(crate) amount: String,
    /// How much of it is accepted.
    pub(crate) accepted: String,
    pub(crate) spent_on: TypedDate,
    pub(crate) what: String,
    pub(crate) attachment_id: Option<String>,
}

/// A receipt to be struck out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct VoidReceiptInput {
    pub(crate) receipt_id: String,
    pub(crate) reason: String,
}

/// Money sent back, to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RecordSentBackInput {
    pub(crate) grant_id: String,
    pub(crate) amount: String,
    pub(crate) on: TypedDate,
    pub(crate) reference: String,
}

/// A grant to be closed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CloseGrantInput {
    pub(crate) grant_id: String,
    pub(crate) on: TypedDate,
    /// Why money without receipts is let go; empty otherwise.
    pub(crate) let_go: String,
}

/// Why something cannot be recorded on a grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum GrantRefusal {
    /// Closed or cancelled.
    NotOpen,
    InFuture,
    NotPositive,
    NoReason,
    NoName,
    NoReference,
    BeforeAward {
        awarded_on: NaiveDate,
    },
    /// Signature: the group has not been told.
    NotIssued,
    /// Signature: this party has signed.
    AlreadySigned,
    /// Signature: one person cannot sign for both.
    SamePerson,
    /// Payment: more than is left.
    ExceedsGrant {
        granted_pence: Pence,
        left_pence: Pence,
        over_pence: Pence,
    },
    /// Payment: a signature is missing.
    NotSigned {
        missing: Vec<Party>,
    },
    /// Payment: before the last signature.
    BeforeSigned {
        signed_on: NaiveDate,
    },
    NoAccount,
    AccountNotChecked,
    AccountChanged {
        changed_on: NaiveDate,
    },
    /// Payment: a condition of the decision is not met.
    ConditionNotMet {
        text: String,
    },
    /// Payment: the numbers of the account cannot belong together.
    ModulusFails,
    /// Payment: the payer's bank has another name for the account.
    NoMatch,
    /// Payment: it stands in a run that is not paid yet.
    InRun,
    /// The numbers of the account were erased.
    Erased,
    /// Condition: it was met before.
    AlreadyMet,
    /// Account check: it was checked.
    AlreadyChecked,
    /// Account check: before the account was recorded.
    BeforeRecorded {
        recorded_on: NaiveDate,
    },
    /// Account check: a changed account is checked by phone.
    ChangedNeedsPhone,
    /// Undoing: it was undone.
    AlreadyUndone,
    BeforePayment {
        paid_on: NaiveDate,
    },
    /// Undoing: receipts stand against this money.
    ReceiptsStand,
    /// Extension: not later than the end that stands.
    NotLater {
        ends_on: NaiveDate,
    },
    /// Feedback: nothing has been paid.
    NothingPaid,
    /// Feedback: none of the three questions has words.
    NoStory,
    /// Feedback: publishing without a name agreed.
    NoNameAgreed,
    NoSuchCost,
    AcceptedTooMuch {
        amount_pence: Pence,
    },
    AfterEnd {
        ends_on: NaiveDate,
    },
    /// Sent back: more than is unaccounted for.
    TooMuchBack {
        unaccounted_pence: Pence,
    },
    /// Close: feedback is owed.
    NoFeedback {
        due_on: NaiveDate,
    },
    /// Close: money is not accounted for.
    MoneyToReturn {
        unaccounted_pence: Pence,
    },
    BeforeFeedback {
        feedback_on: NaiveDate,
    },
    /// Cancel: money was paid.
    AlreadyPaid {
        paid_pence: Pence,
    },
}
