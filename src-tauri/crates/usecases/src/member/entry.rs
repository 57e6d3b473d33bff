//! The entry of a member: added, changed, ended.

use super::{TOUCHED, another_keeper, role, rows, staying};
use crate::input::Faults;
use crate::{Changed, FieldFault, Open, Result, membership, register, seal};
use chrono::NaiveDate;
use domain::date::{DateProblem, TypedDate};
use domain::id::MemberId;
use domain::member::{Act, LONGEST_TERM_YEARS, Residency, Role, TermProblem, check_term, may};
use serde_json::{Value, json};
use store::{Event, MemberFacts, MemberRow};

/// A member, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedMember {
    /// Their name, as it is printed.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// What ties them to the area.
    pub residency: Option<Residency>,
    /// When their time begins or began.
    pub started_on: TypedDate,
    /// When their term ends. Nothing typed: no end was agreed.
    pub term_ends_on: TypedDate,
}

/// A member who was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// Their id.
    pub id: MemberId,
    /// Whether somebody who has not left has the same name.
    pub same_name: bool,
}

/// A member's entry, read.
struct Entry {
    name: String,
    role: Role,
    residency: Option<Residency>,
    started_on: NaiveDate,
    term_ends_on: Option<NaiveDate>,
}

impl Entry {
    fn read(typed: &TypedMember) -> Result<Self> {
        let mut faults = Faults::default();
        let name = faults.line("name", &typed.name);
        if name.is_empty() {
            faults.refuse("name", FieldFault::Missing);
        }
        let started_on = faults.date("startedOn", &typed.started_on);
        let term_ends_on = match typed.term_ends_on.date() {
            Err(DateProblem::Missing) => None,
            _ => faults.date("termEndsOn", &typed.term_ends_on),
        };
        if let (Some(begins), Some(ends)) = (started_on, term_ends_on)
            && let Err(problem) = check_term(begins, ends)
        {
            faults.refuse(
                "termEndsOn",
                match problem {
                    TermProblem::EndsBeforeItBegins => FieldFault::EndsBeforeItBegins,
                    TermProblem::TooLong => FieldFault::TermTooLong { most: LONGEST_TERM_YEARS },
                },
            );
        }
        let started_on = faults.settled(started_on)?;
        Ok(Self { name, role: typed.role, residency: typed.residency, started_on, term_ends_on })
    }

    fn facts(&self) -> MemberFacts<'_> {
        MemberFacts {
            name: &self.name,
            role: self.role.code(),
            residency: self.residency.map(Residency::code),
            started_on: self.started_on,
            term_ends_on: self.term_ends_on,
        }
    }
}

/// Adds a member to the list. They have no keys yet.
pub fn add(open: &mut Open, typed: &TypedMember) -> Result<Changed<Added>> {
    open.member().permit(Act::KeepMembers)?;
    let entry = Entry::read(typed)?;
    let same = |row: &MemberRow| row.ended_on.is_none() && row.name.to_lowercase() == entry.name.to_lowercase();
    let same_name = rows(open)?.iter().any(same);
    let changed = open.change_register(|tx| {
        let member_id = tx.new_id();
        tx.add_member(member_id, &entry.facts())?;
        membership::seat_as_listed(tx, MemberId(member_id), &entry.facts())?;
        let payload = told(&entry.facts());
        let event = Event { kind: "memberAdded", subject: Some(member_id), payload, touched: TOUCHED, signed: false };
        Ok((Added { id: MemberId(member_id), same_name }, event))
    })?;
    open.read_people_again()?;
    Ok(changed)
}

/// Changes a member's entry. A new role changes what they may read, and what is under embargo is sealed anew.
pub fn change(open: &mut Open, id: MemberId, typed: &TypedMember) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMembers)?;
    let entry = Entry::read(typed)?;
    let rows = rows(open)?;
    let row = staying(&rows, id)?;
    let former = role(row)?;
    let keeps = |role| may(role, Act::KeepMembers);
    let at_register = row.key.as_ref().is_some_and(|key| key.at_register);
    if at_register && keeps(former) && !keeps(entry.role) {
        another_keeper(&rows, id)?;
    }
    let before = MemberFacts {
        name: &row.name,
        role: &row.role,
        residency: row.residency.as_deref(),
        started_on: row.started_on,
        term_ends_on: row.term_ends_on,
    };
    let changed = open.change_register(|tx| {
        tx.change_member(id.0, &entry.facts())?;
        let new_role = former != entry.role;
        if new_role {
            seal::settle(tx)?;
        }
        let payload = json!({ "from": told(&before), "to": told(&entry.facts()) });
        Ok(((), Event { kind: "memberChanged", subject: Some(id.0), payload, touched: TOUCHED, signed: new_role }))
    })?;
    open.read_people_again()?;
    Ok(changed)
}

/// Records that a member left. Their keys end, and what is under embargo is sealed anew without them. If they worked at
/// the register, it gets a new key that they never had.
pub fn leave(open: &mut Open, id: MemberId, on: &TypedDate, reason: &str) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMembers)?;
    let rows = rows(open)?;
    let row = staying(&rows, id)?;
    let mut faults = Faults::default();
    let on = faults.date("on", on);
    if on.is_some_and(|on| on > open.today()) {
        faults.refuse("on", FieldFault::InFuture);
    }
    if on.is_some_and(|on| on < row.started_on) {
        faults.refuse("on", FieldFault::EndsBeforeItBegins);
    }
    let reason = faults.line("reason", reason);
    let on = faults.settled(on)?;
    let at_register = row.key.as_ref().is_some_and(|key| key.at_register);
    if at_register {
        another_keeper(&rows, id)?;
    }
    let had_keys = row.key.is_some();
    let work = |tx: &mut store::WriteTx<'_>| {
        // A term that would have gone on ends with the leaving; the schema keeps both days.
        tx.end_member(id.0, on, Some(reason.as_str()).filter(|reason| !reason.is_empty()))?;
        membership::leave_seats(tx, id, on)?;
        if had_keys {
            seal::settle(tx)?;
        }
        let payload = json!({ "on": on, "reason": reason });
        Ok(((), Event { kind: "memberLeft", subject: Some(id.0), payload, touched: TOUCHED, signed: had_keys }))
    };
    let changed = if at_register {
        // A backup from before the change, as before every change of keys. If it cannot be made, somebody who must go
        // still goes.
        let _ = register::back_up_if_changed(open);
        open.register_mut().end_keys(id.0, work)?
    } else {
        open.change_register(work)?
    };
    open.read_people_again()?;
    Ok(changed)
}

/// An entry as the journal tells it.
fn told(facts: &MemberFacts<'_>) -> Value {
    json!({
        "name": facts.name,
        "role": facts.role,
        "residency": facts.residency,
        "startedOn": facts.started_on,
        "termEndsOn": facts.term_ends_on,
    })
}
