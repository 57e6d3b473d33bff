//! Rounds of review as they stand in the register: who reads what, what went out, what came back, and the reviews.

#[cfg(test)]
mod tests;
mod write;

pub use write::{NewPackIn, NewReview, NewRound, NewSending};

use crate::range::Which;
use crate::row::{read_code, read_date, read_id, read_instant, read_optional_id, unreadable};
use crate::sql::sql;
use crate::{Head, ReadTx, StoreError};
use chrono::{DateTime, NaiveDate, Utc};
use domain::review::Criterion;
use rusqlite::{Row, named_params};
use std::collections::HashMap;
use uuid::Uuid;

/// How a reviewer gets a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Medium {
    /// A sealed pack.
    Pack,
    /// A printed booklet.
    Paper,
    /// A printed booklet in large print.
    LargePaper,
}

impl Medium {
    /// Every medium.
    pub const ALL: [Self; 3] = [Self::Pack, Self::Paper, Self::LargePaper];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pack => "pack",
            Self::Paper => "paper",
            Self::LargePaper => "large-paper",
        }
    }

    /// The medium of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|medium| medium.code() == code)
    }
}

/// A round, with whether and how its reviews were opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRow {
    /// Its id.
    pub round_id: Uuid,
    /// What it is called.
    pub name: String,
    /// The day by which the answers should be back.
    pub return_by: NaiveDate,
    /// What is scored.
    pub criteria: Vec<Criterion>,
    /// When it was made.
    pub started_at: DateTime<Utc>,
    /// By whom.
    pub started_by: Uuid,
    /// When its reviews were opened, and in whose hands.
    pub opened: Option<Opening>,
}

/// The reviews of a round were opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// When.
    pub at: DateTime<Utc>,
    /// Who opened them, or brought in the last of them.
    pub by: Uuid,
    /// The blob of the reason, when it was before all were in.
    pub reason: Option<Uuid>,
}

/// A reviewer of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewerRow {
    /// The round.
    pub round_id: Uuid,
    /// The number of their copy, from 1.
    pub place: u32,
    /// Who.
    pub member_id: Uuid,
    /// How they get it.
    pub medium: Medium,
}

/// A reviewer was left out of one application, or let in again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeavingOutRow {
    /// The round.
    pub round_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// Who.
    pub member_id: Uuid,
    /// The blob of the reason; none when they were let in again.
    pub reason: Option<Uuid>,
}

/// What was handed to a reviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendingRow {
    /// Its id: a pack's own.
    pub sending_id: Uuid,
    /// The round.
    pub round_id: Uuid,
    /// To whom.
    pub member_id: Uuid,
    /// As what.
    pub medium: Medium,
    /// The name of the pack's file, and the head of the journal that it carried.
    pub pack: Option<(String, Head)>,
    /// When.
    pub sent_at: DateTime<Utc>,
    /// By whom.
    pub sent_by: Uuid,
    /// Each application in it, with its version.
    pub items: Vec<(Uuid, u32)>,
}

/// A response that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackInRow {
    /// The pack.
    pub pack_id: Uuid,
    /// The hash of its manifest.
    pub manifest_sha256: [u8; 32],
    /// The round.
    pub round_id: Uuid,
    /// Whose it is.
    pub member_id: Uuid,
    /// The pack it answers.
    pub in_reply_to: Uuid,
    /// When they made it.
    pub made_at: DateTime<Utc>,
    /// When they first opened what it answers.
    pub opened_at: DateTime<Utc>,
    /// Whether they had seen a history that is not this register's.
    pub history_differs: bool,
    /// When it was brought in.
    pub brought_in_at: DateTime<Utc>,
    /// By whom.
    pub brought_in_by: Uuid,
}

/// A review, without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// Its id, which its content gives it.
    pub review_id: Uuid,
    /// The round.
    pub round_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// Which version of it was read.
    pub version: u32,
    /// Whose it is.
    pub member_id: Uuid,
    /// Whether its author signed it.
    pub signed: bool,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The blob of its words and its signature.
    pub blob_id: Uuid,
    /// The pack it came in; none when it was typed in.
    pub pack_id: Option<Uuid>,
    /// Who typed it in.
    pub typed_by: Option<Uuid>,
    /// Whether it came after the reviews were opened.
    pub late: bool,
    /// When it came in.
    pub brought_in_at: DateTime<Utc>,
    /// The reviews that it takes the place of.
    pub revises: Vec<Uuid>,
    /// What the chair settled about it, when it came late.
    pub ruling: Option<LateRuling>,
}

/// What the chair settled about a late review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateRuling {
    /// Whether it counts.
    pub accepted: bool,
    /// The blob of the reason.
    pub reason: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Uuid,
}

impl ReadTx<'_> {
    /// Rounds, oldest first.
    pub fn rounds(&self, round: Which) -> Result<Vec<RoundRow>, StoreError> {
        self.of_round(sql!("round/list"), round, |row| {
            let opened: Option<String> = row.get("opened_at")?;
            let opened = match opened {
                Some(_) => Some(Opening {
                    at: read_instant(row, "opened_at")?,
                    by: read_id(row, "opened_by")?,
                    reason: read_optional_id(row, "reason_blob_id")?,
                }),
                None => None,
            };
            Ok(RoundRow {
                round_id: read_id(row, "round_id")?,
                name: row.get("name")?,
                return_by: read_date(row, "return_by")?,
                criteria: read_criteria(row)?,
                started_at: read_instant(row, "started_at")?,
                started_by: read_id(row, "started_by")?,
                opened,
            })
        })
    }

    /// The applications of rounds, each with its round, in their order.
    pub fn round_applications(&self, round: Which) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
        self.of_round(sql!("round/applications"), round, |row| Ok((read_id(row, "round_id")?, read_id(row, "application_id")?)))
    }

    /// The reviewers of rounds, in their order.
    pub fn round_reviewers(&self, round: Which) -> Result<Vec<ReviewerRow>, StoreError> {
        self.of_round(sql!("round/reviewers"), round, |row| {
            Ok(ReviewerRow {
                round_id: read_id(row, "round_id")?,
                place: row.get("place")?,
                member_id: read_id(row, "member_id")?,
                medium: read_code(row, "medium", Medium::from_code)?,
            })
        })
    }

    /// Who was left out of what, oldest first; the last row of a member and an application counts.
    pub fn leavings_out(&self, round: Which) -> Result<Vec<LeavingOutRow>, StoreError> {
        self.of_round(sql!("round/leavings_out"), round, |row| {
            Ok(LeavingOutRow {
                round_id: read_id(row, "round_id")?,
                application_id: read_id(row, "application_id")?,
                member_id: read_id(row, "member_id")?,
                reason: read_optional_id(row, "reason_blob_id")?,
            })
        })
    }

    /// What was handed out, oldest first.
    pub fn sendings(&self, round: Which) -> Result<Vec<SendingRow>, StoreError> {
        let items = self.of_round(sql!("pack/sending_items"), round, |row| {
            Ok((read_id(row, "sending_id")?, (read_id(row, "application_id")?, row.get("version")?)))
        })?;
        let mut items = grouped(items);
        self.of_round(sql!("pack/sendings"), round, |row| {
            let sending_id = read_id(row, "sending_id")?;
            let file_name: Option<String> = row.get("file_name")?;
            let pack = match file_name {
                Some(name) => Some((name, Head { seq: row.get("head_seq")?, hash: row.get("head_hash")? })),
                None => None,
            };
            Ok(SendingRow {
                sending_id,
                round_id: read_id(row, "round_id")?,
                member_id: read_id(row, "member_id")?,
                medium: read_code(row, "medium", Medium::from_code)?,
                pack,
                sent_at: read_instant(row, "sent_at")?,
                sent_by: read_id(row, "sent_by")?,
                items: items.remove(&sending_id).unwrap_or_default(),
            })
        })
    }

    /// The responses that were brought in, oldest first.
    pub fn packs_in(&self, round: Which) -> Result<Vec<PackInRow>, StoreError> {
        self.of_round(sql!("pack/packs_in"), round, |row| {
            Ok(PackInRow {
                pack_id: read_id(row, "pack_id")?,
                manifest_sha256: row.get("manifest_sha256")?,
                round_id: read_id(row, "round_id")?,
                member_id: read_id(row, "member_id")?,
                in_reply_to: read_id(row, "in_reply_to")?,
                made_at: read_instant(row, "made_at")?,
                opened_at: read_instant(row, "opened_at")?,
                history_differs: row.get("history_differs")?,
                brought_in_at: read_instant(row, "brought_in_at")?,
                brought_in_by: read_id(row, "brought_in_by")?,
            })
        })
    }

    /// The reviews of rounds, by application and author.
    pub fn reviews(&self, round: Which) -> Result<Vec<ReviewRow>, StoreError> {
        let revisions =
            self.of_round(sql!("review/revisions"), round, |row| Ok((read_id(row, "review_id")?, read_id(row, "revised_id")?)))?;
        let mut revisions = grouped(revisions);
        self.of_round(sql!("review/list"), round, |row| {
            let review_id = read_id(row, "review_id")?;
            let accepted: Option<bool> = row.get("accepted")?;
            let ruling = match accepted {
                Some(accepted) => Some(LateRuling {
                    accepted,
                    reason: read_id(row, "reason_blob_id")?,
                    at: read_instant(row, "ruled_at")?,
                    by: read_id(row, "ruled_by")?,
                }),
                None => None,
            };
            Ok(ReviewRow {
                review_id,
                round_id: read_id(row, "round_id")?,
                application_id: read_id(row, "application_id")?,
                version: row.get("version")?,
                member_id: read_id(row, "member_id")?,
                signed: row.get("signed")?,
                made_at: read_instant(row, "made_at")?,
                blob_id: read_id(row, "blob_id")?,
                pack_id: read_optional_id(row, "pack_id")?,
                typed_by: read_optional_id(row, "typed_by")?,
                late: row.get("late")?,
                brought_in_at: read_instant(row, "brought_in_at")?,
                revises: revisions.remove(&review_id).unwrap_or_default(),
                ruling,
            })
        })
    }

    /// The blobs of what was said of an application: reviews, why somebody was left out, and why a late one counts or not.
    pub fn review_blobs(&self, application_id: Uuid) -> Result<Vec<Uuid>, StoreError> {
        self.all(sql!("review/blobs"), named_params! { ":application_id": application_id.as_bytes() }, |row| read_id(row, "blob_id"))
    }

    /// The round of a review, if there is such a review.
    pub fn round_of_review(&self, review_id: Uuid) -> Result<Option<Uuid>, StoreError> {
        self.one(sql!("review/round_of"), named_params! { ":review_id": review_id.as_bytes() }, |row| read_id(row, "round_id"))
    }

    /// The round of a response that was brought in, if it was.
    pub fn round_of_pack_in(&self, pack_id: Uuid) -> Result<Option<Uuid>, StoreError> {
        self.one(sql!("pack/round_of"), named_params! { ":pack_id": pack_id.as_bytes() }, |row| read_id(row, "round_id"))
    }

    /// Those of these applications whose round went out, or that were reviewed.
    pub fn under_review(&self, application: Which) -> Result<Vec<Uuid>, StoreError> {
        let params = named_params! { ":from": application.from(), ":to": application.to() };
        self.all(sql!("round/under_review"), params, |row| read_id(row, "application_id"))
    }

    fn of_round<T>(
        &self,
        sql: &'static str,
        round: Which,
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.all(sql, named_params! { ":from": round.from(), ":to": round.to() }, read)
    }
}

fn grouped<T>(pairs: Vec<(Uuid, T)>) -> HashMap<Uuid, Vec<T>> {
    let mut groups: HashMap<Uuid, Vec<T>> = HashMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}

fn read_criteria(row: &Row<'_>) -> Result<Vec<Criterion>, StoreError> {
    let text: String = row.get("criteria")?;
    let pairs: Vec<(String, u8)> = serde_json::from_str(&text).map_err(|_| unreadable("criteria"))?;
    Ok(pairs.into_iter().map(|(name, most)| Criterion { name, most }).collect())
}
