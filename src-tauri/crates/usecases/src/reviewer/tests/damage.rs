//! Files that a power cut or a fault damaged: one plain error, and everything else still opens.

use super::scene::{KITCHEN, OWLS, Scene, none, trustee, typed};
use crate::Error;
use crate::reviewer::{ReviewState, kept, place};
use domain::id::PackId;
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A second round on the same desk, with a sealed review in it.
fn second_round(scene: &mut Scene) -> PackId {
    let mut draft = scene.draft();
    let round = Uuid::from_u128(0x0033);
    draft.round.round_id = round;
    draft.manifest.round = Some(round);
    let bytes = scene.seal(draft);
    let pack = scene.take(&bytes);
    scene.review(pack, OWLS);
    pack
}

fn file(scene: &Scene, ending: &str) -> PathBuf {
    scene.own().join(format!("{}.{ending}", super::scene::ROUND))
}

fn cuts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    (0..bytes.len()).step_by(64).map(|cut| &bytes[..cut])
}

#[test]
fn a_draft_that_is_cut_gives_the_former_one_and_costs_no_other_pack_anything() {
    let mut scene = Scene::new();
    let pack = scene.open();
    let other = second_round(&mut scene);
    scene.clear(pack, OWLS);
    scene.type_in(pack, OWLS, &typed("ask-for-more"));
    let former = scene.desk().application(pack, OWLS).unwrap().judgement;
    scene.type_in(pack, OWLS, &typed("do-not-fund"));
    let (draft, old) = (file(&scene, "draft"), file(&scene, "draft.old"));
    let (whole, before) = (fs::read(&draft).unwrap(), fs::read(&old).unwrap());
    for (at, cut) in cuts(&whole).enumerate() {
        place::replace(&draft, cut).unwrap();
        place::replace(&old, &before).unwrap();
        let desk = scene.again();
        assert_eq!(desk.application(pack, OWLS).unwrap().judgement, former, "cut {at}");
        assert_eq!(desk.application(other, OWLS).unwrap().state, ReviewState::Sealed, "cut {at}");
        assert_eq!(desk.damaged(), 0);
    }
    // Without a former one it is a plain error, and the other pack still opens.
    for (at, cut) in cuts(&whole).enumerate() {
        place::replace(&draft, cut).unwrap();
        place::remove(&old).unwrap();
        let desk = scene.again();
        assert_eq!((desk.damaged(), desk.packs().len()), (1, 1), "cut {at}");
        assert_eq!(desk.application(other, OWLS).unwrap().state, ReviewState::Sealed, "cut {at}");
    }
    place::replace(&draft, &whole).unwrap();
    assert_eq!(scene.again().application(pack, OWLS).unwrap().judgement.recommendation, "do-not-fund");
}

#[test]
fn a_save_after_a_damaged_draft_does_not_push_out_the_former_one() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.clear(pack, OWLS);
    scene.type_in(pack, OWLS, &typed("ask-for-more"));
    let (draft, old) = (file(&scene, "draft"), file(&scene, "draft.old"));
    let before = fs::read(&old).unwrap();
    place::replace(&draft, b"half").unwrap();
    scene.type_in(pack, OWLS, &typed("do-not-fund"));
    assert_eq!(fs::read(&old).unwrap(), before);
    assert_eq!(scene.again().application(pack, OWLS).unwrap().judgement.recommendation, "do-not-fund");
}

#[test]
fn a_pack_that_is_cut_is_counted_and_the_same_pack_brought_again_puts_it_right() {
    let mut scene = Scene::new();
    let bytes = scene.seal(scene.draft());
    let pack = scene.take(&bytes);
    let other = second_round(&mut scene);
    scene.review(pack, OWLS);
    let desk = file(&scene, "desk");
    let whole = fs::read(&desk).unwrap();
    for (at, cut) in cuts(&whole).enumerate() {
        place::replace(&desk, cut).unwrap();
        let reviewer = scene.again();
        assert_eq!((reviewer.damaged(), reviewer.packs().len()), (1, 1), "cut {at}");
        assert!(matches!(reviewer.pack(pack), Err(Error::NotFound)));
        assert_eq!(reviewer.application(other, OWLS).unwrap().state, ReviewState::Sealed);
    }
    scene.take(&bytes);
    let reviewer = scene.again();
    assert_eq!((reviewer.damaged(), reviewer.packs().len()), (0, 2));
    assert_eq!(reviewer.application(pack, OWLS).unwrap().state, ReviewState::Sealed, "what was written is still there");
}

#[test]
fn a_planted_or_exchanged_file_is_not_taken_for_ones_own() {
    let mut scene = Scene::new();
    let pack = scene.open();
    let other = second_round(&mut scene);
    // The draft of one round in the place of another's.
    let stolen = fs::read(scene.own().join(format!("{}.draft", Uuid::from_u128(0x0033)))).unwrap();
    let draft = file(&scene, "draft");
    place::replace(&draft, &stolen).unwrap();
    place::remove(&file(&scene, "draft.old")).unwrap();
    assert_eq!(scene.again().damaged(), 1);
    // A list of senders that somebody sealed to the reviewer's public key.
    let list = serde_json::to_vec(&serde_json::json!([])).unwrap();
    let planted = keys::seal(&list, &[scene.desk_recipient()]).unwrap();
    place::replace(&scene.own().join("senders.sealed"), &planted).unwrap();
    let bytes = scene.seal(scene.draft());
    let arrival = scene.again().take_in(&bytes).unwrap();
    assert!(matches!(arrival, crate::reviewer::PackArrival::UnknownSender { .. }), "the phone is asked again");
    assert!(scene.desk().pack(other).is_ok() && scene.desk().pack(pack).is_err());
    // A file that nobody wrote here.
    place::replace(&scene.own().join("notes.desk"), b"hello").unwrap();
    assert_eq!(scene.again().damaged(), 2);
}

#[test]
fn what_a_power_cut_left_half_written_is_cleared_away() {
    let mut scene = Scene::new();
    scene.open();
    let part = file(&scene, "draft.part");
    place::replace(&part, b"half").unwrap();
    scene.again();
    assert!(!part.exists());
}

#[test]
fn a_power_cut_between_the_answer_and_the_taking_away_is_made_good() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.review(pack, KITCHEN);
    let (desk, old) = (file(&scene, "desk"), file(&scene, "draft.old"));
    let (with_text, with_words) = (fs::read(&desk).unwrap(), fs::read(&old).unwrap());
    scene.desk().answer(pack, KITCHEN, &trustee()).unwrap();
    place::replace(&desk, &with_text).unwrap();
    place::replace(&old, &with_words).unwrap();
    assert_eq!(scene.again().gate(pack, KITCHEN).unwrap().summary, None);
    assert!(!old.exists());
    let stored = kept::read_desk(&scene.own(), &scene.desk().keyring, super::scene::ROUND).unwrap();
    assert!(stored.desk.sheet(KITCHEN.0).is_none());
}

// Windows does not let a folder be moved while its lock is held.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_changes_nothing() {
    let mut scene = Scene::new();
    let pack = scene.open();
    scene.clear(pack, OWLS);
    let own = scene.own();
    let aside = own.with_extension("aside");
    fs::rename(&own, &aside).unwrap();
    assert!(scene.desk().save_judgement(pack, OWLS, 0, &typed("")).is_err());
    assert!(scene.desk().answer(pack, KITCHEN, &none()).is_err());
    fs::rename(&aside, &own).unwrap();
    let view = scene.desk().application(pack, OWLS).unwrap();
    assert_eq!((view.revision, view.state), (0, ReviewState::ToWrite));
    assert!(scene.desk().save_judgement(pack, OWLS, 0, &typed("")).is_ok());
}

#[test]
fn a_damaged_draft_is_put_aside_when_its_pack_comes_again() {
    let mut scene = Scene::new();
    let bytes = scene.seal(scene.draft());
    let pack = scene.take(&bytes);
    place::replace(&file(&scene, "draft"), b"half").unwrap();
    let _ = place::remove(&file(&scene, "draft.old"));
    assert_eq!(scene.again().damaged(), 1);
    assert_eq!(scene.take(&bytes), pack);
    assert_eq!((scene.desk().damaged(), scene.desk().packs().len()), (0, 1));
    let kept: &Path = &file(&scene, "draft.damaged");
    assert_eq!(fs::read(kept).unwrap(), b"half");
    assert!(matches!(scene.desk().application(pack, OWLS), Err(Error::NotFound)));
}
