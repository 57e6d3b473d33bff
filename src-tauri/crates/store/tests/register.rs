//! Making, unlocking and refusing a register.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a failed test should stop at once, and tests damage files on purpose"
)]

mod common;

use common::{Place, create, note, other_passphrase, passphrase, system};
use keys::KdfCost;
use std::fs;
use store::{NewVault, Register, StoreError};
use uuid::Uuid;

#[test]
fn a_new_register_can_be_closed_and_unlocked() {
    let (place, mut register) = Place::new();
    note(&mut register, "first");
    let head = register.head().unwrap();
    register.close().unwrap();
    let again = place.unlock().unwrap();
    assert_eq!(again.head().unwrap(), head);
    assert_eq!(head.seq, 2);
    assert_eq!(again.signed_in(), place.member_id);
    assert_eq!(again.sealed_recipients().unwrap().len(), 2);
}

#[test]
fn a_register_can_be_looked_at_before_anybody_signs_in() {
    let (place, register) = Place::new();
    for path in [place.folder(), place.file()] {
        let seen = Register::inspect(&path).unwrap();
        assert_eq!(seen.partnership, "Anytown Together");
        assert_eq!(seen.register_id, register.register_id());
        assert_eq!(seen.people.len(), 1);
        assert_eq!(seen.people[0].name, "Rosa Nevin");
        assert_eq!(seen.people[0].member_id, place.member_id);
    }
}

#[test]
fn a_wrong_passphrase_is_refused() {
    let (place, register) = Place::new();
    drop(register);
    assert!(matches!(Register::unlock(&place.folder(), place.member_id, &other_passphrase(), system()), Err(StoreError::WrongPassphrase)));
    place.unlock().unwrap();
}

#[test]
fn what_is_missing_is_named() {
    let (place, register) = Place::new();
    drop(register);
    let nowhere = place.home.path().join("Nowhere");
    assert!(matches!(
        Register::inspect(&nowhere),
        Err(StoreError::Missing { path }) if path == nowhere
    ));
    assert!(matches!(Register::inspect(place.home.path()), Err(StoreError::NotARegister { .. })));
    assert!(matches!(
        Register::unlock(&place.folder(), Uuid::nil(), &passphrase(), system()),
        Err(StoreError::NotFound { what: "vault", .. })
    ));
    fs::remove_file(place.file()).unwrap();
    assert!(matches!(
        Register::inspect(&place.folder()),
        Err(StoreError::Missing { path }) if path == place.file()
    ));
}

#[test]
fn a_register_is_open_once() {
    let (place, register) = Place::new();
    assert!(matches!(place.unlock(), Err(StoreError::AlreadyOpen)));
    drop(register);
    place.unlock().unwrap();
}

#[test]
fn a_new_register_wants_an_empty_folder() {
    let (place, register) = Place::new();
    assert!(matches!(create(&place.folder()), Err(StoreError::FolderNotEmpty { .. })));
    drop(register);
    let empty = place.home.path().join("Empty");
    fs::create_dir(&empty).unwrap();
    create(&empty).unwrap();
}

#[test]
fn nothing_is_left_of_a_register_that_could_not_be_made() {
    let home = tempfile::tempdir().unwrap();
    let weak = keys::Passphrase::typed("short");
    let result = Register::create(
        &store::NewRegister {
            folder: &home.path().join("Chest"),
            partnership: "Anytown Together",
            member_name: "Rosa Nevin",
            member_role: "coordinator",
            passphrase: &weak,
            cost: KdfCost::for_tests(),
        },
        system(),
    );
    assert!(matches!(result, Err(StoreError::Key(_))));
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn a_synchronised_folder_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("Dropbox").join("Chest");
    assert!(matches!(create(&folder), Err(StoreError::SynchronisedFolder { what: "Dropbox" })));
    assert!(!folder.exists());

    let (place, register) = Place::new();
    drop(register);
    fs::create_dir(place.home.path().join(".stfolder")).unwrap();
    assert!(matches!(place.unlock(), Err(StoreError::SynchronisedFolder { what: "Syncthing" })));
}

#[test]
fn another_member_gets_a_vault_and_both_can_unlock() {
    let (place, mut register) = Place::new();
    let member_id = Uuid::now_v7();
    register
        .add_vault(&NewVault { member_id, name: "Tom Adeyemi", role: "chair", passphrase: &other_passphrase(), cost: KdfCost::for_tests() })
        .unwrap();
    assert_eq!(register.sealed_recipients().unwrap().len(), 3);
    drop(register);
    assert!(!place.folder().join("keys/register-1.age").exists());
    assert!(place.folder().join("keys/register-2.age").exists());

    place.unlock().unwrap().close().unwrap();
    let register = Register::unlock(&place.folder(), member_id, &other_passphrase(), system()).unwrap();
    assert_eq!(register.signed_in(), member_id);
    let people = Register::inspect(&place.folder()).unwrap().people;
    assert_eq!(people.len(), 2);
}

#[test]
fn a_vault_that_somebody_planted_does_not_open_the_register() {
    let (place, register) = Place::new();
    drop(register);
    let stranger = Uuid::now_v7();
    let holder = keys::Holder { member_id: stranger, name: "Eve".into(), role: "coordinator".into() };
    let (vault, _) = keys::Vault::create(&holder, &other_passphrase(), KdfCost::for_tests(), &|bytes: &mut [u8]| bytes.fill(3)).unwrap();
    fs::write(place.folder().join(format!("vaults/{stranger}.vault")), vault.to_json().unwrap()).unwrap();
    assert!(matches!(Register::unlock(&place.folder(), stranger, &other_passphrase(), system()), Err(StoreError::NotAKeyHolder { .. })));
    // And the next change of keys does not seal the register key to it.
    let mut register = place.unlock().unwrap();
    register
        .add_vault(&NewVault {
            member_id: Uuid::now_v7(),
            name: "Tom Adeyemi",
            role: "chair",
            passphrase: &passphrase(),
            cost: KdfCost::for_tests(),
        })
        .unwrap();
    drop(register);
    assert!(matches!(Register::unlock(&place.folder(), stranger, &other_passphrase(), system()), Err(StoreError::NotAKeyHolder { .. })));
}

#[test]
fn a_stop_between_two_key_files_leaves_the_register_openable() {
    let (place, register) = Place::new();
    drop(register);
    let keys = place.folder().join("keys");
    let stranger = keys::Keyring::generate().unwrap();
    let other = keys::seal(&[0; 32], &[stranger.recipient()]).unwrap();
    fs::write(keys.join("register-2.age"), other).unwrap();
    place.unlock().unwrap();
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let (place, mut register) = Place::new();
    register.change_passphrase(&other_passphrase(), KdfCost::for_tests()).unwrap();
    drop(register);
    assert!(matches!(place.unlock(), Err(StoreError::WrongPassphrase)));
    Register::unlock(&place.folder(), place.member_id, &other_passphrase(), system()).unwrap();
}
