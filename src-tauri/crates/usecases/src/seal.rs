//! Keeping texts and files: sealed to their readers while an embargo holds, open after it; and sealed anew, every blob
//! of a subject, whenever its readers change.

mod readers;
mod subject;

pub(crate) use readers::{Complained, embargo_of};

use crate::Result;
use keys::Opener;
use readers::{Audience, Readers};
use store::{ItemRow, Kept, ReadTx, Which, WriteTx};
use subject::{Kind, blobs, is_told};
use uuid::Uuid;
use zeroize::Zeroizing;

/// Keeps a text of an application: sealed to its readers while the embargo holds, open otherwise.
pub(crate) fn keep(tx: &mut WriteTx<'_>, application_id: Uuid, under_embargo: bool, text: String) -> Result<Kept> {
    if under_embargo { Ok(Kept::Sealed(put(tx, application_id, text.as_bytes())?)) } else { Ok(Kept::Open(text)) }
}

/// Keeps a file of an application with its name. While the embargo holds, and, when it was opened early, while a decision waits to
/// be told, both are sealed to their readers: what comes in then may say what was decided.
pub(crate) fn keep_file(
    tx: &mut WriteTx<'_>,
    application_id: Uuid,
    under_embargo: bool,
    name: String,
    bytes: &[u8],
) -> Result<(Kept, Uuid)> {
    let kind = match under_embargo {
        true => Kind::Application,
        false if waiting(tx, application_id)?.is_some() => Kind::Untold,
        false => Kind::Opened,
    };
    let bytes = put_as(tx, kind, application_id, bytes)?;
    let name = if kind == Kind::Opened { Kept::Open(name) } else { Kept::Sealed(put_as(tx, kind, application_id, name.as_bytes())?) };
    Ok((name, bytes))
}

/// The decision that the group was not told yet.
pub(crate) fn waiting(tx: &ReadTx<'_>, application_id: Uuid) -> Result<Option<Uuid>> {
    let last = tx.decisions(Which::One(application_id))?.pop();
    Ok(last.filter(|row| row.told.is_none()).map(|row| row.decision_id))
}

/// Keeps the words of a decision: sealed until the group is told, even when the application was opened early.
pub(crate) fn keep_decision(tx: &mut WriteTx<'_>, application_id: Uuid, under_embargo: bool, text: &str) -> Result<Kept> {
    let kind = if under_embargo { Kind::Application } else { Kind::Untold };
    Ok(Kept::Sealed(put_as(tx, kind, application_id, text.as_bytes())?))
}

/// Seals bytes of an application under embargo to its readers, and puts them in a new blob.
pub(crate) fn put(tx: &mut WriteTx<'_>, application_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    put_as(tx, Kind::Application, application_id, bytes)
}

/// Seals bytes of an application whose embargo is over to everybody at the register, and puts them in a new blob.
pub(crate) fn put_opened(tx: &mut WriteTx<'_>, application_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    put_as(tx, Kind::Opened, application_id, bytes)
}

/// Seals bytes that stay in a blob when the embargo ends to those who read the application now, and puts them in a new one.
pub(crate) fn put_beside(tx: &mut WriteTx<'_>, application_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    let sealed = tx.sealing(application_id, Kind::Application.code())?.is_some();
    put_as(tx, if sealed { Kind::Application } else { Kind::Opened }, application_id, bytes)
}

/// Seals what a meeting resolved on an application, also when it was opened early: until the group is told, to those who
/// read applications and have no interest in this one.
pub(crate) fn put_resolution(tx: &mut WriteTx<'_>, application_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    let sealed = tx.sealing(application_id, Kind::Application.code())?.is_some();
    put_as(tx, if sealed { Kind::Application } else { Kind::Untold }, application_id, bytes)
}

/// Seals the pages of a paper about an application. While the embargo holds, and until the group was told what such a paper
/// says was decided, they are for those who read applications and have no interest in this one.
pub(crate) fn put_copy(tx: &mut WriteTx<'_>, application_id: Uuid, says_decision: bool, bytes: &[u8]) -> Result<Uuid> {
    let kind = match is_under_embargo(tx, application_id)? {
        true => Kind::Application,
        false if says_decision && !is_told(tx, application_id)? => Kind::Untold,
        false => Kind::Opened,
    };
    put_as(tx, kind, application_id, bytes)
}

/// Seals what is for the members alone of an item that is not on an application, to those who read applications.
pub(crate) fn put_item(tx: &mut WriteTx<'_>, item_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    put_as(tx, Kind::Item, item_id, bytes)
}

/// Whether an application is under embargo now.
pub(crate) fn is_under_embargo(tx: &ReadTx<'_>, application_id: Uuid) -> Result<bool> {
    Ok(tx.sealing(application_id, Kind::Application.code())?.is_some())
}

/// Seals the words of an item in the minutes: with the application, as what was resolved on it; of any other item, to the
/// members who read applications.
pub(crate) fn put_words(tx: &mut WriteTx<'_>, item: &ItemRow, bytes: &[u8]) -> Result<Uuid> {
    let Some(application_id) = item.application_id else { return put_item(tx, item.item_id, bytes) };
    if is_told(tx, application_id)? { put_beside(tx, application_id, bytes) } else { put_resolution(tx, application_id, bytes) }
}

/// Seals a paper of an item to those who read the item, and puts it in a new blob.
pub(crate) fn put_paper(tx: &mut WriteTx<'_>, item: &ItemRow, bytes: &[u8]) -> Result<Uuid> {
    match item.application_id {
        Some(application_id) => put_beside(tx, application_id, bytes),
        None => put_as(tx, Kind::Paper, item.item_id, bytes),
    }
}

/// Keeps the words of an item for the item in which it comes back, without opening what is sealed: the readers are the same.
pub(crate) fn copy_words(tx: &mut WriteTx<'_>, from: &ItemRow, to: Uuid) -> Result<Kept> {
    let Kept::Sealed(former) = &from.text else { return Ok(from.text.clone()) };
    let sealed = tx.get_blob(*former)?;
    let blob_id = tx.new_id();
    tx.put_blob(blob_id, &sealed)?;
    if from.application_id.is_none() {
        let list = tx.sealing(from.item_id, Kind::Item.code())?.and_then(|row| row.recipients);
        tx.put_sealing(to, Kind::Item.code(), list.as_deref())?;
    }
    Ok(Kept::Sealed(blob_id))
}

/// Notes that nothing is left of an item that was taken off its agenda.
pub(crate) fn forget_item(tx: &mut WriteTx<'_>, item_id: Uuid) -> Result<()> {
    tx.delete_sealing(item_id, Kind::Item.code())?;
    Ok(tx.delete_sealing(item_id, Kind::Paper.code())?)
}

/// Seals the numbers of an account to those who handle accounts, and puts them in a new blob.
pub(crate) fn put_account(tx: &mut WriteTx<'_>, grant_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    put_as(tx, Kind::Account, grant_id, bytes)
}

/// Seals words of an embargo on something other than an application, and puts them in a new blob.
pub(crate) fn put_matter(tx: &mut WriteTx<'_>, embargo_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    put_as(tx, Kind::Matter, embargo_id, bytes)
}

/// Seals what was said of an application in a review to its readers, whether or not its embargo is over.
pub(crate) fn put_review(tx: &mut WriteTx<'_>, application_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    put_as(tx, Kind::Review, application_id, bytes)
}

/// Seals what a vote by e-mail is about, and its ballots, as a review is: also when the embargo on the application is over.
pub(crate) fn put_vote(tx: &mut WriteTx<'_>, application_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    put_as(tx, Kind::Review, application_id, bytes)
}

/// Seals words of an appeal or a complaint to those who record decisions, without the member whom it is about, and without
/// those who have an interest in the application of an appeal.
pub(crate) fn put_complaint(tx: &mut WriteTx<'_>, about: &Complained, bytes: &[u8]) -> Result<Uuid> {
    let readers = Readers::now(tx)?.of_complaint(tx, about)?;
    put_for(tx, Kind::Complaint, about.id, bytes, &readers)
}

/// Seals words about a whole round to those who read applications.
pub(crate) fn put_round(tx: &mut WriteTx<'_>, round_id: Uuid, bytes: &[u8]) -> Result<Uuid> {
    put_as(tx, Kind::Round, round_id, bytes)
}

/// Seals personal words of a member, or of somebody who would join, to those who keep the members.
pub(crate) fn put_person(tx: &mut WriteTx<'_>, subject: Uuid, bytes: &[u8]) -> Result<Uuid> {
    put_as(tx, Kind::Person, subject, bytes)
}

/// Puts other bytes into a blob of an application.
pub(crate) fn replace(tx: &mut WriteTx<'_>, application_id: Uuid, under_embargo: bool, blob_id: Uuid, bytes: &[u8]) -> Result<()> {
    let kind = if under_embargo { Kind::Application } else { Kind::Opened };
    let readers = Readers::now(tx)?.of(tx, kind, application_id)?;
    tx.reseal_blob(blob_id, &keys::seal(bytes, &readers.keys)?)?;
    note(tx, kind, application_id, &readers)
}

fn put_as(tx: &mut WriteTx<'_>, kind: Kind, subject: Uuid, bytes: &[u8]) -> Result<Uuid> {
    let readers = Readers::now(tx)?.of(tx, kind, subject)?;
    put_for(tx, kind, subject, bytes, &readers)
}

fn put_for(tx: &mut WriteTx<'_>, kind: Kind, subject: Uuid, bytes: &[u8], readers: &Audience) -> Result<Uuid> {
    let blob_id = tx.new_id();
    tx.put_blob(blob_id, &keys::seal(bytes, &readers.keys)?)?;
    note(tx, kind, subject, readers)?;
    Ok(blob_id)
}

/// Notes that one more blob of a subject was sealed for these readers. When the others were sealed for other people, no
/// list is true of all of them until they are sealed anew.
fn note(tx: &mut WriteTx<'_>, kind: Kind, subject: Uuid, readers: &Audience) -> Result<()> {
    match tx.sealing(subject, kind.code())? {
        None => tx.put_sealing(subject, kind.code(), Some(&readers.list))?,
        Some(row) if row.recipients.as_ref().is_some_and(|former| *former != readers.list) => tx.put_sealing(subject, kind.code(), None)?,
        Some(_) => {}
    }
    Ok(())
}

/// An application's embargo ended, and its texts were opened: what is left of it in blobs is sealed to everybody at the
/// register. The words of a decision that the group was not told yet stay with its readers.
pub(crate) fn opened(tx: &mut WriteTx<'_>, application_id: Uuid) -> Result<()> {
    let former = tx.sealing(application_id, Kind::Application.code())?.and_then(|row| row.recipients);
    tx.delete_sealing(application_id, Kind::Application.code())?;
    // What was untold until now joins the rest, which may be sealed to everybody already: no list is true of both.
    let told = blobs(tx, Kind::Untold, application_id)?.is_empty() && tx.sealing(application_id, Kind::Untold.code())?.is_some();
    if told && !blobs(tx, Kind::Opened, application_id)?.is_empty() {
        tx.put_sealing(application_id, Kind::Opened.code(), None)?;
    }
    for kind in [Kind::Opened, Kind::Untold] {
        if blobs(tx, kind, application_id)?.is_empty() {
            tx.delete_sealing(application_id, kind.code())?;
        } else if tx.sealing(application_id, kind.code())?.is_none() {
            tx.put_sealing(application_id, kind.code(), former.as_deref())?;
        }
    }
    settle(tx).map(drop)
}

/// A subject whose blobs are sealed for others than those who should read it.
struct Due {
    kind: Kind,
    subject: Uuid,
    readers: Audience,
    former: Option<String>,
}

/// Seals anew every blob that is sealed for others than those who should read it now, where the member who is signed in
/// can open it. What they cannot open waits for the next reader who can. Answers how many subjects were sealed anew.
pub(crate) fn settle(tx: &mut WriteTx<'_>) -> Result<usize> {
    let due = due(tx)?;
    let own = tx.keyring().recipient().to_string();
    let mine = |due: &Due| due.former.as_ref().is_none_or(|former| former.lines().any(|line| line == own));
    seal_anew(tx, due.into_iter().filter(mine), None)
}

/// As [`settle`], with something else that opens: the printed recovery key.
pub(crate) fn settle_with(tx: &mut WriteTx<'_>, opener: &dyn Opener) -> Result<usize> {
    let due = due(tx)?;
    seal_anew(tx, due.into_iter(), Some(opener))
}

/// Whether [`settle`] would seal something anew.
pub(crate) fn is_due(tx: &ReadTx<'_>) -> Result<bool> {
    let own = tx.keyring().recipient().to_string();
    for due in due(tx)? {
        if due.former.as_ref().is_none_or(|former| former.lines().any(|line| line == own)) {
            for blob_id in blobs(tx, due.kind, due.subject)? {
                if plain(tx, None, blob_id)?.is_some() {
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

/// Every subject whose list differs from those who should read it.
fn due(tx: &ReadTx<'_>) -> Result<Vec<Due>> {
    let readers = Readers::now(tx)?;
    let mut found = Vec::new();
    for kind in Kind::ALL {
        let rows = match readers.usual(kind) {
            Some(usual) => tx.sealings_other_than(kind.code(), &usual.list)?,
            None => tx.sealings(kind.code())?,
        };
        for row in rows {
            let readers = readers.of(tx, kind, row.subject)?;
            if row.recipients.as_ref() != Some(&readers.list) {
                found.push(Due { kind, subject: row.subject, readers, former: row.recipients });
            }
        }
    }
    Ok(found)
}

fn seal_anew(tx: &mut WriteTx<'_>, due: impl Iterator<Item = Due>, opener: Option<&dyn Opener>) -> Result<usize> {
    let mut sealed: usize = 0;
    for due in due {
        let (mut done, mut left) = (false, false);
        for blob_id in blobs(tx, due.kind, due.subject)? {
            match plain(tx, opener, blob_id)? {
                Some(bytes) => {
                    tx.reseal_blob(blob_id, &keys::seal(&bytes, &due.readers.keys)?)?;
                    done = true;
                }
                None => left = true,
            }
        }
        match (done, left) {
            (_, false) => tx.put_sealing(due.subject, due.kind.code(), Some(&due.readers.list))?,
            (true, true) => tx.put_sealing(due.subject, due.kind.code(), None)?,
            (false, true) => {}
        }
        sealed = sealed.saturating_add(usize::from(done));
    }
    Ok(sealed)
}

fn plain(tx: &ReadTx<'_>, opener: Option<&dyn Opener>, blob_id: Uuid) -> Result<Option<Zeroizing<Vec<u8>>>> {
    let opener = opener.unwrap_or(tx.keyring());
    let sealed = tx.get_blob(blob_id)?;
    if sealed.is_empty() {
        return Ok(None);
    }
    match opener.open(&sealed) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(keys::KeyError::NotForThisKey) => Ok(None),
        Err(other) => Err(other.into()),
    }
}
