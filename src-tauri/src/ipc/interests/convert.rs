//! Interests between the core's shapes and the window's.

use usecases::interest::{Declared, DeclaredHere, Gate, Match, NewStanding, Register, Standing, TypedAnswer};
use usecases::{Error, Open, Result, Summary};

use crate::ipc::CommandResult;
use crate::ipc::dto::interest as dto;
use crate::ipc::value::{Pence, parse_id};

/// What a payee's part in an application is called, as the form says it.
const PAID_TO: &str = "Paid to";

/// The gate.
pub(super) fn gate(gate: &Gate<'_>) -> dto::InterestGate {
    let summary = gate.summary.as_ref();
    dto::InterestGate {
        application_id: gate.case.id().to_string(),
        reference: gate.case.reference(),
        received_on: gate.case.row.received_on,
        group_name: summary.map(|summary| summary.group_name.clone()),
        one_line: summary.map(|summary| summary.one_line.clone()),
        asked_pence: summary.and_then(|summary| summary.asked).map(Pence::from),
        people: summary.map(people).unwrap_or_default(),
        meets_at: summary.map(|summary| summary.meets_at.clone()).filter(|place| !place.is_empty()),
        matches: gate.matches.iter().map(alike).collect(),
        stance: gate.stance.into(),
        said: gate.said.as_ref().map(said),
    }
}

fn people(summary: &Summary) -> Vec<dto::NamedPerson> {
    let named = summary.people.iter().map(|(part, name)| (part.as_str(), name));
    let paid = summary.payee.iter().map(|name| (PAID_TO, name));
    named.chain(paid).map(|(part, name)| dto::NamedPerson { part: part.to_owned(), name: name.clone() }).collect()
}

/// An entry of the standing register that looks alike.
pub(in crate::ipc) fn alike(found: &Match) -> dto::InterestMatch {
    dto::InterestMatch { body: found.body.clone(), how: found.how.clone(), since: found.since }
}

fn said(said: &DeclaredHere) -> dto::InterestSaid {
    dto::InterestSaid {
        answer: said.answer.into(),
        kinds: said.kinds.iter().copied().map(Into::into).collect(),
        reach: said.reach.map(Into::into),
        how: said.how.clone(),
        on: said.on,
    }
}

/// An answer as it was given.
pub(super) fn typed(input: dto::AnswerInterestInput) -> TypedAnswer {
    TypedAnswer {
        answer: input.answer.into(),
        kinds: input.kinds.into_iter().map(Into::into).collect(),
        reach: input.reach.map(Into::into),
        how: input.how,
    }
}

/// What was declared.
pub(super) fn declared(open: &Open, declared: Vec<Declared>) -> Result<Vec<dto::DeclaredInterest>> {
    declared.iter().map(|one| declared_one(open, one)).collect()
}

fn declared_one(open: &Open, one: &Declared) -> Result<dto::DeclaredInterest> {
    let case = open.case(one.application)?;
    Ok(dto::DeclaredInterest {
        application_id: one.application.to_string(),
        reference: case.reference(),
        group_name: case.group_name().map(str::to_owned),
        member_id: one.member.to_string(),
        name: open.name_of(one.member.0).to_owned(),
        role: open.role_of(one.member.0).ok_or(Error::NotFound)?.into(),
        stance: one.stance.into(),
        said: said(&one.said),
        ruled_by: one.ruled_by.map(|member| open.name_of(member.0).to_owned()),
        ruled_reason: one.ruled_reason.clone(),
        may_rule: one.may_rule,
    })
}

/// The register of interests.
pub(super) fn register(open: &Open, register: Register) -> Result<dto::InterestRegister> {
    Ok(dto::InterestRegister {
        standing: register.standing.into_iter().map(|entry| standing(open, entry)).collect(),
        declared: declared(open, register.declared)?,
    })
}

fn standing(open: &Open, entry: Standing) -> dto::StandingInterest {
    dto::StandingInterest {
        id: entry.id.to_string(),
        member_id: entry.member.to_string(),
        name: open.name_of(entry.member.0).to_owned(),
        body: entry.body,
        how: entry.how,
        kind: entry.kind.into(),
        reach: entry.reach.into(),
        since: entry.since,
        ended_on: entry.ended_on,
        may_end: entry.may_end,
    }
}

/// An entry of the standing register, as typed.
pub(super) fn new_standing(input: dto::AddStandingInterestInput) -> CommandResult<NewStanding> {
    Ok(NewStanding {
        member: parse_id(&input.member_id)?,
        body: input.body,
        how: input.how,
        kind: input.kind.into(),
        reach: input.reach.into(),
        since: input.since.into(),
    })
}
