//! What was said about interests, for those who may know it: the gate, one application, the register.

use super::known::Words;
use super::standing::{self, Match, Standing, matches};
use super::{by_member, declares, stance};
use crate::case::{Case, Summary};
use crate::{Error, Open, Result};
use chrono::NaiveDate;
use domain::id::{ApplicationId, MemberId};
use domain::interest::{Answer, InterestKind, Reach, Sight, Stance};
use domain::member::{Act, may};
use std::cmp::Reverse;
use store::{InterestRow, ReadTx, Way, Which};
use uuid::Uuid;

/// What a member said last of an interest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredHere {
    /// What they said.
    pub answer: Answer,
    /// What kinds of tie it is.
    pub kinds: Vec<InterestKind>,
    /// Whether it is their own.
    pub reach: Option<Reach>,
    /// How it arises; none when it is sealed to others.
    pub how: Option<String>,
    /// When they said it.
    pub on: NaiveDate,
    /// How it came into the register.
    pub way: Way,
}

/// What stands before the text of an application, for the member at the register.
pub struct Gate<'o> {
    /// The application.
    pub case: &'o Case,
    /// Its summary; none once the member has an interest.
    pub summary: Option<Summary>,
    /// Entries of their own in the standing register that look alike.
    pub matches: Vec<Match>,
    /// Where they stand.
    pub stance: Stance,
    /// What they said last.
    pub said: Option<DeclaredHere>,
}

/// A member who said something about an interest in an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The application.
    pub application: ApplicationId,
    /// Who.
    pub member: MemberId,
    /// Where they stand.
    pub stance: Stance,
    /// What they said.
    pub said: DeclaredHere,
    /// Who settled it, if the chair did.
    pub ruled_by: Option<MemberId>,
    /// Why; none when it is sealed to others.
    pub ruled_reason: Option<String>,
    /// Whether the member at the register may settle it.
    pub may_rule: bool,
}

/// The register of interests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// What members have told of themselves, by member, then body.
    pub standing: Vec<Standing>,
    /// What was declared on applications, as far as this member may know: the newest first.
    pub declared: Vec<Declared>,
}

/// What stands before the text of an application. For those who read applications: others do not find it.
pub fn gate(open: &Open, id: ApplicationId) -> Result<Gate<'_>> {
    let case = open.case(id)?;
    let me = open.member();
    if !may(me.role, Act::ReadSealed) {
        return Err(Error::NotFound);
    }
    let said = open.register().read(|tx| {
        let mut mine = tx.interests(Which::One(id.0))?;
        mine.retain(|row| row.member_id == me.id.0);
        last_said(&mine).map(|row| read_said(tx, row, true)).transpose()
    })?;
    let summary = case.summary();
    Ok(Gate { case, summary, matches: matches(open, me.id, case), stance: case.stance(me.id), said })
}

/// What was said about interests in one application, for those who read it.
pub fn declared(open: &Open, id: ApplicationId) -> Result<Vec<Declared>> {
    let case = open.case(id)?;
    if case.sight != Sight::Whole {
        return Err(Error::NotFound);
    }
    open.register().read(|tx| {
        let mut found = Vec::new();
        for (member, rows) in by_member(tx.interests(Which::One(id.0))?).remove(&id.0).unwrap_or_default() {
            found.extend(read_declared(tx, open, case, member, &rows)?);
        }
        Ok(found)
    })
}

/// The register of interests: the standing one, and what was declared on applications.
pub fn register(open: &Open) -> Result<Register> {
    let me = open.member().id;
    let mut declared = open.register().read(|tx| {
        let mut found = Vec::new();
        for (application, members) in by_member(tx.interests(Which::All)?) {
            let case = open.case(application.into())?;
            for (member, rows) in members {
                let known = case.sight == Sight::Whole || member == me.0;
                if known && rows.iter().any(|row| declares(row.answer)) {
                    found.extend(read_declared(tx, open, case, member, &rows)?);
                }
            }
        }
        Ok::<_, Error>(found)
    })?;
    declared.sort_by_key(|one| (Reverse(one.said.on), Reverse(one.application), one.member));
    Ok(Register { standing: standing::list(open), declared })
}

/// What a member said last of their own accord: an interest once declared is what stands, whatever they said after it.
fn last_said(rows: &[InterestRow]) -> Option<&InterestRow> {
    let own = || rows.iter().rev().filter(|row| !is_ruling(row));
    own().find(|row| declares(row.answer)).or_else(|| own().next())
}

/// The kinds of the interest a member declared last in an application, and how it arises; none when there is none, or when it
/// is sealed to others. For those who see the application whole.
pub(crate) fn last_words(tx: &ReadTx<'_>, id: ApplicationId, member: MemberId) -> Result<Option<(Vec<InterestKind>, String)>> {
    let mut rows = tx.interests(Which::One(id.0))?;
    rows.retain(|row| row.member_id == member.0);
    let Some(blob_id) = last_said(&rows).and_then(|row| row.words) else { return Ok(None) };
    Ok(Words::read(tx, blob_id)?.map(|words| (words.kinds(), words.how)))
}

fn is_ruling(row: &InterestRow) -> bool {
    matches!(row.answer, Answer::RuledNone | Answer::RuledInterest)
}

fn read_said(tx: &ReadTx<'_>, row: &InterestRow, readable: bool) -> Result<DeclaredHere> {
    let words = row.words.filter(|_| readable).map(|blob_id| Words::read(tx, blob_id)).transpose()?.flatten();
    Ok(DeclaredHere {
        answer: row.answer,
        kinds: words.as_ref().map(Words::kinds).unwrap_or_default(),
        reach: words.as_ref().and_then(Words::reach),
        how: words.map(|words| words.how).filter(|how| !how.is_empty()),
        on: row.said_on,
        way: row.way,
    })
}

fn read_declared(tx: &ReadTx<'_>, open: &Open, case: &Case, member: Uuid, rows: &[InterestRow]) -> Result<Option<Declared>> {
    let readable = case.sight == Sight::Whole;
    let Some(row) = last_said(rows) else { return Ok(None) };
    let ruling = rows.last().filter(|row| is_ruling(row));
    let ruled_reason = match ruling.and_then(|row| row.words).filter(|_| readable) {
        Some(blob_id) => Words::read(tx, blob_id)?.map(|words| words.how),
        None => None,
    };
    let me = open.member();
    Ok(Some(Declared {
        application: case.id(),
        member: MemberId(member),
        stance: stance(rows),
        said: read_said(tx, row, readable)?,
        ruled_by: ruling.map(|row| MemberId(row.recorded_by)),
        ruled_reason,
        may_rule: readable
            && case.may_declare()
            && member != me.id.0
            && may(me.role, Act::RuleOnInterest)
            && rows.iter().any(|row| declares(row.answer)),
    }))
}
