//! What is known of the plans' money beside the grants, kept in memory while the register is open.

use crate::Result;
use chrono::NaiveDate;
use domain::id::PlanId;
use domain::plan::{Adopted, Plan};
use domain::virement::{self, Virement};
use store::{AwardRow, ReadTx, VirementRow, Which};

/// Virements and awards of every plan.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// Money moved, in the order of the days of the decisions.
    pub(crate) virements: Vec<VirementRow>,
    /// Awards, in the order they were recorded.
    pub(crate) awards: Vec<AwardRow>,
}

impl Known {
    /// Reads all of it.
    pub(crate) fn read(tx: &ReadTx<'_>) -> Result<Self> {
        Ok(Self { virements: tx.virements()?, awards: tx.awards(Which::All)? })
    }

    /// The money moved in a plan.
    pub(crate) fn virements_of(&self, plan: PlanId) -> Vec<Virement> {
        self.virements.iter().filter(|row| row.plan == plan).map(|row| row.virement.clone()).collect()
    }

    /// The awards of a plan.
    pub(crate) fn awards_of(&self, plan: PlanId) -> impl Iterator<Item = &AwardRow> {
        self.awards.iter().filter(move |row| row.plan == plan)
    }

    /// A plan with the money moved by decisions up to a day.
    pub(crate) fn plan_on(&self, adopted: &Adopted, day: NaiveDate) -> Plan {
        virement::applied(&adopted.plan, &self.virements_of(adopted.id), day)
    }
}
