//! Interests in the sample: what members told of themselves, wrote on paper, and what the chair settled.

use super::shape::{StandingShape, What};
use crate::interest::{self, NewStanding, TypedAnswer};
use crate::{Error, Open, Result};
use domain::date::TypedDate;
use domain::id::{ApplicationId, MemberId};
use domain::interest::{Answer, InterestKind, Reach, Stance};
use serde_json::json;
use store::Event;

/// Puts into the standing register what members told of themselves.
pub(super) fn tell_standing(open: &mut Open, entries: &[StandingShape]) -> Result<()> {
    for entry in entries {
        let new = NewStanding {
            member: named(open, &entry.member)?,
            body: entry.body.clone(),
            how: entry.how.clone(),
            kind: InterestKind::from_code(&entry.kind).ok_or(Error::NotFound)?,
            reach: Reach::from_code(&entry.reach).ok_or(Error::NotFound)?,
            since: TypedDate::from_date(entry.since),
        };
        interest::add_standing(open, &new)?;
    }
    Ok(())
}

/// Lets an answer come on paper, or be settled.
pub(super) fn happen(open: &mut Open, id: ApplicationId, what: &What) -> Result<()> {
    match what {
        What::Interest { member, answer, kinds, reach, how } => {
            let member = named(open, member)?;
            let kinds: Option<Vec<InterestKind>> = kinds.iter().map(|code| InterestKind::from_code(code)).collect();
            let typed = TypedAnswer {
                answer: Answer::from_code(answer).ok_or(Error::NotFound)?,
                kinds: kinds.ok_or(Error::NotFound)?,
                reach: reach.as_deref().and_then(Reach::from_code),
                how: how.clone(),
            };
            let said = interest::on_paper(open, member, id, &typed)?;
            open.change_case(id, |tx, _, _| {
                interest::bring_in_paper(tx, &said)?;
                let payload = json!({ "member": member.0, "answer": typed.answer.code(), "on_paper": true });
                Ok(((), Event { kind: "paperInterestRecorded", subject: Some(id.0), payload, touched: &[], signed: true }))
            })?;
        }
        What::Settle { member, stands, reason } => {
            let member = named(open, member)?;
            if open.stance(open.member().id, id)? == Stance::Unanswered {
                interest::answer(open, id, &TypedAnswer::none())?;
            }
            interest::rule(open, id, member, *stands, reason)?;
        }
        _ => {}
    }
    Ok(())
}

pub(super) fn named(open: &Open, name: &str) -> Result<MemberId> {
    open.people().find(|(_, other)| *other == name).map(|(id, _)| MemberId(id)).ok_or(Error::NotFound)
}
