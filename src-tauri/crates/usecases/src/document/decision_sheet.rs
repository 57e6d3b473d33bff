//! The decision sheet for the printer: what a meeting decided, for the Locally Trusted Organisation to act on. No account
//! number stands on it.

use super::agreement::{instalments, purpose};
use super::meeting::{head, journal};
use super::words::long_date;
use super::{Desk, Labels};
use crate::case::Decision;
use crate::meeting::{MeetingLine, Stage, line};
use crate::sitting::{Event, Replayed, What, replay};
use crate::{Case, Error, GrantCase, Result};
use documents::view::{DecisionSheetView, Fact, SheetGrantView};
use domain::Money;
use domain::date::written;
use domain::id::{ApplicationId, MeetingId};
use domain::meeting::{Casting, Floor, Way};
use store::MeetingDecisionRow;

/// The sheet, and the meeting it is of. Until the meeting is over there is nothing to act on.
pub(super) fn view(desk: &Desk<'_>, id: MeetingId) -> Result<(DecisionSheetView, MeetingLine)> {
    let line = line(desk.open, id)?;
    if !matches!(line.stage, Stage::Ended | Stage::Approved) {
        return Err(Error::WrongState);
    }
    let record = replay(desk.open, id)?;
    let rows = desk.open.register().read(|tx| tx.meeting_decisions(id.0).map_err(Error::from))?;
    let mut sheet = DecisionSheetView {
        meeting: head(desk, &line, record.record.started_at().zip(record.record.ended_at())),
        lto: desk.lto.clone(),
        embargo: false,
        evidence: evidence(desk, &record),
        grants: Vec::new(),
        total: String::new(),
        others: Vec::new(),
        withheld: Vec::new(),
        journal: journal(desk)?,
    };
    let mut amounts = Vec::new();
    for row in &rows {
        let case = desk.open.case(ApplicationId(row.application_id))?;
        let reference = case.reference().unwrap_or_default();
        let decision = case.decisions.iter().find(|decision| decision.id.0 == row.decision_id);
        match decision.filter(|decision| decision.words.is_some() && case.content().is_some()) {
            None => sheet.withheld.push(reference),
            Some(decision) => match case.grant.as_ref().filter(|granted| granted.row.decision_id == row.decision_id) {
                None => sheet.others.push(reference),
                Some(granted) => {
                    sheet.embargo |= decision.told.is_none();
                    amounts.push(granted.grant.amount);
                    sheet.grants.push(grant(desk, case, decision, granted, vote(&desk.labels, &record, row)));
                }
            },
        }
    }
    sheet.total = amounts.into_iter().sum::<Money>().to_string();
    Ok((sheet, line))
}

fn grant(desk: &Desk<'_>, case: &Case, decision: &Decision, granted: &GrantCase, vote: Vec<String>) -> SheetGrantView {
    SheetGrantView {
        reference: case.reference().unwrap_or_default(),
        group: case.group_name().unwrap_or_default().to_owned(),
        amount: granted.grant.amount.to_string(),
        purpose: purpose(case),
        conditions: decision.words.iter().flat_map(|words| words.conditions.iter().cloned()).collect(),
        end_of_funding: long_date(granted.grant.ends_on()),
        instalments: instalments(desk, &granted.grant),
        told_on: decision.told.as_ref().map(|(on, ..)| written(*on)),
        vote,
    }
}

/// Who could decide on that day, whatever was on the agenda.
fn evidence(desk: &Desk<'_>, record: &Replayed) -> Vec<Fact> {
    let labels = &desk.labels;
    let quorum = record.record.floor(None).quorum;
    let residents = record.roll.iter().filter(|seat| seat.resident).count();
    let mut chairs: Vec<&str> = Vec::new();
    for event in &record.events {
        if let What::TookChair(member) = event.what
            && !chairs.contains(&record.name(member))
        {
            chairs.push(record.name(member));
        }
    }
    let members = labels.members_value.replace("{members}", &quorum.members.to_string()).replace("{residents}", &residents.to_string());
    let needed = labels.needed_value.replace("{needed}", &quorum.needed().to_string());
    [(&labels.members_counted, members), (&labels.members_needed, needed), (&labels.in_the_chair, chairs.join(", "))]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| Fact { label: label.clone(), value })
        .collect()
}

/// How one decision was made, with the figures that show that it stands.
fn vote(labels: &Labels, record: &Replayed, row: &MeetingDecisionRow) -> Vec<String> {
    let event = record.events.iter().find(|event| event.id.0 == row.entry_id);
    let Some((Event { what: What::Resolved(resolution), .. }, floor)) = event.zip(event.and_then(|event| event.floor)) else {
        return Vec::new();
    };
    let way = match resolution.way {
        Way::Consensus => labels.by_consensus.clone(),
        Way::Vote(tally) => {
            let counted = labels
                .by_vote
                .replace("{agree}", &tally.agree.to_string())
                .replace("{against}", &tally.against.to_string())
                .replace("{not_voting}", &tally.not_voting.to_string());
            match tally.casting {
                None => counted,
                Some(Casting::For) => format!("{counted} {}", labels.casting_for),
                Some(Casting::Against) => format!("{counted} {}", labels.casting_against),
            }
        }
    };
    vec![present(labels, &floor), way]
}

fn present(labels: &Labels, floor: &Floor) -> String {
    let quorum = floor.quorum;
    labels
        .present_for_it
        .replace("{present}", &quorum.present.to_string())
        .replace("{members}", &quorum.members.to_string())
        .replace("{residents}", &quorum.residents.to_string())
}
