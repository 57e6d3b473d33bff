//! Files and notes kept with an application.

use super::TOUCHED;
use crate::{Changed, Error, FieldFault, Open, Result, seal};
use chrono::NaiveDate;
use domain::application::check::LONGEST_ANSWER;
use domain::date::TypedDate;
use domain::id::{ApplicationId, AttachmentId};
use domain::member::Act;
use serde_json::json;
use store::{Event, NewAttachment, NewNote, StoreError, WriteTx};
use uuid::Uuid;

/// The most bytes a file may have: 20 MB, which leaves room for the seal in a blob.
pub const MOST_ATTACHMENT_BYTES: usize = 20 * 1024 * 1024;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AttachmentKind {
    /// The paper form.
    Scan,
    /// A letter or e-mail.
    Letter,
    /// A photograph.
    Photo,
    /// A signed agreement.
    Agreement,
    /// A receipt.
    Receipt,
    /// The Grant Feedback form.
    Feedback,
}

impl AttachmentKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Scan, Self::Letter, Self::Photo, Self::Agreement, Self::Receipt, Self::Feedback];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Scan => "scan",
            Self::Letter => "letter",
            Self::Photo => "photo",
            Self::Agreement => "agreement",
            Self::Receipt => "receipt",
            Self::Feedback => "feedback",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A file to be kept.
#[derive(Debug)]
pub struct NewFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The kind of file that the first bytes tell, of those that the register keeps. The name's ending is not believed.
pub(crate) fn media_type(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"%PDF-") {
        Some("application/pdf")
    } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some("image/jpeg")
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else {
        None
    }
}

/// Keeps files with an application, all of them or none.
pub fn attach(open: &mut Open, id: ApplicationId, kind: AttachmentKind, files: &[NewFile]) -> Result<Changed<Vec<AttachmentId>>> {
    open.change(id, Act::KeepRecords, |tx, case, _| {
        if !case.is_readable() {
            return Err(Error::NotFound);
        }
        let mut ids = Vec::new();
        for file in files {
            ids.push(insert(tx, id.0, case.is_sealed(), kind, file)?);
        }
        let payload = json!({ "kind": kind.code(), "files": ids.iter().map(|id| id.0).collect::<Vec<_>>() });
        Ok((ids, Event { kind: "filesAdded", subject: Some(id.0), payload, touched: TOUCHED, signed: false }))
    })
}

/// Keeps one file with an application: sealed to its readers while the embargo holds, or while a decision waits to be told.
pub(super) fn insert(
    tx: &mut WriteTx<'_>,
    application_id: Uuid,
    under_embargo: bool,
    kind: AttachmentKind,
    file: &NewFile,
) -> Result<AttachmentId> {
    if file.bytes.len() > MOST_ATTACHMENT_BYTES {
        let (size, most) = (file.bytes.len() as u64, MOST_ATTACHMENT_BYTES as u64);
        return Err(StoreError::TooLarge { size, most }.into());
    }
    let media_type = media_type(&file.bytes).ok_or(Error::FileKind)?;
    let name: String = file.name.chars().take(200).collect();
    let (text, bytes) = seal::keep_file(tx, application_id, under_embargo, serde_json::to_string(&name)?, &file.bytes)?;
    let attachment_id = tx.new_id();
    let size = u32::try_from(file.bytes.len()).unwrap_or(u32::MAX);
    let added_on = tx.today();
    tx.insert_attachment(&NewAttachment { attachment_id, application_id, kind: kind.code(), media_type, size, bytes, text, added_on })?;
    Ok(AttachmentId(attachment_id))
}

/// A file's bytes, if this member may read them.
pub fn content(open: &Open, id: AttachmentId) -> Result<Vec<u8>> {
    let readable = open.cases().filter(|case| case.is_readable());
    let file = readable.flat_map(|case| &case.attachments).find(|file| file.id == id).ok_or(Error::NotFound)?;
    let blob_id = file.bytes;
    open.register().read(|tx| tx.sealed_bytes(blob_id).map_err(Error::from))?.ok_or(Error::NotFound)
}

/// Strikes out a file, with the reason. Its bytes stay in the register until they are erased for good.
pub fn remove_attachment(open: &mut Open, id: AttachmentId, reason: &str) -> Result<Changed<()>> {
    let reason = reason.trim().to_owned();
    let application = open.cases().find(|case| case.attachments.iter().any(|file| file.id == id)).map(crate::Case::id);
    open.change(application.ok_or(Error::NotFound)?, Act::KeepRecords, |tx, case, _| {
        if reason.is_empty() {
            return Err(Error::Fields(vec![("reason".to_owned(), FieldFault::Missing)]));
        }
        tx.insert_attachment_removal(id.0)?;
        // The reason may name the group, so it is kept as a note is: sealed while the embargo holds.
        let (application_id, noted_on) = (case.row.application_id, tx.today());
        let text = seal::keep(tx, application_id, case.is_sealed(), serde_json::to_string(&reason)?)?;
        let note_id = tx.new_id();
        tx.insert_note(&NewNote { note_id, application_id, call: false, noted_on, text })?;
        let payload = json!({ "file": id.0, "note": note_id });
        Ok(((), Event { kind: "fileRemoved", subject: Some(application_id), payload, touched: TOUCHED, signed: false }))
    })
}

/// Keeps a note or a telephone call.
pub fn add_note(open: &mut Open, id: ApplicationId, call: bool, on: &TypedDate, text: &str) -> Result<Changed<()>> {
    let text = text.trim().to_owned();
    let noted_on = note_day(on, open.today(), &text)?;
    open.change(id, Act::KeepRecords, |tx, case, _| {
        if !case.is_readable() {
            return Err(Error::NotFound);
        }
        let text = seal::keep(tx, id.0, case.is_sealed(), serde_json::to_string(&text)?)?;
        let note_id = tx.new_id();
        tx.insert_note(&NewNote { note_id, application_id: id.0, call, noted_on, text })?;
        let payload = json!({ "note": note_id, "call": call });
        Ok(((), Event { kind: "noteAdded", subject: Some(id.0), payload, touched: TOUCHED, signed: false }))
    })
}

fn note_day(on: &TypedDate, today: NaiveDate, text: &str) -> Result<NaiveDate> {
    let mut faults = Vec::new();
    let day = on.date();
    match day {
        Err(problem) => faults.push(("on".to_owned(), FieldFault::Date(problem))),
        Ok(day) if day > today => faults.push(("on".to_owned(), FieldFault::InFuture)),
        Ok(_) => {}
    }
    if text.is_empty() {
        faults.push(("text".to_owned(), FieldFault::Missing));
    } else if text.chars().count() > LONGEST_ANSWER {
        faults.push(("text".to_owned(), FieldFault::TooLong { most: LONGEST_ANSWER }));
    }
    match day {
        Ok(day) if faults.is_empty() => Ok(day),
        _ => Err(Error::Fields(faults)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::start;
    use crate::register::{self, KdfCost, Passphrase};
    use std::sync::Arc;
    use store::SystemSurroundings;

    /// A register with one application begun, and the folder it lives in.
    fn begun() -> (tempfile::TempDir, Open, ApplicationId) {
        let place = tempfile::tempdir().unwrap();
        let words = Passphrase::typed("abacus abdomen abide zoom quilt");
        let world = Arc::new(SystemSurroundings);
        let (mut open, _) = register::create(place.path(), "Anytown Together", "Rosa Nevin", &words, KdfCost::for_tests(), world).unwrap();
        let id = start(&mut open).unwrap().value;
        (place, open, id)
    }

    #[test]
    fn a_file_that_is_struck_out_is_gone_from_the_case_and_its_reason_is_kept() {
        let (_place, mut open, id) = begun();
        let file = NewFile { name: "form.pdf".into(), bytes: b"%PDF-1.7 a page".to_vec() };
        let added = attach(&mut open, id, AttachmentKind::Scan, &[file]).unwrap().value;

        assert!(matches!(remove_attachment(&mut open, added[0], " ").err(), Some(Error::Fields(_))));
        remove_attachment(&mut open, added[0], "The wrong group's form").unwrap();
        let case = open.case(id).unwrap();
        assert!(case.attachments.is_empty());
        assert_eq!(case.notes[0].text.as_deref(), Some("The wrong group's form"));
        assert!(matches!(content(&open, added[0]).err(), Some(Error::NotFound)));
    }

    #[test]
    fn a_file_of_another_kind_is_refused_whatever_its_name_says_and_nothing_is_kept() {
        let (_place, mut open, id) = begun();
        let head = open.register().head().unwrap();
        let good = || NewFile { name: "form.png".into(), bytes: b"\x89PNG\r\n\x1a\n".to_vec() };
        let program = NewFile { name: "form.pdf".into(), bytes: b"MZ program".to_vec() };
        let huge = NewFile { name: "form.pdf".into(), bytes: [b"%PDF-".to_vec(), vec![0; MOST_ATTACHMENT_BYTES]].concat() };
        assert!(matches!(attach(&mut open, id, AttachmentKind::Scan, &[good(), program]).err(), Some(Error::FileKind)));
        let refused = attach(&mut open, id, AttachmentKind::Scan, &[good(), huge]).err();
        assert!(matches!(refused, Some(Error::Store(StoreError::TooLarge { .. }))));
        assert_eq!(open.register().head().unwrap(), head);
        assert!(open.case(id).unwrap().attachments.is_empty());
    }
}
