//! Backing up: a proved set beside the register, the old sets rotated, and the time of it kept.

use crate::{Changed, Open, Result};
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::json;
use std::path::{Path, PathBuf};
use store::Event;

/// The setting with the instant of the last backup.
const LAST_BACKUP: &str = "lastBackup";

/// The journal's word for a backup.
const BACKUP_MADE: &str = "backupMade";

/// A backup that was made and proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// Its folder.
    pub folder: PathBuf,
    /// When.
    pub at: DateTime<Utc>,
    /// How many events its journal proved.
    pub events: u64,
}

/// Backs the register up into the folder of backups beside it, and takes away the sets that are no longer kept:
/// seven days, four weeks and twelve months stay.
pub fn back_up(open: &mut Open) -> Result<Changed<BackedUp>> {
    let folder = beside(open.register().folder());
    let backed_up = back_up_to(open, &folder)?;
    // Only here: on a stick that somebody brought, nothing is taken away.
    store::backup::rotate(&folder)?;
    Ok(backed_up)
}

/// Backs the register up when something happened since the last backup. The sample is never backed up.
pub fn back_up_if_changed(open: &mut Open) -> Result<Option<Changed<BackedUp>>> {
    let last = open.register().read(|tx| tx.entries(None, 1))?;
    let changed = last.first().is_some_and(|entry| entry.kind != BACKUP_MADE);
    if changed && !open.is_sample() { back_up(open).map(Some) } else { Ok(None) }
}

/// Backs the register up into a folder, such as a stick. Nothing there is taken away.
pub fn back_up_to(open: &mut Open, folder: &Path) -> Result<Changed<BackedUp>> {
    let set = open.register().back_up(folder)?;
    let events = u64::try_from(set.verification.journal.events).unwrap_or_default();
    let at = set.made_at;
    let instant = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let changed = open.change_register(|tx| {
        tx.put_setting(LAST_BACKUP, &json!(instant))?;
        let payload = json!({ "made_at": instant, "events": events });
        Ok(((), Event { kind: BACKUP_MADE, subject: None, payload, touched: &["backup"], signed: false }))
    })?;
    Ok(changed.map(|()| BackedUp { folder: set.folder, at, events }))
}

/// When the register was last backed up, if it ever was.
pub fn last_backup(open: &Open) -> Result<Option<DateTime<Utc>>> {
    let Some(json) = open.register().read(|tx| tx.setting(LAST_BACKUP))? else { return Ok(None) };
    let text: String = serde_json::from_str(&json)?;
    Ok(DateTime::parse_from_rfc3339(&text).ok().map(|at| at.to_utc()))
}

/// Two registers may stand in one folder, so each has backups under its own name.
fn beside(register: &Path) -> PathBuf {
    let name = register.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    register.with_file_name(format!("{name} backups"))
}
