//! What needs somebody beside the applications themselves: meetings and their minutes, rounds that are late, interests to settle.

use crate::meeting::{self, MeetingLine, Stage};
use crate::{Open, Result, complaint, email_vote, interest, review};
use chrono::NaiveDate;
use domain::id::{ApplicationId, ComplaintId, EmailVoteId, MeetingId, RoundId};
use domain::interest::Stance;
use domain::meeting::MeetingKind;
use domain::member::{Act, may};
use std::cmp::Reverse;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// Give notice of a meeting (§8.13).
    GiveNotice(MeetingId, MeetingKind),
    /// Hold a meeting whose day has come.
    HoldMeeting(MeetingId, MeetingKind),
    /// Close a meeting that began: its decisions wait for it.
    CloseMeeting(MeetingId, MeetingKind),
    /// Write the minutes of a meeting that is over, for the next to approve (§8.8).
    WriteMinutes(MeetingId, MeetingKind),
    /// Ask for the reviews of a round that are not back.
    AskForReviews(RoundId, String),
    /// Settle an interest of which a member is not sure.
    SettleInterest(ApplicationId),
    /// Acknowledge a complaint about personal data.
    AnswerComplaint(ComplaintId),
    /// Close a vote by e-mail that is decided (§8.6).
    CloseVote(EmailVoteId, Option<String>),
}

/// Something to be done that is not about one application's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chore {
    /// What.
    pub matter: Matter,
    /// The day of the meeting, or since when it waits.
    pub day: NaiveDate,
    /// By when.
    pub due_on: Option<NaiveDate>,
}

impl Chore {
    /// By how many days it is late; none while it is in time.
    pub fn days_late(&self, today: NaiveDate) -> Option<u32> {
        let due_on = self.due_on.filter(|due_on| *due_on < today)?;
        u32::try_from(today.signed_duration_since(due_on).num_days()).ok()
    }
}

/// How many days before a notice is due it is first told.
const NOTICE_AHEAD_DAYS: i64 = 14;

/// What needs somebody, as far as the member at the register can do something about it: the latest first.
pub fn chores(open: &Open) -> Result<Vec<Chore>> {
    let (today, role) = (open.today(), open.member().role);
    let mut found = Vec::new();
    if may(role, Act::KeepMeetings) {
        let meetings = meeting::list(open)?;
        found.extend(meetings.coming.iter().chain(&meetings.past).filter_map(|line| of_meeting(line, today)));
    }
    if may(role, Act::RunReviews) {
        for round in review::rounds(open)? {
            if round.stage == review::round::Stage::Out && round.return_by < today {
                found.push(Chore {
                    matter: Matter::AskForReviews(round.id, round.name),
                    day: round.started_on,
                    due_on: Some(round.return_by),
                });
            }
        }
    }
    if may(role, Act::RuleOnInterest) {
        let unsure = interest::register(open)?.declared.into_iter().filter(|one| one.may_rule && one.stance == Stance::Doubtful);
        found.extend(unsure.map(|one| Chore { matter: Matter::SettleInterest(one.application), day: one.said.on, due_on: None }));
    }
    if may(role, Act::RecordDecision) {
        for one in complaint::list(open)?.into_iter().filter(|one| one.standing.acknowledge_by.is_some()) {
            found.push(Chore { matter: Matter::AnswerComplaint(one.id), day: one.received_on, due_on: one.standing.acknowledge_by });
        }
        for line in email_vote::list(open)? {
            if matches!(line.state, Some(email_vote::State::Decided { .. })) {
                found.push(Chore { matter: Matter::CloseVote(line.id, line.group), day: line.opened_on, due_on: Some(line.closes_on) });
            }
        }
    }
    found.sort_by_key(|chore| (Reverse(chore.days_late(today).unwrap_or(0)), chore.day));
    Ok(found)
}

fn of_meeting(line: &MeetingLine, today: NaiveDate) -> Option<Chore> {
    let chore = |matter, due_on| Some(Chore { matter, day: line.on, due_on });
    match line.stage {
        Stage::Planned if line.on <= today => chore(Matter::HoldMeeting(line.id, line.kind), Some(line.on)),
        Stage::Planned => {
            let due_on = line.notice_due_on.filter(|due_on| due_on.signed_duration_since(today).num_days() <= NOTICE_AHEAD_DAYS)?;
            chore(Matter::GiveNotice(line.id, line.kind), Some(due_on))
        }
        Stage::Sitting => chore(Matter::CloseMeeting(line.id, line.kind), Some(line.on)),
        Stage::Ended => chore(Matter::WriteMinutes(line.id, line.kind), None),
        Stage::Approved | Stage::CalledOff => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_meeting_asks_for_what_comes_next() {
        let line = |stage, on: &str, notice: Option<&str>| MeetingLine {
            id: Uuid::nil().into(),
            kind: MeetingKind::Partnership,
            on: day(on),
            starts_at: chrono::NaiveTime::MIN,
            place: String::new(),
            stage,
            items: 0,
            notice_due_on: notice.map(day),
        };
        let id = || Uuid::nil().into();
        let kind = MeetingKind::Partnership;
        let today = day("2023-01-17");
        for (line, expected) in [
            (line(Stage::Planned, "2023-01-26", Some("2023-01-19")), Some((Matter::GiveNotice(id(), kind), None))),
            (line(Stage::Planned, "2023-01-20", Some("2023-01-13")), Some((Matter::GiveNotice(id(), kind), Some(4)))),
            (line(Stage::Planned, "2023-01-26", None), None),
            (line(Stage::Planned, "2023-03-30", Some("2023-03-23")), None),
            (line(Stage::Planned, "2023-01-17", None), Some((Matter::HoldMeeting(id(), kind), None))),
            (line(Stage::Planned, "2023-01-15", None), Some((Matter::HoldMeeting(id(), kind), Some(2)))),
            (line(Stage::Sitting, "2023-01-16", None), Some((Matter::CloseMeeting(id(), kind), Some(1)))),
            (line(Stage::Ended, "2023-01-16", None), Some((Matter::WriteMinutes(id(), kind), None))),
            (line(Stage::Approved, "2023-01-16", None), None),
            (line(Stage::CalledOff, "2023-01-26", None), None),
        ] {
            let found = of_meeting(&line, today).map(|chore| (chore.matter.clone(), chore.days_late(today)));
            assert_eq!(found, expected, "{line:?}");
        }
    }
}
