//! The constitution's choices: those that hold on a day, every set there was, and a new one.

mod text;

pub(crate) use text::{from_json, to_json};

use crate::input::Faults;
use crate::{Changed, FieldFault, Open, Result};
use chrono::NaiveDate;
use domain::constitution::{CastingVote, ChoiceProblem, Constitution, MOST_EMAIL_DAYS, SubGroupPower, Threshold, Withdrawal, holding};
use domain::date::TypedDate;
use domain::member::{Act, may};
use serde_json::json;
use store::{Event, ReadTx};
use uuid::Uuid;

const TOUCHED: &[&str] = &["constitution"];

/// A set of choices, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceSet {
    /// The choices.
    pub choices: Constitution,
    /// The day from which they hold.
    pub from: NaiveDate,
    /// Why.
    pub reason: String,
    /// When they were recorded.
    pub recorded_on: NaiveDate,
    /// By whom.
    pub recorded_by: Uuid,
}

/// The choices that hold today, and every set there was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Those that hold today.
    pub now: Constitution,
    /// Every set, the latest recorded first.
    pub history: Vec<ChoiceSet>,
    /// Whether the member at the register may change them.
    pub may_change: bool,
}

/// A set of choices as typed.
#[derive(Debug, Clone)]
pub struct TypedChoices {
    /// Whether advisory members count among the members.
    pub advisory_counts: bool,
    /// Whether a member who remained with an interest counts as present.
    pub remained_counts: bool,
    /// Whether a member with an interest must leave the room.
    pub withdrawal: Withdrawal,
    /// Who has the casting vote.
    pub casting: CastingVote,
    /// How many must agree in a vote by e-mail.
    pub email_threshold: Threshold,
    /// For how many days ballots may come in.
    pub email_days: String,
    /// Whether the sub-group decides; otherwise it recommends.
    pub sub_group_decides: bool,
    /// Up to what amount; read when it decides.
    pub up_to: String,
    /// The day from which they hold.
    pub from: TypedDate,
    /// Why.
    pub reason: String,
}

/// The choices that hold on a day.
pub(crate) fn on(tx: &ReadTx<'_>, day: NaiveDate) -> Result<Constitution> {
    let sets = tx.constitutions()?.into_iter().map(|row| Ok((row.from, from_json(&row.choices)?)));
    Ok(holding(sets.collect::<Result<Vec<_>>>()?, day))
}

/// The choices that hold today, and every set there was.
pub fn view(open: &Open) -> Result<View> {
    let (now, rows) = open.register().read(|tx| Ok::<_, crate::Error>((on(tx, tx.today())?, tx.constitutions()?)))?;
    let set = |row: store::ConstitutionRow| {
        Ok(ChoiceSet {
            choices: from_json(&row.choices)?,
            from: row.from,
            reason: row.reason,
            recorded_on: store::london_date(row.recorded_at),
            recorded_by: row.recorded_by,
        })
    };
    let history = rows.into_iter().rev().map(set).collect::<Result<_>>()?;
    Ok(View { now, history, may_change: may(open.member().role, Act::KeepConstitution) })
}

/// Records a new set of choices. What was held to the former ones stays as it was.
pub fn change(open: &mut Open, typed: &TypedChoices) -> Result<Changed<()>> {
    open.member().permit(Act::KeepConstitution)?;
    let (choices, from, reason) = read(typed)?;
    open.change_register(|tx| {
        let json = to_json(&choices);
        tx.insert_constitution(from, &json.to_string(), &reason)?;
        let payload = json!({ "from": from.to_string(), "choices": json, "reason": reason });
        Ok(((), Event { kind: "constitutionChanged", subject: None, payload, touched: TOUCHED, signed: true }))
    })
}

fn read(typed: &TypedChoices) -> Result<(Constitution, NaiveDate, String)> {
    let mut faults = Faults::default();
    let bare = typed.email_days.trim();
    let email_days = bare.parse::<u16>().unwrap_or_default();
    if bare.is_empty() {
        faults.refuse("emailDays", FieldFault::Missing);
    } else if bare.parse::<u16>().is_err() {
        faults.refuse("emailDays", FieldFault::NotANumber);
    }
    let sub_group = if typed.sub_group_decides {
        faults.money("upTo", &typed.up_to).map(|up_to| SubGroupPower::Decides { up_to })
    } else {
        Some(SubGroupPower::Recommends)
    };
    let from = faults.date("from", &typed.from);
    let reason = faults.answer("reason", &typed.reason);
    if reason.is_empty() {
        faults.refuse("reason", FieldFault::Missing);
    }
    let (sub_group, from) = faults.settled(sub_group.zip(from))?;
    let choices = Constitution {
        advisory_counts: typed.advisory_counts,
        remained_counts: typed.remained_counts,
        withdrawal: typed.withdrawal,
        casting: typed.casting,
        email_threshold: typed.email_threshold,
        email_days,
        sub_group,
    };
    let mut faults = Faults::default();
    match choices.check() {
        Ok(()) => {}
        Err(ChoiceProblem::EmailDays) => {
            faults.refuse("emailDays", FieldFault::Days { most: MOST_EMAIL_DAYS });
        }
        Err(ChoiceProblem::NoLimit) => faults.refuse("upTo", FieldFault::NothingOfIt),
    }
    faults.settled(Some((choices, from, reason)))
}

#[cfg(test)]
mod tests;
