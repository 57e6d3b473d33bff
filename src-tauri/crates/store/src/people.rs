//! Who holds keys: the public keys of members, as the register itself vouches for them.
//!
//! The vault files in the folder are not trusted for this: whoever can write to the folder could plant one and
//! wait for the register key to be sealed to it.

use crate::row::{instant, read_date, read_id, read_instant, read_optional_date, unreadable};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::{DateTime, NaiveDate, Utc};
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
    /// The short fingerprint of both.
    pub fingerprint: String,
    /// Whether the member works at the register, and so holds its key.
    pub at_register: bool,
    /// Since when.
    pub started_at: DateTime<Utc>,
}

/// What is known of a member, to be written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberFacts<'a> {
    /// The member's name.
    pub name: &'a str,
    /// The word of the member's role.
    pub role: &'a str,
    /// The word of the member's tie to the area.
    pub residency: Option<&'a str>,
    /// When their time began.
    pub started_on: NaiveDate,
    /// When their term ends, if that was agreed.
    pub term_ends_on: Option<NaiveDate>,
}

/// A member as the register knows them, also one who left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// The member.
    pub member_id: Uuid,
    /// The member's name.
    pub name: String,
    /// The word of the member's role.
    pub role: String,
    /// The word of the member's tie to the area.
    pub residency: Option<String>,
    /// When their time began.
    pub started_on: NaiveDate,
    /// When their term ends, if that was agreed.
    pub term_ends_on: Option<NaiveDate>,
    /// When they left.
    pub ended_on: Option<NaiveDate>,
    /// Why they left, if that was said.
    pub left_reason: Option<String>,
    /// The keys they have now.
    pub key: Option<CurrentKey>,
}

/// The keys by which a member is known now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrentKey {
    /// The short fingerprint.
    pub fingerprint: String,
    /// Whether the member works at the register; otherwise the keys came on a card.
    pub at_register: bool,
    /// Since when.
    pub started_at: DateTime<Utc>,
}

/// Whose keys some public keys are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyOwner {
    /// The member.
    pub member_id: Uuid,
    /// Whether the keys are in force.
    pub current: bool,
}

impl ReadTx<'_> {
    /// Every member with all that is known of them, by name; also those who left.
    pub fn member_rows(&self) -> Result<Vec<MemberRow>, StoreError> {
        self.all(sql!("member/rows"), [], read_member)
    }

    /// The member who has or had these keys, or one of them.
    pub fn key_owner(&self, recipient: &Recipient, verifying_key: &VerifyingKey) -> Result<Option<KeyOwner>, StoreError> {
        let params = named_params! { ":recipient": recipient.to_string(), ":verifying_key": verifying_key.to_string() };
        self.one(sql!("key/owner"), params, |row| Ok(KeyOwner { member_id: read_id(row, "member_id")?, current: row.get("current")? }))
    }

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
        self.end_member_keys(member_id)?;
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

    /// Adds the row of a new member whose time begins today.
    pub(crate) fn insert_member(&mut self, member_id: Uuid, name: &str, role: &str) -> Result<(), StoreError> {
        let facts = MemberFacts { name, role, residency: None, started_on: self.today(), term_ends_on: None };
        self.add_member(member_id, &facts)
    }

    /// Adds the row of a new member, who has no keys yet.
    pub fn add_member(&mut self, member_id: Uuid, facts: &MemberFacts<'_>) -> Result<(), StoreError> {
        self.put_member(sql!("member/insert"), member_id, facts).map(|_| ())
    }

    /// Changes what is known of a member who has not left.
    pub fn change_member(&mut self, member_id: Uuid, facts: &MemberFacts<'_>) -> Result<(), StoreError> {
        let changed = self.put_member(sql!("member/change"), member_id, facts)?;
        found(changed, member_id)
    }

    fn put_member(&mut self, sql: &'static str, member_id: Uuid, facts: &MemberFacts<'_>) -> Result<usize, StoreError> {
        self.run(
            sql,
            named_params! {
                ":member_id": member_id.as_bytes(),
                ":name": facts.name,
                ":role": facts.role,
                ":residency": facts.residency,
                ":started_on": facts.started_on.to_string(),
                ":term_ends_on": facts.term_ends_on.map(|day| day.to_string()),
            },
        )
    }

    /// Records that a member left. Their keys end too.
    pub fn end_member(&mut self, member_id: Uuid, on: NaiveDate, reason: Option<&str>) -> Result<(), StoreError> {
        self.end_member_keys(member_id)?;
        let changed = self.run(
            sql!("member/end"),
            named_params! { ":member_id": member_id.as_bytes(), ":ended_on": on.to_string(), ":left_reason": reason },
        )?;
        found(changed, member_id)
    }

    /// Ends a member's keys, if they have any. They still prove old signatures.
    pub(crate) fn end_member_keys(&mut self, member_id: Uuid) -> Result<(), StoreError> {
        let now = instant(self.now());
        self.run(sql!("key/end_current"), named_params! { ":member_id": member_id.as_bytes(), ":ended_at": now })?;
        Ok(())
    }

    /// Puts another recovery key in the place of the one whose page was lost or used.
    pub(crate) fn set_recovery(&mut self, recipient: &Recipient, fingerprint: &str) -> Result<(), StoreError> {
        self.run(sql!("key/set_recovery"), named_params! { ":recipient": recipient.to_string(), ":fingerprint": fingerprint })?;
        Ok(())
    }
}

fn found(changed: usize, member_id: Uuid) -> Result<(), StoreError> {
    if changed == 0 { Err(StoreError::NotFound { what: "member", id: member_id }) } else { Ok(()) }
}

fn read_member(row: &Row<'_>) -> Result<MemberRow, StoreError> {
    let fingerprint: Option<String> = row.get("fingerprint")?;
    let key = match fingerprint {
        Some(fingerprint) => {
            Some(CurrentKey { fingerprint, at_register: row.get("at_register")?, started_at: read_instant(row, "started_at")? })
        }
        None => None,
    };
    Ok(MemberRow {
        member_id: read_id(row, "member_id")?,
        name: row.get("name")?,
        role: row.get("role")?,
        residency: row.get("residency")?,
        started_on: read_date(row, "started_on")?,
        term_ends_on: read_optional_date(row, "term_ends_on")?,
        ended_on: read_optional_date(row, "ended_on")?,
        left_reason: row.get("left_reason")?,
        key,
    })
}

fn read_holder(row: &Row<'_>) -> Result<KeyHolder, StoreError> {
    Ok(KeyHolder {
        member_id: read_id(row, "member_id")?,
        name: row.get("name")?,
        role: row.get("role")?,
        recipient: read_key(row, "recipient")?,
        verifying_key: read_key(row, "verifying_key")?,
        fingerprint: row.get("fingerprint")?,
        at_register: row.get("at_register")?,
        started_at: read_instant(row, "started_at")?,
    })
}

fn read_key<K: std::str::FromStr>(row: &Row<'_>, column: &'static str) -> Result<K, StoreError> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| unreadable(column))
}
