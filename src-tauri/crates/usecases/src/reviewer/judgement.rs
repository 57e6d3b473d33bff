//! An application to be read, and the judgement beside it: typed, sealed, opened again.

use super::shape::TypedShape;
use super::view::{ApplicationView, FileContent, FileRow, JudgementSaved, ReviewState};
use super::{Pack, Reviewer, gate, kept};
use crate::application::media_type;
use crate::{Error, Result, StoreError, VersionText};
use domain::Money;
use domain::id::{ApplicationId, PackId};
use domain::review::{Criterion, Judgement, TypedJudgement, check_judgement};
use exchange::SignedFact;
use exchange::sheet::{ApplicationSheet, JudgementSheet, REVIEW_FACT, ReviewFactSheet};
use uuid::Uuid;
use zeroize::Zeroizing;

impl Reviewer {
    /// An application, once they said that they have no interest in it.
    pub fn application(&self, pack: PackId, application: ApplicationId) -> Result<ApplicationView> {
        self.find(pack)?.read(application.0)
    }

    /// A file that came with an application they may read.
    pub fn file(&self, pack: PackId, application: ApplicationId, sha256: &str) -> Result<FileContent> {
        let pack = self.find(pack)?;
        let named = pack.readable(application.0)?.files.iter().find(|file| file.sha256 == sha256).ok_or(Error::NotFound)?;
        let stored = kept::read_desk(&self.own(), &self.keyring, pack.round())?;
        let bytes = stored.file(sha256).ok_or(Error::NotFound)?;
        // What the sender says it is, is not believed.
        let media_type = media_type(bytes).ok_or(Error::FileKind)?;
        Ok(FileContent { name: named.name.clone(), media_type, bytes: Zeroizing::new(bytes.to_vec()) })
    }

    /// Saves a judgement as typed, right or wrong. The revision is the one that came with the last view or save.
    pub fn save_judgement(
        &mut self,
        pack: PackId,
        application: ApplicationId,
        revision: u32,
        typed: &TypedJudgement,
    ) -> Result<JudgementSaved> {
        let id = application.0;
        let (revision, at) = self.change(pack, |pack, draft, hand| {
            pack.readable(id)?;
            if matches!(pack.state(id), ReviewState::Sealed | ReviewState::Sent) {
                return Err(Error::WrongState);
            }
            let item = draft.item_mut(id);
            if item.revision != revision {
                let (expected, found) = (revision.into(), item.revision.into());
                return Err(StoreError::Conflict { what: "judgement", id, expected, found }.into());
            }
            item.revision = revision.saturating_add(1);
            item.typed = Some(TypedShape::from(typed)).filter(|typed| *typed != TypedShape::from(&TypedJudgement::default()));
            Ok((item.revision, hand.now))
        })?;
        Ok(JudgementSaved { revision, at, state: self.find(pack)?.state(id) })
    }

    /// Seals a judgement: it is signed, and goes into the next response.
    pub fn seal_review(&mut self, pack: PackId, application: ApplicationId) -> Result<()> {
        let id = application.0;
        self.change(pack, |pack, draft, hand| {
            let sheet = pack.readable(id)?;
            if matches!(pack.state(id), ReviewState::Sealed | ReviewState::Sent) {
                return Err(Error::WrongState);
            }
            let judgement = check_judgement(&pack.judgement(sheet), Money::from_pence(sheet.summary.asked_pence), &pack.criteria())
                .map_err(|problems| Error::Fields(problems.into_iter().map(|(field, problem)| (field, problem.into())).collect()))?;
            let fact = ReviewFactSheet {
                fact: REVIEW_FACT.to_owned(),
                round_id: pack.round(),
                application_id: id,
                version: sheet.version,
                version_sha256: sheet.version_sha256.clone(),
                member_id: pack.desk.round.reviewer,
                revises: pack.earlier(sheet).into_iter().collect(),
                judgement: JudgementSheet::from(&judgement),
                made_at: hand.now,
            };
            let signed = SignedFact::sign(serde_json::to_string(&fact)?, hand.keyring, &format!("{REVIEW_FACT} {id}"))?;
            let item = draft.item_mut(id);
            item.reviews.push(signed);
            item.typed = None;
            item.revision = item.revision.saturating_add(1);
            Ok(())
        })
    }

    /// Opens one's sealed judgement, to change it. What never went out is not kept.
    pub fn reopen(&mut self, pack: PackId, application: ApplicationId) -> Result<()> {
        let id = application.0;
        self.change(pack, |pack, draft, _| {
            let sheet = pack.readable(id)?;
            if !matches!(pack.state(id), ReviewState::Sealed | ReviewState::Sent) {
                return Err(Error::WrongState);
            }
            let typed = TypedShape::from(&pack.judgement(sheet));
            let out = draft.out.clone();
            let item = draft.item_mut(id);
            if item.reviews.last().is_some_and(|last| !out.contains(&last.id())) {
                item.reviews.pop();
            }
            item.typed = Some(typed);
            item.revision = item.revision.saturating_add(1);
            Ok(())
        })
    }
}

impl Pack {
    fn criteria(&self) -> Vec<Criterion> {
        self.desk.round.criteria.iter().map(|one| Criterion { name: one.name.clone(), most: one.most }).collect()
    }

    fn read(&self, application: Uuid) -> Result<ApplicationView> {
        let sheet = self.readable(application)?;
        let round = &self.desk.round;
        let content = VersionText::from_json(&sheet.text)?.content;
        let name_of = |id: Uuid| round.priorities.iter().find(|(one, _)| *one == id).map(|(_, name)| name.clone());
        let rivals = self.rivals(sheet).into_iter().filter_map(|own| Judgement::try_from(&own.judgement).ok());
        Ok(ApplicationView {
            application_id: ApplicationId(application),
            reference: sheet.reference.clone(),
            received_on: sheet.received_on,
            summary: gate::summary(sheet),
            priorities: content.priorities.iter().filter_map(|id| name_of(id.0)).collect(),
            content,
            files: files(sheet),
            history: sheet.history.iter().map(|line| (line.on, line.words.clone())).collect(),
            criteria: self.criteria(),
            panel: round.panel.clone(),
            return_by: round.return_by,
            co_ordinator: round.co_ordinator.clone(),
            state: self.state(application),
            revision: self.item(application).map_or(0, |item| item.revision),
            judgement: self.judgement(sheet),
            rivals: rivals.map(|judgement| judgement.typed()).collect(),
            next: self.next(application),
        })
    }

    /// The next application that is not answered, round the end to the beginning.
    fn next(&self, application: Uuid) -> Option<ApplicationId> {
        let all = self.applications();
        let here = all.iter().position(|(_, id)| *id == application)?;
        let after = all.iter().cycle().skip(here.saturating_add(1)).take(all.len().saturating_sub(1));
        after.map(|(_, id)| *id).find(|id| !self.state(*id).is_answered()).map(ApplicationId)
    }
}

fn files(sheet: &ApplicationSheet) -> Vec<FileRow> {
    let row = |file: &exchange::sheet::FileSheet| FileRow {
        sha256: file.sha256.clone(),
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
    };
    sheet.files.iter().map(row).collect()
}
