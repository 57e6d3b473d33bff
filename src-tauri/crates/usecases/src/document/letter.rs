//! The decision letter for the printer: to whom, what was decided, and what comes next.

use super::Desk;
use super::words::{lines, long_date};
use crate::case::Decision;
use crate::meeting::Stage;
use crate::sitting::replay;
use crate::{Case, Error, GrantCase, Result, grant};
use chrono::NaiveDate;
use documents::view::{DecidedBy, DecisionLetterView, LetterView, OfferView, Outcome as Told};
use domain::application::CoverSheet;
use domain::date::written;
use domain::decision::{Body, Outcome};
use domain::id::MeetingId;
use domain::meeting::MeetingKind;
use store::Which;

/// The letter about the latest decision; nothing when there is none, or none this member may read.
pub(super) fn view(desk: &Desk<'_>, case: &Case) -> Result<Option<DecisionLetterView>> {
    let Some(decision) = case.decisions.last() else { return Ok(None) };
    let told = match &decision.outcome {
        Outcome::Deferred { .. } => Beside { next_meeting: next_meeting(desk, decision)?, why_less: Vec::new() },
        Outcome::ApprovedInPart { .. } => Beside { next_meeting: None, why_less: why_less(desk, decision)? },
        Outcome::Approved { .. } | Outcome::Declined { .. } => Beside::default(),
    };
    Ok(written_out(desk, case, decision, told))
}

/// What a letter says that does not stand in the decision itself.
#[derive(Default)]
struct Beside {
    /// The day of the next meeting.
    next_meeting: Option<String>,
    /// Why it is less than what was asked for.
    why_less: Vec<String>,
}

fn written_out(desk: &Desk<'_>, case: &Case, decision: &Decision, beside: Beside) -> Option<DecisionLetterView> {
    // The words of a decision are sealed as the application is.
    decision.words.as_ref()?;
    let day = decision.told.as_ref().map_or_else(|| desk.open.today(), |(on, ..)| *on);
    let LetterView { sender, date, recipient, greeting, group, reference, signed_by, role, .. } = head(desk, case, day)?;
    let (decided, outcome) = (decided(decision), told(desk, case, decision, beside)?);
    let project =
        summary(case).map_or_else(|| desk.labels.project_unnamed.clone(), |name| desk.labels.project_named.replace("{name}", name));
    Some(DecisionLetterView { sender, date, decided, recipient, greeting, group, reference, project, outcome, signed_by, role })
}

/// What every letter to a group begins and ends with; nothing when there is no application this member may read. A letter has
/// the day of what it tells, so that a copy made later is the same letter.
pub(super) fn head(desk: &Desk<'_>, case: &Case, day: NaiveDate) -> Option<LetterView> {
    let cover = &case.content()?.cover;
    let (labels, member) = (&desk.labels, desk.open.member());
    let contact = cover.contacts.iter().map(|contact| contact.name.trim()).find(|name| !name.is_empty());
    let purpose = grant::purpose(case).map(|purpose| purpose.trim().trim_end_matches('.')).filter(|purpose| !purpose.is_empty());
    Some(LetterView {
        sender: desk.sender(),
        date: written(day),
        recipient: recipient(contact, cover),
        greeting: contact.map_or_else(|| labels.greeting_unnamed.clone(), |name| labels.greeting.replace("{name}", name)),
        group: cover.group_name.clone(),
        reference: case.reference().unwrap_or_default(),
        project: purpose.unwrap_or(&labels.project_unnamed).to_owned(),
        amount: case.grant.as_ref().map(|granted| granted.grant.amount.to_string()).unwrap_or_default(),
        signed_by: member.name.clone(),
        role: labels.signing.replace("{role}", labels.role(member.role)).replace("{body}", &desk.body()),
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

/// The day of the meeting to which a deferral goes: the next one planned of the body that deferred it.
fn next_meeting(desk: &Desk<'_>, decision: &Decision) -> Result<Option<String>> {
    let kind = if decision.body == Body::SubGroup { MeetingKind::SubGroup } else { MeetingKind::Partnership };
    let after = desk.open.today().max(decision.decided_on);
    let coming = crate::meeting::list(desk.open)?.coming;
    let next = coming.iter().find(|line| line.kind == kind && line.stage == Stage::Planned && line.on > after);
    Ok(next.map(|line| long_date(line.on)))
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
        end_of_funding: long_date(granted.grant.ends_on()),
        feedback_due: long_date(granted.grant.feedback_due()),
    }
}
