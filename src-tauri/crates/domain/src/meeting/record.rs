//! The record of one meeting: what happened in the room, one entry after another, and what would not stand.

use super::count::{Floor, Majority, Verdict, VoteRefusal, Way, check_quorum, put};
use super::quorum::Quorum;
use super::{ItemKind, MeetingKind};
use crate::constitution::{CastingVote, Constitution, Withdrawal};
use crate::id::{ItemId, MemberId};
use chrono::NaiveTime;
use std::collections::BTreeMap;

/// A member with a seat on the day of the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub member: MemberId,
    /// Whether they are a resident member, who votes; otherwise they advise (§8.3).
    pub resident: bool,
    /// Whether they are the elected Chair (§8.5).
    pub is_chair: bool,
}

/// Where a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Not here, and nothing was heard of them.
    NotHere,
    /// Not here, with apologies (§8.11).
    Apologies,
    /// In the room since then.
    Here {
        /// Since when.
        since: NaiveTime,
    },
    /// Was here, and left.
    Left {
        /// When.
        at: NaiveTime,
    },
}

/// What a member with an interest did during the item. These are the only two there are (Appendix 1), and in both they took
/// no part in the discussion or decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Withdrew from the meeting while the item was discussed.
    Withdrew,
    /// Remained in the room during its consideration.
    Remained,
}

impl Part {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Withdrew, Self::Remained];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Withdrew => "withdrew",
            Self::Remained => "remained",
        }
    }

    /// The part of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
}

/// An interest in an item, and what its holder did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Whose.
    pub member: MemberId,
    /// Whether it is financial.
    pub financial: bool,
    /// What they did; none while the meeting has not settled it.
    pub part: Option<Part>,
    /// When it was declared in the room; none when it was known before the item was taken.
    pub in_the_room_at: Option<NaiveTime>,
}

/// What is put to the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
    /// Whether it carries a grant, and how much; the amount is held against the sub-group's limit.
    pub grant: Option<crate::Money>,
    /// Whether the partner, or the member, whom it concerns was asked, or told, first (§8.7 ii, §8.11).
    pub other_side: bool,
}

/// Something that happens at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A member sent apologies (§8.11).
    Apologies(MemberId),
    /// A member is in the room: from the start, or arriving.
    Arrived(MemberId),
    /// A member left.
    Left(MemberId),
    /// A resident member takes the chair (§8.5).
    TookChair(MemberId),
    /// How many residents attend an open meeting of the Forum (§8.3).
    Heads(u32),
    /// The meeting starts.
    Started,
    /// An item is taken up. Who withdrew for the one before comes back.
    Taken(ItemId),
    /// An interest: known before, or declared in the room (§8.12).
    Declared {
        /// In which item.
        item: ItemId,
        /// Whose.
        member: MemberId,
        /// Whether it is financial.
        financial: bool,
        /// What they do, if that is settled.
        part: Option<Part>,
        /// Whether it was declared in the room.
        in_the_room: bool,
    },
    /// What a member with an interest does.
    TookPart {
        /// In which item.
        item: ItemId,
        /// Whose.
        member: MemberId,
        /// What they do.
        part: Part,
    },
    /// Something is put to the meeting, and decided.
    Resolved {
        /// On which item.
        item: ItemId,
        /// What.
        motion: Motion,
        /// How.
        way: Way,
    },
    /// The item goes to another meeting. It needs no quorum.
    PutOff(ItemId),
    /// The item is done with, without a decision. It needs no quorum.
    Noted(ItemId),
    /// The meeting ends.
    Ended,
}

/// What an accepted entry brought about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happening {
    /// What came of a resolution.
    pub verdict: Option<Verdict>,
    /// Whether the quorum of the item in hand was lost or gained by it.
    pub quorum_changed_to: Option<bool>,
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// Not taken up yet.
    Waiting,
    /// Taken up.
    Open,
    /// Something was carried.
    Decided,
    /// Put off to another meeting.
    PutOff,
    /// Done with, without a decision.
    Noted,
}

/// One item as the record has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRecord {
    /// What it is about.
    pub kind: ItemKind,
    /// Where it stands.
    pub state: ItemState,
    /// Every interest, in the order in which they were noted.
    pub interests: Vec<Declared>,
    /// What came of each resolution, in order.
    pub verdicts: Vec<Verdict>,
}

/// Why an entry cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MeetingRefusal {
    /// The meeting has not started.
    #[error("not started")]
    NotStarted,
    /// The meeting has started.
    #[error("started")]
    AlreadyStarted,
    /// The meeting is over.
    #[error("ended")]
    AlreadyEnded,
    /// The time is before what was recorded last.
    #[error("before {last}")]
    BeforeTheLast {
        /// The time of the last entry.
        last: NaiveTime,
    },
    /// This person has no seat on that day.
    #[error("no seat")]
    NoSeat,
    /// They are in the room already.
    #[error("here already")]
    AlreadyHere,
    /// They are not in the room.
    #[error("not here")]
    NotHere,
    /// Only a resident member may chair (§8.5).
    #[error("not a resident")]
    ChairNotResident,
    /// Nobody chairs.
    #[error("nobody chairs")]
    NobodyChairs,
    /// Whoever chairs has an interest in the item and takes no part: another resident must chair it (§8.5, §8.12).
    #[error("the chair has an interest")]
    ChairHasInterest,
    /// No such item on this agenda.
    #[error("no such item")]
    NoSuchItem,
    /// The item is not the one in hand.
    #[error("not in hand")]
    NotInHand,
    /// The item was decided.
    #[error("decided")]
    AlreadyDecided,
    /// No interest of theirs is noted on this item.
    #[error("no interest noted")]
    NoInterest,
    /// By the constitution's choice, whoever has an interest withdraws (§8.12).
    #[error("must withdraw")]
    MustWithdraw,
    /// The meeting has not settled whether a member with an interest withdraws or remains (Appendix 1).
    #[error("not settled")]
    NotSettled {
        /// Whose.
        member: MemberId,
    },
    /// The decision would not stand.
    #[error(transparent)]
    Vote(#[from] VoteRefusal),
    /// The partner has not agreed to the commitment (§8.7 ii).
    #[error("no consent of the partner")]
    NoConsent,
    /// The member was not told first that they may be voted off (§8.11).
    #[error("not told first")]
    NotToldFirst,
    /// Only the partnership decides this (§8, §8.2): a sub-group, and the Forum, may recommend.
    #[error("for the partnership to decide")]
    ForThePartnership,
    /// More than the sub-group may grant.
    #[error("over the sub-group's limit")]
    OverSubGroupLimit {
        /// The most it may grant.
        up_to: crate::Money,
    },
}

/// A meeting, as its entries make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    kind: MeetingKind,
    constitution: Constitution,
    roll: Vec<Seat>,
    presence: BTreeMap<MemberId, Presence>,
    items: BTreeMap<ItemId, ItemRecord>,
    chair: Option<MemberId>,
    heads: u32,
    in_hand: Option<ItemId>,
    started_at: Option<NaiveTime>,
    ended_at: Option<NaiveTime>,
    last_at: Option<NaiveTime>,
}

impl Record {
    /// A meeting of which nothing happened yet.
    pub fn new(
        kind: MeetingKind,
        constitution: Constitution,
        roll: Vec<Seat>,
        items: impl IntoIterator<Item = (ItemId, ItemKind)>,
    ) -> Self {
        let fresh = |kind| ItemRecord { kind, state: ItemState::Waiting, interests: Vec::new(), verdicts: Vec::new() };
        Self {
            kind,
            constitution,
            roll,
            presence: BTreeMap::new(),
            items: items.into_iter().map(|(id, kind)| (id, fresh(kind))).collect(),
            chair: None,
            heads: 0,
            in_hand: None,
            started_at: None,
            ended_at: None,
            last_at: None,
        }
    }

    /// Who has a seat.
    pub fn roll(&self) -> &[Seat] {
        &self.roll
    }

    /// Where a member is.
    pub fn presence(&self, member: MemberId) -> Presence {
        self.presence.get(&member).copied().unwrap_or(Presence::NotHere)
    }

    /// Who chairs.
    pub fn chair(&self) -> Option<MemberId> {
        self.chair
    }

    /// The item in hand.
    pub fn in_hand(&self) -> Option<ItemId> {
        self.in_hand
    }

    /// One item.
    pub fn item(&self, id: ItemId) -> Option<&ItemRecord> {
        self.items.get(&id)
    }

    /// When it started.
    pub fn started_at(&self) -> Option<NaiveTime> {
        self.started_at
    }

    /// When it ended.
    pub fn ended_at(&self) -> Option<NaiveTime> {
        self.ended_at
    }

    /// When the last thing happened.
    pub fn last_at(&self) -> Option<NaiveTime> {
        self.last_at
    }

    /// Whether a member is in the room for an item: here, and not withdrawn for it.
    pub fn is_in_the_room(&self, member: MemberId, item: Option<ItemId>) -> bool {
        let withdrew = |id: ItemId| self.interest(id, member).is_some_and(|declared| declared.part == Some(Part::Withdrew));
        matches!(self.presence(member), Presence::Here { .. }) && !item.is_some_and(withdrew)
    }

    fn interest(&self, item: ItemId, member: MemberId) -> Option<&Declared> {
        self.items.get(&item)?.interests.iter().find(|declared| declared.member == member)
    }

    /// Who stands behind a decision on an item, or on nothing in particular, now.
    pub fn floor(&self, item: Option<ItemId>) -> Floor {
        let casting = self.constitution.casting == CastingVote::WhoeverChairs || self.chair.is_some_and(|id| self.is_elected_chair(id));
        if self.kind == MeetingKind::Forum {
            let heads = self.heads;
            let quorum = Quorum { members: heads, present: heads, residents: heads };
            return Floor { quorum, residents: heads, entitled: heads, casting };
        }
        let has_interest = |seat: &Seat| item.is_some_and(|id| self.interest(id, seat.member).is_some());
        let present = |seat: &&Seat| self.is_in_the_room(seat.member, item) && (self.constitution.remained_counts || !has_interest(seat));
        let counts = |seat: &&Seat| seat.resident || self.constitution.advisory_counts;
        let number = |seats: usize| u32::try_from(seats).unwrap_or(u32::MAX);
        let residents = number(self.roll.iter().filter(present).filter(|seat| seat.resident).count());
        Floor {
            quorum: Quorum {
                members: number(self.roll.iter().filter(counts).count()),
                present: number(self.roll.iter().filter(counts).filter(present).count()),
                residents,
            },
            residents,
            entitled: number(
                self.roll.iter().filter(|seat| seat.resident && self.is_in_the_room(seat.member, item) && !has_interest(seat)).count(),
            ),
            casting,
        }
    }

    fn is_elected_chair(&self, member: MemberId) -> bool {
        self.roll.iter().any(|seat| seat.member == member && seat.is_chair)
    }

    /// What would come of a resolution now, without recording it.
    pub fn weigh(&self, item: ItemId, motion: &Motion, way: &Way) -> Result<Verdict, MeetingRefusal> {
        self.running()?;
        let record = self.open_item(item)?;
        if self.in_hand != Some(item) {
            return Err(MeetingRefusal::NotInHand);
        }
        if record.state == ItemState::Decided {
            return Err(MeetingRefusal::AlreadyDecided);
        }
        let floor = self.floor(Some(item));
        // The quorum comes first: without it there is nothing to settle.
        check_quorum(&floor.quorum)?;
        let unsettled = |declared: &&Declared| declared.part.is_none() && matches!(self.presence(declared.member), Presence::Here { .. });
        if let Some(declared) = record.interests.iter().find(unsettled) {
            return Err(MeetingRefusal::NotSettled { member: declared.member });
        }
        let chair = self.chair.ok_or(MeetingRefusal::NobodyChairs)?;
        if self.interest(item, chair).is_some() {
            return Err(MeetingRefusal::ChairHasInterest);
        }
        self.is_this_body_s(record.kind, motion)?;
        match record.kind {
            ItemKind::Commitment if !motion.other_side => return Err(MeetingRefusal::NoConsent),
            ItemKind::Removal if !motion.other_side => return Err(MeetingRefusal::NotToldFirst),
            ItemKind::Commitment | ItemKind::Removal | ItemKind::General | ItemKind::Minutes | ItemKind::Grant | ItemKind::Joining => {}
        }
        Ok(put(&floor, way, record.kind.majority())?)
    }

    /// Whether this body may decide it. What the sub-group resolves on an application, where it only recommends, is a
    /// recommendation, and so is what the Forum resolves (§8.1): the caller records no decision of it. Who joins is the Forum's
    /// too (§8.3); who is voted off needs the partnership's quorum (§8.11).
    fn is_this_body_s(&self, kind: ItemKind, motion: &Motion) -> Result<(), MeetingRefusal> {
        use crate::constitution::SubGroupPower::{Decides, Recommends};
        match (self.kind, kind) {
            (MeetingKind::SubGroup, ItemKind::Commitment | ItemKind::Joining | ItemKind::Removal)
            | (MeetingKind::Forum, ItemKind::Commitment | ItemKind::Removal) => Err(MeetingRefusal::ForThePartnership),
            (MeetingKind::SubGroup, ItemKind::Grant) => match (self.constitution.sub_group, motion.grant) {
                (Decides { up_to }, Some(amount)) if amount > up_to => Err(MeetingRefusal::OverSubGroupLimit { up_to }),
                (Decides { .. } | Recommends, _) => Ok(()),
            },
            (MeetingKind::Partnership | MeetingKind::SubGroup | MeetingKind::Forum, _) => Ok(()),
        }
    }

    /// Whether what is resolved on applications decides them; otherwise it recommends.
    pub fn decides_grants(&self) -> bool {
        use crate::constitution::SubGroupPower::Recommends;
        match self.kind {
            MeetingKind::Partnership => true,
            MeetingKind::SubGroup => self.constitution.sub_group != Recommends,
            MeetingKind::Forum => false,
        }
    }

    fn running(&self) -> Result<(), MeetingRefusal> {
        if self.ended_at.is_some() {
            return Err(MeetingRefusal::AlreadyEnded);
        }
        self.started_at.map(drop).ok_or(MeetingRefusal::NotStarted)
    }

    fn open_item(&self, id: ItemId) -> Result<&ItemRecord, MeetingRefusal> {
        self.items.get(&id).ok_or(MeetingRefusal::NoSuchItem)
    }

    fn seat(&self, member: MemberId) -> Result<&Seat, MeetingRefusal> {
        self.roll.iter().find(|seat| seat.member == member).ok_or(MeetingRefusal::NoSeat)
    }

    /// Takes an entry, or says why it would not stand; then nothing has changed.
    pub fn take(&mut self, at: NaiveTime, entry: &Entry) -> Result<Happening, MeetingRefusal> {
        if self.ended_at.is_some() {
            return Err(MeetingRefusal::AlreadyEnded);
        }
        if let Some(last) = self.last_at.filter(|last| at < *last) {
            return Err(MeetingRefusal::BeforeTheLast { last });
        }
        let before = self.floor(self.in_hand).quorum.is_met();
        let item_before = self.in_hand;
        let verdict = self.apply(at, entry)?;
        self.last_at = Some(at);
        let after = self.floor(self.in_hand).quorum.is_met();
        let changed = self.started_at.is_some() && item_before == self.in_hand && before != after;
        Ok(Happening { verdict, quorum_changed_to: changed.then_some(after) })
    }

    fn apply(&mut self, at: NaiveTime, entry: &Entry) -> Result<Option<Verdict>, MeetingRefusal> {
        match entry {
            Entry::Apologies(member) => {
                self.seat(*member)?;
                if matches!(self.presence(*member), Presence::Here { .. }) {
                    return Err(MeetingRefusal::AlreadyHere);
                }
                self.presence.insert(*member, Presence::Apologies);
            }
            Entry::Arrived(member) => {
                self.seat(*member)?;
                if matches!(self.presence(*member), Presence::Here { .. }) {
                    return Err(MeetingRefusal::AlreadyHere);
                }
                self.presence.insert(*member, Presence::Here { since: at });
            }
            Entry::Left(member) => {
                self.in_the_room(*member)?;
                self.presence.insert(*member, Presence::Left { at });
                self.chair = self.chair.filter(|chair| chair != member);
            }
            Entry::TookChair(member) => {
                if !self.seat(*member)?.resident {
                    return Err(MeetingRefusal::ChairNotResident);
                }
                self.in_the_room(*member)?;
                self.chair = Some(*member);
            }
            Entry::Heads(residents) => self.heads = *residents,
            Entry::Started => {
                if self.started_at.is_some() {
                    return Err(MeetingRefusal::AlreadyStarted);
                }
                if self.chair.is_none() {
                    return Err(MeetingRefusal::NobodyChairs);
                }
                self.started_at = Some(at);
            }
            Entry::Taken(item) => {
                self.running()?;
                self.open_item(*item)?;
                self.in_hand = Some(*item);
                self.set(*item, |record| {
                    if record.state != ItemState::Decided {
                        record.state = ItemState::Open;
                    }
                });
            }
            Entry::Declared { item, member, financial, part, in_the_room } => {
                self.running()?;
                self.seat(*member)?;
                if self.open_item(*item)?.state == ItemState::Decided {
                    return Err(MeetingRefusal::AlreadyDecided);
                }
                self.may_take(*part)?;
                let declared = Declared { member: *member, financial: *financial, part: *part, in_the_room_at: in_the_room.then_some(at) };
                self.set(*item, |record| match record.interests.iter_mut().find(|held| held.member == *member) {
                    Some(held) => *held = declared,
                    None => record.interests.push(declared),
                });
            }
            Entry::TookPart { item, member, part } => {
                self.running()?;
                if self.open_item(*item)?.state == ItemState::Decided {
                    return Err(MeetingRefusal::AlreadyDecided);
                }
                self.may_take(Some(*part))?;
                self.interest(*item, *member).ok_or(MeetingRefusal::NoInterest)?;
                self.set(*item, |record| {
                    for held in record.interests.iter_mut().filter(|held| held.member == *member) {
                        held.part = Some(*part);
                    }
                });
            }
            Entry::Resolved { item, motion, way } => {
                let verdict = self.weigh(*item, motion, way)?;
                self.set(*item, |record| {
                    record.verdicts.push(verdict);
                    record.state = if verdict.is_carried() { ItemState::Decided } else { ItemState::Open };
                });
                return Ok(Some(verdict));
            }
            Entry::PutOff(item) => self.close(*item, ItemState::PutOff)?,
            Entry::Noted(item) => self.close(*item, ItemState::Noted)?,
            Entry::Ended => {
                self.running()?;
                self.ended_at = Some(at);
                self.in_hand = None;
            }
        }
        Ok(None)
    }

    fn may_take(&self, part: Option<Part>) -> Result<(), MeetingRefusal> {
        if self.constitution.withdrawal == Withdrawal::Always && part == Some(Part::Remained) {
            return Err(MeetingRefusal::MustWithdraw);
        }
        Ok(())
    }

    fn in_the_room(&self, member: MemberId) -> Result<(), MeetingRefusal> {
        self.seat(member)?;
        if matches!(self.presence(member), Presence::Here { .. }) { Ok(()) } else { Err(MeetingRefusal::NotHere) }
    }

    fn close(&mut self, item: ItemId, state: ItemState) -> Result<(), MeetingRefusal> {
        self.running()?;
        if self.open_item(item)?.state == ItemState::Decided {
            return Err(MeetingRefusal::AlreadyDecided);
        }
        self.set(item, |record| record.state = state);
        Ok(())
    }

    fn set(&mut self, item: ItemId, change: impl FnOnce(&mut ItemRecord)) {
        if let Some(record) = self.items.get_mut(&item) {
            change(record);
        }
    }

    /// What it takes to carry an item of this meeting.
    pub fn majority_of(&self, item: ItemId) -> Majority {
        self.items.get(&item).map_or(Majority::Most, |record| record.kind.majority())
    }
}
