//! Home: what is owed now, by whom and since when; and how much stands at each place of the life of a grant.

mod chore;

pub use chore::{Chore, Matter, chores};

use crate::budget::budget;
use crate::grant::{GrantTab, Standing};
use crate::{Case, Open};
use chrono::NaiveDate;
use domain::Money;
use domain::application::{ApplicationState, tasks};
use domain::budget::LineMoney;
use domain::owed::{Duty, Owed};
use std::cmp::Reverse;

/// One thing that needs somebody.
pub struct Task<'o> {
    /// What.
    pub owed: Owed,
    /// What it is about.
    pub case: &'o Case,
    /// Parts of the typing that are done, and parts in all, of a draft this member may read.
    pub parts: Option<(usize, usize)>,
}

/// How many things stand at each place of the life of a grant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Being typed in.
    pub applications: usize,
    /// Waiting for a decision.
    pub decisions: usize,
    /// Not signed yet.
    pub agreements: usize,
    /// Ready to pay.
    pub payments: usize,
    /// Feedback owed.
    pub feedback: usize,
    /// Of these, late.
    pub feedback_late: usize,
}

/// Home.
pub struct Home<'o> {
    /// The day.
    pub today: NaiveDate,
    /// What is owed: late first, the latest of them on top, then what has waited longest.
    pub tasks: Vec<Task<'o>>,
    /// The counts.
    pub counts: Counts,
    /// The money of the whole plan.
    pub plan: LineMoney,
    /// The money of the fund's line.
    pub fund: LineMoney,
    /// What the applications that wait for a decision ask for together, where this member may know.
    pub waiting: Money,
    /// How many applications are under embargo.
    pub embargoes: usize,
}

/// What is owed now, and where everything stands.
pub fn home(open: &Open) -> Home<'_> {
    let today = open.today();
    let mut tasks = Vec::new();
    let mut counts = Counts::default();
    let mut waiting = Money::ZERO;
    let mut embargoes: usize = 0;
    for case in open.cases() {
        let state = case.state();
        let mut count = |place: fn(&mut Counts) -> &mut usize| {
            let place = place(&mut counts);
            *place = place.saturating_add(1);
        };
        if state == ApplicationState::Draft {
            count(|counts| &mut counts.applications);
        }
        if state.may_be_decided() {
            count(|counts| &mut counts.decisions);
            waiting = waiting.plus(case.asked().unwrap_or_default());
        }
        if case.is_sealed() && state != ApplicationState::Withdrawn {
            embargoes = embargoes.saturating_add(1);
        }
        if let Some(grant) = &case.grant {
            let standing = Standing::of(&grant.grant, today);
            if GrantTab::ToSign.has(standing) {
                count(|counts| &mut counts.agreements);
            }
            if GrantTab::ReadyToPay.has(standing) {
                count(|counts| &mut counts.payments);
            }
        }
        for owed in case.owed(today) {
            if owed.duty == Duty::GetFeedback {
                count(|counts| &mut counts.feedback);
                if owed.days_late(today).is_some() {
                    count(|counts| &mut counts.feedback_late);
                }
            }
            tasks.extend(task(case, owed, today));
        }
    }
    tasks.sort_by_cached_key(|task: &Task<'_>| {
        (Reverse(task.owed.days_late(today).unwrap_or(0)), task.owed.since, task.case.row.reference.clone(), task.case.id())
    });
    let money = budget(open);
    let fund = money.lines.iter().find(|(activity, _)| activity.code == open.fund().activity);
    let fund = fund.map(|(_, money)| money.clone()).unwrap_or_default();
    Home { today, tasks, counts, plan: money.total, fund, waiting, embargoes }
}

/// A draft that is sealed to others has no reference to call it by, and nobody else can do anything about it.
fn task(case: &Case, owed: Owed, today: NaiveDate) -> Option<Task<'_>> {
    if !case.is_readable() && case.row.reference.is_none() {
        return None;
    }
    // Instants are the computer's, and in the sample the day stands still.
    let owed = Owed { since: owed.since.min(today), ..owed };
    let parts = case.typing.as_ref().filter(|_| owed.duty == Duty::FinishTyping).map(|typed| {
        let scans = case.attachments.iter().filter(|file| file.kind == "scan").count();
        let parts = tasks(typed, scans);
        (parts.iter().filter(|part| part.done).count(), parts.len())
    });
    Some(Task { owed, case, parts })
}
