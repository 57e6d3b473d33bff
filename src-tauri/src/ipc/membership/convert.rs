//! From the membership desk to what the window is shown.

use domain::id::MemberId;
use domain::membership::{Due, Finding, RoomVote, RotaLine};
use usecases::Open;
use usecases::membership::{Attended, JoiningLine, MembershipDesk, OtherLine, PersonView, SeatLine, TypedVote};

use crate::ipc::dto::membership::{
    AttendedCount, ElectionRow, JoiningRow, MemberPaper, Membership, MembershipDue, MembershipFinding, MembershipPerson, NamedMember,
    NomineeCount, OfficeHeld, RemovalVote, RoomCount, RotaRow, SeatHolder, SeatTerm, SeatlessRow, TieRow, TypedRoomVote,
};

/// The desk, with the names of those whom it speaks of.
pub(super) fn desk(open: &Open, desk: MembershipDesk) -> Membership {
    let named = |member: MemberId| NamedMember { id: member.to_string(), name: open.name_of(member.0).to_owned() };
    let mut due: Vec<MembershipDue> = desk.due.iter().map(|due| due_of(*due, &named)).collect();
    let acting = desk.seats.iter().filter_map(|line| Some((line.member, line.acts_as?)));
    due.extend(acting.map(|(member, role)| MembershipDue::RoleWithoutOffice { member: named(member), role: role.into() }));
    Membership {
        on: desk.on,
        findings: desk.findings.into_iter().map(|finding| finding_of(finding, &named)).collect(),
        due,
        rota: desk.rota.into_iter().map(|line| rota_of(line, &named)).collect(),
        seats: desk.seats.into_iter().map(Into::into).collect(),
        others: desk.others.into_iter().map(Into::into).collect(),
        joinings: desk.joinings.into_iter().map(Into::into).collect(),
        elections: desk.elections.into_iter().map(Into::into).collect(),
        may_keep: desk.may_keep,
    }
}

fn finding_of(finding: Finding, named: &impl Fn(MemberId) -> NamedMember) -> MembershipFinding {
    MembershipFinding {
        rule: finding.rule.into(),
        holds: finding.holds,
        found: finding.found,
        needed: finding.needed,
        who: finding.who.into_iter().map(named).collect(),
    }
}

fn due_of(due: Due, named: &impl Fn(MemberId) -> NamedMember) -> MembershipDue {
    match due {
        Due::TermOver { member, on } => MembershipDue::TermOver { member: named(member), on },
        Due::TermEnds { member, on } => MembershipDue::TermEnds { member: named(member), on },
        Due::Election { member, office, since } => MembershipDue::Election { member: named(member), office: office.into(), since },
        Due::OfficeWithoutSeat { member, office } => MembershipDue::OfficeWithoutSeat { member: named(member), office: office.into() },
        Due::ExitInterview { member, since } => MembershipDue::ExitInterview { member: named(member), since },
    }
}

fn rota_of(line: RotaLine, named: &impl Fn(MemberId) -> NamedMember) -> RotaRow {
    RotaRow { member: named(line.member), since: line.since, ends_on: line.ends_on, must: line.must }
}

impl From<RoomVote> for RoomCount {
    fn from(vote: RoomVote) -> Self {
        Self { residents: vote.residents, advisers: vote.advisers, agreed: vote.agreed }
    }
}

impl From<TypedRoomVote> for TypedVote {
    fn from(vote: TypedRoomVote) -> Self {
        Self { residents: vote.residents, advisers: vote.advisers, agreed: vote.agreed }
    }
}

impl From<Attended> for AttendedCount {
    fn from(attended: Attended) -> Self {
        Self { present: attended.present, apologies: attended.apologies, absent: attended.absent }
    }
}

impl From<SeatLine> for SeatHolder {
    fn from(line: SeatLine) -> Self {
        Self {
            member: NamedMember { id: line.member.to_string(), name: line.name },
            seat: line.seat.into(),
            since: line.since,
            ends_on: line.ends_on,
            how: line.how.into(),
            office: line.office.map(|(office, _)| office.into()),
            office_since: line.office.map(|(_, since)| since),
            lto: line.lto,
            paid: line.paid,
            missing: line.missing.into_iter().map(Into::into).collect(),
            attended: line.attended.into(),
        }
    }
}

impl From<OtherLine> for SeatlessRow {
    fn from(line: OtherLine) -> Self {
        let member = NamedMember { id: line.member.to_string(), name: line.name };
        Self { member, role: line.role.into(), without_since: line.without_since }
    }
}

impl From<JoiningLine> for JoiningRow {
    fn from(line: JoiningLine) -> Self {
        let (name, notes) = line.words.unzip();
        Self {
            id: line.id.to_string(),
            name,
            notes,
            met_on: line.met_on,
            met_by: line.met_by.into(),
            eligible: line.eligible,
            voted_on: line.vote.map(|(on, _, _)| on),
            vote: line.vote.map(|(_, vote, _)| vote.into()),
            joined: line.vote.is_some_and(|(_, _, joined)| joined),
        }
    }
}

impl From<usecases::membership::ElectionRow> for ElectionRow {
    fn from(row: usecases::membership::ElectionRow) -> Self {
        Self {
            id: row.id.to_string(),
            held_on: row.held_on,
            candidate: row.candidate,
            nominated_on: row.nominated_on,
            residents: row.residents,
            hands: row.hands,
            elected: row.term.is_some(),
        }
    }
}

impl From<PersonView> for MembershipPerson {
    fn from(person: PersonView) -> Self {
        let terms = person.terms.into_iter().map(|line| SeatTerm {
            id: line.term.id.to_string(),
            seat: line.term.seat.into(),
            begins_on: line.term.begins_on,
            ends_on: line.term.ends_on,
            how: line.term.how.into(),
            ended_on: line.term.ended.map(|ended| ended.on),
            why: line.term.ended.map(|ended| ended.why.into()),
            told_on: line.told_on,
            vote: line.vote.map(Into::into),
            words: line.words,
        });
        let offices = person.offices.into_iter().map(|(term, votes)| OfficeHeld {
            id: term.id.to_string(),
            office: term.office.into(),
            begins_on: term.begins_on,
            how: term.how.into(),
            ended_on: term.ended_on,
            votes: votes.into_iter().map(|line| NomineeCount { name: line.name, votes: line.votes }).collect(),
        });
        let ties = person.ties.into_iter().map(|tie| TieRow {
            id: tie.id.to_string(),
            kind: tie.kind.into(),
            what: tie.what,
            since: tie.since,
            ended_on: tie.ended_on,
        });
        let removals =
            person.removals.into_iter().map(|vote| RemovalVote { item_id: vote.item.to_string(), on: vote.on, vote: vote.vote.into() });
        let papers = person.papers.into_iter().map(|paper| MemberPaper {
            id: paper.id.to_string(),
            kind: paper.kind.into(),
            on: paper.on,
            level: paper.level.map(Into::into),
            certificate_on: paper.certificate_on,
            seen_by: paper.seen_by,
            words: paper.words,
        });
        Self {
            member: NamedMember { id: person.member.to_string(), name: person.name },
            terms: terms.collect(),
            offices: offices.collect(),
            ties: ties.collect(),
            removals: removals.collect(),
            papers: papers.collect(),
        }
    }
}
