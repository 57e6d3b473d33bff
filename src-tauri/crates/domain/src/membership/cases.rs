//! Each rule of membership with a table of cases, named by its section.

mod joining;
mod officers;
mod seats;

use super::*;
use crate::id::{MemberId, OfficeTermId, TermId, TieId};
use chrono::NaiveDate;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn member(number: u128) -> MemberId {
    MemberId(Uuid::from_u128(number))
}

/// Everything that is known of an invented partnership.
#[derive(Clone, Default)]
struct Stage {
    terms: Vec<Term>,
    offices: Vec<OfficeTerm>,
    ties: Vec<Tie>,
    papers: Vec<(MemberId, PaperKind, NaiveDate)>,
    left: Vec<(MemberId, NaiveDate)>,
}

impl Stage {
    /// Some residents, numbered from 1, and then some advisers; all since 18 January 2022.
    fn of(residents: u128, advisers: u128) -> Self {
        let mut stage = Self::default();
        for number in 1..=residents {
            stage.seat(number, SeatKind::Resident, "2022-01-18", Some("2025-01-17"));
        }
        for number in 1..=advisers {
            stage.seat(residents + number, SeatKind::Advisory, "2022-01-18", None);
        }
        stage
    }

    /// Eight residents, all in order: Chair 1, Vice-chairs 2 and 3.
    fn in_order() -> Self {
        let mut stage = Self::of(8, 0);
        stage.office(1, Office::Chair, "2022-02-01");
        stage.office(2, Office::ViceChair, "2022-02-01");
        stage.office(3, Office::ViceChair, "2022-02-01");
        for number in 1..=8 {
            for kind in [PaperKind::Agreement, PaperKind::Dbs, PaperKind::Identity, PaperKind::Induction] {
                stage.papers.push((member(number), kind, day("2022-01-18")));
            }
        }
        stage
    }

    fn seat(&mut self, number: u128, seat: SeatKind, begins: &str, ends: Option<&str>) {
        let id = TermId(Uuid::from_u128(u128::try_from(self.terms.len()).unwrap() + 1));
        let (begins_on, ends_on) = (day(begins), ends.map(day));
        self.terms.push(Term { id, member: member(number), seat, begins_on, ends_on, how: SeatBy::Agm, ended: None });
    }

    /// Ends the last term of a member.
    fn end(&mut self, number: u128, on: &str, why: EndedBy) {
        let term = self.terms.iter_mut().rfind(|term| term.member == member(number)).unwrap();
        term.ended = Some(Ended { on: day(on), why });
    }

    fn office(&mut self, number: u128, office: Office, begins: &str) {
        let id = OfficeTermId(Uuid::from_u128(u128::try_from(self.offices.len()).unwrap() + 1));
        let (member, begins_on) = (member(number), day(begins));
        self.offices.push(OfficeTerm { id, member, office, begins_on, how: OfficeBy::OnlyNominee, ended_on: None });
    }

    fn tie(&mut self, number: u128, kind: TieKind) {
        let id = TieId(Uuid::from_u128(u128::try_from(self.ties.len()).unwrap() + 1));
        self.ties.push(Tie { id, member: member(number), kind, what: "Trustee".to_owned(), since: day("2022-01-01"), ended_on: None });
    }

    fn facts(&self) -> Facts<'_> {
        Facts { terms: &self.terms, offices: &self.offices, ties: &self.ties, papers: &self.papers, left: &self.left }
    }

    fn finding(&self, rule: Rule, on: &str) -> Finding {
        findings(&self.facts(), day(on)).into_iter().find(|finding| finding.rule == rule).unwrap()
    }

    /// A rule's figures, whether it is kept, and the numbers of those it names.
    fn found(&self, rule: Rule, on: &str) -> (u32, u32, bool, Vec<u128>) {
        let finding = self.finding(rule, on);
        (finding.found, finding.needed, finding.holds, finding.who.iter().map(|member| member.0.as_u128()).collect())
    }
}
