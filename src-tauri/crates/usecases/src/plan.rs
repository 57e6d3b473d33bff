//! The plans in sequence: which there are, one of them whole, and its words put right.

mod draft;
mod first;
mod table;
mod text;

pub use draft::{Draft, DraftFrom, adopt, discard, draft, save, start};
pub(crate) use first::{LTO, lto, put_in};
pub use first::{PlanFile, final_plan};
pub use table::{BudgetTable, paste, put, read_file, understand};

use crate::input::Faults;
use crate::{Changed, Error, Open, Result};
use chrono::NaiveDate;
use domain::Money;
use domain::id::PlanId;
use domain::member::Act;
use domain::plan::draft::LONGEST_NOTE;
use domain::plan::{Activity, Adopted, Discrepancy, LineWords, Plan, PlanState, PriorityWords, Share, Words, discrepancies, shares};
use serde_json::json;
use store::Event;

/// What a change of the plans touches.
const TOUCHED: &[&str] = &["plan", "budget"];

/// A plan in the list.
pub struct PlanLine<'o> {
    /// The plan.
    pub adopted: &'o Adopted,
    /// Where it stands today.
    pub state: PlanState,
}

/// Every plan, the oldest first.
pub fn list(open: &Open) -> Vec<PlanLine<'_>> {
    let today = open.today();
    open.plans().all().map(|adopted| PlanLine { adopted, state: open.plans().state(adopted, today) }).collect()
}

/// Whether the next plan is being typed.
pub fn is_begun(open: &Open) -> Result<bool> {
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
    let draft = open.register().read(|tx| tx.plan_draft())?;
    Ok(draft.is_some())
}

/// A line of a plan with its share of it.
pub struct Line<'o> {
    /// The line as it was adopted.
    pub adopted: &'o Activity,
    /// What is planned in each period as it stands.
    pub profile: Vec<Money>,
    /// What stands beside its figures.
    pub words: LineWords,
    /// Its share of the plan as it stands; none for a line without money.
    pub share: Option<Share>,
}

/// One plan, whole.
pub struct Whole<'o> {
    /// The plan as it was adopted, and its fund.
    pub adopted: &'o Adopted,
    /// The plan as it stands, with money that was moved.
    pub standing: Plan,
    /// Where it stands today.
    pub state: PlanState,
    /// Its lines, in order.
    pub lines: Vec<Line<'o>>,
    /// What it says beside its figures. There are as many priorities as the plan has.
    pub words: Words,
    /// When it was decided; none for the plan a register began with.
    pub adopted_on: Option<NaiveDate>,
    /// Who decided it.
    pub adopted_by: String,
    /// Where what it prints differs from what is exact.
    pub discrepancies: Vec<Discrepancy>,
}

/// One plan, whole; the one in force without an id.
pub fn whole(open: &Open, id: Option<PlanId>) -> Result<Whole<'_>> {
    let adopted = match id {
        Some(id) => open.plans().get(id).ok_or(Error::NotFound)?,
        None => open.plan_of(open.today()),
    };
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
    let rows = open.register().read(|tx| tx.plans())?;
    let row = rows.into_iter().find(|row| row.adopted.id == adopted.id).ok_or(Error::NotFound)?;
    let mut words = text::words(&row.words)?;
    // What the paper prints is held against the plan as it was adopted, not as it stands after money was moved.
    let discrepancies = discrepancies(&adopted.plan, &words);
    words.priorities.resize_with(adopted.plan.priorities.len(), PriorityWords::default);
    let standing = open.spending().plan_on(adopted, NaiveDate::MAX);
    let planned: Vec<Money> = standing.activities.iter().map(Activity::planned).collect();
    let mut lines = Vec::new();
    for ((line, now), share) in adopted.plan.activities.iter().zip(&standing.activities).zip(shares(&planned)) {
        let beside = words.lines.get(&line.code).cloned().unwrap_or_default();
        lines.push(Line { adopted: line, profile: now.profile.clone(), words: beside, share });
    }
    Ok(Whole {
        lines,
        adopted,
        state: open.plans().state(adopted, open.today()),
        standing,
        words,
        adopted_on: row.adopted_on,
        adopted_by: row.adopted_by,
        discrepancies,
    })
}

/// What a plan says beside its figures, to be put right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewWords {
    /// The overarching outcomes.
    pub outcomes: Vec<String>,
    /// For each priority, in the order of the plan.
    pub priorities: Vec<PriorityWords>,
    /// For each line that is said anything of, by code.
    pub lines: Vec<(String, LineWords)>,
}

/// Puts right what the plan in force, or one to come, says beside its figures. A plan that is past stays as it was.
pub fn save_words(open: &mut Open, id: PlanId, new: &NewWords) -> Result<Changed<()>> {
    let adopted = open.plans().get(id).ok_or(Error::NotFound)?;
    if open.plans().state(adopted, open.today()) == PlanState::Past || new.priorities.len() != adopted.plan.priorities.len() {
        return Err(Error::WrongState);
    }
    if new.lines.iter().any(|(code, _)| adopted.plan.activity(code).is_none()) {
        return Err(Error::NotFound);
    }
    checked(new)?;
    open.change_beside(Act::KeepRecords, |tx, _| {
        let row = tx.plans()?.into_iter().find(|row| row.adopted.id == id).ok_or(Error::NotFound)?;
        let mut words = text::words(&row.words)?;
        words.outcomes = PriorityWords { outcomes: new.outcomes.clone(), criteria: Vec::new() }.tidied().outcomes;
        words.priorities = new.priorities.iter().map(PriorityWords::tidied).collect();
        for (code, line) in &new.lines {
            let line = LineWords { lead_partner: line.lead_partner.trim().to_owned(), notes: line.notes.trim().to_owned() };
            words.lines.insert(code.clone(), line);
        }
        let words = text::of_words(&words)?;
        tx.set_plan_words(id.0, &words)?;
        let payload = json!({ "plan": id.0, "words": serde_json::from_str::<serde_json::Value>(&words)? });
        Ok(((), Event { kind: "planWordsChanged", subject: Some(id.0), payload, touched: TOUCHED, signed: false }))
    })
}

fn checked(new: &NewWords) -> Result<()> {
    let mut faults = Faults::default();
    let mut each = |field: String, texts: &[String]| {
        for (place, text) in texts.iter().enumerate() {
            faults.note(&format!("{field}.{place}"), text, LONGEST_NOTE);
        }
    };
    each("outcomes".to_owned(), &new.outcomes);
    for (place, priority) in new.priorities.iter().enumerate() {
        each(format!("priorities.{place}.outcomes"), &priority.outcomes);
        each(format!("priorities.{place}.criteria"), &priority.criteria);
    }
    for (place, (_, line)) in new.lines.iter().enumerate() {
        faults.line(&format!("lines.{place}.leadPartner"), &line.lead_partner);
        faults.note(&format!("lines.{place}.notes"), &line.notes, LONGEST_NOTE);
    }
    faults.settle()
}

#[cfg(test)]
mod tests;
