//! A meeting as the person who minutes it sees it.

use super::replay::{Event, Replayed, What, replayed};
use super::{resolve, undo};
use crate::meeting::{Item, MeetingLine, line, next_on};
use crate::membership::RollSeat;
use crate::open::Desk;
use crate::{Case, Open, Result, minutes, review};
use chrono::{NaiveDate, NaiveTime};
use domain::Money;
use domain::id::{ApplicationId, EntryId, ItemId, MeetingId, MemberId};
use domain::interest::Sight;
use domain::meeting::{Floor, ItemKind, ItemState, Majority, Part, Presence, Verdict, majority, two_thirds};
use domain::member::{Act, may};
use domain::review::Together;
use store::{EntryKind, ReadTx};

/// Where a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Not here, and nothing was heard of them.
    NotHere,
    /// Not here, with apologies.
    Apologies,
    /// In the room.
    Here {
        /// Since when.
        since: NaiveTime,
        /// Whether they came after the start.
        late: bool,
    },
    /// Out of the room for the item in hand.
    Withdrew,
    /// Was here, and left.
    Left {
        /// When.
        at: NaiveTime,
    },
}

/// A member with a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Who, and what they are.
    pub seat: RollSeat,
    /// Where they are.
    pub place: Place,
    /// Whether they chair now.
    pub chairs: bool,
}

/// An item, as the list beside the meeting shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingItem {
    /// Its id.
    pub id: ItemId,
    /// From 1.
    pub number: u32,
    /// What it is about.
    pub kind: ItemKind,
    /// What it is called, when it is to be shown and this member may know it.
    pub title: Option<String>,
    /// Its application's reference.
    pub reference: Option<String>,
    /// Whether its application is under embargo.
    pub sealed: bool,
    /// Whether it is published.
    pub public: bool,
    /// Where it stands.
    pub state: ItemState,
}

/// An interest in the item in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemInterest {
    /// Whose.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether it is financial.
    pub financial: bool,
    /// How it arises, when it is to be shown.
    pub how: Option<String>,
    /// What they do, once that is settled.
    pub part: Option<Part>,
    /// Whether it was known before the meeting.
    pub known: bool,
    /// Whether they are in the building, so that it must be settled.
    pub here: bool,
}

/// What ended the quorum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuorumEnded {
    /// Who left, or withdrew.
    pub name: String,
    /// When.
    pub at: NaiveTime,
    /// Whether they withdrew for the item; otherwise they left the meeting.
    pub withdrew: bool,
}

/// Who is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuorumView {
    /// As the rules count.
    pub floor: Floor,
    /// Of the members who count and are not present: those who withdrew.
    pub withdrew: u32,
    /// How many must agree.
    pub agree_needed: u32,
    /// What ended it, when somebody did.
    pub ended_by: Option<QuorumEnded>,
}

/// What was put to the meeting on the item in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// Whether it binds.
    pub carried: bool,
    /// As the minutes say it.
    pub words: String,
    /// When.
    pub at: NaiveTime,
}

/// The application of the item in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemApplication {
    /// Its id.
    pub id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The group.
    pub group_name: String,
    /// What it is for, in one line.
    pub one_line: String,
    /// What it asks.
    pub asked: Option<Money>,
    /// What the reviews say together; none for those not entitled, or while they are closed.
    pub panel: Option<Together>,
    /// What is free on the line, less what this meeting gave away already.
    pub free: Money,
    /// The end of funding that is suggested: the plan's own.
    pub ends_on: Option<NaiveDate>,
    /// A correction is still being typed, so that nothing can be decided.
    pub correcting: bool,
}

/// The item in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InHand {
    /// Which.
    pub item: SittingItem,
    /// What it is about.
    pub about: String,
    /// Whether it is under embargo, or declared non-public, and not shown.
    pub hidden: bool,
    /// Its application, when it is shown and this member reads it.
    pub application: Option<ItemApplication>,
    /// Interests in it.
    pub interests: Vec<ItemInterest>,
    /// Who is counted for it.
    pub quorum: QuorumView,
    /// What was put to the meeting, in order; nothing while it is hidden.
    pub resolutions: Vec<Resolved>,
    /// What was noted of the discussion.
    pub note: String,
    /// Its minutes so far, a paragraph each; nothing while it is hidden.
    pub minutes: Vec<String>,
    /// The day of the meeting whose minutes are to be approved.
    pub minutes_of: Option<NaiveDate>,
}

/// What would be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastEntry {
    /// Its id.
    pub id: EntryId,
    /// Its kind.
    pub kind: EntryKind,
    /// The member it is about.
    pub name: Option<String>,
    /// When.
    pub at: NaiveTime,
}

/// A meeting as the person who minutes it sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// The meeting.
    pub meeting: MeetingLine,
    /// When it started.
    pub started_at: Option<NaiveTime>,
    /// When it ended.
    pub ended_at: Option<NaiveTime>,
    /// Who has a seat: residents, then who advises, by name.
    pub seats: Vec<Seat>,
    /// How many residents came to a Forum.
    pub heads: Option<u32>,
    /// The agenda.
    pub items: Vec<SittingItem>,
    /// The item in hand.
    pub in_hand: Option<InHand>,
    /// Who is counted while no item is in hand.
    pub quorum: QuorumView,
    /// What would be undone.
    pub last: Option<LastEntry>,
    /// The next meeting of its kind.
    pub next_on: Option<NaiveDate>,
    /// How many resolutions become decisions at the close.
    pub decisions: usize,
    /// Whether what is resolved on applications decides them.
    pub decides_grants: bool,
    /// Whether it is typed in later than its day.
    pub back_dated: bool,
    /// Whether this member may record.
    pub may_minute: bool,
}

/// A meeting as the person who minutes it sees it. What is under embargo is left out unless it is to be shown: others may
/// look at the screen.
pub fn sitting(open: &Open, id: MeetingId, show_sealed: bool) -> Result<Sitting> {
    let desk = open.desk();
    let meeting = line(open, id)?;
    let next_on = next_on(open, id)?;
    open.register().read(|tx| {
        let now = replayed(tx, desk.cases, id)?;
        let look = Look { open, desk: &desk, now: &now, show_sealed };
        Ok(Sitting {
            meeting,
            started_at: now.record.started_at(),
            ended_at: now.record.ended_at(),
            seats: look.seats(),
            heads: heads(&now),
            items: now.meeting.items.iter().map(|item| look.item(item)).collect(),
            in_hand: now.record.in_hand().and_then(|id| now.meeting.item(id)).map(|item| look.in_hand(tx, item)).transpose()?,
            quorum: look.quorum(None),
            last: last(&now),
            next_on,
            decisions: now.grants().count(),
            decides_grants: now.record.decides_grants(),
            back_dated: now.meeting.row.held_on < tx.today(),
            may_minute: may(desk.member.role, Act::KeepMeetings),
        })
    })
}

fn heads(now: &Replayed) -> Option<u32> {
    now.events.iter().rev().find_map(|event| match event.what {
        What::Heads(residents) => Some(residents),
        _ => None,
    })
}

fn last(now: &Replayed) -> Option<LastEntry> {
    let event = undo::last(now).first()?;
    let name = event.what.member().map(|member| now.name(member).to_owned());
    Some(LastEntry { id: event.id, kind: event.what.kind(), name, at: event.at })
}

/// Looking at a meeting.
struct Look<'l> {
    open: &'l Open,
    desk: &'l Desk<'l>,
    now: &'l Replayed,
    show_sealed: bool,
}

impl Look<'_> {
    fn seats(&self) -> Vec<Seat> {
        // In the same minute too: by what came first, as the minutes tell it.
        let started = self.now.events.iter().position(|event| matches!(event.what, What::Started));
        let arrived = |member| self.now.events.iter().rposition(|event| event.what == What::Arrived(member));
        let is_late = |member| started.is_some_and(|started| arrived(member).is_some_and(|arrived| arrived > started));
        let place = |member: MemberId| match self.now.record.presence(member) {
            Presence::NotHere => Place::NotHere,
            Presence::Apologies => Place::Apologies,
            Presence::Left { at } => Place::Left { at },
            Presence::Here { .. } if !self.now.record.is_in_the_room(member, self.now.record.in_hand()) => Place::Withdrew,
            Presence::Here { since } => Place::Here { since, late: is_late(member) },
        };
        let chairs = |member| self.now.record.chair() == Some(member);
        let seat = |seat: &RollSeat| Seat { place: place(seat.member), chairs: chairs(seat.member), seat: seat.clone() };
        let mut seats: Vec<Seat> = self.now.roll.iter().map(seat).collect();
        seats.sort_by_key(|seat| !seat.seat.resident);
        seats
    }

    /// Whether visitors in the room may not see it, and nobody said yet that only members see the screen.
    fn is_hidden(&self, item: &Item) -> bool {
        (item.sealed || !item.row.public) && !self.show_sealed
    }

    fn item(&self, item: &Item) -> SittingItem {
        SittingItem {
            id: item.id,
            number: item.number,
            kind: item.kind(),
            title: item.title(self.open).filter(|_| !self.is_hidden(item)),
            reference: item.reference(self.open),
            sealed: item.sealed,
            public: item.row.public,
            state: self.now.record.item(item.id).map_or(ItemState::Waiting, |record| record.state),
        }
    }

    fn in_hand(&self, tx: &ReadTx<'_>, item: &Item) -> Result<InHand> {
        let hidden = self.is_hidden(item);
        let shown = !hidden && self.now.reads(self.desk, item.id);
        let minutes_of = match item.row.minutes_of {
            Some(of) => tx.meetings(store::Which::One(of))?.first().map(|row| row.held_on),
            None => None,
        };
        Ok(InHand {
            about: if hidden { String::new() } else { item.about(self.open).to_owned() },
            hidden,
            application: self.application(tx, item).filter(|_| shown).transpose()?,
            interests: self.interests(item, shown),
            quorum: self.quorum(Some(item.id)),
            resolutions: if shown { self.resolutions(item)? } else { Vec::new() },
            note: if shown { minutes::noted(tx, self.open, item)? } else { String::new() },
            minutes: if shown { minutes::statements(self.open, self.now, item.id)? } else { Vec::new() },
            minutes_of,
            item: self.item(item),
        })
    }

    fn application(&self, tx: &ReadTx<'_>, item: &Item) -> Option<Result<ItemApplication>> {
        let case = item.case(self.open).filter(|case| case.sight == Sight::Whole)?;
        let group_name = case.group_name()?.to_owned();
        Some(self.about_case(tx, case, group_name))
    }

    fn about_case(&self, tx: &ReadTx<'_>, case: &Case, group_name: String) -> Result<ItemApplication> {
        let held_on = self.now.meeting.row.held_on;
        Ok(ItemApplication {
            id: case.id(),
            reference: case.reference().unwrap_or_default(),
            group_name,
            one_line: case.cover().map(|cover| cover.summary.clone()).unwrap_or_default(),
            asked: case.asked(),
            panel: review::advice(self.open, tx, case.id())?,
            free: resolve::free(self.desk, self.now),
            ends_on: Some(self.desk.plans.of_day(held_on).plan.ends_on).filter(|ends_on| *ends_on > held_on),
            correcting: case.row.reference.is_some() && case.row.typing.is_some(),
        })
    }

    fn interests(&self, item: &Item, shown: bool) -> Vec<ItemInterest> {
        let how = |member: MemberId| {
            self.now.events_of(item.id).filter(|_| shown).fold(None, |found, event| match &event.what {
                What::Declared { member: whose, how, .. } if *whose == member => Some(how.clone()),
                _ => found,
            })
        };
        let held = self.now.record.item(item.id).map(|record| record.interests.as_slice()).unwrap_or_default();
        let interest = held.iter().map(|declared| ItemInterest {
            member: declared.member,
            name: self.now.name(declared.member).to_owned(),
            financial: declared.financial,
            how: how(declared.member).filter(|how| !how.is_empty()),
            part: declared.part,
            known: declared.in_the_room_at.is_none(),
            here: matches!(self.now.record.presence(declared.member), Presence::Here { .. }),
        });
        interest.collect()
    }

    fn resolutions(&self, item: &Item) -> Result<Vec<Resolved>> {
        let mut found = Vec::new();
        for event in self.now.events_of(item.id) {
            if let What::Resolved(resolution) = &event.what {
                let carried = event.verdict.is_some_and(Verdict::is_carried);
                let words = minutes::put(self.open, self.now, item, (resolution, carried))?;
                found.push(Resolved { carried, words, at: event.at });
            }
        }
        Ok(found)
    }

    fn quorum(&self, item: Option<ItemId>) -> QuorumView {
        let record = &self.now.record;
        let floor = record.floor(item);
        let needed = match item.map_or(Majority::Most, |id| record.majority_of(id)) {
            Majority::Most => majority(floor.residents),
            Majority::TwoThirds => two_thirds(floor.residents).max(1),
        };
        let counts = |seat: &&RollSeat| seat.resident || self.now.constitution.advisory_counts;
        let withdrew =
            |seat: &&RollSeat| matches!(record.presence(seat.member), Presence::Here { .. }) && !record.is_in_the_room(seat.member, item);
        let withdrew = self.now.roll.iter().filter(counts).filter(withdrew).count();
        QuorumView {
            floor,
            withdrew: u32::try_from(withdrew).unwrap_or(u32::MAX),
            agree_needed: needed,
            ended_by: if floor.quorum.is_met() { None } else { self.ended_by(item) },
        }
    }

    /// Whoever ended a quorum that was there, and has not come back since.
    fn ended_by(&self, item: Option<ItemId>) -> Option<QuorumEnded> {
        let withdrew = |event: &Event| matches!(event.what, What::Declared { .. } | What::TookPart { .. });
        // Who withdrew for another item is back for this one.
        let bears = |event: &&Event| event.quorum_changed_to.is_some() && (!withdrew(event) || event.in_hand == item);
        let event = self.now.events.iter().rev().find(bears)?;
        let member = event.what.member().filter(|_| event.quorum_changed_to == Some(false))?;
        Some(QuorumEnded { name: self.now.name(member).to_owned(), at: event.at, withdrew: withdrew(event) })
    }
}
