//! One person at the desk: their seats, offices and ties, and, for those who keep the members, their papers and words.

use super::known::Known;
use super::paper::DbsLevel;
use super::removal::{RemovalVote, removal_votes};
use super::text::{self, NomineeVotes, PaperText, Reasons};
use crate::{Error, Open, Result};
use chrono::NaiveDate;
use domain::id::{MemberId, MemberPaperId};
use domain::member::{Act, may};
use domain::membership::{OfficeTerm, PaperKind, RoomVote, Term, Tie};
use std::collections::HashMap;
use store::Which;

/// One person.
#[derive(Debug, Clone)]
pub struct PersonView {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their seats, the latest first.
    pub terms: Vec<TermLine>,
    /// Their offices, the latest first, with the votes of each ballot.
    pub offices: Vec<(OfficeTerm, Vec<NomineeVotes>)>,
    /// Their attachments and paid posts, the latest first.
    pub ties: Vec<Tie>,
    /// The votes of meetings by which their seat may end, while they have one.
    pub removals: Vec<RemovalVote>,
    /// Their papers, the latest first; none for those who do not keep the members.
    pub papers: Vec<PaperLine>,
}

/// A seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermLine {
    /// The seat.
    pub term: Term,
    /// When they were told that they might be voted off.
    pub told_on: Option<NaiveDate>,
    /// How that vote went.
    pub vote: Option<RoomVote>,
    /// Why it ended, in words; none for those who do not keep the members.
    pub words: Option<String>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperLine {
    /// Its id.
    pub id: MemberPaperId,
    /// What it is.
    pub kind: PaperKind,
    /// When it was signed, seen or done.
    pub on: NaiveDate,
    /// Of a check with the Disclosure and Barring Service.
    pub level: Option<DbsLevel>,
    /// The date on the certificate.
    pub certificate_on: Option<NaiveDate>,
    /// Who saw it.
    pub seen_by: String,
    /// What it was, or what was said.
    pub words: String,
}

/// One person, also one who left.
pub fn person(open: &Open, member: MemberId) -> Result<PersonView> {
    let may_keep = may(open.member().role, Act::KeepMembers);
    open.register().read(|tx| {
        let known = Known::read(tx)?;
        let row = known.rows.iter().find(|row| row.member_id == member.0).ok_or(Error::NotFound)?;
        let mut ends: HashMap<_, _> = tx.term_ends(Which::One(member.0))?.into_iter().map(|end| (end.term, end)).collect();
        let mut terms = Vec::new();
        for term in known.terms.iter().rev().filter(|term| term.member == member) {
            let end = ends.remove(&term.id);
            let words = end.as_ref().and_then(|end| end.words).map(|blob_id| text::read::<Reasons>(tx, blob_id)).transpose()?;
            terms.push(TermLine {
                term: term.clone(),
                told_on: end.as_ref().and_then(|end| end.told_on),
                vote: end.and_then(|end| end.vote).as_deref().map(text::vote_from_json).transpose()?,
                words: words.flatten().map(|reasons| reasons.words),
            });
        }
        let mut ballots: HashMap<_, _> = tx.ballots_for_office()?.into_iter().collect();
        let mut offices = Vec::new();
        for office in known.offices.iter().rev().filter(|office| office.member == member) {
            let votes = ballots.remove(&office.id).map(|json| serde_json::from_str(&json)).transpose()?;
            offices.push((office.clone(), votes.unwrap_or_default()));
        }
        let mut papers = Vec::new();
        for paper in tx.member_papers(Which::One(member.0))?.into_iter().rev().filter(|_| may_keep) {
            let words = paper.words.map(|blob_id| text::read::<PaperText>(tx, blob_id)).transpose()?.flatten().unwrap_or_default();
            papers.push(PaperLine {
                id: paper.id,
                kind: paper.kind,
                on: paper.done_on,
                level: words.level.as_deref().and_then(DbsLevel::from_code),
                certificate_on: words.certificate_on,
                seen_by: words.seen_by,
                words: words.words,
            });
        }
        let seated = known.terms.iter().any(|term| term.member == member && term.ended.is_none());
        let removals = if seated { removal_votes(tx, &open.desk(), member)? } else { Vec::new() };
        let ties = known.ties.iter().rev().filter(|tie| tie.member == member).cloned().collect();
        Ok(PersonView { member, name: row.name.clone(), terms, offices, ties, removals, papers })
    })
}
