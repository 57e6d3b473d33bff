//! Backups, and recovery with the printed key.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a failed test should stop at once, and tests make ids and damage files on purpose"
)]

mod common;

use common::{Place, event, note, other_passphrase, passphrase, system};
use keys::{KdfCost, Opener, RecoveryKey};
use std::fs;
use std::path::Path;
use store::backup::{RegisterKeySource, rotate, sets_in, verify_file};
use store::{Event, NewVault, Register, StoreError, SystemSurroundings, journal};
use uuid::Uuid;

fn verified(path: &Path, source: &RegisterKeySource<'_>) -> Result<store::backup::Verification, StoreError> {
    verify_file(path, source, &SystemSurroundings)
}

#[test]
fn a_backup_opens_and_proves_itself() {
    let (place, mut register) = Place::new();
    for text in ["one", "two", "three"] {
        note(&mut register, text);
    }
    let head = register.head().unwrap();
    let set = register.back_up(&place.home.path().join("Backups")).unwrap();
    assert_eq!(set.verification.journal.head, head);
    assert_eq!(set.verification.rows["event"], 4);
    assert_eq!(set.verification.schema_version, store::schema_version());
    note(&mut register, "after the backup");

    let words = passphrase();
    let member = RegisterKeySource::Member { member_id: place.member_id, passphrase: &words };
    for source in [member, RegisterKeySource::Recovery(&place.recovery)] {
        assert_eq!(verified(&set.folder, &source).unwrap(), set.verification);
        assert_eq!(verified(&set.folder.join("register.chest"), &source).unwrap(), set.verification);
    }
    let names: Vec<_> = fs::read_dir(&set.folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.contains(&"README.txt".to_owned()), "{names:?}");
    assert!(!names.iter().any(|n| n.ends_with("-wal") || n.ends_with("-shm")), "{names:?}");

    // A set is a whole register: the restore drill is to open it.
    let new_head = register.head().unwrap();
    drop(register);
    let old = Register::unlock(&set.folder, place.member_id, &passphrase(), system()).unwrap();
    assert_eq!(old.head().unwrap(), head);
    // And a head from after the backup gives the roll-back away.
    assert!(!old.read(|tx| tx.knows_head(&new_head)).unwrap());
}

#[test]
fn a_backup_can_be_looked_at_without_being_touched() {
    let (place, mut register) = Place::new();
    note(&mut register, "one");
    let head = register.head().unwrap();
    let stick = place.home.path().join("Dropbox");
    let set = register.back_up(&stick).unwrap();
    let listing = || {
        let mut found: Vec<_> = fs::read_dir(&set.folder).unwrap().map(|e| e.unwrap().file_name()).collect();
        found.sort();
        (found, fs::read(set.folder.join("register.chest")).unwrap())
    };
    let before = listing();
    let mut looked = Register::look(&set.folder, place.member_id, &passphrase(), system()).unwrap();
    assert_eq!(looked.head().unwrap(), head);
    assert_eq!(looked.read(|tx| tx.entries(None, 9)).unwrap().len(), 2);
    let refused = looked.change(|_| Ok::<_, StoreError>(((), event("never"))));
    assert!(matches!(refused, Err(StoreError::LookingOnly)));
    looked.close().unwrap();
    assert!(before == listing(), "looking left a trace");
    assert!(matches!(Register::look(&set.folder, place.member_id, &other_passphrase(), system()), Err(StoreError::WrongPassphrase)));
}

#[test]
fn a_register_in_use_can_be_verified_where_it_is() {
    let (place, mut register) = Place::new();
    note(&mut register, "in the log, not yet in the file");
    let found = verified(&place.folder(), &RegisterKeySource::Recovery(&place.recovery)).unwrap();
    assert_eq!(found.journal.head, register.head().unwrap());
}

#[test]
fn a_damaged_backup_is_noticed() {
    let (place, mut register) = Place::new();
    for at in 0..30 {
        note(&mut register, &format!("note {at}"));
    }
    let set = register.back_up(&place.home.path().join("Backups")).unwrap();
    let file = set.folder.join("register.chest");
    let good = fs::read(&file).unwrap();
    let source = RegisterKeySource::Recovery(&place.recovery);
    for at in (0..good.len()).step_by(4099) {
        let mut bad = good.clone();
        bad[at] ^= 0x10;
        fs::write(&file, bad).unwrap();
        let result = verified(&set.folder, &source);
        assert!(matches!(result, Err(StoreError::Damaged { .. })), "byte {at}: {result:?}");
    }
    fs::write(&file, &good[..good.len() - 4096]).unwrap();
    assert!(verified(&set.folder, &source).is_err());
    fs::write(&file, &good).unwrap();
    verified(&set.folder, &source).unwrap();
}

#[test]
fn a_backup_is_verified_only_with_its_own_keys() {
    let (place, register) = Place::new();
    let set = register.back_up(&place.home.path().join("Backups")).unwrap();
    let stranger = RecoveryKey::generate();
    assert!(matches!(verified(&set.folder, &RegisterKeySource::Recovery(&stranger)), Err(StoreError::Key(keys::KeyError::NotForThisKey))));
    let wrong = RegisterKeySource::Member { member_id: place.member_id, passphrase: &other_passphrase() };
    assert!(matches!(verified(&set.folder, &wrong), Err(StoreError::WrongPassphrase)));
}

#[test]
fn rotation_takes_away_only_old_sets() {
    let home = tempfile::tempdir().unwrap();
    let make = |name: &str| {
        let keys = home.path().join(name).join("keys");
        fs::create_dir_all(&keys).unwrap();
        fs::write(keys.join("register.json"), "{}").unwrap();
    };
    for hour in 0..10 {
        make(&format!("community-chest-backup-2023-01-20-{hour:02}0000"));
    }
    make("community-chest-backup-2022-11-02-090000");
    make("Holiday photographs");
    fs::create_dir(home.path().join("community-chest-backup-2023-01-19-090000")).unwrap();
    assert_eq!(sets_in(home.path()).unwrap().len(), 11);
    assert_eq!(rotate(home.path()).unwrap().len(), 9);
    let left = sets_in(home.path()).unwrap();
    assert_eq!(left[0].0.to_string(), "2023-01-20 09:00:00");
    assert_eq!(left[1].0.to_string(), "2022-11-02 09:00:00");
    assert!(home.path().join("Holiday photographs").exists());
    assert!(home.path().join("community-chest-backup-2023-01-19-090000").exists());
    assert!(rotate(home.path()).unwrap().is_empty());
}

#[test]
fn the_recovery_key_gives_a_member_a_new_passphrase() {
    let (place, mut register) = Place::new();
    let tom = Uuid::now_v7();
    let tom_words = keys::Passphrase::typed("quilt zoom abide abdomen abacus");
    register
        .add_vault(&NewVault { member_id: tom, name: "Tom Adeyemi", role: "chair", passphrase: &tom_words, cost: KdfCost::for_tests() })
        .unwrap();
    let blob = Uuid::now_v7();
    let sealed = keys::seal(b"only for Rosa", &[register.keyring().recipient(), place.recovery.recipient()]).unwrap();
    register
        .change(|tx| {
            tx.put_blob(blob, &sealed)?;
            Ok::<_, StoreError>(((), Event { signed: true, ..event("sealed") }))
        })
        .unwrap();
    let former = register.keyring().recipient();
    let set = register.back_up(&place.home.path().join("Backups")).unwrap();
    drop(register);

    Register::check_recovery(&set.folder, &place.recovery).unwrap();
    let printed = place.recovery.printed();
    let typed = RecoveryKey::typed(&printed).unwrap();
    let (register, renewed) =
        Register::recover(&set.folder, &typed, place.member_id, &other_passphrase(), KdfCost::for_tests(), system(), |tx, resealing| {
            assert_eq!(resealing.former, Some(former));
            for id in tx.blob_ids()? {
                tx.reseal_blob_for(id, resealing.recovery, &[resealing.renewed.clone(), resealing.recovery.recipient()])?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let bytes = register.read(|tx| tx.get_blob(blob)).unwrap();
    assert_eq!(register.keyring().open(&bytes).unwrap().as_slice(), b"only for Rosa");
    // Signatures by the lost keys still prove themselves.
    let proved = register.read(journal::verify).unwrap();
    assert_eq!((proved.events, proved.signatures), (5, 5));
    drop(register);

    assert!(matches!(Register::unlock(&set.folder, place.member_id, &passphrase(), system()), Err(StoreError::WrongPassphrase)));
    let register = Register::unlock(&set.folder, place.member_id, &other_passphrase(), system()).unwrap();
    assert_eq!(register.signed_in(), place.member_id);
    drop(register);
    Register::unlock(&set.folder, tom, &tom_words, system()).unwrap();

    // The paper has been out of its envelope: its key is no longer the key, and the new one is.
    assert!(matches!(Register::check_recovery(&set.folder, &typed), Err(StoreError::Key(keys::KeyError::NotForThisKey))));
    Register::check_recovery(&set.folder, &renewed).unwrap();
    let public = fs::read_to_string(set.folder.join("keys/recovery.pub")).unwrap();
    assert_eq!(public.trim(), renewed.recipient().to_string());
}

#[test]
fn a_recovery_that_fails_changes_nothing() {
    let (place, register) = Place::new();
    let head = register.head().unwrap();
    drop(register);
    let recover = |key: &RecoveryKey, member_id: Uuid, fails: bool| {
        Register::recover(&place.folder(), key, member_id, &other_passphrase(), KdfCost::for_tests(), system(), |_, _| {
            if fails { Err(StoreError::DiskFull) } else { Ok(()) }
        })
        .map(drop)
    };
    assert!(matches!(recover(&place.recovery, place.member_id, true), Err(StoreError::DiskFull)));
    assert!(matches!(recover(&RecoveryKey::generate(), place.member_id, false), Err(StoreError::Key(keys::KeyError::NotForThisKey))));
    assert!(matches!(recover(&place.recovery, Uuid::nil(), false), Err(StoreError::NotFound { what: "member", .. })));
    let register = place.unlock().unwrap();
    assert_eq!(register.head().unwrap(), head);
    assert!(place.folder().join("keys/register-1.age").exists());
    assert!(!place.folder().join("keys/register-2.age").exists());
}
