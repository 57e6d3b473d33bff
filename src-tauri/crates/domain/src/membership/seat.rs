//! Seats, offices and ties as of a day.

use super::{EndedBy, Office, OfficeBy, SeatBy, SeatKind, TieKind};
use crate::id::{MemberId, OfficeTermId, TermId, TieId};
use crate::member::LONGEST_TERM_YEARS;
use chrono::{Months, NaiveDate};

/// A member's time with a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// Whose.
    pub member: MemberId,
    /// What seat.
    pub seat: SeatKind,
    /// The first day.
    pub begins_on: NaiveDate,
    /// The last day. Only an advisory seat may have none: the plan sets a longest term for residents (§8.3).
    pub ends_on: Option<NaiveDate>,
    /// How it was given.
    pub how: SeatBy,
    /// How it ended early.
    pub ended: Option<Ended>,
}

/// The early end of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The first day without the seat.
    pub on: NaiveDate,
    /// Why.
    pub why: EndedBy,
}

impl Term {
    /// Whether the seat is held on a day. When three years are over it is held no longer, whether or not that was recorded:
    /// §8.3 calls it the maximum.
    pub fn stands_on(&self, on: NaiveDate) -> bool {
        self.begins_on <= on && self.until().is_none_or(|until| on < until)
    }

    /// The first day without the seat, if it ends.
    pub fn until(&self) -> Option<NaiveDate> {
        let over = self.ends_on.map(|last| last.succ_opt().unwrap_or(last));
        match (over, self.ended) {
            (Some(over), Some(ended)) => Some(over.min(ended.on)),
            (over, ended) => over.or(ended.map(|ended| ended.on)),
        }
    }

    /// Whether both are held on some day.
    pub fn meets(&self, other: &Self) -> bool {
        let is_before = |one: &Self, day: NaiveDate| one.until().is_some_and(|until| until <= day || until <= one.begins_on);
        !is_before(self, other.begins_on) && !is_before(other, self.begins_on)
    }
}

/// The last day of the longest term that begins on a day (§8.3).
pub fn last_day(begins_on: NaiveDate) -> NaiveDate {
    begins_on.checked_add_months(Months::new(LONGEST_TERM_YEARS.saturating_mul(12))).unwrap_or(NaiveDate::MAX)
}

/// A member's time with an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeTerm {
    /// Its id.
    pub id: OfficeTermId,
    /// Whose.
    pub member: MemberId,
    /// Which office.
    pub office: Office,
    /// The first day.
    pub begins_on: NaiveDate,
    /// How it was given.
    pub how: OfficeBy,
    /// The first day without it.
    pub ended_on: Option<NaiveDate>,
}

impl OfficeTerm {
    /// Whether it was given and not yet ended on a day.
    pub fn stands_on(&self, on: NaiveDate) -> bool {
        self.begins_on <= on && self.ended_on.is_none_or(|ended| on < ended)
    }
}

/// Something that keeps a member from an office (§8.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Its id.
    pub id: TieId,
    /// Whose.
    pub member: MemberId,
    /// What kind.
    pub kind: TieKind,
    /// What it is, in words.
    pub what: String,
    /// Since when.
    pub since: NaiveDate,
    /// The first day without it.
    pub ended_on: Option<NaiveDate>,
}

impl Tie {
    /// Whether it stands on a day.
    pub fn stands_on(&self, on: NaiveDate) -> bool {
        self.since <= on && self.ended_on.is_none_or(|ended| on < ended)
    }
}

/// A seat that is held on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<'t> {
    /// By which term.
    pub term: &'t Term,
    /// The office of its holder. Only residents hold one (§8.5).
    pub office: Option<&'t OfficeTerm>,
    /// Whether its holder is attached to the Local Trusted Organisation.
    pub lto: bool,
    /// Whether its holder has a paid post.
    pub paid: bool,
}

/// The term by which a member has a seat on a day: the one that began last, where two meet.
pub fn seat_of(terms: &[Term], member: MemberId, on: NaiveDate) -> Option<&Term> {
    terms.iter().filter(|term| term.member == member && term.stands_on(on)).max_by_key(|term| (term.begins_on, term.id))
}

/// Every seat that is held on a day, one for each member.
pub fn held<'t>(terms: &'t [Term], offices: &'t [OfficeTerm], ties: &[Tie], on: NaiveDate) -> Vec<Held<'t>> {
    let mut members: Vec<MemberId> = terms.iter().map(|term| term.member).collect();
    members.sort_unstable();
    members.dedup();
    let has = |member, kind| ties.iter().any(|tie| tie.member == member && tie.kind == kind && tie.stands_on(on));
    let seats = members.into_iter().filter_map(|member| seat_of(terms, member, on));
    seats
        .map(|term| Held {
            term,
            office: offices
                .iter()
                .filter(|office| office.member == term.member && office.stands_on(on) && term.seat == SeatKind::Resident)
                .max_by_key(|office| (office.begins_on, office.id)),
            lto: has(term.member, TieKind::Lto),
            paid: has(term.member, TieKind::PaidPost),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn term(number: u128, member: u128, begins: &str, ends: Option<&str>, ended: Option<&str>) -> Term {
        Term {
            id: TermId(Uuid::from_u128(number)),
            member: MemberId(Uuid::from_u128(member)),
            seat: SeatKind::Resident,
            begins_on: day(begins),
            ends_on: ends.map(day),
            how: SeatBy::Agm,
            ended: ended.map(|on| Ended { on: day(on), why: EndedBy::StoodDown }),
        }
    }

    #[test]
    fn a_seat_is_held_from_its_first_day_to_its_last_or_until_it_ended() {
        // §8.3.
        let whole = term(1, 1, "2022-01-18", Some("2025-01-18"), None);
        let cut = term(1, 1, "2022-01-18", Some("2025-01-18"), Some("2023-01-17"));
        let open = term(1, 1, "2022-01-18", None, None);
        let mistake = term(1, 1, "2022-01-18", Some("2025-01-18"), Some("2022-01-18"));
        for (name, term, on, expected) in [
            ("before", &whole, "2022-01-17", false),
            ("first day", &whole, "2022-01-18", true),
            ("last day", &whole, "2025-01-18", true),
            ("over", &whole, "2025-01-19", false),
            ("day before it ended", &cut, "2023-01-16", true),
            ("the day it ended", &cut, "2023-01-17", false),
            ("no end", &open, "2031-01-01", true),
            ("never", &mistake, "2022-01-18", false),
        ] {
            assert_eq!(term.stands_on(day(on)), expected, "{name}");
        }
    }

    #[test]
    fn two_terms_meet_when_both_are_held_on_some_day() {
        let first = term(1, 1, "2020-01-14", Some("2023-01-13"), None);
        let cut = term(1, 1, "2020-01-14", Some("2023-01-13"), Some("2022-01-18"));
        let never = term(1, 1, "2022-01-18", Some("2025-01-17"), Some("2022-01-18"));
        let open = term(1, 1, "2020-01-14", None, None);
        for (name, one, begins, expected) in [
            ("on the last day", &first, "2023-01-13", true),
            ("after it", &first, "2023-01-14", false),
            ("on the day it ended", &cut, "2022-01-18", false),
            ("before it ended", &cut, "2022-01-17", true),
            ("around one that never was", &never, "2021-01-01", false),
            ("after one with no end", &open, "2031-01-01", true),
        ] {
            let other = term(2, 1, begins, None, None);
            assert_eq!((one.meets(&other), other.meets(one)), (expected, expected), "{name}");
        }
    }

    #[test]
    fn the_longest_term_is_three_years_true_to_the_calendar() {
        // §8.3.
        for (begins, last) in [("2022-04-01", "2025-04-01"), ("2024-02-29", "2027-02-28")] {
            assert_eq!(last_day(day(begins)), day(last), "{begins}");
            assert_eq!(crate::member::check_term(day(begins), last_day(day(begins))), Ok(()), "{begins}");
        }
    }

    #[test]
    fn who_was_elected_anew_has_one_seat_and_keeps_the_office() {
        let terms = [
            term(1, 1, "2020-01-14", Some("2023-01-14"), None),
            term(2, 1, "2023-01-14", Some("2026-01-14"), None),
            Term { seat: SeatKind::Advisory, ..term(3, 2, "2022-01-01", None, None) },
        ];
        let office = |number, member, ended: Option<&str>| OfficeTerm {
            id: OfficeTermId(Uuid::from_u128(number)),
            member: MemberId(Uuid::from_u128(member)),
            office: Office::Chair,
            begins_on: day("2022-02-01"),
            how: OfficeBy::OnlyNominee,
            ended_on: ended.map(day),
        };
        let offices = [office(1, 1, None), office(2, 2, None)];
        let tie = Tie {
            id: TieId(Uuid::from_u128(9)),
            member: MemberId(Uuid::from_u128(2)),
            kind: TieKind::Lto,
            what: "Trustee".to_owned(),
            since: day("2022-01-01"),
            ended_on: Some(day("2023-01-14")),
        };
        let ties = [tie];
        let found = held(&terms, &offices, &ties, day("2023-01-14"));
        assert_eq!(found.iter().map(|held| held.term.id.0.as_u128()).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(found[0].office, Some(&offices[0]));
        assert_eq!((found[1].office, found[1].lto), (None, false), "an advisory member holds no office, and the tie is over");
        let before = held(&terms, &offices, &ties, day("2023-01-13"));
        assert_eq!((before[0].term.id.0.as_u128(), before[1].lto, before[1].paid), (1, true, false));
        let ended = [office(1, 1, Some("2023-01-14"))];
        assert_eq!(held(&terms, &ended, &ties, day("2023-01-14"))[0].office, None);
        assert!(held(&terms, &ended, &ties, day("2023-01-13"))[0].office.is_some());
    }
}
