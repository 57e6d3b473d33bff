//! The decision letter for the printer: to whom, what was decided, and what comes next.

use super::words::{lines, long_date};
use super::{Desk, DocumentKind};
use crate::case::Decision;
use crate::meeting::Stage;
use crate::sitting::replay;
use crate::{Case, Error, GrantCase, Result, grant, issue};
use chrono::NaiveDate;
use documents::view::{DecidedBy, DecisionLetterView, LetterView, OfferView, Outcome as Told};
use domain::application::CoverSheet;
use domain::date::{feedback_due, written};
use domain::decision::{Body, Outcome};
use domain::id::MeetingId;
use domain::meeting::MeetingKind;
use store::Which;
use uuid::Uuid;

/// Whose letter it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    /// Of whoever prints it now.
    Own,
    /// Of whoever sent it, as far as it was sent.
    Sent,
}

/// In whose name a letter is, and of which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signed {
    by: Uuid,
    on: NaiveDate,
}

impl Signed {
    /// In the name of the member at the register.
    pub(super) fn own(desk: &Desk<'_>, on: NaiveDate) -> Self {
        Self { by: desk.open.member().id.0, on }
    }
}

impl Hand {
    /// Who signs a letter, and its day. `since` is the day of what it tells, `by` the day on which the group knew of it. The letter
    /// that went out is the last that was printed by then; or else the first after it, of what was told by phone.
    pub(super) fn of(self, desk: &Desk<'_>, case: &Case, kind: DocumentKind, since: NaiveDate, by: NaiveDate) -> Result<Signed> {
        let printed = if self == Self::Sent { issue::issued(desk.open, case.id(), kind)? } else { Vec::new() };
        let (before, after): (Vec<_>, Vec<_>) = printed.into_iter().filter(|(on, _)| *on >= since).partition(|(on, _)| *on <= by);
        let sent = before.last().or(after.first());
        Ok(sent.map_or_else(|| Signed::own(desk, by), |(on, member)| Signed { by: *member, on: by.min(*on) }))
    }
}

/// The letter about the latest decision; nothing when there is none, or none this member may read.
pub(super) fn view(desk: &Desk<'_>, case: &Case, hand: Hand) -> Result<Option<DecisionLetterView>> {
    // The words of a decision are sealed as the application is.
    let Some(decision) = case.decisions.last().filter(|decision| decision.words.is_some()) else { return Ok(None) };
    let day = decision.told.as_ref().map_or_else(|| desk.open.today(), |(on, ..)| *on);
    let signed = hand.of(desk, case, DocumentKind::DecisionLetter(case.id()), decision.decided_on, day)?;
    let told = match &decision.outcome {
        Outcome::Deferred { .. } => Beside { next_meeting: next_meeting(desk, decision, signed.on)?, why_less: Vec::new() },
        Outcome::ApprovedInPart { .. } => Beside { next_meeting: None, why_less: why_less(desk, decision)? },
        Outcome::Approved { .. } | Outcome::Declined { .. } => Beside::default(),
    };
    Ok(written_out(desk, case, decision, signed, told))
}

/// What a letter says that does not stand in the decision itself.
#[derive(Default)]
struct Beside {
    /// The day of the next meeting.
    next_meeting: Option<String>,
    /// Why it is less than what was asked for.
    why_less: Vec<String>,
}

fn written_out(desk: &Desk<'_>, case: &Case, decision: &Decision, signed: Signed, beside: Beside) -> Option<DecisionLetterView> {
    let LetterView { sender, date, recipient, greeting, group, reference, signed_by, role, .. } = head(desk, case, signed)?;
    let (decided, outcome) = (decided(decision), told(desk, case, decision, beside)?);
    let project =
        summary(case).map_or_else(|| desk.labels.project_unnamed.clone(), |name| desk.labels.project_named.replace("{name}", name));
    Some(DecisionLetterView { sender, date, decided, recipient, greeting, group, reference, project, outcome, signed_by, role })
}

/// What every letter to a group begins and ends with; nothing when there is no application this member may read. A letter has
/// the day of what it tells, so that a copy made later is the same letter.
pub(super) fn head(desk: &Desk<'_>, case: &Case, signed: Signed) -> Option<LetterView> {
    let cover = &case.content()?.cover;
    let (labels, role) = (&desk.labels, desk.open.role_of(signed.by)?);
    let contact = cover.contacts.iter().map(|contact| contact.name.trim()).find(|name| !name.is_empty());
    let purpose = grant::purpose(case).map(|purpose| purpose.trim().trim_end_matches('.')).filter(|purpose| !purpose.is_empty());
    Some(LetterView {
        sender: desk.sender(),
        date: written(signed.on),
        recipient: recipient(contact, cover),
        greeting: contact.map_or_else(|| labels.greeting_unnamed.clone(), |name| labels.greeting.replace("{name}", name)),
        group: cover.group_name.clone(),
        reference: case.reference().unwrap_or_default(),
        project: purpose.unwrap_or(&labels.project_unnamed).to_owned(),
        amount: case.grant.as_ref().map(|granted| granted.grant.amount.to_string()).unwrap_or_default(),
        signed_by: desk.open.name_of(signed.by).to_owned(),
        role: labels.signing.replace("{role}", labels.role(role)).replace("{body}", &desk.body()),
    })
}

/// What the group calls its project, without the full stop.
fn summary(case: &Case) -> Option<&str> {
    case.content().map(|content| content.cover.summary.trim().trim_end_matches('.')).filter(|summary| !summary.is_empty())
}

fn recipient(contact: Option<&str>, cover: &CoverSheet) -> Vec<String> {
    let mut to: Vec<String> = contact.map(str::to_owned).into_iter().collect();
    to.push(cover.group_name.clone());
    to.extend(lines(&cover.address));
    to.extend(lines(&cover.postcode));
    to
}

/// The day of the meeting to which a deferral goes: the next one, after the day of the letter, of the body that deferred it.
fn next_meeting(desk: &Desk<'_>, decision: &Decision, written_on: NaiveDate) -> Result<Option<String>> {
    let kind = if decision.body == Body::SubGroup { MeetingKind::SubGroup } else { MeetingKind::Partnership };
    let after = written_on.max(decision.decided_on);
    let meetings = crate::meeting::list(desk.open)?;
    let held = meetings.past.iter().chain(&meetings.coming).filter(|line| line.kind == kind && line.stage != Stage::CalledOff);
    Ok(held.map(|line| line.on).filter(|on| *on > after).min().map(long_date))
}

/// The reason that the meeting gave for a part, if it was recorded at a meeting.
fn why_less(desk: &Desk<'_>, decision: &Decision) -> Result<Vec<String>> {
    let (id, held_on) = (decision.id.0, decision.decided_on);
    let found = desk.open.register().read(|tx| {
        for row in tx.meetings(Which::All)?.into_iter().filter(|row| row.held_on == held_on) {
            let made = tx.meeting_decisions(row.meeting_id)?.into_iter().find(|made| made.decision_id == id);
            if let Some(made) = made {
                return Ok::<_, Error>(Some((MeetingId(row.meeting_id), made.entry_id)));
            }
        }
        Ok(None)
    })?;
    let Some((meeting, entry)) = found else { return Ok(Vec::new()) };
    let record = replay(desk.open, meeting)?;
    let reason = record.grants().find(|(event, ..)| event.id.0 == entry).map(|(.., grant)| lines(&grant.reason));
    Ok(reason.unwrap_or_default())
}

fn decided(decision: &Decision) -> DecidedBy {
    let day = written(decision.decided_on);
    match decision.body {
        Body::Partnership => DecidedBy::Meeting(day),
        Body::SubGroup => DecidedBy::SubGroup(day),
        Body::EmailVote => DecidedBy::Email(day),
    }
}

fn told(desk: &Desk<'_>, case: &Case, decision: &Decision, beside: Beside) -> Option<Told> {
    Some(match &decision.outcome {
        Outcome::Approved { .. } => Told::Offer(offer(desk, decision, case.grant.as_ref()?, None)),
        Outcome::ApprovedInPart { purpose, .. } => Told::PartOffer {
            asked: case.asked().unwrap_or_default().to_string(),
            reasons: beside.why_less,
            offer: offer(desk, decision, case.grant.as_ref()?, Some(purpose)),
        },
        Outcome::Deferred { missing } => Told::Deferred { missing: lines(missing), by: None, next_meeting: beside.next_meeting },
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
        return_by: granted.grant.return_by.map(long_date),
        // What was offered stands: a later end has a letter of its own.
        end_of_funding: long_date(granted.grant.first_ends_on),
        feedback_due: long_date(feedback_due(granted.grant.first_ends_on)),
    }
}
