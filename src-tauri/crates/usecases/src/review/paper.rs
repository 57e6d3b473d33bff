//! What is typed in at the register: one's own review, signed; and the replies of reviewers without a computer, in their
//! name and unsigned.

use super::TOUCHED;
use super::bring_in::open_if_all_in;
use super::facts::Facts;
use super::line::Share;
use super::round::{content, share};
use super::{kept, sheet};
use crate::input::Faults;
use crate::interest::{self, TypedAnswer};
use crate::{Changed, Error, FieldFault, Open, Result};
use chrono::{DateTime, NaiveTime, Utc};
use domain::Money;
use domain::date::TypedDate;
use domain::id::{ApplicationId, MemberId, RoundId};
use domain::interest::Stance;
use domain::member::Act;
use domain::review::{Criterion, Judgement, TypedJudgement, check_judgement};
use exchange::SignedFact;
use exchange::sheet::{JudgementSheet, REVIEW_FACT, ReviewFactSheet};
use serde_json::json;
use std::collections::HashSet;
use store::{Event, Medium, NewReview, NewSending, ReadTx};
use uuid::Uuid;

/// A member's judgement on an application of a round, to be typed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewDesk {
    /// The round.
    pub round: RoundId,
    /// Whose judgement.
    pub member_id: MemberId,
    /// Their name.
    pub name: String,
    /// The application.
    pub application_id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The group.
    pub group_name: String,
    /// What it asks.
    pub asked: Money,
    /// What is scored.
    pub criteria: Vec<Criterion>,
    /// What stands now; empty for a first review.
    pub judgement: TypedJudgement,
    /// Whether it takes the place of one that is in.
    pub revises: bool,
    /// Whether the member sits here and signs it.
    pub mine: bool,
}

/// A review to be typed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedReview {
    /// The round.
    pub round: RoundId,
    /// Whose it is.
    pub member: MemberId,
    /// The application.
    pub application: ApplicationId,
    /// The day on the paper. For one's own it is today.
    pub on: TypedDate,
    /// What it says.
    pub judgement: TypedJudgement,
}

/// Records that a booklet was handed out.
pub fn record_paper_sent(open: &mut Open, round: RoundId, member: MemberId) -> Result<Changed<()>> {
    open.member().permit(Act::RunReviews)?;
    let (facts, items) = open.register().read(|tx| {
        let facts = Facts::read(tx, round)?;
        let gets = facts.applications.iter().filter(|id| share(open, &facts, member.0, **id) == Share::Gets);
        let items: Vec<(Uuid, u32)> = gets.map(|id| (*id, facts.version(*id))).collect();
        Ok::<_, Error>((facts, items))
    })?;
    let medium = facts.reviewer(member.0)?.medium;
    if medium == Medium::Pack || facts.round.opened.is_some() {
        return Err(Error::WrongState);
    }
    if items.is_empty() {
        return Err(Error::NothingToSend);
    }
    let changed = open.change_register(|tx| {
        let sending_id = tx.new_id();
        tx.insert_sending(&NewSending { sending_id, round_id: round.0, member_id: member.0, medium, pack: None, items: &items })?;
        let payload = json!({ "member": member.0, "medium": medium.code(), "applications": items });
        Ok(((), Event { kind: "bookletHandedOut", subject: Some(round.0), payload, touched: TOUCHED, signed: false }))
    })?;
    open.read_cases_again(&facts.applications)?;
    Ok(changed)
}

/// Passes when whoever is signed in may type in a judgement of this member on this application.
fn permit(open: &Open, facts: &Facts, member: Uuid, application: Uuid) -> Result<()> {
    let mine = member == open.member().id.0;
    open.member().permit(if mine { Act::Review } else { Act::RunReviews })?;
    let medium = facts.reviewer(member)?.medium;
    if !facts.has(application) || content(open, application).is_none() {
        return Err(Error::NotFound);
    }
    if facts.left_out.contains_key(&(member, application)) {
        return Err(Error::WrongState);
    }
    // What somebody signed is never replaced by words that somebody else types.
    let signed = || facts.reviews_of(member, application).any(|row| row.signed);
    if !mine && (medium == Medium::Pack || signed()) {
        return Err(Error::WrongState);
    }
    match facts.stance(member, application) {
        Stance::Clear => Ok(()),
        Stance::Unanswered => Err(Error::InterestFirst),
        Stance::Conflicted | Stance::Doubtful => Err(Error::WrongState),
    }
}

/// A member's judgement on an application of a round, as it stands now.
pub fn review_desk(open: &Open, round: RoundId, member: MemberId, id: ApplicationId) -> Result<ReviewDesk> {
    open.register().read(|tx| {
        let facts = Facts::read(tx, round)?;
        match permit(open, &facts, member.0, id.0) {
            // The form for a paper reply is where its answer about an interest is typed in, too.
            Err(Error::InterestFirst) if member != open.member().id => {}
            permitted => permitted?,
        }
        let case = open.case(id)?;
        let heads = facts.heads(member.0, id.0);
        let judgement = match heads.as_slice() {
            [only] => judgement(tx, &facts, *only)?,
            _ => None,
        };
        Ok(ReviewDesk {
            round,
            member_id: member,
            name: open.name_of(member.0).to_owned(),
            application_id: id,
            reference: case.reference().unwrap_or_default(),
            group_name: case.group_name().unwrap_or_default().to_owned(),
            asked: case.asked().ok_or(Error::NotFound)?,
            criteria: facts.round.criteria.clone(),
            judgement: judgement.map(|judgement| judgement.typed()).unwrap_or_default(),
            revises: !heads.is_empty(),
            mine: member == open.member().id,
        })
    })
}

fn judgement(tx: &ReadTx<'_>, facts: &Facts, review: Uuid) -> Result<Option<Judgement>> {
    let row = facts.reviews.iter().find(|row| row.review_id == review).ok_or(Error::NotFound)?;
    let Some(fact) = kept::open_fact(tx, row)? else { return Ok(None) };
    let said: ReviewFactSheet = fact.read()?;
    Ok(Judgement::try_from(&said.judgement).ok())
}

/// Keeps a judgement that was typed here: one's own, signed; or from paper in somebody's name, unsigned, with who typed it.
pub fn record_review(open: &mut Open, typed: &TypedReview) -> Result<Changed<()>> {
    let TypedReview { round, member, application, .. } = *typed;
    let mine = member == open.member().id;
    let (facts, fact, new) = open.register().read(|tx| {
        let facts = Facts::read(tx, round)?;
        let permitted = match permit(open, &facts, member.0, application.0) {
            Err(Error::InterestFirst) => Err(Error::InterestFirst),
            refused => Ok(refused?),
        };
        // A paper reply is about what was printed; who sits here reads what stands now.
        let printed = if mine { None } else { facts.sent(member.0, application.0) };
        let (version, text) = sheet::version_text(tx, application.0, printed)?.ok_or(Error::NotFound)?;
        let asked = crate::text::VersionText::from_json(&text)?.content.asked_or_sum();
        let (judgement, made_at) = read(open, typed, asked, &facts.round.criteria, tx.now())?;
        // Nothing about an interest need be kept before the rest can be.
        permitted?;
        let revises = facts.heads(member.0, application.0);
        let said = ReviewFactSheet {
            fact: REVIEW_FACT.to_owned(),
            round_id: round.0,
            application_id: application.0,
            version,
            version_sha256: kept::sha256(text.as_bytes()),
            member_id: member.0,
            revises,
            judgement: JudgementSheet::from(&judgement),
            made_at,
        };
        let text = serde_json::to_string(&said)?;
        let fact = if mine { SignedFact::sign(text, tx.keyring(), "review")? } else { SignedFact::on_paper(text) };
        Ok::<_, Error>((facts, fact, said))
    })?;
    let review_id = fact.id();
    let changed = open.change_register(|tx| {
        let review = NewReview {
            review_id,
            round_id: round.0,
            application_id: application.0,
            version: new.version,
            member_id: member.0,
            signed: mine,
            made_at: new.made_at,
            blob_id: Uuid::nil(),
            pack_id: None,
            late: facts.round.opened.is_some(),
            revises: &new.revises,
        };
        kept::keep(tx, &fact, &review)?;
        let opened = open_if_all_in(tx, round)?;
        let payload = json!({
            "review": review_id, "member": member.0, "application": application.0, "revises": new.revises, "on_paper": !mine, "opened": opened,
        });
        Ok(((), Event { kind: "reviewRecorded", subject: Some(round.0), payload, touched: TOUCHED, signed: true }))
    })?;
    open.read_cases_again(&facts.applications)?;
    Ok(changed)
}

fn read(open: &Open, typed: &TypedReview, asked: Money, criteria: &[Criterion], now: DateTime<Utc>) -> Result<(Judgement, DateTime<Utc>)> {
    let mut faults = Faults::default();
    let mine = typed.member == open.member().id;
    let made_at = if mine {
        Some(now)
    } else {
        let day = faults.date("on", &typed.on);
        if day.is_some_and(|day| day > open.today()) {
            faults.refuse("on", FieldFault::InFuture);
        }
        // A paper has a day and no hour.
        day.map(|day| day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()).and_utc())
    };
    match check_judgement(&typed.judgement, asked, criteria) {
        Ok(judgement) => {
            let made_at = faults.settled(made_at)?;
            Ok((judgement, made_at))
        }
        Err(problems) => {
            for (field, problem) in problems {
                faults.refuse(field, problem.into());
            }
            faults.settled(None)
        }
    }
}

/// Keeps what stands on a paper reply about an interest.
pub fn record_paper_interest(
    open: &mut Open,
    round: RoundId,
    member: MemberId,
    application: ApplicationId,
    answer: &TypedAnswer,
) -> Result<Changed<()>> {
    open.member().permit(Act::RunReviews)?;
    let facts = open.register().read(|tx| Facts::read(tx, round))?;
    if facts.reviewer(member.0)?.medium == Medium::Pack {
        return Err(Error::WrongState);
    }
    if !facts.has(application.0) {
        return Err(Error::NotFound);
    }
    let said = interest::on_paper(open, member, application, answer)?;
    let changed = open.change_register(|tx| {
        interest::bring_in_paper(tx, &said)?;
        let opened = open_if_all_in(tx, round)?;
        let payload = json!({ "member": member.0, "application": application.0, "on_paper": true, "opened": opened });
        Ok(((), Event { kind: "paperInterestRecorded", subject: Some(round.0), payload, touched: TOUCHED, signed: true }))
    })?;
    open.read_cases_again(&facts.applications.iter().copied().collect::<HashSet<_>>().into_iter().collect::<Vec<_>>())?;
    Ok(changed)
}
