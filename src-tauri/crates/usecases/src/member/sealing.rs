//! Sealing anew after a change of who may read: now, or when somebody who can open it next signs in.

use crate::{Open, Result, seal};
use domain::member::Act;
use keys::{Opener, Recipient};
use serde_json::json;
use std::collections::BTreeSet;
use store::{Event, Kept, ReadTx, Which, WriteTx};
use uuid::Uuid;

/// Blobs with those who may read them now.
pub(crate) struct Audience {
    pub(crate) blobs: Vec<Uuid>,
    pub(crate) readers: Vec<Recipient>,
}

/// Every blob with those who may read it now: applications under embargo, what is open with their files, and accounts.
pub(crate) fn audiences(tx: &ReadTx<'_>) -> Result<Vec<Audience>> {
    let mut sealed: Vec<Uuid> = Vec::new();
    let mut open: Vec<Uuid> = Vec::new();
    let mut keep = |kept: &Kept| sealed.extend(kept.blob_id());
    tx.application_versions(Which::All)?.iter().for_each(|row| keep(&row.text));
    tx.withdrawals(Which::All)?.iter().for_each(|row| keep(&row.text));
    tx.notes(Which::All)?.iter().for_each(|row| keep(&row.text));
    tx.decisions(Which::All)?.iter().for_each(|row| keep(&row.text));
    let files = tx.attachments(Which::All)?;
    for row in &files {
        keep(&row.text);
    }
    sealed.extend(tx.applications(Which::All)?.into_iter().filter_map(|row| row.typing));
    for file in &files {
        // A file's bytes are sealed as its name is.
        if file.text.blob_id().is_some() { sealed.push(file.bytes) } else { open.push(file.bytes) }
    }
    let accounts = tx.payee_accounts(Which::All)?.into_iter().map(|row| row.value.numbers).collect();
    Ok(vec![
        Audience { blobs: sealed, readers: seal::readers(tx, Act::ReadSealed)? },
        Audience { blobs: open, readers: tx.sealed_recipients()? },
        Audience { blobs: accounts, readers: seal::readers(tx, Act::HandleAccount)? },
    ])
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
