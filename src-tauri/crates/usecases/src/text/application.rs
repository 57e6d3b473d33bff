//! An application as JSON: typed, and received.

use super::VersionText;
use chrono::NaiveDate;
use domain::Money;
use domain::application::{
    AgeGroup, Answer, ApplicationContent, Contact, CostLine, CoverSheet, GroupKind, TypedApplication, TypedCostLine, TypedPeople,
};
use domain::date::TypedDate;
use serde::{Deserialize, Serialize};
use serde_json::Error;
use uuid::Uuid;

#[derive(Default, Serialize, Deserialize)]
struct CoverShape {
    group_name: String,
    group_kind: Option<String>,
    summary: String,
    contacts: Vec<[String; 4]>,
    address: String,
    postcode: String,
    heard_how: String,
    payee_name: String,
}

#[derive(Serialize, Deserialize)]
struct AnswerShape {
    text: String,
    left_blank: bool,
}

#[derive(Serialize, Deserialize)]
struct TypedShape {
    cover: CoverShape,
    received_on: [String; 3],
    priorities: Vec<Uuid>,
    by_age: Vec<(String, String)>,
    people: String,
    people_from_area: String,
    costs: Vec<(Uuid, String, String)>,
    asked: String,
    answers: Vec<AnswerShape>,
}

#[derive(Serialize, Deserialize)]
struct VersionShape {
    cover: CoverShape,
    received_on: NaiveDateText,
    priorities: Vec<Uuid>,
    by_age: Vec<(String, u32)>,
    people: Option<u32>,
    people_from_area: Option<u32>,
    costs: Vec<(Uuid, String, i64)>,
    asked_pence: Option<i64>,
    answers: Vec<AnswerShape>,
    reason: Option<String>,
}

/// A date as `2023-01-17`.
#[derive(Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct NaiveDateText(NaiveDate);

impl TryFrom<String> for NaiveDateText {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, chrono::ParseError> {
        text.parse().map(Self)
    }
}

impl From<NaiveDateText> for String {
    fn from(date: NaiveDateText) -> Self {
        date.0.to_string()
    }
}

impl Clone for NaiveDateText {
    fn clone(&self) -> Self {
        Self(self.0)
    }
}

/// What is typed, as JSON.
pub(crate) fn from_typed(typed: &TypedApplication) -> Result<String, Error> {
    serde_json::to_string(&TypedShape {
        cover: cover_out(&typed.cover),
        received_on: [typed.received_on.day.clone(), typed.received_on.month.clone(), typed.received_on.year.clone()],
        priorities: typed.priorities.iter().map(|id| id.0).collect(),
        by_age: typed.people.by_age.iter().map(|(age, count)| (age.code().to_owned(), count.clone())).collect(),
        people: typed.people.total.clone(),
        people_from_area: typed.people.from_area.clone(),
        costs: typed.costs.iter().map(|line| (line.id.0, line.what.clone(), line.amount.clone())).collect(),
        asked: typed.asked.clone(),
        answers: answers_out(&typed.answers),
    })
}

/// What is typed, from JSON.
pub(crate) fn to_typed(json: &str) -> Result<TypedApplication, Error> {
    let shape: TypedShape = serde_json::from_str(json)?;
    let [day, month, year] = shape.received_on;
    Ok(TypedApplication {
        cover: cover_in(shape.cover),
        received_on: TypedDate { day, month, year },
        priorities: shape.priorities.into_iter().map(Into::into).collect(),
        people: TypedPeople { by_age: ages(shape.by_age), total: shape.people, from_area: shape.people_from_area },
        costs: shape.costs.into_iter().map(|(id, what, amount)| TypedCostLine { id: id.into(), what, amount }).collect(),
        asked: shape.asked,
        answers: answers_in(shape.answers),
    })
}

/// A version, as JSON.
pub(super) fn version_to_json(version: &VersionText) -> Result<String, Error> {
    let content = &version.content;
    serde_json::to_string(&VersionShape {
        cover: cover_out(&content.cover),
        received_on: NaiveDateText(content.received_on),
        priorities: content.priorities.iter().map(|id| id.0).collect(),
        by_age: content.by_age.iter().map(|(age, count)| (age.code().to_owned(), *count)).collect(),
        people: content.people,
        people_from_area: content.people_from_area,
        costs: content.costs.iter().map(|line| (line.id.0, line.what.clone(), line.amount.pence())).collect(),
        asked_pence: content.asked.map(Money::pence),
        answers: answers_out(&content.answers),
        reason: version.reason.clone(),
    })
}

/// A version, from JSON.
pub(super) fn version_from_json(json: &str) -> Result<VersionText, Error> {
    let shape: VersionShape = serde_json::from_str(json)?;
    Ok(VersionText {
        content: ApplicationContent {
            cover: cover_in(shape.cover),
            received_on: shape.received_on.0,
            priorities: shape.priorities.into_iter().map(Into::into).collect(),
            by_age: ages(shape.by_age),
            people: shape.people,
            people_from_area: shape.people_from_area,
            costs: shape
                .costs
                .into_iter()
                .map(|(id, what, pence)| CostLine { id: id.into(), what, amount: Money::from_pence(pence) })
                .collect(),
            asked: shape.asked_pence.map(Money::from_pence),
            answers: answers_in(shape.answers),
        },
        reason: shape.reason,
    })
}

/// The age groups this program knows; others are left out.
pub(super) fn ages<T>(by_age: Vec<(String, T)>) -> Vec<(AgeGroup, T)> {
    by_age.into_iter().filter_map(|(age, count)| Some((AgeGroup::from_code(&age)?, count))).collect()
}

fn cover_out(cover: &CoverSheet) -> CoverShape {
    CoverShape {
        group_name: cover.group_name.clone(),
        group_kind: cover.group_kind.map(|kind| kind.code().to_owned()),
        summary: cover.summary.clone(),
        contacts: cover.contacts.iter().map(|c| [c.name.clone(), c.position.clone(), c.phone.clone(), c.email.clone()]).collect(),
        address: cover.address.clone(),
        postcode: cover.postcode.clone(),
        heard_how: cover.heard_how.clone(),
        payee_name: cover.payee_name.clone(),
    }
}

fn cover_in(shape: CoverShape) -> CoverSheet {
    CoverSheet {
        group_name: shape.group_name,
        group_kind: shape.group_kind.as_deref().and_then(GroupKind::from_code),
        summary: shape.summary,
        contacts: shape.contacts.into_iter().map(|[name, position, phone, email]| Contact { name, position, phone, email }).collect(),
        address: shape.address,
        postcode: shape.postcode,
        heard_how: shape.heard_how,
        payee_name: shape.payee_name,
    }
}

fn answers_out(answers: &[Answer; 7]) -> Vec<AnswerShape> {
    answers.iter().map(|answer| AnswerShape { text: answer.text.clone(), left_blank: answer.left_blank }).collect()
}

fn answers_in(shapes: Vec<AnswerShape>) -> [Answer; 7] {
    let mut answers: [Answer; 7] = Default::default();
    for (answer, shape) in answers.iter_mut().zip(shapes) {
        *answer = Answer { text: shape.text, left_blank: shape.left_blank };
    }
    answers
}
