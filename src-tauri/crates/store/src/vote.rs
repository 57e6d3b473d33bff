//! Votes between meetings by e-mail: the proposal, who may vote, the ballots, and what came of it.

use crate::range::Which;
use crate::row::{instant, read_date, read_id, read_optional_date};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use rusqlite::named_params;
use uuid::Uuid;

/// A vote that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailVoteClose {
    /// When.
    pub on: NaiveDate,
    /// What came of it, sealed.
    pub words: Uuid,
    /// Recorded by whom.
    pub by: Uuid,
}

/// A vote by e-mail. Its end is recorded apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailVoteRow {
    /// Its id.
    pub email_vote_id: Uuid,
    /// On which application.
    pub application_id: Uuid,
    /// The day on which the papers went out.
    pub opened_on: NaiveDate,
    /// The last day for ballots.
    pub closes_on: NaiveDate,
    /// How many must agree.
    pub needed: u32,
    /// What is proposed, sealed.
    pub proposal: Uuid,
    /// Started by whom.
    pub started_by: Uuid,
    /// Its end.
    pub close: Option<EmailVoteClose>,
}

/// A ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotRow {
    /// Who voted, when and how, sealed.
    pub words: Uuid,
    /// Typed in by whom.
    pub recorded_by: Uuid,
}

impl ReadTx<'_> {
    /// Votes by e-mail, oldest first.
    pub fn email_votes(&self, which: Which) -> Result<Vec<EmailVoteRow>, StoreError> {
        self.all(sql!("vote/list"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            let close = match read_optional_date(row, "closed_on")? {
                Some(on) => Some(EmailVoteClose { on, words: read_id(row, "close_blob_id")?, by: read_id(row, "closed_by")? }),
                None => None,
            };
            Ok(EmailVoteRow {
                email_vote_id: read_id(row, "email_vote_id")?,
                application_id: read_id(row, "application_id")?,
                opened_on: read_date(row, "opened_on")?,
                closes_on: read_date(row, "closes_on")?,
                needed: row.get("needed")?,
                proposal: read_id(row, "blob_id")?,
                started_by: read_id(row, "recorded_by")?,
                close,
            })
        })
    }

    /// Who may vote.
    pub fn email_vote_roll(&self, email_vote_id: Uuid) -> Result<Vec<Uuid>, StoreError> {
        self.all(sql!("vote/roll"), named_params! { ":email_vote_id": email_vote_id.as_bytes() }, |row| read_id(row, "member_id"))
    }

    /// The ballots of a vote, in the order in which they were recorded.
    pub fn ballots(&self, email_vote_id: Uuid) -> Result<Vec<BallotRow>, StoreError> {
        self.all(sql!("vote/ballots"), named_params! { ":email_vote_id": email_vote_id.as_bytes() }, |row| {
            Ok(BallotRow { words: read_id(row, "blob_id")?, recorded_by: read_id(row, "recorded_by")? })
        })
    }

    /// Every blob of the votes on an application.
    pub fn email_vote_blobs(&self, application_id: Uuid) -> Result<Vec<Uuid>, StoreError> {
        self.all(sql!("vote/blobs"), named_params! { ":application_id": application_id.as_bytes() }, |row| read_id(row, "blob_id"))
    }
}

impl WriteTx<'_> {
    /// Starts a vote with those who may vote.
    pub fn insert_email_vote(&mut self, new: &EmailVoteRow, roll: &[Uuid]) -> Result<(), StoreError> {
        self.run(
            sql!("vote/insert"),
            named_params! {
                ":email_vote_id": new.email_vote_id.as_bytes(), ":application_id": new.application_id.as_bytes(),
                ":opened_on": new.opened_on.to_string(), ":closes_on": new.closes_on.to_string(), ":needed": new.needed,
                ":blob_id": new.proposal.as_bytes(), ":recorded_at": instant(self.now()), ":recorded_by": new.started_by.as_bytes(),
            },
        )?;
        for member_id in roll {
            self.run(
                sql!("vote/insert_resident"),
                named_params! { ":email_vote_id": new.email_vote_id.as_bytes(), ":member_id": member_id.as_bytes() },
            )?;
        }
        Ok(())
    }

    /// Keeps a ballot.
    pub fn insert_ballot(&mut self, email_vote_id: Uuid, words: Uuid) -> Result<(), StoreError> {
        self.run(
            sql!("vote/insert_ballot"),
            named_params! {
                ":email_vote_id": email_vote_id.as_bytes(), ":blob_id": words.as_bytes(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that a vote is over.
    pub fn insert_email_vote_close(&mut self, email_vote_id: Uuid, on: NaiveDate, words: Uuid) -> Result<(), StoreError> {
        self.run(
            sql!("vote/insert_close"),
            named_params! {
                ":email_vote_id": email_vote_id.as_bytes(), ":closed_on": on.to_string(), ":blob_id": words.as_bytes(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}
