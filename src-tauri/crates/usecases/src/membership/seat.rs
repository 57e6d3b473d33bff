//! Giving a seat that no vote of this register gave, and ending one: stood down, resigned, voted off, moved (§8.3, §8.11).

use super::TOUCHED;
use super::known::{Known, count, end_offices, follow_offices};
use super::removal::removal_votes;
use super::text::{self, Reasons};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result};
use chrono::NaiveDate;
use domain::date::{DateProblem, TypedDate};
use domain::id::{ItemId, MemberId, TermId};
use domain::member::{Act, LONGEST_TERM_YEARS, TermProblem, check_term};
use domain::membership::{Ended, EndedBy, RoomVote, SeatBy, SeatKind, SeatProblem, Term, check_removal, last_day};
use serde_json::json;
use store::{Event, NewTermEnd};

/// A seat, as typed.
#[derive(Debug, Clone)]
pub struct TypedSeat {
    /// Whose.
    pub member: MemberId,
    /// A resident seat that an older record tells of, or an advisory one the resident members gave (§8.5).
    pub seat: SeatKind,
    /// The first day.
    pub begins_on: TypedDate,
    /// The last day. Nothing typed: three years for a resident, none for an adviser.
    pub ends_on: TypedDate,
}

/// The end of a seat, as typed.
#[derive(Debug, Clone)]
pub struct TypedSeatEnd {
    /// Whose.
    pub member: MemberId,
    /// Why.
    pub why: EndedBy,
    /// The first day without it. Not read for a seat entered by mistake, which never was.
    pub on: TypedDate,
    /// Reasons, in words: must be given by whoever resigns (Appendix 1).
    pub words: String,
    /// When they were told that they might be voted off. Read when they were.
    pub told_on: TypedDate,
    /// The item of the meeting that voted; none when the vote is typed in from paper. Read when they were voted off.
    pub item: Option<ItemId>,
    /// How the vote went. Read when it is typed in.
    pub vote: TypedVote,
}

/// A vote in the room, as typed.
#[derive(Debug, Clone, Default)]
pub struct TypedVote {
    /// Resident members present.
    pub residents: String,
    /// Advisory members present.
    pub advisers: String,
    /// Residents who agreed.
    pub agreed: String,
}

impl TypedVote {
    pub(super) fn read(&self, faults: &mut Faults) -> Option<RoomVote> {
        let mut number = |field: &str, typed: &str| {
            if typed.trim().is_empty() {
                faults.refuse(field, FieldFault::Missing);
            }
            faults.people(field, typed)
        };
        let (residents, advisers, agreed) =
            (number("residents", &self.residents), number("advisers", &self.advisers), number("agreed", &self.agreed));
        Some(RoomVote { residents: residents?, advisers: advisers?, agreed: agreed? })
    }
}

/// A day that has come.
pub(super) fn past_day(faults: &mut Faults, field: &str, typed: &TypedDate, today: NaiveDate) -> Option<NaiveDate> {
    let day = faults.date(field, typed)?;
    if day > today {
        faults.refuse(field, FieldFault::InFuture);
    }
    Some(day)
}

/// The last day of a term: as typed, or three years for a resident and none for an adviser.
pub(super) fn term_end(faults: &mut Faults, seat: SeatKind, begins_on: Option<NaiveDate>, typed: &TypedDate) -> Option<NaiveDate> {
    if typed.date() == Err(DateProblem::Missing) {
        return begins_on.filter(|_| seat == SeatKind::Resident).map(last_day);
    }
    let ends_on = faults.date("endsOn", typed)?;
    if let Some(Err(problem)) = begins_on.map(|begins_on| check_term(begins_on, ends_on)) {
        let fault = match problem {
            TermProblem::EndsBeforeItBegins => FieldFault::EndsBeforeItBegins,
            TermProblem::TooLong => FieldFault::TermTooLong { most: LONGEST_TERM_YEARS },
        };
        faults.refuse("endsOn", fault);
    }
    Some(ends_on)
}

/// Gives a seat: a resident one as an older record tells it, or an advisory one by appointment (§8.3, §8.5).
pub fn give_seat(open: &mut Open, typed: &TypedSeat) -> Result<Changed<TermId>> {
    open.member().permit(Act::KeepMembers)?;
    let mut faults = Faults::default();
    let begins_on = past_day(&mut faults, "beginsOn", &typed.begins_on, open.today());
    let ends_on = term_end(&mut faults, typed.seat, begins_on, &typed.ends_on);
    let begins_on = faults.settled(begins_on)?;
    let (member, seat) = (typed.member, typed.seat);
    open.change_register(|tx| {
        let known = Known::read(tx)?;
        known.staying(member)?;
        let how = if seat == SeatKind::Resident { SeatBy::Listed } else { SeatBy::Appointed };
        let term = Term { id: TermId(tx.new_id()), member, seat, begins_on, ends_on, how, ended: None };
        if known.terms.iter().any(|other| other.member == member && other.meets(&term)) {
            return Err(SeatProblem::HasASeat.into());
        }
        known.check_room(begins_on)?;
        tx.insert_term(&term)?;
        let payload = json!({ "member": member.0, "seat": seat.code(), "beginsOn": begins_on, "endsOn": ends_on, "how": how.code() });
        Ok((term.id, Event { kind: "seatGiven", subject: Some(member.0), payload, touched: TOUCHED, signed: true }))
    })
}

/// Ends a seat, with every office its holder has. Who was voted off was told first, by a vote that stands (§8.11).
pub fn end_seat(open: &mut Open, typed: &TypedSeatEnd) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMembers)?;
    let (member, why) = (typed.member, typed.why);
    let today = open.today();
    let mut faults = Faults::default();
    let on = if why == EndedBy::Mistake { Some(today) } else { past_day(&mut faults, "on", &typed.on, today) };
    let words = faults.answer("words", &typed.words);
    if why == EndedBy::Resigned && words.is_empty() {
        faults.refuse("words", FieldFault::Missing);
    }
    let removal = if why == EndedBy::Removed {
        let told_on = past_day(&mut faults, "toldOn", &typed.told_on, today);
        Some((told_on, if typed.item.is_some() { None } else { typed.vote.read(&mut faults) }))
    } else {
        None
    };
    let known = open.register().read(Known::read)?;
    let term = known.terms.iter().rfind(|term| term.member == member && term.ended.is_none()).ok_or(SeatProblem::NoSeat)?;
    if why != EndedBy::Mistake && on.is_some_and(|on| on < term.begins_on) {
        faults.refuse("on", FieldFault::EndsBeforeItBegins);
    }
    let on = faults.settled(on)?;
    // A term that ran out ended then, whenever that is recorded; one entered by mistake never was.
    let on = match (why, term.ends_on.and_then(|last| last.succ_opt())) {
        (EndedBy::Mistake, _) => term.begins_on,
        (_, Some(over)) => on.min(over),
        (_, None) => on,
    };
    let changed = open.change_beside(Act::KeepMembers, |tx, desk| {
        let (told_on, vote) = match removal {
            Some((told_on, None)) => {
                let voted = removal_votes(tx, desk, member)?.into_iter().find(|vote| Some(vote.item) == typed.item);
                let voted = voted.ok_or(Error::NotFound)?;
                // The meeting held it to the quorum and the majority; that they were told before is held here, by the day.
                match told_on {
                    Some(told_on) if told_on >= voted.on => return Err(SeatProblem::TooEarly.into()),
                    Some(_) if on < voted.on => return Err(SeatProblem::TooEarly.into()),
                    Some(_) => {}
                    None => return Err(SeatProblem::NotTold.into()),
                }
                (told_on, Some(text::vote_to_json(voted.vote)))
            }
            Some((told_on, Some(vote))) => {
                check_removal(told_on, on, vote, known.membership(tx, on)?)?;
                (told_on, Some(text::vote_to_json(vote)))
            }
            None => (None, None),
        };
        let words = if words.is_empty() { None } else { Some(text::put(tx, member.0, &Reasons { words })?) };
        tx.insert_term_end(&NewTermEnd {
            term: term.id,
            ended: Ended { on, why },
            told_on,
            item_id: typed.item.filter(|_| why == EndedBy::Removed).map(|item| item.0),
            vote,
            words,
        })?;
        let officer = end_offices(tx, &known, member, on)?;
        if officer {
            follow_offices(tx, &[(member, None)])?;
        }
        let payload = json!({ "member": member.0, "on": on, "why": why.code(), "toldOn": told_on, "officer": officer });
        Ok(((), Event { kind: "seatEnded", subject: Some(member.0), payload, touched: TOUCHED, signed: true }))
    })?;
    open.read_people_again()?;
    Ok(changed)
}

/// How many votes, as the journal tells a vote in the room.
pub(super) fn told(vote: RoomVote) -> serde_json::Value {
    json!({ "residents": vote.residents, "advisers": vote.advisers, "agreed": vote.agreed })
}

/// How many residents have a seat on a day.
pub(super) fn eligible(known: &Known, on: NaiveDate) -> u32 {
    count(known.residents(on).len())
}
