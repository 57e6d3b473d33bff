//! Getting in again with the printed recovery key, and sealing anew what the lost keys could open.

use super::day::GivenDay;
use super::inspect;
use crate::{Error, Open, Result, seal};
use domain::member::Act;
use keys::{KdfCost, KeyError, Passphrase, Recipient, RecoveryKey};
use std::path::Path;
use std::sync::Arc;
use store::{Kept, Register, Resealing, StoreError, Surroundings, Which, WriteTx};
use uuid::Uuid;

/// Gives a member who lost their passphrase new keys and a new passphrase, by the printed recovery key.
pub fn recover(
    path: &Path,
    recovery_key: &str,
    member_id: Uuid,
    passphrase: &Passphrase,
    cost: KdfCost,
    surroundings: Arc<dyn Surroundings>,
) -> Result<Open> {
    let recovery = RecoveryKey::typed(recovery_key).map_err(|_| Error::WrongRecoveryKey)?;
    let partnership = inspect(path)?.partnership;
    let day = GivenDay::over(surroundings);
    let world = Arc::clone(&day) as Arc<dyn Surroundings>;
    let register = Register::recover(path, &recovery, member_id, passphrase, cost, world, reseal).map_err(|error| match error {
        StoreError::Key(KeyError::NotForThisKey) => Error::WrongRecoveryKey,
        other => other.into(),
    })?;
    day.read(&register)?;
    Open::new(register, partnership)
}

/// Seals every blob again for those who may read it now: applications under embargo, accounts, and files.
fn reseal(tx: &mut WriteTx<'_>, resealing: &Resealing<'_>) -> Result<(), StoreError> {
    let of_applications = readers(tx, Act::ReadSealed)?;
    let of_accounts = readers(tx, Act::HandleAccount)?;
    let everybody = tx.sealed_recipients()?;

    let mut sealed: Vec<Uuid> = Vec::new();
    let mut open: Vec<Uuid> = Vec::new();
    let mut keep = |kept: &Kept| sealed.extend(kept.blob_id());
    tx.application_versions(Which::All)?.iter().for_each(|row| keep(&row.text));
    tx.withdrawals(Which::All)?.iter().for_each(|row| keep(&row.text));
    tx.notes(Which::All)?.iter().for_each(|row| keep(&row.text));
    tx.decisions(Which::All)?.iter().for_each(|row| keep(&row.text));
    let files = tx.attachments(Which::All)?;
    for row in &files {
        keep(&row.text);
    }
    sealed.extend(tx.applications(Which::All)?.into_iter().filter_map(|row| row.typing));
    for file in &files {
        // A file's bytes are sealed as its name is.
        if file.text.blob_id().is_some() { sealed.push(file.bytes) } else { open.push(file.bytes) }
    }
    let accounts = tx.payee_accounts(Which::All)?.into_iter().map(|row| row.value.numbers).collect::<Vec<_>>();

    for (blobs, recipients) in [(sealed, of_applications), (open, everybody), (accounts, of_accounts)] {
        for blob_id in blobs {
            tx.reseal_blob_for(blob_id, resealing.recovery, &recipients)?;
        }
    }
    Ok(())
}

fn readers(tx: &WriteTx<'_>, act: Act) -> Result<Vec<Recipient>, StoreError> {
    seal::readers(tx, act).map_err(|error| match error {
        Error::Store(error) => error,
        other => StoreError::Damaged { detail: other.to_string() },
    })
}
