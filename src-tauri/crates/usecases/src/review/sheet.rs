//! What one reviewer is given to read: the round, and each application they get.

use super::facts::{Facts, Standings};
use super::history::earlier;
use super::kept;
use super::line::Share;
use super::round::share;
use crate::case::Case;
use crate::interest::matches;
use crate::{Error, Open, Result};
use domain::id::{ApplicationId, MemberId, ReviewId};
use domain::interest::{Answer, Stance};
use domain::review::Standing;
use exchange::PackFile;
use exchange::sheet::{
    ApplicationSheet, CriterionSheet, FileSheet, HistorySheet, LeftOut, LeftOutWhy, MatchSheet, OwnReview, ReviewFactSheet, RoundSheet,
    SummarySheet,
};
use std::sync::Arc;
use store::{ReadTx, Which};
use uuid::Uuid;
use zeroize::Zeroizing;

/// An application as every reviewer gets it, with its files.
pub(super) struct Parcel {
    pub(super) id: Uuid,
    pub(super) version: u32,
    pub(super) sha256: String,
    pub(super) files: Vec<(String, PackFile)>,
    sheet: ApplicationSheet,
}

impl Parcel {
    /// Reads an application and opens its files, once for all reviewers.
    pub(super) fn of(open: &Open, tx: &ReadTx<'_>, id: Uuid) -> Result<Self> {
        let case = open.case(ApplicationId(id))?;
        let (version, text) = version_text(tx, id, None)?.ok_or(Error::NotFound)?;
        let sha256 = kept::sha256(text.as_bytes());
        let (mut files, mut listed) = (Vec::new(), Vec::new());
        for file in &case.attachments {
            let bytes = Zeroizing::new(tx.sealed_bytes(file.bytes)?.ok_or(Error::NotFound)?);
            let (hash, size) = (kept::sha256(&bytes), bytes.len() as u64);
            listed.push(FileSheet {
                sha256: hash.clone(),
                name: file.name.clone().ok_or(Error::NotFound)?,
                media_type: file.media_type.clone(),
                kind: file.kind.clone(),
                size,
            });
            files.push((hash, PackFile { ending: ending(&file.media_type).to_owned(), bytes: Arc::new(bytes) }));
        }
        let history = earlier(open, case)?.into_iter().map(|(on, words)| HistorySheet { on, words }).collect();
        let sheet = ApplicationSheet {
            application_id: id,
            reference: case.reference().ok_or(Error::NotFound)?,
            version,
            version_sha256: sha256.clone(),
            received_on: case.row.received_on.ok_or(Error::NotFound)?,
            summary: summary(case).ok_or(Error::NotFound)?,
            matches: Vec::new(),
            stance: String::new(),
            text,
            history,
            files: listed,
            own_reviews: Vec::new(),
        };
        Ok(Self { id, version, sha256, files, sheet })
    }

    /// The sheet for one reviewer.
    fn sheet_for(&self, open: &Open, tx: &ReadTx<'_>, facts: &Facts, standings: &Standings, member: Uuid) -> Result<ApplicationSheet> {
        let mut sheet = self.sheet.clone();
        let case = open.case(ApplicationId(self.id))?;
        let alike = matches(open, MemberId(member), case).into_iter();
        sheet.matches = alike.map(|found| MatchSheet { body: found.body, how: found.how, since: found.since }).collect();
        stance(tx, facts, member, self.id)?.clone_into(&mut sheet.stance);
        for row in facts.reviews_of(member, self.id) {
            // What whoever sends the pack cannot open is not sent back.
            let Some(fact) = kept::open_fact(tx, row)? else { continue };
            let said: ReviewFactSheet = fact.read()?;
            sheet.own_reviews.push(OwnReview {
                review_id: row.review_id,
                made_at: row.made_at,
                rival: standings.get(&ReviewId(row.review_id)) == Some(&Standing::Rival),
                judgement: said.judgement,
                revises: row.revises.clone(),
            });
        }
        sheet.own_reviews.sort_by_key(|review| (review.made_at, review.review_id));
        Ok(sheet)
    }
}

/// The round for one reviewer: just the applications that they get, in the order of the round.
pub(super) fn sheet(open: &Open, tx: &ReadTx<'_>, facts: &Facts, member: Uuid, parcels: &[&Parcel]) -> Result<RoundSheet> {
    let standings = facts.standings();
    let (mut applications, mut left_out) = (Vec::new(), Vec::new());
    for id in &facts.applications {
        let why = match share(open, facts, member, *id) {
            Share::Gets => {
                let parcel = parcels.iter().find(|parcel| parcel.id == *id).ok_or(Error::NotFound)?;
                applications.push(parcel.sheet_for(open, tx, facts, &standings, member)?);
                continue;
            }
            Share::Conflicted => LeftOutWhy::Declared,
            Share::Doubtful => LeftOutWhy::Doubtful,
            Share::LeftOut | Share::NotReadable => LeftOutWhy::Chosen,
            Share::Over => continue,
        };
        let reference = open.case(ApplicationId(*id))?.reference().unwrap_or_default();
        left_out.push(LeftOut { reference, why });
    }
    let others = facts.reviewers.iter().filter(|row| row.member_id != member);
    Ok(RoundSheet {
        round_id: facts.round.round_id,
        name: facts.round.name.clone(),
        return_by: facts.round.return_by,
        criteria: facts.round.criteria.iter().map(|one| CriterionSheet { name: one.name.clone(), most: one.most }).collect(),
        priorities: open.plans().priorities().map(|priority| (priority.id.0, priority.name.clone())).collect(),
        reviewer: member,
        co_ordinator: open.member().name.clone(),
        panel: others.map(|row| open.name_of(row.member_id).to_owned()).collect(),
        made_at: tx.now(),
        applications,
        left_out,
    })
}

/// A version of an application letter by letter, the newest unless one is named; none when it is sealed to others.
pub(super) fn version_text(tx: &ReadTx<'_>, application: Uuid, version: Option<u32>) -> Result<Option<(u32, String)>> {
    let rows = tx.application_versions(Which::One(application))?;
    let row = rows.iter().rfind(|row| version.is_none_or(|version| row.version == version)).ok_or(Error::NotFound)?;
    Ok(tx.text(&row.text)?.map(|text| (row.version, text)))
}

/// What is shown before the text.
fn summary(case: &Case) -> Option<SummarySheet> {
    let content = case.content()?;
    let cover = &content.cover;
    let named = cover.contacts.iter().filter(|contact| !contact.name.trim().is_empty());
    let mut people: Vec<(String, String)> = named.map(|contact| (contact.position.clone(), contact.name.clone())).collect();
    let payee = cover.payee_name.trim();
    if !payee.is_empty() {
        people.push((PAID_TO.to_owned(), payee.to_owned()));
    }
    let place = cover.address.lines().chain([cover.postcode.as_str()]).map(str::trim).filter(|line| !line.is_empty());
    let meets_at = place.collect::<Vec<_>>().join(", ");
    Some(SummarySheet {
        group_name: cover.group_name.clone(),
        one_line: cover.summary.clone(),
        asked_pence: content.asked_or_sum().pence(),
        people,
        meets_at: Some(meets_at).filter(|place| !place.is_empty()),
    })
}

/// The part that a payee plays, as the gate says it.
const PAID_TO: &str = "Paid to";

/// Where a reviewer stands, as their desk must know it.
fn stance(tx: &ReadTx<'_>, facts: &Facts, member: Uuid, application: Uuid) -> Result<&'static str> {
    let last = tx.interests(Which::One(application))?.into_iter().rfind(|row| row.member_id == member).map(|row| row.answer);
    Ok(match facts.stance(member, application) {
        Stance::Clear if last == Some(Answer::RuledNone) => "ruled-none",
        Stance::Clear => "clear",
        Stance::Unanswered | Stance::Conflicted | Stance::Doubtful => "unanswered",
    })
}

fn ending(media_type: &str) -> &'static str {
    match media_type {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        _ => "png",
    }
}
