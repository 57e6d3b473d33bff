//! Embargoes: those that applications have of themselves, opened early for a reason, and those on other matters.

mod list;
#[cfg(test)]
mod tests;

pub use list::{EmbargoLine, EmbargoRegister, list};

use crate::decision::{Told, open_texts};
use crate::input::Faults;
use crate::seal::embargo_of;
use crate::{Changed, Error, FieldFault, Open, Result, seal};
use domain::date::TypedDate;
use domain::embargo::{EmbargoReason, EmbargoSubject};
use domain::id::{ApplicationId, EmbargoId};
use domain::member::Act;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{EmbargoRow, Event, ReadTx, Which, WriteTx};
use uuid::Uuid;

/// The areas whose screens read again.
const TOUCHED: &[&str] = &["application", "grant", "embargo"];

/// An embargo on a meeting item or a document, as typed.
#[derive(Debug, Clone)]
pub struct TypedEmbargo {
    /// What kind of thing it is on. Applications have theirs of themselves.
    pub subject: EmbargoSubject,
    /// What it is about.
    pub title: String,
    /// Why.
    pub reason: EmbargoReason,
    /// Why, in words; must be filled in for another reason than those there are.
    pub reason_words: String,
    /// The last day; empty when an event ends it.
    pub until_date: TypedDate,
    /// What ends it; may be empty when a date does.
    pub until_event: String,
    /// Who was told of it, one name a line.
    pub told: String,
}

/// The words of an embargo, as they are sealed. The shape is read for ever: a new field gets a default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Words {
    title: String,
    reason: String,
    until_event: String,
}

/// Opens an application before its group was told, for a reason that is journalled. The words of a decision that the group
/// was not told yet stay sealed.
pub fn open_early(open: &mut Open, id: ApplicationId, reason: &str) -> Result<Changed<()>> {
    open.change(id, Act::KeepEmbargo, |tx, case, _| {
        let reason = why(reason)?;
        if !case.is_sealed() || case.row.reference.is_none() {
            return Err(Error::WrongState);
        }
        if !case.is_readable() {
            return Err(Error::NotFound);
        }
        tx.insert_application_opening(id.0, &reason)?;
        open_texts(tx, id.0, Told::NotTheGroup)?;
        let payload = json!({ "reason": reason });
        Ok(((), Event { kind: "embargoOpenedEarly", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })
}

/// Puts a meeting item or a document under embargo. What it is about is sealed to those who read applications.
pub fn set(open: &mut Open, typed: &TypedEmbargo) -> Result<Changed<EmbargoId>> {
    open.member().permit(Act::KeepEmbargo)?;
    if typed.subject == EmbargoSubject::Application {
        return Err(Error::WrongState);
    }
    let mut faults = Faults::default();
    let title = faults.line("title", &typed.title);
    let reason = faults.answer("reasonWords", &typed.reason_words);
    let until_event = faults.line("untilEvent", &typed.until_event);
    if title.is_empty() {
        faults.refuse("title", FieldFault::Missing);
    }
    if typed.reason == EmbargoReason::Other && reason.is_empty() {
        faults.refuse("reasonWords", FieldFault::Missing);
    }
    let no_date = [&typed.until_date.day, &typed.until_date.month, &typed.until_date.year].iter().all(|part| part.trim().is_empty());
    let until_date = if no_date && !until_event.is_empty() { None } else { faults.date("untilDate", &typed.until_date) };
    if until_date.is_some_and(|last| last < open.today()) {
        faults.refuse("untilDate", FieldFault::EndsBeforeItBegins);
    }
    let told = names(&mut faults, &typed.told);
    faults.settle()?;
    open.change_register(|tx| {
        let embargo_id = tx.new_id();
        let words = Words { title, reason, until_event };
        let words = seal::put_matter(tx, embargo_id, serde_json::to_string(&words)?.as_bytes())?;
        let (started_on, set_by) = (tx.today(), tx.signed_in());
        let (subject, reason) = (typed.subject, typed.reason);
        tx.insert_embargo(&EmbargoRow { embargo_id, subject, reason, started_on, until_date, words, set_by, end: None })?;
        if !told.is_empty() {
            let names = seal::put_matter(tx, embargo_id, serde_json::to_string(&told)?.as_bytes())?;
            tx.insert_told_of_embargo(embargo_id, names)?;
        }
        let payload = json!({
            "subject": subject.code(), "reason": reason.code(), "until_date": until_date.map(|day| day.to_string()), "told": told.len(),
        });
        let event = Event { kind: "embargoSet", subject: Some(embargo_id), payload, touched: TOUCHED, signed: true };
        Ok((EmbargoId(embargo_id), event))
    })
}

/// Ends an embargo on something other than an application: what was to end it has happened, or it is opened early for a
/// reason. Its words are sealed anew to everybody at the register.
pub fn end(open: &mut Open, id: EmbargoId, happened: bool, reason: &str) -> Result<Changed<()>> {
    open.member().permit(Act::KeepEmbargo)?;
    let reason = if happened { None } else { Some(why(reason)?) };
    open.change_register(|tx| {
        in_force(tx, id)?;
        tx.insert_embargo_end(id.0, reason.as_deref())?;
        seal::settle(tx)?;
        let kind = if happened { "embargoEnded" } else { "embargoOpenedEarly" };
        Ok(((), Event { kind, subject: Some(id.0), payload: json!({ "reason": reason }), touched: TOUCHED, signed: true }))
    })
}

/// Records who was told of the embargo on an application.
pub fn told_of_application(open: &mut Open, id: ApplicationId, told: &str) -> Result<Changed<()>> {
    let told = some_names(told)?;
    open.change(id, Act::KeepEmbargo, |tx, case, _| {
        if !case.is_sealed() {
            return Err(Error::WrongState);
        }
        let names = seal::put_beside(tx, id.0, serde_json::to_string(&told)?.as_bytes())?;
        tx.insert_told_of_application(id.0, names)?;
        Ok(((), told_event(id.0, &told)))
    })
}

/// Records who was told of an embargo on something else.
pub fn told(open: &mut Open, id: EmbargoId, told: &str) -> Result<Changed<()>> {
    open.member().permit(Act::KeepEmbargo)?;
    let told = some_names(told)?;
    open.change_register(|tx| {
        in_force(tx, id)?;
        let names = seal::put_matter(tx, id.0, serde_json::to_string(&told)?.as_bytes())?;
        tx.insert_told_of_embargo(id.0, names)?;
        Ok(((), told_event(id.0, &told)))
    })
}

/// The names are under the embargo: the journal counts them.
fn told_event(subject: Uuid, told: &[String]) -> Event {
    let payload = json!({ "told": told.len() });
    Event { kind: "embargoTold", subject: Some(subject), payload, touched: TOUCHED, signed: false }
}

/// Passes when an embargo is in force that the member who is signed in can read.
fn in_force(tx: &WriteTx<'_>, id: EmbargoId) -> Result<()> {
    let row = tx.embargoes(Which::One(id.0))?.pop().ok_or(Error::NotFound)?;
    if !embargo_of(&row).in_force(tx.today()) {
        return Err(Error::WrongState);
    }
    words(tx, &row)?.map(drop).ok_or(Error::NotFound)
}

/// The words of an embargo, if the member who is signed in may read them.
fn words(tx: &ReadTx<'_>, row: &EmbargoRow) -> Result<Option<Words>> {
    Ok(tx.sealed_text(row.words)?.map(|json| serde_json::from_str(&json)).transpose()?)
}

fn why(reason: &str) -> Result<String> {
    let mut faults = Faults::default();
    let reason = faults.answer("reason", reason);
    if reason.is_empty() {
        faults.refuse("reason", FieldFault::Missing);
    }
    faults.settled(Some(reason))
}

/// Names, one a line.
fn names(faults: &mut Faults, typed: &str) -> Vec<String> {
    faults.answer("told", typed).lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn some_names(typed: &str) -> Result<Vec<String>> {
    let mut faults = Faults::default();
    let told = names(&mut faults, typed);
    if told.is_empty() {
        faults.refuse("told", FieldFault::Missing);
    }
    faults.settled(Some(told))
}
