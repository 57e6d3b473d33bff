//! Writing applications, versions, files, notes and decisions.

use crate::row::instant;
use crate::sql::sql;
use crate::{DecisionRow, Kept, StoreError, WithdrawalRow, WriteTx};
use chrono::NaiveDate;
use domain::Money;
use domain::application::Reference;
use rusqlite::named_params;
use uuid::Uuid;

/// A file to be kept.
#[derive(Debug, Clone)]
pub struct NewAttachment<'a> {
    /// Its id.
    pub attachment_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// What it is.
    pub kind: &'a str,
    /// Such as `application/pdf`.
    pub media_type: &'a str,
    /// In bytes, before sealing.
    pub size: u32,
    /// The blob of its sealed bytes.
    pub bytes: Uuid,
    /// Its name.
    pub text: Kept,
    /// The day.
    pub added_on: NaiveDate,
}

/// A note to be kept.
#[derive(Debug, Clone)]
pub struct NewNote {
    /// Its id.
    pub note_id: Uuid,
    /// The application.
    pub application_id: Uuid,
    /// Whether it was a call.
    pub call: bool,
    /// When.
    pub noted_on: NaiveDate,
    /// What was said.
    pub text: Kept,
}

/// Which text is opened when its embargo ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenedText {
    /// A version of an application.
    Version {
        /// The application.
        application_id: Uuid,
        /// From 1.
        version: u32,
    },
    /// The reason of a withdrawal.
    Withdrawal(Uuid),
    /// The name of a file.
    Attachment(Uuid),
    /// A note.
    Note(Uuid),
    /// The words of a decision.
    Decision(Uuid),
}

impl WriteTx<'_> {
    /// Begins an application.
    pub fn insert_application(&mut self, application_id: Uuid, typing: Uuid) -> Result<(), StoreError> {
        self.run(
            sql!("application/insert"),
            named_params! {
                ":application_id": application_id.as_bytes(), ":started_on": self.today().to_string(),
                ":typed_by": self.signed_in().as_bytes(), ":typing_blob_id": typing.as_bytes(), ":revision": 0,
            },
        )?;
        Ok(())
    }

    /// Puts something else on the typing desk, or clears it. Refused when it was saved elsewhere in the meantime.
    pub fn set_typing(&mut self, application_id: Uuid, typing: Option<Uuid>, former: u32, revision: u32) -> Result<(), StoreError> {
        let changed = self.run(
            sql!("application/set_typing"),
            named_params! {
                ":application_id": application_id.as_bytes(), ":typing_blob_id": typing.as_ref().map(Uuid::as_bytes),
                ":former": former, ":revision": revision,
            },
        )?;
        if changed == 0 {
            let (expected, found) = (former.into(), revision.into());
            return Err(StoreError::Conflict { what: "application", id: application_id, expected, found });
        }
        Ok(())
    }

    /// Gives an application its reference, once.
    pub fn set_reference(&mut self, application_id: Uuid, reference: &Reference, received_on: NaiveDate) -> Result<(), StoreError> {
        let changed = self.run(
            sql!("application/set_reference"),
            named_params! {
                ":application_id": application_id.as_bytes(), ":reference_prefix": reference.prefix, ":reference_year": reference.year,
                ":reference_number": reference.number, ":received_on": received_on.to_string(),
            },
        )?;
        if changed == 0 {
            return Err(StoreError::NotFound { what: "application", id: application_id });
        }
        Ok(())
    }

    /// Freezes a version.
    pub fn insert_version(&mut self, application_id: Uuid, version: u32, text: &Kept) -> Result<(), StoreError> {
        self.run(
            sql!("application/insert_version"),
            named_params! {
                ":application_id": application_id.as_bytes(), ":version": version,
                ":blob_id": text.blob_id().as_ref().map(Uuid::as_bytes), ":opened": text.opened(),
                ":received_at": instant(self.now()), ":received_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that an application was taken back.
    pub fn insert_withdrawal(&mut self, withdrawal: &WithdrawalRow) -> Result<(), StoreError> {
        self.run(
            sql!("application/insert_withdrawal"),
            named_params! {
                ":application_id": withdrawal.application_id.as_bytes(),
                ":blob_id": withdrawal.text.blob_id().as_ref().map(Uuid::as_bytes), ":opened": withdrawal.text.opened(),
                ":withdrawn_on": withdrawal.withdrawn_on.to_string(), ":recorded_by": withdrawal.recorded_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps a file.
    pub fn insert_attachment(&mut self, new: &NewAttachment<'_>) -> Result<(), StoreError> {
        self.run(
            sql!("attachment/insert"),
            named_params! {
                ":attachment_id": new.attachment_id.as_bytes(), ":application_id": new.application_id.as_bytes(), ":kind": new.kind,
                ":media_type": new.media_type, ":size": new.size, ":bytes_blob_id": new.bytes.as_bytes(),
                ":blob_id": new.text.blob_id().as_ref().map(Uuid::as_bytes), ":opened": new.text.opened(),
                ":added_on": new.added_on.to_string(), ":added_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Strikes out a file. Its bytes stay in the register.
    pub fn insert_attachment_removal(&mut self, attachment_id: Uuid) -> Result<(), StoreError> {
        self.run(
            sql!("attachment/insert_removal"),
            named_params! {
                ":attachment_id": attachment_id.as_bytes(), ":removed_on": self.today().to_string(),
                ":removed_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Keeps a note.
    pub fn insert_note(&mut self, new: &NewNote) -> Result<(), StoreError> {
        self.run(
            sql!("note/insert"),
            named_params! {
                ":note_id": new.note_id.as_bytes(), ":application_id": new.application_id.as_bytes(), ":call": new.call,
                ":noted_on": new.noted_on.to_string(), ":noted_by": self.signed_in().as_bytes(),
                ":blob_id": new.text.blob_id().as_ref().map(Uuid::as_bytes), ":opened": new.text.opened(),
            },
        )?;
        Ok(())
    }

    /// Records a decision.
    pub fn insert_decision(&mut self, new: &DecisionRow) -> Result<(), StoreError> {
        self.run(
            sql!("decision/insert"),
            named_params! {
                ":decision_id": new.decision_id.as_bytes(), ":application_id": new.application_id.as_bytes(), ":outcome": new.outcome,
                ":amount_pence": new.amount.map(Money::pence), ":decided_on": new.decided_on.to_string(), ":body": new.body.code(),
                ":blob_id": new.text.blob_id().as_ref().map(Uuid::as_bytes), ":opened": new.text.opened(),
                ":recorded_at": instant(self.now()), ":recorded_by": new.recorded_by.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Records that the group was told of a decision.
    pub fn insert_telling(&mut self, decision_id: Uuid, told_on: NaiveDate, how: &str) -> Result<(), StoreError> {
        self.run(
            sql!("decision/insert_telling"),
            named_params! {
                ":decision_id": decision_id.as_bytes(), ":told_on": told_on.to_string(), ":how": how,
                ":recorded_at": instant(self.now()), ":recorded_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Puts the open text in place of its sealed blob, and takes the blob away.
    pub fn open_text(&mut self, which: OpenedText, blob_id: Uuid, opened: &str) -> Result<(), StoreError> {
        let changed = match which {
            OpenedText::Version { application_id, version } => self.run(
                sql!("application/open_version"),
                named_params! { ":application_id": application_id.as_bytes(), ":version": version, ":opened": opened },
            ),
            OpenedText::Withdrawal(id) => {
                self.run(sql!("application/open_withdrawal"), named_params! { ":application_id": id.as_bytes(), ":opened": opened })
            }
            OpenedText::Attachment(id) => self.run(sql!("attachment/open"), named_params! { ":id": id.as_bytes(), ":opened": opened }),
            OpenedText::Note(id) => self.run(sql!("note/open"), named_params! { ":id": id.as_bytes(), ":opened": opened }),
            OpenedText::Decision(id) => self.run(sql!("decision/open"), named_params! { ":id": id.as_bytes(), ":opened": opened }),
        }?;
        if changed == 0 {
            return Err(StoreError::NotFound { what: "text", id: blob_id });
        }
        self.delete_blob(blob_id)
    }
}
