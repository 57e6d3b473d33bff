//! Elections at an annual general meeting of the Forum (§8.3).

use super::TOUCHED;
use super::known::{Known, end_term, follow_offices};
use super::seat::{past_day, term_end};
use crate::input::Faults;
use crate::{Changed, FieldFault, Open, Result};
use chrono::{Months, NaiveDate};
use domain::date::TypedDate;
use domain::id::{ElectionId, MemberId, TermId};
use domain::member::{Act, Residency, Role};
use domain::membership::{Ended, EndedBy, SeatBy, SeatKind, Term, check_nomination, elected_at_agm, seat_of};
use serde_json::json;
use store::{ElectionRow, Event, MemberFacts, NewTermEnd, WriteTx};

/// Who stands for election.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Candidate {
    /// Somebody on the members' list.
    Member(MemberId),
    /// Somebody who comes onto it if they are elected.
    New(String),
}

/// A vote at an annual general meeting, as typed.
#[derive(Debug, Clone)]
pub struct TypedElection {
    /// The day of the meeting.
    pub held_on: TypedDate,
    /// Who stood.
    pub candidate: Candidate,
    /// When their written nomination came. Not read of a resident member who stood down and stood again.
    pub nominated_on: TypedDate,
    /// Residents in attendance.
    pub residents: String,
    /// Hands for them.
    pub hands: String,
    /// The last day of the term. Nothing typed: three years.
    pub ends_on: TypedDate,
}

/// What came of an election.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elected {
    /// Whether they were elected.
    pub carried: bool,
    /// Who has the seat.
    pub member: Option<MemberId>,
}

/// Records the vote on one candidate. A resident member who stands again stands down first, whatever comes of it.
pub fn elect(open: &mut Open, typed: &TypedElection) -> Result<Changed<Elected>> {
    open.member().permit(Act::KeepMembers)?;
    let today = open.today();
    let known = open.register().read(Known::read)?;
    let mut faults = Faults::default();
    let held_on = past_day(&mut faults, "heldOn", &typed.held_on, today);
    let name = match &typed.candidate {
        Candidate::Member(member) => known.staying(*member)?.name.clone(),
        Candidate::New(name) => {
            let name = faults.line("candidate", name);
            if name.is_empty() {
                faults.refuse("candidate", FieldFault::Missing);
            }
            name
        }
    };
    let stands_again = held_on.is_some_and(|held_on| stands_again(&known, &typed.candidate, held_on));
    let nominated_on = if stands_again { None } else { past_day(&mut faults, "nominatedOn", &typed.nominated_on, today) };
    let mut number = |field: &str, typed: &str| {
        if typed.trim().is_empty() {
            faults.refuse(field, FieldFault::Missing);
        }
        faults.people(field, typed)
    };
    let (residents, hands) = (number("residents", &typed.residents), number("hands", &typed.hands));
    let ends_on = term_end(&mut faults, SeatKind::Resident, held_on, &typed.ends_on);
    let held_on = faults.settled(held_on)?;
    let (residents, hands) = (residents.unwrap_or(0), hands.unwrap_or(0));
    if let Some(received_on) = nominated_on {
        check_nomination(received_on, held_on)?;
    }
    let carried = elected_at_agm(residents, hands)?;
    let changed = open.change_register(|tx| {
        let former = match typed.candidate {
            Candidate::Member(member) => seat_of(&known.terms, member, held_on).filter(|term| term.ended.is_none()),
            Candidate::New(_) => None,
        };
        if former.is_none() && carried {
            known.check_room(held_on)?;
        }
        let mut officer = false;
        if let Some(former) = former {
            if carried {
                // An office goes on for whoever is elected anew; the partnership appoints its officers after the meeting.
                let why = if former.seat == SeatKind::Resident { EndedBy::StoodDown } else { EndedBy::Other };
                tx.insert_term_end(&NewTermEnd::plain(former.id, Ended { on: held_on, why }))?;
            } else if former.seat == SeatKind::Resident {
                officer = end_term(tx, &known, former, held_on, EndedBy::StoodDown)?;
            }
        }
        let seat = if carried { Some(seat(tx, &typed.candidate, &name, held_on, ends_on, SeatBy::Agm)?) } else { None };
        if officer && let Candidate::Member(member) = typed.candidate {
            follow_offices(tx, &[(member, None)])?;
        }
        let id = ElectionId(tx.new_id());
        let (term, member) = (seat.map(|(term, _)| term), seat.map(|(_, member)| member));
        tx.insert_election(&ElectionRow { id, held_on, candidate: name.clone(), nominated_on, residents, hands, term, member })?;
        let payload = json!({ "heldOn": held_on, "member": member.map(|member| member.0), "residents": residents, "hands": hands });
        let event = Event { kind: "electionRecorded", subject: Some(id.0), payload, touched: TOUCHED, signed: true };
        Ok((Elected { carried, member }, event))
    })?;
    open.read_people_again()?;
    Ok(changed)
}

/// Whether the candidate is a resident member who stands down, or whose term is over, and needs no nomination (§8.3).
fn stands_again(known: &Known, candidate: &Candidate, held_on: NaiveDate) -> bool {
    let Candidate::Member(member) = candidate else { return false };
    let last = known.terms.iter().rfind(|term| term.member == *member && term.begins_on < held_on);
    let a_year_before = held_on.checked_sub_months(Months::new(12)).unwrap_or(held_on);
    last.is_some_and(|term| {
        let stands_down = term.ended.is_none_or(|ended| ended.why == EndedBy::StoodDown && ended.on == held_on);
        let lately = term.ends_on.is_none_or(|last| last >= a_year_before);
        term.seat == SeatKind::Resident && stands_down && lately
    })
}

/// Gives a resident seat to a candidate, who comes onto the members' list if they were not on it.
pub(super) fn seat(
    tx: &mut WriteTx<'_>,
    candidate: &Candidate,
    name: &str,
    begins_on: NaiveDate,
    ends_on: Option<NaiveDate>,
    how: SeatBy,
) -> Result<(TermId, MemberId)> {
    let member = match candidate {
        Candidate::Member(member) => {
            resident_role(tx, *member)?;
            *member
        }
        Candidate::New(_) => {
            let member = MemberId(tx.new_id());
            let (role, residency) = (Role::Resident.code(), Some(Residency::Lives.code()));
            let facts = MemberFacts { name, role, residency, started_on: begins_on, term_ends_on: ends_on };
            tx.add_member(member.0, &facts)?;
            let payload = json!({ "name": name, "role": role, "residency": residency, "startedOn": begins_on, "termEndsOn": ends_on });
            tx.also(Event { kind: "memberAdded", subject: Some(member.0), payload, touched: TOUCHED, signed: false });
            member
        }
    };
    let term = Term { id: TermId(tx.new_id()), member, seat: SeatKind::Resident, begins_on, ends_on, how, ended: None };
    tx.insert_term(&term)?;
    Ok((term.id, member))
}

/// An adviser who becomes a resident member is called so on the members' list. Neither role may do anything at the register.
fn resident_role(tx: &mut WriteTx<'_>, member: MemberId) -> Result<()> {
    let Some(row) = tx.member_rows()?.into_iter().find(|row| row.member_id == member.0) else { return Ok(()) };
    if row.role == Role::Advisory.code() {
        tx.change_member(
            member.0,
            &MemberFacts {
                name: &row.name,
                role: Role::Resident.code(),
                residency: Some(Residency::Lives.code()),
                started_on: row.started_on,
                term_ends_on: row.term_ends_on,
            },
        )?;
    }
    Ok(())
}
