//! The decision sheet for the printer: what a meeting decided, for the Locally Trusted Organisation to act on. No account
//! number stands on it.

use super::agreement::{instalments, purpose};
use super::meeting::{head, journal};
use super::words::long_date;
use super::{Desk, Labels};
use crate::case::Decision;
use crate::meeting::{MeetingLine, Stage, line};
use crate::sitting::{Replayed, What, replay};
use crate::text::{DecisionFigures, DecisionWords, VoteFigures};
use crate::{Case, Error, GrantCase, Result};
use documents::view::{DecisionSheetView, Fact, SheetGrantView};
use domain::Money;
use domain::date::written;
use domain::id::{ApplicationId, MeetingId};

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
                    sheet.grants.push(grant(desk, case, decision, granted));
                }
            },
        }
    }
    sheet.total = amounts.into_iter().sum::<Money>().to_string();
    Ok((sheet, line))
}

fn grant(desk: &Desk<'_>, case: &Case, decision: &Decision, granted: &GrantCase) -> SheetGrantView {
    SheetGrantView {
        reference: case.reference().unwrap_or_default(),
        group: case.group_name().unwrap_or_default().to_owned(),
        amount: granted.grant.amount.to_string(),
        purpose: purpose(case),
        conditions: decision.words.iter().flat_map(|words| words.conditions.iter().cloned()).collect(),
        end_of_funding: long_date(granted.grant.ends_on()),
        instalments: instalments(desk, &granted.grant),
        told_on: decision.told.as_ref().map(|(on, ..)| written(*on)),
        vote: vote(&desk.labels, decision.words.as_ref()),
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
    let residents = u32::try_from(residents).unwrap_or(u32::MAX);
    let members = filled(&labels.members_value, &[("{members}", quorum.members), ("{residents}", residents)]);
    let needed = filled(&labels.needed_value, &[("{needed}", quorum.needed())]);
    [(&labels.members_counted, members), (&labels.members_needed, needed), (&labels.in_the_chair, chairs.join(", "))]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| Fact { label: label.clone(), value })
        .collect()
}

/// How one decision was made, with the figures that show that it stands; nothing of a decision from before they were kept.
fn vote(labels: &Labels, words: Option<&DecisionWords>) -> Vec<String> {
    let Some(DecisionFigures::Meeting { members, present, residents, agreed, needed, vote }) =
        words.and_then(|words| words.figures.as_ref())
    else {
        return Vec::new();
    };
    let there = filled(&labels.present_for_it, &[("{present}", *present), ("{members}", *members), ("{residents}", *residents)]);
    let agreed = filled(&labels.agreed_to_it, &[("{agreed}", *agreed), ("{needed}", *needed)]);
    let way = match vote {
        None => labels.by_consensus.clone(),
        Some(VoteFigures { agree, against, not_voting, casting_for }) => {
            let counted = filled(&labels.by_vote, &[("{agree}", *agree), ("{against}", *against), ("{not_voting}", *not_voting)]);
            match casting_for {
                None => counted,
                Some(true) => format!("{counted} {}", labels.casting_for),
                Some(false) => format!("{counted} {}", labels.casting_against),
            }
        }
    };
    vec![there, way, agreed]
}

fn filled(words: &str, figures: &[(&str, u32)]) -> String {
    figures.iter().fold(words.to_owned(), |words, (field, figure)| words.replace(field, &figure.to_string()))
}
