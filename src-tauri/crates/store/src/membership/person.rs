//! What is kept of a person: papers, how a seat ended, who would join, and elections.

use crate::range::Which;
use crate::row::{instant, read_code, read_date, read_id, read_optional_date, read_optional_id};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use domain::id::{ElectionId, JoiningId, MemberId, MemberPaperId, OfficeTermId, TermId};
use domain::membership::{EndedBy, PaperKind, RoomVote};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// How a term ended early, with all that was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermEndRow {
    /// Which term.
    pub term: TermId,
    /// Whose.
    pub member: MemberId,
    /// The first day without the seat.
    pub ended_on: NaiveDate,
    /// Why.
    pub why: EndedBy,
    /// When they were told that they might be voted off.
    pub told_on: Option<NaiveDate>,
    /// The item of the meeting that voted.
    pub item_id: Option<Uuid>,
    /// How that vote went, as JSON.
    pub vote: Option<String>,
    /// Reasons, sealed.
    pub words: Option<Uuid>,
}

/// Something that is kept of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberPaperRow {
    /// Its id.
    pub id: MemberPaperId,
    /// Whose.
    pub member: MemberId,
    /// What it is.
    pub kind: PaperKind,
    /// When it was signed, seen or done.
    pub done_on: NaiveDate,
    /// What the kind asks for, sealed.
    pub words: Option<Uuid>,
}

/// Somebody who would join between annual meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoiningRow {
    /// Its id.
    pub id: JoiningId,
    /// When they were met.
    pub met_on: NaiveDate,
    /// By whom.
    pub met_by: [MemberId; 2],
    /// Whether these two found them eligible.
    pub eligible: bool,
    /// Their name, sealed.
    pub words: Uuid,
    /// The vote on them.
    pub vote: Option<JoiningVote>,
}

/// The vote on somebody who would join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JoiningVote {
    /// When.
    pub voted_on: NaiveDate,
    /// How it went.
    pub vote: RoomVote,
    /// The seat that came of it.
    pub term: Option<TermId>,
}

/// A vote on one candidate at an annual general meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElectionRow {
    /// Its id.
    pub id: ElectionId,
    /// When.
    pub held_on: NaiveDate,
    /// The candidate's name.
    pub candidate: String,
    /// When their written nomination came.
    pub nominated_on: Option<NaiveDate>,
    /// Residents in attendance.
    pub residents: u32,
    /// Hands for them.
    pub hands: u32,
    /// The seat that came of it.
    pub term: Option<TermId>,
    /// Who has that seat.
    pub member: Option<MemberId>,
}

impl ReadTx<'_> {
    /// How terms of a member, or of everybody, ended early.
    pub fn term_ends(&self, which: Which) -> Result<Vec<TermEndRow>, StoreError> {
        self.all(sql!("membership/term_ends"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(TermEndRow {
                term: read_id(row, "term_id")?.into(),
                member: read_id(row, "member_id")?.into(),
                ended_on: read_date(row, "ended_on")?,
                why: read_code(row, "why", EndedBy::from_code)?,
                told_on: read_optional_date(row, "told_on")?,
                item_id: read_optional_id(row, "item_id")?,
                vote: row.get("vote")?,
                words: read_optional_id(row, "blob_id")?,
            })
        })
    }

    /// The votes of each written ballot for an office, as JSON.
    pub fn ballots_for_office(&self) -> Result<Vec<(OfficeTermId, String)>, StoreError> {
        self.all(sql!("membership/ballots"), [], |row| Ok((read_id(row, "office_term_id")?.into(), row.get("votes")?)))
    }

    /// What is kept of a member, or of everybody, without what was entered by mistake.
    pub fn member_papers(&self, which: Which) -> Result<Vec<MemberPaperRow>, StoreError> {
        self.all(sql!("membership/papers"), named_params! { ":from": which.from(), ":to": which.to() }, |row| {
            Ok(MemberPaperRow {
                id: read_id(row, "member_paper_id")?.into(),
                member: read_id(row, "member_id")?.into(),
                kind: read_code(row, "kind", PaperKind::from_code)?,
                done_on: read_date(row, "done_on")?,
                words: read_optional_id(row, "blob_id")?,
            })
        })
    }

    /// Everybody who would join or would have joined, in the order in which they were met.
    pub fn joinings(&self) -> Result<Vec<JoiningRow>, StoreError> {
        self.all(sql!("membership/joinings"), [], |row| {
            Ok(JoiningRow {
                id: read_id(row, "joining_id")?.into(),
                met_on: read_date(row, "met_on")?,
                met_by: [read_id(row, "met_by")?.into(), read_id(row, "and_by")?.into()],
                eligible: row.get("eligible")?,
                words: read_id(row, "blob_id")?,
                vote: read_vote(row)?,
            })
        })
    }

    /// Every vote at an annual general meeting, oldest first.
    pub fn elections(&self) -> Result<Vec<ElectionRow>, StoreError> {
        self.all(sql!("membership/elections"), [], |row| {
            Ok(ElectionRow {
                id: read_id(row, "election_id")?.into(),
                held_on: read_date(row, "held_on")?,
                candidate: row.get("candidate")?,
                nominated_on: read_optional_date(row, "nominated_on")?,
                residents: row.get("residents")?,
                hands: row.get("hands")?,
                term: read_optional_id(row, "term_id")?.map(Into::into),
                member: read_optional_id(row, "member_id")?.map(Into::into),
            })
        })
    }

    /// The blobs with personal words of a member, or of somebody who would join.
    pub fn person_blobs(&self, subject: Uuid) -> Result<Vec<Uuid>, StoreError> {
        self.all(sql!("membership/person_blobs"), named_params! { ":subject": subject.as_bytes() }, |row| read_id(row, "blob_id"))
    }
}

fn read_vote(row: &Row<'_>) -> Result<Option<JoiningVote>, StoreError> {
    let Some(voted_on) = read_optional_date(row, "voted_on")? else { return Ok(None) };
    let vote = RoomVote { residents: row.get("residents")?, advisers: row.get("advisers")?, agreed: row.get("agreed")? };
    Ok(Some(JoiningVote { voted_on, vote, term: read_optional_id(row, "term_id")?.map(Into::into) }))
}

impl WriteTx<'_> {
    /// Keeps a paper of a member.
    pub fn insert_member_paper(&mut self, paper: &MemberPaperRow) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_paper"),
            named_params! {
                ":member_paper_id": paper.id.0.as_bytes(), ":member_id": paper.member.0.as_bytes(), ":kind": paper.kind.code(),
                ":done_on": paper.done_on.to_string(), ":blob_id": paper.words.as_ref().map(Uuid::as_bytes),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Says that a paper was entered by mistake.
    pub fn void_member_paper(&mut self, paper: MemberPaperId) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_paper_void"),
            named_params! {
                ":member_paper_id": paper.0.as_bytes(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps that somebody who would join was met. The vote is recorded apart.
    pub fn insert_joining(&mut self, joining: &JoiningRow) -> Result<(), StoreError> {
        let [first, second] = joining.met_by;
        self.run(
            sql!("membership/insert_joining"),
            named_params! {
                ":joining_id": joining.id.0.as_bytes(), ":met_on": joining.met_on.to_string(), ":met_by": first.0.as_bytes(),
                ":and_by": second.0.as_bytes(), ":eligible": joining.eligible, ":blob_id": joining.words.as_bytes(),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps the vote on somebody who would join.
    pub fn insert_joining_vote(&mut self, joining: JoiningId, vote: &JoiningVote) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_joining_vote"),
            named_params! {
                ":joining_id": joining.0.as_bytes(), ":voted_on": vote.voted_on.to_string(), ":residents": vote.vote.residents,
                ":advisers": vote.vote.advisers, ":agreed": vote.vote.agreed, ":term_id": vote.term.as_ref().map(|term| term.0.as_bytes()),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps a vote at an annual general meeting.
    pub fn insert_election(&mut self, election: &ElectionRow) -> Result<(), StoreError> {
        self.run(
            sql!("membership/insert_election"),
            named_params! {
                ":election_id": election.id.0.as_bytes(), ":held_on": election.held_on.to_string(), ":candidate": election.candidate,
                ":nominated_on": election.nominated_on.map(|day| day.to_string()), ":residents": election.residents,
                ":hands": election.hands, ":term_id": election.term.as_ref().map(|term| term.0.as_bytes()),
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }
}
