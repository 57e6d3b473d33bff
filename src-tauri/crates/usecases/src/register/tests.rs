//! Making, opening, recovering and backing up a whole register.

use super::*;
use crate::{Error, application};
use chrono::NaiveDate;
use domain::id::ApplicationId;
use serde_json::json;
use std::fs;
use store::Event;

fn words() -> Passphrase {
    Passphrase::typed("abacus abdomen abide zoom quilt")
}

fn world() -> Arc<dyn Surroundings> {
    Arc::new(SystemSurroundings)
}

fn made(folder: &Path) -> (Open, RecoveryKey) {
    create(folder, "Allenton Big Local", "Joan Pelham", &words(), KdfCost::for_tests(), world()).unwrap()
}

fn typed(open: &mut Open, name: &str) -> ApplicationId {
    let id = application::start(open).unwrap().value;
    let mut typing = open.case(id).unwrap().on_screen().unwrap();
    name.clone_into(&mut typing.cover.group_name);
    application::save_typing(open, id, 0, &typing).unwrap();
    id
}

#[test]
fn a_new_register_has_the_final_plan_and_its_co_ordinator_and_opens_again() {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = made(place.path());
    assert_eq!(open.register().folder(), place.path().join("Allenton Big Local"));
    assert_eq!(open.line("1.4").free().pence(), 250_000);
    assert_eq!(plan::lto(open.register()).unwrap(), "Enthusiasm Trust");
    let (folder, me) = (open.register().folder().to_owned(), open.member().clone());
    open.close().unwrap();

    let again = super::open(&folder, me.id.0, &words(), world()).unwrap();
    assert_eq!(again.member(), &me);
    assert_eq!((me.role, again.partnership(), again.is_sample()), (Role::Coordinator, "Allenton Big Local", false));
    assert_eq!(again.today(), SystemSurroundings.today());
}

#[test]
fn a_second_register_of_the_same_name_is_refused_and_the_first_is_unharmed() {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = made(place.path());
    let me = open.member().id.0;
    open.close().unwrap();
    let again = create(place.path(), "Allenton Big Local", "Somebody", &words(), KdfCost::for_tests(), world());
    assert!(matches!(again.err(), Some(Error::Store(StoreError::FolderNotEmpty { .. }))));
    super::open(&place.path().join("Allenton Big Local"), me, &words(), world()).unwrap();
}

#[test]
fn names_of_partnerships_become_names_of_folders() {
    for (name, folder) in [
        ("Allenton Big Local", "Allenton Big Local"),
        ("St Mary's & St John's / Ward: 4", "St Mary s St John s Ward 4"),
        ("../../etc", "etc"),
        ("...", "Community Chest"),
        ("CON", "Community Chest"),
        ("Lpt1", "Community Chest"),
        ("Añdre-Hill", "Añdre-Hill"),
    ] {
        assert_eq!(folder_name(name), PathBuf::from(folder), "{name}");
    }
}

#[test]
fn in_a_sample_the_day_stands_still_and_the_clock_goes_on() {
    let place = tempfile::tempdir().unwrap();
    let (mut open, _) = made(place.path());
    let setting = json!({ "today": "2023-01-17" });
    let event = || Event { kind: "sampleMarked", subject: None, payload: json!({}), touched: &[], signed: false };
    open.change_register(|tx| tx.put_setting(day::SAMPLE, &setting).map(|()| ((), event())).map_err(Error::from)).unwrap();
    let (folder, me) = (open.register().folder().to_owned(), open.member().id.0);
    open.close().unwrap();

    let mut open = super::open(&folder, me, &words(), world()).unwrap();
    let day = NaiveDate::from_ymd_opt(2023, 1, 17).unwrap();
    assert!(open.is_sample());
    assert_eq!(open.today(), day);
    let id = typed(&mut open, "Merrybank Growers");
    assert_eq!(open.case(id).unwrap().row.started_on, day);
    let at = open.register().read(|tx| tx.entries(None, 1)).unwrap()[0].at;
    assert_eq!(store::london_date(at), SystemSurroundings.today());
}

#[test]
fn the_printed_key_gives_a_new_passphrase_and_what_was_sealed_is_read_again() {
    let place = tempfile::tempdir().unwrap();
    let (mut open, recovery) = made(place.path());
    let id = typed(&mut open, "Merrybank Growers");
    let (folder, me) = (open.register().folder().to_owned(), open.member().id.0);
    open.close().unwrap();

    let new = Passphrase::typed("quilt zoom abide abdomen abacus");
    let recover = |key: &str| recover(&folder, key, me, &new, KdfCost::for_tests(), world());
    let other = RecoveryKey::generate();
    assert!(matches!(recover("not a key").err(), Some(Error::WrongRecoveryKey)));
    assert!(matches!(recover(&other.printed()).err(), Some(Error::WrongRecoveryKey)));

    let (open, renewed) = recover(&recovery.printed()).unwrap();
    assert_eq!(open.case(id).unwrap().group_name(), Some("Merrybank Growers"));
    open.close().unwrap();
    let old = super::open(&folder, me, &words(), world());
    assert!(matches!(old.err(), Some(Error::Store(StoreError::WrongPassphrase))));
    let again = super::open(&folder, me, &new, world()).unwrap();
    assert_eq!(again.case(id).unwrap().group_name(), Some("Merrybank Growers"));
    again.close().unwrap();

    // The paper was used, so it opens nothing any more; the new page does, and what is sealed opens for it too.
    assert!(matches!(recover(&recovery.printed()).err(), Some(Error::WrongRecoveryKey)));
    let (open, _) = recover(&renewed.printed()).unwrap();
    assert_eq!(open.case(id).unwrap().group_name(), Some("Merrybank Growers"));
}

#[test]
fn a_backup_stands_beside_the_register_is_proved_and_its_time_is_kept() {
    let place = tempfile::tempdir().unwrap();
    let (mut open, recovery) = made(place.path());
    assert_eq!(last_backup(&open).unwrap(), None);
    let id = typed(&mut open, "Merrybank Growers");
    let set = back_up(&mut open).unwrap().value;
    assert_eq!(set.folder.parent().unwrap(), place.path().join("Allenton Big Local backups"));
    assert!(set.events >= 4);
    assert_eq!(last_backup(&open).unwrap().map(|at| at.timestamp()), Some(set.at.timestamp()));
    let me = open.member().id.0;
    open.close().unwrap();

    let found = verify(&set.folder, &RegisterKeySource::Recovery(&recovery), &SystemSurroundings).unwrap();
    assert_eq!(u64::try_from(found.journal.events).unwrap(), set.events);
    let restored = place.path().join("restored");
    fs::rename(&set.folder, &restored).unwrap();
    let open = super::open(&restored, me, &words(), world()).unwrap();
    assert_eq!(open.case(id).unwrap().group_name(), Some("Merrybank Growers"));
}
