//! Keeping texts and files: sealed to their readers while an embargo holds, open after it.

use crate::Result;
use domain::member::{Act, Role, may};
use keys::Recipient;
use store::{Kept, ReadTx, WriteTx};
use uuid::Uuid;

/// Those who may do an act at this register, and the recovery key.
pub(crate) fn readers(tx: &ReadTx<'_>, act: Act) -> Result<Vec<Recipient>> {
    let mut readers: Vec<Recipient> = tx
        .key_holders()?
        .into_iter()
        .filter(|holder| holder.at_register && Role::from_code(&holder.role).is_some_and(|role| may(role, act)))
        .map(|holder| holder.recipient)
        .collect();
    readers.push(tx.recovery_recipient()?);
    Ok(readers)
}

/// The names of those who may read what is under embargo.
pub(crate) fn reader_names(tx: &ReadTx<'_>) -> Result<Vec<String>> {
    let holders = tx.key_holders()?.into_iter();
    let readers =
        holders.filter(|holder| holder.at_register && Role::from_code(&holder.role).is_some_and(|role| may(role, Act::ReadSealed)));
    Ok(readers.map(|holder| holder.name).collect())
}

/// Keeps a text: sealed to the readers of applications while the embargo holds, open otherwise.
pub(crate) fn keep(tx: &mut WriteTx<'_>, under_embargo: bool, text: String) -> Result<Kept> {
    if under_embargo { Ok(Kept::Sealed(put(tx, Act::ReadSealed, text.as_bytes())?)) } else { Ok(Kept::Open(text)) }
}

/// Seals bytes to those who may do an act, and puts them in a new blob.
pub(crate) fn put(tx: &mut WriteTx<'_>, act: Act, bytes: &[u8]) -> Result<Uuid> {
    let readers = readers(tx, act)?;
    put_for(tx, &readers, bytes)
}

/// Seals bytes to everybody who works at the register, and puts them in a new blob.
pub(crate) fn put_for_all(tx: &mut WriteTx<'_>, bytes: &[u8]) -> Result<Uuid> {
    let readers = tx.sealed_recipients()?;
    put_for(tx, &readers, bytes)
}

fn put_for(tx: &mut WriteTx<'_>, readers: &[Recipient], bytes: &[u8]) -> Result<Uuid> {
    let sealed = keys::seal(bytes, readers)?;
    let blob_id = tx.new_id();
    tx.put_blob(blob_id, &sealed)?;
    Ok(blob_id)
}
