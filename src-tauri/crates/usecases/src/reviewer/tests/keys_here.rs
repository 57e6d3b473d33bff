//! Keys on this computer: made, brought, unlocked.

use super::scene::{Scene, World, words};
use crate::reviewer::{bring_vault, make, people, unlock};
use crate::{Error, FieldFault, StoreError};
use keys::{Holder, KdfCost, Passphrase, Vault};
use std::fs;
use std::sync::Arc;
use uuid::Uuid;

fn world() -> Arc<World> {
    Scene::new().world
}

#[test]
fn keys_made_here_open_an_empty_desk_with_their_words_only() {
    let place = tempfile::tempdir().unwrap();
    assert_eq!(people(place.path()).unwrap(), []);
    let ken = make(place.path(), " Ken Ashby ", &words(), KdfCost::for_tests(), world()).unwrap();
    let id = ken.vault_id();
    assert_eq!((ken.name().as_str(), ken.packs().len(), ken.damaged()), ("Ken Ashby", 0, 0));
    let card = exchange::card::read(&ken.card().unwrap()).unwrap();
    assert_eq!((card.name.as_str(), card.fingerprint.to_string()), ("Ken Ashby", ken.fingerprint()));

    let second = unlock(place.path(), &id, &words(), world()).err();
    assert!(matches!(second, Some(Error::Store(StoreError::AlreadyOpen))), "{second:?}");
    drop(ken);
    let wrong = unlock(place.path(), &id, &Passphrase::typed("abacus abdomen abide zoom"), world()).err();
    assert!(matches!(wrong, Some(Error::Store(StoreError::WrongPassphrase))), "{wrong:?}");
    for stranger in ["", "../vaults", "0000-0000-0000-0000"] {
        assert!(matches!(unlock(place.path(), stranger, &words(), world()).err(), Some(Error::NotFound)), "{stranger}");
    }
    assert_eq!(unlock(place.path(), &id, &words(), world()).unwrap().fingerprint(), id);
}

#[test]
fn a_name_that_cannot_stand_on_a_card_is_refused() {
    let place = tempfile::tempdir().unwrap();
    for (name, fault) in
        [("", FieldFault::Missing), ("Ken\u{202e}", FieldFault::Missing), (&"x".repeat(121), FieldFault::TooLong { most: 120 })]
    {
        match make(place.path(), name, &words(), KdfCost::for_tests(), world()) {
            Err(Error::Fields(fields)) => assert_eq!(fields, [("name".to_owned(), fault)]),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(people(place.path()).unwrap(), [], "nothing is left of them");
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old() {
    let place = tempfile::tempdir().unwrap();
    let mut ken = make(place.path(), "Ken Ashby", &words(), KdfCost::for_tests(), world()).unwrap();
    let (id, new) = (ken.vault_id(), Passphrase::typed("zebra yogurt xerox wombat velvet"));
    let wrong = ken.change_passphrase(&new, &new, KdfCost::for_tests()).err();
    assert!(matches!(wrong, Some(Error::Store(StoreError::WrongPassphrase))));
    ken.change_passphrase(&words(), &new, KdfCost::for_tests()).unwrap();
    drop(ken);
    assert!(unlock(place.path(), &id, &words(), world()).is_err());
    assert!(unlock(place.path(), &id, &new, world()).is_ok());
}

#[test]
fn a_vault_from_a_register_opens_here_and_no_vault_takes_the_place_of_anothers() {
    let place = tempfile::tempdir().unwrap();
    let ken = make(place.path(), "Ken Ashby", &words(), KdfCost::for_tests(), world()).unwrap();
    let kens = ken.vault_id();
    drop(ken);
    let holder = Holder { member_id: Uuid::from_u128(9), name: "Grace Adeyemi".into(), role: "chair".into() };
    let random = |bytes: &mut [u8]| bytes.fill(7);
    let (vault, keyring) = Vault::create(&holder, &words(), KdfCost::for_tests(), &random).unwrap();
    let file = vault.to_json().unwrap();

    let grace = bring_vault(place.path(), file.as_bytes()).unwrap();
    assert_eq!(bring_vault(place.path(), file.as_bytes()).unwrap(), grace, "once more changes nothing");
    let names: Vec<String> = people(place.path()).unwrap().into_iter().map(|person| person.name).collect();
    assert_eq!(names, ["Grace Adeyemi", "Ken Ashby"]);
    assert_eq!(unlock(place.path(), &grace.vault_id, &words(), world()).unwrap().name(), "Grace Adeyemi");

    // The same keys under a new passphrase: either opens, until the passphrase is changed here.
    let new = Passphrase::typed("zebra yogurt xerox wombat velvet");
    let changed = Vault::close(&holder, &keyring, &new, KdfCost::for_tests(), &random).unwrap().to_json().unwrap();
    bring_vault(place.path(), changed.as_bytes()).unwrap();
    for passphrase in [&words(), &new] {
        assert!(unlock(place.path(), &grace.vault_id, passphrase, world()).is_ok());
    }
    // Ken's public keys with somebody else's secrets do not push out Ken's own.
    let kens_file = fs::read_to_string(place.path().join("vaults").join(format!("{kens}.vault"))).unwrap();
    let planted = kens_file.replace("Ken Ashby", "Ken Ashby ");
    bring_vault(place.path(), planted.as_bytes()).unwrap();
    assert!(unlock(place.path(), &kens, &words(), world()).is_ok());

    for bad in [&b""[..], b"{}", b"\xff", &file.as_bytes()[..200], &vec![b' '; 70_000]] {
        assert!(matches!(bring_vault(place.path(), bad), Err(Error::NotAVault)));
    }
    assert_eq!(people(place.path()).unwrap().len(), 2);
}

#[test]
fn a_vault_under_anothers_name_and_a_damaged_one_are_left_out() {
    let place = tempfile::tempdir().unwrap();
    drop(make(place.path(), "Ken Ashby", &words(), KdfCost::for_tests(), world()).unwrap());
    let vaults = place.path().join("vaults");
    let file = fs::read_dir(&vaults).unwrap().next().unwrap().unwrap().path();
    fs::copy(&file, vaults.join("0000-0000-0000-0000.vault")).unwrap();
    let bytes = fs::read(&file).unwrap();
    assert_eq!(people(place.path()).unwrap().len(), 1);
    for cut in (0..bytes.len()).step_by(64) {
        crate::reviewer::place::replace(&file, &bytes[..cut]).unwrap();
        assert_eq!(people(place.path()).unwrap(), [], "cut at {cut}");
    }
}
