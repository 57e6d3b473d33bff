//! Embargo: "a request not to share information until a certain point in time" (Appendix 1).

use chrono::NaiveDate;

/// Why something is under embargo, in the plan's own examples (Appendix 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbargoReason {
    /// "Details in individual applications before decision."
    BeforeDecision,
    /// "Information not in the public domain."
    NotPublic,
    /// "Draft plans or proposals not yet approved."
    NotApproved,
    /// A short embargo after a meeting, so that people are told first.
    PeopleToldFirst,
    /// Another, in the partnership's own words.
    Other,
}

impl EmbargoReason {
    /// Every reason.
    pub const ALL: [Self; 5] = [Self::BeforeDecision, Self::NotPublic, Self::NotApproved, Self::PeopleToldFirst, Self::Other];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::BeforeDecision => "before-decision",
            Self::NotPublic => "not-public",
            Self::NotApproved => "not-approved",
            Self::PeopleToldFirst => "people-told-first",
            Self::Other => "other",
        }
    }

    /// The reason of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// What an embargo is about. Applications have theirs of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbargoSubject {
    /// A group's application.
    Application,
    /// An item of a meeting.
    MeetingItem,
    /// A document.
    Document,
}

impl EmbargoSubject {
    /// Every subject.
    pub const ALL: [Self; 3] = [Self::Application, Self::MeetingItem, Self::Document];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::MeetingItem => "meeting-item",
            Self::Document => "document",
        }
    }

    /// The subject of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.code() == code)
    }
}

/// When an embargo ends of itself. "Wherever possible" the time is defined when it is put in place (Appendix 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Until {
    /// At the end of a day.
    Date(NaiveDate),
    /// When something happens, in a few words; for an application: the group was told.
    Event(String),
}

/// An embargo, in force or past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embargo {
    /// Why.
    pub reason: EmbargoReason,
    /// The day it was set.
    pub started_on: NaiveDate,
    /// When it ends of itself.
    pub until: Until,
    /// The day it was ended: by its event, or early.
    pub lifted_on: Option<NaiveDate>,
}

impl Embargo {
    /// The default embargo on an application, until its decision is issued.
    pub fn on_application(started_on: NaiveDate, lifted_on: Option<NaiveDate>) -> Self {
        Self { reason: EmbargoReason::BeforeDecision, started_on, until: Until::Event(String::new()), lifted_on }
    }

    /// Whether it holds on a day. A date of its own is the last day on which it holds.
    pub fn in_force(&self, today: NaiveDate) -> bool {
        self.lifted_on.is_none() && !matches!(self.until, Until::Date(last) if today > last)
    }

    /// The first day on which it did not hold, of an embargo that is past.
    pub fn ended_on(&self, today: NaiveDate) -> Option<NaiveDate> {
        match (self.lifted_on, &self.until) {
            (Some(on), _) => Some(on),
            (None, Until::Date(last)) if today > *last => last.succ_opt(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embargo_ends_by_its_date_by_its_event_or_early() {
        let day = |d: u32| NaiveDate::from_ymd_opt(2023, 1, d).unwrap();
        let embargo = |until, lifted_on| Embargo { reason: EmbargoReason::NotPublic, started_on: day(1), until, lifted_on };
        for (embargo, held_until, ended) in [
            (embargo(Until::Date(day(10)), None), 10, Some(11)),
            (embargo(Until::Date(day(10)), Some(day(5))), 0, Some(5)),
            (embargo(Until::Event("The letters are sent".into()), None), 31, None),
            (embargo(Until::Event("The letters are sent".into()), Some(day(7))), 0, Some(7)),
        ] {
            for d in 1..=31 {
                assert_eq!(embargo.in_force(day(d)), d <= held_until, "{embargo:?} on {d}");
            }
            assert_eq!(embargo.ended_on(day(31)), ended.map(day));
        }
    }
}
