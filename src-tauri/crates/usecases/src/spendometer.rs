//! The spendometer of a plan: planned, committed, paid, returned and free, as of any day, and as the public may see it.

use crate::case::{Case, GrantCase};
use crate::grant::purpose;
use crate::spending::plan_asked;
use crate::{Open, Result};
use chrono::NaiveDate;
use domain::Money;
use domain::id::PlanId;
use domain::plan::{Adopted, Plan};
use domain::spending::{Commitment, Spendometer, spendometer as sums};
use std::cmp::Reverse;
use store::AwardRow;

/// Which spendometer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// The plan; the one in force without it.
    pub plan: Option<PlanId>,
    /// As it stood at the end of this day; today without it, and never later than today.
    pub as_of: Option<NaiveDate>,
    /// As the public may see it: a group that was not told by then is in no sum and in no list.
    pub public: bool,
}

/// A spendometer with its plan.
pub struct Spent<'o> {
    /// The plan as it was adopted, with its fund.
    pub adopted: &'o Adopted,
    /// The plan with the money moved by decisions up to that day.
    pub plan: Plan,
    /// The sums.
    pub spent: Spendometer,
    /// The grants of groups that were told, the newest first. Only for the public page.
    pub grants: Vec<NamedGrant<'o>>,
}

/// A grant that may be named in public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedGrant<'o> {
    /// The group.
    pub group_name: &'o str,
    /// What it is for, in one line.
    pub purpose: &'o str,
    /// What was granted.
    pub amount: Money,
    /// The day of the decision.
    pub awarded_on: NaiveDate,
}

/// Whose commitment it is.
pub(crate) enum Whose<'o> {
    /// A group's.
    Grant(&'o Case, &'o GrantCase),
    /// A partner's, or somebody's who is owed a cost.
    Award(&'o AwardRow),
}

impl Whose<'_> {
    /// Whether it was public on a day: an award from its decision on, a grant once its group was told.
    pub(crate) fn was_public(&self, day: NaiveDate) -> bool {
        match self {
            Self::Grant(_, grant) => grant.grant.issued_on.is_some_and(|told| told <= day),
            Self::Award(row) => row.award.decided_on <= day,
        }
    }
}

/// Every commitment of a plan.
pub(crate) fn commitments<'o>(open: &'o Open, adopted: &Adopted) -> Vec<(Whose<'o>, Commitment)> {
    let of_plan = |case: &'o Case| {
        let grant = case.grant.as_ref().filter(|grant| open.plan_of(grant.row.awarded_on).id == adopted.id)?;
        Some((Whose::Grant(case, grant), Commitment::of_grant(&grant.row.code, &grant.grant)))
    };
    let awards = open.spending().awards.iter().filter(|row| row.plan == adopted.id);
    open.cases().filter_map(of_plan).chain(awards.map(|row| (Whose::Award(row), Commitment::of_award(&row.award)))).collect()
}

/// The spendometer of a plan at the end of a day.
pub fn spendometer(open: &Open, asked: Asked) -> Result<Spent<'_>> {
    let adopted = plan_asked(open, asked.plan)?;
    let as_of = asked.as_of.map_or(open.today(), |day| day.min(open.today()));
    let plan = open.spending().plan_on(adopted, as_of);
    let mut all = commitments(open, adopted);
    if asked.public {
        all.retain(|(whose, _)| whose.was_public(as_of));
    }
    let spent = sums(&plan, &all.iter().map(|(_, commitment)| commitment), as_of);
    let mut grants = Vec::new();
    if asked.public {
        grants = all.iter().filter_map(|(whose, commitment)| named(whose, commitment, as_of)).collect();
        grants.sort_by_key(|grant: &NamedGrant<'_>| (Reverse(grant.awarded_on), grant.group_name));
    }
    Ok(Spent { adopted, plan, spent, grants })
}

/// A grant that was cancelled is nobody's.
fn named<'o>(whose: &Whose<'o>, commitment: &Commitment, as_of: NaiveDate) -> Option<NamedGrant<'o>> {
    let Whose::Grant(case, grant) = whose else { return None };
    if commitment.on > as_of || grant.grant.cancelled_on.is_some_and(|on| on <= as_of) {
        return None;
    }
    Some(NamedGrant {
        group_name: case.group_name()?,
        purpose: purpose(case).unwrap_or_default(),
        amount: grant.grant.amount,
        awarded_on: grant.grant.awarded_on,
    })
}
