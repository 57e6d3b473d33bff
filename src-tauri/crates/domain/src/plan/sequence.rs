//! The plans of a partnership, one after another: which one a day belongs to.

use crate::id::PlanId;
use crate::plan::{Fund, Plan, Priority};
use chrono::NaiveDate;

/// A plan that was adopted, with the fund it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// Its id.
    pub id: PlanId,
    /// The plan, as it was adopted.
    pub plan: Plan,
    /// The fund that is open while it is in force.
    pub fund: Fund,
}

/// Where a plan stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlanState {
    /// A later one has begun.
    Past,
    /// It is in force.
    Current,
    /// It has not begun.
    Coming,
}

/// Every plan of a partnership, the oldest first. There is always one.
///
/// A plan covers the days from its first until the next plan begins, also past its own last day: money granted late is
/// still its money. The first plan covers all days before it too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plans {
    first: Adopted,
    later: Vec<Adopted>,
}

impl Plans {
    /// Puts plans in their order. None when there is no plan at all.
    pub fn new(mut plans: Vec<Adopted>) -> Option<Self> {
        plans.sort_by_key(|adopted| (adopted.plan.starts_on, adopted.id));
        let mut plans = plans.into_iter();
        let first = plans.next()?;
        Some(Self { first, later: plans.collect() })
    }

    /// Every plan, the oldest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Adopted> {
        std::iter::once(&self.first).chain(&self.later)
    }

    /// The plan that covers a day.
    pub fn of_day(&self, day: NaiveDate) -> &Adopted {
        self.later.iter().rev().find(|adopted| adopted.plan.starts_on <= day).unwrap_or(&self.first)
    }

    /// The plan with an id.
    pub fn get(&self, id: PlanId) -> Option<&Adopted> {
        self.all().find(|adopted| adopted.id == id)
    }

    /// The plan that begins last, which another may follow.
    pub fn newest(&self) -> &Adopted {
        self.later.last().unwrap_or(&self.first)
    }

    /// The priorities of every plan: an application ticks those of the plan in which it was made.
    pub fn priorities(&self) -> impl Iterator<Item = &Priority> {
        self.all().flat_map(|adopted| &adopted.plan.priorities)
    }

    /// Where a plan of the sequence stands on a day.
    pub fn state(&self, adopted: &Adopted, day: NaiveDate) -> PlanState {
        let in_force = self.of_day(day);
        if adopted.id == in_force.id {
            PlanState::Current
        } else if adopted.plan.starts_on > in_force.plan.starts_on {
            PlanState::Coming
        } else {
            PlanState::Past
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn adopted(number: u128, starts_on: NaiveDate, ends_on: NaiveDate) -> Adopted {
        let plan = Plan {
            name: format!("Plan {number}"),
            starts_on,
            ends_on,
            priorities: Vec::new(),
            periods: Vec::new(),
            activities: Vec::new(),
        };
        let fund = Fund { activity: "1.4".into(), name: "Community Chest".into(), prefix: "CC".into() };
        Adopted { id: Uuid::from_u128(number).into(), plan, fund }
    }

    fn three() -> Plans {
        let plan = |number, starts_on, ends_on| adopted(number, day(starts_on), day(ends_on));
        let plans = vec![plan(2, "2022-04-01", "2023-07-31"), plan(3, "2023-09-01", "2024-08-31"), plan(1, "2019-04-01", "2022-03-31")];
        Plans::new(plans).unwrap()
    }

    #[test]
    fn a_day_belongs_to_the_plan_that_began_last_and_all_days_before_to_the_first() {
        let plans = three();
        let cases = [
            ("1999-12-31", "Plan 1"),
            ("2019-04-01", "Plan 1"),
            ("2022-03-31", "Plan 1"),
            ("2022-04-01", "Plan 2"),
            ("2023-07-31", "Plan 2"),
            // Between two plans the money is still the former's.
            ("2023-08-15", "Plan 2"),
            ("2023-08-31", "Plan 2"),
            ("2023-09-01", "Plan 3"),
            ("2031-01-01", "Plan 3"),
        ];
        for (on, name) in cases {
            assert_eq!(plans.of_day(day(on)).plan.name, name, "{on}");
        }
        assert_eq!(plans.newest().plan.name, "Plan 3");
        assert_eq!(plans.all().map(|adopted| adopted.plan.name.as_str()).collect::<Vec<_>>(), ["Plan 1", "Plan 2", "Plan 3"]);
        assert!(plans.get(Uuid::from_u128(9).into()).is_none());
        assert!(Plans::new(Vec::new()).is_none());
    }

    #[test]
    fn a_plan_is_past_in_force_or_still_to_come() {
        let plans = three();
        let states = |on| plans.all().map(|adopted| plans.state(adopted, day(on))).collect::<Vec<_>>();
        assert_eq!(states("2010-01-01"), [PlanState::Current, PlanState::Coming, PlanState::Coming]);
        assert_eq!(states("2023-08-31"), [PlanState::Past, PlanState::Current, PlanState::Coming]);
        assert_eq!(states("2023-09-01"), [PlanState::Past, PlanState::Past, PlanState::Current]);
    }

    proptest! {
        /// The rule said the other way round: of the plans that began by then, the last; and else the first.
        #[test]
        fn every_day_belongs_to_just_one_plan(starts in proptest::collection::btree_set(0_u64..3_000, 1..6), on in 0_u64..3_200) {
            let first_day = day("2015-01-01");
            let after = |days| first_day.checked_add_days(chrono::Days::new(days)).unwrap();
            let plans = Plans::new((1..).zip(&starts).map(|(n, start)| adopted(n, after(*start), after(start + 10))).collect()).unwrap();
            let expected = starts.iter().filter(|start| **start <= on).count().max(1);
            prop_assert_eq!(&plans.of_day(after(on)).plan.name, &format!("Plan {expected}"));
            let current = plans.all().filter(|adopted| plans.state(adopted, after(on)) == PlanState::Current).count();
            prop_assert_eq!(current, 1);
        }
    }
}
