//! Votes between meetings by e-mail (§8.6): started on an application, ballots typed in, closed when they decide.

mod making;
mod text;
mod view;

pub use making::{TypedBallot, TypedProposal, close, record_ballot, start, stop};
pub use view::{Line, State, TermsToday, View, Voter, list, terms_today, view, waiting};

use crate::case::Case;
use crate::{Error, Result};
use domain::ballot::{Ballot, EmailVote, Returns};
use domain::id::{EmailVoteId, MemberId};
use store::{EmailVoteRow, ReadTx, Which};
use text::BallotText;

const TOUCHED: &[&str] = &["vote", "application"];

/// A vote with its ballots, as the member who is signed in may read it.
struct Held {
    row: EmailVoteRow,
    vote: EmailVote,
    ballots: Vec<Ballot>,
}

impl Held {
    fn read(tx: &ReadTx<'_>, id: EmailVoteId) -> Result<Self> {
        let row = tx.email_votes(Which::One(id.0))?.pop().ok_or(Error::NotFound)?;
        Self::of(tx, row)
    }

    fn of(tx: &ReadTx<'_>, row: EmailVoteRow) -> Result<Self> {
        let mut ballots = Vec::new();
        for ballot in tx.ballots(row.email_vote_id)? {
            let json = tx.sealed_text(ballot.words)?.ok_or(Error::NotFound)?;
            ballots.push(serde_json::from_str::<BallotText>(&json)?.read()?);
        }
        let residents = tx.email_vote_roll(row.email_vote_id)?.into_iter().map(MemberId).collect();
        let vote = EmailVote { opened_on: row.opened_on, closes_on: row.closes_on, residents, needed: row.needed };
        Ok(Self { row, vote, ballots })
    }

    /// The ballots as they count, by what is known of interests now.
    fn returns(&self, case: &Case) -> Returns {
        self.vote.returns(&self.ballots, |member| has_interest(case, member))
    }
}

/// Whether a member takes no part: they declared an interest, or a doubt that is not settled.
fn has_interest(case: &Case, member: MemberId) -> bool {
    !case.stance(member).may_hold()
}

#[cfg(test)]
mod tests;
