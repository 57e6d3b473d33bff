//! A meeting worked out from its entries.

use super::text;
use crate::meeting::{Item, Meeting, load};
use crate::membership::{self, RollSeat};
use crate::open::Desk;
use crate::{Case, Error, Open, Result, constitution, interest};
use chrono::NaiveTime;
use domain::constitution::Constitution;
use domain::decision::{Outcome, Terms};
use domain::id::{ApplicationId, EntryId, ItemId, MeetingId, MemberId};
use domain::interest::{InterestKind, Sight};
use domain::meeting::{Entry, Floor, MeetingRefusal, Motion, Part, Record, Seat, Verdict, Way};
use domain::membership::Office;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{EntryKind, EntryRow, ReadTx, Which};
use uuid::Uuid;

/// What was put to the meeting on an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// What would be resolved.
    pub outcome: Outcome,
    /// Conditions, each a sentence.
    pub conditions: Vec<String>,
    /// The terms, for an approval.
    pub terms: Option<Terms>,
    /// Why, in the words of the meeting; may be empty.
    pub reason: String,
}

/// What was put to the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// On an application.
    Grant(Grant),
    /// On anything else: `That the programme of dates be agreed`.
    Other(String),
}

/// Something that was put to the meeting, and how it was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// What.
    pub proposal: Proposal,
    /// Whether the partner agreed, or the member was told first (§8.7 ii, §8.11).
    pub other_side: bool,
    /// How.
    pub way: Way,
}

impl Resolution {
    /// As the rules look at it.
    pub fn motion(&self) -> Motion {
        Motion { grant: self.granted(), other_side: self.other_side }
    }

    /// What it would grant.
    pub fn granted(&self) -> Option<domain::Money> {
        match &self.proposal {
            Proposal::Grant(grant) => grant.outcome.amount(),
            Proposal::Other(_) => None,
        }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A member sent apologies.
    Apologies(MemberId),
    /// A member arrived.
    Arrived(MemberId),
    /// A member left.
    Left(MemberId),
    /// A member took the chair.
    TookChair(MemberId),
    /// So many residents attend an open meeting.
    Heads(u32),
    /// The meeting started.
    Started,
    /// The item was taken up.
    Taken {
        /// How many interests known before were noted with it: the entries that follow.
        noted: u32,
    },
    /// An interest in the item.
    Declared {
        /// Whose.
        member: MemberId,
        /// Whether it is financial. None in the file when whoever recorded it could not read it; then it is looked up.
        financial: Option<bool>,
        /// What they do, if that was settled at once.
        part: Option<Part>,
        /// How it arises; may be empty.
        how: String,
        /// Whether it was declared in the room; otherwise it was known before.
        in_the_room: bool,
    },
    /// It was settled what a member with an interest does.
    TookPart {
        /// Whose interest.
        member: MemberId,
        /// What they do.
        part: Part,
    },
    /// Something was put to the meeting on the item.
    Resolved(Box<Resolution>),
    /// The item was put off.
    PutOff,
    /// The item was done with, without a decision.
    Noted,
    /// The meeting ended.
    Ended,
    /// Something that is sealed to others: an interest, what its holder does, or a resolution.
    Closed(EntryKind),
}

impl What {
    /// As the rules take it; none of what is sealed to others.
    pub(super) fn entry(&self, item: Option<ItemId>) -> Option<Entry> {
        let item = || item.unwrap_or(ItemId(Uuid::nil()));
        Some(match self {
            Self::Apologies(member) => Entry::Apologies(*member),
            Self::Arrived(member) => Entry::Arrived(*member),
            Self::Left(member) => Entry::Left(*member),
            Self::TookChair(member) => Entry::TookChair(*member),
            Self::Heads(residents) => Entry::Heads(*residents),
            Self::Started => Entry::Started,
            Self::Taken { .. } => Entry::Taken(item()),
            Self::Declared { member, financial, part, in_the_room, .. } => Entry::Declared {
                item: item(),
                member: *member,
                financial: financial.unwrap_or(false),
                part: *part,
                in_the_room: *in_the_room,
            },
            Self::TookPart { member, part } => Entry::TookPart { item: item(), member: *member, part: *part },
            Self::Resolved(resolution) => Entry::Resolved { item: item(), motion: resolution.motion(), way: resolution.way },
            Self::PutOff => Entry::PutOff(item()),
            Self::Noted => Entry::Noted(item()),
            Self::Ended => Entry::Ended,
            Self::Closed(_) => return None,
        })
    }

    /// Its kind.
    pub fn kind(&self) -> EntryKind {
        match self {
            Self::Apologies(_) => EntryKind::Apologies,
            Self::Arrived(_) => EntryKind::Arrived,
            Self::Left(_) => EntryKind::Left,
            Self::TookChair(_) => EntryKind::TookChair,
            Self::Heads(_) => EntryKind::Heads,
            Self::Started => EntryKind::Started,
            Self::Taken { .. } => EntryKind::Taken,
            Self::Declared { .. } => EntryKind::Declared,
            Self::TookPart { .. } => EntryKind::TookPart,
            Self::Resolved(_) => EntryKind::Resolved,
            Self::PutOff => EntryKind::PutOff,
            Self::Noted => EntryKind::Noted,
            Self::Ended => EntryKind::Ended,
            Self::Closed(kind) => *kind,
        }
    }

    /// The member it is about.
    pub fn member(&self) -> Option<MemberId> {
        match self {
            Self::Apologies(member)
            | Self::Arrived(member)
            | Self::Left(member)
            | Self::TookChair(member)
            | Self::Declared { member, .. }
            | Self::TookPart { member, .. } => Some(*member),
            _ => None,
        }
    }
}

/// Something that happened and was not struck out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its entry.
    pub id: EntryId,
    /// When, by a clock in London.
    pub at: NaiveTime,
    /// The item it is about.
    pub item: Option<ItemId>,
    /// The item in hand after it.
    pub in_hand: Option<ItemId>,
    /// What.
    pub what: What,
    /// What came of a resolution.
    pub verdict: Option<Verdict>,
    /// Of a resolution: who stood behind it.
    pub floor: Option<Floor>,
    /// Whether it ended or brought back the quorum of the item in hand.
    pub quorum_changed_to: Option<bool>,
}

/// A meeting worked out from its entries, as far as the member at the register can read them.
#[derive(Debug, Clone, PartialEq)]
pub struct Replayed {
    /// The meeting and its agenda.
    pub meeting: Meeting,
    /// Who has a seat, by name: as on the meeting's day, and from the first entry on as it was written down then.
    pub roll: Vec<RollSeat>,
    /// The choices it is held to.
    pub constitution: Constitution,
    /// Whether both were written down.
    pub frozen: bool,
    /// Where everything stands now.
    pub record: Record,
    /// What happened, in order.
    pub events: Vec<Event>,
}

impl Replayed {
    /// The record of the same meeting before anything happened, to be gone through again.
    pub(crate) fn afresh(&self) -> Record {
        fresh(&self.meeting, &self.roll, self.constitution)
    }

    /// A seat.
    pub fn seat(&self, member: MemberId) -> Option<&RollSeat> {
        self.roll.iter().find(|seat| seat.member == member)
    }

    /// The name of a member with a seat.
    pub fn name(&self, member: MemberId) -> &str {
        self.seat(member).map_or("", |seat| seat.name.as_str())
    }

    /// What happened to one item, in order.
    pub fn events_of(&self, item: ItemId) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| event.item == Some(item))
    }

    /// Whether something of an item is sealed to others.
    pub fn is_closed(&self, item: ItemId) -> bool {
        self.events_of(item).any(|event| matches!(event.what, What::Closed(_)))
    }

    /// Whether something was put to the meeting on an item that is sealed to others: it may be decided.
    pub(super) fn may_be_decided_unseen(&self, item: ItemId) -> bool {
        self.events_of(item).any(|event| matches!(event.what, What::Closed(EntryKind::Resolved)))
    }

    /// Whether the member at the register reads an item, and all that happened to it.
    pub(super) fn reads(&self, desk: &Desk<'_>, id: ItemId) -> bool {
        let Some(item) = self.meeting.item(id) else { return false };
        let reads = match item.application() {
            Some(application) => desk.cases.get(&application).is_some_and(|case| case.sight == Sight::Whole),
            None => item.text.is_some(),
        };
        reads && !self.is_closed(id)
    }

    /// Why an entry does not stand, with the name of the member it turns on.
    pub(super) fn refused(&self, refusal: MeetingRefusal) -> Error {
        match refusal {
            MeetingRefusal::NotSettled { member } => Error::NotSettled { name: self.name(member).to_owned() },
            other => other.into(),
        }
    }

    /// What was carried on applications, with its entry, in order: nothing where the meeting only recommends.
    pub fn grants(&self) -> impl Iterator<Item = (&Event, &Item, &Grant)> {
        let carried = self.carried().filter(|_| self.record.decides_grants());
        carried.filter_map(|(event, item, resolution)| match &resolution.proposal {
            Proposal::Grant(grant) => Some((event, item, grant)),
            Proposal::Other(_) => None,
        })
    }

    /// What was carried, with its entry, in order.
    pub fn carried(&self) -> impl Iterator<Item = (&Event, &Item, &Resolution)> {
        self.events.iter().filter_map(|event| match &event.what {
            What::Resolved(resolution) if event.verdict.is_some_and(Verdict::is_carried) => {
                Some((event, self.meeting.item(event.item?)?, resolution.as_ref()))
            }
            _ => None,
        })
    }
}

fn fresh(meeting: &Meeting, roll: &[RollSeat], constitution: Constitution) -> Record {
    let seats = roll.iter().map(|seat| Seat { member: seat.member, resident: seat.resident, is_chair: seat.office == Some(Office::Chair) });
    let items = meeting.items.iter().map(|item| (item.id, item.kind()));
    Record::new(meeting.row.kind, constitution, seats.collect(), items)
}

/// A meeting worked out from its entries. What is sealed to others stands as [`What::Closed`], and the rest as it is.
pub fn replay(open: &Open, id: MeetingId) -> Result<Replayed> {
    open.register().read(|tx| replayed(tx, open.desk().cases, id))
}

/// As [`replay`], inside a change or a reading.
pub(crate) fn replayed(tx: &ReadTx<'_>, cases: &BTreeMap<ApplicationId, Case>, id: MeetingId) -> Result<Replayed> {
    let meeting = load(tx, id)?.seen_with(cases);
    let (roll, frozen) = roll(tx, &meeting)?;
    let constitution = match tx.constitution_of_meeting(id.0)? {
        Some(json) => constitution::from_json(&json)?,
        None => constitution::on(tx, meeting.row.held_on)?,
    };
    let record = fresh(&meeting, &roll, constitution);
    let mut replayed = Replayed { meeting, roll, constitution, frozen, record, events: Vec::new() };
    let rows = standing(tx, id)?;
    let mut read = Vec::new();
    for row in &rows {
        read.push(what(tx, cases, &replayed.meeting, row)?);
    }
    // An item is read whole or not at all: half of it would not make a record.
    let closed: HashSet<Uuid> = rows.iter().zip(&read).filter(|(_, what)| what.is_none()).filter_map(|(row, _)| row.item_id).collect();
    for (row, what) in rows.iter().zip(read) {
        let sealed = row.text.blob_id().is_some() && row.item_id.is_some_and(|item| closed.contains(&item));
        let what = what.filter(|_| !sealed).unwrap_or(What::Closed(row.kind));
        replayed.take(row, what)?;
    }
    Ok(replayed)
}

impl Replayed {
    fn take(&mut self, row: &EntryRow, what: What) -> Result<()> {
        let item = row.item_id.map(ItemId);
        let floor = matches!(what, What::Resolved(_)).then(|| self.record.floor(item));
        let happening = what.entry(item).map(|entry| self.record.take(row.happened_at, &entry)).transpose()?;
        self.events.push(Event {
            id: EntryId(row.entry_id),
            at: row.happened_at,
            item,
            in_hand: self.record.in_hand(),
            what,
            verdict: happening.and_then(|happening| happening.verdict),
            floor,
            quorum_changed_to: happening.and_then(|happening| happening.quorum_changed_to),
        });
        Ok(())
    }
}

/// The entries that were not struck out, in order.
fn standing(tx: &ReadTx<'_>, id: MeetingId) -> Result<Vec<EntryRow>> {
    let rows = tx.entries_of_meeting(Which::One(id.0))?;
    let struck: HashSet<Uuid> = rows.iter().filter_map(|row| row.strikes).collect();
    Ok(rows.into_iter().filter(|row| row.kind != EntryKind::Struck && !struck.contains(&row.entry_id)).collect())
}

/// What an entry says; none when it is sealed to others.
fn what(tx: &ReadTx<'_>, cases: &BTreeMap<ApplicationId, Case>, meeting: &Meeting, row: &EntryRow) -> Result<Option<What>> {
    let item = row.item_id.and_then(|id| meeting.item(ItemId(id)));
    let case = item.and_then(Item::application).map(|id| cases.get(&id).ok_or(Error::NotFound)).transpose()?;
    // Of an application that is not read whole, no blob is even opened.
    if row.text.blob_id().is_some() && case.is_some_and(|case| case.sight != Sight::Whole) {
        return Ok(None);
    }
    let Some(json) = tx.text(&row.text)? else { return Ok(None) };
    let mut what = text::read(row.kind, &json)?;
    if let (What::Declared { member, financial, how, .. }, Some(case)) = (&mut what, case)
        && financial.is_none()
    {
        let said = interest::last_words(tx, case.id(), *member)?;
        *financial = said.as_ref().map(|(kinds, _)| kinds.contains(&InterestKind::Financial));
        if how.is_empty() {
            *how = said.map(|(_, how)| how).unwrap_or_default();
        }
    }
    Ok(Some(what))
}

/// Who has a seat, and whether that was written down for this meeting.
fn roll(tx: &ReadTx<'_>, meeting: &Meeting) -> Result<(Vec<RollSeat>, bool)> {
    let rows = tx.roll_of_meeting(meeting.id.0)?;
    if rows.is_empty() && tx.constitution_of_meeting(meeting.id.0)?.is_none() {
        return Ok((membership::roll(tx, meeting.row.held_on)?, false));
    }
    let mut names: HashMap<Uuid, String> = tx.members()?.into_iter().map(|person| (person.member_id, person.name)).collect();
    let mut seats: Vec<RollSeat> = rows
        .into_iter()
        .map(|row| RollSeat {
            member: MemberId(row.member_id),
            name: names.remove(&row.member_id).unwrap_or_default(),
            resident: row.resident,
            office: row.office.as_deref().and_then(Office::from_code),
            lto: row.lto,
        })
        .collect();
    seats.sort_by(|a, b| (&a.name, a.member).cmp(&(&b.name, b.member)));
    Ok((seats, true))
}
