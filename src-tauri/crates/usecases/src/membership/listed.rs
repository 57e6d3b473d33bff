//! Seats and offices that come from the members' list, where no vote is on record.

use crate::Result;
use chrono::NaiveDate;
use domain::id::{MemberId, OfficeTermId, TermId};
use domain::member::{Residency, Role};
use domain::membership::{Ended, EndedBy, Office, OfficeBy, OfficeTerm, SeatBy, SeatKind, Term, last_day};
use store::{MemberFacts, NewTermEnd, WriteTx};

/// The seat that somebody put on the members' list with a role has. The migration that brought seats in follows the same rule.
fn seat(role: Role, residency: Option<Residency>) -> Option<SeatKind> {
    match role {
        Role::Chair | Role::ViceChair | Role::Resident => Some(SeatKind::Resident),
        Role::Reviewer if residency.is_some_and(Residency::is_resident) => Some(SeatKind::Resident),
        Role::Reviewer | Role::Advisory => Some(SeatKind::Advisory),
        Role::Coordinator | Role::LtoClerk | Role::ReadOnly => None,
    }
}

/// The office of a role.
fn office(role: Role) -> Option<Office> {
    match role {
        Role::Chair => Some(Office::Chair),
        Role::ViceChair => Some(Office::ViceChair),
        Role::Coordinator | Role::Resident | Role::Reviewer | Role::Advisory | Role::LtoClerk | Role::ReadOnly => None,
    }
}

/// Gives somebody who was just put on the members' list the seat and the office of their role. A resident seat lasts three years
/// at most (§8.3); an advisory one as agreed.
pub(crate) fn seat_as_listed(tx: &mut WriteTx<'_>, member: MemberId, facts: &MemberFacts<'_>) -> Result<()> {
    let Some(role) = Role::from_code(facts.role) else { return Ok(()) };
    let Some(seat) = seat(role, facts.residency.and_then(Residency::from_code)) else { return Ok(()) };
    let ends_on = match seat {
        SeatKind::Resident => Some(facts.term_ends_on.unwrap_or_else(|| last_day(facts.started_on))),
        SeatKind::Advisory => facts.term_ends_on,
    };
    let id = TermId(tx.new_id());
    tx.insert_term(&Term { id, member, seat, begins_on: facts.started_on, ends_on, how: SeatBy::Listed, ended: None })?;
    if let Some(office) = office(role) {
        let id = OfficeTermId(tx.new_id());
        let (begins_on, how) = (facts.started_on, OfficeBy::Listed);
        tx.insert_office_term(&OfficeTerm { id, member, office, begins_on, how, ended_on: None }, None)?;
    }
    Ok(())
}

/// Ends every seat and office of somebody who left.
pub(crate) fn leave_seats(tx: &mut WriteTx<'_>, member: MemberId, on: NaiveDate) -> Result<()> {
    for term in tx.terms()?.into_iter().filter(|term| term.member == member && term.ended.is_none()) {
        if term.ends_on.is_none_or(|last| on <= last) {
            let ended = Ended { on: on.max(term.begins_on), why: EndedBy::Other };
            tx.insert_term_end(&NewTermEnd::plain(term.id, ended))?;
        }
    }
    for office in tx.office_terms()?.into_iter().filter(|office| office.member == member && office.ended_on.is_none()) {
        tx.insert_office_end(office.id, on.max(office.begins_on))?;
    }
    Ok(())
}
