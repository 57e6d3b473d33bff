//! Embargo: "a request not to share information until a certain point in time" (Appendix 1).

use chrono::NaiveDate;

/// Why an application is under embargo, in the plan's own examples (Appendix 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbargoReason {
    /// "Details in individual applications before decision."
    BeforeDecision,
}

/// The embargo on one application: it starts when typing starts and ends when the group has been told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Embargo {
    /// Why.
    pub reason: EmbargoReason,
    /// The day it was set.
    pub started_on: NaiveDate,
    /// The day the group was told, which ends it.
    pub lifted_on: Option<NaiveDate>,
}

impl Embargo {
    /// The default embargo on an application, until its decision is issued.
    pub fn on_application(started_on: NaiveDate, group_told_on: Option<NaiveDate>) -> Self {
        Self { reason: EmbargoReason::BeforeDecision, started_on, lifted_on: group_told_on }
    }

    /// Whether it still holds.
    pub fn in_force(&self) -> bool {
        self.lifted_on.is_none()
    }
}
