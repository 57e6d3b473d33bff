//! Home: what is owed now, and where everything stands.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use domain::Money;
use tauri::State;
use usecases::Open;
use usecases::home::{self, Task};

use crate::desk::Desk;
use crate::ipc::dto::home::{Chore, Counts, Home, HomeTask, LineMoney, Matter};
use crate::ipc::value::{Pence, count};
use crate::ipc::{CommandResult, grants};

/// What is owed now, by whom, since when.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn home(desk: State<'_, Desk>) -> CommandResult<Home> {
    desk.read(|open| {
        let home = home::home(open);
        let counts = home.counts;
        Ok(Home {
            today: home.today,
            tasks: home.tasks.iter().map(|one| task(one, home.today)).collect(),
            chores: home::chores(open)?.into_iter().map(|one| chore(open, one)).collect(),
            counts: Counts {
                applications: count(counts.applications),
                decisions: count(counts.decisions),
                agreements: count(counts.agreements),
                payments: count(counts.payments),
                feedback: count(counts.feedback),
                feedback_late: count(counts.feedback_late),
            },
            plan: money(&home.plan),
            fund: money(&home.fund),
            waiting_count: count(counts.decisions),
            waiting_pence: home.waiting.into(),
            embargoes: count(home.embargoes),
        })
    })
}

/// The money of a line, or of the whole plan.
fn money(line: &domain::budget::LineMoney) -> LineMoney {
    let pence = |amount: Money| Pence::from(amount);
    LineMoney {
        planned_pence: pence(line.planned),
        committed_pence: pence(line.committed),
        paid_pence: pence(line.paid),
        free_pence: pence(line.free()),
    }
}

fn task(task: &Task<'_>, today: chrono::NaiveDate) -> HomeTask {
    let case = task.case;
    HomeTask {
        owed: grants::owed(&task.owed, today),
        application_id: case.id().to_string(),
        grant_id: case.grant_id().map(|id| id.to_string()),
        reference: case.reference(),
        group_name: case.group_name().map(str::to_owned),
        sealed: case.is_sealed(),
        parts_done: task.parts.map(|(done, _)| count(done)),
        parts: task.parts.map(|(_, parts)| count(parts)),
    }
}

fn chore(open: &Open, chore: home::Chore) -> Chore {
    let days_late = chore.days_late(open.today());
    let matter = match chore.matter {
        home::Matter::GiveNotice(id, kind) => Matter::GiveNotice { meeting_id: id.to_string(), meeting: kind.into() },
        home::Matter::HoldMeeting(id, kind) => Matter::HoldMeeting { meeting_id: id.to_string(), meeting: kind.into() },
        home::Matter::CloseMeeting(id, kind) => Matter::CloseMeeting { meeting_id: id.to_string(), meeting: kind.into() },
        home::Matter::WriteMinutes(id, kind) => Matter::WriteMinutes { meeting_id: id.to_string(), meeting: kind.into() },
        home::Matter::AskForReviews(id, name) => Matter::AskForReviews { round_id: id.to_string(), name },
        home::Matter::AnswerComplaint(_) => Matter::AnswerComplaint,
        home::Matter::CloseVote(id, group_name) => Matter::CloseVote { vote_id: id.to_string(), group_name },
        home::Matter::SettleInterest(id) => Matter::SettleInterest { reference: open.case(id).ok().and_then(usecases::Case::reference) },
    };
    Chore { matter, day: chore.day, due_on: chore.due_on, days_late }
}
