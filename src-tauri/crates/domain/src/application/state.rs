//! The state of an application, derived from facts and never stored.

use crate::decision::Outcome;

/// What is known of an application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApplicationFacts {
    /// Whether it was received and has its reference.
    pub received: bool,
    /// Whether it is in a round whose packs went out.
    pub under_review: bool,
    /// Whether the group, or the office on its behalf, took it back.
    pub withdrawn: bool,
    /// The latest decision, if any.
    pub outcome: Option<Outcome>,
}

/// *draft → received → under review → decided* or *withdrawn*. A deferred application is open again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApplicationState {
    /// Being typed in.
    Draft,
    /// Received, waiting for a decision.
    Received,
    /// Out with its reviewers, or back from them and waiting for a decision.
    UnderReview,
    /// Put off until something missing comes.
    Deferred,
    /// Granted as asked.
    Approved,
    /// Granted for less, or for a part.
    ApprovedInPart,
    /// Not granted.
    Declined,
    /// Taken back.
    Withdrawn,
}

impl ApplicationState {
    /// Every state, in the order of life.
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Received,
        Self::UnderReview,
        Self::Deferred,
        Self::Approved,
        Self::ApprovedInPart,
        Self::Declined,
        Self::Withdrawn,
    ];

    /// The state that the facts make.
    pub fn of(facts: &ApplicationFacts) -> Self {
        if facts.withdrawn {
            return Self::Withdrawn;
        }
        match &facts.outcome {
            Some(Outcome::Approved { .. }) => Self::Approved,
            Some(Outcome::ApprovedInPart { .. }) => Self::ApprovedInPart,
            Some(Outcome::Deferred { .. }) => Self::Deferred,
            Some(Outcome::Declined { .. }) => Self::Declined,
            None if facts.received && facts.under_review => Self::UnderReview,
            None if facts.received => Self::Received,
            None => Self::Draft,
        }
    }

    /// Whether a decision may be recorded.
    pub fn may_be_decided(self) -> bool {
        matches!(self, Self::Received | Self::UnderReview | Self::Deferred)
    }

    /// The word in lists and in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Received => "received",
            Self::UnderReview => "under-review",
            Self::Deferred => "deferred",
            Self::Approved => "approved",
            Self::ApprovedInPart => "approved-in-part",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Where an application stands on the meeting's desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DecisionStage {
    /// To be decided, for the first time or again.
    Waiting,
    /// Decided, and the group does not know.
    Untold,
    /// Decided, and the group knows.
    Told,
}

impl DecisionStage {
    /// Every stage, in order.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Untold, Self::Told];

    /// The stage of an application. What is deferred waits again once the group was told what is missing.
    pub fn of(state: ApplicationState, told: bool) -> Option<Self> {
        match state {
            ApplicationState::Received | ApplicationState::UnderReview => Some(Self::Waiting),
            ApplicationState::Deferred if told => Some(Self::Waiting),
            ApplicationState::Approved | ApplicationState::ApprovedInPart | ApplicationState::Declined if told => Some(Self::Told),
            ApplicationState::Deferred | ApplicationState::Approved | ApplicationState::ApprovedInPart | ApplicationState::Declined => {
                Some(Self::Untold)
            }
            ApplicationState::Draft | ApplicationState::Withdrawn => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deferred_application_waits_again_once_the_group_was_told() {
        use ApplicationState::{Approved, ApprovedInPart, Declined, Deferred, Draft, Received, UnderReview, Withdrawn};
        use DecisionStage::{Told, Untold, Waiting};
        for (state, untold, told) in [
            (Draft, None, None),
            (Received, Some(Waiting), Some(Waiting)),
            (UnderReview, Some(Waiting), Some(Waiting)),
            (Deferred, Some(Untold), Some(Waiting)),
            (Approved, Some(Untold), Some(Told)),
            (ApprovedInPart, Some(Untold), Some(Told)),
            (Declined, Some(Untold), Some(Told)),
            (Withdrawn, None, None),
        ] {
            assert_eq!([false, true].map(|told| DecisionStage::of(state, told)), [untold, told], "{state:?}");
        }
    }

    #[test]
    fn the_state_follows_from_the_facts() {
        let facts = |received, withdrawn, outcome| ApplicationFacts { received, under_review: false, withdrawn, outcome };
        let reviewed = |outcome| ApplicationFacts { received: true, under_review: true, withdrawn: false, outcome };
        let deferred = Some(Outcome::Deferred { missing: "Quotes".into() });
        for (facts, state, open) in [
            (facts(false, false, None), ApplicationState::Draft, false),
            (facts(true, false, None), ApplicationState::Received, true),
            (reviewed(None), ApplicationState::UnderReview, true),
            (reviewed(deferred.clone()), ApplicationState::Deferred, true),
            (facts(true, false, deferred.clone()), ApplicationState::Deferred, true),
            (facts(true, true, deferred), ApplicationState::Withdrawn, false),
            (facts(true, false, Some(Outcome::Declined { reasons: "No".into() })), ApplicationState::Declined, false),
        ] {
            assert_eq!(ApplicationState::of(&facts), state);
            assert_eq!(state.may_be_decided(), open, "{state:?}");
            assert_eq!(ApplicationState::from_code(state.code()), Some(state));
        }
    }
}
