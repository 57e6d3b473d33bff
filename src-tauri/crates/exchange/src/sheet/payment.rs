//! What the LTO's clerk is given to pay, and the facts that come back.

use crate::SignedFact;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a [`PaymentFact`] says it is.
pub const PAYMENT_FACT: &str = "payment";
/// What an [`UndoingFact`] says it is.
pub const UNDOING_FACT: &str = "payment-undone";
/// What an [`AccountCheckFact`] says it is.
pub const ACCOUNT_CHECK_FACT: &str = "account-check";
/// What a [`ConfirmationFact`] says it is.
pub const CONFIRMATION_FACT: &str = "payee-confirmation";
/// What a [`RunFact`] says it is.
pub const RUN_FACT: &str = "payment-run";
/// What an [`ApprovalFact`] says it is.
pub const APPROVAL_FACT: &str = "run-approval";
/// What a [`SeenFact`] says it is.
pub const SEEN_FACT: &str = "payment-seen";

/// Everything the clerk may pay or wait for, as the register knew it when the pack was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaymentSheet {
    /// The Locally Trusted Organisation, which pays.
    pub lto: String,
    /// The plan's name.
    pub plan: String,
    /// Who made the pack.
    pub co_ordinator: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// Whether a second person must approve a run before it is paid.
    #[serde(default)]
    pub two_people: bool,
    /// Everybody at the LTO who may pay, with their keys: each may read this ledger and approve the others' runs.
    pub clerks: Vec<ClerkSheet>,
    /// The grants whose groups were told, and that are not finished; and those paid in the last year.
    pub grants: Vec<GrantSheet>,
    /// The money of the whole partnership, in pence.
    pub funds: FundsSheet,
    /// The ids of the facts that the register holds already.
    #[serde(default)]
    pub facts_held: Vec<Uuid>,
}

/// Somebody at the LTO who may pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ClerkSheet {
    /// The member in the register.
    pub member_id: Uuid,
    /// Their name.
    pub name: String,
    /// For whom to seal: `age1…`.
    pub recipient: String,
    /// What proves their signatures: `RW…`.
    pub verifying_key: String,
}

/// The money of the whole partnership, in pence, as the register knew it. VAT is included everywhere (§4.1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FundsSheet {
    /// What the plan has.
    pub planned_pence: i64,
    /// What was drawn down from the funder.
    pub drawn_down_pence: i64,
    /// What was paid on every line, less what came back.
    pub paid_pence: i64,
    /// What is committed and not paid.
    pub committed_pence: i64,
}

/// One grant, as the clerk needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GrantSheet {
    /// The grant.
    pub grant_id: Uuid,
    /// `CC-2022-007`
    pub reference: String,
    /// The group.
    pub group: String,
    /// Who is paid: the group, or the organisation that holds its money.
    pub payee: String,
    /// What the money is for.
    pub purpose: String,
    /// The line's code.
    pub code: String,
    /// What was granted, in pence.
    pub amount_pence: i64,
    /// The day of the decision.
    pub awarded_on: NaiveDate,
    /// The day the group was told.
    pub issued_on: NaiveDate,
    /// The end of funding as it stands.
    pub ends_on: NaiveDate,
    /// Whether it was closed or cancelled.
    #[serde(default)]
    pub finished: bool,
    /// What the group sent back, in pence.
    #[serde(default)]
    pub sent_back_pence: i64,
    /// Agreed part payments, in order: when, and how much in pence.
    #[serde(default)]
    pub instalments: Vec<(String, i64)>,
    /// The decision's conditions, in order, and when each was met.
    #[serde(default)]
    pub conditions: Vec<(String, Option<NaiveDate>)>,
    /// Who signed the agreement: the party's code, the name, and when.
    #[serde(default)]
    pub signatures: Vec<(String, String, NaiveDate)>,
    /// The scan of the signed agreement, which travels in the same pack: its hash and its kind.
    #[serde(default)]
    pub agreement: Option<(String, String)>,
    /// The members who took part in the decision. None of them pays or approves this grant where two people are asked for.
    #[serde(default)]
    pub deciders: Vec<Uuid>,
    /// The accounts, the oldest first; the last is the one to be paid.
    #[serde(default)]
    pub accounts: Vec<AccountSheet>,
    /// The payments the register knows, oldest first.
    #[serde(default)]
    pub payments: Vec<PaymentRowSheet>,
}

/// An account. Only the last one of a grant carries its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountSheet {
    /// The account.
    pub account_id: Uuid,
    /// The last four digits.
    pub last_four: String,
    /// When it was recorded.
    pub recorded_on: NaiveDate,
    /// The name on the account, the sort code and the account number, digits only.
    #[serde(default)]
    pub numbers: Option<(String, String, String)>,
    /// How it was checked, and when: the method's code.
    #[serde(default)]
    pub check: Option<(String, NaiveDate)>,
    /// What the bank said about its name, the latest: the outcome's code, the bank's name for it, when.
    #[serde(default)]
    pub confirmation: Option<(String, String, NaiveDate)>,
}

/// A payment that the register knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaymentRowSheet {
    /// The payment.
    pub payment_id: Uuid,
    /// How much, in pence.
    pub amount_pence: i64,
    /// When it left the LTO's account.
    pub paid_on: NaiveDate,
    /// What the bank statement says.
    pub reference: String,
    /// The method's code.
    pub method: String,
    /// How and when it was undone: the way's code.
    #[serde(default)]
    pub undone: Option<(String, NaiveDate)>,
    /// When it was seen on the statement, and when its return was.
    #[serde(default)]
    pub seen: (Option<NaiveDate>, Option<NaiveDate>),
}

/// What a clerk sends back: every fact of theirs and of the other clerks that the register does not hold yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaidSheet {
    /// The payment pack it answers.
    pub for_pack: Uuid,
    /// Who sends it.
    pub clerk: Uuid,
    /// The facts with their authors, in the order in which they were made.
    pub facts: Vec<(Uuid, SignedFact)>,
}

/// The clerk paid. Its text is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaymentFact {
    /// Always `payment`.
    pub fact: String,
    /// The register it belongs to.
    pub register_id: Uuid,
    /// The new payment.
    pub payment_id: Uuid,
    /// The grant.
    pub grant_id: Uuid,
    /// The account it went to, for a bank transfer.
    pub account_id: Option<Uuid>,
    /// How much, in pence.
    pub amount_pence: i64,
    /// When it left the LTO's account.
    pub paid_on: NaiveDate,
    /// What the bank statement will say.
    pub reference: String,
    /// The method's code.
    pub method: String,
    /// The run it belonged to, if any.
    #[serde(default)]
    pub run_id: Option<Uuid>,
    /// Who paid.
    pub member_id: Uuid,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// A payment came back, or never happened. Its text is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UndoingFact {
    /// Always `payment-undone`.
    pub fact: String,
    /// The register it belongs to.
    pub register_id: Uuid,
    /// The payment.
    pub payment_id: Uuid,
    /// The way's code: `returned` or `voided`.
    pub way: String,
    /// When.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who says it.
    pub member_id: Uuid,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// An account was checked to be the payee's. Its text is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountCheckFact {
    /// Always `account-check`.
    pub fact: String,
    /// The register it belongs to.
    pub register_id: Uuid,
    /// The account.
    pub account_id: Uuid,
    /// The method's code.
    pub method: String,
    /// When.
    pub checked_on: NaiveDate,
    /// Who checked.
    pub member_id: Uuid,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// What the payer's bank said about the name on an account (Confirmation of Payee). Its text is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmationFact {
    /// Always `payee-confirmation`.
    pub fact: String,
    /// The register it belongs to.
    pub register_id: Uuid,
    /// The account.
    pub account_id: Uuid,
    /// The outcome's code: `match`, `close-match`, `no-match` or `unavailable`.
    pub outcome: String,
    /// The name the bank showed, for a close match.
    pub bank_name: String,
    /// What was done about it.
    pub action: String,
    /// When it was seen.
    pub seen_on: NaiveDate,
    /// Who saw it.
    pub member_id: Uuid,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// A run of payments, as its maker put it together. Its text is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunFact {
    /// Always `payment-run`.
    pub fact: String,
    /// The register it belongs to.
    pub register_id: Uuid,
    /// The run.
    pub run_id: Uuid,
    /// The grants, the account each is paid to, how much in pence, and what the statement will say.
    pub payments: Vec<(Uuid, Option<Uuid>, i64, String)>,
    /// The day it is meant to be paid.
    pub pay_on: NaiveDate,
    /// Who made it.
    pub member_id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// A second person approved a run, exactly as it was signed. Its text is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ApprovalFact {
    /// Always `run-approval`.
    pub fact: String,
    /// The register it belongs to.
    pub register_id: Uuid,
    /// The run's fact: the hash of its text.
    pub run_fact: Uuid,
    /// Whether they approve it, or send it back.
    pub approved: bool,
    /// Why it was sent back.
    #[serde(default)]
    pub reason: String,
    /// Who.
    pub member_id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// A payment, or its return, was found on the bank's statement. Its text is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeenFact {
    /// Always `payment-seen`.
    pub fact: String,
    /// The register it belongs to.
    pub register_id: Uuid,
    /// The payment.
    pub payment_id: Uuid,
    /// `out`, or `back` for its return.
    pub way: String,
    /// The day on the statement.
    pub seen_on: NaiveDate,
    /// The words on the statement.
    pub words: String,
    /// Who matched it.
    pub member_id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}
