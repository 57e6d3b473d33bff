//! Writing rounds, what goes out and comes back, and reviews.

use crate::row::{instant, unreadable};
use crate::sql::sql;
use crate::{Head, Medium, StoreError, WriteTx};
use chrono::{DateTime, NaiveDate, Utc};
use domain::review::Criterion;
use rusqlite::named_params;
use uuid::Uuid;

/// A round to be made, or to be changed before anything went out.
#[derive(Debug, Clone, Copy)]
pub struct NewRound<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The day by which the answers should be back.
    pub return_by: NaiveDate,
    /// What is scored.
    pub criteria: &'a [Criterion],
    /// The applications, in their order.
    pub applications: &'a [Uuid],
    /// The reviewers, in their order.
    pub reviewers: &'a [(Uuid, Medium)],
}

/// Something to be handed out.
#[derive(Debug, Clone, Copy)]
pub struct NewSending<'a> {
    /// Its id: a pack's own.
    pub sending_id: Uuid,
    /// The round.
    pub round_id: Uuid,
    /// To whom.
    pub member_id: Uuid,
    /// As what.
    pub medium: Medium,
    /// The name of the pack's file, and the head of the journal that it carries. For packs alone.
    pub pack: Option<(&'a str, Head)>,
    /// Each application in it, with its version.
    pub items: &'a [(Uuid, u32)],
}

/// A response that comes in.
#[derive(Debug, Clone, Copy)]
pub struct NewPackIn {
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
}

/// A review to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewReview<'a> {
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
    /// The pack it came in; none when whoever is signed in types it in.
    pub pack_id: Option<Uuid>,
    /// Whether the reviews are open already.
    pub late: bool,
    /// The reviews that it takes the place of.
    pub revises: &'a [Uuid],
}

impl WriteTx<'_> {
    /// Makes a round.
    pub fn insert_round(&mut self, round_id: Uuid, new: &NewRound<'_>) -> Result<(), StoreError> {
        self.run(
            sql!("round/insert"),
            named_params! {
                ":round_id": round_id.as_bytes(), ":name": new.name, ":return_by": new.return_by.to_string(),
                ":criteria": criteria(new.criteria)?, ":started_at": instant(self.now()), ":started_by": self.signed_in().as_bytes(),
            },
        )?;
        self.insert_round_parts(round_id, new)
    }

    /// Changes a round. The file refuses it once something went out or came in.
    pub fn change_round(&mut self, round_id: Uuid, new: &NewRound<'_>) -> Result<(), StoreError> {
        let changed = self.run(
            sql!("round/update"),
            named_params! {
                ":round_id": round_id.as_bytes(), ":name": new.name, ":return_by": new.return_by.to_string(),
                ":criteria": criteria(new.criteria)?,
            },
        )?;
        if changed == 0 {
            return Err(StoreError::NotFound { what: "round", id: round_id });
        }
        self.run(sql!("round/delete_applications"), named_params! { ":round_id": round_id.as_bytes() })?;
        self.run(sql!("round/delete_reviewers"), named_params! { ":round_id": round_id.as_bytes() })?;
        self.insert_round_parts(round_id, new)
    }

    fn insert_round_parts(&mut self, round_id: Uuid, new: &NewRound<'_>) -> Result<(), StoreError> {
        for (place, application_id) in (1_u32..).zip(new.applications) {
            self.run(
                sql!("round/insert_application"),
                named_params! { ":round_id": round_id.as_bytes(), ":place": place, ":application_id": application_id.as_bytes() },
            )?;
        }
        for (place, (member_id, medium)) in (1_u32..).zip(new.reviewers) {
            self.run(
                sql!("round/insert_reviewer"),
                named_params! {
                    ":round_id": round_id.as_bytes(), ":place": place, ":member_id": member_id.as_bytes(), ":medium": medium.code(),
                },
            )?;
        }
        Ok(())
    }

    /// Records that a reviewer is left out of one application, with the blob of the reason, or let in again.
    pub fn insert_leaving_out(
        &mut self,
        round_id: Uuid,
        application_id: Uuid,
        member_id: Uuid,
        reason: Option<Uuid>,
    ) -> Result<(), StoreError> {
        self.run(
            sql!("round/insert_leaving_out"),
            named_params! {
                ":leaving_out_id": self.new_id().as_bytes(), ":round_id": round_id.as_bytes(),
                ":application_id": application_id.as_bytes(), ":member_id": member_id.as_bytes(), ":left_out": reason.is_some(),
                ":reason_blob_id": reason.as_ref().map(Uuid::as_bytes), ":recorded_at": instant(self.now()),
                ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that something was handed out.
    pub fn insert_sending(&mut self, new: &NewSending<'_>) -> Result<(), StoreError> {
        self.run(
            sql!("pack/insert_sending"),
            named_params! {
                ":sending_id": new.sending_id.as_bytes(), ":round_id": new.round_id.as_bytes(), ":member_id": new.member_id.as_bytes(),
                ":medium": new.medium.code(), ":file_name": new.pack.map(|(name, _)| name),
                ":head_seq": new.pack.map(|(_, head)| head.seq), ":head_hash": new.pack.map(|(_, head)| head.hash),
                ":sent_at": instant(self.now()), ":sent_by": self.signed_in().as_bytes(),
            },
        )?;
        for (application_id, version) in new.items {
            self.run(
                sql!("pack/insert_sending_item"),
                named_params! {
                    ":sending_id": new.sending_id.as_bytes(), ":application_id": application_id.as_bytes(), ":version": version,
                },
            )?;
        }
        Ok(())
    }

    /// Records that a response came in.
    pub fn insert_pack_in(&mut self, new: &NewPackIn) -> Result<(), StoreError> {
        self.run(
            sql!("pack/insert_pack_in"),
            named_params! {
                ":pack_id": new.pack_id.as_bytes(), ":manifest_sha256": new.manifest_sha256, ":round_id": new.round_id.as_bytes(),
                ":member_id": new.member_id.as_bytes(), ":in_reply_to": new.in_reply_to.as_bytes(), ":made_at": instant(new.made_at),
                ":opened_at": instant(new.opened_at), ":history_differs": new.history_differs,
                ":brought_in_at": instant(self.now()), ":brought_in_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps a review.
    pub fn insert_review(&mut self, new: &NewReview<'_>) -> Result<(), StoreError> {
        let me = self.signed_in();
        let typed_by = if new.pack_id.is_none() { Some(me.as_bytes()) } else { None };
        self.run(
            sql!("review/insert"),
            named_params! {
                ":review_id": new.review_id.as_bytes(), ":round_id": new.round_id.as_bytes(),
                ":application_id": new.application_id.as_bytes(), ":version": new.version, ":member_id": new.member_id.as_bytes(),
                ":signed": new.signed, ":made_at": instant(new.made_at), ":blob_id": new.blob_id.as_bytes(),
                ":pack_id": new.pack_id.as_ref().map(Uuid::as_bytes), ":typed_by": typed_by, ":late": new.late,
                ":brought_in_at": instant(self.now()),
            },
        )?;
        for revised_id in new.revises {
            self.run(
                sql!("review/insert_revision"),
                named_params! { ":review_id": new.review_id.as_bytes(), ":revised_id": revised_id.as_bytes() },
            )?;
        }
        Ok(())
    }

    /// Records what the chair settled about a late review.
    pub fn insert_late_ruling(&mut self, review_id: Uuid, accepted: bool, reason: Uuid) -> Result<(), StoreError> {
        self.run(
            sql!("review/insert_late_ruling"),
            named_params! {
                ":review_id": review_id.as_bytes(), ":accepted": accepted, ":reason_blob_id": reason.as_bytes(),
                ":ruled_at": instant(self.now()), ":ruled_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that the reviews of a round were opened, with the blob of the reason when it was before all were in.
    pub fn insert_round_opening(&mut self, round_id: Uuid, reason: Option<Uuid>) -> Result<(), StoreError> {
        self.run(
            sql!("round/insert_opening"),
            named_params! {
                ":round_id": round_id.as_bytes(), ":reason_blob_id": reason.as_ref().map(Uuid::as_bytes),
                ":opened_at": instant(self.now()), ":opened_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}

fn criteria(criteria: &[Criterion]) -> Result<String, StoreError> {
    let pairs: Vec<(&str, u8)> = criteria.iter().map(|one| (one.name.as_str(), one.most)).collect();
    serde_json::to_string(&pairs).map_err(|_| unreadable("criteria"))
}
