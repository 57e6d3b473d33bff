//! Interests: what members said about applications, and where they stand towards them.

use crate::Result;
use domain::interest::{Answer, Stance};
use std::collections::HashMap;
use store::{ReadTx, Which};
use uuid::Uuid;

/// Where each member stands who said something about an application, or about whom the chair did.
pub(crate) type Stances = Vec<(Uuid, Stance)>;

/// The stances towards one application, or every application, by its id. Who is not named has not answered.
pub(crate) fn stances(tx: &ReadTx<'_>, which: Which) -> Result<HashMap<Uuid, Stances>> {
    let mut said: HashMap<Uuid, Vec<(Uuid, Vec<Answer>)>> = HashMap::new();
    for row in tx.interests(which)? {
        let members = said.entry(row.application_id).or_default();
        match members.iter_mut().find(|(member, _)| *member == row.member_id) {
            Some((_, answers)) => answers.push(row.answer),
            None => members.push((row.member_id, vec![row.answer])),
        }
    }
    let settled = |members: Vec<(Uuid, Vec<Answer>)>| members.into_iter().map(|(member, answers)| (member, Stance::of(answers))).collect();
    Ok(said.into_iter().map(|(application, members)| (application, settled(members))).collect())
}

/// Where one member stands towards one application.
pub(crate) fn stance_of(tx: &ReadTx<'_>, member: Uuid, application: Uuid) -> Result<Stance> {
    let said = stances(tx, Which::One(application))?.remove(&application).unwrap_or_default();
    Ok(said.into_iter().find(|(who, _)| *who == member).map_or(Stance::Unanswered, |(_, stance)| stance))
}
