//! Sealing anew after a change of who may read: now, or when somebody who can open it next signs in.

use crate::{Open, Result, seal};
use domain::member::Act;
use keys::{Opener, Recipient};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use store::{Event, Kept, ReadTx, Which, WriteTx};
use uuid::Uuid;

/// Blobs with those who may read them now.
pub(crate) struct Audience {
    pub(crate) blobs: Vec<Uuid>,
    pub(crate) readers: Vec<Recipient>,
}

/// Every blob with those who may read it now: each application under embargo, what is open with its files, and accounts.
pub(crate) fn audiences(tx: &ReadTx<'_>) -> Result<Vec<Audience>> {
    let mut sealed: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    let mut open: Vec<Uuid> = Vec::new();
    let mut keep = |application_id: Uuid, kept: &Kept| {
        if let Some(blob_id) = kept.blob_id() {
            sealed.entry(application_id).or_default().push(blob_id);
        }
    };
    tx.application_versions(Which::All)?.iter().for_each(|row| keep(row.application_id, &row.text));
    tx.withdrawals(Which::All)?.iter().for_each(|row| keep(row.application_id, &row.text));
    tx.notes(Which::All)?.iter().for_each(|row| keep(row.application_id, &row.text));
    tx.decisions(Which::All)?.iter().for_each(|row| keep(row.application_id, &row.text));
    for file in tx.attachments(Which::All)? {
        keep(file.application_id, &file.text);
        // A file's bytes are sealed as its name is.
        if file.text.blob_id().is_some() { keep(file.application_id, &Kept::Sealed(file.bytes)) } else { open.push(file.bytes) }
    }
    for row in tx.applications(Which::All)? {
        row.typing.into_iter().for_each(|blob_id| keep(row.application_id, &Kept::Sealed(blob_id)));
    }
    // What was said about an application is for those who may read it, and stays sealed when its embargo ends.
    for row in tx.reviews(Which::All)? {
        keep(row.application_id, &Kept::Sealed(row.blob_id));
        row.ruling.into_iter().for_each(|ruling| keep(row.application_id, &Kept::Sealed(ruling.reason)));
    }
    for row in tx.leavings_out(Which::All)? {
        row.reason.into_iter().for_each(|blob_id| keep(row.application_id, &Kept::Sealed(blob_id)));
    }
    let of_rounds: Vec<Uuid> = tx.rounds(Which::All)?.into_iter().filter_map(|row| row.opened?.reason).collect();
    let of_applications = seal::readers(tx, Act::ReadSealed)?;
    let mut found: Vec<Audience> = sealed.into_values().map(|blobs| Audience { blobs, readers: of_applications.clone() }).collect();
    found.push(Audience { blobs: of_rounds, readers: of_applications });
    let accounts = tx.payee_accounts(Which::All)?.into_iter().map(|row| row.value.numbers).collect();
    found.push(Audience { blobs: open, readers: tx.sealed_recipients()? });
    found.push(Audience { blobs: accounts, readers: seal::readers(tx, Act::HandleAccount)? });
    Ok(found)
}

/// Seals everything anew to those who may read it now. What is not sealed to the member who is signed in is left for
/// somebody who can open it.
pub(crate) fn settle(tx: &mut WriteTx<'_>) -> Result<()> {
    for audience in audiences(tx)? {
        for blob_id in audience.blobs {
            tx.reseal_blob_or_leave(blob_id, &audience.readers)?;
        }
    }
    Ok(())
}

/// Seals anew what others had to leave, as far as the member who just signed in can open it.
pub(crate) fn catch_up(open: &mut Open) -> Result<()> {
    let can: BTreeSet<Uuid> = open.register().read(|tx| {
        let mut can = BTreeSet::new();
        for blob_id in tx.sealing_left()? {
            if tx.keyring().open(&tx.get_blob(blob_id)?).is_ok() {
                can.insert(blob_id);
            }
        }
        Ok::<_, crate::Error>(can)
    })?;
    if can.is_empty() {
        return Ok(());
    }
    open.change_register(|tx| {
        for audience in audiences(tx)? {
            for blob_id in audience.blobs.into_iter().filter(|blob_id| can.contains(blob_id)) {
                tx.reseal_blob_or_leave(blob_id, &audience.readers)?;
            }
        }
        let payload = json!({ "blobs": can.len() });
        Ok(((), Event { kind: "sealedAnew", subject: None, payload, touched: &[], signed: false }))
    })?;
    Ok(())
}
