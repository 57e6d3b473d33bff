//! What is due at the membership desk as of a day, and who stands down next (§8.3, §8.5, Appendix 1).

use super::finding::{STAND_DOWN_A_YEAR, a_year_before};
use super::{EndedBy, Facts, Office, PaperKind, SeatKind};
use crate::id::MemberId;
use chrono::{Months, NaiveDate};

/// How many months before its last day a term is told of.
pub const TERM_NOTICE_MONTHS: u32 = 3;

/// Something that somebody should see to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// A term is over, and nothing was recorded since: they stand down, or are elected anew (§8.3).
    TermOver {
        /// Whose.
        member: MemberId,
        /// Its last day.
        on: NaiveDate,
    },
    /// A term will soon be over.
    TermEnds {
        /// Whose.
        member: MemberId,
        /// Its last day.
        on: NaiveDate,
    },
    /// Officers are appointed every year (§8.5).
    Election {
        /// Who holds the office.
        member: MemberId,
        /// Which.
        office: Office,
        /// Since when.
        since: NaiveDate,
    },
    /// Somebody holds an office without a resident seat (§8.5).
    OfficeWithoutSeat {
        /// Who.
        member: MemberId,
        /// Which.
        office: Office,
    },
    /// Whoever resigned takes part in an exit interview (Appendix 1).
    ExitInterview {
        /// Who.
        member: MemberId,
        /// When they resigned.
        since: NaiveDate,
    },
}

/// What is due as of a day: what is late first.
pub fn due(facts: &Facts<'_>, on: NaiveDate) -> Vec<Due> {
    let seats = facts.held(on);
    let over = facts.run_out(on).into_iter().filter_map(|term| Some(Due::TermOver { member: term.member, on: term.ends_on? }));
    let mut found: Vec<Due> = over.collect();
    for office in facts.offices.iter().filter(|office| office.stands_on(on)) {
        let seat = seats.iter().find(|held| held.term.member == office.member);
        if seat.is_none_or(|held| held.term.seat != SeatKind::Resident) {
            found.push(Due::OfficeWithoutSeat { member: office.member, office: office.office });
        } else if office.begins_on <= a_year_before(on) {
            found.push(Due::Election { member: office.member, office: office.office, since: office.begins_on });
        }
    }
    let soon = on.checked_add_months(Months::new(TERM_NOTICE_MONTHS)).unwrap_or(NaiveDate::MAX);
    let mut ending: Vec<(NaiveDate, MemberId)> =
        seats.iter().filter_map(|held| Some((held.term.ends_on.filter(|last| *last <= soon)?, held.term.member))).collect();
    ending.sort_unstable();
    found.extend(ending.into_iter().map(|(on, member)| Due::TermEnds { member, on }));
    for term in facts.terms {
        if let Some(ended) = term.ended.filter(|ended| ended.why == EndedBy::Resigned && ended.on <= on) {
            let heard = facts
                .papers
                .iter()
                .any(|(member, kind, day)| *member == term.member && *kind == PaperKind::ExitInterview && *day >= ended.on && *day <= on);
            if !heard {
                found.push(Due::ExitInterview { member: term.member, since: ended.on });
            }
        }
    }
    found
}

/// A resident member on the rota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RotaLine {
    /// Who.
    pub member: MemberId,
    /// When they were last elected.
    pub since: NaiveDate,
    /// The last day of their term.
    pub ends_on: Option<NaiveDate>,
    /// Whether their term is over within a year, so that they stand down in any case.
    pub must: bool,
}

/// Who should stand down within the year after a day: everybody whose term is over by then, and as many more of those who were
/// elected longest ago as it takes to be three (§8.3).
pub fn rota(facts: &Facts<'_>, on: NaiveDate) -> Vec<RotaLine> {
    let in_a_year = on.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX);
    let mut lines: Vec<RotaLine> = facts
        .held(on)
        .into_iter()
        .filter(|held| held.term.seat == SeatKind::Resident)
        .map(|held| RotaLine {
            member: held.term.member,
            since: held.term.begins_on,
            ends_on: held.term.ends_on,
            must: held.term.ends_on.is_some_and(|last| last <= in_a_year),
        })
        .collect();
    lines.sort_by_key(|line| (!line.must, line.since, line.ends_on, line.member));
    let must = lines.iter().filter(|line| line.must).count();
    let at_least = usize::try_from(STAND_DOWN_A_YEAR).unwrap_or(usize::MAX);
    lines.truncate(must.max(at_least));
    lines
}
