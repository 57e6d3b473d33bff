//! What is sealed together: the subjects, and the blobs of each.

use crate::{Result, issue};
use store::{ReadTx, Which};
use uuid::Uuid;

/// What kind of subject it is. Its code stands in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An application under embargo: everything of it.
    Application,
    /// What stays in blobs of an application whose embargo is over, by the application's id.
    Opened,
    /// The words of a decision that the group was not told yet, of an application that was opened early.
    Untold,
    /// The accounts of a grant, by the grant's id.
    Account,
    /// An embargo on something other than an application.
    Matter,
    /// What reviewers said of an application, and votes by e-mail on it, by the application's id. It stays with its readers when the embargo ends.
    Review,
    /// Why the reviews of a round were opened early.
    Round,
    /// Personal words of a member, by the member's id, or of somebody who would join.
    Person,
    /// What is for the members alone of a meeting's item that is not on an application, by the item's id.
    Item,
    /// An appeal or a complaint with what was done about it, by its id.
    Complaint,
    /// The papers of a meeting's item that is not on an application, by the item's id.
    Paper,
}

impl Kind {
    pub(super) const ALL: [Self; 11] = [
        Self::Application,
        Self::Opened,
        Self::Untold,
        Self::Account,
        Self::Matter,
        Self::Review,
        Self::Round,
        Self::Item,
        Self::Paper,
        Self::Person,
        Self::Complaint,
    ];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Opened => "opened",
            Self::Untold => "untold",
            Self::Account => "account",
            Self::Matter => "matter",
            Self::Review => "review",
            Self::Round => "round",
            Self::Person => "person",
            Self::Item => "item",
            Self::Paper => "paper",
            Self::Complaint => "complaint",
        }
    }
}

/// Every blob of a subject.
pub(super) fn blobs(tx: &ReadTx<'_>, kind: Kind, subject: Uuid) -> Result<Vec<Uuid>> {
    let one = Which::One(subject);
    Ok(match kind {
        Kind::Application => of_application(tx, subject)?,
        Kind::Opened => {
            let untold = untold(tx, subject)?;
            of_application(tx, subject)?.into_iter().filter(|blob_id| !untold.contains(blob_id)).collect()
        }
        Kind::Untold => untold(tx, subject)?,
        // Numbers that were erased are sealed to nobody.
        Kind::Account => {
            let kept = tx.payee_accounts(one)?.into_iter().filter(|row| row.value.account.erased_on.is_none());
            kept.map(|row| row.value.numbers).collect()
        }
        // Votes by e-mail stay with those who read applications, as reviews do.
        Kind::Review => tx.review_blobs(subject)?.into_iter().chain(tx.email_vote_blobs(subject)?).collect(),
        Kind::Person => tx.person_blobs(subject)?,
        Kind::Round => tx.rounds(one)?.into_iter().filter_map(|row| row.opened.and_then(|opening| opening.reason)).collect(),
        Kind::Item => tx.item_blobs(subject)?,
        Kind::Paper => tx.papers(one)?.into_iter().flat_map(|paper| [paper.name, paper.bytes]).collect(),
        Kind::Complaint => {
            let words = tx.complaints(one)?.into_iter().map(|row| row.words);
            words.chain(tx.complaint_steps(subject)?.into_iter().map(|step| step.words)).collect()
        }
        Kind::Matter => {
            let words = tx.embargoes(one)?.into_iter().map(|row| row.words);
            words.chain(tx.told_of_embargoes(one)?.into_iter().map(|row| row.names)).collect()
        }
    })
}

fn of_application(tx: &ReadTx<'_>, id: Uuid) -> Result<Vec<Uuid>> {
    let one = Which::One(id);
    let mut blobs: Vec<Uuid> = tx.applications(one)?.into_iter().filter_map(|row| row.typing).collect();
    blobs.extend(tx.application_versions(one)?.iter().filter_map(|row| row.text.blob_id()));
    blobs.extend(tx.withdrawals(one)?.iter().filter_map(|row| row.text.blob_id()));
    blobs.extend(tx.notes(one)?.iter().filter_map(|row| row.text.blob_id()));
    blobs.extend(tx.decisions(one)?.iter().filter_map(|row| row.text.blob_id()));
    for file in tx.attachments(one)? {
        blobs.extend(file.text.blob_id());
        blobs.push(file.bytes);
    }
    blobs.extend(tx.interests(one)?.into_iter().filter_map(|row| row.words));
    blobs.extend(tx.told_of_applications(one)?.into_iter().map(|row| row.names));
    blobs.extend(tx.item_blobs_of_application(id)?);
    blobs.extend(tx.issues_of_application(id)?.into_iter().filter_map(|row| row.copy));
    Ok(blobs)
}

/// Of an application that was opened: the words of decisions and the files that are still sealed, what a meeting resolved that the
/// group was not told yet, and papers that say it.
fn untold(tx: &ReadTx<'_>, application_id: Uuid) -> Result<Vec<Uuid>> {
    let decisions = tx.decisions(Which::One(application_id))?;
    let mut blobs: Vec<Uuid> = decisions.iter().filter(|row| row.told.is_none()).filter_map(|row| row.text.blob_id()).collect();
    for file in tx.attachments(Which::One(application_id))? {
        blobs.extend(file.text.blob_id().into_iter().flat_map(|name| [name, file.bytes]));
    }
    if !is_told(tx, application_id)? {
        blobs.extend(tx.resolution_blobs_of_application(application_id)?);
        let papers = tx.issues_of_application(application_id)?.into_iter().filter(|row| issue::says_decision(&row.kind));
        blobs.extend(papers.filter_map(|row| row.copy));
    }
    Ok(blobs)
}

/// Whether the group was told of a decision that is final.
pub(super) fn is_told(tx: &ReadTx<'_>, application_id: Uuid) -> Result<bool> {
    Ok(tx.decisions(Which::One(application_id))?.iter().any(|row| row.told.is_some() && row.outcome != "deferred"))
}
