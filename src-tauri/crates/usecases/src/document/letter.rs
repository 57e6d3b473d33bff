//! The decision letter for the printer: to whom, what was decided, and what comes next.

use super::Desk;
use super::words::{lines, long_date};
use crate::case::Decision;
use crate::meeting::Stage;
use crate::{Case, GrantCase, Result};
use documents::view::{DecidedBy, DecisionLetterView, OfferView, Outcome as Told};
use domain::application::CoverSheet;
use domain::date::written;
use domain::decision::{Body, Outcome};
use domain::meeting::MeetingKind;

/// The letter about the latest decision; nothing when there is none, or none this member may read.
pub(super) fn view(desk: &Desk<'_>, case: &Case) -> Result<Option<DecisionLetterView>> {
    let Some(decision) = case.decisions.last() else { return Ok(None) };
    let next = next_meeting(desk, decision)?;
    Ok(written_out(desk, case, decision, next))
}

fn written_out(desk: &Desk<'_>, case: &Case, decision: &Decision, next: Option<String>) -> Option<DecisionLetterView> {
    let content = case.content()?;
    // The words of a decision are sealed as the application is.
    decision.words.as_ref()?;
    let (labels, cover) = (&desk.labels, &content.cover);
    let contact = cover.contacts.iter().map(|contact| contact.name.trim()).find(|name| !name.is_empty());
    let summary = cover.summary.trim().trim_end_matches('.');
    let project = if summary.is_empty() { labels.project_unnamed.clone() } else { labels.project_named.replace("{name}", summary) };
    let day = decision.told.as_ref().map_or_else(|| desk.open.today(), |(on, ..)| *on);
    let member = desk.open.member();
    Some(DecisionLetterView {
        sender: desk.sender(),
        date: written(day),
        decided: decided(decision),
        recipient: recipient(contact, cover),
        greeting: contact.map_or_else(|| labels.greeting_unnamed.clone(), |name| labels.greeting.replace("{name}", name)),
        group: cover.group_name.clone(),
        reference: case.reference().unwrap_or_default(),
        project,
        outcome: told(desk, case, decision, next)?,
        signed_by: member.name.clone(),
        role: labels.signing.replace("{role}", labels.role(member.role)).replace("{body}", &desk.body()),
    })
}

fn recipient(contact: Option<&str>, cover: &CoverSheet) -> Vec<String> {
    let mut to: Vec<String> = contact.map(str::to_owned).into_iter().collect();
    to.push(cover.group_name.clone());
    to.extend(lines(&cover.address));
    to.extend(lines(&cover.postcode));
    to
}

/// The day of the meeting to which a deferral goes: the next one planned of the body that deferred it.
fn next_meeting(desk: &Desk<'_>, decision: &Decision) -> Result<Option<String>> {
    let kind = if decision.body == Body::SubGroup { MeetingKind::SubGroup } else { MeetingKind::Partnership };
    let after = desk.open.today().max(decision.decided_on);
    let coming = crate::meeting::list(desk.open)?.coming;
    let next = coming.iter().find(|line| line.kind == kind && line.stage == Stage::Planned && line.on > after);
    Ok(next.map(|line| long_date(line.on)))
}

fn decided(decision: &Decision) -> DecidedBy {
    let day = written(decision.decided_on);
    match decision.body {
        Body::Partnership => DecidedBy::Meeting(day),
        Body::SubGroup => DecidedBy::SubGroup(day),
        Body::EmailVote => DecidedBy::Email(day),
    }
}

fn told(desk: &Desk<'_>, case: &Case, decision: &Decision, next_meeting: Option<String>) -> Option<Told> {
    Some(match &decision.outcome {
        Outcome::Approved { .. } => Told::Offer(offer(desk, decision, case.grant.as_ref()?, None)),
        Outcome::ApprovedInPart { purpose, .. } => Told::PartOffer {
            asked: case.asked().unwrap_or_default().to_string(),
            reasons: Vec::new(),
            offer: offer(desk, decision, case.grant.as_ref()?, Some(purpose)),
        },
        Outcome::Deferred { missing } => Told::Deferred { missing: lines(missing), by: None, next_meeting },
        Outcome::Declined { reasons } => Told::Declined { reasons: lines(reasons) },
    })
}

fn offer(desk: &Desk<'_>, decision: &Decision, granted: &GrantCase, purpose: Option<&str>) -> OfferView {
    let labels = &desk.labels;
    let mut conditions: Vec<String> = purpose.map(|purpose| labels.part_purpose.replace("{purpose}", purpose)).into_iter().collect();
    conditions.extend(decision.words.iter().flat_map(|words| words.conditions.iter().cloned()));
    OfferView {
        amount: granted.grant.amount.to_string(),
        conditions,
        return_by: granted.grant.return_by.map_or_else(|| labels.no_return_by.clone(), long_date),
        end_of_funding: long_date(granted.grant.ends_on()),
        feedback_due: long_date(granted.grant.feedback_due()),
    }
}
