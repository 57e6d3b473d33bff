//! What a clerk says, as it is signed and read back.

use super::sign;
use crate::Result;
use exchange::SignedFact;
use exchange::sheet::{
    ACCOUNT_CHECK_FACT, APPROVAL_FACT, AccountCheckFact, ApprovalFact, CONFIRMATION_FACT, ConfirmationFact, PAYMENT_FACT, PaymentFact,
    RUN_FACT, RunFact, SEEN_FACT, SeenFact, UNDOING_FACT, UndoingFact,
};
use keys::Keyring;
use serde::Deserialize;
use uuid::Uuid;

/// Something a clerk said.
pub(super) enum Said {
    Paid(PaymentFact),
    Undone(UndoingFact),
    Checked(AccountCheckFact),
    Confirmed(ConfirmationFact),
    Run(RunFact),
    Answered(ApprovalFact),
    Seen(SeenFact),
}

impl Said {
    /// Reads a fact; none when it is of a kind that only a newer program knows.
    pub(super) fn read(fact: &SignedFact) -> Result<Option<Self>> {
        #[derive(Deserialize)]
        struct Stated {
            fact: String,
        }
        let stated: Stated = fact.read()?;
        Ok(Some(match stated.fact.as_str() {
            PAYMENT_FACT => Self::Paid(fact.read()?),
            UNDOING_FACT => Self::Undone(fact.read()?),
            ACCOUNT_CHECK_FACT => Self::Checked(fact.read()?),
            CONFIRMATION_FACT => Self::Confirmed(fact.read()?),
            RUN_FACT => Self::Run(fact.read()?),
            APPROVAL_FACT => Self::Answered(fact.read()?),
            SEEN_FACT => Self::Seen(fact.read()?),
            _ => return Ok(None),
        }))
    }

    /// Whether it says of itself that this member said it about this register.
    pub(super) fn is_of(&self, member: Uuid, register: Uuid) -> bool {
        let (by, of) = match self {
            Self::Paid(fact) => (fact.member_id, fact.register_id),
            Self::Undone(fact) => (fact.member_id, fact.register_id),
            Self::Checked(fact) => (fact.member_id, fact.register_id),
            Self::Confirmed(fact) => (fact.member_id, fact.register_id),
            Self::Run(fact) => (fact.member_id, fact.register_id),
            Self::Answered(fact) => (fact.member_id, fact.register_id),
            Self::Seen(fact) => (fact.member_id, fact.register_id),
        };
        (by, of) == (member, register)
    }

    /// Signs it.
    pub(super) fn sign(&self, keyring: &Keyring) -> Result<SignedFact> {
        match self {
            Self::Paid(fact) => sign(fact, PAYMENT_FACT, keyring),
            Self::Undone(fact) => sign(fact, UNDOING_FACT, keyring),
            Self::Checked(fact) => sign(fact, ACCOUNT_CHECK_FACT, keyring),
            Self::Confirmed(fact) => sign(fact, CONFIRMATION_FACT, keyring),
            Self::Run(fact) => sign(fact, RUN_FACT, keyring),
            Self::Answered(fact) => sign(fact, APPROVAL_FACT, keyring),
            Self::Seen(fact) => sign(fact, SEEN_FACT, keyring),
        }
    }
}
