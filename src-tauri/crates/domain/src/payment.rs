//! Payments: what the LTO paid, what came back, and what would not stand.

pub mod run;

use crate::{Money, id::PaymentId};
use chrono::NaiveDate;

/// How money was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// To the payee's account.
    BankTransfer,
    /// By cheque to the payee.
    Cheque,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 2] = [Self::BankTransfer, Self::Cheque];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::BankTransfer => "bank-transfer",
            Self::Cheque => "cheque",
        }
    }

    /// The method of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }
}

/// How a payment was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Undoing {
    /// The bank or the group sent it back.
    Returned,
    /// It was recorded by mistake and never happened.
    Voided,
}

impl Undoing {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Returned, Self::Voided];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Voided => "voided",
        }
    }

    /// The way of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|undoing| undoing.code() == code)
    }
}

/// A payment as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Its id.
    pub id: PaymentId,
    /// How much.
    pub amount: Money,
    /// When it left the LTO's account.
    pub paid_on: NaiveDate,
    /// What the bank statement will say.
    pub reference: String,
    /// How.
    pub method: Method,
    /// How and when it was undone, if it was.
    pub undone: Option<Undone>,
}

/// How a payment was undone, and on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undone {
    /// How.
    pub way: Undoing,
    /// The day the money was back, or the mistake was found.
    pub on: NaiveDate,
}

impl Payment {
    /// Whether the money stayed paid.
    pub fn stands(&self) -> bool {
        self.undone.is_none()
    }
}

/// A payment to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPayment {
    /// How much.
    pub amount: Money,
    /// When.
    pub paid_on: NaiveDate,
    /// What the bank statement will say.
    pub reference: String,
    /// How.
    pub method: Method,
}

/// Why a payment cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaymentError {
    /// Nothing, or less.
    #[error("not more than nothing")]
    NotPositive,
    /// More than is left of the grant.
    #[error("exceeds the grant")]
    ExceedsGrant {
        /// What was granted.
        granted: Money,
        /// What is left to pay.
        left: Money,
        /// By how much it is too much.
        over: Money,
    },
    /// A signature is missing.
    #[error("agreement not signed")]
    NotSigned {
        /// Who has not signed.
        missing: Vec<crate::signature::Party>,
    },
    /// The day is before the award.
    #[error("before the award")]
    BeforeAward {
        /// When it was awarded.
        awarded_on: NaiveDate,
    },
    /// The day is before the last signature.
    #[error("before the agreement was signed")]
    BeforeSigned {
        /// When the last of both signed.
        signed_on: NaiveDate,
    },
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// No account is known for a bank transfer.
    #[error("no account")]
    NoAccount,
    /// The account was never checked.
    #[error("account not checked")]
    AccountNotChecked,
    /// The account was changed and not checked again.
    #[error("account changed and not checked again")]
    AccountChanged {
        /// When it was changed.
        changed_on: NaiveDate,
    },
    /// A condition of the decision is not met.
    #[error("a condition is not met")]
    ConditionNotMet {
        /// What it says.
        text: String,
    },
    /// The numbers of the account cannot belong together.
    #[error("the account's numbers do not fit")]
    ModulusFails,
    /// The payer's bank has another name for the account.
    #[error("the bank has another name")]
    NoMatch,
    /// The numbers of the account were erased.
    #[error("the account's numbers were erased")]
    Erased,
    /// It stands in a run that is not paid yet.
    #[error("in a run")]
    InRun,
    /// No reference, so that nobody could find it on a statement.
    #[error("no reference")]
    NoReference,
    /// The grant is closed or was cancelled.
    #[error("no longer open")]
    NotOpen,
}

/// Why a payment cannot be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UndoingError {
    /// It was undone before.
    #[error("already undone")]
    Already,
    /// The day is after today.
    #[error("in the future")]
    InFuture,
    /// The day is before the payment.
    #[error("before the payment")]
    BeforePayment {
        /// When it was paid.
        paid_on: NaiveDate,
    },
    /// No reason was given.
    #[error("no reason")]
    NoReason,
    /// Receipts were accepted against this money: less would be paid than was accepted and sent back.
    #[error("receipts stand against it")]
    ReceiptsStand,
    /// The grant is closed.
    #[error("no longer open")]
    NotOpen,
}

/// What stands in the way of paying a grant, in the order in which it is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayBar {
    /// It is closed or was cancelled.
    Finished,
    /// The group has not signed.
    GroupSignature,
    /// The partnership has not signed.
    PartnershipSignature,
    /// A condition of the decision is not met.
    Condition,
    /// No account is known.
    NoAccount,
    /// The account was never checked.
    AccountNotChecked,
    /// The account was changed and not checked again by phone.
    AccountChanged,
    /// The numbers cannot belong together.
    ModulusFails,
    /// The payer's bank has another name for the account.
    NoMatch,
    /// It stands in a run that is not paid yet.
    InRun,
}
