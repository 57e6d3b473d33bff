//! Getting in again with the printed recovery key, and sealing anew what the lost keys could open.

use super::day::GivenDay;
use super::inspect;
use crate::{Error, Open, Result, seal};
use keys::{KdfCost, KeyError, Passphrase, RecoveryKey};
use std::path::Path;
use std::sync::Arc;
use store::{Register, Resealing, StoreError, Surroundings, WriteTx};
use uuid::Uuid;

/// Gives a member who lost their passphrase new keys and a new passphrase, by the printed recovery key.
///
/// The paper has been out of its envelope: its key ends, and the new one is to be printed.
pub fn recover(
    path: &Path,
    recovery_key: &str,
    member_id: Uuid,
    passphrase: &Passphrase,
    cost: KdfCost,
    surroundings: Arc<dyn Surroundings>,
) -> Result<(Open, RecoveryKey)> {
    let recovery = RecoveryKey::typed(recovery_key).map_err(|_| Error::WrongRecoveryKey)?;
    let partnership = inspect(path)?.partnership;
    let day = GivenDay::over(surroundings);
    let world = Arc::clone(&day) as Arc<dyn Surroundings>;
    let recovered = Register::recover(path, &recovery, member_id, passphrase, cost, world, reseal);
    let (register, renewed) = recovered.map_err(|error| match error {
        Error::Store(StoreError::Key(KeyError::NotForThisKey)) => Error::WrongRecoveryKey,
        other => other,
    })?;
    day.read(&register)?;
    Ok((Open::new(register, partnership)?, renewed))
}

/// Seals every blob again for those who may read it now: applications under embargo, accounts, and files.
fn reseal(tx: &mut WriteTx<'_>, resealing: &Resealing<'_>) -> Result<()> {
    seal::settle_with(tx, resealing.recovery).map(drop)
}
