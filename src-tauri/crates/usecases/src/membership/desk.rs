//! The desk as of a day: what each rule finds, what is due, who has a seat, who would join, and the elections there were.

use super::attended::{Attended, attended};
use super::known::Known;
use super::text::{self, Candidate};
use crate::input::Faults;
use crate::{Open, Result};
use chrono::NaiveDate;
use domain::date::TypedDate;
use domain::id::{JoiningId, MemberId};
use domain::member::{Act, Role, may};
use domain::membership::{Due, Finding, Office, PaperKind, RoomVote, RotaLine, SeatBy, SeatKind, due, findings, rota, seat_of};
use std::collections::HashMap;
use store::{ElectionRow, ReadTx};

/// The desk.
#[derive(Debug, Clone)]
pub struct MembershipDesk {
    /// The day.
    pub on: NaiveDate,
    /// What each rule finds, in the plan's order.
    pub findings: Vec<Finding>,
    /// What is due: what is late first.
    pub due: Vec<Due>,
    /// Who should stand down within the year.
    pub rota: Vec<RotaLine>,
    /// Who has a seat, by name.
    pub seats: Vec<SeatLine>,
    /// Who is on the members' list without a seat, by name.
    pub others: Vec<OtherLine>,
    /// Who would join or would have joined, the latest first.
    pub joinings: Vec<JoiningLine>,
    /// The votes at annual general meetings, the latest first.
    pub elections: Vec<ElectionRow>,
    /// Whether the member at the register may change any of it.
    pub may_keep: bool,
}

/// Somebody with a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatLine {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What seat.
    pub seat: SeatKind,
    /// Since when.
    pub since: NaiveDate,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// How it was given.
    pub how: SeatBy,
    /// The office they hold, and since when.
    pub office: Option<(Office, NaiveDate)>,
    /// Whether they are attached to the Local Trusted Organisation.
    pub lto: bool,
    /// Whether they have a paid post.
    pub paid: bool,
    /// Which papers every member has that they have not.
    pub missing: Vec<PaperKind>,
    /// The office that their role at the register speaks of, when it is not the one they hold.
    pub acts_as: Option<Role>,
    /// How they came to the last meetings of the partnership.
    pub attended: Attended,
}

/// Somebody without a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherLine {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their role at the register.
    pub role: Role,
    /// The first day without the seat they had last.
    pub without_since: Option<NaiveDate>,
}

/// Somebody who would join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoiningLine {
    /// Their id.
    pub id: JoiningId,
    /// Their name, and what the two noted; none for those who do not keep the members.
    pub words: Option<(String, String)>,
    /// When they were met.
    pub met_on: NaiveDate,
    /// By whom.
    pub met_by: [String; 2],
    /// Whether they were found eligible.
    pub eligible: bool,
    /// When the residents voted, how, and whether they joined.
    pub vote: Option<(NaiveDate, RoomVote, bool)>,
}

/// The papers that every member has (Appendix 1).
const OF_EVERYBODY: [PaperKind; 4] = [PaperKind::Agreement, PaperKind::Dbs, PaperKind::Identity, PaperKind::Induction];

/// The desk as of a day that was typed; as of today when nothing was.
pub fn desk_as_of(open: &Open, typed: &TypedDate) -> Result<MembershipDesk> {
    if typed.is_empty() {
        return desk(open, open.today());
    }
    let mut faults = Faults::default();
    let on = faults.date("asOf", typed);
    desk(open, faults.settled(on)?)
}

/// The desk as of a day.
pub fn desk(open: &Open, on: NaiveDate) -> Result<MembershipDesk> {
    let may_keep = may(open.member().role, Act::KeepMembers);
    open.register().read(|tx| {
        let known = Known::read(tx)?;
        let facts = known.facts();
        let mut elections: Vec<ElectionRow> = tx.elections()?.into_iter().filter(|election| election.held_on <= on).collect();
        elections.reverse();
        Ok(MembershipDesk {
            on,
            findings: findings(&facts, on),
            due: due(&facts, on),
            rota: rota(&facts, on),
            seats: seats(&known, &attended(tx, open, on)?, on)?,
            others: others(&known, on)?,
            joinings: joinings(tx, &known, on)?,
            elections,
            may_keep,
        })
    })
}

fn seats(known: &Known, attended: &HashMap<MemberId, Attended>, on: NaiveDate) -> Result<Vec<SeatLine>> {
    let facts = known.facts();
    let mut lines = Vec::new();
    for held in known.held(on) {
        let (member, office) = (held.term.member, held.office.map(|term| (term.office, term.begins_on)));
        let row = known.rows.iter().find(|row| row.member_id == member.0);
        let role = row.map(crate::member::role).transpose()?;
        let fits = match role {
            Some(Role::Chair) => office.is_some_and(|(office, _)| office == Office::Chair),
            Some(Role::ViceChair) => office.is_some_and(|(office, _)| office == Office::ViceChair),
            _ => true,
        };
        lines.push(SeatLine {
            member,
            name: known.name(member).to_owned(),
            seat: held.term.seat,
            since: held.term.begins_on,
            ends_on: held.term.ends_on,
            how: held.term.how,
            office,
            lto: held.lto,
            paid: held.paid,
            missing: OF_EVERYBODY.into_iter().filter(|kind| !facts.has(member, *kind, on)).collect(),
            acts_as: role.filter(|_| !fits),
            attended: attended.get(&member).copied().unwrap_or_default(),
        });
    }
    lines.sort_by(|a, b| (&a.name, a.member).cmp(&(&b.name, b.member)));
    Ok(lines)
}

fn others(known: &Known, on: NaiveDate) -> Result<Vec<OtherLine>> {
    let mut lines = Vec::new();
    for row in known.rows.iter().filter(|row| row.started_on <= on && row.ended_on.is_none_or(|ended| ended > on)) {
        let member = MemberId(row.member_id);
        if seat_of(&known.terms, member, on).is_none() {
            let had = known.terms.iter().rfind(|term| term.member == member && term.begins_on <= on);
            let without_since = had.and_then(domain::membership::Term::until);
            lines.push(OtherLine { member, name: row.name.clone(), role: crate::member::role(row)?, without_since });
        }
    }
    Ok(lines)
}

fn joinings(tx: &ReadTx<'_>, known: &Known, on: NaiveDate) -> Result<Vec<JoiningLine>> {
    let mut lines = Vec::new();
    for row in tx.joinings()?.into_iter().filter(|row| row.met_on <= on) {
        let words: Option<Candidate> = text::read(tx, row.words)?;
        lines.push(JoiningLine {
            id: row.id,
            words: words.map(|words| (words.name, words.words)),
            met_on: row.met_on,
            met_by: row.met_by.map(|member| known.name(member).to_owned()),
            eligible: row.eligible,
            vote: row.vote.filter(|vote| vote.voted_on <= on).map(|vote| (vote.voted_on, vote.vote, vote.term.is_some())),
        });
    }
    lines.reverse();
    Ok(lines)
}
