//! Papers for items: PDF files and pictures, sealed to those who read the item.

use super::{Item, Stage, TOUCHED, load_item};
use crate::application::{MOST_ATTACHMENT_BYTES, NewFile, media_type};
use crate::{Changed, Error, Open, Result, seal};
use domain::id::ItemId;
use domain::member::Act;
use serde_json::json;
use store::{Event, PaperRow, ReadTx, StoreError, Which};
use uuid::Uuid;

/// A paper that the member at the register may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Such as `application/pdf`.
    pub media_type: String,
    /// In bytes.
    pub size: u32,
}

/// The papers of an item, and of those from which it comes back, oldest first.
pub(super) fn of(tx: &ReadTx<'_>, item: &Item) -> Result<Vec<Paper>> {
    let mut rows = tx.papers(Which::One(item.id.0))?;
    let mut former = item.row.comes_from;
    while let Some(row) = former.map(|id| tx.item(id)).transpose()?.flatten() {
        rows.extend(tx.papers(Which::One(row.item_id))?);
        former = row.comes_from;
    }
    rows.sort_by_key(|row| row.paper_id);
    let mut papers = Vec::new();
    for row in rows {
        if let Some(name) = tx.sealed_text(row.name)? {
            papers.push(Paper { id: row.paper_id, name, media_type: row.media_type, size: row.size });
        }
    }
    Ok(papers)
}

/// Keeps papers with an item, all of them or none.
pub fn add_papers(open: &mut Open, id: ItemId, files: &[NewFile]) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMeetings)?;
    known(open, id)?;
    open.change_register(|tx| {
        let (meeting, item) = load_item(tx, id)?;
        if !matches!(meeting.stage(), Stage::Planned | Stage::Sitting) {
            return Err(Error::WrongState);
        }
        let (added_on, added_by) = (tx.today(), tx.signed_in());
        let mut papers = Vec::new();
        for file in files {
            if file.bytes.len() > MOST_ATTACHMENT_BYTES {
                let (size, most) = (file.bytes.len() as u64, MOST_ATTACHMENT_BYTES as u64);
                return Err(StoreError::TooLarge { size, most }.into());
            }
            let media_type = media_type(&file.bytes).ok_or(Error::FileKind)?.to_owned();
            let name: String = file.name.chars().take(200).collect();
            let paper_id = tx.new_id();
            let (name, bytes) = (seal::put_paper(tx, &item.row, name.as_bytes())?, seal::put_paper(tx, &item.row, &file.bytes)?);
            let size = u32::try_from(file.bytes.len()).unwrap_or(u32::MAX);
            tx.insert_paper(&PaperRow { paper_id, item_id: id.0, media_type, size, name, bytes, added_on, added_by })?;
            papers.push(paper_id);
        }
        let payload = json!({ "papers": papers });
        Ok(((), Event { kind: "papersAdded", subject: Some(id.0), payload, touched: TOUCHED, signed: false }))
    })
}

/// A paper with its bytes, if the member at the register may read it.
pub fn paper(open: &Open, id: Uuid) -> Result<(Paper, Vec<u8>)> {
    let row = open.register().read(|tx| tx.paper(id).map_err(Error::from))?.ok_or(Error::NotFound)?;
    known(open, ItemId(row.item_id))?;
    open.register().read(|tx| {
        let name = tx.sealed_text(row.name)?.ok_or(Error::NotFound)?;
        let bytes = tx.sealed_bytes(row.bytes)?.ok_or(Error::NotFound)?;
        Ok((Paper { id, name, media_type: row.media_type.clone(), size: row.size }, bytes))
    })
}

/// Takes a paper away before its meeting is over.
pub fn remove_paper(open: &mut Open, id: Uuid) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMeetings)?;
    let row = open.register().read(|tx| tx.paper(id).map_err(Error::from))?.ok_or(Error::NotFound)?;
    known(open, ItemId(row.item_id))?;
    open.change_register(|tx| {
        let (meeting, item) = load_item(tx, ItemId(row.item_id))?;
        if !matches!(meeting.stage(), Stage::Planned | Stage::Sitting) {
            return Err(Error::WrongState);
        }
        tx.delete_paper(id)?;
        tx.delete_blob(row.name)?;
        tx.delete_blob(row.bytes)?;
        let payload = json!({ "paper": id });
        Ok(((), Event { kind: "paperRemoved", subject: Some(item.id.0), payload, touched: TOUCHED, signed: false }))
    })
}

/// Passes an item that the member at the register may know.
fn known(open: &Open, id: ItemId) -> Result<()> {
    let (_, item) = open.register().read(|tx| load_item(tx, id))?;
    if item.is_known_to(open) { Ok(()) } else { Err(Error::NotFound) }
}
