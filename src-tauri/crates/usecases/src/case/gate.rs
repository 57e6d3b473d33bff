//! The gate before an application under embargo: what a member sees of it until they have said whether they have an
//! interest.

use domain::Money;
use domain::application::{ApplicationContent, CoverSheet, TypedApplication};

/// Enough to know whether one has an interest, and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The group's name.
    pub group_name: String,
    /// What the money is for, in one line.
    pub one_line: String,
    /// What is asked for; none when it cannot be read as an amount yet.
    pub asked: Option<Money>,
    /// The people it names, each with their part as the form says it.
    pub people: Vec<(String, String)>,
    /// Where the group meets, in one line.
    pub meets_at: String,
    /// Who is paid when it is not the group itself.
    pub payee: Option<String>,
}

impl Summary {
    /// Of a version that was received.
    pub(super) fn received(content: &ApplicationContent) -> Self {
        Self::of(&content.cover, Some(content.asked_or_sum()))
    }

    /// Of what is being typed.
    pub(super) fn typed(typed: &TypedApplication) -> Self {
        Self::of(&typed.cover, Money::parse(&typed.asked).ok())
    }

    fn of(cover: &CoverSheet, asked: Option<Money>) -> Self {
        let people = cover.contacts.iter().filter(|contact| !contact.name.trim().is_empty());
        let place = cover.address.lines().chain([cover.postcode.as_str()]).map(str::trim).filter(|line| !line.is_empty());
        Self {
            group_name: cover.group_name.clone(),
            one_line: cover.summary.clone(),
            asked,
            people: people.map(|contact| (contact.position.clone(), contact.name.clone())).collect(),
            meets_at: place.collect::<Vec<_>>().join(", "),
            payee: Some(cover.payee_name.trim().to_owned()).filter(|name| !name.is_empty()),
        }
    }
}
