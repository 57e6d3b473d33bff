//! Decisions: recorded, and told to the group, which ends the embargo.

mod held;
mod typed;

pub use held::{Day, day};
pub use typed::{TypedDecision, TypedFigures, TypedOutcome, TypedWay};
pub(crate) use typed::{conditions, outcome, terms};

use crate::case::Case;
use crate::input::Faults;
use crate::open::Desk;
use crate::text::{DecisionFigures, DecisionWords};
use crate::{Changed, Error, FieldFault, Open, Result, seal};
use chrono::NaiveDate;
use domain::Money;
use domain::date::TypedDate;
use domain::decision::{Figures, Instalment, NewDecision, Outcome, Standing, decide};
use domain::id::{ApplicationId, DecisionId, GrantId};
use domain::member::Act;
use serde_json::json;
use store::{DecisionRow, Event, GrantRow, NewGrant, NewNote, OpenedText, ReadTx, WriteTx};
use uuid::Uuid;

const TOUCHED: &[&str] = &["application", "grant", "budget"];

/// Stands in the open table of part payments for the words that are kept with the decision.
const SEALED_WHEN: &str = "as-decided";

/// A decision was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The decision.
    pub decision_id: DecisionId,
    /// The grant, when it is an approval.
    pub grant_id: Option<GrantId>,
}

/// Records a decision from the paper minutes of a meeting, held to the same rules as one that was minuted here: the quorum,
/// the majority, the sub-group's power. An approval becomes a grant: a commitment against the fund's line, and never more
/// than is free.
pub fn record(open: &mut Open, id: ApplicationId, new: &NewDecision, figures: &Figures) -> Result<Changed<Recorded>> {
    open.change(id, Act::RecordDecision, |tx, case, desk| {
        // What is wrong with the application comes before what is wrong with the meeting.
        hold(tx, case, new, desk.free(new.decided_on))?;
        let behind = held::behind(tx, new, figures)?;
        write(tx, case, desk, new, Some(behind))
    })
}

/// Passes when the decision would stand, with so much free on the fund's line.
pub(crate) fn hold(tx: &ReadTx<'_>, case: &Case, new: &NewDecision, free: Money) -> Result<()> {
    if case.row.reference.is_some() && case.content().is_none() {
        return Err(Error::NotFound);
    }
    // A correction on the typing desk is settled first: otherwise the grant would stand on words that change.
    if case.row.reference.is_some() && case.row.typing.is_some() {
        return Err(Error::WrongState);
    }
    let received_on = case.row.received_on.unwrap_or_else(|| tx.today());
    let asked = case.content().map(domain::application::ApplicationContent::asked_or_sum).filter(|asked| asked.is_positive());
    Ok(decide(new, &Standing { state: case.state(), received_on, asked, free, today: tx.today() })?)
}

/// Writes a decision that stands, with its grant and with who stood behind it, and answers the event of it.
pub(crate) fn write(
    tx: &mut WriteTx<'_>,
    case: &Case,
    desk: &Desk<'_>,
    new: &NewDecision,
    behind: Option<DecisionFigures>,
) -> Result<(Recorded, Event)> {
    let id = case.id();
    let decision_id = tx.new_id();
    let (outcome, words) = match &new.outcome {
        Outcome::Approved { .. } => ("approved", String::new()),
        Outcome::ApprovedInPart { purpose, .. } => ("approved-in-part", purpose.trim().to_owned()),
        Outcome::Deferred { missing } => ("deferred", missing.trim().to_owned()),
        Outcome::Declined { reasons } => ("declined", reasons.trim().to_owned()),
    };
    let conditions = new.conditions.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let instalments = new.terms.iter().flat_map(|terms| &terms.instalments);
    let words = DecisionWords {
        words,
        decided_by: new.decided_by.trim().to_owned(),
        conditions,
        instalments: instalments.clone().map(|part| part.when.clone()).collect(),
        figures: behind,
    };
    // The open table has the amounts alone.
    let instalments: Vec<Instalment> = instalments.map(|part| Instalment { when: SEALED_WHEN.to_owned(), amount: part.amount }).collect();
    let text = seal::keep_decision(tx, id.0, case.is_sealed(), &serde_json::to_string(&words)?)?;
    tx.insert_decision(&DecisionRow {
        decision_id,
        application_id: id.0,
        outcome: outcome.to_owned(),
        amount: new.outcome.amount(),
        decided_on: new.decided_on,
        body: new.body,
        text,
        recorded_by: desk.member.id.0,
        told: None,
    })?;
    let grant_id = match (new.outcome.amount(), &new.terms) {
        (Some(amount), Some(terms)) => {
            let grant_id = tx.new_id();
            let row = GrantRow {
                grant_id,
                application_id: id.0,
                decision_id,
                code: desk.plans.of_day(new.decided_on).fund.activity.clone(),
                amount,
                awarded_on: new.decided_on,
                ends_on: terms.ends_on,
                return_by: terms.return_by,
            };
            tx.insert_grant(&NewGrant { grant: &row, instalments: &instalments })?;
            Some(GrantId(grant_id))
        }
        _ => None,
    };
    let payload = json!({
        "decision": decision_id, "outcome": outcome, "amount_pence": new.outcome.amount().map(Money::pence),
        "decided_on": new.decided_on.to_string(), "grant": grant_id.map(|id| id.0),
    });
    let event = Event { kind: "decisionRecorded", subject: Some(id.0), payload, touched: TOUCHED, signed: true };
    Ok((Recorded { decision_id: decision_id.into(), grant_id }, event))
}

/// Records that the group was told. Unless it is a deferral, the embargo ends: the texts are opened to everybody who
/// works at the register.
pub fn issue(open: &mut Open, id: ApplicationId, told_on: NaiveDate, how: &str) -> Result<Changed<()>> {
    let how = how.trim().to_owned();
    open.change(id, Act::RecordDecision, |tx, case, _| {
        let decision = case.decisions.last().filter(|decision| decision.told.is_none()).ok_or(Error::NotToTell)?;
        if how.is_empty() {
            return Err(Error::Fields(vec![("how".to_owned(), FieldFault::Missing)]));
        }
        if told_on < decision.decided_on || told_on > tx.today() {
            return Err(Error::NotToTell);
        }
        let lifts = !matches!(decision.outcome, Outcome::Deferred { .. });
        if lifts || !case.is_sealed() {
            tx.insert_telling(decision.id.0, told_on, &how)?;
            open_texts(tx, id.0, Told::Group)?;
        } else {
            // A deferral leaves the embargo as it is, and how the group was told may name somebody there.
            tx.insert_telling(decision.id.0, told_on, "")?;
            let text = seal::keep(tx, id.0, true, serde_json::to_string(&how)?)?;
            let note_id = tx.new_id();
            tx.insert_note(&NewNote { note_id, application_id: id.0, call: false, noted_on: told_on, text })?;
        }
        let payload = json!({ "decision": decision.id.0, "told_on": told_on.to_string(), "embargo_lifted": lifts });
        Ok(((), Event { kind: "decisionIssued", subject: Some(id.0), payload, touched: TOUCHED, signed: false }))
    })
}

/// Records that the group was told, on a day as it was typed.
pub fn issue_typed(open: &mut Open, id: ApplicationId, told_on: &TypedDate, how: &str) -> Result<Changed<()>> {
    let mut faults = Faults::default();
    let told_on = faults.date("toldOn", told_on);
    let how = faults.line("how", how);
    let told_on = faults.settled(told_on)?;
    issue(open, id, told_on, &how)
}

/// Whom the end of an embargo tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// The group was told: the words of its decision are opened too.
    Group,
    /// It was opened early: the words of a decision that the group was not told yet stay sealed, and the files that came after it.
    NotTheGroup,
}

/// Opens every sealed text of an application, and seals what stays in blobs to everybody who works at the register.
pub(crate) fn open_texts(tx: &mut WriteTx<'_>, id: Uuid, told: Told) -> Result<()> {
    let one = store::Which::One(id);
    let mut sealed = Vec::new();
    for row in tx.application_versions(one)? {
        sealed.push((OpenedText::Version { application_id: id, version: row.version }, row.text));
    }
    for row in tx.withdrawals(one)? {
        sealed.push((OpenedText::Withdrawal(id), row.text));
    }
    for row in tx.notes(one)? {
        sealed.push((OpenedText::Note(row.note_id), row.text));
    }
    for row in tx.decisions(one)? {
        if told == Told::Group || row.told.is_some() {
            sealed.push((OpenedText::Decision(row.decision_id), row.text));
        }
    }
    let waiting = if told == Told::Group { None } else { seal::waiting(tx, id)? };
    for row in tx.attachments(one)? {
        // What came in after a decision that still waits to be told may say it. Ids are in the order of writing.
        if waiting.is_none_or(|decision| row.attachment_id < decision) {
            sealed.push((OpenedText::Attachment(row.attachment_id), row.text));
        }
    }
    for (which, text) in sealed {
        if let Some(blob_id) = text.blob_id() {
            let opened = tx.text(&text)?.ok_or(Error::NotFound)?;
            tx.open_text(which, blob_id, &opened)?;
        }
    }
    seal::opened(tx, id)
}

#[cfg(test)]
mod tests;
