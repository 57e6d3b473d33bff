//! A vote by e-mail in the sample: the papers go out, the answers come back, and it is closed once it is decided.

use super::interests::named;
use super::meeting::outcome;
use super::shape::VoteShape;
use crate::email_vote::{self, TypedBallot, TypedProposal};
use crate::{Error, Open, Result};
use domain::ballot::Choice;
use domain::date::TypedDate;
use domain::id::ApplicationId;

/// Lets a vote that opened some days ago come to its end today.
pub(super) fn happen(open: &mut Open, id: ApplicationId, shape: &VoteShape) -> Result<()> {
    let typed = TypedProposal {
        outcome: outcome(&shape.outcome),
        opened_on: TypedDate::from_date(shape.opened_on),
        conditions: shape.conditions.clone(),
        ends_on: TypedDate::from_date(shape.ends_on),
        return_by: TypedDate::from_date(shape.return_by),
        instalments: Vec::new(),
    };
    let vote = email_vote::start(open, id, &typed)?.value;
    for (name, on, choice) in &shape.ballots {
        let member = named(open, name)?;
        let choice = Choice::from_code(choice).ok_or(Error::NotFound)?;
        email_vote::record_ballot(open, vote, &TypedBallot { member, on: TypedDate::from_date(*on), choice })?;
    }
    email_vote::close(open, vote, &shape.decided_by).map(drop)
}
