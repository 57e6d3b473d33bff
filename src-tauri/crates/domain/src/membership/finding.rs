//! What each rule of §8.3, §8.5 and Appendix 1 finds as of a day.

use super::seat::{Held, OfficeTerm, Tie};
use super::{EndedBy, Office, PaperKind, SeatKind, Term, held};
use crate::id::MemberId;
use chrono::{Months, NaiveDate};

/// The fewest members (§8.3).
pub const FEWEST_MEMBERS: u32 = 8;

/// The most members (§8.3).
pub const MOST_MEMBERS: u32 = 20;

/// How many of a hundred members are residents, at least (§8.3).
pub(super) const RESIDENTS_OF_A_HUNDRED: u32 = 51;

/// How many resident members stand down each year, at least (§8.3).
pub const STAND_DOWN_A_YEAR: u32 = 3;

/// How many Vice-chairs there are (§8.5).
pub(super) const VICE_CHAIRS: u32 = 2;

super::words! {
    /// A rule that a partnership keeps, or does not.
    Rule {
        /// At least eight members (§8.3).
        Fewest = "fewest",
        /// At most twenty members (§8.3).
        Most = "most",
        /// At least 51 % of them residents, who are the majority (§8.3).
        Residents = "residents",
        /// Nobody whose three years are over (§8.3).
        Terms = "terms",
        /// At least three resident members stood down in the past year (§8.3).
        StoodDown = "stood-down",
        /// One resident Chair (§8.5).
        Chair = "chair",
        /// Two resident Vice-chairs (§8.5).
        ViceChairs = "vice-chairs",
        /// The Chair is independent of the Local Trusted Organisation (§8.5).
        ChairIndependent = "chair-independent",
        /// One Vice-chair is too (§8.5).
        ViceChairIndependent = "vice-chair-independent",
        /// No officer has a paid post (§8.5).
        NobodyPaid = "nobody-paid",
        /// Everybody signed the Member Agreement (§8.11, Appendix 1).
        Agreement = "agreement",
        /// Everybody filled in the DBS questionnaire (Appendix 1).
        Dbs = "dbs",
        /// Everybody gave proof of identity (Appendix 1).
        Identity = "identity",
        /// Everybody took part in induction (Appendix 1).
        Induction = "induction",
    }
}

/// What a rule finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// Whether it is kept.
    pub holds: bool,
    /// The figure found.
    pub found: u32,
    /// The figure that is needed; the most there may be, of `Most`; none at all, of `Terms`, `ChairIndependent` and `NobodyPaid`.
    pub needed: u32,
    /// Whom it is about, when it is not kept.
    pub who: Vec<MemberId>,
}

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'f> {
    /// Every term.
    pub terms: &'f [Term],
    /// Every time with an office.
    pub offices: &'f [OfficeTerm],
    /// Every attachment and paid post.
    pub ties: &'f [Tie],
    /// What is on file of whom, and since when.
    pub papers: &'f [(MemberId, PaperKind, NaiveDate)],
    /// Who left the partnership, and when.
    pub left: &'f [(MemberId, NaiveDate)],
}

impl<'f> Facts<'f> {
    /// Every seat that is held on a day.
    pub fn held(&self, on: NaiveDate) -> Vec<Held<'f>> {
        held(self.terms, self.offices, self.ties, on)
    }

    /// Whether a paper is on file on a day.
    pub fn has(&self, member: MemberId, kind: PaperKind, on: NaiveDate) -> bool {
        self.papers.iter().any(|(whose, which, day)| *whose == member && *which == kind && *day <= on)
    }

    /// The terms that were over before a day, of members who have no seat since and of whom nothing else was recorded.
    pub(super) fn run_out(&self, on: NaiveDate) -> Vec<&'f Term> {
        let stayed = |term: &&Term| !self.left.iter().any(|(member, day)| *member == term.member && *day <= on);
        let mut last: Vec<&Term> = Vec::new();
        let given = |term: &&Term| term.begins_on <= on && term.ended.is_none_or(|ended| ended.why != EndedBy::Mistake);
        for term in self.terms.iter().filter(given).filter(stayed) {
            match last.iter_mut().find(|other| other.member == term.member) {
                Some(other) if other.begins_on <= term.begins_on => *other = term,
                Some(_) => {}
                None => last.push(term),
            }
        }
        last.retain(|term| term.ended.is_none_or(|ended| ended.on > on) && !term.stands_on(on));
        last
    }
}

/// How many residents there must be among some members: 51 %, and a majority. For every size from 8 to 20 the two are one.
pub fn residents_needed(members: u32) -> u32 {
    let of_a_hundred = members.saturating_mul(RESIDENTS_OF_A_HUNDRED).div_ceil(100);
    of_a_hundred.max(crate::meeting::majority(members))
}

/// What every rule finds as of a day, in the plan's order.
pub fn findings(facts: &Facts<'_>, on: NaiveDate) -> Vec<Finding> {
    let seats = facts.held(on);
    let members = count(seats.len());
    let residents = count(seats.iter().filter(|held| held.term.seat == SeatKind::Resident).count());
    let run_out: Vec<MemberId> = facts.run_out(on).into_iter().map(|term| term.member).collect();
    let stood_down = stood_down(facts, on);
    let needed_to_stand_down = if is_first_year(facts, on) { 0 } else { STAND_DOWN_A_YEAR };
    let at_least = |rule, found, needed| Finding { rule, holds: found >= needed, found, needed, who: Vec::new() };
    let nobody = |rule, who: Vec<MemberId>| Finding { rule, holds: who.is_empty(), found: count(who.len()), needed: 0, who };
    let mut found = vec![
        at_least(Rule::Fewest, members, FEWEST_MEMBERS),
        Finding { rule: Rule::Most, holds: members <= MOST_MEMBERS, found: members, needed: MOST_MEMBERS, who: Vec::new() },
        at_least(Rule::Residents, residents, residents_needed(members)),
        nobody(Rule::Terms, run_out),
        at_least(Rule::StoodDown, stood_down, needed_to_stand_down),
    ];
    found.extend(of_offices(&seats));
    found.extend(
        [
            (Rule::Agreement, PaperKind::Agreement),
            (Rule::Dbs, PaperKind::Dbs),
            (Rule::Identity, PaperKind::Identity),
            (Rule::Induction, PaperKind::Induction),
        ]
        .map(|(rule, kind)| {
            let lack = seats.iter().map(|held| held.term.member).filter(|member| !facts.has(*member, kind, on));
            let who: Vec<MemberId> = lack.collect();
            Finding { rule, holds: who.is_empty(), found: members.saturating_sub(count(who.len())), needed: members, who }
        }),
    );
    found
}

/// What the rules of §8.5 find about the offices. Who holds one with a tie is named; that nobody holds it is found by the
/// rule that asks for the office.
fn of_offices(seats: &[Held<'_>]) -> [Finding; 5] {
    let holds = |office: Office| {
        let of_it = move |held: &&Held<'_>| held.office.is_some_and(|term| term.office == office);
        seats.iter().filter(of_it).collect::<Vec<_>>()
    };
    let (chairs, vice_chairs) = (holds(Office::Chair), holds(Office::ViceChair));
    let exactly = |rule, among: &[&Held<'_>], needed| {
        let found = count(among.len());
        let who = if found > needed { among.iter().map(|held| held.term.member).collect() } else { Vec::new() };
        Finding { rule, holds: found == needed, found, needed, who }
    };
    let nobody = |rule, who: Vec<MemberId>| Finding { rule, holds: who.is_empty(), found: count(who.len()), needed: 0, who };
    let attached = |among: &[&Held<'_>]| among.iter().filter(|held| held.lto).map(|held| held.term.member).collect::<Vec<_>>();
    let independent = count(vice_chairs.iter().filter(|held| !held.lto).count());
    let needed = 1.min(count(vice_chairs.len()));
    let vice_chair = Finding {
        rule: Rule::ViceChairIndependent,
        holds: independent >= needed,
        found: independent,
        needed,
        who: if independent >= needed { Vec::new() } else { attached(&vice_chairs) },
    };
    let paid = chairs.iter().chain(&vice_chairs).filter(|held| held.paid).map(|held| held.term.member);
    [
        exactly(Rule::Chair, &chairs, 1),
        exactly(Rule::ViceChairs, &vice_chairs, VICE_CHAIRS),
        nobody(Rule::ChairIndependent, attached(&chairs)),
        vice_chair,
        nobody(Rule::NobodyPaid, paid.collect()),
    ]
}

/// How many resident members stood down or completed their term in the year up to a day (§8.3).
fn stood_down(facts: &Facts<'_>, on: NaiveDate) -> u32 {
    let a_year_ago = a_year_before(on);
    let within = |day: NaiveDate| day > a_year_ago && day <= on;
    let residents = facts.terms.iter().filter(|term| term.seat == SeatKind::Resident);
    let stood_down = residents.filter(|term| match term.ended {
        Some(ended) => ended.why == EndedBy::StoodDown && within(ended.on),
        None => term.ends_on.and_then(|last| last.succ_opt()).is_some_and(within),
    });
    count(stood_down.count())
}

/// Whether nobody has had a resident seat for a whole year.
fn is_first_year(facts: &Facts<'_>, on: NaiveDate) -> bool {
    let begun = facts.terms.iter().filter(|term| term.seat == SeatKind::Resident).map(|term| term.begins_on).min();
    begun.is_none_or(|begun| begun > a_year_before(on))
}

pub(super) fn a_year_before(on: NaiveDate) -> NaiveDate {
    on.checked_sub_months(Months::new(12)).unwrap_or(NaiveDate::MIN)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
