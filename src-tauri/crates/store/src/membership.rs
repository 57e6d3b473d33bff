//! Seats, offices and ties, and how they ended.

mod person;

pub use person::{ElectionRow, JoiningRow, JoiningVote, MemberPaperRow, TermEndRow};

use crate::row::{instant, read_code, read_date, read_id, read_optional_date, unreadable};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use domain::id::{OfficeTermId, TermId, TieId};
use domain::membership::{Ended, EndedBy, Office, OfficeBy, OfficeTerm, SeatBy, SeatKind, Term, Tie, TieKind};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// The early end of a term, to be kept.
#[derive(Debug, Clone)]
pub struct NewTermEnd {
    /// Which term.
    pub term: TermId,
    /// When, and why.
    pub ended: Ended,
    /// When they were told that they might be voted off.
    pub told_on: Option<NaiveDate>,
    /// The item of the meeting that voted.
    pub item_id: Option<Uuid>,
    /// How that vote went, as JSON.
    pub vote: Option<String>,
    /// Reasons, sealed.
    pub words: Option<Uuid>,
}

impl NewTermEnd {
    /// An end of which there is nothing more to say.
    pub fn plain(term: TermId, ended: Ended) -> Self {
        Self { term, ended, told_on: None, item_id: None, vote: None, words: None }
    }
}

impl ReadTx<'_> {
    /// Every term, oldest first, with its early end.
    pub fn terms(&self) -> Result<Vec<Term>, StoreError> {
        self.all(sql!("membership/terms"), [], |row| {
            Ok(Term {
                id: read_id(row, "term_id")?.into(),
                member: read_id(row, "member_id")?.into(),
                seat: read_code(row, "seat", SeatKind::from_code)?,
                begins_on: read_date(row, "begins_on")?,
                ends_on: read_optional_date(row, "ends_on")?,
                how: read_code(row, "how", SeatBy::from_code)?,
                ended: read_ended(row)?,
            })
        })
    }

    /// Every time with an office, oldest first.
    pub fn office_terms(&self) -> Result<Vec<OfficeTerm>, StoreError> {
        self.all(sql!("membership/offices"), [], |row| {
            Ok(OfficeTerm {
                id: read_id(row, "office_term_id")?.into(),
                member: read_id(row, "member_id")?.into(),
                office: read_code(row, "office", Office::from_code)?,
                begins_on: read_date(row, "begins_on")?,
                how: read_code(row, "how", OfficeBy::from_code)?,
                ended_on: read_optional_date(row, "ended_on")?,
            })
        })
    }

    /// Every attachment to the Local Trusted Organisation and every paid post, oldest first.
    pub fn ties(&self) -> Result<Vec<Tie>, StoreError> {
        self.all(sql!("membership/ties"), [], |row| {
            Ok(Tie {
                id: read_id(row, "tie_id")?.into(),
                member: read_id(row, "member_id")?.into(),
                kind: read_code(row, "kind", TieKind::from_code)?,
                what: row.get("what")?,
                since: read_date(row, "since")?,
                ended_on: read_optional_date(row, "ended_on")?,
            })
        })
    }
}

fn read_ended(row: &Row<'_>) -> Result<Option<Ended>, StoreError> {
    let why: Option<String> = row.get("why")?;
    match (read_optional_date(row, "ended_on")?, why) {
        (Some(on), Some(why)) => Ok(Some(Ended { on, why: EndedBy::from_code(&why).ok_or_else(|| unreadable("why"))? })),
        _ => Ok(None),
    }
}

impl WriteTx<'_> {
    /// Keeps a term. Its early end is recorded apart.
    pub fn insert_term(&mut self, term: &Term) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_term"),
            named_params! {
                ":term_id": term.id.0.as_bytes(), ":member_id": term.member.0.as_bytes(), ":seat": term.seat.code(),
                ":begins_on": term.begins_on.to_string(), ":ends_on": term.ends_on.map(|day| day.to_string()), ":how": term.how.code(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps the early end of a term.
    pub fn insert_term_end(&mut self, end: &NewTermEnd) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_term_end"),
            named_params! {
                ":term_id": end.term.0.as_bytes(), ":ended_on": end.ended.on.to_string(), ":why": end.ended.why.code(),
                ":told_on": end.told_on.map(|day| day.to_string()), ":item_id": end.item_id.as_ref().map(Uuid::as_bytes),
                ":vote": end.vote, ":blob_id": end.words.as_ref().map(Uuid::as_bytes),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps a time with an office; the votes of a ballot are JSON. Its end is recorded apart.
    pub fn insert_office_term(&mut self, office: &OfficeTerm, votes: Option<&str>) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_office"),
            named_params! {
                ":office_term_id": office.id.0.as_bytes(), ":member_id": office.member.0.as_bytes(), ":office": office.office.code(),
                ":begins_on": office.begins_on.to_string(), ":how": office.how.code(), ":votes": votes,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps the end of a time with an office.
    pub fn insert_office_end(&mut self, office: OfficeTermId, ended_on: NaiveDate) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_office_end"),
            named_params! {
                ":office_term_id": office.0.as_bytes(), ":ended_on": ended_on.to_string(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps an attachment or a paid post. Its end is recorded apart.
    pub fn insert_tie(&mut self, tie: &Tie) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_tie"),
            named_params! {
                ":tie_id": tie.id.0.as_bytes(), ":member_id": tie.member.0.as_bytes(), ":kind": tie.kind.code(), ":what": tie.what,
                ":since": tie.since.to_string(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps the end of an attachment or a paid post.
    pub fn insert_tie_end(&mut self, tie: TieId, ended_on: NaiveDate) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_tie_end"),
            named_params! {
                ":tie_id": tie.0.as_bytes(), ":ended_on": ended_on.to_string(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
