//! The embargo register: every embargo, in force and past, with as much of each as the member at the register may know.

use super::words;
use crate::case::Case;
use crate::seal::embargo_of;
use crate::{Error, Open, Result};
use chrono::NaiveDate;
use domain::application::ApplicationState;
use domain::embargo::{EmbargoReason, EmbargoSubject};
use domain::interest::Sight;
use domain::member::{Act, may};
use std::cmp::Reverse;
use std::collections::HashMap;
use store::{EmbargoRow, ReadTx, ToldRow, Which};
use uuid::Uuid;

/// One embargo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbargoLine {
    /// The id of the application, or of the embargo itself.
    pub id: Uuid,
    /// What kind of thing it is on.
    pub subject: EmbargoSubject,
    /// The application's reference.
    pub reference: Option<String>,
    /// The group's name, or what it is about; none when this member may not know it.
    pub title: Option<String>,
    /// Why.
    pub reason: EmbargoReason,
    /// Why, in words.
    pub reason_words: Option<String>,
    /// Since when.
    pub started_on: NaiveDate,
    /// The last day, when it ends by a date.
    pub until_date: Option<NaiveDate>,
    /// What ends it, when an event of its own does.
    pub until_event: Option<String>,
    /// The first day on which it did not hold.
    pub ended_on: Option<NaiveDate>,
    /// Who opened it early, by name.
    pub opened_early_by: Option<String>,
    /// Why.
    pub opened_early_reason: Option<String>,
    /// By whom it was set, by name.
    pub set_by: String,
    /// Who was told of it.
    pub told: Vec<String>,
    /// Who may read it, by name.
    pub readers: Vec<String>,
    /// Whether the member at the register may end it.
    pub may_end: bool,
}

/// Every embargo that the member at the register may know of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EmbargoRegister {
    /// In force, the newest first.
    pub in_force: Vec<EmbargoLine>,
    /// Past, the newest end first.
    pub past: Vec<EmbargoLine>,
}

/// The embargo register. That a matter is under embargo, of what kind and until when, everybody at the register may see;
/// what it is about, only its readers.
pub fn list(open: &Open) -> Result<EmbargoRegister> {
    let lines = open.register().read(|tx| {
        let mut told_of = by_id(tx.told_of_applications(Which::All)?);
        let mut lines = Vec::new();
        for case in open.cases() {
            // A draft that is sealed to others has nothing to call it by.
            if case.row.reference.is_some() || case.is_readable() {
                lines.push(of_case(tx, open, case, &told_of.remove(&case.row.application_id).unwrap_or_default())?);
            }
        }
        let mut told_of = by_id(tx.told_of_embargoes(Which::All)?);
        for row in tx.embargoes(Which::All)? {
            let told = told_of.remove(&row.embargo_id).unwrap_or_default();
            lines.push(of_matter(tx, open, &row, &told)?);
        }
        Ok::<_, Error>(lines)
    })?;
    let (mut past, mut in_force): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.ended_on.is_some());
    in_force.sort_by_key(|line| (Reverse(line.started_on), Reverse(line.reference.clone()), line.id));
    past.sort_by_key(|line| (Reverse(line.ended_on), Reverse(line.reference.clone()), line.id));
    Ok(EmbargoRegister { in_force, past })
}

fn by_id(rows: Vec<ToldRow>) -> HashMap<Uuid, Vec<ToldRow>> {
    let mut grouped: HashMap<Uuid, Vec<ToldRow>> = HashMap::new();
    for row in rows {
        grouped.entry(row.id).or_default().push(row);
    }
    grouped
}

fn of_case(tx: &ReadTx<'_>, open: &Open, case: &Case, told: &[ToldRow]) -> Result<EmbargoLine> {
    let embargo = case.embargo();
    let whole = case.sight == Sight::Whole;
    let early = case.opening.as_ref().filter(|opening| embargo.lifted_on == Some(opening.on));
    Ok(EmbargoLine {
        id: case.row.application_id,
        subject: EmbargoSubject::Application,
        reference: case.reference(),
        title: case.group_name().map(str::to_owned),
        reason: embargo.reason,
        reason_words: None,
        started_on: embargo.started_on,
        until_date: None,
        until_event: None,
        ended_on: embargo.lifted_on,
        opened_early_by: early.map(|opening| open.name_of(opening.by).to_owned()),
        opened_early_reason: early.map(|opening| opening.reason.clone()),
        set_by: open.name_of(case.row.typed_by).to_owned(),
        told: if whole { names(tx, told)? } else { Vec::new() },
        readers: open.readers_of(case),
        may_end: case.is_sealed()
            && case.is_readable()
            && case.state() != ApplicationState::Draft
            && case.row.reference.is_some()
            && may(open.member().role, Act::KeepEmbargo),
    })
}

fn of_matter(tx: &ReadTx<'_>, open: &Open, row: &EmbargoRow, told: &[ToldRow]) -> Result<EmbargoLine> {
    let embargo = embargo_of(row);
    let today = tx.today();
    let words = words(tx, row)?;
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let early = row.end.as_ref().and_then(|end| end.reason.as_ref().map(|reason| (open.name_of(end.by).to_owned(), reason.clone())));
    let (opened_early_by, opened_early_reason) = early.unzip();
    Ok(EmbargoLine {
        id: row.embargo_id,
        subject: row.subject,
        reference: None,
        title: words.as_ref().map(|words| words.title.clone()),
        reason: row.reason,
        reason_words: words.as_ref().and_then(|words| some(&words.reason)),
        started_on: row.started_on,
        until_date: row.until_date,
        until_event: words.as_ref().and_then(|words| some(&words.until_event)),
        ended_on: embargo.ended_on(today),
        opened_early_by,
        opened_early_reason,
        set_by: open.name_of(row.set_by).to_owned(),
        told: names(tx, told)?,
        readers: open.readers_of_matter(embargo.in_force(today)),
        may_end: embargo.in_force(today) && words.is_some() && may(open.member().role, Act::KeepEmbargo),
    })
}

/// The names told, as far as this member may know them.
fn names(tx: &ReadTx<'_>, told: &[ToldRow]) -> Result<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    for row in told {
        if let Some(json) = tx.sealed_text(row.names)? {
            found.extend(serde_json::from_str::<Vec<String>>(&json)?);
        }
    }
    Ok(found)
}
