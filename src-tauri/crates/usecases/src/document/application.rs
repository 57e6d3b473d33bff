//! An application for the printer: the cover sheet, the seven answers, the versions.

use super::Desk;
use super::words::long_date;
use crate::Case;
use documents::view::{AgeLine, AnswerView, ApplicationView, CostLine, Fact, TickView, VersionLine};
use domain::Money;
use domain::application::check::question_settled;
use domain::application::{Contact, QUESTIONS, TypedApplication};
use domain::date::written;
use domain::plan::Priority;

/// What is on the screen; nothing when there is nothing this member may read.
pub(super) fn view(desk: &Desk<'_>, case: &Case) -> Option<ApplicationView> {
    case.on_screen().map(|typed| of(desk, case, &typed))
}

/// What was received last, even while a correction is being typed.
pub(super) fn received(desk: &Desk<'_>, case: &Case) -> Option<ApplicationView> {
    case.content().map(|content| of(desk, case, &content.typed()))
}

fn of(desk: &Desk<'_>, case: &Case, typed: &TypedApplication) -> ApplicationView {
    let labels = &desk.labels;
    let Body { answers, total, asked, all_ages } = body(desk, typed);
    ApplicationView {
        letterhead: desk.open.partnership().to_owned(),
        reference: case.reference().unwrap_or_else(|| labels.draft.clone()),
        group: typed.cover.group_name.clone(),
        cover: cover(desk, case, typed),
        answers,
        total,
        asked,
        all_ages,
        versions: versions(desk, case),
        embargo: case.is_sealed().then(|| labels.embargo.clone()),
    }
}

/// The seven answers and their sums, as every paper prints them.
pub(super) struct Body {
    pub(super) answers: Vec<AnswerView>,
    pub(super) total: String,
    pub(super) asked: String,
    pub(super) all_ages: Option<AgeLine>,
}

/// The seven answers of a form.
pub(super) fn body(desk: &Desk<'_>, typed: &TypedApplication) -> Body {
    let labels = &desk.labels;
    let costs: Vec<CostLine> = typed.costs.iter().map(|line| CostLine { what: line.what.clone(), amount: amount(&line.amount) }).collect();
    let total: Money = typed.costs.iter().filter_map(|line| Money::parse(&line.amount).ok()).sum();
    let ages = ages(desk, typed);
    let all_ages = (!ages.is_empty() || !typed.people.total.trim().is_empty()).then(|| AgeLine {
        age: String::new(),
        people: typed.people.total.clone(),
        from_area: typed.people.from_area.clone(),
    });
    let answers = QUESTIONS
        .iter()
        .zip(&typed.answers)
        .map(|(question, answer)| AnswerView {
            question: question.text.to_owned(),
            ticks: if question.number == 1 { ticks(desk, typed) } else { Vec::new() },
            answer: if question_settled(typed, question.number) { answer.text.clone() } else { labels.not_typed.clone() },
            costs: if question.number == 3 { costs.clone() } else { Vec::new() },
            ages: if question.number == 2 { ages.clone() } else { Vec::new() },
        })
        .collect();
    Body { answers, total: total.to_string(), asked: amount(&typed.asked), all_ages }
}

/// An amount as it is printed, or as it was typed when it is none.
fn amount(typed: &str) -> String {
    Money::parse(typed).map_or_else(|_| typed.to_owned(), |amount| amount.to_string())
}

fn ticks(desk: &Desk<'_>, typed: &TypedApplication) -> Vec<TickView> {
    // Of the plan whose priorities it ticks, or, where it ticks none, of the one in force.
    let ticks = |priority: &Priority| typed.priorities.contains(&priority.id);
    let ticked = desk.open.plans().all().find(|adopted| adopted.plan.priorities.iter().any(ticks));
    let plan = ticked.map_or(desk.open.plan(), |adopted| &adopted.plan);
    plan.priorities
        .iter()
        .map(|priority| TickView { label: priority.name.clone(), ticked: typed.priorities.contains(&priority.id) })
        .collect()
}

/// The numbers of each age, where the paper says any. How many of each come from the area is not asked.
fn ages(desk: &Desk<'_>, typed: &TypedApplication) -> Vec<AgeLine> {
    let given = typed.people.by_age.iter().filter(|(_, count)| !count.trim().is_empty());
    given.map(|(age, count)| AgeLine { age: desk.labels.age(*age).to_owned(), people: count.clone(), from_area: String::new() }).collect()
}

fn cover(desk: &Desk<'_>, case: &Case, typed: &TypedApplication) -> Vec<Fact> {
    let (labels, cover) = (&desk.labels, &typed.cover);
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let mut facts = vec![
        fact(&labels.group_name, cover.group_name.clone()),
        fact(&labels.group_kind, cover.group_kind.map(|kind| labels.kind(kind).to_owned()).unwrap_or_default()),
        fact(&labels.summary, cover.summary.clone()),
    ];
    for (place, contact) in cover.contacts.iter().filter(|contact| !contact.is_empty()).enumerate() {
        let label = [&labels.first_contact, &labels.second_contact].get(place).copied().unwrap_or(&labels.more_contact);
        facts.push(fact(label, contact_lines(contact)));
    }
    let payee = if cover.payee_name.trim().is_empty() { &cover.group_name } else { &cover.payee_name };
    let received = typed.received_on.date().map(|day| labels.on_paper.replace("{date}", &long_date(day))).unwrap_or_default();
    facts.extend([
        fact(&labels.address, [cover.address.as_str(), &cover.postcode].join("\n").trim().to_owned()),
        fact(&labels.payee, payee.clone()),
        fact(&labels.heard, cover.heard_how.clone()),
        fact(&labels.received, received),
        fact(&labels.typed_by, desk.open.name_of(case.row.typed_by).to_owned()),
    ]);
    facts
}

fn contact_lines(contact: &Contact) -> String {
    let who = [contact.name.as_str(), &contact.position].into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ");
    [who.as_str(), &contact.phone, &contact.email].into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

fn versions(desk: &Desk<'_>, case: &Case) -> Vec<VersionLine> {
    let versions = case.versions.iter();
    versions
        .map(|version| VersionLine {
            number: version.version.to_string(),
            when: written(store::london_date(version.received_at)),
            what: version.text.as_ref().and_then(|text| text.reason.clone()).unwrap_or_else(|| desk.labels.first_version.clone()),
        })
        .collect()
}
