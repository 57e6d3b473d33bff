//! The next plan while it is typed, and what a plan says beside its figures.

use crate::row::instant;
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use rusqlite::named_params;
use uuid::Uuid;

/// The next plan as typed, with the number of the save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDraftRow {
    /// The form, as JSON.
    pub content: String,
    /// Counts the saves from 1.
    pub revision: u32,
}

impl ReadTx<'_> {
    /// The next plan, if it was begun.
    pub fn plan_draft(&self) -> Result<Option<PlanDraftRow>, StoreError> {
        self.one(sql!("plan/draft"), [], |row| Ok(PlanDraftRow { content: row.get("content")?, revision: row.get("revision")? }))
    }
}

impl WriteTx<'_> {
    /// Begins the next plan. There is one at a time.
    pub fn insert_plan_draft(&mut self, content: &str) -> Result<(), StoreError> {
        self.run(
            sql!("plan/insert_draft"),
            named_params! { ":content": content, ":saved_at": instant(self.now()), ":saved_by": self.signed_in().as_bytes() },
        )?;
        Ok(())
    }

    /// Saves the next plan over the save of that number. Refused when another was made in the meantime.
    pub fn save_plan_draft(&mut self, content: &str, revision: u32) -> Result<u32, StoreError> {
        let changed = self.run(
            sql!("plan/save_draft"),
            named_params! {
                ":content": content, ":revision": revision, ":saved_at": instant(self.now()), ":saved_by": self.signed_in().as_bytes(),
            },
        )?;
        if changed == 0 {
            return Err(self.other_draft(revision)?);
        }
        Ok(revision.saturating_add(1))
    }

    /// Takes the next plan away, as it stood at the save of that number, or at any.
    pub fn delete_plan_draft(&mut self, revision: Option<u32>) -> Result<(), StoreError> {
        let found = self.plan_draft()?.map(|row| row.revision);
        if let Some(expected) = revision.filter(|expected| found != Some(*expected)) {
            return Err(self.other_draft(expected)?);
        }
        self.run(sql!("plan/delete_draft"), [])?;
        Ok(())
    }

    fn other_draft(&self, expected: u32) -> Result<StoreError, StoreError> {
        let found = self.plan_draft()?.map_or(0, |row| row.revision);
        Ok(StoreError::Conflict { what: "plan draft", id: Uuid::nil(), expected: expected.into(), found: found.into() })
    }

    /// Changes what a plan says beside its figures.
    pub fn set_plan_words(&mut self, plan_id: Uuid, words: &str) -> Result<(), StoreError> {
        self.run(sql!("plan/set_words"), named_params! { ":plan_id": plan_id.as_bytes(), ":words": words })?;
        Ok(())
    }
}
