//! One meeting for the screen: its agenda, what could go on it, its notices, and after it what is still to be done.

use super::list::{MeetingLine, line_of};
use super::notice::Notice;
use super::paper::Paper;
use super::{Item, Meeting, Stage, carry, load, notice, paper};
use crate::minutes::long_date;
use crate::{Case, Error, Open, Result};
use chrono::NaiveDate;
use domain::application::ApplicationState;
use domain::decision::Outcome;
use domain::id::{ApplicationId, MeetingId};
use domain::meeting::{ItemKind, MeetingKind, items_due_on};
use domain::member::{Act, may};
use store::{MeetingEmbargoRow, ReadTx, Which};
use uuid::Uuid;

/// An item, as far as the member at the register may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaLine {
    /// The item.
    pub item: Item,
    /// What it is called.
    pub title: Option<String>,
    /// What it is about.
    pub about: String,
    /// Its application's reference.
    pub reference: Option<String>,
    /// Whether it came later than ten days before the meeting (§8.13). What comes back by itself is never late.
    pub late: bool,
    /// The day of the meeting from which it comes back.
    pub from: Option<NaiveDate>,
    /// The meeting whose minutes, or the member whom it is about.
    pub subject: Option<String>,
    /// Its papers.
    pub papers: Vec<Paper>,
}

/// Something that could go on the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// As what.
    pub kind: ItemKind,
    /// The group's name or else the reference; or the item's title.
    pub title: String,
    /// The application, the meeting whose minutes, or the item that was put off.
    pub subject: Uuid,
    /// Whether it was deferred.
    pub deferred: bool,
}

/// A decision of a meeting that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AfterDecision {
    /// The application.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The group's name, if the member at the register may know it.
    pub group_name: Option<String>,
    /// What was resolved, if they may know it.
    pub outcome: Option<Outcome>,
    /// When the group was told.
    pub told_on: Option<NaiveDate>,
}

/// An item that was not done with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutOff {
    /// What it is called.
    pub title: Option<String>,
    /// Its application's reference.
    pub reference: Option<String>,
    /// The day of the meeting to which it went.
    pub to: Option<NaiveDate>,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// As listed.
    pub line: MeetingLine,
    /// Why it was called off.
    pub called_off: Option<String>,
    /// The last day on which items may be sent in.
    pub items_due_on: NaiveDate,
    /// Its agenda.
    pub items: Vec<AgendaLine>,
    /// What could go on it.
    pub suggestions: Vec<Suggestion>,
    /// Its notices.
    pub notices: Vec<Notice>,
    /// What was decided.
    pub decisions: Vec<AfterDecision>,
    /// What was put off or not reached.
    pub put_off: Vec<PutOff>,
    /// The short embargo on the whole of it, and whether it is in force.
    pub embargo: Option<(MeetingEmbargoRow, bool)>,
    /// The day of the meeting that approved its minutes.
    pub approved_on: Option<NaiveDate>,
    /// Whether the member at the register keeps meetings.
    pub may_keep: bool,
}

/// One meeting with its agenda, as far as the member at the register may know it.
pub fn page(open: &Open, id: MeetingId) -> Result<Page> {
    let may_keep = may(open.member().role, Act::KeepMeetings);
    open.register().read(|tx| {
        let meeting = load(tx, id)?.seen_with(open.desk().cases);
        let coming = matches!(meeting.stage(), Stage::Planned | Stage::Sitting);
        let over = matches!(meeting.stage(), Stage::Ended | Stage::Approved);
        Ok::<_, Error>(Page {
            line: line_of(tx, &meeting.row)?,
            called_off: meeting.row.called_off.clone(),
            items_due_on: items_due_on(meeting.row.held_on),
            items: meeting.items.iter().map(|item| agenda_line(tx, open, &meeting, item)).collect::<Result<_>>()?,
            suggestions: if coming && may_keep { suggestions(tx, open, &meeting)? } else { Vec::new() },
            notices: notice::of(tx, &meeting.row)?,
            decisions: decisions(tx, open, &meeting)?,
            put_off: if over { put_off(tx, open, &meeting)? } else { Vec::new() },
            embargo: meeting.embargo.clone().map(|embargo| (embargo, meeting.under_embargo(tx.today()).is_some())),
            approved_on: tx.approval(id.0)?.map(|row| row.approved_on),
            may_keep,
        })
    })
}

fn agenda_line(tx: &ReadTx<'_>, open: &Open, meeting: &Meeting, item: &Item) -> Result<AgendaLine> {
    let known = item.is_known_to(open);
    let day_of = |meeting_id: Uuid| Ok::<_, Error>(tx.meetings(Which::One(meeting_id))?.pop().map(|row| row.held_on));
    let from = match item.row.comes_from.map(|id| tx.item(id)).transpose()?.flatten() {
        Some(former) => day_of(former.meeting_id)?,
        None => None,
    };
    let subject = match (item.row.minutes_of, item.about_member()) {
        (Some(of), _) => day_of(of)?.map(long_date),
        (None, Some(member)) => Some(open.name_of(member.0).to_owned()),
        (None, None) => None,
    };
    Ok(AgendaLine {
        title: item.title(open),
        about: item.about(open).to_owned(),
        reference: item.reference(open),
        late: item.row.added_on > items_due_on(meeting.row.held_on) && from.is_none() && item.kind() != ItemKind::Minutes,
        from,
        subject: subject.filter(|_| known),
        papers: if known { paper::of(tx, item)? } else { Vec::new() },
        item: item.clone(),
    })
}

/// Applications that wait for a decision and are on no coming agenda, minutes that wait to be approved, and what was put off
/// and taken off again.
fn suggestions(tx: &ReadTx<'_>, open: &Open, meeting: &Meeting) -> Result<Vec<Suggestion>> {
    let kind = meeting.row.kind;
    let coming = carry::on_coming_agendas(tx)?;
    let mut found = Vec::new();
    let of_kind: Vec<_> = tx.meetings(Which::All)?.into_iter().filter(|row| row.kind == kind).collect();
    for former in carry::unapproved(tx, &of_kind, &meeting.row)? {
        let title = crate::minutes::MinutesWords::bundled()?.title(former.held_on);
        found.push(Suggestion { kind: ItemKind::Minutes, title, subject: former.meeting_id, deferred: false });
    }
    if kind != MeetingKind::Forum {
        let waits = |case: &&Case| {
            case.row.reference.is_some()
                && case.state().may_be_decided()
                && !coming.iter().any(|item| item.application_id == Some(case.row.application_id))
        };
        for case in open.cases().filter(waits) {
            let name = case.group_name().map(str::to_owned).or_else(|| case.reference()).unwrap_or_default();
            let deferred = case.state() == ApplicationState::Deferred;
            found.push(Suggestion { kind: ItemKind::Grant, title: name, subject: case.row.application_id, deferred });
        }
    }
    for row in carry::waiting(tx, kind)?.into_iter().filter(|row| row.application_id.is_none()) {
        let former = load(tx, MeetingId(row.meeting_id))?;
        let item = former.items.iter().find(|item| item.id.0 == row.item_id);
        if let Some(title) = item.and_then(|item| item.title(open)) {
            found.push(Suggestion { kind: row.kind, title, subject: row.item_id, deferred: false });
        }
    }
    Ok(found)
}

fn decisions(tx: &ReadTx<'_>, open: &Open, meeting: &Meeting) -> Result<Vec<AfterDecision>> {
    let mut found = Vec::new();
    for row in tx.meeting_decisions(meeting.id.0)? {
        let case = open.case(ApplicationId(row.application_id))?;
        let decision = case.decisions.iter().find(|decision| decision.id.0 == row.decision_id);
        found.push(AfterDecision {
            application: case.id(),
            reference: case.reference().unwrap_or_default(),
            group_name: case.group_name().map(str::to_owned),
            outcome: decision.filter(|decision| decision.words.is_some()).map(|decision| decision.outcome.clone()),
            told_on: decision.and_then(|decision| decision.told.as_ref()).map(|(on, ..)| *on),
        });
    }
    Ok(found)
}

/// Items that were put off or not reached.
fn put_off(tx: &ReadTx<'_>, open: &Open, meeting: &Meeting) -> Result<Vec<PutOff>> {
    let all = tx.items(Which::All)?;
    let mut found = Vec::new();
    for item in &meeting.items {
        if tx.last_step(item.id.0)?.is_some_and(|step| step != "put-off") {
            continue;
        }
        let went_to = all.iter().find(|row| row.comes_from == Some(item.id.0)).map(|row| row.meeting_id);
        let to = went_to.map(|id| tx.meetings(Which::One(id))).transpose()?.and_then(|mut rows| rows.pop()).map(|row| row.held_on);
        found.push(PutOff { title: item.title(open), reference: item.reference(open), to });
    }
    Ok(found)
}
