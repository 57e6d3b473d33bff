//! The agenda: items added, changed, put in order and taken off, until they are taken up.

use super::carry::{last_place, minutes_item, waiting};
use super::{Item, ItemText, Meeting, Stage, TOUCHED, load, load_item};
use crate::input::Faults;
use crate::{Changed, Error, FieldFault, Open, Result, seal};
use domain::id::{ApplicationId, ItemId, MeetingId};
use domain::meeting::{ItemKind, MeetingKind};
use domain::member::Act;
use serde_json::json;
use store::{Event, ItemRow, Kept, Which, WriteTx};
use uuid::Uuid;

/// An item as typed.
#[derive(Debug, Clone)]
pub struct TypedItem {
    /// What it is about.
    pub kind: ItemKind,
    /// What it is called. Not asked for with an application or minutes.
    pub title: String,
    /// For the chair and the members.
    pub about: String,
    /// The application, the meeting whose minutes, the member who would be voted off, or an item that comes back.
    pub subject: Option<Uuid>,
    /// Whether it is published (§8.13).
    pub public: bool,
}

/// Puts an item on an agenda: of a coming meeting, or of one that is being held, as any other business.
pub fn add_item(open: &mut Open, id: MeetingId, typed: &TypedItem) -> Result<Changed<ItemId>> {
    open.member().permit(Act::KeepMeetings)?;
    if typed.kind == ItemKind::Grant {
        on_agenda(open, typed.subject)?;
    }
    open.change_register(|tx| {
        let meeting = load(tx, id)?;
        if !matches!(meeting.stage(), Stage::Planned | Stage::Sitting) {
            return Err(Error::WrongState);
        }
        let place = last_place(tx, id)?.saturating_add(1);
        let item_id = tx.new_id();
        let row = ItemRow { place, meeting_id: id.0, ..made(tx, meeting.row.kind, item_id, typed)? };
        tx.insert_item(&row)?;
        Ok((ItemId(item_id), event("itemAdded", &row)))
    })
}

/// Changes an item that nothing was recorded of.
pub fn change_item(open: &mut Open, id: ItemId, typed: &TypedItem) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMeetings)?;
    open.change_register(|tx| {
        let (meeting, former) = untouched(tx, id)?;
        // What one may not read one does not write over, and an item stays on its application.
        if former.text.is_none() {
            return Err(Error::NotFound);
        }
        let kept = former.row;
        let former = kept.application_id.or(kept.minutes_of).or(kept.about_member).filter(|_| kept.kind == typed.kind);
        let typed = TypedItem { subject: typed.subject.or(former), ..typed.clone() };
        if typed.kind == ItemKind::Grant && (kept.kind != ItemKind::Grant || typed.subject != kept.application_id) {
            return Err(Error::WrongState);
        }
        let new = made(tx, meeting.row.kind, id.0, &typed)?;
        let row = ItemRow { place: kept.place, meeting_id: meeting.id.0, comes_from: kept.comes_from.or(new.comes_from), ..new };
        tx.change_item(&row)?;
        if let Some(blob_id) = kept.text.blob_id() {
            tx.delete_blob(blob_id)?;
        }
        // Its papers go with it to other readers.
        seal::settle(tx)?;
        Ok(((), event("itemChanged", &row)))
    })
}

/// Moves an item to another place on its agenda, from 1.
pub fn move_item(open: &mut Open, id: ItemId, number: u32) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMeetings)?;
    open.change_register(|tx| {
        let (meeting, item) = load_item(tx, id)?;
        if !matches!(meeting.stage(), Stage::Planned | Stage::Sitting) {
            return Err(Error::WrongState);
        }
        let mut order: Vec<ItemId> = meeting.items.iter().map(|item| item.id).filter(|other| *other != id).collect();
        let before = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX).min(order.len());
        order.insert(before, id);
        for (place, id) in (1_u32..).zip(order) {
            tx.place_item(id.0, place)?;
        }
        Ok(((), event("itemMoved", &item.row)))
    })
}

/// Takes an item off an agenda, with its papers. What came back from another meeting waits again.
pub fn remove_item(open: &mut Open, id: ItemId) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMeetings)?;
    open.change_register(|tx| {
        let (_, item) = untouched(tx, id)?;
        for paper in tx.papers(Which::One(id.0))? {
            tx.delete_paper(paper.paper_id)?;
            tx.delete_blob(paper.name)?;
            tx.delete_blob(paper.bytes)?;
        }
        tx.delete_item(id.0)?;
        if let Some(blob_id) = item.row.text.blob_id() {
            tx.delete_blob(blob_id)?;
        }
        seal::forget_item(tx, id.0)?;
        Ok(((), event("itemRemoved", &item.row)))
    })
}

/// An item of a meeting that is not over, of which nothing was recorded.
fn untouched(tx: &WriteTx<'_>, id: ItemId) -> Result<(Meeting, Item)> {
    let (meeting, item) = load_item(tx, id)?;
    let open = matches!(meeting.stage(), Stage::Planned | Stage::Sitting) && !tx.item_is_recorded(id.0)?;
    if open { Ok((meeting, item)) } else { Err(Error::WrongState) }
}

/// Passes an application that was received, and that is not decided.
fn on_agenda(open: &Open, subject: Option<Uuid>) -> Result<()> {
    let case = open.case(ApplicationId(subject.ok_or(Error::NotFound)?))?;
    if case.state().may_be_decided() { Ok(()) } else { Err(Error::WrongState) }
}

/// The row of an item as typed, with its words kept as they must be. Its meeting and place are set by the caller.
fn made(tx: &mut WriteTx<'_>, of: MeetingKind, item_id: Uuid, typed: &TypedItem) -> Result<ItemRow> {
    let mut faults = Faults::default();
    let titled = !matches!(typed.kind, ItemKind::Grant | ItemKind::Minutes);
    let mut title = faults.line("title", &typed.title);
    let about = faults.answer("about", &typed.about);
    if titled && title.is_empty() {
        faults.refuse("title", FieldFault::Missing);
    }
    let needs_subject = matches!(typed.kind, ItemKind::Grant | ItemKind::Minutes | ItemKind::Removal);
    if needs_subject && typed.subject.is_none() {
        faults.refuse("subjectId", FieldFault::Missing);
    }
    faults.settle()?;
    let subject = typed.subject;
    let mut row = ItemRow {
        item_id,
        meeting_id: item_id,
        place: 0,
        kind: typed.kind,
        application_id: None,
        minutes_of: None,
        about_member: None,
        public: typed.public,
        text: Kept::Open(String::new()),
        comes_from: None,
        added_on: tx.today(),
        added_by: tx.signed_in(),
    };
    match typed.kind {
        ItemKind::Grant => {
            row.application_id = subject;
            row.comes_from = waiting(tx, of)?.into_iter().find(|item| item.application_id == subject).map(|item| item.item_id);
            title.clear();
        }
        ItemKind::Minutes => {
            let of = tx.meetings(Which::One(subject.unwrap_or_default()))?.pop().ok_or(Error::NotFound)?;
            if Stage::of(&of) != Stage::Ended {
                return Err(Error::WrongState);
            }
            let usual = minutes_item(tx, &of)?;
            (row.minutes_of, row.comes_from) = (usual.minutes_of, usual.comes_from);
            title = usual.text.opened().map(serde_json::from_str::<ItemText>).transpose()?.unwrap_or_default().title;
        }
        // An item that was put off is named by itself.
        ItemKind::Removal | ItemKind::General | ItemKind::Commitment | ItemKind::Joining => {
            let former = waiting(tx, of)?.into_iter().find(|item| Some(item.item_id) == subject && item.kind == typed.kind);
            row.comes_from = former.as_ref().map(|item| item.item_id);
            row.about_member = former.map_or(subject, |item| item.about_member).filter(|_| typed.kind == ItemKind::Removal);
        }
    }
    row.text = kept(tx, &row, &ItemText { title, about })?;
    Ok(row)
}

/// Keeps the words of an item: open when it is published and not on an application, sealed otherwise.
fn kept(tx: &mut WriteTx<'_>, row: &ItemRow, text: &ItemText) -> Result<Kept> {
    let json = serde_json::to_string(text)?;
    Ok(match row.application_id {
        Some(application_id) => Kept::Sealed(seal::put_beside(tx, application_id, json.as_bytes())?),
        None if row.public => Kept::Open(json),
        None => Kept::Sealed(seal::put_item(tx, row.item_id, json.as_bytes())?),
    })
}

/// The journal has no word of an item, for it may be sealed later.
fn event(kind: &'static str, row: &ItemRow) -> Event {
    let payload = json!({
        "meeting": row.meeting_id, "kind": row.kind.code(), "application": row.application_id, "public": row.public, "place": row.place,
    });
    Event { kind, subject: Some(row.item_id), payload, touched: TOUCHED, signed: false }
}
