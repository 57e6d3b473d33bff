//! What was said about interests in applications, and the standing register of interests.

use crate::range::Which;
use crate::row::{instant, read_code, read_date, read_id, read_instant, read_optional_date, read_optional_id};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::{DateTime, NaiveDate, Utc};
use domain::interest::{Answer, InterestKind, Reach};
use rusqlite::named_params;
use uuid::Uuid;

/// How something that was said came into the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It was said at this register, in an event its author signed.
    Here,
    /// It came in a pack, signed by its author.
    Signed,
    /// It came on paper, and was typed in on its author's behalf.
    Paper,
}

impl Way {
    const ALL: [Self; 3] = [Self::Here, Self::Signed, Self::Paper];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Signed => "signed",
            Self::Paper => "paper",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// Something that was said about a member's interest in an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterestRow {
    /// Its id.
    pub interest_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// Whose interest it is.
    pub member_id: Uuid,
    /// What was said.
    pub answer: Answer,
    /// How it came here.
    pub way: Way,
    /// Its words, sealed with the application.
    pub words: Option<Uuid>,
    /// The day it was said.
    pub said_on: NaiveDate,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By whom: the member, the chair who settled it, or who brought it in.
    pub recorded_by: Uuid,
}

/// Something to be kept about an interest.
#[derive(Debug, Clone)]
pub struct NewInterest {
    /// Its id.
    pub interest_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// Whose interest it is.
    pub member_id: Uuid,
    /// What was said.
    pub answer: Answer,
    /// How it came here.
    pub way: Way,
    /// Its words, sealed with the application.
    pub words: Option<Uuid>,
    /// The day it was said.
    pub said_on: NaiveDate,
}

/// An entry of the standing register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingInterestRow {
    /// Its id.
    pub standing_interest_id: Uuid,
    /// Whose it is.
    pub member_id: Uuid,
    /// The body they are tied to.
    pub body: String,
    /// How it arises.
    pub how: String,
    /// What kind of tie it is.
    pub kind: InterestKind,
    /// Whether it is their own.
    pub reach: Reach,
    /// Since when.
    pub since: NaiveDate,
    /// When it ended.
    pub ended_on: Option<NaiveDate>,
}

impl ReadTx<'_> {
    /// What was said about interests, by application, oldest first.
    pub fn interests(&self, which: Which) -> Result<Vec<InterestRow>, StoreError> {
        self.all(sql!("interest/list"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(InterestRow {
                interest_id: read_id(row, "interest_id")?,
                application_id: read_id(row, "application_id")?,
                member_id: read_id(row, "member_id")?,
                answer: read_code(row, "answer", Answer::from_code)?,
                way: read_code(row, "way", Way::from_code)?,
                words: read_optional_id(row, "blob_id")?,
                said_on: read_date(row, "said_on")?,
                recorded_at: read_instant(row, "recorded_at")?,
                recorded_by: read_id(row, "recorded_by")?,
            })
        })
    }

    /// Whether this was recorded before.
    pub fn knows_interest(&self, interest_id: Uuid) -> Result<bool, StoreError> {
        let known =
            self.one(sql!("interest/is_known"), named_params! { ":interest_id": interest_id.as_bytes() }, |row| Ok(row.get("known")?))?;
        Ok(known.unwrap_or(false))
    }

    /// The standing register, oldest entry first.
    pub fn standing_interests(&self) -> Result<Vec<StandingInterestRow>, StoreError> {
        self.all(sql!("interest/standing"), [], |row| {
            Ok(StandingInterestRow {
                standing_interest_id: read_id(row, "standing_interest_id")?,
                member_id: read_id(row, "member_id")?,
                body: row.get("body")?,
                how: row.get("how")?,
                kind: read_code(row, "kind", InterestKind::from_code)?,
                reach: read_code(row, "reach", Reach::from_code)?,
                since: read_date(row, "since")?,
                ended_on: read_optional_date(row, "ended_on")?,
            })
        })
    }
}

impl WriteTx<'_> {
    /// Keeps what was said about an interest.
    pub fn insert_interest(&mut self, new: &NewInterest) -> Result<(), StoreError> {
        self.run(
            sql!("interest/insert"),
            named_params! {
                ":interest_id": new.interest_id.as_bytes(), ":application_id": new.application_id.as_bytes(),
                ":member_id": new.member_id.as_bytes(), ":answer": new.answer.code(), ":way": new.way.code(),
                ":blob_id": new.words.as_ref().map(Uuid::as_bytes), ":said_on": new.said_on.to_string(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps an entry of the standing register. Its end is recorded apart.
    pub fn insert_standing_interest(&mut self, new: &StandingInterestRow) -> Result<(), StoreError> {
        self.run(
            sql!("interest/insert_standing"),
            named_params! {
                ":standing_interest_id": new.standing_interest_id.as_bytes(), ":member_id": new.member_id.as_bytes(), ":body": new.body,
                ":how": new.how, ":kind": new.kind.code(), ":reach": new.reach.code(), ":since": new.since.to_string(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that an entry of the standing register ended.
    pub fn insert_standing_interest_end(&mut self, standing_interest_id: Uuid, ended_on: NaiveDate) -> Result<(), StoreError> {
        self.run(
            sql!("interest/insert_standing_end"),
            named_params! {
                ":standing_interest_id": standing_interest_id.as_bytes(), ":ended_on": ended_on.to_string(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}
