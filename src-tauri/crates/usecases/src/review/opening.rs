//! What only the chair settles: opening reviews before all are in, and whether a review that came late counts.

use super::TOUCHED;
use super::facts::Facts;
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result, seal};
use domain::id::{ReviewId, RoundId};
use domain::member::Act;
use serde_json::json;
use store::Event;

/// Opens the reviews of a round before all are in, with the reason.
pub fn open_reviews(open: &mut Open, id: RoundId, reason: &str) -> Result<Changed<()>> {
    open.member().permit(Act::OpenReviews)?;
    let reason = read(reason)?;
    open.change_register(|tx| {
        let facts = Facts::read(tx, id)?;
        if facts.round.opened.is_some() || !facts.went_out() {
            return Err(Error::WrongState);
        }
        let blob_id = seal::put_round(tx, id.0, serde_json::to_string(&reason)?.as_bytes())?;
        tx.insert_round_opening(id.0, Some(blob_id))?;
        let payload = json!({ "reviews": facts.reviews.len(), "all_in": facts.all_in(&facts.standings()) });
        Ok(((), Event { kind: "reviewsOpened", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })
}

/// Lets a review in that came after the opening, or leaves it out, with the reason. Never one's own, and never on an
/// application in which the chair has an interest.
pub fn settle_late(open: &mut Open, id: ReviewId, accepted: bool, reason: &str) -> Result<Changed<()>> {
    open.member().permit(Act::OpenReviews)?;
    let reason = read(reason)?;
    let me = open.member().id.0;
    open.change_register(|tx| {
        let round = tx.round_of_review(id.0)?.ok_or(Error::NotFound)?;
        let facts = Facts::read(tx, RoundId(round))?;
        let row = facts.reviews.iter().find(|row| row.review_id == id.0).ok_or(Error::NotFound)?;
        if !facts.stance(me, row.application_id).may_hold() {
            return Err(Error::NotFound);
        }
        if !row.late || row.ruling.is_some() || row.member_id == me {
            return Err(Error::WrongState);
        }
        let blob_id = seal::put_review(tx, row.application_id, serde_json::to_string(&reason)?.as_bytes())?;
        tx.insert_late_ruling(id.0, accepted, blob_id)?;
        let payload = json!({ "review": id.0, "accepted": accepted });
        Ok(((), Event { kind: "lateReviewSettled", subject: Some(round), payload, touched: TOUCHED, signed: true }))
    })
}

fn read(reason: &str) -> Result<String> {
    let mut faults = Faults::default();
    let reason = faults.answer("reason", reason);
    if reason.is_empty() {
        faults.refuse("reason", FieldFault::Missing);
    }
    faults.settle()?;
    Ok(reason)
}
