//! The reviewer's desk between the core's shapes and the window's.

use std::path::Path;

use domain::interest::Stance;
use domain::review as core;
use usecases::reviewer::{
    ApplicationView, Gate, GateAnswer, InterestMatch, LeftOutWhy, PackArrival, PackRefused, PackRow, PackView, ReviewState, Reviewer,
    ReviewerPerson,
};

use crate::desk::LOCK_AFTER;
use crate::ipc::dto::interest::{self, AnswerInterestInput, InterestGate, InterestSaid, NamedPerson};
use crate::ipc::dto::review::{self, Criterion, PackRefusal};
use crate::ipc::dto::reviewer as dto;
use crate::ipc::value::count;
use crate::ipc::{CommandError, CommandResult, applications, clerk};

crate::ipc::dto::mirror_both! { dto::ReviewState, ReviewState { NotStarted, Interest, ToWrite, Writing, Sealed, Sent, Rival } }

impl From<ReviewerPerson> for dto::ReviewerPerson {
    fn from(person: ReviewerPerson) -> Self {
        Self { vault_id: person.vault_id, name: person.name }
    }
}

impl From<AnswerInterestInput> for GateAnswer {
    fn from(input: AnswerInterestInput) -> Self {
        Self {
            answer: input.answer.into(),
            kinds: input.kinds.into_iter().map(Into::into).collect(),
            reach: input.reach.map(Into::into),
            how: input.how,
        }
    }
}

pub(super) fn desk(reviewer: &Reviewer) -> dto::ReviewerDesk {
    dto::ReviewerDesk {
        vault_id: reviewer.vault_id(),
        name: reviewer.name(),
        fingerprint: reviewer.fingerprint(),
        today: reviewer.today(),
        lock_after_minutes: count(usize::try_from(LOCK_AFTER.as_secs() / 60).unwrap_or(usize::MAX)),
        packs: reviewer.packs().into_iter().map(row).collect(),
        ledgers: reviewer.ledgers().into_iter().map(clerk::row).collect(),
        damaged: count(reviewer.damaged()),
    }
}

fn row(row: PackRow) -> dto::ReviewerPackRow {
    dto::ReviewerPackRow {
        pack_id: row.pack_id.to_string(),
        partnership: row.partnership,
        round_name: row.round_name,
        co_ordinator: row.co_ordinator,
        made_on: row.made_on,
        return_by: row.return_by,
        applications: count(row.applications),
        answered: count(row.answered),
        responded_at: row.responded_at.map(|at| at.to_rfc3339()),
        unsent: row.unsent,
        received_at: row.received_at.map(|at| at.to_rfc3339()),
    }
}

/// What became of a pack that stands in a file.
pub(super) fn arrival(arrival: PackArrival, path: &Path) -> dto::PackArrival {
    match arrival {
        PackArrival::Opened { pack_id, already, replaces } => dto::PackArrival::Opened { pack_id: pack_id.to_string(), already, replaces },
        PackArrival::PaymentsOpened { ledger, already } => dto::PackArrival::PaymentsOpened { ledger_id: ledger.to_string(), already },
        PackArrival::Received { pack_id } => dto::PackArrival::Received { pack_id: pack_id.to_string() },
        PackArrival::UnknownSender { name, partnership } => {
            dto::PackArrival::UnknownSender { path: path.display().to_string(), name, partnership }
        }
        PackArrival::Refused(why) => refused(
            match why {
                PackRefused::Pack(error) => PackRefusal::from(&error),
                PackRefused::BadContent => PackRefusal::BadContent,
                PackRefused::NotAnAnswer => PackRefusal::NotAnAnswer,
            },
            path,
        ),
    }
}

pub(super) fn refused(why: PackRefusal, path: &Path) -> dto::PackArrival {
    dto::PackArrival::Refused { file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(), why }
}

pub(super) fn pack(view: PackView) -> dto::ReviewerPack {
    dto::ReviewerPack {
        row: row(view.row),
        panel: view.panel,
        applications: view
            .applications
            .into_iter()
            .map(|one| dto::ReviewerApplicationRow {
                application_id: one.application_id.to_string(),
                reference: one.reference,
                group_name: one.group_name,
                asked_pence: one.asked.map(Into::into),
                stance: one.stance.into(),
                state: one.state.into(),
                matches: one.matches,
            })
            .collect(),
        left_out: view
            .left_out
            .into_iter()
            .map(|(reference, why)| dto::LeftOut {
                reference,
                why: match why {
                    LeftOutWhy::Declared => dto::LeftOutWhy::Conflicted,
                    LeftOutWhy::Doubtful => dto::LeftOutWhy::Doubtful,
                    LeftOutWhy::Chosen => dto::LeftOutWhy::Chosen,
                },
            })
            .collect(),
    }
}

fn named((part, name): (String, String)) -> NamedPerson {
    NamedPerson { part, name }
}

fn alike(one: InterestMatch) -> interest::InterestMatch {
    interest::InterestMatch { body: one.body, how: one.how, since: one.since }
}

pub(super) fn gate(gate: Gate) -> InterestGate {
    let (mut group_name, mut one_line, mut asked_pence, mut meets_at) = (None, None, None, None);
    let (mut people, mut matches) = (Vec::new(), Vec::new());
    if let Some(summary) = gate.summary {
        group_name = Some(summary.group_name);
        one_line = Some(summary.one_line);
        asked_pence = Some(summary.asked.into());
        meets_at = summary.meets_at;
        people = summary.people.into_iter().map(named).collect();
        matches = summary.matches.into_iter().map(alike).collect();
    }
    InterestGate {
        application_id: gate.application_id.to_string(),
        reference: Some(gate.reference),
        received_on: Some(gate.received_on),
        group_name,
        one_line,
        asked_pence,
        people,
        meets_at,
        matches,
        stance: Stance::into(gate.stance),
        said: gate.said.map(|said| InterestSaid {
            answer: said.answer.into(),
            kinds: said.kinds.into_iter().map(Into::into).collect(),
            reach: said.reach.map(Into::into),
            how: Some(said.how).filter(|how| !how.is_empty()),
            on: said.on,
        }),
    }
}

pub(super) fn application(pack_id: &str, view: ApplicationView) -> dto::ReviewerApplication {
    dto::ReviewerApplication {
        pack_id: pack_id.to_owned(),
        application_id: view.application_id.to_string(),
        reference: view.reference,
        received_on: view.received_on,
        group_name: view.summary.group_name,
        one_line: view.summary.one_line,
        asked_pence: view.summary.asked.into(),
        costs_pence: view.content.cost_total().into(),
        people: view.summary.people.into_iter().map(named).collect(),
        matches: view.summary.matches.into_iter().map(alike).collect(),
        content: applications::content(view.content.typed()),
        priorities: view.priorities,
        files: view
            .files
            .into_iter()
            .map(|file| dto::ReviewerFile {
                sha256: file.sha256,
                name: file.name,
                media_type: file.media_type,
                bytes: u32::try_from(file.size).unwrap_or(u32::MAX),
            })
            .collect(),
        history: view.history.into_iter().map(|(on, words)| dto::HistoryLine { on, words }).collect(),
        criteria: view.criteria.into_iter().map(|one| Criterion { name: one.name, most: one.most }).collect(),
        panel: view.panel,
        return_by: view.return_by,
        co_ordinator: view.co_ordinator,
        state: view.state.into(),
        revision: view.revision,
        judgement: judgement(view.judgement),
        rivals: view.rivals.into_iter().map(judgement).collect(),
        next: view.next.map(|id| id.to_string()),
    }
}

/// The window's judgement from the core's.
pub(in crate::ipc) fn judgement(typed: core::TypedJudgement) -> review::TypedJudgement {
    review::TypedJudgement {
        helps_plan: typed.helps_plan.map(Into::into),
        good: typed.good,
        worries: typed.worries,
        comments: typed.comments.into(),
        questions: typed.questions,
        scores: typed.scores,
        recommendation: match typed.recommendation.as_str() {
            "fund-in-full" => Some(review::Recommendation::FundInFull),
            "fund-part" => Some(review::Recommendation::FundPart),
            "ask-for-more" => Some(review::Recommendation::AskForMore),
            "do-not-fund" => Some(review::Recommendation::DoNotFund),
            _ => None,
        },
        amount: typed.amount,
    }
}

/// The core's judgement from the window's.
pub(in crate::ipc) fn typed_judgement(judgement: review::TypedJudgement) -> CommandResult<core::TypedJudgement> {
    let recommendation = match judgement.recommendation {
        None => "",
        Some(review::Recommendation::FundInFull) => "fund-in-full",
        Some(review::Recommendation::FundPart) => "fund-part",
        Some(review::Recommendation::AskForMore) => "ask-for-more",
        Some(review::Recommendation::DoNotFund) => "do-not-fund",
    };
    Ok(core::TypedJudgement {
        helps_plan: judgement.helps_plan.map(Into::into),
        good: judgement.good,
        worries: judgement.worries,
        comments: judgement.comments.try_into().map_err(|_| CommandError::NotFound)?,
        questions: judgement.questions,
        scores: judgement.scores,
        recommendation: recommendation.to_owned(),
        amount: judgement.amount,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_judgement_crosses_both_ways_unchanged() {
        for recommendation in ["", "fund-in-full", "fund-part", "ask-for-more", "do-not-fund"] {
            let mut typed = core::TypedJudgement { recommendation: recommendation.into(), ..core::TypedJudgement::default() };
            typed.helps_plan = Some(core::HelpsPlan::CannotTell);
            typed.comments[2] = "Room hire is half of it.".into();
            typed.scores = vec!["x".into(), String::new()];
            typed.amount = "295".into();
            assert_eq!(typed_judgement(judgement(typed.clone())).unwrap(), typed);
        }
        let short = review::TypedJudgement::default();
        assert_eq!(typed_judgement(short), Err(CommandError::NotFound), "there are seven comments, always");
    }

    #[test]
    fn what_was_refused_says_its_files_name_and_no_folder() {
        let path = Path::new("stick").join("pack 3F2A-91C0.chestpack");
        let refused = arrival(PackArrival::Refused(PackRefused::BadContent), &path);
        let expected = dto::PackArrival::Refused { file_name: "pack 3F2A-91C0.chestpack".into(), why: PackRefusal::BadContent };
        assert_eq!(refused, expected);
    }
}
