//! What is known of seats and offices while something about them is changed or looked at.

use crate::member::MemberError;
use crate::{Error, Result, constitution, seal};
use chrono::NaiveDate;
use domain::id::MemberId;
use domain::member::{Act, Role, may};
use domain::membership::{
    Ended, EndedBy, Facts, Held, Membership, Office, OfficeTerm, PaperKind, SeatKind, SeatProblem, Term, Tie, check_room,
};
use store::{MemberFacts, MemberRow, NewTermEnd, ReadTx, Which, WriteTx};

/// Every fact about membership.
pub(super) struct Known {
    pub(super) rows: Vec<MemberRow>,
    pub(super) terms: Vec<Term>,
    pub(super) offices: Vec<OfficeTerm>,
    pub(super) ties: Vec<Tie>,
    papers: Vec<(MemberId, PaperKind, NaiveDate)>,
    left: Vec<(MemberId, NaiveDate)>,
}

impl Known {
    pub(super) fn read(tx: &ReadTx<'_>) -> Result<Self> {
        let rows = tx.member_rows()?;
        let left = rows.iter().filter_map(|row| Some((row.member_id.into(), row.ended_on?))).collect();
        let papers = tx.member_papers(Which::All)?.into_iter().map(|paper| (paper.member, paper.kind, paper.done_on)).collect();
        Ok(Self { rows, terms: tx.terms()?, offices: tx.office_terms()?, ties: tx.ties()?, papers, left })
    }

    pub(super) fn facts(&self) -> Facts<'_> {
        Facts { terms: &self.terms, offices: &self.offices, ties: &self.ties, papers: &self.papers, left: &self.left }
    }

    pub(super) fn name(&self, member: MemberId) -> &str {
        self.rows.iter().find(|row| row.member_id == member.0).map_or("", |row| row.name.as_str())
    }

    /// Somebody on the members' list who has not left.
    pub(super) fn staying(&self, member: MemberId) -> Result<&MemberRow> {
        let row = self.rows.iter().find(|row| row.member_id == member.0).ok_or(Error::NotFound)?;
        if row.ended_on.is_some() { Err(MemberError::HasLeft.into()) } else { Ok(row) }
    }

    pub(super) fn held(&self, on: NaiveDate) -> Vec<Held<'_>> {
        self.facts().held(on)
    }

    /// The resident members on a day.
    pub(super) fn residents(&self, on: NaiveDate) -> Vec<MemberId> {
        self.held(on).iter().filter(|held| held.term.seat == SeatKind::Resident).map(|held| held.term.member).collect()
    }

    /// How many members are counted on a day.
    pub(super) fn membership(&self, tx: &ReadTx<'_>, on: NaiveDate) -> Result<Membership> {
        let (all, residents) = (self.held(on).len(), self.residents(on).len());
        Ok(Membership {
            residents: count(residents),
            advisers: count(all.saturating_sub(residents)),
            advisory_counts: constitution::on(tx, on)?.advisory_counts,
        })
    }

    /// Passes one more member from a day on.
    pub(super) fn check_room(&self, on: NaiveDate) -> Result<(), SeatProblem> {
        check_room(count(self.held(on).len()))
    }

    /// The office somebody was given and that has not ended.
    pub(super) fn office_of(&self, member: MemberId) -> Option<&OfficeTerm> {
        self.offices.iter().rfind(|office| office.member == member && office.ended_on.is_none())
    }
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Ends a term early, and every office that its holder still had. Answers whether there was one.
pub(super) fn end_term(tx: &mut WriteTx<'_>, known: &Known, term: &Term, on: NaiveDate, why: EndedBy) -> Result<bool> {
    tx.insert_term_end(&NewTermEnd::plain(term.id, Ended { on, why }))?;
    end_offices(tx, known, term.member, on)
}

/// Ends every office that somebody still had. Answers whether there was one.
pub(super) fn end_offices(tx: &mut WriteTx<'_>, known: &Known, member: MemberId, on: NaiveDate) -> Result<bool> {
    let mut ended = false;
    for office in known.offices.iter().filter(|office| office.member == member && office.ended_on.is_none()) {
        tx.insert_office_end(office.id, on.max(office.begins_on))?;
        ended = true;
    }
    Ok(ended)
}

/// The role at the register that goes with an office, or with none any more. Whoever keeps the records or pays keeps that role.
fn role_with(office: Option<Office>, former: Role) -> Role {
    match (former, office) {
        (Role::Chair | Role::ViceChair, None) => Role::Resident,
        (Role::Coordinator | Role::LtoClerk, _) | (_, None) => former,
        (_, Some(Office::Chair)) => Role::Chair,
        (_, Some(Office::ViceChair)) => Role::ViceChair,
    }
}

/// Gives members the roles that go with their offices, and seals anew what they may read now. Answers whether a role changed.
pub(super) fn follow_offices(tx: &mut WriteTx<'_>, members: &[(MemberId, Option<Office>)]) -> Result<bool> {
    let mut rows = tx.member_rows()?;
    let mut changed = false;
    for (member, office) in members {
        let Some(row) = rows.iter_mut().find(|row| row.member_id == member.0 && row.ended_on.is_none()) else { continue };
        let former = Role::from_code(&row.role).ok_or(Error::NotFound)?;
        let role = role_with(*office, former);
        if role != former {
            role.code().clone_into(&mut row.role);
            tx.change_member(
                member.0,
                &MemberFacts {
                    name: &row.name,
                    role: &row.role,
                    residency: row.residency.as_deref(),
                    started_on: row.started_on,
                    term_ends_on: row.term_ends_on,
                },
            )?;
            changed = true;
        }
    }
    if changed {
        let keeps = |row: &MemberRow| {
            row.ended_on.is_none()
                && row.key.as_ref().is_some_and(|key| key.at_register)
                && Role::from_code(&row.role).is_some_and(|role| may(role, Act::KeepMembers))
        };
        if !rows.iter().any(keeps) {
            return Err(MemberError::LastKeeper.into());
        }
        seal::settle(tx)?;
    }
    Ok(changed)
}
