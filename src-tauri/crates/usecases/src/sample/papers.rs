//! Every kind of document, made from the sample partnership: what there is to look at when a document or its words are changed.

use crate::document::{DocumentKind, Size, Version};
use crate::mail::{self, MailKind};
use crate::{Case, Error, GrantCase, Open, Result, meeting, review};
use domain::decision::Outcome;
use domain::id::{GrantId, MeetingId};
use domain::meeting::MeetingKind;
use domain::reminder::Tone;

/// Every kind of document, each from the case of the sample that has most to say, with a name for its file.
fn kinds(open: &Open) -> Result<Vec<(&'static str, DocumentKind)>> {
    use DocumentKind as Kind;
    let granted = |fits: fn(&GrantCase) -> bool| case(open, |case| case.grant.as_ref().is_some_and(fits));
    let paid = granted(|granted| !granted.grant.instalments.is_empty() && granted.grant.paid().is_positive())?;
    let closed = granted(|granted| granted.grant.closed_on.is_some())?;
    let extended = granted(|granted| !granted.extensions.is_empty())?;
    let letter = |outcome: fn(&Outcome) -> bool| {
        let decided = case(open, |case| case.decisions.last().is_some_and(|decision| outcome(&decision.outcome)))?;
        Ok::<_, Error>(Kind::DecisionLetter(decided.id()))
    };
    let (paid_grant, closed_grant) = (grant(paid)?, grant(closed)?);
    let (held, coming) = meetings(open)?;
    let rounds = review::rounds(open)?;
    let round = |stage| rounds.iter().find(|round| round.stage == stage).map(|round| round.id).ok_or(Error::NotFound);
    let (out, opened) = (round(review::round::Stage::Out)?, round(review::round::Stage::Opened)?);
    let readers = review::round(open, out)?.readers;
    let reader = readers.iter().find(|reader| reader.medium != review::Medium::Pack).ok_or(Error::NotFound)?.member_id;
    Ok(vec![
        ("blank form", Kind::BlankForm),
        ("form to fill in", Kind::FillableForm),
        ("application", Kind::Application(paid.id())),
        ("decision letter, offer", Kind::DecisionLetter(paid.id())),
        ("decision letter, part", letter(|outcome| matches!(outcome, Outcome::ApprovedInPart { .. }))?),
        ("decision letter, deferred", letter(|outcome| matches!(outcome, Outcome::Deferred { .. }))?),
        ("decision letter, declined", letter(|outcome| matches!(outcome, Outcome::Declined { .. }))?),
        ("agreement", Kind::Agreement(paid_grant)),
        ("change letter", Kind::ChangeLetter(grant(extended)?)),
        ("reminder, friendly", Kind::Reminder(late(open, Tone::Friendly)?)),
        ("reminder, firm", Kind::Reminder(late(open, Tone::Firm)?)),
        ("feedback form", Kind::FeedbackForm(paid_grant)),
        ("receipt sheet", Kind::ReceiptSheet(paid_grant)),
        ("story consent", Kind::StoryConsent(closed_grant)),
        ("closing letter", Kind::ClosingLetter(closed_grant)),
        ("whole file", Kind::GrantFile(closed.id())),
        ("member agreement", Kind::MemberAgreement(reader)),
        ("booklet", Kind::Booklet(out, reader)),
        ("reply sheets", Kind::ReplySheet(out, reader)),
        ("panel report", Kind::PanelReport(opened)),
        ("meeting notice", Kind::MeetingNotice(coming)),
        ("agenda", Kind::Agenda(coming, Version::Publishable)),
        ("agenda, members", Kind::Agenda(coming, Version::Confidential)),
        ("minutes", Kind::Minutes(held, Version::Publishable)),
        ("minutes, members", Kind::Minutes(held, Version::Confidential)),
        ("decision sheet", Kind::DecisionSheet(held)),
        ("spendometer", Kind::Spendometer(None)),
        ("spend report", Kind::SpendReport(None)),
    ])
}

/// Each of them in both sizes, under the name of its file.
pub fn all(open: &Open) -> Result<Vec<(String, DocumentKind, Size)>> {
    let sizes = [(Size::Standard, ""), (Size::Large, ", large print")];
    let both = |(name, kind): (&str, DocumentKind)| sizes.map(|(size, end)| (format!("{name}{end}.pdf"), kind, size));
    Ok(kinds(open)?.into_iter().flat_map(both).collect())
}

fn case(open: &Open, fits: impl Fn(&Case) -> bool) -> Result<&Case> {
    open.cases().find(|case| fits(case)).ok_or(Error::NotFound)
}

fn grant(case: &Case) -> Result<GrantId> {
    case.grant_id().ok_or(Error::NotFound)
}

/// A grant with a reminder in this tone.
fn late(open: &Open, tone: Tone) -> Result<GrantId> {
    let lines = mail::list(open, MailKind::Reminders, None)?.lines;
    let line = lines.into_iter().find(|line| line.reminder.is_some_and(|(_, found)| found == tone)).ok_or(Error::NotFound)?;
    Ok(GrantId(line.subject))
}

/// The last meeting of the partnership that was held, and the next.
fn meetings(open: &Open) -> Result<(MeetingId, MeetingId)> {
    let all = meeting::list(open)?;
    let first = |lines: &[meeting::MeetingLine]| lines.iter().find(|line| line.kind == MeetingKind::Partnership).map(|line| line.id);
    first(&all.past).zip(first(&all.coming)).ok_or(Error::NotFound)
}
