//! Where the reviewer stands with each application of a pack: computed from the pack and what they said, each time.

use super::Pack;
use super::shape::{DraftShape, ItemShape, ShutShape, wipe};
use super::view::{ApplicationRow, PackRow, PackView, ReviewState};
use crate::{Error, Result};
use chrono::{DateTime, Utc};
use domain::Money;
use domain::id::{ApplicationId, PackId};
use domain::interest::{Answer, Stance};
use domain::review::{Judgement, TypedJudgement};
use exchange::sheet::{AnswerFact, ApplicationSheet, OwnReview, ReviewFactSheet};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What a sheet says of the register's knowledge when the reviewer has no interest.
const CLEAR: &str = "clear";

impl ItemShape {
    /// What they said, oldest first, with when.
    pub(super) fn said(&self) -> Vec<AnswerFact> {
        self.answers.iter().filter_map(|fact| fact.read().ok()).collect()
    }

    /// Where what they said leaves them.
    pub(super) fn stance(&self) -> Stance {
        let settled = self.settled_at;
        let later = |at: DateTime<Utc>| settled.is_none_or(|settled| at > settled);
        let said = self.said();
        let answers = said.iter().filter(|fact| later(fact.at)).filter_map(|fact| Answer::from_code(&fact.answer));
        Stance::of(settled.map(|_| Answer::RuledNone).into_iter().chain(answers))
    }
}

/// A sealed review of their own.
pub(super) struct Sealed {
    pub(super) id: Uuid,
    pub(super) fact: ReviewFactSheet,
}

impl Pack {
    pub(super) fn item(&self, application: Uuid) -> Option<&ItemShape> {
        self.draft.items.get(&application)
    }

    /// Where they stand towards an application.
    pub(super) fn stance(&self, application: Uuid) -> Stance {
        let told = self.item(application).map_or(Stance::Unanswered, ItemShape::stance);
        match (self.desk.sheet(application), told) {
            // Its text is gone, so they said something here, even if the draft that holds it was lost.
            (None, told) if told.may_hold() => Stance::Conflicted,
            (Some(sheet), Stance::Unanswered) if sheet.stance == CLEAR || sheet.stance == Answer::RuledNone.code() => Stance::Clear,
            (_, told) => told,
        }
    }

    /// The sheet of an application that they may read now.
    pub(super) fn readable(&self, application: Uuid) -> Result<&ApplicationSheet> {
        match self.desk.sheet(application) {
            Some(sheet) if self.stance(application) == Stance::Clear => Ok(sheet),
            _ => Err(Error::NotFound),
        }
    }

    /// Their newest sealed review that was made at this desk, unless the register holds a later one from another.
    pub(super) fn last(&self, sheet: &ApplicationSheet) -> Option<Sealed> {
        let fact = self.item(sheet.application_id)?.reviews.last()?;
        let id = fact.id();
        if sheet.own_reviews.iter().any(|review| review.revises.contains(&id)) {
            return None;
        }
        fact.read().ok().map(|fact| Sealed { id, fact })
    }

    /// Their own reviews at the register that exclude each other, and which of them the newest sealed here does not settle.
    pub(super) fn rivals<'s>(&self, sheet: &'s ApplicationSheet) -> Vec<&'s OwnReview> {
        let last = self.last(sheet);
        let settled = |review: &OwnReview| {
            last.as_ref().is_some_and(|last| last.id == review.review_id || last.fact.revises.contains(&review.review_id))
        };
        let rivals: Vec<&OwnReview> = sheet.own_reviews.iter().filter(|review| review.rival).collect();
        if rivals.iter().all(|review| settled(review)) { Vec::new() } else { rivals }
    }

    /// How far they have come.
    pub(super) fn state(&self, application: Uuid) -> ReviewState {
        let stance = self.stance(application);
        let Some(sheet) = self.desk.sheet(application).filter(|_| stance.may_hold()) else { return ReviewState::Interest };
        if stance != Stance::Clear {
            return ReviewState::NotStarted;
        }
        if !self.rivals(sheet).is_empty() {
            return ReviewState::Rival;
        }
        if self.item(application).is_some_and(|item| item.typed.is_some()) {
            return ReviewState::Writing;
        }
        match self.last(sheet) {
            Some(last) if last.fact.version_sha256 != sheet.version_sha256 => ReviewState::Writing,
            Some(last) if self.draft.sent.as_ref().is_some_and(|sent| sent.facts.contains(&last.id)) => ReviewState::Sent,
            Some(_) => ReviewState::Sealed,
            None if at_register(sheet).is_some() => ReviewState::Sent,
            None => ReviewState::ToWrite,
        }
    }

    /// The judgement as it is shown: as typed, or else as sealed last.
    pub(super) fn judgement(&self, sheet: &ApplicationSheet) -> TypedJudgement {
        if let Some(typed) = self.item(sheet.application_id).and_then(|item| item.typed.as_ref()) {
            return typed.into();
        }
        let sealed = self.last(sheet).map(|last| last.fact.judgement).or_else(|| at_register(sheet).map(|own| own.judgement.clone()));
        sealed.and_then(|sheet| Judgement::try_from(&sheet).ok()).map(|judgement| judgement.typed()).unwrap_or_default()
    }

    /// Every earlier review of theirs on an application that is known here or was told in the pack.
    pub(super) fn earlier(&self, sheet: &ApplicationSheet) -> BTreeSet<Uuid> {
        let mut ids = BTreeSet::new();
        for own in &sheet.own_reviews {
            ids.insert(own.review_id);
            ids.extend(&own.revises);
        }
        if let Some(item) = self.item(sheet.application_id) {
            ids.extend(&item.known);
            for fact in &item.reviews {
                ids.insert(fact.id());
                if let Ok(review) = fact.read::<ReviewFactSheet>() {
                    ids.extend(&review.revises);
                }
            }
        }
        ids
    }

    /// Takes away the words of every application in which they have an interest; whether there was any.
    pub(super) fn strip(&mut self) -> bool {
        let shut: BTreeSet<Uuid> = self
            .desk
            .round
            .applications
            .iter()
            .map(|sheet| sheet.application_id)
            .filter(|application| !self.stance(*application).may_hold())
            .collect();
        for mut sheet in std::mem::take(&mut self.desk.round.applications) {
            if shut.contains(&sheet.application_id) {
                let left =
                    ShutShape { application_id: sheet.application_id, reference: sheet.reference.clone(), received_on: sheet.received_on };
                self.desk.shut.push(left);
                wipe(&mut sheet);
            } else {
                self.desk.round.applications.push(sheet);
            }
        }
        !shut.is_empty()
    }

    /// Every application by reference, whether or not it can be read.
    pub(super) fn applications(&self) -> Vec<(&str, Uuid)> {
        let readable = self.desk.round.applications.iter().map(|sheet| (sheet.reference.as_str(), sheet.application_id));
        let mut all: Vec<(&str, Uuid)> =
            readable.chain(self.desk.shut.iter().map(|shut| (shut.reference.as_str(), shut.application_id))).collect();
        all.sort_unstable();
        all
    }

    /// The references that are not answered yet.
    pub(super) fn missing(&self) -> Vec<String> {
        let open = self.applications().into_iter().filter(|(_, application)| !self.state(*application).is_answered());
        open.map(|(reference, _)| reference.to_owned()).collect()
    }

    pub(super) fn row(&self) -> PackRow {
        let applications = self.applications();
        let sent = self.draft.sent.as_ref();
        let facts = self.draft.facts();
        PackRow {
            pack_id: PackId(self.id()),
            partnership: self.desk.manifest.partnership.clone(),
            round_name: self.desk.round.name.clone(),
            co_ordinator: self.desk.round.co_ordinator.clone(),
            made_on: store::london_date(self.desk.manifest.created),
            return_by: self.desk.round.return_by,
            applications: applications.len(),
            answered: applications.iter().filter(|(_, application)| self.state(*application).is_answered()).count(),
            responded_at: sent.map(|sent| sent.at),
            unsent: sent.map_or(!facts.is_empty(), |sent| sent.facts != facts),
            received_at: self.draft.received_at,
        }
    }

    pub(super) fn view(&self) -> PackView {
        let applications = self.applications().into_iter().map(|(reference, application)| {
            let sheet = self.desk.sheet(application).filter(|_| self.stance(application).may_hold());
            ApplicationRow {
                application_id: ApplicationId(application),
                reference: reference.to_owned(),
                group_name: sheet.map(|sheet| sheet.summary.group_name.clone()),
                asked: sheet.map(|sheet| Money::from_pence(sheet.summary.asked_pence)),
                stance: self.stance(application),
                state: self.state(application),
                matches: sheet.is_some_and(|sheet| !sheet.matches.is_empty()),
            }
        });
        PackView {
            row: self.row(),
            panel: self.desk.round.panel.clone(),
            applications: applications.collect(),
            left_out: self.desk.round.left_out.iter().map(|left| (left.reference.clone(), left.why)).collect(),
        }
    }
}

/// The review of theirs at the register that no other of theirs took the place of.
fn at_register(sheet: &ApplicationSheet) -> Option<&OwnReview> {
    let revised: BTreeSet<Uuid> = sheet.own_reviews.iter().flat_map(|review| review.revises.iter().copied()).collect();
    sheet.own_reviews.iter().filter(|review| !review.rival && !revised.contains(&review.review_id)).max_by_key(|review| review.made_at)
}

impl DraftShape {
    /// What was said and written about an application, to be changed.
    pub(super) fn item_mut(&mut self, application: Uuid) -> &mut ItemShape {
        self.items.entry(application).or_default()
    }
}
