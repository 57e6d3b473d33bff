//! The words of an item in the minutes: a note while the meeting is held, edited until the minutes are approved.

use crate::input::Faults;
use crate::meeting::{Item, Stage, TOUCHED, load_item};
use crate::{Changed, Error, Open, Result, seal};
use domain::id::ItemId;
use domain::interest::Sight;
use domain::member::Act;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Event, ReadTx, WriteTx};

/// The words as they are kept. The shape is read for ever: a new field gets a default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    /// What was noted of the discussion while the meeting was held.
    note: String,
    /// For the members, once it was edited.
    confidential: Option<String>,
    /// For everybody, once it was edited. Of an item that is published it stands open beside.
    publishable: Option<String>,
}

/// The words of an item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ItemWords {
    /// What was noted of the discussion.
    pub(crate) note: String,
    /// For the members: the note, until it is edited.
    pub(crate) confidential: String,
    /// For everybody. It starts empty, for nobody should publish a note by oversight.
    pub(crate) publishable: String,
}

/// Reads the words of an item, as far as the keys of the member who is signed in open them.
pub(crate) fn read(tx: &ReadTx<'_>, item: &Item) -> Result<ItemWords> {
    let Some(row) = tx.item_words(item.id.0)? else { return Ok(ItemWords::default()) };
    let kept: Kept = tx.sealed_text(row.words)?.map(|json| serde_json::from_str(&json)).transpose()?.unwrap_or_default();
    Ok(ItemWords {
        confidential: kept.confidential.unwrap_or_else(|| kept.note.clone()),
        note: kept.note,
        publishable: row.published.or(kept.publishable).unwrap_or_default(),
    })
}

/// Keeps what was noted of the discussion of an item, while the meeting is held. It is how the words of the minutes begin.
pub fn note(open: &mut Open, id: ItemId, text: &str) -> Result<Changed<()>> {
    let mut faults = Faults::default();
    let note = faults.answer("note", text);
    faults.settle()?;
    write(open, id, "discussionNoted", |former| {
        // What was edited already is not written over.
        let edited = former.confidential.filter(|words| *words != former.note);
        Kept { note, confidential: edited, publishable: former.publishable }
    })
}

/// Keeps the words of one item in the minutes, as edited.
pub fn save(open: &mut Open, id: ItemId, confidential: &str, publishable: &str) -> Result<Changed<()>> {
    let mut faults = Faults::default();
    let confidential = faults.answer("confidential", confidential);
    let publishable = faults.answer("publishable", publishable);
    faults.settle()?;
    write(open, id, "minutesSaved", |former| Kept { note: former.note, confidential: Some(confidential), publishable: Some(publishable) })
}

fn write(open: &mut Open, id: ItemId, kind: &'static str, new: impl FnOnce(Kept) -> Kept) -> Result<Changed<()>> {
    let known = {
        let (_, item) = open.register().read(|tx| load_item(tx, id))?;
        item.is_known_to(open) && item.case(open).is_none_or(|case| case.sight == Sight::Whole)
    };
    open.change_beside(Act::KeepMeetings, |tx, _| {
        let (meeting, item) = load_item(tx, id)?;
        match meeting.stage() {
            Stage::Sitting | Stage::Ended => {}
            Stage::Approved => return Err(Error::MinutesClosed),
            Stage::Planned | Stage::CalledOff => return Err(Error::WrongState),
        }
        if !known {
            return Err(Error::NotFound);
        }
        put(tx, &item, new)?;
        Ok(((), Event { kind, subject: Some(id.0), payload: json!({}), touched: TOUCHED, signed: false }))
    })
}

fn put(tx: &mut WriteTx<'_>, item: &Item, new: impl FnOnce(Kept) -> Kept) -> Result<()> {
    let former = match tx.item_words(item.id.0)? {
        None => Kept::default(),
        Some(row) => {
            let json = tx.sealed_text(row.words)?.ok_or(Error::NotFound)?;
            let kept: Kept = serde_json::from_str(&json)?;
            Kept { publishable: row.published.or(kept.publishable.clone()), ..kept }
        }
    };
    let mut kept = new(former);
    let open = item.row.public && item.row.application_id.is_none();
    let published = if open { kept.publishable.take() } else { None };
    let words = seal::put_words(tx, &item.row, serde_json::to_string(&kept)?.as_bytes())?;
    Ok(tx.insert_item_words(item.id.0, words, published.as_deref())?)
}
