//! Commands about votes by e-mail.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use domain::id::{ApplicationId, EmailVoteId};
use tauri::{AppHandle, State};
use usecases::email_vote::{self, Line, TypedBallot, TypedProposal};
use usecases::{Case, Open};

use crate::desk::Desk;
use crate::ipc::dto::vote::{
    CloseEmailVoteInput, EmailVote, EmailVoteRow, EmailVoteState, EmailVotes, ProposedInstalment, RecordBallotInput, StartEmailVoteInput,
    VotableApplication, Voter,
};
use crate::ipc::value::parse_id;
use crate::ipc::{CommandResult, decisions};

/// Every vote, and what a new one could be about.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn email_votes(desk: State<'_, Desk>) -> CommandResult<EmailVotes> {
    desk.read(|open| {
        let terms = email_vote::terms_today(open)?;
        Ok(EmailVotes {
            votes: email_vote::list(open)?.into_iter().map(row).collect(),
            waiting: email_vote::waiting(open)?.into_iter().map(votable).collect(),
            days: terms.days,
            residents: terms.residents,
            needed: terms.needed,
            may_start: terms.may_start,
        })
    })
}

/// One vote, with who may vote and how it stands.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn email_vote(desk: State<'_, Desk>, vote_id: String) -> CommandResult<EmailVote> {
    let id: EmailVoteId = parse_id(&vote_id)?;
    desk.read(|open| Ok(view(open, email_vote::view(open, id)?)))
}

/// Starts a vote on an application that waits for a decision.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_email_vote(app: AppHandle, desk: State<'_, Desk>, input: StartEmailVoteInput) -> CommandResult<String> {
    let id: ApplicationId = parse_id(&input.application_id)?;
    let typed = TypedProposal {
        outcome: decisions::typed_outcome(input.outcome),
        opened_on: input.opened_on.into(),
        conditions: input.conditions,
        ends_on: input.ends_on.into(),
        return_by: input.return_by.into(),
        instalments: input.instalments.into_iter().map(|part| (part.when, part.amount)).collect(),
    };
    desk.change(&app, |open| email_vote::start(open, id, &typed)).map(|id| id.to_string())
}

/// Records a ballot that came.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_ballot(app: AppHandle, desk: State<'_, Desk>, input: RecordBallotInput) -> CommandResult<()> {
    let id: EmailVoteId = parse_id(&input.vote_id)?;
    let typed = TypedBallot { member: parse_id(&input.member_id)?, on: input.on.into(), choice: input.choice.into() };
    desk.change(&app, |open| email_vote::record_ballot(open, id, &typed))
}

/// Closes a vote that is decided, or stops one.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn close_email_vote(app: AppHandle, desk: State<'_, Desk>, input: CloseEmailVoteInput) -> CommandResult<()> {
    match input {
        CloseEmailVoteInput::Count { vote_id, decided_by } => {
            let id: EmailVoteId = parse_id(&vote_id)?;
            desk.change(&app, |open| email_vote::close(open, id, &decided_by)).map(drop)
        }
        CloseEmailVoteInput::Stop { vote_id, reason } => {
            let id: EmailVoteId = parse_id(&vote_id)?;
            desk.change(&app, |open| email_vote::stop(open, id, &reason))
        }
    }
}

fn votable(case: &Case) -> VotableApplication {
    VotableApplication {
        id: case.id().to_string(),
        reference: case.reference(),
        group_name: case.group_name().unwrap_or_default().to_owned(),
        asked_pence: case.asked().map(Into::into),
    }
}

fn row(line: Line) -> EmailVoteRow {
    EmailVoteRow {
        id: line.id.to_string(),
        application_id: line.application.to_string(),
        reference: line.reference,
        group_name: line.group,
        opened_on: line.opened_on,
        closes_on: line.closes_on,
        closed_on: line.closed_on,
        state: line.state.map(|state| match state {
            email_vote::State::Open => EmailVoteState::Open,
            email_vote::State::Decided { carried } => EmailVoteState::Decided { carried },
            email_vote::State::Carried => EmailVoteState::Carried,
            email_vote::State::Lost => EmailVoteState::Lost,
            email_vote::State::Stopped { reason } => EmailVoteState::Stopped { reason },
        }),
    }
}

fn view(open: &Open, view: email_vote::View) -> EmailVote {
    let terms = view.proposal.terms;
    EmailVote {
        outcome: view.proposal.outcome.into(),
        conditions: view.proposal.conditions,
        ends_on: terms.as_ref().map(|terms| terms.ends_on),
        return_by: terms.as_ref().and_then(|terms| terms.return_by),
        instalments: terms
            .into_iter()
            .flat_map(|terms| terms.instalments)
            .map(|part| ProposedInstalment { when: part.when, amount_pence: part.amount.into() })
            .collect(),
        started_by: open.name_of(view.started_by).to_owned(),
        voters: view
            .voters
            .into_iter()
            .map(|voter| Voter {
                member_id: voter.member.to_string(),
                name: open.name_of(voter.member.0).to_owned(),
                has_interest: voter.has_interest,
                choice: voter.ballot.map(|(choice, _)| choice.into()),
                voted_on: voter.ballot.map(|(_, on)| on),
            })
            .collect(),
        agreed: view.returns.agreed,
        against: view.returns.against,
        abstained: view.returns.abstained,
        waiting: view.returns.waiting,
        with_interest: view.returns.with_interest,
        needed: view.needed,
        may_record: view.may_record,
        row: row(view.line),
    }
}
