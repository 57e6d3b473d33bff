//! Who holds keys: the public keys of members, as the register itself vouches for them.
//!
//! The vault files in the folder are not trusted for this: whoever can write to the folder could plant one and
//! wait for the register key to be sealed to it.

use crate::row::{instant, read_id, read_instant, unreadable};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::{DateTime, Utc};
use keys::{Recipient, VerifyingKey};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// A member's current public keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHolder {
    /// The member.
    pub member_id: Uuid,
    /// The member's name.
    pub name: String,
    /// The member's role.
    pub role: String,
    /// For whom to seal.
    pub recipient: Recipient,
    /// What proves the member's signatures.
    pub verifying_key: VerifyingKey,
    /// Whether the member works at the register, and so holds its key.
    pub at_register: bool,
    /// Since when.
    pub started_at: DateTime<Utc>,
}

impl ReadTx<'_> {
    /// Everybody who has keys now, in the order they got them.
    pub fn key_holders(&self) -> Result<Vec<KeyHolder>, StoreError> {
        self.all(sql!("key/current"), [], read_holder)
    }

    /// One member's current keys.
    pub fn key_holder(&self, member_id: Uuid) -> Result<Option<KeyHolder>, StoreError> {
        self.one(sql!("key/current_of_member"), named_params! { ":member_id": member_id.as_bytes() }, read_holder)
    }

    /// Every key that may prove a signature of this member, newest first.
    pub fn verifying_keys(&self, member_id: Uuid) -> Result<Vec<VerifyingKey>, StoreError> {
        self.all(sql!("key/verifying_keys_of_member"), named_params! { ":member_id": member_id.as_bytes() }, |row| {
            read_key(row, "verifying_key")
        })
    }

    /// The printed recovery key's public half.
    pub fn recovery_recipient(&self) -> Result<Recipient, StoreError> {
        self.one(sql!("partnership/get"), [], |row| read_key(row, "recovery_recipient"))?.ok_or_else(|| unreadable("recovery_recipient"))
    }

    /// Those who hold the register key: the members who work at the register, and the recovery key.
    pub fn sealed_recipients(&self) -> Result<Vec<Recipient>, StoreError> {
        let mut recipients: Vec<Recipient> =
            self.key_holders()?.into_iter().filter(|holder| holder.at_register).map(|holder| holder.recipient).collect();
        recipients.push(self.recovery_recipient()?);
        Ok(recipients)
    }

    /// A member's name and role.
    pub(crate) fn name_and_role(&self, member_id: Uuid) -> Result<(String, String), StoreError> {
        self.one(sql!("member/name_and_role"), named_params! { ":member_id": member_id.as_bytes() }, |row| {
            Ok((row.get("name")?, row.get("role")?))
        })?
        .ok_or(StoreError::NotFound { what: "member", id: member_id })
    }
}

impl WriteTx<'_> {
    /// Records a member's public keys. The keys they had before end now, and still prove old signatures.
    pub fn record_member_key(
        &mut self,
        member_id: Uuid,
        recipient: &Recipient,
        verifying_key: &VerifyingKey,
        fingerprint: &str,
        at_register: bool,
    ) -> Result<(), StoreError> {
        let now = instant(self.now());
        self.run(sql!("key/end_current"), named_params! { ":member_id": member_id.as_bytes(), ":ended_at": now })?;
        self.run(
            sql!("key/insert"),
            named_params! {
                ":member_key_id": self.new_id().as_bytes(),
                ":member_id": member_id.as_bytes(),
                ":recipient": recipient.to_string(),
                ":verifying_key": verifying_key.to_string(),
                ":fingerprint": fingerprint,
                ":at_register": at_register,
                ":started_at": now,
            },
        )?;
        Ok(())
    }

    /// Adds the row of a new member.
    pub(crate) fn insert_member(&mut self, member_id: Uuid, name: &str, role: &str) -> Result<(), StoreError> {
        self.run(
            sql!("member/insert"),
            named_params! {
                ":member_id": member_id.as_bytes(),
                ":name": name,
                ":role": role,
                ":started_on": self.today().to_string(),
            },
        )?;
        Ok(())
    }
}

fn read_holder(row: &Row<'_>) -> Result<KeyHolder, StoreError> {
    Ok(KeyHolder {
        member_id: read_id(row, "member_id")?,
        name: row.get("name")?,
        role: row.get("role")?,
        recipient: read_key(row, "recipient")?,
        verifying_key: read_key(row, "verifying_key")?,
        at_register: row.get("at_register")?,
        started_at: read_instant(row, "started_at")?,
    })
}

fn read_key<K: std::str::FromStr>(row: &Row<'_>, column: &'static str) -> Result<K, StoreError> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| unreadable(column))
}
