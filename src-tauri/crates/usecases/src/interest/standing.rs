//! The standing register: what members have told of themselves once and for all, and the names that look like it.

use super::TOUCHED;
use crate::case::Case;
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result};
use chrono::NaiveDate;
use domain::date::TypedDate;
use domain::id::{MemberId, StandingInterestId};
use domain::interest::{InterestKind, Reach, names_look_alike};
use domain::member::{Act, may};
use serde_json::json;
use store::{Event, StandingInterestRow};

/// An entry of the standing register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its id.
    pub id: StandingInterestId,
    /// Whose it is.
    pub member: MemberId,
    /// The body they are tied to.
    pub body: String,
    /// How it arises.
    pub how: String,
    /// What kind of tie it is.
    pub kind: InterestKind,
    /// Whether it is their own.
    pub reach: Reach,
    /// Since when.
    pub since: NaiveDate,
    /// When it ended.
    pub ended_on: Option<NaiveDate>,
    /// Whether the member at the register may end it.
    pub may_end: bool,
}

/// An entry, as typed.
#[derive(Debug, Clone)]
pub struct NewStanding {
    /// Whose it is.
    pub member: MemberId,
    /// The body they are tied to.
    pub body: String,
    /// How it arises.
    pub how: String,
    /// What kind of tie it is.
    pub kind: InterestKind,
    /// Whether it is their own.
    pub reach: Reach,
    /// Since when.
    pub since: TypedDate,
}

/// An entry that looks like a body that an application names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The body in the register.
    pub body: String,
    /// How the interest arises.
    pub how: String,
    /// Since when.
    pub since: NaiveDate,
}

/// A member's entries that look like the group that applies, or like whoever is paid for it. They warn; nothing is decided
/// by them. Nothing matches where the member at the register may not know the names.
pub fn matches(open: &Open, member: MemberId, case: &Case) -> Vec<Match> {
    let Some(summary) = case.summary() else { return Vec::new() };
    let today = open.today();
    let alike = |body: &str| {
        names_look_alike(body, &summary.group_name) || summary.payee.as_ref().is_some_and(|payee| names_look_alike(body, payee))
    };
    let standing = open.standing().iter().filter(|row| row.member_id == member.0 && row.ended_on.is_none_or(|on| on > today));
    let found = standing.filter(|row| alike(&row.body));
    found.map(|row| Match { body: row.body.clone(), how: row.how.clone(), since: row.since }).collect()
}

/// Every entry, by member, then body.
pub(super) fn list(open: &Open) -> Vec<Standing> {
    let me = open.member();
    let keeps = may(me.role, Act::KeepMembers);
    let mut entries: Vec<Standing> = open
        .standing()
        .iter()
        .map(|row| Standing {
            id: row.standing_interest_id.into(),
            member: MemberId(row.member_id),
            body: row.body.clone(),
            how: row.how.clone(),
            kind: row.kind,
            reach: row.reach,
            since: row.since,
            ended_on: row.ended_on,
            may_end: row.ended_on.is_none() && (keeps || row.member_id == me.id.0),
        })
        .collect();
    entries.sort_by_key(|entry| (open.name_of(entry.member.0).to_owned(), entry.member, entry.body.to_lowercase(), entry.id));
    entries
}

/// Adds an entry: one's own, or another member's for whoever keeps the members' list.
pub fn add_standing(open: &mut Open, new: &NewStanding) -> Result<Changed<StandingInterestId>> {
    permit(open, new.member)?;
    if open.role_of(new.member.0).is_none() {
        return Err(Error::NotFound);
    }
    let mut faults = Faults::default();
    let body = faults.line("body", &new.body);
    let how = faults.line("how", &new.how);
    for (field, text) in [("body", &body), ("how", &how)] {
        if text.is_empty() {
            faults.refuse(field, FieldFault::Missing);
        }
    }
    let since = faults.date("since", &new.since);
    if since.is_some_and(|since| since > open.today()) {
        faults.refuse("since", FieldFault::InFuture);
    }
    let since = faults.settled(since)?;
    let changed = open.change_register(|tx| {
        let id = tx.new_id();
        tx.insert_standing_interest(&StandingInterestRow {
            standing_interest_id: id,
            member_id: new.member.0,
            body,
            how,
            kind: new.kind,
            reach: new.reach,
            since,
            ended_on: None,
        })?;
        let payload = json!({ "member": new.member.0, "kind": new.kind.code(), "reach": new.reach.code(), "since": since.to_string() });
        let event = Event { kind: "standingInterestAdded", subject: Some(id), payload, touched: TOUCHED, signed: true };
        Ok((id.into(), event))
    })?;
    open.read_standing_again()?;
    Ok(changed)
}

/// Ends an entry: one's own, or another member's for whoever keeps the members' list. It stays in the register.
pub fn end_standing(open: &mut Open, id: StandingInterestId, on: &TypedDate) -> Result<Changed<()>> {
    let row = open.standing().iter().find(|row| row.standing_interest_id == id.0).ok_or(Error::NotFound)?;
    let (member, since, ended) = (MemberId(row.member_id), row.since, row.ended_on.is_some());
    permit(open, member)?;
    if ended {
        return Err(Error::WrongState);
    }
    let mut faults = Faults::default();
    let on = faults.date("on", on);
    if on.is_some_and(|on| on > open.today()) {
        faults.refuse("on", FieldFault::InFuture);
    }
    if on.is_some_and(|on| on < since) {
        faults.refuse("on", FieldFault::EndsBeforeItBegins);
    }
    let on = faults.settled(on)?;
    let changed = open.change_register(|tx| {
        tx.insert_standing_interest_end(id.0, on)?;
        let payload = json!({ "member": member.0, "ended_on": on.to_string() });
        Ok(((), Event { kind: "standingInterestEnded", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })?;
    open.read_standing_again()?;
    Ok(changed)
}

fn permit(open: &Open, member: MemberId) -> Result<()> {
    if member != open.member().id {
        open.member().permit(Act::KeepMembers)?;
    }
    Ok(())
}
