//! What stands in the sealed files of the desk, as JSON. A shape is read for ever: a later field has a default.

use chrono::{DateTime, NaiveDate, Utc};
use domain::review::{HelpsPlan, TypedJudgement};
use exchange::sheet::{ApplicationSheet, RoundSheet};
use exchange::{Manifest, SignedFact};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;
use zeroize::Zeroize;

/// The newest form of these files that this program writes and reads.
pub(super) const FORMAT: u32 = 1;

/// A pack on the desk, without its files' bytes: they stand behind it in the same sealed file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DeskShape {
    pub(super) format: u32,
    /// What the pack said about itself; its list of files is left out.
    pub(super) manifest: Manifest,
    pub(super) round: RoundSheet,
    /// Applications of which the text was taken away.
    #[serde(default)]
    pub(super) shut: Vec<ShutShape>,
    #[serde(default)]
    pub(super) files: Vec<FileShape>,
}

/// What is left of an application whose reviewer has an interest.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ShutShape {
    pub(super) application_id: Uuid,
    pub(super) reference: String,
    pub(super) received_on: NaiveDate,
}

/// A file behind the desk's record, in this order.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FileShape {
    pub(crate) sha256: String,
    pub(crate) size: u64,
}

impl DeskShape {
    /// The sheet of an application that can be read.
    pub(super) fn sheet(&self, application: Uuid) -> Option<&ApplicationSheet> {
        self.round.applications.iter().find(|sheet| sheet.application_id == application)
    }

    /// What is left of an application that cannot.
    pub(super) fn shut(&self, application: Uuid) -> Option<&ShutShape> {
        self.shut.iter().find(|shut| shut.application_id == application)
    }
}

impl Drop for DeskShape {
    fn drop(&mut self) {
        self.round.applications.iter_mut().for_each(wipe);
    }
}

/// Wipes the words of an application from memory.
pub(super) fn wipe(sheet: &mut ApplicationSheet) {
    sheet.text.zeroize();
    sheet.summary.group_name.zeroize();
    sheet.summary.one_line.zeroize();
    sheet.summary.meets_at.zeroize();
    for (part, name) in &mut sheet.summary.people {
        part.zeroize();
        name.zeroize();
    }
    for line in &mut sheet.history {
        line.words.zeroize();
    }
    for file in &mut sheet.files {
        file.name.zeroize();
    }
    for found in &mut sheet.matches {
        found.body.zeroize();
        found.how.zeroize();
    }
    for review in &mut sheet.own_reviews {
        review.judgement.good.zeroize();
        review.judgement.worries.zeroize();
        review.judgement.questions.zeroize();
        for (_, text) in &mut review.judgement.comments {
            text.zeroize();
        }
    }
}

/// Everything the reviewer said and wrote in one round. It outlives a pack that a newer one replaces.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DraftShape {
    pub(super) format: u32,
    pub(super) register_id: Uuid,
    /// When they first opened a pack of this round.
    pub(super) opened_at: DateTime<Utc>,
    /// By application.
    #[serde(default)]
    pub(super) items: BTreeMap<Uuid, ItemShape>,
    /// Every fact that was ever put into a response, whether or not that response was sent.
    #[serde(default)]
    pub(super) out: BTreeSet<Uuid>,
    /// The response that was made last.
    #[serde(default)]
    pub(super) made: Option<ResponseShape>,
    /// The response that was saved last.
    #[serde(default)]
    pub(super) sent: Option<ResponseShape>,
    /// Every response that was saved.
    #[serde(default)]
    pub(super) responses: BTreeSet<Uuid>,
    /// When the co-ordinator took the last one in of which they told.
    #[serde(default)]
    pub(super) received_at: Option<DateTime<Utc>>,
}

/// What the reviewer said and wrote about one application.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ItemShape {
    /// Counts every save, so that two windows are kept apart.
    #[serde(default)]
    pub(super) revision: u32,
    /// What they said about an interest, oldest first.
    #[serde(default)]
    pub(super) answers: Vec<SignedFact>,
    /// Until when the chair settled what they said: only later answers stand.
    #[serde(default)]
    pub(super) settled_at: Option<DateTime<Utc>>,
    /// What is being written; none when nothing is, or when it is sealed.
    #[serde(default)]
    pub(super) typed: Option<TypedShape>,
    /// Their sealed reviews, oldest first.
    #[serde(default)]
    pub(super) reviews: Vec<SignedFact>,
    /// Ids of reviews that went out and of which the words were taken away since.
    #[serde(default)]
    pub(super) known: BTreeSet<Uuid>,
}

/// A response.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ResponseShape {
    pub(super) pack_id: Uuid,
    pub(super) at: DateTime<Utc>,
    pub(super) facts: BTreeSet<Uuid>,
}

impl DraftShape {
    pub(super) fn new(register_id: Uuid, opened_at: DateTime<Utc>) -> Self {
        Self {
            format: FORMAT,
            register_id,
            opened_at,
            items: BTreeMap::new(),
            out: BTreeSet::new(),
            made: None,
            sent: None,
            responses: BTreeSet::new(),
            received_at: None,
        }
    }

    /// The ids of everything that a response made now would say.
    pub(super) fn facts(&self) -> BTreeSet<Uuid> {
        self.items.values().flat_map(|item| item.answers.iter().chain(&item.reviews)).map(SignedFact::id).collect()
    }
}

impl Drop for ItemShape {
    fn drop(&mut self) {
        for fact in self.answers.iter_mut().chain(&mut self.reviews) {
            fact.text.zeroize();
        }
    }
}

/// A judgement as it stands on the screen.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TypedShape {
    #[serde(default)]
    helps_plan: Option<String>,
    #[serde(default)]
    good: String,
    #[serde(default)]
    worries: String,
    #[serde(default)]
    comments: Vec<String>,
    #[serde(default)]
    questions: String,
    #[serde(default)]
    scores: Vec<String>,
    #[serde(default)]
    recommendation: String,
    #[serde(default)]
    amount: String,
}

impl From<&TypedJudgement> for TypedShape {
    fn from(typed: &TypedJudgement) -> Self {
        Self {
            helps_plan: typed.helps_plan.map(|helps| helps.code().to_owned()),
            good: typed.good.clone(),
            worries: typed.worries.clone(),
            comments: typed.comments.to_vec(),
            questions: typed.questions.clone(),
            scores: typed.scores.clone(),
            recommendation: typed.recommendation.clone(),
            amount: typed.amount.clone(),
        }
    }
}

impl From<&TypedShape> for TypedJudgement {
    fn from(shape: &TypedShape) -> Self {
        let mut comments: [String; 7] = Default::default();
        for (comment, text) in comments.iter_mut().zip(&shape.comments) {
            comment.clone_from(text);
        }
        Self {
            helps_plan: shape.helps_plan.as_deref().and_then(HelpsPlan::from_code),
            good: shape.good.clone(),
            worries: shape.worries.clone(),
            comments,
            questions: shape.questions.clone(),
            scores: shape.scores.clone(),
            recommendation: shape.recommendation.clone(),
            amount: shape.amount.clone(),
        }
    }
}

impl Drop for TypedShape {
    fn drop(&mut self) {
        self.good.zeroize();
        self.worries.zeroize();
        self.comments.zeroize();
        self.questions.zeroize();
        self.scores.zeroize();
        self.recommendation.zeroize();
        self.amount.zeroize();
    }
}

/// A sender whose fingerprint was read out over the phone.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SenderShape {
    pub(crate) register_id: Uuid,
    pub(crate) member_id: Uuid,
    pub(crate) name: String,
    pub(crate) partnership: String,
    pub(crate) recipient: String,
    pub(crate) verifying_key: String,
    pub(crate) trusted_at: DateTime<Utc>,
    /// Whether they have other keys now: nothing new is taken from these, and what stands here by them stays.
    #[serde(default)]
    pub(crate) former: bool,
}
