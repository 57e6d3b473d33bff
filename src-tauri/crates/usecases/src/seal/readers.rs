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

/// Everybody who has keys now, and the recovery key.
pub(super) struct Readers {
    holders: Vec<KeyHolder>,
    recovery: Recipient,
}

impl Readers {
    /// As the register stands.
    pub(super) fn now(tx: &ReadTx<'_>) -> Result<Self> {
        Ok(Self { holders: tx.key_holders()?, recovery: tx.recovery_recipient()? })
    }

    /// For whom a subject of a kind is sealed unless there is something about it of its own. None: each is its own case.
    pub(super) fn usual(&self, kind: Kind) -> Option<Vec<Recipient>> {
        match kind {
            Kind::Application | Kind::Untold | Kind::Review | Kind::Round => Some(self.sealed_to(|holder| holds(holder, Act::ReadSealed))),
            Kind::Opened => Some(self.sealed_to(|holder| holder.at_register)),
            Kind::Account => Some(self.sealed_to(|holder| holds(holder, Act::HandleAccount))),
            Kind::Matter => None,
        }
    }

    /// For whom a subject should be sealed.
    pub(super) fn of(&self, tx: &ReadTx<'_>, kind: Kind, subject: Uuid) -> Result<Vec<Recipient>> {
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
            Kind::Opened | Kind::Account | Kind::Round => Ok(self.usual(kind).unwrap_or_default()),
        }
    }

    fn sealed_to(&self, reads: impl Fn(&KeyHolder) -> bool) -> Vec<Recipient> {
        let mut recipients: Vec<Recipient> =
            self.holders.iter().filter(|holder| reads(holder)).map(|holder| holder.recipient.clone()).collect();
        recipients.push(self.recovery.clone());
        recipients
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
