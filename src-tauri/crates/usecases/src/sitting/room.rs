//! Recording: a meeting that may be recorded now, and one more entry of it.

use super::TOUCHED;
use super::replay::{Event, Replayed, What, replayed};
use super::text;
use crate::input::Faults;
use crate::meeting::{Item, load_item};
use crate::open::Desk;
use crate::{Changed, Error, Open, Result, constitution, seal};
use chrono::NaiveTime;
use domain::id::{EntryId, ItemId, MeetingId};
use domain::meeting::MeetingRefusal;
use domain::member::Act;
use serde_json::{Value, json};
use store::{EntryKind, Kept, NewEntry, ReadTx, SeatRow, WriteTx, london_time};

/// A meeting that is being recorded.
pub(super) struct Room {
    /// Where everything stands.
    pub(super) now: Replayed,
    /// When it happens.
    pub(super) at: NaiveTime,
    written: Vec<Value>,
    /// Whether an interest, or a vote, is among it: the member signs for that.
    signed: bool,
}

/// Records something at a meeting: the work takes its entries, and they are saved with one event.
pub(super) fn record(
    open: &mut Open,
    id: MeetingId,
    typed_at: &str,
    work: impl FnOnce(&mut WriteTx<'_>, &Desk<'_>, &mut Room) -> Result<()>,
) -> Result<Changed<()>> {
    open.change_beside(Act::KeepMeetings, |tx, desk| {
        let mut room = Room::enter(tx, desk, id, typed_at)?;
        work(tx, desk, &mut room)?;
        Ok(((), room.event("meetingRecorded")))
    })
}

/// The meeting of an item.
pub(super) fn meeting_of(open: &Open, item: ItemId) -> Result<MeetingId> {
    open.register().read(|tx| load_item(tx, item)).map(|(meeting, _)| meeting.id)
}

impl Room {
    /// Goes into a meeting that may be recorded: on its day or later, until its minutes are approved.
    ///
    /// No time typed is this minute. Of a meeting that is typed in later it is the time of what was recorded last, or when the
    /// meeting was to start.
    pub(super) fn enter(tx: &ReadTx<'_>, desk: &Desk<'_>, id: MeetingId, typed_at: &str) -> Result<Self> {
        let now = replayed(tx, desk.cases, id)?;
        let row = &now.meeting.row;
        if row.called_off.is_some() {
            return Err(Error::WrongState);
        }
        if row.approved_at.is_some() {
            return Err(Error::MinutesClosed);
        }
        if tx.today() < row.held_on {
            return Err(Error::NotYetItsDay);
        }
        let at = if !typed_at.trim().is_empty() {
            let mut faults = Faults::default();
            let at = faults.time("at", typed_at);
            faults.settled(at)?
        } else if tx.today() == row.held_on {
            london_time(tx.now())
        } else {
            now.events.last().map_or(row.starts_at, |event| event.at)
        };
        Ok(Self { now, at, written: Vec::new(), signed: false })
    }

    /// An item of this meeting.
    pub(super) fn item(&self, id: ItemId) -> Result<&Item> {
        self.now.meeting.item(id).ok_or(Error::NotFound)
    }

    /// An item of this meeting that the member at the register reads.
    pub(super) fn readable(&self, desk: &Desk<'_>, id: ItemId) -> Result<&Item> {
        if self.now.reads(desk, id) { self.item(id) } else { Err(Error::NotFound) }
    }

    /// Takes an entry, if the rules let it stand, and writes it down. With the first, the roll and the choices are frozen.
    pub(super) fn take(&mut self, tx: &mut WriteTx<'_>, what: What, item: Option<ItemId>) -> Result<EntryId> {
        // What is sealed to this member has its time too.
        if let Some(last) = self.now.events.last().map(|event| event.at).filter(|last| self.at < *last) {
            return Err(MeetingRefusal::BeforeTheLast { last }.into());
        }
        let entry = what.entry(item).ok_or(Error::NotFound)?;
        let floor = matches!(what, What::Resolved(_)).then(|| self.now.record.floor(item));
        let happening = self.now.record.take(self.at, &entry).map_err(|refused| self.now.refused(refused))?;
        self.freeze(tx)?;
        let says = text::write(&what)?;
        self.signed |= matches!(what, What::Declared { .. } | What::TookPart { .. } | What::Resolved(_) | What::Ended);
        let id = tx.new_id();
        let text = self.keep(tx, &what, item, &says)?;
        self.written.push(json!({
            "entry": id, "kind": what.kind().code(), "at": domain::time::code(self.at), "item": item.map(|item| item.0),
            // An item may be sealed, and the journal has no word of it.
            "says": if item.is_none() { Some(says) } else { None },
        }));
        tx.insert_entry(&NewEntry {
            entry_id: id,
            meeting_id: self.now.meeting.id.0,
            item_id: item.map(|item| item.0),
            kind: what.kind(),
            strikes: None,
            happened_at: self.at,
            text,
        })?;
        self.now.events.push(Event {
            id: EntryId(id),
            at: self.at,
            item,
            in_hand: self.now.record.in_hand(),
            what,
            verdict: happening.verdict,
            floor,
            quorum_changed_to: happening.quorum_changed_to,
        });
        Ok(EntryId(id))
    }

    /// Strikes an entry out.
    pub(super) fn strike(&mut self, tx: &mut WriteTx<'_>, event: &Event) -> Result<()> {
        let id = tx.new_id();
        self.written.push(json!({ "entry": id, "kind": EntryKind::Struck.code(), "strikes": event.id.0 }));
        Ok(tx.insert_entry(&NewEntry {
            entry_id: id,
            meeting_id: self.now.meeting.id.0,
            item_id: event.item.map(|item| item.0),
            kind: EntryKind::Struck,
            strikes: Some(event.id.0),
            happened_at: event.at,
            text: Kept::Open("{}".to_owned()),
        })?)
    }

    /// The event of what was written.
    pub(super) fn event(self, kind: &'static str) -> store::Event {
        let payload = json!({ "entries": self.written });
        store::Event { kind, subject: Some(self.now.meeting.id.0), payload, touched: TOUCHED, signed: self.signed }
    }

    fn freeze(&mut self, tx: &mut WriteTx<'_>) -> Result<()> {
        if self.now.frozen {
            return Ok(());
        }
        let seats: Vec<SeatRow> = self
            .now
            .roll
            .iter()
            .map(|seat| SeatRow {
                member_id: seat.member.0,
                resident: seat.resident,
                office: seat.office.map(|office| office.code().to_owned()),
                lto: seat.lto,
            })
            .collect();
        tx.freeze_meeting(self.now.meeting.id.0, &seats, &constitution::to_json(&self.now.constitution).to_string())?;
        self.now.frozen = true;
        Ok(())
    }

    /// Words and figures of an item are kept as the item is: with its application, for the members alone, or open.
    fn keep(&self, tx: &mut WriteTx<'_>, what: &What, item: Option<ItemId>, says: &Value) -> Result<Kept> {
        let says = says.to_string();
        let Some(item) = item.map(|id| self.item(id)).transpose()? else { return Ok(Kept::Open(says)) };
        let resolved = matches!(what, What::Resolved(_));
        if !resolved && !matches!(what, What::Declared { .. } | What::TookPart { .. }) {
            return Ok(Kept::Open(says));
        }
        Ok(match item.row.application_id {
            Some(application) if resolved => Kept::Sealed(seal::put_resolution(tx, application, says.as_bytes())?),
            Some(application) => Kept::Sealed(seal::put_beside(tx, application, says.as_bytes())?),
            None if item.row.public => Kept::Open(says),
            None => Kept::Sealed(seal::put_item(tx, item.row.item_id, says.as_bytes())?),
        })
    }
}
