//! What stands in an application of the matrix: its own words, in every field that takes words.

use super::{Marked, State};
use domain::Money;
use domain::application::{AgeGroup, Answer, Contact, GroupKind, TypedApplication, TypedCostLine};
use domain::date::TypedDate;
use domain::decision::{Body, Instalment, NewDecision, Outcome, Terms};
use domain::review::TypedJudgement;
use usecases::Open;
use usecases::application::NewFile;

/// Two words that stand in one application alone. Neither is a part of another, of any name, or of any wording.
pub(super) fn markers(number: usize) -> (String, String) {
    let letter = |place: usize| char::from(b'a' + u8::try_from(number / place % 26).unwrap());
    let own: String = [letter(26), letter(1)].into_iter().collect();
    (format!("Zquor{own}blun"), format!("Zxtal{own}vrek"))
}

/// What the application asks for: an amount of its own.
pub(super) fn asked(number: usize) -> Money {
    Money::from_pence(20_037 + 111 * i64::try_from(number).unwrap())
}

impl Marked {
    /// The form, filled in to its last field.
    pub(super) fn typed(&self, open: &Open, asked: Money) -> TypedApplication {
        let Self { cover, inner, .. } = self;
        let mut typed = TypedApplication { received_on: TypedDate::from_date(open.today()), ..TypedApplication::default() };
        typed.cover.group_name = format!("{cover} Club");
        typed.cover.group_kind = Some(GroupKind::Constituted);
        typed.cover.summary = format!("a {cover} for all");
        typed.cover.contacts = ["first", "second"]
            .map(|which| Contact {
                name: format!("Pat {cover} the {which}"),
                position: format!("{cover} keeper"),
                phone: format!("01632 960 100 {inner}"),
                email: format!("{which}@{inner}.example"),
            })
            .to_vec();
        typed.cover.address = format!("1 {cover} Walk\nAllenton");
        typed.cover.postcode = format!("DE24 {cover}");
        typed.cover.heard_how = format!("from {inner}");
        typed.cover.payee_name = format!("{cover} Trust");
        typed.priorities = open.plan().priorities.iter().take(1).map(|priority| priority.id).collect();
        typed.people.by_age = vec![(AgeGroup::From25To64, "12".into())];
        typed.people.total = "12".into();
        typed.people.from_area = "10".into();
        let id = open.register().surroundings().new_id().into();
        let amount = asked.to_string().replace('£', "");
        typed.costs = vec![TypedCostLine { id, what: format!("Hire of a {inner}"), amount: amount.clone() }];
        typed.asked = amount;
        for answer in &mut typed.answers {
            *answer = Answer { text: format!("We need {inner} and we thank you for {inner}."), left_blank: false };
        }
        typed
    }

    /// A file with the words in its name and its bytes.
    pub(super) fn file(&self) -> NewFile {
        let Self { cover, inner, .. } = self;
        NewFile { name: format!("{inner}.pdf"), bytes: format!("%PDF-1.7 {cover} {inner}").into_bytes() }
    }

    /// How somebody's interest arises.
    pub(super) fn tie(&self) -> String {
        format!("My sister runs {}", self.inner)
    }

    /// What a reviewer says of it.
    pub(super) fn judgement(&self) -> TypedJudgement {
        let words = format!("I like {} here", self.inner);
        TypedJudgement {
            good: words.clone(),
            worries: words.clone(),
            comments: std::array::from_fn(|_| words.clone()),
            questions: format!("{words}?"),
            recommendation: "fund-in-full".into(),
            ..TypedJudgement::default()
        }
    }

    /// What was decided about it, in the state it comes to.
    pub(super) fn decision(&self, open: &Open, asked: Money) -> NewDecision {
        let Self { inner, state, .. } = self;
        let words = || format!("Because of {inner}.");
        let part = Money::from_pence(asked.pence() - 5_000);
        let outcome = match state {
            State::Deferred | State::DeferredTold => Outcome::Deferred { missing: words() },
            State::Declined => Outcome::Declined { reasons: words() },
            State::InPart => Outcome::ApprovedInPart { amount: part, purpose: words() },
            _ => Outcome::Approved { amount: asked },
        };
        let today = open.today();
        let terms = outcome.amount().map(|amount| {
            let half = Money::from_pence(amount.pence() / 2);
            let rest = Money::from_pence(amount.pence() - half.pence());
            let part = |amount| Instalment { when: format!("when {inner} is ready"), amount };
            Terms { ends_on: today, return_by: None, instalments: vec![part(half), part(rest)] }
        });
        NewDecision {
            outcome,
            decided_on: today,
            body: Body::Partnership,
            decided_by: format!("The meeting at {inner}"),
            conditions: vec![format!("Show us {inner}.")],
            terms,
        }
    }
}
