//! Sealed bytes: files and texts that only their recipients can open.

use crate::row::{instant, read_id};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use rusqlite::named_params;
use uuid::Uuid;

/// The most bytes a blob may have: 25 MB.
const MOST: u64 = 25 * 1024 * 1024;

impl ReadTx<'_> {
    /// The sealed bytes of a blob.
    pub fn get_blob(&self, blob_id: Uuid) -> Result<Vec<u8>, StoreError> {
        self.one(sql!("blob/get"), named_params! { ":blob_id": blob_id.as_bytes() }, |row| Ok(row.get("bytes")?))?
            .ok_or(StoreError::NotFound { what: "blob", id: blob_id })
    }

    /// The ids of every blob.
    pub fn blob_ids(&self) -> Result<Vec<Uuid>, StoreError> {
        self.all(sql!("blob/ids"), [], |row| read_id(row, "blob_id"))
    }
}

impl WriteTx<'_> {
    /// Keeps sealed bytes under a new id.
    pub fn put_blob(&mut self, blob_id: Uuid, bytes: &[u8]) -> Result<(), StoreError> {
        let size = measured(bytes)?;
        self.run(
            sql!("blob/insert"),
            named_params! {
                ":blob_id": blob_id.as_bytes(),
                ":bytes": bytes,
                ":size": size,
                ":created_at": instant(self.now()),
            },
        )?;
        Ok(())
    }

    /// Puts bytes that were sealed anew in place of the old ones.
    pub fn reseal_blob(&mut self, blob_id: Uuid, bytes: &[u8]) -> Result<(), StoreError> {
        let size = measured(bytes)?;
        let changed = self.run(sql!("blob/replace"), named_params! { ":blob_id": blob_id.as_bytes(), ":bytes": bytes, ":size": size })?;
        found(changed, blob_id)
    }

    /// Takes a blob away.
    pub fn delete_blob(&mut self, blob_id: Uuid) -> Result<(), StoreError> {
        let changed = self.run(sql!("blob/delete"), named_params! { ":blob_id": blob_id.as_bytes() })?;
        found(changed, blob_id)
    }
}

fn measured(bytes: &[u8]) -> Result<i64, StoreError> {
    let size = bytes.len() as u64;
    if size > MOST {
        return Err(StoreError::TooLarge { size, most: MOST });
    }
    Ok(i64::try_from(size).unwrap_or(i64::MAX))
}

fn found(changed: usize, blob_id: Uuid) -> Result<(), StoreError> {
    if changed == 0 {
        return Err(StoreError::NotFound { what: "blob", id: blob_id });
    }
    Ok(())
}
