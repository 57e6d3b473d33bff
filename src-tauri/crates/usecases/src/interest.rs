//! Interests: what members say about applications, what the chair settles, and the standing register.

mod declared;
mod known;
mod said;
mod standing;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use declared::last_words;
pub use declared::{Declared, DeclaredHere, Gate, Register, declared, gate, register};
pub use known::{Said, TypedAnswer};
pub(crate) use known::{bring_in, bring_in_paper, on_paper};
pub use said::{answer, rule};
pub use standing::{Match, NewStanding, Standing, add_standing, end_standing, matches};

use crate::Result;
use domain::interest::{Answer, Stance};
use std::collections::HashMap;
use store::{InterestRow, ReadTx, Which};
use uuid::Uuid;

/// The areas whose screens read again when somebody said something about an interest.
pub(crate) const TOUCHED: &[&str] = &["application", "grant", "interest"];

/// Where each member stands who said something about an application, or about whom the chair did.
pub(crate) type Stances = Vec<(Uuid, Stance)>;

/// The stances towards one application, or every application, by its id. Who is not named has not answered.
pub(crate) fn stances(tx: &ReadTx<'_>, which: Which) -> Result<HashMap<Uuid, Stances>> {
    let mut found: HashMap<Uuid, Stances> = HashMap::new();
    for (application, members) in by_member(tx.interests(which)?) {
        let stances = members.into_iter().map(|(member, rows)| (member, stance(&rows))).collect();
        found.insert(application, stances);
    }
    Ok(found)
}

/// Where the rows of one member, oldest first, leave them.
fn stance(rows: &[InterestRow]) -> Stance {
    Stance::of(rows.iter().map(|row| row.answer))
}

/// What was said, by application, then by member in the order in which they first said something.
fn by_member(rows: Vec<InterestRow>) -> HashMap<Uuid, Vec<(Uuid, Vec<InterestRow>)>> {
    let mut found: HashMap<Uuid, Vec<(Uuid, Vec<InterestRow>)>> = HashMap::new();
    for row in rows {
        let members = found.entry(row.application_id).or_default();
        match members.iter_mut().find(|(member, _)| *member == row.member_id) {
            Some((_, rows)) => rows.push(row),
            None => members.push((row.member_id, vec![row])),
        }
    }
    found
}

/// Whether it says, or leaves open, that there is an interest.
fn declares(answer: Answer) -> bool {
    matches!(answer, Answer::Interest | Answer::Unsure)
}
