//! Members: who they are to the partnership, how long they serve, and the keys by which they are known.

mod card;
mod entry;
mod key;

pub use card::{confirm_card, inspect_card, my_card};
pub use entry::{Added, TypedMember, add, change, leave};
pub use exchange::card::{CardError, MemberCard};
pub use key::{MyKeys, change_my_passphrase, give_vault, my_keys, new_recovery_page, save_my_vault};

use crate::{Error, Open, Result};
use chrono::{DateTime, NaiveDate, Utc};
use domain::id::MemberId;
use domain::member::{Act, Residency, Role, may};
use store::MemberRow;
use uuid::Uuid;

/// The areas whose screens must read again.
const TOUCHED: &[&str] = &["members"];

/// Why a change of a member or of their keys would not stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MemberError {
    /// The member has left.
    #[error("has left")]
    HasLeft,
    /// Nobody would be left at the register who may keep the members.
    #[error("last who may keep members")]
    LastKeeper,
    /// One's own passphrase is changed, not given anew.
    #[error("one's own passphrase")]
    OneSelf,
    /// The card proves nothing, or is no card.
    #[error(transparent)]
    Card(#[from] CardError),
    /// What was read out is not the fingerprint of the card.
    #[error("fingerprint differs")]
    FingerprintDiffers,
    /// Another member has or had the keys of this card.
    #[error("keys of {name}")]
    KeysOfAnother {
        /// Who.
        name: String,
    },
    /// The card was taken in before, and is in force.
    #[error("taken in already")]
    TakenInAlready,
    /// The card was taken in before, and its keys have ended since.
    #[error("ended keys")]
    EndedKeys,
    /// The member has a passphrase at this register: their keys are known from there.
    #[error("works at the register")]
    WorksAtRegister,
}

/// A member, as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLine {
    /// The member.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// What ties them to the area.
    pub residency: Option<Residency>,
    /// When their time began.
    pub started_on: NaiveDate,
    /// When their term ends, if that was agreed.
    pub term_ends_on: Option<NaiveDate>,
    /// When they left.
    pub left_on: Option<NaiveDate>,
    /// Why they left, if that was said.
    pub left_reason: Option<String>,
    /// Whether they can unlock this register.
    pub at_register: bool,
    /// The fingerprint of their keys.
    pub fingerprint: Option<String>,
    /// Since when they have these keys.
    pub keys_since: Option<DateTime<Utc>>,
    /// Whether applications under embargo are sealed to their role and keys. A declared interest may take
    /// single ones away from them.
    pub reads_sealed: bool,
    /// Whether it is the member who sits at the register.
    pub me: bool,
}

impl MemberLine {
    /// Whether their keys came on a card whose fingerprint they read out.
    pub fn card_confirmed(&self) -> bool {
        self.fingerprint.is_some() && !self.at_register
    }
}

/// Everybody in the members' list by name, those who left last.
pub fn list(open: &Open) -> Result<Vec<MemberLine>> {
    let me = open.member().id.0;
    let mut lines = rows(open)?.into_iter().map(|row| line(row, me)).collect::<Result<Vec<_>>>()?;
    lines.sort_by_key(|line| line.left_on.is_some());
    Ok(lines)
}

fn line(row: MemberRow, me: Uuid) -> Result<MemberLine> {
    let role = role(&row)?;
    let at_register = row.key.as_ref().is_some_and(|key| key.at_register);
    Ok(MemberLine {
        id: MemberId(row.member_id),
        role,
        residency: row.residency.as_deref().and_then(Residency::from_code),
        started_on: row.started_on,
        term_ends_on: row.term_ends_on,
        left_on: row.ended_on,
        left_reason: row.left_reason,
        at_register,
        keys_since: row.key.as_ref().map(|key| key.started_at),
        reads_sealed: row.key.is_some() && may(role, Act::ReadSealed),
        fingerprint: row.key.map(|key| key.fingerprint),
        me: row.member_id == me,
        name: row.name,
    })
}

pub(crate) fn role(row: &MemberRow) -> Result<Role> {
    Role::from_code(&row.role).ok_or(Error::NotFound)
}

/// A member who has not left, among all of them.
fn staying(rows: &[MemberRow], id: MemberId) -> Result<&MemberRow> {
    let row = rows.iter().find(|row| row.member_id == id.0).ok_or(Error::NotFound)?;
    if row.ended_on.is_some() { Err(MemberError::HasLeft.into()) } else { Ok(row) }
}

/// Whether somebody at the register besides this member may keep the members.
fn another_keeper(rows: &[MemberRow], id: MemberId) -> Result<()> {
    let mut others = rows.iter().filter(|row| row.member_id != id.0 && row.key.as_ref().is_some_and(|key| key.at_register));
    let found = others.any(|row| Role::from_code(&row.role).is_some_and(|role| may(role, Act::KeepMembers)));
    if found { Ok(()) } else { Err(MemberError::LastKeeper.into()) }
}

fn rows(open: &Open) -> Result<Vec<MemberRow>> {
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
    Ok(open.register().read(|tx| tx.member_rows())?)
}

#[cfg(test)]
mod tests;
