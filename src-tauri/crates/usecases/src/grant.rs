//! Grants: signed, paid, extended, reported on and closed; the lists of them, and the story of one.

mod account;
mod agreement;
mod closing;
mod condition;
pub(crate) mod erasure;
mod feedback;
mod list;
mod payment;
mod receipt;
mod story;

pub use account::{NewAccount, TypedConfirmation, check_account, confirm_payee, record_account, reveal_account};
pub use agreement::{NewSignature, extend, record_signature};
pub use closing::{cancel, close};
pub use condition::meet_condition;
pub use feedback::{TypedFeedback, record_feedback, save_feedback_typing, typed_again};
pub(crate) use list::Standing;
pub use list::{GrantFilter, GrantPage, GrantSort, GrantTab, left_of, list, purpose};
pub use payment::{TypedPayment, TypedUndoing, record_payment, undo_payment};
pub use receipt::{TypedReceipt, TypedSentBack, record_receipt, record_sent_back, void_receipt};
pub use story::{StoryKind, StoryLine, story};

use crate::case::{Case, GrantCase};
use crate::{Error, Open, Result};
use domain::id::{AttachmentId, GrantId};
use domain::signature::SignatureError;
use serde_json::Value;
use store::Event;

/// The areas whose screens read again when a grant changes: a payment or a close moves the budget too.
const TOUCHED: &[&str] = &["grant", "application", "budget"];

/// The case of a grant, if this member may read it.
pub fn get(open: &Open, id: GrantId) -> Result<&Case> {
    open.case_of_grant(id).and_then(|case| if case.is_readable() { Ok(case) } else { Err(Error::NotFound) })
}

/// The grant of a case.
fn of(case: &Case) -> Result<&GrantCase> {
    case.grant.as_ref().ok_or(Error::NotFound)
}

/// The grant of a case whose group has been told. What is recorded on a grant stands in open tables, so nothing with
/// words or an account's name is recorded while the embargo holds.
fn of_told(case: &Case) -> Result<&GrantCase> {
    let grant = of(case)?;
    // A grant that is closed or cancelled is refused for that reason, by its own rule.
    if case.is_sealed() && grant.grant.is_open() {
        return Err(SignatureError::NotIssued.into());
    }
    Ok(grant)
}

/// Passes when a file stands among those of the case.
fn file_of(case: &Case, file: Option<AttachmentId>) -> Result<Option<uuid::Uuid>> {
    match file {
        Some(id) if !case.attachments.iter().any(|kept| kept.id == id) => Err(Error::NotFound),
        other => Ok(other.map(|id| id.0)),
    }
}

/// An event about a grant, under its application: one look finds the whole life.
fn event(case: &Case, kind: &'static str, payload: Value) -> Event {
    Event { kind, subject: Some(case.row.application_id), payload, touched: TOUCHED, signed: false }
}

/// The same, signed by the member.
fn signed(case: &Case, kind: &'static str, payload: Value) -> Event {
    Event { signed: true, ..event(case, kind, payload) }
}

#[cfg(test)]
pub(crate) mod tests;
