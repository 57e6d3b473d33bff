//! A change of who holds keys: the register is written anew under a key of its own, and takes the place of the old one.
//!
//! The change, its event and the new key come into force together, when the new file gets the old one's name. A stop at
//! any moment before that leaves the register as it was, and a stop after it leaves it as it is to be.

use super::{Parts, Register, random};
use crate::change::commit;
use crate::disk::{self, Draft};
use crate::folder::Folder;
use crate::opening::{self, Use};
use crate::{Changed, Event, StoreError, WriteTx};
use keys::{RegisterKey, Vault};
use rusqlite::Connection;
use std::fs;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// The vault files that go with a change of keys.
#[derive(Default)]
pub(crate) struct VaultFiles {
    /// A vault that is new.
    pub(crate) new: Option<Vault>,
    /// A member whose vault goes.
    pub(crate) gone: Option<Uuid>,
}

impl Register {
    /// Changes who holds keys. The register gets a new key, sealed to those who work at it after the change.
    pub(crate) fn change_keys<T, E: From<StoreError>>(
        &mut self,
        vaults: VaultFiles,
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<(T, Event), E>,
    ) -> Result<Changed<T>, E> {
        self.parts()?;
        let VaultFiles { new, gone } = vaults;
        let folder = self.folder.clone();
        let surroundings = Arc::clone(&self.surroundings);
        let key = RegisterKey::generate(&random(surroundings.as_ref()));
        let former = folder.key_files()?;
        let generation = former.first().map_or(1, |(newest, _)| newest.saturating_add(1));

        let copy = Aside::of(&self.reader, &folder, &key)?;
        let mut writer = copy.open(&key)?;
        let parts = Parts { writer: &mut writer, surroundings: surroundings.as_ref(), member_id: self.member_id, keyring: &self.keyring };
        let (changed, drafts) = commit(parts, work, |tx| Ok(Drafts::write(&folder, generation, &key, new.as_ref(), tx)?))?;
        copy.finish(writer, &key)?;

        let published = drafts.publish()?;
        if let Err(error) = self.exchange(copy) {
            published.take_back();
            self.take_up()?;
            return Err(error.into());
        }
        self.key = key;
        self.take_up()?;
        // What is left standing here by a stop opens nothing any more, and is taken away when the register is next unlocked.
        for (_, path) in former {
            let _ = fs::remove_file(path);
        }
        if let Some(member_id) = gone {
            let _ = fs::remove_file(folder.vault_file(member_id));
        }
        Ok(changed)
    }

    /// Closes the register's own connections and gives the new file its name.
    fn exchange(&mut self, copy: Aside) -> Result<(), StoreError> {
        if let Some(writer) = &self.writer {
            opening::checkpoint(writer)?;
        }
        // The writer is closed last: it takes the log away.
        let reader = mem::replace(&mut self.reader, opening::nothing()?);
        reader.close().map_err(|(_, error)| error)?;
        if let Some(writer) = self.writer.take() {
            writer.close().map_err(|(_, error)| error)?;
        }
        // A log that stays belongs to somebody who reads the old file: it would be read as if it were the new file's.
        if self.folder.log().symlink_metadata().is_ok() {
            return Err(StoreError::AlreadyOpen);
        }
        copy.rename(&self.folder)
    }

    /// Opens the register's own connections again, with the key it has now.
    fn take_up(&mut self) -> Result<(), StoreError> {
        let file = self.folder.register();
        let writer = opening::open(&file, &self.key, Use::Write)?;
        opening::ready_to_write(&writer)?;
        self.reader = opening::open(&file, &self.key, Use::Read)?;
        self.writer = Some(writer);
        Ok(())
    }

    /// Takes away what a stop in a change of keys left: older key files than the one in use, and vaults of those who left.
    pub(super) fn tidy(&self, generation: u32) -> Result<(), StoreError> {
        for (older, path) in self.folder.key_files()? {
            if older < generation {
                fs::remove_file(&path).map_err(|e| StoreError::io(&path, &e))?;
            }
        }
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
        let rows = self.read(|tx| tx.member_rows())?;
        for row in rows.iter().filter(|row| row.ended_on.is_some()) {
            let path = self.folder.vault_file(row.member_id);
            if path.is_file() {
                fs::remove_file(&path).map_err(|e| StoreError::io(&path, &e))?;
            }
        }
        Ok(())
    }
}

/// The register as it is written anew. Dropped before it gets its name, it is taken away.
struct Aside(PathBuf);

impl Aside {
    fn of(connection: &Connection, folder: &Folder, key: &RegisterKey) -> Result<Self, StoreError> {
        clear(folder);
        let aside = Self(folder.aside());
        opening::copy(connection, &aside.0, key)?;
        Ok(aside)
    }

    /// Opens it to be changed. It is flushed as a whole, once, when it is proved.
    fn open(&self, key: &RegisterKey) -> Result<Connection, StoreError> {
        let connection = opening::open(&self.0, key, Use::Write)?;
        connection.query_row("PRAGMA journal_mode = MEMORY", [], |_| Ok(()))?;
        connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA secure_delete = ON;")?;
        Ok(connection)
    }

    /// Flushes it, and proves it on a connection that did not write it.
    fn finish(&self, writer: Connection, key: &RegisterKey) -> Result<(), StoreError> {
        // It is a file with a log from the start: were it turned into one under its final name, a stop in that moment
        // would leave a journal that only a writer can roll back.
        opening::ready_to_write(&writer)?;
        writer.close().map_err(|(_, error)| error)?;
        disk::flush_file(&self.0)?;
        opening::check(&opening::open(&self.0, key, Use::Read)?)
    }

    fn rename(self, folder: &Folder) -> Result<(), StoreError> {
        let file = folder.register();
        fs::rename(&self.0, &file).map_err(|e| StoreError::io(&file, &e))?;
        disk::flush_folder(folder.root())
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        take_away(&self.0);
    }
}

/// Takes away a register that was half written anew.
pub(super) fn clear(folder: &Folder) {
    take_away(&folder.aside());
}

/// Takes away a file with all that may stand beside it. What cannot be taken away is written over by the next change.
fn take_away(file: &Path) {
    for beside in ["", "-wal", "-shm", "-journal"] {
        let mut name = file.as_os_str().to_owned();
        name.push(beside);
        let _ = fs::remove_file(name);
    }
}

/// The files beside the register, written aside and flushed.
struct Drafts {
    key: (PathBuf, Draft),
    vault: Option<(PathBuf, Draft)>,
    recovery: Option<(PathBuf, Draft)>,
}

/// Files beside the register as they were before their drafts were published.
struct Published(Vec<(PathBuf, Option<Vec<u8>>)>);

impl Drafts {
    fn write(folder: &Folder, generation: u32, key: &RegisterKey, vault: Option<&Vault>, tx: &WriteTx<'_>) -> Result<Self, StoreError> {
        let draft = |path: PathBuf, bytes: &[u8]| Draft::write(&path, bytes).map(|draft| (path, draft));
        let public = format!("{}\n", tx.recovery_recipient()?);
        let stands = fs::read(folder.recovery_file()).is_ok_and(|bytes| bytes == public.as_bytes());
        Ok(Self {
            key: draft(folder.key_file(generation), &key.seal_to(&tx.sealed_recipients()?)?)?,
            vault: match vault {
                Some(vault) => Some(draft(folder.vault_file(vault.holder().member_id), vault.to_json()?.as_bytes())?),
                None => None,
            },
            recovery: if stands { None } else { Some(draft(folder.recovery_file(), public.as_bytes())?) },
        })
    }

    /// Gives every file its name. The key file stands beside the former one, which still opens the register as it is.
    fn publish(self) -> Result<Published, StoreError> {
        let mut published = Published(Vec::new());
        let given = published.give(self.key.0, self.key.1, Draft::publish).and_then(|()| {
            [self.vault, self.recovery].into_iter().flatten().try_for_each(|(path, draft)| published.give(path, draft, Draft::publish_over))
        });
        match given {
            Ok(()) => Ok(published),
            Err(error) => {
                published.take_back();
                Err(error)
            }
        }
    }
}

impl Published {
    fn give(&mut self, path: PathBuf, draft: Draft, publish: fn(Draft) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let before = fs::read(&path).ok();
        publish(draft)?;
        self.0.push((path, before));
        Ok(())
    }

    /// Puts back what stood there. What cannot be put back opens nothing, and stands in nobody's way.
    fn take_back(self) {
        for (path, before) in self.0 {
            let _ = match before {
                Some(bytes) => Draft::write(&path, &bytes).and_then(Draft::publish_over),
                None => fs::remove_file(&path).map_err(|e| StoreError::io(&path, &e)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::StoreError;
    use crate::common::{Place, note};
    use crate::opening::{Use, open};

    #[test]
    fn while_somebody_else_reads_the_file_its_key_is_not_changed_and_nothing_is_lost() {
        let (place, mut register) = Place::new();
        note(&mut register, "before");
        let (head, key) = (register.head().unwrap(), register.key().clone());
        let other = open(&place.file(), &key, Use::Read).unwrap();
        let refused = register.renew_recovery(|_| Ok::<_, StoreError>(()));
        assert!(matches!(refused, Err(StoreError::AlreadyOpen)), "{refused:?}");
        assert_eq!(register.head().unwrap(), head);
        assert!(!place.folder().join("keys/register-2.age").exists());
        assert!(!place.folder().join(".register.chest.part").exists());
        note(&mut register, "work goes on");

        drop(other);
        register.renew_recovery(|_| Ok::<_, StoreError>(())).unwrap();
        assert!(open(&place.file(), &key, Use::Read).is_err(), "the old key opens nothing any more");
        note(&mut register, "and after it too");
        drop(register);
        place.unlock().unwrap();
    }

    #[test]
    fn every_column_that_names_a_blob_is_known_to_those_who_seal_anew() {
        let (_place, register) = Place::new();
        let connection = register.reader();
        let mut tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
        let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let mut found = Vec::new();
        for table in tables {
            let mut keys = connection.prepare(&format!("PRAGMA foreign_key_list(\"{table}\")")).unwrap();
            let keys = keys.query_map([], |row| Ok((row.get::<_, String>("table")?, row.get::<_, String>("from")?))).unwrap();
            found.extend(keys.map(Result::unwrap).filter(|(to, _)| to == "blob").map(|(_, column)| format!("{table}.{column}")));
        }
        found.sort();
        // A new one must be among the subjects that the use cases seal anew, or it stays sealed to whoever could read it once.
        assert_eq!(found, KNOWN);
    }

    const KNOWN: &[&str] = &[
        "application.typing_blob_id",
        "application_version.blob_id",
        "attachment.blob_id",
        "attachment.bytes_blob_id",
        "ballot.blob_id",
        "complaint.blob_id",
        "complaint_step.blob_id",
        "decision.blob_id",
        "email_vote.blob_id",
        "email_vote_close.blob_id",
        "embargo.blob_id",
        "embargo_told.blob_id",
        "entry.blob_id",
        "interest.blob_id",
        "issue.blob_id",
        "item.blob_id",
        "item_words.blob_id",
        "joining.blob_id",
        "late_ruling.reason_blob_id",
        "leaving_out.reason_blob_id",
        "member_paper.blob_id",
        "note.blob_id",
        "paper.blob_id",
        "paper.bytes_blob_id",
        "payee_account.blob_id",
        "review.blob_id",
        "round_opening.reason_blob_id",
        "term_end.blob_id",
        "withdrawal.blob_id",
    ];
}
