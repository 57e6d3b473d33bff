//! What an application says: as it was typed, and as it was received.

use crate::{
    Money,
    date::TypedDate,
    id::{CostLineId, PriorityId},
};
use chrono::NaiveDate;

/// Who applies, by kind. Asked on the cover sheet; the plan says only "local groups" (§4.3, 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupKind {
    /// Has a constitution or set of rules.
    Constituted,
    /// Neighbours or friends without one.
    Informal,
    /// A registered charity or company.
    Registered,
    /// One person.
    Person,
    /// The paper does not say.
    NotSaid,
}

impl GroupKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Constituted, Self::Informal, Self::Registered, Self::Person, Self::NotSaid];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Constituted => "constituted",
            Self::Informal => "informal",
            Self::Registered => "registered",
            Self::Person => "person",
            Self::NotSaid => "not-said",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The age groups asked for in question 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AgeGroup {
    /// 0 to 4.
    Under5,
    /// 5 to 10.
    From5To10,
    /// 11 to 17.
    From11To17,
    /// 18 to 24.
    From18To24,
    /// 25 to 64.
    From25To64,
    /// 65 and over.
    From65,
}

impl AgeGroup {
    /// Every age group, youngest first.
    pub const ALL: [Self; 6] = [Self::Under5, Self::From5To10, Self::From11To17, Self::From18To24, Self::From25To64, Self::From65];

    /// The word in the register, which is also how it is printed: `5-10`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Under5 => "0-4",
            Self::From5To10 => "5-10",
            Self::From11To17 => "11-17",
            Self::From18To24 => "18-24",
            Self::From25To64 => "25-64",
            Self::From65 => "65+",
        }
    }

    /// The age group of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|age| age.code() == code)
    }
}

/// Somebody to speak to in the group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their place in the group, such as treasurer.
    pub position: String,
    /// A telephone number, as on the paper.
    pub phone: String,
    /// An e-mail address, as on the paper.
    pub email: String,
}

impl Contact {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.position, &self.phone, &self.email].iter().all(|part| part.trim().is_empty())
    }
}

/// What the printed form does not ask and the office needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverSheet {
    /// The group's name as on its account.
    pub group_name: String,
    /// What kind of group.
    pub group_kind: Option<GroupKind>,
    /// In one line, what the money is for.
    pub summary: String,
    /// First and second contact.
    pub contacts: Vec<Contact>,
    /// The address, lines parted by line ends.
    pub address: String,
    /// The postcode.
    pub postcode: String,
    /// How the group heard of the fund.
    pub heard_how: String,
    /// Who is paid when it is not the group itself; empty otherwise.
    pub payee_name: String,
}

/// The words of one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What the paper says.
    pub text: String,
    /// The question was left blank on the paper, which is an answer.
    pub left_blank: bool,
}

impl Answer {
    /// Whether the question is dealt with: answered, or left blank on the paper.
    pub fn is_settled(&self) -> bool {
        self.left_blank || !self.text.trim().is_empty()
    }
}

/// A cost as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedCostLine {
    /// Its id, which receipts will name.
    pub id: CostLineId,
    /// What it is for.
    pub what: String,
    /// The cost, as typed.
    pub amount: String,
}

/// The numbers of question 2, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPeople {
    /// How many of each age group.
    pub by_age: Vec<(AgeGroup, String)>,
    /// How many in all.
    pub total: String,
    /// How many of them from the Big Local area.
    pub from_area: String,
}

/// An application exactly as it stands on the screen, right or not. This is what is saved as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedApplication {
    /// The cover sheet.
    pub cover: CoverSheet,
    /// When the paper arrived.
    pub received_on: TypedDate,
    /// The priorities ticked in question 1.
    pub priorities: Vec<PriorityId>,
    /// The numbers of question 2.
    pub people: TypedPeople,
    /// The cost lines of question 3.
    pub costs: Vec<TypedCostLine>,
    /// The total asked for in question 3, as the paper says.
    pub asked: String,
    /// The words of questions 1 to 7, in order.
    pub answers: [Answer; 7],
}

/// One cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostLine {
    /// Its id.
    pub id: CostLineId,
    /// What it is for.
    pub what: String,
    /// What it costs.
    pub amount: Money,
}

/// An application as it was received: every date and amount is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationContent {
    /// The cover sheet.
    pub cover: CoverSheet,
    /// When the paper arrived.
    pub received_on: NaiveDate,
    /// The priorities ticked.
    pub priorities: Vec<PriorityId>,
    /// How many of each age group, where the paper says.
    pub by_age: Vec<(AgeGroup, u32)>,
    /// How many people in all.
    pub people: Option<u32>,
    /// How many of them from the area.
    pub people_from_area: Option<u32>,
    /// The cost lines.
    pub costs: Vec<CostLine>,
    /// The total asked for on the paper, if it says one.
    pub asked: Option<Money>,
    /// The words of questions 1 to 7.
    pub answers: [Answer; 7],
}

impl ApplicationContent {
    /// What the cost lines add up to.
    pub fn cost_total(&self) -> Money {
        self.costs.iter().map(|line| line.amount).sum()
    }

    /// What the group asks for: the total on the paper, or the sum of its costs where the total was left out.
    pub fn asked_or_sum(&self) -> Money {
        self.asked.unwrap_or_else(|| self.cost_total())
    }

    /// The content on the screen again, to be corrected.
    pub fn typed(&self) -> TypedApplication {
        let number = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
        TypedApplication {
            cover: self.cover.clone(),
            received_on: TypedDate::from_date(self.received_on),
            priorities: self.priorities.clone(),
            people: TypedPeople {
                by_age: self.by_age.iter().map(|(age, count)| (*age, count.to_string())).collect(),
                total: number(self.people),
                from_area: number(self.people_from_area),
            },
            costs: self
                .costs
                .iter()
                .map(|line| TypedCostLine { id: line.id, what: line.what.clone(), amount: plain(line.amount) })
                .collect(),
            asked: self.asked.map(plain).unwrap_or_default(),
            answers: self.answers.clone(),
        }
    }
}

fn plain(amount: Money) -> String {
    amount.to_string().replace('£', "")
}
