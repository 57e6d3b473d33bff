//! The clerk's desk: a machine at the LTO, without a register, where payments are made from payment packs.

use super::field::TypedDate;
use super::grant::{AccountCheck, CheckMethod, FormerAccount, Payment, PaymentMethod, Signature, Undoing};
use super::mirror;
use super::payment::{GrantCondition, ModulusOutcome, PayeeConfirmation, PayeeOutcome};
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A partnership's ledger on this machine, as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LedgerRow {
    pub(crate) ledger_id: String,
    pub(crate) partnership: String,
    /// When the newest pack was made.
    pub(crate) made_on: NaiveDate,
    pub(crate) ready: u32,
    pub(crate) ready_pence: Pence,
    pub(crate) waiting: u32,
    /// Facts that no receipt pack has carried yet.
    pub(crate) unsent: u32,
}

/// Where a grant stands at the clerk's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum LedgerTab {
    ReadyToPay,
    Waiting,
    Paid,
    All,
}

mirror! {
    /// What stands in the way of a payment.
    PayBar = domain::payment::PayBar {
        GroupSignature, PartnershipSignature, Condition, NoAccount, AccountNotChecked, AccountChanged, ModulusFails, NoMatch, InRun, Finished
    }
}

/// One grant in the clerk's ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LedgerGrant {
    pub(crate) grant_id: String,
    pub(crate) reference: String,
    pub(crate) group_name: String,
    pub(crate) payee_name: String,
    pub(crate) purpose: String,
    pub(crate) line_code: String,
    pub(crate) granted_pence: Pence,
    pub(crate) paid_pence: Pence,
    pub(crate) left_pence: Pence,
    /// What would be paid next: the next part, or all that is left.
    pub(crate) next_pence: Pence,
    /// Which part that is, counted from 1, and of how many; none without parts.
    pub(crate) part: Option<(u32, u32)>,
    pub(crate) tab: LedgerTab,
    /// What stands in the way, the first first.
    pub(crate) bars: Vec<PayBar>,
    pub(crate) last_paid_on: Option<NaiveDate>,
    pub(crate) last_four: Option<String>,
}

/// A run of payments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PaymentRun {
    pub(crate) run_id: String,
    pub(crate) made_by: String,
    pub(crate) made_on: NaiveDate,
    pub(crate) pay_on: NaiveDate,
    pub(crate) state: RunState,
    pub(crate) approved_by: Option<String>,
    /// Why it was sent back.
    pub(crate) reason: String,
    pub(crate) rows: Vec<RunRow>,
    pub(crate) total_pence: Pence,
    /// Whether this person may approve it: not who made it, and not who decided any of it.
    pub(crate) may_approve: bool,
    /// Whether this person may record it as paid.
    pub(crate) may_pay: bool,
}

mirror! {
    /// How far a run has come.
    RunState = domain::payment::run::RunState { Waiting, Approved, SentBack, Paid, Dropped }
}

/// One payment of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RunRow {
    pub(crate) grant_id: String,
    pub(crate) grant_reference: String,
    pub(crate) payee_name: String,
    pub(crate) amount_pence: Pence,
    pub(crate) reference: String,
    pub(crate) last_four: Option<String>,
    /// What has come in the way since it was put together.
    pub(crate) bars: Vec<PayBar>,
}

/// What the partnership still has in the bank, as the clerk knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LedgerFunds {
    pub(crate) drawn_down_pence: Pence,
    pub(crate) paid_pence: Pence,
    pub(crate) committed_pence: Pence,
    pub(crate) in_bank_pence: Pence,
}

/// The clerk's ledger of one partnership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClerkLedger {
    pub(crate) ledger_id: String,
    pub(crate) partnership: String,
    pub(crate) lto: String,
    pub(crate) co_ordinator: String,
    pub(crate) made_on: NaiveDate,
    pub(crate) today: NaiveDate,
    pub(crate) two_people: bool,
    /// The other people at the LTO who may pay.
    pub(crate) others: Vec<String>,
    pub(crate) grants: Vec<LedgerGrant>,
    /// Newest first.
    pub(crate) runs: Vec<PaymentRun>,
    pub(crate) funds: LedgerFunds,
    pub(crate) unsent: u32,
    /// When a receipt pack was last saved, as an instant.
    pub(crate) sent_at: Option<String>,
    /// When the tables of the modulus check were loaded here.
    pub(crate) tables_loaded_on: Option<NaiveDate>,
}

/// The account to be paid, as the clerk sees it. The full numbers come by `clerkAccount` alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClerkAccount {
    pub(crate) last_four: String,
    pub(crate) recorded_on: NaiveDate,
    pub(crate) changed: bool,
    pub(crate) former: Option<FormerAccount>,
    pub(crate) check: Option<AccountCheck>,
    pub(crate) modulus: ModulusOutcome,
    pub(crate) confirmation: Option<PayeeConfirmation>,
    /// Whether the numbers are here: they may have been erased.
    pub(crate) numbers: bool,
}

/// A part payment as agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClerkInstalment {
    pub(crate) when: String,
    pub(crate) amount_pence: Pence,
}

/// One grant at the clerk's desk, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClerkGrant {
    pub(crate) grant: LedgerGrant,
    pub(crate) awarded_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) instalments: Vec<ClerkInstalment>,
    pub(crate) conditions: Vec<GrantCondition>,
    pub(crate) signatures: Vec<Signature>,
    /// Whether the signed agreement came with the pack.
    pub(crate) agreement: bool,
    pub(crate) account: Option<ClerkAccount>,
    /// Oldest first.
    pub(crate) payments: Vec<Payment>,
}

/// One grant of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ClerkGrantInput {
    pub(crate) ledger_id: String,
    pub(crate) grant_id: String,
}

/// A payment the clerk made, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ClerkPayInput {
    pub(crate) ledger_id: String,
    pub(crate) grant_id: String,
    pub(crate) amount: String,
    pub(crate) paid_on: TypedDate,
    pub(crate) reference: String,
    pub(crate) method: PaymentMethod,
}

/// A payment to be undone at the clerk's desk.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ClerkUndoInput {
    pub(crate) ledger_id: String,
    pub(crate) payment_id: String,
    pub(crate) way: Undoing,
    pub(crate) on: TypedDate,
    pub(crate) reason: String,
}

/// A check of an account, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ClerkCheckInput {
    pub(crate) ledger_id: String,
    pub(crate) grant_id: String,
    pub(crate) method: CheckMethod,
    pub(crate) checked_on: TypedDate,
}

/// What the bank said about the name, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ClerkConfirmInput {
    pub(crate) ledger_id: String,
    pub(crate) grant_id: String,
    pub(crate) outcome: PayeeOutcome,
    pub(crate) bank_name: String,
    pub(crate) action: String,
    pub(crate) seen_on: TypedDate,
}

/// One payment of a new run, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewRunRow {
    pub(crate) grant_id: String,
    pub(crate) amount: String,
    pub(crate) reference: String,
}

/// A new run, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MakeRunInput {
    pub(crate) ledger_id: String,
    pub(crate) pay_on: TypedDate,
    pub(crate) rows: Vec<NewRunRow>,
}

/// A run of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RunInput {
    pub(crate) ledger_id: String,
    pub(crate) run_id: String,
}

/// A run approved or sent back by a second person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ApproveRunInput {
    pub(crate) ledger_id: String,
    pub(crate) run_id: String,
    pub(crate) approved: bool,
    /// Why it is sent back.
    pub(crate) reason: String,
}

/// A run recorded as paid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PayRunInput {
    pub(crate) ledger_id: String,
    pub(crate) run_id: String,
    pub(crate) paid_on: TypedDate,
}

/// A layout of payment files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BankFileLayout {
    /// A short word for it.
    pub(crate) id: String,
    /// `Paygate CSV`
    pub(crate) name: String,
    /// Whether it needs the LTO's own account.
    pub(crate) own_account: bool,
}

/// A payment file to be made from a run.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct BankFileInput {
    pub(crate) ledger_id: String,
    pub(crate) run_id: String,
    pub(crate) layout: String,
    /// The LTO's own account, where the layout needs it: the name, sort code and number.
    pub(crate) own_name: String,
    pub(crate) own_sort_code: String,
    pub(crate) own_account: String,
}

/// One line of a payment file, as it will stand there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BankFileRow {
    pub(crate) payee_name: String,
    /// The name as the file has it: 18 letters that banks take.
    pub(crate) name_in_file: String,
    pub(crate) reference: String,
    pub(crate) reference_in_file: String,
    /// Masked.
    pub(crate) account: String,
    pub(crate) amount_pence: Pence,
}

/// A payment file before it is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BankFilePreview {
    pub(crate) rows: Vec<BankFileRow>,
    pub(crate) total_pence: Pence,
    /// How many names or references are cut or changed.
    pub(crate) changed: u32,
}

/// A printed paper of the clerk's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ClerkPaper {
    /// The list of a run's payments, to be approved and filed.
    PaymentList,
    /// What the payee is told: one page for each payment.
    RemittanceAdvice,
}

/// A paper to be made: of a run, or of one payment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ClerkPaperInput {
    pub(crate) ledger_id: String,
    pub(crate) paper: ClerkPaper,
    pub(crate) run_id: Option<String>,
    pub(crate) payment_id: Option<String>,
    pub(crate) size: super::document::PrintSize,
}

/// A receipt pack that was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClerkReceiptSaved {
    pub(crate) path: String,
    pub(crate) facts: u32,
}

/// Why a run cannot be made, approved or paid so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum RunRefusal {
    Empty,
    /// Something stands in the way of one of its payments.
    Barred {
        grant_reference: String,
        bar: PayBar,
    },
    MoreThanLeft {
        grant_reference: String,
        left_pence: Pence,
    },
    /// A second person must approve it first.
    NotApproved,
    /// Its maker cannot approve it.
    OwnRun,
    /// Somebody who decided a grant can neither pay it nor approve its payment.
    Decider {
        grant_reference: String,
    },
    /// It is paid, dropped or sent back.
    Over,
}
