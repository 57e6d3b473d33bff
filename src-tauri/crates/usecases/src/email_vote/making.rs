//! A vote is started, its ballots are typed in, and it is closed.

use super::text::{BallotText, CloseText, ProposalText};
use super::{Held, TOUCHED, has_interest};
use crate::decision::{self, TypedOutcome};
use crate::input::Faults;
use crate::membership::roll;
use crate::text::DecisionFigures;
use crate::{Changed, Error, FieldFault, Open, Result, constitution, seal};
use domain::ballot::{Ballot, Choice, EmailVoteRefusal, Outlook, Returns, closes_on, needed};
use domain::date::TypedDate;
use domain::decision::{Body, NewDecision};
use domain::id::{ApplicationId, DecisionId, EmailVoteId, MemberId};
use domain::member::Act;
use serde_json::json;
use store::{EmailVoteRow, Event, Which, WriteTx};
use uuid::Uuid;

/// What is proposed, as typed.
#[derive(Debug, Clone)]
pub struct TypedProposal {
    /// What would be resolved.
    pub outcome: TypedOutcome,
    /// The day on which the papers go out.
    pub opened_on: TypedDate,
    /// Conditions, each a sentence.
    pub conditions: Vec<String>,
    /// The end of funding; read for an approval.
    pub ends_on: TypedDate,
    /// When the signed agreement should be back; may be empty.
    pub return_by: TypedDate,
    /// What brings each part payment due, and how much it is.
    pub instalments: Vec<(String, String)>,
}

/// A ballot, as typed.
#[derive(Debug, Clone)]
pub struct TypedBallot {
    /// Whose.
    pub member: MemberId,
    /// The day on which it was sent.
    pub on: TypedDate,
    /// What it says.
    pub choice: Choice,
}

/// Starts a vote on an application that waits for a decision. Who may vote is frozen, with how many must agree.
pub fn start(open: &mut Open, id: ApplicationId, typed: &TypedProposal) -> Result<Changed<EmailVoteId>> {
    let mut faults = Faults::default();
    let outcome = decision::outcome(&mut faults, &typed.outcome);
    let opened_on = faults.date("openedOn", &typed.opened_on);
    let conditions = decision::conditions(&mut faults, &typed.conditions);
    let terms = decision::terms(&mut faults, &typed.outcome, &typed.ends_on, &typed.return_by, &typed.instalments);
    if opened_on.is_some_and(|on| on > open.today()) {
        faults.refuse("openedOn", FieldFault::InFuture);
    }
    let (outcome, opened_on) = faults.settled(outcome.zip(opened_on))?;
    open.change(id, Act::RecordDecision, |tx, case, desk| {
        // Held to the money's rules now, so that nobody votes on what could not stand, and again when it is closed.
        let by = desk.member.name.clone();
        let new = NewDecision { outcome, decided_on: opened_on, body: Body::EmailVote, decided_by: by, conditions, terms };
        decision::hold(tx, case, &new, desk.free(new.decided_on))?;
        if tx.email_votes(Which::All)?.iter().any(|row| row.application_id == id.0 && row.close.is_none()) {
            return Err(EmailVoteRefusal::AnotherOpen.into());
        }
        let residents: Vec<Uuid> = roll(tx, opened_on)?.into_iter().filter(|seat| seat.resident).map(|seat| seat.member.0).collect();
        if residents.is_empty() {
            return Err(EmailVoteRefusal::NobodyVotes.into());
        }
        let choices = constitution::on(tx, opened_on)?;
        let number = u32::try_from(residents.len()).unwrap_or(u32::MAX);
        let proposal = seal::put_vote(tx, id.0, serde_json::to_string(&ProposalText::of(&new))?.as_bytes())?;
        let row = EmailVoteRow {
            email_vote_id: tx.new_id(),
            application_id: id.0,
            opened_on,
            closes_on: closes_on(opened_on, choices.email_days),
            needed: needed(choices.email_threshold, number),
            proposal,
            started_by: desk.member.id.0,
            close: None,
        };
        tx.insert_email_vote(&row, &residents)?;
        let payload = json!({
            "vote": row.email_vote_id, "opened_on": opened_on.to_string(), "closes_on": row.closes_on.to_string(),
            "residents": number, "needed": row.needed,
        });
        let event = Event { kind: "emailVoteStarted", subject: Some(id.0), payload, touched: TOUCHED, signed: true };
        Ok((EmailVoteId(row.email_vote_id), event))
    })
}

/// The application on which a vote is.
fn application(open: &Open, id: EmailVoteId) -> Result<ApplicationId> {
    let row = open.register().read(|tx| tx.email_votes(Which::One(id.0)))?.pop().ok_or(Error::NotFound)?;
    Ok(row.application_id.into())
}

/// Records a ballot. One that a member sent later takes the place of their earlier one.
pub fn record_ballot(open: &mut Open, id: EmailVoteId, typed: &TypedBallot) -> Result<Changed<()>> {
    let mut faults = Faults::default();
    let on = faults.date("on", &typed.on);
    if on.is_some_and(|on| on > open.today()) {
        faults.refuse("on", FieldFault::InFuture);
    }
    let on = faults.settled(on)?;
    let application = application(open, id)?;
    open.change(application, Act::RecordDecision, |tx, case, _| {
        let held = still_open(tx, id)?;
        let ballot = Ballot { member: typed.member, on, choice: typed.choice };
        held.vote.take(&ballot, has_interest(case, typed.member))?;
        let words = seal::put_vote(tx, application.0, serde_json::to_string(&BallotText::of(&ballot))?.as_bytes())?;
        tx.insert_ballot(id.0, words)?;
        // Whose it is and what it says stands in the sealed ballot alone.
        let payload = json!({ "vote": id.0 });
        Ok(((), Event { kind: "ballotRecorded", subject: Some(application.0), payload, touched: TOUCHED, signed: true }))
    })
}

/// Closes a vote that is decided. One that was carried becomes a decision, held to the same rules of money as any other.
pub fn close(open: &mut Open, id: EmailVoteId, decided_by: &str) -> Result<Changed<Option<DecisionId>>> {
    let application = application(open, id)?;
    let mut faults = Faults::default();
    let decided_by = faults.line("decidedBy", decided_by);
    faults.settle()?;
    open.change(application, Act::RecordDecision, |tx, case, desk| {
        let held = still_open(tx, id)?;
        let (today, closes_on) = (tx.today(), held.vote.closes_on);
        let returns = held.returns(case);
        let decided = match held.vote.outlook(&returns, today) {
            Outlook::Open => return Err(EmailVoteRefusal::StillOpen { closes_on }.into()),
            Outlook::Lost(_) => None,
            Outlook::Carried(count) => {
                let proposal = tx.sealed_text(held.row.proposal)?.ok_or(Error::NotFound)?;
                let new = serde_json::from_str::<ProposalText>(&proposal)?.decision(today.min(closes_on), decided_by)?;
                decision::hold(tx, case, &new, desk.free(new.decided_on))?;
                let behind = DecisionFigures::Email {
                    residents: count.of,
                    agreed: count.agreed,
                    needed: count.needed,
                    against: returns.against,
                    abstained: returns.abstained,
                };
                let (recorded, event) = decision::write(tx, case, desk, &new, Some(behind))?;
                tx.also(event);
                Some(recorded.decision_id)
            }
        };
        let event = end(tx, application, id, &returns, Some(decided.is_some()), String::new(), decided)?;
        Ok((decided, event))
    })
}

/// Stops a vote for a reason: it was started by mistake, or a meeting has decided since.
pub fn stop(open: &mut Open, id: EmailVoteId, reason: &str) -> Result<Changed<()>> {
    let application = application(open, id)?;
    let mut faults = Faults::default();
    let reason = faults.answer("reason", reason);
    if reason.is_empty() {
        faults.refuse("reason", FieldFault::Missing);
    }
    faults.settle()?;
    open.change(application, Act::RecordDecision, |tx, case, _| {
        let returns = still_open(tx, id)?.returns(case);
        Ok(((), end(tx, application, id, &returns, None, reason, None)?))
    })
}

fn still_open(tx: &WriteTx<'_>, id: EmailVoteId) -> Result<Held> {
    let held = Held::read(tx, id)?;
    if held.row.close.is_some() {
        return Err(EmailVoteRefusal::Closed.into());
    }
    Ok(held)
}

fn end(
    tx: &mut WriteTx<'_>,
    application: ApplicationId,
    id: EmailVoteId,
    returns: &Returns,
    carried: Option<bool>,
    reason: String,
    decision: Option<DecisionId>,
) -> Result<Event> {
    let words = CloseText {
        carried,
        reason,
        agreed: returns.agreed,
        against: returns.against,
        abstained: returns.abstained,
        with_interest: returns.with_interest,
        waiting: returns.waiting,
        decision: decision.map(|id| id.0),
    };
    let words = seal::put_vote(tx, application.0, serde_json::to_string(&words)?.as_bytes())?;
    tx.insert_email_vote_close(id.0, tx.today(), words)?;
    let touched = &["vote", "application", "grant", "budget"];
    Ok(Event { kind: "emailVoteClosed", subject: Some(application.0), payload: json!({ "vote": id.0 }), touched, signed: true })
}
