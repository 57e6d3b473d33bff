//! Appeals and complaints. The plan has no procedure for them: what is kept is what came, when, what was done, and the outcome.
//! One about personal data must be acknowledged within 30 days, by the law that holds since 19 June 2026.

use chrono::{Days, NaiveDate};

/// What kind of complaint it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComplaintKind {
    /// A group asks that a decision on its application is looked at again.
    Appeal,
    /// About anything else the partnership did.
    Complaint,
    /// About how personal data were handled.
    DataProtection,
}

impl ComplaintKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Appeal, Self::Complaint, Self::DataProtection];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Appeal => "appeal",
            Self::Complaint => "complaint",
            Self::DataProtection => "data-protection",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Something that is done about one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Whoever complained was told that it came.
    Acknowledged,
    /// Anything in between: a call, a letter, what was found.
    Note,
    /// What came of it, which they were told.
    Outcome,
}

impl StepKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Acknowledged, Self::Note, Self::Outcome];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Acknowledged => "acknowledged",
            Self::Note => "note",
            Self::Outcome => "outcome",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What came of a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComplaintOutcome {
    /// It was found right, or in part.
    Upheld,
    /// It was not.
    NotUpheld,
    /// The application goes on the agenda of a later meeting: for an appeal.
    LookAgain,
    /// Whoever complained took it back.
    TakenBack,
}

impl ComplaintOutcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Upheld, Self::NotUpheld, Self::LookAgain, Self::TakenBack];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Upheld => "upheld",
            Self::NotUpheld => "not-upheld",
            Self::LookAgain => "look-again",
            Self::TakenBack => "taken-back",
        }
    }

    /// The outcome of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// How many days there are to acknowledge a complaint about personal data, counted from the day after it came.
pub const DAYS_TO_ACKNOWLEDGE: u64 = 30;

/// A step as the rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub kind: StepKind,
    /// When.
    pub on: NaiveDate,
}

/// Where a complaint stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The last day on which it must be acknowledged, if it must be and was not.
    pub acknowledge_by: Option<NaiveDate>,
    /// Whether that day is over.
    pub overdue: bool,
    /// Whether its outcome is recorded.
    pub over: bool,
}

/// Where a complaint stands on a day. An outcome that was told acknowledges it too.
pub fn standing(kind: ComplaintKind, received_on: NaiveDate, steps: &[Step], today: NaiveDate) -> Standing {
    let done = |wanted: StepKind| steps.iter().any(|step| step.kind == wanted);
    let over = done(StepKind::Outcome);
    let waits = kind == ComplaintKind::DataProtection && !over && !done(StepKind::Acknowledged);
    let acknowledge_by = waits.then(|| received_on.checked_add_days(Days::new(DAYS_TO_ACKNOWLEDGE))).flatten();
    Standing { acknowledge_by, overdue: acknowledge_by.is_some_and(|last| today > last), over }
}

/// Why a step cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepProblem {
    /// It is after today.
    #[error("in the future")]
    InFuture,
    /// It is before the complaint came.
    #[error("before {received_on}")]
    BeforeReceived {
        /// When it came.
        received_on: NaiveDate,
    },
    /// The outcome is recorded: only notes follow it.
    #[error("over")]
    Over,
    /// It was acknowledged already.
    #[error("acknowledged already")]
    Already,
    /// Only an appeal is looked at again by a meeting.
    #[error("no appeal")]
    NoAppeal,
}

/// Passes a step that can be recorded.
pub fn check(
    kind: ComplaintKind,
    received_on: NaiveDate,
    steps: &[Step],
    new: Step,
    outcome: Option<ComplaintOutcome>,
    today: NaiveDate,
) -> Result<(), StepProblem> {
    let done = |wanted: StepKind| steps.iter().any(|step| step.kind == wanted);
    if new.on > today {
        return Err(StepProblem::InFuture);
    }
    if new.on < received_on {
        return Err(StepProblem::BeforeReceived { received_on });
    }
    if done(StepKind::Outcome) && new.kind != StepKind::Note {
        return Err(StepProblem::Over);
    }
    if new.kind == StepKind::Acknowledged && done(StepKind::Acknowledged) {
        return Err(StepProblem::Already);
    }
    if outcome == Some(ComplaintOutcome::LookAgain) && kind != ComplaintKind::Appeal {
        return Err(StepProblem::NoAppeal);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn step(kind: StepKind, on: &str) -> Step {
        Step { kind, on: day(on) }
    }

    #[test]
    fn a_complaint_about_personal_data_must_be_acknowledged_within_thirty_days_from_the_day_after_it_came() {
        use ComplaintKind::{Appeal, Complaint, DataProtection};
        let acknowledged = [step(StepKind::Acknowledged, "2026-07-10")];
        let noted = [step(StepKind::Note, "2026-07-10")];
        let over = [step(StepKind::Outcome, "2026-07-10")];
        let last = Some(day("2026-07-31"));
        for (kind, steps, today, expected) in [
            (DataProtection, &[][..], "2026-07-31", (last, false, false)),
            (DataProtection, &[][..], "2026-08-01", (last, true, false)),
            (DataProtection, &noted[..], "2026-08-01", (last, true, false)),
            (DataProtection, &acknowledged[..], "2026-08-01", (None, false, false)),
            (DataProtection, &over[..], "2026-08-01", (None, false, true)),
            (Complaint, &[][..], "2027-08-01", (None, false, false)),
            (Appeal, &[][..], "2027-08-01", (None, false, false)),
        ] {
            let standing = standing(kind, day("2026-07-01"), steps, day(today));
            assert_eq!((standing.acknowledge_by, standing.overdue, standing.over), expected, "{kind:?} on {today}, {steps:?}");
        }
    }

    #[test]
    fn a_step_that_cannot_be_is_refused() {
        use ComplaintKind::{Appeal, Complaint};
        let (came, today) = (day("2026-07-01"), day("2026-07-20"));
        let acknowledged = [step(StepKind::Acknowledged, "2026-07-10")];
        let over = [step(StepKind::Outcome, "2026-07-10")];
        for (kind, steps, new, outcome, expected) in [
            (Appeal, &[][..], step(StepKind::Note, "2026-07-21"), None, Err(StepProblem::InFuture)),
            (Appeal, &[][..], step(StepKind::Note, "2026-06-30"), None, Err(StepProblem::BeforeReceived { received_on: came })),
            (Appeal, &acknowledged[..], step(StepKind::Acknowledged, "2026-07-11"), None, Err(StepProblem::Already)),
            (Appeal, &over[..], step(StepKind::Outcome, "2026-07-11"), Some(ComplaintOutcome::Upheld), Err(StepProblem::Over)),
            (Appeal, &over[..], step(StepKind::Note, "2026-07-11"), None, Ok(())),
            (Appeal, &acknowledged[..], step(StepKind::Outcome, "2026-07-11"), Some(ComplaintOutcome::LookAgain), Ok(())),
            (Complaint, &[][..], step(StepKind::Outcome, "2026-07-11"), Some(ComplaintOutcome::LookAgain), Err(StepProblem::NoAppeal)),
        ] {
            assert_eq!(check(kind, came, steps, new, outcome, today), expected, "{kind:?} {new:?} {outcome:?}");
        }
    }

    #[test]
    fn every_word_is_read_back() {
        assert!(ComplaintKind::ALL.into_iter().all(|kind| ComplaintKind::from_code(kind.code()) == Some(kind)));
        assert!(StepKind::ALL.into_iter().all(|kind| StepKind::from_code(kind.code()) == Some(kind)));
        assert!(ComplaintOutcome::ALL.into_iter().all(|one| ComplaintOutcome::from_code(one.code()) == Some(one)));
    }
}
