//! Applications at any stage of their life, with few words.

use crate::TestRegister;
use domain::Money;
use domain::application::{AgeGroup, Answer, Contact, GroupKind, TypedApplication, TypedCostLine};
use domain::date::TypedDate;
use domain::decision::{Body, Figures, NewDecision, Outcome, Terms};
use domain::id::{ApplicationId, GrantId};
use domain::meeting::Way;
use domain::payee::CheckMethod;
use domain::payment::Method;
use domain::signature::Party;
use usecases::grant::{self, NewAccount, NewSignature, TypedFeedback, TypedPayment};
use usecases::{Open, application, decision};

/// How far an application has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Typed in.
    Draft,
    /// Received.
    Received,
    /// Approved; the group does not know yet.
    Approved,
    /// The group was told.
    Told,
    /// Both have signed.
    Signed,
    /// The account is known and was checked.
    Checked,
    /// Paid in full.
    Paid,
    /// The feedback form is in.
    FeedbackIn,
    /// Closed: what has no receipt was let go.
    Closed,
}

impl Stage {
    /// Every stage, in the order of life.
    pub const ALL: [Self; 9] =
        [Self::Draft, Self::Received, Self::Approved, Self::Told, Self::Signed, Self::Checked, Self::Paid, Self::FeedbackIn, Self::Closed];
}

/// What a group wrote, in few words.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The group.
    pub group: String,
    /// One line about the project.
    pub summary: String,
    /// The words of questions 2 to 6.
    pub words: String,
    /// What it asks for, in pounds and pence.
    pub asked: String,
}

impl Paper {
    /// A group that asks for an amount.
    pub fn of(group: &str, asked: &str) -> Self {
        Self {
            group: group.into(),
            summary: format!("the work of {group}"),
            words: format!("What {group} wants to do."),
            asked: asked.into(),
        }
    }

    /// The whole form, typed in: nothing is missing.
    pub fn typed(&self, open: &Open) -> TypedApplication {
        let mut typed = TypedApplication { received_on: TypedDate::from_date(open.today()), ..TypedApplication::default() };
        typed.cover.group_name.clone_from(&self.group);
        typed.cover.group_kind = Some(GroupKind::Informal);
        typed.cover.summary.clone_from(&self.summary);
        typed.cover.address = "1 Sorrel Walk\nAllenton".into();
        typed.cover.contacts =
            vec![Contact { name: "Pat Lindley".into(), position: "Organiser".into(), phone: "01632 960 100".into(), email: String::new() }];
        typed.priorities = open.plan().priorities.iter().take(1).map(|priority| priority.id).collect();
        typed.people.by_age = vec![(AgeGroup::From25To64, "12".into())];
        typed.people.total = "12".into();
        typed.people.from_area = "10".into();
        let id = open.register().surroundings().new_id().into();
        typed.costs = vec![TypedCostLine { id, what: "Things that are needed".into(), amount: self.asked.clone() }];
        typed.asked.clone_from(&self.asked);
        for answer in typed.answers.iter_mut().skip(1).take(5) {
            *answer = Answer { text: self.words.clone(), left_blank: false };
        }
        typed.answers[6].left_blank = true;
        typed
    }

    /// Types the form in and brings it to a stage, all of it today.
    pub fn brought_to(&self, open: &mut Open, stage: Stage) -> ApplicationId {
        let id = application::start(open).unwrap().value;
        let typed = self.typed(open);
        application::save_typing(open, id, 0, &typed).unwrap();
        for next in Stage::ALL.into_iter().skip(1).take_while(|next| *next <= stage) {
            self.advance(open, id, next);
        }
        id
    }

    fn advance(&self, open: &mut Open, id: ApplicationId, stage: Stage) {
        let today = open.today();
        let on = TypedDate::from_date(today);
        match stage {
            Stage::Draft => {}
            Stage::Received => drop(application::receive(open, id).unwrap()),
            Stage::Approved => {
                let new = NewDecision {
                    outcome: Outcome::Approved { amount: Money::parse(&self.asked).unwrap() },
                    decided_on: today,
                    body: Body::Partnership,
                    decided_by: "Partnership meeting".into(),
                    conditions: vec![],
                    terms: Some(Terms { ends_on: today, return_by: None, instalments: vec![] }),
                };
                decision::record(open, id, &new, &figures()).unwrap();
            }
            Stage::Told => drop(decision::issue(open, id, today, "By letter").unwrap()),
            Stage::Signed => {
                for (party, name) in [(Party::Group, "Pat Lindley"), (Party::Partnership, "Marcia Lowe")] {
                    let new = NewSignature { party, name: name.into(), position: String::new(), signed_on: on.clone(), scan: None };
                    grant::record_signature(open, grant_of(open, id), &new).unwrap();
                }
            }
            Stage::Checked => {
                let new = NewAccount { account_name: self.group.clone(), sort_code: "099999".into(), account_number: "00123456".into() };
                grant::record_account(open, grant_of(open, id), &new).unwrap();
                grant::check_account(open, grant_of(open, id), CheckMethod::StatementSeen, &on).unwrap();
            }
            Stage::Paid => {
                let reference = open.case(id).unwrap().reference().unwrap();
                let new = TypedPayment { amount: self.asked.clone(), paid_on: on, reference, method: Method::BankTransfer };
                grant::record_payment(open, grant_of(open, id), &new).unwrap();
            }
            Stage::FeedbackIn => {
                let new = TypedFeedback { received_on: on, how_much: "Twelve people came.".into(), ..TypedFeedback::default() };
                grant::record_feedback(open, grant_of(open, id), &new).unwrap();
            }
            Stage::Closed => drop(grant::close(open, grant_of(open, id), &on, "The receipts were lost in a flood.").unwrap()),
        }
    }
}

/// The figures of a meeting at which enough were there, and all of them agreed.
pub fn figures() -> Figures {
    Figures { members: 13, present: 9, residents: 7, taking_no_part: 0, way: Way::Consensus, chair_chaired: true }
}

fn grant_of(open: &Open, id: ApplicationId) -> GrantId {
    open.case(id).unwrap().grant_id().unwrap()
}

impl TestRegister {
    /// Adds an application of £100.00 and brings it to a stage.
    pub fn add(&mut self, group: &str, stage: Stage) -> ApplicationId {
        Paper::of(group, "100.00").brought_to(&mut self.open, stage)
    }

    /// The grant of an application.
    pub fn grant_of(&self, id: ApplicationId) -> GrantId {
        grant_of(&self.open, id)
    }
}
