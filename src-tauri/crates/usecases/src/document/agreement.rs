//! The agreement and the Grant Feedback form for the printer: what was asked, what was decided, who has signed.

use super::Desk;
use super::words::long_date;
use crate::{Case, GrantCase, grant};
use documents::view::{AgreementView, CostLine, FeedbackFormView, SignatureView, SignedView};
use domain::Money;
use domain::application::ApplicationContent;
use domain::date::{feedback_due, written};
use domain::decision::Outcome;
use domain::grant::Grant;
use domain::signature::Party;

/// The agreement; nothing when there is no grant or no application this member may read.
pub(super) fn agreement(desk: &Desk<'_>, case: &Case) -> Option<AgreementView> {
    let (content, granted) = (case.content()?, case.grant.as_ref()?);
    let (labels, facts) = (&desk.labels, &granted.grant);
    let answer = |place: usize| content.answers.get(place).map(|answer| answer.text.clone()).unwrap_or_default();
    let words = case.decisions.last().and_then(|decision| decision.words.as_ref());
    Some(AgreementView {
        letterhead: desk.open.partnership().to_owned(),
        partnership: desk.body(),
        lto: desk.lto.clone(),
        group: content.cover.group_name.clone(),
        reference: case.reference().unwrap_or_default(),
        amount: facts.amount.to_string(),
        purpose: purpose(case),
        received: written(content.received_on),
        priorities: priorities(desk, content),
        project: answer(1),
        money_for: answer(2),
        benefits: answer(3),
        difference: answer(4),
        money_kept: answer(5),
        anything_else: answer(6),
        costs: costs(desk, case, content, facts.amount),
        total: facts.amount.to_string(),
        conditions: words.map(|words| words.conditions.clone()).unwrap_or_default(),
        instalments: instalments(desk, facts),
        // What was signed stands: a later end has a letter of its own.
        end_of_funding: long_date(facts.first_ends_on),
        feedback_due: long_date(feedback_due(facts.first_ends_on)),
        return_by: facts.return_by.map_or_else(|| labels.no_return_by.clone(), long_date),
        signatures: Party::ALL.map(|party| signature(desk, party, content, granted)).to_vec(),
    })
}

/// When and how much is paid.
pub(super) fn instalments(desk: &Desk<'_>, facts: &Grant) -> Vec<CostLine> {
    if facts.instalments.is_empty() {
        return vec![CostLine { what: desk.labels.one_payment.clone(), amount: facts.amount.to_string() }];
    }
    facts.instalments.iter().map(|part| CostLine { what: part.when.clone(), amount: part.amount.to_string() }).collect()
}

/// The feedback form; nothing when there is no grant or no application this member may read.
pub(super) fn feedback(desk: &Desk<'_>, case: &Case) -> Option<FeedbackFormView> {
    let (content, granted) = (case.content()?, case.grant.as_ref()?);
    Some(FeedbackFormView {
        letterhead: desk.open.partnership().to_owned(),
        reference: case.reference().unwrap_or_default(),
        group: content.cover.group_name.clone(),
        amount: granted.grant.amount.to_string(),
        purpose: purpose(case),
        difference: content.answers.get(4).map(|answer| answer.text.clone()).unwrap_or_default(),
        costs: costs(desk, case, content, granted.grant.amount),
        total: granted.grant.amount.to_string(),
        end_of_funding: long_date(granted.grant.ends_on()),
        due: long_date(granted.grant.feedback_due()),
        contact: desk.where_to(),
    })
}

/// What the grant is for, as a sentence of its own.
pub(super) fn purpose(case: &Case) -> String {
    let purpose = grant::purpose(case).unwrap_or_default();
    let mut letters = purpose.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn priorities(desk: &Desk<'_>, content: &ApplicationContent) -> Vec<String> {
    let ticked = desk.open.plans().priorities().filter(|priority| content.priorities.contains(&priority.id));
    ticked.map(|priority| priority.name.clone()).collect()
}

/// What the grant pays for. The lines always add up to the grant, whatever the paper's own sum was.
pub(super) fn costs(desk: &Desk<'_>, case: &Case, content: &ApplicationContent, granted: Money) -> Vec<CostLine> {
    let part = case.decisions.last().and_then(|decision| match &decision.outcome {
        Outcome::ApprovedInPart { purpose, .. } => Some(purpose.as_str()),
        Outcome::Approved { .. } | Outcome::Deferred { .. } | Outcome::Declined { .. } => None,
    });
    let sum = content.cost_total();
    if let Some(purpose) = part.filter(|_| sum != granted) {
        // The group's own lines are not what was granted, so the words of the decision stand in their place.
        return vec![CostLine { what: purpose.to_owned(), amount: granted.to_string() }];
    }
    let mut lines: Vec<CostLine> =
        content.costs.iter().map(|line| CostLine { what: line.what.clone(), amount: line.amount.to_string() }).collect();
    let rest = granted.minus(sum);
    if rest.is_positive() {
        lines.push(CostLine { what: desk.labels.not_listed.clone(), amount: rest.to_string() });
    } else if !rest.is_zero() {
        lines.push(CostLine { what: desk.labels.from_elsewhere.clone(), amount: rest.to_string() });
    }
    lines
}

fn signature(desk: &Desk<'_>, party: Party, content: &ApplicationContent, granted: &GrantCase) -> SignatureView {
    let labels = &desk.labels;
    let (name, role) = match party {
        Party::Group => (content.cover.group_name.clone(), &labels.position),
        Party::Partnership => (format!("the {}", desk.body()), &labels.chair_or_vice),
    };
    let signed = granted.grant.signatures.iter().find(|signature| signature.party == party);
    let position = signed.map(|signed| signed.position.clone()).filter(|position| !position.trim().is_empty());
    SignatureView {
        party: labels.for_party.replace("{party}", &name),
        role: position.unwrap_or_else(|| role.clone()),
        signed: signed.map(|signed| SignedView {
            how: labels.signed_on_paper.clone(),
            name: signed.name.clone(),
            date: written(signed.signed_on),
        }),
    }
}
