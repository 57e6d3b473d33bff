//! A text that may be under embargo: sealed in a blob, or open after the group was told.

use crate::row::read_optional_id;
use crate::{ReadTx, StoreError};
use rusqlite::Row;
use uuid::Uuid;

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// In this blob, for its recipients alone.
    Sealed(Uuid),
    /// In the ordinary table, for everybody who works at the register.
    Open(String),
}

impl Kept {
    /// The blob, while it is sealed.
    pub fn blob_id(&self) -> Option<Uuid> {
        match self {
            Self::Sealed(blob_id) => Some(*blob_id),
            Self::Open(_) => None,
        }
    }

    /// The text, when it is open.
    pub fn opened(&self) -> Option<&str> {
        match self {
            Self::Sealed(_) => None,
            Self::Open(text) => Some(text),
        }
    }
}

/// Reads the two columns of a text.
pub(crate) fn read_kept(row: &Row<'_>) -> Result<Kept, StoreError> {
    match read_optional_id(row, "blob_id")? {
        Some(blob_id) => Ok(Kept::Sealed(blob_id)),
        None => Ok(Kept::Open(row.get("opened")?)),
    }
}

impl ReadTx<'_> {
    /// Reads a text, if the member who is signed in may. `None`: it is sealed, and not to them.
    pub fn text(&self, kept: &Kept) -> Result<Option<String>, StoreError> {
        match kept {
            Kept::Open(text) => Ok(Some(text.clone())),
            Kept::Sealed(blob_id) => self.sealed_text(*blob_id),
        }
    }

    /// Opens a sealed text, if the member who is signed in may.
    pub fn sealed_text(&self, blob_id: Uuid) -> Result<Option<String>, StoreError> {
        let Some(bytes) = self.sealed_bytes(blob_id)? else { return Ok(None) };
        String::from_utf8(bytes).map(Some).map_err(|_| StoreError::Damaged { detail: "a sealed text is not text".to_owned() })
    }

    /// Opens sealed bytes, if the member who is signed in may.
    pub fn sealed_bytes(&self, blob_id: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
        use keys::Opener;
        match self.keyring().open(&self.get_blob(blob_id)?) {
            Ok(bytes) => Ok(Some(bytes.to_vec())),
            Err(keys::KeyError::NotForThisKey) => Ok(None),
            Err(other) => Err(other.into()),
        }
    }
}
