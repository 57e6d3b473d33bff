//! Appointing the Chair and the Vice-chairs: the only nominee, or whoever wins the written ballot (§8.5).

use super::TOUCHED;
use super::known::{Known, follow_offices};
use super::seat::{eligible, past_day};
use super::text::NomineeVotes;
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result};
use domain::date::TypedDate;
use domain::id::{MemberId, OfficeTermId};
use domain::member::Act;
use domain::membership::{Office, OfficeBy, OfficeProblem, OfficeTerm, ballot, may_hold};
use serde_json::json;
use store::Event;

/// Somebody who was nominated, as typed.
#[derive(Debug, Clone)]
pub struct TypedNominee {
    /// Who.
    pub member: MemberId,
    /// Whether they consent.
    pub consents: bool,
    /// Their votes. Read when there is more than one nominee.
    pub votes: String,
}

/// An appointment, as typed.
#[derive(Debug, Clone)]
pub struct TypedAppointment {
    /// To which office.
    pub office: Office,
    /// From which day.
    pub on: TypedDate,
    /// Who was nominated.
    pub nominees: Vec<TypedNominee>,
    /// The Vice-chair whose place it is, when it is not free. The Chair's always is: there is one.
    pub in_place_of: Option<MemberId>,
}

/// Appoints an officer. Their role at the register, and that of whoever they follow, goes with the office. Answers who it is.
pub fn appoint(open: &mut Open, typed: &TypedAppointment) -> Result<Changed<MemberId>> {
    open.member().permit(Act::KeepMembers)?;
    let mut faults = Faults::default();
    let on = past_day(&mut faults, "on", &typed.on, open.today());
    if typed.nominees.is_empty() {
        faults.refuse("nominees", FieldFault::Missing);
    }
    let by_ballot = typed.nominees.len() > 1;
    let mut votes = Vec::new();
    for (at, nominee) in typed.nominees.iter().enumerate().filter(|_| by_ballot) {
        let field = format!("votes.{at}");
        if nominee.votes.trim().is_empty() {
            faults.refuse(field, FieldFault::Missing);
        } else if let Some(count) = faults.people(field, &nominee.votes) {
            votes.push((nominee.member, count));
        }
    }
    let known = open.register().read(Known::read)?;
    let office = typed.office;
    let standing = |term: &&OfficeTerm| term.ended_on.is_none();
    let in_place_of = match office {
        Office::Chair => known.offices.iter().filter(standing).filter(|term| term.office == office).map(|term| term.member).collect(),
        Office::ViceChair => typed.in_place_of.into_iter().collect::<Vec<_>>(),
    };
    let leaves = |term: &&OfficeTerm| term.office == office && in_place_of.contains(&term.member);
    if let Some(on) = on
        && known.offices.iter().filter(standing).filter(leaves).any(|term| term.begins_on > on)
    {
        faults.refuse("on", FieldFault::EndsBeforeItBegins);
    }
    let on = faults.settled(on)?;
    for nominee in &typed.nominees {
        known.staying(nominee.member)?;
        if !nominee.consents {
            return Err(OfficeProblem::NoConsent.into());
        }
        may_hold(&known.facts(), nominee.member, office, on, &in_place_of)?;
    }
    let (winner, how) = if by_ballot {
        (ballot(&votes, eligible(&known, on))?, OfficeBy::Ballot)
    } else {
        (typed.nominees.first().ok_or(Error::NotFound)?.member, OfficeBy::OnlyNominee)
    };
    let counted = votes.iter().map(|(member, votes)| NomineeVotes { name: known.name(*member).to_owned(), votes: *votes });
    let counted = if by_ballot { Some(serde_json::to_string(&counted.collect::<Vec<_>>())?) } else { None };
    let changed = open.change_register(|tx| {
        let mut follows: Vec<(MemberId, Option<Office>)> = Vec::new();
        for term in known.offices.iter().filter(standing).filter(|term| term.member == winner || leaves(term)) {
            tx.insert_office_end(term.id, on.max(term.begins_on))?;
            follows.push((term.member, None));
        }
        follows.push((winner, Some(office)));
        let id = OfficeTermId(tx.new_id());
        tx.insert_office_term(&OfficeTerm { id, member: winner, office, begins_on: on, how, ended_on: None }, counted.as_deref())?;
        follow_offices(tx, &follows)?;
        let payload = json!({ "member": winner.0, "office": office.code(), "on": on, "how": how.code() });
        Ok((winner, Event { kind: "officerAppointed", subject: Some(winner.0), payload, touched: TOUCHED, signed: true }))
    })?;
    open.read_people_again()?;
    Ok(changed)
}

/// Ends an office whose holder keeps the seat.
pub fn end_office(open: &mut Open, member: MemberId, on: &TypedDate) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMembers)?;
    let known = open.register().read(Known::read)?;
    let office = known.office_of(member).ok_or(Error::WrongState)?;
    let mut faults = Faults::default();
    let on = past_day(&mut faults, "on", on, open.today());
    if on.is_some_and(|on| on < office.begins_on) {
        faults.refuse("on", FieldFault::EndsBeforeItBegins);
    }
    let on = faults.settled(on)?;
    let changed = open.change_register(|tx| {
        tx.insert_office_end(office.id, on)?;
        follow_offices(tx, &[(member, None)])?;
        let payload = json!({ "member": member.0, "office": office.office.code(), "on": on });
        Ok(((), Event { kind: "officeEnded", subject: Some(member.0), payload, touched: TOUCHED, signed: true }))
    })?;
    open.read_people_again()?;
    Ok(changed)
}
