//! Who should be able to open what: by role, by what they said about their interest, and by where they work.

use super::subject::Kind;
use crate::Result;
use crate::interest::stances;
use domain::embargo::{Embargo, Until};
use domain::interest::Stance;
use domain::member::{Act, Role, may};
use keys::Recipient;
use std::collections::HashMap;
use store::{EmbargoRow, KeyHolder, ReadTx, Which};
use uuid::Uuid;

/// Everybody who has keys now, and the recovery key; each key as it is written too, since writing it is slow.
pub(super) struct Readers {
    holders: Vec<(KeyHolder, String)>,
    recovery: (Recipient, String),
}

/// What a complaint is about, as far as it decides who reads it.
pub(crate) struct Complained {
    /// The complaint.
    pub(crate) id: Uuid,
    /// The member whom it is about.
    pub(crate) member: Option<Uuid>,
    /// The application of an appeal.
    pub(crate) application: Option<Uuid>,
}

/// Those for whom something is sealed.
pub(super) struct Audience {
    /// Their keys.
    pub(super) keys: Vec<Recipient>,
    /// The keys as a list that is the same for the same people, whatever their order.
    pub(super) list: String,
}

impl Readers {
    /// As the register stands.
    pub(super) fn now(tx: &ReadTx<'_>) -> Result<Self> {
        let written = |key: &Recipient| key.to_string();
        let recovery = tx.recovery_recipient()?;
        let holders = tx.key_holders()?.into_iter().map(|holder| {
            let key = written(&holder.recipient);
            (holder, key)
        });
        Ok(Self { holders: holders.collect(), recovery: (recovery.clone(), written(&recovery)) })
    }

    /// For whom a subject of a kind is sealed unless there is something about it of its own. None: each is its own case.
    pub(super) fn usual(&self, kind: Kind) -> Option<Audience> {
        match kind {
            Kind::Application | Kind::Untold | Kind::Review | Kind::Round | Kind::Item => {
                Some(self.sealed_to(|holder| holds(holder, Act::ReadSealed)))
            }
            Kind::Opened => Some(self.sealed_to(|holder| holder.at_register)),
            Kind::Account => Some(self.sealed_to(|holder| holds(holder, Act::HandleAccount))),
            Kind::Person => Some(self.sealed_to(|holder| holds(holder, Act::KeepMembers))),
            Kind::Matter | Kind::Paper | Kind::Complaint => None,
        }
    }

    /// For whom a subject should be sealed.
    pub(super) fn of(&self, tx: &ReadTx<'_>, kind: Kind, subject: Uuid) -> Result<Audience> {
        match kind {
            Kind::Application | Kind::Untold | Kind::Review => {
                let said: HashMap<Uuid, Stance> =
                    stances(tx, Which::One(subject))?.remove(&subject).unwrap_or_default().into_iter().collect();
                Ok(self.sealed_to(|holder| {
                    holds(holder, Act::ReadSealed) && said.get(&holder.member_id).is_none_or(|stance| stance.may_hold())
                }))
            }
            Kind::Matter => {
                let row = tx.embargoes(Which::One(subject))?.pop();
                // One that is being set has no row yet.
                let holds_still = row.is_none_or(|row| embargo_of(&row).in_force(tx.today()));
                Ok(self.sealed_to(|holder| if holds_still { holds(holder, Act::ReadSealed) } else { holder.at_register }))
            }
            Kind::Opened => Ok(self.sealed_to(|holder| holder.at_register)),
            Kind::Account => Ok(self.sealed_to(|holder| holds(holder, Act::HandleAccount))),
            Kind::Round | Kind::Item => Ok(self.sealed_to(|holder| holds(holder, Act::ReadSealed))),
            Kind::Complaint => {
                let row = tx.complaints(Which::One(subject))?.pop();
                let about = row.map(|row| Complained { id: subject, member: row.about_member, application: row.application_id });
                self.of_complaint(tx, &about.unwrap_or(Complained { id: subject, member: None, application: None }))
            }
            Kind::Paper => {
                let public = tx.item(subject)?.is_some_and(|row| row.public);
                Ok(self.sealed_to(|holder| if public { holder.at_register } else { holds(holder, Act::ReadSealed) }))
            }
            Kind::Person => Ok(self.sealed_to(|holder| holds(holder, Act::KeepMembers))),
        }
    }

    /// For whom a complaint should be sealed, which may not be in the register yet.
    pub(super) fn of_complaint(&self, tx: &ReadTx<'_>, about: &Complained) -> Result<Audience> {
        let said: HashMap<Uuid, Stance> = match about.application {
            Some(id) => stances(tx, Which::One(id))?.remove(&id).unwrap_or_default().into_iter().collect(),
            None => HashMap::new(),
        };
        Ok(self.sealed_to(|holder| {
            holds(holder, Act::RecordDecision)
                && about.member != Some(holder.member_id)
                && said.get(&holder.member_id).is_none_or(|stance| stance.may_hold())
        }))
    }

    fn sealed_to(&self, reads: impl Fn(&KeyHolder) -> bool) -> Audience {
        let (recovery, written) = &self.recovery;
        let mut keys = vec![recovery.clone()];
        let mut list = vec![written.as_str()];
        for (holder, written) in self.holders.iter().filter(|(holder, _)| reads(holder)) {
            keys.push(holder.recipient.clone());
            list.push(written);
        }
        list.sort_unstable();
        Audience { keys, list: list.join("\n") }
    }
}

/// Whether a holder's role may do an act.
fn holds(holder: &KeyHolder, act: Act) -> bool {
    Role::from_code(&holder.role).is_some_and(|role| may(role, act))
}

/// An embargo on something other than an application, as the rules look at it.
pub(crate) fn embargo_of(row: &EmbargoRow) -> Embargo {
    Embargo {
        reason: row.reason,
        started_on: row.started_on,
        until: row.until_date.map_or_else(|| Until::Event(String::new()), Until::Date),
        lifted_on: row.end.as_ref().map(|end| end.on),
    }
}
