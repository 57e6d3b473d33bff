//! Joining between annual general meetings: two resident members meet whoever would join, and the residents vote (§8.3).

use super::TOUCHED;
use super::election::{Candidate, Elected, seat};
use super::known::Known;
use super::seat::{TypedVote, past_day, term_end, told};
use super::text::{self, Candidate as Words};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result};
use domain::date::TypedDate;
use domain::id::{JoiningId, MemberId};
use domain::member::Act;
use domain::membership::{Ended, EndedBy, SeatBy, SeatKind, SeatProblem, check_met, may_join, seat_of};
use serde_json::json;
use store::{Event, JoiningRow, JoiningVote, NewTermEnd};

/// Somebody who would join, as typed.
#[derive(Debug, Clone)]
pub struct TypedJoining {
    /// Somebody on the members' list, who has no resident seat; or
    pub member: Option<MemberId>,
    /// the name of somebody who comes onto it.
    pub name: String,
    /// When they were met.
    pub met_on: TypedDate,
    /// By whom.
    pub met_by: [Option<MemberId>; 2],
    /// Whether these two found them eligible: they live in the area.
    pub eligible: bool,
    /// What they noted.
    pub words: String,
}

/// The vote on somebody who would join, as typed.
#[derive(Debug, Clone)]
pub struct TypedJoiningVote {
    /// On whom.
    pub joining: JoiningId,
    /// When.
    pub voted_on: TypedDate,
    /// How it went.
    pub vote: TypedVote,
    /// The last day of the term. Nothing typed: three years.
    pub ends_on: TypedDate,
}

/// Records that two resident members met somebody who would join.
pub fn meet(open: &mut Open, typed: &TypedJoining) -> Result<Changed<JoiningId>> {
    open.member().permit(Act::KeepMembers)?;
    let mut faults = Faults::default();
    let known = open.register().read(Known::read)?;
    let name = match typed.member {
        Some(member) => known.staying(member)?.name.clone(),
        None => faults.line("name", &typed.name),
    };
    if name.is_empty() {
        faults.refuse("name", FieldFault::Missing);
    }
    let met_on = past_day(&mut faults, "metOn", &typed.met_on, open.today());
    let words = faults.answer("words", &typed.words);
    for (field, met_by) in ["metBy", "andBy"].into_iter().zip(typed.met_by) {
        if met_by.is_none() {
            faults.refuse(field, FieldFault::Missing);
        }
    }
    let met_on = faults.settled(met_on)?;
    let [Some(first), Some(second)] = typed.met_by else { return Err(Error::NotFound) };
    let residents = known.residents(met_on);
    if typed.member.is_some_and(|member| residents.contains(&member)) {
        return Err(SeatProblem::HasASeat.into());
    }
    check_met([first, second], |member| residents.contains(&member))?;
    open.change_register(|tx| {
        let id = JoiningId(tx.new_id());
        let words = text::put(tx, id.0, &Words { name, member: typed.member.map(|member| member.0), words })?;
        tx.insert_joining(&JoiningRow { id, met_on, met_by: [first, second], eligible: typed.eligible, words, vote: None })?;
        let payload = json!({ "metOn": met_on, "metBy": [first.0, second.0], "eligible": typed.eligible });
        Ok((id, Event { kind: "joiningMet", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })
}

/// Records the vote on somebody who would join. When two-thirds agree they come onto the members' list, with a resident seat.
pub fn vote_on_joining(open: &mut Open, typed: &TypedJoiningVote) -> Result<Changed<Elected>> {
    open.member().permit(Act::KeepMembers)?;
    let (known, joinings) = open.register().read(|tx| Ok::<_, Error>((Known::read(tx)?, tx.joinings()?)))?;
    let joining = joinings.into_iter().find(|row| row.id == typed.joining).ok_or(Error::NotFound)?;
    if joining.vote.is_some() {
        return Err(Error::WrongState);
    }
    let mut faults = Faults::default();
    let voted_on = past_day(&mut faults, "votedOn", &typed.voted_on, open.today());
    let vote = typed.vote.read(&mut faults);
    let ends_on = term_end(&mut faults, SeatKind::Resident, voted_on, &typed.ends_on);
    let (voted_on, vote) = faults.settled(voted_on.zip(vote))?;
    let changed = open.change_register(|tx| {
        let carried = may_join(joining.met_on, joining.eligible, voted_on, vote, known.membership(tx, voted_on)?)?;
        let given = if carried {
            let Words { name, member, .. } = text::read(tx, joining.words)?.ok_or(Error::NotFound)?;
            let candidate = member.map_or_else(|| Candidate::New(name.clone()), |member| Candidate::Member(member.into()));
            match member.and_then(|member| seat_of(&known.terms, member.into(), voted_on)) {
                Some(former) if former.seat == SeatKind::Resident => return Err(SeatProblem::HasASeat.into()),
                Some(former) => tx.insert_term_end(&NewTermEnd::plain(former.id, Ended { on: voted_on, why: EndedBy::Other }))?,
                None => known.check_room(voted_on)?,
            }
            Some(seat(tx, &candidate, &name, voted_on, ends_on, SeatBy::MidYear)?)
        } else {
            None
        };
        tx.insert_joining_vote(joining.id, &JoiningVote { voted_on, vote, term: given.map(|(term, _)| term) })?;
        let member = given.map(|(_, member)| member);
        let payload = json!({ "votedOn": voted_on, "vote": told(vote), "member": member.map(|member| member.0) });
        let event = Event { kind: "joiningVoted", subject: Some(joining.id.0), payload, touched: TOUCHED, signed: true };
        Ok((Elected { carried, member }, event))
    })?;
    open.read_people_again()?;
    Ok(changed)
}
