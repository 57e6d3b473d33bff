//! The payments desk at the register: packs to the LTO's clerk, what comes back, and how payments are kept safe.

use super::field::TypedDate;
use super::grant::{CheckMethod, GrantRefusal, PaymentMethod, Undoing};
use super::mirror;
use super::review::PackRefusal;
use crate::ipc::value::Pence;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

mirror! {
    /// What the payer's bank said about the name on an account (Confirmation of Payee).
    PayeeOutcome = domain::payee::Confirmation { Match, CloseMatch, NoMatch, Unavailable }
}
mirror! {
    /// What the modulus check of the account's numbers says.
    ModulusOutcome = domain::modulus::Outcome { Passes, Fails, NoRule, NoTables, BadNumbers }
}

/// What the payer's bank said, and what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PayeeConfirmation {
    pub(crate) outcome: PayeeOutcome,
    /// The name the bank showed.
    pub(crate) bank_name: String,
    pub(crate) action: String,
    pub(crate) seen_on: NaiveDate,
    pub(crate) seen_by: String,
}

/// What the payer's bank said, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ConfirmPayeeInput {
    pub(crate) grant_id: String,
    pub(crate) outcome: PayeeOutcome,
    pub(crate) bank_name: String,
    pub(crate) action: String,
    pub(crate) seen_on: TypedDate,
}

/// A condition of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GrantCondition {
    pub(crate) text: String,
    pub(crate) met_on: Option<NaiveDate>,
    pub(crate) note: String,
}

/// A condition that was met.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MeetConditionInput {
    pub(crate) grant_id: String,
    /// Its place among the conditions, from 0.
    pub(crate) place: u32,
    pub(crate) met_on: TypedDate,
    pub(crate) note: String,
}

/// Somebody at the LTO who may pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PayClerk {
    pub(crate) id: String,
    pub(crate) name: String,
    /// Without keys nothing can be sealed to them: they make a card first.
    pub(crate) has_keys: bool,
}

/// A pack that was made, or a receipt that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PayExchange {
    /// An instant.
    pub(crate) at: String,
    /// For whom it was, or from whom it came.
    pub(crate) people: Vec<String>,
}

/// What a payment pack would carry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PaymentPackPlan {
    pub(crate) lto: String,
    pub(crate) clerks: Vec<PayClerk>,
    /// Grants with every check done.
    pub(crate) ready: u32,
    pub(crate) ready_pence: Pence,
    /// Grants that wait for something.
    pub(crate) waiting: u32,
    /// Grants whose group was not told yet: they do not go.
    pub(crate) not_told: u32,
    pub(crate) two_people: bool,
    /// The newest first.
    pub(crate) packs: Vec<PayExchange>,
    pub(crate) receipts: Vec<PayExchange>,
}

/// What one fact of a receipt says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "what", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum PaymentFactKind {
    Paid {
        amount_pence: Pence,
        paid_on: NaiveDate,
        reference: String,
        method: PaymentMethod,
        /// Who approved it.
        approved_by: Option<String>,
    },
    Undone {
        way: Undoing,
        amount_pence: Pence,
        on: NaiveDate,
        reason: String,
    },
    AccountChecked {
        method: CheckMethod,
        checked_on: NaiveDate,
    },
    PayeeConfirmed {
        outcome: PayeeOutcome,
        bank_name: String,
    },
    Seen {
        amount_pence: Pence,
        seen_on: NaiveDate,
        back: bool,
    },
}

/// What would become of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum PaymentFactState {
    /// It would be recorded.
    New,
    /// The register holds it already.
    Held,
    /// It would be recorded, and somebody should look: the account was changed after the clerk's pack was made.
    FormerAccount,
    /// It cannot stand: the whole receipt is refused.
    Refused { refusal: GrantRefusal },
    /// What it is about is not in the register.
    Unknown,
}

/// A fact of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PaymentFactRow {
    pub(crate) grant_id: Option<String>,
    pub(crate) reference: String,
    pub(crate) group_name: String,
    pub(crate) by: String,
    pub(crate) about: PaymentFactKind,
    pub(crate) state: PaymentFactState,
}

/// A receipt pack from the clerk, before it is taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum PaymentReceipt {
    Readable {
        path: String,
        from: String,
        /// An instant.
        made_at: String,
        facts: Vec<PaymentFactRow>,
        /// How many would be recorded.
        new: u32,
        paid_pence: Pence,
        /// Whether it may be taken in: no fact is refused, and something is new.
        may_take_in: bool,
    },
    Refused {
        file_name: String,
        why: PackRefusal,
    },
}

/// How payments are kept safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PaymentSettings {
    pub(crate) lto: String,
    /// Whether a second person must approve a run.
    pub(crate) two_people: bool,
    /// How many days after a grant is finished its bank details are erased.
    pub(crate) erase_after_days: u32,
    /// The LTO's percentage on top of each draw-down, in hundredths: 500 is 5 %.
    pub(crate) lto_share: u32,
    /// When the tables of the modulus check were loaded.
    pub(crate) tables_loaded_on: Option<NaiveDate>,
}

/// The settings of payments, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SavePaymentSettingsInput {
    pub(crate) lto: String,
    pub(crate) two_people: bool,
    pub(crate) erase_after_days: String,
    /// Per cent, such as `5` or `2.5`.
    pub(crate) lto_share: String,
}
