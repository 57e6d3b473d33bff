//! The next plan while it is typed: begun, saved as it is typed, thrown away, adopted by a decision.

use super::{TOUCHED, text};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result};
use domain::date::TypedDate;
use domain::id::{PlanId, PriorityId};
use domain::member::Act;
use domain::money::plain;
use domain::plan::draft::{AdoptRefusal, NewPlan, Reading, TypedLine, TypedPeriod, TypedPlan, TypedPriority, may_follow, read};
use domain::plan::{Activity, Adopted, Plan, Priority, Words};
use serde_json::json;
use std::collections::BTreeMap;
use store::{Event, PlanRow, WriteTx};

/// The next plan while it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The number to give back on the next save.
    pub revision: u32,
    /// The form, as typed.
    pub typed: TypedPlan,
    /// What is made of it.
    pub reading: Reading,
}

/// What to begin the next plan with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftFrom {
    /// The plan in force: its priorities, lines and words; its money becomes the year before.
    PlanInForce,
    /// An empty page.
    Nothing,
}

fn of(revision: u32, typed: TypedPlan) -> Draft {
    Draft { revision, reading: read(&typed), typed }
}

/// The next plan, if it was begun.
pub fn draft(open: &Open) -> Result<Option<Draft>> {
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
    let row = open.register().read(|tx| tx.plan_draft())?;
    row.map(|row| Ok(of(row.revision, text::typed(&row.content)?))).transpose()
}

/// Begins the next plan. Refused when it was begun before.
pub fn start(open: &mut Open, from: DraftFrom) -> Result<Changed<Draft>> {
    let typed = match from {
        DraftFrom::Nothing => TypedPlan {
            periods: vec![TypedPeriod::default()],
            lines: vec![TypedLine { amounts: vec![String::new()], ..TypedLine::default() }],
            ..TypedPlan::default()
        },
        DraftFrom::PlanInForce => {
            let whole = super::whole(open, None)?;
            after(&whole.standing, whole.adopted, &whole.words)
        }
    };
    open.change_beside(Act::KeepRecords, |tx, _| {
        if tx.plan_draft()?.is_some() {
            return Err(Error::WrongState);
        }
        tx.insert_plan_draft(&text::of_typed(&typed)?)?;
        let event = Event { kind: "planDraftStarted", subject: None, payload: json!({}), touched: TOUCHED, signed: false };
        Ok((of(1, typed), event))
    })
}

/// A plan that goes on where one stands: the same priorities, lines and words, no money yet.
fn after(standing: &Plan, adopted: &Adopted, words: &Words) -> TypedPlan {
    let line = |line: &Activity| {
        let beside = words.lines.get(&line.code).cloned().unwrap_or_default();
        TypedLine {
            code: line.code.clone(),
            name: line.name.clone(),
            priority: line.priority,
            lead_partner: beside.lead_partner,
            notes: beside.notes,
            amounts: vec![String::new()],
            year_before: plain(line.planned()),
        }
    };
    let priority = |(place, priority): (usize, &Priority)| TypedPriority {
        name: priority.name.clone(),
        words: words.priorities.get(place).cloned().unwrap_or_default(),
    };
    let starts_on = standing.ends_on.succ_opt().map(TypedDate::from_date).unwrap_or_default();
    TypedPlan {
        starts_on: starts_on.clone(),
        outcomes: words.outcomes.clone(),
        priorities: standing.priorities.iter().enumerate().map(priority).collect(),
        periods: vec![TypedPeriod { starts_on, ..TypedPeriod::default() }],
        lines: standing.activities.iter().map(line).collect(),
        fund_code: adopted.fund.activity.clone(),
        fund_name: adopted.fund.name.clone(),
        fund_prefix: adopted.fund.prefix.clone(),
        year_before_label: label(standing),
        ..TypedPlan::default()
    }
}

/// What a plan is called as the year before: `2022-23`.
fn label(plan: &Plan) -> String {
    use chrono::Datelike;
    let (from, to) = (plan.starts_on.year(), plan.ends_on.year());
    if from == to { from.to_string() } else { format!("{from}-{:02}", to.rem_euclid(100)) }
}

/// Saves the next plan as it is typed, right or wrong. Refused when another window saved in the meantime.
pub fn save(open: &mut Open, revision: u32, typed: &TypedPlan) -> Result<Changed<Draft>> {
    open.change_beside(Act::KeepRecords, |tx, _| {
        let next = put_away(tx, revision, typed)?;
        let payload = json!({ "revision": next });
        // The form itself says that it is saved: nothing else shows the draft.
        Ok((of(next, typed.clone()), Event { kind: "planDraftSaved", subject: None, payload, touched: &[], signed: false }))
    })
}

pub(super) fn put_away(tx: &mut WriteTx<'_>, revision: u32, typed: &TypedPlan) -> Result<u32> {
    if tx.plan_draft()?.is_none() {
        return Err(Error::NotFound);
    }
    Ok(tx.save_plan_draft(&text::of_typed(typed)?, revision)?)
}

/// Throws the next plan away.
pub fn discard(open: &mut Open) -> Result<Changed<()>> {
    open.change_beside(Act::KeepRecords, |tx, _| {
        if tx.plan_draft()?.is_none() {
            return Err(Error::NotFound);
        }
        tx.delete_plan_draft(None)?;
        Ok(((), Event { kind: "planDraftDiscarded", subject: None, payload: json!({}), touched: TOUCHED, signed: false }))
    })
}

/// Adopts the next plan by a decision. Nothing is adopted unless every field is right and it begins after the newest plan.
/// From then on it is a plan like the others: a change of its money is a decision of its own.
pub fn adopt(open: &mut Open, revision: u32, decided_on: &TypedDate, decided_by: &str) -> Result<Changed<PlanId>> {
    let mut faults = Faults::default();
    let decided_on = faults.date("decidedOn", decided_on);
    if decided_on.is_some_and(|day| day > open.today()) {
        faults.refuse("decidedOn", FieldFault::InFuture);
    }
    let decided_by = faults.line("decidedBy", decided_by);
    if decided_by.is_empty() {
        faults.refuse("decidedBy", FieldFault::Missing);
    }
    let newest = open.plans().newest().plan.starts_on;
    let changed = open.change_beside(Act::RecordDecision, |tx, desk| {
        let row = tx.plan_draft()?.ok_or(Error::NotFound)?;
        // Taken away first: a page that is older than the last save adopts nothing.
        tx.delete_plan_draft(Some(revision))?;
        let reading = read(&text::typed(&row.content)?);
        for (field, fault) in reading.problems {
            faults.refuse(field, fault.into());
        }
        let (decided_on, plan) = faults.settled(decided_on.zip(reading.plan))?;
        may_follow(plan.starts_on, newest)?;
        // Money was granted in those days already: it would move to lines that were not there when it was decided.
        let granted_later = desk.cases.values().filter_map(|case| case.grant.as_ref()).map(|grant| grant.row.awarded_on);
        if let Some(after) = granted_later.filter(|day| *day >= plan.starts_on).max() {
            return Err(AdoptRefusal::BeginsTooEarly { after }.into());
        }
        let plan_id = PlanId(tx.new_id());
        let (adopted, words) = adopted(tx, plan_id, plan);
        let lines: BTreeMap<&str, Vec<i64>> = adopted
            .plan
            .activities
            .iter()
            .map(|line| (line.code.as_str(), line.profile.iter().map(|amount| amount.pence()).collect()))
            .collect();
        let payload = json!({
            "plan": plan_id.0, "name": adopted.plan.name, "starts_on": adopted.plan.starts_on.to_string(),
            "ends_on": adopted.plan.ends_on.to_string(), "decided_on": decided_on.to_string(), "decided_by": decided_by,
            "planned_pence": adopted.plan.planned().pence(), "lines_pence": lines, "fund": adopted.fund.activity,
        });
        tx.insert_plan(&PlanRow { adopted, words: text::of_words(&words)?, adopted_on: Some(decided_on), adopted_by: decided_by })?;
        Ok((plan_id, Event { kind: "planAdopted", subject: Some(plan_id.0), payload, touched: TOUCHED, signed: true }))
    })?;
    open.read_plans_again()?;
    Ok(changed)
}

fn adopted(tx: &WriteTx<'_>, id: PlanId, new: NewPlan) -> (Adopted, Words) {
    let priorities = (1_u8..).zip(new.priorities).map(|(number, name)| Priority { id: PriorityId(tx.new_id()), number, name }).collect();
    let activities = new
        .lines
        .into_iter()
        .map(|line| Activity {
            code: line.code,
            name: line.name,
            priority: line.priority,
            profile: line.profile,
            year_before: line.year_before,
        })
        .collect();
    let plan = Plan { name: new.name, starts_on: new.starts_on, ends_on: new.ends_on, priorities, periods: new.periods, activities };
    (Adopted { id, plan, fund: new.fund }, new.words)
}
