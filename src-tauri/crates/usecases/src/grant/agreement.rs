//! The agreement: who signed it, and a later end of funding.

use super::{event, file_of, of, of_told, signed};
use crate::input::Faults;
use crate::{Changed, Open, Result};
use domain::date::TypedDate;
use domain::id::{AttachmentId, GrantId};
use domain::member::Act;
use domain::signature::{Party, Signature};
use serde_json::json;

/// A signature, as typed.
#[derive(Debug, Clone)]
pub struct NewSignature {
    /// For whom.
    pub party: Party,
    /// Who signed.
    pub name: String,
    /// Their place there.
    pub position: String,
    /// When.
    pub signed_on: TypedDate,
    /// The scan of the signed paper.
    pub scan: Option<AttachmentId>,
}

/// Records a signature on the agreement.
pub fn record_signature(open: &mut Open, id: GrantId, new: &NewSignature) -> Result<Changed<()>> {
    open.change_grant(id, Act::RecordSignature, |tx, case, _| {
        let mut faults = Faults::default();
        let name = faults.line("name", &new.name);
        let position = faults.line("position", &new.position);
        let signed_on = faults.date("signedOn", &new.signed_on);
        let signed_on = faults.settled(signed_on)?;
        let signature = Signature { party: new.party, name, position, signed_on };
        // The rule itself asks whether the group has been told.
        of(case)?.grant.sign(&signature, tx.today())?;
        let attachment_id = file_of(case, new.scan)?;
        tx.insert_signature(&store::NewSignature { grant_id: id.0, signature: &signature, attachment_id })?;
        let payload = json!({
            "grant": id.0, "party": signature.party.code(), "name": signature.name, "signed_on": signed_on.to_string(),
            "scan": attachment_id,
        });
        Ok(((), signed(case, "signatureRecorded", payload)))
    })
}

/// Records a later end of funding. Everything due after it moves with it.
pub fn extend(open: &mut Open, id: GrantId, ends_on: &TypedDate, reason: &str) -> Result<Changed<()>> {
    open.change_grant(id, Act::KeepRecords, |tx, case, _| {
        let mut faults = Faults::default();
        let ends_on = faults.date("endsOn", ends_on);
        let reason = faults.answer("reason", reason);
        let ends_on = faults.settled(ends_on)?;
        let grant = &of_told(case)?.grant;
        grant.extend(ends_on, &reason)?;
        tx.insert_extension(id.0, ends_on, &reason)?;
        let payload = json!({ "grant": id.0, "from": grant.ends_on().to_string(), "ends_on": ends_on.to_string(), "reason": reason });
        Ok(((), event(case, "grantExtended", payload)))
    })
}
