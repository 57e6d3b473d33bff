//! The whole-grant file for the printer: the facts with the feedback, what happened, the money and the files, and then the papers
//! themselves. Reviews are not in it, and of an account it says no more than that there is one.

use super::agreement::purpose;
use super::letter::Hand;
use super::{Desk, agreement, application, change_letter, closing_letter, decided, letter};
use crate::grant::{StoryKind, StoryLine, story};
use crate::{Case, Error, GrantCase, Result};
use documents::Paper;
use documents::view::{Fact, GrantFileView, TimelineView};
use domain::Money;
use domain::date::written;
use domain::payment::Undoing;

/// The file and the papers behind it, in the order of life; nothing before the application was received, or when there is none
/// that this member may read. Its letters are those that went out, by whoever sent them.
pub(super) fn papers(desk: &Desk<'_>, case: &Case) -> Result<Option<(GrantFileView, Vec<Paper>)>> {
    let Some(application) = application::received(desk, case) else { return Ok(None) };
    let labels = &desk.labels;
    let granted = decided(case);
    let change = granted.map(|case| change_letter::view(desk, case, Hand::Sent)).transpose()?.flatten();
    let closing = granted.map(|case| closing_letter::view(desk, case, Hand::Sent)).transpose()?.flatten();
    let parts = [
        (&labels.file_application, Some(Paper::Application(application))),
        (&labels.file_letter, letter::view(desk, case, Hand::Sent)?.map(Paper::DecisionLetter)),
        (&labels.file_agreement, granted.and_then(|case| agreement::agreement(desk, case)).map(Paper::Agreement)),
        (&labels.file_change, change.map(Paper::ChangeLetter)),
        (&labels.file_closing, closing.map(Paper::ClosingLetter)),
    ];
    let (titles, behind) = parts.into_iter().filter_map(|(title, paper)| Some((title.clone(), paper?))).unzip();
    Ok(Some((front(desk, case, titles)?, behind)))
}

fn front(desk: &Desk<'_>, case: &Case, parts: Vec<String>) -> Result<GrantFileView> {
    let (open, labels) = (desk.open, &desk.labels);
    let mut lines = story(open, case);
    lines.reverse();
    let timeline = lines.into_iter().map(|line| told(desk, line)).collect::<Option<_>>().ok_or(Error::NotFound)?;
    let made = labels.file_made.replace("{date}", &written(open.today())).replace("{name}", &open.member().name);
    Ok(GrantFileView {
        letterhead: open.partnership().to_owned(),
        reference: case.reference().unwrap_or_default(),
        group: case.group_name().unwrap_or_default().to_owned(),
        made,
        facts: facts(desk, case),
        timeline,
        payments: case.grant.as_ref().map(|granted| payments(desk, granted)).unwrap_or_default(),
        receipts: case.grant.as_ref().map(|granted| receipts(desk, granted)).unwrap_or_default(),
        files: case.attachments.iter().filter_map(|file| file.name.clone()).collect(),
        parts,
        embargo: case.is_sealed().then(|| labels.embargo.clone()),
    })
}

/// One line of the story. Every kind has its word: a test says so.
fn told(desk: &Desk<'_>, line: StoryLine) -> Option<TimelineView> {
    let mut what = desk.labels.story.get(&line.kind)?.clone();
    if let Some(amount) = line.amount {
        what = format!("{what} {amount}");
    }
    // Its last digits, and the name that a bank knows, are the account's.
    let of_an_account =
        matches!(line.kind, StoryKind::AccountRecorded | StoryKind::AccountChecked | StoryKind::PayeeConfirmed | StoryKind::AccountErased);
    if let Some(text) = line.text.filter(|_| !of_an_account) {
        what = format!("{what}: {text}");
    }
    Some(TimelineView { date: written(line.on), what, who: line.by.unwrap_or_default() })
}

fn facts(desk: &Desk<'_>, case: &Case) -> Vec<Fact> {
    let labels = &desk.labels;
    let grant = case.grant.as_ref().map(|granted| &granted.grant);
    let money = |amount: Option<Money>| amount.filter(|amount| amount.is_positive()).map(|amount| amount.to_string());
    let facts = [
        (&labels.summary, Some(purpose(case))),
        (&labels.file_asked, money(case.asked())),
        (&labels.file_state, labels.states.get(case.state().code()).cloned()),
        (&labels.file_granted, money(grant.map(|grant| grant.amount))),
        (&labels.file_ends, grant.map(|grant| written(grant.ends_on()))),
        (&labels.file_feedback_due, grant.map(|grant| written(grant.feedback_due()))),
        (&labels.file_paid, money(grant.map(domain::grant::Grant::paid))),
        (&labels.file_shown, money(grant.map(domain::grant::Grant::accepted))),
        (&labels.file_sent_back, money(grant.map(domain::grant::Grant::sent_back))),
        (&labels.file_closed, grant.and_then(|grant| grant.closed_on).map(written)),
        (&labels.file_cancelled, grant.and_then(|grant| grant.cancelled_on).map(written)),
    ];
    let facts = facts.into_iter().filter_map(|(label, value)| Some(Fact { label: label.clone(), value: value? }));
    facts.chain(case.grant.iter().flat_map(|granted| feedback(desk, granted))).collect()
}

/// The Grant Feedback form as it was recorded.
fn feedback(desk: &Desk<'_>, granted: &GrantCase) -> Vec<Fact> {
    let Some((_, story, _)) = &granted.feedback else { return Vec::new() };
    let labels = &desk.labels;
    let people = story.people.map(|people| people.to_string()).unwrap_or_default();
    let told = [
        (&labels.file_how_much, &story.how_much),
        (&labels.file_how_well, &story.how_well),
        (&labels.file_difference, &story.difference),
        (&labels.file_heard, &story.who_was_heard),
        (&labels.file_people, &people),
    ];
    let told = told.into_iter().filter(|(_, words)| !words.trim().is_empty());
    told.map(|(label, words)| Fact { label: label.clone(), value: words.clone() }).collect()
}

fn payments(desk: &Desk<'_>, granted: &GrantCase) -> Vec<[String; 3]> {
    let labels = &desk.labels;
    let line = |payment: &domain::payment::Payment| {
        let words = match payment.undone.map(|undone| undone.way) {
            None => payment.reference.clone(),
            Some(Undoing::Returned) => labels.file_returned.replace("{reference}", &payment.reference),
            Some(Undoing::Voided) => labels.file_voided.replace("{reference}", &payment.reference),
        };
        [written(payment.paid_on), words, payment.amount.to_string()]
    };
    granted.grant.payments.iter().map(line).collect()
}

/// What was accepted of each receipt that stands, and what came back, by day.
fn receipts(desk: &Desk<'_>, granted: &GrantCase) -> Vec<[String; 3]> {
    let stand = granted.grant.receipts.iter().filter(|receipt| receipt.voided.is_none());
    let receipts = stand.map(|receipt| (receipt.spent_on, receipt.what.clone(), receipt.accepted));
    let back = granted.sent_back.iter().map(|row| {
        let words = desk.labels.file_came_back.replace("{reference}", &row.value.reference);
        (row.value.sent_back_on, words, row.value.amount)
    });
    let mut lines: Vec<_> = receipts.chain(back).collect();
    lines.sort_by_key(|(on, ..)| *on);
    lines.into_iter().map(|(on, what, amount)| [written(on), what, amount.to_string()]).collect()
}
