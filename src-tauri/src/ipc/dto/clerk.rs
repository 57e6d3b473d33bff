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

/// What a column of a statement holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum StatementColumn {
    Date,
    Words,
    /// More words: a reference of its own column.
    Reference,
    /// One amount, below nothing for money out.
    Signed,
    /// One amount without a sign, with a flag beside it.
    Amount,
    /// `CR` or `DR`.
    Flag,
    MoneyOut,
    MoneyIn,
    Balance,
    Ignored,
}

/// How a statement's dates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum StatementDates {
    /// `27/03/2022`, `27/3/22`, `27-03-2022`
    DayMonthYear,
    /// `2022-03-27`
    YearMonthDay,
    /// `220327`
    SixDigits,
    /// `27 Mar 2022`
    MonthByName,
    /// `27032022`
    EightDigits,
}

/// How a bank's statement is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct StatementProfile {
    /// `Our NatWest account`
    pub(crate) name: String,
    pub(crate) columns: Vec<StatementColumn>,
    pub(crate) dates: StatementDates,
    /// How many rows stand above the first line.
    pub(crate) headings: u32,
}

/// A file to be read at a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MapStatementInput {
    pub(crate) ledger_id: String,
    pub(crate) path: String,
    pub(crate) profile: StatementProfile,
    /// Whether to keep the profile under its name.
    pub(crate) keep: bool,
}

/// Why a statement or table is refused whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum TableRefusal {
    Empty,
    TooLarge {
        most_megabytes: u32,
    },
    TooManyRows {
        most: u32,
    },
    LineTooLong {
        row: u32,
    },
    /// Neither text nor a spreadsheet.
    NotATable,
    /// Text in an encoding that cannot be told.
    Encoding,
    Protected,
    Damaged,
    Formula {
        row: u32,
        column: u32,
    },
    MissingColumns {
        row: u32,
    },
    /// A column that the mapping needs is not chosen.
    NoDateColumn,
    NoAmountColumn,
    NotADate {
        row: u32,
        text: String,
    },
    /// Some dates are of another form.
    MixedDates {
        row: u32,
        text: String,
    },
    NotAnAmount {
        row: u32,
        text: String,
    },
    NoFlag {
        row: u32,
        text: String,
    },
    NoLines,
}

/// A picked statement, before it is matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum StatementPick {
    /// A table: its columns must be told, and may be guessed.
    Table {
        path: String,
        file_name: String,
        /// The first rows, as they are.
        rows: Vec<Vec<String>>,
        row_count: u32,
        /// What the program takes it for, or the saved profile that fits.
        guess: StatementProfile,
        profiles: Vec<StatementProfile>,
    },
    /// A file in the OFX format: nothing need be told.
    Ofx {
        path: String,
        file_name: String,
        lines: u32,
    },
    Refused {
        file_name: String,
        refusal: TableRefusal,
    },
}

/// A line of a bank statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StatementLine {
    /// Its place in the file.
    pub(crate) line: u32,
    pub(crate) on: NaiveDate,
    pub(crate) words: String,
    /// Below nothing for money out.
    pub(crate) amount_pence: Pence,
}

/// A payment, or its return, that is looked for on the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SoughtPayment {
    pub(crate) payment_id: String,
    /// Whether it is its return that is looked for.
    pub(crate) back: bool,
    pub(crate) grant_reference: String,
    pub(crate) payee_name: String,
    pub(crate) amount_pence: Pence,
    pub(crate) on: NaiveDate,
    pub(crate) reference: String,
}

/// A payment with the line that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StatementMatch {
    pub(crate) payment: SoughtPayment,
    pub(crate) line: StatementLine,
    /// Whether the reference stands in the line's words.
    pub(crate) by_reference: bool,
    /// How many days after the payment the line is.
    pub(crate) days: i32,
    /// Whether it was confirmed before.
    pub(crate) confirmed: bool,
}

/// A payment for which several lines could be, or a line for which several payments could be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StatementDoubt {
    pub(crate) payment: SoughtPayment,
    pub(crate) lines: Vec<StatementLine>,
}

/// A statement held against the payments. Nothing is changed by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reconciliation {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    pub(crate) lines: u32,
    pub(crate) matched: Vec<StatementMatch>,
    pub(crate) doubtful: Vec<StatementDoubt>,
    /// Payments of the statement's time that it does not show.
    pub(crate) missing: Vec<SoughtPayment>,
    /// Money that came in and looks like a payment sent back: a payment of that amount or reference.
    pub(crate) came_back: Vec<StatementDoubt>,
    /// Other lines: how many, and the first hundred.
    pub(crate) unknown: u32,
    pub(crate) unknown_lines: Vec<StatementLine>,
}

/// What came of reading a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum StatementResult {
    Read { reconciliation: Reconciliation },
    Refused { refusal: TableRefusal },
}

/// Matches that a person confirmed, of the statement that was read last.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ConfirmMatchesInput {
    pub(crate) ledger_id: String,
    pub(crate) matches: Vec<ConfirmedMatch>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ConfirmedMatch {
    pub(crate) payment_id: String,
    pub(crate) back: bool,
    pub(crate) line: u32,
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
