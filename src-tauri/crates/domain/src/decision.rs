//! The decision on an application: what may be recorded, and what would not stand.

mod figures;

pub use figures::{FigureProblem, Figures, Members, PaperRefusal, hold};

use crate::{Money, application::ApplicationState};
use chrono::NaiveDate;

/// What was resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As asked.
    Approved {
        /// The amount granted.
        amount: Money,
    },
    /// Less than asked, or for a part of it.
    ApprovedInPart {
        /// The amount granted.
        amount: Money,
        /// What it is for.
        purpose: String,
    },
    /// Not yet.
    Deferred {
        /// What is missing.
        missing: String,
    },
    /// No.
    Declined {
        /// Why: "objective, defendable reasons".
        reasons: String,
    },
}

impl Outcome {
    /// The amount granted, if any.
    pub fn amount(&self) -> Option<Money> {
        match self {
            Self::Approved { amount } | Self::ApprovedInPart { amount, .. } => Some(*amount),
            Self::Deferred { .. } | Self::Declined { .. } => None,
        }
    }
}

/// Which body decided. The plan gives no sub-group power to decide (§8), so it stays a choice of the partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// A meeting of the Partnership Group.
    Partnership,
    /// The Community Chest sub-group.
    SubGroup,
    /// A vote between meetings "where necessary via email" (§8.6).
    EmailVote,
}

impl Body {
    /// Every body.
    pub const ALL: [Self; 3] = [Self::Partnership, Self::SubGroup, Self::EmailVote];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Partnership => "partnership",
            Self::SubGroup => "sub-group",
            Self::EmailVote => "email-vote",
        }
    }

    /// The body of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|body| body.code() == code)
    }
}

/// An agreed part payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// What brings it due, such as "when the agreement is signed".
    pub when: String,
    /// How much.
    pub amount: Money,
}

/// The terms of a grant, set with the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The last day on which the money may be spent.
    pub ends_on: NaiveDate,
    /// When the signed agreement should be back, if a day was set.
    pub return_by: Option<NaiveDate>,
    /// Part payments; one payment of the whole when empty.
    pub instalments: Vec<Instalment>,
}

/// A decision to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDecision {
    /// What was resolved.
    pub outcome: Outcome,
    /// The day.
    pub decided_on: NaiveDate,
    /// Which body.
    pub body: Body,
    /// Who decided, in words: the names or the meeting.
    pub decided_by: String,
    /// Conditions, each a sentence.
    pub conditions: Vec<String>,
    /// The terms, for an approval.
    pub terms: Option<Terms>,
}

/// What the decision is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The application's state.
    pub state: ApplicationState,
    /// When it was received.
    pub received_on: NaiveDate,
    /// What the group asked for, if it said.
    pub asked: Option<Money>,
    /// What is free on the activity's line.
    pub free: Money,
    /// The day.
    pub today: NaiveDate,
}

/// Why a decision cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionError {
    /// It has not been received, is decided already, or was withdrawn.
    #[error("not open for a decision: {state:?}")]
    NotOpen {
        /// Its state.
        state: ApplicationState,
    },
    /// The day is after today.
    #[error("decided in the future")]
    InFuture,
    /// The day is before the paper came.
    #[error("decided before it was received")]
    BeforeReceived {
        /// When it came.
        received_on: NaiveDate,
    },
    /// Nobody is named as having decided.
    #[error("nobody decided")]
    NoDecider,
    /// Nothing is no grant.
    #[error("amount of nothing")]
    AmountNotPositive,
    /// An approval as asked is for what was asked.
    #[error("not the amount asked for")]
    NotAsAsked {
        /// What was asked.
        asked: Money,
    },
    /// More than the group asked for.
    #[error("more than asked")]
    MoreThanAsked {
        /// What was asked.
        asked: Money,
    },
    /// More than is free on the line.
    #[error("more than is free")]
    MoreThanFree {
        /// What is free.
        free: Money,
        /// By how much it is too much.
        over: Money,
    },
    /// An approval in part says what it is for.
    #[error("no purpose")]
    NoPurpose,
    /// A deferral says what is missing.
    #[error("nothing named as missing")]
    NothingMissing,
    /// A refusal gives its reasons.
    #[error("no reasons")]
    NoReasons,
    /// An approval needs the end of funding.
    #[error("no terms")]
    NoTerms,
    /// The funding would end before it starts.
    #[error("ends before the decision")]
    EndsBeforeDecision,
    /// The agreement would be due back before the decision.
    #[error("agreement due before the decision")]
    ReturnByBeforeDecision,
    /// The part payments do not add up to the grant.
    #[error("instalments differ")]
    InstalmentsDiffer {
        /// What they add up to.
        sum: Money,
        /// What was granted.
        amount: Money,
    },
    /// A part payment of nothing.
    #[error("an instalment of nothing")]
    EmptyInstalment,
}

/// Passes when the decision would stand.
pub fn decide(new: &NewDecision, standing: &Standing) -> Result<(), DecisionError> {
    if !standing.state.may_be_decided() {
        return Err(DecisionError::NotOpen { state: standing.state });
    }
    if new.decided_on > standing.today {
        return Err(DecisionError::InFuture);
    }
    if new.decided_on < standing.received_on {
        return Err(DecisionError::BeforeReceived { received_on: standing.received_on });
    }
    if new.decided_by.trim().is_empty() {
        return Err(DecisionError::NoDecider);
    }
    match &new.outcome {
        Outcome::Approved { amount } => {
            if let Some(asked) = standing.asked.filter(|asked| asked != amount && amount.is_positive()) {
                return Err(DecisionError::NotAsAsked { asked });
            }
            grantable(*amount, new, standing)
        }
        Outcome::ApprovedInPart { amount, purpose } => {
            if purpose.trim().is_empty() {
                return Err(DecisionError::NoPurpose);
            }
            if let Some(asked) = standing.asked.filter(|asked| amount > asked) {
                return Err(DecisionError::MoreThanAsked { asked });
            }
            grantable(*amount, new, standing)
        }
        Outcome::Deferred { missing } if missing.trim().is_empty() => Err(DecisionError::NothingMissing),
        Outcome::Declined { reasons } if reasons.trim().is_empty() => Err(DecisionError::NoReasons),
        Outcome::Deferred { .. } | Outcome::Declined { .. } => Ok(()),
    }
}

fn grantable(amount: Money, new: &NewDecision, standing: &Standing) -> Result<(), DecisionError> {
    if !amount.is_positive() {
        return Err(DecisionError::AmountNotPositive);
    }
    if amount > standing.free {
        return Err(DecisionError::MoreThanFree { free: standing.free, over: amount.minus(standing.free) });
    }
    let terms = new.terms.as_ref().ok_or(DecisionError::NoTerms)?;
    if terms.ends_on < new.decided_on {
        return Err(DecisionError::EndsBeforeDecision);
    }
    if terms.return_by.is_some_and(|day| day < new.decided_on) {
        return Err(DecisionError::ReturnByBeforeDecision);
    }
    if terms.instalments.iter().any(|part| !part.amount.is_positive()) {
        return Err(DecisionError::EmptyInstalment);
    }
    let sum: Money = terms.instalments.iter().map(|part| part.amount).sum();
    if !terms.instalments.is_empty() && sum != amount {
        return Err(DecisionError::InstalmentsDiffer { sum, amount });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, 12, day).unwrap()
    }

    fn pounds(pounds: i64) -> Money {
        Money::from_pence(pounds * 100)
    }

    fn standing() -> Standing {
        Standing { state: ApplicationState::Received, received_on: day(1), asked: Some(pounds(300)), free: pounds(527), today: day(20) }
    }

    fn terms() -> Terms {
        Terms { ends_on: NaiveDate::from_ymd_opt(2023, 5, 31).unwrap(), return_by: None, instalments: vec![] }
    }

    fn approval(amount: i64) -> NewDecision {
        NewDecision {
            outcome: Outcome::Approved { amount: pounds(amount) },
            decided_on: day(15),
            body: Body::Partnership,
            decided_by: "Partnership meeting".into(),
            conditions: vec![],
            terms: Some(terms()),
        }
    }

    #[test]
    fn a_decision_that_would_not_stand_is_refused_with_its_figure() {
        let good = approval(300);
        let with = |change: &dyn Fn(&mut NewDecision)| {
            let mut new = good.clone();
            change(&mut new);
            decide(&new, &standing())
        };
        let part = |amount, purpose: &str| Outcome::ApprovedInPart { amount: pounds(amount), purpose: purpose.into() };
        assert_eq!(decide(&good, &standing()), Ok(()));
        assert_eq!(with(&|new| new.decided_on = day(21)), Err(DecisionError::InFuture));
        assert_eq!(
            with(&|new| new.decided_on = NaiveDate::from_ymd_opt(2022, 11, 30).unwrap()),
            Err(DecisionError::BeforeReceived { received_on: day(1) })
        );
        assert_eq!(with(&|new| new.decided_by = " ".into()), Err(DecisionError::NoDecider));
        assert_eq!(
            with(&|new| new.outcome = Outcome::Approved { amount: pounds(299) }),
            Err(DecisionError::NotAsAsked { asked: pounds(300) })
        );
        assert_eq!(with(&|new| new.outcome = Outcome::Approved { amount: Money::ZERO }), Err(DecisionError::AmountNotPositive));
        assert_eq!(with(&|new| new.outcome = part(200, "")), Err(DecisionError::NoPurpose));
        assert_eq!(with(&|new| new.outcome = part(301, "Tools")), Err(DecisionError::MoreThanAsked { asked: pounds(300) }));
        assert_eq!(with(&|new| new.outcome = part(200, "Tools")), Ok(()));
        assert_eq!(with(&|new| new.outcome = part(300, "Tools only")), Ok(()));
        assert_eq!(with(&|new| new.outcome = part(0, "Tools")), Err(DecisionError::AmountNotPositive));
        assert_eq!(with(&|new| new.outcome = Outcome::Deferred { missing: " ".into() }), Err(DecisionError::NothingMissing));
        assert_eq!(with(&|new| new.outcome = Outcome::Declined { reasons: String::new() }), Err(DecisionError::NoReasons));
        assert_eq!(with(&|new| new.terms = None), Err(DecisionError::NoTerms));
        assert_eq!(with(&|new| new.terms.as_mut().unwrap().ends_on = day(14)), Err(DecisionError::EndsBeforeDecision));
        assert_eq!(with(&|new| new.terms.as_mut().unwrap().return_by = Some(day(14))), Err(DecisionError::ReturnByBeforeDecision));
    }

    #[test]
    fn a_grant_cannot_exceed_what_is_free_on_the_line() {
        let mut standing = standing();
        standing.free = pounds(225);
        assert_eq!(decide(&approval(300), &standing), Err(DecisionError::MoreThanFree { free: pounds(225), over: pounds(75) }));
        standing.free = pounds(300);
        assert_eq!(decide(&approval(300), &standing), Ok(()));
    }

    #[test]
    fn instalments_add_up_to_the_grant() {
        let mut new = approval(300);
        let part = |amount| Instalment { when: "First".into(), amount: pounds(amount) };
        new.terms.as_mut().unwrap().instalments = vec![part(200), part(50)];
        assert_eq!(decide(&new, &standing()), Err(DecisionError::InstalmentsDiffer { sum: pounds(250), amount: pounds(300) }));
        new.terms.as_mut().unwrap().instalments = vec![part(300), part(0)];
        assert_eq!(decide(&new, &standing()), Err(DecisionError::EmptyInstalment));
        new.terms.as_mut().unwrap().instalments = vec![part(200), part(100)];
        assert_eq!(decide(&new, &standing()), Ok(()));
    }

    #[test]
    fn only_what_was_received_and_is_not_decided_can_be_decided() {
        for state in ApplicationState::ALL {
            let standing = Standing { state, ..standing() };
            let open = matches!(state, ApplicationState::Received | ApplicationState::UnderReview | ApplicationState::Deferred);
            assert_eq!(decide(&approval(300), &standing).is_ok(), open, "{state:?}");
        }
    }
}
