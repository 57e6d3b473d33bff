//! The end of a grant: closed when all is settled, or cancelled before anything was paid.

use super::{event, of};
use crate::input::Faults;
use crate::{Changed, Open, Result, seal};
use domain::date::TypedDate;
use domain::id::GrantId;
use domain::member::Act;
use serde_json::json;
use store::NewNote;

/// Stands in the open table for a reason that is kept sealed, as a note, while the embargo holds.
pub(super) const SEALED_REASON: &str = "under-embargo";

/// Closes a grant. What was never paid goes back to its line; money without receipts is let go only with a reason.
pub fn close(open: &mut Open, id: GrantId, on: &TypedDate, let_go: &str) -> Result<Changed<()>> {
    open.change_grant(id, Act::KeepRecords, |tx, case, _| {
        let mut faults = Faults::default();
        let on = faults.date("on", on);
        let let_go = faults.answer("letGo", let_go);
        let on = faults.settled(on)?;
        let grant = &of(case)?.grant;
        grant.close(on, &let_go, tx.today())?;
        tx.insert_closure(id.0, on, &let_go)?;
        let payload = json!({
            "grant": id.0, "closed_on": on.to_string(), "let_go": let_go, "paid_pence": grant.paid().pence(),
            "unaccounted_pence": grant.unaccounted().pence(), "freed_pence": grant.left_to_pay().pence(),
        });
        Ok(((), event(case, "grantClosed", payload)))
    })
}

/// Cancels a grant before anything was paid. The money is free again.
pub fn cancel(open: &mut Open, id: GrantId, reason: &str) -> Result<Changed<()>> {
    open.change_grant(id, Act::KeepRecords, |tx, case, _| {
        let mut faults = Faults::default();
        let reason = faults.answer("reason", reason);
        faults.settle()?;
        let grant = &of(case)?.grant;
        grant.cancel(&reason)?;
        let sealed = case.is_sealed();
        if sealed {
            let application_id = case.row.application_id;
            let text = seal::keep(tx, application_id, true, serde_json::to_string(&reason)?)?;
            let (note_id, noted_on) = (tx.new_id(), tx.today());
            tx.insert_note(&NewNote { note_id, application_id, call: false, noted_on, text })?;
        }
        tx.insert_cancellation(id.0, if sealed { SEALED_REASON } else { &reason })?;
        let told_reason = (!sealed).then_some(&reason);
        let payload = json!({ "grant": id.0, "reason": told_reason, "freed_pence": grant.amount.pence() });
        Ok(((), event(case, "grantCancelled", payload)))
    })
}
